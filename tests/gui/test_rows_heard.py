"""A row of a list is heard once and whole, whichever screen reader says it; data is heard by column and row.

That all windows are so is seen in `tests/packaging/test_scenes.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QSplitter, QTableView, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.results.pictures.figures import FigureTable
from epa_gui.ui.base import spoken_rows
from epa_gui.ui.base.spoken_rows import says_cells_itself
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.predictions.line_model import Line, LineModel
from epa_gui.ui.results.figure_table import FigureTableView
from tests.gui.at_desk import AtDesk
from tests.gui.by_ear import unnamed, unsaid

MEASURES = FigureTable(
    ("Metric", "Live", "New", "Change", "What it means"),
    (("AUC", "84.1 %", "86.6 %", "+2.5 points", "Better"), ("Recall", "", "61.0 %", "–", "")),
)


def said(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())


def described(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")


def _shown(qtbot: QtBot, *parts: QWidget) -> QDialog:
    form = QDialog()
    qtbot.addWidget(form)
    layout = QVBoxLayout(form)
    for part in parts:
        layout.addWidget(part)
    form.show()
    return form


@pytest.fixture
def measures(qtbot: QtBot) -> Iterator[FigureTableView]:
    view = FigureTableView("Metrics", (0, 4), clear=(0, 4))
    form = _shown(qtbot, view)
    view.show_table(MEASURES)
    yield view
    form.close()


@pytest.fixture
def rows_file(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    rows = [f"{number},{'yes' if number % 3 else ''}" for number in range(300)]
    path.write_text("\n".join(["visits,churned", *rows]), encoding="utf-8-sig")
    return path


# Records


def test_only_orca_says_the_cells_of_a_row_by_itself() -> None:
    assert [says_cells_itself(system) for system in ("linux", "win32", "darwin")] == [True, False, False]


@pytest.mark.usefixtures("by_one_cell")
def test_the_cell_with_the_cursor_says_the_row_and_no_other_does(measures: FigureTableView) -> None:
    sentence = "AUC, Live: 84.1 %, New: 86.6 %, Change: +2.5 points, Better"
    cells = [measures.model().index(0, column) for column in range(5)]
    assert [said(cell) for cell in cells] == [sentence, "Live: 84.1 %", "New: 86.6 %", "Change: +2.5 points", "Better"]
    measures.setCurrentIndex(cells[2])
    assert [said(cell) for cell in cells] == ["AUC", "Live: 84.1 %", sentence, "Change: +2.5 points", "Better"]
    measures.setCurrentIndex(QModelIndex())
    assert said(cells[2]) == sentence, "without a cursor it stays where it was"
    assert said(measures.model().index(1, 2)) == "Recall, New: 61.0 %"


@pytest.mark.usefixtures("by_all_cells")
def test_whoever_says_all_cells_hears_nothing_twice(measures: FigureTableView) -> None:
    cells = [measures.model().index(0, column) for column in range(5)]
    assert [said(cell) for cell in cells] == ["AUC", "Live: 84.1 %", "New: 86.6 %", "Change: +2.5 points", "Better"]
    assert [described(cell) for cell in cells] == [""] * 5


@pytest.mark.parametrize("says_cells", [False, True])
def test_what_no_cell_has_room_for_is_heard_after_the_row(monkeypatch: pytest.MonkeyPatch, says_cells: bool) -> None:
    monkeypatch.setattr(spoken_rows, "SAYS_CELLS", says_cells)
    lines = LineModel(lambda: ("Row", "Prediction"))
    lines.show_lines([Line(("3", "not answered"), tip="The key was not accepted.")])
    row, answer = lines.index(0, 0), lines.index(0, 1)
    whole = "Row: 3, Prediction: not answered, The key was not accepted."
    assert said(row) == ("Row: 3" if says_cells else whole)
    assert said(answer) == "Prediction: not answered"
    assert described(row) == ("The key was not accepted." if says_cells else "")
    assert described(answer) == ""


@pytest.mark.usefixtures("by_all_cells")
def test_of_a_job_only_what_no_cell_shows_is_described(desk: AtDesk) -> None:
    job = desk.running_job("November")
    desk.select(job)
    table = desk.window.table
    assert said(table.currentIndex()) == "November"
    told = described(table.currentIndex())
    assert told.startswith("Sales forecast, ")
    assert "next check in" in told
    assert "November" not in told
    desk.choose_column("Model")
    table.setCurrentIndex(QModelIndex())
    desk.select(job)
    assert "Sales forecast" not in described(table.currentIndex())
    assert said(table.currentIndex().siblingAtColumn(JobColumn.STARTED)).startswith("Started: ")


# Data


@pytest.mark.parametrize("says_cells", [False, True])
def test_a_field_of_a_file_says_its_column_and_its_row(
    desk: AtDesk,
    monkeypatch: pytest.MonkeyPatch,
    rows_file: Path,
    says_cells: bool,
) -> None:
    desk.drop(rows_file)
    form = desk.dialog("New retraining")
    desk.until(lambda: not desk.shows_button(form, "Stop checking"))
    table = desk.until(lambda: next((t for t in form.findChildren(QTableView) if t.model().rowCount()), None))
    monkeypatch.setattr(spoken_rows, "SAYS_CELLS", says_cells)
    table.setCurrentIndex(table.model().index(1, 1))
    cells = [table.model().index(row, column) for row in range(2) for column in range(2)]
    if says_cells:  # the name of a column is said when the cursor comes into it
        assert [said(cell) for cell in cells] == ["0", "row 2: blank", "1", "row 3: yes"]
    else:
        assert [said(cell) for cell in cells] == [
            "visits, row 2: 0",
            "churned, row 2: blank",
            "visits, row 3: 1",
            "churned, row 3: yes",
        ]
    form.close()


# That what listens hears what is wrong


def test_a_control_without_a_name_is_told(qtbot: QtBot) -> None:
    split = QSplitter()
    split.addWidget(QPushButton("One"))
    nameless = QPushButton()
    split.addWidget(nameless)
    form = _shown(qtbot, QLineEdit(), split)
    found = unnamed(form)
    assert sorted(each.split()[0] for each in found) == ["QLineEdit", "QPushButton", "QSplitterHandle"]
    nameless.setAccessibleName("Two")
    split.handle(1).setAccessibleName("Divider")
    assert unnamed(form) == ["QLineEdit '' in QDialog"]


def test_a_list_that_is_said_cell_by_cell_is_told(qtbot: QtBot) -> None:
    form = _shown(qtbot, QTableWidget(2, 3))
    assert unsaid(form)[0].endswith("its rows are said cell by cell")


def test_a_row_that_is_said_in_part_or_twice_is_told(
    qtbot: QtBot, measures: FigureTableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = measures.window()
    assert unsaid(form) == []
    model = type(measures.model())
    with monkeypatch.context() as broken:
        broken.setattr(model, "row_said", lambda _self, _index: "AUC")
        assert any("'86.6 %' is not in 'auc'" in told for told in unsaid(form))
    with monkeypatch.context() as broken:
        broken.setattr(model, "spoken", lambda self, index, _role: self.row_said(index))
        assert any("said by more than one cell" in told for told in unsaid(form))
        assert any("more than one cell is described" in told for told in unsaid(form))
