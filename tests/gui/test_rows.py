"""Rows of every list can be read, however they are marked, in every style and with any accent: looked at as painted."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStackedWidget,
    QStyle,
    QStyleFactory,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.check import check
from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey, StatusEntry
from epa_gui.core.results.archive_entry import Entry, Kind, Trouble
from epa_gui.core.results.pictures.figures import FigureTable
from epa_gui.ui.base.big_table import BigTable, BigTableModel
from epa_gui.ui.base.table_worker import Page
from epa_gui.ui.history.history_model import HistoryModel
from epa_gui.ui.history.history_table import HistoryTable
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.jobs.job_text import TransferState
from epa_gui.ui.results.figure_table import FigureTableView
from epa_gui.ui.results.files_page import FilesPage
from epa_gui.ui.retraining.finding_tree import FindingTree
from epa_gui.ui.retraining.preview_pane import PreviewPane
from epa_gui.ui.window.model_card import CardLine, ModelCard
from epa_gui.ui.window.model_card_list import ModelCardList
from epa_gui.ui.window.sidebar import Sidebar
from tests.gui.test_colours import contrast
from tests.ui.history.test_history_model import entry
from tests.ui.retraining.inspections import TWO_NAMES, fixable, inspection

READABLE = 4.5 * 0.93
READABLE_SELECTED = 3.0 * 0.93  # the style's own colour for selected text is kept from 3 on
"""Source: WCAG 2.2, 1.4.3, for text that is neither large nor bold; the edges of painted letters take a little off."""

BESIDE = 60.0
"""How far a colour may be from a mix of paper and ink, of 442: what is farther off is something else painted there."""

NOW = time.time()
ROW = 2
Role = QPalette.ColorRole


def jobs(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    model = JobListModel(lambda: NOW)
    model.set_model_names({"m": "Sales forecast"})
    running = [Job(f"id-{n}", "m", f"Many {n}", added_at=NOW - n, status="training") for n in range(4)]
    running[ROW] = replace(running[ROW], status=FINISHED_STATUS, has_file=True, ended_at=NOW)
    model.add(running)
    model.set_live({running[ROW].key: LiveState.LIVE})
    model.set_transfer(running[ROW].key, TransferState(55, 100))
    proxy = JobFilter()
    proxy.setSourceModel(model)
    table = JobTable(proxy, model)
    model.setParent(table)
    proxy.setParent(table)
    return table, table


def history(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    model = HistoryModel()
    model.add_page([entry(n) for n in range(5, 0, -1)])
    table = HistoryTable(model)
    model.setParent(table)
    return table, table


def statuses(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    pane = JobPage(lambda: NOW)
    job = Job("id", "m", "Many", added_at=NOW, status="training")
    pane.show_job(JobPageView(job))
    pane.said.setChecked(True)
    pane.history.show([StatusEntry(JobKey("m", "id"), NOW + n, f"training {n}") for n in range(5)])
    view = next(iter(pane.findChildren(QTreeView)))
    return pane, view


def preview(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    lines = ["many,more", *[f"{n},{n}" for n in range(200)]]
    lines[ROW + 1] = "N/A,4"
    path = tmp_path / "mixed.csv"
    path.write_bytes(("\ufeff" + "\n".join(lines)).encode())
    *_, reading = check(path)
    pane = PreviewPane(lambda: "Training file")
    pane.show_reading(reading, list(reading.findings), is_reading=False)
    assert pane.model.index(ROW, 0).data(Qt.ItemDataRole.BackgroundRole), "the cell is marked"
    return pane, pane.table


def models(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    made = Sidebar()
    live = CardLine("Original model is live", "")
    made.show_cards([ModelCard(f"m{n}" if n else "", f"Many {n}", live=live) for n in range(5)])
    return made, next(iter(made.findChildren(ModelCardList)))


def findings(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    tree = FindingTree()
    found = (TWO_NAMES, *(fixable(n) for n in range(3, 7)))
    tree.show_findings(inspection(*found))
    return tree, tree


def figures(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    table = FigureTableView("Measures", words=(0, 2))
    lines = tuple((f"Many {n}", f"{n}.25", "Clearly better") for n in range(4))
    table.show_table(FigureTable(("Measure", "New", "What it means"), lines), ("finished",) * 4)
    return table, table


def rows_of_results(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    del tmp_path
    model = BigTableModel()
    model.show_columns(("many", "more"))
    table = BigTable(model)
    model.setParent(table)
    model.grow(5)
    model.take_page(Page(0, 0, range(5), [(f"Many {n}", f"{n}.25") for n in range(5)]))
    return table, table


def files(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    page = FilesPage(tmp_path)
    troubles = (Trouble.ENCRYPTED,)
    page.list.entries.show(
        tuple(Entry(f"many/{n}.csv", 1000, n, kind=Kind.TABLE, troubles=troubles if n == ROW else ()) for n in range(4))
    )
    page.list.show()  # it stands aside while no results are open
    return page, page.list


def json_content(tmp_path: Path) -> tuple[QWidget, QAbstractItemView]:
    page = FilesPage(tmp_path)
    page.file.json.show({f"many {n}": n for n in range(4)})
    page.file.json.fetchMore(QModelIndex())
    stack = page.file.tree.parentWidget()
    assert isinstance(stack, QStackedWidget)
    stack.setCurrentWidget(page.file.tree)
    return page, page.file.tree


LISTS = {
    "jobs": jobs,
    "history": history,
    "status history": statuses,
    "preview": preview,
    "models": models,
    "findings": findings,
    "a table of figures": figures,
    "rows of the results": rows_of_results,
    "files of the results": files,
    "the content of a JSON file": json_content,
}


def light(accent: str, on_accent: str = "#ffffff") -> QPalette:
    return _with_accent(QPalette(QColor("#f0f0f0")), accent, on_accent)


def dark(accent: str, on_accent: str = "#ffffff") -> QPalette:
    return _with_accent(QPalette(QColor("#2b2b2b")), accent, on_accent)


def high_contrast(ink: str, paper: str, accent: str, on_accent: str) -> QPalette:
    made = QPalette(QColor(paper))
    for role in (Role.Window, Role.Base, Role.AlternateBase, Role.Button):
        made.setColor(role, QColor(paper))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(role, QColor(ink))
    return _with_accent(made, accent, on_accent)


def _with_accent(palette: QPalette, accent: str, on_accent: str) -> QPalette:
    for role, color in ((Role.Highlight, accent), (Role.Accent, accent), (Role.HighlightedText, on_accent)):
        palette.setColor(role, QColor(color))
    return palette


PALETTES: dict[str, Callable[[], QPalette | None]] = {
    "the style's own": lambda: None,
    "light, dark blue": lambda: light("#005a9e"),
    "light, dark blue with dark text on it": lambda: light("#005a9e", "#000000"),
    "light, blue": lambda: light("#308cc6"),
    "light, yellow": lambda: light("#ffb900"),
    "light, grey": lambda: light("#777777"),
    "dark, blue": lambda: dark("#0078d4"),
    "dark, pale blue": lambda: dark("#60cdff"),
    "dark, red": lambda: dark("#e81123"),
    "light, dark red": lambda: light("#8b0000"),
    "dark, yellow": lambda: dark("#ffb900"),
    "dark, grey": lambda: dark("#777777"),
    "high contrast, yellow on black": lambda: high_contrast("#ffff00", "#000000", "#00ffff", "#000000"),
    "high contrast, white on black": lambda: high_contrast("#ffffff", "#000000", "#1aebff", "#000000"),
    "high contrast, black on white": lambda: high_contrast("#000000", "#ffffff", "#37006e", "#ffffff"),
}


@pytest.fixture(params=["fusion", "windows11", "windowsvista", "windows"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each style in turn; those of other systems where there are such."""
    name = request.param
    if name not in [key.lower() for key in QStyleFactory.keys()]:  # noqa: SIM118  no mapping
        pytest.skip(f"Qt has no {name} style on this system")
    before = qapp.style().objectName()
    qapp.setStyle(name)
    font = qapp.font()
    large = QFont(font)
    large.setPointSizeF(font.pointSizeF() * 2.2)  # thin letters are nowhere of the ink's own colour
    qapp.setFont(large)
    yield name
    qapp.setFont(font)
    QApplication.setPalette(QPalette())
    qapp.setStyle(before)


class Rows:
    """A list in a window, as a person sees it."""

    def __init__(self, qtbot: QtBot, made: tuple[QWidget, QAbstractItemView]) -> None:
        self.window = QWidget()
        self.widget, self.view = made
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.widget)
        qtbot.addWidget(self.window)
        self.window.resize(3000, 800)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.view.isVisible)
        self.view.setFocus()
        qtbot.waitUntil(self.window.isActiveWindow)

    def index(self, row: int, column: int) -> QModelIndex:
        """A cell; where rows are in groups, one of the first group that has as many."""
        model = self.view.model()
        groups = [model.index(at, 0) for at in range(model.rowCount())]
        parent = next((group for group in groups if model.rowCount(group) > row), QModelIndex())
        return model.index(row, column, parent)

    def cells(self, row: int) -> list[int]:
        """The columns in which a row has text."""
        model = self.view.model()
        columns = [0] if isinstance(self.view, QListView) else range(model.columnCount(QModelIndex()))
        return [column for column in columns if str(self.index(row, column).data() or "–") != "–"]

    def place(self, row: int, column: int) -> QRect:
        """Where a cell's text may be, in the viewport: without its icon and margins."""
        index = self.index(row, column)
        option = QStyleOptionViewItem()
        self.view.initViewItemOption(option)
        option.rect = self.view.visualRect(index)
        delegate = self.view.itemDelegateForIndex(index)
        delegate.initStyleOption(option, index)  # type: ignore[attr-defined]
        place = self.view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, self.view)
        edge = option.fontMetrics.height() // 3  # frames at the edge of a row, and the bar of a transfer
        return place.adjusted(4, 4, -4, -edge)

    def looks(self, row: int) -> dict[int, tuple[float, float]]:
        """Of each cell's text the contrast, and the share of pixels that are neither paper nor ink nor between."""
        image = self.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        ratio = image.devicePixelRatio()
        places = {column: self.place(row, column) for column in self.cells(row)}
        return {
            column: _contrast_and_strange(image.copy(QRect(place.topLeft() * ratio, place.size() * ratio)))
            for column, place in places.items()
            if self.view.viewport().rect().adjusted(4, 0, -4, 0).contains(place)  # a screen may be small
        }


def _contrast_and_strange(image: QImage) -> tuple[float, float]:
    counted = Counter(memoryview(image.constBits()).cast("I"))
    [(paper, _)] = counted.most_common(1)
    seen = {pixel: contrast(QColor(paper), QColor(pixel)) for pixel in counted}
    # Not simply the one seen best: at the edges of blue letters on yellow there are mixtures darker than either.
    standing_out = [pixel for pixel in counted if seen[pixel] >= max(seen.values()) * 0.8]
    ink = max(standing_out, key=lambda pixel: counted[pixel])
    strange = sum(n for pixel, n in counted.items() if _beside(QColor(paper), QColor(ink), QColor(pixel)) > BESIDE)
    return contrast(QColor(paper), QColor(ink)), strange / max(1, counted.total())


def _beside(paper: QColor, ink: QColor, pixel: QColor) -> float:
    """How far a colour is from all mixes of two others."""
    start, end, at = ((each.red(), each.green(), each.blue()) for each in (paper, ink, pixel))
    way = [b - a for a, b in zip(start, end, strict=True)]
    length = sum(step * step for step in way) or 1
    share = sum((p - a) * step for a, p, step in zip(start, at, way, strict=True)) / length
    share = min(1.0, max(0.0, share))
    return float(sum((p - a - share * step) ** 2 for a, p, step in zip(start, at, way, strict=True)) ** 0.5)


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.usefixtures("style")
def test_every_row_can_be_read_however_it_is_marked(qtbot: QtBot, tmp_path: Path, name: str, colours: str) -> None:
    palette = PALETTES[colours]()
    if palette is not None:
        QApplication.setPalette(palette)
    rows = Rows(qtbot, LISTS[name](tmp_path))
    view = rows.view
    view.clearSelection()

    def read(state: str, row: int = ROW) -> None:
        looks = rows.looks(row)
        assert 0 in looks
        for column, (seen, strange) in looks.items():
            least = READABLE_SELECTED if state.startswith("selected") else READABLE
            assert seen >= least, f"{state}, column {column}"
            assert strange < 0.02, f"something is painted over the text: {state}, column {column}"

    read("plain", 0)
    read("plain")
    QTest.mouseMove(view.viewport(), view.visualRect(rows.index(ROW, 0)).center())
    qtbot.wait(1)
    read("hovered")
    flags = view.selectionModel().SelectionFlag
    view.selectionModel().setCurrentIndex(rows.index(ROW, 0), flags.ClearAndSelect)
    if isinstance(view, QTreeView):
        view.selectionModel().select(rows.index(ROW, 0), flags.Select | flags.Rows)
    read("selected, hovered and focused")
    QTest.mouseMove(rows.window)
    view.selectionModel().setCurrentIndex(rows.index(ROW, 0), flags.NoUpdate)
    read("selected and focused")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not rows.window.isActiveWindow())
    read("selected in a window that is not active")


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support propagateSizeHints")
@pytest.mark.usefixtures("style")
def test_the_bar_of_a_transfer_shows_on_every_row(qtbot: QtBot, tmp_path: Path) -> None:
    rows = Rows(qtbot, jobs(tmp_path))
    index = rows.view.model().index(ROW, JobColumn.RESULTS)
    rows.view.setColumnHidden(JobColumn.RESULTS, False)  # type: ignore[attr-defined]
    for is_selected in (False, True):
        rows.view.clearSelection()
        if is_selected:
            rows.view.selectRow(ROW)  # type: ignore[attr-defined]
        rows.view.scrollTo(index)
        place = rows.view.visualRect(index)
        image = rows.view.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        image = image.copy(QRect(place.topLeft() * ratio, place.size() * ratio))
        paper = QColor(image.pixel(image.width() // 2, image.height() // 4))
        middle = [image.pixel(image.width() // 3, y) for y in range(image.height() * 2 // 3, image.height() - 2)]
        assert max(contrast(paper, QColor(pixel)) for pixel in middle) >= 3


def _inactive_like_windows(palette: QPalette) -> QPalette:
    """A selection that turns light grey with black text when the window loses the focus, as Windows paints it."""
    for role, color in ((Role.Highlight, "#e8e8e8"), (Role.HighlightedText, "#000000")):
        palette.setColor(QPalette.ColorGroup.Inactive, role, QColor(color))
    return palette


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("is_active", [True, False], ids=["active", "inactive"])
@pytest.mark.parametrize("accent", ["#0078d7", "#005a9e", "#107c10"])
@pytest.mark.usefixtures("style")
def test_the_picture_of_a_status_shows_on_a_selected_row(
    qtbot: QtBot, tmp_path: Path, accent: str, *, is_active: bool
) -> None:
    QApplication.setPalette(_inactive_like_windows(light(accent)))
    rows = Rows(qtbot, jobs(tmp_path))
    row = 0  # in progress: its picture is of one colour
    index = rows.view.model().index(row, JobColumn.STANDING)
    rows.view.selectRow(row)  # type: ignore[attr-defined]
    if not is_active:
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda: not rows.window.isActiveWindow())
    option = QStyleOptionViewItem()
    rows.view.initViewItemOption(option)
    option.rect = rows.view.visualRect(index)
    option.state |= QStyle.StateFlag.State_Selected
    rows.view.itemDelegateForIndex(index).initStyleOption(option, index)  # type: ignore[attr-defined]
    place = rows.view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, option, rows.view)
    image = rows.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    seen, _ = _contrast_and_strange(image.copy(QRect(place.topLeft() * ratio, place.size() * ratio)))
    assert seen >= 2.4  # the blue of the drawings on that grey
