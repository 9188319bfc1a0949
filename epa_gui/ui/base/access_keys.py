"""A letter for each entry of a menu: underlined where the system does so, and typed while the menu is open.

The letters are chosen as a menu opens, since its entries and their language may be others each time, and taken back as
it closes: an entry's text stays its name, for the toolbar, tooltips and screen readers. Texts in Latin letters have one
of their own letters; to others it is added in brackets, as Windows does in Japanese. macOS knows no such letters.
"""

import string
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

_HEADING = "isHeading"
"""The property of an entry that only says what those below it are about."""

_LETTERS = string.ascii_uppercase + string.digits
_ELLIPSIS = "…"


def give_access_keys(menu: QMenu, platform: str = sys.platform) -> QMenu:
    """Have each entry of a menu be chosen by a letter while the menu is open; the same menu.

    Args:
        menu: The menu; its entries may come and go.
        platform: As `sys.platform`.
    """
    if platform != "darwin":
        _AccessKeys(menu)
    return menu


def with_access_keys(texts: Sequence[tuple[str, str]]) -> list[str]:
    """The texts of a menu's entries, each with a letter of its own after an ampersand.

    Args:
        texts: Each entry's text, and its name in the code, which hints at a letter where the text has none; a text in
            which a letter is marked already keeps that.
    """
    taken = {marked for text, _ in texts if (marked := _marked(text))}
    given = []
    for text, name in texts:
        if _marked(text):
            given.append(text)
            continue
        place = next((place for place in _places(text) if text[place].upper() not in taken), None)
        letters = (letter for letter in (*name.upper(), *_LETTERS) if letter in _LETTERS and letter not in taken)
        if place is not None:
            taken.add(text[place].upper())
            given.append(f"{text[:place]}&{text[place:]}")
        elif letter := next(letters, ""):
            taken.add(letter)
            bare = text.removesuffix(_ELLIPSIS)
            given.append(f"{bare}(&{letter}){text[len(bare) :]}")
        else:
            given.append(text)
    return given


def _marked(text: str) -> str:
    """The letter that is marked, as a capital."""
    _, ampersand, after = text.replace("&&", "").partition("&")
    return after[:1].upper() if ampersand else ""


def _places(text: str) -> Iterator[int]:
    """Where letters stand that may be underlined, the best first; nowhere in a text of another script."""
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    if any(ord(text[place]) >= 0x2E80 for place in letters):  # Chinese, Japanese and Korean begin there
        return
    typed = [place for place in letters if text[place].isascii()]
    yield from (place for place in typed if place == 0 or not text[place - 1].isalnum())
    yield from typed


class _AccessKeys(QObject):
    """Gives them as the menu opens, and takes them back."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._given: list[tuple[QAction, str, str]] = []
        menu.aboutToShow.connect(self._on_about_to_show)
        menu.aboutToHide.connect(self._on_about_to_hide)

    @Slot()
    def _on_about_to_show(self) -> None:
        self._on_about_to_hide()
        entries = [
            action
            for action in self._menu.actions()
            if action.isVisible() and action.text() and not action.isSeparator() and not action.property(_HEADING)
        ]
        before = [(action.text(), action.objectName()) for action in entries]
        for action, (text, _), given in zip(entries, before, with_access_keys(before), strict=True):
            if given != text:
                self._given.append((action, text, given))
                action.setText(given)

    @Slot()
    def _on_about_to_hide(self) -> None:
        given, self._given = self._given, []
        for action, before, text in given:
            if isValid(action) and action.text() == text:  # and no other language came meanwhile
                action.setText(before)
