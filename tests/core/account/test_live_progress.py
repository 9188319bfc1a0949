"""A switch is done when the prediction API was seen to run with the new model, and not before."""

from dataclasses import replace

import pytest

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.live_progress import LivePhase, LiveProgress, live_progress

ASKED = 1000.0
JOB = 11
OLD = Classifier("c", 1, ClassifierStatus.RUNNING, "running", "1", updated_at=500.0, updated_said="at 500")
NEW = replace(OLD, model_id=JOB, version="2", updated_at=1100.0, updated_said="at 1100")
SILENT = replace(OLD, updated_at=None, updated_said="")
"""The service tells no times."""

WAITING, UPDATING, DONE = LivePhase.WAITING, LivePhase.UPDATING, LivePhase.RUNNING_NEW
FAILED, STOPPED, NOT_SEEN = LivePhase.FAILED, LivePhase.STOPPED, LivePhase.NOT_SEEN


def in_state(classifier: Classifier, status: ClassifierStatus) -> Classifier:
    return replace(classifier, status=status, status_said=status.value)


def progress(
    before: Classifier | None,
    seen: Classifier | None,
    *,
    at: float = 1200.0,
    now: float = 1230.0,
    job: int | None = JOB,
) -> LiveProgress:
    reading = LiveReading(at, (seen,) if seen else ())
    return live_progress(before, reading, "c", job, asked_at=ASKED, now=now)


@pytest.mark.parametrize(
    ("before", "seen", "phase"),
    [
        (OLD, OLD, WAITING),
        (OLD, in_state(OLD, ClassifierStatus.UPDATING), UPDATING),
        (OLD, in_state(OLD, ClassifierStatus.BUILDING), UPDATING),
        (OLD, NEW, DONE),
        (OLD, replace(NEW, version="1"), DONE),  # the number tells
        (OLD, replace(NEW, model_id=1), DONE),  # the version tells: the API keeps its model's number
        (OLD, replace(NEW, model_id=None), DONE),
        (OLD, replace(NEW, model_id=1, version="1"), WAITING),  # updated, but with what?
        (OLD, replace(NEW, model_id=99), WAITING),  # somebody put another model in
        (OLD, replace(NEW, updated_at=500.0), WAITING),  # not updated since
        (OLD, replace(NEW, updated_at=None, updated_said="later"), DONE),
        (OLD, replace(NEW, updated_at=None, updated_said="at 500"), WAITING),
        (SILENT, replace(SILENT, model_id=JOB), DONE),
        (SILENT, replace(SILENT, version="2"), WAITING),  # a version alone is no proof
        (replace(SILENT, model_id=JOB), replace(SILENT, model_id=JOB), WAITING),
        (replace(OLD, model_id=JOB), replace(NEW, version="1"), DONE),  # switched to the same job once more
        (replace(OLD, model_id=JOB), replace(OLD, model_id=JOB), WAITING),
        (None, NEW, DONE),
        (None, OLD, WAITING),
        (OLD, in_state(NEW, ClassifierStatus.FAILED), FAILED),
        (OLD, in_state(OLD, ClassifierStatus.FAILED), FAILED),
        (in_state(OLD, ClassifierStatus.FAILED), in_state(OLD, ClassifierStatus.FAILED), WAITING),
        (in_state(OLD, ClassifierStatus.FAILED), in_state(NEW, ClassifierStatus.FAILED), FAILED),
        (None, in_state(OLD, ClassifierStatus.FAILED), FAILED),
        (OLD, in_state(OLD, ClassifierStatus.TERMINATING), STOPPED),
        (OLD, in_state(NEW, ClassifierStatus.TERMINATED), STOPPED),
        (OLD, in_state(NEW, ClassifierStatus.UNKNOWN), WAITING),
        (OLD, None, WAITING),
        (None, None, WAITING),
    ],
)
def test_each_reading_has_its_phase(before: Classifier | None, seen: Classifier | None, phase: LivePhase) -> None:
    found = progress(before, seen)
    assert found.phase is phase
    assert found.has_ended == (phase not in {WAITING, UPDATING})


def test_without_the_jobs_number_only_a_new_version_tells() -> None:
    assert progress(OLD, NEW, job=None).phase is DONE
    assert progress(OLD, replace(NEW, version="1"), job=None).phase is WAITING
    assert progress(None, NEW, job=None).phase is WAITING


def test_a_reading_of_before_the_switch_tells_nothing() -> None:
    assert progress(OLD, NEW, at=999.0) == LiveProgress(WAITING, 230.0)
    assert live_progress(OLD, None, "c", JOB, asked_at=ASKED, now=1001.0) == LiveProgress(WAITING, 1.0)


def test_it_took_until_it_was_seen() -> None:
    assert progress(OLD, NEW, at=1200, now=1900) == LiveProgress(DONE, 200.0, "running", JOB, "2")
    assert progress(OLD, OLD, at=1200, now=1900).seconds == 900


@pytest.mark.parametrize("seen", [None, OLD, in_state(OLD, ClassifierStatus.UPDATING)])
def test_after_half_an_hour_no_more_is_claimed_than_was_seen(seen: Classifier | None) -> None:
    assert progress(OLD, seen, at=2790, now=2799).phase in {WAITING, UPDATING}
    late = progress(OLD, seen, at=2800, now=2800)
    assert (late.phase, late.status_said) == (NOT_SEEN, seen.status_said if seen else "")
    assert progress(OLD, NEW, at=9000, now=9001).phase is DONE
