"""The eyes and hands of the self-test: finds what a person sees in the windows, waits for it, and presses keys."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

_STEP_SECONDS = 40.0
_W = TypeVar("_W", bound=QWidget)
_Seen = TypeVar("_Seen")


class StepFailedError(Exception):
    """A promise was not kept."""


class UiDriver:
    """At one main window and its dialogs. Whatever does not show up in time raises `StepFailedError`."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def dialog(self, title: str) -> QDialog:
        """The open dialog of that title."""

        def open_dialog() -> QDialog | None:
            for dialog in self._window.findChildren(QDialog):
                if dialog.isVisible() and dialog.windowTitle() == title:
                    return dialog
            return None

        return self.until(open_dialog, f"the dialog {title!r}")

    def button(self, parent: QWidget, text: str) -> QAbstractButton:
        """The button that says this."""

        def button() -> QAbstractButton | None:
            for found in parent.findChildren(QAbstractButton):
                if found.isVisible() and found.text().replace("&", "") == text:
                    return found
            return None

        return self.until(button, f"the button {text!r}")

    def button_beginning(self, parent: QWidget, text: str) -> QAbstractButton:
        """The button that begins with this and can be pressed."""

        def button() -> QAbstractButton | None:
            for found in parent.findChildren(QAbstractButton):
                if found.isVisible() and found.isEnabled() and found.text().replace("&", "").startswith(text):
                    return found
            return None

        return self.until(button, f"a button that begins with {text!r}")

    def field(self, parent: QWidget, name: str, kind: type[_W]) -> _W:
        """The field that a screen reader calls so."""

        def field() -> _W | None:
            for found in parent.findChildren(kind):
                if found.isVisible() and found.accessibleName() == name:
                    return found
            return None

        return self.until(field, f"the field {name!r}")

    def press_space(self, button: QAbstractButton) -> None:
        """Come to a button by keyboard and press it: the events take the way of real ones, guards and all.

        QtTest, which does the same for tests, is not in the built program.
        """
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if button.window().focusWidget() is not button:
            raise StepFailedError(f"the keyboard does not come to the button {button.text()!r}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            space = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
            QApplication.sendEvent(button, space)

    def until(self, look: Callable[[], _Seen | None], what: str) -> _Seen:
        """Let the program work until `look` finds something."""
        deadline = time.monotonic() + _STEP_SECONDS
        while True:
            seen = look()
            if seen:
                return seen
            if time.monotonic() > deadline:
                raise StepFailedError(f"waited {_STEP_SECONDS:.0f} s for {what}")
            loop = QEventLoop()
            QTimer.singleShot(20, loop.quit)
            loop.exec()
