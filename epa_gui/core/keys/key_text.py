"""An API key as it is pasted, and as it may be shown."""

import re
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.jobs.problem import Problem, ProblemKind

MASK = "••••"
_UNWANTED = re.compile(r"[\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\x00-\x1f\x7f]+")
_LONGEST = 1200
"""Windows keeps about 1,280 characters in one keychain entry."""


@dataclass(frozen=True, slots=True)
class CleanKey:
    """A key ready to be kept.

    Attributes:
        text: The key.
        was_cleaned: Whether spaces, line ends or invisible characters were taken out; people are told.
        problem: Why it cannot be a key; `None` if it can.
    """

    text: str
    was_cleaned: bool
    problem: Problem | None = None

    def __repr__(self) -> str:
        return f"CleanKey({masked(hint(self.text))})"


def clean_key(pasted: str) -> CleanKey:
    """The key in what was pasted, without spaces, line ends, zero-width characters and surrounding quotes."""
    text = _UNWANTED.sub("", pasted)
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    problem = None
    if text and (not text.isascii() or len(text) > _LONGEST):
        problem = Problem(ProblemKind.KEY_WRONG)
    return CleanKey(text, was_cleaned=text != pasted, problem=problem)


class Mistaken(StrEnum):
    """What is pasted in place of a key, and surely is none."""

    PREDICTION_ADDRESS = "prediction address"
    ADDRESS = "address"


def mistaken(key: str) -> Mistaken | None:
    """What a text is that is no key; `None` if it may be one.

    Source of the prediction API's address: the service's manual, ``…/classifiers/{classifier_id}/inference``.
    """
    text = key.lower()
    if "/classifiers/" in text:
        return Mistaken.PREDICTION_ADDRESS
    return Mistaken.ADDRESS if "://" in text else None


def hint(key: str) -> str:
    """The last four characters, all that may be shown; fewer of a short key, so that it is never given away."""
    return key[-4:] if len(key) >= 12 else ""


def masked(last_characters: str) -> str:
    """How a key is shown: ``••••1f3a``."""
    return f"{MASK}{last_characters}"
