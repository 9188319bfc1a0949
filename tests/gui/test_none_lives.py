"""PySide6 must not use up Python's None, True and False: below Python 3.12 the process aborts when they are gone."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


class _Listener(QObject):
    told = Signal(str, bool)

    @Slot(str, bool)
    def hear(self, _text: str, _is_so: bool) -> None:
        pass


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False live for ever from Python 3.12 on")
@pytest.mark.parametrize("immortal", [None, True, False], ids=str)
def test_calls_into_qt_give_back_what_they_take(qtbot: QtBot, immortal: bool | None) -> None:
    widget, listener = QWidget(), _Listener()
    qtbot.addWidget(widget)
    listener.told.connect(listener.hear)
    before = sys.getrefcount(immortal)
    for _ in range(300):
        widget.setVisible(False)
        listener.told.emit("x", True)
        listener.told.emit("x", False)
    assert sys.getrefcount(immortal) > before - 100
