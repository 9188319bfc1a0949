"""A key as it is pasted, and as it is shown."""

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.keys.key_text import CleanKey, clean_key, hint, masked

KEY = "AbC-123_xyz.7890"


@pytest.mark.parametrize(
    "pasted",
    [
        f" {KEY}",
        f"{KEY}\n",
        f"{KEY}\r\n",
        f"{KEY[:5]}\n{KEY[5:]}",
        f"{KEY[:5]} {KEY[5:]}",
        f"\t{KEY}\u00a0",
        f"\u3000{KEY}\u3000",
        f"{KEY[:5]}\u200b{KEY[5:]}",
        f"\ufeff{KEY}",
        f"{KEY}\u202c",
        f"\u2066{KEY}"[1:] + "\u2060",
        f"{KEY}\x00\x1b\x7f",
        f'"{KEY}"',
        f"'{KEY}'\n",
        f' " {KEY} " ',
    ],
)
def test_what_came_along_with_a_key_is_taken_off_and_it_is_said(pasted: str) -> None:
    assert clean_key(pasted) == CleanKey(KEY, was_cleaned=True)


@pytest.mark.parametrize("key", [KEY, "", "a", '"', "''", "\"a'", 'a"b"c', "=" * 1200])
def test_a_clean_key_stays_as_it_is(key: str) -> None:
    assert clean_key(key) == CleanKey(key, was_cleaned=False)


@pytest.mark.parametrize("key", ["ＡＢＣ１２３", "“AbC123”", "キー", "clé", "🔑", "x" * 1201])
def test_what_cannot_be_a_key_is_named(key: str) -> None:
    assert clean_key(key).problem == Problem(ProblemKind.KEY_WRONG)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("", "••••"),
        ("abc", "••••"),
        ("abcdefgh", "••••"),
        ("abcdefghijk", "••••"),
        ("abcdefghijkl", "••••ijkl"),
        ("x" * 1000 + "1f3a", "••••1f3a"),
    ],
)
def test_the_last_four_characters_are_all_that_is_shown_and_of_a_short_key_none(key: str, shown: str) -> None:
    assert masked(hint(key)) == shown


@pytest.mark.parametrize("key", [KEY, "short"])
def test_a_key_does_not_show_itself_in_a_log(key: str) -> None:
    assert key not in repr(clean_key(f" {key} "))
    assert key not in f"{clean_key(key)}"
