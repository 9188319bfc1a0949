"""Lines end where people may end them: no number without its unit, no line that begins with a closing sign."""

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from epa_gui.core.text.unbroken import as_written, unbroken
from epa_gui.ui.base.hint import Hint
from epa_gui.ui.base.line_breaks import breakable
from epa_gui.ui.base.wrapping_text import Paragraph, Text

SENTENCE = (
    "2,400行では、AUCは0.884から0.889になりました。この程度の差は、偶然の可能性があります。「11月分データ」（再送分）。"
)

RARE = "Chance alone would bring one this large in 3.4 of 100 cases."


JAPANESE = (
    SENTENCE,
    "外部には送信しません。",
    "ファイル: 2026年11月分の学習データ（全国）.csv + evaluation.csv (12,400行)",
    "「yes」を1行だけ正しく見つけました (前回は1行)。",
    "ジョブが削除された可能性があります (サービスの情報による)",
    "約1.8ポイントの差、4列目、3か月間の10,000件を検出できます (任意)",
    "もう一度切り替えてください。",
)
ROUNDING = 2
PARTED = re.compile(r"\d\n(?:[年月日行件列]|ポイント|か月)|ポ\n|イ\nン|か\n月")


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


@pytest.mark.parametrize("text", JAPANESE)
def test_no_number_is_parted_from_its_japanese_counter(qapp: QApplication, text: str) -> None:
    for width in range(140, 700, 3):
        told = as_written("\n".join(lines(unbroken(text), width)))
        assert not PARTED.search(told), told


@pytest.mark.parametrize("text", JAPANESE)
def test_the_last_line_of_japanese_has_four_letters_and_costs_no_line(qapp: QApplication, text: str) -> None:
    for width in range(140, 700, 3):
        now = lines(unbroken(text), width)
        assert sum(letter.isalnum() for letter in now[-1]) >= 4, now
        if not re.search(r"\d", text):  # a number may take its counter along to the next line
            assert len(now) <= len(lines(text, width - ROUNDING)), now


@pytest.mark.parametrize("make", [Text, Paragraph, Hint])
def test_a_label_keeps_its_last_letters_and_is_read_as_it_was_written(qtbot: QtBot, make: type[Paragraph]) -> None:
    label = make()
    qtbot.addWidget(label)
    label.show_text(JAPANESE[6]) if isinstance(label, Text) else label.setText(JAPANESE[6])
    plain = QLabel(JAPANESE[6], wordWrap=True)
    qtbot.addWidget(plain)
    for width in range(200, 700, 5):
        assert label.heightForWidth(width) <= plain.heightForWidth(width - ROUNDING)
        assert sum(letter.isalnum() for letter in lines(QLabel.text(label), width)[-1]) >= 4, width
    assert label.text() == label.accessibleName() == JAPANESE[6]


def test_an_address_is_copied_from_a_text_as_it_is() -> None:
    for address in ("「/共有/2026年11月 分/3件目」", "“C:\\data 12 new\\11月分のデータ”"):
        assert address in unbroken(f"ファイルは{address}にある12行です")


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


def test_what_is_selected_is_copied_as_it_was_written(qtbot: QtBot) -> None:
    label = Paragraph(JAPANESE[0])
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.show()
    label.setSelection(0, len(QLabel.text(label)))
    assert label.selectedText() != JAPANESE[0], "there is something that nobody shall copy"
    QGuiApplication.clipboard().clear()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == JAPANESE[0]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_text_copies_it_as_it_was_written(qtbot: QtBot) -> None:
    label = Paragraph(JAPANESE[0])
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.show()
    QGuiApplication.clipboard().clear()
    for entry in ("Select all", "Copy"):
        place = label.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, label.mapToGlobal(place))
        QApplication.sendEvent(label, event)
        menu = next(menu for menu in label.findChildren(QMenu) if menu.isVisible())
        next(action for action in menu.actions() if action.text() == entry).trigger()
        menu.close()
    assert QGuiApplication.clipboard().text() == JAPANESE[0]


@pytest.mark.parametrize("own", ["About “a\u00a0b”", "A\u2060B"])
def test_signs_that_a_text_has_of_its_own_leave_no_older_name_behind(qtbot: QtBot, own: str) -> None:
    label = Paragraph(own)
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == own
    label.setText("Second")
    assert label.text() == label.accessibleName() == "Second"
