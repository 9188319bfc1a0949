"""Signed links to the storage: made and checked, nothing else. Their form follows S3's presigned URLs."""

import hashlib
import hmac
import math
from datetime import UTC, datetime
from enum import Enum, auto
from urllib.parse import quote, urlencode

_SIGNATURE = "X-Amz-Signature"
_DATE_FORM = "%Y%m%dT%H%M%SZ"


class LinkCheck(Enum):
    """What a link is worth."""

    GOOD = auto()
    UNSIGNED = auto()
    FORGED = auto()
    EXPIRED = auto()


def sign(secret: str, method: str, path: str, *, now: float, seconds: float, generation: int) -> str:
    """A link's path and query, good for one method.

    Args:
        secret: The signing secret.
        method: The HTTP method the link is for.
        path: The decoded path; it is quoted as UTF-8 in the answer.
        now: Seconds since the epoch.
        seconds: How long the link is good; whole seconds, at least 1.
        generation: Links of an earlier generation than the one asked for in `check` are stale.
    """
    date = datetime.fromtimestamp(now, UTC).strftime(_DATE_FORM)
    pairs = [
        ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
        ("X-Amz-Credential", f"PRACTICE{generation}/{date[:8]}/practice/s3/aws4_request"),
        ("X-Amz-Date", date),
        ("X-Amz-Expires", str(max(1, math.ceil(seconds)))),
        ("X-Amz-SignedHeaders", "host"),
    ]
    signature = _signature(secret, method, path, pairs)
    return f"{quote(path)}?{urlencode([*pairs, (_SIGNATURE, signature)])}"


def check(
    secret: str, method: str, path: str, pairs: tuple[tuple[str, str], ...], *, now: float, generation: int
) -> LinkCheck:
    """Judge a link that was used with `method`, by the storage's clock."""
    given = dict(pairs)
    if _SIGNATURE not in given:
        return LinkCheck.UNSIGNED
    unsigned = [pair for pair in pairs if pair[0] != _SIGNATURE]
    # As bytes: comparing text that is not ASCII raises TypeError.
    if not hmac.compare_digest(given[_SIGNATURE].encode(), _signature(secret, method, path, unsigned).encode()):
        return LinkCheck.FORGED
    issued = datetime.strptime(given["X-Amz-Date"], _DATE_FORM).replace(tzinfo=UTC).timestamp()
    stale = issued + int(given["X-Amz-Expires"]) <= now
    outdated = int(given["X-Amz-Credential"].partition("/")[0].removeprefix("PRACTICE")) < generation
    return LinkCheck.EXPIRED if stale or outdated else LinkCheck.GOOD


def _signature(secret: str, method: str, path: str, pairs: list[tuple[str, str]]) -> str:
    said = "\n".join([method, path, urlencode(sorted(pairs))])
    return hmac.new(secret.encode(), said.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()
