"""The table of jobs: columns that can be chosen, ordered and sized, and a menu for the selected."""

import base64
import binascii
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.ui.base.column_widths import first_width, fitted
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel, heading
from epa_gui.ui.jobs.results_delegate import IconDelegate, ResultsDelegate
from epa_gui.ui.jobs.usual_texts import job_texts, short_job_texts

_AS_IT_FITS = "fit"
"""After the remembered columns: a person has changed none of their widths."""

_WITH_ICON = frozenset({JobColumn.STATUS, JobColumn.IN_SERVICE})


class JobTable(FlatTree):
    """The job list.

    Signals:
        selected: Other rows are selected, or none.
        opened: A row was double-clicked, or Enter was pressed.
        columns_changed: Columns, their order, their widths or the sorting are different, to be remembered.
    """

    selected = Signal()
    opened = Signal()
    columns_changed = Signal()

    def __init__(self, jobs: JobFilter, model: JobListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._list = model
        self._is_arranged = False
        self._is_fitting = False
        self.setModel(jobs)
        self.setAccessibleName(self.tr("Jobs"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.use_delegate(ResultsDelegate(self), JobColumn.RESULTS)
        for column in _WITH_ICON:
            self.use_delegate(IconDelegate(self), column)
        self._set_up_header()
        self.selectionModel().selectionChanged.connect(self.selected)
        # Not `activated`, which on some desktops is a single click, and on macOS no key.
        self.doubleClicked.connect(self.opened)

    def _set_up_header(self) -> None:
        header = self.header()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.setStretchLastSection(False)  # it would take away from the last column where room is short
        self._measure()
        self.sortByColumn(JobColumn.STARTED, Qt.SortOrder.DescendingOrder)
        header.sectionMoved.connect(self.columns_changed)
        header.sectionResized.connect(self._on_resized)
        header.sortIndicatorChanged.connect(self.columns_changed)

    def _measure(self) -> None:
        """How wide the columns should be, in this font and language."""
        usual, short = job_texts(), short_job_texts()
        self._requested = {int(c): first_width(self, c, usual[c], has_icon=c in _WITH_ICON) for c in JobColumn}
        self._least = {int(c): first_width(self, c, short[c], has_icon=c in _WITH_ICON) for c in short}
        self._fit()

    def _fit(self) -> None:
        """Give the columns their widths, unless a person has done so."""
        if self._is_arranged:
            return
        shown = {column: width for column, width in self._requested.items() if not self.isColumnHidden(column)}
        self._is_fitting = True
        for column, width in fitted(shown, self._least, self.viewport().width()).items():
            self.setColumnWidth(column, width)
        self._is_fitting = False

    def wanted_width(self) -> int:
        """The width of the whole list in which nothing usual is cut off."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return sum(self._requested.values()) + bar + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    @Slot()
    def _on_resized(self) -> None:
        if not self._is_fitting:
            self._is_arranged = True
            self.columns_changed.emit()

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
        index = self._jobs.mapFromSource(self._list.index(row, JobColumn.NAME)) if row >= 0 else None
        if index is None or not index.isValid():
            return False
        self.selectRow(index.row())
        self.scrollTo(index)
        return True

    def select_all_of(self, keys: Sequence[JobKey]) -> bool:
        """Select these jobs and no others, and bring the topmost into view; `False` if the filters hide one."""
        rows = [self._list.row_of(key) for key in keys]
        found = [self._jobs.mapFromSource(self._list.index(row, JobColumn.NAME)) for row in rows if row >= 0]
        if len(found) < len(keys) or not all(index.isValid() for index in found):
            return False
        found.sort(key=QModelIndex.row)
        self.selectRow(found[0].row())
        flags = QItemSelectionModel.SelectionFlag
        for index in found[1:]:
            self.selectionModel().select(index, flags.Select | flags.Rows)
        self.scrollTo(found[0])
        return True

    def select_current(self) -> None:
        """Select the job the cursor came to when others were removed."""
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def rows_in_view(self) -> list[int]:
        """The rows of the list behind the proxy that can be seen."""
        return [self._jobs.mapToSource(self._jobs.index(row, 0)).row() for row in self.rows_shown()]

    def columns_state(self) -> str:
        """Order, widths, visibility and sorting, for remembering."""
        state = base64.b64encode(self.header().saveState().data()).decode()
        return f"{len(JobColumn)}:{state}" if self._is_arranged else f"{len(JobColumn)}:{state}:{_AS_IT_FITS}"

    def restore_columns(self, state: str) -> None:
        """Arrange the columns as remembered; nonsense, and what a version with other columns kept, is ignored.

        What was kept before there was a verdict counts: that column comes behind the others.
        """
        count, _, state = state.partition(":")
        if count not in {str(len(JobColumn)), str(int(JobColumn.VERDICT))}:
            return
        state, _, widths = state.partition(":")
        self._is_fitting = True
        try:
            is_restored = self.header().restoreState(QByteArray(base64.b64decode(state, validate=True)))
        except (ValueError, binascii.Error):
            return
        finally:
            self._is_fitting = False
        if not is_restored:
            return
        if count != str(len(JobColumn)):
            self.showColumn(JobColumn.VERDICT)
            self.setColumnWidth(JobColumn.VERDICT, self._requested[int(JobColumn.VERDICT)])
        self.header().setStretchLastSection(False)  # as it was in earlier versions
        self._is_arranged = widths != _AS_IT_FITS
        self._fit()
        if all(self.isColumnHidden(column) for column in JobColumn):
            self.showColumn(JobColumn.NAME)

    def column_actions(self, menu: QMenu) -> None:
        """Fill a menu with a box for each column; the name stays."""
        for column in JobColumn:
            action = QAction(heading(column), menu, checkable=True, checked=not self.isColumnHidden(column))
            action.setEnabled(column is not JobColumn.NAME)
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
        menu.popup(self.header().mapToGlobal(place))
