"""A main window that knows its place on the screen: at first, as it was left, and once its list is known."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from epa_gui.ui.base.packed_state import pack, unpack

_FIRST_SIZE = QSize(1240, 760)


class PlacedWindow(QMainWindow):
    """Says where it is, comes back there, and is at first as large as the screen has room for."""

    def __init__(self) -> None:
        super().__init__()
        self._is_placed = False
        self._first_size = QSize()

    def take_first_size(self) -> None:
        """Be as large as a window is that was nowhere yet."""
        self._resize_within_screen(_FIRST_SIZE)

    def place(self) -> str:
        """Where it is, for remembering."""
        return pack(self.saveGeometry())

    def place_early(self, place: str) -> bool:
        """Be where it was, before it can be seen.

        Args:
            place: A `place` that was remembered; nonsense is ignored.

        Returns:
            Whether any was, be it one that no screen has today.
        """
        packed = unpack(place)
        self._is_placed = packed is not None and self.restoreGeometry(packed)
        return packed is not None

    def place_late(self, place: str, wanted_width: Callable[[], int]) -> None:
        """Be where it was, if it is not yet; one that was nowhere gets room for what it shows.

        Args:
            place: A `place` that was remembered; nonsense is ignored.
            wanted_width: Tells the width in which nothing usual is cut off.
        """
        if self._is_placed:
            return
        packed = unpack(place)
        is_sized = packed is not None and self.restoreGeometry(packed)
        if not is_sized and self.size() == self._first_size:
            before = self._first_size
            self._resize_within_screen(_FIRST_SIZE.expandedTo(QSize(wanted_width(), 0)))
            self._keep_grown_on_screen(self._first_size - before)

    def _resize_within_screen(self, wanted: QSize) -> None:
        # Not self.screen(): PySide takes what it returns for the window's own, and destroys the screen with the window.
        self._first_size = wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.95)
        self.resize(self._first_size)

    def _keep_grown_on_screen(self, growth: QSize) -> None:
        """Move a window that can be seen back by what it grew beyond the screen's edge: Windows does not."""
        if self.isVisible():
            frame = self.frameGeometry()
            screen = QGuiApplication.screenAt(frame.topLeft()) or QGuiApplication.primaryScreen()
            beyond = frame.bottomRight() - screen.availableGeometry().bottomRight()
            back = QPoint(min(max(beyond.x(), 0), growth.width()), min(max(beyond.y(), 0), growth.height()))
            if not back.isNull():
                self.move(self.pos() - back)
