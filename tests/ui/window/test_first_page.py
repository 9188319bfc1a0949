"""In a low window the first page's doors come before what is nice to know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.ui.window.door_button import DoorButton
from epa_gui.ui.window.first_page import FirstPage


def test_a_low_window_shows_more_than_one_door(qtbot: QtBot) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    em = page.fontMetrics().height()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as large as it is, whatever the screen is
    page.show()
    heights = []
    for height in (19, 60):  # as in a window of 1024 × 700 with letters of 200 %, and a high one
        page.resize(29 * em, height * em)
        for _ in range(3):
            QApplication.processEvents()
        doors = page.findChildren(DoorButton)
        heights.append([door.visibleRegion().boundingRect().height() for door in doors])
    low, high = heights
    assert low[0] == high[0]
    assert low[1] >= high[1] // 2, "that there is a second one, and what it is called"


def test_in_a_window_of_usual_height_all_three_doors_are_whole(qtbot: QtBot) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    em = page.fontMetrics().height()
    page.show()
    page.resize(42 * em, 47 * em // 2)  # as in a window of 1400 × 900 with letters of 200 %
    for _ in range(3):
        QApplication.processEvents()
    doors = page.findChildren(DoorButton)
    assert [door.visibleRegion().boundingRect().height() for door in doors] == [door.height() for door in doors]
