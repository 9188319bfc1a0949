"""The trend: any metric that the jobs have, each with the interval it was noted with."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import Answer, Measured, VerdictNote
from epa_gui.core.results.own_interval import wilson
from epa_gui.ui.base.page import em
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.trend_page import TrendPage
from epa_gui.ui.results.trend_points import Trend, trends_of

ROWS = 500


def note(*measured: Measured, metric: str = "auc", this: float | None = 0.8, horizon: str = "") -> VerdictNote:
    return VerdictNote(Answer.BETTER, metric=metric, this=this, rows=ROWS, horizon=horizon, measured=measured)


def job(number: int, verdict: VerdictNote | None) -> Job:
    return Job(str(number), "m", name=f"Job {number}", added_at=1000.0 * number, verdict=verdict)


AUCS = [Measured("auc", 0.8 + place / 100, 0.78 + place / 100, 0.82 + place / 100) for place in range(3)]
ACCURACIES = [Measured("accuracy", 0.9, 0.88, 0.92), Measured("accuracy", 0.91)]


def test_every_metric_of_two_jobs_can_be_drawn_that_of_the_verdict_first() -> None:
    alone = Measured("recall", 0.5)
    jobs = [job(2, note(AUCS[1], ACCURACIES[1])), job(1, note(AUCS[0], ACCURACIES[0], alone)), job(3, note(AUCS[2]))]
    auc, accuracy = trends_of(jobs, note(AUCS[0]))
    assert (auc.name, accuracy.name) == ("AUC", "Accuracy")
    assert [(point.name, point.value, point.range) for point in auc.points] == [
        (f"Job {place + 1}", each.value, (each.low, each.high)) for place, each in enumerate(AUCS)
    ]
    assert [point.range for point in accuracy.points] == [(0.88, 0.92), None, None]
    assert [point.value for point in accuracy.points] == [0.9, 0.91, None]
    assert (auc.is_share, accuracy.is_share) == (False, True)


def test_what_an_older_version_noted_is_drawn_as_far_as_it_goes() -> None:
    jobs = [job(1, note(metric="accuracy", this=0.9)), job(2, note(metric="auc")), job(3, None)]
    (trend,) = trends_of(jobs, note(metric="accuracy", this=0.9))
    assert [(point.value, point.range) for point in trend.points] == [(0.9, wilson(0.9, ROWS)), (None, None)]


def test_metrics_a_newer_version_knows_and_other_horizons_do_not_get_mixed_in() -> None:
    newer = Measured("log loss", 0.1)
    ahead = [Measured("median error ratio", 0.1, horizon=horizon) for horizon in ("1", "2")]
    jobs = [job(number, note(*ahead, newer, metric="median error ratio", horizon="1")) for number in (1, 2)]
    first, second = trends_of(jobs, note(metric="median error ratio", horizon="1"))
    assert (first.horizon, second.horizon) == ("1", "2")
    assert (first.name, second.name) == ("Median error ratio 1", "Median error ratio 2")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[TrendPage]:
    drawer = PictureDrawer()
    page = TrendPage(drawer)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    yield page
    page.stop()
    drawer.stop()
    assert wait_for(drawer.threads, 10)


def trends(*jobs: Job) -> tuple[Trend, ...]:
    return trends_of(jobs, note(AUCS[0]))


BOTH = (job(1, note(AUCS[0], ACCURACIES[0])), job(2, note(AUCS[1], ACCURACIES[1])))


def drawn(page: TrendPage) -> str:
    assert page.view is not None
    return page.view._picture.name


def choose(page: TrendPage, text: str) -> None:
    box = page.findChild(QComboBox)
    assert box is not None
    assert box.accessibleName() == "Metric"
    place = box.findText(text)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_metric_is_chosen_and_stays_chosen_when_a_job_comes(page: TrendPage) -> None:
    page.show_trends(trends(*BOTH))
    assert page.choice.isVisible()
    assert drawn(page) == "AUC"
    choose(page, "Accuracy")
    assert drawn(page) == "Accuracy"
    page.show_trends(trends(*BOTH, job(3, note(AUCS[2]))))
    assert (drawn(page), page.choice.currentText()) == ("Accuracy", "Accuracy")
    page.show_trends(trends(job(3, note(AUCS[2]))))
    assert drawn(page) == "AUC", "of which alone there is something left"


def test_a_day_has_its_year_as_soon_as_there_is_doubt_by_the_programs_clock(page: TrendPage) -> None:
    page._drawer.clock = lambda: 5000.0
    page.show_trends(trends(*BOTH))
    assert page.view is not None
    days = {row[1] for row in page.view._picture.table.rows}
    page._drawer.clock = lambda: 5000.0 + 3 * 365 * 86400
    page.show_trends(trends(*BOTH, job(3, note(AUCS[2]))))
    later = {row[1] for row in page.view._picture.table.rows}
    assert not any("70" in day for day in days), days
    assert all("70" in day for day in later), later


def test_nothing_is_to_be_chosen_where_there_is_one_metric(page: TrendPage) -> None:
    page.show_trends(trends(job(1, note(AUCS[0])), job(2, note(AUCS[1]))))
    assert not page.choice.isVisible()
    page.show_trends(())
    assert page.view is None


def said(page: TrendPage) -> str:
    return page._note.accessibleName() if page._note.isVisible() else ""


def test_only_what_is_seen_is_explained(page: TrendPage) -> None:
    page.show_trends(trends(*BOTH))
    assert "No line joins jobs that were evaluated on different rows" in said(page)
    assert "The vertical line through a point is the range" in said(page)
    page.show_trends(trends(job(1, note(AUCS[0]))))
    assert said(page).startswith("The vertical line"), "there is no second job that a line could join"
    page.show_trends(trends(job(1, note(this=0.8, metric="auc"))))
    assert said(page) == ""


def test_the_picture_leaves_the_room_that_its_note_needs(page: TrendPage, qtbot: QtBot) -> None:
    page.resize(em(page, 40), em(page, 18))
    page.show_trends(trends(*BOTH))
    assert page.view is not None
    view = page.view
    qtbot.waitUntil(lambda: view.canvas.height() > 0 and page.verticalScrollBar().maximum() == 0)
