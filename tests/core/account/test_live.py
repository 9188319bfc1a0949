"""What is live, as the service says it: which model it belongs to, and what changed without us."""

from dataclasses import replace

import pytest

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.live import (
    SWITCH_SECONDS,
    LiveChange,
    LiveKind,
    LiveModel,
    OwnSwitch,
    changes_seen,
    classifiers_by_model,
    remembered,
    what_is_live,
)
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region

CHURN, SALES = Model("churn", "Churn", Region.JAPAN, service_id=1), Model("sales", "Sales", Region.JAPAN)
JOBS = [
    Job("j1", "churn", service_model_id=11),
    Job("j2", "churn", service_model_id=12),
    Job("j3", "sales", service_model_id=21),
    Job("j4", "sales"),
    Job("j5", "elsewhere", service_model_id=31),
]
RUNNING = ClassifierStatus.RUNNING


def reading(*classifiers: Classifier, at: float = 100.0) -> LiveReading:
    return LiveReading(at, classifiers)


def ids(by_model: dict[str, tuple[Classifier, ...]]) -> dict[str, list[str]]:
    return {model: [one.classifier_id for one in found] for model, found in by_model.items()}


@pytest.mark.parametrize(
    ("number", "memory", "owners"),
    [
        (1, {}, ["churn"]),
        (11, {}, ["churn"]),
        (21, {}, ["sales"]),
        (31, {}, []),
        (99, {}, []),
        (None, {}, []),
        (99, {"c": "sales"}, ["sales"]),
        (None, {"c": "sales"}, ["sales"]),
        (11, {"c": "sales"}, ["churn"]),  # its number says more than what was
        (99, {"c": "elsewhere"}, []),
        (99, {"d": "sales"}, []),
    ],
)
def test_a_prediction_api_belongs_to_whose_number_it_has(
    number: int | None, memory: dict[str, str], owners: list[str]
) -> None:
    found = classifiers_by_model(reading(Classifier("c", number)), [CHURN, SALES], JOBS, memory)
    assert ids(found) == {owner: ["c"] for owner in owners}


def test_a_model_may_have_several_and_two_models_one() -> None:
    twin = replace(CHURN, id="twin")
    found = classifiers_by_model(reading(Classifier("c", 1), Classifier("d", 12)), [CHURN, twin, SALES], JOBS, {})
    assert ids(found) == {"churn": ["c", "d"], "twin": ["c"]}
    assert remembered({"e": "sales"}, found) == {"e": "sales", "d": "churn"}


def test_what_was_remembered_moves_with_the_number() -> None:
    found = classifiers_by_model(reading(Classifier("c", 21)), [CHURN, SALES], JOBS, {"c": "churn"})
    assert remembered({"c": "churn"}, found) == {"c": "sales"}


@pytest.mark.parametrize(
    ("number", "live"),
    [
        (1, LiveModel(LiveKind.ORIGINAL, None, 1)),
        (12, LiveModel(LiveKind.JOB, JOBS[1], 12)),
        (21, LiveModel(LiveKind.OTHER, None, 21)),
        (99, LiveModel(LiveKind.OTHER, None, 99)),
        (None, LiveModel(LiveKind.UNKNOWN)),
    ],
)
def test_what_is_live_has_a_name(number: int | None, live: LiveModel) -> None:
    assert what_is_live(Classifier("c", number, RUNNING), CHURN, JOBS) == live


def test_what_does_not_run_is_said_not_to() -> None:
    assert not what_is_live(Classifier("c", 12, ClassifierStatus.TERMINATED), CHURN, JOBS).is_running
    assert not what_is_live(Classifier("c", None, ClassifierStatus.UNKNOWN), CHURN, JOBS).is_running


BEFORE = Classifier("c", 1, RUNNING, "running", "1", updated_at=50.0, updated_said="50")


@pytest.mark.parametrize(
    ("after", "is_change"),
    [
        (BEFORE, False),
        (replace(BEFORE, model_id=11), True),
        (replace(BEFORE, version="2"), True),
        (replace(BEFORE, model_id=None), False),
        (replace(BEFORE, version=""), False),
        (replace(BEFORE, status=ClassifierStatus.TERMINATED, status_said="terminated"), False),
        (replace(BEFORE, updated_at=60.0, updated_said="60"), False),
        (replace(BEFORE, classifier_id="new", model_id=11), False),
    ],
)
def test_a_switch_made_elsewhere_is_seen(after: Classifier, is_change: bool) -> None:
    assert bool(changes_seen(reading(BEFORE), reading(after, at=200))) == is_change


def test_what_was_seen_is_told_with_its_times() -> None:
    after = replace(BEFORE, model_id=11, version="2", updated_at=150.0, updated_said="150")
    (change,) = changes_seen(reading(BEFORE), reading(after, at=200))
    assert change == LiveChange("c", 1, 11, "1", "2", 100.0, 200.0, 150.0, "150")
    assert change.details() == {
        "classifier": "c",
        "from_model_id": 1,
        "to_model_id": 11,
        "from_version": "1",
        "to_version": "2",
        "after": 100.0,
        "updated_at": 150.0,
        "updated_said": "150",
    }


def test_a_switch_made_here_explains_a_new_version_under_the_same_number() -> None:
    after = reading(replace(BEFORE, version="2"), at=200)
    assert changes_seen(reading(BEFORE), after)
    assert changes_seen(reading(BEFORE), after, {"c": [OwnSwitch(150, 11)]}) == ()


@pytest.mark.parametrize(
    ("own", "is_ours"),
    [
        (OwnSwitch(150, 11), True),
        (OwnSwitch(150), True),
        (OwnSwitch(100 - SWITCH_SECONDS, 11), True),
        (OwnSwitch(99 - SWITCH_SECONDS, 11), False),
        (OwnSwitch(201, 11), False),
        (OwnSwitch(150, 12), False),  # somebody else was quicker
    ],
)
def test_what_was_done_here_is_not_called_somebody_elses(own: OwnSwitch, is_ours: bool) -> None:
    after = reading(replace(BEFORE, model_id=11, version="2"), at=200)
    assert (changes_seen(reading(BEFORE), after, {"c": [own]}) == ()) == is_ours
    assert changes_seen(reading(BEFORE), after, {"d": [own]})
