"""The drawn timeline of a model, with its buttons and a line that describes what is chosen."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from epa_gui.core.history.job_bars import Anchor
from epa_gui.core.history.timeline import Timeline
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.line_breaks import breakable
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.history.timeline_chart import TimelineChart
from epa_gui.ui.history.timeline_text import svg_texts


class TimelineView(QWidget):
    """Jobs, switches, and what was live when, over time.

    Signals:
        chosen: A person chose a job or a mark; the `Anchor` (at, kind, job) of the event it stands for.
        opened: A person wants to see that event: Enter, or a double click; the same `Anchor`.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self.chart = TimelineChart()
        self.chart.chosen.connect(self.chosen)
        self.chart.opened.connect(self.opened)
        self.chart.described.connect(self._on_described)
        self.chart.zoomed.connect(self._on_zoomed)
        self.zoom_in_button = QPushButton(self.tr("Zoom in"))
        self.zoom_in_button.clicked.connect(self.chart.zoom_in)
        self.zoom_out_button = QPushButton(self.tr("Zoom out"))
        self.zoom_out_button.clicked.connect(self.chart.zoom_out)
        self.show_all_button = QPushButton(self.tr("Show all"))
        self.show_all_button.clicked.connect(self.chart.show_all)
        self.message = self._line()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.description = self._line()
        self.description.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.message)
        self._pages.addWidget(self._drawing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.show_timeline(None)

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show a model's timeline; `None` while there is no model.

        What is chosen and the time in view stay as they are if it is the same model as before.
        """
        if timeline is None or timeline.is_empty:
            choose = self.tr("Choose a model to see its timeline.")
            none_yet = self.tr("Nothing to draw yet. This model has no job, no switch and no key on record.")
            self.message.setText(none_yet if timeline else choose)
            self._pages.setCurrentIndex(0)
            return
        self.chart.show_timeline(timeline, svg_texts(timeline, self._clock()))
        self._pages.setCurrentIndex(1)

    def choose(self, anchor: Anchor) -> bool:
        """Choose what stands for that event, without a signal; `False` if nothing does."""
        return self.chart.choose(anchor)

    def _line(self) -> Paragraph:
        line = Paragraph()
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return line

    def _drawing(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.zoom_in_button, self.zoom_out_button, self.show_all_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.description.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self.description)
        return page

    @Slot(str)
    def _on_described(self, told: str) -> None:
        hint = sentences(
            self.tr("Green: finished. Red and hatched: failed. Dashed: in progress or not confirmed."),
            self.tr("Select a job or a switch with the mouse or the arrow keys to read about it."),
        )
        text = breakable(told) or hint
        if text == self.description.text():
            return
        self.description.setText(text)
        self.description.setAccessibleName(told or hint)
        if told and self.chart.hasFocus():
            announce(self.description)

    @Slot()
    def _on_zoomed(self) -> None:
        self.zoom_in_button.setEnabled(self.chart.can_zoom_in)
        self.zoom_out_button.setEnabled(self.chart.can_zoom_out)
        self.show_all_button.setEnabled(self.chart.can_zoom_out)
