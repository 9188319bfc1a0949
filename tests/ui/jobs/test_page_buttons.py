"""Buttons of a job's page where room is short."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.command import OpenListAgain
from epa_gui.ui.jobs.page_buttons import ButtonRow, PageButton


def test_where_a_long_button_has_no_room_a_short_one_behind_it_may_have(qtbot: QtBot) -> None:
    row = ButtonRow()
    row.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(row)
    long, short = "Keep the live model that everybody uses", "Look"
    row.show_buttons(
        [
            PageButton("Switch model…", OpenListAgain(), is_primary=True),
            PageButton(long, OpenListAgain(), is_in_menu=True),
            PageButton(short, OpenListAgain(), is_in_menu=True),
        ]
    )
    row.show()
    primary, *others = [each.sizeHint().expandedTo(each.minimumSize()).width() for each in row.in_order()]
    gaps = 2 * row.fontMetrics().height()

    def shown(width: int) -> list[str]:
        row.fit_in(width, can_leave_out=True)
        return [button.text() for button in row.in_order() if button.isVisible()]

    assert shown(10 * row.fontMetrics().horizontalAdvance(long)) == ["Switch model…", long, short]
    assert shown(primary + gaps + others[0]) == ["Switch model…", long]
    assert shown(primary + gaps + others[1]) == ["Switch model…", short]
    assert shown(1) == ["Switch model…"]
