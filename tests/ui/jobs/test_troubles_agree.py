"""The details, the tooltip, the icon, the screen reader's sentence and the filter tell the same trouble of a job."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import FINISHED_STATUS, Job
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.way.needs import ModelCourse, Need, need_of
from epa_gui.ui.base.keychain_text import keychain_wait_sentence
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.jobs.job_filter import JobFilter, Show
from epa_gui.ui.jobs.job_list_model import ICON_ROLE, JobColumn, JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_text import TransferState

pytestmark = pytest.mark.usefixtures("by_one_cell")

NOW = time.time()
STATUSES = {"new": "", "going": "training", "finished": FINISHED_STATUS, "failed": "job_failed"}
PROBLEMS = {
    "switch_problem": Problem(ProblemKind.CONNECTION_LOST),
    "save_problem": Problem(ProblemKind.DISK_FULL),
    "send_problem": Problem(ProblemKind.FILE_CHANGED),
    "problem": Problem(ProblemKind.TIMED_OUT),
}


class Shown:
    """One job as it is shown everywhere."""

    def __init__(self, qtbot: QtBot, job: Job, *, is_switching: bool = False, waits: bool = False) -> None:
        self.jobs = JobListModel(lambda: NOW)
        self.jobs.add([job])
        live = LiveState.SWITCHING if is_switching else LiveState.NO
        self.jobs.set_live({job.key: live})
        self.need = need_of(job, live, ModelCourse())
        self.jobs.set_needs({job.key: (self.need, 0.0)})
        if waits:
            self.jobs.set_key_waits({job.model}, {job.key})
        self.filter = JobFilter()
        self.filter.setSourceModel(self.jobs)
        self.pane = JobPage(lambda: NOW)
        qtbot.addWidget(self.pane)
        waiting = keychain_wait_sentence() if waits else ""
        live = LiveState.SWITCHING if is_switching else LiveState.NO
        self.pane.show_job(JobPageView(job, live=live, waiting=waiting))

    def cell(self, column: JobColumn) -> QModelIndex:
        return self.jobs.index(0, column)

    def tip(self, column: JobColumn) -> str:
        return str(self.cell(column).data(Qt.ItemDataRole.ToolTipRole))

    def icon(self) -> str:
        return str(self.cell(JobColumn.STANDING).data(ICON_ROLE))

    def sentence(self) -> str:
        return str(self.cell(JobColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole))

    def in_details(self) -> str:
        """The trouble in the details, whole; empty for none."""
        box = self.pane.findChild(ProblemBox)
        assert box is not None
        return box.accessibleDescription() if not box.isHidden() else ""

    def is_filtered_out(self) -> bool:
        self.filter.set_show(Show.ATTENTION)
        return self.filter.rowCount() == 0


def mixes() -> Iterator[tuple[str, ...]]:
    return itertools.chain.from_iterable(itertools.combinations(PROBLEMS, n) for n in range(5))


@pytest.mark.parametrize("waits", [False, True], ids=["", "while the keychain is waited for"])
@pytest.mark.parametrize("is_switching", [False, True], ids=["", "while it is switched to"])
@pytest.mark.parametrize("status", STATUSES.values(), ids=STATUSES)
def test_everything_that_tells_a_trouble_tells_the_same_one(
    qtbot: QtBot, status: str, *, is_switching: bool, waits: bool
) -> None:
    happened = {name: problem_words(problem).happened for name, problem in PROBLEMS.items()}
    for names in mixes():
        job = replace(Job("id", "m", "November", status=status), **{name: PROBLEMS[name] for name in names})  # type: ignore[arg-type]
        seen = Shown(qtbot, job, is_switching=is_switching, waits=waits)
        told = seen.in_details()
        in_details = [name for name in names if told.startswith(happened[name])]
        spoken = [name for name in PROBLEMS if happened[name] in seen.sentence()]
        in_tip = [name for name in PROBLEMS if happened[name] in seen.tip(JobColumn.STANDING)]
        assert spoken == in_tip == in_details, names
        assert len(in_details) <= 1
        if in_details:
            assert seen.tip(JobColumn.STANDING).startswith(told)
        assert (keychain_wait_sentence() in seen.sentence()) is waits, "a wait is told beside what is wrong"
        assert seen.sentence().endswith(keychain_wait_sentence()) is waits
        assert seen.is_filtered_out() is (seen.need is None)
        assert seen.need is None or seen.icon() not in {"finished", "looked-at"}, (
            "nothing that looks done among what needs a person"
        )
        if told and (in_details != ["problem"] or status == "job_failed") and not is_switching:
            assert seen.need in {Need.TROUBLE, Need.FAILED}, "what the next check does not end needs a person"


def test_an_unclear_switch_comes_before_all_else_of_a_finished_job(qtbot: QtBot) -> None:
    """The example of the report: a finished job with trouble in its check, its saving and its switch."""
    switch = Problem(ProblemKind.SWITCH_UNANSWERED)
    job = Job("id", "m", "November", status=FINISHED_STATUS, has_file=True, switch_problem=switch)
    job = replace(job, problem=Problem(ProblemKind.KEY_WRONG), save_problem=Problem(ProblemKind.DISK_FULL))
    seen = Shown(qtbot, job)
    happened = problem_words(switch).happened
    assert seen.in_details().startswith(happened)
    assert seen.tip(JobColumn.STANDING).startswith(happened)
    assert happened in seen.sentence()
    assert seen.icon() == "attention"
    assert problem_words(Problem(ProblemKind.DISK_FULL)).happened in seen.tip(JobColumn.RESULTS), "not lost"
    assert problem_words(Problem(ProblemKind.KEY_WRONG)).happened in seen.tip(JobColumn.NEXT_CHECK)
    assert happened in seen.tip(JobColumn.IN_SERVICE)


@pytest.mark.parametrize(
    ("fields", "icon"),
    [
        ({"status": "training"}, "in-progress"),
        ({"status": "training", "problem": PROBLEMS["problem"]}, "trouble"),
        ({"status": "training", "problem": Problem(ProblemKind.KEYCHAIN_LOCKED)}, "attention"),
        ({"send_problem": PROBLEMS["send_problem"]}, "failed"),
        ({"status": FINISHED_STATUS, "has_file": True}, "info"),
        ({"status": FINISHED_STATUS, "has_file": True, "opened_at": 5.0}, "looked-at"),
        ({"status": FINISHED_STATUS, "problem": PROBLEMS["problem"]}, "trouble"),
        ({"status": FINISHED_STATUS, "save_problem": PROBLEMS["save_problem"]}, "attention"),
        ({"status": FINISHED_STATUS, "switch_problem": PROBLEMS["switch_problem"]}, "attention"),
        ({"status": FINISHED_STATUS, **PROBLEMS}, "attention"),
        ({"status": "job_failed"}, "failed"),
        ({"status": "job_failed", **PROBLEMS}, "failed"),
    ],
)
def test_the_icon_of_a_row_is_that_of_the_trouble_that_is_told(
    qtbot: QtBot, fields: dict[str, object], icon: str
) -> None:
    assert Shown(qtbot, replace(Job("id", "m"), **fields)).icon() == icon  # type: ignore[arg-type]


def test_a_trouble_that_a_running_download_leaves_behind_is_not_told_of_its_results(qtbot: QtBot) -> None:
    job = Job("id", "m", status=FINISHED_STATUS, has_file=True)
    seen = Shown(qtbot, job)
    seen.jobs.set_transfer(job.key, TransferState(5, 10))
    assert seen.tip(JobColumn.RESULTS) == "50 %"
    seen.jobs.set_transfer(job.key, None)
    seen.jobs.change(job, replace(job, save_problem=PROBLEMS["save_problem"]))
    assert seen.tip(JobColumn.RESULTS).startswith(problem_words(PROBLEMS["save_problem"]).happened)
