"""The time of day in the pictures: it stands still, so that pictures of two days differ in what the program shows."""

from datetime import datetime

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0

AT = datetime(2026, 12, 4, 14, 12).astimezone()
"""A Friday afternoon; the month before is over, so its data can have been sent."""


class Clock:
    """Seconds since the epoch; moved on by a scene."""

    def __init__(self, at: float | None = None) -> None:
        self.now = AT.timestamp() if at is None else at

    def __call__(self) -> float:
        """What time it is."""
        return self.now
