"""Amounts are written as people write them, and read however they are typed."""

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from epa_gui.ui.results.amount_box import AmountBox


@pytest.fixture
def box(qtbot: QtBot) -> AmountBox:
    made = AmountBox(1e9)
    qtbot.addWidget(made)
    made.setLocale(QLocale("en_US"))
    return made


@pytest.mark.parametrize(
    ("locale", "value", "shown"),
    [
        ("en_US", 9000, "9,000"),
        ("ja_JP", -12000, "\u221212,000"),
        ("en_US", 0, "0"),
        ("en_US", 0.5, "0.5"),
        ("en_US", 10.25, "10.25"),
        ("de_DE", -1500.25, "\u22121.500,25"),
        ("en_US", 100, "100"),
    ],
)
def test_it_is_grouped_and_has_no_decimals_it_does_not_need(
    box: AmountBox, locale: str, value: float, shown: str
) -> None:
    box.setLocale(QLocale(locale))
    box.setValue(value)
    assert box.text() == shown


@pytest.mark.parametrize(
    ("locale", "typed", "value"),
    [
        ("en_US", "-50", -50),
        ("en_US", "\u221250", -50),
        ("ja_JP", "１２３", 123),
        ("ja_JP", "ー７．５", -7.5),
        ("en_US", "1,234.5", 1234.5),
        ("de_DE", "1.234,5", 1234.5),
        ("sv_SE", "-12000", -12000),
        ("en_US", "abc", 0),
    ],
)
def test_it_takes_what_people_type(box: AmountBox, locale: str, typed: str, value: float) -> None:
    box.setLocale(QLocale(locale))
    line = box.lineEdit()
    line.selectAll()
    for letter in typed:
        line.insert(letter)
    box.interpretText()
    assert box.value() == value


def test_a_digit_typed_into_a_cost_keeps_it_a_cost(box: AmountBox) -> None:
    box.setValue(-1500.25)
    box.lineEdit().setCursorPosition(2)
    box.lineEdit().insert("9")
    box.interpretText()
    assert box.value() == -19500.25


@pytest.mark.parametrize(
    ("locale", "left", "value"), [("en_US", "12,00", 1200), ("ja_JP", "\u221212,00", -1200), ("de_DE", "12.00", 1200)]
)
def test_groups_that_a_deleted_digit_left_behind_are_no_zero(
    box: AmountBox, locale: str, left: str, value: float
) -> None:
    box.setLocale(QLocale(locale))
    box.setValue(12000 if value > 0 else -12000)
    box.lineEdit().setCursorPosition(len(box.text()))
    box.lineEdit().backspace()
    assert box.text() == left
    box.interpretText()
    assert box.value() == value
