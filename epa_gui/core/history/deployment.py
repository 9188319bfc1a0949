"""What was put into service, as far as this program knows: read out of the history, kept nowhere else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.judged import judged
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import VerdictNote

SWITCH_KINDS = (EventKind.SWITCH_ASKED, EventKind.SWITCH_ENDED, EventKind.LIST_RESTORED)
"""What tells what was put into service; after a list came back from its backup, switches may be missing."""


class SwitchOutcome(StrEnum):
    """How a switch ended. The values are what the history holds."""

    DONE = "done"
    REFUSED = "refused"  # by the service: nothing changed
    NOT_SENT = "not sent"  # nothing left this computer, or nothing that could reach the service
    NOT_CONFIRMED = "not confirmed"  # it was sent, and no answer of the service came


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch that a person asked for.

    Attributes:
        id: This program's identity for it.
        model: The model's identity.
        job: The ``retrain_job_id`` that was to go into service.
        job_name: What the job was called then; may be empty.
        model_name: What the model was called then.
        at: When it was asked for, seconds since the epoch (UTC).
        reason: The person's words.
        replaces: The job that was live before, as far as was known; empty for the original or one switched elsewhere.
        outcome: How it ended; `None` while it is under way, or if the program ended in the middle.
        problem: Why it was not done.
        ended_at: When the outcome was known.
    """

    id: str
    model: str
    job: str
    job_name: str = ""
    model_name: str = ""
    at: float = 0.0
    reason: str = ""
    replaces: str = ""
    outcome: SwitchOutcome | None = None
    problem: Problem | None = None
    ended_at: float | None = None

    @property
    def job_title(self) -> str:
        """What to call the job."""
        return self.job_name or self.job

    @property
    def may_have_happened(self) -> bool:
        """Whether the service may have done it although nobody knows."""
        return self.outcome in {None, SwitchOutcome.NOT_CONFIRMED}


class LiveState(StrEnum):
    """What a job is to its model's prediction API, as far as this program knows."""

    NO = "no"
    PERHAPS_WAS_LIVE = "perhaps was live"  # a switch to it was never confirmed, and another was done since
    WAS_LIVE = "was live"
    LIVE = "live"
    PERHAPS_LIVE = "perhaps live"  # it was, until a switch away from it that is not confirmed
    NOT_CONFIRMED = "not confirmed"
    SWITCHING = "switching"


@dataclass(frozen=True, slots=True)
class Deployment:
    """What is behind a model's prediction API, as far as this program knows.

    Attributes:
        live: The switch that was done last; `None` for the original model, or one switched elsewhere.
        open: Switches since then that may have happened: the newest for each job, in the order they were asked for.
        earlier: Jobs that were live before.
        perhaps_earlier: Jobs that may have been live before: switches to them were not confirmed.
        is_restored: Whether the list has come back from a backup since: switches after that backup are not known.
    """

    live: Switch | None = None
    open: tuple[Switch, ...] = ()
    earlier: frozenset[str] = frozenset()
    perhaps_earlier: frozenset[str] = frozenset()
    is_restored: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether no switch is open, and none can be missing."""
        return not self.open and not self.is_restored

    @property
    def has_been_switched(self) -> bool:
        """Whether any switch of this model was done, or may have been."""
        return self.live is not None or bool(self.open) or self.is_restored

    def of(self, job: str) -> LiveState:
        """What one job is."""
        if any(switch.job == job for switch in self.open):
            return LiveState.NOT_CONFIRMED
        if self.live is not None and self.live.job == job:
            return LiveState.LIVE if self.is_certain else LiveState.PERHAPS_LIVE
        if job in self.earlier:
            return LiveState.WAS_LIVE
        return LiveState.PERHAPS_WAS_LIVE if job in self.perhaps_earlier else LiveState.NO

    def after(self, switch: Switch) -> "Deployment":
        """What is behind the API after one more switch, which has ended or was broken off."""
        if switch.outcome is SwitchOutcome.DONE:
            before = {self.live.job} if self.live else set()
            perhaps = {other.job for other in self.open}
            earlier = (self.earlier | before) - {switch.job}
            return Deployment(switch, (), earlier, (self.perhaps_earlier | perhaps) - earlier - {switch.job})
        if not switch.may_have_happened:
            return self
        others = tuple(other for other in self.open if other.job != switch.job)
        return replace(self, open=(*others, switch))


def switches_in(events: Iterable[HistoryEvent]) -> dict[str, Switch]:
    """Every switch by its identity, in the order they were asked for.

    Args:
        events: Oldest first; events of other kinds are passed over.
    """
    found: dict[str, Switch] = {}
    for event in events:
        if event.kind not in {EventKind.SWITCH_ASKED, EventKind.SWITCH_ENDED}:
            continue
        # Where details were tampered with, what the event says of its job still counts: it may have happened.
        name = event.text("switch") or f"unreadable {len(found) + 1}"
        if event.kind is EventKind.SWITCH_ASKED:
            reason, replaces = event.text("reason"), event.text("replaces")
            found[name] = Switch(
                name, event.model, event.job, event.job_name, event.model_name, event.at, reason, replaces
            )
        else:
            known = found.get(name) or Switch(name, event.model, event.job, event.job_name, event.model_name, event.at)
            found[name] = replace(known, outcome=_outcome(event), problem=_problem(event), ended_at=event.at)
    return found


def changes_in(events: Iterable[HistoryEvent]) -> Iterator[Switch | HistoryEvent]:
    """What changes what is known of the service, in its order: switches, and the event of a list from a backup.

    Args:
        events: Oldest first; events of other kinds are passed over.
    """
    part: list[HistoryEvent] = []
    for event in events:
        # Of a list that was lost nothing is known, which is what a new one says anyway.
        if event.kind is EventKind.LIST_RESTORED and event.text("problem") != ProblemKind.LIST_LOST:
            yield from switches_in(part).values()
            yield event
            part = []
        else:
            part.append(event)
    yield from switches_in(part).values()


class Deployments:
    """What is behind every model's API, by the model's identity, as one event after the other tells it."""

    def __init__(self, events: Iterable[HistoryEvent] = ()) -> None:
        self._others = Deployment()
        self._known: dict[str, Deployment] = {}
        for change in changes_in(events):
            if isinstance(change, Switch):
                self.take(change)
            else:
                self.restored()

    def of(self, model: str) -> Deployment:
        """What is behind one model's API."""
        return self._known.get(model, self._others)

    def models(self) -> list[str]:
        """The models of which there is something to know."""
        return list(self._known)

    def take(self, switch: Switch) -> None:
        """One more switch, which has ended or was broken off."""
        self._known[switch.model] = self.of(switch.model).after(switch)

    def restored(self) -> None:
        """The list has come back from a backup: of no model it is certain now what was switched to since."""
        self._others = replace(self._others, is_restored=True)
        self._known = {model: replace(service, is_restored=True) for model, service in self._known.items()}


def asked(switch: Switch, replaces_name: str, *, is_back: bool, verdict: VerdictNote | None = None) -> HistoryEvent:
    """The event to write before a switch is sent, with the verdict that was repeated then."""
    details: dict[str, Detail] = {
        "switch": switch.id,
        "replaces": switch.replaces,
        "replaces_name": replaces_name,
        "reason": switch.reason,
        "is_back": is_back,
        **(judged(verdict) if verdict else {}),
    }
    return _about(switch, EventKind.SWITCH_ASKED, switch.at, details)


def ended(switch: Switch) -> HistoryEvent:
    """The event to write when its outcome is known."""
    problem = switch.problem
    details: dict[str, Detail] = {
        "switch": switch.id,
        "outcome": (switch.outcome or SwitchOutcome.NOT_CONFIRMED).value,
        "problem": problem.kind.value if problem else "",
        "said": problem.said if problem else "",
        "where": problem.where if problem else "",
    }
    return _about(switch, EventKind.SWITCH_ENDED, switch.at if switch.ended_at is None else switch.ended_at, details)


def _about(switch: Switch, kind: EventKind, at: float, details: dict[str, Detail]) -> HistoryEvent:
    return HistoryEvent(kind, at, switch.model, switch.model_name, switch.job, switch.job_name, details)


def _outcome(event: HistoryEvent) -> SwitchOutcome:
    try:
        return SwitchOutcome(event.text("outcome"))
    except ValueError:  # only tampering makes another: then nobody knows
        return SwitchOutcome.NOT_CONFIRMED


def _problem(event: HistoryEvent) -> Problem | None:
    if not event.text("problem"):
        return None
    try:
        return Problem(ProblemKind(event.text("problem")), event.text("said"), event.text("where"))
    except ValueError:
        return Problem(ProblemKind.UNEXPECTED, event.text("said"))
