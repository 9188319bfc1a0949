"""The table of jobs: columns that can be chosen, ordered and sized, and a menu for the selected."""

import base64
import binascii

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from epa_gui.jobs.job import Job, JobKey
from epa_gui.models.job_filter import JobFilter
from epa_gui.models.job_list_model import Column, JobListModel, heading
from epa_gui.views.results_delegate import IconDelegate, ResultsDelegate

_WIDTHS = {
    Column.NAME: 20,
    Column.MODEL: 15,
    Column.STATUS: 24,
    Column.IN_SERVICE: 22,
    Column.STARTED: 12,
    Column.ELAPSED: 9,
    Column.ESTIMATE: 15,
    Column.LAST_CHECKED: 11,
    Column.NEXT_CHECK: 11,
    Column.RESULTS: 12,
}
"""Widths at first, in characters of the window's font."""


class JobTable(QTableView):
    """The job list."""

    selected = Signal()
    opened = Signal()
    columns_changed = Signal()

    def __init__(self, jobs: JobFilter, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._list = model
        self.setModel(jobs)
        self.setAccessibleName(self.tr("Jobs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setItemDelegateForColumn(Column.RESULTS, ResultsDelegate(self))
        for column in (Column.STATUS, Column.IN_SERVICE):
            self.setItemDelegateForColumn(column, IconDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.75))
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(self.selected)
        # Not `activated`, which on some desktops is a single click, and on macOS no key.
        self.doubleClicked.connect(self.opened)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width * self.fontMetrics().averageCharWidth())
        self.sortByColumn(Column.STARTED, Qt.SortOrder.DescendingOrder)
        header.sectionMoved.connect(self.columns_changed)
        header.sectionResized.connect(self.columns_changed)
        header.sortIndicatorChanged.connect(self.columns_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the job the cursor is at."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def selected_keys(self) -> list[JobKey]:
        """The identities of the selected jobs, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return self._jobs.keys_at(rows)

    def selected_jobs(self) -> list[Job]:
        """The selected jobs, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._jobs.job_at(row) for row in rows]

    def select(self, key: JobKey) -> bool:
        """Select one job and bring it into view; `False` if the filters hide it."""
        row = self._list.row_of(key)
        index = self._jobs.mapFromSource(self._list.index(row, Column.NAME)) if row >= 0 else None
        if index is None or not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.selectRow(index.row())
        self.scrollTo(index)
        return True

    def select_current(self) -> None:
        """Select the job the cursor came to when others were removed."""
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def rows_in_view(self) -> list[int]:
        """The rows of the list behind the proxy that can be seen."""
        first = self.rowAt(0)
        if first < 0:
            return []
        last = self.rowAt(self.viewport().height() - 1)
        last = self._jobs.rowCount() - 1 if last < 0 else last
        return [self._jobs.mapToSource(self._jobs.index(row, 0)).row() for row in range(first, last + 1)]

    def columns_state(self) -> str:
        """Order, widths, visibility and sorting, for remembering."""
        state = base64.b64encode(self.horizontalHeader().saveState().data()).decode()
        return f"{len(Column)}:{state}"

    def restore_columns(self, state: str) -> None:
        """Arrange the columns as remembered; nonsense, and what a version with other columns kept, is ignored."""
        count, _, state = state.partition(":")
        if count != str(len(Column)):
            return
        try:
            self.horizontalHeader().restoreState(QByteArray(base64.b64decode(state, validate=True)))
        except (ValueError, binascii.Error):
            return
        if all(self.isColumnHidden(column) for column in Column):
            self.showColumn(Column.NAME)

    def column_actions(self, menu: QMenu) -> None:
        """Fill a menu with a box for each column; the name stays."""
        for column in Column:
            action = QAction(heading(column), menu, checkable=True, checked=not self.isColumnHidden(column))
            action.setEnabled(column is not Column.NAME)
            action.setData(column)
            action.triggered.connect(self._on_column_toggled)
            menu.addAction(action)

    @Slot()
    def _on_column_toggled(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.setColumnHidden(int(action.data()), not action.isChecked())
            self.columns_changed.emit()

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column_actions(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(place))
