"""When light becomes dark while the program runs, or the other way, all of it can be read: looked at as painted."""

import functools
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import repeat

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QListView, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.timeline import timeline_of
from epa_gui.core.jobs.problem import Problem, ProblemKind, Remedy
from epa_gui.ui.base.command import Undo
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.tinting import TintedFrame
from epa_gui.ui.history.history_bar import HistoryBar
from epa_gui.ui.history.timeline_chart import TimelineChart
from epa_gui.ui.history.timeline_text import svg_texts
from epa_gui.ui.retraining.finding_list import FindingExplanation
from epa_gui.ui.retraining.model_facts import ModelFacts
from epa_gui.ui.retraining.ready_facts import ReadyFacts
from epa_gui.ui.retraining.ready_text import ready_facts
from epa_gui.ui.retraining.state_box import StateBox
from epa_gui.ui.switching.switch_fact_text import Card
from epa_gui.ui.switching.switch_note_text import Note
from epa_gui.ui.switching.switch_panels import ChangePanel, NoteBox
from epa_gui.ui.window.drop_hint import DropHint
from epa_gui.ui.window.model_card import CardLine, ModelCard
from epa_gui.ui.window.sidebar import Sidebar
from tests.gui.test_timeline import NOW, story
from tests.ui.retraining.inspections import inspection

LIGHT = QPalette(QColor("#f0f0f0"))
DARK = QPalette(QColor("#2b2b2b"))
READABLE = 3.5
"""The least contrast of text here; the style's own grey for what matters less has 4 in light."""


def problem_box() -> QWidget:
    box = ProblemBox()
    box.show_problem(Problem(ProblemKind.KEY_WRONG, "Invalid key"), Remedy.ENTER_NEW_KEY)
    return box


def trouble() -> QWidget:
    bar = MessageBar()
    bar.say(lambda: Message("The list could not be saved.", details="disk full", is_trouble=True))
    return bar


def troubles() -> QWidget:
    bar = MessageBar()
    for text in ("The list could not be saved.", "The keychain is locked."):
        bar.say(
            functools.partial(Message, text, details="disk full", is_trouble=True, comes_first=True, subject="Churn")
        )
    return bar


def news() -> QWidget:
    bar = MessageBar()
    bar.say(lambda: Message("“November” was removed from the list.", Undo(), "Undo"))
    return bar


def history_bar(drawing: str) -> QWidget:
    bar = HistoryBar()
    bar.say(lambda: "Nobody has changed the history.", drawing)
    return bar


def note() -> QWidget:
    box = NoteBox()
    box.show_note(Note("The results were not looked at", "Nobody has opened them here"), is_strong=True)
    return box


def change() -> QWidget:
    panel = ChangePanel()
    panel.show_change(Card("October data", "Since yesterday"), Card("November data", "Finished an hour ago"))
    return panel


def state_box(*findings: Finding) -> QWidget:
    box = StateBox()
    box.show_inspection(inspection(*findings))
    return box


def facts() -> QWidget:
    made = ReadyFacts()
    made.show_facts(ready_facts(inspection(), ModelFacts()))
    return made


def explanation() -> QWidget:
    made = FindingExplanation()
    made.show_placed(Placed(Role.TRAINING, Finding(FindingKind.A_FOLDER)), can_be_shown=True)
    return made


def sidebar() -> QWidget:
    made = Sidebar()
    made.show_cards(
        [ModelCard("", "All models"), ModelCard("a", "Customer churn", live=CardLine("Live since 7 Nov", ""))]
    )
    return made


BOXES: dict[str, Callable[[], QWidget]] = {
    "a problem": problem_box,
    "trouble in the message bar": trouble,
    "several troubles in the message bar": troubles,
    "news in the message bar": news,
    "the history's bar, well": lambda: history_bar("finished"),
    "the history's bar, trouble": lambda: history_bar("attention"),
    "the history's bar, news": lambda: history_bar("info"),
    "a warning before switching": note,
    "what a switch changes": change,
    "files that can be sent": state_box,
    "files with a suggestion": lambda: state_box(Finding(FindingKind.NO_BOM)),
    "files that cannot be sent": lambda: state_box(Finding(FindingKind.A_FOLDER)),
    "what is known before sending": facts,
    "a finding": explanation,
    "the sidebar": sidebar,
}
PLAIN = {change, explanation, facts, sidebar}
TINTED = [name for name, make in BOXES.items() if make not in PLAIN]


@pytest.fixture(params=[QApplication.setPalette, QGuiApplication.setPalette], ids=["QApplication", "QGuiApplication"])
def become(request: pytest.FixtureRequest) -> Iterator[Callable[[QPalette], None]]:
    """Changes the colours of the desktop, as it may reach the program, and puts them back in the end."""
    yield request.param
    QApplication.setPalette(QPalette())


class Shown:
    """Something in a window, as a person sees it."""

    def __init__(self, qtbot: QtBot, widget: QWidget) -> None:
        self.window = QWidget()
        self.widget = widget
        layout = QVBoxLayout(self.window)
        layout.addWidget(widget)
        layout.addStretch()
        qtbot.addWidget(self.window)
        self.window.resize(QSize(640, 360))
        self.window.show()
        qtbot.waitUntil(lambda: self.window.isVisible() and widget.isVisible())

    def texts(self) -> dict[str, QRect]:
        """Where there is text, by the text."""
        found = {}
        for label in self.widget.findChildren(QLabel):
            # What is scrolled away, or half of it, cannot be looked at.
            if label.isVisible() and label.text() and label.visibleRegion().boundingRect() == label.rect():
                found[label.text()] = self._place(label, label.rect())
        for button in self.widget.findChildren(QToolButton):
            if button.isVisible():
                found[button.accessibleName() or button.text()] = self._place(button, button.rect())
        for entries in self.widget.findChildren(QListView):
            for index in map(entries.model().index, range(entries.model().rowCount()), repeat(0)):
                if not entries.selectionModel().isSelected(index):
                    found[str(index.data())] = self._place(entries.viewport(), entries.visualRect(index))
        return found

    def paper(self) -> QColor:
        """What is behind it all."""
        return self._colours(self._place(self.widget, self.widget.rect()))[0]

    def contrast(self, place: QRect) -> float:
        """Between the paper there and what stands out of it most."""
        paper, *inks = self._colours(place)
        return max((contrast(paper, ink) for ink in inks), default=1.0)

    def _colours(self, place: QRect) -> list[QColor]:
        """The colours painted there, the most used first."""
        image = self.window.grab().toImage().copy(place)
        pixels = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
        return [QColor(pixel) for pixel, _ in Counter(pixels).most_common()]

    def _place(self, widget: QWidget, rect: QRect) -> QRect:
        return QRect(widget.mapTo(self.window, rect.topLeft()), rect.size())


def luminance(colour: QColor) -> float:
    shares = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: QColor, two: QColor) -> float:
    low, high = sorted([luminance(one), luminance(two)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", BOXES)
@pytest.mark.parametrize("days", [(LIGHT, DARK, LIGHT), (DARK, LIGHT, DARK)], ids=["from light", "from dark"])
def test_all_text_can_be_read_after_a_change(
    qtbot: QtBot, become: Callable[[QPalette], None], name: str, days: tuple[QPalette, ...]
) -> None:
    become(days[0])
    shown = Shown(qtbot, BOXES[name]())
    assert shown.texts()
    for colours in days[1:]:
        become(colours)
        qtbot.waitUntil(lambda: shown.window.palette().windowText() == colours.windowText())  # noqa: B023  waited for here
        is_dark = luminance(colours.window().color()) < 0.2
        assert (luminance(shown.paper()) < 0.2) == is_dark, "the paper is of the day"
        for text, place in shown.texts().items():
            assert shown.contrast(place) >= READABLE, text


@pytest.mark.parametrize("name", TINTED)
def test_what_should_be_noticed_keeps_its_tint(qtbot: QtBot, become: Callable[[QPalette], None], name: str) -> None:
    become(LIGHT)
    shown = Shown(qtbot, BOXES[name]())
    for colours in (DARK, LIGHT):
        become(colours)
        window = colours.window().color()
        qtbot.waitUntil(lambda: shown.window.palette().window().color() == window)  # noqa: B023  waited for here
        assert shown.paper() != window
        frames = [frame for frame in (shown.widget, *shown.widget.findChildren(TintedFrame)) if frame.isVisible()]
        tint = next(frame for frame in frames if isinstance(frame, TintedFrame)).palette().window().color()
        assert shown.paper().name() == tint.name(), "no style paints over it"
        assert contrast(shown.paper(), window) < 2, "only a little of a colour"


def test_the_timeline_is_painted_in_the_colours_of_the_day(qtbot: QtBot, become: Callable[[QPalette], None]) -> None:
    become(LIGHT)
    chart = TimelineChart()
    chart.setMinimumHeight(300)
    timeline = timeline_of(story(), "model", NOW)
    chart.show_timeline(timeline, svg_texts(timeline))
    shown = Shown(qtbot, chart)
    for colours in (DARK, LIGHT):
        become(colours)
        qtbot.waitUntil(lambda: shown.paper() == colours.base().color())  # noqa: B023  waited for here
        gutter = QRect(chart.mapTo(shown.window, QPoint(2, 2)), QSize(60, chart.height() - 4))
        assert shown.contrast(gutter) >= READABLE


def test_the_hint_at_dropping_is_painted_in_the_colours_of_the_day(
    qtbot: QtBot, become: Callable[[QPalette], None]
) -> None:
    become(LIGHT)
    below = QWidget()
    below.setMinimumHeight(300)
    shown = Shown(qtbot, below)
    DropHint(below).offer()
    for colours in (DARK, LIGHT):
        become(colours)
        qtbot.waitUntil(lambda: contrast(shown.paper(), colours.window().color()) < 1.1)  # noqa: B023  waited for here
        assert shown.contrast(QRect(100, 100, 440, 160)) >= READABLE
