"""What was put into service: read out of the history, and, where the service can be asked, as it says it itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.kept_reading import classifiers_from_json
from epa_gui.core.account.live import LiveKind
from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.jobs.problem import Problem, ProblemKind

SWITCH_KINDS = (
    EventKind.SWITCH_ASKED,
    EventKind.SWITCH_ENDED,
    EventKind.SWITCH_SEEN,
    EventKind.LIVE_SEEN,
    EventKind.LIST_RESTORED,
)
"""What tells what was put into service; after a list came back from its backup, switches may be missing."""


class SwitchOutcome(StrEnum):
    """How a switch ended. The values are what the history holds."""

    DONE = "done"
    REFUSED = "refused"  # by the service: nothing changed
    NOT_SENT = "not sent"  # nothing left this computer, or nothing that could reach the service
    NOT_CONFIRMED = "not confirmed"  # it was sent, and no answer of the service came


@dataclass(frozen=True, slots=True)
class SwitchSeen:
    """What was seen of a switch at the prediction API, once there was nothing more to wait for.

    Attributes:
        phase: What it was.
        at: When it was seen, seconds since the epoch (UTC).
        seconds: How long after the switch was asked for; `None` where nobody looked for so long that it is not known.
        after: The prediction APIs of the model as the service told of them then.
    """

    phase: LivePhase
    at: float
    seconds: float | None = None
    after: tuple[Classifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch that a person asked for, or one that was made elsewhere and seen.

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
        before: The model's prediction APIs as the service told of them before; `None` where it could not be asked, so
            that the switch is done when it answers.
        seen: What was seen of it at the prediction API; `None` before that.
        is_elsewhere: Whether it was seen and not done here. Its job is empty where the model is not one of a job here.
        number: For one made elsewhere, the service's number of the model; `None` if it did not say.
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
    before: tuple[Classifier, ...] | None = None
    seen: SwitchSeen | None = None
    is_elsewhere: bool = False
    number: int | None = None

    @property
    def since(self) -> float:
        """Since when its job is live, if it is: when that was seen, or the service had answered."""
        if self.seen is not None and self.seen.phase is LivePhase.RUNNING_NEW:
            return self.seen.at
        return self.at if self.ended_at is None else self.ended_at

    @property
    def is_to_be_seen(self) -> bool:
        """Whether it may be done, and the prediction API has not been seen to run with its model."""
        return self.before is not None and self.seen is None and self.outcome in _MAY_BE_DONE

    @property
    def has_come_to_nothing(self) -> bool:
        """Whether the service took it, and the prediction API was not seen to run with its model."""
        return self.seen is not None and self.seen.phase is not LivePhase.RUNNING_NEW

    @property
    def job_title(self) -> str:
        """What to call the job."""
        return self.job_name or self.job

    @property
    def may_have_happened(self) -> bool:
        """Whether the service may have done it although nobody knows."""
        return self.outcome in {None, SwitchOutcome.NOT_CONFIRMED}


_MAY_BE_DONE = frozenset({SwitchOutcome.DONE, SwitchOutcome.NOT_CONFIRMED})

_DOWN = frozenset({ClassifierStatus.FAILED, ClassifierStatus.TERMINATING, ClassifierStatus.TERMINATED})


@dataclass(frozen=True, slots=True)
class LiveApi:
    """A prediction API of a model, as the service says.

    Attributes:
        classifier: What it says of it.
        kind: What it answers with.
        asked_at: When the service said so, seconds since the epoch (UTC).
        job: The job, for `LiveKind.JOB`.
    """

    classifier: Classifier
    kind: LiveKind
    asked_at: float
    job: str = ""

    @property
    def is_down(self) -> bool:
        """Whether the service says that it does not answer."""
        return self.classifier.status in _DOWN


class LiveState(StrEnum):
    """What a job is to its model's prediction API, by the service's word or as far as this program knows."""

    NO = "no"
    PERHAPS_WAS_LIVE = "perhaps was live"  # a switch to it was never confirmed, and another was done since
    WAS_LIVE = "was live"
    LIVE = "live"
    NOT_ANSWERING = "not answering"  # it is behind a prediction API that does not run, as the service says
    PERHAPS_LIVE = "perhaps live"  # it was, until a switch away from it that is not confirmed
    NOT_CONFIRMED = "not confirmed"
    SWITCHING = "switching"


@dataclass(frozen=True, slots=True)
class Deployment:
    """What is behind a model's prediction API: by the service's word, or as far as this program knows.

    Attributes:
        live: The switch that was done last; `None` for the original model, or one that is not known here.
        open: Switches since then that may have happened: the newest for each job, in the order they were asked for.
        earlier: Jobs that were live before.
        perhaps_earlier: Jobs that may have been live before: switches to them were not confirmed.
        is_restored: Whether the list has come back from a backup since: switches after that backup are not known.
        apis: The model's prediction APIs as the service told of them; none where it could not be asked, or where the
            model has none (`has_no_api`).
        is_said: Whether all of this is what the service says; else it is read out of the history alone.
    """

    live: Switch | None = None
    open: tuple[Switch, ...] = ()
    earlier: frozenset[str] = frozenset()
    perhaps_earlier: frozenset[str] = frozenset()
    is_restored: bool = False
    apis: tuple[LiveApi, ...] = ()
    is_said: bool = False

    @property
    def has_no_api(self) -> bool:
        """Whether the service says that the model has no prediction API: then nothing of it is live."""
        return self.is_said and not self.apis

    @property
    def is_original(self) -> bool:
        """Whether the service says that it is the original model that answers, and nothing else may."""
        is_all = bool(self.apis) and all(api.kind is LiveKind.ORIGINAL for api in self.apis)
        return self.is_said and self.is_certain and is_all

    @property
    def is_being_built(self) -> bool:
        """Whether there is nothing yet that answers: all prediction APIs are being built, by the service's word."""
        return bool(self.apis) and all(api.classifier.status is ClassifierStatus.BUILDING for api in self.apis)

    @property
    def said_at(self) -> float | None:
        """When the service said so, seconds since the epoch (UTC)."""
        return min((api.asked_at for api in self.apis), default=None)

    def behind(self, job: str) -> tuple[LiveApi, ...]:
        """The prediction APIs that answer with a job, by the service's word."""
        return tuple(api for api in self.apis if self.is_said and api.job == job)

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
        behind = self.behind(job)
        if behind and self.is_certain:
            return LiveState.NOT_ANSWERING if all(api.is_down for api in behind) else LiveState.LIVE
        if behind or (self.live is not None and self.live.job == job):
            return LiveState.LIVE if self.is_certain else LiveState.PERHAPS_LIVE
        if job in self.earlier:
            return LiveState.WAS_LIVE
        return LiveState.PERHAPS_WAS_LIVE if job in self.perhaps_earlier else LiveState.NO

    def after(self, switch: Switch) -> "Deployment":
        """What is behind the API after one more switch, which has ended or was broken off."""
        if switch.has_come_to_nothing:  # what is live then only the service can say
            return self
        if switch.outcome is SwitchOutcome.DONE:
            before = {self.live.job} if self.live and self.live.job else set()
            perhaps = {other.job for other in self.open}
            earlier = (self.earlier | before) - {switch.job}
            perhaps_earlier = (self.perhaps_earlier | perhaps) - earlier - {switch.job}
            return Deployment(switch if switch.job else None, (), earlier, perhaps_earlier)
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
        if event.kind is EventKind.LIVE_SEEN:
            seen = _elsewhere(event)
            found[seen.id] = seen
        if event.kind not in _OF_OWN_SWITCHES:
            continue
        # Where details were tampered with, what the event says of its job still counts: it may have happened.
        name = event.text("switch") or f"unreadable {len(found) + 1}"
        if event.kind is EventKind.SWITCH_ASKED:
            reason, replaces = event.text("reason"), event.text("replaces")
            before = classifiers_from_json(event.text("live_before")) if "live_before" in event.details else None
            found[name] = Switch(
                name,
                event.model,
                event.job,
                event.job_name,
                event.model_name,
                event.at,
                reason,
                replaces,
                before=before,
            )
            continue
        known = found.get(name) or Switch(name, event.model, event.job, event.job_name, event.model_name, event.at)
        if event.kind is EventKind.SWITCH_ENDED:
            found[name] = replace(known, outcome=_outcome(event), problem=_problem(event), ended_at=event.at)
        else:
            found[name] = after_seen(known, _seen(event))
    return found


_OF_OWN_SWITCHES = frozenset({EventKind.SWITCH_ASKED, EventKind.SWITCH_ENDED, EventKind.SWITCH_SEEN})


def after_seen(switch: Switch, seen: SwitchSeen) -> Switch:
    """A switch once it is known what came of it; one that nobody had confirmed is, if its model was seen to run."""
    if seen.phase is LivePhase.RUNNING_NEW and switch.outcome is not SwitchOutcome.DONE:
        return replace(switch, seen=seen, outcome=SwitchOutcome.DONE, problem=None, ended_at=seen.at)
    return replace(switch, seen=seen)


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


def _elsewhere(event: HistoryEvent) -> Switch:
    number, updated_at = event.number("to_model_id"), event.number("updated_at")
    after = event.number("after")
    is_between = updated_at is not None and (after is None or after <= updated_at) and updated_at <= event.at
    return Switch(
        f"seen {event.model} {event.text('classifier')} {event.at}",
        event.model,
        event.job,
        event.job_name,
        event.model_name,
        event.at,
        outcome=SwitchOutcome.DONE,
        ended_at=updated_at if is_between else event.at,
        is_elsewhere=True,
        number=None if number is None else int(number),
    )


def _seen(event: HistoryEvent) -> SwitchSeen:
    try:
        phase = LivePhase(event.text("phase"))
    except ValueError:  # only tampering makes another: claimed is no more than that nothing was seen
        phase = LivePhase.NOT_SEEN
    return SwitchSeen(phase, event.at, event.number("seconds"), classifiers_from_json(event.text("live_after")))


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
