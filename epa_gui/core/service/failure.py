"""Turns what requests, urllib3 and sockets raise into problems, narrowest first."""

import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import urllib3.exceptions
from requests import exceptions

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.interruptible import CutError
from epa_gui.core.service.local_settings import ProxySettingError, setting_behind, unusable_bundle
from epa_gui.core.service.redaction import excerpt

NETWORK_ERRORS = (exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, RecursionError)
"""What speaking HTTP raises here. `ValueError` and `RecursionError` come from headers and bodies nobody expected."""

_KINDS: tuple[tuple[tuple[type[BaseException], ...], ProblemKind], ...] = (
    (
        (ProxySettingError, exceptions.ProxyError, exceptions.InvalidProxyURL, urllib3.exceptions.ProxyError),
        ProblemKind.PROXY_FAILED,
    ),
    ((exceptions.SSLError, urllib3.exceptions.SSLError), ProblemKind.TLS_FAILED),
    ((exceptions.Timeout, urllib3.exceptions.TimeoutError, TimeoutError), ProblemKind.TIMED_OUT),
    (
        (
            exceptions.InvalidURL,
            exceptions.InvalidSchema,
            exceptions.MissingSchema,
            urllib3.exceptions.LocationValueError,
        ),
        ProblemKind.BAD_ADDRESS,
    ),
    (
        (exceptions.ConnectionError, exceptions.ChunkedEncodingError, urllib3.exceptions.HTTPError, ConnectionError),
        ProblemKind.CONNECTION_LOST,
    ),
    # Never the key: one that no header can carry is found out before anything is asked.
    ((exceptions.InvalidHeader,), ProblemKind.UNREADABLE_ANSWER),
    ((UnicodeEncodeError,), ProblemKind.UNEXPECTED),
)
"""Narrowest first: many of these are kinds of `OSError` or `ValueError` too."""


def problem_of(error: BaseException, url: str) -> Problem:
    """The problem behind an exception that arose while speaking to the host of `url`."""
    kind = _kind_of(error)
    if kind in {ProblemKind.TLS_FAILED, ProblemKind.CERTIFICATES_MISSING} and (at_fault := unusable_bundle()):
        setting, place = at_fault
        return Problem(ProblemKind.CERTIFICATES_MISSING, excerpt(f"{setting}: {place}"), setting)
    if kind is ProblemKind.PROXY_FAILED:
        said = str(error) if isinstance(error, ProxySettingError) else _innermost_words(error)
        return Problem(kind, excerpt(said), setting_behind(url))
    # What is said of text that cannot be sent quotes it, in Python's spelling, which no redaction knows.
    said = type(error).__name__ if kind is ProblemKind.UNEXPECTED else excerpt(_innermost_words(error))
    return Problem(kind, said, urlsplit(url).hostname or "")


def _kind_of(error: BaseException) -> ProblemKind:
    if any(isinstance(cause, CutError) for cause in _causes(error)):
        return ProblemKind.CONNECTION_LOST  # by ourselves: neither proxy nor certificate is to blame
    for types, kind in _KINDS:
        if isinstance(error, types):
            return _kind_of_lost_connection(error) if kind is ProblemKind.CONNECTION_LOST else kind
    if isinstance(error, OSError):
        about_certificates = "certificate" in str(error).lower()
        return ProblemKind.CERTIFICATES_MISSING if about_certificates else ProblemKind.CONNECTION_LOST
    return ProblemKind.UNREADABLE_ANSWER


def _kind_of_lost_connection(error: BaseException) -> ProblemKind:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                ProblemKind.TLS_FAILED
            )  # on Windows the second try, with a bundle of the environment, may fail anyhow
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
