"""What is heard: the one door to a screen reader for what comes without anybody having gone there."""

import unicodedata

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from epa_gui.core.text.foreign_text import without_isolates
from epa_gui.ui.base.joining import listed, sentences

_UNSPOKEN = str.maketrans("", "", "\u200b⚠✓")
"""Places to break at, and signs that stand for a tone: a voice spells out their names."""


def announce(spoken: QWidget, text: str = "") -> None:
    """Have a screen reader say this once it has said what it is saying.

    An announcement and no alert: of an alert Qt tells Linux and macOS nothing, and has Windows play a sound (Qt 6.11:
    seen on the accessibility bus of Linux; the others by what Qt documents and its users report).

    Args:
        spoken: Where it stands, in the window that says it.
        text: What is said, where that is other than the widget's own words.
    """
    if not text:
        text = spoken.accessibleName() or (spoken.text() if isinstance(spoken, QLabel) else "")
    said = ""
    for line in without_isolates(text).translate(_UNSPOKEN).splitlines():
        part = " ".join(line.split())
        said = sentences(said, part) if _is_closed(said) else listed(said, part)  # a heading has no full stop
    if said and spoken.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(spoken, said))


def _is_closed(text: str) -> bool:
    """Whether a text ends with a sign at which a voice pauses."""
    return unicodedata.category(text[-1:] or "x").startswith("P")
