"""What is taken out of every text before it is kept or shown."""

import base64
import html
import json
import re
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.service.redaction import HIDDEN, excerpt, redacted, remember_secret, without_secrets
from epa_gui.core.service.storage import said
from epa_gui.practice import Fault, PracticeService
from tests.timing import assert_within_times

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


KEY = 'AUDIT-key/7f3a+Zz=="q<9&x1'
"""A key with every sign that some spelling changes."""


def _each(form: str) -> str:
    return "".join(form.format(ord(sign)) for sign in KEY)


_SPELLINGS = {
    "raw": KEY,
    "JSON": json.dumps(KEY)[1:-1],
    "JSON with escaped slashes": json.dumps(KEY)[1:-1].replace("/", "\\/"),
    "JSON in JSON": json.dumps(json.dumps(KEY).replace("/", "\\/"))[1:-1],
    "JSON, all escaped": _each("\\u{:04x}"),
    "JSON, all escaped in capitals": _each("\\u{:04X}"),
    "JSON, some escaped": KEY.replace("+", "\\u002B").replace("<", "\\u003c").replace('"', '\\"'),
    "HTML": html.escape(KEY),
    "HTML in HTML": html.escape(html.escape(KEY)),
    "HTML, by number": _each("&#{:d};"),
    "HTML, by hexadecimal number": _each("&#x{:X};"),
    "HTML, by name": KEY.replace("/", "&sol;").replace("+", "&plus;").replace("=", "&equals;"),
    "percent": quote(KEY, safe=""),
    "percent in small letters": re.sub("%..", lambda found: found[0].lower(), quote(KEY, safe="")),
    "percent, twice": quote(quote(KEY, safe=""), safe=""),
    "percent of JSON": quote(json.dumps(KEY)[1:-1], safe=""),
    "form": quote_plus(KEY),
    "form, decoded": KEY.replace("+", " "),
    "repr": repr(KEY + "'")[1:-3],
    "hexadecimal escapes": _each("\\x{:02x}"),
    "octal escapes": _each("\\{:03o}"),
    "quoted-printable": _each("={:02X}"),
    "mail, wrapped": f"{KEY[:12]}=\r\n{KEY[12:]}",
    "wrapped": f"{KEY[:12]}\n    {KEY[12:]}",
    "with signs of no width": KEY.replace("-", "\u200b-\u2060"),
    "Base64": base64.b64encode(KEY.encode()).decode(),
    "Base64 of more": base64.b64encode(b"user:" + KEY.encode() + b"\n").decode(),
    "Base64 for URLs": base64.urlsafe_b64encode(b"a" + KEY.encode()).decode(),
    "hexadecimal": KEY.encode().hex(),
}


@pytest.mark.parametrize("spelling", _SPELLINGS)
def test_a_key_is_hidden_in_every_usual_spelling(spelling: str) -> None:
    remember_secret(KEY)
    written = _SPELLINGS[spelling]
    cleaned = without_secrets(f"before ({written}) after")
    assert HIDDEN in cleaned
    assert not any(part in cleaned for part in (written[6:14], written[-14:-6], "7f3a", "Zz"))
    assert (cleaned[:8], cleaned[-7:]) == ("before (", ") after")


@pytest.mark.parametrize("plain", ["C:\\new\\table", "100 %41 & <b> =3D &amp; \\u0041", "a\nb\r\nc", "+ +"])
def test_what_only_looks_escaped_stays_as_it_came(plain: str) -> None:
    remember_secret(KEY)
    assert without_secrets(plain) == plain


_STATUS = json.dumps({"status": KEY, "message": f"no {KEY}", "metadata": {}}).replace("/", "\\/").encode()


@pytest.mark.parametrize(("code", "body"), [(200, _STATUS), (400, _STATUS), (400, html.escape(KEY).encode())])
def test_an_escaped_key_in_an_answer_is_neither_kept_nor_shown(
    practice: PracticeService, ask: Ask, code: int, body: bytes
) -> None:
    remember_secret(KEY)
    practice.misbehave(Fault.answer(code, body))
    said = repr(ask())
    assert HIDDEN in said
    assert "7f3a" not in said


@pytest.mark.parametrize(
    "quoted", ["sig+abc/def==", "sig%2Babc%2Fdef%3D%3D", "sig abc/def==", "sig&#43;abc&#x2F;def=="]
)
@pytest.mark.parametrize("link", ["sig%2Babc%2Fdef%3D%3D", "sig+abc/def=="])
def test_a_signature_with_a_plus_is_hidden_where_storage_quotes_it(link: str, quoted: str) -> None:
    words = said(403, f"<Given>{quoted}</Given>", f"https://s.example/r.zip?X-Amz-Signature={link}&x=1")
    assert words == f"HTTP 403\n<Given>{HIDDEN}</Given>"


def test_half_a_key_at_the_cut_is_not_shown() -> None:
    remember_secret(KEY)
    text = "http://s.example/?" + "x" * 39_970 + " " + KEY
    assert "AUDIT" not in excerpt(text)


_WORST = [
    *("-/-/-/", "-http://", "https://a", "http://a:b", "/", "?", "a?", "token ", "token=bearer ", "authorization: "),
    *("http%3a%2f%2f", "\\", "%25", "25%", "%41", "&amp;", "\n", "=\n", "=3D", "\\u0041", "\u200b", 'sig"', KEY[:-1]),
]


@pytest.mark.parametrize("worst", _WORST)
def test_a_megabyte_of_the_worst_takes_time_by_its_length(worst: str) -> None:
    remember_secret(KEY)

    long, short = ((worst * (size // len(worst) + 1))[:size] for size in (1 << 20, 1 << 18))
    # Four times the text: four times the time, where a quadratic pattern takes sixteen times as long.
    assert_within_times(9, lambda: redacted(long), lambda: redacted(short))
