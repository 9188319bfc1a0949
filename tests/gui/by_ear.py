"""Goes over a window as a screen reader does, and says what has no name and which rows are not said."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from epa_gui.core.text.foreign_text import without_isolates
from epa_gui.ui.base import spoken_rows
from epa_gui.ui.base.spoken_rows import SpokenGrid, SpokenRows, cursor_came
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.jobs.job_list_model import JobListModel

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
)
_QTS_OWN = (QScrollBar, QSizeGrip, QHeaderView)
_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit)
"""What stands for its own parts."""

_MOST_ROWS = 40
_MOST_COLUMNS = 12
_TEXT, _DESCRIPTION = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
_IN_NO_SENTENCE = {JobColumn.STARTED, JobColumn.FINISH, JobColumn.ELAPSED, JobColumn.LAST_CHECKED, JobColumn.NOTE}
"""Of the job list: its sentence says where a job stands, and times are asked for by going over the cells."""


def unnamed(window: QWidget) -> list[str]:
    """Controls, and whatever takes the keyboard, of which a screen reader would say no more than the kind."""
    return [_told(widget) for widget in _controls(window) if not said_name(widget).strip()]


def said_name(widget: QWidget) -> str:
    """What a widget is called, as Qt finds it: a name of its own, its text, or that of the label it is the buddy of."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    if isinstance(widget, QGroupBox):
        return widget.title()
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window or isinstance(widget, _QTS_OWN):
            continue
        if isinstance(widget.parent(), _WHOLE) or isinstance(widget.window(), QFileDialog | QMenu):
            continue
        takes_keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if (takes_keyboard and widget.isEnabled()) or isinstance(widget, _CONTROLS):
            yield widget


def unsaid(window: QWidget) -> list[str]:
    """Rows that are not said as they should be, by either kind of screen reader."""
    wrong = []
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible() or view.window() is not window or isinstance(view, QHeaderView):
            continue
        if isinstance(view.parent(), QComboBox) or isinstance(window, QFileDialog):
            continue
        wrong += [f"{_told(view)}: {fault}" for fault in _faults(view)]
    return wrong


def _faults(view: QAbstractItemView) -> Iterator[str]:
    model, columns = view.model(), _columns(view)
    source = model
    while isinstance(source, QAbstractProxyModel):
        source = source.sourceModel()
    if not isinstance(source, SpokenRows | SpokenGrid):
        yield from _faults_of_a_plain_list(model, columns)
        return
    if not columns:
        return  # nothing is in it
    cursor_came(source, columns[0])
    kept = spoken_rows.SAYS_CELLS
    try:
        for row in _rows(model):
            cells = [row.siblingAtColumn(column) for column in columns]
            if isinstance(source, SpokenGrid):
                yield from _faults_of_data(cells)
            else:
                passed = _IN_NO_SENTENCE if isinstance(source, JobListModel) else set()
                yield from _faults_of_a_record([cell for cell in cells if cell.column() not in passed])
    finally:
        spoken_rows.SAYS_CELLS = kept


def _faults_of_a_plain_list(model: QAbstractItemModel, columns: list[int]) -> Iterator[str]:
    if len(columns) > 1:
        yield "its rows are said cell by cell"
    for row in _rows(model):
        if not _said(row):
            yield "a row says nothing"


def _faults_of_a_record(cells: list[QModelIndex]) -> Iterator[str]:
    spoken_rows.SAYS_CELLS = False
    sentence = _said(cells[0])
    for cell in cells:
        shown = _plain(cell.data())
        if shown not in {"", "–"} and shown not in sentence:
            yield f"{shown!r} is not in {sentence!r}"
        if len([each for each in cells if _plain(each.data())]) > 1 and cell != cells[0] and _said(cell) == sentence:
            yield f"{sentence!r} is said by more than one cell"
    spoken_rows.SAYS_CELLS = True
    said = [_said(cell) for cell in cells]
    described = [_plain(cell.data(_DESCRIPTION)) for cell in cells]
    if any(described[1:]):
        yield f"more than one cell is described: {described}"
    if sentence and sentence == described[0]:
        yield f"after its cells a row is said again: {sentence!r}"
    for cell, text in zip(cells, said, strict=True):
        if _plain(cell.data()) not in text:
            yield f"{_plain(cell.data())!r} is not in {text!r}"


def _faults_of_data(cells: list[QModelIndex]) -> Iterator[str]:
    for cell in cells:
        model = cell.model()
        heading = str(model.headerData(cell.column(), Qt.Orientation.Horizontal)).partition("\n")[0]
        row = str(model.headerData(cell.row(), Qt.Orientation.Vertical))
        spoken_rows.SAYS_CELLS = False
        missing = [part for part in map(_plain, (heading, row, cell.data())) if part not in _said(cell)]
        if missing:
            yield f"{missing} are not in {_said(cell)!r}"
        spoken_rows.SAYS_CELLS = True
        wanted = [cell.data(), *([row] if cell == cells[0] else [])]
        missing = [part for part in map(_plain, wanted) if part not in _said(cell)]
        if missing:
            yield f"{missing} are not in {_said(cell)!r}"


def _rows(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    def below(parent: QModelIndex) -> Iterator[QModelIndex]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index
            yield from below(index)

    return islice(below(QModelIndex()), _MOST_ROWS)


def _columns(view: QAbstractItemView) -> list[int]:
    if isinstance(view, QTreeView | QTableView):  # the others show one; of some models it cannot be asked
        count = view.model().columnCount(QModelIndex())
        return [column for column in range(count) if not view.isColumnHidden(column)][:_MOST_COLUMNS]
    return [0]


def _said(cell: QModelIndex) -> str:
    """As Qt tells it: the text for screen readers, or else what is shown."""
    return _plain(cell.data(_TEXT)) or _plain(cell.data())


def _plain(text: object) -> str:
    return without_isolates(str(text or "")).casefold().strip()


def _told(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {said_name(widget)!r} in {type(parent).__name__}"
