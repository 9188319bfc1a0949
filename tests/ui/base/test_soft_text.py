"""Soft text stands back, and can be read on whatever is behind it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.row_ink import READABLE, contrast
from epa_gui.ui.base.soft_text import SoftLine, SoftText, soft_ink
from epa_gui.ui.base.tinting import ATTENTION, DONE, FAILED, INFO, TintedFrame, mixed

PAPERS = [QColor(name) for name in ("#ffffff", "#efefef", "#2b2b2b", "#000000", "#fdf6e3")]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("tint", [None, ATTENTION, DONE, FAILED, INFO])
def test_it_can_be_read_on_every_paper_and_tint(paper: QColor, tint: QColor | None) -> None:
    behind = mixed(paper, tint, 0.13) if tint else paper
    ink = QColor("black") if contrast(QColor("black"), behind) > contrast(QColor("white"), behind) else QColor("white")
    soft = soft_ink(ink, behind)
    assert contrast(soft, behind) >= READABLE
    assert contrast(soft, behind) < contrast(ink, behind)


def test_where_nothing_soft_can_be_read_the_ink_stays() -> None:
    ink, paper = QColor("#777777"), QColor("#999999")
    assert soft_ink(ink, paper) == ink


def test_in_a_tinted_box_it_is_mixed_into_the_tint(qtbot: QtBot) -> None:
    box, text = TintedFrame(), SoftText()
    qtbot.addWidget(box)
    QVBoxLayout(box).addWidget(text)
    before = text.palette().windowText().color()
    box.tint(FAILED)
    assert text.palette().window().color() == box.palette().window().color()
    assert text.palette().windowText().color() != before


def test_a_line_stays_one_line_and_says_in_its_tooltip_what_is_cut_off(qtbot: QtBot) -> None:
    line = SoftLine()
    qtbot.addWidget(line)
    height = line.sizeHint().height()
    line.show_text("word " * 200)
    assert line.sizeHint().height() == height
    assert line.minimumSizeHint().width() == 0
    assert line.toolTip() == "word " * 200
