"""A narrow window's toolbar leaves out words, and never what narrows the list."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.show import Show
from epa_gui.ui.window.actions import Actions
from epa_gui.ui.window.main_tool_bar import MainToolBar

NARROW = 300
"""No window is drawn narrower, in pixels: icons do not get smaller with the smallest letters."""


@pytest.fixture(params=[1.0, 2.0])
def bar(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[MainToolBar]:
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(font)
    window = QMainWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as wide as it is, whatever the screen is
    qtbot.addWidget(window)
    made = MainToolBar(Actions(window))
    made.say_texts()
    window.addToolBar(made)
    made.show_filter_counts(dict.fromkeys(Show, 16))
    window.resize(3000, 300)
    window.show()
    yield made
    qapp.setFont(before)


def be_wide(bar: MainToolBar, width: int) -> None:
    bar.window().resize(width, 300)
    for _ in range(3):
        QApplication.processEvents()


def buttons(bar: MainToolBar) -> list[QToolButton]:
    found = [bar.widgetForAction(action) for action in bar.actions()]
    return [button for button in found if isinstance(button, QToolButton) and button is not bar.needs_button]


def worded(bar: MainToolBar) -> int:
    """How many buttons say what they are; those that do come first."""
    words = [button.width() > 2.5 * button.height() for button in buttons(bar)]
    assert words == sorted(words, reverse=True)
    return sum(words)


def test_search_and_filter_stay_in_sight_as_far_as_a_window_can_be_narrow(bar: MainToolBar) -> None:
    em = bar.fontMetrics().height()
    seen: list[tuple[int, str]] = []
    for width in range(110 * em, max(27 * em, NARROW), -em):
        be_wide(bar, width)
        for part in (bar.search, bar.show_box, bar.needs_button, *buttons(bar)):
            assert part.isVisible(), f"{part} at {width}"
            assert part.geometry().right() < bar.width()
        state = (worded(bar), bar.needs_button.text())
        if not seen or seen[-1] != state:
            seen.append(state)
    assert seen == [*((words, "16 need(s) attention") for words in (3, 2, 1, 0)), (0, "16")]
    be_wide(bar, 110 * em)
    assert (worded(bar), bar.needs_button.text()) == seen[0], "and all comes back"


def test_what_a_short_button_means_is_still_said(bar: MainToolBar) -> None:
    be_wide(bar, 28 * bar.fontMetrics().height())
    assert bar.needs_button.accessibleName() == "16 need(s) attention"
    assert all(button.toolTip() for button in buttons(bar))
