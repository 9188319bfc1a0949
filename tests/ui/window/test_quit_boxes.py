"""The question before quitting is as wide as its letters need, also where they are large and the screen is small.

The offscreen platform's screen is small, those of Windows and macOS may be large: there Qt gives a box less of it.
"""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.page import em
from epa_gui.ui.window.quit_guard import _WIDTH, _give_drawing, _give_headline_and_width


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_a_box_has_its_width_or_as_much_as_there_is(qtbot: QtBot, scale: float) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    screen = box.screen().availableSize().width()
    room = screen if screen <= 1024 else min(screen - 480, 1000)
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    box.setFont(font)
    box.setText("Quit while a training file is being sent?")
    box.setInformativeText("Sending stops, and this retraining does not start. " * 2)
    box.addButton("Continue sending", QMessageBox.ButtonRole.RejectRole)
    _give_headline_and_width(box)
    box.show()
    assert min(em(box, _WIDTH), room) - 1 <= box.width() <= room
    assert box.minimumSizeHint().width() <= box.width() + 1


@pytest.mark.parametrize("window", ["#efefef", "#323232"])
@pytest.mark.parametrize("name", ["attention", "info"])
def test_its_drawing_has_a_sign_that_is_seen(qtbot: QtBot, qapp: QApplication, window: str, name: str) -> None:
    qapp.setPalette(QPalette(QColor(window), QColor(window)))
    try:
        box = QMessageBox()
        qtbot.addWidget(box)
        _give_drawing(box, name)
        image = box.iconPixmap().toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        solid = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
        assert "#ffffff" in solid, "white on its own colour, in light and dark"
        assert image.height() / image.devicePixelRatio() == em(box, 2)
    finally:
        qapp.setPalette(QPalette())
