"""What a screen reader calls the handle between two parts of a window: Qt gives it no name."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSplitter

from epa_gui.core.text.foreign_text import fill

translate = QCoreApplication.translate


def name_dividers(splitter: QSplitter, *parts: str) -> None:
    """Name the handles of a splitter by what they stand between; in another language once more.

    Args:
        splitter: All its parts are in it.
        parts: What each part is called, in order.
    """
    for place, (before, after) in enumerate(pairwise(parts), 1):
        name = fill(translate("Dividers", "Divider between “{0}” and “{1}”"), before, after)
        splitter.handle(place).setAccessibleName(name)
