"""Takes keys and link signatures out of any text that is about to be kept or shown.

Every pattern here meets megabytes that somebody else chose: each takes time proportional to the text.
"""

import re
import threading
from collections.abc import Iterable

from epa_gui.core.service.spellings import places

HIDDEN = "••••"

_WITH_QUERY = re.compile(r"(?<![^\s?\"'<>])[^\s?\"'<>]++\?[^\s\"<>]++")
_ADDRESS = re.compile(r"\bhttps?://|(?<![\w/])/")
_ENCODED = re.compile(r"[^\s\"'<>]++")
_ENCODED_ADDRESS = re.compile(r"\bhttps?%(?:25)*3a%(?:25)*2f", re.IGNORECASE)
_ENCODED_QUERY = re.compile(r"%(?:25)*3f", re.IGNORECASE)
_USER_INFO = re.compile(r"(\bhttps?://)[^\s/@\"'<>]++@")
_QUOTE = r"(?:\\{0,4}[\"']|&quot;|&\#0?3[49];|&\#x2[27];|&apos;|%22)?"
_KEY_HEADER = re.compile(
    rf"(api[-_]?key|authorization|signature|credential|token|\bsig)({_QUOTE}\s*+(?:[:=]|%3[ad])\s*+{_QUOTE})"
    r"(?:(?:bearer|basic|digest|token)\s++)?[^\s\"',;&<>}]++",
    re.IGNORECASE,
)
_LONGEST_ESCAPE = 8
"""Signs that one sign of a key may take: ``&quot;``, ``%25252B``."""

_secrets: set[str] = set()
_lock = threading.Lock()


def remember_secret(secret: str) -> None:
    """Have `secret` taken out of every text from now on; it stays in this process's memory only."""
    if len(secret) >= 4:
        with _lock:
            _secrets.add(secret)


def without(text: str, secrets: Iterable[str]) -> str:
    """`text` without `secrets`, however they are spelt in it; all else stays as it came."""
    pieces: list[str] = []
    at = 0
    for begin, end in places(text, secrets):
        pieces += (text[at:begin], HIDDEN)
        at = end
    return "".join(pieces) + text[at:]


def without_secrets(text: str) -> str:
    """`text` without the keys this program knows; all else stays as somebody wrote it."""
    return without(text, _known())


def redacted(text: str) -> str:
    """`text` without known keys, without the queries of links (which hold their signatures), without user names."""
    text = without_secrets(text)
    text = _USER_INFO.sub(rf"\1{HIDDEN}@", text)
    text = _WITH_QUERY.sub(_without_query, text)
    if _ENCODED_ADDRESS.search(text):
        text = _ENCODED.sub(_without_encoded_query, text)
    return _KEY_HEADER.sub(rf"\1\2{HIDDEN}", text)


def excerpt(text: str, most: int = 2000) -> str:
    """The start of a text somebody else wrote, redacted and cleared of control characters, for "Details"."""
    start = beginning(text, most * 2)
    readable = "".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in start)
    cleaned = redacted(readable).strip()
    return cleaned if len(cleaned) <= most else cleaned[:most] + "…"


def beginning(text: str, most: int) -> str:
    """The first `most` signs of `text`, redacted; of a text of megabytes no more is read than that takes."""
    start = text[: most * 10]
    if len(start) == len(text):
        return redacted(start)[:most]
    # Half a key may stand at the cut, which nothing finds: no more is kept than is surely whole.
    margin = max(map(len, _known()), default=0) * _LONGEST_ESCAPE
    return redacted(start)[: -margin or None][:most]


def _known() -> tuple[str, ...]:
    with _lock:
        return tuple(_secrets)


def _without_query(found: re.Match[str]) -> str:
    address = _ADDRESS.search(found[0])
    query = found[0].find("?", address.end()) if address else -1
    return f"{found[0][: query + 1]}{HIDDEN}" if query >= 0 else found[0]


def _without_encoded_query(found: re.Match[str]) -> str:
    run = found[0]
    address = _ENCODED_ADDRESS.search(run)
    query = _ENCODED_QUERY.search(run, address.end()) if address else None
    return f"{run[: query.end()]}{HIDDEN}" if query else run
