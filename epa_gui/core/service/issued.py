"""Reads what the service hands out: a place to put a file, an API key. Both are secrets, so none of it is quoted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from epa_gui.core.jobs.job_reference import NotAJobIdError, job_id_in
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.redaction import excerpt, redacted, remember_secret
from epa_gui.core.service.reply import Reply, json_or_none, known_message, link_in, names_in, refusal_in

_KEY = re.compile(r"[!-~]{1,1200}")
"""What a header can carry, and an entry of Windows' keychain can hold."""

_LONGEST_END_DATE = 100


@dataclass(frozen=True, slots=True)
class UploadPlace:
    """Where one file is to be put, and the job that begins once it is there.

    Source: Retrain Data Upload API, response body.

    Attributes:
        job_id: The service's ``retrain_job_id``.
        link: A storage link for one PUT. Goes stale. Never stored, never logged.
    """

    job_id: str
    link: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A model's API key, fresh from the service.

    Source: Get API Key API, response body.

    Attributes:
        api_key: The key. Goes into the keychain, nowhere else.
        end_date: Until when it is valid, in the service's own words, whose form is undocumented; "" if it did not say.
    """

    api_key: str = field(repr=False)
    end_date: str = ""


def place_in(reply: Reply) -> UploadPlace:
    """The place to put a file that the service names.

    Raises:
        ProblemError: The reply is a refusal, or names no place that can be used.
    """
    body = _body(reply)
    job_id, link = _job_id(body.get("retrain_job_id")), _link(body.get("upload_url"))
    if not job_id or not link:
        raise ProblemError(_unreadable(reply))
    return UploadPlace(job_id, link)


def key_in(reply: Reply) -> IssuedKey:
    """The API key that the service issued; from now on no text shows it.

    Raises:
        ProblemError: The reply is a refusal, or holds no key that can be used.
    """
    body = _body(reply)
    key = body.get("api_key")
    if isinstance(key, str):
        remember_secret(key)
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise ProblemError(_unreadable(reply))
    return IssuedKey(key, _end_date(body.get("end_date")))


def _body(reply: Reply) -> Mapping[str, Any]:
    refusal = refusal_in(reply)
    if refusal:
        raise ProblemError(replace(refusal, said=_outline(reply)) if 200 <= reply.code < 300 else refusal)
    body = json_or_none(reply)
    if not isinstance(body, dict):
        raise ProblemError(_unreadable(reply))
    return body


def _unreadable(reply: Reply) -> Problem:
    return known_message(json_or_none(reply)) or Problem(ProblemKind.UNREADABLE_ANSWER, _outline(reply))


def _outline(reply: Reply) -> str:
    """The HTTP code and the names of JSON fields: enough to see what changed, and no value of any."""
    names = [name for name in names_in(json_or_none(reply)) if re.fullmatch(r"[A-Za-z_]{1,30}", name)]
    return f"HTTP {reply.code}\n{excerpt(', '.join(names[:30]))}".strip()


def _job_id(value: Any) -> str:
    """The ID if it is one and nothing but one, else nothing; a key in its place would get into the list's file."""
    if not isinstance(value, str | int) or isinstance(value, bool) or redacted(str(value)) != str(value):
        return ""
    try:
        return job_id_in(str(value)) if job_id_in(str(value)) == str(value) else ""
    except NotAJobIdError:
        return ""


def _link(value: Any) -> str:
    """A link that a file can be put to, else nothing."""
    link = link_in(value)
    try:
        is_possible = urlsplit(link).port != 0
    except ValueError:
        return ""
    return link if is_possible and link.isprintable() else ""


def _end_date(value: Any) -> str:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    return excerpt(str(value), _LONGEST_END_DATE)
