"""The facts of a job: whatever an ID is made of, it has room."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.page import em
from epa_gui.ui.jobs.facts_part import FactsPart
from epa_gui.ui.jobs.facts_text import LEFT, RIGHT, Fact, fact_names


@pytest.mark.parametrize("letter", "0123456789abcdef")
@pytest.mark.parametrize("ems", [42, 60])
def test_every_id_has_room_for_all_its_letters(qtbot: QtBot, letter: str, ems: int) -> None:
    part = FactsPart()
    qtbot.addWidget(part)
    job_id = "-".join(letter * count for count in (8, 4, 4, 4, 12))
    part.resize(em(part, ems), em(part, 12))
    part.show_facts(dict.fromkeys(Fact, "something that is rather long, as facts may be") | {Fact.ID: job_id})
    part.show()
    value = next(label for label in part.findChildren(type(part._labels[Fact.ID][1])) if label.text() == job_id)
    assert value.width() >= value.fontMetrics().horizontalAdvance(job_id)


def test_a_long_value_tears_no_hole_into_the_facts_beside_it(qtbot: QtBot) -> None:
    part = FactsPart()
    qtbot.addWidget(part)
    part.resize(em(part, 70), em(part, 30))
    part.show_facts(dict.fromkeys((*LEFT, *RIGHT), "short") | {LEFT[0]: "a long value that takes many lines " * 12})
    part.show()
    tops = sorted(part._labels[fact][1].geometry().top() for fact in RIGHT)
    heights = {part._labels[fact][1].height() for fact in RIGHT}
    steps = {after - before for before, after in pairwise(tops)}
    assert len(tops) >= 3
    assert max(steps) <= max(heights) + em(part, 0.5)


@pytest.mark.parametrize("ems", [30, 42, 60])
def test_when_the_service_answered_last_comes_first(qtbot: QtBot, ems: int) -> None:
    part = FactsPart()
    qtbot.addWidget(part)
    part.resize(em(part, ems), em(part, 40))
    part.show_facts(dict.fromkeys(Fact, "short"))
    part.show()
    tops = {fact: part._labels[fact][1].geometry().top() for fact in Fact}
    others = [tops[fact] for fact in Fact if fact is not Fact.LAST_CHECKED]
    assert tops[Fact.LAST_CHECKED] <= min(others)
    assert next(iter(fact_names())) is Fact.LAST_CHECKED, "as it is read aloud"


def test_facts_in_two_columns_become_one_before_they_are_wider_than_the_page(qtbot: QtBot) -> None:
    """Also where letters are wide for their height, as those of Windows are."""
    area = QScrollArea(widgetResizable=True)
    area.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    font = area.font()
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 180)
    area.setFont(font)
    qtbot.addWidget(area)
    part = FactsPart()
    area.setWidget(part)
    part.show_facts(dict.fromkeys(Fact, "short") | {Fact.ID: "0" * 36})
    area.show()
    for ems in (100, 44, 38, 30):
        area.resize(em(area, ems), em(area, 40))
        QApplication.processEvents()
        assert part.width() <= area.viewport().width(), f"at {ems} em"


def test_in_the_narrowest_page_values_have_room_beside_their_names(qtbot: QtBot) -> None:
    area = QScrollArea(widgetResizable=True)
    area.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(area)
    part = FactsPart()
    area.setWidget(part)
    part.show_facts(dict.fromkeys(Fact, "short"))
    area.show()
    area.resize(em(area, 4), em(area, 40))
    QApplication.processEvents()
    assert min(value.width() for _, value in part._labels.values()) >= em(part, 3)
