"""Forms about jobs: add one by its ID, change its name and note."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from epa_gui.core.jobs.job_reference import NotAJobIdError, job_id_in
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.note_field import NoteField
from epa_gui.ui.base.speaking import Words, speak

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NewJob:
    """What Add job was given."""

    model: str
    id: str
    name: str
    note: str


class AddJobDialog(FormDialog):
    """Add job.

    Signals:
        model_requested: Open Add model.
    """

    model_requested = Signal()

    def __init__(
        self,
        models: Mapping[str, str],
        chosen: str,
        same_job: Callable[[str, str], str],
        *,
        holds_key: Callable[[str], bool],
        hint: Words | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            models: Names by identity.
            chosen: The model to begin with.
            same_job: Given a model and a job ID, what the same job is called in the list; empty if it is not there.
            holds_key: Whether a text holds an API key this program knows.
            hint: A last line of help.
            parent: The window.
        """
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Add job")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Add job")))
        self._same_job = same_job
        self._holds_key = holds_key
        self._model = ComboBox()
        add_model = QPushButton()
        speak(self, lambda: add_model.setText(self.tr("Add model…")))
        add_model.setAutoDefault(False)
        add_model.clicked.connect(self.model_requested)
        self.add_row_with_button(lambda: self.tr("Model"), self._model, add_model)
        self._no_model = self.add_hint(
            lambda: self.tr("A job belongs to a model, and is checked with its key. Add the model first.")
        )
        self._id = NoteField(3)
        speak(
            self,
            lambda: self._id.setPlaceholderText(self.tr("Paste the ID, a status URL, or the text of response.json")),
        )
        self._id.textChanged.connect(self._on_id)
        self.add_row(lambda: self.tr("Job ID"), self._id)
        self._found = self.add_hint()
        self._name = QLineEdit(maxLength=200)
        speak(self, lambda: self._name.setPlaceholderText(self.tr("Optional")))
        self.add_row(lambda: self.tr("Name"), self._name)
        self._note = _note_field()
        self.add_row(lambda: self.tr("Note"), self._note)
        if hint is not None:
            self.add_hint(hint)
        self.show_models(models, chosen)

    def show_models(self, models: Mapping[str, str], chosen: str) -> None:
        """Offer these models."""
        self._model.clear()
        for model, name in models.items():
            self._model.addItem(shown(name), model)
        self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
        self._model.setEnabled(bool(models))
        self.form.setRowVisible(self._no_model, not models)
        if models:
            self._id.setFocus(Qt.FocusReason.OtherFocusReason)

    def model(self) -> str:
        """The chosen model's identity; empty if there is none."""
        return str(self._model.currentData() or "")

    def fill_id(self, job_id: str) -> None:
        """Begin with this job."""
        self._id.setPlainText(job_id)

    @Slot()
    def _on_id(self) -> None:
        """Say what was understood where it is not simply what was pasted."""
        text = self._id.toPlainText()
        try:
            found = job_id_in(text)
        except NotAJobIdError:
            found = ""
        is_worth_saying = found and found != text.strip() and not self._holds_key(found)
        self.say(self._found, lambda: fill(self.tr("Job ID found: {0}"), found) if is_worth_saying else "")

    def trouble(self) -> Trouble | None:
        """The first field that is not right yet."""
        if self._model.currentData() is None:
            return lambda: self.tr("Add the model first."), self._model
        if not self._id.toPlainText().strip():
            return lambda: self.tr(
                "Paste the job ID. It is the retrain_job_id that the service answered when the job was started."
            ), self._id
        try:
            job_id = job_id_in(self._id.toPlainText())
        except NotAJobIdError:
            return lambda: self.tr(
                "There is no job ID in this text. Paste the retrain_job_id, or the whole response.json."
            ), self._id
        if self._holds_key(job_id):  # the record is never shortened, and a key must not get into it
            return lambda: self.tr(
                "This is an API key, not a job ID. Paste the retrain_job_id, or the whole response.json."
            ), self._id
        same = self._same_job(self._model.currentData(), job_id)
        if same:
            return lambda: fill(
                self.tr("This job is already in the list, as “{0}”. It is selected now."), same
            ), self._id
        return None

    def new_job(self) -> NewJob:
        """What was entered; only after the form was accepted."""
        return NewJob(
            self._model.currentData(),
            job_id_in(self._id.toPlainText()),
            self._name.text().strip(),
            self._note.toPlainText().strip(),
        )


class EditJobDialog(FormDialog):
    """A job's name and note."""

    def __init__(self, name: str, note: str, job_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Edit job")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Save")))
        self._name = QLineEdit(name, maxLength=200)
        self._name.setPlaceholderText(job_id)
        self.add_row(lambda: self.tr("Name"), self._name)
        self._note = _note_field()
        self._note.setPlainText(note)
        self.add_row(lambda: self.tr("Note"), self._note)

    def name(self) -> str:
        """The new name."""
        return self._name.text().strip()

    def note(self) -> str:
        """The new note."""
        return self._note.toPlainText().strip()


def _note_field() -> NoteField:
    field = NoteField(4)
    speak(field, lambda: field.setPlaceholderText(translate("AddJobDialog", "Optional")))
    return field
