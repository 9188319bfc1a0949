"""What a build is told from outside is held to what the built program will take."""

import pytest
from builder import freeze


@pytest.mark.parametrize("address", ["", "https://updates.example/release.json", " https://a.example/r.json "])
def test_an_address_the_program_takes_is_built_in(address: str) -> None:
    assert freeze.update_address({"EPA_UPDATE_ADDRESS": address}) == address.strip()


def test_without_one_there_is_no_check_for_updates() -> None:
    assert freeze.update_address({}) == ""


@pytest.mark.parametrize(
    "address",
    [
        "http://updates.example/r.json",
        "updates.example",
        "https://",
        "https://user:secret@updates.example/r.json",
        "https://updates.example/r.json?token=1",
        "https://updates.example/r.json#new",
    ],
)
def test_one_it_would_refuse_ends_the_build(address: str) -> None:
    with pytest.raises(ValueError, match="EPA_UPDATE_ADDRESS"):
        freeze.update_address({"EPA_UPDATE_ADDRESS": address})
