"""One file as it was read: how it is going, its counts, and its first rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QProgressBar, QTableView, QVBoxLayout, QWidget

from epa_gui.dataset.check import Reading
from epa_gui.dataset.encoding import Encoding
from epa_gui.dataset.finding import Finding
from epa_gui.dataset.table import PREVIEW_ROWS
from epa_gui.models import formatting
from epa_gui.models.preview_model import PreviewModel

_WIDEST = 34
"""Characters of the widest column at first; a person can make it wider."""


class PreviewPane(QWidget):
    """A summary above the table."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized_columns = 0
        self.model = PreviewModel()
        self.summary = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._progress = QProgressBar(maximum=1000, textVisible=False)
        self._progress.setAccessibleName(self.tr("Reading progress"))
        self._progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Preview: {0}").format(name))
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
        header.setResizeContentsPrecision(50)
        header.setMaximumSectionSize(self.fontMetrics().averageCharWidth() * 200)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self._progress)
        layout.addWidget(self.table, 1)

    def show_reading(self, reading: Reading | None, findings: list[Finding], *, is_reading: bool) -> None:
        """Show a file as far as it was read."""
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
            self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as the first rows need, within reason; only the first columns are measured, the others wait."""
        widest = self.fontMetrics().averageCharWidth() * _WIDEST
        for column in range(min(self.model.columnCount(), 60)):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, min(widest, self.table.columnWidth(column) + 8))

    def _summary(self, reading: Reading, *, is_reading: bool) -> str:
        if not reading.columns:
            return formatting.size(reading.size) if reading.size else ""
        rows = self.tr("%Ln row(s)", "", reading.rows)
        columns = self.tr("%Ln column(s)", "", len(reading.columns))
        if is_reading:
            share = formatting.percent(reading.done, reading.size) if reading.size else ""
            return self.tr("Reading… {0}, {1} so far · {2}").format(rows, columns, share)
        parts = [rows, columns, self._encoding(reading.encoding), formatting.size(reading.size)]
        if not reading.is_whole:
            parts.append(self.tr("not read to its end"))
        elif reading.rows > PREVIEW_ROWS:
            parts.append(self.tr("the first %Ln row(s) are shown", "", PREVIEW_ROWS))
        return " · ".join(parts)

    def _encoding(self, encoding: Encoding) -> str:
        names = {
            Encoding.UTF_8_BOM: self.tr("UTF-8 with BOM"),
            Encoding.UTF_8: self.tr("UTF-8 without BOM"),
            Encoding.ASCII: self.tr("plain letters (ASCII)"),
            Encoding.SHIFT_JIS: self.tr("Shift_JIS"),
        }
        return names.get(encoding, self.tr("UTF-16"))
