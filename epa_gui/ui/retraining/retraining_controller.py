"""Starts retrainings: the form, the files dropped on the window, what comes of sending, and sending again."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.file_changes import changes_in
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.repair import Repair, RepairKind, repair_of
from epa_gui.core.dataset.roles import Role
from epa_gui.core.files.unicode_names import composed
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.estimate import measure
from epa_gui.core.jobs.job import Job, JobKey, Upload
from epa_gui.core.jobs.model import names_in_order
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.job_view import JobView
from epa_gui.ui.base.keychain_text import keychain_wait_sentence
from epa_gui.ui.base.live_models import LiveModels
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.transfer_text import send_problem_words
from epa_gui.ui.retraining.file_inspection import FileInspection
from epa_gui.ui.retraining.model_facts import ModelFacts
from epa_gui.ui.retraining.send_worker import Phase, SendProgress
from epa_gui.ui.retraining.uploads import Retraining, Uploads

if TYPE_CHECKING:
    from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog

translate = QCoreApplication.translate


class RetrainingController(QObject):
    """Opens the form and carries out what it was given.

    Args:
        sample: A training file to offer, where people practise.

    Signals:
        files_dropped: Files were dropped on the form (a list of paths).
        model_requested: The form was asked for a model that is not there yet.
    """

    files_dropped = Signal(object)
    model_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        file_inspection: FileInspection,
        uploads: Uploads,
        live_models: LiveModels,
        view: JobView,
        messages: MessageBar,
        sample: Path | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._file_inspection = file_inspection
        self._uploads = uploads
        self._live_models = live_models
        self._view = view
        self._messages = messages
        self._sample = sample
        self._form: RetrainingDialog | None = None
        self._in_place_of: JobKey | None = None
        self._sent = ""
        file_inspection.changed.connect(self._on_inspection)
        uploads.waiting.connect(self._on_waiting)
        uploads.prepared.connect(self._on_prepared)
        uploads.started.connect(self._on_started)
        uploads.refused.connect(self._on_refused)
        uploads.cancelled.connect(self._on_cancelled)
        repository.models_changed.connect(self._on_models_changed)

    # The form

    @Slot()
    def open_empty(self) -> None:
        """Open the form without files, if it is not open."""
        self.open({})

    def open_with_sample(self) -> None:
        """Open the form with the training file that is offered there."""
        if self._sample is not None:
            self.open({Role.TRAINING: self._sample})

    def open(self, files: Mapping[Role, Path], again: Job | None = None) -> None:
        """Open the form with these files, or give them to the one that is open.

        Args:
            files: By their roles.
            again: The job whose file did not arrive, and which the new one is to replace.
        """
        if self._form is None:
            self._in_place_of = again.key if again else None
            self._open_form(again.model if again else self._view.chosen_model())
        form = self._form
        if form is None:
            return
        if again is not None:
            form.fill(again.name, again.note)
        self._read(files)

    def _open_form(self, model: str) -> None:
        from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog  # noqa: PLC0415  forms are loaded when first opened

        form = RetrainingDialog(names_in_order(self._repository.models.values()), model, self._window)
        form.files_chosen.connect(self._read)
        form.files_dropped.connect(self.files_dropped)
        form.model_chosen.connect(self._on_model)
        form.target_chosen.connect(self._on_target)
        form.check_requested.connect(self._file_inspection.read_again)
        form.cancel_check_requested.connect(self._file_inspection.cancel)
        form.repair_requested.connect(self._on_repair)
        form.repair_all_requested.connect(self._file_inspection.repair_all)
        form.encoding_chosen.connect(self._on_encoding)
        form.send_requested.connect(self._on_send)
        form.cancel_send_requested.connect(self._on_cancel_send)
        form.model_requested.connect(self.model_requested)
        form.painting.connect(self._file_inspection.hold)
        form.painted.connect(self._file_inspection.let_go)
        form.finished.connect(self._on_closed)
        if self._sample is not None:
            form.offer_sample(self._sample)
        self._form = form
        self._show_model()
        form.open()

    @Slot(object)
    def _read(self, files: Mapping[Role, Path]) -> None:
        if self._form is not None:
            self._form.show_files(files)
            self._file_inspection.read(files, self._form.model())

    @Slot(object)
    def _on_inspection(self, inspection: Inspection) -> None:
        if self._form is not None:
            self._form.show_inspection(inspection)

    @Slot(str)
    def on_live_changed(self, model: str) -> None:
        """Something else is known of what is live of a model."""
        if self._form is not None and self._form.model() == model:
            self._show_model()

    @Slot()
    def _show_model(self) -> None:
        if self._form is not None:
            self._form.show_model_facts(self._facts_of(self._form.model()))

    def _facts_of(self, model: str) -> ModelFacts:
        jobs = self._repository.jobs_of(model)
        sent = [job.upload.evaluation_sha256 for job in jobs if job.upload is not None]
        return ModelFacts(
            now=self._repository.clock(),
            model=self._repository.models.get(model),
            last=self._repository.profiles.get(model),
            last_evaluation=next((checksum for checksum in reversed(sent) if checksum), ""),
            measure=measure(jobs),
            deployment=self._live_models.deployment_of(model),
            live_title=self._live_models.live_title(model),
        )

    @Slot()
    def _on_models_changed(self) -> None:
        """The list was read only now, or results that were saved meanwhile tell the column to predict."""
        if self._form is not None:
            if not self._form.model():
                models = names_in_order(self._repository.models.values())
                self._form.show_models(models, self._view.chosen_model())
            self._file_inspection.compare_with(self._form.model())
            self._show_model()

    @Slot(str)
    def _on_model(self, model: str) -> None:
        self._file_inspection.compare_with(model)
        self._show_model()

    @Slot(str)
    def offer_model(self, model: str) -> None:
        """A model was added: choose it in the form, if one is open."""
        if self._form is not None:
            self._form.show_models(names_in_order(self._repository.models.values()), model)
            self._on_model(model)

    @Slot(str)
    def _on_target(self, target: str) -> None:
        """Told once, kept with the model."""
        model = self._repository.models.get(self._form.model() if self._form else "")
        if model is not None:
            self._repository.add_model(replace(model, target=target, target_is_guessed=False))

    @Slot(object, object, bool)
    def _on_repair(self, role: Role, repair: Repair, is_wanted: bool) -> None:  # noqa: FBT001  a signal's argument
        self._file_inspection.repair(role, [repair], is_wanted=is_wanted)

    @Slot(object, object)
    def _on_encoding(self, role: Role, encoding: Encoding | None) -> None:
        """Kept with the model too: next month's file will be written in the same."""
        model = self._repository.models.get(self._form.model() if self._form else "")
        value = encoding.value if encoding else ""
        if model is not None and model.encoding != value:
            self._repository.add_model(replace(model, encoding=value))
        self._file_inspection.choose_encoding(role, encoding)

    @Slot()
    def _on_closed(self) -> None:
        self._file_inspection.stop()
        self._form = None

    # Sending

    @Slot()
    def _on_send(self) -> None:
        form, inspection = self._form, self._file_inspection.now
        if form is None or not inspection.can_send(in_spite=form.is_overruled()):
            return
        self._sent = new_identity()
        self._uploads.send(
            Retraining(
                id=self._sent,
                model=form.model(),
                name=form.name() or composed(inspection.readings[Role.TRAINING].path.stem),
                note=form.note(),
                training=inspection.readings[Role.TRAINING],
                evaluation=inspection.readings.get(Role.EVALUATION),
                steps={role: inspection.steps(role) for role in inspection.files},
                in_place_of=self._in_place_of,
                overruled=tuple(sorted({placed.finding.kind.value for placed in inspection.stops()})),
                changes=changes_in(placed.finding for placed in inspection.findings if not placed.is_mended),
            )
        )

    @Slot()
    def _on_cancel_send(self) -> None:
        self._uploads.cancel(self._sent)

    @Slot(str)
    def _on_waiting(self, sending_id: str) -> None:
        if self._form is not None and sending_id == self._sent:
            self._form.show_busy(keychain_wait_sentence, 0, 0)

    @Slot(object)
    def _on_prepared(self, progress: SendProgress) -> None:
        if self._form is not None and progress.id == self._sent:
            self._form.show_busy(functools.partial(_phase_text, progress), progress.done, progress.total)

    @Slot(str, object, object)
    def _on_started(self, sending_id: str, key: JobKey, replaced: JobKey | None) -> None:
        """There is a job: the form has done its work. One that replaces another takes its place on screen too."""
        self._view.refresh()
        if replaced is not None and self._view.shown_job() in {None, replaced}:
            self._view.select(key)
        if self._form is not None and sending_id == self._sent:
            self._view.select(key)
            self._form.done(1)

    @Slot(str, object)
    def _on_refused(self, sending_id: str, problem: Problem | None) -> None:
        if self._form is not None and sending_id == self._sent:
            self._form.show_refused((lambda: send_problem_words(problem).sentence()) if problem else None)

    @Slot(object)
    def _on_cancelled(self, job: Job) -> None:
        self._messages.say(functools.partial(_cancelled_message, job))
        self._view.refresh()

    def send_again(self, key: JobKey) -> None:
        """Open the form with the files a job was started with here, for one that takes its place."""
        job = self._repository.jobs.get(key)
        if job is None or job.upload is None:
            return  # it was removed meanwhile
        files = {Role.TRAINING: Path(job.upload.training)}
        if job.upload.evaluation:
            files[Role.EVALUATION] = Path(job.upload.evaluation)
        self.open(files, job)
        for role, steps in _steps_of(job.upload).items():
            self._file_inspection.propose(role, [repair for step in steps if (repair := repair_of(step))])

    # Files dropped elsewhere

    def is_open(self) -> bool:
        """Whether the form is open."""
        return self._form is not None

    def add(self, path: Path) -> None:
        """One more file for the open form: the one it lacks."""
        files = dict(self._file_inspection.now.files)
        is_second = Role.TRAINING in files and Role.EVALUATION not in files
        files[Role.EVALUATION if is_second else Role.TRAINING] = path
        self._read(files)

    def say(self, text: Callable[[], str]) -> bool:
        """Say what this makes in the form; `False` if none is open."""
        if self._form is not None:
            self._form.say_trouble(text)
        return self._form is not None


def _steps_of(upload: Upload) -> dict[Role, tuple[CopyStep, ...]]:
    """What was put right in the copies; of early uploads it is known only whether the encoding was changed."""
    kept = {Role.TRAINING: upload.training_steps, Role.EVALUATION: upload.evaluation_steps}
    other_encoding = (CopyStep(RepairKind.ENCODING.value),)
    return {role: steps or (other_encoding if role.value in upload.converted else ()) for role, steps in kept.items()}


def _cancelled_message(job: Job) -> Message:
    text = translate("RetrainingController", "Sending “{0}” was canceled. No retraining was started.")
    return Message(fill(text, job_title(job)))


def _phase_text(progress: SendProgress) -> str:
    if progress.phase is Phase.PREPARING:
        if progress.total:
            share = formatting.percent(progress.done, progress.total)
            return fill(translate("RetrainingController", "Preparing… {0}"), share)
        return translate("RetrainingController", "Preparing…")
    return translate("RetrainingController", "Requesting a job from the service…")
