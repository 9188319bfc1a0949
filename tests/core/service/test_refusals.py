"""Every documented error, in whatever spelling it comes, is understood."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., Answer | Problem]

DOCUMENTED = {
    "invalid_api_key.": ProblemKind.NO_SUCH_KEY,
    "Inactive_credential.": ProblemKind.KEY_INACTIVE,
    "Not_found_credential.": ProblemKind.KEY_WRONG,
    "Not found retrain job.": ProblemKind.JOB_NOT_FOUND,
    "This job may be deleted.": ProblemKind.JOB_DELETED,
    "This user may be deleted.": ProblemKind.ACCOUNT_DELETED,
    "This model may be deleted.": ProblemKind.MODEL_DELETED,
    "Model id is required.": ProblemKind.MODEL_ID_REQUIRED,
    "Not found classifier.": ProblemKind.PREDICTION_API_DELETED,
    "Retrain job is not finished.": ProblemKind.JOB_NOT_FINISHED,
    "Not found configuration_file.": ProblemKind.CONFIGURATION_DELETED,
}
JSON = {"Content-Type": "application/json"}

SPELLINGS: dict[str, Callable[[str], Any]] = {
    "as documented": lambda message: {"code": 4001000204, "error": "PREDA_EXTERNAL_BAD_REQUEST", "message": message},
    "no full stop": lambda message: {"message": message.rstrip(".")},
    "upper case": lambda message: {"message": message.upper()},
    "spaces around": lambda message: {"message": f"  {message}\n"},
    "under other names": lambda message: {"errorCode": "4001000204", "detail": message},
    "nested": lambda message: {"error": {"code": 4001000204, "errors": [{"reason": message}]}},
    "in a list": lambda message: [message],
    "a bare string": lambda message: message,
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("message", DOCUMENTED)
def test_a_documented_message_is_known_in_any_spelling(
    practice: PracticeService, ask: Ask, message: str, spelling: str
) -> None:
    practice.misbehave(Fault.json(SPELLINGS[spelling](message), 400))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.kind is DOCUMENTED[message]
    assert message.rstrip(".").lower() in problem.said.lower()


@pytest.mark.parametrize("code", [200, 201, 400, 401, 403, 404, 409, 418, 422, 500, 503])
@pytest.mark.parametrize("message", ["Inactive_credential.", "Not found retrain job."])
def test_a_documented_message_is_known_under_any_http_code(
    practice: PracticeService, ask: Ask, message: str, code: int
) -> None:
    practice.misbehave(Fault.json({"message": message}, code))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.kind is DOCUMENTED[message]


@pytest.mark.parametrize(
    ("code", "body", "kind"),
    [
        (400, b'{"message": "Something new."}', ProblemKind.REFUSED),
        (401, b"{}", ProblemKind.REFUSED),
        (404, b"", ProblemKind.REFUSED),
        (404, b"not here", ProblemKind.REFUSED),
        (403, b"<html>no</html>", ProblemKind.NOT_THE_SERVICE),
        (404, b"\xef\xbb\xbf \r\n<Error/>", ProblemKind.NOT_THE_SERVICE),
        (200, b"<!DOCTYPE html><html>Please log in</html>", ProblemKind.NOT_THE_SERVICE),
        (407, b"", ProblemKind.PROXY_FAILED),
        (429, b"<html>slow down</html>", ProblemKind.TOO_MANY_REQUESTS),
        (500, b'{"message": "Something new."}', ProblemKind.SERVICE_TROUBLE),
        (502, b"<html>Bad gateway</html>", ProblemKind.SERVICE_TROUBLE),
        (503, b"", ProblemKind.SERVICE_TROUBLE),
        (599, b"[", ProblemKind.SERVICE_TROUBLE),
    ],
)
def test_a_refusal_in_words_nobody_knows_is_told_by_its_code_and_looks(
    practice: PracticeService, ask: Ask, code: int, body: bytes, kind: ProblemKind
) -> None:
    practice.misbehave(Fault.answer(code, body))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.kind is kind
    assert problem.said.startswith(f"HTTP {code}")


def test_the_services_own_words_are_kept_for_details(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.json({"message": "Something new."}, 400))
    assert ask() == Problem(ProblemKind.REFUSED, 'HTTP 400\n{"message": "Something new."}')


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": " 120 "}, 120.0),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "9" * 40}, 999_999_999.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "1.5"}, None),
        ({"Retry-After": "Mon, 99 Foo 9999 99:99:99 GMT"}, None),
        ({"Retry-After": ""}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("code", [429, 503])
def test_the_wait_the_service_asks_for_is_passed_on(
    practice: PracticeService, ask: Ask, code: int, headers: dict[str, str], seconds: float | None
) -> None:
    practice.misbehave(Fault.answer(code, b"", headers))
    problem = ask()
    assert isinstance(problem, Problem)
    assert problem.retry_after == seconds


@pytest.mark.parametrize(
    ("until", "seconds"),
    [
        ("Tue, 01 Jul 2025 10:05:00 GMT", 300.0),
        ("Tue, 01 Jul 2025 09:00:00 GMT", 0.0),
        ("Tuesday, 01-Jul-25 10:00:30 GMT", 30.0),
        ("Wed, 02 Jul 2025 10:00:00 GMT", 86400.0),
    ],
)
def test_a_date_to_wait_for_is_measured_by_the_services_clock(
    tmp_path: Path, client: Client, until: str, seconds: float
) -> None:
    ten_oclock = datetime(2025, 7, 1, 10, tzinfo=UTC).timestamp()
    with PracticeService(tmp_path, clock=lambda: ten_oclock) as practice:
        practice.misbehave(Fault.too_many_requests(until))
        with pytest.raises(ProblemError) as trouble:
            client.status(practice.url, practice.api_key, "j", 0.0)
    assert trouble.value.problem.retry_after == seconds
