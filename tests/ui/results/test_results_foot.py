"""The foot of the results says what they compare with, and whether that is what is live now."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from epa_gui.core.history.against import ComparedWith
from epa_gui.ui.results.results_foot import ResultsFoot


@pytest.mark.parametrize(
    ("title", "compared", "told"),
    [
        ("September", ComparedWith.LIVE, "Compared with: the live model, “September”"),
        ("", ComparedWith.LIVE, "Compared with: the live model"),
        ("September", ComparedWith.EARLIER, "Compared with: the previous model. “September” became live later."),
        (
            "September",
            ComparedWith.UNKNOWN,
            "Compared with: the previous model. It is not known whether that is the live “September”.",
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
