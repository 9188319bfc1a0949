"""What is entered for a new retraining: the model, the files, a name and a note; with what is known of each."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QToolButton

from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.retraining.file_field import FileFacts, FileField
from epa_gui.ui.retraining.model_facts import ModelFacts
from epa_gui.ui.retraining.model_row import ModelRow
from epa_gui.ui.retraining.name_and_note import NameAndNote
from epa_gui.ui.retraining.ready_text import evaluation_text, file_text, live_text


class RetrainingFields(QObject):
    """The rows at the top of the form.

    Signals:
        files_chosen: The files changed (a dict of `Path` by `Role`).
        model_chosen: A model's identity.
        target_chosen: The name of the column to predict; empty for "not chosen".
        model_requested: Open Add model.
    """

    files_chosen = Signal(object)
    model_chosen = Signal(str)
    target_chosen = Signal(str)
    model_requested = Signal()

    def __init__(self, form: FormDialog) -> None:
        super().__init__(form)
        self._form = form.form
        self.model = ModelRow()
        self.model.model_chosen.connect(self.model_chosen)
        self.model.target_chosen.connect(self.target_chosen)
        self.model.model_requested.connect(self.model_requested)
        self._training = FileField(lambda: self.tr("Training file"))
        self._evaluation = FileField(lambda: self.tr("Evaluation file"), is_optional=True)
        self.name_and_note = NameAndNote()
        self._swap = QToolButton(autoRaise=True)
        speak(form, lambda: self._swap.setText(self.tr("Swap the files")))
        self._swap.setIcon(icon("switch"))
        self._swap.setIconSize(QSize(em(form), em(form)))
        self._swap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        speak(
            form,
            lambda: self._swap.setToolTip(
                self.tr("Use the evaluation file as the training file, and the training file as the evaluation file")
            ),
        )
        self._swap.clicked.connect(self._on_swap)
        self._training_facts = FileFacts(self._swap)
        self._evaluation_facts = FileFacts(self.name_and_note.disclosure)
        for field in (self._training, self._evaluation):
            field.chosen.connect(self._on_files)
        self._add_rows(form)

    def _add_rows(self, form: FormDialog) -> None:
        form.form.setVerticalSpacing(em(form, GAP / 2))
        form.form.setHorizontalSpacing(em(form, GAP))
        form.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # it may be made narrower than others
        form.add_row(lambda: self.tr("Model"), self.model, self.model.model)
        form.add_row(lambda: self.tr("Training file"), self._training, self._training.line)
        form.form.addRow("", self._training_facts)
        form.add_row(lambda: self.tr("Evaluation file"), self._evaluation, self._evaluation.line)
        form.form.addRow("", self._evaluation_facts)
        form.add_row(lambda: self.tr("Name"), self.name_and_note, self.name_and_note.name)
        form.form.setRowVisible(self.name_and_note, False)  # noqa: FBT003  Qt's
        self.name_and_note.unfolded.connect(self._on_unfolded)

    def offer_sample(self, path: Path) -> None:
        """A file for who has none at hand."""
        self._training.offer(lambda: self.tr("Use the sample file"), path)

    def show_files(self, files: Mapping[Role, Path]) -> None:
        """Show which files are chosen."""
        self._training.set_path(files.get(Role.TRAINING))
        self._evaluation.set_path(files.get(Role.EVALUATION))

    def show_known(self, inspection: Inspection, facts: ModelFacts) -> None:
        """Show what is known of the files and of the model."""
        training, reading = inspection.files.get(Role.TRAINING), inspection.readings.get(Role.TRAINING)
        self.name_and_note.show_usual(training.stem if training else "")
        known = file_text(inspection, Role.TRAINING)
        self._training_facts.show_facts(known)
        self._form.setRowVisible(self._training_facts, bool(known) or inspection.is_reading)  # nothing moves meanwhile
        self._evaluation_facts.show_facts(evaluation_text(inspection, facts))
        self._swap.setVisible(len(inspection.files) > 1)
        columns = [column.name for column in reading.columns] if reading else []
        model = facts.model
        self.model.show_live(live_text(facts))
        self.model.show_target(
            columns, model.target if model else "", is_guessed=bool(model and model.target_is_guessed)
        )

    def set_sending(self, *, is_sending: bool) -> None:
        """Nothing is changed while it is sent."""
        for widget in (self.model, self._training, self._evaluation, self._swap):
            widget.setEnabled(not is_sending)
        for field in (self.name_and_note.name, self.name_and_note.note):
            field.setReadOnly(is_sending)

    def take_typed(self) -> None:
        """Paths typed a moment ago count from now on."""
        for field in (self._training, self._evaluation):
            field.take_typed()

    @Slot()
    def _on_files(self) -> None:
        paths = {Role.TRAINING: self._training.path(), Role.EVALUATION: self._evaluation.path()}
        self.files_chosen.emit({role: path for role, path in paths.items() if path is not None})

    @Slot()
    def _on_swap(self) -> None:
        training, evaluation = self._training.path(), self._evaluation.path()
        self._training.set_path(evaluation)
        self._evaluation.set_path(training)
        self._on_files()

    @Slot(bool)
    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  a signal's argument
        self._form.setRowVisible(self.name_and_note, is_open)
