"""The words in pictures. The rooms with a language fill them in; these are what English reads."""

from collections.abc import Callable
from dataclasses import dataclass


def _share(value: float) -> str:
    return _percent(value, 1)


def _percent(value: float, decimals: int) -> str:
    return f"{_fixed(100 * value, decimals)} %"


def _share_of(name: str) -> str:
    return f"{name}, share"


def _number(value: float) -> str:
    return f"{value:,.4g}"


def _fixed(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}"


def _points(value: float, decimals: int) -> str:
    return f"{100 * value:.{decimals}f} points"


def _most_errors(shown: int, there: int) -> str:
    return f"Predicted wrongly, the {shown} worst of {there} classes"


def _count(value: int) -> str:
    return f"{value:,}"


def _day(when: float) -> str:
    # Here, not above: only the trend has days.
    from datetime import UTC, datetime  # noqa: PLC0415

    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Words:
    """What is written on the pictures.

    Attributes:
        old_model: What the model before is called.
        share, number, count, day: How a share of 1, a number, a count and a day (seconds since the epoch) are written.
        share_of: What the column is called that has the shares of a model.
        fixed, percent: How a number and a share of 1 with so many decimals are written.
        points: How a difference of two shares is written, with so many decimals, in percentage points.
        most_errors: What stands at the errors of so many classes of so many.
    """

    old_model: str = "Previous model"
    new_model: str = "New model"
    difference: str = "Difference"
    change: str = "Change"
    metric: str = "Metric"
    meaning: str = "What it means"
    better: str = "better"
    worse: str = "worse"
    difference_in_points: str = "Difference, shares in points"
    lower_is_better: str = "lower is better"
    near_90: str = "best near 90 %"
    predicted: str = "Predicted"
    actual: str = "Actual"
    row_class: str = "Rows of the file"
    column_class: str = "Columns of the file"
    class_word: str = "Class"
    column: str = "Column"
    contribution: str = "Share of all contributions"
    wrong: str = "Predicted wrongly"
    rows: str = "Rows"
    false_alarms: str = "Other rows predicted as this class"
    found: str = "Rows of this class that are found (recall)"
    precision: str = "Correct among those predicted (precision)"
    guessing: str = "Guessing"
    perfect: str = "Predicted = actual"
    job: str = "Job"
    day_word: str = "Finished"
    live: str = "Live now or before"
    not_live: str = "Not live"
    other_rows: str = "Different evaluation rows"
    interval: str = "95 % interval"
    no_interval: str = "no interval"
    share: Callable[[float], str] = _share
    share_of: Callable[[str], str] = _share_of
    number: Callable[[float], str] = _number
    count: Callable[[int], str] = _count
    day: Callable[[float], str] = _day
    fixed: Callable[[float, int], str] = _fixed
    percent: Callable[[float, int], str] = _percent
    points: Callable[[float, int], str] = _points
    most_errors: Callable[[int, int], str] = _most_errors


ENGLISH = Words()
