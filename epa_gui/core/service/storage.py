"""What storage says no with: S3's XML, a proxy's HTML, a bare code. Alike for fetching and for sending."""

import re
import xml.etree.ElementTree as ET  # what is parsed with it is told there  # nosec B405
from urllib.parse import unquote, urlsplit

import requests

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.connection import ConnectionGuard
from epa_gui.core.service.failure import NETWORK_ERRORS
from epa_gui.core.service.redaction import excerpt, without, without_secrets
from epa_gui.core.service.reply import retry_after

WORDS_SECONDS = 5.0
"""How long the words may take once the code is there: it says most of it."""

_LARGEST_WORDS = 65536
_SHORTEST_SECRET = 8
_MOST_VALUES = 100

_KINDS_BY_NAME = {
    "ExpiredToken": ProblemKind.LINK_EXPIRED,
    "SignatureDoesNotMatch": ProblemKind.LINK_REFUSED,
    "AccessDenied": ProblemKind.LINK_REFUSED,
    "NoSuchKey": ProblemKind.FILE_GONE,
    "NoSuchBucket": ProblemKind.FILE_GONE,
    "EntityTooLarge": ProblemKind.FILE_TOO_LARGE,
    "SlowDown": ProblemKind.TOO_MANY_REQUESTS,
    "InternalError": ProblemKind.STORAGE_TROUBLE,
    "RequestTimeout": ProblemKind.STORAGE_TROUBLE,
    "IncompleteBody": ProblemKind.STORAGE_TROUBLE,
}
"""S3's names of errors. Source: Amazon S3 API Reference, "Error responses"."""

_KINDS_BY_CODE = {
    401: ProblemKind.LINK_REFUSED,
    403: ProblemKind.LINK_REFUSED,
    404: ProblemKind.FILE_GONE,
    407: ProblemKind.PROXY_FAILED,
    410: ProblemKind.FILE_GONE,
    413: ProblemKind.FILE_TOO_LARGE,
    429: ProblemKind.TOO_MANY_REQUESTS,
    503: ProblemKind.TOO_MANY_REQUESTS,
}


def refusal_of(response: requests.Response, link: str, guard: ConnectionGuard) -> Problem:
    """The problem a storage's answer to `link` speaks of, when it is not a success."""
    code = response.status_code
    if 300 <= code < 400:
        return Problem(ProblemKind.REDIRECTED, f"HTTP {code}")
    text = words_of(response, guard)
    kind = kind_in(text) or _KINDS_BY_CODE.get(code, ProblemKind.STORAGE_TROUBLE)
    return Problem(kind, said(code, text, link), retry_after=retry_after(response.headers))


def problem_in_place_of_file(text: str, link: str, path: str) -> Problem:
    """The problem when something else came with a success in the place of the file.

    Args:
        text: What it begins with.
        link: That it came from.
        path: Where the file was to be saved.
    """
    return Problem(kind_in(text) or ProblemKind.NOT_THE_RESULTS, said(200, text, link), path)


def words_of(response: requests.Response, guard: ConnectionGuard) -> str:
    """The start of a body, at most 64 KiB, as far as it comes in time."""
    guard.hurry(WORDS_SECONDS)
    body = bytearray()
    try:
        while len(body) < _LARGEST_WORDS and (piece := response.raw.read1(_LARGEST_WORDS, decode_content=True)):
            body += piece
    except NETWORK_ERRORS:
        pass
    return body[:_LARGEST_WORDS].decode("utf-8", "replace")


def kind_in(text: str) -> ProblemKind | None:
    """What S3's XML speaks of; `None` for anything else, and for an error nobody has met yet."""
    name, message = _s3_error(text)
    if name == "AccessDenied" and "expired" in message.lower():
        return ProblemKind.LINK_EXPIRED
    return _KINDS_BY_NAME.get(name)


def said(code: int, text: str, link: str) -> str:
    """The HTTP code and the start of `text`, without what `link` was signed with: storage likes to quote that."""
    return f"HTTP {code}\n{excerpt(without_link(text, link))}".strip()


def without_link(text: str, link: str) -> str:
    """`text` without known keys and what `link` was signed with."""
    return without(without_secrets(text), _signed_with(link))


def _signed_with(link: str) -> set[str]:
    """The values in `link`'s query: what it was signed with is among them. As they stand there, and decoded."""
    pairs = re.split("[&;]", urlsplit(link).query)[:_MOST_VALUES]
    values = {pair.partition("=")[2] for pair in pairs}
    return {value for value in values | set(map(unquote, values)) if len(value) >= _SHORTEST_SECRET}


def _s3_error(text: str) -> tuple[str, str]:
    """The ``Code`` and ``Message`` of S3's XML; empty strings where there are none."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return "", ""  # an HTML page, or somebody's attempt at entity expansion
    try:
        root = ET.fromstring(text)  # noqa: S314  64 KiB at most, no document type  # nosec B314
    except ET.ParseError:
        return "", ""
    return (root.findtext("Code") or "").strip(), (root.findtext("Message") or "").strip()
