"""What is taken out of every text before it is kept or shown."""

from collections.abc import Callable

import pytest

from epa_gui.jobs.job import Answer
from epa_gui.jobs.problem import Problem
from epa_gui.practice import Fault, PracticeService
from epa_gui.service.redaction import excerpt, redacted, remember_secret

Ask = Callable[..., Answer | Problem]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://s.example/a.zip?X-Amz-Signature=abc&x=1", "https://s.example/a.zip?••••"),
        ("see https://s.example/a?b (or not)", "see https://s.example/a?•••• (or not)"),
        ("exceeded with url: /r.zip?sig=abc (Caused by x)", "exceeded with url: /r.zip?•••• (Caused by x)"),
        ('{"url": "https:\\/\\/s.example\\/a?sig=abc"}', '{"url": "https:\\/\\/s.example\\/a?••••"}'),
        ("http://user:pass@proxy.example:8080/", "http://••••@proxy.example:8080/"),
        ("x-api-key: abcdef", "x-api-key: ••••"),
        ('{"X-Api-Key": "abcdef", "a": "b"}', '{"X-Api-Key": "••••", "a": "b"}'),
        ("Authorization: Bearer abc.def", "Authorization: ••••"),
        ("authorization=Basic YTpi, other", "authorization=••••, other"),
        ("X-Amz-Security-Token=abc&b=1", "X-Amz-Security-Token=••••&b=1"),
        ("nothing to hide / here? yes", "nothing to hide / here? yes"),
    ],
)
def test_keys_and_signatures_are_hidden_and_the_rest_is_left(text: str, shown: str) -> None:
    assert redacted(text) == shown


def test_a_remembered_secret_is_hidden_wherever_it_stands() -> None:
    remember_secret("s3cret+/key=")
    assert redacted("a s3cret+/key= b s3cret%2B%2Fkey%3D c") == "a •••• b •••• c"


def test_a_secret_too_short_to_be_one_is_not_remembered() -> None:
    remember_secret("abc")
    assert redacted("abc") == "abc"


def test_an_excerpt_is_short_and_readable() -> None:
    assert excerpt("  a\x00\x1b[31m\u202eb\ttab\nline\ud800 ") == "a��[31m�b\ttab\nline�"
    assert excerpt("x" * 3000) == "x" * 2000 + "…"
    assert excerpt("x" * 30, 10) == "x" * 10 + "…"


@pytest.mark.parametrize(
    "body",
    [
        b'{"message": "bad key", "x-api-key": "practice-api-key-000000000000"}',
        b"no such thing as https://s.example/r?X-Amz-Signature=practice-api-key-000000000000",
    ],
)
def test_a_service_that_repeats_a_secret_does_not_get_it_shown(
    practice: PracticeService, ask: Ask, body: bytes
) -> None:
    practice.misbehave(Fault.answer(400, body))
    problem = ask()
    assert isinstance(problem, Problem)
    assert "practice-api-key-000000000000" not in problem.said


@pytest.mark.parametrize(
    "text",
    [
        "https://s.example/r?response-content-disposition=attachment;filename='r.zip'&sig=5ecre7SAS",
        "https://s.example/r?name=a(1).zip&sig=5ecre7SAS",
        "s.example/r?sig=5ecre7SAS",
    ],
)
def test_a_signature_is_hidden_whatever_stands_before_it_in_the_query(text: str) -> None:
    assert "5ecre7SAS" not in redacted(text)
