"""Lines end where readers of each script expect it, and nothing is lost at their ends."""

import pytest

from epa_gui.core.text.wrapping import LETTER, lettered_width, wrapped

SENTENCES = (
    "Clearly better than before, and no accident.",
    "明らかに良くなりました。誤差の差は、偶然では説明できない大きさです（検定済み）。",
    "モデル「Sales forecast 2026」のAUCは0.861でした。",
    "https://example.invalid/a-very-long-address-that-has-no-space-at-all",
    "a\u00a0b",
    "",
)


@pytest.mark.parametrize("letters", [8, 24, 70])
@pytest.mark.parametrize("text", SENTENCES)
def test_every_line_has_room_and_nothing_is_lost(text: str, letters: int) -> None:
    lines = wrapped(text, letters).split("\n")
    assert all(lettered_width(line) <= letters * LETTER for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_stay_whole() -> None:
    assert (
        wrapped("Clearly better than\nbefore, and no accident.", 24) == "Clearly better than\nbefore, and no accident."
    )


def test_japanese_is_broken_between_signs_and_begins_no_line_with_a_full_stop() -> None:
    text = "明らかに良くなりました。誤差の差は小さい。"
    for letters in range(10, 40):
        lines = wrapped(text, letters).split("\n")
        assert len(lines) > 1 or lettered_width(text) <= letters * LETTER
        assert not any(line.startswith("。") for line in lines)


@pytest.mark.parametrize("sign", "、。！？％〜～ー々ゝヽぁっょゎァッョヮヵヶ")
def test_no_line_begins_with_a_sign_that_belongs_to_the_one_before(sign: str) -> None:
    for letters in range(8, 40):
        lines = wrapped(f"学習は約3{sign}月後の予定{sign}です。", letters).split("\n")
        assert not any(line.startswith(sign) for line in lines)


def test_brackets_stay_with_what_is_in_them() -> None:
    for letters in range(10, 40):
        lines = wrapped("誤差（検定済み）は「小さい」と言えます。", letters).split("\n")
        assert not any(line.startswith(("）", "」", "。")) or line.endswith(("（", "「")) for line in lines)


def test_what_a_space_keeps_together_stays_together() -> None:
    assert wrapped("about 5\u00a0% better", 8) == "about\n5\u00a0%\nbetter"
