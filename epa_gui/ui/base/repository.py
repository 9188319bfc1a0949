"""The models, jobs and settings as they stand: the one place in memory that changes them, and has changes written.

Whatever changes here goes into the history in the same transaction, so that neither is ever without the other.
"""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import fields, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.event_diff import about_address, about_job, about_model
from epa_gui.core.history.kept_fingerprint import Kept
from epa_gui.core.jobs.account import PREDICTION_KEY, Account, accounts_from_json, accounts_to_json
from epa_gui.core.jobs.job import Job, JobKey, StatusEntry
from epa_gui.core.jobs.model import Model, service_address
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import Profile
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.settings import Settings, settings_from
from epa_gui.core.keys.bound_key import origin_of, prediction_origin
from epa_gui.core.service.redaction import redacted, without_secrets
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Unread
from epa_gui.ui.base.removal import JobsRemoval, ModelRemoval
from epa_gui.ui.base.store_worker import ListRead, StoreWorker

HISTORY_PAGE = 500


class Repository(QObject):
    """What this program knows. Other controllers read it freely and change it through its methods only.

    Attributes:
        is_open: Whether it was tried to read the list.
        can_be_used: Whether it was read; `False` while nobody knows what is in it.
        unopened: Why it could not be read (a `ListRead`), until it is.
        next_try_at: When that is tried again, seconds since the epoch.
        unread: What is in the list and could not be read; it stays untouched in the file.

    Signals:
        opened: The list was read; once.
        not_opened: It could not be read, for a new reason (`unopened`), or it is known when that is tried again.
        jobs_added: A list of `Job`.
        jobs_removed: A list of `JobKey`.
        job_changed: The job before and after.
        models_changed: Any model was added, changed or removed.
        accounts_changed: Any account was connected, changed or disconnected.
        settings_changed: The new `Settings`.
        status_history_read: A `JobKey` and its `StatusEntry` tuple, oldest first.
        status_added: A new `StatusEntry`.
        history_read: A load's number, and a page of the history (`HistoryEntry` tuple, newest first; empty at its end).
        history_added: What has just gone into the history (a tuple of `HistoryEntry`, oldest first).
        history_verified: A `HistoryCheck` on all of it.
        history_failed: The load's number, 0 if no verdict can be had; a `Problem`.
        not_recorded: Events that could not be written by now (a tuple of `HistoryEvent`).
        removed: The jobs that went (a tuple), and the model's name if it went with them; for the offer to undo it.
        trouble: A `Problem` of the list itself.
        saved_again: That trouble has passed.
    """

    opened = Signal()
    not_opened = Signal()
    jobs_added = Signal(object)
    jobs_removed = Signal(object)
    job_changed = Signal(object, object)
    models_changed = Signal()
    accounts_changed = Signal()
    settings_changed = Signal(object)
    status_history_read = Signal(object, object)
    status_added = Signal(object)
    history_read = Signal(int, object)
    history_added = Signal(object)
    history_verified = Signal(object)
    history_failed = Signal(int, object)
    not_recorded = Signal(object)
    removed = Signal(object, str)
    trouble = Signal(object)
    saved_again = Signal()

    def __init__(self, store: StoreWorker, clock: Callable[[], float] = time.time, practice_address: str = "") -> None:
        super().__init__()
        self.clock = clock
        self.jobs: dict[JobKey, Job] = {}
        self.models: dict[str, Model] = {}
        self.accounts: dict[str, Account] = {}
        self.profiles: dict[str, Profile] = {}
        self.settings = Settings()
        self.stored: dict[str, str] = {}
        self.leftover: tuple[Model, ...] = ()
        self.switches: tuple[HistoryEvent, ...] = ()
        self.undo_stack = QUndoStack(self)
        self.unread: tuple[Unread, ...] = ()
        self.is_open = False
        self.can_be_used = True
        self.unopened: ListRead | None = None
        self.next_try_at = 0.0
        self._early: dict[str, str] = {}
        self._practice_address = practice_address
        self._store = store
        store.opened.connect(self._on_opened)
        store.next_try.connect(self._on_next_try)
        store.status_history_read.connect(self.status_history_read)
        store.recorded.connect(self.history_added)
        store.not_recorded.connect(self.not_recorded)
        store.history_read.connect(self.history_read)
        store.history_verified.connect(self.history_verified)
        store.history_failed.connect(self.history_failed)
        store.write_failed.connect(self.trouble)
        store.write_recovered.connect(self.saved_again)

    def address_of(self, model: Model) -> str:
        """The base URL of the model's service."""
        return service_address(model, self._practice_address)

    def as_called_now(self, model: Model) -> Model:
        """A model as it is now, for what still tells of it; as it was, if it is gone."""
        return self.models.get(model.id, model)

    def key_owner(self, entry: str) -> Model | None:
        """Where the key of a keychain's entry may be sent to, as a model there; `None` if nobody knows.

        Args:
            entry: A model's identity, or a model's or an account's with one of the endings of `core.jobs.account`.
        """
        owner, _, _ = entry.partition("/")
        model = self.models.get(owner)
        if model is not None and entry.endswith(PREDICTION_KEY):
            place = Model(owner, "", Region.PRACTICE)
            is_practice = prediction_origin(model.prediction_address, self._practice_address) == origin_of(place)
            return place if is_practice else Model(owner, "", Region.OWN, model.prediction_address)
        account = self.accounts.get(owner)
        return account.as_model() if account is not None else model

    def put_account(self, account: Account, *events: HistoryEvent) -> None:
        """Add an account, or put a changed one in place of the one with its ID."""
        self._keep_accounts(self.accounts | {account.id: account}, events)

    def drop_account(self, account: str, *events: HistoryEvent) -> None:
        """Forget an account; its models stay, its keys are for others to delete."""
        self._keep_accounts({each: known for each, known in self.accounts.items() if each != account}, events)

    def _keep_accounts(self, accounts: dict[str, Account], events: Iterable[HistoryEvent]) -> None:
        if accounts == self.accounts:
            return
        self.accounts = accounts
        self.remember("accounts", accounts_to_json(accounts.values()))
        self.note(*events)
        self.accounts_changed.emit()

    def jobs_of(self, model: str) -> list[Job]:
        """The model's jobs, by when they were added."""
        return [job for job in self.jobs.values() if job.model == model]

    def same_job(self, job: Job) -> Job | None:
        """The job in the list with the same ID at the same service, under whatever model."""
        address = self.address_of(self.models[job.model])
        for other in self.jobs.values():
            if other.id == job.id and self.address_of(self.models[other.model]) == address:
                return other
        return None

    def add_model(self, model: Model, *, is_key_issued: bool = False) -> None:
        """Add a model, or put a changed one in place of the one with its ID.

        Args:
            model: As it is now.
            is_key_issued: Whether its key, if it is a new one, was issued here by the service.
        """
        model = replace(model, name=without_secrets(model.name))
        before = self.models.get(model.id)
        self._put_model(model, about_model(before, model, self.clock(), is_key_issued=is_key_issued))

    def _put_model(self, model: Model, events: Iterable[HistoryEvent]) -> None:
        self.models[model.id] = model
        self._store.write(model, *map(_clean, events))
        self.models_changed.emit()

    def note(self, *events: HistoryEvent) -> None:
        """Put events into the history that change nothing here."""
        self._store.write(*map(_clean, events))

    def add_profile(self, profile: Profile) -> None:
        """Remember the shape of a file that was sent."""
        self.profiles[profile.model] = profile
        self._store.write(profile)

    def add_jobs(self, jobs: Iterable[Job]) -> None:
        """Add jobs to the end of the list."""
        added = [_without_keys(job) for job in jobs]
        events = [event for job in added for event in about_job(None, job, self._model_name(job), self.clock())]
        self._put_jobs(added, events)

    def _put_jobs(self, added: list[Job], events: Iterable[HistoryEvent]) -> None:
        self.jobs |= {job.key: job for job in added}
        self._store.write(*added, *map(_clean, events))
        self.jobs_added.emit(added)

    def _model_name(self, job: Job) -> str:
        return self.models[job.model].name if job.model in self.models else ""

    def _event(self, kind: EventKind, job: Job) -> HistoryEvent:
        return HistoryEvent(kind, self.clock(), job.model, self._model_name(job), job.id, job.name)

    def change_job(self, job: Job, *entries: StatusEntry | HistoryEvent, is_urgent: bool = True) -> None:
        """Put `job` in place of the one with its key, and add to both histories; nothing if it was removed meanwhile.

        Args:
            job: As it is now.
            entries: Changes of its status, and events beyond those that can be seen by comparing.
            is_urgent: Whether it is to be written at once.
        """
        before = self.jobs.get(job.key)
        if before is None or (before == job and not entries):
            return
        if (before.name, before.note) != (job.name, job.note):
            job = _without_keys(job)
        self.jobs[job.key] = job
        events = (*about_job(before, job, self._model_name(job), self.clock()),)
        given = [_clean(entry) if isinstance(entry, HistoryEvent) else entry for entry in entries]
        self._store.write(job, *given, *map(_clean, events), is_urgent=is_urgent or bool(entries) or bool(events))
        self.job_changed.emit(before, job)
        for entry in entries:
            if isinstance(entry, StatusEntry):
                self.status_added.emit(entry)

    def remove_jobs(self, keys: Iterable[JobKey]) -> None:
        """Take jobs off the list, undoably; the service hears nothing of it."""
        jobs = [self.jobs[key] for key in keys if key in self.jobs]
        if jobs:
            self.undo_stack.push(JobsRemoval(self, jobs))

    def take_out(self, key: JobKey) -> None:
        """Take a job off the list that is worth nothing to anybody; there is nothing to undo."""
        job = self.jobs.pop(key, None)
        if job is not None:
            self._store.write(replace(job, removed_at=self.clock()), _clean(self._event(EventKind.JOB_REMOVED, job)))
            self.jobs_removed.emit([key])

    def remove_model(self, model: str) -> None:
        """Take a model and its jobs off the list, undoably; its key stays until the program closes."""
        if model in self.models:
            self.undo_stack.push(ModelRemoval(self, self.models[model], self.jobs_of(model)))

    def drop(self, jobs: list[Job], model: Model | None) -> None:
        """The doing of a removal."""
        now = self.clock()
        jobs = [self.jobs.get(job.key, job) for job in jobs]
        for job in jobs:
            self.jobs.pop(job.key, None)
        gone = [_clean(self._event(EventKind.JOB_REMOVED, job)) for job in jobs]
        self._store.write(*(replace(job, removed_at=now) for job in jobs), *gone)
        if jobs:
            self.jobs_removed.emit([job.key for job in jobs])
        if model is not None:
            self.models.pop(model.id, None)
            event = HistoryEvent(EventKind.MODEL_REMOVED, now, model.id, model.name)
            self._store.write(replace(model, removed_at=now), _clean(event))
            self.models_changed.emit()
        self.removed.emit(tuple(jobs), model.name if model else "")

    def bring_back(self, jobs: list[Job], model: Model | None) -> None:
        """The undoing of a removal; a job added anew meanwhile stays as it is."""
        if model is not None:
            self._put_model(model, [HistoryEvent(EventKind.MODEL_RESTORED, self.clock(), model.id, model.name)])
        back = [job for job in jobs if job.key not in self.jobs and job.model in self.models]
        # A download that was under way ended with the removal, and took its part with it.
        back = [job if job.save_problem else replace(job, partial=None) for job in back]
        self._put_jobs(back, [self._event(EventKind.JOB_RESTORED, job) for job in back])

    def read_status_history(self, key: JobKey) -> None:
        """Have a job's history read; `status_history_read` brings it."""
        self._store.read_status_history(key)

    def read_history(self, load: int, before: int | None = None) -> None:
        """Have a page of the history read, the newest or the one before entry `before`; `history_read` brings it.

        Args:
            load: From 1; comes back with the page, or with its failure. One number for all pages that belong together.
            before: Only entries with a smaller number.
        """
        self._store.read_history(load, before, HISTORY_PAGE)

    def verify_history(self, kept: Kept | None = None) -> None:
        """Have the whole history looked at, for a fingerprint kept elsewhere too; `history_verified` tells."""
        self._store.verify_history(kept)

    def change_settings(self, settings: Settings) -> None:
        """Take over new settings and remember what changed."""
        settings = settings.within_limits()
        for field in fields(settings):
            if getattr(settings, field.name) != getattr(self.settings, field.name):
                self.remember(field.name, json.dumps(getattr(settings, field.name)))
        self.settings = settings
        self.settings_changed.emit(settings)

    def remember(self, name: str, value: str) -> None:
        """Keep a small thing, such as the order of columns, as JSON text."""
        if self.stored.get(name) != value:
            self.stored[name] = value
            if not self.is_read():
                self._early[name] = value
            self._store.write(Setting(name, value))

    def is_read(self) -> bool:
        """Whether it is known what is in the list."""
        return self.is_open and self.can_be_used

    def open_again(self) -> None:
        """Have it tried now to read a list that could not be read."""
        self._store.open_again()

    def removed_models(self) -> list[str]:
        """Models whose keys are to be deleted now that the program closes."""
        return [model.id for model in self._removals() if model.id not in self.models]

    def gone_model(self, model: str) -> Model | None:
        """A model that is not in the list any more, while something of it is left."""
        if model in self.models:
            return None
        return next((gone for gone in (*self._removals(), *self.leftover) if gone.id == model), None)

    def _removals(self) -> list[Model]:
        commands = (self.undo_stack.command(index) for index in range(self.undo_stack.count()))
        return [command.model for command in commands if isinstance(command, ModelRemoval)]

    @Slot(object)
    def _on_opened(self, read: ListRead) -> None:
        self.is_open = True
        self.can_be_used = read.can_be_used
        self.unopened = None if read.can_be_used else read
        if not read.can_be_used:
            self.not_opened.emit()
            return
        self.models = {model.id: model for model in read.contents.models}
        self.jobs = {job.key: job for job in read.contents.jobs}
        self.profiles = dict(read.contents.profiles)
        self.stored = dict(read.contents.settings) | self._early  # what a person has set while it was waited for holds
        self.settings = settings_from(self.stored)
        self.accounts = {account.id: account for account in accounts_from_json(self.stored.get("accounts", "[]"))}
        self.leftover = read.contents.leftover
        self.switches = read.contents.switches
        self.unread = read.contents.unread
        for model in self.models.values():  # changed in the file, by other means than this program
            if model.id in read.contents.places:
                self.note(*about_address(read.contents.places[model.id], model, self.clock()))
        self.settings_changed.emit(self.settings)
        self.accounts_changed.emit()
        self.models_changed.emit()
        self.jobs_added.emit(list(self.jobs.values()))
        if read.problem:
            self.trouble.emit(read.problem)
        if self.unread:
            self.trouble.emit(Problem(ProblemKind.LIST_UNREAD, _reasons(self.unread)))
        self.opened.emit()

    @Slot(float)
    def _on_next_try(self, seconds: float) -> None:
        self.next_try_at = self.clock() + seconds
        self.not_opened.emit()


def _reasons(unread: Iterable[Unread]) -> str:
    """What could not be read and why, a line each, for "Details"."""
    return "\n".join(f"{row.table} {' '.join(row.identity)}: {row.reason}" for row in unread)


def _without_keys(job: Job) -> Job:
    """The job as it is kept: people paste keys into names and notes, too, and none may reach a file."""
    return replace(job, name=without_secrets(job.name), note=without_secrets(job.note))


_NO_TEXT = frozenset({"sha256", "file_sha256", "evaluation_sha256", "sent_sha256", "switch"})


def _clean(event: HistoryEvent) -> HistoryEvent:
    """Without any key this program knows, without the signature of any link: people paste such things into names."""
    details = {
        name: redacted(value) if isinstance(value, str) and name not in _NO_TEXT else value
        for name, value in event.details.items()
    }
    return replace(event, model_name=redacted(event.model_name), job_name=redacted(event.job_name), details=details)
