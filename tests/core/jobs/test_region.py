"""Which addresses will be called."""

import pytest

from epa_gui.core.jobs.model import Model, service_address
from epa_gui.core.jobs.region import (
    BASE_URLS,
    AddressFault,
    BadAddressError,
    Region,
    clean_address,
    host_in,
    is_loopback,
    resembled_host,
)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://api.example.com", "https://api.example.com"),
        ("  https://api.example.com/ \n", "https://api.example.com"),
        ("HTTPS://api.example.com/base//", "https://api.example.com/base"),
        ("https://api.example.com:8443", "https://api.example.com:8443"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("https://予測.example", "https://xn--0kq448e.example"),
        ("https://predictionοne.sony.biz", "https://xn--predictionne-72i.sony.biz"),  # a Greek letter
        ("https://ａpi。example.com", "https://api.example.com"),
        ("https://API.Example.COM.:443/Base", "https://api.example.com:443/Base"),
        ("https://api.example.com/予測", "https://api.example.com/%E4%BA%88%E6%B8%AC"),
    ],
)
def test_https_anywhere_and_http_on_this_computer_are_good(given: str, address: str) -> None:
    assert clean_address(given) == address


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ("", AddressFault.EMPTY),
        (" \n ", AddressFault.EMPTY),
        ("api.example.com", AddressFault.NOT_AN_ADDRESS),
        ("ftp://api.example.com", AddressFault.NOT_AN_ADDRESS),
        ("file:///etc/passwd", AddressFault.NOT_AN_ADDRESS),
        ("https://", AddressFault.NOT_AN_ADDRESS),
        ("https://[::1", AddressFault.NOT_AN_ADDRESS),
        ("https://api.example.com:99999", AddressFault.NOT_AN_ADDRESS),
        ("https://api.example.com:port", AddressFault.NOT_AN_ADDRESS),
        ("https://api example.com", AddressFault.NOT_AN_ADDRESS),
        ("https://api.exam\tple.com", AddressFault.NOT_AN_ADDRESS),
        ("http://api.example.com", AddressFault.NOT_SECURE),
        ("http://10.0.0.1", AddressFault.NOT_SECURE),
        ("http://localhost.example.com", AddressFault.NOT_SECURE),
        ("http://127.0.0.1.example.com", AddressFault.NOT_SECURE),
        ("https://user@api.example.com", AddressFault.HOLDS_A_SECRET),
        ("https://user:pass@api.example.com", AddressFault.HOLDS_A_SECRET),
        ("https://api.example.com/?key=1", AddressFault.HOLDS_A_SECRET),
        ("https://api.example.com/#key", AddressFault.HOLDS_A_SECRET),
        ("https://@evil.example", AddressFault.HOLDS_A_SECRET),
        ("https://api.example.com?", AddressFault.HOLDS_A_SECRET),
        ("https://evil.example\\.sony.biz", AddressFault.NOT_PLAIN),
        ("https://api.exam\u200bple.com", AddressFault.NOT_PLAIN),
        ("https://api.\u202eelpmaxe.com", AddressFault.NOT_PLAIN),
        ("https://api.example.com/\u2066x", AddressFault.NOT_PLAIN),
        ("https://ap%69.example.com", AddressFault.NOT_PLAIN),
        ("https://[fe80::1%25eth0]", AddressFault.NOT_PLAIN),
        ("https://api.example\u3000.com", AddressFault.NOT_AN_ADDRESS),
        ("https://2130706433", AddressFault.NOT_AN_ADDRESS),
        ("https://0x7f.1", AddressFault.NOT_AN_ADDRESS),
        ("https://api..example.com", AddressFault.NOT_AN_ADDRESS),
        ("https://api.example.com:0", AddressFault.NOT_AN_ADDRESS),
        ("https://evil.example;.sony.biz", AddressFault.NOT_AN_ADDRESS),
    ],
)
def test_any_other_address_is_refused_with_its_reason(given: str, trouble: AddressFault) -> None:
    with pytest.raises(BadAddressError) as refused:
        clean_address(given)
    assert refused.value.trouble is trouble


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("localhost", True), ("LOCALHOST.", True), ("127.0.0.1", True), ("::1", True), ("::2", False), ("x", False)],
)
def test_this_computer_is_known_by_name_and_number(host: str, is_here: bool) -> None:
    assert is_loopback(host) is is_here


@pytest.mark.parametrize(
    ("model", "address"),
    [
        (Model("m", "n"), "https://developer-api.easy-predictive-analytics.sony.com"),
        (Model("m", "n", Region.JAPAN), "https://developer-api.predictionone.sony.biz"),
        (Model("m", "n", Region.OWN, "https://own.example"), "https://own.example"),
        (Model("m", "n", Region.PRACTICE), "http://127.0.0.1:5"),
    ],
)
def test_a_model_knows_its_service(model: Model, address: str) -> None:
    assert service_address(model, "http://127.0.0.1:5") == address


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("https://developer-api.predictionοne.sony.biz", Region.JAPAN),  # a Greek letter
        ("https://developer-api.рredictionone.sony.biz", Region.JAPAN),  # a Cyrillic one
        ("https://developer-api.predictiοnone.example", Region.JAPAN),
        ("https://developer-api.predictionone.sony.biz.evil.example", Region.JAPAN),
        ("https://developer-api.predictionone.s0ny.biz", Region.JAPAN),
        ("https://developer-api-predictionone-sony.biz", Region.JAPAN),
        ("https://developer-api.predictionone.sony.co", Region.JAPAN),
        ("https://predcitionone.example", Region.JAPAN),
        ("https://easy-predictive-analytics.example", Region.GLOBAL),
        ("https://developer-api.easy-predictive-analytics.sony.corn", Region.GLOBAL),
        ("https://sony-api.example", Region.GLOBAL),
    ],
)
def test_an_address_that_could_be_taken_for_the_services_own_is_known(address: str, region: Region) -> None:
    assert resembled_host(clean_address(address)) == host_in(BASE_URLS[region])


@pytest.mark.parametrize(
    "address",
    [
        *BASE_URLS.values(),
        "https://user-api.predictionone.sony.biz",
        "https://epa.company.example",
        "https://gateway.example:8443/epa",
        "https://予測.example",
        "http://127.0.0.1:80",
        "https://analytics.example",
    ],
)
def test_the_services_own_and_others_are_not_warned_of(address: str) -> None:
    assert resembled_host(clean_address(address)) == ""
