"""What a published release says of itself, and which of two versions is the newer one."""

import re
from dataclasses import dataclass, field

_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z.-]{1,64}))?", re.ASCII)

Precedence = tuple[int, int, int, bool, tuple[tuple[bool, int, str], ...]]


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release, as its release file has it.

    Source: ``packaging/builder/release.py``, which writes that file.

    Attributes:
        version: Three whole numbers joined by dots, optionally with ``-`` and a pre-release name.
        day: The day of the release, ``2026-11-23``, UTC.
        notes: What changed; plain text of somebody else's, without control characters.
        page: Where people get it, an ``https`` address; empty if none was told.
        expires: The last day on which this may be believed, ``2027-05-22``, UTC.
    """

    version: str
    day: str
    notes: str = ""
    page: str = ""
    expires: str = field(default="", compare=False)


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after another.

    Raises:
        ValueError: One of them is no version.
    """
    return precedence(version) > precedence(than)


def precedence(version: str) -> Precedence:
    """A version's place among all versions, to be compared.

    Source: Semantic Versioning 2.0.0, item 11: a pre-release comes before its release; its parts are compared one by
    one, numbers by value and before words, and fewer parts come first.

    Raises:
        ValueError: It is no version.
    """
    match = _VERSION.fullmatch(version)
    parts = match[4].split(".") if match and match[4] else []
    if not match or "" in parts:
        raise ValueError("no version")
    major, minor, patch = (int(number) for number in match.groups()[:3])
    return major, minor, patch, not parts, tuple(_place(part) for part in parts)


def _place(part: str) -> tuple[bool, int, str]:
    return (False, int(part), "") if part.isdigit() else (True, 0, part)
