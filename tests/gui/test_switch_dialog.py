"""Switch model is exact and cannot be accepted by accident: real keys, real clicks, on every control of it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, QTranslator, Slot
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QColor, QFont, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.job import Job
from epa_gui.core.switching.switch_case import SwitchCase, SwitchWarning, case_of
from epa_gui.process.resource_files import catalogue_folder
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.tinting import mixed
from epa_gui.ui.switching import switch_fact_text as facts
from epa_gui.ui.switching import switch_note_text as notes
from epa_gui.ui.switching.switch_dialog import SwitchDialog
from epa_gui.ui.switching.switch_panels import CARD_EDGE, CardBox, NoteBox, Panel
from tests.core.switching.test_switch_case import (
    BETTER,
    DAY,
    HOUR,
    MODEL,
    NOW,
    WORSE,
    case,
    job_of,
    service_after,
    switch_to,
)

OCT = job_of("oct", NOW - 20 * DAY)
LIVE_OCT = service_after(switch_to("oct"))
ROOT = Path(__file__).parents[2]
ENTERS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


class Opened:
    """A dialog somebody sits before."""

    def __init__(self, qtbot: QtBot, found: SwitchCase) -> None:
        self.dialog = SwitchDialog(found)
        self.accepted: list[str] = []
        self.finished: list[int] = []
        self.dialog.accepted.connect(self._on_accepted)
        self.dialog.finished.connect(self.finished.append)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # so that a test can look afterwards
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(lambda: self.dialog.focusWidget() is not None and self.dialog.isActiveWindow())

    def _on_accepted(self) -> None:
        self.accepted.append(self.dialog.reason())

    @property
    def event(self) -> QPushButton:
        return self.button("Switch model")

    @property
    def reason(self) -> QLineEdit:
        return self.dialog.findChildren(QLineEdit)[0]

    def button(self, text: str) -> QPushButton:
        return next(button for button in self.dialog.findChildren(QPushButton) if button.text() == text)

    def stops(self) -> list[QWidget]:
        """What Tab comes to, from where the focus is once around."""
        found: list[QWidget] = []
        while (widget := self.dialog.focusWidget()) not in found:
            found.append(widget)
            QTest.keyClick(widget, Qt.Key.Key_Tab)
        return found

    def shown(self) -> str:
        """All that can be read, from above to below."""
        labels = [label for label in self.dialog.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.accessibleName() or label.text() for label in labels)


class Timers(QObject):
    """Counts the timers of an object that have run out, and been dealt with."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.seen = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Timer:
            QTimer.singleShot(0, self._count)
        return super().eventFilter(watched, event)

    @Slot()
    def _count(self) -> None:
        self.seen += 1


@pytest.fixture
def _no_double_clicks() -> Iterator[None]:
    """A press a moment after the dialog came up is meant."""
    yield from double_clicks_within(0)


@pytest.fixture
def _slow_double_clicks() -> Iterator[None]:
    """No press is meant, however long a test takes; a test may make it shorter for a while."""
    yield from double_clicks_within(1_000_000)


def double_clicks_within(milliseconds: int) -> Iterator[None]:
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(milliseconds)
    yield
    QApplication.setDoubleClickInterval(before)


def switchable(job: Job | None = None, service: Deployment = LIVE_OCT) -> SwitchCase:
    """A case that needs no reason."""
    return case(job or job_of("nov"), [OCT], service)


WARNED = switchable(job_of("nov", verdict=WORSE))


def everything() -> SwitchCase:
    """A case with nearly all there is to warn of."""
    job = job_of("nov", NOW - 40 * DAY, verdict=WORSE, opened_at=None)
    service = service_after(switch_to("oct"), switch_to("nov", None))
    return case(job, [OCT, job_of("dec", NOW - HOUR)], service, replace(MODEL, key_ends_at=NOW))


# What acts, and what does not


@pytest.mark.parametrize("key", [*ENTERS, Qt.Key.Key_Escape])
@pytest.mark.parametrize(("found", "least"), [(switchable(), 6), (everything(), 7)], ids=["calm", "warned"])
def test_no_enter_and_no_escape_ever_acts_wherever_the_focus_is(
    qtbot: QtBot, found: SwitchCase, least: int, key: Qt.Key
) -> None:
    stops = len(Opened(qtbot, found).stops())
    assert stops >= least
    for number in range(stops):
        opened = Opened(qtbot, found)
        opened.reason.setText("Better")
        stop = opened.stops()[number]
        stop.setFocus()
        QTest.keyClick(stop, key)
        assert opened.accepted == []
        assert opened.dialog.isVisible() == (key in ENTERS), stop
        opened.dialog.close()


@pytest.mark.parametrize("key", ENTERS)
@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_no_enter_acts_with_another_key_held(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    opened = Opened(qtbot, switchable())
    for widget in (opened.reason, opened.event, opened.dialog):
        QTest.keyClick(widget, key, held)
    assert opened.finished == []


def test_the_acting_button_is_not_the_default_one_and_neither_is_another(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    for button in opened.dialog.findChildren(QPushButton):
        assert not button.isDefault(), button.text()
        assert not button.autoDefault(), button.text()


@pytest.mark.parametrize("key", ENTERS)
def test_no_enter_acts_even_if_something_made_the_button_the_default_one(qtbot: QtBot, key: Qt.Key) -> None:
    opened = Opened(qtbot, switchable())
    opened.event.setDefault(True)
    for widget in (opened.reason, opened.event, opened.dialog):
        QTest.keyClick(widget, key)
    assert opened.finished == []


_ENTER_EVERYWHERE = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from epa_gui.ui.switching.switch_dialog import SwitchDialog
from tests.gui.test_switch_dialog import switchable
app = QApplication([])
plain = QPushButton("plain", autoDefault=False)
plain.clicked.connect(lambda: print("plain", flush=True))
dialog = SwitchDialog(switchable())
dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
dialog.finished.connect(lambda: print("finished", flush=True))
for button in [plain, *dialog.findChildren(QPushButton)]:
    button.window().show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter)
app.processEvents()
dialog.finished.disconnect()
"""


@pytest.mark.desktop
def test_no_enter_acts_where_the_desktop_presses_buttons_by_it(x_display: dict[str, str]) -> None:
    command, gnome = [sys.executable, "-c", _ENTER_EVERYWHERE], {"QT_QPA_PLATFORMTHEME": "gnome"}
    done = subprocess.run(
        command, env=x_display | gnome, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["plain", "plain"], done.stderr  # this desktop does press buttons by Enter


def test_the_close_box_only_closes(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    opened.dialog.close()
    assert opened.accepted == []
    assert opened.finished == [SwitchDialog.DialogCode.Rejected]


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Sans CJK JP"])
def test_it_is_no_wider_where_the_average_letter_is_a_wide_one(qtbot: QtBot, qapp: QApplication, family: str) -> None:
    usual = qapp.font()
    qapp.setFont(QFont(family, usual.pointSize()))
    try:
        opened = Opened(qtbot, switchable())
        assert 40 <= opened.dialog.width() / em(opened.dialog) <= 44
    finally:
        qapp.setFont(usual)


def test_cancel_only_closes(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    QTest.mouseClick(opened.button("Cancel"), Qt.MouseButton.LeftButton)
    assert opened.accepted == []
    assert opened.finished == [SwitchDialog.DialogCode.Rejected]


@pytest.mark.usefixtures("_no_double_clicks")
def test_a_click_acts(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(lambda: _click(opened))
    assert opened.accepted == [""]


@pytest.mark.usefixtures("_no_double_clicks")
def test_space_acts_on_the_button_and_only_there(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    for stop in opened.stops():
        if stop is not opened.event and not isinstance(stop, QPushButton):
            QTest.keyClick(stop, Qt.Key.Key_Space)
    assert opened.finished == []
    qtbot.waitUntil(lambda: _press_space(opened))
    assert opened.accepted == [""]


@pytest.mark.usefixtures("_no_double_clicks")
def test_a_screen_reader_can_press_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    assert QAccessible.queryAccessibleInterface(opened.event).text(QAccessible.Text.Name) == "Switch model"
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    _press_as_a_screen_reader(opened.event)
    qtbot.waitUntil(lambda: opened.accepted == [""])


@pytest.mark.usefixtures("_slow_double_clicks")
def test_the_second_click_of_a_double_click_that_opened_it_does_not_act(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    assert not _click(opened)
    QApplication.setDoubleClickInterval(0)
    qtbot.waitUntil(lambda: _click(opened))


@pytest.mark.usefixtures("_slow_double_clicks")
def test_space_right_after_the_dialog_or_a_change_of_it_does_not_act(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    assert not _press_space(opened)
    QApplication.setDoubleClickInterval(0)
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    QApplication.setDoubleClickInterval(1_000_000)
    opened.dialog.show_case(WARNED)
    assert not _press_space(opened)
    QTest.keyClick(opened.event, Qt.Key.Key_Escape)
    assert opened.finished == [SwitchDialog.DialogCode.Rejected], "other keys work at once"


@pytest.mark.usefixtures("_no_double_clicks")
def test_a_click_right_after_a_change_does_not_act(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    QApplication.setDoubleClickInterval(1_000_000)
    opened.dialog.show_case(WARNED)
    assert not _click(opened)
    QApplication.setDoubleClickInterval(0)
    qtbot.waitUntil(lambda: _click(opened))


@pytest.mark.usefixtures("_no_double_clicks")
def test_what_only_grows_older_holds_no_press_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    opened.dialog.show_case(replace(switchable(), at=NOW + 1.0))
    assert _click(opened)


@pytest.mark.usefixtures("_no_double_clicks")
def test_a_click_begun_before_a_change_does_not_act_when_it_ends(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    middle = opened.event.rect().center()
    QTest.mousePress(opened.event, Qt.MouseButton.LeftButton, pos=middle)
    assert opened.event.isDown()
    opened.dialog.show_case(WARNED)
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    assert not opened.event.isDown()
    _drag(opened.event, middle + QPoint(2, 0))
    assert not opened.event.isDown()
    QTest.mouseRelease(opened.event, Qt.MouseButton.LeftButton, pos=middle)
    assert opened.finished == []
    assert _click(opened)


@pytest.mark.usefixtures("_no_double_clicks")
def test_space_begun_before_a_change_does_not_act_when_it_ends(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    QTest.keyPress(opened.event, Qt.Key.Key_Space)
    assert opened.event.isDown()
    opened.dialog.show_case(WARNED)
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    QTest.keyRelease(opened.event, Qt.Key.Key_Space)
    assert opened.finished == []
    assert _press_space(opened)


@pytest.mark.usefixtures("_no_double_clicks")
def test_a_press_by_a_screen_reader_before_a_change_does_not_act_after_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    _press_as_a_screen_reader(opened.event)  # the click comes a tenth of a second later
    assert opened.event.isDown()
    opened.dialog.show_case(WARNED)
    timers = Timers(opened.event)
    qtbot.waitUntil(lambda: timers.seen > 0)
    assert opened.finished == []
    _press_as_a_screen_reader(opened.event)
    qtbot.waitUntil(lambda: opened.accepted == [""])


def test_a_press_dragged_off_the_button_and_back_still_acts(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    qtbot.waitUntil(opened.dialog.confirm_button.wait_is_over)
    middle = opened.event.rect().center()
    QTest.mousePress(opened.event, Qt.MouseButton.LeftButton, pos=middle)
    _drag(opened.event, QPoint(-50, -50))
    assert not opened.event.isDown()
    _drag(opened.event, middle)
    QTest.mouseRelease(opened.event, Qt.MouseButton.LeftButton, pos=middle)
    assert opened.accepted == [""]


# The reason


def test_it_begins_in_the_reason(qtbot: QtBot) -> None:
    assert Opened(qtbot, switchable()).dialog.focusWidget().accessibleName() == "Reason"


def test_the_first_switch_waits_for_a_reason_that_is_not_blank(qtbot: QtBot) -> None:
    opened = Opened(qtbot, case(job_of("nov")))
    assert not opened.event.isEnabled()
    assert "Enter a reason" in opened.shown()
    QTest.keyClicks(opened.reason, "   ")
    assert not opened.event.isEnabled()
    opened.dialog.accept()
    assert opened.finished == []
    QTest.keyClicks(opened.reason, " Better  on \t churn ")
    assert opened.event.isEnabled()
    assert "Enter a reason" not in opened.shown()
    qtbot.waitUntil(lambda: _press_space(opened))
    assert opened.accepted == ["Better on churn"]


def test_later_switches_need_none(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    assert opened.reason.placeholderText() == "Optional"
    assert opened.event.isEnabled()


def test_a_reason_to_send_again_is_filled_in(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    opened.dialog.fill_reason("Better")
    assert opened.dialog.reason() == "Better"


def test_a_reason_is_one_line_of_five_hundred_characters_at_most(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    opened.dialog.fill_reason("one\ntwo\r\nthree")
    assert opened.dialog.reason() == "one two three"
    opened.dialog.fill_reason("")
    QApplication.clipboard().setText("x" * 600)
    opened.reason.paste()
    assert len(opened.dialog.reason()) == 500


# What it states


def test_it_states_what_becomes_live_and_what_is(qtbot: QtBot) -> None:
    found = switchable()
    shown = Opened(qtbot, found).shown()
    for text in (
        facts.headline(found),
        "Live now",
        "oct data",
        "Live after the switch",
        "nov data",
        facts.region_text(found),
        found.job.id,
        facts.results_text(found),
        facts.verdict_text(found),
    ):
        assert text in shown
    assert notes.back_note(was_live=False).what not in shown


@pytest.mark.parametrize(
    ("service", "warns"), [(service_after(), True), (LIVE_OCT, False)], ids=["may be live", "gone"]
)
def test_that_the_original_model_cannot_come_back_is_said_while_it_may_be_lost(
    qtbot: QtBot, service: Deployment, warns: bool
) -> None:
    note = notes.original_note()
    shown = Opened(qtbot, switchable(service=service)).shown()
    assert (note.what in shown) is warns
    assert (note.means in shown) is warns


def test_every_warning_that_fits_is_there_and_no_other(qtbot: QtBot) -> None:
    for found in (switchable(), everything()):
        shown = Opened(qtbot, found).shown()
        for warning in SwitchWarning:
            note = notes.warning_note(found, warning)
            assert (note.what in shown) == (warning in found.warnings), warning


def test_only_the_gravest_stands_out_and_it_stands_first(qtbot: QtBot) -> None:
    for found in (everything(), WARNED, case(OCT, [job_of("nov")], service_after(switch_to("nov")))):
        opened = Opened(qtbot, found)
        boxes = sorted(
            (box for box in opened.dialog.findChildren(NoteBox) if box.isVisible()),
            key=lambda box: box.mapTo(opened.dialog, QPoint()).y(),
        )
        bold = [any(label.font().bold() and label.isVisible() for label in box.findChildren(QLabel)) for box in boxes]
        assert bold == [True] + [False] * (len(boxes) - 1)
        signs = [any(label.isVisible() and label.pixmap() for label in box.findChildren(QLabel)) for box in boxes]
        assert signs == bold, "the others are plain lines"
    opened.dialog.show_case(switchable())
    opened.dialog.show_case(everything())
    assert (
        sum(
            box.palette().color(box.palette().ColorRole.Window)
            != opened.dialog.palette().color(box.palette().ColorRole.Window)
            for box in opened.dialog.findChildren(NoteBox)
        )
        == 1
    ), "one is tinted"


def test_going_back_to_what_is_worse_than_the_live_model_warns_of_that_first(qtbot: QtBot) -> None:
    mine, live = (replace(BETTER, this=value, this_low=value, this_high=value) for value in (0.853, 0.899))
    job = job_of("oct", NOW - 20 * DAY, verdict=mine)
    opened = Opened(qtbot, case(job, [job_of("nov", verdict=live)], service_after(switch_to("nov"))))
    boxes = [box for box in opened.dialog.findChildren(NoteBox) if box.isVisible()]
    strong = min(boxes, key=lambda box: box.mapTo(opened.dialog, QPoint()).y())
    assert strong.accessibleName() == "Warning: By its own results, worse than the live model"
    assert "live model 89.9 %" in strong.accessibleDescription()


def test_what_may_be_mere_chance_does_not_stand_out_even_alone(qtbot: QtBot) -> None:
    live = job_of("oct", NOW - 20 * DAY, verdict=replace(BETTER, this=0.855))
    opened = Opened(qtbot, case(job_of("nov", verdict=BETTER), [live], service_after(switch_to("oct"))))
    boxes = [box for box in opened.dialog.findChildren(NoteBox) if box.isVisible()]
    (perhaps,) = boxes
    assert perhaps.accessibleName() == "Warning: By its own results, perhaps worse than the live model"
    assert not any(label.isVisible() and label.font().bold() for label in perhaps.findChildren(QLabel))
    assert not any(label.isVisible() and label.pixmap() for label in perhaps.findChildren(QLabel))
    assert "Whether this is chance is not known" in opened.shown()


def test_what_stands_below_each_other_has_one_left_and_one_right_edge(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    opened.dialog.resize(760, 1400)
    scroll = opened.dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    panels = [panel for panel in opened.dialog.findChildren(Panel) if panel.isVisible()]
    cards = opened.dialog.findChildren(CardBox)
    lefts = {panel.mapTo(opened.dialog, QPoint()).x() for panel in [*panels, cards[0]]}
    rights = {panel.mapTo(opened.dialog, QPoint(panel.width(), 0)).x() for panel in [*panels, cards[1], opened.reason]}
    assert len(lefts) == len(rights) == 1
    names = {label.text(): label.mapTo(opened.dialog, QPoint()).x() for label in opened.dialog.findChildren(QLabel)}
    assert {names["Results:"], names["Reason:"]} == lefts


@pytest.mark.parametrize(("paper", "ink"), [("#323232", "#ffffff"), ("#efefef", "#000000")], ids=["dark", "light"])
def test_the_edges_of_the_cards_are_seen(paper: str, ink: str) -> None:
    assert contrast(mixed(QColor(paper), QColor(ink), CARD_EDGE), QColor(paper)) >= 1.5


def test_the_acting_button_stands_out(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    button = opened.event
    assert button.font().bold()
    assert button.width() >= 9 * button.fontMetrics().height()


def test_a_warning_that_comes_meanwhile_makes_room_for_itself(qtbot: QtBot) -> None:
    few = case(job_of("nov", NOW - DAY), (), LIVE_OCT)
    many = case(job_of("nov", NOW - DAY), [job_of("dec", NOW)], LIVE_OCT)
    assert len(many.warnings) > len(few.warnings)
    opened = Opened(qtbot, few)
    scroll = opened.dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    height = opened.dialog.height()
    opened.dialog.show_case(many)
    qtbot.waitUntil(lambda: opened.dialog.height() > height)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def test_a_switch_back_is_labelled(qtbot: QtBot) -> None:
    found = case(OCT, [job_of("nov")], service_after(switch_to("nov")))
    assert found.is_back
    shown = Opened(qtbot, found).shown()
    assert notes.back_note(was_live=False).what in shown
    assert notes.back_note(was_live=False).means in shown


def test_a_newer_job_that_was_live_before_is_not_called_earlier(qtbot: QtBot) -> None:
    found = case(job_of("nov"), [OCT], service_after(switch_to("nov"), switch_to("oct")))
    assert found.is_back
    shown = Opened(qtbot, found).shown()
    assert notes.back_note(was_live=True).what in shown
    assert "earlier job" not in shown


def test_a_job_that_is_live_already_can_be_sent_again(qtbot: QtBot) -> None:
    opened = Opened(qtbot, case(OCT, (), LIVE_OCT))
    assert notes.warning_note(opened.dialog.case, SwitchWarning.LIVE_ALREADY).what in opened.shown()
    qtbot.waitUntil(lambda: _press_space(opened))
    assert opened.accepted == [""]


def test_what_forbids_it_is_said_and_holds(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    opened.dialog.show_case(case_of(job_of("nov"), MODEL, [OCT], LIVE_OCT, NOW, is_switching=True))
    assert not opened.event.isEnabled()
    assert "Another switch of this model is under way" in opened.shown()
    opened.dialog.accept()
    assert opened.finished == []
    opened.dialog.show_case(switchable())
    assert opened.event.isEnabled()


def test_the_results_can_be_opened_or_saved_whichever_is_possible(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable())
    with qtbot.waitSignal(opened.dialog.open_results_requested):
        QTest.mouseClick(opened.button("Look at the results"), Qt.MouseButton.LeftButton)
    assert not opened.button("Save results…").isVisible()
    opened.dialog.show_case(switchable(job_of("nov", saved=None, verdict=None)))
    assert not opened.button("Look at the results").isVisible()
    with qtbot.waitSignal(opened.dialog.save_requested):
        QTest.mouseClick(opened.button("Save results…"), Qt.MouseButton.LeftButton)
    opened.dialog.show_case(switchable(job_of("nov", saved=None, verdict=None, has_file=False)))
    assert not opened.button("Save results…").isVisible()


def test_what_changes_while_it_is_open_is_shown_and_the_reason_is_kept(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable(job_of("nov", saved=None, verdict=None)))
    warning = notes.warning_note(opened.dialog.case, SwitchWarning.NOT_SAVED).what
    assert warning in opened.shown()
    QTest.keyClicks(opened.reason, "Bet")
    opened.dialog.show_case(switchable())
    assert warning not in opened.shown()
    assert opened.dialog.focusWidget() is opened.reason
    QTest.keyClicks(opened.dialog.focusWidget(), "ter")
    assert opened.dialog.reason() == "Better"


# Everybody can use it


def test_tab_goes_from_above_to_below_and_ends_with_what_acts(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    stops = opened.stops()
    assert stops[0] is opened.reason
    assert stops[1:3] == [opened.event, opened.button("Cancel")]
    panels = [stop for stop in stops[3:] if isinstance(stop, Panel)]
    heights = [panel.mapTo(opened.dialog, QPoint()).y() for panel in panels]
    assert len(panels) == 9
    assert heights == sorted(heights)


def test_every_control_and_every_panel_is_named_and_the_warnings_are_read_out(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    for widget in [*opened.stops(), *opened.dialog.findChildren(QAbstractButton)]:
        named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert named or not widget.isVisible(), widget
    names = [panel.accessibleName() for panel in opened.dialog.findChildren(Panel) if panel.isVisible()]
    for warning in opened.dialog.case.warnings:
        what = notes.warning_note(opened.dialog.case, warning).what
        assert f"Warning: {what}" in names
        assert what in opened.dialog.accessibleDescription()


def test_texts_of_others_are_shown_as_they_are(qtbot: QtBot) -> None:
    name = "<img src='https://elsewhere.example/x'><b>bold</b>"
    opened = Opened(qtbot, switchable(job_of("nov", name=name)))
    assert name in opened.shown()
    for label in opened.dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()


@pytest.mark.parametrize("name", ["x" * 200, "２０２６年十一月分の学習データ" * 14, "a b " * 50])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_names_and_large_text_scroll_on_a_small_screen(qtbot: QtBot, name: str, scale: float) -> None:
    with_font = QApplication.font()
    larger = QFont(with_font)
    larger.setPointSizeF(with_font.pointSizeF() * scale)
    QApplication.setFont(larger)
    try:
        job = job_of("nov", NOW - 40 * DAY, name=name, verdict=WORSE, opened_at=None)
        opened = Opened(qtbot, case(job, [OCT], LIVE_OCT, replace(MODEL, name=name)))
        opened.dialog.resize(700, 450)
        qtbot.waitUntil(lambda: opened.dialog.height() == 450)
        assert opened.dialog.minimumSizeHint().width() <= 700
        assert opened.dialog.minimumSizeHint().height() <= 450
        _assert_whole(opened, qtbot)
    finally:
        QApplication.setFont(with_font)


def _assert_whole(opened: Opened, qtbot: QtBot) -> None:
    scroll = opened.dialog.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    for label in scroll.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            needed = label.fontMetrics().boundingRect(
                QRect(0, 0, label.width(), 100_000), int(Qt.TextFlag.TextWordWrap), label.text()
            )
            assert needed.width() <= label.width() + 1, label.text()
            assert needed.height() <= label.height() + 1, label.text()
    for widget in (opened.event, opened.reason, opened.button("Cancel")):
        corner = widget.mapTo(opened.dialog, widget.rect().bottomRight())
        assert opened.dialog.rect().contains(corner)


def test_warnings_out_of_sight_are_counted_beside_what_is_pressed(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    opened.dialog.resize(700, 330)
    qtbot.waitUntil(lambda: bool(_further(opened)))
    unseen = int(_further(opened).split()[0])
    assert 1 <= unseen <= len(opened.dialog.case.warnings) + 1
    button = opened.button(_further(opened))
    for _ in range(unseen):
        if button.isVisible():
            QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not button.isVisible())
    opened.dialog.resize(700, 1200)
    qtbot.waitUntil(lambda: not _further(opened))


def test_warnings_in_sight_are_not_said_to_be_out_of_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, switchable(job_of("nov", saved=None, verdict=None)))
    assert opened.dialog.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
    assert _further(opened) == ""
    opened.dialog.resize(700, em(opened.dialog, 14))
    qtbot.waitUntil(lambda: _further(opened).startswith("1 "))
    opened.dialog.show_case(switchable())
    qtbot.waitUntil(lambda: not _further(opened))


def test_a_panel_the_keyboard_comes_to_is_in_sight(qtbot: QtBot) -> None:
    opened = Opened(qtbot, everything())
    opened.dialog.resize(700, em(opened.dialog, 24))
    scroll = opened.dialog.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert scroll.verticalScrollBar().value() == 0
    while not isinstance(opened.dialog.focusWidget(), Panel):
        QTest.keyClick(opened.dialog.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    panel = opened.dialog.focusWidget()
    corner = panel.mapTo(scroll.viewport(), panel.rect().bottomLeft())
    assert scroll.viewport().rect().contains(corner)


def _further(opened: Opened) -> str:
    buttons = opened.dialog.findChildren(QPushButton)
    return next((button.text() for button in buttons if button.isVisible() and "further down" in button.text()), "")


def _click(opened: Opened) -> bool:
    """One click on the acting button; whether it acted."""
    QTest.mouseClick(opened.event, Qt.MouseButton.LeftButton)
    return bool(opened.accepted)


def _press_space(opened: Opened) -> bool:
    """Space on the acting button; whether it acted."""
    QTest.keyClick(opened.event, Qt.Key.Key_Space)
    return bool(opened.accepted)


def _press_as_a_screen_reader(button: QPushButton) -> None:
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert actions is not None
    actions.doAction(QAccessibleActionInterface.pressAction())


def _drag(button: QPushButton, place: QPoint) -> None:
    """Move the mouse with its left button held; `QTest.mouseMove` holds none."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    places = QPointF(place), QPointF(button.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, *places, Qt.MouseButton.NoButton, left, none)
    QApplication.sendEvent(button, event)


def test_it_has_the_margins_of_a_page_and_the_reason_stands_apart(qtbot: QtBot) -> None:
    dialog = Opened(qtbot, WARNED).dialog
    reason, scroll = dialog.findChildren(QLineEdit)[0], dialog.findChildren(QScrollArea)[0]
    assert scroll.mapTo(dialog, QPoint(0, 0)).x() == em(dialog)
    bottom = scroll.mapTo(dialog, scroll.rect().bottomLeft()).y()
    assert reason.mapTo(dialog, QPoint(0, 0)).y() - bottom >= em(dialog, 0.5)


def test_its_parts_stand_apart_as_far_as_on_other_pages(qtbot: QtBot) -> None:
    dialog = Opened(qtbot, WARNED).dialog
    QApplication.processEvents()
    note = next(box for box in dialog.findChildren(NoteBox) if box.isVisible())
    cards = dialog.findChildren(CardBox)
    bottom = cards[0].mapTo(dialog, cards[0].rect().bottomLeft()).y()
    assert note.mapTo(dialog, QPoint()).y() - bottom - 1 >= em(dialog, GAP) - 1
    picture, *words = [label for label in note.findChildren(QLabel) if label.isVisible()]
    assert words[0].mapTo(note, QPoint()).x() - picture.geometry().right() - 1 >= em(dialog, GAP) - 1


def test_in_japanese_a_model_is_switched_to_a_model_and_the_row_of_the_verdict_says_that_word_once(
    qapp: QApplication,
) -> None:
    japanese = QTranslator()
    assert japanese.load("epa_gui_ja", str(catalogue_folder()))
    qapp.installTranslator(japanese)
    try:
        assert "のモデルに切り替えて" in facts.headline(WARNED)
        assert "判定" not in facts.verdict_text(WARNED)
    finally:
        qapp.removeTranslator(japanese)
