"""Thousands of answers nobody would think of: checking survives them all, and so do the list and the account."""

import base64
import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from epa_gui.core.account.account_model import AccountModels
from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.account.prediction import Prediction, PredictionRow
from epa_gui.core.jobs.check_outcome import after_answer, after_problem, status_entry
from epa_gui.core.jobs.job import Answer, Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemError
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.service.client import Client
from epa_gui.core.service.reply import file_name_in
from epa_gui.core.store.store import Store
from epa_gui.practice import Fault, PracticeService

NOW = 1_750_000_000.0
JOB = Job("the-job", "m", added_at=NOW - 60)

half_characters = some.sampled_from(["\ud800", "a\udfffb", "\udc80" * 9, "\x00", "\ud83d\ud83d\ude80"])
any_text = some.text(some.characters(exclude_categories=[]), max_size=40) | half_characters
any_json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | any_text,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(any_text, inner, max_size=4),
    max_leaves=8,
)
a_status = some.sampled_from(["job_finished", "job_failed", "training", "Inactive_credential.", ""]) | any_text
a_link = some.one_of(
    any_text.map(lambda text: f"https://{text}"),
    any_text.map(lambda text: f"https://s.example/{text}"),
    some.sampled_from(["https://[", "http://localhost:1/r.zip?sig=1", "https://s.example:99999/%ff"]),
)
an_answer = some.fixed_dictionaries(
    {},
    optional={
        "status": a_status | any_json,
        "model_id": some.integers() | any_json,
        "message": any_text | any_json,
        "download_url": a_link | any_json,
        "metadata": some.fixed_dictionaries({"retrain_job_id": some.just("the-job") | any_json}) | any_json,
        "code": any_json,
        "error": any_json,
    },
)
a_value = any_json | some.sampled_from(["1", "true", "2025-06-15 15:06:40", "1750000000", "running", 10**30, -1, 1e999])
a_model = some.fixed_dictionaries(
    {},
    optional={
        "model_id": some.integers() | a_value,
        "name": a_value,
        "config": some.dictionaries(some.sampled_from(["tc", "tt", "tv", "tsm", "tsc", "tss"]), a_value) | a_value,
        "is_api_option": a_value,
        "updated_date": a_value,
        "created_date": a_value,
    },
)
a_classifier = some.fixed_dictionaries(
    {},
    optional={
        "classifier_id": some.sampled_from(["c1", "c-2"]) | a_value,
        "model_id": some.integers() | a_value,
        "status": a_value,
        "api_key": a_value,
        "version": a_value,
        "url": a_link | a_value,
        "active": a_value,
        "update_datetime": a_value,
        "create_datetime": a_value,
        "rules": a_value,
    },
)
a_table = any_text | some.sampled_from(["y,no,yes\nno,0.9,0.1\n", "y\n\n1", '"y\n1', "a,a\nnan,1e999\n", "y,p\n1,-1\n"])
an_output = some.fixed_dictionaries(
    {},
    optional={
        "name": some.just("prediction_valid.csv") | a_value,
        "data": a_table.map(lambda text: base64.b64encode(text.encode("utf-8", "replace")).decode()) | a_value,
    },
)
about_the_account = some.fixed_dictionaries(
    {},
    optional={
        "models": some.lists(a_model | any_json, max_size=4) | any_json,
        "classifiers": some.lists(a_classifier | any_json, max_size=4) | any_json,
        "outputs": some.lists(an_output | any_json, max_size=3) | any_json,
        "metadata": some.dictionaries(some.sampled_from(["offset", "limit", "total"]), a_value) | any_json,
        "version": a_value,
        "code": some.sampled_from([4001030101, "4031030201"]) | any_json,
        "message": any_json,
    },
)
a_code = some.sampled_from([200] * 8 + [201, 204, 206, 301, 302, 304, 400, 401, 403, 404, 407, 429, 500, 502, 503])
any_code = a_code | some.integers(200, 999)
a_wait = some.sampled_from(["", "0", "30", "99999999999", "-1", "²", "Tue, 01 Jul 2025 10:00:00 GMT"])
any_header = a_wait | some.text(some.characters(min_codepoint=32, max_codepoint=126), max_size=40)


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def half_of(body: bytes) -> bytes:
    return body[: len(body) // 2]


any_body = some.one_of(
    any_json.map(as_json),
    an_answer.map(as_json).map(half_of),
    some.binary(max_size=300),
    some.binary(max_size=40).map(lambda piece: b"<" + piece),
    some.sampled_from([b"[" * 3000, b"9" * 5000, b"", b"\x00", b'{"status":"x","model_id":1e999}', b'"\\ud800"']),
)

quickly = settings(
    max_examples=1000,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Watcher:
    """Asks about one job over real HTTP, and keeps what comes of it in a real list."""

    def __init__(self, practice: PracticeService, client: Client, store: Store) -> None:
        self._practice = practice
        self._client = client
        self._store = store
        self.asked = 0

    def check(self, code: int, headers: dict[str, str], body: bytes) -> None:
        """One check; any exception but `ProblemError` fails the test, as does a list that gives back something else."""
        self._practice.misbehave(Fault.answer(code, body, headers))
        self.asked += 1
        try:
            answer = self._client.status(self._practice.url, self._practice.api_key, JOB.id, NOW)
        except ProblemError as trouble:
            after = after_problem(JOB, trouble.problem, Settings(), NOW, 0.5)
        else:
            assert isinstance(answer, Answer)
            after = after_answer(JOB, answer, file_name_in(answer.download_url), Settings(), 0.5)
        finally:
            self._practice.behave()
        self._keep(after)

    def _keep(self, after: Job) -> None:
        entry = status_entry(JOB, replace(after), NOW)
        self._store.write([after] if entry is None else [after, entry])
        assert self._store.contents().jobs == (after,)
        if entry:
            assert self._store.status_history(JobKey("m", JOB.id))[-1] == entry


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    with contextlib.ExitStack() as stack:
        practice = stack.enter_context(PracticeService(tmp_path))
        client = stack.enter_context(contextlib.closing(Client()))
        store = stack.enter_context(contextlib.closing(Store(Path(":memory:"))))
        store.write([Model("m", "")])
        yield Watcher(practice, client, store)


def test_checking_survives_a_thousand_answers_of_the_right_shape(watcher: Watcher) -> None:
    @quickly
    @given(code=a_code, wait=a_wait, answer=an_answer)
    def one_check(code: int, wait: str, answer: dict[str, Any]) -> None:
        headers = {"Content-Type": "application/json"} | ({"Retry-After": wait} if wait else {})
        watcher.check(code, headers, as_json(answer))

    one_check()
    assert watcher.asked >= 1000


def test_checking_survives_a_thousand_answers_of_any_bytes(watcher: Watcher) -> None:
    @quickly
    @given(code=any_code, wait=any_header, location=any_header, kind=any_header, body=any_body)
    def one_check(code: int, wait: str, location: str, kind: str, body: bytes) -> None:
        watcher.check(code, {"Retry-After": wait, "Location": location, "Content-Type": kind}, body)

    one_check()
    assert watcher.asked >= 1000


class Owner:
    """Asks all that there is to ask about an account, and gets a value or a `ProblemError` each time."""

    def __init__(self, practice: PracticeService, client: Client) -> None:
        self._practice = practice
        self._client = client
        self.asked = 0

    def ask(self, code: int, body: bytes) -> None:
        """Ask for models, prediction APIs and a prediction; any other exception fails the test."""
        client, practice = self._client, self._practice
        address, row = practice.prediction_address(), PredictionRow(("a",), ("1",))
        practice.misbehave(Fault.answer(code, body), times=-1)
        try:
            for call, kind in (
                (lambda: client.models(practice.url, "k"), AccountModels),
                (lambda: client.classifiers(practice.url, "k", NOW), LiveReading),
                (lambda: client.predict(address, "k", row, "y"), Prediction),
            ):
                with contextlib.suppress(ProblemError):
                    said = call()
                    assert isinstance(said, kind)
                    repr(said).encode()  # no lone surrogates, which no window and no database takes
        finally:
            practice.behave()
        self.asked += 1


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Owner]:
    with PracticeService(tmp_path) as practice, contextlib.closing(Client()) as client:
        yield Owner(practice, client)


fewer = settings(quickly, max_examples=150)


def test_the_account_survives_hundreds_of_answers_of_the_right_shape(owner: Owner) -> None:
    @fewer
    @given(code=some.sampled_from([200] * 8 + [400, 403, 404, 500]), answer=about_the_account)
    def one_round(code: int, answer: dict[str, Any]) -> None:
        owner.ask(code, as_json(answer))

    one_round()
    assert owner.asked >= 150


def test_the_account_survives_hundreds_of_answers_of_any_bytes(owner: Owner) -> None:
    @fewer
    @given(code=any_code, body=any_body)
    def one_round(code: int, body: bytes) -> None:
        owner.ask(code, body)

    one_round()
    assert owner.asked >= 150
