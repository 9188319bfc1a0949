"""A table of any size on screen: its model holds a few pages, and its view never asks for every row.

A `QTableView` and not the flat tree of all other lists: a `QTreeView` keeps every row and asks the model about each.
With 1,000,000 rows it took 4.3 s and 38 MB to take them in, and 43 s for Ctrl+A (Qt 6.11); a table takes 1 ms, nothing,
and 8 ms with the header below. Its cells are painted as those of the data preview: the style is not told of selected
ones, as `windows11` paints a bar over the first letter of each.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.row_delegate import AFTER_FIGURES, RowDelegate, keep_apart
from epa_gui.ui.base.spoken_rows import SpokenGrid, cursor_came, name_corner, row_number_tip
from epa_gui.ui.base.table_worker import PAGE, Page

Index = QModelIndex | QPersistentModelIndex

_MOST_PAGES = 32
_MOST_WANTED = 8
_FIRST_DATA_ROW = 2
"""As a spreadsheet counts: 1 is the column names."""

_LEAST_LAST_ROW = 99
"""There is room for the numbers of so many rows at least."""

_LONGEST_CELL = 300
_LONGEST_TIP = 2000
_ROWS_FITTED = 50
_COLUMNS_FITTED = 100
_NARROWEST, _WIDEST = 4, 18
"""Of a column at first, in heights of the font."""

_State = QStyle.StateFlag
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BigTableModel(SpokenGrid, QAbstractTableModel):
    """The rows in view, and a few pages around them; others are asked for when somebody looks at them.

    Signals:
        pages_wanted: The numbers of pages that are in view and not here (a tuple), the latest first.
        page_shown: The first page came: columns can be fitted.
    """

    pages_wanted = Signal(object)
    page_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = ()
        self._count = 0
        self._arrangement = 0
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._numeric: frozenset[int] = frozenset()
        self._sorted: tuple[int, bool] | None = None

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """The heading's fields."""
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()

    def grow(self, count: int) -> None:
        """So many rows are known by now."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def rearrange(self, arrangement: int, count: int) -> None:
        """Other rows are shown now, or in another order."""
        if self._count:
            self.beginRemoveRows(QModelIndex(), 0, self._count - 1)
            self._count = 0
            self.endRemoveRows()
        self._arrangement = arrangement
        self._pages.clear()
        self._wanted.clear()
        self.grow(count)

    def take_page(self, page: Page) -> None:
        """A page came."""
        if page.arrangement != self._arrangement:
            return
        is_first = not self._pages
        self._wanted.pop(page.number, None)
        self._pages[page.number] = page
        self._pages.move_to_end(page.number)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        first = page.number * PAGE
        last = min(first + len(page.rows), self._count) - 1
        if last >= first and self.columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)
        if is_first:
            self._numeric = _numeric_columns(page.rows, len(self.columns))
            if self._numeric:  # whose headings stand above them
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
            self.page_shown.emit()

    def first_rows(self) -> list[tuple[str, ...]]:
        """Rows that are here, to measure columns by."""
        page = next(iter(self._pages.values()), None)
        return page.rows[:_ROWS_FITTED] if page else []

    def fields(self, row: int) -> tuple[str, ...] | None:
        """A row's fields as they came; `None` if they are not here, in which case they are asked for."""
        page = self._page(row)
        return page.rows[row % PAGE] if page else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows that are shown."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Fields of the heading."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names above, row numbers of the file at the side."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                page = self._pages.get(section // PAGE)  # not asked for: the cells do that
                offset = section % PAGE
                known = page is not None and offset < len(page.rows)
                return QLocale().toString(page.places[offset] + _FIRST_DATA_ROW) if page and known else "…"
            return shown(_one_line(self.columns[section]))
        if orientation is Qt.Orientation.Vertical:
            return row_number_tip() if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.columns[section][:_LONGEST_TIP])
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numeric else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A field; an ellipsis until its page is here."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._numeric else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cell_said(index)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        page = self._page(index.row())
        if page is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        row, column = page.rows[index.row() % PAGE], index.column()
        text = row[column] if column < len(row) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_cut(text, _LONGEST_TIP))
        return shown(_one_line(_cut(text, _LONGEST_CELL)))

    def _page(self, row: int) -> Page | None:
        number, offset = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is not None and offset < len(page.rows):
            return page
        if number not in self._wanted:
            self._wanted[number] = None
            while len(self._wanted) > _MOST_WANTED:  # what was scrolled past
                del self._wanted[next(iter(self._wanted))]
            self.pages_wanted.emit(tuple(reversed(self._wanted)))
        return None


class _Header(QHeaderView):
    """Does not ask whether each of a million rows is selected, only to paint a heading another way."""

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, index: int) -> None:
        """The heading's text, place and mark of sorting, without the selection."""
        text = self.model().headerData(index, self.orientation(), Qt.ItemDataRole.DisplayRole)
        option.section = index
        option.text = str(text or "")
        side = self.model().headerData(index, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        option.textAlignment = self.defaultAlignment() if side is None else side
        if option.textAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += AFTER_FIGURES
        visual, count = self.visualIndex(index), self.count()
        places = QStyleOptionHeader.SectionPosition
        if count == 1:
            option.position = places.OnlyOneSection
        elif visual == 0:
            option.position = places.Beginning
        else:
            option.position = places.End if visual == count - 1 else places.Middle
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == index:
            marks = QStyleOptionHeader.SortIndicator
            is_up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            option.sortIndicator = marks.SortDown if is_up else marks.SortUp


class _Cells(RowDelegate):
    """Paints a selected cell as one with a background of the accent colour; see the module."""

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002  the cell says it all
        if option.state & _State.State_Selected:
            option.backgroundBrush = QBrush(option.palette.color(QPalette.ColorRole.Highlight))
        option.state &= ~(_State.State_Selected | _State.State_MouseOver)
        keep_apart(option)


class BigTable(QTableView):
    """The view.

    Signals:
        painting, painted: Cells are about to be painted, or have been: hundreds of calls into Python.
        copy_requested: Ctrl+C was pressed.
        sort_requested: A heading was pressed: which column.
    """

    painting = Signal()
    painted = Signal()
    copy_requested = Signal()
    sort_requested = Signal(int)

    def __init__(self, model: BigTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._big = model
        for orientation, place in (
            (Qt.Orientation.Horizontal, self.setHorizontalHeader),
            (Qt.Orientation.Vertical, self.setVerticalHeader),
        ):
            header = _Header(orientation)
            header.setHighlightSections(False)
            place(header)
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # pixels of 10,000,000 rows overflow
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        name_corner(self)
        self.verticalHeader().setDefaultAlignment(_RIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.4))
        self._most_rows = 0
        self._fit_numbers()
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionsClickable(True)
        columns.setMaximumSectionSize(self.fontMetrics().height() * 100)
        columns.setSortIndicatorShown(False)
        columns.sectionClicked.connect(self.sort_requested)
        model.page_shown.connect(self._on_first_page)
        model.rowsInserted.connect(self._fit_numbers)
        model.modelReset.connect(self._forget_numbers)
        self._fitted: tuple[str, ...] = ()
        self._is_fitting = False
        self._own_widths: dict[int, int] = {}
        columns.sectionResized.connect(self._on_resized)

    def own_widths(self) -> dict[int, int]:
        """The widths that a person gave to columns."""
        return dict(self._own_widths)

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Have these columns so wide, whatever their first rows need."""
        self._own_widths = dict(widths)
        self._set_own_widths()

    def _set_own_widths(self) -> None:
        for column, width in self._own_widths.items():
            self.setColumnWidth(column, width)

    @Slot(int, int, int)
    def _on_resized(self, column: int, before: int, after: int) -> None:
        if before and after and not self._is_fitting:  # not where a column comes or goes
            self._own_widths[column] = after

    def show_sorted(self, column: int | None, *, is_descending: bool) -> None:
        """Mark the column the rows are ordered by."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)
        header.viewport().update()

    def selected_blocks(self) -> tuple[list[range], list[int]]:
        """The rows with selected cells as ranges in order, and the columns."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.size())]
        spans = sorted((part.top(), part.bottom() + 1) for part in parts)
        rows: list[range] = []
        for start, stop in spans:
            if rows and start <= rows[-1].stop:
                rows[-1] = range(rows[-1].start, max(stop, rows[-1].stop))
            else:
                rows.append(range(start, stop))
        columns = sorted({column for part in parts for column in range(part.left(), part.right() + 1)})
        return rows, columns

    def go_to(self, row: int) -> None:
        """Have the cursor in a row, and the row in view."""
        column = max(0, self.currentIndex().column())
        index = self._big.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy through whoever has all rows: the model has a few."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Not here: it would ask for every row. There is a line to find things with."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Before a screen reader is told: the cell with the cursor says its row."""
        cursor_came(self._big, current.column())
        super().currentChanged(current, previous)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so."""
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()

    @Slot()
    def _forget_numbers(self) -> None:
        """Another table comes."""
        self._most_rows = 0
        self._fit_numbers()

    @Slot()
    def _fit_numbers(self) -> None:
        """As wide as the largest row number, also while a filter shows fewer rows."""
        rows = self._big.rowCount()
        if rows < self._most_rows:
            return
        self._most_rows = rows
        digits = len(str(max(rows + _FIRST_DATA_ROW, _LEAST_LAST_ROW)))
        widest = self.fontMetrics().horizontalAdvance(QLocale().toString(10**digits - 1))
        self.verticalHeader().setFixedWidth(widest + self.fontMetrics().height())

    def _on_first_page(self) -> None:
        """As wide as the first rows need, within reason; once, as a person may have changed it."""
        if self._fitted == self._big.columns:
            return
        if self._fitted:  # another file: what a person made of the one before is not meant for it
            self._own_widths.clear()
        self._fitted = self._big.columns
        self._is_fitting = True
        em, rows = self.fontMetrics().height(), self._big.first_rows()
        for column, name in enumerate(self._big.columns[:_COLUMNS_FITTED]):
            texts = {_one_line(row[column][: _WIDEST * 4]) for row in rows if column < len(row)}
            longest = sorted({*texts, name[: _WIDEST * 4]}, key=lambda text: len(text.encode()))[-5:]
            width = first_width(self, column, [text + AFTER_FIGURES for text in longest])
            self.setColumnWidth(column, max(em * _NARROWEST, min(width, em * _WIDEST)))
        self._is_fitting = False
        self._set_own_widths()


def _numeric_columns(rows: Sequence[Sequence[str]], count: int) -> frozenset[int]:
    """Columns of which every field here is a number, or empty."""
    from epa_gui.core.results.row_order import number_in  # noqa: PLC0415  not before a table is looked at

    found = set()
    for column in range(min(count, _COLUMNS_FITTED)):
        fields = [row[column] for row in rows if column < len(row) and row[column].strip()]
        if fields and all(number_in(field) is not None for field in fields):
            found.add(column)
    return frozenset(found)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _one_line(text: str) -> str:
    return text.replace("\r\n", "↵").replace("\n", "↵").replace("\r", "↵").replace("\0", "␀")
