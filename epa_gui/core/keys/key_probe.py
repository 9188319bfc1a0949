"""What tells whether the service knows an API key: it has no call that tries one."""

from enum import StrEnum

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind

PROBE_JOB = "epa-desktop-key-test"
"""A job that cannot exist: a good key hears that there is no such job, a bad one hears that there is no such key."""

_ABOUT_THE_JOB = frozenset({ProblemKind.JOB_NOT_FOUND, ProblemKind.JOB_DELETED})


class KeyStanding(StrEnum):
    """What the service thinks of a key."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """No answer, or one that says nothing about keys."""


def standing_of(problem: Problem | None) -> KeyStanding:
    """What the answer about `PROBE_JOB` says of the key; `problem` is `None` for an answer about that job."""
    if problem is None or problem.kind in _ABOUT_THE_JOB:
        return KeyStanding.ACCEPTED
    return KeyStanding.REFUSED if problem.kind in KEY_KINDS else KeyStanding.UNKNOWN
