"""Tells pages and errors from results, by what they begin with: whatever comes with 200 is not what was asked for."""

import re
import xml.etree.ElementTree as ET  # what is parsed with it is told there  # nosec B405
from collections.abc import Iterator
from typing import Any

_BEFORE_ROOT = re.compile(r"[\s\ufeff]+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|script|style|iframe|frameset|noscript)\b)", re.IGNORECASE
)
_PIECE_OF_PAGE = re.compile(
    r"<(?:h[1-6]|div|p|table|pre|br|b|font|form|a|span|img|link|base|section|main|center|hr|strong|em|[ius]"
    r"|small|big|ul|ol|li|dl|article|header|footer|nav|aside|button|input|select|textarea|blockquote|samp|marquee|svg"
    r"|applet|embed|video|audio|canvas|picture|figure|fieldset|frame|noframes|basefont|dialog|tbody|thead|t[rdh])(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")
_ERROR_ROOTS = frozenset({"error", "errors", "errorresponse", "fault", "exception", "serviceexception", "envelope"})

_STATUS_ANSWER = frozenset({"status", "modelid", "message", "downloadurl", "metadata"})
_WORDS_OF_ERRORS = _STATUS_ANSWER.union(
    ("error", "errors", "code", "statuscode", "msg", "detail", "details", "title", "type", "instance", "requestid"),
    (
        "request",
        "id",
        "hostid",
        "resource",
        "trace",
        "traceid",
        "timestamp",
        "path",
        "fault",
        "reason",
        "success",
        "ok",
    ),
    ("exception", "errordescription", "errorcode", "errormessage", "errortype", "errorid", "stacktrace", "stack"),
    ("retrainjobid", "help", "helplink", "docs", "method", "documentationurl", "meta", "jsonapi", "links", "scope"),
    (
        "errorsummary",
        "errorlink",
        "errorcauses",
        "statusmessage",
        "description",
        "cause",
        "causes",
        "severity",
        "level",
    ),
    ("category", "correlationid", "httpstatus", "httpcode", "hint", "faultcode", "faultstring"),
)
_TELLING = frozenset(
    {
        "error",
        "errors",
        "fault",
        "exception",
        "errormessage",
        "errorsummary",
        "faultstring",
        "errorcode",
        "errortype",
        "message",
        "msg",
        "detail",
        "code",
    }
)
"""One of these with words in it, and nothing but words of errors beside it, makes a JSON object an error."""

_FAILED = frozenset({"error", "fail", "failed", "failure"})
_MOST_LOOKED_AT = 10_000


def is_page(text: str, *, is_said: bool, may_be_xml: bool) -> bool:
    """Whether a text is a page for a web browser.

    Args:
        text: The file's beginning.
        is_said: Whether its content type says so.
        may_be_xml: Whether it is called XML, some of whose elements are called as those of pages.
    """
    root = _from_root(text)
    if _PAGE.match(root) or (is_said and root.startswith("<")):
        return True
    # A comment as long as all that was read hides what follows it.
    return not may_be_xml and (root.startswith("<!--") or bool(_PIECE_OF_PAGE.match(root)))


def is_xml(text: str, *, is_whole: bool) -> bool:
    """Whether a text is XML: it says so, or it can be read as such, all of it or as much as there is."""
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(("<?xml", "<!")) or (bare.startswith("<") and _from_root(bare).startswith("<!")):
        return True
    return bare.startswith("<") and _is_well_formed(bare, is_whole=is_whole)


def is_error_xml(text: str) -> bool:
    """Whether XML's first element speaks of an error, as those of storage services do."""
    root = _ROOT.match(_from_root(text))
    return root is not None and root[1].lower() in _ERROR_ROOTS


def is_error_json(value: Any) -> bool:
    """Whether a JSON value speaks of an error and of nothing else. A number that is called "error" is a measure."""
    if isinstance(value, list):
        return 0 < len(value) < 10 and all(isinstance(one, dict) and is_error_json(one) for one in value)
    if not isinstance(value, dict):
        return False
    filled = {name: told for name, told in value.items() if told is not None and told not in ("", [], {})}
    plain = {re.sub(r"[^a-z]", "", str(name).lower()): told for name, told in filled.items()}
    if not plain or not plain.keys() <= _WORDS_OF_ERRORS:
        return False
    if plain.keys() <= _STATUS_ANSWER and isinstance(plain.get("status"), str) and _names_a_job(plain):
        return True  # the service's own answer about the job, in the place of the file
    if any(isinstance(part, float) for name, told in plain.items() if name != "timestamp" for part in _parts(told)):
        return False
    has_failed = plain.get("success") is False or str(plain.get("status")).lower() in _FAILED
    return has_failed or any(plain[name] is True or _says_anything(plain[name]) for name in _TELLING & plain.keys())


def _names_a_job(answer: dict[str, Any]) -> bool:
    metadata = answer.get("metadata")
    return "downloadurl" in answer or (isinstance(metadata, dict) and "retrain_job_id" in metadata)


def _says_anything(value: Any) -> bool:
    return any(isinstance(part, str) and re.search(r"[^\W\d_]", part) for part in _parts(value))


def _parts(value: Any) -> Iterator[Any]:
    """What is in a JSON value, as far as anybody cares to look."""
    waiting, count = [value], 0
    while waiting and count < _MOST_LOOKED_AT:
        part = waiting.pop()
        count += 1
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
        else:
            yield part


def _from_root(text: str) -> str:
    """A document from its first element or document type on."""
    at = 0
    while match := _BEFORE_ROOT.match(text, at):
        at = match.end()
    return text[at:]


def _is_well_formed(text: str, *, is_whole: bool) -> bool:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return False  # somebody's attempt at entity expansion
    try:
        parser: ET.XMLPullParser[Any] = ET.XMLPullParser([])
        parser.feed(text)
        if is_whole:
            parser.close()
    except (ET.ParseError, ValueError):
        return False
    return is_whole or "</" in text
