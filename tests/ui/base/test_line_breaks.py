"""Lines end where people may end them: no number without its unit, no line that begins with a closing sign."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.line_breaks import breakable, unbroken
from epa_gui.ui.base.wrapping_text import Text

SENTENCE = (
    "2,400行では、AUCは0.884から0.889になりました。この程度の差は、偶然の可能性があります。「11月分データ」（再送分）。"
)

RARE = "Chance alone would bring one this large in 3.4 of 100 cases."


def lines(text: str, width: int) -> list[str]:
    layout = QTextLayout(text, QApplication.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


@pytest.mark.parametrize(
    "text", ["Saved 4.2 MB in 18 min", "The job took 1 h 30 min.", "27.3 % of 2,400 rows", "In 100 cases."]
)
def test_a_number_is_never_parted_from_its_unit(qapp: QApplication, text: str) -> None:
    for width in range(20, 400, 7):
        assert not any(line.rstrip()[-1:].isdigit() for line in lines(unbroken(text), width)), width


def test_a_number_is_never_parted_from_what_it_is_a_part_of(qapp: QApplication) -> None:
    for width in range(100, 400, 7):
        assert any("3.4 of 100 cases" in line.replace("\u00a0", " ") for line in lines(unbroken(RARE), width)), width


def test_no_line_of_japanese_begins_with_a_closing_sign(qtbot: QtBot) -> None:
    label = Text()
    qtbot.addWidget(label)
    label.show_text(SENTENCE)
    for width in range(60, 700, 5):
        first = [line.strip("\u200b")[:1] for line in lines(label.text(), width)]
        assert not set(first) & set("、。」）"), width


@pytest.mark.parametrize("name", ["x" * 200, "/Documents/results_of_all_regions/2026-11_corrected_and_sent_again.zip"])
def test_a_name_without_a_space_is_parted_rather_than_cut(qtbot: QtBot, name: str) -> None:
    label = Text()
    qtbot.addWidget(label)
    label.show_text(name)
    metrics = QFontMetrics(label.font())
    width = metrics.horizontalAdvance("x" * 14)
    room = metrics.boundingRect(QRect(0, 0, width, 100_000), int(Qt.TextFlag.TextWordWrap), label.text())
    assert room.width() <= width
    assert label.text().replace("\u200b", "") == name


def test_words_stay_whole_and_long_ones_are_parted_where_their_parts_end() -> None:
    assert breakable("configuration understandable") == "configuration understandable"
    assert breakable("awaiting_capacity_review").split("\u200b") == ["awaiting_", "capacity_", "review"]
