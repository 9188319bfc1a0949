"""When a key ends, whatever way the service says it, and when to speak of it."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from epa_gui.core.jobs.key_life import PASTED_KEY_SECONDS, KeyWarning, end_in, key_warning
from epa_gui.core.jobs.model import Model

NOW = 1_750_000_000.0
DAY = 86400.0
TEN = datetime(2026, 12, 23, 10, tzinfo=UTC).timestamp()
END_OF_DAY = datetime(2026, 12, 23, 23, 59, 59, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("2026-12-23T10:00:00Z", TEN),
        ("2026-12-23t10:00:00z", TEN),
        ("2026-12-23T19:00:00+09:00", TEN),
        ("2026-12-23T19:00:00+0900", TEN),
        ("2026-12-23T19:00:00 +09", TEN),
        ("2026-12-23T05:30:00-04:30", TEN),
        ("2026-12-22T22:00:00-12:00", TEN),
        ("2026-12-23T10:00:00", TEN),
        ("2026-12-23T10:00", TEN),
        ("2026-12-23 10:00:00", TEN),
        ("2026-12-23 10:00:00 UTC", TEN),
        ("  2026-12-23 10:00:00\n", TEN),
        ("2026-12-23T10:00:00.5Z", TEN + 0.5),
        ("2026-12-23T10:00:00.123456789+00:00", TEN + 0.123456789),
        ("2026-12-23T10:00:00,25Z", TEN + 0.25),
        ("2026/12/23 10:00:00", TEN),
        ("2026/12/23 10:00", TEN),
        ("2026/12/23", END_OF_DAY),
        ("2026-12-23", END_OF_DAY),
        ("2026年12月23日", END_OF_DAY),
        ("２０２６年１２月２３日", END_OF_DAY),
        ("2026年12月23日 10:00", TEN),
        ("Wed, 23 Dec 2026 10:00:00 GMT", TEN),
        ("Wed, 23 Dec 2026 19:00:00 +0900", TEN),
        ("wed, 23 dec 2026 10:00:00 gmt", TEN),
        ("23 Dec 2026 10:00:00", TEN),
        ("Wednesday, 23-Dec-2026 10:00:00 GMT", TEN),
        ("1798020000", TEN),
        ("1798020000.5", TEN + 0.5),
        ("1798020000000", TEN),
        ("1798020000250", TEN + 0.25),
        ("2026/1/5", datetime(2026, 1, 5, 23, 59, 59, tzinfo=UTC).timestamp()),
        ("2026年1月5日 9:05", datetime(2026, 1, 5, 9, 5, tzinfo=UTC).timestamp()),
        ("2028-02-29", datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC).timestamp()),
        ("2015-01-01T00:00:00Z", datetime(2015, 1, 1, tzinfo=UTC).timestamp()),
        ("2200-12-31", datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp()),
    ],
)
def test_the_end_is_read_in_what_is_common(said: str, end: float) -> None:
    assert end_in(said) == pytest.approx(end, abs=1e-5)


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "never",
        "soon, on 2026-12-23",
        "2026-12-23 or so",
        "2026",
        "2026-12",
        "23/12/2026",
        "12/23/26",
        "2026-13-01",
        "2026-02-29",
        "2026-12-32",
        "2026-12-23T25:00:00Z",
        "2026-12-23T10:61:00Z",
        "2026-12-23T10:00:00+25:00",
        "Wed, 23 Foo 2026 10:00:00 GMT",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+09:00",
        "9999-12-31T23:59:59-09:00",
        "2014-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "0",
        "2592000",
        "-1798020000",
        "1420070399",
        "7289654400",
        "1798020000000000",
        "²",
        "٢٠٢٦-١٢-٢٣",
        "NaN",
        "Infinity",
        "1e12",
        "9" * 5000,
        "2026-12-23" + " " * 5000,
    ],
)
def test_what_is_not_understood_or_absurd_is_no_end(said: str) -> None:
    assert end_in(said) is None


pieces = some.sampled_from(["2026", "12", "23", "-", "/", "年", "月", "日", "T", ":", ".", "Z", "+09", "Dec", ",", " "])
any_text = some.text(some.characters(exclude_categories=[])) | some.lists(pieces).map("".join)


@given(any_text)
@example("\ud800")
@example("\ufdfa" * 100)
@example("2026-12-23T10:00:00+" + "9" * 80)
def test_no_text_ever_raises_and_no_end_is_absurd(said: str) -> None:
    end = end_in(said)
    assert end is None or 2015 <= datetime.fromtimestamp(end, UTC).year <= 2200


zones = some.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = some.datetimes(datetime(2015, 1, 3), datetime(2200, 12, 29), timezones=zones)  # noqa: DTZ001  zones follow


@given(moments)
def test_every_moment_written_by_the_standard_library_is_read_back(moment: datetime) -> None:
    assert end_in(moment.isoformat()) == pytest.approx(moment.timestamp(), abs=1e-5)
    assert end_in(str(moment)) == pytest.approx(moment.timestamp(), abs=1e-5)
    second = int(moment.timestamp())
    assert end_in(format_datetime(moment)) == second
    assert end_in(str(second)) == second
    assert end_in(f"{second}000") == second


def test_a_pasted_key_lives_thirty_days() -> None:
    assert timedelta(seconds=PASTED_KEY_SECONDS) == timedelta(days=30)


@pytest.mark.parametrize(
    ("ends_in", "jobs_end_in", "warning"),
    [
        (None, [], None),
        (None, [DAY], None),
        (-DAY, [], KeyWarning.ENDED),
        (-DAY, [DAY], KeyWarning.ENDED),
        (0, [], KeyWarning.ENDED),
        (1, [], KeyWarning.ENDS_SOON),
        (7 * DAY, [], KeyWarning.ENDS_SOON),
        (7 * DAY + 1, [], None),
        (30 * DAY, [], None),
        (1, [0.5], KeyWarning.ENDS_SOON),
        (1, [2], KeyWarning.ENDS_BEFORE_JOB),
        (1, [1], KeyWarning.ENDS_SOON),
        (20 * DAY, [DAY, 21 * DAY, 2 * DAY], KeyWarning.ENDS_BEFORE_JOB),
        (20 * DAY, [DAY, 19 * DAY, -DAY], None),
    ],
)
@pytest.mark.parametrize("told", ["", "2026-12-23"], ids=["about", "told"])
def test_a_key_is_spoken_of_in_time(
    ends_in: float | None, jobs_end_in: list[float], warning: KeyWarning | None, told: str
) -> None:
    model = Model("m", "", key_ends_at=None if ends_in is None else NOW + ends_in, key_end_said=told)
    assert key_warning(model, (NOW + seconds for seconds in jobs_end_in), NOW) is warning
