"""Where a job stands, what it needs a person for, and what comes next: by tables of cases."""

from dataclasses import replace

import pytest

from epa_gui.core.history.deployment import Deployment, LiveState, Switch, SwitchOutcome
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job, Saved, Upload
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.way.needs import ModelCourse, Need, course_of, need_of
from epa_gui.core.way.next_act import Ability, Act, Offer, offer_of, opening_of
from epa_gui.core.way.standing import Standing, is_plain_word, is_queue_word, is_waiting_word, standing_of
from epa_gui.core.way.steps import Mark, Step, StepState, steps_of

SENT = Job("j", "m", started_at=100.0, upload=Upload("a.csv", arrived_at=100.0))
UPLOADING = Job("j", "m", added_at=90.0, upload=Upload("a.csv"))
NOT_SENT = replace(UPLOADING, send_problem=Problem(ProblemKind.SEND_INTERRUPTED))
TRAINING = replace(SENT, status="training", status_since=120.0)
DONE = replace(SENT, status="job_finished", has_file=True, ended_at=400.0)
SEEN = replace(DONE, opened_at=500.0)
FAILED = replace(SENT, status="job_failed", ended_at=300.0)
BETTER = replace(SEEN, verdict=VerdictNote(Answer.BETTER))
WORSE = replace(SEEN, verdict=VerdictNote(Answer.WORSE))
KEY = Problem(ProblemKind.KEY_WRONG)
ALL = Ability(can_look=True, can_switch=True, can_switch_back=True)


@pytest.mark.parametrize(
    ("job", "live", "expected"),
    [
        (UPLOADING, LiveState.NO, Standing.UPLOADING),
        (NOT_SENT, LiveState.NO, Standing.NOT_SENT),
        (SENT, LiveState.NO, Standing.NOT_CHECKED),
        (TRAINING, LiveState.NO, Standing.TRAINING),
        (replace(TRAINING, status="a word nobody knows"), LiveState.NO, Standing.TRAINING),
        (replace(TRAINING, problem=KEY), LiveState.NO, Standing.TRAINING),
        (FAILED, LiveState.NO, Standing.FAILED),
        (DONE, LiveState.NO, Standing.FINISHED),
        (SEEN, LiveState.NO, Standing.LOOKED_AT),
        (SEEN, LiveState.WAS_LIVE, Standing.LOOKED_AT),
        (DONE, LiveState.SWITCHING, Standing.SWITCHING),
        (DONE, LiveState.NOT_CONFIRMED, Standing.NOT_CONFIRMED),
        (DONE, LiveState.PERHAPS_LIVE, Standing.PERHAPS_LIVE),
        (DONE, LiveState.LIVE, Standing.LIVE),
    ],
)
def test_a_job_stands_at_one_place(job: Job, live: LiveState, expected: Standing) -> None:
    assert standing_of(job, live) is expected


def test_words_that_only_say_that_it_goes_on_need_not_be_shown() -> None:
    assert all(map(is_plain_word, ("training", "job_running", "In progress", "PROCESSING", "job_finished")))
    assert not any(map(is_plain_word, ("evaluating", "phase 7", "frobnicating", "")))
    assert all(map(is_waiting_word, ("job_queued", "WAITING", "pending", "In the queue")))
    assert not any(map(is_waiting_word, ("awaiting_capacity_review", "waiting_for_approval", "job", "")))
    assert is_queue_word("job_queued")
    assert not any(map(is_queue_word, ("pending", "message_queue_error")))
    assert not is_waiting_word("training")


def marks(job: Job, live: LiveState = LiveState.NO) -> str:
    letters = {Mark.DONE: "d", Mark.NOW: "N", Mark.NEXT: ".", Mark.FAILED: "X"}
    return "".join(letters[state.mark] for state in steps_of(job, standing_of(job, live)))


@pytest.mark.parametrize(
    ("job", "live", "expected"),
    [
        (UPLOADING, LiveState.NO, "N...."),
        (NOT_SENT, LiveState.NO, "X...."),
        (SENT, LiveState.NO, "dN..."),
        (TRAINING, LiveState.NO, "dN..."),
        (FAILED, LiveState.NO, "ddX.."),
        (DONE, LiveState.NO, "dddN."),
        (BETTER, LiveState.NO, "ddddN"),
        (replace(BETTER, kept_at=600.0), LiveState.NO, "dddd."),
        (WORSE, LiveState.NO, "dddd."),
        (DONE, LiveState.SWITCHING, "ddd.N"),
        (SEEN, LiveState.LIVE, "ddddd"),
        (DONE, LiveState.LIVE, "ddd.d"),
    ],
)
def test_the_way_has_five_steps(job: Job, live: LiveState, expected: str) -> None:
    assert marks(job, live) == expected


def test_each_step_tells_when_it_was() -> None:
    sent, training, finished, seen, live = steps_of(SEEN, Standing.LIVE, live_since=700.0)
    assert sent == StepState(Step.SENT, Mark.DONE, 100.0)
    assert training == StepState(Step.TRAINING, Mark.DONE, 100.0, 300.0)
    assert (finished.at, seen.at, live.at) == (400.0, 500.0, 700.0)
    going = steps_of(TRAINING, Standing.TRAINING, estimate=Estimate(460.0, 360.0, 3, is_scaled=False))
    assert going[1] == StepState(Step.TRAINING, Mark.NOW, 120.0)
    assert going[2] == StepState(Step.FINISHED, Mark.NEXT, 460.0, is_about=True)


@pytest.mark.parametrize(
    ("job", "live", "expected"),
    [
        (TRAINING, LiveState.NO, None),
        (replace(TRAINING, problem=Problem(ProblemKind.TIMED_OUT)), LiveState.NO, None),
        (replace(TRAINING, problem=KEY), LiveState.NO, Need.TROUBLE),
        (NOT_SENT, LiveState.NO, Need.TROUBLE),
        (FAILED, LiveState.NO, Need.FAILED),
        (DONE, LiveState.NO, Need.LOOK),
        (replace(DONE, has_file=False), LiveState.NO, None),
        (replace(DONE, has_file=False, saved=Saved("a.zip", 1, 1.0)), LiveState.NO, Need.LOOK),
        (replace(DONE, save_problem=Problem(ProblemKind.DISK_FULL)), LiveState.NO, Need.TROUBLE),
        (BETTER, LiveState.NO, Need.DECIDE),
        (replace(BETTER, kept_at=600.0), LiveState.NO, None),
        (WORSE, LiveState.NO, None),
        (BETTER, LiveState.LIVE, None),
        (BETTER, LiveState.WAS_LIVE, None),
        (DONE, LiveState.LIVE, None),
        (DONE, LiveState.SWITCHING, None),
    ],
)
def test_a_job_needs_a_person_for_one_thing_or_none(job: Job, live: LiveState, expected: Need | None) -> None:
    assert need_of(job, live, ModelCourse()) is expected


def test_a_job_that_is_far_too_late_needs_a_person() -> None:
    assert need_of(TRAINING, LiveState.NO, ModelCourse(), is_late=True) is Need.LATE
    assert need_of(DONE, LiveState.NO, ModelCourse(), is_late=True) is Need.LOOK


def test_what_was_overtaken_needs_nobody() -> None:
    later = replace(SEEN, id="later", started_at=1000.0, ended_at=1300.0)
    unseen = replace(later, opened_at=None)
    jobs = [FAILED, DONE, BETTER]
    after_seen, after_unseen = course_of([later], Deployment()), course_of([unseen], Deployment())
    assert [need_of(job, LiveState.NO, after_seen) for job in jobs] == [None, None, None]
    assert [need_of(job, LiveState.NO, after_unseen) for job in jobs] == [None, Need.LOOK, Need.DECIDE]
    switch = Switch("s", "m", "later", at=1400.0, outcome=SwitchOutcome.DONE, ended_at=1401.0)
    after_switch = course_of([], Deployment(switch))
    assert [need_of(job, LiveState.NO, after_switch) for job in jobs] == [Need.FAILED, None, None]


@pytest.mark.parametrize(
    ("job", "live", "expected"),
    [
        (UPLOADING, LiveState.NO, Offer(None, (Act.CANCEL_UPLOAD,))),
        (NOT_SENT, LiveState.NO, Offer(Act.SEND_AGAIN)),
        (TRAINING, LiveState.NO, Offer(None, (Act.CHECK_NOW,))),
        (replace(TRAINING, problem=KEY), LiveState.NO, Offer(Act.ENTER_KEY)),
        (FAILED, LiveState.NO, Offer(Act.SEND_AGAIN, (Act.OPEN_USAGE,))),
        (replace(FAILED, upload=None), LiveState.NO, Offer(None, (Act.CHECK_NOW, Act.OPEN_USAGE))),
        (DONE, LiveState.NO, Offer(Act.LOOK, (Act.SWITCH,))),
        (BETTER, LiveState.NO, Offer(Act.SWITCH, (Act.KEEP_LIVE, Act.LOOK))),
        (BETTER, LiveState.WAS_LIVE, Offer(None, (Act.LOOK, Act.SWITCH_BACK_TO_IT))),
        (DONE, LiveState.WAS_LIVE, Offer(None, (Act.LOOK, Act.SWITCH_BACK_TO_IT))),
        (WORSE, LiveState.NO, Offer(Act.KEEP_LIVE, (Act.LOOK, Act.SWITCH))),
        (replace(WORSE, kept_at=600.0), LiveState.NO, Offer(None, (Act.LOOK, Act.SWITCH))),
        (SEEN, LiveState.LIVE, Offer(None, (Act.LOOK, Act.SWITCH_BACK))),
        (DONE, LiveState.SWITCHING, Offer(None, (Act.LOOK, Act.CHECK_NOW))),
    ],
)
def test_one_thing_comes_next(job: Job, live: LiveState, expected: Offer) -> None:
    assert offer_of(job, live, ALL) == expected


def test_only_what_can_be_done_is_offered() -> None:
    assert offer_of(BETTER, LiveState.NO, Ability(can_look=True)) == Offer(None, (Act.LOOK,))
    assert offer_of(SEEN, LiveState.LIVE, Ability()) == Offer()
    assert offer_of(replace(TRAINING, problem=KEY), LiveState.NO, Ability(can_issue_key=True)).primary is Act.ISSUE_KEY
    assert offer_of(FAILED, LiveState.NO, Ability(knows_fault=True)).primary is Act.FIX_AND_SEND_AGAIN


def test_a_job_is_late_when_it_takes_twice_as_long_and_half_an_hour_more() -> None:
    usual = Estimate(10_000.0, 3600.0, 5, is_scaled=False)
    assert lateness(usual, 10_000.0 + 3600.0) == 0.0
    assert lateness(usual, 10_000.0 + 3601.0) == 3601.0
    assert lateness(Estimate(10_000.0, 60.0, 5, is_scaled=False), 10_000.0 + 1800.0) == 0.0
    assert lateness(None, 10_000.0) == 0.0


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        (Offer(Act.LOOK, (Act.SWITCH,)), Act.LOOK),
        (Offer(Act.SWITCH, (Act.LOOK,)), Act.SWITCH),
        (Offer(Act.SEND_AGAIN, (Act.OPEN_USAGE,)), Act.SEND_AGAIN),
        (Offer(Act.ENTER_KEY), Act.ENTER_KEY),
        (Offer(Act.KEEP_LIVE, (Act.LOOK, Act.SWITCH)), Act.LOOK),
        (Offer(None, (Act.LOOK, Act.SWITCH_BACK)), Act.LOOK),
        (Offer(Act.ISSUE_KEY), None),
        (Offer(None, (Act.CHECK_NOW,)), None),
        (Offer(None, (Act.CANCEL_UPLOAD,)), None),
    ],
)
def test_a_double_click_opens_and_does_nothing_at_once(offer: Offer, expected: Act | None) -> None:
    assert opening_of(offer) is expected
