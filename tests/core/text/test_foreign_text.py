"""Foreign texts inside ours: they can neither turn our words round nor break our lines."""

import pytest

from epa_gui.core.text.foreign_text import fill, isolated, shown, shown_lines, without_isolates


@pytest.mark.parametrize(
    "plain", ["", "Sales", "売上 3月", "Über-Größe (2)", "a – b", "R&D <b>", "🚀", "結果.zip", "x{0}", "100 %"]
)
def test_a_plain_text_stays_as_it_is(plain: str) -> None:
    assert isolated(plain) == shown(plain) == shown_lines(plain) == plain
    assert fill("“{0}”: {1}", plain, 3) == f"“{plain}”: 3"


@pytest.mark.parametrize(
    ("foreign", "set_apart"),
    [
        ("מכירות", "\u2068מכירות\u2069"),
        ("a\u202eb", "\u2068a�b\u2069"),
        ("a\u2066b", "\u2068a�b\u2069"),
        ("a\u200fb", "\u2068a\u200fb\u2069"),
        ("a\u2069b", "\u2068a�b\u2069"),
        ("\u2069\u2069a\u2068", "\u2068��a�\u2069"),
        ("one\r\ntwo\nthree\u2029four\u2028five\x85six\tseven", "\u2068one two three four five six seven\u2069"),
        ("a\x1b[31m\x00", "\u2068a�[31m�\u2069"),
    ],
)
def test_what_could_reorder_is_set_apart_and_cannot_break_out(foreign: str, set_apart: str) -> None:
    assert fill("Status: {0} since today", foreign) == f"Status: {set_apart} since today"


def test_what_is_set_apart_already_is_not_set_apart_twice() -> None:
    once = isolated("a\u202eb")
    assert isolated(once) == shown(once) == once
    assert fill("{0}, {1}", fill("“{0}”", "א"), "ב") == "\u2068“\u2068א\u2069”\u2069, \u2068ב\u2069"
    assert isolated("\u2068a\u2069 b \u2068c\u2069") == "\u2068\u2068a\u2069 b \u2068c\u2069\u2069"


def test_a_right_to_left_text_that_stands_alone_stays_as_it_is() -> None:
    assert shown("מכירות") == "מכירות"
    assert shown_lines("a\nb\u202ec\r\nd") == "a\n\u2068b�c\u2069\nd"


def test_what_people_look_for_has_no_invisible_signs() -> None:
    assert without_isolates(fill("Model “{0}” added", "א")) == "Model “א” added"


@pytest.mark.parametrize("worst", ["\u2068", "\u2069", "\u202e\n", "\u2068\u2069"])
def test_it_takes_a_megabyte_of_the_worst(worst: str) -> None:
    assert len(isolated(worst * 500_000)) > 2
