"""One measure of two models, as earlier versions kept it of saved results: a figure, and no verdict."""

from dataclasses import dataclass

SIGNIFICANT_DIGITS = 4
"""How exactly such measures are shown."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure of a retrained model beside the one before it, as the results say it.

    Whether it is better, and whether that may be chance, only `VerdictNote` tells.

    Attributes:
        name: The measure, as it came.
        this: The retrained model's value.
        previous: The value of the model before it.
    """

    name: str
    this: float
    previous: float
