"""The retraining form: all of it is seen at once, whatever the letters of this system are like, and nothing jumps."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.retraining.finding_tree import FindingTree
from epa_gui.ui.retraining.preview_model import ICON_ROLE
from epa_gui.ui.retraining.ready_facts import ReadyFacts
from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog
from tests.ui.retraining.inspections import NO_BOM, TWO_NAMES, empty_column, fixable, inspection, reading

_W = TypeVar("_W", bound=QWidget)


@pytest.fixture(params=[1.0, 0.8, 0.65])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """Those of this system, and smaller ones: the letters of Windows are small beside its fields and buttons."""
    before = qapp.font()
    small = QFont(before)
    small.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(small)
    yield request.param
    qapp.setFont(before)


class Form:
    """The form, as a person has it before them."""

    def __init__(self, qtbot: QtBot, size: QSize | None = None) -> None:
        self.qtbot = qtbot
        self.dialog = RetrainingDialog({"m": "Sales forecast"}, "m")
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        if size is not None:
            self.dialog.resize(size)
        qtbot.waitUntil(self.dialog.isVisible)
        self.tree = self.find(FindingTree)
        self.send = self.dialog.confirm_button

    def find(self, kind: type[_W], name: str = "") -> _W:
        return next(part for part in self.dialog.findChildren(kind) if not name or part.accessibleName() == name)

    def show(self, found: Inspection) -> None:
        self.dialog.show_inspection(found)
        self.qtbot.wait(1)

    def top_of(self, part: QWidget) -> int:
        return part.mapTo(self.dialog, part.rect().topLeft()).y()

    def preview(self) -> QTableView:
        return next(table for table in self.dialog.findChildren(QTableView) if table.isVisible())

    def texts(self) -> set[str]:
        return {label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()}


@pytest.mark.usefixtures("letters")
def test_it_opens_with_rows_to_look_at_and_nothing_to_scroll(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "train.csv"
    path.write_text("\ufeffmany,more\n" + "1,2\n" * 200, encoding="utf-8")
    *_, whole = check(path)
    form = Form(qtbot)
    form.show(Inspection({Role.TRAINING: path}, {Role.TRAINING: whole}))
    if form.dialog.height() >= int(QGuiApplication.primaryScreen().availableSize().height() * 0.9):
        pytest.skip("the screen is too small for these letters")
    bar = form.dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    table = form.preview()
    assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    em = QWidget().fontMetrics().height()
    return Form(qtbot, QSize(round(55.3 * em), round(41.2 * em)))  # 940 × 700 of the usual letters


def _many(count: int = 20) -> Inspection:
    return inspection(TWO_NAMES, *(empty_column(number) for number in range(count)))


def test_about_eleven_lines_of_findings_are_seen_at_once_and_rows_below(form: Form) -> None:
    form.show(_many())
    tree = form.tree
    form.qtbot.waitUntil(lambda: tree.viewport().height() >= 10 * tree.sizeHintForRow(0))
    table = form.preview()
    assert table.viewport().height() >= table.verticalHeader().defaultSectionSize()
    assert form.dialog.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


def test_few_findings_leave_the_room_to_the_rows(form: Form) -> None:
    form.show(inspection(NO_BOM))
    form.qtbot.waitUntil(lambda: form.tree.height() < 5 * form.tree.sizeHintForRow(0))


def test_all_well_shows_four_facts_and_no_empty_box(form: Form) -> None:
    form.show(inspection())
    assert form.find(ReadyFacts).isVisible()
    assert {"Compared with the last file", "Encoding", "Smallest difference", "API key"} <= form.texts()
    assert not form.tree.isVisible()
    (foot,) = [text for text in form.texts() if text.endswith("The live model does not change until you switch.")]
    assert foot.startswith("The model learns only from these rows.")


def test_findings_take_the_place_of_the_facts(form: Form) -> None:
    form.show(inspection(NO_BOM))
    assert not form.find(ReadyFacts).isVisible()
    assert form.tree.isVisible()


@pytest.mark.parametrize("width", [55, 48, 43])  # in the narrow ones a fact takes two lines
def test_the_preview_does_not_move_when_a_file_without_findings_has_been_read(form: Form, width: int) -> None:
    form.dialog.resize(width * QWidget().fontMetrics().height(), form.dialog.height())
    form.show(inspection(is_reading=True, training=reading(is_whole=False)))
    form.qtbot.wait(20)
    before = form.top_of(form.preview())
    form.show(inspection())
    form.qtbot.wait(20)
    assert form.top_of(form.preview()) == before


@pytest.mark.parametrize("found", [Inspection({}, {}), inspection(is_reading=True), inspection(TWO_NAMES)])
def test_send_cannot_be_pressed_and_says_why(form: Form, found: Inspection) -> None:
    form.show(found)
    assert form.send.text() == "Send"
    assert not form.send.isEnabled()
    assert form.send.accessibleDescription() in form.texts()
    asked: list[None] = []
    form.dialog.send_requested.connect(lambda: asked.append(None))
    form.dialog.accept()
    assert asked == []


def test_send_says_how_many_rows_it_sends_and_is_the_one_primary_button(form: Form) -> None:
    form.show(inspection(NO_BOM))
    assert form.send.text().startswith("Send 300 row")
    assert form.send.isEnabled()
    assert form.send.accessibleDescription() == ""
    assert form.send.isDefault()
    assert [b for b in form.dialog.findChildren(QPushButton) if b.isDefault()] == [form.send]
    assert form.send.font().bold()
    assert form.send.width() >= 9 * QWidget().fontMetrics().height()


def test_without_a_model_it_asks_for_one(qtbot: QtBot) -> None:
    dialog = RetrainingDialog({}, "")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_inspection(inspection())
    assert dialog.confirm_button.accessibleDescription() == "Add the model first."
    dialog.show_models({"m": "Sales forecast"}, "m")
    assert dialog.confirm_button.isEnabled()


def _cell_icons(table: QTableView) -> dict[tuple[int, int], str]:
    model = table.model()
    cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return {cell: icon for cell in cells if (icon := model.index(*cell).data(ICON_ROLE))}


def test_the_chosen_finding_is_marked_in_the_preview_by_tint_and_icon(form: Form) -> None:
    in_row = Finding(FindingKind.MIXED_TYPES, 12, 2, "region", 1, 9, ("text", "-"))
    form.show(inspection(NO_BOM, in_row))
    form.tree.setCurrentIndex(form.tree.findings.open_index(1))
    table = form.preview()
    cell = table.currentIndex()
    assert (cell.row() + 2, cell.column() + 1) == (12, 2), "as a spreadsheet counts: the names are row 1"
    assert cell.data(Qt.ItemDataRole.BackgroundRole)
    assert cell.data(ICON_ROLE) == "attention"
    assert table.viewport().rect().contains(table.visualRect(cell).center()), "it is scrolled to"
    assert form.dialog.focusWidget() is not table, "the keyboard stays where it is"


def test_a_finding_about_a_row_marks_all_of_it_and_shows_the_field_too_many(form: Form) -> None:
    rows = list(reading().preview)
    rows[5] = (*rows[5], "x")
    uneven = Finding(FindingKind.UNEVEN_ROW, row=6, count=1, values=("4", "3"))
    form.show(inspection(uneven, training=replace(reading(), preview=tuple(rows))))
    table = form.preview()
    model = table.model()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "(4)"
    assert _cell_icons(table) == {(4, 3): "failed"}
    tinted = {row for row in range(model.rowCount()) if model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole)}
    assert tinted == {4}


def test_a_finding_of_the_evaluation_file_brings_its_rows_to_the_front(form: Form) -> None:
    form.show(inspection(NO_BOM, evaluation=[fixable(2)]))
    tabs = form.find(QTabWidget)
    assert tabs.currentIndex() == 0
    form.tree.setCurrentIndex(form.tree.findings.open_index(1))
    assert tabs.currentIndex() == 1


def test_what_grows_while_it_is_read_does_not_take_a_person_back(form: Form) -> None:
    """Who scrolled away to look at other rows is left there."""
    in_row = Finding(FindingKind.MIXED_TYPES, 3, 2, "region", 1, 9, ("text", "-"))
    form.show(inspection(in_row, is_reading=True))
    table = form.preview()
    table.scrollToBottom()
    before = table.verticalScrollBar().value()
    form.show(inspection(replace(in_row, count=7), is_reading=True))
    assert table.verticalScrollBar().value() == before


def test_return_in_the_findings_fixes_and_does_not_send(form: Form) -> None:
    form.show(inspection(NO_BOM))
    asked: list[str] = []
    form.dialog.repair_requested.connect(lambda *_: asked.append("repair"))
    form.dialog.send_requested.connect(lambda: asked.append("send"))
    form.tree.setFocus()
    QTest.keyClick(form.tree, Qt.Key.Key_Return)
    assert asked == ["repair"]


def test_all_that_can_be_fixed_is_fixed_by_one_button(form: Form) -> None:
    form.show(inspection(TWO_NAMES, NO_BOM, fixable(2)))
    asked: list[None] = []
    form.dialog.repair_all_requested.connect(lambda: asked.append(None))
    button = next(b for b in form.dialog.findChildren(QPushButton) if b.text() == "Fix 2 in the copy")
    button.click()
    assert asked == [None]


def test_the_name_and_the_note_are_folded_until_they_are_wanted(form: Form) -> None:
    form.show(inspection())
    fold = form.find(QToolButton, "Name and note")
    name = form.find(QWidget, "Name")
    assert not name.isVisible()
    fold.click()
    assert name.isVisible()
    assert name.hasFocus()
    form.dialog.fill("November", "")
    assert "“November”" in fold.text()


def test_links_can_be_read_as_a_line_is_chosen_and_as_it_is_not(form: Form) -> None:
    form.show(inspection(NO_BOM, fixable(2)))
    image = form.tree.viewport().grab().toImage()
    for number in range(2):
        line = form.tree.findings.open_index(number)
        place = form.tree.visualRect(line.siblingAtColumn(2))
        colours = {
            image.pixelColor(x, y).rgb(): image.pixelColor(x, y)
            for x in range(place.left(), min(place.right(), image.width()))
            for y in range(place.top(), min(place.bottom(), image.height()))
        }
        paper = image.pixelColor(place.right() - 2, place.top() + 1)
        assert max(contrast(paper, colour) for colour in colours.values()) >= 3.0


@pytest.fixture
def twice_as_large(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("twice_as_large")
def test_at_large_letters_nothing_is_cut_or_covered(qtbot: QtBot) -> None:
    form = Form(qtbot)
    form.show(inspection(*(fixable(number) for number in range(8))))
    dialog = form.dialog
    dialog.setMinimumSize(1, 1)
    dialog.resize(720, 630)
    scroll = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog._scrolled)
    qtbot.waitUntil(lambda: dialog.width() == 720 and scroll.horizontalScrollBar().maximum() == 0)
    buttons = [
        button
        for button in dialog.findChildren(QPushButton)
        if button.isVisible() and button.parent() is form.send.parent()
    ]
    cancel = next(button for button in buttons if button is not form.send)
    assert not form.send.geometry().intersects(cancel.geometry())
    assert form.tree.height() >= 4 * form.tree.sizeHintForRow(0)
