"""Whom a request was meant for: a web page whose name was pointed at this computer must not be answered.

A page's script may ask any address its own name leads to. Its author can have that name lead to 127.0.0.1 after the
page was loaded ("DNS rebinding"), and the browser then lets the script read the answer. What gives it away is the name,
which the browser sends along.
"""

import re
from collections.abc import Sequence

MISDIRECTED = 421
BAD_REQUEST = 400

_OWN = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})", re.ASCII | re.IGNORECASE)
_ABSOLUTE = re.compile(r"http://([^/?#]*)(.*)", re.ASCII | re.IGNORECASE | re.DOTALL)
_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)


def refusal_of(target: str, hosts: Sequence[str], port: int) -> int:
    """The HTTP status to refuse a request with, 0 if it was meant for this port of this computer.

    Source: RFC 9112, sections 3.2 and 3.2.2; RFC 9110, section 15.5.20 (421 Misdirected Request).

    Args:
        target: The request's target as sent: a path, or a whole address as it is sent to a proxy.
        hosts: The values of all Host headers.
        port: The port that was reached.
    """
    if len(hosts) != 1 or not hosts[0].strip():
        return BAD_REQUEST
    named = [hosts[0].strip()]
    if not target.startswith("/"):
        absolute = _ABSOLUTE.fullmatch(target)
        if absolute is None:
            return MISDIRECTED if _HAS_SCHEME.match(target) else 0  # "*" and the like: no call, and so answered 404
        named.append(absolute[1])
    return 0 if all(_is_own(name, port) for name in named) else MISDIRECTED


def path_in(target: str) -> str:
    """The path and query of a target, which may be a whole address."""
    absolute = _ABSOLUTE.fullmatch(target)
    if absolute is None:
        return target
    rest = absolute[2].partition("#")[0]
    return rest if rest.startswith("/") else f"/{rest}"


def _is_own(name: str, port: int) -> bool:
    found = _OWN.fullmatch(name)
    return found is not None and int(found[1]) == port
