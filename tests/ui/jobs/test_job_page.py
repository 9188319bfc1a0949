"""A job's page by itself: its steps, its one line, its one primary button, and what it never repaints."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.file_change import FileChange
from epa_gui.core.jobs.job import Job, JobKey, Saved, StatusEntry, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.way.next_act import Ability
from epa_gui.core.way.steps import Mark
from epa_gui.ui.base.command import CheckNow, Command, IssueKey, KeepLive, LookAtResults, SendAgain, SwitchTo
from epa_gui.ui.base.page import sized
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.jobs.facts_text import Fact, fact_texts
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView, TransferView
from epa_gui.ui.jobs.page_text import StateWords, state_words
from epa_gui.ui.jobs.standing_text import Place, standing_icon, standing_text
from epa_gui.ui.jobs.step_label import StepLabel

NOW = time.mktime((2026, 11, 27, 0, 14, 2, 0, 0, -1))
HOUR, DAY = 3600.0, 86400.0
ABLE = Ability(can_look=True, can_switch=True, can_switch_back=True)
UPLOAD = Upload("/data/November.csv", "/data/evaluation.csv", rows=12_400, arrived_at=NOW - 21 * DAY)
SENT = Job("id", "m", "November data", started_at=NOW - 21 * DAY, added_at=NOW - 21 * DAY, upload=UPLOAD)
TRAINING = replace(SENT, status="training", status_since=NOW - 20 * DAY, checked_at=NOW - 4, next_check_at=NOW + 16)
FINISHED = replace(
    SENT, status="job_finished", has_file=True, ended_at=NOW - 21 * DAY + 1.5 * HOUR, next_check_at=math.inf
)
SEEN = replace(FINISHED, opened_at=NOW - 20 * DAY)
FAILED = replace(SENT, status="job_failed", message="The type of a column has changed.", ended_at=NOW - 20 * DAY)
SOON = Estimate(NOW + 18 * 60, 90 * 60, 5, is_scaled=False)
BACK = JobKey("m", "before")


def verdict(job: Job, answer: Answer) -> Job:
    return replace(job, verdict=VerdictNote(answer))


UPLOADING = JobPageView(
    replace(SENT, upload=replace(UPLOAD, arrived_at=None)), transfer=TransferView("/x.csv", 5, 10, 1.0, is_upload=True)
)
NOT_SENT = JobPageView(
    replace(SENT, upload=replace(UPLOAD, arrived_at=None), send_problem=Problem(ProblemKind.SEND_INTERRUPTED))
)
CHANGED = replace(UPLOAD, changes=(FileChange("type changed", "monthly_fee", ("number", "text")),))
KEY_ENDS = ProblemWords("The model’s API key expires tomorrow (28 Nov).", "From then on, it cannot be checked.", "")
STATES: dict[str, tuple[JobPageView, str, list[str]]] = {
    "uploading": (UPLOADING, "", ["Cancel upload"]),
    "not sent": (NOT_SENT, "Send again…", ["Remove from the list"]),
    "training": (JobPageView(TRAINING, estimate=SOON), "", ["Check now"]),
    "finished": (JobPageView(FINISHED, ability=ABLE), "Look at the results", ["Switch model…"]),
    "better": (
        JobPageView(verdict(SEEN, Answer.BETTER), ability=ABLE),
        "Switch model…",
        ["Keep the live model", "Look at the results"],
    ),
    "was live": (
        JobPageView(verdict(SEEN, Answer.BETTER), live=LiveState.WAS_LIVE, ability=ABLE),
        "",
        ["Look at the results", "Switch back to this job…"],
    ),
    "no difference": (
        JobPageView(verdict(SEEN, Answer.NO_DIFFERENCE), ability=ABLE),
        "Keep the live model",
        ["Look at the results", "Switch model…"],
    ),
    "worse": (
        JobPageView(verdict(SEEN, Answer.WORSE), ability=ABLE),
        "Keep the live model",
        ["Look at the results", "Switch model…"],
    ),
    "kept": (
        JobPageView(verdict(replace(SEEN, kept_at=NOW), Answer.WORSE), ability=ABLE),
        "",
        ["Look at the results", "Switch model…"],
    ),
    "live": (
        JobPageView(SEEN, live=LiveState.LIVE, ability=ABLE, back_to=BACK, back_title="August data"),
        "",
        ["Look at the results", "Switch back…"],
    ),
    "failed": (JobPageView(FAILED), "Send again…", []),
    "failed, and it is known why": (
        JobPageView(replace(FAILED, upload=CHANGED), ability=Ability(knows_fault=True)),
        "Fix and send again…",
        [],
    ),
    "failed elsewhere": (JobPageView(replace(FAILED, upload=None)), "", ["Check now"]),
    "key refused": (
        JobPageView(replace(TRAINING, problem=Problem(ProblemKind.KEY_WRONG)), estimate=SOON),
        "Enter the new key…",
        [],
    ),
    "key refused, with the secret key": (
        JobPageView(replace(TRAINING, problem=Problem(ProblemKind.KEY_WRONG)), ability=Ability(can_issue_key=True)),
        "Issue a new key",
        ["Enter the new key…"],
    ),
    "not saved": (
        JobPageView(replace(FINISHED, save_problem=Problem(ProblemKind.DISK_FULL)), ability=ABLE),
        "Look at the results",
        ["Save elsewhere…", "Save again", "Switch model…"],
    ),
    "deleted": (
        JobPageView(replace(TRAINING, problem=Problem(ProblemKind.JOB_DELETED), next_check_at=math.inf)),
        "Check now",
        ["Remove from the list"],
    ),
    "key ends soon": (JobPageView(TRAINING, key_warning=KEY_ENDS), "Enter the new key…", ["Check now"]),
    "key ends soon, and the results are there": (
        JobPageView(FINISHED, ability=ABLE, key_warning=KEY_ENDS),
        "Look at the results",
        ["Switch model…"],
    ),
    "no results yet": (
        JobPageView(replace(FINISHED, has_file=False, next_check_at=NOW + 30), ability=Ability(can_switch=True)),
        "",
        ["Check now", "Switch model…"],
    ),
    "key has ended, with the secret key": (
        JobPageView(TRAINING, ability=Ability(can_issue_key=True), key_warning=KEY_ENDS),
        "Issue a new key",
        ["Check now"],
    ),
    "late": (JobPageView(TRAINING, estimate=replace(SOON, ends_at=NOW - 20 * HOUR)), "Check now", []),
}


class Watch(QObject):
    """Counts what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False


def _show(page: JobPage) -> None:
    """In any size, as in a window around it: as a window of its own Windows keeps it as high as all that it scrolls."""
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()


@pytest.fixture
def page(qtbot: QtBot) -> JobPage:
    made = JobPage(lambda: NOW)
    made.resize(1000, 500)
    qtbot.addWidget(made)
    _show(made)
    return made


def said(page: QWidget) -> str:
    told = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return told.replace("\u00a0", " ").replace("\u200b", "")  # where lines must not end, and where they may


def buttons(page: JobPage) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.isVisible()]


def given(page: JobPage) -> list[Command]:
    commands: list[Command] = []
    page.command_requested.connect(commands.append)
    return commands


def press(page: JobPage, text: str) -> None:
    QTest.mouseClick(next(b for b in buttons(page) if b.text() == text), Qt.MouseButton.LeftButton)


# What comes next


@pytest.mark.parametrize("name", STATES)
def test_each_state_has_its_one_primary_button_and_the_others_beside_it(page: JobPage, name: str) -> None:
    view, primary, beside = STATES[name]
    page.show_job(view)
    is_primary = [button for button in buttons(page) if button.isDefault()]
    assert [button.text() for button in is_primary] == ([primary] if primary else [])
    assert all(button.font().bold() for button in is_primary)
    assert [button.text() for button in buttons(page) if not button.isDefault()] == beside


@pytest.mark.parametrize("name", [name for name, (_, primary, _) in STATES.items() if primary])
def test_enter_presses_the_primary_button_wherever_the_focus_is(page: JobPage, name: str, qtbot: QtBot) -> None:
    view, primary, _ = STATES[name]
    page.show_job(view)
    commands = given(page)
    qtbot.waitUntil(page.more.isVisible)
    page.findChild(QScrollArea).setFocus()  # type: ignore[union-attr]
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert len(commands) == 1, primary


def test_enter_on_another_button_presses_that_one(page: JobPage) -> None:
    page.show_job(STATES["finished"][0])
    commands = given(page)
    QTest.keyClick(next(b for b in buttons(page) if b.text() == "Switch model…"), Qt.Key.Key_Return)
    assert commands == [SwitchTo(FINISHED.key)]


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("finished", "Look at the results", LookAtResults(SENT.key)),
        ("better", "Switch model…", SwitchTo(SENT.key)),
        ("worse", "Keep the live model", KeepLive(SENT.key)),
        ("live", "Switch back…", SwitchTo(BACK)),
        ("was live", "Switch back to this job…", SwitchTo(SENT.key)),
        ("better", "Keep the live model", KeepLive(SENT.key)),
        ("training", "Check now", CheckNow(SENT.key)),
        ("failed", "Send again…", SendAgain(SENT.key)),
        ("failed, and it is known why", "Fix and send again…", SendAgain(SENT.key)),
        ("key refused, with the secret key", "Issue a new key", IssueKey("m")),
    ],
)
def test_a_button_gives_its_command(page: JobPage, name: str, text: str, command: Command) -> None:
    page.show_job(STATES[name][0])
    commands = given(page)
    press(page, text)
    assert commands == [command]


def test_a_button_that_stays_keeps_the_focus(qtbot: QtBot) -> None:
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.show_job(JobPageView(TRAINING, estimate=SOON))
    page.show()
    page.activateWindow()
    (check,) = buttons(page)
    check.setFocus()
    qtbot.waitUntil(check.hasFocus)
    page.show_job(JobPageView(replace(TRAINING, status="evaluating"), estimate=SOON))
    assert check.hasFocus()


# The steps


def steps(page: JobPage) -> list[str]:
    return [step.accessibleName() for step in page.findChildren(StepLabel)]


@pytest.mark.parametrize(
    ("view", "sentences"),
    [
        (
            JobPageView(FINISHED),
            [
                "Sent, 6 Nov 00:14, step 1 of 5",
                "Training, 1 h 30 min, step 2 of 5",
                "Finished, 6 Nov 01:44, step 3 of 5",
                "Looked at, not yet, step 4 of 5",
                "Live, not yet, step 5 of 5",
            ],
        ),
        (
            JobPageView(TRAINING, estimate=SOON),
            [
                "Sent, 6 Nov 00:14, step 1 of 5",
                "Training, since 7 Nov 00:14, step 2 of 5",
                "Finished, about 00:32, step 3 of 5",
                "Looked at, not yet, step 4 of 5",
                "Live, not yet, step 5 of 5",
            ],
        ),
        (
            JobPageView(SEEN, live=LiveState.LIVE, live_since=NOW - 19 * DAY),
            [
                "Sent, 6 Nov 00:14, step 1 of 5",
                "Training, 1 h 30 min, step 2 of 5",
                "Finished, 6 Nov 01:44, step 3 of 5",
                "Looked at, 7 Nov 00:14, step 4 of 5",
                "Live, since 8 Nov 00:14, step 5 of 5",
            ],
        ),
        (
            JobPageView(FAILED),
            [
                "Sent, 6 Nov 00:14, step 1 of 5",
                "Training, 1 d 0 h, step 2 of 5",
                "Failed, 7 Nov 00:14, step 3 of 5",
                "Looked at, not yet, step 4 of 5",
                "Live, not yet, step 5 of 5",
            ],
        ),
        (
            NOT_SENT,
            [
                "Not sent, 6 Nov 00:14, step 1 of 5",
                "Training, not yet, step 2 of 5",
                "Finished, not yet, step 3 of 5",
                "Looked at, not yet, step 4 of 5",
                "Live, not yet, step 5 of 5",
            ],
        ),
    ],
    ids=["finished", "training", "live", "failed", "not sent"],
)
def test_each_step_is_said_by_itself(page: JobPage, view: JobPageView, sentences: list[str]) -> None:
    page.show_job(view)
    assert steps(page) == sentences
    accessible = QAccessible.queryAccessibleInterface(page.stepper)
    assert accessible is not None
    children = [accessible.child(number) for number in range(accessible.childCount())]
    assert [child.text(QAccessible.Text.Name) for child in children] == sentences
    assert all(step.focusPolicy() is Qt.FocusPolicy.NoFocus for step in page.findChildren(StepLabel))


def test_dates_are_told_as_seen_from_today(qtbot: QtBot) -> None:
    """A job of this morning has no date; next spring it has one, and a year later the year too."""
    now = [NOW]
    page = JobPage(lambda: now[0])
    qtbot.addWidget(page)
    job = replace(FINISHED, ended_at=NOW - 60)
    page.show_job(JobPageView(job))
    page.history.show([StatusEntry(job.key, NOW - 60, "job_finished")])
    assert steps(page)[2].startswith("Finished, 00:13,")
    assert page.history.index(0, 0).data() == "00:13:02"
    now[0] += 100 * DAY
    page.show_job(JobPageView(job))
    assert steps(page)[2].startswith("Finished, 27 Nov 00:13,")
    assert page.history.index(0, 0).data() == "27 Nov 2026 00:13", "in full, though it is the newest entry"
    now[0] += 300 * DAY
    page.show_job(JobPageView(job))
    assert steps(page)[2].startswith("Finished, 27 Nov 2026 00:13,")


@pytest.mark.parametrize("width", [1000, 600, 420, 260])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", STATES)
def test_no_word_of_a_step_is_ever_cut(
    qtbot: QtBot, large: Callable[[float], None], *, name: str, scale: float, width: int
) -> None:
    large(scale)
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.resize(width, 3000)
    page.show_job(STATES[name][0])
    _show(page)
    QApplication.processEvents()
    for step in page.findChildren(StepLabel):
        assert step.height() >= step.height_for(step.width()), step.accessibleName()
        names = QFontMetrics(sized(step.font(), 1.0, is_bold=step.words.mark in {Mark.NOW, Mark.FAILED}))
        when = QFontMetrics(sized(step.font(), 0.9, is_bold=False))
        widths = [names.horizontalAdvance(word) for word in step.words.name.split()]
        widths += [when.horizontalAdvance(word) for word in step.words.when.split()]
        assert step.width() >= max(widths), step.accessibleName()
        assert step.geometry().right() <= page.stepper.width()


def test_a_time_is_not_parted_while_other_steps_have_room_to_spare(page: JobPage, qapp: QApplication) -> None:
    page.show_job(JobPageView(SEEN, live=LiveState.LIVE, live_since=NOW - 20 * DAY))
    needed = sum(step.wanted_width for step in page.stepper.steps)
    margins = page.width() - page.stepper.width()
    page.resize(needed + margins, 3000)
    qapp.processEvents()
    assert all(step.width() >= step.wanted_width for step in page.stepper.steps)
    assert max(step.wanted_width for step in page.stepper.steps) > needed // 5, "one step needs more than its part"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", STATES)
def test_every_button_is_in_view_however_low_the_page_is(
    qtbot: QtBot, qapp: QApplication, large: Callable[[float], None], *, name: str, scale: float
) -> None:
    large(scale)
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.show_job(STATES[name][0])
    _show(page)
    em = page.fontMetrics().height()
    for height in (40, 26, 20, 16, 12, 10, 9):
        page.resize(34 * em, height * em)
        qapp.processEvents()
        for button in buttons(page):
            shown = button.visibleRegion().boundingRect()
            assert shown.size() == button.size(), f"{button.text()} at {height} em"
        primaries = [button for button in buttons(page) if button.font().bold()]
        assert primaries == [primary for primary in [page.primary()] if primary is not None]


def test_what_goes_on_below_the_buttons_of_a_low_page_ends_at_a_line(page: JobPage, qapp: QApplication) -> None:
    page.show_job(STATES["better"][0])
    em = page.fontMetrics().height()
    seen = []
    for height in (60, 10):
        page.resize(40 * em, height * em)
        qapp.processEvents()
        lines = [frame for frame in page.findChildren(QFrame) if frame.frameShape() is QFrame.Shape.HLine]
        feet = [line.mapTo(page, QPoint()).y() for line in lines if line.isVisible()]
        top = buttons(page)[0].mapTo(page, QPoint()).y()
        seen.append(any(top - em <= foot < top for foot in feet))
    assert seen == [False, True]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["better", "not saved", "deleted", "key refused, with the secret key"])
def test_the_words_of_a_button_keep_from_its_edges(
    qtbot: QtBot, qapp: QApplication, large: Callable[[float], None], *, name: str, scale: float
) -> None:
    large(scale)
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.show_job(STATES[name][0])
    page.show()
    for height in (60, 12):
        page.resize(50 * page.fontMetrics().height(), height * page.fontMetrics().height())
        qapp.processEvents()
        for button in buttons(page):
            words = button.fontMetrics().horizontalAdvance(button.text())
            assert button.width() >= words + button.fontMetrics().height(), button.text()


@pytest.mark.parametrize("name", ["worse", "finished", "not saved", "live"])
def test_a_job_looks_the_same_whatever_was_looked_at_before(page: JobPage, qapp: QApplication, name: str) -> None:
    view, another = STATES[name][0], STATES["training"][0]
    another = replace(another, job=replace(another.job, id="another"))
    em = page.fontMetrics().height()

    def settle() -> None:
        for _ in range(3):
            qapp.processEvents()

    def form_after(before: int, height: int) -> tuple[bool, list[QPoint]]:
        """Whether its steps are one line high, and where its buttons are, after another job in so high a window."""
        page.show_job(another)
        for each in (before, height):
            page.resize(40 * em, each)
            settle()
        page.show_job(view)
        settle()
        return page.stepper.height() < 2 * em, [button.mapTo(page, QPoint()) for button in buttons(page)]

    for height in range(10 * em, 18 * em, em // 2):
        assert form_after(5 * em, height) == form_after(60 * em, height), f"at {height} pixels"


@pytest.mark.parametrize(("before", "name"), [("deleted", "better"), ("live", "worse"), ("failed", "live")])
def test_a_page_takes_its_form_from_what_it_shows_now(
    page: JobPage, qapp: QApplication, before: str, name: str
) -> None:
    """Whatever height the job before took: its buttons are in view at once, and nothing moves a second later."""
    em = page.fontMetrics().height()

    def show(state: str) -> None:
        view = STATES[state][0]
        page.show_job(replace(view, job=replace(view.job, id=state), model_name="Customer churn"))
        settle()

    def settle() -> None:
        for _ in range(3):
            qapp.processEvents()

    for height in range(11 * em, 18 * em, em // 2):
        page.resize(31 * em, height)
        show(before)
        show(name)
        shown = [button.visibleRegion().boundingRect().size() == button.size() for button in buttons(page)]
        assert all(shown), f"at {height} pixels"
        places = [button.mapTo(page, QPoint()) for button in buttons(page)]
        page.tick()
        settle()
        assert [button.mapTo(page, QPoint()) for button in buttons(page)] == places, f"at {height} pixels"


def test_in_a_low_page_a_button_of_the_menu_goes_before_a_second_line(page: JobPage, qapp: QApplication) -> None:
    view, em = STATES["not saved"][0], page.fontMetrics().height()
    page.show_job(view)
    page.resize(60 * em, 10 * em)
    qapp.processEvents()
    texts = [button.text() for button in buttons(page)]
    assert texts[-1] == "Switch model…"
    page.resize(buttons(page)[-1].mapTo(page, QPoint()).x() + 3 * em, 10 * em)
    qapp.processEvents()
    assert [button.text() for button in buttons(page)] == texts[:-1]
    assert len({button.mapTo(page, QPoint()).y() for button in buttons(page)}) == 1
    page.tick()
    page.resize(60 * em, 10 * em)
    qapp.processEvents()
    assert [button.text() for button in buttons(page)] == texts, "and comes back"


def test_a_page_of_a_job_that_a_search_hides_keeps_all_its_buttons(page: JobPage, qapp: QApplication) -> None:
    """The menu is about what is selected in the list, where this job is not: nothing else could be done with it."""
    view, em = STATES["better"][0], page.fontMetrics().height()
    page.show_job(view)
    page.resize(60 * em, 10 * em)
    qapp.processEvents()
    texts = [button.text() for button in buttons(page)]
    page.resize(17 * em, 3 * em + len(texts) * buttons(page)[0].height())  # as many lines as there are buttons
    qapp.processEvents()
    assert len(buttons(page)) < len(texts), "the menu offers the others too"
    page.show_listed(is_listed=False)
    qapp.processEvents()
    assert [button.text() for button in buttons(page)] == texts
    for button in buttons(page):
        assert button.visibleRegion().boundingRect().size() == button.size(), f"{button.text()} is whole"
    page.tick()
    qapp.processEvents()
    assert [button.text() for button in buttons(page)] == texts, "and stays so"
    page.show_listed(is_listed=True)
    qapp.processEvents()
    assert len(buttons(page)) < len(texts)


def test_a_page_of_a_job_that_a_search_hides_keeps_its_form_while_time_passes(
    page: JobPage, qapp: QApplication
) -> None:
    em = page.fontMetrics().height()
    page.show_job(replace(STATES["better"][0], model_name="Customer churn"))
    page.show_listed(is_listed=False)

    def settle() -> None:
        for _ in range(3):
            qapp.processEvents()

    heights = []
    for ems in (60, 11):
        page.resize(40 * em, ems * em)
        settle()
        heights.append(page._frame.full_height(is_whole=False))
    assert heights[0] == heights[1], "in full and low it needs the same"
    for height in range(heights[0] - 4, heights[0] + 1):
        page.resize(40 * em, 11 * em)
        settle()
        page.resize(40 * em, height)
        settle()
        places = [button.mapTo(page, QPoint()) for button in buttons(page)]
        for _ in range(2):
            page.tick()
            settle()
            assert [button.mapTo(page, QPoint()) for button in buttons(page)] == places, f"at {height} pixels"


LONG_NAME = "Week 46, all warehouses except those that were closed for stock-taking, corrected and sent again"


def test_in_a_low_page_long_names_leave_room_for_how_the_job_stands(page: JobPage, qapp: QApplication) -> None:
    view = replace(STATES["better"][0], model_name="Spare parts demand for all European warehouses and partners")
    view, em = replace(view, job=replace(view.job, name=LONG_NAME)), page.fontMetrics().height()
    page.show_job(view)
    title, model = (
        next(label for label in page.findChildren(QLabel) if label.accessibleName() == name)
        for name in (LONG_NAME, view.model_name)
    )
    page.resize(20 * em, 60 * em)
    qapp.processEvents()
    assert (title.text().replace("\u200b", ""), title.toolTip()) == (LONG_NAME, "")
    page.resize(20 * em, 12 * em)
    qapp.processEvents()
    assert title.height() < 2.5 * title.fontMetrics().lineSpacing()
    assert model.height() <= model.fontMetrics().lineSpacing()
    for label in (title, model):
        assert label.text().endswith("…")
        assert label.height() >= label.heightForWidth(label.width())
        assert label.accessibleName() in label.toolTip(), "what is cut off can be read"
    assert page.state.line.visibleRegion().boundingRect().size() == page.state.line.size()
    page.resize(20 * em, 60 * em)
    qapp.processEvents()
    assert (title.text().replace("\u200b", ""), title.toolTip()) == (LONG_NAME, "")


@pytest.mark.parametrize("name", ["training", "finished"])
def test_the_model_stands_beside_the_title_of_every_job_or_of_none(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    """The first job that a page shows looks as one that is shown when the page has its place long since."""
    view = replace(STATES[name][0], model_name="Customer churn")
    places = []
    for is_first in (True, False):
        page = JobPage(lambda: NOW)
        qtbot.addWidget(page)
        em = page.fontMetrics().height()
        page.resize(26 * em, 9 * em)
        page.show_job(view if is_first else replace(STATES["failed"][0], job=replace(FAILED, name="B", id="b")))
        _show(page)
        qapp.processEvents()
        page.show_job(view)
        qapp.processEvents()
        model = next(label for label in page.findChildren(QLabel) if label.accessibleName() == "Customer churn")
        places.append(model.mapTo(page, QPoint()))
    assert places[0] == places[1]


def test_the_model_below_the_title_has_the_whole_line_also_below_the_menu(page: JobPage, qapp: QApplication) -> None:
    name, em = "Spare parts demand for all European warehouses", page.fontMetrics().height()
    page.show_job(replace(STATES["deleted"][0], model_name=name))
    model = next(label for label in page.findChildren(QLabel) if label.accessibleName() == name)
    page.resize(model.fontMetrics().horizontalAdvance(name) + 4 * em, 9 * em)
    qapp.processEvents()
    assert page.stepper.height() < 2 * em, "the page is low"
    assert (model.text(), model.toolTip()) == (name, "")
    assert model.mapTo(page, QPoint()).y() >= page.more.mapTo(page, QPoint(0, page.more.height())).y()


def test_names_that_have_room_beside_each_other_are_one_line_high(page: JobPage, qapp: QApplication) -> None:
    em = page.fontMetrics().height()
    page.show_job(JobPageView(TRAINING, "Customer churn", estimate=SOON))
    title, model = (
        next(label for label in page.findChildren(QLabel) if label.accessibleName() == name)
        for name in (TRAINING.name, "Customer churn")
    )
    for width in range(18 * em, 36 * em, em // 3):
        page.resize(width, 9 * em)
        qapp.processEvents()
        if model.geometry().left() > title.geometry().right():
            assert title.height() < 2 * title.fontMetrics().lineSpacing(), f"at {width} pixels"


@pytest.mark.parametrize("name", ["better", "no difference", "finished", "not sent", "deleted", "late"])
def test_a_low_and_narrow_page_has_one_row_of_buttons(page: JobPage, qapp: QApplication, name: str) -> None:
    view, em = STATES[name][0], page.fontMetrics().height()
    page.show_job(view)
    page.resize(17 * em, 10 * em)
    qapp.processEvents()
    assert len({button.mapTo(page, QPoint()).y() for button in buttons(page)}) == 1
    assert page.primary() in buttons(page)


@pytest.mark.parametrize("name", ["uploading", "training", "saving"])
def test_what_goes_on_is_shown_directly_below_the_line_that_says_so(
    page: JobPage, qapp: QApplication, name: str
) -> None:
    saving = JobPageView(verdict(FINISHED, Answer.BETTER), transfer=TransferView("/x.zip", 5, 10, 1.0), ability=ABLE)
    page.show_job(saving if name == "saving" else STATES[name][0])
    qapp.processEvents()
    state = page.state
    bar = state.estimate if name == "training" else state.progress
    assert state.line.geometry().bottom() < bar.geometry().top()
    assert bar.geometry().bottom() < state.sentence.geometry().top()


@pytest.mark.parametrize("letters", [18, 40])
def test_a_low_page_still_says_where_the_job_stands(qtbot: QtBot, qapp: QApplication, letters: int) -> None:
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.show_job(JobPageView(TRAINING, "Customer churn", estimate=SOON))
    _show(page)
    em = page.fontMetrics().height()
    page.resize(letters * em, 9 * em)
    qapp.processEvents()
    assert page.stepper.height() < 2 * em
    inner = page.stepper
    places = [step.geometry() for step in inner.steps]
    assert all(place.right() <= inner.width() for place in places)
    names = [step.text() for step in inner.steps]
    if letters == 40:
        assert names == ["Sent", "Training", "Finished", "Looked at", "Live"]
        return
    assert names == [""] * 5, "marks alone"
    assert len({place.width() for place in places}) == 1, "equally far from each other"
    assert all(step.words.name in step.toolTip() for step in inner.steps)
    said_beside = inner.grab(QRect(places[-1].right() + 1, 0, inner.width(), inner.height())).toImage()
    assert len({said_beside.pixel(x, said_beside.height() // 2) for x in range(said_beside.width())}) > 1, "Training"


UNSEEN = replace(TRAINING, problem=Problem(ProblemKind.JOB_DELETED), checked_at=NOW - 8 * DAY, next_check_at=math.inf)
CAPTIONS = {
    "queued today": (
        JobPageView(replace(TRAINING, status="queued", status_since=NOW - 60)),
        ["Training", "since 00:13"],
    ),
    "training for days": (JobPageView(TRAINING), ["Training", "since 7 Nov"]),
    "not seen for days": (JobPageView(UNSEEN), ["Training", "as of 19 Nov"]),
    "live for days": (JobPageView(SEEN, live=LiveState.LIVE, live_since=NOW - 20 * DAY), ["Live", "since 7 Nov"]),
}


@pytest.mark.parametrize("name", CAPTIONS)
def test_where_a_time_has_no_room_beside_the_marks_it_is_short_rather_than_cut(
    page: JobPage, qapp: QApplication, name: str
) -> None:
    view, short = CAPTIONS[name]
    page.show_job(view)
    em, shown = page.fontMetrics().height(), []
    for width in range(15 * em, 24 * em, em // 4):
        page.resize(width, 9 * em)
        qapp.processEvents()
        shown.append(page.stepper.caption())
    whole = [caption for caption in shown if len(caption) == len(short) and "…" not in caption[1]]
    assert whole[0] == short
    assert whole == shown[shown.index(short) :], "wider, nothing is cut"


def test_a_button_keeps_the_keyboard_when_it_moves_to_the_foot(qtbot: QtBot, qapp: QApplication) -> None:
    page, window = JobPage(lambda: NOW), QMainWindow()
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.resize(780, 700)
    page.show_job(STATES["better"][0])
    window.show()
    window.activateWindow()
    beside = buttons(page)[1]
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    window.resize(780, 9 * page.fontMetrics().height())
    qapp.processEvents()
    moved = qapp.focusWidget()
    assert isinstance(moved, QPushButton)
    assert (moved.text(), moved is beside) == (beside.text(), False)
    window.resize(780, 700)
    qapp.processEvents()
    assert beside.hasFocus()


@pytest.fixture
def large(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Makes all letters so many times as large."""
    before = qapp.font()

    def grow(scale: float) -> None:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * scale)
        qapp.setFont(font)

    yield grow
    qapp.setFont(before)


@pytest.mark.parametrize("name", STATES)
def test_with_letters_twice_as_large_everything_can_be_reached(
    qtbot: QtBot, qapp: QApplication, large: Callable[[float], None], name: str
) -> None:
    """In what a window of 1024 × 700 leaves for it nothing is wider than the page, and nothing below its end."""
    large(2.0)
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.resize(620, 330)
    page.show_job(STATES[name][0])
    page.said.setChecked(True)
    _show(page)
    qapp.processEvents()
    inner = page.stepper.parentWidget()
    assert isinstance(inner, QWidget)
    assert inner.width() <= page.width()
    shown: list[QLabel | QPushButton] = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    for widget in shown:
        if widget.isVisible() and inner.isAncestorOf(widget):
            corner = widget.mapTo(inner, QPoint(widget.width(), widget.height()))
            assert corner.x() <= inner.width(), widget.text()
            assert corner.y() <= inner.height(), widget.text()
            if isinstance(widget, QLabel) and widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


# How it stands


def test_a_failure_is_told_in_the_service_s_own_sentence_first(page: JobPage, qtbot: QtBot) -> None:
    page.resize(780, 330)  # what a window of 1024 × 700 leaves for it
    page.show_job(STATES["failed, and it is known why"][0])
    headline = next(label for label in page.box.findChildren(QLabel) if label.font().bold() and label.text())
    assert headline.text() == "This retraining ended without a new model: “The type of a column has changed.”"
    assert "The live model is unchanged." in said(page)
    assert "The column “monthly_fee” holds text in this file, but held numbers in the file sent last." in said(page)
    qtbot.waitUntil(lambda: headline.mapTo(page, QPoint(0, headline.height())).y() <= page.height())
    assert headline.visibleRegion().boundingRect().height() == headline.height(), "without scrolling"
    assert not any("Usage" in button.text() for button in buttons(page)), "nobody knows its address"


def test_a_failure_that_nothing_explains_names_where_to_look(page: JobPage) -> None:
    page.show_job(JobPageView(replace(FAILED, message="")))
    assert "ended without a new model" in said(page)
    assert "On the console’s “Usage” page, see whether a limit is reached" in said(page)


def test_an_estimate_says_how_long_what_it_rests_on_and_that_nobody_need_wait(page: JobPage) -> None:
    page.show_job(JobPageView(TRAINING, estimate=SOON))
    assert "About 18 min left" in said(page)
    assert "Estimated from 5 finished job(s) of this model. You will be notified when it is done." in said(page)
    assert page.state.estimate.isVisible()
    assert page.state.estimate.value() == 800
    page.show_job(JobPageView(TRAINING, estimate=SOON, notifies=False))
    assert "You will be notified" not in said(page), "only what is so"
    stopped = replace(TRAINING, next_check_at=math.inf, problem=Problem(ProblemKind.KEY_WRONG))
    page.show_job(JobPageView(stopped, estimate=SOON))
    assert "You will be notified" not in said(page), "nobody asks any more"


def test_a_word_of_the_service_that_nobody_knows_is_shown_as_it_came(page: JobPage) -> None:
    page.show_job(JobPageView(replace(TRAINING, status="phase 7 <b>")))
    assert "The service says: “phase 7 <b>”" in said(page)
    assert page.facts.text_of(Fact.STATUS) == "phase 7 <b>"


def test_a_job_far_beyond_its_estimate_is_called_late(page: JobPage) -> None:
    page.show_job(STATES["late"][0])
    assert "20 h later than usual" in said(page.box)
    assert "about 1 h 30 min" in said(page.box)
    assert "You will be notified" not in said(page)
    page.show_job(JobPageView(TRAINING, estimate=replace(SOON, ends_at=NOW - 60)))
    assert not page.box.isVisible(), "a minute may be chance"
    assert "Should be done about now" in said(page)


def test_a_verdict_says_against_what(page: JobPage) -> None:
    job = verdict(SEEN, Answer.BETTER)
    page.show_job(JobPageView(job))
    assert "Clearly better than the live model" in said(page)
    page.show_job(JobPageView(job, is_against_live=False))
    assert "Clearly better than the previous model" in said(page), "another was switched to since"


def test_of_a_job_that_was_live_sign_and_words_agree_and_its_verdict_is_a_fact(page: JobPage) -> None:
    told = "Was live from 27 Nov 00:14 until the switch to another model"
    view = JobPageView(verdict(SEEN, Answer.BETTER), live=LiveState.WAS_LIVE, live_text=told, live_since=NOW)
    assert state_words(view, NOW) == StateWords("looked-at", "Was live before", sentence=told)
    page.show_job(view)
    assert "Clearly better" in said(page)
    assert fact_texts(view, NOW)[Fact.VERDICT].startswith("Clearly better")
    assert fact_texts(view, NOW)[Fact.IN_SERVICE] == "", "it is told above"
    words = state_words(replace(view, job=replace(SEEN, verdict=None, opened_at=None)), NOW)
    assert words is not None
    assert words.line != "Was live before", "first it is to be looked at"


def test_a_decision_is_told_until_it_is_overtaken(page: JobPage) -> None:
    view = STATES["kept"][0]
    page.show_job(view)
    assert "You kept the live model on 27 Nov 00:14." in said(page)
    page.show_job(replace(view, live=LiveState.WAS_LIVE, live_since=NOW + 60))
    assert "You kept the live model" not in said(page)


def test_trouble_stands_above_what_is_known_all_the_same(page: JobPage) -> None:
    page.show_job(JobPageView(replace(TRAINING, problem=Problem(ProblemKind.TIMED_OUT)), estimate=SOON))
    assert page.box.isVisible()
    assert "About 18 min left" in said(page)
    assert page.box.mapTo(page, QPoint()).y() < page.state.mapTo(page, QPoint()).y()


# The facts


def test_silence_never_looks_like_health(page: JobPage) -> None:
    page.show_job(JobPageView(TRAINING))
    assert page.facts.text_of(Fact.LAST_CHECKED) == "00:13:58, next check in 16 s"
    page.show_job(JobPageView(TRAINING, is_checking=True))
    assert page.facts.text_of(Fact.LAST_CHECKED) == "00:13:58, checking…"
    page.show_job(JobPageView(replace(TRAINING, next_check_at=math.inf, problem=Problem(ProblemKind.KEY_WRONG))))
    assert page.facts.text_of(Fact.LAST_CHECKED) == "00:13:58, checking has stopped"


def test_the_facts_stand_in_two_columns_or_in_one(page: JobPage, qtbot: QtBot) -> None:
    saved = replace(FINISHED, saved=Saved("/home/k/result.zip", 1234, NOW - DAY), service_model_id=2104)
    page.show_job(JobPageView(saved))

    def left_of(text: str) -> int:
        (label,) = [label for label in page.facts.findChildren(QLabel) if label.text() == text]
        return label.mapTo(page, QPoint()).x()

    page.resize(1400, 500)
    qtbot.waitUntil(lambda: left_of("Status") > left_of("Results") + 300)
    page.resize(500, 500)
    qtbot.waitUntil(lambda: left_of("Status") == left_of("Results"))


def test_a_second_that_passes_repaints_only_the_text_that_changed(qtbot: QtBot, qapp: QApplication) -> None:
    now = [NOW]
    page = JobPage(lambda: now[0])
    page.resize(1000, 500)
    qtbot.addWidget(page)
    page.show_job(JobPageView(TRAINING, "Customer churn", estimate=SOON))
    page.show()
    for _ in range(8):  # it takes some rounds until all that was shown has its place
        qapp.processEvents()
    watch = Watch()
    for label in page.findChildren(QLabel):
        label.installEventFilter(watch)
    now[0] += 1
    page.tick()
    qapp.processEvents()
    assert page.facts.text_of(Fact.LAST_CHECKED) == "00:13:58, next check in 15 s"
    texts = {label.text() for label in watch.painted if isinstance(label, QLabel)}
    assert texts == {"00:13:58, next check in 15 s"}


def test_what_was_never_checked_and_will_not_be_is_not_called_pending(page: JobPage) -> None:
    stopped = replace(TRAINING, problem=Problem(ProblemKind.KEY_WRONG), checked_at=None, next_check_at=math.inf)
    page.show_job(JobPageView(stopped))
    assert page.facts.text_of(Fact.LAST_CHECKED) == "never, checking has stopped"


def test_a_line_alone_stands_beside_the_middle_of_its_picture(page: JobPage, qtbot: QtBot) -> None:
    page.show_job(JobPageView(FINISHED, "Customer churn"))
    page.state.show_state(StateWords("attention", "One line"), JobPageView(FINISHED))
    line, picture = page.state.line, page.state._picture

    def middle(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().center()).y()

    qtbot.waitUntil(lambda: abs(middle(line) - middle(picture)) <= 2)


@pytest.mark.parametrize("kind", [ProblemKind.JOB_DELETED, ProblemKind.KEY_WRONG])
def test_where_checking_has_stopped_nothing_is_promised(page: JobPage, kind: ProblemKind) -> None:
    stopped = replace(TRAINING, problem=Problem(kind), checked_at=NOW - 10 * 3600, next_check_at=math.inf)
    page.show_job(JobPageView(stopped, estimate=SOON))
    assert steps(page)[1] == "Training, when last checked, 26 Nov 14:14, step 2 of 5"
    assert "In training when last checked" in said(page)
    assert steps(page)[2] == "Finished, not yet, step 3 of 5", "no estimate either"
    assert "notified" not in said(page)
    assert "left" not in said(page)
    assert not page.state.estimate.isVisible()


def test_a_file_that_was_not_sent_is_told_alike_by_step_and_box_and_nobody_goes_on_asking(page: JobPage) -> None:
    page.show_job(NOT_SENT)
    for promise in ("checks again", "keeps checking", "checks the job"):
        assert promise not in said(page)
    assert standing_icon(Place(NOT_SENT.job)) == "failed", "as the cross of the step"


def test_a_job_in_the_queue_is_told_by_its_step(page: JobPage) -> None:
    page.show_job(JobPageView(replace(TRAINING, status="job_queued")))
    assert steps(page)[1] == "Training, in the queue since 7 Nov 00:14, step 2 of 5"
    assert "Waiting in the queue" in said(page)
    page.show_job(JobPageView(replace(TRAINING, status="awaiting_capacity_review")))
    assert "Waiting in the queue" not in said(page)
    assert "The service says: “awaiting_capacity_review”" in said(page).replace("\u200b", "")


@pytest.mark.parametrize("status", ["awaiting_capacity_review", "training", "job_queued", "pending", "recalibrating"])
def test_the_step_and_the_list_say_alike_whether_a_job_waits(page: JobPage, status: str) -> None:
    job = replace(TRAINING, status=status)
    page.show_job(JobPageView(job))
    is_waiting = any(word in standing_text(Place(job)) for word in ("Waiting", "queue"))
    assert any(word in steps(page)[1] for word in ("waiting", "queue")) is is_waiting
    page.show_job(JobPageView(replace(job, problem=Problem(ProblemKind.KEY_WRONG), next_check_at=math.inf)))
    assert ("In training when last checked" in said(page)) is not is_waiting


def test_of_a_job_started_elsewhere_nothing_is_told_that_nobody_knows(page: JobPage) -> None:
    job = replace(FINISHED, upload=None, started_at=None, added_at=NOW - 62, ended_at=NOW - 60)
    page.show_job(JobPageView(job))
    assert steps(page)[0] == "Sent, started elsewhere, step 1 of 5"
    assert steps(page)[2] == "Finished, before 00:13, step 3 of 5", "as the list says"
    page.show_job(JobPageView(replace(job, added_at=NOW - 7200)))
    assert steps(page)[2] == "Finished, 00:13, step 3 of 5", "its end was seen here"


@pytest.mark.parametrize("live", [LiveState.SWITCHING, LiveState.LIVE, LiveState.NOT_CONFIRMED, LiveState.PERHAPS_LIVE])
def test_that_nobody_looked_at_what_was_switched_to_is_seen(page: JobPage, live: LiveState) -> None:
    page.show_job(JobPageView(FINISHED, live=live))
    assert page.stepper.steps[3].words.when == "not yet"
    page.show_job(JobPageView(SEEN, live=live))
    assert page.stepper.steps[3].words.when == "7 Nov 00:14"


@pytest.mark.parametrize("job", [FAILED, replace(FAILED, upload=CHANGED, message="")], ids=["said", "compared"])
def test_where_a_column_is_the_reason_it_is_said_first_what_to_do(page: JobPage, job: Job) -> None:
    page.show_job(JobPageView(job))
    assert "Fix the column in the file, then send the file again." in said(page)
    assert "“Usage” page" not in said(page)


def test_the_usage_page_is_named_where_nothing_else_explains_the_failure(page: JobPage) -> None:
    page.show_job(JobPageView(replace(FAILED, message="")))
    assert "“Usage” page" in said(page)
    assert "Fix the column" not in said(page)


def test_only_just_better_is_not_called_clearly_better(page: JobPage) -> None:
    note = VerdictNote(Answer.BETTER, is_just=True)
    page.show_job(JobPageView(replace(SEEN, verdict=note)))
    assert "Better than the live model, but only just" in said(page)
    assert "Clearly" not in said(page)


def test_while_its_results_are_fetched_the_page_says_so(page: JobPage) -> None:
    page.show_job(JobPageView(FINISHED, is_fetching=True))
    assert "Reading the results…" in said(page)
    page.show_job(JobPageView(replace(FINISHED, verdict=VerdictNote(Answer.BETTER)), is_fetching=True))
    assert "Reading the results…" not in said(page)


@pytest.mark.parametrize(
    ("kind", "next_check_at"),
    [(ProblemKind.JOB_DELETED, NOW + HOUR), (ProblemKind.NAME_NOT_FOUND, NOW + 60), (ProblemKind.KEY_WRONG, math.inf)],
)
def test_beside_a_trouble_with_checks_it_is_not_said_to_train_now(
    page: JobPage, kind: ProblemKind, next_check_at: float
) -> None:
    page.show_job(JobPageView(replace(TRAINING, problem=Problem(kind), next_check_at=next_check_at)))
    assert "In training when last checked" in said(page)
    assert "notified" not in said(page)
    if kind is ProblemKind.JOB_DELETED:
        assert page.facts.text_of(Fact.LAST_CHECKED).endswith("next check in 1 h 0 min"), "every hour, as the box says"
        assert steps(page)[1].startswith("Training, when last checked, ")


def test_a_key_that_is_over_is_called_so_and_one_that_is_not_is_not(page: JobPage) -> None:
    job = replace(TRAINING, problem=Problem(ProblemKind.KEY_INACTIVE), next_check_at=math.inf)
    page.show_job(JobPageView(job))
    assert "The service did not accept this model’s API key" in said(page)
    page.show_job(JobPageView(job, key_expired="The model’s API key probably expired yesterday."))
    assert "The model’s API key probably expired yesterday" in said(page)
    assert "did not accept" not in said(page)
    wrong = replace(job, problem=Problem(ProblemKind.KEY_WRONG))  # a key of another kind, whenever it ends
    page.show_job(JobPageView(wrong, key_expired="The model’s API key probably expired yesterday."))
    assert "not its key for retraining" in said(page)


def test_live_is_as_sure_as_it_is_known(page: JobPage) -> None:
    page.show_job(JobPageView(SEEN, live=LiveState.LIVE))
    assert "Live, as far as this program knows" in said(page)
    page.show_job(JobPageView(SEEN, live=LiveState.LIVE, is_live_said=True))
    assert "This model answers all predictions" in said(page)
    assert "as far as" not in said(page)


def test_the_end_of_a_key_is_told_where_the_job_needs_it_with_what_it_means(page: JobPage) -> None:
    page.show_job(STATES["key ends soon"][0])
    assert "From then on, it cannot be checked." in said(page.box)
    page.show_job(STATES["key ends soon, and the results are there"][0])
    assert not page.box.isVisible()


def test_nothing_is_said_twice_and_nothing_empty_is_offered(page: JobPage) -> None:
    page.show_job(STATES["no results yet"][0])
    assert "Finished, no results yet" in said(page)
    assert said(page).count("EPA Desktop keeps checking.") == 1
    assert page.facts.text_of(Fact.RESULTS) == "None yet"
    assert not page.said.isVisible(), "nothing was said yet"
    page.history.show([StatusEntry(SENT.key, NOW, "job_finished")])
    assert page.said.isVisible()
    note = VerdictNote(Answer.BETTER, this=0.861, previous=0.842, metric="auc", name="AUC")
    page.show_job(JobPageView(replace(SEEN, verdict=note), live=LiveState.LIVE))
    assert page.facts.text_of(Fact.VERDICT).count("0.861") == 1


def test_a_failed_job_has_made_no_model_and_what_it_means_comes_before_what_to_do(page: JobPage) -> None:
    page.show_job(JobPageView(replace(FAILED, service_model_id=4711)))
    assert page.facts.text_of(Fact.RETRAINED_MODEL) == ""
    assert said(page).index("The live model is unchanged.") < said(page).index("Fix the column in the file")


@pytest.mark.parametrize("is_upload", [True, False])
def test_a_bar_has_words_above_it(page: JobPage, *, is_upload: bool) -> None:
    job = UPLOADING.job if is_upload else FINISHED
    page.show_job(JobPageView(job, transfer=TransferView("/data/November.zip", 5, 10, 1.0, is_upload=is_upload)))
    assert "5 bytes of 10 bytes" in said(page)
    assert ("Saving “November.zip”: 5 bytes" in said(page)) is not is_upload
    assert page.state.progress_text.geometry().bottom() < page.state.progress.geometry().top()
    assert not page.state.progress.isTextVisible()
