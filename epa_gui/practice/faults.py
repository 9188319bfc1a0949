"""Ways the practice service can be told to misbehave, and the plan of when."""

import json
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from threading import Lock
from typing import Any, Self
from urllib.parse import unquote

from epa_gui.practice.exchange import Reply
from epa_gui.practice.refusals import ServiceError, s3_error

# SO_LINGER with no time at all: closing sends RST. Windows' struct has shorts.
RESET_ON_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Ending(Enum):
    """How the connection ends in place of an answer."""

    ANSWERED = auto()
    DROPPED = auto()
    RESET = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to misbehave, made with one of the class methods; `late` adds a delay to any of them.

    Attributes:
        seconds: Wait before anything else.
        instead: Answer this and leave the request undone; None for the true answer.
        ending: Whether the connection ends without an answer.
        read_first: With such an ending, bytes of the request's body to take before it.
        cut_after: End the connection after so many bytes of the answer's body; None for all of it.
        length_promised: Whether the answer carries a Content-Length (of the whole body).
        drip_seconds: Pause between single bytes.
        drip_head: Whether status line and headers come in single bytes.
        drip_body: Whether the body comes in single bytes.
    """

    seconds: float = 0.0
    instead: Reply | None = None
    ending: Ending = Ending.ANSWERED
    read_first: int = 0
    cut_after: int | None = None
    length_promised: bool = True
    drip_seconds: float = 0.0
    drip_head: bool = False
    drip_body: bool = False

    @classmethod
    def answer(cls, status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Self:
        """Any answer at all."""
        return cls(instead=Reply(status, tuple((headers or {}).items()), body))

    @classmethod
    def json(cls, value: Any, status: int = 200) -> Self:
        """Any JSON value: wrong types, missing fields."""
        return cls.answer(status, json.dumps(value).encode(), {"Content-Type": "application/json"})

    @classmethod
    def deep_json(cls, depth: int = 5_000) -> Self:
        """Arrays within arrays, too deep for a recursive parser."""
        return cls.answer(200, b"[" * depth + b"]" * depth, {"Content-Type": "application/json"})

    @classmethod
    def html(cls, status: int = 502) -> Self:
        """The page of a proxy that stands in between."""
        page = f"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>Proxy error</h1></body></html>"
        return cls.answer(status, page.encode(), {"Content-Type": "text/html; charset=utf-8"})

    @classmethod
    def redirect(cls, location: str, status: int = 302) -> Self:
        """A redirect to anywhere."""
        return cls.answer(status, b"", {"Location": location})

    @classmethod
    def too_many_requests(cls, retry_after: str | None = None) -> Self:
        """Status 429, with a Retry-After header (seconds or an HTTP date) when given."""
        return cls.answer(429, b"", {} if retry_after is None else {"Retry-After": retry_after})

    @classmethod
    def service_error(cls, message: str) -> Self:
        """One of the documented errors, by its message, in the documented body."""
        return cls(instead=ServiceError(message).reply())

    @classmethod
    def no_such_call(cls) -> Self:
        """What a gateway answers where there is no such call."""
        return cls.json({"message": "Missing Authentication Token"}, 403)

    @classmethod
    def storage_error(cls, status: int, code: str, message: str = "") -> Self:
        """One of S3's errors in S3's XML."""
        return cls(instead=s3_error(status, code, message))

    @classmethod
    def delay(cls, seconds: float) -> Self:
        """The true answer, later."""
        return cls(seconds=seconds)

    @classmethod
    def drop(cls, *, after: int = 0) -> Self:
        """End the connection without an answer, having read `after` bytes of the request's body."""
        return cls(ending=Ending.DROPPED, read_first=after)

    @classmethod
    def reset(cls, *, after: int = 0) -> Self:
        """Reset the connection (RST), having read `after` bytes of the request's body."""
        return cls(ending=Ending.RESET, read_first=after)

    @classmethod
    def cut(cls, after: int, *, length_promised: bool = True) -> Self:
        """The true answer, but only `after` bytes of its body; without its length if so told."""
        return cls(cut_after=after, length_promised=length_promised)

    @classmethod
    def drip(cls, seconds: float, *, head: bool = False, body: bool = True) -> Self:
        """The true answer, one byte every `seconds`."""
        return cls(drip_seconds=seconds, drip_head=head, drip_body=body)

    def late(self, seconds: float) -> Self:
        """The same fault after a delay."""
        return replace(self, seconds=seconds)


@dataclass(slots=True)
class _Planned:
    fault: Fault
    times: int
    path: str


class FaultPlan:
    """Which requests meet which fault. Faults are used in the order they were planned; safe between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._planned: list[_Planned] = []

    def add(self, fault: Fault, times: int, path: str) -> None:
        """Plan `fault` for the next `times` requests whose path and query contain `path`; -1 for ever."""
        with self._lock:
            self._planned.append(_Planned(fault, times, path))

    def clear(self) -> None:
        """Plan nothing any more."""
        with self._lock:
            self._planned.clear()

    def take(self, target: str) -> Fault | None:
        """The fault this request meets, used up by it; None for none."""
        with self._lock:
            for planned in self._planned:
                if planned.times and (planned.path in target or planned.path in unquote(target)):
                    planned.times -= planned.times > 0
                    return planned.fault
            return None
