"""A field for a key: hidden as it is typed, cleaned as it is pasted."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from epa_gui.core.keys.key_text import Mistaken, clean_key, mistaken
from epa_gui.ui.base.key_place_text import key_place_text
from epa_gui.ui.base.speaking import Words, speak

translate = QCoreApplication.translate


def cleaned_text() -> str:
    """That what was pasted is not all there."""
    return translate("KeyField", "Spaces, line breaks or invisible characters were removed from the key.")


class KeyField(QLineEdit):
    """Write-only on screen.

    Signals:
        cleaned: Something was taken out of a pasted key.
    """

    cleaned = Signal()

    def __init__(self, invitation: Words | None = None, parent: QWidget | None = None) -> None:
        """Empty.

        Args:
            invitation: Makes what stands in it until a key does; `None` for what fits everywhere.
            parent: Where it is.
        """
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        usual: Words = lambda: self.tr("Paste the key from the console")  # noqa: E731  a text that is made anew
        speak(self, lambda: self.setPlaceholderText((invitation or usual)()))
        self.textChanged.connect(self._on_changed)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        key = clean_key(text)
        if key.was_cleaned:
            with QSignalBlocker(self):
                self.setText(key.text)
            self.cleaned.emit()

    def trouble(self) -> str:
        """What is wrong with what stands in it now, or an empty string."""
        wrong = mistaken(self.text())
        if not self.text():
            text = self.tr("Paste the API key.")
        elif wrong is Mistaken.PREDICTION_ADDRESS:
            text = self.tr("This is the address of a prediction API, not an API key.")
        elif wrong is Mistaken.ADDRESS:
            text = self.tr("This is a web address, not an API key.")
        elif clean_key(self.text()).problem:
            return self.tr("This is not an API key. It is too long, or contains characters that keys do not have.")
        else:
            return ""
        return f"{text}\n{key_place_text()}"
