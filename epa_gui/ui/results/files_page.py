"""The files that results are made of, each shown as what it is; nothing in them is run."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, QThread, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.problem import Problem
from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, Kind, Trouble
from epa_gui.core.results.naming import holds_data
from epa_gui.core.results.row_table import opened_copy
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base import formatting
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.entry_list import EntryColumn, EntryListModel
from epa_gui.ui.results.entry_text import kind_word, trouble_sentence, trouble_word, why_text
from epa_gui.ui.results.entry_worker import (
    Copied,
    CopyOrder,
    CopyWorker,
    EntryOrder,
    EntryWorker,
    Opened,
    OpenWorker,
    Shown,
)
from epa_gui.ui.results.image_view import ImageView
from epa_gui.ui.results.json_model import JsonModel
from epa_gui.ui.results.table_page import TablePage

_LIST = 22
_PART_OF_LIST = 0.4
"""How wide the list of files is at first: in heights of the font, and at most as a part of the page."""


class FilesPage(QWidget):
    """A results file and what is in it.

    Args:
        folder: For temporary files: of tables, and of copies that other programs open.

    Attributes:
        archive: What is shown; `None` before it was listed.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._threads = PassingThreads()
        self.archive: Archive | None = None
        self._path: Path | None = None
        self._entry: Entry | None = None
        self._reader: EntryWorker | None = None
        self._opener: OpenWorker | None = None
        self._copies: dict[CopyOrder, CopyWorker] = {}
        self._saved: Path | None = None
        self._is_moved = False
        self.entries = EntryListModel()
        self.list = FlatTree(row_height=1.5)
        self.list.setModel(self.entries)
        self.list.setAccessibleName(self.tr("Files in the results"))
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notice = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.notice.setAccessibleName(self.tr("About this file"))
        self._notice_icon = QLabel()
        self.table = TablePage(folder)
        self.json = JsonModel(self)
        self.tree = QTreeView(uniformRowHeights=True)
        self.tree.setModel(self.json)
        self.tree.setItemDelegate(RowDelegate(self.tree))
        self.tree.setAccessibleName(self.tr("Content of the file"))
        self.picture = ImageView()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.nothing = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_with = QPushButton(self.tr("Open with…"), autoDefault=False)
        self.open_with.setToolTip(self.tr("Open a copy with the program this computer has for it"))
        self.save_as = QPushButton(self.tr("Save as…"), autoDefault=False)
        self.show_folder = QPushButton(self.tr("Show in folder"), autoDefault=False)
        self.said = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._arrange()
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.open_with.clicked.connect(self._on_open_with)
        self.save_as.clicked.connect(self._on_save_as)
        self.show_folder.clicked.connect(self._on_show_folder)
        self._show_none(self.tr("No results are open."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until a person moves it, the list takes no more than its part of a narrow window."""
        super().resizeEvent(event)
        if not self._is_moved:
            wanted = min(self.fontMetrics().height() * _LIST, round(self.width() * _PART_OF_LIST))
            self._split.setSizes([wanted, self.width() - wanted])

    @Slot()
    def _on_moved(self) -> None:
        self._is_moved = True

    def _arrange(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.nothing, self.table, self.tree, self.picture, self.text):
            self._pages.addWidget(page)
        notice = QHBoxLayout()
        notice.addWidget(self._notice_icon, alignment=Qt.AlignmentFlag.AlignTop)
        notice.addWidget(self.notice, 1)
        buttons = FlowLayout()
        for button in (self.open_with, self.save_as, self.show_folder):
            buttons.addWidget(button)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(notice)
        column.addWidget(self._pages, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        scroll = QScrollArea(widgetResizable=True)  # with large letters the buttons alone take several lines
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(side)
        self._split.addWidget(scroll)
        self._split.setStretchFactor(1, 1)
        em = self.fontMetrics().height()
        self.list.setMinimumWidth(em * 8)
        self._split.setSizes([em * _LIST, em * 38])
        self._split.splitterMoved.connect(self._on_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    @property
    def threads(self) -> Iterator[QThread]:
        """All that have not ended."""
        yield from self._threads
        yield from self.table.threads

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
            self._show_none(_sentences(report.problem))

    def show_archive(self, archive: Archive) -> None:
        """Show what is in it; it is closed with the page's files."""
        self.close_files()
        self.archive, self._path = archive, archive.path
        self.entries.show(archive.entries)
        self.list.setVisible(len(archive.entries) > 1)
        for column in (EntryColumn.KIND, EntryColumn.SIZE):
            words = [kind_word(kind) for kind in Kind] if column is EntryColumn.KIND else [formatting.size(2000 << 20)]
            self.list.setColumnWidth(column, first_width(self.list, column, words))
        names = [shown(entry.name)[:40] for entry in archive.entries[:200]]
        self.list.setColumnWidth(EntryColumn.NAME, first_width(self.list, EntryColumn.NAME, names, has_icon=True))
        notes = [trouble_word(trouble) for entry in archive.entries[:200] for trouble in entry.troubles]
        self.list.setColumnHidden(EntryColumn.TROUBLE, not any(entry.troubles for entry in archive.entries))
        if notes:
            width = first_width(self.list, EntryColumn.TROUBLE, notes)
            self.list.setColumnWidth(EntryColumn.TROUBLE, width)
        self.show_folder.setEnabled(True)
        if archive.trouble is not None:
            self._show_none(trouble_sentence(archive.trouble), is_bad=True)
        elif not archive.entries:
            self._show_none(self.tr("These results hold no files."))
        else:
            self.list.selectRow(_first_worth_showing(archive.entries))

    def close_files(self) -> None:
        """Stop all reading and let go of the file."""
        self._opener = None
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        for copy in self._copies.values():
            copy.stop()
        self.table.close_table()
        self.entries.show(())
        self._entry = None
        if self.archive is not None:
            self.archive.close()
            self.archive = None

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, *_: QItemSelection) -> None:
        rows = self.list.selectionModel().selectedRows()
        entry = self.entries.entry(rows[0].row()) if rows else None
        if entry is not None and entry != self._entry:
            self._show(entry)

    def _show(self, entry: Entry) -> None:
        archive = self.archive
        if archive is None:
            return
        self._entry = entry
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        self.table.close_table()
        self._say("")
        self.title.setText(shown(entry.name))
        self._tell("\n".join(map(trouble_sentence, entry.troubles)), is_bad=not entry.can_be_read)
        self.save_as.setEnabled(entry.can_be_read)
        is_harmless = holds_data(entry.file_name) and Trouble.NESTED not in entry.troubles
        self.open_with.setEnabled(entry.can_be_read and is_harmless)
        if not entry.can_be_read:
            self._show_words(self.tr("This file is not opened."))
        elif entry.kind is Kind.TABLE:
            is_tab_separated = entry.name.lower().endswith((".tsv", ".tab"))
            self.table.open(lambda: archive.open(entry), entry.size, is_tab_separated=is_tab_separated)
            self._pages.setCurrentWidget(self.table)
        elif entry.kind is Kind.OTHER:
            self._show_words(
                self.tr(
                    "EPA Desktop does not show files of this kind. You can save it, or open it with another program."
                )
                if self.open_with.isEnabled()
                else self.tr("EPA Desktop does not show files of this kind. You can save it.")
            )
        else:
            self._show_words(self.tr("Reading…"))
            reader = self._reader = EntryWorker(EntryOrder(archive, entry))
            reader.reported.connect(self._on_read)
            self._threads.start(reader, "read a file of the results")

    @Slot(object)
    def _on_read(self, said: Shown) -> None:
        if said.entry != self._entry or self._reader is None:
            return
        self._reader = None
        notes = [*map(trouble_sentence, said.entry.troubles)]
        if said.why is not None:
            notes.append(why_text(said.why))
        if said.is_cut:
            notes.append(self.tr("Only the beginning is shown: the file is larger."))
        self._tell("\n".join(notes), is_bad=said.why is not None)
        if said.has_value:
            self.json.show(said.value)
            self.tree.expandToDepth(0)
            self.tree.resizeColumnToContents(0)
            self._pages.setCurrentWidget(self.tree)
        elif said.picture is not None:
            self.picture.show_picture(said.picture)
            size = fill("{0} × {1}", said.picture.width(), said.picture.height())
            self.picture.setAccessibleName(fill(self.tr("Picture {0}, {1} pixels"), said.entry.last_part, size))
            self._pages.setCurrentWidget(self.picture)
        elif said.text or said.why is None:
            self.text.setPlainText(said.text)
            self._pages.setCurrentWidget(self.text)
        else:
            self._show_words(self.tr("This file is not shown."))

    def _show_words(self, words: str) -> None:
        self.picture.show_picture(QImage())
        self.text.clear()
        self.nothing.setText(words)
        self._pages.setCurrentWidget(self.nothing)

    def _show_none(self, words: str, *, is_bad: bool = False) -> None:
        """Show no file, and say why."""
        self.title.clear()
        self._say("")
        self._tell(words if is_bad else "", is_bad=is_bad)
        self._show_words("" if is_bad else words)
        self.list.setVisible(False)
        self.save_as.setEnabled(False)
        self.open_with.setEnabled(False)
        self.show_folder.setEnabled(self._path is not None)

    def _say(self, words: str) -> None:
        """What came of a button."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _tell(self, words: str, *, is_bad: bool) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        self._notice_icon.setVisible(bool(words))
        side = self.fontMetrics().height()
        self._notice_icon.setPixmap(icon("failed" if is_bad else "attention").pixmap(side, side))

    @Slot()
    def _on_open_with(self) -> None:
        if self._entry is None or self.archive is None:
            return
        if self.archive.is_single:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.archive.path)))
            return
        path = opened_copy(self._folder, self._entry.file_name)
        self._copy(CopyOrder(self.archive, self._entry, path, is_to_open=True))

    @Slot()
    def _on_save_as(self) -> None:
        from epa_gui.ui.base.file_dialogs import save_dialog  # noqa: PLC0415  forms are loaded when first opened

        if self._entry is not None and self.archive is not None:
            folder = self._saved.parent if self._saved else self.archive.path.parent
            dialog = save_dialog(self, self.tr("Save file"), folder / self._entry.file_name)
            dialog.fileSelected.connect(self._on_save_path)
            dialog.open()

    @Slot(str)
    def _on_save_path(self, path: str) -> None:
        if self._entry is not None and self.archive is not None:
            self._copy(CopyOrder(self.archive, self._entry, Path(path)))

    def _copy(self, order: CopyOrder) -> None:
        self._say(self.tr("Copying…"))
        worker = self._copies[order] = CopyWorker(order)
        worker.reported.connect(self._on_copied)
        self._threads.start(worker, "copy a file of the results")

    @Slot(object)
    def _on_copied(self, report: Copied) -> None:
        order = report.order
        self._copies.pop(order, None)
        if report.problem is not None:
            self._say(_sentences(report.problem))
        elif report.trouble is not None:
            self._say(trouble_sentence(report.trouble))
        elif report.is_stopped:
            self._say("")
        elif order.is_to_open:
            self._say(self.tr("A copy was opened. What is changed in it does not change the results."))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(order.path)))
        else:
            self._saved = order.path
            self._say(fill(self.tr("Saved to {0}."), str(order.path)))

    @Slot()
    def _on_show_folder(self) -> None:
        path = self._saved or self._path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _sentences(problem: Problem) -> str:
    words = problem_words(problem)
    return " ".join(part for part in (words.happened, words.means) if part)


def _first_worth_showing(entries: tuple[Entry, ...]) -> int:
    """The row to begin with: the first table that can be read, else the first file."""
    readable = [row for row, entry in enumerate(entries) if entry.can_be_read]
    return next((row for row in readable if entries[row].kind is Kind.TABLE), readable[0] if readable else 0)
