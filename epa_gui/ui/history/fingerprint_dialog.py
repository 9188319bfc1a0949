"""A fingerprint of the history that was kept elsewhere, to hold the history against."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from epa_gui.core.history.kept_fingerprint import Kept, kept_in
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.history.history_text import no_fingerprint_text

_LINES = 3


class FingerprintDialog(FormDialog):
    """Takes the fingerprint.

    Signals:
        chosen: The fingerprint (a `Kept`).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Verify against fingerprint"))
        self.confirm_button.setText(self.tr("Verify"))
        self._text = QPlainTextEdit(tabChangesFocus=True)
        self._text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * self._text.frameWidth() + 8)
        self._text.textChanged.connect(self.clear_trouble)
        self.add_row(self.tr("Fingerprint"), self._text)
        self.add_hint(
            self.tr("The line that “Copy fingerprint” copied, or a fingerprint from an export of the history.")
        )
        self.accepted.connect(self._on_accepted)

    def trouble(self) -> tuple[str, QWidget] | None:
        """What was pasted has to be one fingerprint."""
        return None if self._kept() else (no_fingerprint_text(), self._text)

    def _kept(self) -> Kept | None:
        return kept_in(self._text.toPlainText())

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._kept())
