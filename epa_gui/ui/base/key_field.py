"""A field for a key: hidden as it is typed, cleaned as it is pasted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from epa_gui.core.keys.key_text import Mistaken, clean_key, mistaken
from epa_gui.ui.base.key_place_text import key_place_text


class KeyField(QLineEdit):
    """Write-only on screen.

    Signals:
        cleaned: Something was taken out of a pasted key.
    """

    cleaned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("Paste the key from the console"))
        self.textChanged.connect(self._on_changed)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        key = clean_key(text)
        if key.was_cleaned:
            self.blockSignals(True)  # noqa: FBT003  Qt's own signature
            self.setText(key.text)
            self.blockSignals(False)  # noqa: FBT003  Qt's own signature
            self.cleaned.emit()

    def trouble(self) -> str:
        """What is wrong with it, or an empty string."""
        if not self.text():
            return f"{self.tr('Paste the API key.')}\n{key_place_text()}"
        wrong = mistaken(self.text())
        if wrong is Mistaken.PREDICTION_ADDRESS:
            return f"{self.tr('This is the address of a prediction API, not an API key.')}\n{key_place_text()}"
        if wrong is Mistaken.ADDRESS:
            return f"{self.tr('This is a web address, not an API key.')}\n{key_place_text()}"
        if clean_key(self.text()).problem:
            return self.tr("This cannot be an API key: it is too long, or has characters that keys do not have.")
        return ""
