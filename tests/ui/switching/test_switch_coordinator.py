"""A switch by the clock: nobody answers here, neither the keychain nor the disk, and the test owns both clocks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.history.deployment import LiveState, Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.key_worker import KeyWorker
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.store_worker import StoreWorker
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator

pytestmark = pytest.mark.usefixtures("qtbot")

NOW = 1_750_000_000.0
MODEL = Model("m", "Sales forecast", Region.OWN, "http://127.0.0.1:9", "1f3a", NOW, NOW)
JOB = Job("oct", "m", name="October", added_at=NOW, status="job_finished")


class Bench:
    """A coordinator among the real parts of a session whose threads were never started."""

    def __init__(self, folder: Path) -> None:
        self.wall = NOW
        self.monotonic = 5_000.0
        self.repository = Repository(StoreWorker(folder), lambda: self.wall)
        self.keys = KeyStore(KeyWorker(SessionKeychain))
        self.coordinator = SwitchCoordinator(self.repository, self.keys, monotonic=lambda: self.monotonic)
        self.ends: list[Switch] = []
        self.coordinator.ended.connect(self.ends.append)
        self.repository.add_model(MODEL)
        self.repository.add_jobs([JOB])

    def sleep(self, seconds: float) -> None:
        """The lid is closed: only the clock on the wall goes on."""
        self.wall += seconds

    def wait(self, seconds: float) -> None:
        """Time passes while somebody keeps setting the clock back."""
        self.monotonic += seconds


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """With one model, and one job of it that has finished."""
    return Bench(tmp_path)


@pytest.mark.parametrize("passes", [Bench.sleep, Bench.wait])
@pytest.mark.parametrize(
    ("has_key", "seconds", "kind"),
    [(False, 120.0, ProblemKind.KEYCHAIN_LOCKED), (True, 15.0, ProblemKind.SWITCH_NOT_RECORDED)],
)
def test_nothing_waits_past_its_deadline(
    bench: Bench, passes: Callable[[Bench, float], None], has_key: bool, seconds: float, kind: ProblemKind
) -> None:
    if has_key:
        bench.keys.put("m", "key-1f3a")
    assert bench.coordinator.switch(JOB.key, "Newer data", is_back=False)
    assert bench.coordinator.waits_for_key(JOB.key) is not has_key
    assert bench.coordinator.is_on_record() is has_key
    passes(bench, seconds)
    bench.coordinator.tick()
    assert bench.ends == []
    assert bench.coordinator.live_state_of(JOB) is LiveState.SWITCHING
    passes(bench, 0.1)
    bench.coordinator.tick()
    bench.coordinator.tick()
    assert [(end.outcome, end.problem) for end in bench.ends] == [(SwitchOutcome.NOT_SENT, Problem(kind))]
    assert bench.repository.jobs[JOB.key].switch_problem == Problem(kind)
    assert bench.coordinator.live_state_of(JOB) is LiveState.NO
    assert bench.coordinator.seconds_left() == 0.0


def test_the_record_has_its_own_time_however_long_the_key_took(bench: Bench) -> None:
    assert bench.coordinator.switch(JOB.key, "Newer data", is_back=False)
    bench.wait(119.0)
    bench.keys.put("m", "key-1f3a")
    bench.wait(14.0)
    bench.coordinator.tick()
    assert bench.coordinator.is_on_record()
    assert bench.coordinator.seconds_left() == 1.0 + 60.0 + 3.0
    assert bench.ends == []


@pytest.mark.parametrize("has_key", [False, True])
def test_after_the_stop_nothing_is_begun_and_all_has_ended(bench: Bench, has_key: bool) -> None:
    if has_key:
        bench.keys.put("m", "key-1f3a")
    assert bench.coordinator.switch(JOB.key, "Newer data", is_back=False)
    bench.coordinator.stop()
    bench.coordinator.end_all()
    assert [end.outcome for end in bench.ends] == [SwitchOutcome.NOT_SENT]
    assert not bench.coordinator.switch(JOB.key, "Once more", is_back=False)
    assert bench.coordinator.under_way("m") is None


def test_whoever_hears_of_an_end_may_ask_again_at_once(bench: Bench) -> None:
    again: list[bool] = []
    bench.coordinator.ended.connect(
        lambda _: again.append(bench.coordinator.switch(JOB.key, "Once more", is_back=False))
    )
    assert bench.coordinator.switch(JOB.key, "Newer data", is_back=False)
    bench.sleep(3600.0)
    bench.coordinator.tick()
    assert again == [True]
    assert bench.coordinator.waits_for_key(JOB.key)
    assert [end.reason for end in bench.ends] == ["Newer data"]
