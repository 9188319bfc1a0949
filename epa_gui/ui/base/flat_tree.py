"""A list with columns: rows without levels, each painted as one panel and readable in every style."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.base.spoken_rows import Index, cursor_came

ROW_HEIGHT = 1.75
"""Of a row, in heights of the font."""


class FlatTree(QTreeView):
    """What every list with columns is made of.

    A tree and not a table: on Qt's `windows11` style (6.11) a table paints an accent bar over the first letter of every
    selected cell; with alternating colours it paints dark text on the accent colour (measured with `grab()`).

    Signals:
        painting, painted: The rows are about to be painted, or have been: hundreds of calls into Python.
    """

    painting = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None, *, row_height: float = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)  # else + and * would open rows instead of being searched for
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.header()
        header.setFirstSectionMovable(True)
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.use_delegate(RowDelegate(self))

    def use_delegate(self, delegate: RowDelegate, column: int | None = None) -> None:
        """Have all cells, or those of one column, painted by it."""
        delegate.row_height = self._row_height
        if column is None:
            self.setItemDelegate(delegate)
        else:
            self.setItemDelegateForColumn(column, delegate)

    def usual_row_height(self) -> int:
        """How high a row with an icon will be that is not there yet; some styles want more than the letters do."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.features |= (
            QStyleOptionViewItem.ViewItemFeature.HasDisplay | QStyleOptionViewItem.ViewItemFeature.HasDecoration
        )
        of_style = self.style().sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, option, QSize(), self)
        return max(of_style.height(), int(self.fontMetrics().height() * self._row_height))

    def selectRow(self, row: int) -> None:
        """Select one row, and have the cursor in it."""
        index = self.model().index(row, max(0, self.currentIndex().column()))
        if index.isValid():
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def rows_shown(self) -> range:
        """The rows of which at least a part is in view."""
        first = self._row_at(0)
        if first < 0:
            return range(0)
        last = self._row_at(self.viewport().height() - 1)
        return range(first, (self.model().rowCount() - 1 if last < 0 else last) + 1)

    def _row_at(self, y: int) -> int:
        """The row at a height of the viewport, or -1; in whatever column: one may be hidden or scrolled away."""
        x = self.header().sectionViewportPosition(self.header().logicalIndexAt(0))
        return self.indexAt(QPoint(max(0, x), y)).row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Before a screen reader is told: the cell with the cursor says the row."""
        hidden = [column for column in range(self.header().count()) if self.isColumnHidden(column)]
        cursor_came(self.model(), current.column(), hidden)
        super().currentChanged(current, previous)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so."""
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()
