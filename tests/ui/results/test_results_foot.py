"""The foot of the results says what they compare with, and whether that is what is live now."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.history.against import ComparedWith
from epa_gui.ui.results.results_foot import ResultsFoot


@pytest.mark.parametrize("width", [1000, 560])
def test_its_buttons_stay_where_they_are_beside_a_comparison_with_something_else(qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    foot = ResultsFoot()
    column.addStretch(1)
    column.addWidget(foot)
    window.resize(width, 400)
    foot.show_live("The data of a September that nobody forgets", ComparedWith.UNKNOWN)
    window.show()
    window.grab()
    before = foot.report.mapTo(window, foot.report.rect().center())
    foot.show_compared(is_shown=False)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.grab()
    assert foot.report.mapTo(window, foot.report.rect().center()) == before


@pytest.mark.parametrize(
    ("title", "compared", "told"),
    [
        ("September", ComparedWith.LIVE, "Compared with: the live model, “September”"),
        ("", ComparedWith.LIVE, "Compared with: the live model"),
        ("September", ComparedWith.EARLIER, "Compared with: the previous model. “September” became live later."),
        (
            "September",
            ComparedWith.UNKNOWN,
            "Compared with: the previous model. It is not known whether that is the live model, “September”.",
        ),
        ("", ComparedWith.EARLIER, "Compared with: the previous model"),
        ("", ComparedWith.UNKNOWN, "Compared with: the previous model"),
    ],
)
def test_it_says_whether_the_model_before_is_the_live_one(
    qtbot: QtBot, title: str, compared: ComparedWith, told: str
) -> None:
    foot = ResultsFoot()
    qtbot.addWidget(foot)
    foot.show_live(title, compared)
    assert told in [label.text().replace("\u200b", "") for label in foot.findChildren(QLabel)]
