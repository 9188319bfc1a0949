"""One file of the results, shown as what it is; nothing in it is run."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QThread, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, Kind
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import em
from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.results.entry_text import trouble_sentence, why_text
from epa_gui.ui.results.entry_worker import EntryOrder, EntryWorker, Shown
from epa_gui.ui.results.image_view import ImageView
from epa_gui.ui.results.json_model import JsonModel
from epa_gui.ui.results.table_page import TablePage, TableState


class EntryView(QWidget):
    """Its name, what is to be known about it, and what is in it.

    Args:
        folder: For temporary files of tables.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threads = PassingThreads()
        self._entry: Entry | None = None
        self._reader: EntryWorker | None = None
        self.title = Paragraph()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notice = Paragraph()
        self.notice.setAccessibleName(self.tr("About this file"))
        self._notice_icon = QLabel()
        self.table = TablePage(folder)
        self.json = JsonModel(self)
        self.tree = QTreeView(uniformRowHeights=True)
        self.tree.setModel(self.json)
        self.tree.setItemDelegate(RowDelegate(self.tree))
        self.tree.selectionModel().currentChanged.connect(self.json.on_cursor)
        self.tree.setAccessibleName(self.tr("Content of the file"))
        self.picture = ImageView()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.nothing = Paragraph()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        for page in (self.nothing, self.table, self.tree, self.picture, self.text):
            self._pages.addWidget(page)
        notice = QHBoxLayout()
        notice.addWidget(self._notice_icon, alignment=Qt.AlignmentFlag.AlignTop)
        notice.addWidget(self.notice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(notice)
        column.addWidget(self._pages, 1)

    @property
    def threads(self) -> Iterator[QThread]:
        """All that have not ended."""
        yield from self._threads
        yield from self.table.threads

    def show_entry(self, archive: Archive, entry: Entry, wanted: TableState | None, *, can_open: bool) -> None:
        """Show a file, instead of the one before.

        Args:
            archive: What it is in.
            entry: Which.
            wanted: What a person has made of it elsewhere, if it is a table.
            can_open: Whether another program can open it.
        """
        self.stop()
        self._entry = entry
        self.title.setText(shown(entry.name))
        self._tell("\n".join(map(trouble_sentence, entry.troubles)), is_bad=not entry.can_be_read)
        if not entry.can_be_read:
            self._show_words(self.tr("This file is not opened."))
        elif entry.kind is Kind.TABLE:
            is_tab_separated = entry.name.lower().endswith((".tsv", ".tab"))
            self.table.come_back(wanted)  # nothing, if it is another file's
            self.table.open(lambda: archive.open(entry), entry.size, is_tab_separated=is_tab_separated)
            self._pages.setCurrentWidget(self.table)
        elif entry.kind is Kind.OTHER:
            self._show_words(
                self.tr("EPA Desktop does not show files of this kind. You can save it, or open it in another program.")
                if can_open
                else self.tr("EPA Desktop does not show files of this kind. You can save it.")
            )
        else:
            self._show_words(self.tr("Reading…"))
            reader = self._reader = EntryWorker(EntryOrder(archive, entry))
            reader.reported.connect(self._on_read)
            self._threads.start(reader, "read a file of the results")

    def show_none(self, words: str, *, is_bad: bool = False) -> None:
        """Show no file, and say why."""
        self.title.clear()
        self._tell(words if is_bad else "", is_bad=is_bad)
        self._show_words("" if is_bad else words)

    def stop(self) -> None:
        """Read nothing any more; what is shown of the file stays, but for a table's rows."""
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        self.table.close_table()
        self._entry = None

    def table_state(self) -> TableState | None:
        """What a person has made of the file, if it is a table."""
        is_table = self._entry is not None and self._entry.kind is Kind.TABLE
        return self.table.state() if is_table else None

    @Slot(object)
    def _on_read(self, said: Shown) -> None:
        if said.entry != self._entry or self._reader is None:
            return
        self._reader = None
        notes = [*map(trouble_sentence, said.entry.troubles)]
        if said.why is not None:
            notes.append(why_text(said.why))
        if said.is_cut:
            notes.append(self.tr("The file is large. Only its beginning is shown."))
        self._tell("\n".join(notes), is_bad=said.why is not None)
        if said.has_value:
            self.json.show(said.value)
            self.tree.expandToDepth(0)
            self.tree.resizeColumnToContents(0)
            self._pages.setCurrentWidget(self.tree)
        elif said.picture is not None:
            self.picture.show_picture(said.picture)
            size = fill("{0} × {1}", said.picture.width(), said.picture.height())
            self.picture.setAccessibleName(fill(self.tr("Picture “{0}”, {1} pixels"), said.entry.last_part, size))
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

    def _tell(self, words: str, *, is_bad: bool) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        self._notice_icon.setVisible(bool(words))
        self._notice_icon.setPixmap(picture("failed" if is_bad else "attention", em(self)))
