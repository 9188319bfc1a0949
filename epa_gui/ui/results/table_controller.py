"""One table at work: has it read, and its rows arranged, found and copied, aside from the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.results.archive_entry import Trouble
from epa_gui.core.results.row_table import Unshown
from epa_gui.ui.base.big_table import BigTableModel
from epa_gui.ui.base.table_worker import Arrangement, Page, TableFacts, TableWorker
from epa_gui.ui.base.threads import PassingThreads


class TableController(QObject):
    """Orders what is wished for from the table's worker, and tells the model what comes of it.

    Args:
        folder: For the table's temporary file.

    Signals:
        headed: The columns are known (their names, a tuple of `str`).
        grew: More is known of the table: its `facts`.
        arranging: The rows are being put in another order, or others are chosen.
        arranged: They are `shown` as they were wished for.
        progressed: How far reading, arranging, finding or copying is, of 1000.
        ended: Arranging, finding or copying has ended (whether it was given up, and the rows stay as they are shown).
        found: The row in the view with what was looked for, or `None`.
        copied: The cells as text, how many rows these are, and whether that is all that was asked for.
        failed: It cannot be shown, or not to its end: there is a `trouble`.

    Attributes:
        model: What is shown.
        threads: Those that can be told to end at once.
        facts: What is known of the table; `None` before anything is.
        size: Bytes it says it has.
        trouble: Why it cannot be shown, or not to its end.
        wished: How a person wants the rows.
        shown: How they are shown.
    """

    headed = Signal(object)
    grew = Signal()
    arranging = Signal()
    arranged = Signal()
    progressed = Signal(int)
    ended = Signal(bool)
    found = Signal(object)
    copied = Signal(str, int, bool)
    failed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._worker: TableWorker | None = None
        self._pending = Arrangement()
        self._asked_rows = 0
        self._task = 0
        self.threads = PassingThreads()
        self.facts: TableFacts | None = None
        self.size = 0
        self.trouble: Trouble | Unshown | None = None
        self.wished = Arrangement()
        self.shown = Arrangement()
        self.model = BigTableModel()
        self.model.pages_wanted.connect(self._on_pages_wanted)

    def open(self, open_source: Callable[[], IO[bytes]], size: int, *, is_tab_separated: bool = False) -> None:
        """Read a table instead of the one before.

        Args:
            open_source: Opens its bytes; called in a worker's thread.
            size: Bytes it says it has.
            is_tab_separated: Whether its name says so.
        """
        self.close()
        self.size = size
        worker = self._worker = TableWorker(open_source, self._folder, is_tab_separated=is_tab_separated)
        worker.grew.connect(self._on_grew)
        worker.page_read.connect(self._on_page)
        worker.arranged.connect(self._on_arranged)
        worker.progressed.connect(self.progressed)
        worker.ended.connect(self._on_ended)
        worker.found.connect(self.found)
        worker.copied.connect(self._on_copied)
        worker.failed.connect(self._on_failed)
        self.threads.start(worker, "table")

    def close(self) -> None:
        """Let go of the table; its temporary file goes."""
        if self._worker is not None:
            self._worker.stop()
            self._worker.disconnect(self)
            self._worker = None
        self.facts, self.trouble = None, None
        self.wished = self.shown = self._pending = Arrangement()
        self.model.rearrange(0, 0)
        self.model.show_columns(())

    def is_open(self) -> bool:
        """Whether there is a table."""
        return self._worker is not None

    def is_read(self) -> bool:
        """Whether all its rows are known."""
        return self.facts is not None and self.facts.is_complete

    def wish(self, wished: Arrangement) -> bool:
        """Have these rows shown in this order; whether there is anything to arrange for that."""
        self.wished = wished
        if self._worker is None or wished == self._pending:
            return False
        self._pending = wished
        self.progressed.emit(0)
        self.arranging.emit()
        self._task = self._worker.arrange(wished)
        return True

    def sort_by(self, column: int) -> None:
        """The first time the smallest first, then the largest, then the file's own order."""
        if self.wished.sort_column != column:
            self.wish(replace(self.wished, sort_column=column, is_descending=False))
        elif not self.wished.is_descending:
            self.wish(replace(self.wished, is_descending=True))
        else:
            self.wish(replace(self.wished, sort_column=None, is_descending=False))

    def find(self, text: str, row: int, step: int) -> None:
        """Look for a row with a text among those shown.

        Args:
            text: What it contains.
            row: Where to begin: next to this row; at the first one if that is negative.
            step: 1 to go down, -1 to go up.
        """
        count = self.model.rowCount()
        if text and count and self._worker is not None:
            start = (row + step) % count if row >= 0 else 0
            self.progressed.emit(0)
            self._task = self._worker.find(text, start, is_backward=step < 0)

    def copy(self, rows: Sequence[range], columns: Sequence[int]) -> None:
        """Put cells together as text, with the columns' names where these are of several rows."""
        if rows and columns and self._worker is not None:
            self._asked_rows = sum(map(len, rows))
            self.progressed.emit(0)
            self._task = self._worker.copy(rows, columns, has_heading=self._asked_rows > 1)

    @Slot()
    def give_up(self) -> None:
        """End what goes on."""
        if self._worker is not None:
            self._worker.give_up()

    @Slot()
    def hold(self) -> None:
        """The view is painted: the worker lets it go first."""
        if self._worker is not None:
            self._worker.way.hold()

    @Slot()
    def let_go(self) -> None:
        """The view was painted."""
        if self._worker is not None:
            self._worker.way.let_go()

    @Slot(object)
    def _on_pages_wanted(self, pages: tuple[int, ...]) -> None:
        if self._worker is not None:
            self._worker.want(pages)

    @Slot(object)
    def _on_page(self, page: Page) -> None:
        self.model.take_page(page)

    @Slot(object)
    def _on_grew(self, facts: TableFacts) -> None:
        self.facts = facts
        if self._worker is None:
            return
        if facts.columns != self.model.columns:
            self.model.show_columns(facts.columns)
            self.headed.emit(facts.columns)
        if self.shown == Arrangement():
            self.model.grow(facts.rows)
        if not facts.is_complete:
            self.progressed.emit(1000 * facts.bytes_done // max(1, self.size))
        self.grew.emit()

    @Slot(int, int)
    def _on_arranged(self, arrangement: int, count: int) -> None:
        self.shown = self._pending
        self.model.rearrange(arrangement, count)
        self.arranged.emit()

    @Slot(int)
    def _on_ended(self, task: int) -> None:
        """Done or given up: what was wished for is what is shown."""
        if task != self._task:
            return
        is_given_up = self._pending != self.shown and self.wished == self._pending
        if is_given_up:
            self.wished = self._pending = self.shown
        self.ended.emit(is_given_up)

    @Slot(str, int)
    def _on_copied(self, text: str, rows: int) -> None:
        self.copied.emit(text, rows, rows >= self._asked_rows)

    @Slot(object)
    def _on_failed(self, why: Trouble | Unshown) -> None:
        self.trouble = why
        self.failed.emit()
