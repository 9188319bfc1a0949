"""A list that somebody else wrote into cannot name a host so that a key is released for one and sent to another."""

import threading
from collections.abc import Iterator

import pytest

from epa_gui.core.jobs.model import Model, service_address
from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from epa_gui.core.jobs.region import BASE_URLS, Region
from epa_gui.core.keys.bound_key import BoundKey, is_safe_unbound, origin_of
from epa_gui.core.service.client import Client, refuse_plain_http
from tests.faults.raw_server import RawServer

OFFICIAL = BASE_URLS[Region.GLOBAL]
KEY = "k3y-of-a-model-7f3a"

ODD = [
    r"{evil}\@{official}",
    r"{evil}\\@{official}",
    r"{evil}/\@{official}",
    "{evil}\t@{official}",
    "{evil}%5c@{official}",
    "{evil}#@{official}",
    "{evil}?@{official}",
    "{evil}\n{official}",
]


@pytest.fixture
def evil() -> Iterator[RawServer]:
    server = RawServer([b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"] * 10)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("form", ODD)
def test_a_key_is_not_released_for_an_address_that_is_read_in_two_ways(form: str) -> None:
    address = form.format(evil="https://evil.example.com", official=OFFICIAL.partition("://")[2])
    model = Model("m", "Sales", Region.OWN, address)
    assert not BoundKey(KEY, origin_of(Model("m", "Sales", Region.GLOBAL))).is_for(origin_of(model))
    assert not is_safe_unbound(model)
    assert service_address(model) == ""


@pytest.mark.parametrize("form", [form for form in ODD if "\\" in form or not form.isprintable()])
def test_nothing_is_asked_where_the_host_cannot_be_told(form: str, evil: RawServer) -> None:
    address = form.format(evil=f"http://127.0.0.1:{evil.port}", official="localhost")
    client = Client()
    with pytest.raises(ProblemError) as caught:
        client.status(address, KEY, "j", 0.0)
    client.close()
    assert caught.value.problem.kind is ProblemKind.BAD_ADDRESS
    assert not evil.heads


def test_an_address_of_an_earlier_version_is_called_in_its_plain_spelling() -> None:
    model = Model("m", "Sales", Region.OWN, "https://EPA.Example.com./base/")
    assert service_address(model) == "https://epa.example.com/base"
    assert origin_of(model) == "https://epa.example.com:443"


@pytest.mark.parametrize(
    "address", ["http://service.example.com", "https://other@service.example.com", "https://service.example.com/?q"]
)
def test_what_could_not_be_typed_is_not_called(address: str) -> None:
    assert service_address(Model("m", "Sales", Region.OWN, address)) == ""


@pytest.mark.parametrize("form", [r"http://{0}\@127.0.0.1/x", r"http://{0}\@localhost/x", "http://{0}\t@[::1]/x"])
def test_a_link_to_another_computer_is_not_taken_for_one_to_this(form: str) -> None:
    with pytest.raises(ProblemError) as caught:
        refuse_plain_http(form.format("storage.example.com"))
    assert caught.value.problem.kind is ProblemKind.LINK_REFUSED
