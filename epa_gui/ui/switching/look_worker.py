"""Sees whether a file is there: a network drive may take its time to say."""

from pathlib import Path

from PySide6.QtCore import Signal

from epa_gui.ui.base.threads import Worker


class LookWorker(Worker):
    """One look at one path.

    Signals:
        looked: What the look is about, as it was given; the path; whether a file is there. Once.
    """

    looked = Signal(object, str, bool)

    def __init__(self, about: object, path: str) -> None:
        super().__init__()
        self._about = about
        self._path = path

    def run(self) -> None:
        """Look, and tell: what it is about, the path, and whether a file is there."""
        try:
            is_there = Path(self._path).is_file()
        except (OSError, ValueError):
            is_there = False
        self.looked.emit(self._about, self._path, is_there)

    def stop(self) -> None:
        """A look cannot be broken off."""
