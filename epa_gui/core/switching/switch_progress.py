"""Where a switch is on its way, and what is to be done next. Pure: what happens and the time come in.

A switch waits for its key, is put on record, is sent once, and ends once. `SwitchProgress.after` is the only place
that decides about that, `RULES` holds what it decides for every event in every phase, and `SwitchProgress.in_phase` is
the only place where a deadline is set.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemKind

GRACE_SECONDS = 3.0
"""How long a worker that was told to end may take to say how it ended."""


class SwitchPhase(StrEnum):
    """How far a switch has come."""

    WAITING_FOR_KEY = "waiting for key"  # the keychain has not answered
    RECORDING = "recording"  # what was asked for is being written into the history
    SENT = "sent"  # the request is with its worker, so it may have left this computer
    ENDED = "ended"


class SwitchEvent(StrEnum):
    """What can happen to a switch."""

    KEY_READY = "key ready"
    KEY_MISSING = "key missing"  # it cannot be had; comes with the problem
    OBSTRUCTED = "obstructed"  # its job or its model is not what it was; perhaps with a problem
    CANCELLED = "cancelled"  # by the person who asked for it
    JOB_REMOVED = "job removed"
    STOPPING = "stopping"  # the program is about to end
    PROGRAM_ENDED = "program ended"  # nobody will hear of it any more
    RECORDED = "recorded"
    RECORDED_TOO_LATE = "recorded too late"
    NOT_RECORDED = "not recorded"
    REPORTED = "reported"  # by the worker, with an outcome
    DEADLINE_PASSED = "deadline passed"
    GRACE_PASSED = "grace passed"  # that the worker had after the deadline
    SURELY_UNSENT = "surely unsent"  # the answer to `SwitchAction.GIVE_UP`
    PERHAPS_SENT = "perhaps sent"  # the same


class SwitchAction(StrEnum):
    """What is to be done because of an event."""

    RECORD = "record"  # write into the history what was asked for
    SEND = "send"
    STOP_UNSENT = "stop unsent"  # have the worker end, unless the request may have left
    STOP = "stop"  # have the worker end
    GIVE_UP = "give up"  # have it end, and step on with `SURELY_UNSENT` or `PERHAPS_SENT`
    END = "end"  # write into the history how it ended


class ImpossibleSwitchEventError(Exception):
    """An event that cannot happen in this phase: a mistake in this program. Nothing has changed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant by two clocks, since the one that nobody can set stands still while the computer sleeps.

    Attributes:
        wall: Seconds since the epoch (UTC).
        monotonic: Seconds since any start.
    """

    wall: float
    monotonic: float

    def later(self, seconds: float) -> "Moment":
        """So many seconds on."""
        return Moment(self.wall + seconds, self.monotonic + seconds)

    def seconds_since(self, earlier: "Moment") -> float:
        """How long ago that was, by the clock that says more; negative if it is to come by both."""
        return max(self.wall - earlier.wall, self.monotonic - earlier.monotonic)


@dataclass(frozen=True, slots=True)
class SwitchLimits:
    """How long a switch may stay in each phase, in seconds.

    Attributes:
        key: How long a person may take to answer the keychain.
        record: For writing the request into the history.
        answer: For the service. Putting a model into service may take it longer than answering about a job.
    """

    key: float = 120.0
    record: float = 15.0
    answer: float = 60.0

    def of(self, phase: SwitchPhase) -> float:
        """The limit of one phase."""
        limits = {
            SwitchPhase.WAITING_FOR_KEY: self.key,
            SwitchPhase.RECORDING: self.record,
            SwitchPhase.SENT: self.answer,
        }
        return limits.get(phase, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one event makes of one phase.

    Attributes:
        phase: The phase after it; `None` for the same.
        actions: What is to be done, in this order.
        outcome: How it ended; `None` for as the event says, and where it has not ended.
        problem: Why, unless the event says.
        ignored: Why nothing comes of the event, if so.
        impossible: Why the event cannot happen, if so.
    """

    phase: SwitchPhase | None = None
    actions: tuple[SwitchAction, ...] = ()
    outcome: SwitchOutcome | None = None
    problem: ProblemKind | None = None
    ignored: str = ""
    impossible: str = ""


def _ended(outcome: SwitchOutcome | None, problem: ProblemKind | None, *before: SwitchAction) -> Rule:
    return Rule(SwitchPhase.ENDED, (*before, SwitchAction.END), outcome, problem)


def _unasked(problem: ProblemKind) -> Rule:
    """It ends before it was put on record: that somebody wanted it goes on record all the same."""
    return _ended(SwitchOutcome.NOT_SENT, problem, SwitchAction.RECORD)


def _unsent(problem: ProblemKind) -> Rule:
    return _ended(SwitchOutcome.NOT_SENT, problem)


_NO_RECORD = Rule(impossible="nothing has been given to be recorded yet")
_NO_WORKER = Rule(impossible="no worker has it yet")
_HAS_KEY = Rule(ignored="it had its key; whether that still holds is looked at before it is sent")
_ONCE = Rule(ignored="it was on record and was sent; it is never sent twice")
_LEFT = Rule(ignored="it may have been done: what comes of it counts")
_OVER = Rule(ignored="it has ended; what is on record stays")

RULES: dict[SwitchPhase, dict[SwitchEvent, Rule]] = {
    SwitchPhase.WAITING_FOR_KEY: {
        SwitchEvent.KEY_READY: Rule(SwitchPhase.RECORDING, (SwitchAction.RECORD,)),
        SwitchEvent.KEY_MISSING: _unasked(ProblemKind.KEY_MISSING),
        SwitchEvent.OBSTRUCTED: _unasked(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.CANCELLED: _unasked(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.JOB_REMOVED: _unasked(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.STOPPING: _unasked(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.PROGRAM_ENDED: _unasked(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.RECORDED: _NO_RECORD,
        SwitchEvent.RECORDED_TOO_LATE: _NO_RECORD,
        SwitchEvent.NOT_RECORDED: _NO_RECORD,
        SwitchEvent.REPORTED: _NO_WORKER,
        SwitchEvent.DEADLINE_PASSED: _unasked(ProblemKind.KEYCHAIN_LOCKED),
        SwitchEvent.GRACE_PASSED: _unasked(ProblemKind.KEYCHAIN_LOCKED),
        SwitchEvent.SURELY_UNSENT: _NO_WORKER,
        SwitchEvent.PERHAPS_SENT: _NO_WORKER,
    },
    SwitchPhase.RECORDING: {
        SwitchEvent.KEY_READY: _HAS_KEY,
        SwitchEvent.KEY_MISSING: _HAS_KEY,
        SwitchEvent.OBSTRUCTED: _unsent(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.CANCELLED: Rule(ignored="what is on record is not taken back"),
        SwitchEvent.JOB_REMOVED: _unsent(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.STOPPING: _unsent(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.PROGRAM_ENDED: _unsent(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.RECORDED: Rule(SwitchPhase.SENT, (SwitchAction.SEND,)),
        SwitchEvent.RECORDED_TOO_LATE: _unsent(ProblemKind.SWITCH_NOT_BEGUN),
        SwitchEvent.NOT_RECORDED: _unsent(ProblemKind.SWITCH_NOT_RECORDED),
        SwitchEvent.REPORTED: _NO_WORKER,
        SwitchEvent.DEADLINE_PASSED: _unsent(ProblemKind.SWITCH_NOT_RECORDED),
        SwitchEvent.GRACE_PASSED: _unsent(ProblemKind.SWITCH_NOT_RECORDED),
        SwitchEvent.SURELY_UNSENT: _NO_WORKER,
        SwitchEvent.PERHAPS_SENT: _NO_WORKER,
    },
    SwitchPhase.SENT: {
        SwitchEvent.KEY_READY: _HAS_KEY,
        SwitchEvent.KEY_MISSING: _HAS_KEY,
        SwitchEvent.OBSTRUCTED: _LEFT,
        SwitchEvent.CANCELLED: _LEFT,
        SwitchEvent.JOB_REMOVED: Rule(actions=(SwitchAction.STOP_UNSENT,)),
        SwitchEvent.STOPPING: Rule(actions=(SwitchAction.STOP_UNSENT,)),
        SwitchEvent.PROGRAM_ENDED: Rule(actions=(SwitchAction.GIVE_UP,)),
        SwitchEvent.RECORDED: _ONCE,
        SwitchEvent.RECORDED_TOO_LATE: _ONCE,
        SwitchEvent.NOT_RECORDED: _ONCE,
        SwitchEvent.REPORTED: _ended(None, None),
        SwitchEvent.DEADLINE_PASSED: Rule(actions=(SwitchAction.STOP,)),
        SwitchEvent.GRACE_PASSED: Rule(actions=(SwitchAction.GIVE_UP,)),
        SwitchEvent.SURELY_UNSENT: _unsent(ProblemKind.TIMED_OUT),
        SwitchEvent.PERHAPS_SENT: _ended(SwitchOutcome.NOT_CONFIRMED, ProblemKind.SWITCH_UNANSWERED),
    },
    SwitchPhase.ENDED: dict.fromkeys(SwitchEvent, _OVER),
}

_TOO_LATE = {
    (SwitchPhase.WAITING_FOR_KEY, SwitchEvent.KEY_READY): SwitchEvent.DEADLINE_PASSED,
    (SwitchPhase.RECORDING, SwitchEvent.RECORDED): SwitchEvent.RECORDED_TOO_LATE,
}
"""What leads on to the service, and what it is taken for past the deadline: nobody expects it to be sent any more."""


@dataclass(frozen=True, slots=True)
class SwitchProgress:
    """Where one switch is, and what is to be done to get it there.

    Attributes:
        phase: How far it has come.
        deadline: Until when it may stay in this phase.
        limits: How long it may stay in each.
        actions: What the last event asks to be done, in this order.
        outcome: How it ended; `None` before.
        problem: Why it was not done; `None` before it has ended.
    """

    phase: SwitchPhase
    deadline: Moment
    limits: SwitchLimits = field(default_factory=SwitchLimits)
    actions: tuple[SwitchAction, ...] = ()
    outcome: SwitchOutcome | None = None
    problem: Problem | None = None

    @classmethod
    def begun(cls, now: Moment, limits: SwitchLimits) -> "SwitchProgress":
        """A switch that has just been asked for."""
        return cls(SwitchPhase.WAITING_FOR_KEY, now, limits).in_phase(SwitchPhase.WAITING_FOR_KEY, now)

    def in_phase(self, phase: SwitchPhase, now: Moment) -> "SwitchProgress":
        """The same switch in a phase that begins now."""
        return replace(self, phase=phase, deadline=now.later(self.limits.of(phase)))

    def after(
        self,
        event: SwitchEvent,
        now: Moment,
        problem: Problem | None = None,
        outcome: SwitchOutcome | None = None,
    ) -> "SwitchProgress":
        """Where it is after an event, with what is to be done for it.

        Args:
            event: What has happened.
            now: When. Past the deadline nothing leads to sending any more.
            problem: Why, if the event says.
            outcome: What came of it, for `SwitchEvent.REPORTED` and no other.

        Raises:
            ImpossibleSwitchEventError: The event cannot happen in this phase.
        """
        if self.seconds_late(now) > 0:
            event = _TOO_LATE.get((self.phase, event), event)
        rule = RULES[self.phase][event]
        if rule.impossible:
            raise ImpossibleSwitchEventError(f"{event} while {self.phase}: {rule.impossible}")
        then = replace(self, actions=rule.actions)
        if rule.phase is not None:
            then = then.in_phase(rule.phase, now)
        if rule.phase is SwitchPhase.ENDED:
            outcome, problem = _end(rule, outcome, problem)
            then = replace(then, outcome=outcome, problem=problem)
        return then

    def time_event(self, now: Moment) -> SwitchEvent | None:
        """What has happened by the time alone."""
        late = self.seconds_late(now)
        if late <= 0:
            return None
        return SwitchEvent.GRACE_PASSED if late >= GRACE_SECONDS else SwitchEvent.DEADLINE_PASSED

    def seconds_late(self, now: Moment) -> float:
        """How long the deadline has passed; negative before it."""
        return now.seconds_since(self.deadline)

    def seconds_left(self, now: Moment) -> float:
        """How long it may take until it has ended, at the most."""
        to_come = 0.0 if self.phase is SwitchPhase.SENT else self.limits.answer
        return to_come - self.seconds_late(now) + GRACE_SECONDS

    @property
    def is_on_record(self) -> bool:
        """Whether it has not ended, and what was asked for is in the history or on its way there: no way back."""
        return self.phase in {SwitchPhase.RECORDING, SwitchPhase.SENT}


def _end(rule: Rule, outcome: SwitchOutcome | None, problem: Problem | None) -> tuple[SwitchOutcome, Problem | None]:
    outcome = rule.outcome or outcome or SwitchOutcome.NOT_CONFIRMED  # who does not say it does not know
    if problem is None and rule.problem is not None:
        problem = Problem(rule.problem)
    if outcome is SwitchOutcome.NOT_CONFIRMED:
        problem = replace(problem or Problem(ProblemKind.TIMED_OUT), kind=ProblemKind.SWITCH_UNANSWERED)
    return outcome, problem
