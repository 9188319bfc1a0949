"""Another language, chosen in Settings: every window follows at once, and nothing that runs is disturbed."""

import functools
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTabWidget,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.app import Options, Program
from epa_gui.core.jobs.job import Job
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.process.language import install_language
from epa_gui.ui.base.command import Undo
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.table_page import TablePage
from epa_gui.ui.window.settings_dialog import SettingsDialog
from tests.gui.at_desk import AtDesk, Clock
from tests.gui.test_verdict import results_of

JAPANESE, ENGLISH = "日本語", "English"
_NUMBER = re.compile(r"\d[\d:.,/]*")
_W = TypeVar("_W", bound=QWidget)
_LETTERS = re.compile("[A-Za-z]{3,}")
_JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Callable[[str], object]]:
    """Starts a language; afterwards there is none, as in every other test."""
    yield functools.partial(install_language, qapp)
    for translator in qapp.findChildren(QTranslator, "epa language"):
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """What hears in the real program that another language was chosen."""
    return Program(Options(data_dir=tmp_path / "program"))


@pytest.fixture
def new_window(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Callable[[str], AtDesk]]:
    """Opens an empty window over a folder of that name; one called "practice" is for practising."""
    desks: list[AtDesk] = []

    def start(name: str) -> AtDesk:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        desks.append(AtDesk(qtbot, folder, clock, practice, keychain, is_practice=name == "practice"))
        return desks[-1]

    yield start
    for desk in desks:
        desk.close()


# Looking


def texts_of(widget: QWidget) -> list[str]:
    """All that a person or a screen reader gets from one widget."""
    texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.locale().name()]
    if widget.isWindow():
        texts.append(widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    elif isinstance(widget, QLineEdit):
        texts += [widget.text(), widget.placeholderText()]
    elif isinstance(widget, QPlainTextEdit):
        texts.append(widget.toPlainText())
    elif isinstance(widget, QProgressBar):
        texts.append(widget.format())
    elif isinstance(widget, QGroupBox | QMenu):
        texts.append(widget.title())
    elif isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    elif isinstance(widget, QTabWidget):
        texts += [widget.tabText(place) for place in range(widget.count())]
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        texts += cells_of(widget)
    texts += [text for action in widget.actions() for text in texts_of_action(action)]
    return texts


def texts_of_action(action: QAction) -> list[str]:
    """What a menu, a toolbar and a tooltip show of it."""
    return [action.text(), action.iconText(), action.toolTip()]


def cells_of(view: QAbstractItemView) -> list[str]:
    """All that a list says, cell by cell, with its headings."""
    model = view.model()
    roles = (0, 3, 11, 12)  # text, tooltip, and what screen readers are told
    columns = range(model.columnCount() if is_table(view) else 1)
    texts = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns] if is_table(view) else []
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in columns)
    return texts + [str(cell.data(role) or "") for cell in cells for role in roles]


def is_table(view: QAbstractItemView) -> bool:
    return isinstance(view, QTreeView | QTableView)


def everything(desk: AtDesk) -> dict[str, list[str]]:
    """All texts of all windows of a desk that can be seen, window by window; numbers and times are all alike."""
    windows = [desk.window, *(w for w in desk.window.findChildren(QWidget) if w.isWindow() and w.isVisible())]
    said = {}
    for window in windows:
        inner = window.findChildren(QWidget)
        seen = [w for w in inner if isinstance(w, QMenu) or (w.isVisible() and w.window() is window)]
        texts = [text for widget in [window, *seen] for text in texts_of(widget)]
        if window is desk.window:
            texts += [text for action in desk.all_actions() for text in texts_of_action(action)]
        said[type(window).__name__] = sorted({_NUMBER.sub("0", text) for text in texts if text})
    return said


def choose_language(desk: AtDesk, program: Program, name: str) -> None:
    """Choose it in Settings and save."""
    desk.session.language_chosen.connect(program._on_language, Qt.ConnectionType.UniqueConnection)
    desk.actions.settings.trigger()
    form = desk.until(lambda: next((w for w in desk.window.findChildren(SettingsDialog) if w.isVisible()), None))
    box = next(box for box in form.findChildren(QComboBox) if box.findText(name) >= 0)
    box.setCurrentIndex(box.findText(name))
    with desk.qtbot.waitSignal(desk.window.language_changed):
        form.confirm_button.click()
    desk.until(desk.no_dialog)
    assert QLocale().name()[:2] == code(name)


def code(name: str) -> str:
    return {JAPANESE: "ja", ENGLISH: "en"}[name]


def settled(desk: AtDesk) -> dict[str, list[str]]:
    """All that is said once nothing changes any more, without what is above the list."""
    while desk.window.messages.messages():
        desk.window.messages.close_message()
    said: list[dict[str, list[str]]] = []

    def is_settled() -> bool:
        said.append(everything(desk))
        desk.qtbot.wait(300)
        return len(said) > 1 and said[-1] == said[-2]

    desk.until(is_settled)
    return said[-1]


def column_widths(desk: AtDesk) -> list[int]:
    """Of the list of jobs, whose columns nobody has set."""
    return [desk.window.table.columnWidth(column) for column in JobColumn]


def difference(one: dict[str, list[str]], other: dict[str, list[str]]) -> dict[str, tuple[list[str], list[str]]]:
    """What only the one says, and what only the other."""
    windows = one.keys() | other.keys()
    sides = {w: (set(one.get(w, ())), set(other.get(w, ()))) for w in windows}
    return {w: (sorted(a - b), sorted(b - a)) for w, (a, b) in sides.items() if a != b}


def shown(desk: AtDesk, kind: type[_W]) -> _W:
    """The one window of that kind that can be seen."""
    return desk.until(lambda: next((w for w in desk.window.findChildren(kind) if w.isVisible()), None))


def look_around(desk: AtDesk, jobs: list[Job], page: int) -> None:
    """Open the results of the first job at a page, and the history; select the second job."""
    desk.select(jobs[0])
    desk.until(desk.actions.open_results.isEnabled)
    desk.actions.open_results.trigger()
    results = shown(desk, ResultsWindow)
    desk.until(lambda: results.results is not None)
    results.tabs.setCurrentIndex(page)
    desk.actions.history.trigger()
    history = shown(desk, HistoryWindow)
    desk.until(lambda: history.table.model().rowCount() > 0)
    desk.select(jobs[1])


def lived_in(desk: AtDesk) -> list[Job]:
    """A list with jobs of several states and a model more."""
    done = desk.running_job("November")
    desk.practice.set_results(done.id, results_of(60, 45, 1000), "r.zip")
    desk.practice.finish(done.id)
    desk.check_now(done)
    failed = desk.running_job()
    desk.practice.fail(failed.id, "12")
    desk.check_now(failed)
    running = desk.running_job("January")
    desk.save_results(done)
    return [done, failed, running]


@pytest.mark.parametrize("page", [0, 4, 6])  # the verdict, the rows, comparing
def test_every_window_follows(
    new_desk: Callable[[], AtDesk], languages: Callable[[str], object], program: Program, page: int
) -> None:
    languages("en")
    desk = new_desk()
    desk.add_model("Sales forecast")
    jobs = lived_in(desk)
    look_around(desk, jobs, page)
    english = settled(desk)
    choose_language(desk, program, JAPANESE)
    japanese, widths = settled(desk), column_widths(desk)
    assert not {w: texts for w, texts in japanese.items() if len(set(texts) & set(english[w])) > len(texts) / 2}
    choose_language(desk, program, ENGLISH)
    assert difference(settled(desk), english) == {}
    choose_language(desk, program, JAPANESE)
    desk.close()
    started = new_desk()
    look_around(started, jobs, page)
    assert difference(japanese, settled(started)) == {}
    assert column_widths(started) == widths


def fetched(desk: AtDesk, job: Job) -> int:
    """How many bytes of its results are here."""
    progress = desk.session.downloads.transfers[job.key].progress
    return progress.done if progress is not None else 0


def test_what_somebody_has_begun_goes_on(desk: AtDesk, languages: Callable[[str], object], program: Program) -> None:
    languages("en")
    done, failed, _running = lived_in(desk)
    slow, gone = desk.finished_job("Slow"), desk.running_job("Gone again")
    desk.select(gone)
    desk.actions.remove.trigger()
    header = desk.window.table.header()
    header.resizeSection(JobColumn.STANDING, 333)
    look_around(desk, [done, failed], 0)
    history = shown(desk, HistoryWindow)
    history.filters.search.setText("November")
    everything_there = history.table.model().rowCount()
    desk.until(lambda: 1 < history.table.model().rowCount() < everything_there)
    history.table.selectRow(1)
    found = history.table.model().rowCount(), history.table.selected_entry()
    history.tabs.setCurrentIndex(1)
    results = shown(desk, ResultsWindow)
    results.tabs.setCurrentIndex(2)
    results.setGeometry(30, 40, 700, 500)
    desk.window.tool_bar.search.setText("Sales")
    desk.select(failed)
    desk.practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    desk.start_saving(slow, "Slow.zip")
    desk.until(lambda: (transfer := desk.session.downloads.transfers.get(slow.key)) and transfer.progress)
    desk.select(failed)
    choose_language(desk, program, JAPANESE)
    desk.until(lambda: shown(desk, ResultsWindow) is not results and shown(desk, ResultsWindow).results is not None)
    desk.until(lambda: shown(desk, HistoryWindow) is not history)
    history, results = shown(desk, HistoryWindow), shown(desk, ResultsWindow)
    assert (history.filters.search.text(), history.tabs.currentIndex()) == ("November", 1)
    desk.until(lambda: (history.table.model().rowCount(), history.table.selected_entry()) == found)
    assert (results.tabs.currentIndex(), results.geometry().getRect()) == (2, (30, 40, 700, 500))
    assert desk.window.tool_bar.search.text() == "Sales"
    assert [job.key for job in desk.window.table.selected_jobs()] == [failed.key]
    assert header.sectionSize(JobColumn.STANDING) == 333
    assert slow.key in desk.session.downloads.transfers
    there = fetched(desk, slow)
    desk.until(lambda: fetched(desk, slow) > there)
    (offer,) = [said for said in desk.window.messages.messages() if said.action == Undo()]
    assert not _LETTERS.search(offer.text + offer.button)
    desk.press(desk.window, offer.button)
    desk.until(lambda: gone.key in desk.session.repository.jobs)


def opened_results(desk: AtDesk, page: int) -> ResultsWindow:
    """The results of the selected job at a page, whose table is read."""
    desk.until(desk.actions.open_results.isEnabled)
    desk.actions.open_results.trigger()
    results = shown(desk, ResultsWindow)
    desk.until(lambda: results.results is not None)
    results.tabs.setCurrentIndex(page)
    return results


def renewed(desk: AtDesk, program: Program, before: _W) -> _W:
    """The window in the place of one, in another language."""
    program._on_language("ja" if QLocale().name()[:2] != "ja" else "en")
    desk.until(lambda: not before.isVisible())
    return shown(desk, type(before))


def made_of(table: TablePage) -> tuple[object, ...]:
    """What a person made of a table, as it can be seen."""
    header, cell = table.table.horizontalHeader(), table.table.currentIndex()
    order = (header.isSortIndicatorShown(), header.sortIndicatorSection(), header.sortIndicatorOrder())
    filtered = table.fields.filter_text.text(), table.fields.filter_column.currentIndex()
    way, found = table.fields.filter_way.currentIndex(), table.fields.find_text.text()
    widths = [table.table.columnWidth(column) for column in range(table.model.columnCount())]
    return filtered, way, found, table.model.rowCount(), order, (cell.row(), cell.column()), widths


def arrange(desk: AtDesk, table: TablePage) -> tuple[object, ...]:
    """Make something of a table: filter, sort, look for something, widen a column, and go to a cell."""
    desk.until(table.is_read)
    table.fields.filter_column.setCurrentIndex(3)
    table.fields.filter_way.setCurrentIndex(1)
    table.fields.filter_text.setText("apple")
    table.fields.filter_text.returnPressed.emit()
    everything = table.model.rowCount()
    desk.until(lambda: 0 < table.model.rowCount() < everything)
    table.table.sort_requested.emit(1)
    desk.until(table.table.horizontalHeader().isSortIndicatorShown)
    table.table.sort_requested.emit(1)
    desk.until(lambda: table.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder)
    table.fields.find_text.setText("plum")
    table.table.setColumnWidth(2, 222)
    table.table.setCurrentIndex(table.model.index(7, 2))
    return made_of(table)


@pytest.mark.parametrize("page", [4, 5])  # the rows, the files
def test_what_was_made_of_a_table_of_the_results_stays(
    desk: AtDesk, languages: Callable[[str], object], program: Program, page: int
) -> None:
    languages("en")
    done, *_ = lived_in(desk)
    desk.select(done)
    results = opened_results(desk, page)
    table = results.rows if page == 4 else results.files.file.table
    made = arrange(desk, table)
    for _ in range(2):
        results = renewed(desk, program, results)
        table = results.rows if page == 4 else results.files.file.table
        desk.until(lambda table=table: made_of(table) == made)  # type: ignore[misc]
        assert results.tabs.currentIndex() == page


def test_a_table_that_was_not_looked_at_again_comes_back_when_it_is(
    desk: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    """The rows are read when their page is first seen, in the new language too: perhaps two languages later."""
    languages("en")
    done, *_ = lived_in(desk)
    desk.select(done)
    results = opened_results(desk, 4)
    made = arrange(desk, results.rows)
    results.tabs.setCurrentIndex(0)
    for _ in range(2):
        results = renewed(desk, program, results)
        desk.until(lambda results=results: results.results is not None)  # type: ignore[misc]
    results.tabs.setCurrentIndex(4)
    desk.until(lambda: made_of(results.rows) == made)


def test_rows_behind_a_figure_stay_and_are_named_in_the_new_language(
    desk: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    languages("en")
    done, *_ = lived_in(desk)
    desk.select(done)
    results = opened_results(desk, 0)
    results.rows_requested.emit("newly", "", 1, 0)
    desk.until(lambda: results.rows.model.rowCount() == 60)
    assert "newly right" in results.rows.foot.status.text()
    results = renewed(desk, program, results)
    desk.until(lambda: results.rows.model.rowCount() == 60)
    assert in_japanese(results.rows.foot.status.text())


def test_the_file_in_front_stays_with_the_splitter_and_the_widths(
    desk: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    languages("en")
    done = desk.running_job("November")
    desk.practice.set_results(done.id, several_files(), "r.zip")
    desk.practice.finish(done.id)
    desk.check_now(done)
    desk.save_results(done)
    desk.select(done)
    results = opened_results(desk, 5)
    files = results.files
    desk.until(lambda: files.list.entries.rowCount() == 3)
    files.list.selectRow(2)
    desk.until(lambda: files.file.title.text() == "notes.txt")
    files.list.setColumnWidth(1, 133)  # the names take what is left
    files._split.setSizes([400, 300])
    files._split.splitterMoved.emit(0, 1)
    sizes = files._split.sizes()
    files.foot.say(lambda: "Said")
    files = renewed(desk, program, results).files
    desk.until(lambda: files.file.title.text() == "notes.txt")
    assert files.list.columnWidth(1) == 133
    assert files._split.sizes() == sizes
    assert files.foot.said.text() == "Said"


def several_files() -> bytes:
    out = io.BytesIO(results_of(60, 45, 1000))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("evaluation.json", "{}")
        archive.writestr("notes.txt", "Nothing to note.")
    return out.getvalue()


def test_what_came_of_a_report_stays(
    desk: AtDesk, languages: Callable[[str], object], program: Program, tmp_path: Path
) -> None:
    languages("en")
    done, *_ = lived_in(desk)
    desk.select(done)
    results = opened_results(desk, 0)
    results.foot.report.click()
    dialog = shown(desk, QFileDialog)
    dialog.selectFile(str(tmp_path / "report.html"))
    dialog.accept()
    said = "Report saved to “report.html”."
    desk.until(lambda: any(said in text for text in everything(desk)["ResultsWindow"]))
    results = renewed(desk, program, results)
    desk.until(lambda: any("「report.html」" in text for text in everything(desk)["ResultsWindow"]))


def test_the_period_of_a_timeline_and_what_came_of_verifying_stay(
    desk: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    languages("en")
    done, *_ = lived_in(desk)
    desk.pass_time(40 * 86400)
    desk.switch(done)
    desk.actions.history.trigger()
    history = shown(desk, HistoryWindow)
    desk.until(lambda: history.table.model().rowCount() > 3)
    history.verify_requested.emit()
    desk.until(history.bar.isVisible)
    verified = history.bar.accessibleDescription()
    history.tabs.setCurrentIndex(1)
    desk.until(history.draws_timeline)
    for _ in range(3):
        history.timeline.chart.zoom_in()
    history.timeline.chart.setFocus()
    QTest.keyClick(history.timeline.chart, Qt.Key.Key_Right)
    period = history.timeline.chart.period()
    assert period is not None
    assert period.time is not None
    assert period.anchor is not None
    for language in ("ja", "en"):
        history = renewed(desk, program, history)
        desk.until(lambda history=history: history.draws_timeline())  # type: ignore[misc]
        assert history.timeline.chart.period() == period
        assert history.bar.isVisible()
        assert (history.bar.accessibleDescription() == verified) is (language == "en")
        assert bool(_JAPANESE.search(history.bar.accessibleDescription())) is (language == "ja")


def test_the_first_page_and_what_to_try_follow(
    new_window: Callable[[str], AtDesk], languages: Callable[[str], object], program: Program
) -> None:
    """In a window that holds nothing, and in the practice window beside it, which speaks what the other was told."""
    languages("en")
    both = new_window("real"), new_window("practice")
    english = [settled(desk) for desk in both]
    choose_language(both[0], program, JAPANESE)
    japanese = [settled(desk) for desk in both]
    choose_language(both[0], program, ENGLISH)
    assert [difference(settled(desk), said) for desk, said in zip(both, english, strict=True)] == [{}, {}]
    choose_language(both[0], program, JAPANESE)
    for desk in both:
        desk.close()
    started = new_window("real"), new_window("practice")
    assert [difference(said, settled(desk)) for desk, said in zip(started, japanese, strict=True)] == [{}, {}]


def test_warnings_above_the_list_are_said_again(
    desk: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    languages("en")
    done = desk.finished_job("November")
    desk.practice.misbehave(Fault.service_error("Not now."), path="update_model", times=-1)
    desk.switch(done)
    desk.until(lambda: any(said.is_trouble for said in desk.window.messages.messages()))
    desk.session.tell_unexpected("Details")
    before = [said for said in desk.window.messages.messages() if said.is_trouble]
    choose_language(desk, program, JAPANESE)
    after = [said for said in desk.window.messages.messages() if said.is_trouble]
    assert [(said.action, said.topic, said.details) for said in after] == [
        (said.action, said.topic, said.details) for said in before
    ]
    assert not {said.text for said in after} & {said.text for said in before}
    for said in after:
        assert _JAPANESE.search(said.text)
        assert not said.button or _JAPANESE.search(said.button)


def in_japanese(text: str) -> bool:
    """Whether all of it is, but for names in quotation marks and what is called the same in every language."""
    return bool(_JAPANESE.search(text)) and not _LETTERS.search(re.sub(r"「[^」]*」|API|response\.json", "", text))


def drop_answer(desk: AtDesk, folder: Path, job_id: str) -> None:
    """Drop what the service answered when a job was started."""
    path = folder / "response.json"
    path.write_text(json.dumps({"request_id": "r", "data": {"job_id": job_id}}), encoding="utf-8")
    desk.drop(path)


def tell_of_no_job(desk: AtDesk, folder: Path) -> None:
    path = folder / "other.json"
    path.write_text("{}", encoding="utf-8")
    desk.drop(path)


def tell_of_a_job_that_is_there(desk: AtDesk, folder: Path) -> None:
    drop_answer(desk, folder, desk.running_job("November").id)


def tell_of_a_new_job(desk: AtDesk, folder: Path) -> None:
    drop_answer(desk, folder, desk.practice.start_job(seconds=3600.0))


def tell_of_too_many_files(desk: AtDesk, folder: Path) -> None:
    paths = [folder / f"{number}.csv" for number in range(3)]
    for path in paths:
        path.write_text("a,b\n1,2\n", encoding="utf-8")
    desk.drop(*paths)


def tell_of_an_accepted_key(desk: AtDesk, _folder: Path) -> None:
    desk.session.key_use.show_accepted(next(iter(desk.session.repository.models)))


def tell_what_is_live(desk: AtDesk, _folder: Path) -> None:
    desk.switch(desk.finished_job("November"))


@pytest.mark.parametrize(
    "tell",
    [
        tell_of_no_job,
        tell_of_a_job_that_is_there,
        tell_of_a_new_job,
        tell_of_too_many_files,
        tell_of_an_accepted_key,
        tell_what_is_live,
    ],
)
def test_news_that_goes_by_itself_is_said_again_at_once(
    desk: AtDesk,
    languages: Callable[[str], object],
    program: Program,
    tmp_path: Path,
    tell: Callable[[AtDesk, Path], None],
) -> None:
    languages("en")
    while desk.window.messages.messages():
        desk.window.messages.close_message()
    tell(desk, tmp_path)
    (before,) = desk.until(desk.window.messages.messages)
    assert not before.button
    choose_language(desk, program, JAPANESE)
    (after,) = desk.window.messages.messages()
    assert in_japanese(after.text)
    assert (after.topic, after.about) == (before.topic, before.about)
    choose_language(desk, program, ENGLISH)
    assert desk.window.messages.messages() == (before,)


def test_a_form_over_results_is_not_lost(desk: AtDesk, languages: Callable[[str], object], program: Program) -> None:
    """The language may be chosen in the practice window, while in the other one a form stands open."""
    languages("en")
    done, failed, _running = lived_in(desk)
    look_around(desk, [done, failed], 0)
    results = shown(desk, ResultsWindow)
    form = QDialog(results)
    form.open()
    program._on_language("ja")
    desk.qtbot.wait(500)
    assert form.isVisible()
    assert shown(desk, ResultsWindow) is results
    form.reject()
    desk.until(lambda: shown(desk, ResultsWindow) is not results)


def test_a_window_that_was_closed_is_not_woken_by_a_new_language(desk: AtDesk) -> None:
    """It lives on until the program ends, as practice does that was left; its list and its notices are shut."""
    session = desk.session
    session.close()
    told: list[object] = []
    session.repository.settings_changed.connect(told.append)
    session.follow_language("ja")
    assert told == []
    assert session.repository.settings.language != "ja"
