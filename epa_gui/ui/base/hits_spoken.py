"""Says how much a search has found, once nobody types any more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QLineEdit

from epa_gui.ui.base.announcing import announce

_PAUSE_MS = 800
"""After the last letter: a screen reader says each letter first, and no count is wanted between two of them."""


class HitsSpoken(QObject):
    """Belongs to a search field, and announces what came of it while the keyboard is there."""

    def __init__(self, field: QLineEdit, count: Callable[[], int]) -> None:
        """Listen to the field.

        Args:
            field: What is searched for.
            count: How many lines are shown for it.
        """
        super().__init__(field)
        self._field = field
        self._count = count
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        field.textChanged.connect(self._pause.start)

    @Slot()
    def _on_pause(self) -> None:
        if self._field.hasFocus() and self._field.text():
            count = self._count()
            announce(self._field, self.tr("%n hit(s)", "", count) if count else self.tr("No hits"))
