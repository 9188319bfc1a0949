"""The table of jobs has room for what it says, in a window of ordinary width."""

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
