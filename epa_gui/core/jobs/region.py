"""Where a model's service is: the two regions, an address of one's own, or the practice service."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import quote, urlsplit

from epa_gui.core.jobs.look_alike import resembled


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


class AddressFault(StrEnum):
    """Why an address cannot be used."""

    EMPTY = "empty"
    NOT_AN_ADDRESS = "not an address"
    NOT_PLAIN = "not plain"
    NOT_SECURE = "not secure"
    HOLDS_A_SECRET = "holds a secret"  # noqa: S105  a reason, not a secret  # nosec B105


class BadAddressError(ValueError):
    """An address that will not be called; `trouble` says why."""

    def __init__(self, trouble: AddressFault) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"(?:{_LABEL}\.)*{_LABEL}", re.ASCII)
_LONGEST_NAME = 253
_LONGEST_ADDRESS = 2000


def clean_address(text: str) -> str:
    """The base URL in `text`, without a trailing slash: https, or http on this computer only.

    Its host's name is in its plain spelling (IDNA), as it is called: ``https://xn--…`` for what has other letters.

    Raises:
        BadAddressError: It is empty, no web address, not encrypted, carries a user name, query or fragment, or holds
            signs that can make it look like another address.
    """
    address = text.strip()
    if not address:
        raise BadAddressError(AddressFault.EMPTY)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadAddressError(AddressFault.NOT_AN_ADDRESS) from None
    is_blank = any(ord(sign) <= 32 or sign.isspace() for sign in address)
    if parts.scheme not in {"http", "https"} or not host or is_blank or port == 0 or len(address) > _LONGEST_ADDRESS:
        raise BadAddressError(AddressFault.NOT_AN_ADDRESS)
    if "@" in parts.netloc or "?" in address or "#" in address:
        raise BadAddressError(AddressFault.HOLDS_A_SECRET)
    if not is_read_alike(address):
        raise BadAddressError(AddressFault.NOT_PLAIN)
    host = _plain_host(host)
    if parts.scheme == "http" and not is_loopback(host):
        raise BadAddressError(AddressFault.NOT_SECURE)
    where = f"[{host}]" if ":" in host else host
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~")
    return f"{parts.scheme}://{where}{f':{port}' if port else ''}{path}"


def is_read_alike(address: str) -> bool:
    """Whether all libraries see the same host in an address that can be taken apart.

    With a backslash before an "@" one takes the name before it for the host, another the name behind it; some drop
    tabs and line ends, and some read percent signs.
    """
    return address.isprintable() and "\\" not in address and "%" not in urlsplit(address).netloc


@lru_cache(maxsize=1024)
def called_address(address: str) -> str:
    """An address from the list as it is called; empty for one that will not be called.

    Somebody else may have written into the database: what would be refused when it is typed is not called either.
    """
    try:
        return clean_address(address)
    except BadAddressError:
        return ""


def plain_spelling(address: str) -> str:
    """An address kept by an older version as it is called; as it is where it would not be called."""
    try:
        return clean_address(address)
    except BadAddressError:
        return address


def host_in(address: str) -> str:
    """The host's name in an address that was cleaned."""
    return urlsplit(address).hostname or ""


def resembled_host(address: str) -> str:
    """The service's own host that another one in `address` could be taken for; empty where there is none."""
    return resembled(host_in(address), [host_in(official) for official in BASE_URLS.values()])


def _plain_host(host: str) -> str:
    """A host's name in its plain spelling, or a number of four or eight parts.

    Raises:
        BadAddressError: It is neither.
    """
    if ":" in host:
        try:
            return ipaddress.IPv6Address(host).compressed
        except ValueError:
            raise BadAddressError(AddressFault.NOT_AN_ADDRESS) from None
    name = host.lower() if host.isascii() else _in_idna(host)
    name = name.removesuffix(".")
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise BadAddressError(AddressFault.NOT_AN_ADDRESS)
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", name.rpartition(".")[2]):
        # Systems read 127.1, 0x7f.1 or 2130706433 as addresses that nobody recognises in them.
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise BadAddressError(AddressFault.NOT_AN_ADDRESS) from None
    return name


def _in_idna(host: str) -> str:
    import idna  # noqa: PLC0415  its tables are large, and hardly ever needed

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise BadAddressError(AddressFault.NOT_PLAIN) from None


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer: ``localhost``, 127.0.0.0/8 or ::1."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
