"""The practice service stops at once, whatever its conversations wait for, also where no system wakes who waits."""

import json
import socket
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from epa_gui.practice import PracticeService


@pytest.fixture(params=["woken", "not woken"], autouse=True)
def _a_system_that_wakes_or_not(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows and macOS do not wake a thread that waits for a socket another one shuts (CPython 91913, 154224)."""
    if request.param == "not woken":
        monkeypatch.setattr(socket.socket, "shutdown", lambda _self, _how: None)


def stop(service: PracticeService) -> None:
    """Stop it; it is over soon, whatever its clients do, and so is every conversation."""
    began = time.monotonic()
    service.stop()
    assert time.monotonic() - began < 10
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("practice-")]


def started(folder: Path) -> PracticeService:
    service = PracticeService(folder / "service")
    service.start()
    return service


def connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname or "", parts.port or 80))


@pytest.mark.parametrize(
    "words",
    [b"", b"GET /v1/ HTT", b"PUT /x HTTP/1.1\r\nContent-Length: 1000\r\n\r\nabc"],
    ids=["a request", "the rest of a request", "a body"],
)
def test_while_it_waits_for(tmp_path: Path, words: bytes) -> None:
    service = started(tmp_path)
    with connected(service.url) as client:
        client.sendall(words)
        time.sleep(0.4)
        stop(service)


def test_while_nobody_takes_what_it_sends(tmp_path: Path) -> None:
    service = started(tmp_path)
    job = service.start_job()
    results = tmp_path / "results.bin"
    with results.open("wb") as file:
        file.truncate(1 << 30)
    service.set_results(job, results)
    service.finish(job)
    asked = urllib.request.Request(
        f"{service.url}/v1/external/retrain_jobs/{job}", headers={"x-api-key": service.api_key}
    )
    with urllib.request.urlopen(asked) as answer:
        link = json.load(answer)["download_url"]
    place = urlsplit(link)
    with connected(link) as client:
        client.sendall(f"GET {place.path}?{place.query} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
        assert client.recv(12) == b"HTTP/1.1 200"
        time.sleep(0.4)
        stop(service)
