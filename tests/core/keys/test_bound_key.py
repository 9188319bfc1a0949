"""A key and the service it was given for, in one entry of the keychain."""

import pytest

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.bound_key import BoundKey, is_safe_unbound, origin_of
from epa_gui.core.keys.keychain import SystemKeychain
from tests.core.keys.test_keychain import Backend

ORIGIN = "https://service.example.com:443"


def own(address: str) -> Model:
    return Model("m", "Sales", Region.OWN, address)


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://service.example.com", ORIGIN),
        ("https://SERVICE.example.com./a/path", ORIGIN),
        ("https://service.example.com:443", ORIGIN),
        ("https://service.example.com:8443", "https://service.example.com:8443"),
        ("http://service.example.com", "http://service.example.com:80"),
        ("https://other@service.example.com", ORIGIN),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[::1", ""),
        ("https://service.example.com:port", ""),
        ("", ""),
        ("ftp", ""),
    ],
)
def test_an_origin_is_scheme_host_and_port(address: str, origin: str) -> None:
    assert origin_of(own(address)) == origin


def test_the_practice_service_is_one_and_the_same_on_whatever_port() -> None:
    assert origin_of(Model("m", "Sales", Region.PRACTICE)) == origin_of(Model("m", "Churn", Region.PRACTICE, "x"))


@pytest.mark.parametrize("key", ["AUDIT-key/7f3a+Zz==", 'q<9&x1"', "https://looks.like/one", "two words", "k" * 1200])
@pytest.mark.parametrize("origin", ["", ORIGIN, "http://127.0.0.1:80", "practice:", "https://" + "h" * 253 + ":443"])
def test_both_come_back_out_of_an_entry_that_fits_into_every_keychain(key: str, origin: str) -> None:
    entry = BoundKey(key, origin).entry()
    assert len(entry) <= 1280
    back = BoundKey.from_entry(entry)
    assert back == key
    assert back.is_for(origin) == bool(origin)
    assert not back.is_for(ORIGIN + "0")
    assert not back.is_for("")


def test_an_entry_of_an_earlier_version_is_the_key_alone() -> None:
    key = BoundKey.from_entry("AUDIT-key/7f3a")
    assert (key, key.origin) == ("AUDIT-key/7f3a", "")


def test_a_key_is_not_shown_where_it_is_looked_at() -> None:
    assert "7f3a-key" not in repr(BoundKey("AUDIT-key-7f3a-key", ORIGIN))


@pytest.mark.parametrize(
    ("model", "is_safe"),
    [
        (Model("m", "x", Region.GLOBAL), True),
        (Model("m", "x", Region.JAPAN), True),
        (Model("m", "x", Region.PRACTICE), True),
        (own("http://127.0.0.1:5000"), True),
        (own("http://localhost:5000"), True),
        (own("https://developer-api.predictionone.sony.biz"), True),
        (own("https://developer-api.predictionone.sony.biz.evil.com"), False),
        (own("http://developer-api.predictionone.sony.biz"), False),
        (own("https://developer-api.predictionone.sony.biz:8443"), False),
        (own("https://127.0.0.1.evil.com"), False),
        (own("https://localhost@evil.com"), False),
        (own("https://service.example.com"), False),
        (own("nonsense"), False),
    ],
)
def test_a_key_of_unknown_origin_goes_only_where_it_cannot_get_into_wrong_hands(model: Model, is_safe: bool) -> None:
    assert is_safe_unbound(model) is is_safe


def test_the_systems_keychain_keeps_both_in_one_entry_and_writes_only_what_changed() -> None:
    backend = Backend()
    keychain = SystemKeychain(backend, "EPA Desktop")
    keychain.keep("m", BoundKey("key", ORIGIN))
    keychain.keep("m", BoundKey("key", ORIGIN))
    assert backend.asked.count("set") == 1
    assert len(backend.entries) == 1
    loaded = keychain.load("m")
    assert isinstance(loaded, BoundKey)
    assert (loaded, loaded.origin) == ("key", ORIGIN)
    keychain.keep("m", BoundKey("key", "https://other.example.com:443"))
    assert backend.asked.count("set") == 2
