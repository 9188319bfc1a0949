"""Asks the service. One `Client` belongs to one thread; only `cut` may be called by others."""

import time
from urllib.parse import quote, urlsplit

import requests

from epa_gui.jobs.job import Answer
from epa_gui.jobs.problem import Problem, ProblemKind, Trouble
from epa_gui.jobs.region import is_loopback
from epa_gui.service import connection
from epa_gui.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.service.reply import LARGEST_BODY, Reply, answer_in

ANSWER_SECONDS = 30.0
"""The deadline of one check, from the first byte sent to the last one read."""

_PIECE = 65536
_NO_PROXY: dict[str, str] = {"http": "", "https": "", "all": ""}


class Client:
    """Speaks to the service and its storage: pooled connections, a deadline, no redirects."""

    def __init__(self, agent: str = "EPA-Desktop") -> None:
        self.leash = connection.Leash()
        self._session = connection.new_session(self.leash, agent)

    def status(self, address: str, key: str, job_id: str, now: float) -> Answer:
        """Ask once how a job stands.

        Args:
            address: The service's base URL.
            key: The model's API key.
            job_id: The service's ``retrain_job_id``.
            now: Seconds since the epoch, for the answer.

        Raises:
            Trouble: No answer, or none that can be used.
        """
        url = f"{address}/v1/external/retrain_jobs/{quote(job_id, safe='')}"
        return answer_in(self._ask(url, key), job_id, now)

    def _ask(self, url: str, key: str) -> Reply:
        try:
            return self._read(url, key)
        except NETWORK_ERRORS as error:
            problem = problem_of(error, url)
        if problem.kind is not ProblemKind.CONNECTION_LOST:
            raise Trouble(problem)
        # A kept connection may have been closed at the other end just now; that is not worth a word to a person.
        try:
            return self._read(url, key)
        except NETWORK_ERRORS as error:
            raise Trouble(problem_of(error, url)) from error

    def _read(self, url: str, key: str) -> Reply:
        self.leash.deadline = time.monotonic() + ANSWER_SECONDS
        with self.get(url, {"x-api-key": key, "Accept": "application/json"}) as response:
            body = bytearray()
            for piece in response.iter_content(_PIECE):
                body += piece
                if len(body) > LARGEST_BODY:
                    break
            is_cut = len(body) > LARGEST_BODY
            return Reply(response.status_code, response.headers, bytes(body[:LARGEST_BODY]), is_cut)

    def get(self, url: str, headers: dict[str, str]) -> requests.Response:
        """A GET whose body is still to be read; never follows a redirect, never adds a key of its own."""
        host = urlsplit(url).hostname or ""
        return self._session.get(
            url,
            headers=headers,
            stream=True,
            allow_redirects=False,
            timeout=(connection.CONNECT_SECONDS, connection.READ_SECONDS),
            proxies=_NO_PROXY if is_loopback(host) else None,
        )

    def cut(self) -> None:
        """End what is under way, from any thread; later calls fail at once."""
        self.leash.cut()

    def close(self) -> None:
        """Give the connections back."""
        self._session.close()


def refuse_plain_http(link: str) -> None:
    """Results travel encrypted, or inside this computer.

    Raises:
        Trouble: The link is http to another computer.
    """
    parts = urlsplit(link)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise Trouble(Problem(ProblemKind.LINK_REFUSED, "http:", parts.hostname or ""))
