"""The retraining form as it opens: large enough for what is in it, whatever the letters of this system are like."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog


@pytest.fixture(params=[1.0, 0.8, 0.65])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """Those of this system, and smaller ones: the letters of Windows are small beside its fields and buttons."""
    before = qapp.font()
    small = QFont(before)
    small.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(small)
    yield request.param
    qapp.setFont(before)


@pytest.mark.usefixtures("letters")
def test_it_opens_with_rows_to_look_at_and_nothing_to_scroll(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "train.csv"
    path.write_text("\ufeffmany,more\n" + "1,2\n" * 200, encoding="utf-8")
    *_, reading = check(path)
    dialog = RetrainingDialog({"m": "Sales forecast"}, "m")
    qtbot.addWidget(dialog)
    dialog.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}))
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    if dialog.height() >= int(QGuiApplication.primaryScreen().availableSize().height() * 0.9):
        pytest.skip("the screen is too small for these letters")
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    table = next(table for table in dialog.findChildren(QTableView) if table.isVisible())
    assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize()
