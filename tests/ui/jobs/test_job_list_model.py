"""The job list model keeps Qt's rules, finds rows by identity, and says what a person should read."""

import math
import time
import unicodedata
from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey, Partial, Saved, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.verdict_note import Answer, Rule, VerdictNote
from epa_gui.core.way.needs import Need
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import keychain_name, region_name
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.spoken_rows import cursor_came
from epa_gui.ui.jobs import job_list_model
from epa_gui.ui.jobs.job_cells import JobRow
from epa_gui.ui.jobs.job_changes import CellsChange, changed_cells
from epa_gui.ui.jobs.job_filter import JobFilter, Show
from epa_gui.ui.jobs.job_list_model import ICON_ROLE, PROGRESS_ROLE, SORT_ROLE, JobColumn, JobListModel
from epa_gui.ui.jobs.job_text import TransferState

NOW = time.time()


@pytest.fixture
def jobs(qapp: object) -> JobListModel:
    model = JobListModel(lambda: NOW)
    model.set_model_names({"m": "Sales"})
    return model


def _job(number: int, **fields: object) -> Job:
    return replace(Job(f"id-{number}", "m", f"Job {number}", added_at=NOW - number), **fields)  # type: ignore[arg-type]


def _text(model: JobListModel, row: int, column: JobColumn) -> str:
    return str(model.index(row, column).data())


def test_the_model_keeps_qts_rules_through_every_change(jobs: JobListModel) -> None:
    tester = QAbstractItemModelTester(jobs, QAbstractItemModelTester.FailureReportingMode.Fatal)
    proxy = JobFilter()
    proxy.setSourceModel(jobs)
    proxy_tester = QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    added = [_job(number) for number in range(20)]
    jobs.add(added)
    jobs.change(added[3], replace(added[3], status="training"))
    proxy.set_words("job 1")
    jobs.remove([job.key for job in added[5:12]])
    proxy.set_show(Show.IN_PROGRESS)
    jobs.set_transfer(added[0].key, TransferState(1, 2))
    proxy.set_words("")
    assert jobs.rowCount() == 13
    assert tester is not proxy_tester


@pytest.mark.parametrize("words", ["パラ", unicodedata.normalize("NFD", "パラ"), "ﾊﾟﾗ", "ＪＯＢ", "ｊob パラ"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_however_it_and_the_words_are_spelt(
    jobs: JobListModel, words: str, form: Literal["NFC", "NFD"]
) -> None:
    """A name may come from a file of a Mac's, which spells パ as ハ and a mark."""
    proxy = JobFilter()
    proxy.setSourceModel(jobs)
    jobs.add([replace(_job(1), name=unicodedata.normalize(form, "Job パラメータ")), replace(_job(2), name="other ハ")])
    proxy.set_words(words)
    assert proxy.rowCount() == 1


def test_a_row_is_found_by_its_identity_after_others_went(jobs: JobListModel) -> None:
    added = [_job(number) for number in range(4)]
    jobs.add(added)
    jobs.remove([added[0].key, added[2].key])
    jobs.change(added[3], replace(added[3], name="Renamed"))
    assert [_text(jobs, row, JobColumn.NAME) for row in range(2)] == ["Job 1", "Renamed"]
    assert jobs.row_of(added[0].key) == -1


def test_a_change_of_one_job_repaints_one_row(jobs: JobListModel) -> None:
    added = [_job(number) for number in range(3)]
    jobs.add(added)
    spy = QSignalSpy(jobs.dataChanged)
    jobs.change(added[1], replace(added[1], status="training"))
    assert spy.count() == 1
    assert (spy.at(0)[0].row(), spy.at(0)[1].row()) == (1, 1)


def test_a_key_that_ends_has_only_the_jobs_of_its_model_looked_at(
    jobs: JobListModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told anew for every model that changes: with all rows each time, a long list would stutter."""
    added = [_job(1), replace(_job(2), model="other"), replace(_job(3), model="third")]
    jobs.add(added)
    looked_at: list[str] = []

    def noted(before: JobRow, after: JobRow) -> tuple[CellsChange, ...]:
        looked_at.append(after.job.model)
        return changed_cells(before, after)

    monkeypatch.setattr(job_list_model, "changed_cells", noted)
    for models, expected in (
        (["other"], ["other"]),
        (["other"], []),
        (["other", "third"], ["third"]),
        (["m"], ["m", "other", "third"]),
    ):
        looked_at.clear()
        jobs.set_keys_over(models)
        assert looked_at == expected
        over = {jobs.row(row).job.model for row in range(3) if jobs.row(row).is_key_over}
        assert over == set(models)


def test_unknown_jobs_are_ignored(jobs: JobListModel) -> None:
    jobs.change(_job(1), _job(1))
    jobs.remove([JobKey("m", "nobody")])
    jobs.set_transfer(JobKey("m", "nobody"), None)
    assert jobs.rowCount() == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Not checked yet"),
        ({"status": "sharpening_pencils"}, "Training · sharpening_pencils"),
        ({"status": "job_running"}, "Training"),
        ({"status": "job_queued"}, "Waiting in the queue"),
        ({"status": "waiting_for_payment"}, "Waiting · waiting_for_payment"),
        ({"status": FINISHED_STATUS, "has_file": True}, "Finished, not looked at"),
        ({"status": FINISHED_STATUS}, "Finished, no results yet"),
        ({"status": FINISHED_STATUS, "has_file": True, "opened_at": 5.0}, "Looked at"),
        ({"status": "job_failed"}, "Failed"),
        ({"problem": Problem(ProblemKind.KEY_INACTIVE)}, "Key not accepted"),
        ({"problem": Problem(ProblemKind.KEY_MISSING)}, "Key needed"),
        ({"status": "training", "problem": Problem(ProblemKind.KEYCHAIN_LOCKED)}, "Keychain locked"),
        ({"status": "training", "problem": Problem(ProblemKind.JOB_NOT_FOUND)}, "Job not found"),
        ({"status": "training", "problem": Problem(ProblemKind.NAME_NOT_FOUND)}, "Offline, retrying"),
        ({"status": "training", "problem": Problem(ProblemKind.TIMED_OUT)}, "No answer, retrying"),
        (
            {"status": FINISHED_STATUS, "has_file": True, "save_problem": Problem(ProblemKind.DISK_FULL)},
            "Not saved",
        ),
    ],
)
def test_where_a_job_stands_is_said_in_a_word_or_two(jobs: JobListModel, fields: dict[str, object], words: str) -> None:
    jobs.add([_job(1, **fields)])
    assert _text(jobs, 0, JobColumn.STANDING) == words
    assert _text(jobs, 0, JobColumn.STATUS) == str(fields.get("status", "–")), "the service's own word, as it came"


@pytest.mark.parametrize(
    ("live", "has_trouble", "words"),
    [
        (LiveState.LIVE, False, "Live"),
        (LiveState.LIVE, True, "Live · Not saved"),
        (LiveState.WAS_LIVE, False, "Looked at · was live"),
        (LiveState.SWITCHING, False, "Switching…"),
        (LiveState.NOT_CONFIRMED, True, "Switch not confirmed"),
    ],
)
def test_what_is_live_is_said_whatever_else_there_is(
    jobs: JobListModel, live: LiveState, words: str, *, has_trouble: bool
) -> None:
    problem = Problem(ProblemKind.DISK_FULL) if has_trouble else None
    job = _job(1, status=FINISHED_STATUS, has_file=True, opened_at=5.0, save_problem=problem)
    jobs.add([job])
    jobs.set_live({job.key: live})
    assert _text(jobs, 0, JobColumn.STANDING) == words


def test_a_job_far_beyond_its_estimate_says_so(jobs: JobListModel) -> None:
    job = _job(1, status="training", started_at=NOW - 90000)
    jobs.add([job, _job(2, status="training", started_at=NOW - 3700)])
    jobs.set_estimates({job.key: Estimate(NOW - 73000, 5400.0, 3, is_scaled=False)})
    jobs.set_estimates({_job(2).key: Estimate(NOW - 100, 3600.0, 3, is_scaled=False)})
    jobs.set_needs({job.key: (Need.LATE, 72000.0)})
    assert _text(jobs, 0, JobColumn.STANDING) == "20 h later than usual"
    assert _text(jobs, 0, JobColumn.FINISH) == "20 h late"
    assert jobs.index(0, JobColumn.STANDING).data(ICON_ROLE) == "attention"
    assert _text(jobs, 1, JobColumn.FINISH) == "any moment now"
    assert _text(jobs, 1, JobColumn.STANDING) == "Training"
    tips = [str(jobs.index(row, JobColumn.FINISH).data(Qt.ItemDataRole.ToolTipRole)) for row in range(2)]
    assert [tip.partition(" · ")[0] for tip in tips] == ["20 h later than usual", "any moment now"]


def test_how_much_of_a_file_is_sent_stands_where_the_job_stands(jobs: JobListModel) -> None:
    job = _job(1, upload=Upload("a.csv"))
    jobs.add([job])
    assert _text(jobs, 0, JobColumn.STANDING) == "Uploading"
    jobs.set_transfer(job.key, TransferState(43, 100, is_upload=True))
    assert _text(jobs, 0, JobColumn.STANDING) == "Uploading… 43 %"


def test_what_nobody_has_looked_at_is_bold_as_unread_mail(jobs: JobListModel) -> None:
    done = {"status": FINISHED_STATUS, "has_file": True}
    added = [
        _job(1, **done),
        _job(2, **done, opened_at=5.0),
        _job(3, status=FINISHED_STATUS),
        _job(4, status="job_failed"),
        _job(5, status="job_failed"),
        _job(6, status="training"),
    ]
    jobs.add(added)
    jobs.set_needs({added[3].key: (Need.FAILED, 0.0), added[4].key: (None, 0.0)})  # a later one finished

    def is_bold(row: int, column: JobColumn) -> bool:
        font = jobs.index(row, column).data(Qt.ItemDataRole.FontRole)
        return font is not None and font.bold()

    assert [is_bold(row, JobColumn.NAME) for row in range(6)] == [True, False, False, True, False, False]
    assert is_bold(0, JobColumn.STANDING)
    assert not is_bold(0, JobColumn.VERDICT)


def test_a_decision_nobody_made_has_no_green_tick(jobs: JobListModel) -> None:
    job = _job(1, status=FINISHED_STATUS, has_file=True, opened_at=5.0, verdict=VerdictNote(Answer.BETTER))
    jobs.add([job])
    assert jobs.index(0, JobColumn.STANDING).data(ICON_ROLE) == "looked-at"
    jobs.set_needs({job.key: (Need.DECIDE, 0.0)})
    assert jobs.index(0, JobColumn.STANDING).data(ICON_ROLE) == "info"
    assert _text(jobs, 0, JobColumn.STANDING) == "Looked at, not decided"


def test_a_job_without_a_name_is_called_by_when_it_was(jobs: JobListModel) -> None:
    earlier, later = _job(1, name="", added_at=NOW - 86400.0), _job(2, name="", added_at=NOW)
    jobs.add([later, earlier])
    assert _text(jobs, 0, JobColumn.NAME) == f"Job of {formatting.lasting_moment(NOW)}"
    assert str(jobs.index(0, JobColumn.NAME).data(Qt.ItemDataRole.ToolTipRole)).endswith(later.id)
    keys = [jobs.index(row, JobColumn.NAME).data(SORT_ROLE) for row in range(2)]
    assert keys[1] < keys[0], "by time, whatever the months are called"
    proxy = JobFilter()
    proxy.setSourceModel(jobs)
    proxy.set_words("job of")
    assert proxy.rowCount() == 2, "found by what is on screen"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "–"),
        ({"status": FINISHED_STATUS}, "No results yet"),
        ({"status": FINISHED_STATUS, "has_file": True}, "Ready to save"),
        ({"status": FINISHED_STATUS, "has_file": True, "saved": Saved("x", 1, NOW)}, "Saved"),
        (
            {
                "status": FINISHED_STATUS,
                "has_file": True,
                "partial": Partial("x"),
                "save_problem": Problem(ProblemKind.DISK_FULL),
            },
            "Not saved",
        ),
    ],
)
def test_the_results_column_says_what_became_of_them(jobs: JobListModel, fields: dict[str, object], words: str) -> None:
    jobs.add([_job(1, **fields)])
    assert _text(jobs, 0, JobColumn.RESULTS) == words


def test_a_running_download_shows_its_share(jobs: JobListModel) -> None:
    job = _job(1)
    jobs.add([job])
    jobs.set_transfer(job.key, TransferState(3_000_000_000, 6_000_000_000))
    assert _text(jobs, 0, JobColumn.RESULTS) == "50 %"
    assert jobs.index(0, JobColumn.RESULTS).data(PROGRESS_ROLE) == 500


def test_a_running_download_shows_where_its_job_stands_too(jobs: JobListModel) -> None:
    job = _job(1, status=FINISHED_STATUS, has_file=True)
    jobs.add([job])
    for state, words in (
        (TransferState(None, 0), "Saving…"),
        (TransferState(3_000_000_000, 6_000_000_000), "Saving… 50 %"),
        (None, "Finished, not looked at"),
    ):
        jobs.set_transfer(job.key, state)
        assert _text(jobs, 0, JobColumn.STANDING) == words
        assert (jobs.index(0, JobColumn.STANDING).data(ICON_ROLE) == "in-progress") is (state is not None)


def test_times_sort_as_numbers(jobs: JobListModel) -> None:
    jobs.add([_job(1, next_check_at=math.inf), _job(2, next_check_at=NOW + 5)])
    keys = [jobs.index(row, JobColumn.NEXT_CHECK).data(SORT_ROLE) for row in range(2)]
    assert keys == [math.inf, NOW + 5]


def test_what_has_not_started_yet_comes_after_all_that_has(jobs: JobListModel) -> None:
    waiting = _job(1, added_at=NOW - 90, started_at=None, upload=Upload("/a.csv"))
    jobs.add([waiting, _job(2, added_at=NOW - 60, started_at=NOW - 50)])
    assert _text(jobs, 0, JobColumn.STARTED) == "not yet"
    keys = [jobs.index(row, JobColumn.STARTED).data(SORT_ROLE) for row in range(2)]
    assert keys[0] > keys[1]


@pytest.mark.usefixtures("by_one_cell")
def test_a_screen_reader_gets_a_sentence(jobs: JobListModel) -> None:
    verdict = VerdictNote(Answer.BETTER)
    jobs.add([_job(1, status="job_running"), _job(2, status=FINISHED_STATUS, has_file=True, verdict=verdict)])
    going, done = (jobs.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2))
    assert going == "Job 1, Sales, training, the service says: job_running, next check now"
    assert done.startswith("Job 2, Sales, finished, not looked at, clearly better, ")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3660, "1 h 1 min"), (90000, "1 d 1 h")],
)
def test_durations_are_as_exact_as_people_need(seconds: float, words: str) -> None:
    assert formatting.duration(seconds) == words


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_every_problem_has_three_parts(kind: ProblemKind) -> None:
    words = problem_words(Problem(kind, where="somewhere"))
    for part in (words.happened, words.means, words.to_do):
        assert part
        assert "{" not in part


def test_a_keychain_is_called_what_people_call_it() -> None:
    assert keychain_name("keyring.backends.macOS.Keyring") == "macOS Keychain"
    assert keychain_name("keyring.backends.Windows.WinVaultKeyring") == "Windows Credential Manager"
    assert keychain_name("a new one") == "a new one"


def test_every_region_has_a_name() -> None:
    assert all(region_name(region) for region in Region)


@pytest.mark.usefixtures("by_one_cell")
@pytest.mark.parametrize("where", ["problem", "send_problem", "save_problem", "switch_problem"])
def test_the_sentence_of_a_row_tells_what_is_wrong_with_it(jobs: JobListModel, where: str) -> None:
    jobs.add([_job(1), _job(2, **{where: Problem(ProblemKind.DISK_FULL)})])
    told = problem_words(Problem(ProblemKind.DISK_FULL)).happened
    for column in JobColumn:  # the cursor goes down any column
        cursor_came(jobs, column)
        well, ill = (str(jobs.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2))
        assert (told in well, told in ill) == (False, True)
        assert ill.startswith("Job 2, Sales, ")


_ORDERS: dict[JobColumn, list[str | set[str]]] = {
    JobColumn.NAME: ["a", "b", "c", "Ä"],
    JobColumn.MODEL: [{"b", "c"}, {"Ä", "a"}],
    JobColumn.STANDING: ["b", "a", "Ä", "c"],
    JobColumn.STATUS: ["a", {"Ä", "c"}, "b"],
    JobColumn.IN_SERVICE: ["c", {"Ä", "a", "b"}],
    JobColumn.STARTED: ["Ä", "c", "a", "b"],
    JobColumn.ELAPSED: ["b", "a", "Ä", "c"],
    JobColumn.FINISH: ["Ä", "c", "b", "a"],
    JobColumn.LAST_CHECKED: ["c", "b", "Ä", "a"],
    JobColumn.NEXT_CHECK: ["a", "b", {"Ä", "c"}],
    JobColumn.RESULTS: [{"Ä", "c"}, {"a", "b"}],
    JobColumn.VERDICT: ["c", "Ä", {"a", "b"}],
    JobColumn.NOTE: [{"Ä", "b", "c"}, "a"],
}
"""What ascending is in each column; those that are alike in a set."""


@pytest.mark.parametrize("column", JobColumn)
def test_each_column_sorts_by_what_it_means(jobs: JobListModel, column: JobColumn) -> None:
    going = Job("", "m", added_at=NOW - 500, next_check_at=NOW + 3000, checked_at=NOW - 5, status="training")
    done = replace(going, status=FINISHED_STATUS, has_file=True, next_check_at=math.inf)
    jobs.set_model_names({"m": "Sales", "other": "Churn"})
    jobs.set_live({JobKey("other", "4"): LiveState.LIVE})
    jobs.set_estimates({JobKey("other", "1"): Estimate(NOW + 60, 100.0, 3, is_scaled=False)})
    jobs.add(
        [
            replace(going, id="1", name="b", model="other", started_at=NOW - 90, checked_at=NOW - 40),
            replace(
                done,
                id="2",
                name="Ä",
                started_at=NOW - 9000,
                ended_at=NOW - 8000,
                checked_at=NOW - 30,
                verdict=VerdictNote(Answer.NO_DIFFERENCE),
            ),
            replace(
                going, id="3", name="a", note="Ours", status="a failure", started_at=NOW - 400, next_check_at=NOW + 2000
            ),
            replace(
                done,
                id="4",
                name="c",
                model="other",
                started_at=NOW - 7000,
                ended_at=NOW - 10,
                checked_at=None,
                verdict=VerdictNote(Answer.BETTER),
            ),
        ]
    )
    proxy = JobFilter()
    proxy.setSourceModel(jobs)
    for order, wanted in ((Qt.SortOrder.AscendingOrder, 1), (Qt.SortOrder.DescendingOrder, -1)):
        proxy.sort(column, order)
        shown = [str(proxy.index(row, JobColumn.NAME).data()) for row in range(4)]
        for part in _ORDERS[column][::wanted]:
            names = {part} if isinstance(part, str) else part
            first, shown = set(shown[: len(names)]), shown[len(names) :]
            assert first == names


@pytest.mark.usefixtures("by_one_cell")
def test_the_verdict_stands_in_the_list_with_its_numbers_and_its_doubt_in_the_tooltip(jobs: JobListModel) -> None:
    note = VerdictNote(
        Answer.NO_DIFFERENCE,
        Rule.ROWS_OF_CLASSES,
        "accuracy",
        this=0.9,
        previous=0.89,
        gain=0.01,
        rows=300,
        new_only=9,
        old_only=6,
    )
    jobs.add([_job(1), _job(2, verdict=note)])
    assert [_text(jobs, row, JobColumn.VERDICT) for row in range(2)] == ["", "No clear difference"]
    tip = str(jobs.index(1, JobColumn.VERDICT).data(Qt.ItemDataRole.ToolTipRole))
    assert (
        "Of 300 row(s), only the new model was right in 9, only the other in 6. A difference this small can be chance."
        in tip
    )
    assert "no clear difference" in str(jobs.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
