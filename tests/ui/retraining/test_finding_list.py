"""The list of findings shows as many as help, and says how many more there are."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.retraining.finding_list import FindingBox, FindingList


@pytest.fixture
def findings(qtbot: QtBot) -> FindingList:
    made = FindingList()
    qtbot.addWidget(made)
    made.show()
    return made


def _show(findings: FindingList, count: int, *, is_reading: bool = False) -> list[Placed]:
    placed = [
        Placed(Role.TRAINING, Finding(FindingKind.MOSTLY_EMPTY, column=n + 1, name=f"column {n}", count=9, total=10))
        for n in range(count)
    ]
    findings.show_findings(
        placed, has_two_files=False, in_preview=frozenset(), is_reading=is_reading, empty_text="Nothing was found."
    )
    return placed


def _said(findings: FindingList) -> list[str]:
    return [label.text() for label in findings.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize(
    ("count", "is_reading", "boxes", "more"),
    [
        (1, False, 1, ""),
        (60, False, 60, ""),
        (61, False, 60, "And 1 more."),
        (100, False, 60, "And 40 more."),
        (20, True, 20, ""),
        (23, True, 20, "And 3 more."),
    ],
)
def test_it_says_how_many_it_does_not_show(
    qtbot: QtBot, findings: FindingList, count: int, boxes: int, more: str, *, is_reading: bool
) -> None:
    _show(findings, count, is_reading=is_reading)
    qtbot.waitUntil(lambda: sum(box.isVisible() for box in findings.findChildren(FindingBox)) == boxes)
    said = _said(findings)
    assert [text for text in said if text.startswith("And ")] == ([more] if more else [])
    assert f"“column {boxes - 1}” is empty in 90 % of the rows." in said
    assert "Nothing was found." not in said


def test_none_is_said_too(findings: FindingList) -> None:
    _show(findings, 0)
    assert _said(findings) == ["Nothing was found."]
