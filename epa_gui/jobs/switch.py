"""What was put into service, as far as this program knows: read out of the history, kept nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from epa_gui.jobs.act import Act, ActKind, Detail
from epa_gui.jobs.problem import Problem, ProblemKind

SWITCH_KINDS = (ActKind.SWITCH_ASKED, ActKind.SWITCH_ENDED)


class Outcome(StrEnum):
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
    at: float = 0.0
    reason: str = ""
    replaces: str = ""
    outcome: Outcome | None = None
    problem: Problem | None = None
    ended_at: float | None = None

    @property
    def job_title(self) -> str:
        """What to call the job."""
        return self.job_name or self.job

    @property
    def may_have_happened(self) -> bool:
        """Whether the service may have done it although nobody knows."""
        return self.outcome in {None, Outcome.NOT_CONFIRMED}


class InService(StrEnum):
    """What a job is to its model's prediction API, as far as this program knows."""

    NO = "no"
    WAS_LIVE = "was live"
    LIVE = "live"
    PERHAPS_LIVE = "perhaps live"  # it was, until a switch away from it that is not confirmed
    NOT_CONFIRMED = "not confirmed"
    SWITCHING = "switching"


@dataclass(frozen=True, slots=True)
class Service:
    """What is behind a model's prediction API, as far as this program knows.

    Attributes:
        live: The switch that was done last; `None` for the original model, or one switched elsewhere.
        open: Switches since then that may have happened: the newest for each job, in the order they were asked for.
        earlier: Jobs that were live before.
    """

    live: Switch | None = None
    open: tuple[Switch, ...] = ()
    earlier: frozenset[str] = frozenset()

    @property
    def is_certain(self) -> bool:
        """Whether no switch is open."""
        return not self.open

    @property
    def has_been_switched(self) -> bool:
        """Whether any switch of this model was done, or may have been."""
        return self.live is not None or bool(self.open)

    def of(self, job: str) -> InService:
        """What one job is."""
        if any(switch.job == job for switch in self.open):
            return InService.NOT_CONFIRMED
        if self.live is not None and self.live.job == job:
            return InService.LIVE if self.is_certain else InService.PERHAPS_LIVE
        return InService.WAS_LIVE if job in self.earlier else InService.NO

    def after(self, switch: Switch) -> "Service":
        """What is behind the API after one more switch, which has ended or was broken off."""
        if switch.outcome is Outcome.DONE:
            before = {self.live.job} if self.live else set()
            return Service(switch, (), (self.earlier | before) - {switch.job})
        if not switch.may_have_happened:
            return self
        others = tuple(other for other in self.open if other.job != switch.job)
        return replace(self, open=(*others, switch))


def switches_in(acts: Iterable[Act]) -> dict[str, Switch]:
    """Every switch by its identity, in the order they were asked for.

    Args:
        acts: Oldest first; acts of other kinds are passed over.
    """
    found: dict[str, Switch] = {}
    for act in acts:
        if act.kind not in SWITCH_KINDS:
            continue
        # Where details were tampered with, what the act says of its job still counts: it may have happened.
        name = act.text("switch") or f"unreadable {len(found) + 1}"
        if act.kind is ActKind.SWITCH_ASKED:
            reason, replaces = act.text("reason"), act.text("replaces")
            found[name] = Switch(name, act.model, act.job, act.job_name, act.at, reason, replaces)
        else:
            known = found.get(name) or Switch(name, act.model, act.job, act.job_name, act.at)
            found[name] = replace(known, outcome=_outcome(act), problem=_problem(act), ended_at=act.at)
    return found


def services_in(switches: Iterable[Switch]) -> dict[str, Service]:
    """What is behind each model's API, by the model's identity."""
    found: dict[str, Service] = {}
    for switch in switches:
        found[switch.model] = found.get(switch.model, Service()).after(switch)
    return found


def asked(switch: Switch, model_name: str, replaces_name: str, *, is_back: bool) -> Act:
    """The act to write before a switch is sent."""
    details: dict[str, Detail] = {
        "switch": switch.id,
        "replaces": switch.replaces,
        "replaces_name": replaces_name,
        "reason": switch.reason,
        "is_back": is_back,
    }
    return Act(ActKind.SWITCH_ASKED, switch.at, switch.model, model_name, switch.job, switch.job_name, details)


def ended(switch: Switch, model_name: str) -> Act:
    """The act to write when its outcome is known."""
    problem = switch.problem
    details = {
        "switch": switch.id,
        "outcome": (switch.outcome or Outcome.NOT_CONFIRMED).value,
        "problem": problem.kind.value if problem else "",
        "said": problem.said if problem else "",
        "where": problem.where if problem else "",
    }
    at = switch.at if switch.ended_at is None else switch.ended_at
    return Act(ActKind.SWITCH_ENDED, at, switch.model, model_name, switch.job, switch.job_name, details)


def _outcome(act: Act) -> Outcome:
    try:
        return Outcome(act.text("outcome"))
    except ValueError:  # only tampering makes another: then nobody knows
        return Outcome.NOT_CONFIRMED


def _problem(act: Act) -> Problem | None:
    if not act.text("problem"):
        return None
    try:
        return Problem(ProblemKind(act.text("problem")), act.text("said"), act.text("where"))
    except ValueError:
        return Problem(ProblemKind.UNEXPECTED, act.text("said"))
