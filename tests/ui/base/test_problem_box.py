"""A problem's box: what the other side said has room, whatever the letters of this system are like."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.problem import Problem, ProblemKind, Remedy
from epa_gui.ui.base.page import GAP, em, sized
from epa_gui.ui.base.problem_box import ProblemBox


@pytest.fixture(params=[1.0, 0.8, 0.5])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """Those of this system, and smaller ones: the letters of Windows are small beside its scroll bars."""
    before = qapp.font()
    small = QFont(before)
    small.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(small)
    yield request.param
    qapp.setFont(before)


@pytest.mark.usefixtures("letters")
def test_details_are_never_lower_than_their_scroll_bars(qtbot: QtBot) -> None:
    box = ProblemBox()
    qtbot.addWidget(box)
    box.show_problem(Problem(ProblemKind.KEY_WRONG, "\n".join(map(str, range(50)))), Remedy.ENTER_NEW_KEY)
    box.resize(500, 600)
    box.show()
    qtbot.waitUntil(box.isVisible)
    box.findChildren(QToolButton)[0].click()
    said = box.findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(said.isVisible)
    assert said.height() >= said.minimumSizeHint().height()


@pytest.mark.parametrize("times", [1.0, 2.0])
def test_the_words_stand_apart_from_the_picture_the_more_the_larger_the_letters(
    qtbot: QtBot, qapp: QApplication, times: float
) -> None:
    before = QFont(qapp.font())
    qapp.setFont(sized(before, times, is_bold=False))
    try:
        box = ProblemBox()
        qtbot.addWidget(box)
        box.show_problem(Problem(ProblemKind.KEY_WRONG), Remedy.ENTER_NEW_KEY)
        box.show()
        QApplication.processEvents()
        picture = next(label for label in box.findChildren(QLabel) if not label.pixmap().isNull())
        words = next(label for label in box.findChildren(QLabel) if label.text())
        gap = words.mapTo(box, QPoint()).x() - picture.geometry().right() - 1
        assert gap >= em(box, GAP) - 1
    finally:
        qapp.setFont(before)
