"""Lines end where readers of each script expect it, and nothing is lost at their ends."""

import re

import pytest

from epa_gui.core.text.unbroken import WORD_JOINER, as_written, unbroken
from epa_gui.core.text.wrapping import LETTER, lettered_width, wrapped
from tests.timing import assert_within

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
    assert "".join(lines).replace(" ", "") == as_written(text).replace(" ", "")


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
    assert wrapped("about 5\u00a0% better", 8) == "about\n5 %\nbetter"


def test_a_number_and_its_unit_stay_together_and_are_found_as_they_are_typed() -> None:
    assert wrapped("about 5 % better", 8) == "about\n5 %\nbetter"
    assert "5 % better" in wrapped("about 5 % better", 70)


@pytest.mark.parametrize("text", ["「" * 20_000, "“" * 20_000, "「" + "/" * 20_000, "“" + "\\" * 20_000])
def test_many_marks_without_an_end_take_no_time(text: str) -> None:
    assert unbroken(text) == text
    assert_within(0.3, lambda: unbroken(text))


@pytest.mark.parametrize("address", ["「C:\\5 % of 12\\a」", "“/srv/5 % of 12/a”"])
def test_an_address_in_quotation_marks_stays_as_it_is_whatever_is_quoted_before_it(address: str) -> None:
    assert unbroken(f"「「““ {address}") == f"「「““ {address}"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Key expired around Nov 19", ("Nov 19",)),
        ("有効期限は2026年11月23日ごろと思われますので確認してください", ("11月23日",)),
        ("2分以内にEPA Desktopは終了します。", ("EPA Desktop",)),
        ("コンソールでは「API KEY」と表示されているキーです。", ("API KEY",)),
        ("Choose “Lead data” in the console.", ("Lead data",)),
        ("In the console, open the “Create API” (API作成) tab.", ("(API作成)",)),
        ("Find “Login data” (ログイン情報) there.", ("(ログイン情報)",)),
        ("このジョブのモデルに切り替えています…", ("切り替えています…",)),
        ("切り替えの指示はサービスに受け付けられました。", ("受け付けられました。",)),
        ("運用中 (このプログラムで把握している範囲)", ("把握している範囲)",)),
        ("切り替えの指示をもう一度送り、結果をよく確かめてください。", ("切り替", "送り", "結果を", "確か")),
        ("同じ行での比較では良い値でした。", ("値でした。",)),
        ("所要時間は約30分です。運用中のモデルに変更はありません。問題はありません。", ("30分です", "ありません")),
        ("ファイル全体がサービスに届いていません。この再学習は開始されません。", ("届いていません", "この")),
    ],
)
def test_what_is_one_word_to_the_eye_is_on_one_line(text: str, together: tuple[str, ...]) -> None:
    for letters in range(18, 60):
        lines = wrapped(text, letters).split("\n")
        for word in together:
            assert any(word in line for line in lines), lines


@pytest.mark.parametrize(
    "text",
    [
        "別の用途には使わないでください (たとえば、ほかの人へのメール)。",
        "前回のモデルより良いかどうかが分かります (ファイルから判定できる場合)。",
        "「ジョブ、結果の保存、切り替え」の順に選択します。",
        "ダウンロードフォルダーへのアクセスが許可されていませんでした。",
    ],
)
def test_no_more_is_held_together_than_a_narrow_column_has_room_for(text: str) -> None:
    held = re.findall(f"(?:[^ ]{WORD_JOINER})+[^ ]", unbroken(text))
    assert max(len(as_written(each)) for each in held) <= 12
    assert as_written(unbroken(text)) == text
