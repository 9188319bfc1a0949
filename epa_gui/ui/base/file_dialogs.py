"""File dialogs that never wait for a file's content.

They do ask the disk in the main thread for the folder they show, as the system's own do: that is what they are for, and
it is the person who goes there. What becomes of the chosen path is a worker's.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.speaking import Words, speak

translate = QCoreApplication.translate


class _ByName(QFileIconProvider):
    """Tells a file's kind by its name alone.

    Qt's own dialog, used where the system has none, opens each file in the folder to look into it, in the main
    thread: one pipe or sleeping network drive in there and the window stands still (measured).
    """

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """The picture of a folder or of a file."""
        if isinstance(what, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            return super().icon(kinds.Folder if what.isDir() else kinds.File)
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        """The words in the column of kinds."""
        if info.isDir():
            return translate("FileDialog", "Folder")
        return fill(translate("FileDialog", "{0} file"), info.suffix().upper()).strip()


_provider: list[_ByName] = []


def save_dialog(
    parent: QWidget, title: Words, path: Path, kinds: Callable[[], Sequence[str]] | None = None
) -> QFileDialog:
    """Asks for a file to write; starts with `path`.

    Args:
        parent: What it belongs to.
        title: Makes its title.
        path: The file to begin with.
        kinds: Makes the kinds of files to choose from; `None` for that of `path` and for all.
    """
    dialog = _dialog(parent, title, path.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = path.suffix.lstrip(".")
    if suffix:
        speak(dialog, lambda: _say_kinds(dialog, kinds() if kinds is not None else _kinds_of(suffix)))
        dialog.setDefaultSuffix(suffix)
    dialog.selectFile(path.name)
    return dialog


def _kinds_of(suffix: str) -> list[str]:
    of_kind = fill(translate("FileDialog", "{0} files (*.{1})"), suffix.upper(), suffix)
    return [of_kind, translate("FileDialog", "All files (*)")]


def _say_kinds(dialog: QFileDialog, kinds: Sequence[str]) -> None:
    """Offer these kinds of files; the chosen one stays."""
    before = dialog.nameFilters()
    chosen = before.index(dialog.selectedNameFilter()) if dialog.selectedNameFilter() in before else 0
    dialog.setNameFilters(list(kinds))
    dialog.selectNameFilter(kinds[chosen if chosen < len(kinds) else 0])


def open_dialog(parent: QWidget, title: Words, folder: Path | None) -> QFileDialog:
    """Asks for a data file to read; starts in `folder`, or where the last dialog was."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    speak(dialog, lambda: _say_kinds(dialog, _data_kinds()))
    return dialog


def _data_kinds() -> list[str]:
    data = translate("FileDialog", "CSV and TSV files (*.csv *.tsv *.txt)")
    return [data, translate("FileDialog", "All files (*)")]


def folder_dialog(parent: QWidget, title: Words, folder: Path) -> QFileDialog:
    """Asks for a folder; starts in `folder`."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def _dialog(parent: QWidget, title: Words, folder: Path | None) -> QFileDialog:
    if not _provider:
        _provider.append(_ByName())
    dialog = QFileDialog(parent, title(), str(folder) if folder else "")
    speak(dialog, lambda: dialog.setAcceptMode(dialog.acceptMode()))  # which names Qt's own buttons
    speak(dialog, lambda: dialog.setWindowTitle(title()))
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setIconProvider(_provider[0])
    dialog.finished.connect(dialog.deleteLater)
    return dialog
