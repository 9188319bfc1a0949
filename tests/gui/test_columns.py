"""At the first start nothing usual is cut off in any column, whatever the font, the size and the language."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QStyle, QStyleOptionViewItem, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.account.account_model import AccountModel
from epa_gui.core.dataset.check import check
from epa_gui.core.history.deployment import LiveState
from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey, Saved, StatusEntry
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.ui.account.models_table import Column, Line, LineState, ModelsTable
from epa_gui.ui.account.models_tree import ModelsTree
from epa_gui.ui.base import formatting
from epa_gui.ui.base.column_widths import first_width, fitted
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.page import em
from epa_gui.ui.history import history_model
from epa_gui.ui.history.history_model import HistoryModel
from epa_gui.ui.history.history_table import HistoryTable
from epa_gui.ui.jobs import column_layout, job_table
from epa_gui.ui.jobs.job_columns import FIRST_COLUMNS
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobColumn, JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.jobs.job_text import TransferState
from epa_gui.ui.retraining.preview_pane import PreviewPane

NOW = time.mktime((2026, 11, 27, 12, 0, 0, 0, 0, -1))
DAY = 86400.0


def usual_jobs() -> list[Job]:
    """A job in each state that a person meets, at times of many days."""
    base = Job("id", "m", "November data", added_at=NOW - 30, status="data_checking", checked_at=NOW, next_check_at=NOW)
    done = replace(base, status=FINISHED_STATUS, has_file=True, ended_at=NOW - 60, next_check_at=float("inf"))
    found = [
        replace(base, added_at=NOW - days * DAY, checked_at=NOW - days * DAY, next_check_at=NOW + 2 * DAY)
        for days in range(20, 180, 23)
    ]
    found += [replace(base, started_at=NOW - days * DAY - 20 * 3600 - 58 * 60) for days in (0, 1, 28)]
    found += [base, done, replace(done, save_problem=Problem(ProblemKind.DISK_FULL)), replace(done, has_file=False)]
    found += [replace(done, saved=Saved("/x/results.zip", 5, NOW)), replace(base, status="job_failed", ended_at=NOW)]
    found += [replace(base, status="", checked_at=None), replace(base, problem=Problem(ProblemKind.KEY_WRONG))]
    found += [replace(done, name=f"In service {standing.value}") for standing in LiveState]
    return [replace(job, id=f"id-{number}") for number, job in enumerate(found)]


def jobs() -> tuple[JobTable, JobListModel]:
    model = JobListModel(lambda: NOW)
    model.set_model_names({"m": "Customer churn"})
    live_states = {f"In service {standing.value}": standing for standing in LiveState}
    added = usual_jobs()
    model.add(added)
    model.set_live({job.key: live_states.get(job.name, LiveState.NO) for job in added})
    model.set_estimates({job.key: Estimate(NOW + (job.added_at % 50) * DAY, 5000.0, 28, False) for job in added})
    for number, state in enumerate((TransferState(None, 0), TransferState(1, 1, is_upload=True), TransferState(1, 1))):
        model.set_transfer(added[number].key, state)
    proxy = JobFilter()
    proxy.setSourceModel(model)
    table = JobTable(proxy, model)
    proxy.setParent(table)
    model.setParent(table)
    return table, model


def history() -> HistoryTable:
    model = HistoryModel()
    events = [
        HistoryEvent(EventKind.SWITCH_ASKED, NOW - n * 9 * DAY, "m", "Customer churn", f"j{n}", "November data")
        for n in range(40)
    ]
    model.add_page(
        [HistoryEntry(900 - n, event, "", Author("administrator", "1"), "p", "f") for n, event in enumerate(events)]
    )
    table = HistoryTable(model)
    model.setParent(table)
    return table


def statuses() -> tuple[JobPage, FlatTree]:
    pane = JobPage(lambda: NOW)
    pane.history.show([StatusEntry(JobKey("m", "id"), NOW - n * 7 * DAY, "training") for n in range(50, 0, -1)])
    view = pane.findChild(FlatTree)
    assert view is not None
    return pane, view


def preview(tmp_path: Path) -> PreviewPane:
    lines = ["A name that is longer than its data,wide,顧客の名前"]
    lines += [
        f"{n},{'WWWW' if n == 9 else 'iiiiiii'},{'株式会社山田太郎商店' if n == 7 else 'abcdefghijkl'}"
        for n in range(200)
    ]
    path = tmp_path / "data.csv"
    path.write_bytes(("\ufeff" + "\n".join(lines)).encode())
    *_, reading = check(path)
    pane = PreviewPane(lambda: "Training file")
    pane.show_reading(reading, list(reading.findings), is_reading=False)
    return pane


def cut_off(view: QAbstractItemView, width_of: Callable[[int], int], columns: Iterable[int], rows: int) -> list[str]:
    """The texts for which their cells have no room, by what the style leaves for text."""
    model = view.model()
    margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    found = []
    for column in columns:
        for row in range(min(rows, model.rowCount(QModelIndex()))):
            index = model.index(row, column)
            option = QStyleOptionViewItem()
            view.initViewItemOption(option)
            option.rect.setRect(0, 0, width_of(column), 40)
            view.itemDelegateForIndex(index).initStyleOption(option, index)  # type: ignore[attr-defined]
            place = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
            if QFontMetrics(option.font).horizontalAdvance(option.text) > place.width() - 2 * margin:
                found.append(f"{column}: {option.text}")
    return found


def _show(view: QWidget) -> None:
    """As large as it is, whatever the screen is."""
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.show()


def heads_cut_off(view: QTreeView, columns: Iterable[int]) -> list[int]:
    return [column for column in columns if view.columnWidth(column) < view.header().sectionSizeHint(column)]


def _tahoma(font: QFont) -> QFont:
    if "Tahoma" not in QFontDatabase.families():
        pytest.skip("this system has no Tahoma")
    return QFont("Tahoma", 8)


def _twice(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 2)
    return made


def _spaced(font: QFont) -> QFont:
    """Its letters take more room than its average letter says, as with Tahoma."""
    made = QFont(font)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2.0)
    return made


@pytest.fixture(params=[lambda font: font, _twice, _spaced, _tahoma], ids=["as it is", "200 %", "spaced", "Tahoma 8"])
def font(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QFont]:
    before = qapp.font()
    made = request.param(before)
    qapp.setFont(made)
    yield made
    qapp.setFont(before)


@pytest.fixture(params=["C", "en_US", "ja_JP"])
def locale(request: pytest.FixtureRequest) -> str:
    QLocale.setDefault(QLocale(request.param))
    return str(request.param)


@pytest.mark.parametrize("width", [600, 3600])
@pytest.mark.usefixtures("font", "locale")
def test_no_usual_text_of_a_job_is_cut_off(qtbot: QtBot, width: int) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(width, 400)
    _show(table)
    for column in JobColumn:
        table.choose_column(column, is_shown=True)
    assert cut_off(table, table.columnWidth, JobColumn, 99) == []
    assert heads_cut_off(table, JobColumn) == []


@pytest.mark.usefixtures("locale")
def test_no_time_is_cut_off_however_narrow_the_list_is(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    _show(table)
    for width in range(300, 1700, 50):
        table.resize(width, 400)
        times = [column for column in (JobColumn.STARTED, JobColumn.FINISH) if not table.isColumnHidden(column)]
        assert cut_off(table, table.columnWidth, times, 5) == []


@pytest.mark.parametrize("width", [600, 3600])
@pytest.mark.usefixtures("font", "locale")
def test_no_usual_text_of_the_history_is_cut_off(qtbot: QtBot, width: int) -> None:
    table = history()
    qtbot.addWidget(table)
    table.resize(width, 400)
    _show(table)
    columns = set(history_model.HistoryColumn) - {history_model.HistoryColumn.WHAT}  # sentences: what there is to spare
    assert cut_off(table, table.columnWidth, columns, 40) == []
    assert heads_cut_off(table, history_model.HistoryColumn) == []


@pytest.mark.usefixtures("font", "locale")
def test_no_time_of_a_status_is_cut_off(qtbot: QtBot) -> None:
    pane, table = statuses()
    qtbot.addWidget(pane)
    pane.show()
    assert cut_off(table, table.columnWidth, [0], 50) == []


@pytest.mark.usefixtures("font")
def test_no_short_field_of_a_preview_is_cut_off(qtbot: QtBot, tmp_path: Path) -> None:
    pane = preview(tmp_path)
    qtbot.addWidget(pane)
    pane.resize(1400, 400)  # all three are in view: only such are fitted
    pane.show()
    table = pane.table
    assert cut_off(table, table.columnWidth, [0, 1, 2], 40) == []
    header = table.horizontalHeader()
    most = pane.fontMetrics().height() * 18
    assert all(table.columnWidth(column) >= min(most, header.sectionSizeHint(column)) for column in range(3))


def test_names_are_told_apart_where_large_letters_leave_little_room(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.font()
    qapp.setFont(_twice(before))
    try:
        table, _ = jobs()
        qtbot.addWidget(table)
        table.resize(table.fontMetrics().height() * 20, 400)  # as in a window of 1024 pixels
        _show(table)
        table.set_has_several_models(has_several=True)
        given_way = (JobColumn.FINISH, JobColumn.STARTED, JobColumn.MODEL, JobColumn.VERDICT)
        assert all(table.isColumnHidden(column) for column in given_way)
        assert table.columnWidth(JobColumn.NAME) >= 8 * table.fontMetrics().height()
        cut = cut_off(table, table.columnWidth, [JobColumn.NAME], 99)
        assert not any("November data" in text for text in cut)
        assert table.horizontalScrollBar().maximum() == 0, "nothing has to be scrolled to"
    finally:
        qapp.setFont(before)


def test_a_name_is_short_before_the_verdict_goes_and_never_has_less_than_9_heights_of_the_font(qtbot: QtBot) -> None:
    table, model = jobs()
    qtbot.addWidget(table)
    model.remove([job.key for job in usual_jobs()])
    model.add([replace(usual_jobs()[0], status="training")])  # where it stands needs no more than its least
    _show(table)
    table.set_has_several_models(has_several=True)
    em = table.fontMetrics().height()
    names: dict[bool, list[int]] = {True: [], False: []}
    for width in range(60 * em, 16 * em, -em):
        table.resize(width, 400)
        names[not table.isColumnHidden(JobColumn.VERDICT)].append(table.columnWidth(JobColumn.NAME))
    assert names[False]
    assert 9 * em - 1 <= min(names[True]) < 10.5 * em


def test_as_many_columns_are_shown_of_a_list_that_is_too_short_for_a_scroll_bar(qtbot: QtBot) -> None:
    long_list, _ = jobs()
    short_list, model = jobs()
    model.remove([job.key for job in usual_jobs()[1:]])
    for table in (long_list, short_list):
        qtbot.addWidget(table)
        table.resize(1400, 300)
        _show(table)
    for width in range(1400, 300, -3):
        for table in (long_list, short_list):
            table.resize(width, 300)
        assert long_list.viewport().width() < short_list.viewport().width()
        assert shown_columns(long_list) == shown_columns(short_list)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (JobColumn.STARTED, [JobColumn.FINISH, JobColumn.MODEL, JobColumn.STARTED, JobColumn.VERDICT]),
        (JobColumn.FINISH, [JobColumn.STARTED, JobColumn.MODEL, JobColumn.FINISH, JobColumn.VERDICT]),
        (JobColumn.NAME, [JobColumn.FINISH, JobColumn.STARTED, JobColumn.MODEL, JobColumn.VERDICT]),
    ],
)
def test_the_column_that_a_list_is_sorted_by_goes_after_the_model(
    qtbot: QtBot, column: JobColumn, order: list[JobColumn]
) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    _show(table)
    table.set_has_several_models(has_several=True)
    table.resize(1600, 300)
    table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    gone: list[JobColumn] = []
    for width in range(1600, 250, -10):
        table.resize(width, 300)
        gone += [each for each in order if table.isColumnHidden(each) and each not in gone]
    assert gone == order


def test_a_list_sorted_by_another_column_shows_that_one_at_once(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    _show(table)
    table.resize(1400, 300)
    while JobColumn.FINISH in shown_columns(table):
        table.resize(table.width() - 5, 300)
    table.sortByColumn(JobColumn.FINISH, Qt.SortOrder.AscendingOrder)
    assert shown_columns(table) == [JobColumn.NAME, JobColumn.STANDING, JobColumn.VERDICT, JobColumn.FINISH]


def test_the_menu_of_columns_tells_what_is_wanted_also_where_it_has_no_room(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(400, 300)
    _show(table)
    assert JobColumn.STARTED not in shown_columns(table)
    assert ticked(table) == list(FIRST_COLUMNS)
    toggle(table, "Started")
    assert ticked(table) == [column for column in FIRST_COLUMNS if column is not JobColumn.STARTED]


def ticked(table: JobTable) -> list[JobColumn]:
    menu = QMenu()
    table.column_actions(menu)
    return [JobColumn(action.data()) for action in menu.actions() if action.isChecked()]


def short_of_room(table: JobTable, qtbot: QtBot, ems: float) -> int:
    """Show it so narrow that there are a name, where it stands and a verdict; the height of its font."""
    qtbot.addWidget(table)
    em = table.fontMetrics().height()
    table.resize(int(ems * em), 400)
    _show(table)
    assert shown_columns(table) == [JobColumn.NAME, JobColumn.STANDING, JobColumn.VERDICT]
    return em


@pytest.mark.parametrize("ems", [30, 31, 33])
def test_where_a_job_stands_is_read_whole_before_a_name_has_more_than_it_needs(qtbot: QtBot, ems: float) -> None:
    table, _ = jobs()
    em = short_of_room(table, qtbot, ems)
    assert cut_off(table, table.columnWidth, [JobColumn.STANDING, JobColumn.VERDICT], 99) == []
    assert table.columnWidth(JobColumn.NAME) >= 9 * em - 1
    assert table.horizontalScrollBar().maximum() == 0


def test_a_name_keeps_its_room_where_no_job_stands_at_anything_long(qtbot: QtBot) -> None:
    table, model = jobs()
    model.remove([job.key for job in usual_jobs()])
    job = replace(usual_jobs()[0], status="training", name="November data of all shops and warehouses")
    model.add([job])
    em = short_of_room(table, qtbot, 31)
    assert table.columnWidth(JobColumn.NAME) >= 14 * em - 1
    model.change(job, replace(job, status="awaiting_capacity_review"))
    qtbot.waitUntil(lambda: table.columnWidth(JobColumn.NAME) < 14 * em - 1)
    assert cut_off(table, table.columnWidth, [JobColumn.STANDING], 99) == []


def test_long_names_of_models_and_unknown_words_get_room_before_the_jobs_name_grows(qtbot: QtBot) -> None:
    table, model = jobs()
    qtbot.addWidget(table)
    table.resize(table.fontMetrics().height() * 90, 400)
    _show(table)
    table.set_has_several_models(has_several=True)
    before = table.columnWidth(JobColumn.MODEL)
    model.set_model_names({"m": "Spare parts demand for Europe"})
    model.add([replace(usual_jobs()[0], id="unknown", status="awaiting_capacity_review")])
    qtbot.waitUntil(lambda: table.columnWidth(JobColumn.MODEL) > before)
    assert cut_off(table, table.columnWidth, [JobColumn.MODEL, JobColumn.STANDING], 99) == []
    em = table.fontMetrics().height()
    model.set_model_names({"m": "Spare parts demand for Europe " * 9})
    table.resize(em * 91, 400)
    assert table.columnWidth(JobColumn.MODEL) <= 16 * em, "a name without end does not take all"


@pytest.mark.parametrize("started_at", [None, NOW - 400 * DAY], ids=["unknown", "with its year"])
def test_where_all_began_at_a_known_time_the_models_name_has_the_room_of_a_longer_one(
    qtbot: QtBot, started_at: float | None
) -> None:
    table, model = jobs()
    qtbot.addWidget(table)
    began = replace(usual_jobs()[0], started_at=NOW - 3 * DAY, status="training")
    model.remove([job.key for job in usual_jobs()])
    model.add([replace(began, id=f"id-{number}") for number in range(40)])
    table.resize(table.fontMetrics().height() * 44, 400)
    _show(table)
    table.set_has_several_models(has_several=True)
    assert JobColumn.MODEL in shown_columns(table)
    assert JobColumn.STARTED in shown_columns(table)
    columns = [JobColumn.NAME, JobColumn.STANDING, JobColumn.MODEL, JobColumn.STARTED]
    assert cut_off(table, table.columnWidth, columns, 99) == []
    narrow = table.columnWidth(JobColumn.STARTED)
    model.add([replace(began, id="longer", started_at=started_at)])
    qtbot.waitUntil(lambda: table.columnWidth(JobColumn.STARTED) > narrow)
    assert cut_off(table, table.columnWidth, [JobColumn.STARTED], 99) == []


def test_texts_are_measured_once_however_often_the_list_gets_another_size(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, model = jobs()
    qtbot.addWidget(table)
    em = table.fontMetrics().height()
    table.resize(em * 90, 400)
    _show(table)
    table.set_has_several_models(has_several=True)
    measured: list[JobColumn] = []

    def noted(view: QTreeView, column: JobColumn, texts: list[str], *, has_icon: bool, is_bold: bool) -> int:
        measured.append(column)
        return first_width(view, column, texts, has_icon=has_icon, is_bold=is_bold)

    monkeypatch.setattr(column_layout, "first_width", noted)
    for width in range(80, 110):
        table.resize(em * width, 400)
    assert measured == []
    before = table.columnWidth(JobColumn.MODEL)
    model.set_model_names({"m": "Spare parts demand for Europe"})
    table.resize(em * 109 + 1, 400)
    assert table.columnWidth(JobColumn.MODEL) > before, "a renamed model's name is measured"
    assert len(measured) == 4
    table.setFont(_twice(table.font()))
    assert set(JobColumn) <= set(measured), "other letters take other room"


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (400, {0: 200, 1: 100, 2: 100}),
        (300, {0: 100, 1: 100, 2: 100}),
        (270, {0: 80, 1: 90, 2: 100}),
        (255, {0: 70, 1: 85, 2: 100}),
        (254, {0: 100, 1: 100, 2: 100}),
    ],
)
def test_columns_share_the_room_there_is(room: int, widths: dict[int, int]) -> None:
    shared = fitted({0: 100, 1: 100, 2: 100}, {0: 70, 1: 85}, room)
    assert shared == widths
    assert sum(shared.values()) == room or room == 254  # too little for all: a scroll bar it is


def test_widths_a_person_has_chosen_stay(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(1200, 400)
    _show(table)
    changes = QSignalSpy(table.columns_changed)
    table.resize(2600, 400)
    assert changes.count() == 0, "nobody has changed anything"
    table.header().resizeSection(JobColumn.NAME, 77)
    assert changes.count()
    table.resize(1300, 500)
    again, _ = jobs()
    qtbot.addWidget(again)
    again.resize(2000, 400)
    _show(again)
    again.restore_columns(table.columns_state())
    again.resize(1500, 400)
    assert (table.columnWidth(JobColumn.NAME), again.columnWidth(JobColumn.NAME)) == (77, 77)


def test_columns_nobody_has_changed_are_measured_anew_at_the_next_start(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.sortByColumn(JobColumn.MODEL, table.header().sortIndicatorOrder())
    state = table.columns_state()
    before = QApplication.font()
    QApplication.setFont(_twice(before))
    try:
        again, _ = jobs()
        qtbot.addWidget(again)
        again.resize(2400, 400)  # room for all of it: in less, columns give way
        _show(again)
        again.restore_columns(state)
        columns = [column for column in shown_columns(again) if column is not JobColumn.NAME]  # which gives way first
        assert cut_off(again, again.columnWidth, columns, 99) == []
        assert again.header().sortIndicatorSection() == JobColumn.MODEL
    finally:
        QApplication.setFont(before)


def test_after_a_search_its_first_hits_are_in_view_or_else_the_selected_job(qtbot: QtBot) -> None:
    table, model = jobs()
    qtbot.addWidget(table)
    found = [replace(usual_jobs()[0], id=f"found-{number}", name=f"Week {number}") for number in range(60)]
    model.add(found)
    table.resize(600, 200)
    _show(table)
    proxy = table.model()
    assert isinstance(proxy, JobFilter)
    table.scrollToBottom()
    proxy.set_words("Week")
    table.give_back()
    assert table.verticalScrollBar().value() == 0
    proxy.set_words("")
    chosen = found[30]
    assert table.select(chosen.key)
    table.scrollToBottom()
    proxy.set_words("Week")
    table.give_back()
    assert table.selected_keys() == [chosen.key]
    assert table.viewport().rect().contains(table.visualRect(table.selectionModel().selectedRows()[0]))


OLD = (
    "10:"
    "AAAA/wAAAAAAAAABAAAAAAAAAAABAAAACgAAAAIAAAAAAAAAAQAAAAMAAAAEAAAABQAAAAYAAAAHAAAACAAAAAkAAAAKAAAAAQAA"
    "AAIAAAAAAAAAAwAAAAQAAAAFAAAABgAAAAcAAAAIAAAACQAAAAogAAAAAAEAAAAFAAAAPwAABDUAAAAKAQEAAQAAAAAAAAAAAAAA"
    "AGT/////AAAAgQAAAAAAAAAKAAAAvAAAAAEAAAAAAAAAqAAAAAEAAAAAAAAAjAAAAAEAAAAAAAAAmgAAAAEAAAAAAAAAVAAAAAEA"
    "AAAAAAAAAAAAAAEAAAAAAAAAaQAAAAEAAAAAAAAATQAAAAEAAAAAAAAATQAAAAEAAAAAAAAAVAAAAAEAAAAAAAAD6AAAAABUAAAA"
    "AAAAAAAAAAAAAAAAAQ=="
)
"""What the list kept when it had ten columns: name third, model 188 wide, no elapsed time, sorted by name."""


def test_columns_kept_by_an_earlier_version_give_way_to_the_new_ones(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(1400, 300)
    _show(table)
    table.restore_columns(OLD)
    assert shown_columns(table) == list(FIRST_COLUMNS)
    assert table.header().visualIndex(JobColumn.NAME) == 0
    table.header().resizeSection(JobColumn.NAME, 77)
    kept = table.columns_state()
    for nonsense in (OLD, "", "11:AAAA", "{", "[]", "null", "[" * 100_000, '{"columns": 5}', kept.replace("NAME", "N")):
        table.restore_columns(nonsense)
        assert table.columnWidth(JobColumn.NAME) == 77, "nonsense changes nothing"
    table.header().resizeSection(JobColumn.NAME, 99)
    of_other_columns = json.loads(table.columns_state()) | {"columns": ["NAME", "MODEL"]}
    table.restore_columns(kept)
    table.restore_columns(json.dumps(of_other_columns))
    assert table.columnWidth(JobColumn.NAME) == 77, "its numbers are of other columns"
    damaged = json.loads(kept) | {"header": "no base64", "chosen": 5, "is_sized": "yes"}
    table.restore_columns(json.dumps(damaged))
    assert table.columnWidth(JobColumn.NAME) == 77
    odd = json.loads(kept) | {"chosen": {"ELAPSED": "yes", "NOBODY": True, "NOTE": True}}
    table.restore_columns(json.dumps(odd))
    assert shown_columns(table) == [*FIRST_COLUMNS, JobColumn.NOTE]


def test_columns_are_moved_chosen_and_sized_by_hand_and_stay_so(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(1400, 300)
    _show(table)
    toggle(table, "Elapsed")
    toggle(table, "Verdict")
    table.header().moveSection(table.header().visualIndex(JobColumn.ELAPSED), 0)
    again, _ = jobs()
    qtbot.addWidget(again)
    again.resize(1400, 300)
    _show(again)
    again.restore_columns(table.columns_state())
    wanted = {*FIRST_COLUMNS, JobColumn.ELAPSED} - {JobColumn.VERDICT}
    assert set(shown_columns(again)) == wanted
    assert again.header().visualIndex(JobColumn.ELAPSED) == 0
    again.resize(1300, 300)
    assert set(shown_columns(again)) == wanted


def test_what_has_no_room_goes_the_finish_first_and_comes_back(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    _show(table)
    seen: list[list[JobColumn]] = []
    for width in range(1400, 300, -20):
        table.resize(width, 300)
        if not seen or seen[-1] != shown_columns(table):
            seen.append(shown_columns(table))
        if len(seen) < 2:
            assert table.columnWidth(JobColumn.NAME) >= 14 * table.fontMetrics().height() - 1
    gone = [[column for column in FIRST_COLUMNS if column not in shown] for shown in seen]
    finish, started, verdict = JobColumn.FINISH, JobColumn.STARTED, JobColumn.VERDICT
    assert gone == [[], [finish], [started, finish], [verdict, started, finish]]
    table.resize(1400, 300)
    assert shown_columns(table) == list(FIRST_COLUMNS)


def test_a_column_that_a_person_chose_does_not_go_for_want_of_room(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(1400, 300)
    _show(table)
    toggle(table, "Finish")
    assert JobColumn.FINISH not in shown_columns(table)
    toggle(table, "Finish")
    table.resize(500, 300)
    assert JobColumn.FINISH in shown_columns(table)
    assert JobColumn.STARTED not in shown_columns(table)


def test_the_model_is_shown_where_jobs_of_several_are_unless_a_person_has_chosen(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    table.resize(1600, 300)
    _show(table)
    assert JobColumn.MODEL not in shown_columns(table)
    table.set_has_several_models(has_several=True)
    assert shown_columns(table)[:3] == [JobColumn.NAME, JobColumn.STANDING, JobColumn.MODEL]
    toggle(table, "Note")
    table.set_has_several_models(has_several=False)
    assert JobColumn.MODEL not in shown_columns(table), "another column was chosen, not this one"
    toggle(table, "Model")
    table.set_has_several_models(has_several=True)
    toggle(table, "Model")
    table.set_has_several_models(has_several=False)
    table.set_has_several_models(has_several=True)
    assert JobColumn.MODEL not in shown_columns(table)


def shown_columns(table: JobTable) -> list[JobColumn]:
    return [column for column in JobColumn if not table.isColumnHidden(column)]


def toggle(table: JobTable, name: str) -> None:
    menu = QMenu()
    table.column_actions(menu)
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_the_name_is_there_even_if_every_column_was_kept_as_hidden(qtbot: QtBot) -> None:
    table, _ = jobs()
    qtbot.addWidget(table)
    kept = json.loads(table.columns_state()) | {"chosen": {column.name: False for column in JobColumn}}
    again, _ = jobs()
    qtbot.addWidget(again)
    _show(again)
    again.restore_columns(json.dumps(kept))
    assert shown_columns(again) == [JobColumn.NAME]
    menu = QMenu()
    again.column_actions(menu)
    assert [action.text() for action in menu.actions() if not action.isEnabled()] == ["Job"]


def test_a_date_reads_naturally_where_no_locale_is_set() -> None:
    then = time.mktime((2026, 11, 5, 14, 5, 0, 0, 0, -1))
    assert formatting.day(then) == "5 Nov 2026"
    assert formatting.moment(then, NOW) == "5 Nov 2026 14:05"
    assert formatting.recent_moment(then, NOW) == "5 Nov 14:05"
    assert formatting.recent_moment(then, then + 300 * DAY) == "5 Nov 2026 14:05"


def test_within_a_year_no_date_has_it() -> None:
    spring = time.mktime((2026, 2, 3, 14, 5, 0, 0, 0, -1))
    assert formatting.recent_moment(spring, NOW) == "3 Feb 14:05"
    assert formatting.recent_day(spring, NOW) == "3 Feb"
    before = time.mktime((2025, 12, 3, 14, 5, 0, 0, 0, -1))
    assert formatting.recent_moment(before, NOW) == "3 Dec 2025 14:05"
    assert formatting.recent_day(before, NOW - 200 * DAY) == "3 Dec", "of the months around now"


@pytest.mark.parametrize(
    ("name", "recent"), [("ja_JP", "11月5日 14:05"), ("en_US", "Nov 5 14:05"), ("de_DE", "5. Nov. 14:05")]
)
def test_a_date_of_these_months_needs_no_year(name: str, recent: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert formatting.recent_moment(time.mktime((2026, 11, 5, 14, 5, 0, 0, 0, -1)), NOW) == recent


def test_no_column_is_measured_while_results_are_saved(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several shares come in a second: each would have the texts of all rows made anew, and columns move at 10 %."""
    table, model = jobs()
    qtbot.addWidget(table)
    job = replace(usual_jobs()[0], status=FINISHED_STATUS, has_file=True, ended_at=NOW - 60)
    model.remove([each.key for each in usual_jobs()])
    model.add([job])
    model.set_transfer(job.key, TransferState(1, 100))
    table.resize(1000, 300)
    _show(table)
    qtbot.wait(job_table._FIT_MS + 100)
    measured: list[int] = []

    def noted(view: QTreeView, column: int, texts: Iterable[str], **how: bool) -> int:
        measured.append(column)
        return first_width(view, column, texts, **how)

    monkeypatch.setattr(column_layout, "first_width", noted)
    for share in (2, 9, 10, 55, 100):
        model.set_transfer(job.key, TransferState(share, 100))
    qtbot.wait(job_table._FIT_MS + 100)
    assert table.model().index(0, JobColumn.STANDING).data() == "Saving… 100 %"
    table.resize(999, 300)
    assert measured == []
    model.set_transfer(job.key, None)
    qtbot.waitUntil(lambda: JobColumn.STANDING in measured)


@pytest.mark.parametrize("ems", [58, 70])
def test_what_is_told_of_an_accounts_models_is_whole_and_stands_apart_from_the_next_column(
    qtbot: QtBot, ems: int
) -> None:
    table = ModelsTable()
    target = "months until the contract ends"
    table.show_lines([Line(AccountModel(7, "Store sales", target=target), LineState.LISTED, name_here="Lead scoring")])
    tree = ModelsTree(table)
    table.setParent(tree)
    qtbot.addWidget(tree)
    tree.resize(em(tree, ems), 300)
    tree.show()
    note = table.longest_texts(Column.NOTE)[0]
    for column, text in ((Column.NAME, "Store sales"), (Column.NOTE, note), (Column.TARGET, target)):
        assert tree.columnWidth(column) >= QFontMetrics(tree.font()).horizontalAdvance(text) + em(tree, 0.75), text
