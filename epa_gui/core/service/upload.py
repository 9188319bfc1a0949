"""Puts one file where a storage link says. The API key never comes near this module."""

from collections.abc import Generator, Iterator
from typing import Protocol

import requests

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client, refuse_plain_http
from epa_gui.core.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.core.service.storage import kind_in, refusal_of, said, words_of

ANSWER_SECONDS = 120.0
"""How long storage may think about the whole file, from the last byte sent to the last of its answer."""


class Body(Protocol):
    """What is sent, in pieces; of 256 KiB to 1 MiB for speed.

    A piece has been sent when the next is asked for, so its buffer may be used again. What makes the file unfit to be
    sent has to be raised before the last piece is given: once that has gone, storage has a whole file.
    """

    def __len__(self) -> int:
        """All bytes."""

    def __iter__(self) -> Iterator[bytes | memoryview]:
        """The bytes, in order. What this raises comes out of `put` as it is, even if it is an `OSError`."""


class UnansweredError(ProblemError):
    """All was sent and no answer came: storage may have the file, and its job may have begun."""


def put(client: Client, link: str, body: Body) -> None:
    """Put `body` where `link` says: one PUT on a connection of its own, with no deadline as long as bytes move.

    Raises:
        UnansweredError: The way there failed after the last byte.
        ProblemError: The link is stale or refused, the way there failed, storage did not say yes to the whole of it, or
            `body` gave more or fewer bytes than it said (`ProblemKind.FILE_CHANGED`).
        Exception: Whatever `body` raised, unchanged; storage did not get a whole file then.
    """
    refuse_plain_http(link)
    payload = _Parcel(body)
    failure: Exception | None
    try:
        with client.put(link, payload if len(payload) else None, {"Accept": "*/*"}, ANSWER_SECONDS) as response:
            problem = _problem_with(response, client, link, payload)
            failure = ProblemError(problem) if problem else None
    except _BodyFailedError as failed:
        failure = failed.error
    except NETWORK_ERRORS as error:
        trouble = UnansweredError if payload.count and payload.is_whole else ProblemError
        raise trouble(problem_of(error, link)) from error
    finally:
        payload.close()
        client.close()  # nothing else may travel on a connection where half a body may stand
    if failure:
        raise failure


def _problem_with(response: requests.Response, client: Client, link: str, payload: "_Parcel") -> Problem | None:
    """What storage's answer speaks of; `None` if it has the file."""
    code = response.status_code
    if not 200 <= code < 300:
        return refusal_of(response, link, client.guard)
    if not payload.is_whole:
        return Problem(ProblemKind.STORAGE_TROUBLE, f"HTTP {code}: {payload.count} / {len(payload)}")
    # The code is the yes. Its body is looked at only since what blocks uploads may say no with a page and "200 OK".
    text = words_of(response, client.guard)
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return None
    return Problem(kind_in(text) or ProblemKind.NOT_THE_SERVICE, said(code, text, link))


class _BodyFailedError(Exception):
    """Carries what a body raised past those who would take it for the network's."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _Parcel:
    """A body as requests takes it: its length known, its pieces counted, its errors kept apart.

    Attributes:
        count: Bytes given to be sent.
        is_whole: Whether all has been sent.
    """

    def __init__(self, body: Body) -> None:
        self.count = 0
        self.is_whole = not len(body)
        self._body = body
        self._length = len(body)
        self._pieces = self._counted()

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes | memoryview]:
        return self._pieces

    def close(self) -> None:
        """End the body's iteration now, not when the last traceback that holds it is gone: it may hold a file."""
        self._pieces.close()

    def _counted(self) -> Generator[bytes | memoryview, None, None]:
        try:
            for piece in self._body:
                self.count += len(piece)
                if self.count > self._length:
                    break
                yield piece
        except Exception as error:  # this door: the body is its owner's, and so is what it raises
            raise _BodyFailedError(error) from error
        if self.count != self._length:
            problem = Problem(ProblemKind.FILE_CHANGED, f"{self.count} / {self._length}")
            raise _BodyFailedError(ProblemError(problem))
        self.is_whole = True
