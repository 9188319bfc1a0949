"""What goes into the history about switches: asked for, ended, seen at the prediction API, or made elsewhere."""

from epa_gui.core.account.kept_reading import classifiers_to_json
from epa_gui.core.account.live import LiveChange
from epa_gui.core.history.deployment import Switch, SwitchOutcome, SwitchSeen
from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.judged import judged
from epa_gui.core.jobs.verdict_note import VerdictNote


def asked(
    switch: Switch,
    replaces_name: str,
    *,
    is_back: bool,
    verdict: VerdictNote | None = None,
    is_from_original: bool = False,
) -> HistoryEvent:
    """The event to write before a switch is sent.

    Args:
        switch: What is asked for.
        replaces_name: What the job is called that was live before; empty for none that is known.
        is_back: Whether it goes back to what was live before.
        verdict: What was repeated of the results then.
        is_from_original: Whether the service said that the original model was live before.
    """
    details: dict[str, Detail] = {
        "switch": switch.id,
        "replaces": switch.replaces,
        "replaces_name": replaces_name,
        "reason": switch.reason,
        "is_back": is_back,
        **({"live_before": classifiers_to_json(switch.before)} if switch.before is not None else {}),
        **({"is_from_original": True} if is_from_original else {}),
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


def seen_event(switch: Switch, seen: SwitchSeen) -> HistoryEvent:
    """The event to write when there is nothing more to wait for at the prediction API."""
    details: dict[str, Detail] = {
        "switch": switch.id,
        "phase": seen.phase.value,
        "seconds": seen.seconds,
        "live_before": classifiers_to_json(switch.before or ()),
        "live_after": classifiers_to_json(seen.after),
    }
    return _about(switch, EventKind.SWITCH_SEEN, seen.at, details)


def elsewhere(change: LiveChange, model: str, model_name: str, job: str = "", job_name: str = "") -> HistoryEvent:
    """The event to write when something else is live than before, and nobody here did that.

    Args:
        change: What was seen.
        model: The model whose prediction API it is.
        model_name: What it is called.
        job: The job that is live now; empty where it is none that is known here.
        job_name: What that is called.
    """
    return HistoryEvent(EventKind.LIVE_SEEN, change.seen_at, model, model_name, job, job_name, change.details())


def _about(switch: Switch, kind: EventKind, at: float, details: dict[str, Detail]) -> HistoryEvent:
    return HistoryEvent(kind, at, switch.model, switch.model_name, switch.job, switch.job_name, details)
