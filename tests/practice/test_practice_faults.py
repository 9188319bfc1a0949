"""The practice service misbehaves as told, and only as told."""

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import requests

from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., requests.Response]
Link = Callable[[str], str]


def until_it_broke(answer: requests.Response) -> bytes:
    """What came of a body that ends too early."""
    got: list[bytes] = []
    pieces = answer.iter_content(1)
    try:
        got.extend(pieces)
    except requests.exceptions.ChunkedEncodingError:
        return b"".join(got)
    raise AssertionError("The body came whole.")


def test_a_fault_strikes_so_many_times(practice: PracticeService, ask: Ask) -> None:
    job = practice.start_job()
    practice.misbehave(Fault.answer(503, b"busy"), times=2)
    assert [ask("GET", job).status_code for _ in range(3)] == [503, 503, 200]


def test_a_fault_strikes_one_path_until_told_to_stop(practice: PracticeService, ask: Ask) -> None:
    bad, good = practice.start_job(), practice.start_job()
    practice.misbehave(Fault.html(500), times=-1, path=bad)
    assert [ask("GET", job).status_code for job in (bad, good, bad)] == [500, 200, 500]
    practice.behave()
    assert ask("GET", bad).ok


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.too_many_requests("7"), (429, "Retry-After", "7", b"")),
        (Fault.redirect("https://elsewhere.example/"), (302, "Location", "https://elsewhere.example/", b"")),
        (Fault.json({"status": 5}), (200, "Content-Type", "application/json", b'{"status": 5}')),
        (Fault.deep_json(3), (200, "Content-Type", "application/json", b"[[[]]]")),
        (Fault.html(502), (502, "Content-Type", "text/html; charset=utf-8", b"<!DOCTYPE html>")),
        (Fault.storage_error(503, "SlowDown"), (503, "Content-Type", "application/xml", b"<?xml")),
        (Fault.answer(299, b"\xff\xfe"), (299, "Content-Length", "2", b"\xff\xfe")),
    ],
)
def test_any_answer_can_be_given(
    practice: PracticeService, ask: Ask, fault: Fault, expected: tuple[int, str, str, bytes]
) -> None:
    practice.misbehave(fault)
    answer = ask("GET", practice.start_job())
    status, header, value, beginning = expected
    assert (answer.status_code, answer.headers[header]) == (status, value)
    assert answer.content.startswith(beginning)


def test_a_documented_error_comes_in_its_documented_body(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.service_error("Not found configuration_file."))
    assert ask("GET", practice.start_job()).json()["code"] == 5001000201


@pytest.mark.parametrize("fault", [Fault.drop(), Fault.reset()])
def test_a_connection_can_end_without_an_answer(practice: PracticeService, ask: Ask, fault: Fault) -> None:
    job = practice.start_job()
    practice.misbehave(fault)
    with pytest.raises(requests.ConnectionError):
        ask("GET", job)
    assert ask("GET", job).ok


def test_an_upload_can_break_in_the_middle(practice: PracticeService, ask: Ask, session: requests.Session) -> None:
    place = ask("GET", "upload_url?filename=a.csv").json()
    practice.misbehave(Fault.reset(after=100_000), path="/uploads/")
    with pytest.raises(requests.ConnectionError):
        session.put(place["upload_url"], data=b"x" * 20_000_000, timeout=10)
    assert ask("GET", place["retrain_job_id"]).json()["status"] == "waiting_for_upload"


def test_a_cut_download_can_be_resumed(
    practice: PracticeService, session: requests.Session, download_url: Link
) -> None:
    job = practice.start_job()
    practice.set_results(job, b"0123456789" * 1000)
    link = download_url(job)
    practice.misbehave(Fault.cut(4321), path="/results/")
    with session.get(link, stream=True, timeout=10) as answer:
        assert answer.headers["Content-Length"] == "10000"
        got = until_it_broke(answer)
    rest = session.get(link, headers={"Range": f"bytes={len(got)}-", "If-Match": answer.headers["ETag"]}, timeout=10)
    assert (len(got), rest.status_code) == (4321, 206)
    assert got + rest.content == practice.results_of(job)


def test_a_resumed_download_can_be_cut_again(
    practice: PracticeService, session: requests.Session, download_url: Link
) -> None:
    job = practice.start_job()
    practice.set_results(job, b"0123456789")
    practice.misbehave(Fault.cut(2, length_promised=False), path="/results/")
    answer = session.get(download_url(job), headers={"Range": "bytes=5-"}, timeout=10)
    assert (answer.status_code, answer.content) == (206, b"56")


def test_without_a_length_a_cut_is_silent(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.cut(5, length_promised=False))
    answer = ask("GET", practice.start_job())
    assert "Content-Length" not in answer.headers
    assert answer.content == b'{"sta'


@pytest.mark.parametrize("fault", [Fault.drip(0.0001), Fault.drip(0.0001, head=True)])
def test_a_dripping_answer_is_still_whole(practice: PracticeService, ask: Ask, fault: Fault) -> None:
    practice.misbehave(fault)
    assert ask("GET", practice.start_job()).json()["status"] == "job_queued"


@pytest.mark.parametrize("fault", [Fault.delay(3600), Fault.drip(3600), Fault.html().late(3600)])
def test_stopping_waits_for_nothing(practice: PracticeService, ask: Ask, fault: Fault) -> None:
    job = practice.start_job()
    practice.misbehave(fault)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(ask, "GET", job)
        while not practice.requests:
            time.sleep(0.001)
        practice.stop()
        with pytest.raises(requests.RequestException):
            asked.result(5)


@pytest.mark.parametrize("size", [900_000, 3_000_000])
def test_an_early_refusal_of_an_upload_is_heard(
    practice: PracticeService, ask: Ask, session: requests.Session, size: int
) -> None:
    link = ask("GET", "upload_url?filename=a.csv").json()["upload_url"]
    practice.misbehave(Fault.storage_error(403, "ExpiredToken"), path="/uploads/")
    assert session.put(link, data=b"x" * size, timeout=10).status_code == 403
    assert session.put(link, data=b"a,b\r\n", timeout=10).ok


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200) + b"\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET http://[::1/ HTTP/1.1\r\nHost: [\r\n\r\n",
        b"PUT /uploads/x/y?X-Amz-Signature=1&X-Amz-Date=x HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"GET /v1/external/retrain_jobs/upload_url?filename=%ff%00\xed\xa0\x80 HTTP/1.1\r\nx-api-key: \xe9\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 500 + b"\r\n",
        b"BREW /pot HTTP/1.1\r\n\r\n",
    ],
)
def test_garbage_ends_nothing(practice: PracticeService, ask: Ask, garbage: bytes) -> None:
    for origin in (practice.url, practice.storage_url):
        port = urlsplit(origin).port
        with socket.create_connection(("127.0.0.1", port or 0), timeout=10) as connection:
            connection.sendall(garbage)
            connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(ConnectionError):
                while connection.recv(1000):
                    pass
    assert ask("GET", practice.start_job()).ok


def test_what_was_sent_where_is_on_record(
    practice: PracticeService, ask: Ask, session: requests.Session, download_url: Link, clock: SimpleNamespace
) -> None:
    link = download_url(practice.start_job())
    session.get(link, timeout=10)
    api, storage = practice.requests
    assert (api.origin, api.method, api.at) == ("api", "GET", clock.now)
    assert api.headers["x-api-key"] == practice.api_key
    assert (storage.origin, storage.path) == ("storage", link.removeprefix(practice.storage_url))
    assert practice.api_key not in json.dumps([storage.path, storage.headers])
    assert urlsplit(link).netloc == storage.headers["host"]


def test_sixteen_connections_are_served_side_by_side(practice: PracticeService) -> None:
    job = practice.start_job(seconds=3600)
    ready = threading.Barrier(16)

    def check_often() -> int:
        with requests.Session() as session:
            session.trust_env = False
            ready.wait(10)
            url = f"{practice.url}/v1/external/retrain_jobs/{job}"
            return sum(session.get(url, headers={"x-api-key": practice.api_key}, timeout=10).ok for _ in range(63))

    began = time.monotonic()
    with ThreadPoolExecutor(16) as pool:
        answered = sum(future.result() for future in [pool.submit(check_often) for _ in range(16)])
    assert answered == 16 * 63
    # 40 ms a request, the price of Nagle's algorithm, would be 2.5 s for each connection even side by side.
    assert time.monotonic() - began < 30


def test_it_runs_alone_until_interrupted() -> None:
    command = [sys.executable, "-m", "epa_gui.practice", "--job-seconds", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = (process.stdout.readline().rstrip("\n").partition(": ") for _ in range(8))
        told = {name: value for name, _, value in lines}
        answer = requests.get(
            f"{told['Service address']}/v1/external/retrain_jobs/{told['Finished job']}",
            headers={"x-api-key": told["API key"]},
            timeout=10,
        )
        process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert answer.json()["status"] == "job_finished"
    assert complaints == ""
