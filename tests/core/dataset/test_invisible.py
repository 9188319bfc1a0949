"""What nobody sees is told and can be cleaned; what is meant stays, in whatever script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.dataset.invisible import cleaned, cleaned_names, may_hold_strays, strays_in, visible
from epa_gui.core.dataset.likeness import Likeness, alike, folded, likeness, paired

ZWNJ, ZWJ, BOM, NBSP = "\u200c", "\u200d", "\ufeff", "\u00a0"


@pytest.mark.parametrize(
    ("text", "clean", "shown"),
    [
        (BOM + "id", "id", "⟨U+FEFF⟩id"),
        (BOM + BOM + "id", "id", "⟨U+FEFF⟩⟨U+FEFF⟩id"),
        ("price ", "price", "price␣"),
        (" \tprice", "price", "␣⟨U+0009⟩price"),
        ("yes\u200b", "yes", "yes⟨U+200B⟩"),
        ("1" + NBSP + "234", "1 234", "1⟨U+00A0⟩234"),
        (NBSP, "", "⟨U+00A0⟩"),
        ("co\u00adoperate", "cooperate", "co⟨U+00AD⟩operate"),
        ("\u3000東京\u3000", "東京", "⟨U+3000⟩東京⟨U+3000⟩"),
        ("two\x0blines", "two lines", "two⟨U+000B⟩lines"),
        ("bell\x07", "bell", "bell⟨U+0007⟩"),
        ("a\ufe0fb", "ab", "a⟨U+FE0F⟩b"),
        ("a" + ZWJ + "b", "ab", "a⟨U+200D⟩b"),
        ("yes\u200f", "yes", "yes⟨U+200F⟩"),
        ("\u202aC:\\data\u202c", "C:\\data", "⟨U+202A⟩C:\\data⟨U+202C⟩"),
    ],
)
def test_what_nobody_sees_is_shown_and_cleaned(text: str, clean: str, shown: str) -> None:
    assert (cleaned(text), visible(text)) == (clean, shown)


@pytest.mark.parametrize(
    "text",
    [
        "東京都\u3000千代田区",  # an ideographic space in an address
        "👩\u200d👩\u200d👧",
        "👨🏽\u200d🚀",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100城市",
        "می" + ZWNJ + "خواهم",
        "क्" + ZWJ + "ष",
        "ശ്രീ" + ZWNJ + "മാൻ",
        "שלום \u200fA\u200e",
        "สวัสดี\u200bครับ",
        "two\nlines",
        "plain, with a tab\tin it",
        "",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert cleaned(text) == text
    assert visible(text) == text
    assert strays_in(text) == ()


texts = st.text(
    st.sampled_from([*"aZ1 é日ア👩क❤", ZWNJ, ZWJ, BOM, NBSP, *"\u200b\ufe0f\u3000\t\n\x07\u202e\U000e0067🏴"])
)


@given(texts | st.text())
def test_to_clean_twice_is_to_clean_once(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert strays_in(once) == ()
    assert folded(once) == folded(text)


@given(texts, texts)
def test_what_a_long_text_may_hold_is_not_overlooked(before: str, after: str) -> None:
    text = f"{before}{BOM}{after}"
    assert not strays_in(text) or may_hold_strays(text)


def test_names_that_would_become_the_same_stay_as_they_are() -> None:
    assert cleaned_names([BOM + "id", "price", "price ", " left", " "]) == ["id", "price", "price ", "left", ""]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("id", BOM + "id", Likeness.CHARACTERS),
        ("price", "price ", Likeness.BLANKS),
        ("unit  price", "unit price", Likeness.BLANKS),
        ("が", "か\u3099", Likeness.COMPOSITION),
        ("テンポ", "ﾃﾝﾎﾟ", Likeness.WIDTH),
        ("Ａ１", "A1", Likeness.WIDTH),
        ("Price", "price", Likeness.CASE),
        ("ＰＲＩＣＥ ", "price", Likeness.CASE),
        ("price", "price", None),
        ("x²", "x2", None),
        ("price", "prices", None),
    ],
)
def test_what_two_names_differ_by_is_known(one: str, other: str, kind: Likeness | None) -> None:
    assert likeness(one, other) is kind
    assert (folded(one) == folded(other)) == (kind is not None or one == other)


def test_names_that_look_alike_are_paired_and_the_rest_is_left() -> None:
    pairs, gone, new = paired(["id", "b", "Price"], ["c", BOM + "id", "price "])
    assert [(pair.one, pair.other, pair.likeness) for pair in pairs] == [
        ("id", BOM + "id", Likeness.CHARACTERS),
        ("Price", "price ", Likeness.CASE),
    ]
    assert (gone, new) == (["b"], ["c"])
    assert [(pair.one, pair.other) for pair in alike(["a", "b", "A", "a "])] == [("a", "A"), ("a", "a ")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("exactly 10", "exactly 10"),
        ("no marks at all", "no marks a…"),
        ("nine of ten, and more", "nine of te…"),  # a blank at the cut is no blank at an end
        ("12345678 and more", "12345678 a…"),
        ("123456789 and more", "123456789 …"),
        ("long before its end ", "…e its end␣"),
        (" long after its begin", "␣long afte…"),
        ("somewhere in the mid\u200bdle of a text", "…e mid⟨U+200B⟩dle …"),
    ],
)
def test_of_a_long_text_the_part_that_is_meant_is_shown(text: str, shown: str) -> None:
    assert visible(text, 10) == shown
