"""The foot of the main window: how many jobs there are, and when they are checked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from epa_gui.ui.base.page import em
from epa_gui.ui.base.wrapping_text import Text


class StatusLine(QWidget):
    """Two texts at both ends of a line; one below the other where a line has no room for both."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._counted = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._times = Text()
        self._times.keep_whole()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._counted)
        self._layout.addWidget(self._times, 1)
        self._arrange()

    def show_counts(self, text: str) -> None:
        """How many jobs are shown."""
        if self._counted.text() != text:
            self._counted.setText(text)
            self._arrange()

    def show_times(self, text: str) -> None:
        """When the last check was and when the next one is."""
        if self._times.accessibleName() != text:
            self._times.show_text(text)
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Of any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        texts = (self._counted.text(), self._times.text())
        needed = sum(metrics.horizontalAdvance(text) for text in texts) + 12 + em(self)
        is_one_line = needed <= self.width()
        side = Qt.AlignmentFlag.AlignRight if is_one_line else Qt.AlignmentFlag.AlignLeft
        self._times.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if is_one_line else directions.TopToBottom)
