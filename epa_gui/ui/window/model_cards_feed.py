"""Makes the cards of the models out of what the controllers know, as soon as they know it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import KEY_KINDS, NO_KEY_KINDS, ProblemKind
from epa_gui.core.way.standing import Standing, standing_of
from epa_gui.ui.account.account_watch import AccountWatch
from epa_gui.ui.retraining.send_worker import Phase, SendProgress
from epa_gui.ui.window import card_text
from epa_gui.ui.window.job_sources import JobSources
from epa_gui.ui.window.model_card import CardProgress, ModelCard
from epa_gui.ui.window.sidebar import Sidebar

_GATHER_MS = 100
_BAR_SECONDS = 3.0
_DATE_SECONDS = 60.0
"""How often the bars of jobs in progress, and how often all that depends on the time of day, is looked at anew."""

_GOING = frozenset({Standing.UPLOADING, Standing.NOT_CHECKED, Standing.TRAINING})


class ModelCardsFeed(QObject):
    """One way only: from the controllers to the sidebar. A card is made anew only when its model changed."""

    def __init__(
        self,
        sidebar: Sidebar,
        *,
        sources: JobSources,
        account_watch: AccountWatch,
    ) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._repository = sources.repository
        self._uploads = sources.uploads
        self._estimates = sources.estimates
        self._needs = sources.needs
        self._key_watch = sources.key_watch
        self._account_watch = account_watch
        self._switches = sources.switch_coordinator
        self._refused: set[str] = set()
        self._cards: dict[str, ModelCard] = {}
        self._stale: set[str] = set()
        self._moving: set[str] = set()
        self._bars_at = self._dates_at = 0.0
        self._soon = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._soon.timeout.connect(self._refresh_stale)
        sources.repository.opened.connect(self.refresh)
        sources.repository.models_changed.connect(self._all_soon)
        sources.repository.job_changed.connect(self._on_job_changed)
        sources.repository.jobs_added.connect(self._on_jobs_added)
        sources.repository.jobs_removed.connect(self._on_jobs_removed)
        sources.scheduler.ticked.connect(self._on_tick)
        sources.uploads.changed.connect(self._on_upload)
        sources.estimates.changed.connect(self._on_estimates)
        sources.key_watch.changed.connect(self._all_soon)
        sources.repository.accounts_changed.connect(self._all_soon)
        sources.switch_coordinator.changed.connect(self._on_switched)
        sources.needs.changed.connect(self._all_soon)

    @Slot()
    def refresh(self) -> None:
        """Make all cards anew."""
        self._stale = set(self._repository.models)
        self._refresh_stale()

    @Slot(str, bool)
    def mark_refused(self, model: str, is_refused: bool) -> None:  # noqa: FBT001  a signal's argument
        """Whether the service has refused the model's key."""
        (self._refused.add if is_refused else self._refused.discard)(model)
        self._make_soon([model])

    @Slot(str)
    def choose_added(self, model: str) -> None:
        """A model was added by a person: choose it."""
        self.refresh()
        self._sidebar.choose_model(model)

    def _make_soon(self, models: Iterable[str]) -> None:
        self._stale.update(models)
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _all_soon(self) -> None:
        self._make_soon(self._repository.models)

    @Slot()
    def _refresh_stale(self) -> None:
        models, now = self._repository.models, self._repository.clock()
        stale = self._stale & models.keys()
        self._stale = set()
        jobs: dict[str, list[Job]] = {model: [] for model in stale}
        if stale:  # one pass over the list for all of them
            for job in self._repository.jobs.values():
                if job.model in stale:
                    jobs[job.model].append(job)
        for model in stale:
            self._cards[model] = self._card(models[model], jobs[model], self._needs.count(model), now)
        self._cards = {model: self._cards[model] for model in models if model in self._cards}
        cards = sorted(self._cards.values(), key=lambda card: card.name.casefold())
        self._sidebar.show_cards([card_text.all_models(sum(card.needs for card in cards)), *cards])

    def _card(self, model: Model, jobs: Sequence[Job], needs: int, now: float) -> ModelCard:
        service = self._switches.deployment_of(model.id)
        live = self._repository.jobs.get(JobKey(model.id, service.live.job)) if service.live else None
        verdict = live.verdict if live is not None else None
        is_switching = self._switches.under_way(model.id) is not None
        going = self._going(jobs)
        trouble = self._key_trouble(model.id, jobs)
        is_refused = trouble in KEY_KINDS - NO_KEY_KINDS
        key = card_text.key_line(model, self._key_watch.warnings.get(model.id), trouble, now)
        is_gone = self._account_watch.is_gone(model.id)
        title = self._switches.live_title(model.id)
        return ModelCard(
            model.id,
            model.name,
            needs,
            card_text.live_line(
                service, verdict, now, is_switching=is_switching, progress=self._switches.progress_of(model.id)
            ),
            self._progress(going, now),
            card_text.gone_line() if is_gone else key,
            card_text.details_text(model, service, title, len(going), now, is_refused=is_refused, is_gone=is_gone),
        )

    def _key_trouble(self, model: str, jobs: Iterable[Job]) -> ProblemKind | None:
        if model in self._refused:
            return ProblemKind.KEY_WRONG
        return next((job.problem.kind for job in jobs if job.problem and job.problem.kind in KEY_KINDS), None)

    def _going(self, jobs: Iterable[Job]) -> list[tuple[Job, Standing]]:
        """The jobs that go on; of one that cannot be checked until somebody acts, nobody knows."""
        in_progress = (job for job in jobs if job.stage is Stage.IN_PROGRESS)
        found = ((job, standing_of(job, self._switches.live_state_of(job))) for job in in_progress)
        return [(job, standing) for job, standing in found if standing in _GOING]

    def _progress(self, going: Sequence[tuple[Job, Standing]], now: float) -> CardProgress | None:
        """Of the one that a person will hear of first."""
        if not going:
            return None
        job, standing = min(going, key=lambda each: self._ends_at(each[0]))
        if standing is not Standing.UPLOADING:
            return card_text.training_line(job, standing, self._estimates.of(job), now)
        sent = self._uploads.progress_of(job.key)
        is_sending = sent is not None and sent.phase is Phase.SENDING
        return card_text.upload_line(sent.done, sent.total) if sent and is_sending else card_text.upload_line(None, 0)

    def _ends_at(self, job: Job) -> tuple[bool, float]:
        estimate = self._estimates.of(job)
        return (False, estimate.ends_at) if estimate is not None else (True, job.added_at)

    @Slot(object, object)
    def _on_job_changed(self, _before: Job, job: Job) -> None:
        self._make_soon([job.model])

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        self._make_soon({job.model for job in jobs})

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        self._make_soon({key.model for key in keys})

    @Slot(object)
    def _on_estimates(self, estimates: dict[JobKey, Estimate | None]) -> None:
        self._make_soon({key.model for key in estimates})

    @Slot(str)
    def _on_switched(self, model: str) -> None:
        self._make_soon([model])

    @Slot(object, object)
    def _on_upload(self, key: JobKey, progress: SendProgress | None) -> None:
        if progress is None:
            self._make_soon([key.model])
        else:
            self._moving.add(key.model)  # it comes ten times a second: the next tick is soon enough

    @Slot(float)
    def _on_tick(self, now: float) -> None:
        """Bars move, days pass, and what is usual goes by."""
        if not 0 <= now - self._dates_at < _DATE_SECONDS:
            self._dates_at = self._bars_at = now
            self._make_soon(self._repository.models)
        elif not 0 <= now - self._bars_at < _BAR_SECONDS:
            self._bars_at = now
            moving = self._moving | {card.id for card in self._cards.values() if card.progress is not None}
            self._moving = set()
            if moving:
                self._make_soon(moving)
