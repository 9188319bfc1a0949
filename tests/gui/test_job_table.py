"""The table of jobs has room for what it says, in a window of ordinary width."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from epa_gui.models.job_list_model import Column
from epa_gui.practice import Fault, PracticeService
from tests.gui.at_desk import AtDesk


def test_a_switch_that_is_not_confirmed_can_be_read_without_scrolling(desk: AtDesk, practice: PracticeService) -> None:
    desk.window.resize(1330, 760)
    november = desk.finished_job("November")
    practice.misbehave(Fault.cut(0), path="update_model")
    desk.switch(november)
    desk.until(lambda: desk.cell(november, Column.IN_SERVICE) == "Switch not confirmed")
    table = desk.window.table
    assert table.sizeHintForColumn(Column.IN_SERVICE) <= table.columnWidth(Column.IN_SERVICE)
    assert table.horizontalScrollBar().maximum() == 0


def _place(desk: AtDesk) -> QPoint:
    table = desk.window.table
    return table.visualRect(table.model().index(0, Column.NAME)).center()


def test_a_double_click_and_return_open_a_job_and_a_single_click_does_not(desk: AtDesk) -> None:
    desk.running_job("October")
    table = desk.window.table
    edited: list[bool] = []
    desk.actions.edit_job.triggered.connect(lambda: edited.append(True))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_place(desk))
    # As some desktops have it, one click activates what is clicked on.
    table.activated.emit(table.currentIndex())
    assert not edited
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(edited) == 1
    desk.dialog("Edit job").reject()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=_place(desk))
    assert len(edited) == 2


def test_find_reaches_its_field_behind_the_end_of_the_toolbar_too(desk: AtDesk) -> None:
    more = desk.window.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    desk.window.resize(500, 500)
    desk.until(lambda: more.isVisible() and not desk.window.search.isVisible())
    desk.actions.find.trigger()
    desk.until(desk.window.search.isVisible)
    desk.until(lambda: desk.window.focusWidget() is desk.window.search)


def test_the_buttons_of_a_job_never_make_its_details_wider_than_their_pane(desk: AtDesk) -> None:
    job = desk.finished_job("October")
    desk.save_results(job)
    desk.select(job)
    pane = desk.window.details
    buttons = [button for button in pane.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) >= 4
    for width in (900, 700):
        desk.window.resize(width, 700)
        desk.qtbot.wait(1)
        for button in buttons:
            right = button.mapTo(pane, button.rect().topRight()).x()
            assert right <= pane.width(), button.text()
