"""How the main window's room is shared, as long as nobody has moved a handle."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job
from epa_gui.ui.base.command import AddJob
from epa_gui.ui.base.message import Message
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.window.content import WindowContent


@pytest.fixture
def content(qtbot: QtBot) -> WindowContent:
    made = WindowContent(time.time)
    qtbot.addWidget(made)
    made.show_list("", [])
    made.resize(1000, 700)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # as large as it is, whatever the screen is
    made.show()
    return made


def heights(content: WindowContent) -> list[int]:
    return content.splitters["upright"].sizes()


def test_the_list_gets_what_the_page_of_a_job_does_not_need_and_two_fifths_at_least(content: WindowContent) -> None:
    content.details.show_job(JobPageView(Job("id", "m", "November", added_at=0.0, next_check_at=0.0)))
    QApplication.processEvents()
    em, needed = content.fontMetrics().height(), content.details.natural_height()
    assert 0 < needed < 50 * em
    content.resize(1000, 120 * em)
    QApplication.processEvents()
    row = content.table.height_of(1) - content.table.height_of(0)
    assert needed <= heights(content)[1] < needed + row
    content.resize(1000, 23 * em)
    QApplication.processEvents()
    listed, page = heights(content)
    row = content.table.height_of(1) - content.table.height_of(0)
    assert 0.4 * (listed + page) - row < listed <= 0.4 * (listed + page) + 2
    assert (listed - content.table.height_of(0)) % row == 0, "no row is cut through"


def test_a_list_of_few_rows_leaves_the_rest_to_the_page(content: WindowContent) -> None:
    before = heights(content)[0]
    jobs = [Job(f"id-{number}", "m", "November", added_at=0.0, next_check_at=0.0) for number in range(40)]
    content.jobs.add(jobs[:2])
    assert heights(content)[0] == content.table.height_of(2) < before, "and none is empty"
    content.jobs.add(jobs[2:])
    assert heights(content)[0] >= before


def test_in_a_low_window_the_list_keeps_two_rows_and_the_page_gets_the_rest(content: WindowContent) -> None:
    content.jobs.add([Job(f"id-{number}", "m", "November", added_at=0.0, next_check_at=0.0) for number in range(40)])
    content.resize(1000, content.table.height_of(2) + 10 * content.fontMetrics().height())
    QApplication.processEvents()
    assert heights(content)[0] == content.table.height_of(2)


def test_where_not_even_the_state_of_a_job_has_room_the_list_is_one_row_with_that_job(content: WindowContent) -> None:
    jobs = [Job(f"id-{number}", "m", "November", added_at=0.0, next_check_at=0.0) for number in range(40)]
    content.jobs.add(jobs)
    font = QFont(content.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    content.setFont(font)
    em = content.fontMetrics().height()
    content.resize(1000, content.table.height_of(2) + 10 * em)
    QApplication.processEvents()
    assert heights(content)[0] == content.table.height_of(2)
    content.table.select(jobs[20].key)  # scrolled to: it is the last row in view
    content.resize(1000, content.table.height_of(1) + 9 * em)
    QApplication.processEvents()
    assert heights(content)[0] == content.table.height_of(1)
    assert content.table.viewport().rect().contains(content.table.visualRect(content.table.currentIndex()))


def test_the_list_gives_a_row_so_that_no_page_is_scrolled_for_its_last_line(content: WindowContent) -> None:
    content.jobs.add([Job(f"id-{number}", "m", "November", added_at=0.0, next_check_at=0.0) for number in range(40)])
    content.details.show_job(JobPageView(Job("id", "m", "November", added_at=0.0, next_check_at=0.0)))
    em, missing = content.fontMetrics().height(), []
    for height in range(29 * em, 45 * em, 5):
        content.resize(1000, height)
        QApplication.processEvents()
        missing.append(content.details.natural_height() - heights(content)[1])
    row = content.table.height_of(1) - content.table.height_of(0)
    assert max(missing) > row
    assert not [pixels for pixels in missing if 0 < pixels <= row - 1]


def test_messages_above_the_list_take_from_both(content: WindowContent) -> None:
    content.jobs.add([Job(f"id-{number}", "m", "November", added_at=0.0, next_check_at=0.0) for number in range(40)])
    content.messages.say(lambda: Message("Something is wrong. " * 20, None, "", is_trouble=True))
    QApplication.processEvents()
    row = content.table.height_of(1) - content.table.height_of(0)
    assert (heights(content)[0] - content.table.height_of(0)) % row == 0


def test_without_a_list_and_a_job_there_is_no_page_below_and_no_handle(content: WindowContent) -> None:
    content.show_list("No jobs yet.", [("Add job…", AddJob()), ("Other", AddJob())])
    QApplication.processEvents()
    assert not content.details.isVisible()
    assert not content.splitters["upright"].handle(1).isVisible()
    ways = [button for button in content.findChildren(QPushButton) if button.isVisible()]
    assert [button.isDefault() for button in ways] == [True, False]
    content.show_list("", [])
    assert content.details.isVisible()
    content.details.show_job(JobPageView(Job("id", "m", "November", added_at=0.0, next_check_at=0.0)))
    content.show_list("No job matches the search.", [])
    assert content.details.isVisible(), "what was looked at before the search stays"
    content.details.show_count(0, is_any_listed=False)
    assert not content.details.isVisible()


def test_the_models_take_a_third_of_the_width_at_most(content: WindowContent) -> None:
    across = content.splitters["across"]
    assert across.sizes()[0] <= 1000 // 3
    content.resize(420, 700)
    QApplication.processEvents()
    assert across.sizes()[0] <= 420 // 3 + 2


def test_a_handle_that_was_moved_stays_where_it_was_put_and_is_remembered(content: WindowContent) -> None:
    upright = content.splitters["upright"]
    assert content.arranged_splitters() == []
    upright.setSizes([500, 200])
    upright.splitterMoved.emit(500, 1)
    moved = heights(content)
    content.share()
    assert heights(content) == moved
    assert [name for name, _ in content.arranged_splitters()] == ["upright"]
