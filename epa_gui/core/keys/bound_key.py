"""A key that knows whom it was given for, and how both lie in one entry of the keychain.

An entry of an earlier version holds the key alone: nobody knows what it was given for. It is still used where it cannot
get into wrong hands, and is bound to that place then: the service's own two addresses, the practice service, and this
computer. For any other address it is asked for anew.
"""

from typing import Self
from urllib.parse import urlsplit

from epa_gui.core.account.prediction_address import clean_prediction_address
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import BASE_URLS, Region, is_loopback, is_read_alike
from epa_gui.core.keys.key_text import hint, masked

_ENTRY_HOLDS = 1280
"""Characters that one entry of Windows' keychain holds."""

_PRACTICE = "practice:"
_DIGEST = "sha256:"
_BEGINNINGS = ("https://", "http://", _PRACTICE, _DIGEST)
_PORTS = {"https": 443, "http": 80}


class BoundKey(str):
    """An API key or a secret key, with the origin it was given for.

    Attributes:
        origin: Scheme, host and port of the service, see `origin_of`; empty where nobody knows.
    """

    __slots__ = ("origin",)
    origin: str

    def __new__(cls, key: str, origin: str = "") -> Self:
        """The key, bound to an origin."""
        bound = super().__new__(cls, key)
        bound.origin = origin
        return bound

    def __repr__(self) -> str:
        return f"BoundKey({masked(hint(self))}, {self.origin})"

    def entry(self) -> str:
        """Both as the keychain holds them; an origin that is too long for it goes by its fingerprint."""
        if not self.origin:
            return str(self)
        entry = f"{self} {self.origin}"
        return entry if len(entry) <= _ENTRY_HOLDS else f"{self} {_digest(self.origin)}"

    @classmethod
    def from_entry(cls, entry: str) -> Self:
        """The key in an entry; one without an origin in an entry of an earlier version."""
        key, space, origin = entry.rpartition(" ")
        return cls(key, origin) if space and origin.startswith(_BEGINNINGS) else cls(entry)

    def is_for(self, origin: str) -> bool:
        """Whether it was given for this origin."""
        if self.origin.startswith(_DIGEST):
            return self.origin == _digest(origin)
        return bool(self.origin) and self.origin == origin


def origin_of(model: Model) -> str:
    """The origin a model's keys may be sent to: ``https://host:port``; empty for an address that is none.

    The practice service has another port at every start, and is one and the same all the same.
    """
    return _PRACTICE if model.region is Region.PRACTICE else _origin(BASE_URLS.get(model.region, model.address))


def prediction_origin(address: str, practice_address: str = "") -> str:
    """The origin a prediction API's key may be sent to; empty for an address that must not be asked.

    Args:
        address: The prediction API's address, as it was pasted.
        practice_address: The practice service's base URL, while it runs: it has another port at every start.
    """
    origin = _origin(clean_prediction_address(address))
    return _PRACTICE if origin and practice_address and origin == _origin(practice_address) else origin


def _origin(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return ""
    if not is_read_alike(address):
        return ""
    return f"{parts.scheme}://{host.lower().rstrip('.')}:{port}" if host and port else ""


def is_safe_unbound(model: Model) -> bool:
    """Whether a key of which nobody knows what it was given for may be sent to where this model is."""
    origin = origin_of(model)
    official = {origin_of(Model("", "", region)) for region in BASE_URLS}
    return origin in official | {_PRACTICE} or is_loopback(urlsplit(origin).hostname or "")


def _digest(origin: str) -> str:
    import hashlib  # noqa: PLC0415  it brings all of OpenSSL, which the window need not wait for

    return _DIGEST + hashlib.sha256(origin.encode()).hexdigest()[:32]
