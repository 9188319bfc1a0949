"""The accent colour of a desktop is seen wherever it says something: one in all places, and never plain ink."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.history.timeline import timeline_of
from epa_gui.core.way.steps import Mark
from epa_gui.ui.base.accent import SEEN, seen_accent, window_accent
from epa_gui.ui.history.timeline_chart import TimelineChart
from epa_gui.ui.history.timeline_text import svg_texts
from epa_gui.ui.jobs.step_label import StepLabel
from epa_gui.ui.jobs.step_text import StepWords
from epa_gui.ui.window.model_card import CardProgress, ModelCard
from epa_gui.ui.window.model_card_list import ModelCardList
from epa_gui.ui.window.way_in_steps import WayInSteps
from tests.gui.test_colours import contrast
from tests.gui.test_timeline import NOW, story

ACCENTS = ["#2a70c0", "#308cc6", "#3daee9", "#1b3a6b", "#e95420", "#f6d32d"]
WINDOWS = ["#efefef", "#323232", "#1e1e1e"]

_Role = QPalette.ColorRole


def desktop(window: str, accent: str) -> QPalette:
    """The colours of one, which is dark or light."""
    made = QPalette(QColor(window), QColor(window))
    made.setColor(_Role.Highlight, QColor(accent))
    made.setColor(_Role.HighlightedText, QColor("white"))
    return made


@pytest.fixture
def become(qapp: QApplication) -> Iterator[Callable[[str, str], None]]:
    """Gives the desktop a window's colour and an accent."""
    yield lambda window, accent: qapp.setPalette(desktop(window, accent))
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", WINDOWS)
def test_it_is_seen_and_no_stronger_than_it_has_to_be(window: str, accent: str) -> None:
    own, paper = QColor(accent), QColor(window)
    ink = QColor("white") if window != "#efefef" else QColor("black")
    made = seen_accent(own, ink, (paper,))
    assert contrast(made, paper) >= SEEN
    if contrast(own, paper) >= SEEN + 0.1:
        assert made == own, "what is seen already is the desktop's own"
    else:
        assert contrast(made, paper) < SEEN + 0.6
        assert made != ink


def _colours(widget: QWidget, place: QRect | None = None) -> dict[str, int]:
    """How often each colour is painted."""
    image: QImage = widget.grab().toImage() if place is None else widget.grab(place).toImage()
    found: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def _step(mark: Mark) -> QWidget:
    parent = QWidget()
    step = StepLabel(parent)
    step.show_words(StepWords(mark, "Training", "", ""), None)
    step.resize(120, 60)
    parent.resize(120, 60)
    return parent


def _now() -> QWidget:
    return _step(Mark.NOW)


def _done() -> QWidget:
    return _step(Mark.DONE)


def _timeline() -> QWidget:
    chart = TimelineChart()
    chart.resize(420, 240)
    timeline = timeline_of(story(), "model", NOW)
    chart.show_timeline(timeline, svg_texts(timeline))
    return chart


@pytest.mark.parametrize("make", [_now, _done, WayInSteps, _timeline])
@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_what_tells_how_far_it_is_can_be_seen(
    qtbot: QtBot, become: Callable[[str, str], None], window: str, accent: str, make: Callable[[], QWidget]
) -> None:
    become(window, accent)
    shown = make()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    palette = shown.palette()
    base = palette.color(_Role.Base)
    own = {
        window_accent(palette).name(),
        window_accent(palette, _Role.Base).name(),
        seen_accent(QColor(accent), palette.color(_Role.Text), (base,)).name(),
    }
    painted = own & set(_colours(shown))
    assert painted
    paper = base if make is _timeline else palette.color(_Role.Window)
    assert max(contrast(QColor(one), paper) for one in painted) >= SEEN


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_the_bar_on_a_card_keeps_the_accents_hue(
    qtbot: QtBot, become: Callable[[str, str], None], window: str, accent: str
) -> None:
    become(window, accent)
    cards = ModelCardList()
    qtbot.addWidget(cards)
    cards.tell([ModelCard("", "All models"), ModelCard("a", "Churn", progress=CardProgress("18 min", "", 1.0))])
    cards.resize(320, 160)
    with qtbot.waitExposed(cards):
        cards.show()
    index = cards.model().index(1, 0)
    paper = cards.palette().color(_Role.Window)
    ink = cards.palette().color(_Role.WindowText)
    made = seen_accent(QColor(accent), ink, (paper,))
    assert _colours(cards.viewport(), cards.visualRect(index)).get(made.name(), 0) > 20
    assert made != ink
    assert contrast(made, paper) >= SEEN
