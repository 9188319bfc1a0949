"""A table of any size with what people do in it: sort, filter, find, copy."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.big_table import BigTable
from epa_gui.ui.base.table_worker import Arrangement
from epa_gui.ui.results.entry_text import why_text
from epa_gui.ui.results.table_controller import TableController
from epa_gui.ui.results.table_fields import FieldsState, TableFields
from epa_gui.ui.results.table_foot import TableFoot


class RowsWords(Protocol):
    """Makes what chosen rows are, in the language of now."""

    def __call__(self, *, is_against_live: bool) -> str:
        """Tell it, and call the model before the live one where it is known to be that."""


def _no_words(*, is_against_live: bool) -> str:  # noqa: ARG001  as all `RowsWords`
    return ""


class TableState(NamedTuple):
    """What a person has made of a table, for another page to show the same.

    Attributes:
        arrangement: Which rows are shown, and in what order.
        rows_words: Makes what they are, where they are chosen rows.
        fields: What stands in the fields above it.
        row: The row that has the cursor, as they are shown; -1 for none.
        column: Its column.
        across: How far it is scrolled to the side.
        widths: Of the columns to which a person gave one.
    """

    arrangement: Arrangement
    rows_words: RowsWords
    fields: FieldsState
    row: int
    column: int
    across: int
    widths: Mapping[int, int]


class TablePage(QWidget):
    """One table.

    Args:
        folder: For the table's temporary file.

    Attributes:
        threads: Those that can be told to end at once.
        model: The table's rows.
        fields: What they are filtered by, and what is looked for.
        table: Where they are seen.
        foot: What is told of them.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = TableController(folder, self)
        self._rows_words: RowsWords = _no_words
        self._is_against_live = False
        self._wanted: TableState | None = None
        self._wanted_cell: TableState | None = None
        self.threads = self._controller.threads
        self.model = self._controller.model
        self.fields = TableFields()
        self.table = BigTable(self.model)
        self.table.setAccessibleName(self.tr("Rows of the table"))
        self.foot = TableFoot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fields)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.foot)
        self._connect()
        self._clear()

    def _connect(self) -> None:
        self.fields.filter_changed.connect(self._on_filter)
        self.fields.find_requested.connect(self._on_find)
        self.fields.all_rows.clicked.connect(self.show_all)
        self.fields.copy_button.clicked.connect(self._on_copy)
        self.table.sort_requested.connect(self._on_sort)
        self.table.copy_requested.connect(self._on_copy)
        self.table.painting.connect(self._controller.hold)
        self.table.painted.connect(self._controller.let_go)
        self.foot.cancel.clicked.connect(self._controller.give_up)
        self._controller.headed.connect(self.fields.show_columns)
        self._controller.grew.connect(self._on_grew)
        self._controller.arranging.connect(self._on_arranging)
        self._controller.arranged.connect(self._on_arranged)
        self._controller.progressed.connect(self._on_progressed)
        self._controller.ended.connect(self._on_ended)
        self._controller.found.connect(self._on_found)
        self._controller.copied.connect(self._on_copied)
        self._controller.failed.connect(self._on_failed)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self.fields.start_looking),
            (QKeySequence.StandardKey.FindNext, self.fields.look_for_next),
            (QKeySequence.StandardKey.FindPrevious, self.fields.look_for_previous),
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
        self._controller.open(open_source, size, is_tab_separated=is_tab_separated)
        self._clear()
        self._on_progressed(0)
        self.foot.show_text(self.tr("Opening the table…"))

    def is_read(self) -> bool:
        """Whether all rows are known."""
        return self._controller.is_read()

    def state(self) -> TableState | None:
        """What a person has made of it; `None` where no table is open."""
        if self._wanted is not None:
            return self._wanted
        if not self._controller.is_open():
            return None
        current = self.table.currentIndex()
        return TableState(
            self._controller.wished,
            self._rows_words,
            self.fields.state(),
            current.row(),
            max(0, current.column()),
            self.table.horizontalScrollBar().value(),
            self.table.own_widths(),
        )

    def come_back(self, state: TableState | None) -> None:
        """Show the next table as another page has shown it: as soon as all its rows are known."""
        self._wanted = state

    def _come_back(self, state: TableState) -> None:
        self.fields.come_back(state.fields)
        self._rows_words = state.rows_words
        self.table.set_widths(state.widths)
        self._wanted_cell = state
        if not self._controller.wish(state.arrangement):
            self._go_to_cell()

    def _go_to_cell(self) -> None:
        """The cursor is where it was, and the columns as far to the side."""
        state, self._wanted_cell = self._wanted_cell, None
        if state is None:
            return
        if 0 <= state.row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(state.row, state.column))
            self.table.go_to(state.row)
        self.table.horizontalScrollBar().setValue(state.across)

    def close_table(self) -> None:
        """Let go of the table; its temporary file goes."""
        self._controller.close()
        self._clear()

    def show_rows(self, rows: Sequence[int], words: RowsWords) -> None:
        """Show these rows alone, until somebody asks for all.

        Args:
            rows: Their numbers, ascending; 0 is the row behind the heading.
            words: Makes what they are, such as “60 newly right”.
        """
        self._wanted = self._wanted_cell = None
        self.fields.clear_filter()
        self._rows_words = words
        self._controller.wish(Arrangement(rows=tuple(rows)))

    def show_compared(self, *, is_against_live: bool) -> None:
        """Call the model before what it is.

        Args:
            is_against_live: Whether it is known to be the one that is live.
        """
        if is_against_live is not self._is_against_live:
            self._is_against_live = is_against_live
            self._tell()

    @Slot()
    def show_all(self) -> None:
        """Show all rows again, in the file's order."""
        self._wanted = None
        self._rows_words = _no_words
        self.fields.clear_filter()
        self._controller.wish(Arrangement())

    def _clear(self) -> None:
        """Show no table."""
        self._rows_words = _no_words
        self._wanted_cell = None
        self.table.show_sorted(None, is_descending=False)
        self.fields.forget_columns()
        self.fields.all_rows.setEnabled(False)
        self.foot.clear()

    def _tell(self) -> None:
        """Say what is shown of it."""
        facts, shown = self._controller.facts, self._controller.shown
        if facts is None:
            return
        is_choice = bool(shown.text) or shown.rows is not None
        self.foot.show_facts(
            facts,
            self._controller.size,
            self.model.rowCount() if is_choice else None,
            self._rows_words(is_against_live=self._is_against_live) if shown.rows is not None else "",
            self._controller.trouble,
        )

    # What a person does

    @Slot()
    def _on_filter(self) -> None:
        self._wanted = None  # a person wants something else meanwhile
        self._controller.wish(self.fields.filtered(self._controller.wished))

    @Slot(int)
    def _on_sort(self, column: int) -> None:
        self._wanted = None  # as above
        self._controller.sort_by(column)

    @Slot(int)
    def _on_find(self, step: int) -> None:
        self._controller.find(self.fields.find_text.text(), self.table.currentIndex().row(), step)

    @Slot()
    def _on_copy(self) -> None:
        self._controller.copy(*self.table.selected_blocks())

    # What comes of it

    @Slot()
    def _on_grew(self) -> None:
        if self.is_read():
            self.foot.hide_progress()
        self._tell()
        if self.is_read() and self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._come_back(wanted)

    @Slot()
    def _on_arranging(self) -> None:
        self.foot.show_text(self.tr("Arranging the rows…"))

    @Slot()
    def _on_arranged(self) -> None:
        shown = self._controller.shown
        self.table.show_sorted(shown.sort_column, is_descending=shown.is_descending)
        self.fields.all_rows.setEnabled(shown != Arrangement())
        self._tell()
        self._go_to_cell()

    @Slot(int)
    def _on_progressed(self, share: int) -> None:
        self.foot.show_progress(share, can_cancel=self.is_read())

    @Slot(bool)
    def _on_ended(self, is_given_up: bool) -> None:  # noqa: FBT001  a signal's argument
        if self.is_read():
            self.foot.hide_progress()
        if is_given_up:
            self._tell()

    @Slot(object)
    def _on_found(self, row: int | None) -> None:
        if row is None:
            words = self.tr("“{0}” was not found in the rows shown.")
            self.foot.show_text(fill(words, self.fields.find_text.text()))
        else:
            self._tell()
            self.table.go_to(row)

    @Slot(str, int, bool)
    def _on_copied(self, text: str, rows: int, is_all: bool) -> None:  # noqa: FBT001  a signal's argument
        QGuiApplication.clipboard().setText(text)
        self.foot.show_copied(rows, is_all=is_all)

    @Slot()
    def _on_failed(self) -> None:
        self.foot.hide_progress()
        facts, trouble = self._controller.facts, self._controller.trouble
        if trouble is not None and (facts is None or not facts.columns):
            self.foot.show_text(why_text(trouble))
        else:
            self._tell()
