"""A line in the History window: what is under way there, or what came of it."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.speaking import Words
from epa_gui.ui.base.tinting import ATTENTION, DONE, INFO, TintedFrame
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.history.bar_command import BarCommand

_PATIENCE_MS = 1000
"""How long something may take before its progress is shown."""

_COLORS = {"finished": DONE, "attention": ATTENTION, "info": INFO}


class Note(NamedTuple):
    """What came of something.

    Attributes:
        words: Makes the words.
        drawing: The icon: ``finished``, ``attention`` or ``info``.
        button: Makes what the button says; `None` for none.
        command: What it does.
    """

    words: Words
    drawing: str
    button: Words | None = None
    command: BarCommand | None = None


class HistoryBar(TintedFrame):
    """Shows one thing at a time; hidden when there is none.

    Signals:
        command_requested: The button that belongs to the words was pressed (a `BarCommand`).
        cancelled: What is under way is not wanted any more.
    """

    command_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting_for = ""
        self._note: Note | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_long)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Message"))
        self._icon = QLabel()
        self._text = Paragraph()
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self._button = QPushButton()
        self._command: BarCommand | None = None
        self._button.clicked.connect(self._on_button)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._close = CloseButton(self.tr("Close message"))
        self._close.clicked.connect(self.close_note)
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 0, 1)
        layout.addWidget(self._progress, 1, 1)
        for column, button in enumerate((self._button, self._cancel, self._close), start=2):
            layout.addWidget(button, 0, column, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, words: Words, drawing: str, button: Words | None = None, command: BarCommand | None = None) -> None:
        """Tell what came of something, as in `Note`.

        Raises:
            ValueError: There is a button that does nothing.
        """
        self.show_note(Note(words, drawing, button, command))
        announce(self._text)

    def note(self) -> Note | None:
        """What came of something, while that can be read."""
        return self._note if not self.isHidden() else None

    def show_note(self, note: Note) -> None:
        """Tell what came of something, and nothing aloud.

        Raises:
            ValueError: There is a button that does nothing.
        """
        button = note.button() if note.button is not None else ""
        if button and note.command is None:
            raise ValueError(f"nothing is done by the button {button!r}")
        self._patience.stop()
        self._note, self._command = note, note.command
        self._show(note.words(), note.drawing, button=button)

    def wait_for(self, text: str, *, can_cancel: bool) -> None:
        """Something has begun; if it takes long, show that, and a way to stop it."""
        self.close_note()
        self._waiting_for = text
        self._progress.setMaximum(0)
        self._progress.setAccessibleName(text)
        self._cancel.setEnabled(can_cancel)
        self._patience.start()

    def progress(self, done: int, total: int) -> None:
        """How far it is; does not show the bar before its time."""
        self._progress.setMaximum(1000)
        self._progress.setValue(1000 * done // total if total else 0)

    @Slot()
    def close_note(self) -> None:
        """Show nothing."""
        self._patience.stop()
        self._note = None
        self.hide()

    @Slot()
    def _on_button(self) -> None:
        self.command_requested.emit(self._command)

    @Slot()
    def _on_long(self) -> None:
        self._show(self._waiting_for, "info", is_waiting=True)
        announce(self._text)

    def _show(self, text: str, drawing: str, *, button: str = "", is_waiting: bool = False) -> None:
        self._icon.setPixmap(icon(drawing).pixmap(20, 20))
        self.tint(_COLORS[drawing])
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._progress.setVisible(is_waiting)
        self._cancel.setVisible(is_waiting and self._cancel.isEnabled())
        self._close.setVisible(not is_waiting)
        self.show()
