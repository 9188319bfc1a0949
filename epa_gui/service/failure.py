"""Turns what requests, urllib3 and sockets raise into problems, narrowest first."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import urllib3.exceptions
from requests import exceptions

from epa_gui.jobs.problem import Problem, ProblemKind
from epa_gui.service.redaction import excerpt

NETWORK_ERRORS = (exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, RecursionError)
"""What speaking HTTP raises here. `ValueError` and `RecursionError` come from headers and bodies nobody expected."""

_KINDS: tuple[tuple[tuple[type[BaseException], ...], ProblemKind], ...] = (
    ((exceptions.SSLError, urllib3.exceptions.SSLError), ProblemKind.TLS_FAILED),
    (
        (exceptions.ProxyError, exceptions.InvalidProxyURL, urllib3.exceptions.ProxyError),
        ProblemKind.PROXY_FAILED,
    ),
    ((exceptions.Timeout, urllib3.exceptions.TimeoutError, TimeoutError), ProblemKind.TIMED_OUT),
    (
        (exceptions.ConnectionError, exceptions.ChunkedEncodingError, urllib3.exceptions.HTTPError, ConnectionError),
        ProblemKind.CONNECTION_LOST,
    ),
    (
        (exceptions.InvalidURL, exceptions.InvalidSchema, exceptions.MissingSchema),
        ProblemKind.BAD_ADDRESS,
    ),
    ((exceptions.InvalidHeader, UnicodeEncodeError), ProblemKind.KEY_WRONG),
)
"""Narrowest first: many of these are kinds of `OSError` or `ValueError` too."""


def problem_of(error: BaseException, url: str) -> Problem:
    """The problem behind an exception that arose while speaking to the host of `url`."""
    host = urlsplit(url).hostname or ""
    kind = _kind_of(error)
    # What is said of a header that cannot be sent quotes it: the key, in Python's spelling, which no redaction knows.
    said = "" if kind is ProblemKind.KEY_WRONG else excerpt(_innermost_words(error))
    return Problem(kind, said, host)


def _kind_of(error: BaseException) -> ProblemKind:
    for types, kind in _KINDS:
        if isinstance(error, types):
            return _kind_of_lost_connection(error) if kind is ProblemKind.CONNECTION_LOST else kind
    if isinstance(error, OSError):
        about_certificates = "certificate" in str(error).lower()
        return ProblemKind.CERTIFICATES_MISSING if about_certificates else ProblemKind.CONNECTION_LOST
    return ProblemKind.UNREADABLE_ANSWER


def _kind_of_lost_connection(error: BaseException) -> ProblemKind:
    for cause in _causes(error):
        if isinstance(cause, urllib3.exceptions.NameResolutionError | socket.gaierror):
            return ProblemKind.NAME_NOT_FOUND
        if isinstance(cause, ConnectionRefusedError):
            return ProblemKind.CONNECTION_REFUSED
        if isinstance(cause, urllib3.exceptions.NewConnectionError):
            continue  # urllib3 counts it among its time-outs, whatever was behind it
        if isinstance(cause, TimeoutError | urllib3.exceptions.TimeoutError):
            return ProblemKind.TIMED_OUT
    return ProblemKind.CONNECTION_LOST


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and those inside it: requests and urllib3 pack them into arguments and `reason`."""
    waiting, seen = [error], 0
    while waiting and seen < 50:
        cause = waiting.pop(0)
        seen += 1
        yield cause
        inner = [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]
        waiting.extend(part for part in inner if isinstance(part, BaseException) and part is not cause)


def _innermost_words(error: BaseException) -> str:
    *_, innermost = _causes(error)
    words = str(innermost) or str(error)
    return f"{type(innermost).__name__}: {words}"
