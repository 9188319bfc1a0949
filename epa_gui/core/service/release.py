"""Fetches and reads the release file: a small JSON object that says which version is the newest.

Nothing is asked but this one file, without a key; nothing in it is believed before its checksum fits. The checksum
tells a damaged file; who wrote it, only the https address vouches for. Redirects are followed here and nowhere else:
where releases are published, files are handed out by another host, and there is no key that could get lost on the way.
"""

import hashlib
import json
import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.region import BadAddressError, clean_address, is_loopback
from epa_gui.core.jobs.version import Release, precedence
from epa_gui.core.service.client import Client
from epa_gui.core.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.core.service.redaction import excerpt
from epa_gui.core.service.release_trust import check_day, check_page
from epa_gui.core.service.reply import Reply, json_in, refusal_in

LARGEST_FILE = 65_536
"""Bytes. Source: packaging/builder/release.py, which describes the whole format."""

FETCH_SECONDS = 15.0
"""The deadline of the whole of it with all redirects, from the first byte sent to the last one read."""

MOST_REDIRECTS = 3
"""GitHub needs two: from the latest release to its version, and from there to the file."""

_FORMAT = 1
_LONGEST_BELIEVED = timedelta(days=400)
_PIECE = 16_384
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PAGE = re.compile(
    r"https://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:\d{1,5})?([/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]{0,1500})?"
)
"""Plain https and nothing else: no user name, nothing that two programs might read in two ways."""

_ONWARD = re.compile(
    r"https?://[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*(:\d{1,5})?([/?#][a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]{0,8000})?",
    re.ASCII | re.IGNORECASE,
)
"""Where a redirect may lead: as plain as `_PAGE`, but long enough for a signature."""


def newest_release(
    client: Client, address: str, home: str = "", built_at: str = "", clock: Callable[[], float] = time.time
) -> Release:
    """Ask once which release is the newest.

    Args:
        client: Whom to ask through; its `cut` ends the asking.
        address: Where the release file is.
        home: The page of releases, fixed when the program was built; the file's page has to be that or below it.
            Empty for any page on the host of `address`.
        built_at: The day of the build, ``2026-11-23``; empty if it is not known.
        clock: This computer's time, seconds since the epoch.

    Raises:
        ProblemError: There is no release file, or none that can be trusted.
    """
    try:
        clean_address(address)
    except BadAddressError as error:
        raise ProblemError(Problem(ProblemKind.BAD_ADDRESS, error.trouble.value)) from error
    client.guard.deadline, client.guard.answer_seconds = time.monotonic() + FETCH_SECONDS, 0.0
    place, reply = address, _fetched(client, address)
    for _ in range(MOST_REDIRECTS):
        onward = _onward(reply, place, may_be_plain=urlsplit(address).scheme == "http")
        if not onward:
            break
        place, reply = onward, _fetched(client, onward)
    host = urlsplit(place).hostname or ""
    refusal = refusal_in(reply)
    if refusal:
        raise ProblemError(refusal if refusal.where else replace(refusal, where=host))
    try:
        release = release_in(_without_twins(reply))
        check_page(release, home or _origin(address))
        check_day(release, clock(), reply.headers.get("Date", ""), built_at)
    except ProblemError as trouble:
        raise ProblemError(replace(trouble.problem, where=host)) from trouble
    return release


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"https://{parts.hostname or ''}"


def _without_twins(reply: Reply) -> Any:
    """The answer's JSON value, each of its names standing there once: of two, every reader may believe another."""
    json_in(reply)  # tells what is no JSON
    try:
        return json.loads(reply.body.decode("utf-8-sig", "replace"), object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise _not_understood(str(error)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _fetched(client: Client, place: str) -> Reply:
    try:
        with client.get(place, {"Accept": "application/json"}) as response:
            body = bytearray()
            for piece in response.iter_content(_PIECE):
                body += piece
                if len(body) > LARGEST_FILE:
                    break
            is_cut = len(body) > LARGEST_FILE
            return Reply(response.status_code, response.headers, bytes(body[:LARGEST_FILE]), is_cut)
    except NETWORK_ERRORS as error:
        raise ProblemError(problem_of(error, place)) from error


def _onward(reply: Reply, place: str, *, may_be_plain: bool) -> str:
    """Where a redirect from `place` leads; empty if it is none, or none that may be followed.

    Args:
        reply: What `place` answered.
        place: The address that was asked.
        may_be_plain: Whether it may lead to http on this computer, and not only to https.
    """
    location = reply.headers.get("Location", "")
    if reply.code not in _REDIRECTS or not location:
        return ""
    try:
        onward = urljoin(place, location)
        parts = urlsplit(onward)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_private = parts.scheme == "https" or (may_be_plain and is_loopback(host))
    return onward if is_private and _ONWARD.fullmatch(onward) else ""


def release_in(value: Any) -> Release:
    """The release a release file's JSON value tells of.

    Raises:
        ProblemError: It is damaged, or no release file this version can read.
    """
    if not isinstance(value, dict) or "sha256" not in value:
        raise _not_understood("no sha256")
    given = value["sha256"]
    if type(value.get("format")) is not int or value["format"] != _FORMAT:
        raise _not_understood(f"format: {_spelled(value.get('format'))}")
    if given != _checksum(value):
        raise ProblemError(Problem(ProblemKind.DAMAGED_FILE, excerpt(f"sha256: {_spelled(given)}")))
    notes = value.get("notes")
    if not isinstance(notes, str):
        raise _not_understood("notes")
    day, expires = _day(value, "date"), _day(value, "expires")
    if expires < day:
        raise _not_understood("expires before it was made")
    if date.fromisoformat(expires) - date.fromisoformat(day) > _LONGEST_BELIEVED:
        raise _not_understood("expires later than such a file may")
    return Release(_version(value.get("version")), day, _readable(notes), _page(value.get("page")), expires)


def _checksum(value: dict[str, Any]) -> str:
    rest = {name: part for name, part in value.items() if name != "sha256"}
    try:
        canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    except (ValueError, RecursionError):
        raise _not_understood("text that is none") from None
    return hashlib.sha256(canonical).hexdigest()


def _version(value: Any) -> str:
    try:
        precedence(value if isinstance(value, str) else "")
    except ValueError:
        raise _not_understood(f"version: {_spelled(value)}") from None
    return str(value)


def _day(release: dict[str, Any], name: str) -> str:
    value = release.get(name)
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise _not_understood(f"{name}: {_spelled(value)}")


def _page(value: Any) -> str:
    if value == "" or (isinstance(value, str) and _PAGE.fullmatch(value)):
        return str(value)
    raise _not_understood(f"page: {_spelled(value)}")


def _readable(text: str) -> str:
    """Somebody else's text, line by line, without control characters and without those that turn others round."""
    lines = text.replace("\r\n", "\n").expandtabs(4).strip()
    return "".join(_readable_sign(sign) for sign in lines)


def _readable_sign(sign: str) -> str:
    if sign.isprintable() or sign == "\n":
        return sign
    return sign if unicodedata.category(sign) == "Zs" else "�"


def _spelled(value: Any) -> str:
    """A value for "Details"; of what may hold others only its kind, since it may hold them without end."""
    return f"{value!r:.200}" if isinstance(value, str | int | None) else type(value).__name__


def _not_understood(what: str) -> ProblemError:
    return ProblemError(Problem(ProblemKind.UNREADABLE_ANSWER, excerpt(what)))
