"""Understands what people paste as a job ID: the ID, a status URL, or the manual's ``response.json``."""

import json
import re
from collections import deque
from typing import Any
from urllib.parse import unquote

_IN_URL = re.compile(r"/retrain_jobs/([^/?#\s\"'<>]+)")
_IN_TEXT = re.compile(r"retrain_job_id[\"']?\s*[:=]\s*[\"']?(?!(?:null|true|false)\b)([^\s\"',;&{}\[\]]+)")
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad]")
_LONGEST = 200
_WELL_FORMED = re.compile(rf"[!-~]{{1,{_LONGEST}}}")


class NotAJobIdError(ValueError):
    """The text holds no job ID this program could ask about."""


def job_id_in(text: str) -> str:
    """The job ID in `text`, with whatever stands around it left off.

    Raises:
        NotAJobIdError: There is none in it.
    """
    text = _INVISIBLE.sub("", text).strip()
    found = _in_json(text) or _in_text(text) or _in_url(text) or text.strip("\"'<>, ")
    if not _WELL_FORMED.fullmatch(found) or found in {".", ".."} or found[0] in "{[" or "://" in found:
        raise NotAJobIdError(text[:_LONGEST])
    return found


def _in_json(text: str) -> str:
    if not text.startswith(("{", "[")):
        return ""
    try:
        return _find(json.loads(text))
    except (ValueError, RecursionError):
        return ""


def _find(value: Any) -> str:
    """The first ``retrain_job_id`` in a JSON value, at any depth."""
    waiting = deque([value])
    while waiting:
        value = waiting.popleft()
        if isinstance(value, dict):
            found = value.get("retrain_job_id")
            if isinstance(found, str | int) and not isinstance(found, bool):
                return str(found).strip()
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return ""


def _in_text(text: str) -> str:
    match = _IN_TEXT.search(text)
    return match[1] if match else ""


def _in_url(text: str) -> str:
    for match in _IN_URL.finditer(text):
        if match[1] != "upload_url":
            return unquote(match[1])
    return ""
