"""How long an API key lives, and when to speak of its end. Pure: the clock comes in."""

from collections.abc import Iterable
from enum import StrEnum

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.said_time import DAY as DAY  # noqa: PLC0414  told here too
from epa_gui.core.jobs.said_time import time_in

PASTED_KEY_SECONDS = 30 * DAY
"""How long a key copied from the console is valid. Source: the service's manual for its console."""

SOON = 7 * DAY
"""Seconds before its end from which a key is spoken of."""


RENEW_BEFORE = 5 * DAY
"""Seconds before its end from which a key is renewed by itself."""

RENEW_AT_LAST = DAY
"""Seconds before its end from which it is renewed even though a job of the model runs."""


class KeyWarning(StrEnum):
    """What to say about a key's end, the gravest first."""

    ENDED = "ended"
    ENDS_BEFORE_JOB = "ends before job"
    ENDS_SOON = "ends soon"


def key_warning(model: Model, ends_of_jobs: Iterable[float], now: float) -> KeyWarning | None:
    """What to say about the end of the model's API key; `None` where it is far off or unknown.

    An end that is only about right is treated like one the service told.

    Args:
        model: Whose key.
        ends_of_jobs: When its jobs in progress are estimated to end, seconds since the epoch (UTC).
        now: Seconds since the epoch (UTC).
    """
    end = model.key_ends_at
    if end is None:
        return None
    if end <= now:
        return KeyWarning.ENDED
    if any(job_end > end for job_end in ends_of_jobs):
        return KeyWarning.ENDS_BEFORE_JOB
    return KeyWarning.ENDS_SOON if end - now <= SOON else None


def is_renewal_due(model: Model, ends_of_jobs: Iterable[float | None], now: float) -> bool:
    """Whether a new key is to be issued for a model now, in place of the one that ends.

    Not while a job of the model runs, unless the key would end first: nobody knows whether a new key ends the old one.

    Args:
        model: Whose key.
        ends_of_jobs: When its jobs in progress are estimated to end, seconds since the epoch (UTC); `None` for one of
            which that cannot be said.
        now: Seconds since the epoch (UTC).
    """
    end = model.key_ends_at
    if end is None or end - now > RENEW_BEFORE:
        return False
    jobs = list(ends_of_jobs)
    return not jobs or end - now <= RENEW_AT_LAST or any(job is not None and job > end for job in jobs)


def end_in(said: str) -> float | None:
    """When a key ends by the service's words, seconds since the epoch (UTC); `None` if they are not understood.

    The form of `end_date` is undocumented (source: Get API Key API): see `time_in` for what is read. A date alone is
    that day's last second, UTC. Text of any kind is taken; nothing is raised.
    """
    return time_in(said, at_day_end=True)
