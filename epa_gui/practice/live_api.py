"""What a practice prediction API answers with, and how it stands at a given moment. Pure."""

from dataclasses import dataclass, replace

RUNNING = "running"
UPDATING = "updating"
TERMINATED = "terminated"

UPDATE_SECONDS = 6.0
"""How long a switch takes until the prediction API runs again. (The real one takes minutes.)"""


@dataclass(frozen=True)
class LiveApi:
    """One prediction API, as it is kept. Times are seconds since the epoch.

    Attributes:
        id: The ``classifier_id``.
        owner: The number of the model it was made for.
        key: Its own key, for predictions alone.
        status: How it stands when no switch is under way.
        made_at: When it was made.
        updated_at: When it was changed last.
        version: Counted from 1; one more with every switch.
        model_id: The number of the model that answers.
        job: The job that this model came from; None for the original.
        coming_job: A job that was switched to and does not answer yet.
        coming_model_id: The number of its model.
        switched_at: When it was switched to.
        calls: How many predictions it was asked for.
    """

    id: str
    owner: int
    key: str
    status: str
    made_at: float
    updated_at: float
    version: int = 1
    model_id: int = 0
    job: str | None = None
    coming_job: str | None = None
    coming_model_id: int = 0
    switched_at: float | None = None
    calls: int = 0


def settled(api: LiveApi, now: float, update_seconds: float) -> LiveApi:
    """The same at `now`: a switch that has had its time is done."""
    if api.switched_at is None or now < api.switched_at + update_seconds:
        return api
    return replace(
        api,
        job=api.coming_job,
        model_id=api.coming_model_id,
        version=api.version + 1,
        updated_at=api.switched_at + update_seconds,
        coming_job=None,
        coming_model_id=0,
        switched_at=None,
    )


def standing_of(api: LiveApi) -> str:
    """The service's word for how one that is settled stands."""
    return UPDATING if api.switched_at is not None and api.status == RUNNING else api.status


def switched(api: LiveApi, job: str, model_id: int, now: float) -> LiveApi:
    """The same, once one that is settled was switched to a job: the model before answers until that is done."""
    return replace(api, coming_job=job, coming_model_id=model_id, switched_at=now)
