"""The facts of a job: whatever an ID is made of, it has room."""

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.page import em
from epa_gui.ui.jobs.facts_part import FactsPart
from epa_gui.ui.jobs.facts_text import Fact


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
