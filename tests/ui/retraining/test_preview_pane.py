"""The preview shows what a file is read as, and lets a person choose something else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox, QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.repair_text import step_text
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.retraining.encoding_names import CHOICES, encoding_name
from epa_gui.ui.retraining.preview_model import ICON_ROLE
from epa_gui.ui.retraining.preview_pane import PreviewPane
from epa_gui.ui.retraining.preview_tabs import PreviewTabs
from tests.ui.listening import Listener
from tests.ui.retraining.inspections import NO_BOM, fixable, inspection, reading


class Chosen(Listener):
    """Keeps what is chosen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.encodings: list[Encoding | None] = []

    @Slot(object, object)
    def take(self, role: Role, encoding: Encoding | None) -> None:
        assert role is Role.TRAINING
        self.encodings.append(encoding)


@pytest.fixture
def tabs(qtbot: QtBot) -> PreviewTabs:
    made = PreviewTabs()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    path = tmp_path / "clientes.csv"
    rows = [f"{n},{('Móstoles', 'León')[n % 2]}" for n in range(120)]
    path.write_bytes("\r\n".join(["id,city", *rows]).encode("cp1252"))
    return path


def _show(tabs: PreviewTabs, path: Path, chosen: Encoding | None = None) -> None:
    role = Role.TRAINING
    *_, reading = check(path, encoding=chosen)
    found = tuple(Placed(role, finding) for finding in reading.findings)
    tabs.show_inspection(Inspection({role: path}, {role: reading}, found, encodings={role: chosen} if chosen else {}))


def _choice(tabs: PreviewTabs) -> QComboBox:
    return tabs.choices[Role.TRAINING].box


def _texts(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count()) if box.itemText(at)]


def test_what_was_found_stands_first_and_the_likely_ones_after_it(tabs: PreviewTabs, spanish: Path) -> None:
    _show(tabs, spanish)
    box = _choice(tabs)
    assert box.isVisible()
    assert box.currentText() == "Detected: Shift_JIS"
    assert _texts(box)[1] == "Windows-1252 (Western Europe) (likely)"
    assert sum(text.startswith("Windows-1252") for text in _texts(box)) == 1


def test_a_choice_is_told_and_then_shown(qtbot: QtBot, tabs: PreviewTabs, spanish: Path) -> None:
    told = Chosen(qtbot)
    tabs.encoding_chosen.connect(told.take)
    _show(tabs, spanish)
    box = _choice(tabs)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert told.encodings == [Encoding.WINDOWS_1252]
    assert isinstance(told.encodings[0], Encoding)
    assert tabs.panes[Role.TRAINING].model.index(0, 1).data() != "Móstoles"
    _show(tabs, spanish, Encoding.WINDOWS_1252)
    assert tabs.panes[Role.TRAINING].model.index(0, 1).data() == "Móstoles"
    assert box.currentText() == "Windows-1252 (Western Europe)"


def test_a_choice_can_be_taken_back(qtbot: QtBot, tabs: PreviewTabs, spanish: Path) -> None:
    told = Chosen(qtbot)
    tabs.encoding_chosen.connect(told.take)
    _show(tabs, spanish, Encoding.WINDOWS_1252)
    box = _choice(tabs)
    assert box.itemText(0) == "Detect again"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert told.encodings == [None]


def test_there_is_nothing_to_choose_where_nothing_is_shown(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"%PDF-1.7\n")
    _show(tabs, path)
    assert not _choice(tabs).isVisible()


def test_every_encoding_has_a_name_of_its_own() -> None:
    names = [encoding_name(encoding) for encoding in CHOICES]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name in {encoding.value for encoding in Encoding}]
    assert all(encoding_name(encoding) for encoding in Encoding)


def test_the_rows_are_drawn_anew_when_they_read_differently(qtbot: QtBot, tabs: PreviewTabs, spanish: Path) -> None:
    _show(tabs, spanish)
    with qtbot.waitSignal(tabs.panes[Role.TRAINING].model.modelReset):
        _show(tabs, spanish, Encoding.WINDOWS_1252)
    with qtbot.assertNotEmitted(tabs.panes[Role.TRAINING].model.modelReset):
        _show(tabs, spanish, Encoding.WINDOWS_1252)


# Rows that are left out


def _heads(tabs: PreviewTabs) -> list[str]:
    model = tabs.panes[Role.TRAINING].model
    return [model.headerData(at, Qt.Orientation.Vertical) for at in range(model.rowCount())]


@pytest.mark.parametrize(
    ("above", "runs", "bad_row"),
    [
        (["Sales of May", ""], [(1, 2)], 8),
        (["Sales of May"], [(1, 1), (4, 5)], 9),
        ([], [(2, 4)], 9),
    ],
)
def test_rows_keep_the_numbers_of_the_file_where_others_are_left_out(
    tabs: PreviewTabs, tmp_path: Path, above: list[str], runs: list[tuple[int, int]], bad_row: int
) -> None:
    lines = [*above, "id,price,left", *(f"{n},{n * 3},{'yn'[n % 2]}" for n in range(40))]
    lines[bad_row - 1] = "5,much,y"
    path = tmp_path / "may.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    *_, reading = check(path, repairs=[Repair(RepairKind.ROWS, rows=tuple(runs))])
    placed = tuple(Placed(Role.TRAINING, finding) for finding in reading.findings)
    tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, placed))
    left_out = {row for begin, end in runs for row in range(begin, end + 1)}
    names = len(above) + 1
    assert _heads(tabs) == [str(n) for n in range(names + 1, len(lines) + 1) if n not in left_out]
    model = tabs.panes[Role.TRAINING].model
    found = next(finding for finding in reading.findings if finding.kind is FindingKind.MIXED_TYPES)
    index = model.index_of(found)
    assert (found.row, index.data()) == (bad_row, "much")
    assert index.data(ICON_ROLE) == "attention"
    marked = [at for at in range(model.rowCount()) if model.index(at, 1).data(ICON_ROLE)]
    assert marked == [index.row()]


def test_what_is_said_of_the_names_stands_at_the_names_wherever_these_are(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "may.csv"
    path.write_text("Sales\n\nid,price ,left\n" + "1,2,y\n" * 120, encoding="utf-8-sig")
    *_, reading = check(path, repairs=[Repair(RepairKind.ROWS, rows=((1, 2),))])
    model = tabs.panes[Role.TRAINING].model
    placed = tuple(Placed(Role.TRAINING, finding) for finding in reading.findings)
    tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, placed))
    found = next(finding for finding in reading.findings if finding.kind is FindingKind.BLANKS_IN_NAMES)
    assert not model.is_below_names(found)
    assert (model.index_of(found).row(), model.index_of(found).column()) == (0, 1)
    assert not any(model.index(at, 1).data(ICON_ROLE) for at in range(model.rowCount()))


def test_what_differs_in_the_copy_is_told_as_in_the_history(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "may.csv"
    path.write_text("Sales\nid,price,left\n" + "1,2,y\n" * 120, encoding="utf-8")
    repairs = frozenset({Repair(RepairKind.ROWS, rows=((1, 1),))})
    *_, reading = check(path, repairs=repairs)
    role = Role.TRAINING
    inspection = Inspection({role: path}, {role: reading}, repairs={role: repairs})
    tabs.show_inspection(inspection)
    (told,) = [line for line in tabs.findChildren(SoftLine) if line.accessibleDescription()]
    assert told.accessibleDescription().splitlines() == [step_text(step) for step in inspection.steps(role)]
    assert told.accessibleDescription().splitlines()[-1] == "Row 1 left out"


def _whole_in_view(pane: PreviewPane, column: int) -> bool:
    left = pane.table.columnViewportPosition(column)
    return left >= 0 and left + pane.table.columnWidth(column) <= pane.table.viewport().width()


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"column {n}" for n in range(12)) + "\n" + "1,2,3,4,5,6,7,8,9,10,11,\n" * 120, "utf-8-sig")
    return path


LAST = Finding(FindingKind.MOSTLY_EMPTY, column=12, name="column 11", count=120, total=120)


def test_the_column_of_the_chosen_finding_stays_whole_in_view_until_a_person_scrolls_on(
    tabs: PreviewTabs, wide: Path
) -> None:
    tabs.resize(700, 300)
    _show(tabs, wide)
    pane = _pane(tabs)
    pane.mark(Finding(FindingKind.MOSTLY_EMPTY, column=9, name="column 8", count=120, total=120))
    assert _whole_in_view(pane, 8)
    for narrower in (690, 640, 560):  # as when other rows take a scroll bar, or a window is made smaller
        tabs.resize(narrower, 300)
        QApplication.processEvents()
        assert _whole_in_view(pane, 8)
    bar = pane.table.horizontalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)  # as a person does
    tabs.resize(540, 300)
    QApplication.processEvents()
    assert bar.value() == 0


def test_a_wider_window_that_moves_the_columns_is_no_person_who_scrolls(tabs: PreviewTabs, wide: Path) -> None:
    tabs.resize(700, 300)
    _show(tabs, wide)
    pane = _pane(tabs)
    pane.mark(LAST)
    before = pane.table.horizontalScrollBar().value()
    tabs.resize(760, 300)
    QApplication.processEvents()
    assert pane.table.horizontalScrollBar().value() < before, "there is less to scroll"
    tabs.resize(600, 300)
    QApplication.processEvents()
    assert _whole_in_view(pane, 11)


def test_rows_that_a_person_has_scrolled_to_stay_while_the_column_of_the_finding_does(
    tabs: PreviewTabs, wide: Path
) -> None:
    tabs.resize(700, 300)
    _show(tabs, wide)
    pane = _pane(tabs)
    pane.mark(LAST)
    bar = pane.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stood_at = bar.value()
    for width in (690, 760, 600):
        tabs.resize(width, 300)
        QApplication.processEvents()
        assert (bar.value(), _whole_in_view(pane, 11)) == (stood_at, True)


def test_whoever_has_gone_to_another_cell_is_not_taken_back(tabs: PreviewTabs, wide: Path) -> None:
    tabs.resize(700, 300)
    _show(tabs, wide)
    pane = _pane(tabs)
    pane.mark(LAST)
    pane.table.setCurrentIndex(pane.model.index(0, 0))
    tabs.resize(600, 300)
    QApplication.processEvents()
    assert pane.table.horizontalScrollBar().value() == 0


def test_a_heading_can_be_asked_for_its_size_before_there_is_a_table(qtbot: QtBot, tabs: PreviewTabs) -> None:
    heading = type(_pane(tabs).table.horizontalHeader())(Qt.Orientation.Horizontal)
    qtbot.addWidget(heading)
    assert heading.sectionSizeFromContents(0).width() < heading.fontMetrics().height()


def _pane(tabs: PreviewTabs) -> PreviewPane:
    return tabs.panes[Role.TRAINING]


def _labels(tabs: PreviewTabs) -> list[str]:
    labels = [label.text() for label in _pane(tabs).findChildren(QLabel) if label.isVisible()]
    return [text for text in labels if text != "Encoding:"]


def test_a_file_that_is_no_table_is_said_to_have_no_preview(tabs: PreviewTabs, spanish: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    _show(tabs, picture)
    assert not _pane(tabs).table.isVisible()
    assert _labels(tabs) == ["No preview: the file cannot be read as a table."]
    _show(tabs, spanish)
    assert _pane(tabs).table.isVisible()
    assert _labels(tabs) == []


def test_a_value_in_which_something_is_found_is_whole_beside_its_mark(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("n,d\n" + "1,2013/13/41\n" * 9, encoding="utf-8-sig")
    *_, reading = check(path)
    finding = Finding(FindingKind.MIXED_TYPES, 2, 2, "d", 1, 9, ("date", "text"))
    pane = _pane(tabs)
    for found in ((), (finding,)):  # while a file is read, findings come after the columns were fitted
        placed = tuple(Placed(Role.TRAINING, each) for each in found)
        tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, placed))
    option = QStyleOptionViewItem()
    option.initFrom(pane.table)
    option.decorationSize = pane.table.iconSize()
    assert pane.table.columnWidth(1) >= pane.table.itemDelegate().sizeHint(option, pane.model.index(0, 1)).width()


def test_a_column_that_a_person_made_narrow_stays_so_when_something_is_found(tabs: PreviewTabs, tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("n,d\n" + "1,2013/13/41\n" * 9, encoding="utf-8-sig")
    *_, reading = check(path)
    tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}))
    _pane(tabs).table.setColumnWidth(1, 45)
    placed = (Placed(Role.TRAINING, Finding(FindingKind.MIXED_TYPES, 2, 2, "d", 1, 9, ("date", "text"))),)
    tabs.show_inspection(Inspection({Role.TRAINING: path}, {Role.TRAINING: reading}, placed))
    assert _pane(tabs).table.columnWidth(1) == 45


def test_numbers_and_their_heading_stand_at_the_right_and_words_at_the_left(tabs: PreviewTabs, spanish: Path) -> None:
    _show(tabs, spanish)
    model, role = _pane(tabs).model, Qt.ItemDataRole.TextAlignmentRole
    assert model.index(0, 0).data(role) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignRight
    assert (model.index(0, 1).data(role), model.headerData(1, Qt.Orientation.Horizontal, role)) == (None, None)


def test_row_numbers_say_what_they_count(tabs: PreviewTabs, spanish: Path) -> None:
    """The first row of data has number 2."""
    _show(tabs, spanish)
    said = _pane(tabs).model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert said == "Row number in the file, where the row of column names is counted too"


@pytest.mark.parametrize(
    ("mended", "encoding", "said"),
    [
        ([fixable(1)], Encoding.ASCII, "As it will be sent: converted to UTF-8, 1 fix(es)"),
        ([fixable(1), fixable(2)], Encoding.UTF_8_BOM, "As it will be sent: 2 fix(es)"),
        ([NO_BOM], Encoding.UTF_8, "As it will be sent: converted to UTF-8"),
        ([], Encoding.UTF_8, ""),
    ],
)
def test_what_is_changed_is_counted_as_the_fixes_are_everywhere_else(
    tabs: PreviewTabs, mended: list[Finding], encoding: Encoding, said: str
) -> None:
    tabs.show_inspection(inspection(mended=mended, training=reading(encoding=encoding)))
    texts = [line.text() for line in tabs.findChildren(SoftLine) if line.text().startswith("As it")]
    assert texts == ([said] if said else [])
