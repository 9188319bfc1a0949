"""Where a job stands on its way, in one word. Pure."""

import re
from enum import StrEnum

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, Stage, stage_of


class Standing(StrEnum):
    """Each job stands at exactly one of these; in the order of the way."""

    UPLOADING = "uploading"
    NOT_SENT = "not sent"
    NOT_CHECKED = "not checked"  # sent, or adopted, and the service has not said anything of it yet
    TRAINING = "training"  # the service says a word that speaks of no end
    FAILED = "failed"
    FINISHED = "finished"  # and nobody has looked at its results
    LOOKED_AT = "looked at"
    SWITCHING = "switching"
    NOT_CONFIRMED = "not confirmed"  # it was switched to, and nobody knows whether that was done
    PERHAPS_LIVE = "perhaps live"
    LIVE = "live"


_BY_LIVE_STATE = {
    LiveState.SWITCHING: Standing.SWITCHING,
    LiveState.NOT_CONFIRMED: Standing.NOT_CONFIRMED,
    LiveState.PERHAPS_LIVE: Standing.PERHAPS_LIVE,
    LiveState.LIVE: Standing.LIVE,
    LiveState.NOT_ANSWERING: Standing.LIVE,
}


def standing_of(job: Job, live: LiveState) -> Standing:
    """Where a job stands.

    Args:
        job: As it is.
        live: What it is to its model's prediction API.
    """
    if live in _BY_LIVE_STATE:
        return _BY_LIVE_STATE[live]
    if job.is_uploading:
        return Standing.UPLOADING
    stage = stage_of(job.status)  # trouble with asking changes nothing of where it stands
    if stage is Stage.FAILED:
        return Standing.FAILED
    if stage is Stage.FINISHED:
        return Standing.FINISHED if job.opened_at is None else Standing.LOOKED_AT
    if not job.status:
        return Standing.NOT_SENT if job.send_problem else Standing.NOT_CHECKED
    return Standing.TRAINING


_GOING_PARTS = ("train", "running", "progress", "process")
_QUEUE_WORDS = frozenset({"queue", "queued", "enqueued", "queueing", "queuing"})
_WAITING_WORDS = _QUEUE_WORDS | {"wait", "waiting", "pending"}
_FILLING_WORDS = frozenset(
    {"job", "retrain", "retraining", "training", "status", "is", "in", "for", "the", "its", "turn"}
)


def is_plain_word(status: str) -> bool:
    """Whether the service's word says no more than that the job is being trained, so that ours can stand for it.

    Only ``job_finished`` is documented. Where this is false the word itself has to be shown: it is not known.
    """
    lowered = status.casefold()
    return any(part in lowered for part in _GOING_PARTS) or stage_of(status) is Stage.FINISHED


def is_waiting_word(status: str) -> bool:
    """Whether the service's word says that the job waits for its turn, and nothing else.

    “awaiting_capacity_review” may be anything: it is shown as it came.
    """
    return _says_only(status, _WAITING_WORDS)


def speaks_of_waiting(status: str) -> bool:
    """Whether the service's word speaks of waiting, for whatever."""
    return any(part in status.casefold() for part in ("queue", "wait", "pending"))


def is_queue_word(status: str) -> bool:
    """Whether it says that the job waits in the queue, and nothing else."""
    return _says_only(status, _QUEUE_WORDS)


def _says_only(status: str, words: frozenset[str]) -> bool:
    said = set(re.findall(r"\w+", status.casefold().replace("_", " ")))
    return bool(said & words) and said <= words | _FILLING_WORDS
