"""Files opened from outside the window: dropped on the program's icon, opened with it, or named when it is started.

macOS tells of each file by an event of its own, and Windows starts the program once for each: what arrives within a
moment is handed on together, so that a training file and its evaluation file are told apart as if dropped together.
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

_TOGETHER_MS = 250
"""How long to wait for the next file of the same click or drop."""


class OpenedFiles(QObject):
    """Gathers files that arrive one by one, and keeps them until there is somebody to take them.

    Signals:
        gathered: The files that came together (a list of paths).
    """

    gathered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[str] = []
        self._is_awaited = False
        self._pause = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._pause.timeout.connect(self._on_pause)

    @Slot(object)
    def add(self, paths: Sequence[str]) -> None:
        """Add files; each once."""
        self._paths = each_once([*self._paths, *paths])
        if self._paths and self._is_awaited:
            self._pause.start()

    @Slot()
    def hand_on(self) -> None:
        """From now on there is somebody to take them."""
        self._is_awaited = True
        self.add([])

    @Slot()
    def _on_pause(self) -> None:
        paths, self._paths = self._paths, []
        self.gathered.emit(paths)


def each_once(paths: Sequence[str], system: str = sys.platform) -> list[str]:
    """Each file once: on macOS it may come as Finder spells it and as Qt does, which are two files elsewhere."""
    if not paths:
        return []
    from epa_gui.core.files.unicode_names import composed  # noqa: PLC0415  most starts open no file

    once: dict[str, str] = {}
    for path in paths:
        once.setdefault(composed(path) if system == "darwin" else path, path)
    return list(once.values())


class Application(QApplication):
    """The application, which also hears of files that the system asks it to open.

    Signals:
        file_opened: A file's path.
        colours_changed: Light became dark, or the desktop has another accent. Not what hearers of it change in turn.
    """

    file_opened = Signal(str)
    colours_changed = Signal()

    _is_telling = False
    """Whether hearers are being told: each colour they set comes back as a change, before they have set the next."""

    def event(self, event: QEvent) -> bool:
        """Take the files; links to the web are none of ours."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        is_heard = super().event(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange and not self._is_telling:
            self._is_telling = True
            try:
                self.colours_changed.emit()
            finally:
                self._is_telling = False
        return is_heard
