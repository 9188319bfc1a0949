"""A field of several lines that looks like those of one line."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyleOptionFrame, QStylePainter

from epa_gui.ui.base.control_frames import FIELD_GREY, frame_accent, is_faint


class NoteField(QPlainTextEdit):
    """So many lines high; the Tab key leaves it. It has the frame of a field, also while it has the keyboard.

    Qt's Fusion style (6.11) paints a faint line around such a field, whoever has the keyboard.
    """

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        edges = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + edges)

    def first_line(self) -> int:
        """How far below its edge its first line begins, in pixels."""
        return self.frameWidth() + round(self.document().documentMargin())

    def event(self, event: QEvent) -> bool:
        """Paint the frame of a field over that of a frame."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.Paint and is_faint(self.style()):
            self._paint_frame()
        elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return is_done

    def _paint_frame(self) -> None:
        option = QStyleOptionFrame()
        option.initFrom(self)
        option.lineWidth = self.frameWidth()
        option.state |= QStyle.StateFlag.State_Sunken
        option.palette.setColor(QPalette.ColorRole.Highlight, frame_accent(option.palette))
        option.palette.setColor(QPalette.ColorRole.Window, FIELD_GREY)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameLineEdit, option)
        painter.end()
