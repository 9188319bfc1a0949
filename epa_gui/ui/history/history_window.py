"""The History window: looks for what was done, shows it as a list and as a timeline, and tells what a person wants."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.history.timeline import Timeline
from epa_gui.ui.base.dividers import name_dividers
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.forward import bring_forward
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.page import GAP, em, give_buttons_room, set_page_margins
from epa_gui.ui.base.page_tabs import begin_page_tabs
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.reopening import Place, is_asking, place_of, show_at
from epa_gui.ui.history.entry_details import EntryDetails
from epa_gui.ui.history.entry_facts import facts_of
from epa_gui.ui.history.history_bar import HistoryBar, Note
from epa_gui.ui.history.history_filters import HistoryFilters
from epa_gui.ui.history.history_model import Filter, HistoryColumn, HistoryModel, heading
from epa_gui.ui.history.history_table import HistoryTable
from epa_gui.ui.history.history_text import count_text
from epa_gui.ui.history.no_entries import NoEntries
from epa_gui.ui.history.timeline_chart import Period
from epa_gui.ui.history.timeline_view import TimelineView

_TIMELINE_TAB = 1


class Shown(NamedTuple):
    """What the window shows, for another one to show the same.

    Attributes:
        place: Where it is.
        tab: The number of the tab in front.
        filter: What is looked for.
        models: The models that are offered there, by identity.
        selected: The number of the selected entry; 0 for none.
        split: How the list and the details share the height.
        widths: Of columns, as far as a person has set them.
        note: What came of something, while that can be read.
        period: What of the timeline is in view, and what is chosen there.
    """

    place: Place
    tab: int
    filter: Filter
    models: Mapping[str, str]
    selected: int
    split: QByteArray
    widths: Mapping[int, int]
    note: Note | None
    period: Period | None


class HistoryWindow(QWidget):
    """Filters above, the list or the timeline in the middle, what can be done with all of it below.

    Signals:
        filter_changed: Something else is looked for; what is shown has changed.
        timeline_requested: The timeline tab was chosen, and may be out of date.
        verify_requested, compare_requested, copy_requested, export_requested: A button was pressed.
        closed: Nobody looks any more.
    """

    filter_changed = Signal()
    timeline_requested = Signal()
    verify_requested = Signal()
    compare_requested = Signal()
    copy_requested = Signal()
    export_requested = Signal()
    closed = Signal()

    def __init__(self, entries: HistoryModel, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._entries = entries
        self._is_loading = True
        self._can_be_read = True
        self._is_busy = False
        self._selected = self._selected_of_all = 0
        self._drawn = ""
        self.setWindowTitle(self.tr("History"))
        self.setWindowIcon(application_icon())
        self.filters = HistoryFilters(entries.rowCount)
        self.bar = HistoryBar()
        self.problem = ProblemBox()
        self.table = HistoryTable(entries)
        self.details = EntryDetails()
        self._no_entries = NoEntries()
        self.timeline = TimelineView(clock=clock)
        layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.addWidget(self.filters)
        layout.addWidget(self.bar)
        layout.addWidget(self.problem)
        layout.addWidget(self._tabs(), 1)
        layout.addLayout(self._foot())
        self._connect()
        self.refresh()
        wanted = QSize(max(960, em(self, 58)), max(640, em(self, 38)))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))
        give_buttons_room(self)
        if parent is not None:
            place = self.frameGeometry()
            place.moveCenter(parent.window().frameGeometry().center())
            self.move(place.topLeft())

    def _tabs(self) -> QTabWidget:
        split = self._split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setChildrenCollapsible(False)
        split.setSizes([380, 240])
        name_dividers(split, self.tr("List"), self.tr("Details"))
        self._pages = QStackedWidget()
        self._pages.addWidget(split)
        self._pages.addWidget(self._no_entries)
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, em(self, GAP), 0, 0)
        column.addWidget(self.timeline)
        self.tabs = QTabWidget()
        begin_page_tabs(self.tabs)
        self.tabs.tabBar().setAccessibleName(self.tr("How to show the history"))
        self.tabs.addTab(self._pages, self.tr("List"))
        self.tabs.addTab(drawn, self.tr("Timeline"))
        return self.tabs

    def _foot(self) -> QHBoxLayout:
        self._count = QLabel()
        self._verify = QPushButton(self.tr("Verify history"))
        self._verify.setToolTip(
            self.tr("Check that every entry fits its fingerprint and the entry before it, and that none is missing")
        )
        self._compare = QPushButton(self.tr("Verify against fingerprint…"))
        self._compare.setToolTip(self.tr("Check that the history has not changed since a fingerprint was copied"))
        self._copy = QPushButton(self.tr("Copy fingerprint"))
        self._copy.setToolTip(
            self.tr("Copy the fingerprint of the last entry with its date, to keep it in another place")
        )
        self._export = QPushButton(self.tr("Export history…"))
        self._export.setToolTip(self.tr("Save the entries of the list as a CSV or HTML file"))
        buttons = FlowLayout()  # at large text, four in one line are wider than the window
        for button in (self._verify, self._compare, self._copy, self._export):
            buttons.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addLayout(buttons)
        return row

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter)
        self._no_entries.filter_requested.connect(self.filters.look_for)
        self.table.selected.connect(self._on_selected)
        self._entries.modelReset.connect(self._on_selected)  # which forgets the selection without a word
        self.tabs.currentChanged.connect(self._on_tab)
        self._verify.clicked.connect(self.verify_requested)
        self._compare.clicked.connect(self.compare_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._export.clicked.connect(self.export_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.filters.take_focus)
        for keys in ("Ctrl+W", "Esc"):
            QShortcut(QKeySequence(keys), self, self.close)

    # What is looked for

    @Slot()
    def show_everything(self) -> None:
        """Look for nothing."""
        self.filters.look_for(Filter())

    @Slot()
    def _on_filter(self) -> None:
        wanted, selected = self.filters.filter(), self._selected
        if wanted == self._entries.filter:
            return
        self._entries.set_filter(wanted)
        self.table.select(selected)
        self.refresh()
        self.filter_changed.emit()

    # What there is

    def show_loading(self, *, is_loading: bool, can_be_read: bool = True) -> None:
        """Whether entries are still being read, or cannot be."""
        self._is_loading, self._can_be_read = is_loading, can_be_read
        self.refresh()

    def show_busy(self, *, is_busy: bool) -> None:
        """Whether the history is being verified or exported: one thing at a time."""
        self._is_busy = is_busy
        self.refresh()

    def refresh(self) -> None:
        """Show how many entries there are, or why there are none."""
        shown, total = self._entries.rowCount(), self._entries.total()
        is_filtered = not self._entries.filter.is_open
        text = count_text(shown, total, is_filtered=is_filtered, is_loading=self._is_loading)
        is_list = self.tabs.currentIndex() != _TIMELINE_TAB  # a timeline is that of one model
        self._count.setText(text if is_list and (total or is_filtered) else "")
        self._count.setToolTip(self._count.text())
        self._no_entries.show_why(
            self._entries.filter, has_any=bool(total), is_loading=self._is_loading, can_be_read=self._can_be_read
        )
        self._pages.setCurrentIndex(0 if shown else 1)
        if shown and self.table.selected_entry() is None:
            self.table.select_first()
        can_begin = not self._is_loading and not self._is_busy
        for button in (self._verify, self._compare, self._copy):
            button.setEnabled(bool(total) and can_begin)
        self._export.setEnabled(can_begin and (bool(shown) or bool(self._entries.found(self.filters.own_filter()))))

    def select(self, number: int) -> None:
        """Show an entry in the list, whatever is looked for now."""
        if self._entries.row_of(number) < 0:
            self.show_everything()
        self.tabs.setCurrentIndex(0)
        self.table.select(number)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back_to(self, number: int) -> bool:
        """Have an entry of the list selected as before, once no timeline narrows it; whether it will be."""
        if self.filters.is_narrowed():
            self._selected_of_all = number
            return True
        return self.table.select(number)

    def shows_timeline(self) -> bool:
        """Whether the timeline can be seen."""
        return self.isVisible() and self.tabs.currentIndex() == _TIMELINE_TAB

    def draws_timeline(self, model: str = "") -> bool:
        """Whether a timeline is drawn, of that model or of any."""
        return bool(self._drawn) and model in {"", self._drawn}

    def look_for_one(self, model: str) -> None:
        """Look for the model whose timeline is shown, and say so in its filter, until the list is shown again."""
        if not self.filters.filter().model:
            self._selected_of_all = self._selected
            self.filters.narrow_to(model)

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Draw a model's timeline; `None` while there is no model."""
        self._drawn = timeline.model if timeline else ""
        self.timeline.show_timeline(timeline)

    def show_drawing(self, text: str) -> None:
        """Draw nothing yet, and say so."""
        self.show_timeline(None)
        self.timeline.message.setText(text)

    @Slot()
    def _on_selected(self) -> None:
        entry = self.table.selected_entry()
        self._selected = entry.number if entry else 0
        self.details.show_facts(facts_of(entry) if entry else (), heading(HistoryColumn.WHAT))

    @Slot()
    def _on_tab(self) -> None:
        self.refresh()
        is_timeline = self.tabs.currentIndex() == _TIMELINE_TAB
        self.filters.offer_all(is_offered=not is_timeline)
        if is_timeline:
            self.timeline_requested.emit()
        elif self.filters.widen():
            self.table.select(self._selected_of_all)

    def can_give_way(self) -> bool:
        """Whether closing it would lose no form and stop nothing."""
        return not self._is_busy and not is_asking(self)

    def shown(self) -> Shown:
        """What it shows, and where."""
        return Shown(
            place_of(self),
            self.tabs.currentIndex(),
            self.filters.own_filter(),
            self.filters.models(),
            self._selected_of_all if self.filters.is_narrowed() else self._selected,
            self._split.saveState(),
            self.table.own_widths(),
            self.bar.note(),
            self.timeline.chart.period(),
        )

    def show_same(self, before: Shown) -> None:
        """Show what another window did, in its place; its entries are still to come."""
        self.filters.show_models(before.models)
        self.filters.look_for(before.filter)
        self._split.restoreState(before.split)
        self.timeline.chart.come_back(before.period)
        if before.note is not None:
            self.bar.show_note(before.note)
        self.tabs.setCurrentIndex(before.tab)
        show_at(self, before.place)
        self.table.set_widths(before.widths)

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        bring_forward(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, and say so."""
        super().closeEvent(event)
        self.closed.emit()
