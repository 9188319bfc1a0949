"""What is live by the service's word, in place of what the history tells."""

from dataclasses import replace

import pytest

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveChange, LiveKind
from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.history.deployment import (
    Deployment,
    Deployments,
    LiveState,
    Switch,
    SwitchOutcome,
    SwitchSeen,
    after_seen,
    switches_in,
)
from epa_gui.core.history.live_said import as_said
from epa_gui.core.history.switch_events import asked, elsewhere, ended, seen_event
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model

MODEL = Model("m", "Sales", service_id=1001)
OCT, NOV = Job("oct", "m", name="October", service_model_id=2001), Job("nov", "m", service_model_id=2002)
RUNNING, STOPPED = ClassifierStatus.RUNNING, ClassifierStatus.TERMINATED


def api(number: int | None, version: str = "1", status: ClassifierStatus = RUNNING, name: str = "c") -> Classifier:
    return Classifier(name, number, status, status.value, version, updated_at=50.0)


def switch(job: str, at: float = 100.0, outcome: SwitchOutcome = SwitchOutcome.DONE, **more: object) -> Switch:
    return Switch(f"s {job}", "m", job, at=at, outcome=outcome, ended_at=at + 1, **more)  # type: ignore[arg-type]


def said(
    *told: Classifier, switches: tuple[Switch, ...] = (), at: float = 200.0, coming: Switch | None = None
) -> Deployment:
    history = Deployment()
    for each in switches:
        history = history.after(each)
    return as_said(history, MODEL, [(one, at) for one in told], [OCT, NOV], switches, coming)


LIVE, NO, WAS = LiveState.LIVE, LiveState.NO, LiveState.WAS_LIVE
DONE_OCT = switch("oct")
OPEN_OCT = switch("oct", outcome=SwitchOutcome.NOT_CONFIRMED)


@pytest.mark.parametrize(
    ("service", "oct_", "nov", "is_said"),
    [
        (said(api(1001)), NO, NO, True),
        (said(api(2001)), LIVE, NO, True),
        (said(api(2001, status=STOPPED)), LiveState.NOT_ANSWERING, NO, True),
        (said(api(2001, status=STOPPED), api(2001, name="d")), LIVE, NO, True),
        (said(api(2001), api(2002, name="d")), LIVE, LIVE, True),
        (said(api(2002), switches=(DONE_OCT,)), WAS, LIVE, True),
        (said(api(4711), switches=(DONE_OCT,)), WAS, NO, True),
        (said(api(None), switches=(DONE_OCT,)), LIVE, NO, False),
        (said(switches=(DONE_OCT,)), LIVE, NO, False),
        # What it said before the switch is not what it would say now.
        (said(api(2002), switches=(DONE_OCT,), at=99.0), LIVE, NO, False),
        # The switch is on its way: the model before it is live, and the coming one was not.
        (said(api(2002), switches=(DONE_OCT,), at=99.0, coming=DONE_OCT), NO, LIVE, True),
        # A number that a switch leaves as it was says nothing.
        (said(api(1001), switches=(DONE_OCT,)), LIVE, NO, False),
        # Not confirmed stays so until it is seen, or half an hour has passed.
        (said(api(1001), switches=(OPEN_OCT,)), LiveState.NOT_CONFIRMED, NO, True),
        (said(api(2001), switches=(OPEN_OCT,)), LIVE, NO, True),
        (said(api(1001), switches=(OPEN_OCT,), at=2000.0), NO, NO, True),
    ],
)
def test_what_each_job_is(service: Deployment, oct_: LiveState, nov: LiveState, is_said: bool) -> None:
    assert (service.of("oct"), service.of("nov"), service.is_said) == (oct_, nov, is_said)


def test_a_model_that_the_service_tells_of_no_prediction_api_for_has_none() -> None:
    assert as_said(Deployment(), MODEL, (), [OCT], (), is_told_of_none=True).has_no_api
    assert not as_said(Deployment(), MODEL, (), [OCT], ()).is_said
    switched = as_said(Deployment(DONE_OCT), MODEL, (), [OCT], (DONE_OCT,), is_told_of_none=True)
    assert (switched.live, switched.is_said) == (DONE_OCT, False), "what was switched to stays on record"


def seen(job: str, before: Classifier, after: Classifier, phase: LivePhase = LivePhase.RUNNING_NEW) -> Switch:
    return after_seen(switch(job, before=(before,)), SwitchSeen(phase, 150.0, 49.0, (after,)))


def test_a_service_that_keeps_the_number_is_known_by_the_version_that_was_seen() -> None:
    done = seen("oct", api(1001, "1"), api(1001, "2"))
    assert said(api(1001, "2"), switches=(done,)).of("oct") is LIVE
    assert said(api(1001, "3"), switches=(done,)).apis[0].kind is LiveKind.UNKNOWN


def test_a_service_that_changes_the_number_is_believed_that_the_original_is_back() -> None:
    done = seen("oct", api(1001, "1"), api(2001, "2"))
    service = said(api(1001, "3"), switches=(done,))
    assert (service.of("oct"), service.is_said, service.live) == (WAS, True, None)


def test_a_switch_that_was_not_seen_makes_nothing_live() -> None:
    lost = seen("oct", api(1001), api(1001), LivePhase.NOT_SEEN)
    assert Deployment().after(lost) == Deployment()
    assert said(api(1001), switches=(lost,), at=3000.0).of("oct") is NO


def test_what_was_switched_elsewhere_is_made_of_the_service_s_word() -> None:
    live = said(api(2001)).live
    assert live is not None
    assert (live.job, live.job_name, live.since, live.is_elsewhere) == ("oct", "October", 50.0, True)


CHANGE = LiveChange("c", 1001, 2001, "1", "2", after=300.0, seen_at=400.0, updated_at=350.0)


def test_the_history_tells_it_all_again() -> None:
    asking = switch("oct", outcome=SwitchOutcome.DONE, before=(api(1001),))
    done = after_seen(asking, SwitchSeen(LivePhase.RUNNING_NEW, 150.0, 50.0, (api(2001),)))
    told = [asked(asking, "", is_back=False), ended(asking)]
    assert asking.seen is None
    (known,) = switches_in(told).values()
    assert known.is_to_be_seen
    assert known.before is not None
    assert known.before[0].model_id == 1001
    assert done.seen is not None
    told.append(seen_event(asking, done.seen))
    (known,) = switches_in(told).values()
    assert (known.seen, known.since, known.is_to_be_seen) == (done.seen, 150.0, False)
    told.append(elsewhere(CHANGE, "m", "Sales", "nov", "November"))
    service = Deployments(told).of("m")
    assert (service.of("oct"), service.of("nov")) == (WAS, LIVE)
    assert service.live is not None
    assert (service.live.since, service.live.at, service.live.is_elsewhere) == (350.0, 400.0, True)
    told.append(elsewhere(replace(CHANGE, seen_at=500.0), "m", "Sales"))
    assert (Deployments(told).of("m").live, Deployments(told).of("m").of("nov")) == (None, WAS)


def test_a_switch_that_nobody_confirmed_is_done_once_its_model_is_seen_to_run() -> None:
    open_ = switch("oct", outcome=SwitchOutcome.NOT_CONFIRMED, before=(api(1001),))
    told = [asked(open_, "", is_back=False), ended(open_)]
    assert Deployments(told).of("m").of("oct") is LiveState.NOT_CONFIRMED
    told.append(seen_event(open_, SwitchSeen(LivePhase.RUNNING_NEW, 150.0, 50.0, (api(2001),))))
    assert Deployments(told).of("m").of("oct") is LIVE
