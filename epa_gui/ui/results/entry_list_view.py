"""The list of the files that results are made of, as wide as they need it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from epa_gui.core.results.archive_entry import Entry, Kind
from epa_gui.ui.base import formatting
from epa_gui.ui.base.column_widths import first_width, longest
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.results.entry_list import EntryColumn, EntryListModel
from epa_gui.ui.results.entry_text import kind_word, trouble_word

_MOST_MEASURED = 200
"""So many files' notes are measured for the width of their column."""


class EntryListView(FlatTree):
    """Where a person chooses a file.

    Signals:
        entry_chosen: A file is selected (its `Entry`).

    Attributes:
        entries: The files.
    """

    entry_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=1.5)
        self._first_widths: dict[int, int] = {}
        self._width_of_names: int | None = None
        self.entries = EntryListModel()
        self.setModel(self.entries)
        self.setAccessibleName(self.tr("Files in the results"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names that begin alike end otherwise
        self.header().setStretchLastSection(False)
        # What is short is whole, and the names have what is left: nothing is to be scrolled for.
        self.header().setSectionResizeMode(EntryColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.entries.modelReset.connect(self._forget_names)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these, none of them selected; one alone needs no list."""
        self.entries.show(entries)
        self.setVisible(len(entries) > 1)
        kinds = {kind_word(entry.kind) for entry in entries}
        sizes = {formatting.size(entry.size) for entry in entries}
        for column, words in ((EntryColumn.KIND, kinds), (EntryColumn.SIZE, sizes)):
            self.setColumnWidth(column, first_width(self, column, words))
        notes = [trouble_word(trouble) for entry in entries[:_MOST_MEASURED] for trouble in entry.troubles]
        self.setColumnHidden(EntryColumn.TROUBLE, not any(entry.troubles for entry in entries))
        if notes:
            self.setColumnWidth(EntryColumn.TROUBLE, first_width(self, EntryColumn.TROUBLE, notes))
        others = (column for column in EntryColumn if column is not EntryColumn.NAME)  # which takes what is left
        self._first_widths = {int(column): self.columnWidth(column) for column in others}

    def natural_width(self) -> int:
        """The width at which every name is whole, in pixels."""
        if self._width_of_names is None:  # measured once, and not again at every size of the page
            self._width_of_names = first_width(self, EntryColumn.NAME, longest(self.entries.names()))
        shown = (column for column in self._first_widths if not self.isColumnHidden(column))
        width = self._width_of_names + sum(self.columnWidth(column) for column in shown)
        return width + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def own_widths(self) -> Mapping[int, int]:
        """Those of the columns to which a person gave one."""
        widths = {column: self.columnWidth(column) for column in self._first_widths}
        return {column: width for column, width in widths.items() if width != self._first_widths[column]}

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Give columns the widths that a person gave them elsewhere."""
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters are as wide as they are."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._forget_names()

    @Slot()
    def _forget_names(self) -> None:
        self._width_of_names = None

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, *_: QItemSelection) -> None:
        rows = self.selectionModel().selectedRows()
        entry = self.entries.entry(rows[0].row()) if rows else None
        if entry is not None:
            self.entry_chosen.emit(entry)


def first_worth_showing(entries: tuple[Entry, ...]) -> int:
    """The row to begin with: the first table that can be read, else the first file."""
    readable = [row for row, entry in enumerate(entries) if entry.can_be_read]
    return next((row for row in readable if entries[row].kind is Kind.TABLE), readable[0] if readable else 0)
