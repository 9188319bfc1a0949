"""What passes between a client and the practice service: requests, replies and the record of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived, kept so that a test can prove what was sent where.

    Attributes:
        at: When it arrived by the service's clock, seconds since the epoch.
        origin: ``"api"`` or ``"storage"``.
        method: The HTTP method.
        path: Path and query, as sent.
        headers: Header values by lower-case name; repeated ones joined with ``", "``.
    """

    at: float
    origin: str
    method: str
    path: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class FileSlice:
    """A part of a file that is sent without being held in memory; `start` and `length` in bytes."""

    path: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer. Content-Length is added when sent, unless the headers name one."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | FileSlice = b""

    @property
    def size(self) -> int:
        """Length of the whole body in bytes."""
        return self.body.length if isinstance(self.body, FileSlice) else len(self.body)


class ReplyBody(Protocol):
    """A request's body, read in pieces."""

    @property
    def length(self) -> int | None:
        """The promised length in bytes; None where the client promised none."""

    def read(self, most: int) -> bytes:
        """The next piece, at most `most` bytes; empty at the end or when the client went away."""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request, its body not yet read.

    Attributes:
        method: The HTTP method.
        target: Path and query as sent.
        headers: Header values by lower-case name.
        body: The body, to be read in pieces.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: ReplyBody
    pairs: tuple[tuple[str, str], ...] = field(init=False)
    path: str = field(init=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.target if self.target.startswith("/") and not self.target.startswith("//") else "/")
        object.__setattr__(self, "path", unquote(parts.path))
        object.__setattr__(self, "pairs", tuple(parse_qsl(parts.query, keep_blank_values=True)))

    def argument(self, name: str) -> str:
        """The first query argument of this name; empty when there is none."""
        return next((value for key, value in self.pairs if key == name), "")
