"""What a job's row and page say names only what is there, and the same thing in both."""

import math
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import FINISHED_STATUS, Job
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, Problem, ProblemKind, Remedy
from epa_gui.core.jobs.verdict_note import Answer, Rule, VerdictNote
from epa_gui.ui.base.common_text import remedy_text
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.jobs.fetch_text import fetch_text
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView, TransferView
from epa_gui.ui.jobs.page_text import state_words
from epa_gui.ui.jobs.results_fetch import FetchPhase, FetchState
from epa_gui.ui.window.actions import Actions

pytestmark = pytest.mark.usefixtures("qapp")

NOW = time.time()
GOING = Job("j", "m", "November", added_at=NOW - 900, status="training", next_check_at=math.inf)
DONE = Job("j", "m", "November", added_at=NOW - 900, status=FINISHED_STATUS, has_file=True, ended_at=NOW - 9)


def row_of(kind: ProblemKind, *, over: tuple[str, ...] = ()) -> str:
    jobs = JobListModel(lambda: NOW)
    jobs.add([Job("j", "m", "November", added_at=NOW, status="training", problem=Problem(kind))])
    jobs.set_keys_over(over)
    return str(jobs.index(0, JobColumn.STANDING).data(Qt.ItemDataRole.DisplayRole))


@pytest.mark.parametrize("kind", [ProblemKind.KEY_INACTIVE, ProblemKind.NO_SUCH_KEY])
def test_the_row_calls_a_key_expired_where_its_card_and_its_page_do(kind: ProblemKind) -> None:
    assert row_of(kind) == "Key not accepted"
    assert row_of(kind, over=("m",)) == "Key expired"
    assert row_of(kind, over=("another",)) == "Key not accepted"


def test_a_job_added_later_is_told_the_same_and_one_with_a_new_key_is_not() -> None:
    jobs = JobListModel(lambda: NOW)
    jobs.set_keys_over(["m"])
    jobs.add([Job("j", "m", "November", added_at=NOW, status="training", problem=Problem(ProblemKind.KEY_INACTIVE))])
    cell = jobs.index(0, JobColumn.STANDING)
    assert cell.data() == "Key expired"
    jobs.set_keys_over([])
    assert cell.data() == "Key not accepted"


def test_a_wrong_key_is_not_called_expired() -> None:
    assert row_of(ProblemKind.KEY_WRONG, over=("m",)) == "Key not accepted"


@pytest.mark.parametrize(
    "kind", [ProblemKind.NOT_THE_SERVICE, ProblemKind.REDIRECTED, ProblemKind.ANSWER_TOO_LARGE], ids=lambda kind: kind
)
def test_what_answered_in_the_services_place_is_no_problem_of_the_service(kind: ProblemKind) -> None:
    assert row_of(kind) == "Network problem, retrying"


@pytest.mark.parametrize("kind", sorted(KEY_KINDS))
def test_a_new_key_is_entered_by_the_button_and_not_here(kind: ProblemKind) -> None:
    words = problem_words(Problem(kind, where="https://service.example"))
    assert f"“{remedy_text(Remedy.ENTER_NEW_KEY)}”" in words.to_do
    assert " here" not in words.sentence()


@pytest.mark.parametrize("kind", ProblemKind)
def test_going_on_by_itself_is_said_in_one_way(kind: ProblemKind) -> None:
    words = problem_words(Problem(kind, where="service.example")).sentence()
    assert "checks again by itself" not in words
    assert "by itself" not in words or "tries again by itself" in words


@pytest.mark.parametrize("kind", sorted({*CONNECTION_KINDS, ProblemKind.NOT_THE_SERVICE}))
def test_a_row_that_tries_again_has_a_page_that_says_so(kind: ProblemKind) -> None:
    assert row_of(kind).endswith(", retrying")
    assert "EPA Desktop tries again by itself." in problem_words(Problem(kind, where="service.example")).means


@pytest.mark.parametrize(
    "state", [FetchState(FetchPhase.THERE), FetchState(FetchPhase.FAILED, Problem(ProblemKind.RESULTS_TOO_LARGE))]
)
def test_a_button_that_is_not_on_the_page_is_said_where_it_is(qtbot: QtBot, state: FetchState) -> None:
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    save = Actions(page).save_results.text().replace("&", "")
    assert f"“{save}” under “{page.more.text()}”" in fetch_text(state, NOW)


def test_what_became_of_a_metric_is_a_sentence() -> None:
    note = VerdictNote(
        Answer.NO_DIFFERENCE,
        Rule.ROWS_OF_CLASSES,
        "accuracy",
        this=0.75,
        previous=0.625,
        gain=0.125,
        rows=8,
        new_only=2,
        old_only=1,
    )
    words = state_words(JobPageView(replace(DONE, verdict=note)), NOW)
    assert words is not None
    assert words.sentence.startswith("Accuracy went from 62.5 % to 75.0 %."), words.sentence


@pytest.mark.parametrize("done", [None, 5])
def test_what_is_saved_and_what_it_waits_for_are_one_line(qtbot: QtBot, done: int | None) -> None:
    page = JobPage(lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_job(JobPageView(DONE, transfer=TransferView("/data/November.zip", done, 10, 0.0, is_upload=False)))
    told = page.state.progress_text.text().replace("\u200b", "")
    assert told.startswith("Saving “November.zip”: ")
    assert "…" not in told[:-1]
    assert told.endswith("waiting for the service…") is (done is None)
