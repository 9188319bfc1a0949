"""A window that gives way to a new one of its kind: in another language everything in it is made anew."""

from typing import NamedTuple

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDialog, QWidget


class Place(NamedTuple):
    """Where a window is.

    Attributes:
        geometry: As Qt packs it.
        is_minimised: Whether it is only in the system's bar of windows.
    """

    geometry: QByteArray
    is_minimised: bool


def place_of(window: QWidget) -> Place:
    """Where a window is now."""
    return Place(window.saveGeometry(), window.isMinimized())


def show_at(window: QWidget, place: Place) -> None:
    """Show a window where another one was, and leave the keyboard where it is."""
    window.restoreGeometry(place.geometry)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    if place.is_minimised:
        window.showMinimized()
    else:
        window.show()
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)


def is_asking(window: QWidget) -> bool:
    """Whether a form stands open over a window: it is not to be lost."""
    return any(dialog.isVisible() for dialog in window.findChildren(QDialog))
