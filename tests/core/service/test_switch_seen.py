"""A switch as the service tells of it, over real HTTP: done when it was seen, and seen when somebody else did it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from epa_gui.core.account.classifier import Classifier, LiveReading
from epa_gui.core.account.live import LiveKind, OwnSwitch, changes_seen, classifiers_by_model, what_is_live
from epa_gui.core.account.live_progress import LivePhase, live_progress
from epa_gui.core.account.prediction import Prediction, PredictionRow
from epa_gui.core.account.prediction_comparison import compare_predictions
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.service.client import Client
from epa_gui.practice import PracticeService

MODEL = Model("churn", "Customer churn", Region.PRACTICE, service_id=1001)
TURNED = "\n".join(["visits,plan,weekday,stays", *(["38,pro,3,no"] * 60), *(["1,basic,1,yes"] * 20)])


@pytest.fixture
def clock() -> SimpleNamespace:
    return SimpleNamespace(now=1_750_000_000.0)


@pytest.fixture
def practice(tmp_path: Path, clock: SimpleNamespace) -> Iterator[PracticeService]:
    with PracticeService(tmp_path / "service", clock=lambda: float(clock.now)) as service:
        yield service


@pytest.fixture
def read(practice: PracticeService, client: Client, clock: SimpleNamespace) -> Callable[[], LiveReading]:
    key = practice.issue_account_key("deploy")
    return lambda: client.classifiers(practice.url, key, clock.now)


@pytest.fixture
def job(practice: PracticeService, client: Client, clock: SimpleNamespace) -> Job:
    job_id = practice.start_job(TURNED.encode())
    practice.finish(job_id)
    number = client.status(practice.url, practice.api_key, job_id, clock.now).model_id
    return Job(job_id, MODEL.id, service_model_id=number)


def own(reading: LiveReading, jobs: list[Job]) -> Classifier:
    (classifier,) = classifiers_by_model(reading, [MODEL], jobs, {})[MODEL.id]
    return classifier


def test_a_switch_is_followed_until_the_new_model_runs(
    practice: PracticeService, client: Client, clock: SimpleNamespace, read: Callable[[], LiveReading], job: Job
) -> None:
    first = read()
    before, asked_at = own(first, [job]), clock.now
    assert what_is_live(before, MODEL, [job]).kind is LiveKind.ORIGINAL
    client.switch(practice.url, practice.api_key, job.id, 30)
    phases = []
    for _ in range(4):
        now = live_progress(
            before, read(), before.classifier_id, job.service_model_id, asked_at=asked_at, now=clock.now
        )
        phases.append(now.phase)
        clock.now += 2
    assert phases == [LivePhase.UPDATING] * 3 + [LivePhase.RUNNING_NEW]
    assert now.seconds == 6
    last = read()
    assert what_is_live(own(last, [job]), MODEL, [job]).job == job
    assert changes_seen(first, last, {before.classifier_id: [OwnSwitch(asked_at, job.service_model_id)]}) == ()


def test_a_switch_made_elsewhere_is_seen(
    practice: PracticeService, clock: SimpleNamespace, read: Callable[[], LiveReading], job: Job
) -> None:
    before = read()
    elsewhere = Client()
    elsewhere.switch(practice.url, practice.api_key, job.id, 30)
    elsewhere.close()
    clock.now += 6
    (change,) = changes_seen(before, read())
    assert (change.from_model_id, change.to_model_id) == (1001, job.service_model_id)
    assert change.updated_at == clock.now


def test_the_same_rows_before_and_after_a_switch_show_what_it_changed(
    practice: PracticeService, client: Client, clock: SimpleNamespace, job: Job
) -> None:
    api = practice.prediction_api()
    assert api is not None
    rows = [
        PredictionRow(("visits", "plan", "weekday"), fields) for fields in (("38", "pro", "3"), ("1", "basic", "1"))
    ]

    def ask() -> list[Prediction]:
        return [client.predict(practice.prediction_address(), api.key, row, "stays") for row in rows]

    before = ask()
    client.switch(practice.url, practice.api_key, job.id, 30)
    clock.now += 6
    found = compare_predictions(before, ask(), about="yes")
    assert (found.asked, found.answered, found.changed) == (2, 2, 2)
    assert found.rows[0].probability is not None
    assert found.rows[0].probability.name == "yes"
    assert {row.after.version for row in found.rows if row.after} == {"2"}
