"""Boxes with a tint and texts that stand back can be read in every style, with any accent and in high contrast."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.soft_text import SoftLine, SoftText
from epa_gui.ui.base.tinting import ATTENTION, DONE, FAILED, INFO, TintedFrame
from tests.gui.test_colours import BOXES, Shown, contrast
from tests.gui.test_rows import PALETTES, READABLE, style

_WORDS = "Drop a CSV file anywhere on this window at any time."
STYLE = style
"""The fixture, for pytest to find here."""


def soft(frame: QFrame) -> QWidget:
    """Both kinds of soft text, on whatever is behind them there."""
    made = QVBoxLayout(frame)
    text, line = SoftText(size=0.9), SoftLine()
    text.setText(_WORDS)
    line.show_text(f"{_WORDS} ")
    made.addWidget(text)
    made.addWidget(line)
    return frame


def tinted(colour: object) -> QWidget:
    frame = TintedFrame()
    frame.tint(colour)  # type: ignore[arg-type]
    return soft(frame)


SOFT: dict[str, Callable[[], QWidget]] = {
    "soft on the window": lambda: soft(QFrame()),
    "soft on amber": lambda: tinted(ATTENTION),
    "soft on red": lambda: tinted(FAILED),
    "soft on green": lambda: tinted(DONE),
    "soft on blue": lambda: tinted(INFO),
}


def seen(image: QImage, place: QRect) -> float:
    """The contrast between what is behind a text and what stands out of it most."""
    ratio = image.devicePixelRatio()
    part = image.copy(QRect(place.topLeft() * ratio, place.size() * ratio))
    counted = Counter(memoryview(part.constBits()).cast("I"))
    [(paper, _)] = counted.most_common(1)
    return max(contrast(QColor(paper), QColor(pixel)) for pixel in counted)


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.usefixtures("style")
def test_every_text_can_be_read(qtbot: QtBot, colours: str) -> None:
    palette = PALETTES[colours]()
    QApplication.setPalette(palette if palette is not None else QPalette())
    for name, make in (BOXES | SOFT).items():
        shown = Shown(qtbot, make())
        shown.window.resize(1600, 700)
        texts = shown.texts()
        assert texts
        image = shown.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        for text, place in texts.items():
            if shown.window.rect().contains(place):  # a screen may be small
                assert seen(image, place) >= READABLE, f"{name}: {text}"
        shown.window.close()
