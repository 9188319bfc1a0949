"""The keys that the list of prediction APIs holds in clear are nowhere once it was read."""

import gc
import itertools
import logging
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.classifiers_reply import _without_keys
from epa_gui.core.service.client import Client
from epa_gui.core.service.reply import Reply

PARTS = ("m4rk3r", "K3y", "0f", "4", "pr3d1ct10n")
"""Of the key, which as a whole is made only while an answer is sent."""

Body = Callable[[str], bytes]


def in_a_list(key: str) -> bytes:
    fields = f'"model_id": 7, "status": "running", "api_key": "{key}", "apiKey": "{key}", "version": "1"'
    rules = f'"rules": [{{"credential": "{key}", "deep": {{"x-api-key": "{key}", "note": "{key}"}}}}]'
    url = f"https://u:{key}@user-api.predictionone.sony.biz/v1/groups/g/classifiers/c1/inference?x-api-key={key}#{key}"
    entry = f'{{"classifier_id": "c1", {fields}, "url": "{url}", "key": "{key}", {rules}}}'
    return f'{{"classifiers": [{entry}], "token": "{key}"}}'.encode()


def cut_off(key: str) -> bytes:
    return in_a_list(key)[:-3]


def beside_the_list(key: str) -> bytes:
    return f'{{"data": [{{"api_key": "{key}"}}], "message": "{key}", "code": "{key}"}}'.encode()


def as_names(key: str) -> bytes:
    return f'{{"{key}": "{key}", "classifiers": {{"{key}": 1}}}}'.encode()


def as_text(key: str) -> bytes:
    return f"api_key {key}".encode()


class _Answers(BaseHTTPRequestHandler):
    """Sends an answer with the key, which is not kept anywhere here."""

    def do_GET(self) -> None:
        body = self.server.body("-".join(PARTS))  # type: ignore[attr-defined]
        how = self.server.how  # type: ignore[attr-defined]
        self.send_response(self.server.code)  # type: ignore[attr-defined]
        if how == "broken":
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(body) + (10 if how == "short" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    server.code, server.how, server.body = 200, "whole", in_a_list  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="answers", daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


def texts_with(key: str) -> list[str]:
    """Every text, or run of bytes, in this process that holds the key, but for the key that is looked for."""
    gc.collect()
    as_bytes = key.encode()
    found: list[str] = []
    seen = {id(key), id(as_bytes)}
    for owner in gc.get_objects():
        for part in gc.get_referents(owner):
            if id(part) in seen or not isinstance(part, str | bytes | bytearray):
                continue
            seen.add(id(part))
            if (key in part) if isinstance(part, str) else (as_bytes in part):
                found.append(f"{type(owner).__name__}: {type(part).__name__} of {len(part)}")
    return found


@pytest.mark.parametrize("body", [in_a_list, cut_off, beside_the_list, as_names, as_text])
def test_no_key_of_the_list_is_left_anywhere(
    server: HTTPServer, client: Client, caplog: pytest.LogCaptureFixture, body: Body
) -> None:
    caplog.set_level(logging.DEBUG)
    kept: list[object] = []
    shown = ""
    for how, code in itertools.product(("whole", "short", "broken"), (200, 400, 404, 500)):
        server.body, server.code, server.how = body, code, how  # type: ignore[attr-defined]
        said: LiveReading | Problem
        try:
            said = client.classifiers(f"http://127.0.0.1:{server.server_port}", "my-own-key", 1.0)
        except ProblemError as error:  # kept with all its frames, as a log that tells of it would
            said = error.problem
            kept.append(error)
            shown += f"{error!r} {error} {said.to_json()}"
        assert isinstance(said, LiveReading) == (body is in_a_list and how == "whole" and code == 200)
        kept.append(said)
        shown += f"{said!r}"
    key = "-".join(PARTS)
    assert key not in shown + caplog.text
    assert texts_with(key) == []


def test_a_key_is_dropped_while_the_answer_is_read_wherever_it_stands() -> None:
    read = repr(_without_keys(Reply(200, {}, in_a_list("n3v3r").replace(b"http", b"n0pe"))))
    assert "running" in read
    assert read.count("n3v3r") == 3, "in the address alone, which is cut next"


def test_the_search_finds_what_is_there() -> None:
    """That nothing is found means something."""
    key = "n3v3r-s33n"
    kept = [f"<{key}>".encode()]
    assert texts_with(key) == [f"list: bytes of {len(kept[0])}"]


def test_what_is_told_of_an_unreadable_list_is_no_word_of_it(server: HTTPServer, client: Client) -> None:
    server.body = beside_the_list  # type: ignore[attr-defined]
    with pytest.raises(ProblemError) as trouble:
        client.classifiers(f"http://127.0.0.1:{server.server_port}", "my-own-key", 1.0)
    assert trouble.value.problem == Problem(ProblemKind.UNREADABLE_ANSWER, "HTTP 200")
