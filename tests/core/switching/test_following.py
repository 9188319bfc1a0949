"""How far a switch has come, over all prediction APIs of its model, and when the service is asked again."""

import pytest

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.kept_reading import memory_from_json, readings_from_json, readings_to_json
from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.account.live_schedule import asking_after_trouble, next_asking
from epa_gui.core.history.deployment import Switch, SwitchOutcome
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.switching.following import problem_of, progress_of, seen_in

S = ClassifierStatus


def api(number: int, status: S, updated: float, name: str = "c", version: str = "1") -> Classifier:
    return Classifier(name, number, status, status.value, version, updated_at=updated)


OLD = api(1001, S.RUNNING, 10.0)
OTHER_DOWN = api(1001, S.TERMINATED, 10.0, "d")
NEW = api(2001, S.RUNNING, 150.0, version="2")


@pytest.mark.parametrize(
    ("before", "told", "phase"),
    [
        ((OLD,), (OLD,), LivePhase.WAITING),
        ((OLD,), (api(1001, S.UPDATING, 110.0),), LivePhase.UPDATING),
        ((OLD,), (NEW,), LivePhase.RUNNING_NEW),
        ((OLD,), (api(1001, S.FAILED, 150.0),), LivePhase.FAILED),
        ((OLD,), (api(1001, S.TERMINATED, 150.0),), LivePhase.STOPPED),
        # Nobody knows for which one it is: the first that runs with it is enough, and one left alone tells nothing.
        ((OLD, OTHER_DOWN), (NEW, OTHER_DOWN), LivePhase.RUNNING_NEW),
        ((OLD, OTHER_DOWN), (OLD, OTHER_DOWN), LivePhase.WAITING),
        ((OLD, OTHER_DOWN), (api(1001, S.UPDATING, 110.0), OTHER_DOWN), LivePhase.UPDATING),
        ((OTHER_DOWN,), (OTHER_DOWN,), LivePhase.STOPPED),
        ((), (NEW,), LivePhase.RUNNING_NEW),
    ],
)
def test_how_far_it_has_come(before: tuple[Classifier, ...], told: tuple[Classifier, ...], phase: LivePhase) -> None:
    switch = Switch("s", "m", "j", at=100.0, outcome=SwitchOutcome.DONE, before=before)
    assert progress_of(switch, told, 160.0, 2001, 160.0).phase is phase
    assert progress_of(switch, told, 99.0, 2001, 160.0).phase is LivePhase.WAITING, "told before it was asked for"


def test_half_an_hour_without_a_sight_of_it_is_its_end() -> None:
    switch = Switch("s", "m", "j", at=100.0, outcome=SwitchOutcome.DONE, before=(OLD,))
    assert not progress_of(switch, (OLD,), 1800.0, 2001, 1899.0).has_ended
    progress = progress_of(switch, (OLD,), 1800.0, 2001, 1900.0)
    assert problem_of(progress) == Problem(ProblemKind.SWITCH_NOT_SEEN, "running")


def test_how_long_it_took_is_not_told_where_nobody_looked() -> None:
    switch = Switch("s", "m", "j", at=100.0, outcome=SwitchOutcome.DONE, before=(OLD,))
    assert seen_in(switch, progress_of(switch, (NEW,), 160.0, 2001, 161.0), (NEW,), 160.0).seconds == 60.0
    late = progress_of(switch, (NEW,), 90_000.0, 2001, 90_000.0)
    assert seen_in(switch, late, (NEW,), 90_000.0).seconds == 50.0, "by the service's own clock"
    untold = api(2001, S.RUNNING, 95_000.0)
    assert seen_in(switch, late, (untold,), 90_000.0).seconds is None


@pytest.mark.parametrize(
    ("answered", "switches", "after"),
    [(0, (), 600), (10, (0,), 5), (100, (0,), 15), (400, (0,), 30), (1800, (0,), 600), (400, (0, 399), 5)],
)
def test_when_it_is_asked_again(answered: float, switches: tuple[float, ...], after: float) -> None:
    assert next_asking(answered, switches) == answered + after


@pytest.mark.parametrize(
    ("kind", "failures", "after"),
    [
        (ProblemKind.TIMED_OUT, 1, 15),
        (ProblemKind.TIMED_OUT, 3, 60),
        (ProblemKind.TIMED_OUT, 50, 1800),
        (ProblemKind.KEY_WRONG, 1, 3600),
    ],
)
def test_trouble_makes_it_wait(kind: ProblemKind, failures: int, after: float) -> None:
    assert asking_after_trouble(100.0, failures, Problem(kind)) == 100.0 + after


def test_what_is_kept_of_a_reading_is_read_again() -> None:
    readings = {"acc": LiveReading(160.0, (NEW, OTHER_DOWN))}
    assert readings_from_json(readings_to_json(readings)) == readings


_ODD = ["", "[]", "{", "null", '{"a": 1}', '{"a": {"asked_at": "x", "classifiers": 3}}', 99_999 * "["]


@pytest.mark.parametrize("odd", _ODD)
def test_odd_settings_are_forgotten(odd: str) -> None:
    assert readings_from_json(odd) == {}
    assert memory_from_json(odd) == {}
