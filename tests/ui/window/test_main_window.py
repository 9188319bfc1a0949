"""The main window's place on the screen."""

import time

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from epa_gui.ui.window import placed_window
from epa_gui.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on screen that will grow, for its list is wider than its frame was."""
    monkeypatch.setattr(placed_window, "_FIRST_SIZE", QSize(400, 300))
    made = MainWindow(time.time, is_practice=False)
    made.setMinimumSize(1, 1)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def place_at_right_edge(window: MainWindow, beyond: int, qtbot: QtBot) -> QPoint:
    """Move it so that its frame ends so many pixels beyond the screen's right edge; where that is."""
    edge = QGuiApplication.primaryScreen().availableGeometry().right()
    place = QPoint(edge + beyond + 1 - window.frameGeometry().width(), window.pos().y())
    window.move(place)
    qtbot.waitUntil(lambda: window.pos() == place)
    return place


def test_a_window_that_grows_stays_on_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    place_at_right_edge(window, 0, qtbot)
    before = window.width()
    window.restore_layout({})
    assert window.width() > before
    screen = QGuiApplication.primaryScreen().availableGeometry()
    qtbot.waitUntil(lambda: window.frameGeometry().right() <= screen.right())
    assert window.frameGeometry().left() >= screen.left()


def test_a_window_that_was_moved_beyond_the_edge_is_not_fetched_back(window: MainWindow, qtbot: QtBot) -> None:
    place = place_at_right_edge(window, 100, qtbot)
    before = window.width()
    window.restore_layout({})
    qtbot.waitUntil(lambda: window.pos().x() == place.x() - (window.width() - before))


def test_a_window_with_room_to_grow_stays_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    place = QPoint(QGuiApplication.primaryScreen().availableGeometry().topLeft() + QPoint(1, 1))
    window.move(place)
    qtbot.waitUntil(lambda: window.pos() == place)
    window.restore_layout({})
    assert window.width() > 400
    assert window.pos() == place


def test_a_window_that_is_seen_stays_where_it_was_put_when_its_list_is_read(qtbot: QtBot) -> None:
    earlier = MainWindow(time.time, is_practice=False)
    qtbot.addWidget(earlier)
    earlier.setGeometry(60, 70, 760, 520)
    state = earlier.layout_state()
    window = MainWindow(time.time, is_practice=False)
    qtbot.addWidget(window)
    window.restore_place(state["window"])
    assert window.size() == QSize(760, 520)
    with qtbot.waitExposed(window):
        window.show()
    window.resize(800, 540)  # by somebody who does not wait for the list
    window.restore_layout(state)
    assert window.size() == QSize(800, 540)


@pytest.mark.parametrize("place", ["", "no base64!", "AAAA"])
def test_a_place_that_is_none_leaves_the_first_size(qtbot: QtBot, place: str) -> None:
    window = MainWindow(time.time, is_practice=False)
    qtbot.addWidget(window)
    before = window.size()
    window.restore_place(place)
    assert window.size() == before
