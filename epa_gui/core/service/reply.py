"""Reads what came back: an answer about a job, or a refusal in one of its many spellings."""

import email.utils
import json
import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.redaction import beginning, excerpt, without_secrets

LARGEST_BODY = 1 << 20
_LONGEST_STATUS = 500
_LARGEST_NUMBER = 2**63
_MOST_STRINGS = 1000

_MESSAGES = {
    "invalid_api_key": ProblemKind.NO_SUCH_KEY,
    "inactive_credential": ProblemKind.KEY_INACTIVE,
    "not_found_credential": ProblemKind.KEY_WRONG,
    "not found retrain job": ProblemKind.JOB_NOT_FOUND,
    "this job may be deleted": ProblemKind.JOB_DELETED,
    "this user may be deleted": ProblemKind.ACCOUNT_DELETED,
    "this model may be deleted": ProblemKind.MODEL_DELETED,
    "model id is required": ProblemKind.MODEL_ID_REQUIRED,
    "not found classifier": ProblemKind.PREDICTION_API_DELETED,
    "retrain job is not finished": ProblemKind.JOB_NOT_FINISHED,
    "not found configuration_file": ProblemKind.CONFIGURATION_DELETED,
}
"""The service's messages, without case and final full stop. Its codes do not tell these apart."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer, read whole or as far as it is allowed to go.

    Attributes:
        code: The HTTP status code.
        headers: Names in any case.
        body: At most `LARGEST_BODY` bytes.
        is_cut: Whether there was more.
    """

    code: int
    headers: Mapping[str, str]
    body: bytes
    is_cut: bool = False


def answer_in(reply: Reply, job_id: str, now: float) -> Answer:
    """What the service said about the job.

    Raises:
        ProblemError: The reply is a refusal, or not an answer about this job.
    """
    refusal = refusal_in(reply)
    if refusal:
        raise ProblemError(refusal)
    body = json_in(reply)
    if not isinstance(body, dict) or not isinstance(body.get("status"), str) or not body["status"].strip():
        raise ProblemError(known_message(body) or Problem(ProblemKind.UNREADABLE_ANSWER, said_in(reply)))
    about = _about(body)
    if about and about != job_id:
        raise ProblemError(Problem(ProblemKind.UNREADABLE_ANSWER, excerpt(f"retrain_job_id: {about}")))
    return Answer(
        status=plain(beginning(body["status"], _LONGEST_STATUS)),
        asked_at=now,
        model_id=number_in(body.get("model_id")),
        message=_message(body.get("message")),
        download_url=link_in(body.get("download_url")),
    )


def refusal_in(reply: Reply) -> Problem | None:
    """The problem an HTTP answer speaks of, or `None` for a success with a body that may be an answer."""
    kind = _kind_by_transport(reply)
    if kind is None and 200 <= reply.code < 300:
        return None
    if kind in {None, ProblemKind.SERVICE_TROUBLE}:
        known = known_message(json_or_none(reply))
        if known:
            return known
    where = _host(reply.headers.get("Location", "")) if kind is ProblemKind.REDIRECTED else ""
    return Problem(kind or ProblemKind.REFUSED, said_in(reply), where, retry_after(reply.headers))


def _kind_by_transport(reply: Reply) -> ProblemKind | None:
    """What the HTTP code and the looks of the body say before it is read; `None` for JSON with something to say."""
    by_code = {407: ProblemKind.PROXY_FAILED, 429: ProblemKind.TOO_MANY_REQUESTS}
    if 300 <= reply.code < 400:
        return ProblemKind.REDIRECTED
    if reply.code in by_code:
        return by_code[reply.code]
    if reply.is_cut:
        return ProblemKind.ANSWER_TOO_LARGE
    if reply.code >= 500:
        return ProblemKind.SERVICE_TROUBLE
    is_markup = reply.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    return ProblemKind.NOT_THE_SERVICE if is_markup else None


def known_message(body: Any) -> Problem | None:
    """The documented refusal a JSON body holds at any place, under any name."""
    for text in _strings(body):
        kind = _MESSAGES.get(text.strip().rstrip(".").strip().lower())
        if kind:
            return Problem(kind, excerpt(text))
    return None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the server asks to wait: its ``Retry-After``, a number or a date, against its own clock if it told it."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until = email.utils.parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError, TypeError):
        return None
    try:
        server_now = email.utils.parsedate_to_datetime(headers.get("Date", "")).timestamp()
    except (ValueError, OverflowError, TypeError):
        server_now = time.time()
    return max(0.0, until - server_now)


def file_name_in(link: str) -> str:
    """The results' own file name, from the last part of a link's path; empty if it has none."""
    try:
        return without_secrets(plain(unquote(urlsplit(link).path.rsplit("/", 1)[-1])))
    except ValueError:
        return ""


def json_in(reply: Reply) -> Any:
    """The body's JSON value.

    Raises:
        ProblemError: There is none that can be read.
    """
    try:
        return json.loads(text_in(reply))
    except (ValueError, RecursionError):
        # Too deep, a number of 5,000 digits, or no JSON at all: to a person all are the same.
        raise ProblemError(Problem(ProblemKind.UNREADABLE_ANSWER, said_in(reply))) from None


def json_or_none(reply: Reply) -> Any:
    """The body's JSON value; `None` where there is none that can be read."""
    try:
        return json_in(reply)
    except ProblemError:
        return None


def names_in(value: Any) -> list[str]:
    """The names of all fields in a JSON value, outermost first."""
    return [name for part in parts_in(value) if isinstance(part, dict) for name in part]


def _strings(value: Any) -> list[str]:
    """Every string in a JSON value, outermost first."""
    return list(islice((part for part in parts_in(value) if isinstance(part, str)), _MOST_STRINGS))


def parts_in(value: Any) -> Iterator[Any]:
    """A JSON value and all that is in it, outermost first."""
    waiting = deque([value])
    while waiting:
        part = waiting.popleft()
        yield part
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def said_in(reply: Reply) -> str:
    """The HTTP code and the start of the body."""
    return f"HTTP {reply.code}\n{excerpt(text_in(reply))}".strip()


def text_in(reply: Reply) -> str:
    """The body as text, whatever it is."""
    return reply.body.decode("utf-8-sig", "replace")


def plain(text: str) -> str:
    """`text` as it came, but for lone surrogates, which no database or window can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _about(body: Mapping[str, Any]) -> str:
    metadata = body.get("metadata")
    about = metadata.get("retrain_job_id") if isinstance(metadata, dict) else None
    return str(about) if isinstance(about, str | int) and not isinstance(about, bool) else ""


def number_in(value: Any) -> int | None:
    """A whole number that a database can hold, else nothing."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and abs(value) < _LARGEST_NUMBER else None


def _message(value: Any) -> str:
    if value is None:
        return ""
    return excerpt(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def link_in(value: Any) -> str:
    """A link that can be fetched, else nothing: the job then has finished with no file yet."""
    if not isinstance(value, str):
        return ""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return ""
    return plain(value.strip()) if parts.scheme in {"http", "https"} and parts.hostname else ""


def _host(link: str) -> str:
    try:
        return without_secrets(plain(urlsplit(link).hostname or ""))
    except ValueError:
        return ""
