"""The findings: a line each in groups that say how many they are, and the one a person is at explained below."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.page import em
from epa_gui.ui.retraining.act_text import act_word
from epa_gui.ui.retraining.finding_list import FindingList
from epa_gui.ui.retraining.finding_tree_model import FindingColumn
from tests.timing import assert_within
from tests.ui.retraining.inspections import NO_BOM, TO_UTF_8, TWO_NAMES, empty_column, fixable, inspection


class Shown:
    """The list, as a person has it before them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.list = FindingList(lambda _placed: False)
        self.asked: list[tuple[Role, Repair, bool]] = []
        self.chosen: list[Placed | None] = []
        self.list.repair_requested.connect(lambda *asked: self.asked.append(asked))
        self.list.chosen.connect(self.chosen.append)
        qtbot.addWidget(self.list)
        self.list.resize(900, 500)
        self.list.show()
        qtbot.waitUntil(self.list.isVisible)
        self.tree = self.list.tree

    def show(self, found: Inspection) -> None:
        self.list.show_findings(found)

    def lines(self) -> list[tuple[str, list[str]]]:
        """The groups that are open, each with its lines."""
        model = self.tree.model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        return [(group.data(), self._texts(group) if self.tree.isExpanded(group) else []) for group in groups]

    def _texts(self, group: QModelIndex) -> list[str]:
        model = self.tree.model()
        return [model.index(row, 0, group).data() for row in range(model.rowCount(group))]

    def line(self, group: int, row: int, column: int = FindingColumn.TEXT) -> QModelIndex:
        model = self.tree.model()
        return model.index(row, column, model.index(group, 0))

    def go_to(self, group: int, row: int) -> None:
        self.tree.setCurrentIndex(self.line(group, row))

    def current(self) -> str:
        return str(self.tree.currentIndex().siblingAtColumn(0).data())

    def click(self, group: int, row: int, column: int) -> None:
        place = self.tree.visualRect(self.line(group, row, column)).center()
        QTest.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def said(self) -> str:
        return "\n".join(label.text() for label in self.list.findChildren(QLabel)).replace("\u200b", "")

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.list.findChildren(QPushButton) if b.text() == text and not b.isHidden())


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_the_groups_say_how_many_there_are_and_stops_come_first(shown: Shown) -> None:
    shown.show(inspection(NO_BOM, TWO_NAMES, mended=[fixable(3)]))
    stops, suggestions, fixed = shown.lines()
    assert stops == ("Stops the file (1)", ["Columns 2 and 11 are both named “region”"])
    assert suggestions == ("Suggestions (1)", ["The file is UTF-8, but has no BOM"])
    assert fixed[0] == "Fixed in the copy (1)"


def test_a_group_without_findings_is_not_there(shown: Shown) -> None:
    shown.show(inspection(NO_BOM))
    assert [group for group, _ in shown.lines()] == ["Suggestions (1)"]


def test_it_says_which_finding_is_of_the_evaluation_file(shown: Shown) -> None:
    shown.show(inspection(NO_BOM, evaluation=[empty_column(2)]))
    ((_, lines),) = shown.lines()
    assert lines[1].startswith("Evaluation file: “column 2” is empty")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (RepairKind.ENCODING, "Add the BOM"),
        (RepairKind.DELIMITER, "Convert to commas"),
        (RepairKind.ROWS, "Leave out"),
        (RepairKind.COLUMN, "Leave out"),
        (RepairKind.EMPTY_WORDS, "Empty them"),
        (RepairKind.NAMES, "Fix"),
        (RepairKind.CHARACTERS, "Fix"),
        (RepairKind.NUMBERS, "Fix"),
        (RepairKind.DATES, "Fix"),
    ],
)
def test_what_can_be_done_is_named(kind: RepairKind, word: str) -> None:
    finding = replace(NO_BOM, repair=Repair(kind))
    assert act_word(Placed(Role.TRAINING, finding)) == word
    assert act_word(Placed(Role.TRAINING, finding, is_mended=True)) == "Undo"


def test_what_is_no_utf_8_is_converted(shown: Shown) -> None:
    finding = Finding(FindingKind.LATE_LETTERS, repair=TO_UTF_8)
    assert act_word(Placed(Role.TRAINING, finding)) == "Convert to UTF-8"
    shown.show(inspection(NO_BOM, finding))
    assert shown.tree.findings.acts() == {"Add the BOM", "Convert to UTF-8"}


def test_what_is_fixed_is_told_as_what_is_done_in_the_copy(shown: Shown) -> None:
    shown.show(inspection(NO_BOM, mended=[fixable(3)]))
    assert shown.lines()[1][1] == ["3 fields of column “column 3” emptied: “-”"]


def test_what_only_a_person_can_do_has_no_link(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES))
    assert shown.line(0, 0, FindingColumn.ACT).data() == ""
    shown.tree.act()
    assert shown.asked == []


def test_a_click_on_the_link_does_it_and_a_click_elsewhere_does_not(shown: Shown) -> None:
    shown.show(inspection(NO_BOM))
    shown.click(0, 0, FindingColumn.TEXT)
    shown.click(0, 0, FindingColumn.PLACE)
    assert shown.asked == []
    shown.click(0, 0, FindingColumn.ACT)
    assert shown.asked == [(Role.TRAINING, TO_UTF_8, True)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_it_is_done_by_keyboard_too(shown: Shown, key: Qt.Key) -> None:
    shown.show(inspection(TWO_NAMES, NO_BOM))
    shown.go_to(1, 0)
    QTest.keyClick(shown.tree, key)
    assert shown.asked == [(Role.TRAINING, TO_UTF_8, True)]


def test_the_explanation_has_a_button_for_it(shown: Shown) -> None:
    shown.show(inspection(NO_BOM))
    shown.button("Add the BOM").click()
    assert shown.asked == [(Role.TRAINING, TO_UTF_8, True)]


def test_what_was_fixed_can_be_undone(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES, mended=[NO_BOM]))
    shown.go_to(1, 0)
    assert "Your own file stays as it is." in shown.said()
    shown.button("Undo").click()
    assert shown.asked == [(Role.TRAINING, TO_UTF_8, False)]


def test_the_second_click_of_a_double_click_does_nothing_to_the_next_line(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 60_000)
    shown.show(inspection(fixable(1), fixable(2)))
    shown.click(0, 0, FindingColumn.ACT)
    shown.show(inspection(fixable(2), mended=[fixable(1)]))
    shown.click(0, 0, FindingColumn.ACT)
    assert [repair.column for _, repair, _ in shown.asked] == [1]


def test_the_first_one_is_explained_until_a_person_goes_elsewhere(shown: Shown) -> None:
    shown.show(inspection(empty_column(1), is_reading=True))
    shown.show(inspection(TWO_NAMES, empty_column(1)))
    assert "Columns 2 and 11 are both named “region”" in shown.current()
    assert "The service cannot tell them apart." in shown.said()
    shown.go_to(1, 0)
    shown.show(inspection(TWO_NAMES, empty_column(2), empty_column(1)))
    assert "“column 1”" in shown.current()


def test_without_stops_it_begins_at_what_a_click_can_fix(shown: Shown) -> None:
    shown.show(inspection(empty_column(1), NO_BOM))
    assert shown.current().startswith("The file is UTF-8")
    shown.button("Add the BOM").click()
    assert shown.asked == [(Role.TRAINING, TO_UTF_8, True)]


def test_the_button_is_the_only_thing_that_is_called_as_the_act(shown: Shown) -> None:
    """Who is told to press “Add the BOM” finds what can be pressed."""
    shown.show(inspection(NO_BOM))
    spoken = shown.line(0, 0, FindingColumn.ACT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "In the copy: Add the BOM"


def test_a_line_that_a_screen_reader_selects_is_explained(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES, NO_BOM))
    flags = shown.tree.selectionModel().SelectionFlag
    shown.tree.selectionModel().select(shown.line(1, 0), flags.ClearAndSelect | flags.Rows)
    assert shown.chosen[-1] == Placed(Role.TRAINING, NO_BOM)
    assert "1,000 bytes" in shown.said()


def test_after_one_is_fixed_the_next_one_is_the_current(shown: Shown) -> None:
    shown.show(inspection(fixable(1), fixable(2), fixable(3)))
    shown.go_to(0, 1)
    shown.show(inspection(fixable(1), fixable(3), mended=[fixable(2)]))
    assert "“column 3”" in shown.current()


def test_counts_that_grow_while_it_is_read_move_nothing(shown: Shown) -> None:
    shown.show(inspection(empty_column(1), empty_column(2), is_reading=True))
    shown.go_to(0, 1)
    shown.chosen.clear()
    resets: list[None] = []
    shown.tree.model().modelReset.connect(lambda: resets.append(None))
    grown = [replace(empty_column(number), count=8) for number in (1, 2)]
    shown.show(inspection(*grown, is_reading=True))
    assert resets == []
    assert shown.current() == "“column 2” is empty in 80 % of the rows"


def test_a_group_that_was_closed_stays_closed(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES, NO_BOM))
    shown.tree.collapse(shown.tree.model().index(1, 0))
    shown.show(inspection(TWO_NAMES, NO_BOM, empty_column(1)))
    assert [lines for _, lines in shown.lines()][1] == []


def test_return_on_a_group_closes_it_and_never_sends_the_file(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES, NO_BOM))
    group = shown.tree.model().index(1, 0)
    shown.tree.setCurrentIndex(group)
    QTest.keyClick(shown.tree, Qt.Key.Key_Return)
    assert not shown.tree.isExpanded(group)
    assert shown.asked == []


@pytest.mark.usefixtures("by_one_cell")
def test_a_screen_reader_hears_all_of_a_line(shown: Shown) -> None:
    shown.show(inspection(TWO_NAMES, NO_BOM))
    spoken = shown.line(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Suggestion: The file is UTF-8")
    assert spoken.endswith("whole file, In the copy: Add the BOM")
    assert "1,000 bytes" in shown.line(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_hundreds_of_findings_are_shown_without_a_wait(shown: Shown) -> None:
    many = inspection(*(empty_column(n) for n in range(800)))
    assert_within(0.05, lambda: shown.show(many), before=lambda: shown.show(inspection(NO_BOM)))
    assert len(shown.lines()[0][1]) == 800


def test_a_place_and_what_can_be_done_there_do_not_touch(shown: Shown) -> None:
    shown.show(inspection(fixable(1), fixable(2)))
    place, act = (shown.line(0, 0, column) for column in (FindingColumn.PLACE, FindingColumn.ACT))
    words = shown.tree.fontMetrics().horizontalAdvance(place.data())
    assert shown.tree.visualRect(act).left() - shown.tree.visualRect(place).left() >= words + em(shown.tree, 0.6)


def test_what_is_fixed_stands_apart_from_the_tabs_below_it(shown: Shown) -> None:
    shown.show(inspection(mended=[fixable(3)]))
    QApplication.processEvents()
    free = shown.list.height() - shown.tree.geometry().bottom()
    assert free >= em(shown.list, 0.4)
    assert shown.list.natural_height() >= shown.tree.natural_height() + em(shown.list, 0.4)
