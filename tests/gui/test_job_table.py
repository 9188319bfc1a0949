"""The table of jobs has room for what it says, in a window of ordinary width."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeView,
)

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.jobs.job_columns import FIRST_COLUMNS
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.retraining.finding_tree import FindingTree
from epa_gui.ui.window.model_card_delegate import ModelCardDelegate
from tests.gui.at_desk import AtDesk
from tests.timing import assert_within


def test_a_switch_that_is_not_confirmed_can_be_read_without_scrolling(desk: AtDesk, practice: PracticeService) -> None:
    desk.window.resize(1330, 760)
    november = desk.finished_job("November")
    practice.misbehave(Fault.cut(0), path="update_model")
    desk.switch(november)
    desk.until(lambda: desk.cell(november, JobColumn.STANDING) == "Switch not confirmed")
    table = desk.window.table
    assert table.sizeHintForColumn(JobColumn.STANDING) <= table.columnWidth(JobColumn.STANDING)
    assert table.horizontalScrollBar().maximum() == 0


def _place(desk: AtDesk) -> QPoint:
    table = desk.window.table
    return table.visualRect(table.model().index(0, JobColumn.NAME)).center()


def _double_click(desk: AtDesk) -> None:
    place = _place(desk)
    QTest.mouseClick(desk.window.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(desk.window.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _results_are_open(desk: AtDesk) -> bool:
    return any(window.isVisible() for window in desk.window.findChildren(ResultsWindow))


def _close_results(desk: AtDesk) -> None:
    for window in desk.window.findChildren(ResultsWindow):
        window.close()
    desk.until(lambda: not _results_are_open(desk))


def test_a_double_click_and_return_do_what_comes_next_and_a_single_click_does_not(desk: AtDesk) -> None:
    job = desk.finished_job("October")
    table = desk.window.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_place(desk))
    # As some desktops have it, one click activates what is clicked on.
    table.activated.emit(table.currentIndex())
    desk.qtbot.wait(50)
    assert not _results_are_open(desk)
    assert desk.no_dialog()
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.until(lambda: _results_are_open(desk))
    desk.until(lambda: desk.job(job.key).opened_at)  # its results were looked at
    _close_results(desk)
    desk.session.repository.change_job(replace(desk.job(job.key), verdict=VerdictNote(Answer.BETTER)))
    _double_click(desk)
    desk.dialog("Switch model").reject()
    assert not _results_are_open(desk)


def test_a_double_click_decides_nothing(desk: AtDesk) -> None:
    """Keeping the live model is done at once: that has a button with its name on it."""
    job = desk.finished_job("October")
    seen = replace(desk.job(job.key), opened_at=desk.clock(), verdict=VerdictNote(Answer.WORSE))
    desk.session.repository.change_job(seen)
    _double_click(desk)
    desk.until(lambda: any(window.results is not None for window in desk.window.findChildren(ResultsWindow)))
    assert desk.job(job.key).kept_at is None
    _close_results(desk)


def test_opening_a_job_that_only_has_to_be_waited_for_goes_to_its_page(desk: AtDesk) -> None:
    desk.running_job("October")
    desk.window.table.setFocus()
    desk.window.activateWindow()
    desk.until(desk.window.table.hasFocus)
    QTest.keyClick(desk.window.table, Qt.Key.Key_Return)
    assert desk.no_dialog()
    focused = desk.window.focusWidget()
    assert focused is not None
    assert desk.window.details.isAncestorOf(focused)


def test_opening_a_job_whose_key_is_refused_asks_for_the_new_one(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("October")
    practice.misbehave(Fault.service_error("Inactive_credential."), times=-1, path=job.id)
    desk.check_now(job)
    _double_click(desk)
    desk.dialog("Change the API key of “Sales forecast”").reject()


def test_find_reaches_its_field_behind_the_end_of_the_toolbar_too(desk: AtDesk) -> None:
    more = desk.window.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    desk.window.resize(500, 500)
    desk.until(lambda: more.isVisible() and not desk.window.tool_bar.search.isVisible())
    desk.actions.find.trigger()
    desk.until(desk.window.tool_bar.search.isVisible)
    desk.until(lambda: desk.window.focusWidget() is desk.window.tool_bar.search)


def test_the_buttons_of_a_job_never_make_its_details_wider_than_their_pane(desk: AtDesk) -> None:
    job = desk.finished_job("October")
    desk.save_results(job)
    desk.select(job)
    pane = desk.window.details
    buttons = [button for button in pane.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) >= 2
    for width in (900, 700):
        desk.window.resize(width, 700)
        desk.qtbot.wait(1)
        for button in buttons:
            right = button.mapTo(pane, button.rect().topRight()).x()
            assert right <= pane.width(), button.text()


def test_the_keyboard_moves_in_the_list_as_in_any(desk: AtDesk) -> None:
    for name in ("Apple", "Banana", "Cherry", "*Star"):
        desk.running_job(name)
    table = desk.window.table
    table.sortByColumn(JobColumn.NAME, Qt.SortOrder.AscendingOrder)
    table.setFocus()

    def at(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[str]:
        QTest.keyClick(table, key, keys)
        return [job.title for job in table.selected_jobs()]

    assert at(Qt.Key.Key_Home) == ["*Star"]
    assert at(Qt.Key.Key_End) == ["Cherry"]
    assert at(Qt.Key.Key_Up) == ["Banana"]
    assert at(Qt.Key.Key_Down) == ["Cherry"]
    assert at(Qt.Key.Key_Right) == ["Cherry"], "a row is one thing, and has nothing to unfold"
    assert at(Qt.Key.Key_Left) == ["Cherry"]
    assert at(Qt.Key.Key_Asterisk) == ["*Star"], "a sign of trees is a letter here"
    desk.qtbot.wait(QApplication.keyboardInputInterval() + 50)  # else it is the next letter of the same word
    assert at(Qt.Key.Key_B) == ["Banana"]
    assert at(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier) == ["Apple", "Banana"]
    assert at(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier) == ["*Star", "Apple", "Banana", "Cherry"]
    assert at(Qt.Key.Key_Home) == ["*Star"]
    table.setCurrentIndex(table.model().index(1, JobColumn.NAME))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Apple"
    assert desk.actions.check_now in table.actions()


def test_every_list_with_columns_is_a_flat_tree_but_the_preview(desk: AtDesk) -> None:
    desk.select(desk.finished_job("October"))
    desk.actions.new_retraining.trigger()
    desk.dialog("New retraining").reject()
    desk.actions.history.trigger()
    lists = [view for view in desk.window.findChildren(QAbstractItemView) if not isinstance(view, QHeaderView)]
    trees = [view for view in lists if isinstance(view, QTreeView)]
    assert {view.accessibleName() for view in trees} >= {"Jobs", "History", "Status history"}
    for tree in trees:
        assert isinstance(tree, FlatTree)
        assert tree.rootIsDecorated() is isinstance(tree, FindingTree), "findings of one kind open to their places"
        assert tree.uniformRowHeights()
        assert tree.allColumnsShowFocus()
    tables = [view.accessibleName() for view in lists if isinstance(view, QTableView)]
    assert all(name.startswith("Preview: ") for name in tables)
    for view in lists:
        assert not view.alternatingRowColors(), "with which the windows11 style writes dark on dark"
        is_measured = isinstance(view.itemDelegate(), RowDelegate | ModelCardDelegate)
        assert is_measured or isinstance(view.parent(), QComboBox | QFrame)


def test_all_of_the_list_has_room_in_a_window_of_the_size_it_asks_for(desk: AtDesk) -> None:
    desk.running_job("October")
    table = desk.window.table
    desk.window.resize(table.wanted_width() + desk.window.width() - table.width() + 20, 700)
    desk.until(lambda: table.width() >= table.wanted_width())
    assert table.horizontalScrollBar().maximum() == 0
    assert [column for column in JobColumn if not table.isColumnHidden(column)] == list(FIRST_COLUMNS)
    assert all(table.columnWidth(column) >= table.header().sectionSizeHint(column) for column in FIRST_COLUMNS)


def test_a_thousand_jobs_are_painted_in_a_moment(desk: AtDesk) -> None:
    model = next(iter(desk.session.repository.models))
    far = desk.clock() + 3000
    desk.session.repository.add_jobs(
        Job(f"id-{number}", model, f"Job {number}", added_at=desk.clock(), next_check_at=far) for number in range(1000)
    )
    desk.until(lambda: len(desk.rows()) == 1000)
    table = desk.window.table
    for event in (table.scrollToBottom, table.selectAll, table.scrollToTop):
        event()
        assert_within(0.15, table.viewport().grab)  # some tenths of this where nothing else runs
        assert 0 < len(table.rows_in_view()) < 60
