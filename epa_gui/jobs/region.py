"""Where a model's service is: the two regions, an address of one's own, or the practice service."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Region(StrEnum):
    """Where a model lives. The values are what the database holds."""

    GLOBAL = "global"
    JAPAN = "japan"
    OWN = "own"
    PRACTICE = "practice"


BASE_URLS = {
    Region.GLOBAL: "https://developer-api.easy-predictive-analytics.sony.com",
    Region.JAPAN: "https://developer-api.predictionone.sony.biz",
}
"""Source: the service's public manuals."""


@dataclass(frozen=True, slots=True)
class RegionChoice:
    """A region as Add model offers it; `address` is set where it is fixed but not one of the public ones."""

    region: Region
    address: str = ""


class AddressTrouble(StrEnum):
    """Why an address cannot be used."""

    EMPTY = "empty"
    NOT_AN_ADDRESS = "not an address"
    NOT_SECURE = "not secure"
    HOLDS_A_SECRET = "holds a secret"  # noqa: S105  a reason, not a secret  # nosec B105


class BadAddress(ValueError):  # noqa: N818  the words of the house: what is wrong, not that it is an error
    """An address that will not be called; `trouble` says why."""

    def __init__(self, trouble: AddressTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def clean_address(text: str) -> str:
    """The base URL in `text`, without a trailing slash: https, or http on this computer only.

    Raises:
        BadAddress: It is empty, no web address, not encrypted, or carries a user name, query or fragment.
    """
    address = text.strip()
    if not address:
        raise BadAddress(AddressTrouble.EMPTY)
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise BadAddress(AddressTrouble.NOT_AN_ADDRESS) from None
    if parts.scheme not in {"http", "https"} or not host or any(ord(sign) <= 32 for sign in address):
        raise BadAddress(AddressTrouble.NOT_AN_ADDRESS)
    if parts.username or parts.password or parts.query or parts.fragment:
        raise BadAddress(AddressTrouble.HOLDS_A_SECRET)
    if parts.scheme == "http" and not is_loopback(host):
        raise BadAddress(AddressTrouble.NOT_SECURE)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer: ``localhost``, 127.0.0.0/8 or ::1."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
