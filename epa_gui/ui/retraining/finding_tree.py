"""The tree of findings as a person goes through it: a line each, and what can be done about it as a link."""

from PySide6.QtCore import QElapsedTimer, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QStyleOptionViewItem, QWidget

from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.growing import grow
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import em
from epa_gui.ui.base.row_delegate import Index, RowDelegate
from epa_gui.ui.base.row_ink import READABLE, contrast
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.tinting import mixed
from epa_gui.ui.retraining.finding_tree_model import (
    ICON_ROLE,
    FindingColumn,
    FindingKey,
    FindingTreeModel,
    Group,
    key_of,
)

_ROW_HEIGHT = 1.2
"""So that about eleven lines are seen at once in a form of 940 × 700 pixels."""

_FEWEST_ROWS = 4
"""Lines that are seen wherever there are as many; fewer take no more room than they need."""

_INDENTATION = 1.1
_WIDEST_PLACE = 11
_APART = 0.6
"""Free behind a place and behind an act, in heights of the font: an act beside its place reads as a part of it."""

_PLACES_MEASURED = 200
_PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FindingTree(FlatTree):
    """The findings, in groups that can be closed.

    Signals:
        chosen: Another line is the current one, because a person went there or it is the first (a `Placed`, or `None`).
        act_requested: What can be done about a finding is to be done, or undone (its `Placed`).
    """

    chosen = Signal(object)
    act_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=_ROW_HEIGHT)
        self._closed: set[Group] = set()
        self._is_going_back = False
        self._has_been_used = False
        self._was_acted = QElapsedTimer()
        self.findings = FindingTreeModel()
        self.setModel(self.findings)
        self.use_delegate(_FindingDelegate(self))
        speak(self, lambda: self.setAccessibleName(self.tr("Findings")))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(True)
        self.setIndentation(em(self, _INDENTATION))
        self.setIconSize(QSize(em(self), em(self)))  # a small icon of the style does not grow with the letters
        self.setMouseTracking(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(em(self, 2))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(FindingColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._on_clicked)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Have the arrows of the groups grow with the letters."""
        super().initViewItemOption(option)
        grow(option, self)

    def show_findings(self, inspection: Inspection) -> None:
        """Show these. The line a person is in stays the current one; if it has gone, the one in its place."""
        index = self.currentIndex()
        placed = self.findings.placed_at(index)
        key = key_of(placed) if placed else None
        was_open = placed is not None and not placed.is_mended
        number = self.findings.open_number(index) if placed else 0
        scrolled = self.verticalScrollBar().value()
        self._is_going_back = True  # what is lost and found again has not changed
        if self.findings.show(inspection):
            self._arrange()
            if self._has_been_used:
                self._go_back_to(key, number, was_open=was_open)
                self.verticalScrollBar().setValue(scrolled)
            else:
                self.setCurrentIndex(self.findings.first_index())
            self.scrollTo(self.currentIndex())
            for row in range(self.findings.rowCount()):  # now that all lines are laid out: it would do that twice
                self.setFirstColumnSpanned(row, QModelIndex(), True)  # noqa: FBT003  Qt's
        self._is_going_back = False
        self.setMinimumHeight(min(self.natural_height(), em(self, _ROW_HEIGHT * _FEWEST_ROWS)))
        self._has_been_used = self._has_been_used and self.findings.rowCount() > 0
        now = self.current()
        if (key_of(now) if now else None) != key or (now is not None and now.is_mended == was_open):
            self.chosen.emit(now)  # not where its counts grew only: nothing has to be scrolled to

    def say_again(self) -> None:
        """The same in the language of now."""
        self.findings.say_again()
        self._arrange()

    def current(self) -> Placed | None:
        """The finding a person is at."""
        return self.findings.placed_at(self.currentIndex())

    def act(self) -> None:
        """Do what can be done about the current finding."""
        self._act_on(self.currentIndex())

    def natural_height(self) -> int:
        """The height at which every line is seen, in pixels."""
        lines = sum(1 + self.findings.rowCount(self.findings.index(row, 0)) for row in range(self.findings.rowCount()))
        return lines * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth()

    def _arrange(self) -> None:
        for row in range(self.findings.rowCount()):
            index = self.findings.index(row, 0)
            self.setExpanded(index, self.findings.group_at(index) not in self._closed)
        places = min(em(self, _WIDEST_PLACE), first_width(self, 1, self.findings.places(_PLACES_MEASURED)))
        apart = em(self, _APART)
        self.setColumnWidth(FindingColumn.PLACE, places + apart)
        self.setColumnWidth(FindingColumn.ACT, first_width(self, 2, self.findings.acts()) + apart)

    def _go_back_to(self, key: FindingKey | None, number: int, *, was_open: bool) -> None:
        """To the same finding; where it was fixed or is gone, to the next one, as who goes through them does."""
        index = self.findings.index_of(key, is_open=was_open) if key else QModelIndex()
        if not index.isValid():
            index = self.findings.open_index(number)
        self.setCurrentIndex(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_going_back:
            self._has_been_used = True
            self.chosen.emit(self.findings.placed_at(current))

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, selected: QItemSelection, _before: QItemSelection) -> None:
        """A screen reader selects a line without going there; what is selected is what is explained."""
        rows = [index.siblingAtColumn(0) for index in selected.indexes()]
        if rows and self.currentIndex().siblingAtColumn(0) not in rows:
            self.selectionModel().setCurrentIndex(rows[0], QItemSelectionModel.SelectionFlag.NoUpdate)

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        group = self.findings.group_at(index)
        if group is not None:
            self._closed.discard(group)

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        group = self.findings.group_at(index)
        if group is not None:
            self._closed.add(group)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """The second click of a double click was meant for the line that is gone, not for the one in its place."""
        is_second = self._was_acted.isValid() and not self._was_acted.hasExpired(QApplication.doubleClickInterval())
        if index.column() == FindingColumn.ACT and not is_second:
            self._act_on(index)

    def _act_on(self, index: QModelIndex) -> None:
        placed = self.findings.placed_at(index)
        if placed is not None and placed.finding.repair is not None:
            self._was_acted.start()
            self.act_requested.emit(placed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space do what can be done; Return never sends the file from here."""
        if event.key() not in _PRESS_KEYS:
            super().keyPressEvent(event)
            return
        index = self.currentIndex().siblingAtColumn(0)
        if self.findings.group_at(index) is not None:
            self.setExpanded(index, not self.isExpanded(index))
        elif not event.isAutoRepeat():
            self._act_on(index)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_link = index.column() == FindingColumn.ACT and bool(index.data())
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)


class _FindingDelegate(RowDelegate):
    """Groups are bold; what can be done looks like a link."""

    def __init__(self, view: FindingTree) -> None:
        super().__init__(view)
        self._as_link: dict[int, QPalette] = {}

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add what makes the difference."""
        name = index.data(ICON_ROLE)
        if name:
            option.icon = icon(name)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if not index.parent().isValid():
            option.font.setBold(True)
        elif index.column() == FindingColumn.ACT:
            option.font.setUnderline(True)
            option.palette = self._link_palette(option.palette)

    def _link_palette(self, palette: QPalette) -> QPalette:
        """That palette with the colour of links for text, or one near to it that can be read."""
        made = self._as_link.get(palette.cacheKey())
        if made is None:
            self._as_link.clear()
            made = self._as_link[palette.cacheKey()] = QPalette(palette)
            paper = palette.color(QPalette.ColorRole.Base)
            made.setColor(QPalette.ColorRole.Text, _readable(palette.color(QPalette.ColorRole.Link), paper))
        return made


def _readable(link: QColor, paper: QColor) -> QColor:
    ink = max((QColor("black"), QColor("white")), key=lambda one: contrast(one, paper))
    mixtures = (mixed(link, ink, share / 10) for share in range(11))
    return next((colour for colour in mixtures if contrast(colour, paper) >= READABLE), ink)
