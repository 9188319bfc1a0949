"""A web page whose name was pointed at this computer gets nothing: its name is seen, and no key can be guessed."""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from epa_gui.practice import Fault, PracticeService
from epa_gui.practice.host import path_in, refusal_of

FIXED = ("practice-api-key-1f3a", "practice-secret-key-7c2e")
"""The keys of the first version, the same everywhere."""


def sent(practice: PracticeService, head: str, origin: str = "") -> tuple[int, str]:
    """Status and body of the answer to a head of these lines, on a connection of its own."""
    port = urlsplit(origin or practice.url).port or 0
    lines = [line.replace("{port}", str(port)) for line in head.splitlines()]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    first, _, body = answer.decode().partition("\r\n\r\n")
    return int(first.split()[1]), body


def status_call(practice: PracticeService) -> str:
    return f"/v1/external/retrain_jobs/{practice.start_job()}"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "evil.example@127.0.0.1:{port}",
        "127.0.0.1:{port}.evil.example",
        "127.0.0.1",  # port 80
        "127.0.0.1:1",
        "localhost:{port}0",
        "localhost:-{port}",
        "127.0.0.2:{port}",
        "0.0.0.0:{port}",
        "[::2]:{port}",
        "::1:{port}",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.1:{port} evil.example",
    ],
)
def test_a_foreign_host_is_misdirected(practice: PracticeService, host: str) -> None:
    call = f"GET {status_call(practice)} HTTP/1.1\nHost: {host}\nx-api-key: {practice.api_key}"
    status, body = sent(practice, call)
    assert status == 421
    assert "job_" not in body
    assert practice.requests == []


def test_storage_answers_no_foreign_name_either(practice: PracticeService) -> None:
    assert sent(practice, "GET /results/a HTTP/1.1\nHost: evil.example:{port}", practice.storage_url)[0] == 421


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LocalHost:{port}", "[::1]:{port}"])
def test_its_own_names_are_answered(practice: PracticeService, host: str) -> None:
    call = f"GET {status_call(practice)} HTTP/1.1\nHost: {host}\nx-api-key: {practice.api_key}"
    status, body = sent(practice, call)
    assert status == 200
    assert json.loads(body)["status"] == "job_queued"


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [""],
        ["127.0.0.1:{port}", "evil.example"],
        ["evil.example", "127.0.0.1:{port}"],
        ["127.0.0.1:{port}", "127.0.0.1:{port}"],
    ],
)
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_no_host_or_more_than_one_is_a_bad_request(practice: PracticeService, hosts: list[str], version: str) -> None:
    call = [f"GET {status_call(practice)} HTTP/{version}", *(f"Host: {host}" for host in hosts)]
    assert sent(practice, "\n".join([*call, f"x-api-key: {practice.api_key}"]))[0] == 400


@pytest.mark.parametrize(
    ("place", "host", "status"),
    [
        ("http://127.0.0.1:{port}", "127.0.0.1:{port}", 200),
        ("HTTP://LOCALHOST:{port}", "127.0.0.1:{port}", 200),
        ("http://evil.example:{port}", "127.0.0.1:{port}", 421),
        ("http://127.0.0.1:{port}", "evil.example:{port}", 421),
        ("http://evil.example@127.0.0.1:{port}", "127.0.0.1:{port}", 421),
        ("https://127.0.0.1:{port}", "127.0.0.1:{port}", 421),
        ("ftp://127.0.0.1:{port}", "127.0.0.1:{port}", 421),
    ],
)
def test_a_whole_address_as_target_is_looked_at_too(
    practice: PracticeService, place: str, host: str, status: int
) -> None:
    call = f"GET {place}{status_call(practice)} HTTP/1.1\nHost: {host}\nx-api-key: {practice.api_key}"
    assert sent(practice, call)[0] == status


def test_a_fault_is_not_used_up_by_a_foreign_request(practice: PracticeService) -> None:
    practice.misbehave(Fault.json({"status": "odd"}))
    assert sent(practice, "GET / HTTP/1.1\nHost: evil.example")[0] == 421
    assert sent(practice, "GET / HTTP/1.1\nHost: localhost:{port}") == (200, '{"status": "odd"}')


def test_a_foreign_upload_is_refused_unread(practice: PracticeService) -> None:
    call = "PUT /uploads/a/b HTTP/1.1\nHost: evil.example\nContent-Length: 3000000\nExpect: 100-continue"
    assert sent(practice, call, practice.storage_url)[0] == 421


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/a?b=1", "/a?b=1"),
        ("http://127.0.0.1:1/a?b=1#c", "/a?b=1"),
        ("http://127.0.0.1:1", "/"),
        ("http://127.0.0.1:1?b", "/?b"),
        ("*", "*"),
    ],
)
def test_a_whole_address_names_a_path(target: str, path: str) -> None:
    assert path_in(target) == path


def test_what_is_no_address_is_no_call_either() -> None:
    assert refusal_of("*", ["localhost:80"], 80) == 0


# Keys


Make = Callable[..., PracticeService]


def test_keys_are_the_folder_s_own_and_stay(make_practice: Make, tmp_path: Path) -> None:
    first = make_practice()
    first.stop()
    again = make_practice()
    assert (again.api_key, again.secret_key) == (first.api_key, first.secret_key)
    other = PracticeService(tmp_path / "elsewhere")
    assert not {other.api_key, other.secret_key} & {first.api_key, first.secret_key, *FIXED}
    assert len({*map(len, (other.api_key, first.api_key))}) == 1
    assert len(other.api_key) > 40


@pytest.mark.parametrize("key", FIXED)
def test_the_keys_that_were_the_same_everywhere_open_nothing(practice: PracticeService, key: str) -> None:
    host = "Host: 127.0.0.1:{port}"
    assert sent(practice, f"GET {status_call(practice)} HTTP/1.1\n{host}\nx-api-key: {key}")[0] == 400
    call = f"GET /v1/external/api-key?credential_type=retrain&model_id={practice.model_id} HTTP/1.1"
    assert sent(practice, f"{call}\n{host}\nx-api-key: {key}")[0] == 400


def test_a_folder_of_the_first_version_gets_keys_of_its_own_and_keeps_its_jobs(make_practice: Make) -> None:
    before = make_practice()
    jobs = before.seed()
    before.stop()
    path = before._state.folder / "state.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    del kept["api_key"], kept["secret_key"]
    kept["credentials"] = [{"key": FIXED[0], "model_id": 1001, "ends_at": None, "revoked": False}]
    path.write_text(json.dumps(kept), encoding="utf-8")
    after = make_practice()
    assert after.seed() == jobs
    assert after.api_key not in FIXED
    host = "Host: 127.0.0.1:{port}"
    assert sent(after, f"GET {status_call(after)} HTTP/1.1\n{host}\nx-api-key: {FIXED[0]}")[0] == 400
    assert sent(after, f"GET {status_call(after)} HTTP/1.1\n{host}\nx-api-key: {after.api_key}")[0] == 200


def test_a_test_may_choose_the_keys(make_practice: Make) -> None:
    chosen = make_practice(api_key="a-key-of-the-test", secret_key="a-secret-of-the-test")
    assert (chosen.api_key, chosen.secret_key) == ("a-key-of-the-test", "a-secret-of-the-test")
    host = "Host: 127.0.0.1:{port}"
    assert sent(chosen, f"GET {status_call(chosen)} HTTP/1.1\n{host}\nx-api-key: {chosen.api_key}")[0] == 200
