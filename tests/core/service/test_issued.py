"""What the service hands out: a place to put a file, an API key. Asked for once, checked, never shown."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.issued import IssuedKey, UploadPlace
from epa_gui.core.service.redaction import redacted
from epa_gui.practice import Fault, PracticeService

LINK = "https://storage.example/up/f.csv?X-Amz-Signature=5ecre7516&X-Amz-Security-Token=70ken"
KEY = "Zk9/aB+c=1234567890abcdefghij"

AskForPlace = Callable[..., UploadPlace]
AskForKey = Callable[..., IssuedKey]


@pytest.fixture
def place(practice: PracticeService, client: Client) -> AskForPlace:
    """Asks for a place to put a file."""

    def asked(file_name: str = "f.csv", key: str = "") -> UploadPlace:
        return client.upload_place(practice.url, key or practice.api_key, file_name)

    return asked


@pytest.fixture
def issue(practice: PracticeService, client: Client) -> AskForKey:
    """Has a key issued."""

    def asked(secret_key: str = "", model_id: int = 0) -> IssuedKey:
        return client.issue_key(practice.url, secret_key or practice.secret_key, model_id or practice.model_id)

    return asked


def problem_with(call: Callable[[], object]) -> Problem:
    with pytest.raises(ProblemError) as trouble:
        call()
    return trouble.value.problem


# A place to put a file


@pytest.mark.parametrize(
    "name",
    [
        "sales.csv",
        "売上データ 2025.csv",
        "が.csv",
        "📈🇯🇵.csv",
        "a b+c%20d.csv",
        '"quote\'s".csv',
        "a#b&c=d?e;f.csv",
        "~!*().csv",
    ],
)
def test_the_files_name_arrives_in_any_script(practice: PracticeService, place: AskForPlace, name: str) -> None:
    got = place(name)
    assert got.link.startswith(practice.storage_url)
    assert got.job_id
    (request,) = practice.requests
    parts = urlsplit(request.path)
    assert parts.path == "/v1/external/retrain_jobs/upload_url"
    assert parse_qs(parts.query, strict_parsing=True) == {"filename": [name]}
    assert "+" not in parts.query


def test_a_name_no_unicode_can_spell_still_asks(practice: PracticeService, place: AskForPlace) -> None:
    assert place("bad\udcff.csv").job_id
    assert practice.requests[0].path.endswith("?filename=bad%3F.csv")


def test_a_place_is_asked_for_with_the_key_and_nothing_about_the_person(
    practice: PracticeService, place: AskForPlace
) -> None:
    place()
    (request,) = practice.requests
    assert (request.origin, request.method) == ("api", "GET")
    assert request.headers == {
        "host": practice.url.removeprefix("http://"),
        "user-agent": "EPA-Desktop",
        "accept-encoding": "identity",
        "accept": "application/json",
        "connection": "keep-alive",
        "x-api-key": practice.api_key,
    }


def test_each_place_is_a_job_of_its_own(place: AskForPlace) -> None:
    assert place().job_id != place().job_id


def test_the_link_is_not_in_what_a_place_says_of_itself() -> None:
    assert "5ecre7516" not in repr(UploadPlace("j1", LINK))


@pytest.mark.parametrize("fault", [Fault.drop(), Fault.reset(), Fault.cut(10)], ids=["drop", "reset", "cut"])
def test_a_place_is_never_asked_for_twice_by_itself(
    practice: PracticeService, client: Client, place: AskForPlace, job_id: str, fault: Fault
) -> None:
    client.status(practice.url, practice.api_key, job_id, 0.0)  # so that there is a kept connection
    practice.forget_requests()
    practice.misbehave(fault, times=-1)
    assert problem_with(place).kind is ProblemKind.CONNECTION_LOST
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.service_error("Inactive_credential."), ProblemKind.KEY_INACTIVE),
        (Fault.service_error("This model may be deleted."), ProblemKind.MODEL_DELETED),
        (Fault.service_error("This user may be deleted."), ProblemKind.ACCOUNT_DELETED),
        (Fault.service_error("Not found configuration_file."), ProblemKind.CONFIGURATION_DELETED),
        (Fault.json({"message": "This job may be deleted."}), ProblemKind.JOB_DELETED),
        (Fault.html(200), ProblemKind.NOT_THE_SERVICE),
        (Fault.html(502), ProblemKind.SERVICE_TROUBLE),
        (Fault.redirect("https://elsewhere.example/"), ProblemKind.REDIRECTED),
        (Fault.too_many_requests("9"), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.deep_json(), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b"x" * 2_000_000), ProblemKind.ANSWER_TOO_LARGE),
    ],
)
def test_no_place_has_a_reason(practice: PracticeService, place: AskForPlace, fault: Fault, kind: ProblemKind) -> None:
    practice.misbehave(fault)
    assert problem_with(place).kind is kind
    assert len(practice.requests) == 1


@pytest.mark.parametrize("job_id", ["j1", "3f2a-77", 7, 2**70, "a/b?c", "x" * 200])
def test_a_job_id_may_be_a_word_or_a_number(practice: PracticeService, place: AskForPlace, job_id: Any) -> None:
    practice.misbehave(Fault.json({"retrain_job_id": job_id, "upload_url": LINK}))
    assert place() == UploadPlace(str(job_id), LINK)


@pytest.mark.parametrize(
    "job_id",
    [
        *(None, "", " ", True, 7.5, [], {}, ["j1"], "j\n1", "j\x001", " j1", '"j1"', "j 1", "ジョブ", ".", "..", "{}"),
        *("https://x.example/j", "\u200bj1", "x" * 201),
    ],
)
def test_what_is_no_job_id_is_no_answer(practice: PracticeService, place: AskForPlace, job_id: Any) -> None:
    practice.misbehave(Fault.json({"retrain_job_id": job_id, "upload_url": LINK}))
    problem = problem_with(place)
    assert problem == Problem(ProblemKind.UNREADABLE_ANSWER, "HTTP 200\nretrain_job_id, upload_url")


@pytest.mark.parametrize(
    "link",
    [
        *(None, "", 5, [LINK], "storage.example/f", "ftp://s.example/f", "file:///etc/passwd", "https://", "http:///f"),
        *("https://[::1/f", "https://s.example:99999/f", "https://s.example:port/f", "https://s.example/f\r\nX: y"),
    ],
)
def test_what_is_no_link_is_no_answer(practice: PracticeService, place: AskForPlace, link: Any) -> None:
    practice.misbehave(Fault.json({"retrain_job_id": "j1", "upload_url": link}))
    assert problem_with(place).kind is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize("link", ["http://s.example/f?sig=5ecre7516", "http://10.0.0.1/f"])
def test_a_link_that_is_not_encrypted_is_refused(practice: PracticeService, place: AskForPlace, link: str) -> None:
    practice.misbehave(Fault.json({"retrain_job_id": "j1", "upload_url": link}))
    problem = problem_with(place)
    assert problem.kind is ProblemKind.LINK_REFUSED
    assert "5ecre7516" not in str(problem)


@pytest.mark.parametrize(
    "body",
    [
        f'{{"upload_url": "{LINK}"}}',
        f'{{"retrain_job_id": "", "upload_url": "{LINK}"}}',
        f'{{"retrain_job_id": "j1", "uploadUrl": "{LINK}"}}',
        f'{{"retrain_job_id": "j1", "data": {{"upload_url": "{LINK}"}}}}',
        '{"retrain_job_id": "j1", "url": "' + LINK.replace("/", "\\/").replace("?", "\\u003f") + '"}',
        '{"retrain_job_id": "j1", "url": "' + LINK.replace("=", "\\u003d") + '"}',
        f'["{LINK}"]',
        f'"{LINK}"',
        f"{LINK}",
        f"<html>{LINK.replace('=', ' ')}</html>",
        f'{{"{LINK}": 1}}',
        f'{{"retrain_job_id": "j1", "upload_url": "{LINK}"',
        f'{{"upload_url": "{LINK}", "x": "{"x" * 2_000_000}"}}',
    ],
    ids=lambda body: body[:50],
)
def test_an_answer_that_cannot_be_used_is_told_without_its_link(
    practice: PracticeService, place: AskForPlace, body: str
) -> None:
    practice.misbehave(Fault.answer(200, body.encode()))
    problem = problem_with(place)
    assert problem.kind in {
        ProblemKind.UNREADABLE_ANSWER,
        ProblemKind.NOT_THE_SERVICE,
        ProblemKind.ANSWER_TOO_LARGE,
    }
    assert "5ecre7516" not in problem.said
    assert "70ken" not in problem.said


def test_what_an_unusable_answer_held_can_be_told_by_name(practice: PracticeService, place: AskForPlace) -> None:
    practice.misbehave(Fault.json({"jobId": "j1", "data": [{"uploadUrl": LINK}], LINK: 1}))
    assert problem_with(place).said == "HTTP 200\njobId, data, uploadUrl"


# An API key


def test_a_key_is_issued_for_the_secret_key(practice: PracticeService, issue: AskForKey, client: Client) -> None:
    issued = issue()
    assert issued.end_date.endswith("Z")
    (request,) = practice.requests
    assert request.path == f"/v1/external/api-key?credential_type=retrain&model_id={practice.model_id}"
    assert request.headers["x-api-key"] == practice.secret_key
    job_id = practice.start_job(seconds=3600)
    assert client.status(practice.url, issued.api_key, job_id, 0.0).status == "job_queued"


def test_no_text_shows_a_key_once_it_has_come(practice: PracticeService, issue: AskForKey) -> None:
    issued = issue()
    assert issued.api_key not in repr(issued)
    assert issued.api_key not in redacted(f"it is {issued.api_key}!")
    assert practice.secret_key not in redacted(f"and this was the secret: {practice.secret_key}")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ({"end_date": "2025-08-01T00:00:00Z"}, "2025-08-01T00:00:00Z"),
        ({"end_date": "2025年8月1日 (金)"}, "2025年8月1日 (金)"),
        ({"end_date": 1754006400}, "1754006400"),
        ({"end_date": 1754006400.5}, "1754006400.5"),
        ({"end_date": "x" * 5000}, "x" * 100 + "…"),
        ({"end_date": "a\x1b[31m"}, "a�[31m"),
        ({"end_date": f"until then, {KEY}"}, "until then, ••••"),
        ({"end_date": None}, ""),
        ({"end_date": True}, ""),
        ({"end_date": ["2025-08-01"]}, ""),
        ({}, ""),
    ],
)
def test_the_end_date_is_taken_as_it_comes(
    practice: PracticeService, issue: AskForKey, sent: dict[str, Any], shown: str
) -> None:
    practice.misbehave(Fault.json({"api_key": KEY, **sent}))
    assert issue() == IssuedKey(KEY, shown)


@pytest.mark.parametrize("key", ["k", "L0ng" * 300, "!#$%&'*+-.^_`|~/=,;:[]{}\"\\<>()@?"])
def test_a_key_is_anything_a_header_and_a_keychain_can_hold(
    practice: PracticeService, issue: AskForKey, key: str
) -> None:
    practice.misbehave(Fault.json({"api_key": key}))
    assert issue().api_key == key


@pytest.mark.parametrize("key", [None, "", 5, True, ["k"], {"k": 1}, "キー", "a b", "a\nb", "a\x00", "\u200bkey"])
def test_what_is_no_key_is_no_answer(practice: PracticeService, issue: AskForKey, key: Any) -> None:
    practice.misbehave(Fault.json({"api_key": key, "end_date": "2025-08-01"}))
    problem = problem_with(issue)
    assert problem == Problem(ProblemKind.UNREADABLE_ANSWER, problem.said)
    assert problem.said.startswith("HTTP 200\napi_key, end_date")


def test_a_key_too_long_for_a_keychain_is_not_taken_and_not_shown(practice: PracticeService, issue: AskForKey) -> None:
    practice.misbehave(Fault.json({"api_key": "y" * 1201}))
    assert problem_with(issue).said == "HTTP 200\napi_key"


@pytest.mark.parametrize(
    "body",
    [
        '{"apiKey": "%s", "endDate": "2025-08-01"}',
        '{"API-KEY": "%s"}',
        '{"data": {"api_key": "%s", "end_date": ""}}',
        '{"api_key": ["%s"]}',
        '{"api_key": {"value": "%s"}}',
        '{"credentials": [{"type": "retrain", "key": "%s"}]}',
        '{"%s": "api_key"}',
        '["%s"]',
        '"%s"',
        "%s",
        "api_key=%s&end_date=2025-08-01",
        "<response><key>%s</key></response>",
        '{"api_key": "%s"',
        '{"token %s": 1, "x": "' + "x" * 2_000_000 + '"}',
    ],
    ids=lambda body: body[:50],
)
@pytest.mark.parametrize("code", [200, 201])
def test_an_answer_that_cannot_be_used_is_told_without_the_key(
    practice: PracticeService, issue: AskForKey, body: str, code: int
) -> None:
    unseen = f"uN5een-{code}-{len(body)}-k3y"  # not yet known to be a secret
    practice.misbehave(Fault.answer(code, (body % unseen).encode()))
    problem = problem_with(issue)
    assert unseen not in str(problem)


@pytest.mark.parametrize("spelling", ['"api_key": "%s"', "'apiKey': '%s'", "api-key=%s", "X-API-Key: %s"])
def test_a_refusal_that_quotes_a_key_does_not_get_it_shown(
    practice: PracticeService, issue: AskForKey, spelling: str
) -> None:
    practice.misbehave(Fault.answer(400, f"no: {spelling % 'uN5een-in-a-refusal'}".encode()))
    problem = problem_with(issue)
    assert problem.said.startswith("HTTP 400\nno: ")
    assert "uN5een" not in problem.said


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("invalid_api_key.", ProblemKind.NO_SUCH_KEY),
        ("Inactive_credential.", ProblemKind.KEY_INACTIVE),
        ("Not_found_credential.", ProblemKind.KEY_WRONG),
        ("This user may be deleted.", ProblemKind.ACCOUNT_DELETED),
        ("This model may be deleted.", ProblemKind.MODEL_DELETED),
        ("Model id is required.", ProblemKind.MODEL_ID_REQUIRED),
    ],
)
def test_a_refusal_has_the_kind_the_message_says(
    practice: PracticeService, issue: AskForKey, message: str, kind: ProblemKind
) -> None:
    practice.misbehave(Fault.service_error(message))
    assert problem_with(issue).kind is kind


def test_an_api_key_in_place_of_the_secret_key_is_refused_by_the_service(
    practice: PracticeService, issue: AskForKey
) -> None:
    assert problem_with(lambda: issue(practice.api_key)).kind in {ProblemKind.NO_SUCH_KEY, ProblemKind.KEY_WRONG}


def test_a_key_is_asked_for_once(practice: PracticeService, issue: AskForKey) -> None:
    practice.misbehave(Fault.drop(), times=-1)
    assert problem_with(issue).kind is ProblemKind.CONNECTION_LOST
    assert len(practice.requests) == 1


@pytest.mark.parametrize("secret_key", ["two\nlines-5ecret", " 5ecret-after-a-space", "5ecret\u200b", "5ecret-キー"])
def test_a_secret_key_no_header_can_carry_is_wrong_and_not_quoted(
    practice: PracticeService, issue: AskForKey, secret_key: str
) -> None:
    problem = problem_with(lambda: issue(secret_key))
    assert problem.kind is ProblemKind.KEY_WRONG
    assert "5ecret" not in str(problem)
    assert practice.requests == []
