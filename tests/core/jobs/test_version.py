"""Which version is newer, by the rules of Semantic Versioning."""

from itertools import pairwise

import pytest

from epa_gui import __version__
from epa_gui.core.jobs.version import is_newer, precedence

IN_ORDER = (
    "0.1.0",
    "0.9.10",
    "0.10.2",
    "1.0.0-1",
    "1.0.0-2",
    "1.0.0-10",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.1.0",
    "2.0.0",
    "10.0.0",
)


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(IN_ORDER)))
def test_a_later_version_is_newer_and_not_the_other_way(earlier: str, later: str) -> None:
    assert is_newer(later, earlier)
    assert not is_newer(earlier, later)


@pytest.mark.parametrize("version", IN_ORDER)
def test_no_version_is_newer_than_itself(version: str) -> None:
    assert not is_newer(version, version)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "v1.2.3",
        "01.2.3",
        "1.2.3-",
        "1.2.3-a..b",
        "1.2.3+build",
        "1.2.3 ",
        "1.2.3\n",
        "１.2.3",
        "1.2.-3",
        "9999999999.0.0",
        "1.2.3-" + "a" * 65,
        "1.2.3-\u202e",
    ],
)
def test_what_is_no_version_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        precedence(text)


def test_this_program_s_own_version_can_be_compared() -> None:
    assert is_newer("999.0.0", __version__)
