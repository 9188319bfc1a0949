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
