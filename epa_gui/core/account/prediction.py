"""A prediction: what a prediction API answers to one row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PredictionRow:
    """One row to ask about.

    Attributes:
        columns: The column names, without the target.
        fields: Their values, as many.
    """

    columns: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a prediction API answered to one row.

    Source: Inference API, ``prediction_valid.csv``.

    Attributes:
        value: The class or the number, as it was written.
        probabilities: For each class, by the heading of its column, how likely it is: 0 to 1. Empty for numbers.
        version: Which version answered, in the service's word.
    """

    value: str
    probabilities: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    version: str = ""

    def probability_of(self, name: str) -> float | None:
        """How likely a class is; `None` if no column, or more than one, can be its own."""
        if name in self.probabilities:
            return self.probabilities[name]
        found = [share for heading, share in self.probabilities.items() if _is_about(heading, name)]
        return found[0] if len(found) == 1 else None


def _is_about(heading: str, name: str) -> bool:
    """Whether a heading such as “Probability of yes” or “yes (%)” is about the class."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", heading) is not None
