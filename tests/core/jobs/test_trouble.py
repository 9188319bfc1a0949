"""Which of a job's troubles is told first: one order for all who tell one."""

import itertools
from dataclasses import replace

import pytest

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, Stage, Trouble, TroubleWith, first_trouble
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.way.needs import ModelCourse, need_of

SWITCH = Problem(ProblemKind.SWITCH_UNANSWERED)
SAVE = Problem(ProblemKind.DISK_FULL)
SEND = Problem(ProblemKind.SEND_INTERRUPTED)
PASSING = Problem(ProblemKind.TIMED_OUT)
KEY = Problem(ProblemKind.KEY_WRONG)
KEYCHAIN = Problem(ProblemKind.KEYCHAIN_LOCKED)

JOB = Job("j", "m")
GOING, DONE, FAILED = (replace(JOB, status=status) for status in ("training", FINISHED_STATUS, "job_failed"))
NEW = JOB
ALL = {"switch_problem": SWITCH, "save_problem": SAVE, "send_problem": SEND, "problem": KEY}


@pytest.mark.parametrize(
    ("job", "problems", "expected"),
    [
        (NEW, {}, None),
        (GOING, {}, None),
        (DONE, {}, None),
        (FAILED, {}, TroubleWith.JOB),
        (GOING, {"problem": PASSING}, TroubleWith.CHECK),
        (GOING, {"problem": KEYCHAIN}, TroubleWith.CHECK),
        (NEW, {"send_problem": SEND}, TroubleWith.SEND),
        (NEW, {"send_problem": SEND, "problem": KEY}, TroubleWith.SEND),
        (GOING, {"send_problem": SEND, "problem": PASSING}, TroubleWith.SEND),
        (DONE, {"problem": PASSING}, TroubleWith.CHECK),
        (DONE, {"send_problem": SEND}, None),
        (DONE, {"send_problem": SEND, "problem": KEY}, TroubleWith.CHECK),
        (DONE, {"save_problem": SAVE, "problem": PASSING}, TroubleWith.SAVE),
        (DONE, {"save_problem": SAVE, "problem": KEY}, TroubleWith.SAVE),
        (DONE, {"save_problem": SAVE, "send_problem": SEND}, TroubleWith.SAVE),
        (DONE, {"save_problem": SAVE, "switch_problem": SWITCH}, TroubleWith.SWITCH),
        (DONE, {"switch_problem": SWITCH, "problem": PASSING}, TroubleWith.SWITCH),
        (DONE, {"switch_problem": SWITCH, "save_problem": SAVE, "problem": PASSING}, TroubleWith.SWITCH),
        (FAILED, {"problem": PASSING}, TroubleWith.CHECK),
        (FAILED, {"send_problem": SEND}, TroubleWith.JOB),
        (FAILED, {"save_problem": SAVE, "problem": PASSING}, TroubleWith.SAVE),
        *((job, ALL, TroubleWith.SWITCH) for job in (NEW, GOING, DONE, FAILED)),
    ],
)
def test_what_a_person_must_act_on_first_is_told_first(
    job: Job, problems: dict[str, Problem], expected: TroubleWith | None
) -> None:
    told = first_trouble(replace(job, **problems))  # type: ignore[arg-type]
    assert (told and told.source) == expected


@pytest.mark.parametrize("job", [NEW, GOING, DONE, FAILED])
def test_a_switch_under_way_leaves_the_trouble_of_the_one_before_untold(job: Job) -> None:
    troubled = replace(job, switch_problem=SWITCH, save_problem=SAVE)
    assert first_trouble(troubled, is_switching=True) == Trouble(TroubleWith.SAVE, SAVE)
    assert first_trouble(replace(GOING, switch_problem=SWITCH), is_switching=True) is None


@pytest.mark.parametrize("job", [NEW, GOING, DONE, FAILED])
def test_one_order_holds_for_every_mix_of_troubles(job: Job) -> None:
    """Taking the first one away brings the next, and none is told that is not there."""
    fields = {"switch_problem": SWITCH, "save_problem": SAVE, "send_problem": SEND, "problem": PASSING}
    ranks = {source: rank for rank, source in enumerate(TroubleWith)}
    for names in itertools.chain.from_iterable(itertools.combinations(fields, n) for n in range(5)):
        left = replace(job, **{name: fields[name] for name in names})  # type: ignore[arg-type]
        told = []
        while (trouble := first_trouble(left)) is not None and trouble.source is not TroubleWith.JOB:
            name = next(name for name in names if fields[name] is trouble.problem)
            left = replace(left, **{name: None})  # type: ignore[arg-type]
            told.append(ranks[trouble.source])
        assert told == sorted(told)
        is_over = job.stage in {Stage.FINISHED, Stage.FAILED}
        assert len(told) == len([name for name in names if not (is_over and name == "send_problem")])


def test_a_failed_job_is_explained_in_the_services_words() -> None:
    told = first_trouble(replace(FAILED, message="Too few rows."))
    assert told == Trouble(TroubleWith.JOB, Problem(ProblemKind.JOB_FAILED, "Too few rows."))
    assert first_trouble(FAILED) == Trouble(TroubleWith.JOB, Problem(ProblemKind.JOB_FAILED, "job_failed"))


@pytest.mark.parametrize(
    ("job", "needs"),
    [
        (replace(GOING, problem=PASSING), False),
        (replace(GOING, problem=KEY), True),
        (replace(GOING, problem=KEYCHAIN), True),
        (replace(DONE, problem=PASSING), False),
        (replace(DONE, save_problem=PASSING), True),
        (replace(DONE, switch_problem=PASSING), True),
        (replace(GOING, send_problem=PASSING), True),
        (FAILED, True),
    ],
)
def test_trouble_that_passes_by_itself_is_told_from_trouble_that_stays(job: Job, *, needs: bool) -> None:
    told = first_trouble(job)
    assert told is not None
    assert told.needs_a_person is needs


@pytest.mark.parametrize("job", [NEW, GOING, DONE, FAILED])
@pytest.mark.parametrize(("name", "problem"), [*ALL.items(), ("problem", PASSING)])
def test_a_job_is_under_needs_attention_exactly_if_it_failed_or_its_trouble_stays(
    job: Job, name: str, problem: Problem
) -> None:
    troubled = replace(job, **{name: problem})  # type: ignore[arg-type]
    told = first_trouble(troubled)
    is_in_need = need_of(troubled, LiveState.NO, ModelCourse()) is not None
    assert is_in_need is (job is FAILED or (told is not None and told.needs_a_person))
