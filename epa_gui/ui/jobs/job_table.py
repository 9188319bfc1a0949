"""The table of jobs: columns that can be chosen, ordered and sized, and a menu for the selected."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.ui.base.access_keys import give_access_keys
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.roomy_menu import make_roomy
from epa_gui.ui.jobs.column_layout import ColumnLayout
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel, heading
from epa_gui.ui.jobs.results_delegate import IconDelegate, ResultsDelegate
from epa_gui.ui.jobs.row_texts import RowTexts

_FIT_MS = 300
"""Jobs that go on change where they stand many times a second: the columns follow all that together."""

_Flag = QItemSelectionModel.SelectionFlag


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
        self._held: list[JobKey] = []
        self.setModel(jobs)
        self._say_texts()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.use_delegate(ResultsDelegate(self), JobColumn.RESULTS)
        for column in (JobColumn.STANDING, JobColumn.IN_SERVICE, JobColumn.VERDICT):
            self.use_delegate(IconDelegate(self), column)
        header = self.header()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self._fit_icons()
        self.sortByColumn(JobColumn.STARTED, Qt.SortOrder.DescendingOrder)
        self._texts = RowTexts(model)
        self._columns = ColumnLayout(self, self._texts.by_column)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._columns.fit)
        for rows_changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            rows_changed.connect(self._on_rows_changed)
        model.rowsInserted.connect(self._fit_soon.start)
        self._fit_later = QTimer(self, singleShot=True, interval=_FIT_MS)
        self._fit_later.timeout.connect(self._columns.fit)
        model.dataChanged.connect(self._on_data_changed)
        self._columns.changed.connect(self.columns_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        # Not `activated`, which on some desktops is a single click, and on macOS no key.
        self.doubleClicked.connect(self.opened)

    def _say_texts(self) -> None:
        self.setAccessibleName(self.tr("Jobs"))

    def wanted_width(self) -> int:
        """The width of the whole list in which nothing usual is cut off."""
        return self._columns.wanted_width()

    def height_of(self, rows: int) -> int:
        """How high it is with so many rows in view."""
        first = self.model().index(0, 0)
        row = self.rowHeight(first) if first.isValid() else self.usual_row_height()
        return self.header().sizeHint().height() + rows * max(1, row) + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room; the job the cursor is at stays in view when there is less."""
        super().resizeEvent(event)
        self._columns.fit()
        place = self.visualRect(self.currentIndex())
        was_in_view = place.isValid() and place.top() >= 0 and place.bottom() < event.oldSize().height()
        if was_in_view and place.bottom() >= event.size().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room, and other words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_columns"):
            self._say_texts()
            self._list.say_again()
            self._columns.measure()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_icons()
            self._columns.measure()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._texts.forget()
        self._columns.forget_texts()

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Where a job stands may be a longer text now, or a name; how much of its file is sent changes neither."""
        has_texts = first.column() <= max(JobColumn.NAME, JobColumn.MODEL, JobColumn.STANDING, JobColumn.STARTED)
        if has_texts and self._texts.take_in(first.row(), last.row()):
            self._columns.forget_texts()
            if not self._fit_later.isActive():
                self._fit_later.start()

    def _fit_icons(self) -> None:
        """As high as the letters beside them."""
        side = max(16, round(self.fontMetrics().height() * 0.95))
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the job the cursor is at."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    # What is selected

    def selected_keys(self) -> list[JobKey]:
        """The identities of the selected jobs that can be seen in the list, from top to bottom."""
        return self._jobs.keys_at(sorted(self.selectionModel().selectedRows(), key=lambda index: index.row()))

    def hidden_keys(self) -> list[JobKey]:
        """The jobs that were selected before a search hid them: nobody has chosen anything else since."""
        if not self._jobs.is_searched() or self.selectionModel().hasSelection():
            return []
        held = self._held_keys()
        return held if not self._seen_of(held) else []

    def selected_jobs(self) -> list[Job]:
        """The selected jobs, from top to bottom."""
        return [self._list.job(self._list.row_of(key)) for key in self.selected_keys()]

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
        self._select_rows(found)
        return True

    def select_current(self) -> None:
        """Select the job the cursor came to when others were removed."""
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def give_back(self) -> None:
        """Select again what a search had hidden, as far as it is shown again; else no row looks chosen.

        What is selected is in view, or else the first hits are.
        """
        if self.selectionModel().hasSelection():
            self.scrollTo(self.selectionModel().selectedRows()[0])
            return
        found = self._seen_of(self._held_keys())
        if found:
            self._select_rows(found)
        else:
            self.selectionModel().clearCurrentIndex()
            self.scrollToTop()

    def _select_rows(self, found: Sequence[QModelIndex]) -> None:
        chosen = QItemSelection()
        for index in found:
            chosen.select(index, index)
        self.selectionModel().setCurrentIndex(found[0], _Flag.NoUpdate)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(found[0])

    def _held_keys(self) -> list[JobKey]:
        return [key for key in self._held if self._list.row_of(key) >= 0]

    def _seen_of(self, keys: Sequence[JobKey]) -> list[QModelIndex]:
        """Where those of these jobs stand that can be seen in the list."""
        rows = [self._list.index(self._list.row_of(key), JobColumn.NAME) for key in keys]
        return [index for index in map(self._jobs.mapFromSource, rows) if index.isValid()]

    @Slot()
    def _on_selection_changed(self) -> None:
        if self.selectionModel().hasSelection():
            self._held = self.selected_keys()
        self.selected.emit()

    def rows_in_view(self) -> list[int]:
        """The rows of the list behind the proxy that can be seen."""
        return [self._jobs.mapToSource(self._jobs.index(row, 0)).row() for row in self.rows_shown()]

    # Its columns

    def set_has_several_models(self, *, has_several: bool) -> None:
        """Whether the list shows jobs of more than one model, so that each has to say of which it is."""
        self._columns.set_has_several_models(has_several=has_several)

    def choose_column(self, column: JobColumn, *, is_shown: bool) -> None:
        """A person wants a column, or wants it no more."""
        self._columns.choose(column, is_shown=is_shown)

    def columns_state(self) -> str:
        """Order, widths, choice and sorting of the columns, for remembering."""
        return self._columns.state()

    def restore_columns(self, state: str) -> None:
        """Arrange the columns as remembered; nonsense, and what an earlier version kept, is ignored."""
        self._columns.restore(state)

    def column_actions(self, menu: QMenu) -> None:
        """Fill a menu with a box for each column, ticked if it is wanted where there is room; the name stays."""
        for column in JobColumn:
            action = QAction(heading(column), menu, checkable=True, checked=self._columns.is_wanted(column))
            action.setEnabled(column is not JobColumn.NAME)
            action.setData(column)
            action.setObjectName(column.name.lower())
            action.triggered.connect(self._on_column_toggled)
            menu.addAction(action)

    @Slot()
    def _on_column_toggled(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose_column(JobColumn(action.data()), is_shown=action.isChecked())

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        """What can be done with the selected jobs; not Qt's own menu of them, which is as narrow as can be."""
        menu = make_roomy(give_access_keys(QMenu(self)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.viewport().mapToGlobal(place))

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = make_roomy(give_access_keys(QMenu(self)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column_actions(menu)
        menu.popup(self.header().mapToGlobal(place))
