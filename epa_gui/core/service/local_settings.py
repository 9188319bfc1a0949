"""What this computer is set to for the way to the service: its proxy, its certificates.

Read here and not by requests, which tells trouble with such a setting by an exception of the class that trouble with
the service's address or key would have. So a setting is tried here first, and is blamed here and nowhere else.
"""

import base64
import os
import re
import ssl
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

import urllib3.util
from requests.utils import should_bypass_proxies

from epa_gui.core.service.redaction import remember_secret

_SUPPORTED = frozenset({"http", "https", "socks4", "socks4a", "socks5", "socks5h"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class ProxySettingError(ValueError):
    """The proxy this computer is set to use cannot be used. Nothing of the setting is quoted: it may hold a password.

    Attributes:
        setting: The variable of the environment; empty for the system's settings.
    """

    def __init__(self, setting: str, why: str) -> None:
        super().__init__(f"{setting}: {why}" if setting else why)
        self.setting = setting


@dataclass(frozen=True, slots=True)
class _Setting:
    """A proxy as it is set.

    Attributes:
        name: The variable of the environment; empty for the system's settings.
        value: What it says.
    """

    name: str
    value: str


def proxy_for(url: str) -> str:
    """The proxy through which to ask for `url`, in a spelling that requests and urllib3 take; empty for none.

    User name and password in it hold nothing but ASCII, percent-encoded, and are known to `redaction` from then on.

    Raises:
        ProxySettingError: There is one, and it cannot be used.
    """
    setting = _setting_for(url)
    if setting is None:
        return ""
    try:
        return _plain(setting)
    except ProxySettingError:
        raise
    except UnicodeError:
        raise ProxySettingError(setting.name, "it holds characters that no address can have") from None
    except ValueError:
        raise ProxySettingError(setting.name, "it is not the address of a proxy") from None


def setting_behind(url: str) -> str:
    """The variable of the environment that names the proxy for `url`; empty if it is none's."""
    try:
        setting = _setting_for(url)
    except ProxySettingError as error:
        return error.setting
    return setting.name if setting else ""


def authorization_for(proxy: str) -> str:
    """The Proxy-Authorization header for an address from `proxy_for`; empty for none.

    The bytes are those that were set, as curl sends them: no proxy says which encoding it expects.
    """
    user_info, at, _ = urlsplit(proxy).netloc.rpartition("@")
    if not at:
        return ""
    user, _, password = user_info.partition(":")
    token = base64.b64encode(unquote_to_bytes(user) + b":" + unquote_to_bytes(password)).decode("ascii")
    remember_secret(token)
    return f"Basic {token}"


def bundle() -> str:
    """The file or folder of certificates that the environment names; empty if none."""
    return next((os.environ[name] for name in _BUNDLES if os.environ.get(name)), "")


def unusable_bundle() -> tuple[str, str] | None:
    """The variable that names certificates which cannot be loaded, and what it names."""
    for name in _bundle_settings():
        place = os.environ[name]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            context.load_verify_locations(**{"capath" if Path(place).is_dir() else "cafile": place})
        except (OSError, ValueError):
            return name, place
    return None


def _bundle_settings() -> Iterator[str]:
    yield from [name for name in _BUNDLES if os.environ.get(name)][:1]
    if sys.platform == "linux" and os.environ.get("SSL_CERT_FILE"):  # elsewhere the system alone vouches
        yield "SSL_CERT_FILE"


def _setting_for(url: str) -> _Setting | None:
    """The proxy that is set for `url`, if one is.

    Raises:
        ProxySettingError: The settings cannot be read.
    """
    try:
        if should_bypass_proxies(url, no_proxy=None):
            return None
        from_environment = urllib.request.getproxies_environment()
        proxies = from_environment or urllib.request.getproxies()
    except Exception as error:  # this door: the system's settings hold anything, and each system reads them otherwise
        raise ProxySettingError("", f"the settings could not be read: {type(error).__name__}") from error
    # The system of macOS names a SOCKS proxy beside the others.
    kinds = [urlsplit(url).scheme, "all", *([] if from_environment else ["socks"])]
    for kind in kinds:
        value = proxies.get(kind, "").strip()
        if value:
            return _Setting(_variable(kind) if from_environment else "", value)
    return None


def _variable(kind: str) -> str:
    """The variable of the environment that says which proxy to use for a kind of address; the lower case wins.

    Called as the environment itself lists it: on Windows, which finds it by either name, that is in capitals.
    """
    wanted = f"{kind}_proxy"
    listed = {name for name, value in os.environ.items() if value}
    return next((name for name in (wanted, wanted.upper()) if name in listed), wanted.upper())


def _plain(setting: _Setting) -> str:
    """The address of a proxy, taken apart and put together again.

    Raises:
        ProxySettingError: It is of a kind that is not supported, or ambiguous.
        ValueError: It is no address at all.
    """
    match = _SCHEME.fullmatch(setting.value)
    scheme, rest = (match[1].lower(), match[2]) if match else ("http", setting.value.removeprefix("//"))
    scheme = "socks5h" if scheme == "socks" else scheme  # as GNOME writes it
    if scheme not in _SUPPORTED:
        raise ProxySettingError(setting.name, "this kind of proxy is not supported")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    path = rest.removeprefix(authority)
    if "@" in path:
        why = "the password or user name holds a sign that has to be written as %2F (/), %3F (?) or %23 (#)"
        raise ProxySettingError(setting.name, why)
    user_info, at, place = authority.rpartition("@")
    parts = urllib3.util.parse_url(f"{scheme}://{place}")
    host = parts.host or ""
    if not host or path.strip("/") or parts.port == 0 or re.search(r"[\s%]", host):
        raise ValueError
    host.encode("idna")
    return f"{scheme}://{_encoded(user_info) if at else ''}{at}{host}{f':{parts.port}' if parts.port else ''}"


def _encoded(user_info: str) -> str:
    """User name and password in nothing but ASCII; the bytes they stand for are the same."""
    user, colon, password = user_info.partition(":")
    plain = [unquote_to_bytes(os.fsencode(part)) for part in (user, password)]
    remember_secret(plain[1].decode("utf-8", "replace"))
    remember_secret(password)
    encoded = [quote(part, safe="") for part in plain]
    remember_secret(encoded[1])
    return colon.join(encoded) if colon else encoded[0]
