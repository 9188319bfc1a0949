"""Keeps the page of the selected job showing what the controllers know of it."""

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.core.history.against import is_against_live
from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.account import secret_owner
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.model import Model
from epa_gui.core.switching.following import SWITCH_SEEN_KINDS
from epa_gui.core.way.next_act import Ability
from epa_gui.ui.base.common_text import live_text
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.key_end_text import key_expired_line, key_warning_words
from epa_gui.ui.base.keychain_text import keychain_wait_sentence
from epa_gui.ui.base.live_text import api_lines, progress_text
from epa_gui.ui.jobs.fetch_text import fetch_text
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView, TransferView
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.jobs.results_fetch import FetchPhase
from epa_gui.ui.predictions.prediction_book import JobPredictions, PredictionBook
from epa_gui.ui.retraining.send_worker import Phase
from epa_gui.ui.window.job_sources import JobSources

_LIVE = frozenset({LiveState.LIVE, LiveState.NOT_ANSWERING})
_NOT_IN_SERVICE = frozenset({LiveState.NO, LiveState.WAS_LIVE, LiveState.PERHAPS_WAS_LIVE})
_IN_SERVICE = frozenset({LiveState.LIVE, LiveState.NOT_ANSWERING, LiveState.SWITCHING})


class JobPageFeed(QObject):
    """One way only: from the controllers to the page, which asks none of them."""

    def __init__(
        self,
        page: JobPage,
        table: JobTable,
        *,
        sources: JobSources,
        prediction_book: PredictionBook,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._table = table
        self._repository = sources.repository
        self._keys = sources.keys
        self._scheduler = sources.scheduler
        self._downloads = sources.downloads
        self._results_fetch = sources.results_fetch
        self._uploads = sources.uploads
        self._estimates = sources.estimates
        self._switch_coordinator = sources.switch_coordinator
        self._prediction_book = prediction_book
        prediction_book.changed.connect(self._on_changed)
        self._key_watch = sources.key_watch
        sources.repository.job_changed.connect(self._on_job_changed)
        sources.repository.models_changed.connect(self.refresh)
        sources.repository.settings_changed.connect(self.refresh)
        sources.repository.status_history_read.connect(page.show_status_history)
        sources.repository.status_added.connect(page.add_status)
        sources.scheduler.under_way_changed.connect(self._on_changed)
        sources.scheduler.ticked.connect(page.tick)
        sources.keys.waiting_changed.connect(self.refresh)
        sources.downloads.changed.connect(self._on_changed)
        sources.results_fetch.changed.connect(self._on_changed)
        sources.results_fetch.results_fetched.connect(self._on_changed)
        sources.uploads.changed.connect(self._on_changed)
        sources.estimates.changed.connect(self._on_estimates)
        sources.switch_coordinator.changed.connect(self._on_switched)
        sources.key_watch.changed.connect(self.refresh)
        self._selected_soon = QTimer(self, singleShot=True, interval=0)
        self._selected_soon.timeout.connect(self._on_selected)
        table.selected.connect(self._selected_soon.start)

    # What can be done with a job

    def can_look_at(self, job: Job) -> bool:
        """Whether its results are here, or can be fetched."""
        return job.can_save or self._results_fetch.path_of(job.key) is not None

    def can_switch(self, job: Job) -> bool:
        """Whether a switch to it can be asked for: not to what is live already, and one at a time."""
        is_free = self._switch_coordinator.under_way(job.model) is None
        is_in_service = self._switch_coordinator.live_state_of(job) in _IN_SERVICE
        return self._repository.is_read() and job.stage is Stage.FINISHED and is_free and not is_in_service

    def ability_of(self, job: Job) -> Ability:
        """What can be done with it now."""
        model = self._repository.models.get(job.model)
        is_free = self._repository.is_read() and self._switch_coordinator.under_way(job.model) is None
        return Ability(
            can_look=self.can_look_at(job),
            can_switch=is_free and job.stage is Stage.FINISHED,
            can_switch_back=self._switch_coordinator.job_before(job.model) is not None,
            can_issue_key=model is not None and bool(secret_owner(model, self._repository.accounts)),
            knows_fault=job.upload is not None and bool(job.upload.changes),
        )

    # Showing

    @Slot()
    def refresh(self) -> None:
        """Show the selected job as it stands."""
        key = self._page.shown()
        if key is not None and key in self._repository.jobs:
            self._page.show_job(self.view_of(self._repository.jobs[key]))

    @Slot(object)
    def _on_changed(self, key: JobKey) -> None:
        if key == self._page.shown():
            self.refresh()

    @Slot(object, object)
    def _on_job_changed(self, _before: Job, job: Job) -> None:
        shown = self._page.shown()
        if shown is not None and shown.model == job.model:
            self.refresh()  # another job of the model may be what can be switched back to

    @Slot(object)
    def _on_estimates(self, estimates: dict[JobKey, Estimate | None]) -> None:
        if self._page.shown() in estimates:
            self.refresh()

    @Slot(str)
    def _on_switched(self, model: str) -> None:
        shown = self._page.shown()
        if shown is not None and shown.model == model:
            self.refresh()

    def show_selected(self) -> None:
        """Show what is selected now, instead of a moment later."""
        self._selected_soon.stop()
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        hidden = self._table.hidden_keys()
        keys = self._table.selected_keys() or hidden
        self._page.show_listed(is_listed=not hidden)
        if len(keys) != 1:
            self._page.show_count(len(keys), is_any_listed=self._table.model().rowCount() > 0)
        elif keys[0] in self._repository.jobs and keys[0] != self._page.shown():
            self._page.history.clear()
            self._page.show_job(self.view_of(self._repository.jobs[keys[0]]))
            self._repository.read_status_history(keys[0])

    def view_of(self, job: Job) -> JobPageView:
        """All that the page tells of a job, as it is now."""
        now = self._repository.clock()
        coordinator = self._switch_coordinator
        live, deployment, done = (
            coordinator.live_state_of(job),
            coordinator.deployment_of(job.model),
            coordinator.last_done(job.key),
        )
        transfer, fetch = self._transfer_of(job), self._results_fetch.states.get(job.key)
        before = coordinator.job_before(job.model) if live in _LIVE else None
        model, warning = self._repository.models.get(job.model), self._key_watch.warnings.get(job.model)
        predictions = self._prediction_book.told_of(job.key)
        if live is LiveState.SWITCHING and not predictions.is_asking:
            predictions = JobPredictions()  # those of an earlier switch would read as this one's
        progress = coordinator.progress_of(job.model) if live is LiveState.SWITCHING else None
        is_concerned = live not in _NOT_IN_SERVICE or (
            job.switch_problem and job.switch_problem.kind in SWITCH_SEEN_KINDS
        )
        return JobPageView(
            job,
            model.name if model is not None else "",
            live,
            progress_text(progress) if progress is not None else live_text(live, deployment, done, now),
            is_live_said=deployment.is_said,
            live_said=api_lines(deployment, now, coordinator.live_title(job.model)) if is_concerned else "",
            live_since=None if done is None else done.since,
            is_against_live=is_against_live(job, deployment),
            estimate=self._estimates.of(job),
            transfer=transfer,
            waiting=keychain_wait_sentence(self._keys.name) if self._waits_for_key(job, transfer) else "",
            fetched=fetch_text(fetch, now),
            is_fetching=fetch is not None and fetch.phase is FetchPhase.RUNNING,
            ability=self.ability_of(job),
            is_followed=progress is not None,
            can_cancel_switch=coordinator.waits_for_key(job.key),
            back_to=before,
            back_title=job_title(self._repository.jobs[before]) if before is not None else "",
            is_checking=self._scheduler.is_under_way(job.key),
            notifies=self._repository.settings.notify,
            predictions=predictions.text,
            predictions_failed=predictions.is_failed,
            can_show_predictions=predictions.can_show,
            key_warning=key_warning_words(model, warning, now) if model is not None and warning is not None else None,
            key_expired=key_expired_line(model, now) if model is not None and _is_key_over(model, now) else "",
        )

    def _waits_for_key(self, job: Job, transfer: TransferView | None) -> bool:
        """Whether something that is to be done with a job now waits for the keychain."""
        is_due = job.next_check_at <= self._repository.clock() and not job.is_uploading
        is_held_up = (
            is_due
            or self._switch_coordinator.waits_for_key(job.key)
            or (transfer is not None and not transfer.is_upload)
        )
        return is_held_up and not self._scheduler.is_under_way(job.key) and self._keys.waits_for(job.model)

    def _transfer_of(self, job: Job) -> TransferView | None:
        """The upload or download of a job that is under way."""
        upload = self._uploads.progress_of(job.key)
        if upload is not None and job.upload is not None:
            done = upload.done if upload.phase is Phase.SENDING else None
            return TransferView(job.upload.training, done, upload.total, upload.speed, is_upload=True)
        transfer = self._downloads.transfers.get(job.key)
        if transfer is None:
            return None
        progress = transfer.progress
        return TransferView(
            str(transfer.path),
            progress.done if progress else None,
            progress.total if progress else 0,
            progress.speed if progress else 0.0,
        )


def _is_key_over(model: Model, now: float) -> bool:
    """Whether its API key has ended, by the time that is known of it."""
    return model.key_ends_at is not None and model.key_ends_at <= now
