"""Every event in every phase, and whatever comes in whatever order: on record first, sent once, ended once."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

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


class World:
    """One switch, and the keychain, the history, the worker and the clocks, all of which do as they please."""

    def __init__(self) -> None:
        self.now = START
        self.progress = SwitchProgress.begun(START, LIMITS)
        self.written_at = START
        self.written = 0
        self.is_on_record = False
        self.sent = 0
        self.is_cut = False
        self.has_left = False
        self.is_stopped = False
        self.ends: tuple[SwitchOutcome, ...] = ()

    def take(self, event: SwitchEvent, problem: Problem | None = None, outcome: SwitchOutcome | None = None) -> None:
        """Let it happen, and do what it asks for."""
        self.progress = self.progress.after(event, self.now, problem, outcome)
        for action in self.progress.actions:
            self.do(action)

    def do(self, action: SwitchAction) -> None:
        """As the coordinator does; this is where promises would be broken."""
        match action:
            case SwitchAction.RECORD:
                assert not self.written
                self.written, self.written_at = 1, self.now
                if self.progress.phase is not E:
                    assert self.now.seconds_since(START) <= LIMITS.key, "past its deadline nothing leads on"
            case SwitchAction.SEND:
                assert self.is_on_record, "nothing is sent that is not on record"
                assert not self.sent, "nothing is sent twice"
                assert not self.is_stopped, "after the stop nothing is sent"
                assert not self.ends, "what has ended is not sent"
                assert self.now.seconds_since(self.written_at) <= LIMITS.record, "past its deadline nothing is sent"
                self.sent = 1
            case SwitchAction.STOP_UNSENT:
                self.is_cut = self.is_cut or not self.has_left
            case SwitchAction.STOP:
                self.is_cut = True
            case SwitchAction.GIVE_UP:
                self.is_cut = True
                self.take(SwitchEvent.PERHAPS_SENT if self.has_left else SwitchEvent.SURELY_UNSENT)
            case SwitchAction.END:
                assert self.written, "whatever ends is on record as asked for"
                assert not self.ends, "it ends once"
                assert self.progress.outcome is not None
                self.ends = (self.progress.outcome,)
                if self.progress.outcome is SwitchOutcome.NOT_SENT:
                    assert not self.has_left, "what was sent never ends as not sent"
                    assert self.is_cut or not self.sent, "and does not leave after that"

    def step(self, name: str) -> None:
        """Let one thing happen, if it can."""
        match name:
            case "on record" if self.written:
                self.is_on_record = True
                self.take(SwitchEvent.RECORDED)
            case "not on record" if self.written and not self.is_on_record:
                self.take(SwitchEvent.NOT_RECORDED)
            case "leaves" if self.sent and not self.is_cut:
                self.has_left = True
            case "done" | "refused" | "not confirmed" if self.sent:
                self.is_cut = True  # its work is done
                self.take(SwitchEvent.REPORTED, None, SwitchOutcome(name) if self.has_left else SwitchOutcome.NOT_SENT)
            case "stop":
                self.is_stopped = True
                self.take(SwitchEvent.STOPPING)
            case "tick" if event := self.progress.time_event(self.now):
                self.take(event)
            case "key ready" | "cancelled" | "job removed" | "obstructed" | "key missing":
                self.take(SwitchEvent(name))
            case _:
                self.pass_time(name)

    def pass_time(self, name: str) -> None:
        """Awake, asleep, or with somebody at the clock."""
        match name:
            case "sleep":
                self.now = Moment(self.progress.deadline.wall + 1.0, self.now.monotonic)
            case "set the clock back":
                self.now = Moment(self.now.wall - 7200.0, self.now.monotonic)
            case "wait":
                self.now = self.now.later(max(0.0, -self.progress.seconds_late(self.now)) + GRACE_SECONDS)

    def state(self) -> tuple[object, ...]:
        """All on which it depends what may come."""
        late = self.progress.time_event(self.now)
        is_late = self.now.seconds_since(self.written_at) > LIMITS.record
        told = (self.written, self.is_on_record, self.sent, self.is_cut, self.has_left, self.is_stopped, self.ends)
        return (self.progress.phase, late, is_late, *told)


STEPS = (
    *("key ready", "cancelled", "job removed", "obstructed", "key missing", "on record", "not on record", "leaves"),
    *("done", "refused", "not confirmed", "stop", "tick", "sleep", "set the clock back", "wait"),
)


def test_whatever_comes_in_whatever_order_no_promise_is_broken() -> None:
    """All that can be reached: each step from each state that differs from all before."""
    seen: dict[tuple[object, ...], World] = {}
    waiting = [World()]
    while waiting:
        world = waiting.pop()
        if world.state() in seen:
            continue
        seen[world.state()] = world
        for name in STEPS:
            then = copy.copy(world)
            then.step(name)
            assert len(then.ends) == (then.progress.phase is E)
            waiting.append(then)
    assert {state[0] for state in seen} == set(SwitchPhase)
    assert {outcome for world in seen.values() for outcome in world.ends} == set(SwitchOutcome)
    for world in seen.values():
        asleep = copy.copy(world)
        for name in ("wait", "tick"):
            asleep.step(name)
        assert len(asleep.ends) == 1, "with nobody about, time alone ends it"
        world.step("stop")
        world.take(SwitchEvent.PROGRAM_ENDED)
        assert len(world.ends) == 1, "and so does the end of the program"


@settings(max_examples=300, deadline=None)
@given(
    some.lists(
        some.tuples(some.sampled_from(STEPS), some.floats(0.0, 200.0), some.floats(-1e5, 1e5)), min_size=3, max_size=20
    )
)
def test_nor_at_any_time(steps: list[tuple[str, float, float]]) -> None:
    world = World()
    for name, awake, asleep in steps:
        world.step(name)
        world.now = Moment(world.now.wall + awake + asleep, world.now.monotonic + awake)
        assert len(world.ends) == (world.progress.phase is E)
