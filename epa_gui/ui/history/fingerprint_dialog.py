"""A fingerprint of the history that was kept elsewhere, to hold the history against."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.history.kept_fingerprint import Kept, kept_in
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.note_field import NoteField
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.history.history_text import no_fingerprint_text

_LINES = 3


class FingerprintDialog(FormDialog):
    """Takes the fingerprint.

    Signals:
        chosen: The fingerprint (a `Kept`).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Verify against fingerprint")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Verify")))
        self._text = NoteField(_LINES)
        self.add_row(lambda: self.tr("Fingerprint"), self._text)
        self.add_hint(
            lambda: self.tr("Paste the line that “Copy fingerprint” copied, or a fingerprint from an exported history.")
        )
        self.accepted.connect(self._on_accepted)

    def trouble(self) -> Trouble | None:
        """What was pasted has to be one fingerprint."""
        return None if self._kept() else (no_fingerprint_text, self._text)

    def _kept(self) -> Kept | None:
        return kept_in(self._text.toPlainText())

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._kept())
