"""A list of lines as high as they are, up to a point; the first column is narrow, another takes what is to spare."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.predictions.line_model import LineModel

_MOST_SEEN, _LEAST_SEEN = 8, 3


class LineList(FlatTree):
    """Shows a `LineModel`."""

    def __init__(
        self,
        lines: LineModel,
        name: Words,
        usual: Callable[[], Sequence[Sequence[str]]],
        stretched: int,
        *,
        scrolls: bool = False,
    ) -> None:
        """Show them.

        Args:
            lines: The lines.
            name: Makes what a screen reader calls the list.
            usual: Makes for each column what usually stands there.
            stretched: The column that takes what is to spare.
            scrolls: Whether it scrolls where room is short; else what it is in does.
        """
        super().__init__()
        self._scrolls = scrolls
        self._lines = lines
        self._stretched = stretched
        self.setModel(lines)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self._name, self._usual = name, usual
        self._widths: list[int] = []
        lines.modelReset.connect(self._fit)
        speak(self, self._say)

    def _say(self) -> None:
        self._lines.say_headings()
        self.setAccessibleName(self._name())
        self._widths = [
            first_width(self, column, texts, has_icon=column == self._stretched, is_bold=True)
            for column, texts in enumerate(self._usual())
        ]
        self._fit()

    @Slot()
    def _fit(self) -> None:
        rows = _LEAST_SEEN if self._scrolls else min(max(self._lines.rowCount(), _LEAST_SEEN), _MOST_SEEN)
        height = self.header().sizeHint().height() + self.usual_row_height() * rows
        self.setMinimumHeight(height + 2 * self.frameWidth() + 2)
        self._share()

    def _share(self) -> None:
        others = sum(width for column, width in enumerate(self._widths) if column != self._stretched)
        spare = self.viewport().width() - others
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, max(width, spare) if column == self._stretched else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the words."""
        super().resizeEvent(event)
        self._share()
