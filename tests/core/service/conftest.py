"""A client, and what came of asking: an `Answer` or a `Problem`, nothing else."""

import time
from collections.abc import Callable, Iterator

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError
from epa_gui.core.service.client import Client
from epa_gui.practice import PracticeService

Ask = Callable[..., Answer | Problem]


@pytest.fixture
def client() -> Iterator[Client]:
    """A client of this thread."""
    client = Client()
    yield client
    client.close()


@pytest.fixture
def job_id(practice: PracticeService) -> str:
    """A job that goes on for the length of a test."""
    return practice.start_job(seconds=3600)


@pytest.fixture
def ask(practice: PracticeService, client: Client, job_id: str) -> Ask:
    """Asks once how the job stands."""

    def asked(*, address: str = "", key: str = "", job: str = "") -> Answer | Problem:
        try:
            return client.status(address or practice.url, key or practice.api_key, job or job_id, time.time())
        except ProblemError as trouble:
            return trouble.problem

    return asked
