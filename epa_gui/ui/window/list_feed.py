"""Tells the job list what the controllers know of its jobs, as soon as they know it."""

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.key_life import KeyWarning
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.window.job_sources import JobSources


class ListFeed(QObject):
    """One way only: from the controllers to the list, which asks none of them."""

    def __init__(
        self,
        jobs: JobListModel,
        *,
        sources: JobSources,
    ) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._repository = sources.repository
        self._keys = sources.keys
        self._key_watch = sources.key_watch
        self._scheduler = sources.scheduler
        self._switch_coordinator = sources.switch_coordinator
        sources.needs.changed.connect(jobs.set_needs)
        sources.repository.jobs_added.connect(self._on_jobs_added)
        sources.repository.jobs_removed.connect(jobs.remove)
        sources.repository.job_changed.connect(jobs.change)
        sources.repository.models_changed.connect(self._on_models_changed)
        sources.scheduler.under_way_changed.connect(self._on_under_way)
        sources.estimates.changed.connect(self._on_estimates)
        sources.switch_coordinator.changed.connect(self._on_switched)
        sources.keys.waiting_changed.connect(self.tell_key_waits)
        sources.key_watch.changed.connect(self._on_keys_watched)

    @Slot()
    def tell_key_waits(self) -> None:
        """What waits for the keychain now: more and more, while it does not answer and checks fall due."""
        if not self._keys.waits():
            self._jobs.set_key_waits((), ())
            return
        models = {model for model in self._repository.models if self._keys.waits_for(model)}
        jobs = [job for job in self._repository.jobs.values() if job.model in models]
        checks = [
            job.key for job in jobs if self._scheduler.is_wanted(job) and not self._scheduler.is_under_way(job.key)
        ]
        self._jobs.set_key_waits(models, checks)

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        self._jobs.add(jobs)
        self._tell_live(jobs)
        for job in jobs:
            if self._scheduler.is_under_way(job.key):  # it was removed and brought back meanwhile
                self._on_under_way(job.key)

    @Slot()
    def _on_models_changed(self) -> None:
        self._jobs.set_model_names({model.id: model.name for model in self._repository.models.values()})

    @Slot()
    def _on_keys_watched(self) -> None:
        warnings = self._key_watch.warnings
        self._jobs.set_keys_over([model for model, told in warnings.items() if told is KeyWarning.ENDED])

    @Slot(object)
    def _on_under_way(self, key: JobKey) -> None:
        self._jobs.set_under_way(key, is_under_way=self._scheduler.is_under_way(key))

    @Slot(object)
    def _on_estimates(self, estimates: dict[JobKey, Estimate | None]) -> None:
        self._jobs.set_estimates(estimates)

    @Slot(str)
    def _on_switched(self, model: str) -> None:
        self._tell_live(self._repository.jobs_of(model))

    def _tell_live(self, jobs: list[Job]) -> None:
        self._jobs.set_live({job.key: self._switch_coordinator.live_state_of(job) for job in jobs})
