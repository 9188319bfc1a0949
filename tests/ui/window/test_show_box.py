"""The box that says which jobs the list shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.show import Show
from epa_gui.ui.window.show_box import ShowBox


def test_it_offers_each_state_with_how_many_there_are(qtbot: QtBot) -> None:
    box = ShowBox()
    qtbot.addWidget(box)
    assert [box.itemText(row) for row in range(box.count())] == [
        "All jobs",
        "In progress",
        "Finished",
        "Needs attention",
    ]
    box.show_counts({Show.ALL: 12, Show.IN_PROGRESS: 3, Show.FINISHED: 8, Show.ATTENTION: 2})
    texts = [box.itemText(row) for row in range(box.count())]
    assert texts == ["All jobs (12)", "In progress (3)", "Finished (8)", "Needs attention (2)"]
    assert box.accessibleName() == "Show"
    box.show_counts(None)
    assert box.itemText(0) == "All jobs", "nobody knows yet"


def test_it_tells_what_was_chosen_and_counts_change_nothing_of_that(qtbot: QtBot) -> None:
    box = ShowBox()
    qtbot.addWidget(box)
    spy = QSignalSpy(box.show_chosen)
    box.choose(Show.FINISHED)
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.show_counts({Show.ATTENTION: 1})
    assert [spy.at(number)[0] for number in range(spy.count())] == [Show.FINISHED, Show.ATTENTION]
    assert box.chosen() is Show.ATTENTION


def test_nothing_beside_it_moves_when_jobs_come_and_go(qtbot: QtBot) -> None:
    box = ShowBox()
    qtbot.addWidget(box)
    width = box.sizeHint().width()
    for count in (0, 7, 88):
        box.show_counts(dict.fromkeys(Show, count))
        assert box.sizeHint().width() == width
    box.show_counts(dict.fromkeys(Show, 88_888))
    assert box.sizeHint().width() > width, "and nothing is cut off"
