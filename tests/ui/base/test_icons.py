"""Drawings that say how something stands are seen, also on a chosen row; those of what cannot be done are grey."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.icons import _drawn, icon
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.tinting import mixed

NAMES = ("attention", "trouble", "failed", "finished", "info", "live", "looked-at", "unknown", "in-progress")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_on_a_chosen_row_a_drawing_is_seen_and_so_is_its_sign(name: str) -> None:
    picture = icon(name).pixmap(QSize(48, 48), QIcon.Mode.Selected).toImage()
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    shares: dict[str, int] = {}
    for pixel in pixels:
        if pixel.alpha() == 255:
            shares[pixel.name()] = shares.get(pixel.name(), 0) + 1
    colours = sorted(shares, key=lambda colour: shares[colour], reverse=True)
    panel = QApplication.palette().color(QPalette.ColorRole.Highlight)
    assert contrast(QColor(colours[0]), panel) >= 3
    if len(colours) > 1 and shares[colours[1]] > 30:
        assert contrast(QColor(colours[1]), QColor(colours[0])) >= 3


@pytest.fixture
def become(qapp: QApplication) -> Iterator[Callable[[str, int], None]]:
    """Gives the desktop a window's colour; what is disabled there shines through by so much, of 255."""

    def change(window: str, alpha: int) -> None:
        palette = QPalette(QColor(window), QColor(window))
        faint = palette.color(QPalette.ColorRole.WindowText)
        faint.setAlpha(alpha)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
        qapp.setPalette(palette)

    yield change
    qapp.setPalette(QPalette())
    _drawn.cache_clear()


@pytest.mark.parametrize("name", ["check", "retrain", "switch", "plus"])
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_the_drawing_of_what_cannot_be_done_is_as_grey_as_its_words(
    qtbot: QtBot, become: Callable[[str, int], None], window: str, name: str
) -> None:
    become(window, 100)
    _drawn.cache_clear()
    strongest = []
    for is_enabled in (True, False):
        button = QToolButton(autoRaise=True)
        qtbot.addWidget(button)
        button.setIcon(icon(name))
        button.setIconSize(QSize(32, 32))
        button.setEnabled(is_enabled)
        image = button.grab().toImage()
        pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        strongest.append(max(contrast(QColor(pixel), QColor(window)) for pixel in pixels))
    assert strongest[1] < strongest[0] / 2
    palette = QApplication.palette()
    shining = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    words = mixed(QColor(window), shining, shining.alphaF())
    assert strongest[1] == pytest.approx(contrast(words, QColor(window)), rel=0.1)
