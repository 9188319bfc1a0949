"""The History window: looks for what was done, shows it as a list and as a timeline, and tells what a person wants."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.history.timeline import Timeline
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.history.entry_details import EntryDetails
from epa_gui.ui.history.event_text import Group, facts_of, group_word
from epa_gui.ui.history.history_bar import HistoryBar
from epa_gui.ui.history.history_model import Filter, HistoryColumn, HistoryModel, heading
from epa_gui.ui.history.history_table import HistoryTable
from epa_gui.ui.history.history_text import count_text
from epa_gui.ui.history.timeline_view import TimelineView

_TYPING_MS = 150
"""How long after the last letter the search begins."""

_TIMELINE_TAB = 1
_GROUPS = (None, *Group)


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
        self._selected = 0
        self._drawn = ""
        self.setWindowTitle(self.tr("History"))
        self.setWindowIcon(application_icon())
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._on_filter)
        self.bar = HistoryBar()
        self.problem = ProblemBox()
        self.table = HistoryTable(entries)
        self.details = EntryDetails()
        self.timeline = TimelineView(clock=clock)
        layout = QVBoxLayout(self)
        layout.addLayout(self._filters())
        layout.addWidget(self.bar)
        layout.addWidget(self.problem)
        layout.addWidget(self._tabs(), 1)
        layout.addLayout(self._foot())
        self._connect()
        self.show_models({})
        self.refresh()
        letters = self.fontMetrics().averageCharWidth()
        wanted = QSize(max(960, letters * 140), max(640, self.fontMetrics().lineSpacing() * 40))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))
        if parent is not None:
            place = self.frameGeometry()
            place.moveCenter(parent.window().frameGeometry().center())
            self.move(place.topLeft())

    def _filters(self) -> QHBoxLayout:
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search history"))
        self.search.setPlaceholderText(self.tr("Search history"))
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self._model = self._choice(self.tr("Model"))
        self._kind = self._choice(self.tr("Kind"))
        self._kind.addItems([group_word(group) for group in _GROUPS])
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        for choice in (self._model, self._kind):
            label = QLabel(choice.accessibleName())
            label.setBuddy(choice)
            row.addSpacing(6)
            row.addWidget(label)
            row.addWidget(choice)
        return row

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(14)
        return choice

    def _tabs(self) -> QTabWidget:
        self._empty_text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty_button = QPushButton(self.tr("Show everything"))
        self._empty_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch()
        column.addWidget(self._empty_text)
        column.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setChildrenCollapsible(False)
        split.setSizes([380, 240])
        self._pages = QStackedWidget()
        self._pages.addWidget(split)
        self._pages.addWidget(empty)
        self._hint = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.addWidget(self._hint)
        column.addWidget(self.timeline, 1)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setAccessibleName(self.tr("How to show the history"))
        self.tabs.addTab(self._pages, self.tr("List"))
        self.tabs.addTab(drawn, self.tr("Timeline"))
        return self.tabs

    def _foot(self) -> QHBoxLayout:
        self._count = QLabel()
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self._verify = QPushButton(self.tr("Verify history"))
        self._verify.setToolTip(
            self.tr(
                "Look at every entry: whether it fits its own fingerprint and the entry before, and none is missing"
            )
        )
        self._compare = QPushButton(self.tr("Verify against fingerprint…"))
        self._compare.setToolTip(self.tr("See whether the history is still what it was when a fingerprint was copied"))
        self._copy = QPushButton(self.tr("Copy fingerprint"))
        self._copy.setToolTip(self.tr("Copy the last entry's fingerprint with its date, to be kept elsewhere"))
        self._export = QPushButton(self.tr("Export history…"))
        self._export.setToolTip(self.tr("Write what is shown into a CSV or HTML file"))
        buttons = FlowLayout()  # at large text, four in one line are wider than the window
        for button in (self._verify, self._compare, self._copy, self._export):
            buttons.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addLayout(buttons)
        return row

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_filter)
        self._model.currentIndexChanged.connect(self._on_filter)
        self._kind.currentIndexChanged.connect(self._on_filter)
        self._empty_button.clicked.connect(self.show_everything)
        self.table.selected.connect(self._on_selected)
        self._entries.modelReset.connect(self._on_selected)  # which forgets the selection without a word
        self.tabs.currentChanged.connect(self._on_tab)
        self._verify.clicked.connect(self.verify_requested)
        self._compare.clicked.connect(self.compare_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._export.clicked.connect(self.export_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)
        for keys in ("Ctrl+W", "Esc"):
            QShortcut(QKeySequence(keys), self, self.close)

    # What is looked for

    def filter(self) -> Filter:
        """What a person looks for."""
        return Filter(self.search.text(), self._model.currentData() or "", _GROUPS[self._kind.currentIndex()])

    def model_name(self) -> str:
        """The name of the model that is looked for; empty for all."""
        return self._model.currentText() if self._model.currentData() else ""

    def show_models(self, names: Mapping[str, str]) -> None:
        """Offer these models, by identity; the chosen one stays."""
        offered = [("", self.tr("All models")), *sorted(names.items(), key=lambda item: item[1].casefold())]
        there = [(self._model.itemData(row), self._model.itemText(row)) for row in range(self._model.count())]
        if there == offered:
            return
        chosen = self._model.currentData()
        with QSignalBlocker(self._model):
            self._model.clear()
            for model, name in offered:
                self._model.addItem(shown(name or model), model)
            self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
        if self._model.currentData() != (chosen or ""):
            self._on_filter()

    @Slot()
    def show_everything(self) -> None:
        """Look for nothing."""
        self._kind.setCurrentIndex(0)
        self._model.setCurrentIndex(0)
        self.search.clear()
        self._on_filter()

    @Slot()
    def _on_filter(self) -> None:
        self._typing.stop()
        wanted, selected = self.filter(), self._selected
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
        self._count.setText(text if total or is_filtered else "")
        self._count.setToolTip(self._count.text())
        self._empty_text.setText(self._why_empty(total))
        self._empty_button.setVisible(bool(total))
        self._pages.setCurrentIndex(0 if shown else 1)
        if shown and self.table.selected_entry() is None:
            self.table.select_first()
        can_begin = not self._is_loading and not self._is_busy
        for button in (self._verify, self._compare, self._copy):
            button.setEnabled(bool(total) and can_begin)
        self._export.setEnabled(bool(shown) and can_begin)

    def _why_empty(self, total: int) -> str:
        if not self._can_be_read:
            return self.tr("The history cannot be read now. The message in the main window says why.")
        if self._is_loading:
            return self.tr("Reading the history…")
        if total:
            return self.tr("No entry fits what you look for.")
        return self.tr("Nothing is on record yet. From now on, everything you do here is.")

    def select(self, number: int) -> None:
        """Show an entry in the list, whatever is looked for now."""
        if self._entries.row_of(number) < 0:
            self.show_everything()
        self.tabs.setCurrentIndex(0)
        self.table.select(number)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def shows_timeline(self) -> bool:
        """Whether the timeline can be seen."""
        return self.isVisible() and self.tabs.currentIndex() == _TIMELINE_TAB

    def draws_timeline(self, model: str = "") -> bool:
        """Whether a timeline is drawn, of that model or of any."""
        return bool(self._drawn) and model in {"", self._drawn}

    def show_hint(self, hint: str) -> None:
        """Say something above the timeline."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

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
        if self.tabs.currentIndex() == _TIMELINE_TAB:
            self.timeline_requested.emit()

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def come_forward(self) -> None:
        """In front of other windows, whatever it was before."""
        if not self.isVisible():
            self.show()
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, and say so."""
        super().closeEvent(event)
        self.closed.emit()
