"""Decides about uploads: what is sent becomes a job as soon as the service has named one."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.file_change import FileChange
from epa_gui.core.jobs.job import Job, JobKey, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import Profile
from epa_gui.core.jobs.schedule import next_check
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.retraining.send_worker import Issued, SendOrder, SendProgress, SendReport, SendWorker, SweepWorker

if TYPE_CHECKING:
    from epa_gui.core.dataset.check import Reading
    from epa_gui.core.dataset.upload_payload import Item


@dataclass(frozen=True, slots=True)
class Retraining:
    """What a person wants sent, exactly as it was shown.

    Attributes:
        id: Tells it from others before its job has a name.
        model: The identity of the `Model`.
        name: The job's name; may be empty.
        note: The job's note.
        training: The training file as it was read.
        evaluation: The evaluation file as it was read, if there is one.
        steps: What the copy of each file differs in from it; a file without any is sent as it is.
        in_place_of: The job whose file did not arrive and which this one replaces.
        overruled: The kinds of findings in spite of which a person wants it sent.
        changes: What is other than in the file sent last, and can make retraining fail.
    """

    id: str
    model: str
    name: str
    note: str
    training: "Reading"
    evaluation: "Reading | None" = None
    steps: Mapping[Role, tuple[CopyStep, ...]] = field(default_factory=dict)
    in_place_of: JobKey | None = None
    overruled: tuple[str, ...] = ()
    changes: tuple[FileChange, ...] = ()

    def item(self, role: Role) -> "Item | None":
        """One of the files, as the payload needs it."""
        from epa_gui.core.dataset.conversion import Conversion  # noqa: PLC0415  loaded when something is sent
        from epa_gui.core.dataset.upload_payload import Item  # noqa: PLC0415  the same

        reading = self.training if role is Role.TRAINING else self.evaluation
        if reading is None:
            return None
        conversion = Conversion.of(reading.encoding, reading.delimiter, self.steps.get(role, ()))
        return Item(reading.path, reading.sha256, reading.stamp, conversion)


@dataclass(slots=True)
class _Sending:
    """One retraining on its way: its worker once it has its key, its job once the service has named one."""

    wanted: Retraining
    worker: SendWorker | None = None
    job: JobKey | None = None
    progress: SendProgress | None = None
    was_removed: bool = False


class Uploads(QObject):
    """The uploads of this session.

    Signals:
        waiting: It has waited for the keychain for more than a second (the retraining's ID).
        prepared: How far making ready is, before there is a job (a `SendProgress`).
        started: The service has named a job for it (the retraining's ID, its `JobKey`, and that of the job it replaces
            because of a fresh link, or `None`).
        refused: It ended before there was a job (the retraining's ID, and a `Problem`, or `None` if cancelled).
        changed: A job's upload moved on or ended (its `JobKey`, and a `SendProgress` or `None`).
        cancelled: A job whose upload was given up, and which has left the list.
    """

    waiting = Signal(str)
    prepared = Signal(object)
    started = Signal(str, object, object)
    refused = Signal(str, object)
    changed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore, folder: Path) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._folder = folder
        self._sendings: dict[str, _Sending] = {}
        self._arrived_unseen: dict[JobKey, float] = {}
        self._is_stopping = False
        self.threads = PassingThreads()
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)
        keys.waiting_changed.connect(self._on_waiting)
        repository.opened.connect(self._on_opened)
        # Later, when everybody has heard of them: a change must not overtake its job.
        repository.jobs_added.connect(self._on_jobs_added, Qt.ConnectionType.QueuedConnection)
        repository.jobs_removed.connect(self._on_jobs_removed)

    def send(self, wanted: Retraining) -> None:
        """Send it as soon as the model's key is known."""
        self._sendings[wanted.id] = _Sending(wanted)
        self._start(wanted.id)

    def cancel(self, sending_id: str) -> None:
        """Give up one that has no job yet; nobody waits for a disk or a server that hangs."""
        found = self._sendings.get(sending_id)
        if found is None or found.job is not None:
            return
        del self._sendings[sending_id]
        if found.worker is not None:
            found.worker.cancel()
        self.refused.emit(sending_id, None)

    def cancel_job(self, key: JobKey) -> None:
        """Give up the upload of a job."""
        for sending in list(self._sendings.values()):
            if sending.job == key and sending.worker is not None:
                sending.worker.cancel()

    def progress_of(self, key: JobKey) -> SendProgress | None:
        """How far a job's upload is; `None` if none is under way."""
        return next((sending.progress for sending in self._sendings.values() if sending.job == key), None)

    def is_under_way(self) -> bool:
        """Whether anything is being sent."""
        return bool(self._sendings)

    def has_jobs_under_way(self) -> bool:
        """Whether what is being sent is in the list already, so that it can be offered again."""
        return any(sending.job for sending in self._sendings.values())

    def stop(self) -> None:
        """End all of it; the next start offers to send it again."""
        self._is_stopping = True
        for name, sending in list(self._sendings.items()):
            if sending.worker is not None:
                sending.worker.stop()
            else:
                del self._sendings[name]

    def _start(self, sending_id: str) -> None:
        if self._is_stopping:
            return  # the keychain may answer while the program closes
        found = self._sendings[sending_id]
        wanted = found.wanted
        model = self._repository.models.get(wanted.model)
        training = wanted.item(Role.TRAINING)
        api_key = self._keys.key_of(wanted.model) if model else None
        if model is None or training is None:
            del self._sendings[sending_id]
            self.refused.emit(sending_id, None)
            return
        if api_key is None:
            return
        evaluation = wanted.item(Role.EVALUATION)
        address = self._repository.address_of(model)
        worker = SendWorker(SendOrder(sending_id, address, api_key, training, evaluation, self._folder))
        worker.progressed.connect(self._on_progress)
        worker.issued.connect(self._on_issued)
        worker.reported.connect(self._on_report)
        found.worker = worker
        self.threads.start(worker, f"send {training.name}")

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        for sending_id in self._waiting_for(model):
            self._start(sending_id)

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        for sending_id in self._waiting_for(model):
            del self._sendings[sending_id]
            self.refused.emit(sending_id, problem)

    @Slot()
    def _on_waiting(self) -> None:
        for sending_id, found in list(self._sendings.items()):
            if found.worker is None and self._keys.waits_for(found.wanted.model):
                self.waiting.emit(sending_id)

    def _waiting_for(self, model: str) -> list[str]:
        return [
            sending_id
            for sending_id, found in self._sendings.items()
            if found.worker is None and found.wanted.model == model
        ]

    @Slot(object)
    def _on_progress(self, progress: SendProgress) -> None:
        found = self._sendings.get(progress.id)
        if found is None:
            return
        found.progress = progress
        if found.job is None:
            self.prepared.emit(progress)
        else:
            self.changed.emit(found.job, progress)

    @Slot(object)
    def _on_issued(self, issued: Issued) -> None:
        """The service has named a job: it is in the list from now on, whatever becomes of the upload.

        A fresh link comes with a fresh job; the one before it never got a file, and goes.
        """
        found = self._sendings.get(issued.id)
        if found is None:
            return
        if found.wanted.model not in self._repository.models:
            self._drop(issued.id, found)
            return
        earlier = self._repository.jobs.get(found.job) if found.job else None
        if found.job is not None and earlier is None:
            self._drop(issued.id, found)  # it was removed while its link was being replaced
            return
        job = self._new_job(found.wanted, issued, earlier)
        found.job = job.key
        if earlier is not None:
            self._repository.take_out(earlier.key)
        self._repository.add_jobs([job])
        self.started.emit(issued.id, job.key, earlier.key if earlier else None)

    def _drop(self, sending_id: str, found: _Sending) -> None:
        """Its model or its job went while it was under way."""
        del self._sendings[sending_id]
        if found.worker is not None:
            found.worker.cancel()
        self.refused.emit(sending_id, None)

    def _new_job(self, wanted: Retraining, issued: Issued, earlier: Job | None) -> Job:
        now = self._repository.clock()
        upload = Upload(
            training=str(wanted.training.path),
            evaluation=str(wanted.evaluation.path) if wanted.evaluation else "",
            converted=tuple(sorted(role.value for role, steps in wanted.steps.items() if steps)),
            rows=wanted.training.rows,
            size=issued.size,
            sha256=issued.sha256,
            training_size=wanted.training.size,
            training_sha256=wanted.training.sha256,
            evaluation_size=wanted.evaluation.size if wanted.evaluation else 0,
            evaluation_sha256=wanted.evaluation.sha256 if wanted.evaluation else "",
            training_steps=wanted.steps.get(Role.TRAINING, ()),
            training_copy_size=issued.training_copy.size if issued.training_copy else 0,
            training_copy_sha256=issued.training_copy.sha256 if issued.training_copy else "",
            evaluation_steps=wanted.steps.get(Role.EVALUATION, ()),
            evaluation_copy_size=issued.evaluation_copy.size if issued.evaluation_copy else 0,
            evaluation_copy_sha256=issued.evaluation_copy.sha256 if issued.evaluation_copy else "",
            overruled=wanted.overruled,
            changes=wanted.changes,
        )
        return Job(
            issued.job_id,
            wanted.model,
            # The job before it may have been renamed since.
            earlier.name if earlier else wanted.name,
            earlier.note if earlier else wanted.note,
            added_at=now,
            next_check_at=math.inf,
            upload=upload,
        )

    @Slot(object)
    def _on_report(self, report: SendReport) -> None:
        found = self._sendings.pop(report.id, None)
        if found is None:
            return
        if found.job is None:
            self.refused.emit(report.id, report.problem)
            return
        job = self._repository.jobs.get(found.job)
        if job is not None:
            self._take_in(job, found, report)
        elif report.problem is None and not report.was_cancelled:
            self._arrived_unseen[found.job] = self._repository.clock()
        self.changed.emit(found.job, None)

    def _take_in(self, job: Job, found: _Sending, report: SendReport) -> None:
        if report.problem:
            self._take_in_problem(job, found, report.problem)
        elif not report.was_cancelled:
            self._take_in_arrival(job, self._repository.clock())
            self._remember_shape(job, found.wanted)
            self._drop_replaced(found.wanted)
        elif found.was_removed:  # and brought back since
            self._mark_interrupted([job.key])
        else:
            self._repository.take_out(job.key)
            self.cancelled.emit(job)

    def _take_in_problem(self, job: Job, found: _Sending, problem: Problem) -> None:
        """It is asked about all the same: the file may have arrived although nobody said so."""
        failed = replace(job, send_problem=problem)
        planned = next_check(failed, self._repository.clock(), self._repository.settings, 0.0)
        self._repository.change_job(replace(failed, next_check_at=planned))
        if problem.kind is ProblemKind.SEND_UNANSWERED:
            self._remember_shape(job, found.wanted)

    def _take_in_arrival(self, job: Job, now: float) -> None:
        if job.upload:
            upload = replace(job.upload, arrived_at=now)
            self._repository.change_job(
                replace(job, upload=upload, started_at=now, next_check_at=now, send_problem=None)
            )

    def _remember_shape(self, job: Job, wanted: Retraining) -> None:
        if job.upload:
            self._repository.add_profile(_profile(job, job.upload, wanted, self._repository.clock()))

    def _drop_replaced(self, wanted: Retraining) -> None:
        """The job this one was sent in place of is of no use any more, if its own file surely never arrived."""
        old = self._repository.jobs.get(wanted.in_place_of) if wanted.in_place_of else None
        never_arrived = old and old.send_problem and old.send_problem.kind is not ProblemKind.SEND_UNANSWERED
        if old is not None and never_arrived and old.model == wanted.model:
            self._repository.take_out(old.key)

    @Slot()
    def _on_opened(self) -> None:
        self._mark_interrupted(self._repository.jobs)
        self.threads.start(SweepWorker(self._folder), "sweep")

    @Slot(object)
    def _on_jobs_added(self, jobs: list[Job]) -> None:
        if self._repository.is_open:
            self._mark_interrupted(job.key for job in jobs)

    def _mark_interrupted(self, keys: Iterable[JobKey]) -> None:
        """Uploads that nobody carries on: killed with the program, or removed and brought back."""
        under_way = {sending.job for sending in self._sendings.values()}
        now = self._repository.clock()
        for key in list(keys):
            job = self._repository.jobs.get(key)  # as it is now: its upload may have ended since it was added
            arrived_at = self._arrived_unseen.pop(key, None) if job is not None else None
            if job is not None and arrived_at is not None:
                self._take_in_arrival(job, arrived_at)
            elif job is not None and job.is_uploading and key not in under_way:
                problem = Problem(ProblemKind.SEND_INTERRUPTED)
                self._repository.change_job(replace(job, send_problem=problem, next_check_at=now))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for sending in self._sendings.values():
            if sending.job in keys and sending.worker is not None:
                sending.was_removed = True
                sending.worker.cancel()


def _profile(job: Job, upload: Upload, wanted: Retraining, now: float) -> Profile:
    training = wanted.training
    return Profile(
        model=job.model,
        job=job.id,
        sent_at=now,
        file_name=training.path.name,
        columns=training.columns,
        rows=training.rows,
        size=training.size,
        sha256=upload.sha256,
        file_sha256=training.sha256,
    )
