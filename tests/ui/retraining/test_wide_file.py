"""A file of a thousand columns, with something found in each, holds nobody up."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.retraining.preview_tabs import PreviewTabs
from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog
from tests.timing import assert_within

_COLUMNS = 999
_LONGEST = 0.05
"""Seconds of the processor in one go: more, and a click in between waits noticeably."""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    path = tmp_path_factory.mktemp("wide") / "wide.csv"
    values = ("1.5", "-", "22.25", "¥1,200", "a long answer that somebody wrote here")
    rows = [",".join(f"column {number}" for number in range(_COLUMNS))]
    rows += [",".join(f'"{values[(at + n) % (4 + (n % 5 == 0))]}"' for n in range(_COLUMNS)) for at in range(120)]
    path.write_text("\r\n".join(rows), encoding="utf-8-sig", newline="")
    *_, reading = check(path)
    found = tuple(Placed(Role.TRAINING, finding) for finding in reading.findings)
    assert len(found) > _COLUMNS / 2
    return Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, found)


@pytest.fixture
def tabs(qtbot: QtBot, wide: Inspection) -> PreviewTabs:
    made = PreviewTabs()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_inspection(wide)
    QApplication.processEvents()
    return made


def test_the_form_shows_it_without_a_wait(qtbot: QtBot, wide: Inspection) -> None:
    form = RetrainingDialog({"m": "Model"}, "m")
    qtbot.addWidget(form)
    form.show()

    def show_nothing() -> None:
        QApplication.processEvents()
        form.show_inspection(Inspection({}, {}))
        QApplication.processEvents()

    assert_within(_LONGEST, lambda: form.show_inspection(wide), before=show_nothing, clock=time.thread_time)


def test_where_nothing_has_changed_nothing_is_fitted_or_scrolled_to_again(tabs: PreviewTabs, wide: Inspection) -> None:
    table = tabs.panes[Role.TRAINING].table
    tabs.show_placed(wide.findings[5])
    table.horizontalScrollBar().setValue(4000)
    QApplication.processEvents()
    fitted = QSignalSpy(table.horizontalHeader().sectionResized)
    scrolled = QSignalSpy(table.horizontalScrollBar().valueChanged)
    tabs.show_inspection(wide)
    QApplication.processEvents()
    assert (fitted.count(), scrolled.count()) == (0, 0)


def test_every_column_is_as_wide_as_its_values_once_it_is_seen(tabs: PreviewTabs) -> None:
    table = tabs.panes[Role.TRAINING].table
    bar = table.horizontalScrollBar()
    for share in (0, 0.3, 0.55, 1):
        bar.setValue(int(bar.maximum() * share))
        seen = _whole(table)
        assert len(seen) > 3
        assert {n for n in seen if table.columnWidth(n) < table.fontMetrics().horizontalAdvance("22.25")} == set()
        ten_long = {n: table.columnWidth(n) for n in seen if n % 5 == 0}
        short = [table.columnWidth(n) for n in seen if n % 5]
        assert min(ten_long.values()) > max(short), "a column of sentences has more room than one of numbers"
    assert bar.value() == bar.maximum(), "the end is still the end"


def test_what_a_person_looks_at_stays_in_its_place_while_columns_beside_it_are_fitted(tabs: PreviewTabs) -> None:
    table = tabs.panes[Role.TRAINING].table
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    there = _whole(table)[-1]
    for _ in range(40):
        before, scrolled = table.columnViewportPosition(there), bar.value()
        if before > table.viewport().width() - 60:
            there -= 1
            continue
        bar.setValue(scrolled - 20)
        assert abs(table.columnViewportPosition(there) - before - 20) <= 1


@pytest.mark.parametrize("column", [7, 500, _COLUMNS - 4])
def test_a_finding_far_to_the_right_is_scrolled_to(tabs: PreviewTabs, wide: Inspection, column: int) -> None:
    placed = next(placed for placed in wide.findings if placed.finding.column >= column)
    tabs.show_placed(placed)
    assert placed.finding.column - 1 in _whole(tabs.panes[Role.TRAINING].table)


def test_it_is_scrolled_to_also_where_the_columns_before_it_turn_out_wide(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = [["some words of somebody"] * 60, ["and a few more than these"] * 60] * 20
    for row in rows:
        row[44] = ""
    lines = [[f"column {number}" for number in range(60)], *rows]
    path.write_text("\r\n".join(map(",".join, lines)), encoding="utf-8-sig", newline="")
    *_, reading = check(path)
    found = tuple(Placed(Role.TRAINING, finding) for finding in reading.findings)
    tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, found))
    tabs.show_placed(next(placed for placed in found if placed.finding.column == 45))
    table = tabs.panes[Role.TRAINING].table
    assert 0 <= table.columnViewportPosition(44) <= table.viewport().width() - table.columnWidth(44)


def test_a_width_that_a_person_chose_stays(tabs: PreviewTabs) -> None:
    table = tabs.panes[Role.TRAINING].table
    bar = table.horizontalScrollBar()
    table.setColumnWidth(2, 333)
    bar.setValue(bar.maximum())
    bar.setValue(0)
    assert table.columnWidth(2) == 333


def _whole(table: QTableView) -> list[int]:
    """The columns that are seen whole."""
    room = QRect(0, 0, table.viewport().width(), 10)
    places = {n: QRect(table.columnViewportPosition(n), 0, table.columnWidth(n), 10) for n in range(_COLUMNS)}
    return [n for n, place in places.items() if room.contains(place)]
