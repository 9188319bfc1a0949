"""Brings a window in front of the others."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget) -> None:
    """Show a window that was closed, or put one that is open in front, whatever it was before."""
    if not window.isVisible():
        window.show()
        return
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
