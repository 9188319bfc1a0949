"""Long words break where their parts end."""

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.wrapping_text import Text

BREAK = "\u200b"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("awaiting_capacity_review", ["awaiting_", "capacity_", "review"]),
        ("in “/Documents/EPA results/x.zip” now", ["in “/", "Documents/", "EPA results/", "x.", "zip” now"]),
        ("C:\\Users\\tanaka\\data", ["C:\\", "Users\\", "tanaka\\", "data"]),
        ("a" * 30, ["a" * 12, "a" * 12, "a" * 6]),
        ("https://example.com", ["https://", "example.", "com"]),
        ("short words stay", ["short words stay"]),
    ],
)
def test_a_long_word_breaks_behind_what_separates_its_parts(qtbot: QtBot, text: str, parts: list[str]) -> None:
    label = Text()
    qtbot.addWidget(label)
    label.show_text(text)
    assert label.text().split(BREAK) == parts
    assert label.accessibleName() == text


@pytest.mark.parametrize("text", ["Customer churn", "解約予測（法人・全国）", "التنبؤ", "การพยากรณ์"])
@pytest.mark.parametrize("lines", [1, 2])
def test_what_one_line_has_room_for_is_shown_whole_in_any_script(qtbot: QtBot, text: str, lines: int) -> None:
    label = Text(is_bold=True, size=2.0)
    qtbot.addWidget(label)
    label.show_text(text)
    label.resize(2 * label.fontMetrics().horizontalAdvance(text), 200)
    label.show_lines(lines)
    assert label.text().replace(BREAK, "") == text
    assert label.heightForWidth(label.width()) >= label.fontMetrics().boundingRect(text).height()


def test_what_more_lines_than_may_be_shown_would_hold_ends_with_an_ellipsis(qtbot: QtBot) -> None:
    text = "2026年11月分の学習データ（本社確認済み・再送分・差し替え）"
    label = Text(size=2.0)
    qtbot.addWidget(label)
    label.show_text(text)
    label.resize(label.fontMetrics().horizontalAdvance(text) * 2 // 5, 200)
    label.show_lines(2)
    shown = label.text().replace(BREAK, "")
    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert len(shown) > len(text) * 3 // 5, "two lines of it"


def test_with_larger_letters_less_of_a_text_has_room_in_its_lines(qtbot: QtBot) -> None:
    label = Text()
    qtbot.addWidget(label)
    label.show_text("One word after the other, until two lines of them are full, and then a few more")
    label.resize(label.fontMetrics().averageCharWidth() * 45, 200)
    label.show_lines(2)
    shown = label.text()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    assert len(label.text()) < len(shown)
    assert label.heightForWidth(label.width()) <= 2 * label.fontMetrics().lineSpacing()
