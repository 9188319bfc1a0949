"""One file as it was read: how it is going, its counts, and its first rows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyleOptionHeader,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.table import PREVIEW_ROWS
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.column_widths import first_width, longest
from epa_gui.ui.base.growing import grow
from epa_gui.ui.base.page import em
from epa_gui.ui.base.row_delegate import AFTER_FIGURES
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.spoken_rows import Index, cursor_came, name_corner
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.retraining.cell_delegate import CellDelegate
from epa_gui.ui.retraining.finding_text import type_word
from epa_gui.ui.retraining.preview_model import PreviewModel

_WIDEST = 18
_NARROWEST = 4
"""The widest and the narrowest column at first, in heights of the font; a person can change it."""

_ROWS_FITTED = 50


class _Header(QHeaderView):
    """Says when it paints.

    Signals:
        painting, painted: It is about to be painted, or has been.
    """

    painting = Signal()
    painted = Signal()

    def sizeHint(self) -> QSize:
        """That of the first column, since all have two lines, or of the last row, whose number is the longest.

        Qt asks two hundred of them at each change.
        """
        if not self.count():
            return super().sizeHint()
        return self.sectionSizeFromContents(0 if self.orientation() is Qt.Orientation.Horizontal else self.count() - 1)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, index: int) -> None:
        """A heading on the right ends where the figures below it do; its picture is as large as its letters."""
        super().initStyleOptionForIndex(option, index)
        grow(option, self)
        if option.textAlignment & Qt.AlignmentFlag.AlignRight:
            option.text = "\n".join(line + AFTER_FIGURES for line in option.text.split("\n"))

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Qt reckons with a picture that has not grown with the letters, and asks also while there is no model."""
        size = super().sectionSizeFromContents(section)
        if (
            self.count()
            and self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DecorationRole) is not None
        ):
            size.setWidth(size.width() + self.growth())
        return size

    def growth(self) -> int:
        """How much larger the picture in a heading is than a small icon of the style."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        small = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, option, self)
        grow(option, self)
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, option, self) - small

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()


class _Table(QTableView):
    """Says when it paints.

    Signals:
        painting, painted: It is about to be painted, or has been.
        resized: It has another size.
    """

    painting = Signal()
    painted = Signal()
    resized = Signal()

    def currentChanged(self, current: Index, previous: Index) -> None:
        cursor_came(self.model(), current.column())
        super().currentChanged(current, previous)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PreviewPane(QWidget):
    """A summary above the table.

    Signals:
        painting, painted: The rows are about to be painted, or have been: hundreds of calls into Python.
    """

    painting = Signal()
    painted = Signal()

    def __init__(self, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized_columns = 0
        self._reading: Reading | None = None
        self._fitted: set[int] = set()
        self._given: dict[int, int] = {}
        self._is_fitting = False
        self._marked: Finding | None = None
        self.model = PreviewModel()
        self.summary = SoftLine()  # stands beside the tabs: a line here would be one row fewer
        self.summary.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.table = _Table()
        self._columns = _Header(Qt.Orientation.Horizontal)
        heads = (self._columns, _Header(Qt.Orientation.Vertical))
        self.table.setHorizontalHeader(heads[0])
        self.table.setVerticalHeader(heads[1])
        self.table.setModel(self.model)
        for part in (self.table, *heads):
            part.painting.connect(self.painting)
            part.painted.connect(self.painted)
        self.table.setItemDelegate(CellDelegate(self.table))
        speak(self, lambda: self.table.setAccessibleName(fill(self.tr("Preview: {0}"), name())))
        name_corner(self.table)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.table.setWordWrap(False)
        self.table.setIconSize(QSize(em(self), em(self)))  # a small icon of the style does not grow with the letters
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        height = int(self.fontMetrics().height() * 1.4)
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setMaximumSectionSize(self.fontMetrics().height() * 100)
        bar = self.table.horizontalScrollBar()
        bar.valueChanged.connect(self._fit_in_view)
        bar.actionTriggered.connect(self._forget_mark)  # by the mouse, its wheel or the keyboard, never by the program
        self.table.selectionModel().currentChanged.connect(self._forget_mark)
        self.table.resized.connect(self._on_resized)
        self._no_table = Paragraph()
        self._no_table.setAlignment(Qt.AlignmentFlag.AlignCenter)
        speak(self, lambda: self._no_table.setText(self.tr("No preview: the file cannot be read as a table.")))
        self._no_table.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._no_table, 1)

    def put_above(self, line: QWidget) -> None:
        """Have something above the table, which may have stood elsewhere."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout) and layout.indexOf(line) < 0:
            layout.insertWidget(0, line)

    def show_reading(self, reading: Reading | None, findings: list[Finding], *, is_reading: bool) -> None:
        """Show a file as far as it was read."""
        self.model.show(reading, findings)
        self._reading = reading
        if reading is None:
            self.summary.show_text("")
            self._sized_columns = 0
            return
        self.summary.show_text(self._summary(reading, is_reading=is_reading))
        has_table = bool(reading.columns) or is_reading
        self.table.setVisible(has_table)
        self._no_table.setHidden(has_table)
        columns = self.model.columnCount()
        if columns and columns != self._sized_columns:
            self._sized_columns = columns
            self._fitted.clear()
            self._given.clear()
            self._fit_in_view()
        else:
            self._fit_marks()

    def mark(self, finding: Finding | None) -> None:
        """Scroll to what a finding is about and choose it; nothing if the preview does not hold it."""
        if not self.model.mark(finding):
            return
        self._marked = None
        index = self.model.index_of(finding) if finding else QModelIndex()
        if finding is None or not index.isValid():
            return
        is_row = self.model.is_below_names(finding)
        hints = QTableView.ScrollHint
        hint = hints.PositionAtCenter if is_row else hints.EnsureVisible
        for _ in range(2):  # again: columns that came into view were fitted, which may have pushed it out
            self.table.scrollTo(index, hint)
        flags = QItemSelectionModel.SelectionFlag
        whole = {(False, True): flags.Columns, (True, False): flags.Rows}.get(
            (is_row, finding.column > 0), flags.NoUpdate
        )
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | whole)
        self._marked = finding

    @Slot()
    def _on_resized(self) -> None:
        """The column that a finding is about stays whole in view, unless a person has gone on; the rows stay."""
        self._fit_in_view()
        if self._marked is not None:
            bar = self.table.verticalScrollBar()
            stood_at = bar.value()
            self.table.scrollTo(self.model.index_of(self._marked))
            bar.setValue(stood_at)

    @Slot()
    def _forget_mark(self) -> None:
        """A person has scrolled sideways, or gone to another cell."""
        self._marked = None

    @Slot()
    def _fit_in_view(self) -> None:
        """Fit the columns that have come into view; what a person looks at stays where it is.

        All of a thousand columns at once would take longer than a person waits for a click.
        """
        reading, header = self._reading, self.table.horizontalHeader()
        if reading is None or self._is_fitting or not self._sized_columns:
            return
        self._is_fitting = True
        anchor = next((column for column in self._in_view() if column in self._fitted), None)
        stood_at = header.sectionViewportPosition(anchor) if anchor is not None else 0
        while columns := [column for column in self._in_view() if column not in self._fitted]:
            self._fit_column(reading, columns[0])  # which may bring others into view, or take them out
        if anchor is not None:
            bar = self.table.horizontalScrollBar()
            bar.setValue(bar.value() + header.sectionViewportPosition(anchor) - stood_at)
        self._is_fitting = False

    def _in_view(self) -> range:
        header = self.table.horizontalHeader()
        columns = min(header.count(), self._sized_columns)
        first, last = header.visualIndexAt(0), header.visualIndexAt(self.table.viewport().width() - 1)
        return range(max(0, first), columns if last < 0 else last + 1)

    def _fit_column(self, reading: Reading, number: int) -> None:
        """As wide as the first rows need, within reason.

        Reckoned from the longest texts: asking the table to measure takes a second, this a moment.
        """
        self._fitted.add(number)
        if number >= len(reading.columns):
            return
        em = self.fontMetrics().height()
        texts = {row[number] for row in reading.preview[1:_ROWS_FITTED] if number < len(row)}
        shown = [text[: _WIDEST * 4] + AFTER_FIGURES for text in longest(texts)]
        width = first_width(self.table, number, [*shown, type_word(reading.columns[number].type.value)])
        width = max(width, self._heading_width(number), self._marks_width(number))
        self._give(number, max(em * _NARROWEST, min(width, em * _WIDEST)))

    def _give(self, number: int, width: int) -> None:
        self.table.setColumnWidth(number, width)
        self._given[number] = width

    def _fit_marks(self) -> None:
        """Something may have been found since: what a person is told to look at has its mark, and is still whole.

        Columns that a person has made wider or narrower stay as they are.
        """
        for number, width in list(self._given.items()):
            needed = min(self._marks_width(number), em(self, _WIDEST))
            if needed > width == self.table.columnWidth(number):
                self._give(number, needed)

    def _marks_width(self, number: int) -> int:
        """Of the cells with a picture before their text."""
        shown = [text[: _WIDEST * 4] + AFTER_FIGURES for text in longest(self.model.flagged(number))]
        return first_width(self.table, number, shown, has_icon=True) if shown else 0

    def _heading_width(self, number: int) -> int:
        """Of a column's heading with the picture that it gets once something is found in the column."""
        header = self._columns
        width = header.sectionSizeHint(number) + header.fontMetrics().horizontalAdvance(AFTER_FIGURES)
        if self.model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is not None:
            return width
        side = header.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, header)
        return (
            width
            + side
            + header.growth()
            + 2 * header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
        )

    def show_summary(self, *, is_current: bool) -> None:
        """Show how much of the file the table holds, while this is the file on screen."""
        self.summary.setVisible(is_current and bool(self.summary.text()))

    def _summary(self, reading: Reading, *, is_reading: bool) -> str:
        if not is_reading and reading.rows > PREVIEW_ROWS:
            return self.tr("The first %Ln row(s) are shown", "", PREVIEW_ROWS)
        return ""
