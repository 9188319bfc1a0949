"""A fingerprint of the history that a person keeps elsewhere, and what the history has to say to it later."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", re.IGNORECASE)
_ENTRY = re.compile(r"\bentry (\d{1,15})\b", re.ASCII | re.IGNORECASE)
_BEGUN = re.compile(r"\bbegins with ([0-9a-f]{64})(?![0-9a-f])", re.ASCII | re.IGNORECASE)
_LABEL = "begins with"
_QUOTED = re.compile(r"^[>| \t]+", re.MULTILINE)
"""How e-mail programs quote."""

_MOST_SIGNS = 10_000
_MOST_HASHES = 2
"""A line of a CSV export ends with the fingerprint of the entry before and its own."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody kept.

    Attributes:
        sha256: The fingerprint of the entry that was the last one then; lower-case hexadecimal.
        number: That entry's number; `None` where only the fingerprint was kept.
        begun: The fingerprint of that history's first entry; empty likewise.
    """

    sha256: str
    number: int | None = None
    begun: str = ""


class Finding(StrEnum):
    """What became of looking for a fingerprint."""

    UNCHANGED = "unchanged"
    """An entry has it, and all before it are as they were."""

    BROKEN_BEFORE = "broken before"
    """An entry says that it has it, but it or one before it is not as it was written."""

    CUT = "cut"
    """It was of an entry behind the last there is now."""

    MADE_ANEW = "made anew"
    """The entry of that number has another one."""

    OTHER_HISTORY = "other history"
    """The first entry is another, too."""

    NOT_FOUND = "not found"
    """No entry has it; more is not known of it."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the history has to say to a fingerprint that was kept.

    Attributes:
        finding: What became of looking for it.
        number: Which entry it is of, or was; 0 if that is not known.
        local: When that entry was written, as it says itself; empty if it is not there.
    """

    finding: Finding
    number: int = 0
    local: str = ""


def kept_text(number: int, local: str, sha256: str, begun: str) -> str:
    """One line to keep: what `kept_in` reads, alike in every language so that any EPA Desktop can read it.

    Args:
        number: Of the last entry, which is how many there are.
        local: When that entry was written: ``2026-11-23T09:30:00+09:00``.
        sha256: Its fingerprint.
        begun: The first entry's fingerprint.
    """
    return f"EPA Desktop history, entry {number} of {local}: {sha256}, begins with {begun}"


def kept_in(text: str) -> Kept | None:
    """The fingerprint in a pasted text; `None` if there is none, or more than one.

    It may be such a line as `kept_text` makes, the fingerprint alone, or a line with it of an export.
    """
    text = unicodedata.normalize("NFKC", text[:_MOST_SIGNS])
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    text = " ".join(_QUOTED.sub("", text).split())
    begun = _BEGUN.search(text)
    if begun is None and _LABEL in text.lower():
        return None  # half a line: what is left of it might be the wrong half
    rest = text[: begun.start()] + text[begun.end() :] if begun else text
    hashes = [found[0].lower() for found in _HASH.finditer(rest)]
    if not 0 < len(hashes) <= (1 if begun else _MOST_HASHES):
        return None
    number = _ENTRY.search(rest) if begun else None
    return Kept(hashes[-1], int(number[1]) if number else None, begun[1].lower() if begun else "")


class Search:
    """Looks for a kept fingerprint while the history is gone through from its first entry to its last."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._found: Match | None = None
        self._at_number: Match | None = None
        self._begun = ""

    def see(self, count: int, sha256: str, local: str, *, is_well: bool) -> None:
        """Take the next entry.

        Args:
            count: Which one it is, from 1.
            sha256: The fingerprint that it says it has.
            local: When it says it was written.
            is_well: Whether it and all before it are as they were written.
        """
        if count == 1:
            self._begun = sha256
        if count == self._kept.number:
            self._at_number = Match(Finding.MADE_ANEW, count, local)
        if sha256 == self._kept.sha256 and self._found is None:
            self._found = Match(Finding.UNCHANGED if is_well else Finding.BROKEN_BEFORE, count, local)

    def match(self) -> Match:
        """What became of it, after the last entry."""
        if self._found is not None:
            return self._found
        number = self._kept.number or 0
        if self._begun and self._kept.begun and self._kept.begun != self._begun:
            return Match(Finding.OTHER_HISTORY, number)
        if not number:
            return Match(Finding.NOT_FOUND)
        return self._at_number or Match(Finding.CUT, number)
