"""A practice service under the test's own clock, and a person with a key who asks it things over HTTP."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import requests

from epa_gui.practice import PracticeService

JOB_SECONDS = 20.0


@pytest.fixture
def clock() -> SimpleNamespace:
    """`clock.now` is what time it is, seconds since the epoch."""
    return SimpleNamespace(now=1_750_000_000.0)


@pytest.fixture
def make_practice(tmp_path: Path, clock: SimpleNamespace) -> Iterator[Callable[..., PracticeService]]:
    """Starts practice services on one folder; all are stopped at the end."""
    started = []

    def make(**options: Any) -> PracticeService:
        service = PracticeService(tmp_path / "practice", clock=lambda: float(clock.now), **options)
        started.append(service)
        service.start()
        return service

    yield make
    for service in started:
        service.stop()
    # One that is about to end may still be there for a moment on a busy machine.
    for thread in threading.enumerate():
        if thread.name.startswith("practice-"):
            thread.join(10)
            assert not thread.is_alive(), thread.name


@pytest.fixture
def practice(make_practice: Callable[..., PracticeService]) -> PracticeService:
    """A running service."""
    return make_practice(job_seconds=JOB_SECONDS, link_seconds=300)


@pytest.fixture
def session() -> Iterator[requests.Session]:
    """A plain HTTP session that follows nothing."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.fixture
def ask(practice: PracticeService, session: requests.Session) -> Callable[..., requests.Response]:
    """Calls the API with the practice key: ``ask("GET", job_id)``, ``ask("PUT", job_id + "/update_model")``."""

    def asked(method: str, call: str, *, key: str | None = None, **options: Any) -> requests.Response:
        url = call if call.startswith("http") else f"{practice.url}/v1/external/retrain_jobs/{call}"
        headers = {"x-api-key": key or practice.api_key}
        return session.request(method, url, headers=headers, timeout=10, allow_redirects=False, **options)

    return asked


@pytest.fixture
def download_url(practice: PracticeService, ask: Callable[..., requests.Response]) -> Callable[[str], str]:
    """A fresh link to a job's results; the job is finished first."""

    def fresh(job_id: str) -> str:
        practice.finish(job_id)
        return str(ask("GET", job_id).json()["download_url"])

    return fresh
