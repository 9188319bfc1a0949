"""Texts of usual length, in the person's language: for room to be made in a table before anything is there."""

from PySide6.QtCore import QDate, QDateTime, QTime

from epa_gui.ui.base import formatting

JOB_NAME = "November data, second try"
MODEL_NAME = "Customer churn Japan"
"""Names are people's own; these are of a usual length."""

_YEAR = 2028
"""With the widest of digits, in most fonts."""


def moments() -> list[str]:
    """Points in time of another year, some of each month: names of months differ in length, as do digits."""
    return [formatting.moment(at, 0.0) for at in _late_on_long_days()]


def recent_moments() -> list[str]:
    """The same, of this year."""
    return [formatting.recent_moment(at, at + 86400 * 2) for at in _late_on_long_days()]


def _late_on_long_days() -> list[float]:
    days = [QDate(_YEAR, month, day) for month in range(1, 13) for day in (20, 28)]
    return [QDateTime(day, QTime(20, 58, 58)).toSecsSinceEpoch() for day in days]
