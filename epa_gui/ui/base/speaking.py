"""Texts that stand somewhere for as long as something is open: said now, and again in every other language."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

Words = Callable[[], str]
"""Makes a text in the language of now."""


def speak(owner: QWidget, say: Callable[[], object]) -> None:
    """Say something now, and again whenever people read another language.

    Args:
        owner: What the words stand in; they are said as long as it is there.
        say: Says them, silently: nobody is told anew what stood there already.
    """
    sayings = owner.findChild(_Sayings, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if sayings is None:
        sayings = _Sayings(owner)
    sayings.says.append(say)
    say()


class _Sayings(QObject):
    """Hears of another language as every child of a widget does.

    It speaks when all have heard: Qt tells a widget's children one after the other, and some of them, such as those of
    a message box, are made anew when its words change.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.says: list[Callable[[], object]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)

    def event(self, event: QEvent) -> bool:
        """Say everything again, soon."""
        if event.type() == QEvent.Type.LanguageChange:
            self._soon.start()
        return super().event(event)

    @Slot()
    def _on_soon(self) -> None:
        for say in tuple(self.says):
            say()
