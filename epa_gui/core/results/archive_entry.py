"""What a results file holds: its entries, how each can be shown, and what is wrong with it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.results.members import Member, UnreadableMemberError
from epa_gui.core.results.naming import safe_name

SEPARATORS = re.compile(r"[/\\]")
"""Of the parts of a name, on whatever system it was packed."""


NESTED = frozenset("zip gz tgz bz2 xz 7z rar tar zst cab jar".split())  # noqa: SIM905  a list to read
"""Endings of archives."""


class Trouble(StrEnum):
    """What is wrong with an entry, or with a whole file."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TRUNCATED = "cut short"
    FALSE_SIZE = "another size than it says"
    NESTED = "an archive in the archive"
    LINK = "a link"
    DEVICE_NAME = "the name of a device"
    OUTSIDE = "a name that leads out of its folder"
    OVERLAPPING = "shares its bytes with another entry"
    TOO_LARGE = "too large"
    TOO_DENSE = "unpacks to far more than it is"
    TOO_MANY = "too many entries"
    PACKING = "packed in an unknown way"
    SAME_NAME = "the name of another entry too"


ONLY_TOLD = frozenset({Trouble.DEVICE_NAME, Trouble.OUTSIDE, Trouble.SAME_NAME, Trouble.NESTED})
"""What keeps nobody from reading an entry, as its name is never used as a path."""


class Kind(StrEnum):
    """How an entry can be shown, by the end of its name."""

    TABLE = "table"
    JSON = "json"
    PICTURE = "picture"
    TEXT = "text"
    OTHER = "other"


_SUFFIXES = {
    Kind.TABLE: "csv tsv tab",
    Kind.JSON: "json geojson",
    Kind.PICTURE: "png jpg jpeg gif bmp webp",
    Kind.TEXT: "txt md log jsonl ndjson xml html htm xhtml svg yaml yml ini js css",
}
_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}


class EntryError(UnreadableMemberError):
    """An entry cannot be read, or not to its end.

    Attributes:
        trouble: Why.
    """

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Entry(Member):
    """One file in a results file: a `Member` whose name is foreign, and never a path.

    Attributes:
        kind: How it can be shown.
        packed: Bytes it takes in the file.
        troubles: What is wrong with it, as far as the directory tells.
    """

    kind: Kind = Kind.OTHER
    packed: int = 0
    troubles: tuple[Trouble, ...] = ()

    @property
    def can_be_read(self) -> bool:
        """Whether it may be opened."""
        return ONLY_TOLD.issuperset(self.troubles)

    @property
    def last_part(self) -> str:
        """The name without folders."""
        return SEPARATORS.split(self.name.rstrip("/\\"))[-1]

    @property
    def file_name(self) -> str:
        """A name for a copy of it, safe on every system; an ending that something could run gets another behind it."""
        stem, dot, suffix = self.last_part.rpartition(".")
        return safe_name(stem, dot + suffix) if stem else safe_name(self.last_part)


def kind_of(name: str) -> Kind:
    """How a file of that name can be shown."""
    _, dot, suffix = name.rpartition(".")
    return _KINDS.get(suffix.lower(), Kind.OTHER) if dot else Kind.OTHER
