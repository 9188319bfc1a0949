"""What an error costs: amounts are written as people write them, and read as they are typed."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from epa_gui.core.results.value_measure import CellValues
from epa_gui.ui.results.value_dialog import ValueDialog

COSTS = CellValues(("no", "yes"), ((0.0, -1500.0), (-12000.0, 9000.5)), "¥")


@pytest.fixture
def dialog(qtbot: QtBot) -> ValueDialog:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    made = ValueDialog(("no", "yes"), COSTS)
    qtbot.addWidget(made)
    made.show()
    QLocale.setDefault(before)
    return made


def test_amounts_have_no_needless_decimals_and_their_groups_are_told_apart(dialog: ValueDialog) -> None:
    assert [[box.text() for box in line] for line in dialog._cells] == [["0", "−1,500"], ["−12,000", "9,000.5"]]
    assert dialog.measure() == COSTS


@pytest.mark.parametrize(("typed", "amount"), [("-50", -50.0), ("-1,234.5", -1234.5), ("70000", 70000.0)])
def test_an_amount_can_be_typed_with_and_without_groups_and_decimals(
    dialog: ValueDialog, typed: str, amount: float
) -> None:
    box = dialog._cells[0][1]
    box.selectAll()
    QTest.keyClicks(box, typed)
    box.interpretText()
    assert box.value() == amount
