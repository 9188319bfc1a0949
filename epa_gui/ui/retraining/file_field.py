"""A field for a file: its path, a button that opens the system's dialog, and below what is known of the file."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.file_dialogs import open_dialog
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import Words, speak

_PAUSE_MS = 500


class FileField(QWidget):
    """One file, or none.

    Signals:
        chosen: Another file stands there, or none.
    """

    chosen = Signal()

    def __init__(self, title: Words, *, is_optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._last: Path | None = None
        self._offered: Path | None = None
        self.line = RoomyLine()
        speak(self, lambda: self.line.setPlaceholderText(self.tr("Choose a file, or drop it here")))
        # Typed paths count when the typing pauses; screen readers and voice input never press Enter.
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self._on_edited)
        self.line.textChanged.connect(self._on_changed)
        self.line.editingFinished.connect(self._on_edited)
        self._choose = _button()
        speak(self, lambda: self._choose.setText(self.tr("Choose…")))
        speak(self, lambda: self._choose.setAccessibleName(fill(self.tr("Choose the file: {0}"), title())))
        self._choose.clicked.connect(self._on_choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, GAP))
        layout.addWidget(self.line, 1)
        self._clear: QPushButton | None = None
        if is_optional:
            clear = self._clear = _button()
            speak(self, lambda: clear.setText(self.tr("Leave out")))
            speak(self, lambda: clear.setAccessibleName(fill(self.tr("Leave out the file: {0}"), title())))
            self._clear.clicked.connect(self._on_clear)
            self._clear.hide()
            layout.addWidget(self._clear)
        layout.addWidget(self._choose)
        self._layout = layout

    def offer(self, words: Words, path: Path) -> None:
        """A button beside the field that puts one file there."""
        button = _button()
        speak(self, lambda: button.setText(words()))
        button.clicked.connect(self._on_offered)
        self._offered = path
        self._layout.insertWidget(self._layout.count() - 1, button)

    def path(self) -> Path | None:
        """The file."""
        text = self.line.text().strip().strip('"')
        return Path(text) if text else None

    def set_path(self, path: Path | None) -> None:
        """Show a file; nobody is told. What is being typed stays as it is where it means the same."""
        if path != self.path():
            self.line.setText(str(path) if path else "")
            self.line.setCursorPosition(len(self.line.text()))  # the name is worth more than the drive
        self._note()

    def take_typed(self) -> None:
        """What was typed a moment ago counts from now on."""
        self._on_edited()

    def _note(self) -> None:
        self._typed.stop()
        self._last = self.path()
        self.line.setToolTip(plain_tip(str(self._last or "")))
        if self._clear is not None:
            self._clear.setVisible(self._last is not None)

    @Slot()
    def _on_changed(self) -> None:
        if self.path() != self._last:
            self._typed.start()

    @Slot()
    def _on_edited(self) -> None:
        if self.path() != self._last:
            self._note()
            self.chosen.emit()

    @Slot()
    def _on_choose(self) -> None:
        path = self.path()
        dialog = open_dialog(self.window(), self._title, path.parent if path else None)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        self.set_path(Path(path))
        self.chosen.emit()

    @Slot()
    def _on_offered(self) -> None:
        if self._offered is not None:
            self._on_file(str(self._offered))

    @Slot()
    def _on_clear(self) -> None:
        self.set_path(None)
        self.chosen.emit()


class FileFacts(QWidget):
    """The line below a file's field: what is known of it, and a control at the end.

    Args:
        control: What stands at the end of the line.
    """

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = SoftText()
        self._facts.keep_whole()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self, GAP))
        line.addWidget(self._facts, 1)
        line.addWidget(control)
        self.setMinimumHeight(control.sizeHint().height())  # also while the control is hidden

    def show_facts(self, text: str) -> None:
        """Show this; nothing moves where there is none."""
        self._facts.show_text(text)


def _button() -> QPushButton:
    return QPushButton(autoDefault=False)
