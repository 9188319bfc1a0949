"""How the main window's room is shared, as long as nobody has moved a handle."""

import time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.window.content import WindowContent


@pytest.fixture
def content(qtbot: QtBot) -> WindowContent:
    made = WindowContent(time.time)
    qtbot.addWidget(made)
    made.show_list("", [])
    made.resize(1000, 700)
    made.show()
    return made


def heights(content: WindowContent) -> list[int]:
    return content.splitters["upright"].sizes()


def test_the_list_gets_what_the_page_of_a_job_does_not_need_and_two_fifths_at_least(content: WindowContent) -> None:
    content.details.show_job(JobPageView(Job("id", "m", "November", added_at=0.0, next_check_at=0.0)))
    QApplication.processEvents()
    content.resize(1000, 2000)
    QApplication.processEvents()
    needed = content.details.natural_height()
    assert 0 < needed < 900
    assert abs(heights(content)[1] - needed) <= 2
    content.resize(1000, 400)
    QApplication.processEvents()
    listed, page = heights(content)
    assert abs(listed - 0.4 * (listed + page)) <= 2


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
