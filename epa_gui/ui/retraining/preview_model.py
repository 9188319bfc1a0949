"""The first rows of a file, with the columns' types above and what was found marked in place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.repair import column_in_copy
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.spoken_rows import SpokenGrid, row_number_tip
from epa_gui.ui.retraining.finding_text import finding_words, type_word

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_Place = TypeVar("_Place")

_STOP = QColor(214, 69, 65, 90)
_ADVICE = QColor(224, 154, 26, 80)
"""Half transparent, so that they show on light and on dark."""

_MOST_SURPLUS = 5
"""Columns shown for fields that have no name."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

ICON_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name of an icon for what was found in a cell, or `None`: colour alone tells too little."""


class PreviewModel(SpokenGrid, QAbstractTableModel):
    """One file's preview. Rows and columns have the numbers of the file itself, also where some are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self._cells: dict[tuple[int, int], Finding] = {}
        self._columns: dict[int, Finding] = {}
        self._marked: Finding | None = None
        self._width = 0
        self._numbers: Sequence[int] = ()
        self._places: dict[int, int] = {}

    def show(self, reading: Reading | None, findings: Iterable[Finding]) -> None:
        """Show a file as far as it has been read; the view keeps its place where only counts changed."""
        before = self._reading
        is_same = (
            before is not None
            and reading is not None
            and (before.path, before.preview) == (reading.path, reading.preview)  # the same rows, mostly
            and before.preview_rows == reading.preview_rows
        )
        findings = list(findings)
        width = self._width if is_same else _width(reading)
        numbers = self._numbers if is_same else _numbers(reading)
        places = self._places if is_same else {number: place for place, number in enumerate(numbers)}
        in_rows = [finding for finding in findings if places.get(finding.row, 0) > 0]
        cells = {
            (finding.row, _column(finding, reading) or _culprit(finding, reading, places)): finding
            for finding in in_rows
        }
        columns = {column: finding for finding in findings if (column := _column(finding, reading))}
        if not is_same:
            self.beginResetModel()
            self._reading, self._cells, self._columns, self._width = reading, cells, columns, width
            self._numbers, self._places = numbers, places
            self._marked = None
            self.endResetModel()
            return
        types = [[column.type for column in (one.columns if one else ())] for one in (before, reading)]
        has_new_heads = types[0] != types[1] or _looks(columns) != _looks(self._columns)
        has_new_cells = types[0] != types[1] or _looks(cells) != _looks(self._cells)
        self._reading, self._cells, self._columns = reading, cells, columns
        # Only what looks different: each cell that is painted again is a dozen calls.
        if has_new_heads:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if has_new_cells:
            self._tell_all_changed()

    def say_again(self) -> None:
        """In the language of now."""
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell_all_changed()

    def mark(self, finding: Finding | None) -> bool:
        """Mark what this finding is about, as a row or a column as a whole where it is about that.

        Returns:
            Whether it is about another place than the one that was marked before.
        """
        before, self._marked = self._marked, finding
        if _look(before) == _look(finding):
            return False
        self._tell_all_changed()
        return True

    def _tell_all_changed(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def flagged(self, column: int) -> list[str]:
        """What stands in the cells of a column in which something was found, as it is shown."""
        rows = (self._places[row] - 1 for row, number in self._cells if number == column + 1)
        return [str(self.data(self.index(row, column)) or "") for row in rows]

    def index_of(self, finding: Finding) -> QModelIndex:
        """The cell a finding is about; invalid if the preview does not hold it."""
        row = self._places.get(finding.row, 0) - 1 if self.is_below_names(finding) else 0
        left_out = finding.column and not _column(finding, self._reading)
        column = max(0, (_column(finding, self._reading) or _culprit(finding, self._reading, self._places)) - 1)
        is_somewhere = (finding.row or finding.column) and not left_out
        if not is_somewhere or not 0 <= row < self.rowCount() or column >= self.columnCount():
            return QModelIndex()
        return self.index(row, column)

    def is_below_names(self, finding: Finding) -> bool:
        """Whether a finding is about a row of data; else about the column names, a column, or all of the file."""
        return finding.row > (self._numbers[0] if self._numbers else 1)

    def _number(self, row: int) -> int:
        """The number that a row of this table has in the file."""
        return self._numbers[row + 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows of data in the preview."""
        if parent.isValid() or self._reading is None:
            return 0
        return max(0, len(self._reading.preview) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns of the file."""
        return 0 if parent.isValid() or self._reading is None else max(self._width, len(self._reading.columns))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names and types above, row numbers at the side."""
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.ToolTipRole:
                return row_number_tip()
            return QLocale().toString(self._number(section)) if role == Qt.ItemDataRole.DisplayRole else None
        if self._reading is not None and section < len(self._reading.columns):
            return self._column_data(section, self._reading.columns[section], role)
        return f"({QLocale().toString(section + 1)})" if role == Qt.ItemDataRole.DisplayRole else None

    def _column_data(self, section: int, column: ColumnProfile, role: int) -> Any:
        finding = self._columns.get(section + 1)
        match role:  # asked for nine of them for each column: only what a role needs is made
            case Qt.ItemDataRole.DisplayRole:
                return f"{shown(_one_line(column.name))}\n{type_word(column.type.value)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._column_tip(section + 1, column.name, type_word(column.type.value))
            case Qt.ItemDataRole.BackgroundRole:
                return _color(finding)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.DecorationRole if finding is not None:
                return icon(_icon(finding) or "")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A field."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cell_said(index)
        return self._field(self._reading, index, role) if self._reading is not None else None

    def _field(self, reading: Reading, index: Index, role: int) -> Any:
        fields = reading.preview[index.row() + 1]
        text = fields[index.column()] if index.column() < len(fields) else ""
        finding = self._cells.get((self._number(index.row()), index.column() + 1))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(_one_line(text))
            case Qt.ItemDataRole.BackgroundRole:
                return _color(finding or self._marked_at(index))
            case Qt.ItemDataRole.TextAlignmentRole if index.column() < len(reading.columns):
                return _side(reading.columns[index.column()])
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(finding_words(finding).sentence() if finding else text)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return finding_words(finding).sentence() if finding else None
        return _icon(finding) if role == ICON_ROLE else None

    def _marked_at(self, index: Index) -> Finding | None:
        """The chosen finding, if this cell belongs to the row or the column it is about."""
        marked = self._marked
        if marked is None:
            return None
        is_row = not marked.column and marked.row == self._number(index.row())
        is_column = not self.is_below_names(marked) and _column(marked, self._reading) == index.column() + 1
        return marked if is_row or is_column else None

    def _column_tip(self, number: int, name: str, kind: str) -> str:
        finding = self._columns.get(number)
        words = finding_words(finding).sentence() if finding else ""
        return plain_tip("\n".join(part for part in (name, kind, words) if part))


def _width(reading: Reading | None) -> int:
    """How many columns there are with those of rows that have more fields than there are names, within reason."""
    if reading is None or not reading.columns:
        return 0
    most = max((len(row) for row in reading.preview), default=0)
    return min(most, len(reading.columns) + _MOST_SURPLUS)


def _numbers(reading: Reading | None) -> Sequence[int]:
    """The number of each row of the preview, as a spreadsheet counts the file itself."""
    if reading is None:
        return ()
    return reading.preview_rows or range(1, len(reading.preview) + 1)


def _column(finding: Finding, reading: Reading | None) -> int:
    """The column of the preview, from 1, that a finding is about; 0 for none, or one that is left out of the copy."""
    if reading is None or not finding.column:
        return 0
    return column_in_copy(finding.column, reading.repairs) if reading.repairs else finding.column


def _culprit(finding: Finding, reading: Reading | None, places: Mapping[int, int]) -> int:
    """The column, from 1, of what is wrong with a row as a whole: the first field too many or missing."""
    place = places.get(finding.row, 0)
    if reading is None or not place or finding.column:
        return 0
    fields, names = len(reading.preview[place]), len(reading.columns)
    if fields == names:
        return 0
    return min(fields, names) + 1


def _side(column: ColumnProfile) -> Qt.AlignmentFlag | None:
    """Numbers stand on the right, below a heading on the right; `None` for what stands where everything does."""
    return _RIGHT if column.type is ColumnType.NUMBER else None


def _look(finding: Finding | None) -> tuple[int, int, bool] | None:
    """What of a finding is painted: its counts may grow many times a second."""
    return (finding.row, finding.column, finding.stops) if finding else None


def _looks(findings: Mapping[_Place, Finding]) -> dict[_Place, tuple[int, int, bool] | None]:
    return {place: _look(finding) for place, finding in findings.items()}


def _one_line(text: str) -> str:
    return text.replace("\r\n", "↵").replace("\n", "↵").replace("\r", "↵").replace("\0", "␀")


def _color(finding: Finding | None) -> QColor | None:
    if finding is None:
        return None
    return _STOP if finding.stops else _ADVICE


def _icon(finding: Finding | None) -> str | None:
    if finding is None:
        return None
    return "failed" if finding.stops else "attention"
