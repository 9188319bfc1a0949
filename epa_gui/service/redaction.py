"""Takes keys and link signatures out of any text that is about to be kept or shown."""

import re
import threading
from urllib.parse import quote

HIDDEN = "••••"

_QUERY = re.compile(r"(\bhttps?://[^\s?#\"'<>]*|(?<![\w/])/[^\s?#\"'<>]*)\?[^\s\"<>]+")
_USER_INFO = re.compile(r"(\bhttps?://)[^\s/@\"'<>]+@")
_KEY_HEADER = re.compile(
    r"(api[-_]?key|authorization|signature|credential|token|\bsig)([\"']?\s*[:=]\s*[\"']?)(?:(?:bearer|basic|digest|token)\s+)?"
    r"[^\s\"',;&<>}]+",
    re.IGNORECASE,
)

_secrets: set[str] = set()
_lock = threading.Lock()


def remember_secret(secret: str) -> None:
    """Have `secret` taken out of every text from now on; it stays in this process's memory only."""
    if len(secret) >= 4:
        with _lock:
            _secrets.update({secret, quote(secret, safe="")})


def without_secrets(text: str) -> str:
    """`text` without the keys this program knows; all else stays as somebody wrote it."""
    with _lock:
        for secret in _secrets:
            text = text.replace(secret, HIDDEN)
    return text


def redacted(text: str) -> str:
    """`text` without known keys, without the queries of links (which hold their signatures), without user names."""
    text = without_secrets(text)
    text = _USER_INFO.sub(rf"\1{HIDDEN}@", text)
    text = _QUERY.sub(rf"\1?{HIDDEN}", text)
    return _KEY_HEADER.sub(rf"\1\2{HIDDEN}", text)


def excerpt(text: str, most: int = 2000) -> str:
    """The start of a text somebody else wrote, redacted and cleared of control characters, for "Details"."""
    readable = "".join(
        sign if sign.isprintable() or sign in "\n\t" else "�" for sign in redacted(text[: most * 20])[: most * 2]
    )
    cleaned = redacted(readable).strip()
    return cleaned if len(cleaned) <= most else cleaned[:most] + "…"
