"""A bar of progress that is painted with all else, when there is time for it."""

from PySide6.QtWidgets import QProgressBar, QWidget

_PARTS = 1000


class QuietBar(QProgressBar):
    """A bar without a text.

    `QProgressBar.setValue` repaints at once, and with the bar whatever else of the window waits to be painted: a
    preview of 30 ms in the middle of what shows a reading (measured).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximum(_PARTS)
        self.setTextVisible(False)

    def show_share(self, done: int, total: int) -> None:
        """Show how much is done; `total` is 0 where there is nothing to count."""
        self.setUpdatesEnabled(False)
        self.setMaximum(_PARTS if total else 0)
        self.setValue(_PARTS * done // total if total else 0)
        self.setUpdatesEnabled(True)
