"""Reads what the service says of the account's prediction APIs, and drops their keys while it reads.

The answer holds each prediction API's own key in clear. Only members that are known to hold none are kept of it, no
matter where they stand; nothing of the answer is quoted; and nothing is raised here, since an exception would keep the
answer alive in its frames.
"""

import json
import re
from typing import Any

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.account.key_kind import NotOffered
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.loose_values import moment_of, text_of, truth_of, whole_number_of
from epa_gui.core.service.not_offered import is_not_offered
from epa_gui.core.service.reply import Reply, known_message, link_in, refusal_in, text_in

LARGEST_LIST = 8 << 20
"""Bytes. The list comes whole, with the rules of every prediction API."""

_LISTS = frozenset({"classifiers"})
_SCALARS = frozenset({"classifier_id", "model_id", "status", "version", "url", "active", "is_active"})
_TIMES = frozenset({"create_datetime", "update_datetime"})
_KEPT = _LISTS | _SCALARS | _TIMES | {"message", "error", "code"}
_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,199}")
_STATUSES = {status.value: status for status in ClassifierStatus if status is not ClassifierStatus.UNKNOWN}
_ADDRESS = re.compile(r"\s*(https?://)(?:[^/?#@]*+@)*+([^?#@\s]++)")
_LONGEST_WORD = 50
_LONGEST_ADDRESS = 2000


def classifiers_in(reply: Reply, now: float) -> LiveReading | NotOffered | Problem:
    """The account's prediction APIs; or that there is no such call, or why there is no list.

    Source: Get Classifier API, response body: ``{"classifiers": [{"classifier_id", "model_id", "status", "api_key",
    "version", "url", "active", "is_editable", "create_datetime", "update_datetime", "rules"}]}``.

    Args:
        reply: The answer, of which nothing is kept.
        now: When it was asked for, seconds since the epoch (UTC).
    """
    body = _without_keys(reply)
    refusal = refusal_in(reply)
    if refusal:
        known = known_message(body)
        problem = Problem(
            known.kind if known else refusal.kind,
            known.said if known else _outline(reply, body),
            refusal.where if refusal.kind is ProblemKind.REDIRECTED else "",
            refusal.retry_after,
        )
        return NotOffered(problem) if not known and is_not_offered(reply, refusal) else problem
    entries = body.get("classifiers") if isinstance(body, dict) else None
    if not isinstance(entries, list):
        return known_message(body) or Problem(ProblemKind.UNREADABLE_ANSWER, _outline(reply, body))
    read = (_classifier_in(entry) for entry in entries)
    classifiers = tuple(classifier for classifier in read if classifier is not None)
    return LiveReading(now, classifiers, len(entries) - len(classifiers))


def _without_keys(reply: Reply) -> Any:
    """The JSON value of a body with the known members alone; `None` if there is none that can be read."""
    try:
        return json.loads(text_in(reply), object_pairs_hook=_known_members)
    except (ValueError, RecursionError):
        return None


def _known_members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name in _KEPT}


def _outline(reply: Reply, body: Any) -> str:
    """The HTTP code and the service's number for the trouble; no word of the body, which may hold keys."""
    code = body.get("code") if isinstance(body, dict) else None
    number = whole_number_of(code)
    return f"HTTP {reply.code}" + (f"\ncode: {number}" if number is not None and number < 10**10 else "")


def _classifier_in(entry: Any) -> Classifier | None:
    name = text_of(entry.get("classifier_id"), 201) if isinstance(entry, dict) else ""
    if not _ID.fullmatch(name):
        return None
    status_said = text_of(entry.get("status"), _LONGEST_WORD)
    active = entry.get("active", entry.get("is_active"))
    created_at, created_said = moment_of(entry.get("create_datetime"))
    updated_at, updated_said = moment_of(entry.get("update_datetime"))
    return Classifier(
        classifier_id=name,
        model_id=whole_number_of(entry.get("model_id")),
        status=_STATUSES.get(status_said.strip().lower(), ClassifierStatus.UNKNOWN),
        status_said=status_said,
        version=text_of(entry.get("version"), _LONGEST_WORD),
        address=_address_in(entry.get("url")),
        is_active=truth_of(active),
        created_at=created_at,
        created_said=created_said,
        updated_at=updated_at,
        updated_said=updated_said,
    )


def _address_in(value: Any) -> str | None:
    """An address without a user's name, a query and a fragment, where a key could stand.

    These are cut off before anything else looks at it: `urlsplit` keeps the last texts that it was given.
    """
    found = _ADDRESS.match(value) if isinstance(value, str) else None
    link = link_in(found[1] + found[2]) if found else ""
    return link if link and len(link) <= _LONGEST_ADDRESS else None
