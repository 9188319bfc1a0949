"""How far a switch has come, as the service says it of the prediction API. Pure: readings and the time come in.

What a switch does to a prediction API is not documented. So nothing is called done that was not seen: it runs, it was
updated since, and it has the job's model or a new version.
"""

from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.live import SWITCH_SECONDS


class LivePhase(StrEnum):
    """How far it has come."""

    WAITING = "waiting"  # the service took the switch; of the prediction API nothing is seen yet
    UPDATING = "updating"
    RUNNING_NEW = "running new"  # done: it runs with the new model
    FAILED = "failed"
    STOPPED = "stopped"  # it does not run: somebody stopped it
    NOT_SEEN = "not seen"  # for `SWITCH_SECONDS` nothing was seen of it: claimed is no more than that


ENDS = frozenset({LivePhase.RUNNING_NEW, LivePhase.FAILED, LivePhase.STOPPED, LivePhase.NOT_SEEN})
"""After these there is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class LiveProgress:
    """How far a switch has come.

    Attributes:
        phase: How far.
        seconds: How long since it was asked for; of one that has ended, until that was seen.
        status_said: The service's own word for how the prediction API stands; empty if it said nothing.
        model_id: The number of the model that is behind it now, if the service said so.
        version: Its version now, in the service's word.
    """

    phase: LivePhase
    seconds: float
    status_said: str = ""
    model_id: int | None = None
    version: str = ""

    @property
    def has_ended(self) -> bool:
        """Whether there is nothing to wait for."""
        return self.phase in ENDS


def live_progress(
    before: Classifier | None,
    reading: LiveReading | None,
    classifier_id: str,
    job_model_id: int | None,
    *,
    asked_at: float,
    now: float,
) -> LiveProgress:
    """How far the switch of one prediction API has come.

    Args:
        before: The prediction API as it was before the switch was asked for; `None` if nobody looked.
        reading: The newest reading; `None` if there is none since.
        classifier_id: The prediction API.
        job_model_id: The service's number of the job's model; `None` if it is not known.
        asked_at: When the switch was asked for, seconds since the epoch (UTC).
        now: Seconds since the epoch (UTC).
    """
    is_since = reading is not None and reading.asked_at >= asked_at
    seen = reading.of(classifier_id) if reading is not None and is_since else None
    phase = LivePhase.WAITING if seen is None else _phase(before, seen, job_model_id)
    until = reading.asked_at if reading is not None and phase in ENDS else now
    seconds = max(0.0, until - asked_at)
    if phase not in ENDS and seconds >= SWITCH_SECONDS:
        phase = LivePhase.NOT_SEEN
    if seen is None:
        return LiveProgress(phase, seconds)
    return LiveProgress(phase, seconds, seen.status_said, seen.model_id, seen.version)


def _phase(before: Classifier | None, seen: Classifier, job_model_id: int | None) -> LivePhase:
    if seen.status in {ClassifierStatus.UPDATING, ClassifierStatus.BUILDING}:
        return LivePhase.UPDATING
    if seen.status in {ClassifierStatus.TERMINATING, ClassifierStatus.TERMINATED}:
        return LivePhase.STOPPED
    if seen.status is ClassifierStatus.FAILED:
        had_failed = before is not None and before.status is ClassifierStatus.FAILED and not _is_touched(before, seen)
        return LivePhase.WAITING if had_failed else LivePhase.FAILED
    is_done = seen.status is ClassifierStatus.RUNNING and _is_new(before, seen, job_model_id)
    return LivePhase.RUNNING_NEW if is_done else LivePhase.WAITING


def _is_new(before: Classifier | None, seen: Classifier, job_model_id: int | None) -> bool:
    """Whether it runs with the job's model since the switch."""
    is_the_jobs = job_model_id is not None and seen.model_id == job_model_id
    if before is None:
        return is_the_jobs
    has_come = is_the_jobs and before.model_id is not None and before.model_id != job_model_id
    newer = _is_newer(before, seen)
    if newer is None:  # the service tells no times: then only the number speaks for sure
        return has_come
    is_other_version = bool(before.version and seen.version) and before.version != seen.version
    is_someone_elses = seen.model_id is not None and job_model_id is not None and not is_the_jobs
    is_someone_elses = is_someone_elses and seen.model_id != before.model_id
    return newer and (is_the_jobs or (is_other_version and not is_someone_elses))


def _is_newer(before: Classifier, seen: Classifier) -> bool | None:
    """Whether it was updated since; `None` if the service's words do not tell."""
    if before.updated_at is not None and seen.updated_at is not None:
        return seen.updated_at > before.updated_at
    if before.updated_said and seen.updated_said:
        return before.updated_said != seen.updated_said
    return None


def _is_touched(before: Classifier, seen: Classifier) -> bool:
    """Whether anything at all was done to it since."""
    return (before.model_id, before.version, before.updated_said) != (seen.model_id, seen.version, seen.updated_said)
