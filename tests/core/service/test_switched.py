"""A switch is asked for once; what the service did with it is told as it is: yes, no, or nobody knows."""

import threading
import time
from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import connection
from epa_gui.core.service.client import Client
from epa_gui.core.service.reply import Reply
from epa_gui.core.service.switched import NotConfirmedError, confirm_switch
from epa_gui.practice import Fault, PracticeService

JOB = "4f3e"
SECONDS = 5.0

Switch = Callable[..., None]


@pytest.fixture
def finished(practice: PracticeService) -> str:
    """A finished job."""
    return practice.start_job(seconds=0)


@pytest.fixture
def switch(practice: PracticeService, client: Client, finished: str) -> Switch:
    """Asks for a switch."""

    def asked(job: str = "", key: str = "", seconds: float = SECONDS) -> None:
        client.switch(practice.url, key or practice.api_key, job or finished, seconds)

    return asked


def outcome(call: Callable[[], None]) -> tuple[str, Problem | None]:
    try:
        call()
    except NotConfirmedError as trouble:
        return "not confirmed", trouble.problem
    except ProblemError as trouble:
        return "unchanged", trouble.problem
    return "done", None


def test_a_finished_job_is_put_into_service(practice: PracticeService, switch: Switch, finished: str) -> None:
    switch()
    assert practice.live_job() == finished
    (request,) = practice.requests
    assert (request.method, request.path) == ("PUT", f"/v1/external/retrain_jobs/{finished}/update_model")
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers["x-api-key"] == practice.api_key
    assert headers.get("content-length") == "0"
    assert "content-type" not in headers


@pytest.mark.parametrize(
    ("prepare", "kind"),
    [
        (lambda practice, job: practice.say(job, "training"), ProblemKind.JOB_NOT_FINISHED),
        (lambda practice, _job: practice.delete_classifier(), ProblemKind.PREDICTION_API_DELETED),
        (lambda practice, job: practice.delete(job), ProblemKind.JOB_NOT_FOUND),
        (lambda practice, _job: practice.revoke_keys(), ProblemKind.KEY_INACTIVE),
    ],
)
def test_a_refusal_is_told_as_one(
    practice: PracticeService,
    switch: Switch,
    finished: str,
    prepare: Callable[[PracticeService, str], None],
    kind: ProblemKind,
) -> None:
    prepare(practice, finished)
    what, problem = outcome(switch)
    assert what == "unchanged"
    assert problem
    assert problem.kind is kind
    assert practice.live_job() is None


def test_a_wrong_key_is_refused(switch: Switch) -> None:
    what, problem = outcome(lambda: switch(key="wrong-wrong-wrong"))
    assert what == "unchanged"
    assert problem
    assert problem.kind is ProblemKind.NO_SUCH_KEY
    assert "wrong-wrong-wrong" not in problem.said


@pytest.mark.parametrize(
    "fault", [Fault.drop(), Fault.reset(), Fault.cut(3), Fault.delay(30), Fault.drip(1.0, head=True)]
)
def test_without_an_answer_nobody_knows(practice: PracticeService, switch: Switch, fault: Fault) -> None:
    practice.misbehave(fault, path="update_model")
    begun = time.monotonic()
    what, problem = outcome(lambda: switch(seconds=1.0))
    assert what == "not confirmed"
    assert problem
    assert time.monotonic() - begun < 10
    assert len(practice.requests) == 1, "it is never sent a second time by itself"


def test_a_kept_connection_is_not_used(practice: PracticeService, client: Client, switch: Switch) -> None:
    """The other end may close one at any moment: then nobody would know whether the request arrived."""
    job = practice.start_job(seconds=3600)
    client.status(practice.url, practice.api_key, job, 0.0)
    kept = client.guard._sockets.copy()
    switch()
    assert practice.live_job()
    assert kept
    assert all(sock.fileno() < 0 for sock in kept)


ANSWERS = [
    (200, b'{"metadata": {"retrain_job_id": "4f3e"}}', "done"),
    (201, b'\xef\xbb\xbf{"metadata": {"retrain_job_id": "4f3e"}}', "done"),
    (200, b'{"metadata": {"retrain_job_id": "other"}}', "not confirmed"),
    (200, b'{"metadata": {}}', "not confirmed"),
    (200, b"{}", "not confirmed"),
    (200, b"[]", "not confirmed"),
    (204, b"", "not confirmed"),
    (200, b"<html>Please sign in</html>", "not confirmed"),
    (200, b'{"message": "Retrain job is not finished."}', "unchanged"),
    (400, b'{"message": "Not found classifier."}', "unchanged"),
    (400, b'{"message": "words nobody knows"}', "unchanged"),
    (403, b'{"message": "Forbidden"}', "unchanged"),
    (403, b"<html>blocked</html>", "not confirmed"),
    (408, b"{}", "not confirmed"),
    (407, b"", "unchanged"),
    (429, b"", "unchanged"),
    (301, b"", "not confirmed"),
    (302, b"", "not confirmed"),
    (303, b"", "not confirmed"),
    (200, b'{"metadata": {"retrain_job_id": "4f3e"}, "was": ["Not found classifier."]}', "not confirmed"),
    (500, b"{}", "not confirmed"),
    (500, b'{"message": "Retrain job is not finished."}', "unchanged"),
    (502, b"<html>Bad gateway</html>", "not confirmed"),
    (504, b"", "not confirmed"),
]


@pytest.mark.parametrize(("code", "body", "expected"), ANSWERS)
def test_only_the_services_own_yes_is_a_yes_and_only_a_known_no_is_a_no(code: int, body: bytes, expected: str) -> None:
    what, _ = outcome(lambda: confirm_switch(Reply(code, {"Location": "https://else.example/"}, body), JOB))
    assert what == expected


def test_the_service_may_be_silent_until_the_deadline(
    practice: PracticeService, switch: Switch, finished: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Putting a model into service may take longer than any other silence that is put up with."""
    monkeypatch.setattr(connection, "READ_SECONDS", 0.2)
    practice.misbehave(Fault.delay(1.0), path="update_model")
    switch(seconds=10.0)
    assert practice.live_job() == finished


def test_a_computer_that_slept_past_the_deadline_sends_nothing(
    practice: PracticeService, client: Client, finished: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock that measures the deadline stands still in sleep; the one on the wall does not."""
    begun = time.time()
    times = iter([begun])
    monkeypatch.setattr(time, "time", lambda: next(times, begun + 3600))
    what, problem = outcome(lambda: client.switch(practice.url, practice.api_key, finished, SECONDS))
    assert (what, problem and problem.kind) == ("unchanged", ProblemKind.TIMED_OUT)
    assert practice.live_job() is None


def test_what_has_left_is_not_cut_as_if_it_had_not(practice: PracticeService, client: Client, finished: str) -> None:
    assert not practice.requests
    client.switch(practice.url, practice.api_key, finished, SECONDS)
    assert not client.guard.cut_unsent()
    other = Client()
    assert other.guard.cut_unsent()
    what, _ = outcome(lambda: other.switch(practice.url, practice.api_key, finished, SECONDS))
    assert what == "unchanged"
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    ("status", "expected"), [(301, "not confirmed"), (302, "not confirmed"), (307, "unchanged"), (308, "unchanged")]
)
def test_a_redirect_is_not_followed(practice: PracticeService, switch: Switch, status: int, expected: str) -> None:
    practice.misbehave(Fault.redirect(practice.url + "/elsewhere", status), path="update_model")
    what, problem = outcome(switch)
    assert (what, problem and problem.kind) == (expected, ProblemKind.REDIRECTED)
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://127.0.0.1:1", ProblemKind.CONNECTION_REFUSED),
        ("http://nobody.invalid", ProblemKind.NAME_NOT_FOUND),
    ],
)
def test_what_cannot_be_reached_changed_nothing(client: Client, address: str, kind: ProblemKind) -> None:
    what, problem = outcome(lambda: client.switch(address, "k" * 20, JOB, SECONDS))
    assert what == "unchanged"
    assert problem
    assert problem.kind in {kind, ProblemKind.PROXY_FAILED}


def test_a_key_no_header_can_carry_is_never_sent(practice: PracticeService, switch: Switch) -> None:
    what, problem = outcome(lambda: switch(key="key\u200bwith-a-space-nobody-sees"))
    assert (what, problem and problem.kind) == ("unchanged", ProblemKind.KEY_WRONG)
    assert practice.requests == []


def test_what_was_cut_before_it_was_sent_never_leaves(practice: PracticeService, client: Client, finished: str) -> None:
    client.cut()
    what, _ = outcome(lambda: client.switch(practice.url, practice.api_key, finished, SECONDS))
    assert what == "unchanged"
    assert practice.requests == []
    assert practice.live_job() is None


def test_nothing_is_sent_after_the_deadline(practice: PracticeService, client: Client, finished: str) -> None:
    what, problem = outcome(lambda: client.switch(practice.url, practice.api_key, finished, 0.0))
    assert (what, problem and problem.kind) == ("unchanged", ProblemKind.TIMED_OUT)
    assert practice.requests == []


def test_one_cut_while_it_waits_ends_at_once(practice: PracticeService, client: Client, finished: str) -> None:
    practice.misbehave(Fault.delay(30), path="update_model")
    cutter = threading.Timer(0.3, client.cut)
    cutter.start()
    begun = time.monotonic()
    what, _ = outcome(lambda: client.switch(practice.url, practice.api_key, finished, 60.0))
    cutter.join()
    assert what == "not confirmed"
    assert time.monotonic() - begun < 10
