"""Below a file of the results: opening it in another program, saving it, its folder, and what came of that."""

import functools
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, Trouble
from epa_gui.core.results.naming import holds_data
from epa_gui.core.results.row_table import opened_copy
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.speaking import Words
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.results.entry_text import problem_sentences, trouble_sentence
from epa_gui.ui.results.entry_worker import Copied, CopyOrder, CopyWorker

translate = QCoreApplication.translate


class FootState(NamedTuple):
    """What was done, for another page to tell the same.

    Attributes:
        said: Makes what came of the last button.
        saved: Where a file was saved last.
    """

    said: Words
    saved: Path | None


class EntryFoot(QWidget):
    """The buttons, what they do, and what came of the last one.

    Args:
        folder: For copies that other programs open.

    Attributes:
        threads: Those that can be told to end at once.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._path: Path | None = None
        self._archive: Archive | None = None
        self._entry: Entry | None = None
        self._copies: dict[CopyOrder, CopyWorker] = {}
        self._saved: Path | None = None
        self._said_words: Words = str
        self.threads = PassingThreads()
        self.said = Paragraph()
        self.open_with = QPushButton(self.tr("Open in another program"), autoDefault=False)
        self.open_with.setToolTip(self.tr("Open in the program that this computer uses for such files"))
        self.save_as = QPushButton(self.tr("Save as…"), autoDefault=False)
        self.show_folder = QPushButton(self.tr("Show in folder"), autoDefault=False)
        buttons = FlowLayout()
        for button in (self.open_with, self.save_as, self.show_folder):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self.open_with.clicked.connect(self._on_open_with)
        self.save_as.clicked.connect(self._on_save_as)
        self.show_folder.clicked.connect(self._on_show_folder)

    def offer_folder(self, path: Path) -> None:
        """Offer the folder of this results file from now on, until a file was saved elsewhere."""
        self._path = path
        self.show_folder.setEnabled(True)

    def offer(self, archive: Archive, entry: Entry) -> None:
        """Offer what can be done with this file."""
        self._archive, self._entry = archive, entry
        self.say(str)
        self.save_as.setEnabled(entry.can_be_read)
        is_harmless = holds_data(entry.file_name) and Trouble.NESTED not in entry.troubles
        self.open_with.setEnabled(entry.can_be_read and is_harmless)

    def offer_nothing(self) -> None:
        """No file is shown."""
        self.say(str)
        self.save_as.setEnabled(False)
        self.open_with.setEnabled(False)
        self.show_folder.setEnabled(self._path is not None)

    def can_open(self) -> bool:
        """Whether another program can open the file."""
        return self.open_with.isEnabled()

    def is_copying(self) -> bool:
        """Whether a file is being copied out of the results."""
        return bool(self._copies)

    def stop(self) -> None:
        """Copy nothing any more, and let go of the file."""
        for copy in self._copies.values():
            copy.stop()
        self._archive, self._entry = None, None

    def state(self) -> FootState:
        """What was done."""
        return FootState(self._said_words, self._saved)

    def come_back(self, state: FootState) -> None:
        """Tell what was done in another page."""
        self.say(state.said)
        self._saved = state.saved

    def say(self, words: Words) -> None:
        """Say what came of a button; `str` for nothing."""
        self._said_words = words
        self.said.setText(words())
        self.said.setVisible(bool(self.said.text()))

    @Slot()
    def _on_open_with(self) -> None:
        if self._entry is None or self._archive is None:
            return
        if self._archive.is_single:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._archive.path)))
            return
        path = opened_copy(self._folder, self._entry.file_name)
        self._copy(CopyOrder(self._archive, self._entry, path, is_to_open=True))

    @Slot()
    def _on_save_as(self) -> None:
        from epa_gui.ui.base.file_dialogs import save_dialog  # noqa: PLC0415  forms are loaded when first opened

        if self._entry is not None and self._archive is not None:
            folder = self._saved.parent if self._saved else self._archive.path.parent
            dialog = save_dialog(self, lambda: self.tr("Save file"), folder / self._entry.file_name)
            dialog.fileSelected.connect(self._on_save_path)
            dialog.open()

    @Slot(str)
    def _on_save_path(self, path: str) -> None:
        if self._entry is not None and self._archive is not None:
            self._copy(CopyOrder(self._archive, self._entry, Path(path)))

    def _copy(self, order: CopyOrder) -> None:
        self.say(lambda: self.tr("Copying…"))
        worker = self._copies[order] = CopyWorker(order)
        worker.reported.connect(self._on_copied)
        self.threads.start(worker, "copy a file of the results")

    @Slot(object)
    def _on_copied(self, report: Copied) -> None:
        order = report.order
        self._copies.pop(order, None)
        if report.problem is not None:
            self.say(functools.partial(problem_sentences, report.problem))
        elif report.trouble is not None:
            self.say(functools.partial(trouble_sentence, report.trouble))
        elif report.is_stopped:
            self.say(str)
        elif order.is_to_open:
            self.say(_opened_text)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(order.path)))
        else:
            self._saved = order.path
            self.say(functools.partial(_saved_text, str(order.path)))

    @Slot()
    def _on_show_folder(self) -> None:
        path = self._saved or self._path
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _opened_text() -> str:
    return translate("EntryFoot", "A copy was opened. Changes to it do not change the results.")


def _saved_text(path: str) -> str:
    return fill(translate("EntryFoot", "File saved to “{0}”."), path)
