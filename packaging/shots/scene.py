"""What a scene is, and the stage it is set on."""

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from shots.desk import Desk
from shots.invented import Invented
from shots.waiting import wait
from shots.words import Words

_T = TypeVar("_T")

_STILL_MS = 90
_RESTLESS_SECONDS = 2.0
"""How long a picture is waited for that does not change any more; a bar that moves never stops."""


class Stage:
    """Gives each scene a desk: one of its own, or one that is shared by those that only look.

    Args:
        words: Finds controls by name.
        seconds: How long one scene may take.
    """

    def __init__(self, words: Words, seconds: float) -> None:
        self._words = words
        self._seconds = seconds
        self._desks: list[Desk] = []
        self._kept = contextlib.ExitStack()
        self._shared: dict[str, tuple[Desk, object]] = {}
        self._deadline = 0.0

    def begin(self) -> None:
        """The next scene begins."""
        self._deadline = time.monotonic() + self._seconds

    def new_desk(self, *, at: float | None = None) -> Desk:
        """A desk for one scene; the program is not started yet."""
        desk = Desk(self._words, self._deadline, at=at)
        self._desks.append(desk)
        return desk

    def shared(self, name: str, set_up: Callable[[Desk], _T], *, at: float | None = None) -> tuple[Desk, _T]:
        """A desk that several scenes look at and none changes, and what its setting up has given.

        Args:
            name: Tells it from others.
            set_up: Starts the program on it; once.
            at: What time it is there at first.
        """
        if name not in self._shared:
            desk = Desk(self._words, self._deadline, at=at)
            self._desks.append(desk)  # if it cannot be set up, it goes with this scene
            self._shared[name] = desk, set_up(desk)
            self._desks.remove(desk)
        desk, given = self._shared[name]
        desk.set_deadline(self._deadline)
        desk.window.show()
        return desk, given  # type: ignore[return-value]

    def list_desk(self) -> tuple[Desk, Invented]:
        """The invented list."""
        return self.shared("list", Desk.start_with_list)

    def data(self) -> set[str]:
        """What people, files and the service have called so, at any of the desks that are set up."""
        desks = [*self._desks, *(desk for desk, _ in self._shared.values())]
        return {text for desk in desks for text in desk.data()}

    def keep(self, condition: contextlib.AbstractContextManager[object]) -> None:
        """Let something be so until the scene is over."""
        self._kept.enter_context(condition)

    def end(self) -> None:
        """The scene is over: its own desks go."""
        self._kept.close()
        while self._desks:
            self._desks.pop().close()
        for desk, _ in self._shared.values():
            desk.close_dialogs()
            desk.window.hide()

    def close(self) -> None:
        """All of it is over."""
        self.end()
        while self._shared:
            _, (desk, _) = self._shared.popitem()
            desk.close()


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        name: What it is called.
        play: Brings it about; gives what is to be in the picture.
    """

    name: str
    play: Callable[[Stage], QWidget]


def picture_of(widget: QWidget) -> QImage:
    """A picture of a widget once it has come to rest."""
    if widget.isWindow() and not widget.windowFlags() & Qt.WindowType.Popup:
        widget.raise_()
        widget.activateWindow()
    wait(_STILL_MS)
    end = time.monotonic() + _RESTLESS_SECONDS
    before, now = QImage(), widget.grab().toImage()
    while now != before and time.monotonic() < end:
        wait(_STILL_MS)
        before, now = now, widget.grab().toImage()
    return now
