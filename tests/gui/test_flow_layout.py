"""Buttons that go on in the next line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.flow_layout import FlowLayout


def shown(qtbot: QtBot, width: int) -> tuple[QWidget, list[QPushButton]]:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    flow.setContentsMargins(0, 0, 0, 0)
    flow.setSpacing(5)
    buttons = [QPushButton(f"Button {number}") for number in range(4)]
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    buttons[1].hide()
    widget.resize(width, flow.heightForWidth(width))
    widget.show()
    return widget, buttons


def test_in_one_line_where_there_is_room(qtbot: QtBot) -> None:
    widget, buttons = shown(qtbot, 310)
    assert [(button.x(), button.y()) for button in buttons if button.isVisible()] == [(0, 0), (105, 0), (210, 0)]
    assert widget.height() == 30


def test_in_more_lines_where_there_is_not(qtbot: QtBot) -> None:
    widget, buttons = shown(qtbot, 309)
    assert [(button.x(), button.y()) for button in buttons if button.isVisible()] == [(0, 0), (105, 0), (0, 35)]
    assert widget.height() == 65
    assert widget.minimumSizeHint().width() == 100


def test_from_the_right_where_people_read_so(qtbot: QtBot) -> None:
    widget, buttons = shown(qtbot, 310)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: [button.x() for button in buttons if button.isVisible()] == [210, 105, 0])


def test_one_that_the_collector_has_emptied_still_answers_qt(qtbot: QtBot) -> None:
    """Python's collector empties objects before their widget's end, which asks the layout for its items."""
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    flow.addWidget(QPushButton("Go"))
    kept = list(flow._items)
    flow.__dict__.clear()
    assert (flow.count(), flow.itemAt(0), flow.takeAt(0)) == (0, None, None)
    assert len(kept) == 1
