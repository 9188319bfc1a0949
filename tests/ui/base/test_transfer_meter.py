"""Speed is that of the last seconds: a line that has become slow is not called fast."""

import pytest

from epa_gui.ui.base import transfer_meter
from epa_gui.ui.base.transfer_meter import Meter


class Watch:
    """The time, moved on by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch()
    monkeypatch.setattr(transfer_meter, "time", watch)
    return watch


def test_it_is_the_speed_of_the_last_three_seconds(watch: Watch) -> None:
    meter, done = Meter(), 500
    meter.begin(done)
    for _ in range(20):
        watch.now += 0.5
        done += 1_000_000
        fast = meter.speed_at(done)
    assert fast == pytest.approx(2_000_000)
    for _ in range(8):
        watch.now += 0.5
        done += 1_000
        slow = meter.speed_at(done)
    assert slow == pytest.approx(2_000)


def test_it_is_told_ten_times_a_second_at_most_and_always_at_the_end(watch: Watch) -> None:
    meter = Meter()
    meter.begin(0)
    watch.now += 0.05
    assert meter.speed_at(100) is None
    assert meter.speed_at(100, is_last=True) == pytest.approx(2000)


def test_what_was_there_before_counts_for_nothing(watch: Watch) -> None:
    meter = Meter()
    meter.begin(5_000_000)
    watch.now += 1.0
    assert meter.speed_at(5_000_100) == pytest.approx(100)
