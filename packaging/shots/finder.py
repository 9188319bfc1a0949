"""Finds what is on the screen by what it is called there, and waits until it is."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMainWindow, QMenu, QWidget

from shots.waiting import wait
from shots.words import Words

_T = TypeVar("_T")
_W = TypeVar("_W", bound=QWidget)


class NotSeenError(Exception):
    """What a scene waits for has not come."""


class Finder(ABC):
    """Looks at the windows of one program, in whatever language that is shown.

    Args:
        words: Finds controls by name.
        until: When all has to be done, by `time.monotonic`.
    """

    def __init__(self, words: Words, until: float) -> None:
        self._words = words
        self._deadline = until

    @property
    @abstractmethod
    def window(self) -> QMainWindow:
        """The main window."""

    def set_deadline(self, until: float) -> None:
        """Another scene has it now."""
        self._deadline = until

    def wait(self, milliseconds: int = 120) -> None:
        """Let the program work for a moment."""
        wait(milliseconds)

    def until(self, look: Callable[[], _T | None], what: str) -> _T:
        """Let the program work until there is something to see.

        Raises:
            NotSeenError: It has not come in time.
        """
        while not (found := look()):
            if time.monotonic() > self._deadline:
                raise NotSeenError(what)
            wait(10)
        return found

    def shown(self, text: str) -> set[str]:
        """How a text of the program stands on the screen, by context."""
        return self._words.shown(text)

    def is_in_sight(self, parent: QWidget, text: str, *, enabled: bool) -> bool:
        """Whether a button of that text can be seen, and can or cannot be pressed."""
        wanted = self._words.shown(text)
        buttons = (b for b in parent.findChildren(QAbstractButton) if b.isVisible() and b.text() in wanted)
        return any(b.isEnabled() is enabled and not b.visibleRegion().isEmpty() for b in buttons)

    def windows(self) -> Iterator[QWidget]:
        """All windows of this program that are open; another desk's may be open too."""
        return (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and self._is_ours(widget))

    def _is_ours(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self.window:
            widget = widget.parentWidget()
        return widget is not None

    def titled(self, title: str) -> QDialog:
        """The open dialog of that title."""

        def find() -> QDialog | None:
            wanted = self._words.shown(title)
            return next((w for w in self.windows() if isinstance(w, QDialog) and w.windowTitle() in wanted), None)

        return self.until(find, f"the window “{title}”")

    def dialog(self) -> QDialog:
        """The dialog that is open, whatever it is called."""

        def find() -> QDialog | None:
            return next((w for w in self.windows() if isinstance(w, QDialog) and not isinstance(w, QFileDialog)), None)

        return self.until(find, "a dialog")

    def button(self, parent: QWidget, text: str) -> QAbstractButton:
        """The button of that text that can be pressed."""

        def find() -> QAbstractButton | None:
            wanted = {shown.replace("&", "") for shown in self._words.shown(text)}
            buttons = (b for b in parent.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled())
            return next((b for b in buttons if b.text().replace("&", "") in wanted), None)

        return self.until(find, f"the button “{text}”")

    def field(self, parent: QWidget, name: str, kind: type[_W]) -> _W:
        """The field of that accessible name."""

        def find() -> _W | None:
            wanted = self._words.shown(name)
            return next((f for f in parent.findChildren(kind) if f.isVisible() and f.accessibleName() in wanted), None)

        return self.until(find, f"the field “{name}”")

    def menu(self, title: str) -> QMenu:
        """A menu of the menu bar, opened."""
        wanted = self._words.shown(title)
        bar = self.window.menuBar()
        found = next((action.menu() for action in bar.actions() if action.text() in wanted), None)
        if not isinstance(found, QMenu):
            raise NotSeenError(f"the menu “{title}”")
        found.popup(self.window.mapToGlobal(bar.rect().bottomLeft()))
        self.until(found.isVisible, f"the menu “{title}”")
        return found
