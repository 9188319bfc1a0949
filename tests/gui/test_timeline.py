"""The timeline on screen: drawn, walked through by keyboard, described, zoomed, and quick with a thousand jobs."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QImage, QPainter, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.job_bars import Anchor
from epa_gui.core.history.timeline import Timeline, timeline_of
from epa_gui.ui.history.timeline_view import TimelineView
from tests.timing import assert_within_times

DAY = 86400.0
BEGIN = 1_760_000_000.0
NOW = BEGIN + 30 * DAY


def event(kind: EventKind, day: float, job: str = "", name: str = "", **details: Detail) -> HistoryEvent:
    return HistoryEvent(kind, BEGIN + day * DAY, "model", "Customer churn", job, name, details)


def ended(day: float, job: str, name: str, word: str = "job_finished") -> HistoryEvent:
    return event(EventKind.STATUS_CHANGED, day, job, name, **{"from": "training", "to": word})


def switched(day: float, job: str, name: str, outcome: str = "done", reason: str = "") -> list[HistoryEvent]:
    told: dict[str, Detail] = {"switch": f"switch {day}", "reason": reason, "outcome": outcome, "problem": ""}
    return [
        event(EventKind.SWITCH_ASKED, day, job, name, **told),
        event(EventKind.SWITCH_ENDED, day + 0.001, job, name, **told),
    ]


def story(name: str = "November data") -> list[HistoryEvent]:
    return [
        event(EventKind.KEY_ADDED, 0, key="••••1f3a"),
        event(EventKind.UPLOAD_BEGUN, 1, "a", "October data"),
        event(EventKind.JOB_STARTED, 1.1, "a", "October data"),
        ended(3, "a", "October data"),
        *switched(4, "a", "October data", reason="Fresh figures"),
        event(EventKind.JOB_ADOPTED, 10, "b", name),
        ended(12, "b", name),
        event(EventKind.RESULTS_SAVED, 12.5, "b", name, path="/home/me/results.zip"),
        *switched(14, "b", name, "refused"),
        *switched(15, "b", name, reason="Better by four points"),
        event(EventKind.JOB_ADOPTED, 28, "c", "Still going"),
    ]


def many(count: int, *, at_once: bool) -> Timeline:
    events: list[HistoryEvent] = []
    for number in range(count):
        begin, name = number / (1000 if at_once else 1), f"Job number {number}"
        events.append(event(EventKind.JOB_ADOPTED, begin, f"{number}", name))
        events.append(
            ended(begin + (20 if at_once else 0.3), f"{number}", name, "failed" if number % 5 else "job_finished")
        )
        events.append(event(EventKind.RESULTS_SAVED, begin + (20 if at_once else 0.4), f"{number}", name))
        if number % 10 == 0:
            events += switched(begin + (21 if at_once else 0.5), f"{number}", name)
    events.sort(key=lambda each: each.at)
    return timeline_of(events, "model", events[-1].at)


@pytest.fixture
def view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> TimelineView:
    monkeypatch.setattr("epa_gui.ui.history.timeline_chart.QToolTip", Tooltip)
    made = TimelineView(clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(900, 360)
    made.show()
    qtbot.waitExposed(made)
    made.show_timeline(timeline_of(story(), "model", NOW))
    made.chart.setFocus()
    return made


def press(view: TimelineView, *keys: Qt.Key) -> str:
    """Press keys in the drawing; what is then said below it."""
    for key in keys:
        QTest.keyClick(view.chart, key)
    return view.description.text()


def picture(view: TimelineView) -> QImage:
    return view.chart.viewport().grab().toImage()


def middle_of(view: TimelineView, wanted: str) -> QPoint:
    """Where something is drawn, by what its tooltip says: its right end, as its name may stand before it."""
    viewport = view.chart.viewport()
    for y in range(4, viewport.height(), 6):
        for x in range(viewport.width() - 4, 4, -4):
            if wanted in tip_at(view, QPoint(x, y)):
                return QPoint(x - 2, y + 2)
    raise AssertionError(f"nothing says {wanted!r}")


def tip_at(view: TimelineView, place: QPoint) -> str:
    """The tooltip asked for there; empty if there is none."""
    Tooltip.text = ""
    viewport = view.chart.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return Tooltip.text.replace("\n", " ")


class Tooltip:
    """Stands in for Qt's, which goes away only after a while."""

    text = ""

    @staticmethod
    def showText(_place: QPoint, text: str, _widget: QWidget, _rect: QRect) -> None:  # noqa: N802  Qt's own name
        Tooltip.text = text

    @staticmethod
    def hideText() -> None:  # noqa: N802  the same
        Tooltip.text = ""


def test_without_a_model_or_without_anything_to_draw_it_says_so(view: TimelineView) -> None:
    view.show_timeline(None)
    assert view.message.isVisible()
    assert "Choose a model" in view.message.text()
    view.show_timeline(timeline_of([], "model", NOW))
    assert "Nothing to draw yet" in view.message.text()
    assert not view.chart.isVisible()


def test_arrows_walk_through_jobs_by_time_and_everything_is_told(view: TimelineView) -> None:
    assert "arrow keys" in view.description.text()
    assert press(view, Qt.Key.Key_Left).startswith("Still going: added")
    told = press(view, Qt.Key.Key_Left)
    assert told.startswith("November data: added")
    assert "(started elsewhere)" in told
    assert "finished" in told
    assert "live since" in told
    assert "(reason: Better by four points)" in told
    told = press(view, Qt.Key.Key_Home)
    assert told.startswith("October data: started")
    assert "live from" in told
    assert "(reason: Fresh figures)" in told


def test_up_leads_to_results_and_to_switches(view: TimelineView) -> None:
    told = press(view, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert "Results saved: results.zip (November data)" in told
    assert "Switch to “November data” refused." in press(view, Qt.Key.Key_Up)
    assert "Switched to “November data”. Reason: Better by four points" in press(view, Qt.Key.Key_Right)


def test_the_chosen_one_is_outlined_announced_and_named(view: TimelineView, qtbot: QtBot, heard: list[str]) -> None:
    assert view.chart.accessibleName() == "Timeline"
    before = picture(view)
    qtbot.waitUntil(view.chart.hasFocus)
    told = press(view, Qt.Key.Key_Left)
    assert view.chart.accessibleDescription() == told
    assert heard == [told]
    assert picture(view) != before


def test_choosing_names_the_event_and_the_window_can_choose_too(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        press(view, Qt.Key.Key_Left)
    assert chosen.args == [Anchor(BEGIN + 28 * DAY, EventKind.JOB_ADOPTED, "c")]
    with qtbot.assertNotEmitted(view.chosen):
        assert view.choose(Anchor(BEGIN + 15 * DAY, EventKind.SWITCH_ASKED, "b"))
        assert not view.choose(Anchor(BEGIN, EventKind.JOB_REMOVED, "b"))
    assert "Switched to “November data”" in view.description.text()
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].kind is EventKind.SWITCH_ASKED


def test_a_click_chooses_what_is_under_the_pointer(view: TimelineView, qtbot: QtBot) -> None:
    place = middle_of(view, "October data: started")
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [Anchor(BEGIN + DAY, EventKind.UPLOAD_BEGUN, "a")]
    band = middle_of(view, "November data: live since")
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=band)
    assert chosen.args == [Anchor(BEGIN + 15 * DAY, EventKind.SWITCH_ASKED, "b")]


def test_a_name_is_never_shown_as_rich_text(view: TimelineView) -> None:
    view.show_timeline(timeline_of(story("<img src=x> <b>bold</b>"), "model", NOW))
    place = middle_of(view, "&lt;img src=x&gt;")
    assert tip_at(view, place).startswith("<qt>")
    press(view, Qt.Key.Key_Left)
    assert "<b>bold</b>" in press(view, Qt.Key.Key_Left)
    assert view.description.textFormat() is Qt.TextFormat.PlainText


def test_zooming_shows_less_time_and_all_of_it_again(view: TimelineView, qtbot: QtBot) -> None:
    scroll = view.chart.horizontalScrollBar()
    assert (scroll.maximum(), view.zoom_out_button.isEnabled(), view.show_all_button.isEnabled()) == (0, False, False)
    view.zoom_in_button.click()
    once = scroll.maximum()
    assert once > 0
    qtbot.waitUntil(scroll.isVisible)
    QTest.keyClick(view.chart, Qt.Key.Key_Plus)
    assert scroll.maximum() > once
    QTest.keyClick(view.chart, Qt.Key.Key_Minus)
    assert scroll.maximum() == pytest.approx(once, abs=2)
    assert view.zoom_out_button.isEnabled()
    scroll.setValue(scroll.maximum())
    view.chart.viewport().repaint()
    middle_of(view, "Still going: added")
    view.show_all_button.click()
    assert scroll.maximum() == 0
    qtbot.waitUntil(lambda: not scroll.isVisible())
    for _ in range(60):
        view.chart.zoom_in()
    assert not view.zoom_in_button.isEnabled()


def test_the_wheel_zooms_with_ctrl_where_the_pointer_is(view: TimelineView) -> None:
    place = middle_of(view, "Still going: added")
    viewport = view.chart.viewport()
    for _ in range(4):
        wheel(view, place, Qt.KeyboardModifier.ControlModifier)
    viewport.repaint()
    assert "Still going: added" in tip_at(view, place)
    assert view.chart.horizontalScrollBar().maximum() > 0


def wheel(view: TimelineView, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    viewport = view.chart.viewport()
    at, globally = QPointF(place), QPointF(viewport.mapToGlobal(place))
    event = QWheelEvent(
        at, globally, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(viewport, event)


def test_what_is_chosen_is_brought_into_view(view: TimelineView) -> None:
    view.show_timeline(many(300, at_once=True))
    for _ in range(8):
        view.chart.zoom_in()
    assert press(view, Qt.Key.Key_End, Qt.Key.Key_End).startswith("Job number 299")
    view.chart.viewport().repaint()
    middle_of(view, "Job number 299: added")
    press(view, Qt.Key.Key_Home)
    assert view.chart.verticalScrollBar().value() == 0
    view.show_timeline(many(300, at_once=False))
    for _ in range(8):
        view.chart.zoom_in()
    for key, name in ((Qt.Key.Key_End, "Job number 299: added"), (Qt.Key.Key_Home, "Job number 0: added")):
        press(view, key)
        view.chart.viewport().repaint()
        middle_of(view, name)


def test_news_keep_the_choice_and_the_time_in_view(view: TimelineView) -> None:
    told = press(view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    view.zoom_in_button.click()
    scroll = view.chart.horizontalScrollBar()
    value, most = scroll.value(), scroll.maximum()
    news = [*story(), event(EventKind.KEY_ISSUED, 29, key="••••77aa")]
    view.show_timeline(timeline_of(news, "model", NOW))
    assert view.description.text() == told
    assert (scroll.value(), scroll.maximum()) == (value, most)
    view.show_timeline(timeline_of([HistoryEvent(EventKind.JOB_ADOPTED, BEGIN, "other", "Other", "x")], "other", NOW))
    assert scroll.maximum() == 0
    assert "arrow keys" in view.description.text()


@pytest.mark.parametrize("text", [QColor("black"), QColor("white")])
def test_it_is_drawn_in_the_colours_of_the_day(view: TimelineView, text: QColor) -> None:
    palette = QPalette()
    paper = QColor("white") if text == QColor("black") else QColor("#1b1b1b")
    palette.setColor(QPalette.ColorRole.Base, paper)
    palette.setColor(QPalette.ColorRole.Text, text)
    view.setPalette(palette)
    seen = picture(view)
    colours = {seen.pixelColor(x, y).name() for x in range(0, seen.width(), 3) for y in range(0, seen.height(), 3)}
    assert {paper.name(), text.name()} <= colours


def test_a_name_before_its_bar_belongs_to_it(view: TimelineView) -> None:
    bar = middle_of(view, "Still going: added")
    letters = QFontMetrics(view.chart.font()).horizontalAdvance("Still going")
    assert "Still going: added" in tip_at(view, bar - QPoint(letters, 0))


def test_a_name_of_200_letters_and_large_text_break_nothing(view: TimelineView) -> None:
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.show_timeline(timeline_of(story("N" * 200), "model", NOW))
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    QApplication.processEvents()
    assert view.width() == 900
    letters = view.description.fontMetrics()
    room = QRect(0, 0, view.description.width(), 10_000)
    needed = letters.boundingRect(room, Qt.TextFlag.TextWordWrap, view.description.text())
    assert needed.width() <= view.description.width()
    assert needed.height() <= view.description.height()
    assert view.chart.viewport().height() > 60


@pytest.mark.parametrize("at_once", [False, True])
def test_a_thousand_jobs_are_painted_in_a_moment(view: TimelineView, at_once: bool) -> None:
    view.resize(1400, 900)
    view.show_timeline(many(1000, at_once=at_once))
    viewport = view.chart.viewport()
    viewport.repaint()
    # A moment: 60 ms on a computer that takes 28 for as many plain bars with names; computers differ, this does not.
    assert_within_times(3, viewport.repaint, paint_plainly)


def paint_plainly() -> None:
    """Paint a thousand bars with a name each and nothing else."""
    image = QImage(1400, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(1000):
        place = QRect(number % 1300, number * 7 % 880, 90, 18)
        painter.drawRoundedRect(place, 3, 3)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"Job {number}")
    painter.end()


def test_a_double_click_opens_what_is_under_the_pointer(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, "Still going"))
    (anchor,) = opened.args or [None]
    assert isinstance(anchor, Anchor)
    assert anchor.job == "c"
    with qtbot.assertNotEmitted(view.opened):
        QTest.mouseDClick(view.chart.viewport(), Qt.MouseButton.RightButton, pos=middle_of(view, "Still going"))
