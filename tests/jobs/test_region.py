"""Which addresses will be called."""

import pytest

from epa_gui.jobs.model import Model, service_address
from epa_gui.jobs.region import AddressTrouble, BadAddress, Region, clean_address, is_loopback


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
        ("https://予測.example", "https://予測.example"),
    ],
)
def test_https_anywhere_and_http_on_this_computer_are_good(given: str, address: str) -> None:
    assert clean_address(given) == address


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ("", AddressTrouble.EMPTY),
        (" \n ", AddressTrouble.EMPTY),
        ("api.example.com", AddressTrouble.NOT_AN_ADDRESS),
        ("ftp://api.example.com", AddressTrouble.NOT_AN_ADDRESS),
        ("file:///etc/passwd", AddressTrouble.NOT_AN_ADDRESS),
        ("https://", AddressTrouble.NOT_AN_ADDRESS),
        ("https://[::1", AddressTrouble.NOT_AN_ADDRESS),
        ("https://api.example.com:99999", AddressTrouble.NOT_AN_ADDRESS),
        ("https://api.example.com:port", AddressTrouble.NOT_AN_ADDRESS),
        ("https://api example.com", AddressTrouble.NOT_AN_ADDRESS),
        ("https://api.exam\tple.com", AddressTrouble.NOT_AN_ADDRESS),
        ("http://api.example.com", AddressTrouble.NOT_SECURE),
        ("http://10.0.0.1", AddressTrouble.NOT_SECURE),
        ("http://localhost.example.com", AddressTrouble.NOT_SECURE),
        ("http://127.0.0.1.example.com", AddressTrouble.NOT_SECURE),
        ("https://user@api.example.com", AddressTrouble.HOLDS_A_SECRET),
        ("https://user:pass@api.example.com", AddressTrouble.HOLDS_A_SECRET),
        ("https://api.example.com/?key=1", AddressTrouble.HOLDS_A_SECRET),
        ("https://api.example.com/#key", AddressTrouble.HOLDS_A_SECRET),
    ],
)
def test_any_other_address_is_refused_with_its_reason(given: str, trouble: AddressTrouble) -> None:
    with pytest.raises(BadAddress) as refused:
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
