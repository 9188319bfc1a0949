"""The service's times are read in whatever common form they come."""

import pytest

from epa_gui.core.jobs.said_time import time_in

NOON = 1_749_988_800.0
"""2025-06-15 12:00:00 UTC."""


@pytest.mark.parametrize(
    "said",
    [
        "2025-06-15T12:00:00Z",
        "2025-06-15T12:00:00",
        "2025-06-15 12:00:00",
        "2025-06-15T21:00:00+09:00",
        "2025-06-15T12:00:00.000Z",
        "2025/06/15 12:00",
        "1749988800",
        "1749988800000",
        "Sun, 15 Jun 2025 12:00:00 GMT",
        " 2025-06-15T12:00:00Z ",
    ],
)
def test_common_forms_are_read(said: str) -> None:
    assert time_in(said) == NOON


def test_a_date_alone_is_its_first_second_or_its_last() -> None:
    assert time_in("2025-06-15") == NOON - 43200
    assert time_in("2025-06-15", at_day_end=True) == NOON + 43199


@pytest.mark.parametrize("said", ["", "yesterday", "0", "2025-13-01", "12:00", "9" * 5000, "2025-06-15T25:00:00", "-1"])
def test_what_is_not_understood_is_no_time(said: str) -> None:
    assert time_in(said) is None
