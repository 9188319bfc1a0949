"""The list says of each change exactly which cells, and what of them, are others now."""

import time
from collections import defaultdict
from dataclasses import fields, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey, Saved, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.way.needs import Need
from epa_gui.ui.jobs import job_cells, job_spoken
from epa_gui.ui.jobs.job_cells import JobRow
from epa_gui.ui.jobs.job_changes import changed_cells
from epa_gui.ui.jobs.job_filter import JobFilter, Show
from epa_gui.ui.jobs.job_list_model import ICON_ROLE, JOB_ROLE, PROGRESS_ROLE, SORT_ROLE, JobColumn, JobListModel
from epa_gui.ui.jobs.job_text import TransferState

pytestmark = pytest.mark.usefixtures("qapp")

NOW = time.time()
DISPLAY, TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
SAID, SENTENCE = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.AccessibleDescriptionRole)
SORT, JOB, ICON, PROGRESS = int(SORT_ROLE), int(JOB_ROLE), int(ICON_ROLE), int(PROGRESS_ROLE)
FONT = int(Qt.ItemDataRole.FontRole)
ROLES = (DISPLAY, TIP, SAID, SENTENCE, FONT, SORT, ICON, PROGRESS)
EVERYWHERE = tuple(JobColumn)

ESTIMATE = Estimate(NOW + 60, 100.0, 3, is_scaled=False)
PROBLEM = Problem(ProblemKind.TIMED_OUT)
GOING = Job("id", "m", "November", added_at=NOW - 900, status="training", checked_at=NOW - 9, next_check_at=NOW + 9000)
DONE = replace(GOING, status=FINISHED_STATUS, has_file=True, next_check_at=float("inf"), ended_at=NOW - 100)
UPLOAD = Upload("/x/data.csv")

OTHERS: dict[str, list[Any]] = {
    "name": ["December", ""],
    "added_at": [NOW - 90000],
    "started_at": [None, NOW - 500000],
    "status": ["", "evaluating", FINISHED_STATUS, "job_failed"],
    "message": ["Too few rows."],
    "has_file": [True, False],
    "ended_at": [None, NOW - 40, NOW - 895],
    "checked_at": [None, NOW - 90000],
    "next_check_at": [NOW, NOW + 90000, float("inf")],
    "problem": [None, PROBLEM, Problem(ProblemKind.KEY_WRONG)],
    "verdict": [None, VerdictNote(Answer.BETTER), VerdictNote(Answer.CANNOT_TELL)],
    "saved": [None, Saved("/x/a.zip", 1, NOW), Saved("/x/b.zip", 1, NOW)],
    "save_problem": [None, PROBLEM, Problem(ProblemKind.DISK_FULL)],
    "upload": [None, UPLOAD, replace(UPLOAD, arrived_at=NOW)],
    "send_problem": [None, PROBLEM, Problem(ProblemKind.FILE_CHANGED)],
    "switch_problem": [None, PROBLEM, Problem(ProblemKind.SWITCH_UNANSWERED)],
    "note": ["Ours", "two\nlines"],
    "opened_at": [None, NOW - 5],
    "model_name": ["Churn"],
    "need": [None, Need.LOOK, Need.DECIDE, Need.FAILED, Need.LATE],
    "late": [0.0, 7200.0],
    "estimate": [None, ESTIMATE, replace(ESTIMATE, jobs=4)],
    "live": [LiveState.NO, LiveState.LIVE, LiveState.SWITCHING],
    "transfer": [
        *(None, TransferState(None, 0), TransferState(1, 2), TransferState(2, 2)),
        *(TransferState(1, 2, is_upload=True), TransferState(None, 2, is_upload=True)),
    ],
    "is_under_way": [True, False],
    "is_key_awaited": [True, False],
    "is_check_awaited": [True, False],
    "is_key_over": [True, False],
}
"""What each part of a row may be instead; parts that no cell shows are not here."""

UNSEEN = {
    *("id", "model", "service_model_id", "results_name", "status_since", "going_at", "asked_at", "failures"),
    *("problem_since", "partial", "removed_at", "kept_at", "job"),
}

STARTS = [
    JobRow(GOING, "Sales"),
    JobRow(replace(GOING, started_at=NOW - 800), "Sales", ESTIMATE, is_under_way=True),
    JobRow(DONE, "Sales", live=LiveState.LIVE),
    JobRow(replace(DONE, switch_problem=PROBLEM, save_problem=PROBLEM, problem=PROBLEM), "Sales"),
    JobRow(replace(DONE, saved=Saved("/x/a.zip", 1, NOW)), "Sales", transfer=TransferState(1, 2)),
    JobRow(replace(DONE, has_file=False), "Sales"),
    JobRow(replace(DONE, upload=UPLOAD), "Sales"),
    JobRow(replace(DONE, opened_at=NOW - 50), "Sales", need=Need.DECIDE),
    JobRow(DONE, "Sales", transfer=TransferState(None, 0), is_key_awaited=True, live=LiveState.SWITCHING),
    JobRow(replace(GOING, name="", status="", checked_at=None, upload=UPLOAD), "Sales"),
    JobRow(replace(GOING, status="", upload=UPLOAD, send_problem=PROBLEM), "Sales"),
    JobRow(replace(GOING, status="job_failed", message="No rows.", ended_at=NOW - 898, added_at=NOW - 900), "Sales"),
    JobRow(replace(GOING, problem=Problem(ProblemKind.KEYCHAIN_LOCKED), next_check_at=float("inf")), "Sales"),
    JobRow(replace(GOING, problem=Problem(ProblemKind.KEY_INACTIVE), next_check_at=float("inf")), "Sales"),
    JobRow(GOING, "Sales", is_key_awaited=True, is_check_awaited=True),
    JobRow(replace(GOING, next_check_at=NOW), "Sales", is_check_awaited=True),
]

JOB_FIELDS = {field.name for field in fields(Job)}


def cells(row: JobRow) -> dict[tuple[JobColumn, int], object]:
    """All that is said of a row, by column and role."""
    said: dict[tuple[JobColumn, int], object] = {}
    for column in JobColumn:
        said[column, DISPLAY] = job_cells.text(row, column, NOW)
        said[column, TIP] = job_cells.tool_tip(row, column, NOW)
        said[column, SAID] = job_spoken.sentence(row, NOW), job_spoken.cell_spoken(row, column, NOW)
        said[column, SENTENCE] = job_spoken.beyond(row, (JobColumn.NEXT_CHECK,), NOW)  # that is no news
        said[column, FONT] = job_cells.stands_out(row, column)
        said[column, SORT] = job_cells.sort_key(row, column, NOW)
        said[column, ICON] = job_cells.icon_name(row, column)
        said[column, PROGRESS] = job_cells.progress(row, column)
    return said


def other(row: JobRow, name: str, value: Any) -> JobRow:
    if name in JOB_FIELDS:
        return row._replace(job=replace(row.job, **{name: value}))
    return row._replace(**{name: value})


def announced(before: JobRow, after: JobRow) -> dict[JobColumn, set[int]]:
    found: dict[JobColumn, set[int]] = {}
    for change in changed_cells(before, after):
        for column in JobColumn:
            if change.first <= column <= change.last:
                assert column not in found, "said twice"
                found[column] = set(change.roles)
    return found


def test_every_part_of_a_row_is_known_to_be_seen_or_not() -> None:
    parts = JOB_FIELDS | set(JobRow._fields)
    assert parts == OTHERS.keys() | UNSEEN


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_a_change_makes_another_is_announced_and_nothing_else(name: str) -> None:
    seen: dict[JobColumn, set[int]] = defaultdict(set)
    said: dict[JobColumn, set[int]] = {}
    for start in STARTS:
        for value in OTHERS[name]:
            after = other(start, name, value)
            if after == start:
                assert not changed_cells(start, after)
                continue
            now, was = cells(after), cells(start)
            changed = {place for place in was if was[place] != now[place]}
            said = announced(start, after)
            missing = {(column, role) for column, role in changed if role not in said.get(column, set())}
            assert not missing, f"{start} became {value!r}"
            for column, role in changed:
                seen[column].add(role)
    # Only cells that can be others are announced, and of them only what is another in one of them.
    assert set(said) == set(seen)
    assert set().union(*said.values()) - {JOB} == set().union(*seen.values())


@pytest.mark.parametrize(
    ("parts", "columns", "roles"),
    [
        ({"checked_at": NOW - 1, "asked_at": NOW - 1}, (JobColumn.LAST_CHECKED,), {DISPLAY, SAID, TIP, SORT, JOB}),
        (
            {"checked_at": NOW - 1, "asked_at": NOW - 1, "next_check_at": NOW + 30},
            (JobColumn.LAST_CHECKED, JobColumn.NEXT_CHECK),
            {DISPLAY, SAID, TIP, SORT, JOB},
        ),
        ({"results_name": "a.zip"}, (JobColumn.NAME,), {JOB}),
        ({"note": "Ours"}, (JobColumn.NOTE,), {DISPLAY, SAID, TIP, SORT, JOB}),
        ({"name": "December"}, EVERYWHERE, {DISPLAY, SAID, TIP, SORT, SENTENCE, JOB}),
        ({"problem": PROBLEM}, EVERYWHERE, {DISPLAY, SAID, TIP, SORT, ICON, SENTENCE, JOB}),
        ({}, (), set()),
    ],
)
def test_a_change_of_a_job_announces_its_row_the_columns_and_the_roles(
    parts: dict[str, Any], columns: tuple[JobColumn, ...], roles: set[int]
) -> None:
    jobs, spy = listed()
    job = numbered(1)
    jobs.change(job, replace(job, **parts))
    assert heard(spy) == ([(1, 1, columns, roles)] if columns else [])


def numbered(number: int) -> Job:
    return replace(GOING, id=f"id-{number}", model="m" if number < 3 else "other")


def listed() -> tuple[JobListModel, QSignalSpy]:
    jobs = JobListModel(lambda: NOW)
    jobs.set_model_names({"m": "Sales", "other": "Churn"})
    jobs.add([numbered(number) for number in range(5)])
    return jobs, QSignalSpy(jobs.dataChanged)


def heard(spy: QSignalSpy) -> list[tuple[int, int, tuple[JobColumn, ...], set[int]]]:
    """What was announced: first and last row, columns, roles."""
    return [
        (first.row(), last.row(), tuple(JobColumn)[first.column() : last.column() + 1], set(roles))
        for first, last, roles in (spy.at(number) for number in range(spy.count()))
    ]


def key(number: int) -> JobKey:
    return numbered(number).key


def test_estimates_that_are_told_change_their_cells_and_no_others() -> None:
    jobs, spy = listed()
    column = ((JobColumn.FINISH,), {DISPLAY, SAID, TIP, SORT})
    jobs.set_estimates({key(1): ESTIMATE, key(2): ESTIMATE, key(4): ESTIMATE, JobKey("m", "nobody"): ESTIMATE})
    assert heard(spy) == [(1, 2, *column), (4, 4, *column)]
    assert str(jobs.index(1, JobColumn.FINISH).data()).startswith("about ")
    jobs.set_estimates({key(1): ESTIMATE, key(2): None})
    assert heard(spy)[2:] == [(2, 2, *column)], "what is as it was is not said again"
    assert jobs.index(2, JobColumn.FINISH).data() == ""
    assert str(jobs.index(4, JobColumn.FINISH).data()).startswith("about "), "what nothing is said of stays"


def test_what_is_live_changes_its_cell_and_the_sentence_of_the_row() -> None:
    jobs, spy = listed()
    jobs.set_live({key(number): LiveState.LIVE if number == 2 else LiveState.NO for number in range(5)})
    [(first, last, columns, roles)] = heard(spy)
    assert (first, last, columns) == (2, 2, EVERYWHERE)
    assert roles == {DISPLAY, SAID, TIP, SORT, ICON, SENTENCE, FONT}
    assert jobs.index(2, JobColumn.IN_SERVICE).data() == "Live"
    assert jobs.index(1, JobColumn.IN_SERVICE).data() == "–"


def test_what_waits_for_the_keychain_changes_the_rows_of_what_waits() -> None:
    jobs, spy = listed()
    jobs.set_key_waits({"m"}, {key(1)})
    told = heard(spy)
    assert {row for first, last, *_ in told for row in range(first, last + 1)} == {0, 1, 2}, "no row of another model"
    assert str(jobs.index(1, JobColumn.NEXT_CHECK).data()).startswith("Waiting for the keychain")
    assert not str(jobs.index(0, JobColumn.NEXT_CHECK).data()).startswith("Waiting")
    jobs.set_key_waits({"m"}, {key(1)})
    assert spy.count() == len(told), "a second later, nothing is new"
    jobs.set_key_waits({"m"}, {key(1), key(2)})
    assert {first for first, *_ in heard(spy)[len(told) :]} == {2}
    jobs.set_key_waits((), ())
    assert not any(str(jobs.index(row, JobColumn.NEXT_CHECK).data()).startswith("Waiting") for row in range(5))


def test_a_check_under_way_changes_one_cell() -> None:
    jobs, spy = listed()
    for is_under_way in (True, True, False):
        jobs.set_under_way(key(3), is_under_way=is_under_way)
    assert heard(spy) == [(3, 3, (JobColumn.NEXT_CHECK,), {DISPLAY, SAID, TIP})] * 2


def test_a_renamed_model_changes_the_rows_of_its_jobs() -> None:
    jobs, spy = listed()
    jobs.set_model_names({"m": "Sales", "other": "Customer churn"})
    assert [(first, last) for first, last, *_ in heard(spy)] == [(3, 4)]
    assert jobs.index(4, JobColumn.MODEL).data() == "Customer churn"


def test_what_was_told_of_a_job_goes_with_it() -> None:
    """Undone, the removal brings the job back, and whoever knows tells anew."""
    jobs, _ = listed()
    jobs.set_estimates({key(1): ESTIMATE})
    jobs.set_transfer(key(1), TransferState(1, 2))
    jobs.remove([key(1)])
    jobs.add([numbered(1)])
    row = jobs.row_of(key(1))
    assert [jobs.index(row, column).data() for column in (JobColumn.FINISH, JobColumn.RESULTS)] == ["", "–"]


def test_a_row_that_a_filter_hid_comes_back_by_any_change_that_lets_it() -> None:
    """The proxy looks at a row again only where something of it is announced."""
    jobs, _ = listed()
    shown = JobFilter()
    shown.setSourceModel(jobs)
    shown.set_show(Show.ATTENTION)
    assert shown.rowCount() == 0
    job = numbered(1)
    jobs.set_needs({job.key: (Need.TROUBLE, 0.0)})
    assert shown.rowCount() == 1
    jobs.set_needs({job.key: (None, 0.0)})
    assert shown.rowCount() == 0
    shown.set_show(Show.ALL)
    shown.set_words("ours")
    jobs.change(job, replace(job, note="Ours"))
    assert shown.rowCount() == 1
