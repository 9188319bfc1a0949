"""What is live comes from the service, where its account can be asked."""

import gc
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.service.client import Client
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.jobs.job_list_model import JobColumn
from tests.gui.at_desk import AtDesk

ACCOUNT = "acc"


def connect(desk: AtDesk, practice: PracticeService) -> None:
    """Have the account's secret key kept, and its model known by its number."""
    repository = desk.session.repository
    model = desk.model("Sales forecast")
    assert model is not None
    repository.add_model(replace(model, service_id=practice.model_id, account=ACCOUNT))
    repository.put_account(Account(ACCOUNT, Region.OWN, practice.url, keeps_secret=True))
    desk.session.keys.put_secret(ACCOUNT, practice.secret_key)
    desk.pass_time(1)


def service_of(desk: AtDesk) -> str:
    model = desk.model("Sales forecast")
    assert model is not None
    return model.id


def until_said(desk: AtDesk) -> None:
    """Wait until the service has said what is live."""
    desk.until(lambda: desk.session.switch_coordinator.deployment_of(service_of(desk)).is_said)


def until_taken_in(desk: AtDesk) -> None:
    """Wait until no question about what is live is under way, and each answer is taken in."""
    watch = desk.session._services.live_watch
    desk.qtbot.wait(200)  # one that is due may not have begun yet
    desk.until(lambda: not watch._asking)


def live(desk: AtDesk, job: Job) -> LiveState:
    return desk.session.switch_coordinator.live_state_of(desk.job(job.key))


def live_line(desk: AtDesk) -> str:
    """What the card of the model says of what is live."""
    line = desk.card("Sales forecast").live
    return "" if line is None else line.text


def pass_until(desk: AtDesk, condition: Callable[[], object], step: float = 5.0) -> None:
    """Let time pass in steps until something is so."""

    def passed() -> bool:
        if condition():
            return True
        desk.pass_time(step)
        desk.qtbot.wait(20)
        return bool(condition())

    desk.until(passed)


def switched_elsewhere(practice: PracticeService, job: Job) -> None:
    """Somebody else switches, with a client of their own."""
    client = Client()
    try:
        client.switch(practice.url, practice.api_key, job.id, 10.0)
    finally:
        client.close()


def numbered(desk: AtDesk, name: str) -> Job:
    """A finished job of which the service has told its model's number."""
    job = desk.finished_job(name)
    return desk.until(lambda: desk.job(job.key) if desk.job(job.key).service_model_id else None)


def events(desk: AtDesk, kind: EventKind) -> list[HistoryEvent]:
    return [event for event in desk.history() if event.kind is kind]


@pytest.fixture
def account(desk: AtDesk, practice: PracticeService) -> AtDesk:
    """Somebody whose account is connected, and who has heard from it."""
    connect(desk, practice)
    until_said(desk)
    return desk


def test_the_service_says_that_the_original_model_is_live(account: AtDesk) -> None:
    account.until(lambda: "Said by the service at" in account.card("Sales forecast").details)
    assert live_line(account) == "Original model is live"
    assert "running" in account.card("Sales forecast").details
    assert "as far as this program knows" not in account.card("Sales forecast").details


def test_a_model_without_a_prediction_api_is_not_said_to_be_live(desk: AtDesk, practice: PracticeService) -> None:
    practice.delete_classifier()
    connect(desk, practice)
    desk.until(lambda: desk.session.repository.accounts[ACCOUNT].deploy_key_ends_at)
    desk.qtbot.wait(300)
    assert live_line(desk) != "No prediction API", "another one's may be this model's"
    repository = desk.session.repository
    repository.put_account(replace(repository.accounts[ACCOUNT], known_models=tuple(range(1001, 1012))))
    desk.until(lambda: live_line(desk) == "No prediction API")


def test_that_the_original_was_live_before_is_on_record(account: AtDesk) -> None:
    account.switch(numbered(account, "October"))
    (asked,) = account.until(lambda: events(account, EventKind.SWITCH_ASKED))
    assert asked.details["is_from_original"] is True


def test_a_switch_is_done_when_the_prediction_api_runs_with_the_new_model(
    account: AtDesk, practice: PracticeService
) -> None:
    practice.switches.update_seconds = 80.0
    job = numbered(account, "October")
    account.switch(job)
    assert practice.live_job() == job.id, "the service took it"
    assert live(account, job) is LiveState.SWITCHING
    assert "is live now" not in account.said()
    account.select(job)
    pass_until(account, lambda: "The prediction API is updating" in account.said())
    assert account.cell(job, JobColumn.STANDING) == "Switching…"
    account.until(lambda: live_line(account).startswith("Switching… · "))
    pass_until(account, lambda: live(account, job) is LiveState.LIVE)
    account.until(lambda: "“October” is live now" in account.said())
    account.until(lambda: re.search(r"The switch took 1 min \d+ s", account.said()))
    assert "as far as this program knows" not in account.said()
    (seen,) = account.until(lambda: events(account, EventKind.SWITCH_SEEN))
    before, after = (json.loads(seen.text(name)) for name in ("live_before", "live_after"))
    assert before[0]["model_id"] == practice.model_id
    assert after[0]["model_id"] == account.job(job.key).service_model_id
    assert seen.text("phase") == "running new"
    assert 80 <= (seen.number("seconds") or 0) < 110


def test_quitting_does_not_wait_for_the_prediction_api(account: AtDesk, practice: PracticeService) -> None:
    practice.switches.update_seconds = 600.0
    job = numbered(account, "October")
    account.switch(job)
    assert live(account, job) is LiveState.SWITCHING
    assert not account.session.is_busy()


def test_a_switch_is_followed_on_after_a_restart(
    account: AtDesk, new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    practice.switches.update_seconds = 120.0
    job = numbered(account, "October")
    account.switch(job)
    account.close()
    again = new_desk()
    assert live(again, job) is LiveState.SWITCHING
    pass_until(again, lambda: live(again, job) is LiveState.LIVE)
    (seen,) = again.until(lambda: events(again, EventKind.SWITCH_SEEN))
    assert seen.text("phase") == "running new"


def test_a_switch_made_elsewhere_appears_by_itself(account: AtDesk, practice: PracticeService) -> None:
    here, there = numbered(account, "October"), numbered(account, "November")
    account.switch(here)
    pass_until(account, lambda: live(account, here) is LiveState.LIVE)
    switched_elsewhere(practice, there)
    account.pass_time(60)
    pass_until(account, lambda: live(account, there) is LiveState.LIVE, step=300)
    account.until(lambda: "“November” is live now. The switch was made elsewhere." in account.said())
    assert live(account, here) is LiveState.WAS_LIVE
    assert account.cell(there, JobColumn.STANDING).startswith("Live")
    (seen,) = account.until(lambda: events(account, EventKind.LIVE_SEEN))
    assert (seen.job, seen.job_name) == (there.id, "November")
    assert account.shows_button(account.window, "Show the job")


def test_of_what_is_live_now_only_the_newest_is_said(account: AtDesk, practice: PracticeService) -> None:
    here, there = numbered(account, "October"), numbered(account, "November")
    switched_elsewhere(practice, there)
    account.pass_time(60)
    pass_until(account, lambda: live(account, there) is LiveState.LIVE, step=300)
    account.until(lambda: "“November” is live now. The switch was made elsewhere." in account.said())
    account.switch(here)
    pass_until(account, lambda: live(account, here) is LiveState.LIVE)
    messages = account.window.messages.messages
    account.until(lambda: any("“October” is live now" in message.text for message in messages()))
    assert not any("“November” is live now" in message.text for message in messages())


def test_what_was_seen_holds_after_a_restart(
    account: AtDesk, new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    job = numbered(account, "November")
    switched_elsewhere(practice, job)
    account.pass_time(60)
    pass_until(account, lambda: live(account, job) is LiveState.LIVE, step=300)
    account.until(lambda: events(account, EventKind.LIVE_SEEN))
    account.close()
    practice.switches.lacks_calls = True
    again = new_desk()
    assert live(again, job) is LiveState.LIVE


def test_a_switch_made_while_the_program_was_closed_appears_at_its_start(
    account: AtDesk, new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    job = numbered(account, "November")
    account.close()
    switched_elsewhere(practice, job)
    account.clock.advance(3600)
    again = new_desk()
    again.until(lambda: "“November” is live now. The switch was made elsewhere." in again.said())
    assert live(again, job) is LiveState.LIVE


def test_a_stopped_prediction_api_is_told_before_a_switch_and_after_it(
    account: AtDesk, practice: PracticeService
) -> None:
    job = numbered(account, "October")
    practice.stop_prediction_api()
    dialog = account.open_switch(job)
    account.until(lambda: "The model’s prediction API is not running: stopped" in account.said())
    account.until(lambda: live_line(account) == "Prediction API stopped")
    dialog.reject()
    account.ask_for_switch(job)
    pass_until(account, lambda: account.job(job.key).switch_problem is not None)
    problem = account.job(job.key).switch_problem
    assert problem is not None
    assert problem.kind is ProblemKind.SWITCH_API_STOPPED
    account.select(job)
    account.until(lambda: "Start the prediction API on the model’s" in account.said())
    practice.stop_prediction_api(stopped=False)
    pass_until(account, lambda: live(account, job) is LiveState.LIVE, step=300)
    assert account.job(job.key).switch_problem is None


def test_what_is_not_seen_in_half_an_hour_is_said(account: AtDesk, practice: PracticeService) -> None:
    practice.switches.update_seconds = 7200.0
    job = numbered(account, "October")
    account.switch(job)
    account.pass_time(1700)
    account.qtbot.wait(50)
    assert live(account, job) is LiveState.SWITCHING
    pass_until(account, lambda: live(account, job) is not LiveState.SWITCHING, step=60)
    problem = account.job(job.key).switch_problem
    assert problem is not None
    assert problem.kind is ProblemKind.SWITCH_NOT_SEEN
    assert live(account, job) is LiveState.NO
    account.until(lambda: "was not seen running with this job’s model within 30 minutes" in account.said())


def test_where_it_cannot_be_asked_all_is_as_before(desk: AtDesk, practice: PracticeService) -> None:
    practice.switches.lacks_calls = True
    connect(desk, practice)
    desk.until(lambda: desk.session.repository.accounts[ACCOUNT].not_offered)
    job = numbered(desk, "October")
    desk.switch(job)
    assert live(desk, job) is LiveState.LIVE
    desk.select(job)
    desk.until(lambda: "as far as this program knows" in desk.said())
    asked = [seen for seen in practice.requests if "classifiers" in seen.path]
    desk.pass_time(7200)
    desk.qtbot.wait(100)
    assert [seen for seen in practice.requests if "classifiers" in seen.path] == asked


def test_it_is_asked_every_ten_minutes_and_on_check_now(account: AtDesk, practice: PracticeService) -> None:
    job = numbered(account, "October")
    until_taken_in(account)
    practice.forget_requests()

    def asked() -> int:
        return sum("classifiers" in seen.path for seen in practice.requests)

    account.pass_time(500)
    account.qtbot.wait(200)
    assert asked() == 0
    account.pass_time(101)
    account.until(lambda: asked() == 1)
    account.check_now(job)
    account.until(lambda: asked() == 2)
    until_taken_in(account)
    account.session.scheduler.check_now([job.key])
    account.session.scheduler.check_now([job.key])
    account.until(lambda: asked() == 4)  # the answer under way may be older than the wish


def test_never_more_than_one_question_is_under_way(account: AtDesk, practice: PracticeService) -> None:
    second = Account("second", Region.OWN, practice.url, keeps_secret=True)
    account.session.keys.put_secret(second.id, practice.secret_key)
    account.session.repository.put_account(second)
    account.pass_time(1)
    account.until(lambda: second.id in account.session._services.live_watch._watched)
    until_taken_in(account)
    practice.forget_requests()
    practice.misbehave(Fault.delay(1.0), times=2, path="classifiers")
    account.pass_time(700)
    account.until(lambda: len(_asked_at(practice)) == 2)
    first, then = _asked_at(practice)
    assert then - first >= 1.0


def test_trouble_is_asked_about_again_after_a_while(account: AtDesk, practice: PracticeService) -> None:
    practice.forget_requests()
    practice.misbehave(Fault.answer(500), times=-1, path="classifiers")
    account.pass_time(700)
    account.until(lambda: len(_asked_at(practice)) == 1)
    until_taken_in(account)
    account.pass_time(8)
    account.qtbot.wait(200)
    assert len(_asked_at(practice)) == 1
    account.pass_time(8)
    account.until(lambda: len(_asked_at(practice)) == 2)
    until_said(account)  # what it said last stands, with when that was


def _asked_at(practice: PracticeService) -> list[float]:
    return [seen.at for seen in practice.requests if "classifiers" in seen.path]


@pytest.fixture
def practice_elsewhere(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The practice service in a process of its own: what this one holds it got by asking. What it tells of itself."""
    folder = tmp_path / "elsewhere"
    command = [sys.executable, "-m", "epa_gui.practice", "--folder", str(folder), "--job-seconds", "0.1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(8)]
        yield {"folder": str(folder), **dict(line.strip().split(": ", 1) for line in told)}
        process.terminate()


def test_no_key_of_a_prediction_api_is_anywhere(
    new_desk: Callable[[], AtDesk], practice_elsewhere: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """The service's list holds them in clear: they are dropped while it is read."""
    caplog.set_level("DEBUG")
    desk, address = new_desk(), practice_elsewhere["Service address"]
    model = Model("m", "Sales forecast", Region.OWN, address, added_at=1.0, service_id=1001, account=ACCOUNT)
    desk.session.repository.add_model(model)
    desk.session.keys.put("m", practice_elsewhere["API key"])
    desk.session.repository.put_account(Account(ACCOUNT, Region.OWN, address, keeps_secret=True))
    desk.session.keys.put_secret(ACCOUNT, practice_elsewhere["Secret key"])
    added = desk.add_job(practice_elsewhere["Finished job"], "October")
    job = desk.until(lambda: desk.job(added.key) if desk.job(added.key).service_model_id else None)
    until_said(desk)
    desk.switch(job)
    pass_until(desk, lambda: live(desk, job) is LiveState.LIVE, step=1)
    desk.until(lambda: events(desk, EventKind.SWITCH_SEEN))
    desk.actions.history.trigger()
    desk.qtbot.wait(200)
    gc.collect()
    held = held_in_memory()
    keys = _keys_in(Path(practice_elsewhere["folder"]))
    assert len(keys) >= 3
    assert [holder for key, holder in held.items() if key in keys] == []
    assert not _MARKER.search(caplog.text.encode())
    desk.close()
    assert not _keys_in(desk.folder)


_MARKER = re.compile(rb"practice-prediction-key-[0-9a-f]{24}")


def _keys_in(folder: Path) -> set[bytes]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {key for file in files for key in _MARKER.findall(file.read_bytes())}


def held_in_memory() -> dict[bytes, str]:
    """The keys of practice's prediction APIs that Python's collector can reach, with what holds each."""
    found: dict[bytes, str] = {}
    for holder in gc.get_objects():
        for text in _texts(holder):
            raw = text.encode(errors="replace") if isinstance(text, str) else text
            if isinstance(raw, bytes | bytearray) and b"practice-pred" in raw:
                found |= {bytes(key): f"{type(holder).__name__}: {raw[:80]!r}" for key in _MARKER.findall(raw)}
    return found


def _texts(holder: object) -> Iterator[object]:
    """What an object refers to, also by way of what the collector leaves out: as a dictionary of nothing but texts."""
    for each in gc.get_referents(holder):
        yield each
        if isinstance(each, dict | tuple) and not gc.is_tracked(each):
            yield from _texts(each)


def test_the_search_for_keys_finds_one_that_is_held() -> None:
    held = [{"classifiers": ({"api_key": "practice-prediction-key-" + 24 * "0"},)}]
    assert any(key.endswith(24 * b"0") for key in held_in_memory())
    held.clear()
