"""When an account is asked again what is live. Pure: times come in."""

import math
from collections.abc import Iterable

from epa_gui.core.account.live import SWITCH_SECONDS
from epa_gui.core.jobs.backoff import Backoff
from epa_gui.core.jobs.problem import KEY_KINDS, KEYCHAIN_KINDS, LASTING_KINDS, Problem

USUAL_SECONDS = 600.0
"""How often it is asked when nothing is expected to change."""

_PACES = ((60.0, 5.0), (300.0, 15.0), (SWITCH_SECONDS, 30.0))
"""So long after a switch was asked for, and so often it is asked then; seconds."""

_BACKOFF = Backoff.doubling(15.0, 1800.0, 3600.0)
_LASTING_SECONDS = 3600.0

_STAYS = KEY_KINDS | KEYCHAIN_KINDS | LASTING_KINDS


def next_asking(answered_at: float, switches: Iterable[float] = ()) -> float:
    """When to ask again after an answer, seconds since the epoch (UTC).

    Args:
        answered_at: When it was asked last, and answered.
        switches: When the switches were asked for that are not seen yet.
    """
    return answered_at + min((_pace(answered_at - asked_at) for asked_at in switches), default=USUAL_SECONDS)


def asking_after_trouble(asked_at: float, failures: int, problem: Problem) -> float:
    """When to ask again after trouble; what only a person can end is tried rarely.

    Args:
        asked_at: When it was asked.
        failures: How often in a row there was trouble, once at least.
        problem: The trouble.
    """
    if problem.kind in _STAYS:
        return asked_at + _LASTING_SECONDS
    return asked_at + (_BACKOFF.wait(failures, problem.retry_after) or math.inf)


def _pace(since: float) -> float:
    return next((pace for until, pace in _PACES if since < until), USUAL_SECONDS)
