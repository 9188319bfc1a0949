"""The drawings that say how something stands can be seen, also on a row that is chosen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.row_ink import contrast

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
