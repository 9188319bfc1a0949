"""パ is パ, however a system spells it: macOS hands out names with their letters decomposed."""

import unicodedata

import pytest

from epa_gui.core.files.unicode_names import as_one_file, composed, folded

NAMES = ["パラメータ.csv", "がぎぐ 学習.csv", "Müller – Ångström.zip", "한국어.tsv", "ﬁle №1.csv"]


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


@pytest.mark.parametrize("name", NAMES)
def test_either_spelling_is_one_name(name: str) -> None:
    assert composed(decomposed(name)) == name
    assert as_one_file(decomposed(name)) == as_one_file(name)
    assert folded(decomposed(name)) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"), [("RESULTS.ZIP", "results.zip"), ("ÅRS.zip", decomposed("års.zip")), ("Ｒ.zip", "ｒ.zip")]
)
def test_case_makes_no_other_file(one: str, other: str) -> None:
    assert as_one_file(one) == as_one_file(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ハ.csv", "バ.csv"), ("a 1.csv", "a 2.csv"), ("Ａ.csv", "A.csv"), ("①.csv", "1.csv")]
)
def test_other_letters_make_another_file(one: str, other: str) -> None:
    assert as_one_file(one) != as_one_file(other)


def test_width_makes_no_difference_for_looking_up() -> None:
    assert folded("ＡＢＣ ﾊﾟﾗ") == folded("abc パラ")
