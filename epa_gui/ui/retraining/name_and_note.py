"""The name and the note of a retraining, folded: most take the file's name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.disclosure import Disclosure
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.speaking import speak

_MOST_SHOWN = 40
"""Letters of a name on the folded line."""


class NameAndNote(QWidget):
    """The two fields, and the line that unfolds them, which stands elsewhere.

    Signals:
        unfolded: They are to be seen now, or not any more (a `bool`).
    """

    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = ""
        self.name = QLineEdit(maxLength=200)
        speak(self, lambda: self.name.setAccessibleName(self.tr("Name")))
        speak(self, lambda: self.name.setPlaceholderText(self.tr("Optional; the name of the training file if empty")))
        self.note = QLineEdit(maxLength=2000)
        speak(self, lambda: self.note.setAccessibleName(self.tr("Note")))
        speak(self, lambda: self.note.setPlaceholderText(self.tr("Optional")))
        note = QLabel()
        speak(self, lambda: note.setText(self.tr("Note:")))
        note.setBuddy(self.note)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self, GAP))
        line.addWidget(self.name, 3)
        line.addWidget(note)
        line.addWidget(self.note, 2)
        self.disclosure = Disclosure("", self)
        self.disclosure.toggled.connect(self._on_toggled)
        self.name.textChanged.connect(self._on_changed)
        speak(self, lambda: self.disclosure.name_it(self.tr("Name and note")))
        speak(self, self._on_changed)

    def show_usual(self, name: str) -> None:
        """What the name is if none is given."""
        self._usual = name
        self._on_changed()

    def fill(self, name: str, note: str) -> None:
        """Begin with these; they are seen at once."""
        self.name.setText(name)
        self.note.setText(note)
        self.disclosure.setChecked(bool(name or note))

    @Slot()
    def _on_changed(self) -> None:
        name = self.name.text().strip() or self._usual
        short = f"{name[:_MOST_SHOWN]}…" if len(name) > _MOST_SHOWN else name
        text = fill(self.tr("Name and note: “{0}”"), shown(short)) if name else self.tr("Name and note")
        self.disclosure.show_text(text.replace("&", "&&"))

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001  a signal's argument
        self.unfolded.emit(is_open)
        if is_open:
            self.name.setFocus()
