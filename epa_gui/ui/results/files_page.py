"""The files that results are made of: their list, and beside it the one that is chosen."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, Qt, QThread, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry
from epa_gui.ui.base.dividers import name_dividers
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.entry_foot import EntryFoot, FootState
from epa_gui.ui.results.entry_list_view import EntryListView, first_worth_showing
from epa_gui.ui.results.entry_text import problem_sentences, whole_trouble_sentence
from epa_gui.ui.results.entry_view import EntryView
from epa_gui.ui.results.entry_worker import Opened, OpenWorker
from epa_gui.ui.results.table_page import TableState

_PART_OF_LIST = 0.5
"""Of the page the list of files takes so much at first, at most."""


class FilesState(NamedTuple):
    """What a person has made of the page, for another one to show the same.

    Attributes:
        name: The file that is shown, by its name in the results; empty for none.
        split: How the list and the file share the width; empty where nobody has moved that.
        widths: Of the columns of the list to which a person gave one.
        table: Of the file, where it is a table.
        done: What was done with it.
    """

    name: str
    split: QByteArray
    widths: Mapping[int, int]
    table: TableState | None
    done: FootState


class FilesPage(QWidget):
    """A results file and what is in it.

    Args:
        folder: For temporary files: of tables, and of copies that other programs open.

    Attributes:
        archive: What is shown; `None` before it was listed.
        list: Its files.
        file: The one that is chosen.
        foot: What can be done with that.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threads = PassingThreads()
        self.archive: Archive | None = None
        self._entry: Entry | None = None
        self._opener: OpenWorker | None = None
        self._is_moved = False
        self._wanted: FilesState | None = None
        self._wanted_table: TableState | None = None
        self.list = EntryListView()
        self.file = EntryView(folder)
        self.foot = EntryFoot(folder)
        self._arrange()
        self.list.entry_chosen.connect(self._on_chosen)
        self._show_none(self.tr("No results are open."))

    def _arrange(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(em(self, GAP), 0, 0, 0)
        column.addWidget(self.file, 1)
        column.addWidget(self.foot)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        scroll = QScrollArea(widgetResizable=True)  # with large letters the buttons alone take several lines
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Content of the file"))  # it takes the keyboard where it scrolls
        scroll.setWidget(side)
        self._split.addWidget(scroll)
        name_dividers(self._split, self.list.accessibleName(), self.tr("Content of the file"))
        self._split.setStretchFactor(1, 1)
        self.list.setMinimumWidth(em(self, 8))
        self._split.splitterMoved.connect(self._on_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Until a person moves it, the list is as wide as its longest name, and takes no more than its part."""
        if not self._is_moved:
            wanted = min(self.list.natural_width(), round(self.width() * _PART_OF_LIST))
            self._split.setSizes([wanted, self.width() - wanted])

    @Slot()
    def _on_moved(self) -> None:
        self._is_moved = True

    @property
    def threads(self) -> Iterator[QThread]:
        """All that have not ended."""
        yield from self._threads
        yield from self.file.threads
        yield from self.foot.threads

    def stop(self) -> None:
        """End all reading; for who waits for `threads` then."""
        self.close_files()

    def open_file(self, path: Path) -> None:
        """Show a results file: a zip, or one file of another kind."""
        self.close_files()
        self._show_none(self.tr("Opening the results…"))
        worker = self._opener = OpenWorker(path)
        worker.reported.connect(self._on_opened)
        self._threads.start(worker, "open results")

    @Slot(object)
    def _on_opened(self, report: Opened) -> None:
        if self._opener is None:
            if report.archive:
                report.archive.close()
            return
        self._opener = None
        if report.archive is not None:
            self.show_archive(report.archive)
        elif report.problem is not None:
            self._show_none(problem_sentences(report.problem))

    def is_copying(self) -> bool:
        """Whether a file is being copied out of the results."""
        return self.foot.is_copying()

    def state(self) -> FilesState | None:
        """What a person has made of it; `None` where no file is shown."""
        if self._wanted is not None:
            return self._wanted
        if self._entry is None:
            return None
        return FilesState(
            self._entry.name,
            self._split.saveState() if self._is_moved else QByteArray(),
            self.list.own_widths(),
            self.file.table_state(),
            self.foot.state(),
        )

    def come_back(self, state: FilesState | None) -> None:
        """Show the next results as another page has shown them."""
        self._wanted = state

    def _come_back(self, archive: Archive, state: FilesState) -> None:
        """Once their files are listed."""
        if not state.split.isEmpty():
            self._is_moved = True
            self._split.restoreState(state.split)
        self.list.set_widths(state.widths)
        names = [entry.name for entry in archive.entries]
        if state.name in names:
            self._wanted_table = state.table
            self.list.selectRow(names.index(state.name))
        self.foot.come_back(state.done)  # said of that file; another that is chosen instead has nothing to say

    def show_archive(self, archive: Archive) -> None:
        """Show what is in it; it is closed with the page's files."""
        self.close_files()
        self.archive = archive
        self.list.show_entries(archive.entries)
        self._share()
        self.foot.offer_folder(archive.path)
        wanted, self._wanted = self._wanted, None
        if archive.trouble is not None:
            self._show_none(whole_trouble_sentence(archive.trouble), is_bad=True)
        elif not archive.entries:
            self._show_none(self.tr("The results contain no files."))
        else:
            if wanted is not None:
                self._come_back(archive, wanted)
            if self._entry is None:
                self.list.selectRow(first_worth_showing(archive.entries))

    def close_files(self) -> None:
        """Stop all reading and let go of the file."""
        self._opener = None
        self.file.stop()
        self.foot.stop()
        self.list.entries.show(())
        self._entry = None
        if self.archive is not None:
            self.archive.close()
            self.archive = None

    @Slot(object)
    def _on_chosen(self, entry: Entry) -> None:
        if self.archive is None or entry == self._entry:
            return
        self._entry = entry
        self._wanted_table, wanted = None, self._wanted_table
        self.foot.offer(self.archive, entry)
        self.file.show_entry(self.archive, entry, wanted, can_open=self.foot.can_open())

    def _show_none(self, words: str, *, is_bad: bool = False) -> None:
        """Show no file, and say why."""
        self.file.show_none(words, is_bad=is_bad)
        self.foot.offer_nothing()
        self.list.setVisible(False)
