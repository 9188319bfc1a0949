"""Asks the service. One `Client` belongs to one thread; only `cut` may be called by others."""

import math
import re
import time
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

import requests
import urllib3.util

from epa_gui.core.account.account_model import PAGE, AccountModels, ModelsPage, ModelsPager
from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.account.key_kind import KeyKind, NotOffered
from epa_gui.core.account.prediction import Prediction, PredictionRow
from epa_gui.core.account.prediction_address import clean_prediction_address
from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.region import is_loopback, is_read_alike
from epa_gui.core.service import connection
from epa_gui.core.service.classifiers_reply import LARGEST_LIST, classifiers_in
from epa_gui.core.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.core.service.issued import IssuedKey, UploadPlace, key_in, place_in
from epa_gui.core.service.local_settings import bundle, proxy_for
from epa_gui.core.service.models_reply import models_page_in
from epa_gui.core.service.not_offered import NotOfferedError
from epa_gui.core.service.prediction_reply import prediction_in, question_for
from epa_gui.core.service.redaction import remember_secret
from epa_gui.core.service.reply import LARGEST_BODY, Reply, answer_in
from epa_gui.core.service.switched import NotConfirmedError, confirm_switch

ANSWER_SECONDS = 30.0
"""The deadline of one check, from the first byte sent to the last one read."""

_PIECE = 65536
_SENDABLE = re.compile(r"(?!\s)[^\x00-\x08\x0a-\x1f\x7f\u0100-\U0010ffff]*")
"""What can stand in a header."""

_OF_BODIES = frozenset(
    {
        ProblemKind.CONNECTION_LOST,
        ProblemKind.TIMED_OUT,
        ProblemKind.UNREADABLE_ANSWER,
        ProblemKind.UNEXPECTED,
        ProblemKind.CERTIFICATES_MISSING,
    }
)
"""Trouble that may arise while a body is read."""


class Client:
    """Speaks to the service and its storage: pooled connections, a deadline, no redirects."""

    def __init__(self, agent: str = "EPA-Desktop") -> None:
        self.guard = connection.ConnectionGuard()
        self._session = connection.new_session(self.guard, agent)

    def status(self, address: str, key: str, job_id: str, now: float) -> Answer:
        """Ask once how a job stands.

        Args:
            address: The service's base URL.
            key: The model's API key.
            job_id: The service's ``retrain_job_id``.
            now: Seconds since the epoch, for the answer.

        Raises:
            ProblemError: No answer, or none that can be used.
        """
        url = f"{address}/v1/external/retrain_jobs/{quote(job_id, safe='')}"
        return answer_in(self._ask(url, key), job_id, now)

    def upload_place(self, address: str, key: str, file_name: str) -> UploadPlace:
        """Ask once where a file may be put. Each call makes a new job, so it is never repeated here.

        Args:
            address: The service's base URL.
            key: The model's API key.
            file_name: What the service is to call the file, in any script.

        Raises:
            ProblemError: No place, or none that can be used; after a lost connection there may be a job nobody knows.
        """
        name = quote(file_name, safe="", errors="replace")
        url = f"{address}/v1/external/retrain_jobs/upload_url?filename={name}"
        place = place_in(self._ask_once(url, key))
        refuse_plain_http(place.link)
        return place

    def issue_key(
        self, address: str, secret_key: str, service_model_id: int | None = None, kind: KeyKind = KeyKind.RETRAIN
    ) -> IssuedKey:
        """Have an API key issued, once: whether each call makes a new key is not documented.

        Args:
            address: The service's base URL.
            secret_key: The account's secret key; a refusal of a key is about this one.
            service_model_id: The model's number in the service; only a key for retraining is one model's.
            kind: What the key is for.

        Raises:
            ProblemError: No key, or none that can be used.
        """
        remember_secret(secret_key)
        about = f"&model_id={service_model_id}" if kind is KeyKind.RETRAIN else ""
        url = f"{address}/v1/external/api-key?credential_type={kind.value}{about}"
        return key_in(self._ask_once(url, secret_key))

    def models_page(self, address: str, key: str, offset: int = 0) -> ModelsPage:
        """Ask for a page of the account's models.

        Args:
            address: The service's base URL.
            key: A key of the kind that this call wants, see `account.key_kind`.
            offset: How many models to pass over.

        Raises:
            NotOfferedError: This service has no such call.
            ProblemError: No answer, or none that can be used.
        """
        return models_page_in(self._ask(f"{address}/v1/external/models?offset={offset}&limit={PAGE}", key))

    def models(self, address: str, key: str) -> AccountModels:
        """Ask for all of the account's models, page by page; `cut` ends it between two pages too.

        Raises:
            NotOfferedError: This service has no such call.
            ProblemError: No answer, or none that can be used, to one of the questions.
        """
        pager = ModelsPager()
        while pager.take(self.models_page(address, key, pager.offset)):
            pass
        return pager.models()

    def classifiers(self, address: str, key: str, now: float) -> LiveReading:
        """Ask once for all of the account's prediction APIs. The keys in the answer are dropped while it is read.

        Args:
            address: The service's base URL.
            key: A key of the kind that this call wants, see `account.key_kind`.
            now: Seconds since the epoch, for the reading.

        Raises:
            NotOfferedError: This service has no such call.
            ProblemError: No answer, or none that can be used. Neither holds anything of the answer.
        """
        found = self._classifiers(f"{address}/v1/external/classifiers", key, now)
        if isinstance(found, NotOffered):
            raise NotOfferedError(found.problem)
        if isinstance(found, Problem):
            raise ProblemError(found)
        return found

    def _classifiers(self, url: str, key: str, now: float) -> LiveReading | NotOffered | Problem:
        """As `_ask`, but without an exception, in whose frames and arguments the answer would live on."""
        for has_another_try in (True, False):
            try:
                return classifiers_in(self._read(url, key, LARGEST_LIST), now)
            except NETWORK_ERRORS as error:
                problem = problem_of(error, url)
                if problem.kind in _OF_BODIES:  # what is said of a broken body may quote it
                    problem = replace(problem, said=type(error).__name__)
            if problem.kind is not ProblemKind.CONNECTION_LOST or not has_another_try:
                break
        return problem

    def predict(self, address: str, key: str, row: PredictionRow, target: str = "") -> Prediction:
        """Ask a prediction API about one row, once: the service counts every request.

        Args:
            address: The prediction API's address, as `clean_prediction_address` gives it.
            key: That prediction API's own key.
            row: The row, without the target.
            target: The name of the column that is predicted, if it is known.

        Raises:
            ProblemError: No prediction; nothing was sent to an address that is none of a prediction API.
        """
        remember_secret(key)
        if not address or clean_prediction_address(address) != address:
            raise ProblemError(Problem(ProblemKind.BAD_ADDRESS))
        self.close()
        try:
            self.guard.deadline, self.guard.answer_seconds = time.monotonic() + ANSWER_SECONDS, 0.0
            headers = _asking(key, address) | {"Content-Type": "application/json"}
            reply = self._reply_of(self._send("POST", address, headers, question_for(row)))
        except NETWORK_ERRORS as error:
            raise ProblemError(problem_of(error, address)) from error
        return prediction_in(reply, target)

    def switch(self, address: str, key: str, job_id: str, seconds: float) -> None:
        """Ask once to put a job's model into service; returns when the service has said yes.

        Args:
            address: The service's base URL.
            key: The model's API key.
            job_id: The service's ``retrain_job_id``.
            seconds: The deadline of the whole of it, from the first byte sent to the last one read.

        Raises:
            NotConfirmedError: The request may have reached the service, and no answer of the service came.
            ProblemError: The model in service is unchanged: the service refused, or nothing reached it.
        """
        url = f"{address}/v1/external/retrain_jobs/{quote(job_id, safe='')}/update_model"
        self.close()  # never on a kept connection: one closed at the other end would leave nobody knowing
        self.guard.deadline, self.guard.latest = time.monotonic() + seconds, time.time() + seconds
        self.guard.answer_seconds, self.guard.allows_silence, self.guard.has_sent = 0.0, True, False
        try:
            reply = self._reply_of(self._send("PUT", url, _asking(key, url)))
        except NETWORK_ERRORS as error:
            problem = problem_of(error, url)
            raise (NotConfirmedError if self.guard.has_sent else ProblemError)(problem) from error
        finally:
            self.guard.latest, self.guard.allows_silence = math.inf, False
        confirm_switch(reply, job_id)

    def _ask(self, url: str, key: str) -> Reply:
        """Ask, and ask again if the connection was lost."""
        try:
            return self._read(url, key)
        except NETWORK_ERRORS as error:
            problem = problem_of(error, url)
        if problem.kind is not ProblemKind.CONNECTION_LOST:
            raise ProblemError(problem)
        # A kept connection may have been closed at the other end just now; that is not worth a word to a person.
        try:
            return self._read(url, key)
        except NETWORK_ERRORS as error:
            raise ProblemError(problem_of(error, url)) from error

    def _ask_once(self, url: str, key: str) -> Reply:
        """Ask on a new connection: a kept one may have been closed at the other end just now."""
        self.close()
        try:
            return self._read(url, key)
        except NETWORK_ERRORS as error:
            raise ProblemError(problem_of(error, url)) from error

    def _read(self, url: str, key: str, most: int = LARGEST_BODY) -> Reply:
        self.guard.deadline, self.guard.answer_seconds = time.monotonic() + ANSWER_SECONDS, 0.0
        return self._reply_of(self.get(url, _asking(key, url)), most)

    def _reply_of(self, response: requests.Response, most: int = LARGEST_BODY) -> Reply:
        with response:
            body = bytearray()
            for piece in response.iter_content(_PIECE):
                body += piece
                if len(body) > most:
                    break
            return Reply(response.status_code, response.headers, bytes(body[:most]), len(body) > most)

    def get(self, url: str, headers: dict[str, str]) -> requests.Response:
        """A GET whose body is still to be read; never follows a redirect, never adds a key of its own."""
        return self._send("GET", url, headers)

    def put(self, url: str, body: Any, headers: dict[str, str], answer_seconds: float) -> requests.Response:
        """A PUT on a new connection, as `get`; sending has no deadline, the whole answer has `answer_seconds`."""
        self.close()
        self.guard.deadline, self.guard.answer_seconds = math.inf, answer_seconds
        return self._send("PUT", url, headers, body)

    def _send(self, method: str, url: str, headers: dict[str, str], body: Any = None) -> requests.Response:
        host = _host_called(url)
        proxy = "" if is_loopback(host) else proxy_for(url)
        return self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            stream=True,
            allow_redirects=False,
            timeout=(connection.CONNECT_SECONDS, connection.READ_SECONDS),
            proxies={"http": proxy, "https": proxy},
            verify=bundle() or True,
        )

    def cut(self) -> None:
        """End what is under way, from any thread; later calls fail at once."""
        self.guard.cut()

    def close(self) -> None:
        """Give the connections back; a later call makes new ones."""
        self._session.close()


def _asking(key: str, url: str) -> dict[str, str]:
    """The headers of a question with a key.

    Raises:
        ProblemError: No header can carry this key. It is not quoted: in Python's spelling no redaction would know it.
    """
    if not _SENDABLE.fullmatch(key):
        raise ProblemError(Problem(ProblemKind.KEY_WRONG, "", urlsplit(url).hostname or ""))
    return {"x-api-key": key, "Accept": "application/json"}


def refuse_plain_http(link: str) -> None:
    """Results and files travel encrypted, or inside this computer.

    Raises:
        ProblemError: The link is http to another computer, or nobody can tell for sure to which one.
    """
    try:
        scheme, host = urlsplit(link).scheme, _host_called(link)
    except NETWORK_ERRORS as error:
        raise ProblemError(Problem(ProblemKind.LINK_REFUSED, type(error).__name__)) from error
    if scheme != "https" and not is_loopback(host):
        raise ProblemError(Problem(ProblemKind.LINK_REFUSED, "http:", host))


def _host_called(url: str) -> str:
    """The host that a request for `url` goes to: what is decided about it is decided about that one.

    Raises:
        requests.exceptions.InvalidURL: Not everybody would read the same host in it.
    """
    told, called = urlsplit(url).hostname or "", urllib3.util.parse_url(url).host or ""
    is_alike = not told.isascii() or told == called.strip("[]").lower()
    if not told or not is_alike or not is_read_alike(url):
        raise requests.exceptions.InvalidURL("its host cannot be told for sure")
    return told
