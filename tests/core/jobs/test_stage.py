"""What the service's words mean to a person."""

import pytest

from epa_gui.core.jobs.job import Job, Stage, stage_of
from epa_gui.core.jobs.problem import Problem, ProblemKind


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        ("job_finished", Stage.FINISHED),
        ("job_failed", Stage.FAILED),
        ("FAILED", Stage.FAILED),
        ("training_error", Stage.FAILED),
        ("cancelled", Stage.FAILED),
        ("Canceled", Stage.FAILED),
        ("job_aborted", Stage.FAILED),
        ("deleted", Stage.FAILED),
        ("deleting", Stage.FAILED),
        ("expired", Stage.FAILED),
        ("rejected", Stage.FAILED),
        ("terminated", Stage.FAILED),
        ("stopped", Stage.FAILED),
        ("", Stage.IN_PROGRESS),
        ("job_queued", Stage.IN_PROGRESS),
        ("training", Stage.IN_PROGRESS),
        ("finished", Stage.IN_PROGRESS),
        ("JOB_FINISHED", Stage.IN_PROGRESS),
        ("job_finished ", Stage.IN_PROGRESS),
        ("学習中", Stage.IN_PROGRESS),
        ("☃ never seen before", Stage.IN_PROGRESS),
    ],
)
def test_only_one_word_is_documented_and_words_of_an_end_are_understood(status: str, stage: Stage) -> None:
    assert stage_of(status) is stage


@pytest.mark.parametrize(
    ("status", "kind", "stage"),
    [
        ("training", ProblemKind.KEY_INACTIVE, Stage.NEEDS_ATTENTION),
        ("", ProblemKind.JOB_NOT_FOUND, Stage.NEEDS_ATTENTION),
        ("training", ProblemKind.TIMED_OUT, Stage.IN_PROGRESS),
        ("job_finished", ProblemKind.KEY_INACTIVE, Stage.FINISHED),
        ("job_failed", ProblemKind.JOB_DELETED, Stage.FAILED),
    ],
)
def test_trouble_that_lasts_makes_a_job_still_going_need_attention(
    status: str, kind: ProblemKind, stage: Stage
) -> None:
    assert Job("j", "m", status=status, problem=Problem(kind)).stage is stage


def test_results_can_be_saved_once_the_job_has_finished_with_a_file() -> None:
    assert Job("j", "m", status="job_finished", has_file=True).can_save
    assert not Job("j", "m", status="job_finished").can_save
    assert not Job("j", "m", status="training", has_file=True).can_save


def test_a_job_is_called_by_its_name_or_by_its_id() -> None:
    assert Job("j-1", "m", name="March").title == "March"
    assert Job("j-1", "m").title == "j-1"
