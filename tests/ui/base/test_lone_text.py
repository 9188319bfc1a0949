"""A text that stands alone on a page is whole, however wide the window is."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.page import em

LONG = "Reading the results of a job whose name is long, and of which there is much to be told. " * 4


@pytest.mark.parametrize("width", [30, 60, 300])
def test_all_its_lines_have_room_however_wide_the_window_is(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addStretch(1)
    text = LoneText(LONG)
    text.add_to(column)
    column.addStretch(1)
    page.resize(em(page, width), em(page, 60))
    page.show()
    assert text.height() >= QLabel.heightForWidth(text, text.width())
