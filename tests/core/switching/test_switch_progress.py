"""Every event in every phase, and whatever comes in whatever order: on record first, sent once, ended once."""

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.switching.switch_progress import (
    GRACE_SECONDS,
    RULES,
    ImpossibleSwitchEventError,
    Moment,
    SwitchAction,
    SwitchEvent,
    SwitchLimits,
    SwitchPhase,
    SwitchProgress,
)

W, R, S, E = SwitchPhase
LIMITS = SwitchLimits(key=120.0, record=15.0, answer=60.0)
START = Moment(1_750_000_000.0, 5_000.0)
NOT_BEGUN, TIMED_OUT = ProblemKind.SWITCH_NOT_BEGUN, ProblemKind.TIMED_OUT
NOT_RECORDED, LOCKED = ProblemKind.SWITCH_NOT_RECORDED, ProblemKind.KEYCHAIN_LOCKED

IGNORED = "ignored"
IMPOSSIBLE = "impossible"
RECORD, SEND, GIVE_UP = "record", "send", "give up"
STOP, STOP_UNSENT = "stop", "stop unsent"

TABLE: dict[SwitchEvent, tuple[object, object, object]] = {
    # waiting for key, recording, sent: what is done, or why it ends unsent; the last of two is the problem
    SwitchEvent.KEY_READY: (RECORD, IGNORED, IGNORED),
    SwitchEvent.KEY_MISSING: (("record, end", ProblemKind.KEY_MISSING), IGNORED, IGNORED),
    SwitchEvent.OBSTRUCTED: (("record, end", NOT_BEGUN), ("end", NOT_BEGUN), IGNORED),
    SwitchEvent.CANCELLED: (("record, end", NOT_BEGUN), IGNORED, IGNORED),
    SwitchEvent.JOB_REMOVED: (("record, end", NOT_BEGUN), ("end", NOT_BEGUN), STOP_UNSENT),
    SwitchEvent.STOPPING: (("record, end", NOT_BEGUN), ("end", NOT_BEGUN), STOP_UNSENT),
    SwitchEvent.PROGRAM_ENDED: (("record, end", NOT_BEGUN), ("end", NOT_BEGUN), GIVE_UP),
    SwitchEvent.RECORDED: (IMPOSSIBLE, SEND, IGNORED),
    SwitchEvent.RECORDED_TOO_LATE: (IMPOSSIBLE, ("end", NOT_BEGUN), IGNORED),
    SwitchEvent.NOT_RECORDED: (IMPOSSIBLE, ("end", NOT_RECORDED), IGNORED),
    SwitchEvent.REPORTED: (IMPOSSIBLE, IMPOSSIBLE, ("end", ProblemKind.SERVICE_TROUBLE)),
    SwitchEvent.DEADLINE_PASSED: (("record, end", LOCKED), ("end", NOT_RECORDED), STOP),
    SwitchEvent.GRACE_PASSED: (("record, end", LOCKED), ("end", NOT_RECORDED), GIVE_UP),
    SwitchEvent.SURELY_UNSENT: (IMPOSSIBLE, IMPOSSIBLE, ("end", TIMED_OUT)),
    SwitchEvent.PERHAPS_SENT: (IMPOSSIBLE, IMPOSSIBLE, ("end", ProblemKind.SWITCH_UNANSWERED)),
}
PHASE_AFTER = {RECORD: R, SEND: S}


def in_phase(phase: SwitchPhase) -> SwitchProgress:
    """A switch that has just come so far."""
    ended = {"outcome": SwitchOutcome.DONE} if phase is E else {}
    return SwitchProgress(phase, START.later(LIMITS.of(phase)), LIMITS, **ended)  # type: ignore[arg-type]


@pytest.mark.parametrize("event", SwitchEvent)
@pytest.mark.parametrize("phase", SwitchPhase)
def test_every_event_in_every_phase(phase: SwitchPhase, event: SwitchEvent) -> None:
    expected = (*TABLE[event], IGNORED)[list(SwitchPhase).index(phase)]
    before = in_phase(phase)
    is_report = event is SwitchEvent.REPORTED
    problem = Problem(ProblemKind.SERVICE_TROUBLE, "said") if is_report else None
    now = START.later(1.0)
    if expected is IMPOSSIBLE:
        with pytest.raises(ImpossibleSwitchEventError, match=RULES[phase][event].impossible):
            before.after(event, now, problem)
        assert RULES[phase][event].impossible, "and it is stated why"
        return
    after = before.after(event, now, problem, SwitchOutcome.REFUSED if is_report else None)
    if isinstance(expected, tuple):
        actions, kind = expected
        outcome = {
            SwitchEvent.REPORTED: SwitchOutcome.REFUSED,
            SwitchEvent.PERHAPS_SENT: SwitchOutcome.NOT_CONFIRMED,
        }.get(event, SwitchOutcome.NOT_SENT)
        assert (after.phase, after.outcome) == (E, outcome)
        assert ", ".join(after.actions) == actions
        assert after.problem
        assert after.problem.kind is kind
        return
    assert after.actions == (() if expected is IGNORED else (expected,))
    assert after.phase is PHASE_AFTER.get(str(expected), phase)
    assert (after.outcome, after.problem) == (before.outcome, before.problem)
    assert bool(RULES[phase][event].ignored) is (expected is IGNORED), "what is ignored is so for a stated reason"
    if after.phase is phase:
        assert after.deadline == before.deadline, "no event gives more time"


def test_each_phase_has_its_own_time_from_when_it_begins() -> None:
    progress = SwitchProgress.begun(START, LIMITS)
    assert progress.deadline == START.later(120.0)
    progress = progress.after(SwitchEvent.KEY_READY, START.later(100.0))
    assert progress.deadline == START.later(115.0)
    progress = progress.after(SwitchEvent.RECORDED, START.later(114.0))
    assert progress.deadline == START.later(174.0)


@pytest.mark.parametrize(
    "late",
    [
        pytest.param(Moment(1.0, 0.0), id="the computer slept"),
        pytest.param(Moment(0.0, 1.0), id="somebody has set the clock back"),
        pytest.param(Moment(-86400.0, 1.0), id="by a day"),
    ],
)
@pytest.mark.parametrize("phase", [W, R, S])
def test_a_deadline_passes_by_either_clock(phase: SwitchPhase, late: Moment) -> None:
    progress = in_phase(phase)
    deadline = progress.deadline
    assert progress.time_event(deadline) is None
    now = Moment(deadline.wall + late.wall, deadline.monotonic + late.monotonic)
    assert progress.time_event(now) is SwitchEvent.DEADLINE_PASSED
    grace = Moment(deadline.wall + late.wall * GRACE_SECONDS, deadline.monotonic + late.monotonic * GRACE_SECONDS)
    assert progress.time_event(grace) is SwitchEvent.GRACE_PASSED


@pytest.mark.parametrize(
    ("phase", "event", "kind"), [(W, SwitchEvent.KEY_READY, LOCKED), (R, SwitchEvent.RECORDED, NOT_BEGUN)]
)
def test_past_its_deadline_nothing_leads_to_sending_any_more(
    phase: SwitchPhase, event: SwitchEvent, kind: ProblemKind
) -> None:
    progress = in_phase(phase)
    in_time = progress.after(event, progress.deadline)
    assert in_time.phase is not E
    late = progress.after(event, Moment(progress.deadline.wall + 3600.0, progress.deadline.monotonic))
    assert (late.phase, late.outcome) == (E, SwitchOutcome.NOT_SENT)
    assert late.problem == Problem(kind)


def test_a_late_answer_of_the_service_still_counts() -> None:
    progress = in_phase(S)
    late = progress.after(SwitchEvent.REPORTED, progress.deadline.later(3600.0), None, SwitchOutcome.DONE)
    assert (late.outcome, late.problem) == (SwitchOutcome.DONE, None)


def test_what_the_event_says_is_what_is_told() -> None:
    denied = Problem(ProblemKind.KEYCHAIN_ABSENT, "no back end")
    assert in_phase(W).after(SwitchEvent.KEY_MISSING, START, denied).problem == denied
    cut = Problem(ProblemKind.CONNECTION_LOST, "reset", "https://service.example")
    ended = in_phase(S).after(SwitchEvent.REPORTED, START, cut, SwitchOutcome.NOT_CONFIRMED)
    assert ended.problem == Problem(ProblemKind.SWITCH_UNANSWERED, "reset", "https://service.example")


def test_a_report_without_an_outcome_is_not_taken_for_one() -> None:
    ended = in_phase(S).after(SwitchEvent.REPORTED, START)
    assert (ended.outcome, ended.problem) == (SwitchOutcome.NOT_CONFIRMED, Problem(ProblemKind.SWITCH_UNANSWERED))


@pytest.mark.parametrize(("phase", "is_on_record"), [(W, False), (R, True), (S, True), (E, False)])
def test_from_recording_on_there_is_no_way_back_until_it_has_ended(phase: SwitchPhase, is_on_record: bool) -> None:
    assert in_phase(phase).is_on_record is is_on_record


def test_it_tells_how_long_it_may_take_at_the_most() -> None:
    assert in_phase(R).seconds_left(START.later(5.0)) == 10.0 + 60.0 + GRACE_SECONDS
    assert in_phase(S).seconds_left(START.later(5.0)) == 55.0 + GRACE_SECONDS
    assert in_phase(S).seconds_left(Moment(START.wall + 59.0, START.monotonic)) == 1.0 + GRACE_SECONDS


class AnySwitch(RuleBasedStateMachine):
    """One switch, and the keychain, the history, the worker and the clocks, all of which do as they please."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.progress = SwitchProgress.begun(START, LIMITS)
        self.is_written = 0
        self.is_on_record = False
        self.sent = 0
        self.is_cut = False
        self.has_left = False
        self.is_stopped = False
        self.ends: list[SwitchOutcome] = []

    def take(self, event: SwitchEvent, problem: Problem | None = None, outcome: SwitchOutcome | None = None) -> None:
        """Let it happen, and do what it asks for."""
        self.progress = self.progress.after(event, self.now, problem, outcome)
        for action in self.progress.actions:
            self.do(action)

    def do(self, action: SwitchAction) -> None:
        match action:
            case SwitchAction.RECORD:
                self.is_written += 1
            case SwitchAction.SEND:
                assert self.is_on_record, "nothing is sent that is not on record"
                assert not self.is_stopped, "after the stop nothing is sent"
                assert not self.ends, "what has ended is not sent"
                self.sent += 1
            case SwitchAction.STOP_UNSENT:
                self.is_cut = self.is_cut or not self.has_left
            case SwitchAction.STOP:
                self.is_cut = True
            case SwitchAction.GIVE_UP:
                self.is_cut = True
                self.take(SwitchEvent.PERHAPS_SENT if self.has_left else SwitchEvent.SURELY_UNSENT)
            case SwitchAction.END:
                assert self.progress.outcome is not None
                assert self.is_written, "whatever ends is on record as asked for"
                self.ends.append(self.progress.outcome)

    @rule(event=some.sampled_from([SwitchEvent.KEY_READY, SwitchEvent.CANCELLED, SwitchEvent.JOB_REMOVED]))
    def happens(self, event: SwitchEvent) -> None:
        self.take(event)

    @rule(kind=some.sampled_from([ProblemKind.KEY_MISSING, ProblemKind.KEYCHAIN_LOCKED]))
    def key_is_missing(self, kind: ProblemKind) -> None:
        self.take(SwitchEvent.KEY_MISSING, Problem(kind))

    @rule()
    def obstructed(self) -> None:
        self.take(SwitchEvent.OBSTRUCTED, Problem(ProblemKind.JOB_NOT_FINISHED))

    @precondition(lambda self: self.is_written)
    @rule()
    def history_is_written(self) -> None:
        self.is_on_record = True
        self.take(SwitchEvent.RECORDED)

    @precondition(lambda self: self.is_written and not self.is_on_record)
    @rule()
    def history_is_not_written(self) -> None:
        self.take(SwitchEvent.NOT_RECORDED)

    @precondition(lambda self: self.sent and not self.is_cut)
    @rule()
    def request_leaves(self) -> None:
        assert SwitchOutcome.NOT_SENT not in self.ends, "what ended as not sent never leaves"
        self.has_left = True

    @precondition(lambda self: self.sent)
    @rule(
        answer=some.sampled_from([SwitchOutcome.DONE, SwitchOutcome.REFUSED, SwitchOutcome.NOT_CONFIRMED]),
        is_told_why=some.booleans(),
    )
    def worker_reports(self, answer: SwitchOutcome, is_told_why: bool) -> None:
        self.is_cut = True  # its work is done
        problem = Problem(ProblemKind.SERVICE_TROUBLE) if is_told_why else None
        self.take(SwitchEvent.REPORTED, problem, answer if self.has_left else SwitchOutcome.NOT_SENT)

    @rule(awake=some.sampled_from([0.1, 2.0, 14.0, 61.0]), asleep=some.sampled_from([0.0, 5.0, 3600.0, -7200.0]))
    def time_passes(self, awake: float, asleep: float) -> None:
        """Less than nothing of sleep is a clock that was set back."""
        self.now = Moment(self.now.wall + awake + asleep, self.now.monotonic + awake)

    @rule()
    def tick(self) -> None:
        event = self.progress.time_event(self.now)
        if event is not None:
            self.take(event)

    @rule()
    def stop(self) -> None:
        self.is_stopped = True
        self.take(SwitchEvent.STOPPING)

    @invariant()
    def is_sent_once_and_ends_once(self) -> None:
        assert self.sent <= 1
        assert len(self.ends) == (self.progress.phase is E)
        assert self.is_written <= 1

    @invariant()
    def what_was_sent_never_ends_not_sent(self) -> None:
        if self.has_left:
            assert SwitchOutcome.NOT_SENT not in self.ends

    @invariant()
    def whoever_may_have_left_may_have_happened(self) -> None:
        if self.ends == [SwitchOutcome.NOT_SENT]:
            assert not self.sent or self.is_cut, "and nothing leaves any more"

    def teardown(self) -> None:
        """The program ends, and with it every switch."""
        self.stop()
        self.take(SwitchEvent.PROGRAM_ENDED)
        assert len(self.ends) == 1


class AnySleepingSwitch(AnySwitch):
    """The same, with nobody about: time alone ends every switch."""

    def teardown(self) -> None:
        for _ in range(2):
            self.now = self.now.later(1000.0)
            self.tick()
        assert len(self.ends) == 1


TestAnySwitch = AnySwitch.TestCase
TestAnySwitch.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
TestAnySleepingSwitch = AnySleepingSwitch.TestCase
TestAnySleepingSwitch.settings = settings(max_examples=100, stateful_step_count=25, deadline=None)
