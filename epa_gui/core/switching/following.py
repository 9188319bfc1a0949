"""How far a switch has come that the service took, over all prediction APIs of its model. Pure."""

from collections.abc import Sequence

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.live import SWITCH_SECONDS
from epa_gui.core.account.live_progress import LivePhase, LiveProgress, live_progress
from epa_gui.core.history.deployment import Switch, SwitchSeen
from epa_gui.core.jobs.problem import Problem, ProblemKind

_DOWN = frozenset({ClassifierStatus.FAILED, ClassifierStatus.TERMINATING, ClassifierStatus.TERMINATED})

_ORDER = (
    LivePhase.RUNNING_NEW,
    LivePhase.UPDATING,
    LivePhase.FAILED,
    LivePhase.STOPPED,
    LivePhase.WAITING,
    LivePhase.NOT_SEEN,
)
"""Which of a model's prediction APIs stands for all: nobody knows which of them a switch is for."""

_KINDS = {
    LivePhase.FAILED: ProblemKind.SWITCH_API_FAILED,
    LivePhase.STOPPED: ProblemKind.SWITCH_API_STOPPED,
    LivePhase.NOT_SEEN: ProblemKind.SWITCH_NOT_SEEN,
}

SWITCH_SEEN_KINDS = frozenset(_KINDS.values())
"""The service took the switch, and the prediction API was not seen to run with its model."""


def progress_of(
    switch: Switch, told: Sequence[Classifier], asked_at: float | None, job_model_id: int | None, now: float
) -> LiveProgress:
    """How far a switch has come.

    Args:
        switch: One that the service took, or may have.
        told: The model's prediction APIs as the service told of them last.
        asked_at: When that was, seconds since the epoch (UTC); `None` if it was not asked yet.
        job_model_id: The service's number of the job's model; `None` if it is not known.
        now: Seconds since the epoch (UTC).
    """
    reading = LiveReading(asked_at, tuple(told)) if asked_at is not None else None
    before = {one.classifier_id: one for one in switch.before or ()}
    # One that was down before and is not touched since tells nothing, as long as there is another.
    concerned = [one for one in told if not _is_left_alone(before.get(one.classifier_id), one)] or told
    found = [
        live_progress(
            before.get(one.classifier_id), reading, one.classifier_id, job_model_id, asked_at=switch.at, now=now
        )
        for one in concerned
    ]
    if not found:
        return live_progress(None, None, "", job_model_id, asked_at=switch.at, now=now)
    return min(found, key=lambda each: _ORDER.index(each.phase))


def seen_in(switch: Switch, progress: LiveProgress, told: Sequence[Classifier], now: float) -> SwitchSeen:
    """What there is to put on record of a switch whose progress has ended."""
    seconds: float | None = progress.seconds
    if progress.phase is LivePhase.RUNNING_NEW and progress.seconds >= SWITCH_SECONDS:
        # Nobody looked meanwhile: only the service's own clock may tell how long it took.
        updates = [one.updated_at for one in told if one.updated_at is not None and switch.at < one.updated_at <= now]
        seconds = max(updates) - switch.at if updates else None
    return SwitchSeen(progress.phase, now, seconds, tuple(told))


def problem_of(progress: LiveProgress) -> Problem | None:
    """What is wrong, if it came to nothing."""
    kind = _KINDS.get(progress.phase)
    return None if kind is None else Problem(kind, progress.status_said)


def _is_left_alone(before: Classifier | None, now: Classifier) -> bool:
    return (
        before is not None
        and now.status in _DOWN
        and (before.status, before.model_id, before.version, before.updated_said)
        == (now.status, now.model_id, now.version, now.updated_said)
    )
