"""What people do in a table of any size."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionHeader
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.big_table import BigTableModel
from epa_gui.ui.base.page import em
from epa_gui.ui.base.table_worker import PAGE, Page
from epa_gui.ui.results.table_fields import TableFields
from epa_gui.ui.results.table_page import TablePage
from tests.pauses import Pauses
from tests.timing import assert_at_best, assert_within_times
from tests.ui.box_room import shows_all_of

Open = Callable[[bytes], TablePage]

MANY = b"n,word\n" + b"".join(b"%d,w%d\n" % (row * 7919 % 30_000, row % 100) for row in range(30_000))


def texts(page: TablePage, qtbot: QtBot, row: int) -> list[str]:
    """A row as it is shown, once its page is there."""
    model = page.model

    def told() -> list[str]:
        return [model.index(row, column).data() for column in range(model.columnCount())]

    qtbot.waitUntil(lambda: "…" not in told(), timeout=10_000)
    return told()


def wait_for_rows(page: TablePage, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: page.model.rowCount() == count and page.foot.progress.isHidden(), timeout=20_000)


def wait_for_mark(page: TablePage, qtbot: QtBot, *, is_shown: bool) -> None:
    header = page.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.isSortIndicatorShown() is is_shown, timeout=20_000)


def wait_for_cursor(page: TablePage, qtbot: QtBot, row: int) -> None:
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == row)


def test_every_row_is_there_when_it_is_looked_at(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    assert page.model.rowCount() == 30_000
    assert page.model.columns == ("n", "word")
    for row in (0, 29_999, 15_000):
        assert texts(page, qtbot, row) == [str(row * 7919 % 30_000), f"w{row % 100}"]
    assert page.model.headerData(15_000, Qt.Orientation.Vertical) == "15002"
    assert "30000 row(s)" in page.foot.status.text()


def test_a_heading_sorts_up_then_down_then_not(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    header = page.table.horizontalHeader()
    for first, is_shown in (("0", True), ("29999", True), ("0", False)):
        header.sectionClicked.emit(0)
        wait_for_mark(page, qtbot, is_shown=is_shown)
        wait_for_rows(page, qtbot, 30_000)
        assert texts(page, qtbot, 0)[0] == first
    assert texts(page, qtbot, 1)[0] == "7919"


def test_typing_filters_and_emptying_shows_all_again(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    page.fields.filter_column.setCurrentIndex(2)
    assert page.fields.filter_column.currentText() == "word"
    page.fields.filter_way.setCurrentIndex(1)
    QTest.keyClicks(page.fields.filter_text, "W7")
    wait_for_rows(page, qtbot, 300)
    assert texts(page, qtbot, 1) == [str(107 * 7919 % 30_000), "w7"]
    assert page.model.headerData(1, Qt.Orientation.Vertical) == "109"
    assert "300 row(s) shown" in page.foot.status.text()
    page.fields.filter_way.setCurrentIndex(0)
    wait_for_rows(page, qtbot, 3300)
    page.fields.all_rows.click()
    wait_for_rows(page, qtbot, 30_000)
    assert page.fields.filter_text.text() == ""
    assert not page.fields.all_rows.isEnabled()


def test_only_given_rows_can_be_shown_sorted_and_filtered_too(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    page.show_rows([5, 105, 206, 29_999], lambda **_: "4 newly right")
    wait_for_rows(page, qtbot, 4)
    assert page.foot.status.text().startswith("4 newly right · 4 row(s) shown")
    page.table.sort_requested.emit(0)
    qtbot.waitUntil(page.table.horizontalHeader().isSortIndicatorShown)
    ordered = [int(texts(page, qtbot, row)[0]) for row in range(4)]
    assert ordered == sorted(row * 7919 % 30_000 for row in (5, 105, 206, 29_999))
    page.fields.filter_text.setText("w5")
    wait_for_rows(page, qtbot, 2)


def test_what_given_rows_are_follows_what_they_are_compared_with(table: Open, qtbot: QtBot) -> None:
    """The live model may be switched, or become known, while they are shown."""
    page = table(MANY)
    page.show_rows([5, 105], lambda *, is_against_live: "of the live model" if is_against_live else "of the previous")
    wait_for_rows(page, qtbot, 2)
    for is_against_live, told in ((True, "of the live model"), (False, "of the previous")):
        page.show_compared(is_against_live=is_against_live)
        assert page.foot.status.text().startswith(f"{told} · 2 row(s) shown")


def test_find_goes_to_the_next_row_and_says_when_there_is_none(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    page.fields.find_text.setText("w42")
    for row in (42, 142):
        page.fields.find_next.click()
        wait_for_cursor(page, qtbot, row)
    page.fields.find_previous.click()
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == 42)
    page.fields.find_text.setText("nowhere")
    QTest.keyClick(page.fields.find_text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not found" in page.foot.status.text(), timeout=10_000)
    assert page.table.currentIndex().row() == 42


def test_what_is_copied_cannot_be_taken_for_a_formula(table: Open, qtbot: QtBot) -> None:
    page = table(b'a,b,c\n=1+1,-5,"x\ty"\n@cmd,+5.27%,"two\nlines"\n-2+3,1e5,"say ""hi"""\n')
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.foot.status.text() == "Copied 3 row(s).")
    assert QGuiApplication.clipboard().text() == (
        'a\tb\tc\n\'=1+1\t-5\t"x\ty"\n\'@cmd\t+5.27%\t"two\nlines"\n\'-2+3\t1e5\t"say ""hi"""'
    )


def test_one_cell_is_copied_without_its_heading(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    page.table.go_to(17)
    page.fields.copy_button.click()
    qtbot.waitUntil(lambda: page.foot.status.text() == "Copied 1 row(s).")
    assert QGuiApplication.clipboard().text() == str(17 * 7919 % 30_000)


def test_a_copy_that_would_be_too_large_says_how_much_it_is(
    table: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("epa_gui.ui.base.table_worker.MOST_COPIED", 250)
    page = table(MANY)
    page.table.selectAll()
    page.fields.copy_button.click()
    qtbot.waitUntil(lambda: page.foot.status.text().startswith("Copied the first 250 row(s)"))
    assert len(QGuiApplication.clipboard().text().split("\n")) == 251


def test_selecting_all_of_a_million_rows_takes_no_longer_than_of_a_thousand(qtbot: QtBot, tmp_path: Path) -> None:
    def with_rows(count: int) -> TablePage:
        page = TablePage(tmp_path)
        qtbot.addWidget(page)
        page.show()
        page.model.show_columns(tuple(map(str, range(20))))
        page.model.grow(count)
        QTest.qWait(1)
        return page

    def select_all(page: TablePage) -> None:
        page.table.clearSelection()
        page.table.selectAll()
        page.table.viewport().repaint()
        page.table.horizontalHeader().viewport().repaint()

    many, few = with_rows(1_000_000), with_rows(1000)
    assert_within_times(10, lambda: select_all(many), lambda: select_all(few))


def test_the_window_answers_while_a_table_is_sorted(table: Open, qtbot: QtBot) -> None:
    def longest_pause() -> float:
        page = table(MANY * 4)
        pauses = Pauses(time.perf_counter)
        page.table.sort_requested.emit(1)
        qtbot.waitUntil(page.table.horizontalHeader().isSortIndicatorShown, timeout=30_000)
        return pauses.longest

    assert_at_best(0.25, longest_pause, tries=4)  # 0.04 alone on a computer; others may use this one


def test_what_goes_on_can_be_cancelled_and_leaves_the_view_as_it_was(table: Open, qtbot: QtBot) -> None:
    page = table(MANY * 10)
    page.table.sort_requested.emit(0)
    page.foot.cancel.click()
    qtbot.waitUntil(page.foot.progress.isHidden, timeout=10_000)
    assert not page.table.horizontalHeader().isSortIndicatorShown()
    assert texts(page, qtbot, 1)[0] == "7919"
    page.table.sort_requested.emit(0)
    qtbot.waitUntil(page.table.horizontalHeader().isSortIndicatorShown, timeout=30_000)


def test_numbers_stand_at_the_right(table: Open, qtbot: QtBot) -> None:
    page = table(MANY)
    texts(page, qtbot, 0)
    alignments = [page.model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in (0, 1)]
    assert alignments[0] & Qt.AlignmentFlag.AlignRight
    assert alignments[1] is None
    across = Qt.Orientation.Horizontal
    headings = [page.model.headerData(column, across, Qt.ItemDataRole.TextAlignmentRole) for column in (0, 1)]
    assert headings == alignments, "a heading stands above its figures"
    options = [QStyleOptionHeader(), QStyleOptionHeader()]
    for column, option in enumerate(options):
        page.table.horizontalHeader().initStyleOptionForIndex(option, column)
    assert [bool(option.textAlignment & Qt.AlignmentFlag.AlignRight) for option in options] == [True, False]


def test_a_page_of_another_order_is_not_taken() -> None:
    model = BigTableModel()
    model.show_columns(("a",))
    model.grow(PAGE)
    model.rearrange(3, 1)
    model.take_page(Page(2, 0, range(1), [("old",)]))
    assert model.index(0, 0).data() == "…"
    model.take_page(Page(3, 0, range(1), [("new",)]))
    assert model.index(0, 0).data() == "new"


def test_foreign_texts_stay_in_their_cells(table: Open, qtbot: QtBot) -> None:
    page = table("a\u202eb,c\nx\u202ey,two\\nlines\n".encode() + b'"1\n2",n\0l\n')
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "\u2068a�b\u2069"
    assert texts(page, qtbot, 0)[0] == "\u2068x�y\u2069"
    assert texts(page, qtbot, 1) == ["1↵2", "n␀l"]


def test_row_numbers_stand_below_each_other_beside_their_rows(table: Open, qtbot: QtBot) -> None:
    """Of 2 and 12 the last digits are in one column, as in a spreadsheet."""
    page = table(b"a,b\n" + b"1,2\n" * 20)
    assert texts(page, qtbot, 10) == ["1", "2"]
    header = page.table.verticalHeader()
    ends = []
    for row in (0, 10):  # 2 and 12
        top, high = header.sectionViewportPosition(row), header.sectionSize(row)
        picture = header.viewport().grab(QRect(3, top + 2, header.width() - 6, high - 4)).toImage()
        paper = picture.pixelColor(0, 0).lightness()
        inked = [
            x
            for x in range(picture.width())
            if any(abs(picture.pixelColor(x, y).lightness() - paper) > 80 for y in range(picture.height()))
        ]
        ends.append(picture.width() - inked[-1])
    assert abs(ends[0] - ends[1]) <= 1
    assert min(ends) > header.fontMetrics().height() / 4, "they do not touch the first column"


def test_row_numbers_have_the_room_they_need_and_no_more(table: Open, qtbot: QtBot) -> None:
    few = table(b"a,b\n1,2\n").table.verticalHeader().width()
    page = table(MANY)
    many, metrics = page.table.verticalHeader().width(), page.table.fontMetrics()
    assert few < metrics.horizontalAdvance("99") + 2 * metrics.height()
    assert many >= metrics.horizontalAdvance(QLocale().toString(page.model.rowCount() + 1))
    page.fields.filter_text.setText("7919")
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < 10)
    assert page.table.verticalHeader().width() == many, "a row that is left may have a large number"


def test_what_belongs_together_stays_on_one_line_and_a_field_gives_way_first(table: Open) -> None:
    fields = table(b"n,word\n1,a\n").fields
    filtering = (fields.filter_column, fields.filter_way, fields.filter_text, fields.all_rows)
    finding = (fields.find_text, fields.find_previous, fields.find_next, fields.copy_button)
    for width in (em(fields, 36), em(fields, 48), em(fields, 90)):
        fields.window().resize(width, 400)
        for group in (filtering, finding):
            tops = {widget.mapTo(fields, widget.rect().center()).y() for widget in group}
            assert max(tops) - min(tops) <= 2, width
    places = [widget.mapTo(fields, widget.rect().center()).y() for widget in (*filtering, *finding)]
    assert max(places) - min(places) <= 2, "there is room for all of them in one line"


def test_long_names_of_columns_have_the_room_that_is_left_on_their_line(table: Open, qtbot: QtBot) -> None:
    name = "how often somebody has called this year"
    fields = table(f"n,{name}\n1,a\n".encode()).fields
    filtering = (fields.filter_column, fields.filter_way, fields.filter_text, fields.all_rows)
    finding = (fields.find_text, fields.find_previous, fields.find_next, fields.copy_button)

    def is_in_one_line() -> bool:
        places = [widget.mapTo(fields, widget.rect().center()).y() for widget in (*filtering, *finding)]
        return max(places) - min(places) <= 2

    def is_seen_whole() -> bool:
        return shows_all_of(fields.filter_column, name)

    fields.window().resize(em(fields, 90), 400)
    qtbot.waitUntil(lambda: is_in_one_line() and is_seen_whole())
    fields.window().resize(em(fields, 55), 400)
    qtbot.waitUntil(lambda: is_in_one_line() and not is_seen_whole())  # nothing goes into another line for it
    fields.window().resize(em(fields, 46), 400)
    qtbot.waitUntil(lambda: not is_in_one_line() and is_seen_whole())


def test_what_stands_for_any_column_is_never_cut_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """In some languages it is longer than the names of columns are given at least."""
    words = "Whichever of all of the columns it may be"
    fields = TableFields()
    qtbot.addWidget(fields)
    fields.resize(em(fields, 30), 400)
    fields.show()
    monkeypatch.setattr(TableFields, "tr", lambda _fields, text: words if text == "Any column" else text)
    fields.show_columns(("n",))
    qtbot.waitUntil(lambda: shows_all_of(fields.filter_column, words))
    font = fields.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    fields.setFont(font)
    qtbot.waitUntil(lambda: shows_all_of(fields.filter_column, words))


def test_row_numbers_say_what_they_count(table: Open) -> None:
    page = table(b"n,word\n1,a\n")
    said = page.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert said == "Row number in the file, where the row of column names is counted too"
