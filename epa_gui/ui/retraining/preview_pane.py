"""One file as it was read: how it is going, its counts, and its first rows."""

from heapq import nlargest

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.table import PREVIEW_ROWS
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.retraining.cell_delegate import CellDelegate
from epa_gui.ui.retraining.encoding_names import CHOICES, encoding_name
from epa_gui.ui.retraining.finding_text import type_word
from epa_gui.ui.retraining.preview_model import PreviewModel

_WIDEST = 18
_NARROWEST = 4
"""The widest and the narrowest column at first, in heights of the font; a person can change it."""

_MOST_LIKELY = 3
_CHOICE_LETTERS = 24

_ROWS_FITTED = 50
_MOST_FITTED = 200
_TEXTS_MEASURED = 5
"""Of the longest by number of letters, and as many by bytes: letters of Japanese are wide and have three."""


class _Header(QHeaderView):
    """Says when it paints.

    Signals:
        painting, painted: It is about to be painted, or has been.
    """

    painting = Signal()
    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()


class _Table(QTableView):
    """Says when it paints.

    Signals:
        painting, painted: It is about to be painted, or has been.
    """

    painting = Signal()
    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painting.emit()
        super().paintEvent(event)
        self.painted.emit()


class PreviewPane(QWidget):
    """A summary above the table.

    Signals:
        painting, painted: The rows are about to be painted, or have been: hundreds of calls into Python.
        encoding_chosen: What a person says the file is written in (an `Encoding`), or `None` to have it found out.
    """

    painting = Signal()
    painted = Signal()
    encoding_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized_columns = 0
        self.model = PreviewModel()
        self.summary = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._choices: tuple[Encoding | None, tuple[Encoding, ...], Encoding | None] | None = None
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Encoding"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_CHOICE_LETTERS)
        self._choice.setMaxVisibleItems(20)
        self._choice.activated.connect(self._on_choice)
        self._choice_label = QLabel(self.tr("Encoding:"))
        self._choice_label.setBuddy(self._choice)
        self._progress = QProgressBar(maximum=1000, textVisible=False)
        self._progress.setAccessibleName(self.tr("Reading progress"))
        self._progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.table = _Table()
        heads = (_Header(Qt.Orientation.Horizontal), _Header(Qt.Orientation.Vertical))
        self.table.setHorizontalHeader(heads[0])
        self.table.setVerticalHeader(heads[1])
        self.table.setModel(self.model)
        for part in (self.table, *heads):
            part.painting.connect(self.painting)
            part.painted.connect(self.painted)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setAccessibleName(fill(self.tr("Preview: {0}"), name))
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.table.setWordWrap(False)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        height = int(self.fontMetrics().height() * 1.4)
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setMaximumSectionSize(self.fontMetrics().height() * 100)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.summary, 1)
        line.addWidget(self._choice_label)
        line.addWidget(self._choice)
        layout.addLayout(line)
        layout.addWidget(self._progress)
        layout.addWidget(self.table, 1)

    def allow_choice(self, *, is_allowed: bool) -> None:
        """Whether another encoding may be chosen now."""
        self._choice.setEnabled(is_allowed)

    def show_reading(
        self, reading: Reading | None, findings: list[Finding], *, is_reading: bool, chosen: Encoding | None = None
    ) -> None:
        """Show a file as far as it was read.

        Args:
            reading: What is known of it.
            findings: What was found in it.
            is_reading: Whether more is to come.
            chosen: What a person said it is to be read as.
        """
        self._show_choices(reading, findings, chosen)
        self.model.show(reading, findings)
        self._progress.setVisible(is_reading)
        if reading is None:
            self.summary.setText(self.tr("Opening the file…") if is_reading else "")
            self._sized_columns = 0
            return
        self._progress.setValue(1000 * reading.done // reading.size if reading.size else 0)
        self.summary.setText(self._summary(reading, is_reading=is_reading))
        columns = self.model.columnCount()
        if columns and columns != self._sized_columns:
            self._sized_columns = columns
            self._fit_columns(reading)

    def _fit_columns(self, reading: Reading) -> None:
        """As wide as the first rows need, within reason.

        Reckoned from the longest texts of each: asking the table to measure takes a second, this a moment.
        """
        em = self.fontMetrics().height()
        for number, column in enumerate(reading.columns[:_MOST_FITTED]):
            texts = {row[number] for row in reading.preview[1:_ROWS_FITTED] if number < len(row)}
            longest = {text for key in (len, _bytes) for text in nlargest(_TEXTS_MEASURED, texts, key)}
            shown = [text[: _WIDEST * 4] for text in longest]
            width = first_width(self.table, number, [*shown, type_word(column.type.value)])
            self.table.setColumnWidth(number, max(em * _NARROWEST, min(width, em * _WIDEST)))

    def _summary(self, reading: Reading, *, is_reading: bool) -> str:
        if not reading.columns:
            return formatting.size(reading.size) if reading.size else ""
        rows = self.tr("%Ln row(s)", "", reading.rows)
        columns = self.tr("%Ln column(s)", "", len(reading.columns))
        if is_reading:
            share = formatting.percent(reading.done, reading.size) if reading.size else ""
            return fill(self.tr("Reading… {0}, {1} so far · {2}"), rows, columns, share)
        parts = [rows, columns, encoding_name(reading.encoding), formatting.size(reading.size)]
        if not reading.is_whole:
            parts.append(self.tr("not read to its end"))
        elif reading.rows > PREVIEW_ROWS:
            parts.append(self.tr("the first %Ln row(s) are shown", "", PREVIEW_ROWS))
        return " · ".join(parts)

    def _show_choices(self, reading: Reading | None, findings: list[Finding], chosen: Encoding | None) -> None:
        """Offer the encodings: what was found, the likely ones where that is not sure, then all."""
        is_there = reading is not None and bool(reading.columns)
        self._choice.setVisible(is_there)
        self._choice_label.setVisible(is_there)
        if reading is None or not is_there:
            return
        likely = next((found.encodings for found in findings if found.encodings), ())[:_MOST_LIKELY]
        likely = tuple(one for one in likely if one is not Encoding.UTF_8)  # of some rows, where files were joined
        shown = (None if chosen else reading.encoding, likely, chosen)
        if shown == self._choices:
            return
        self._choices = shown
        self._choice.clear()
        found = fill(self.tr("Found: {0}"), encoding_name(reading.encoding))
        self._choice.addItem(self.tr("Find out again") if chosen else found, None)
        for encoding in likely:
            self._choice.addItem(fill(self.tr("{0}: likely"), encoding_name(encoding)), encoding.value)
        self._choice.insertSeparator(self._choice.count())
        for encoding in CHOICES:
            if encoding not in likely:
                name = self.tr("UTF-8") if encoding is Encoding.UTF_8 else encoding_name(encoding)
                self._choice.addItem(name, encoding.value)
        self._choice.setCurrentIndex(max(0, self._choice.findData(chosen.value)) if chosen else 0)

    @Slot()
    def _on_choice(self) -> None:
        value = self._choice.currentData()  # Qt makes plain text of an `Encoding`
        self.encoding_chosen.emit(Encoding(value) if value else None)


def _bytes(text: str) -> int:
    return len(text.encode())
