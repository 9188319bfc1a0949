"""A table of any size with what people do in it: sort, filter, find, copy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.results.archive_entry import Trouble
from epa_gui.core.results.row_table import Unshown
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base import formatting
from epa_gui.ui.base.big_table import BigTable, BigTableModel
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.table_worker import Arrangement, Page, TableFacts, TableWorker
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.entry_text import why_text

_TYPING_MS = 300
"""Between two letters of somebody who goes on typing."""


class TablePage(QWidget):
    """One table.

    Args:
        folder: For the table's temporary file.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.threads = PassingThreads()
        self._folder = folder
        self._worker: TableWorker | None = None
        self._size = 0
        self._facts: TableFacts | None = None
        self._trouble: Trouble | Unshown | None = None
        self._wished = Arrangement()
        self._shown = Arrangement()
        self._pending = Arrangement()
        self._rows_words = ""
        self._asked_rows = 0
        self._task = 0
        self.model = BigTableModel()
        self.table = BigTable(self.model)
        self.table.setAccessibleName(self.tr("Rows of the table"))
        self.filter_text = QLineEdit(clearButtonEnabled=True)
        self.filter_text.setPlaceholderText(self.tr("Show only rows that contain…"))
        self.filter_text.setAccessibleName(self.tr("Filter rows"))
        self.filter_column = QComboBox()
        self.filter_column.setAccessibleName(self.tr("Column to filter by"))
        self.filter_column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter_column.setMinimumContentsLength(14)
        self.filter_way = QComboBox()
        self.filter_way.setAccessibleName(self.tr("How the filter compares"))
        self.filter_way.addItem(self.tr("Contains"), userData=False)
        self.filter_way.addItem(self.tr("Is exactly"), userData=True)
        self.all_rows = QPushButton(self.tr("Show all rows"), autoDefault=False)
        self.find_text = QLineEdit(clearButtonEnabled=True)
        self.find_text.setPlaceholderText(self.tr("Find…"))
        self.find_text.setAccessibleName(self.tr("Find in the table"))
        self.find_previous = QPushButton(self.tr("Previous"), autoDefault=False)
        self.find_previous.setAccessibleName(self.tr("Find previous"))
        self.find_next = QPushButton(self.tr("Next"), autoDefault=False)
        self.find_next.setAccessibleName(self.tr("Find next"))
        self.copy_button = QPushButton(self.tr("Copy"), autoDefault=False)
        self.copy_button.setToolTip(self.tr("Copy the selected cells, to paste them into a spreadsheet program"))
        self.status = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.status.setAccessibleName(self.tr("About the table"))
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.progress.setMaximumWidth(self.fontMetrics().height() * 10)
        self.cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._arrange_widgets()
        self._connect()
        self._clear()

    def _arrange_widgets(self) -> None:
        lines = FlowLayout()
        filtering: tuple[QWidget, ...] = (self.filter_text, self.filter_column, self.filter_way, self.all_rows)
        for widget in (*filtering, self.find_text, self.find_previous, self.find_next, self.copy_button):
            lines.addWidget(widget)
        for line in (self.filter_text, self.find_text):
            line.setMinimumWidth(self.fontMetrics().height() * 10)
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.progress)
        foot.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(lines)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.model.pages_wanted.connect(self._on_pages_wanted)
        self.table.sort_requested.connect(self._on_sort)
        self.table.copy_requested.connect(self._on_copy)
        self.copy_button.clicked.connect(self._on_copy)
        self.table.painting.connect(self._on_painting)
        self.table.painted.connect(self._on_painted)
        self.filter_text.textChanged.connect(self._typing.start)
        self.filter_text.returnPressed.connect(self._on_filter)
        self._typing.timeout.connect(self._on_filter)
        self.filter_column.currentIndexChanged.connect(self._on_filter)
        self.filter_way.currentIndexChanged.connect(self._on_filter)
        self.all_rows.clicked.connect(self.show_all)
        self.find_text.returnPressed.connect(self._on_find_next)
        self.find_next.clicked.connect(self._on_find_next)
        self.find_previous.clicked.connect(self._on_find_previous)
        self.cancel.clicked.connect(self._on_cancel)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._on_find_asked),
            (QKeySequence.StandardKey.FindNext, self._on_find_next),
            (QKeySequence.StandardKey.FindPrevious, self._on_find_previous),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def open(self, open_source: Callable[[], IO[bytes]], size: int, *, is_tab_separated: bool = False) -> None:
        """Show a table.

        Args:
            open_source: Opens its bytes; called in a worker's thread.
            size: Bytes it says it has.
            is_tab_separated: Whether its name says so.
        """
        self.close_table()
        self._size = size
        worker = self._worker = TableWorker(open_source, self._folder, is_tab_separated=is_tab_separated)
        worker.grew.connect(self._on_grew)
        worker.page_read.connect(self._on_page)
        worker.arranged.connect(self._on_arranged)
        worker.progressed.connect(self._on_progressed)
        worker.ended.connect(self._on_ended)
        worker.found.connect(self._on_found)
        worker.copied.connect(self._on_copied)
        worker.failed.connect(self._on_failed)
        self.threads.start(worker, "table")
        self._show_progress(0)
        self.status.setText(self.tr("Opening the table…"))

    def is_read(self) -> bool:
        """Whether all rows are known."""
        return self._facts is not None and self._facts.is_complete

    def close_table(self) -> None:
        """Let go of the table; its temporary file goes."""
        if self._worker is not None:
            self._worker.stop()
            self._worker.disconnect(self)
            self._worker = None
        self._clear()

    def show_rows(self, rows: Sequence[int], words: str) -> None:
        """Show these rows alone, until somebody asks for all.

        Args:
            rows: Their numbers, ascending; 0 is the row behind the heading.
            words: What they are, such as “60 newly right”.
        """
        self._clear_filter()
        self._rows_words = words
        self._wish(Arrangement(rows=tuple(rows)))

    @Slot()
    def show_all(self) -> None:
        """Show all rows again, in the file's order."""
        self._rows_words = ""
        self._clear_filter()
        self._wish(Arrangement())

    def _clear_filter(self) -> None:
        self.filter_text.blockSignals(True)  # noqa: FBT003  Qt's own
        self.filter_text.clear()
        self.filter_text.blockSignals(False)  # noqa: FBT003  as above
        self._typing.stop()

    def _clear(self) -> None:
        self._facts, self._trouble = None, None
        self._wished = self._shown = self._pending = Arrangement()
        self._rows_words = ""
        self.model.rearrange(0, 0)
        self.model.show_columns(())
        self.table.show_sorted(None, is_descending=False)
        self.filter_column.blockSignals(True)  # noqa: FBT003  as above
        self.filter_column.clear()
        self.filter_column.blockSignals(False)  # noqa: FBT003  as above
        self.status.clear()
        self._hide_progress()
        self.all_rows.setEnabled(False)

    @Slot(object)
    def _on_grew(self, facts: TableFacts) -> None:
        self._facts = facts
        if self._worker is None:
            return
        if facts.columns != self.model.columns:
            self.model.show_columns(facts.columns)
            self.filter_column.blockSignals(True)  # noqa: FBT003  as above
            self.filter_column.addItem(self.tr("in any column"))
            self.filter_column.addItems([shown(name)[:60] for name in facts.columns])
            self.filter_column.blockSignals(False)  # noqa: FBT003  as above
        if self._shown == Arrangement():
            self.model.grow(facts.rows)
        if facts.is_complete:
            self._hide_progress()
        else:
            self._show_progress(1000 * facts.bytes_done // max(1, self._size))
        self._tell()

    def _tell(self) -> None:
        facts = self._facts
        if facts is None:
            return
        rows = self.tr("%Ln row(s)", "", facts.rows)
        if not facts.is_complete:
            self.status.setText(fill(self.tr("Reading… {0} so far"), rows))
            return
        parts = [rows, self.tr("%Ln column(s)", "", len(facts.columns)), formatting.size(facts.bytes_done)]
        if self._shown.text or self._shown.rows is not None:
            parts.insert(0, self.tr("%Ln row(s) shown", "", self.model.rowCount()))
        if self._rows_words and self._shown.rows is not None:
            parts.insert(0, self._rows_words)
        text = " · ".join(parts)
        if self._trouble is not None:
            text = fill("{0}\n{1}", why_text(self._trouble), text)
        self.status.setText(text)

    @Slot(object)
    def _on_pages_wanted(self, pages: tuple[int, ...]) -> None:
        if self._worker is not None:
            self._worker.want(pages)

    @Slot(object)
    def _on_page(self, page: Page) -> None:
        self.model.take_page(page)

    @Slot()
    def _on_painting(self) -> None:
        if self._worker is not None:
            self._worker.way.hold()

    @Slot()
    def _on_painted(self) -> None:
        if self._worker is not None:
            self._worker.way.let_go()

    def _wish(self, wished: Arrangement) -> None:
        self._wished = wished
        if self._worker is not None and wished != self._pending:
            self._pending = wished
            self._show_progress(0)
            self.status.setText(self.tr("Arranging the rows…"))
            self._task = self._worker.arrange(wished)

    @Slot(int)
    def _on_sort(self, column: int) -> None:
        """The first time the smallest first, then the largest, then the file's own order."""
        if self._wished.sort_column != column:
            self._wish(replace(self._wished, sort_column=column, is_descending=False))
        elif not self._wished.is_descending:
            self._wish(replace(self._wished, is_descending=True))
        else:
            self._wish(replace(self._wished, sort_column=None, is_descending=False))

    @Slot()
    def _on_filter(self) -> None:
        self._typing.stop()
        place = self.filter_column.currentIndex()
        text = self.filter_text.text()
        self._wish(
            replace(
                self._wished,
                text=text,
                column=place - 1 if text and place > 0 else None,
                is_whole=bool(text and self.filter_way.currentData()),
            )
        )

    @Slot(int, int)
    def _on_arranged(self, arrangement: int, count: int) -> None:
        self._shown = self._pending
        self.model.rearrange(arrangement, count)
        self.table.show_sorted(self._shown.sort_column, is_descending=self._shown.is_descending)
        self.all_rows.setEnabled(self._shown != Arrangement())
        self._tell()

    @Slot()
    def _on_cancel(self) -> None:
        if self._worker is not None:
            self._worker.give_up()

    @Slot(int)
    def _on_progressed(self, share: int) -> None:
        self._show_progress(share)

    @Slot(int)
    def _on_ended(self, task: int) -> None:
        """Done or given up: what was wished for is what is shown."""
        if task != self._task:
            return
        if self._facts is not None and self._facts.is_complete:
            self._hide_progress()
        if self._pending != self._shown and self._wished == self._pending:
            self._wished = self._pending = self._shown
            self._tell()

    @Slot()
    def _on_find_asked(self) -> None:
        self.find_text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_text.selectAll()

    @Slot()
    def _on_find_next(self) -> None:
        self._look_for(1)

    @Slot()
    def _on_find_previous(self) -> None:
        self._look_for(-1)

    def _look_for(self, step: int) -> None:
        text, count = self.find_text.text(), self.model.rowCount()
        if text and count and self._worker is not None:
            row = self.table.currentIndex().row()
            start = (row + step) % count if row >= 0 else 0
            self._show_progress(0)
            self._task = self._worker.find(text, start, is_backward=step < 0)

    @Slot(object)
    def _on_found(self, row: int | None) -> None:
        if row is None:
            self.status.setText(fill(self.tr("“{0}” was not found in the rows shown."), self.find_text.text()))
        else:
            self._tell()
            self.table.go_to(row)

    @Slot()
    def _on_copy(self) -> None:
        rows, columns = self.table.selected_blocks()
        if rows and columns and self._worker is not None:
            self._asked_rows = sum(map(len, rows))
            self._show_progress(0)
            self._task = self._worker.copy(rows, columns, has_heading=self._asked_rows > 1)

    @Slot(str, int)
    def _on_copied(self, text: str, rows: int) -> None:
        QGuiApplication.clipboard().setText(text)
        if rows < self._asked_rows:
            words = self.tr("Copied the first %Ln row(s): more do not fit into the clipboard.", "", rows)
        else:
            words = self.tr("Copied %Ln row(s).", "", rows)
        self.status.setText(words)

    @Slot(object)
    def _on_failed(self, why: Trouble | Unshown) -> None:
        self._trouble = why
        self._hide_progress()
        if self._facts is None or not self._facts.columns:
            self.status.setText(why_text(why))
        else:
            self._tell()

    def _show_progress(self, share: int) -> None:
        self.progress.setValue(min(1000, share))
        self.progress.setVisible(True)
        self.progress.setAccessibleName(self.tr("Progress of the table"))
        self.cancel.setVisible(self._facts is not None and self._facts.is_complete)

    def _hide_progress(self) -> None:
        self.progress.setVisible(False)
        self.cancel.setVisible(False)
