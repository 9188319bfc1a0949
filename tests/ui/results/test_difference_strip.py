"""The strip: its line is seen on both sides in light and in dark, and no side has a colour where nothing is known."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.results.difference_strip import Difference, DifferenceStrip

LEAST = 3.0
"""Source: WCAG 2.2, 1.4.11."""

LOOKS = {
    "light": ("#efefef", "#000000", "#308cc6"),
    "dark": ("#323232", "#ffffff", "#2a70c0"),
    "dark Windows": ("#202020", "#ffffff", "#0078d4"),
    "dark and yellow": ("#323232", "#ffffff", "#f0e68c"),
    "light and pale": ("#ffffff", "#1a1a1a", "#cfe8ff"),
}


@pytest.fixture
def strip(qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[DifferenceStrip]:
    usual = qapp.palette()
    window, ink, accent = LOOKS[request.param]
    palette = QPalette(usual)
    for role, colour in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.WindowText, ink),
        (QPalette.ColorRole.Highlight, accent),
    ):
        palette.setColor(role, QColor(colour))
    qapp.setPalette(palette)
    made = DifferenceStrip()
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    yield made
    qapp.setPalette(usual)


@pytest.mark.parametrize("strip", LOOKS, indirect=True)
@pytest.mark.parametrize("is_told", [True, False])
def test_the_line_is_seen_on_whatever_is_behind_it(strip: DifferenceStrip, is_told: bool) -> None:
    strip.show_difference(Difference(0.02, -0.01, 0.05, "0.020 better", is_told=is_told))
    image = strip.grab().toImage()
    middle = strip.fontMetrics().height() * 1.9
    painted = {image.pixelColor(x, round(middle)).name() for x in range(0, image.width(), 2)}
    line = QColor(strip.line_colour().name())
    for side in strip.side_colours():
        assert {line.name(), side.name()} <= painted, "both are painted in these colours"
        assert contrast(line, QColor(side.name())) >= LEAST


@pytest.mark.parametrize("strip", ["light", "dark"], indirect=True)
def test_where_it_cannot_be_told_the_dot_is_on_no_colour(strip: DifferenceStrip) -> None:
    strip.show_difference(Difference(0.02, None, None, "0.020 better", is_told=False))
    left, right = strip.side_colours()
    assert left == right
    assert len({left.red(), left.green(), left.blue()}) == 1
    strip.show_difference(Difference(0.02, None, None, "0.020 better"))
    left, right = strip.side_colours()
    assert left.red() > left.green()
    assert right.green() > right.red()
