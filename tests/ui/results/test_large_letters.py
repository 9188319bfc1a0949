"""The Results window with letters twice as large, on a small screen: all of it can be reached, nothing is cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.verdict_note import Answer, Measured, Rule, VerdictNote
from epa_gui.core.results.content import Measure, MetricKind, ResultsContent
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.results_foot import Choice
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.trend_page import TrendPage
from epa_gui.ui.results.trend_points import trends_of

WIDE, HIGH = 1024, 700

NOTE = VerdictNote(
    Answer.NO_DIFFERENCE,
    Rule.PROBABILITIES,
    "auc",
    "auc",
    this=0.745,
    previous=0.748,
    gain=-0.003,
    low=-0.010,
    high=0.004,
    rows=2400,
    stars=4,
    previous_stars=4,
    measured=(Measured("auc", 0.745, 0.72, 0.76), Measured("accuracy", 0.9, 0.88, 0.92)),
)


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[None]:
    """Twice the usual size."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


@pytest.fixture
def window(letters: None, qtbot: QtBot, tmp_path: Path) -> Iterator[ResultsWindow]:
    drawer = PictureDrawer()
    subject = Subject(Path("r.zip"), "November", JobKey("m", "1"), "Churn", "churned")
    window = ResultsWindow(subject, tmp_path, drawer)
    qtbot.addWidget(window)
    trend = TrendPage(drawer)
    window.add_page(trend, "Trend")
    window.resize(WIDE, HIGH)
    window.show()
    measures = (Measure("AUC", MetricKind.AUC, 0.745, 0.748), Measure("Accuracy", MetricKind.ACCURACY, 0.9, 0.9))
    window.show_results(LookedAt(subject, ResultsContent(measures=measures), NOTE))
    window.foot.show_live("October")
    window.foot.show_choice(Choice(NOTE, can_switch=True))
    trend.show_trends(trends_of([Job("1", "m", verdict=NOTE), Job("2", "m", verdict=NOTE)], NOTE))
    yield window
    window.close()
    trend.stop()
    drawer.stop()
    assert wait_for(drawer.threads, 10)


def test_the_window_fits_a_small_screen_whatever_page_is_in_front(window: ResultsWindow, qtbot: QtBot) -> None:
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        qtbot.wait(20)
        assert (window.width(), window.height()) == (WIDE, HIGH), window.tabs.tabText(place)
        needed = window.minimumSizeHint()
        assert needed.width() <= WIDE
        assert needed.height() <= HIGH


@pytest.mark.parametrize("wide", [WIDE, 2 * WIDE])
def test_lines_of_a_text_that_stands_alone_can_be_read(window: ResultsWindow, qtbot: QtBot, wide: int) -> None:
    window.tabs.setCurrentIndex(4)
    window.resize(wide, HIGH)
    text = window._no_rows
    qtbot.waitUntil(lambda: window.tabs.width() == wide and text.isVisible())
    window.grab()
    most = min(42 * text.fontMetrics().height(), wide)
    assert text.width() <= most
    left = text.mapTo(window, text.rect().topLeft()).x()
    assert abs(left - (wide - right_end(text, window))) <= 2, "it stands in the middle"


def right_end(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, widget.rect().topRight()).x()


def test_nothing_of_the_verdict_is_cut_off_at_the_side(window: ResultsWindow, qtbot: QtBot) -> None:
    page = window.verdict
    qtbot.waitUntil(lambda: right_end(page.strip, page.viewport()) < page.viewport().width())
    qtbot.waitUntil(lambda: page.strip.width() >= page.strip.words_width())
    assert not page.horizontalScrollBar().isVisible()


def test_the_strip_stands_beside_the_numbers_where_there_is_room(window: ResultsWindow, qtbot: QtBot) -> None:
    below = window.verdict.strip.y()
    window.resize(2 * WIDE, HIGH)
    qtbot.waitUntil(lambda: window.verdict.strip.y() < below)
    window.resize(WIDE, HIGH)
    qtbot.waitUntil(lambda: window.verdict.strip.y() == below)


def test_the_list_of_files_leaves_most_of_a_narrow_window_to_the_file(window: ResultsWindow, qtbot: QtBot) -> None:
    window.tabs.setCurrentIndex(5)
    qtbot.waitUntil(lambda: window.files.list.width() <= 0.45 * window.files.width())
