"""From a job that finishes to the answer, everything behind it, and the switch: what a person sees of results."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.core.history.against import ComparedWith
from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.job import Job
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.results.compare_page import ComparePage
from epa_gui.ui.results.measures_table import measures_table
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.trend_page import TrendPage
from epa_gui.ui.window import notifier
from tests.gui.at_desk import AtDesk, Clock
from tests.gui.test_notifications import Tray
from tests.gui.test_verdict import results_of

PAGES = ["Verdict", "Metrics", "Errors", "Columns", "Rows", "Files"]


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Callable[[], AtDesk]]:
    """Starts the program, which fetches results by itself."""
    desks: list[AtDesk] = []

    def new() -> AtDesk:
        desks.append(AtDesk(qtbot, tmp_path, clock, practice, keychain, fetches_results=True))
        return desks[-1]

    yield new
    for desk in desks:
        desk.close()


@pytest.fixture
def fetching(start: Callable[[], AtDesk]) -> AtDesk:
    desk = start()
    desk.add_model("Churn")
    return desk


def classes(rows: int = 1000, *, new_only: int = 60, old_only: int = 45) -> bytes:
    """As `results_of`, with a matrix of the new model: whole enough for every page."""
    out = io.BytesIO(results_of(new_only, old_only, rows))
    right = rows * 9 // 10 - old_only
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("README.txt", "What is in it")
        archive.writestr("analysis_summary.csv", "column,contribution\r\ncolour,0.7\r\nsize,0.3\r\n")
        archive.writestr("analysis_summary_previous_model.csv", "column,contribution\r\ncolour,0.3\r\nsize,0.7\r\n")
    assert right > 0
    return out.getvalue()


def judged_job(desk: AtDesk, content: bytes, name: str = "November") -> Job:
    """A job that finishes while the program looks on, fetched and judged by itself."""
    job = desk.running_job(name)
    desk.practice.set_results(job.id, content, "r.zip")
    desk.practice.finish(job.id)
    desk.check_now(job)
    desk.until(lambda: desk.job(job.key).verdict)
    return desk.job(job.key)


def windows(desk: AtDesk) -> list[ResultsWindow]:
    return [found for found in desk.window.findChildren(ResultsWindow) if found.isVisible()]


def window(desk: AtDesk) -> ResultsWindow:
    """The Results window, once it shows results."""
    return desk.until(lambda: next((found for found in windows(desk) if found.results is not None), None))


def look(desk: AtDesk, job: Job) -> ResultsWindow:
    """Press `Look at the results` in the job's details."""
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    return window(desk)


def pages(view: ResultsWindow) -> list[str]:
    return [view.tabs.tabText(place) for place in range(view.tabs.count())]


def go_to(view: ResultsWindow, page: str) -> QWidget:
    view.tabs.setCurrentIndex(pages(view).index(page))
    return view.tabs.currentWidget()


def texts(parent: QWidget) -> list[str]:
    """What can be read, each label a text."""
    return [label.text().replace("\u200b", "") for label in parent.findChildren(QLabel) if label.isVisible()]


def said(parent: QWidget) -> str:
    return "\n".join(texts(parent))


def row_numbers(view: ResultsWindow) -> list[str]:
    """The rows that the table shows, whole lines of the file."""
    model = view.rows.model
    view.rows.table.scrollToTop()
    columns = range(model.columnCount())
    return [",".join(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())]


def test_a_job_that_finishes_is_fetched_and_its_verdict_stands_in_list_details_and_notification(
    start: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifier, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "there", [])
    desk = start()
    desk.add_model("Churn")
    desk.until(lambda: Tray.there)
    job = judged_job(desk, classes(new_only=100, old_only=20))
    assert desk.cell(job, JobColumn.VERDICT) == "Clearly better"
    desk.select(job)
    assert "only the new model was right in 100, only the other in 20" in desk.said()
    (tray,) = Tray.there
    desk.until(lambda: tray.told)
    ((title, text, _),) = tray.told
    assert title == "“November” finished: clearly better"
    assert text.startswith("Churn: Clearly better")


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (classes(new_only=100, old_only=20), "Clearly better"),
        (classes(new_only=20, old_only=100), "Clearly worse"),
        (classes(), "No clear difference"),
    ],
)
def test_looking_at_them_gives_the_answer_in_a_label_of_its_own(fetching: AtDesk, content: bytes, answer: str) -> None:
    view = look(fetching, judged_job(fetching, content))
    assert view.accessibleName() == "Results"
    assert view.windowTitle() == "Results of November – Churn"
    assert pages(view) == [*PAGES, "Compare", "Trend"]
    assert answer in texts(view)
    primary = [button.text() for button in view.findChildren(QPushButton) if button.isDefault() and button.isVisible()]
    assert primary == ["Switch model…" if answer == "Clearly better" else "Keep the live model"]
    assert fetching.shows_button(view, "Switch model…")
    assert fetching.shows_button(view, "Keep the live model"), "whatever the answer, either can be decided"


def test_looking_is_noted_once_in_the_job_and_in_the_history(fetching: AtDesk) -> None:
    job = judged_job(fetching, classes())
    assert fetching.job(job.key).opened_at is None, "fetching alone is not looking"
    view = look(fetching, job)
    opened_at = fetching.job(job.key).opened_at
    assert opened_at is not None
    view.close()
    fetching.clock.advance(60)
    look(fetching, job)
    assert fetching.job(job.key).opened_at == opened_at
    fetching.until(lambda: EventKind.RESULTS_OPENED in [event.kind for event in fetching.history()])
    assert [event.kind for event in fetching.history()].count(EventKind.RESULTS_OPENED) == 1


def test_the_answer_is_announced_once(fetching: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def listen(event: object) -> None:
        told.append(getattr(event, "message", lambda: "")())

    job = judged_job(fetching, classes())
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    look(fetching, job)
    (message,) = [text for text in told if text]
    assert message.startswith("No clear difference, Of 1000 row(s), only the new model was right in 60, only the other")


def test_switching_opens_the_dialog_that_repeats_answer_and_doubt(fetching: AtDesk) -> None:
    view = look(fetching, judged_job(fetching, classes()))
    fetching.press(view, "Switch model…")
    dialog = fetching.dialog("Switch model")
    assert "No clear difference" in said(dialog)
    assert "A difference this small can be chance." in said(dialog)
    assert "not known here whether this model is better" not in said(dialog), "it is known, saved or not"
    assert dialog.parentWidget() is view, "a person who cancels is back where the question came up"
    dialog.reject()


def test_keeping_the_live_model_ends_the_question(fetching: AtDesk) -> None:
    view = look(fetching, judged_job(fetching, classes()))
    fetching.press(view, "Keep the live model")
    fetching.until(lambda: not windows(fetching))
    assert fetching.practice.live_job() is None


def test_what_is_live_is_told_as_such_and_nothing_can_be_kept_instead_of_it(fetching: AtDesk) -> None:
    """The window was open before the switch: it changes at once, and a late click notes nothing either."""
    job = judged_job(fetching, classes(new_only=100, old_only=20))
    view = look(fetching, job)
    fetching.switch(job)
    fetching.until(lambda: "This model is live" in texts(view))
    assert not fetching.shows_button(view, "Keep the live model")
    assert not fetching.shows_button(view, "Switch model…")
    view.keep_requested.emit()
    fetching.until(lambda: not windows(fetching))
    assert fetching.job(job.key).kept_at is None
    assert EventKind.LIVE_KEPT not in [event.kind for event in fetching.history()]


def test_from_the_live_models_results_a_switch_back_can_be_asked_for(fetching: AtDesk) -> None:
    first, second = judged_job(fetching, classes()), judged_job(fetching, classes(), name="December")
    for job in (first, second):
        fetching.switch(job)
    view = look(fetching, second)
    fetching.press(view, "Switch back…")
    dialog = fetching.dialog("Switch model")
    assert "November" in said(dialog)
    dialog.reject()


def test_a_second_look_brings_the_same_window_forward(fetching: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QWidget, "raise_", lambda _self: None)
    job = judged_job(fetching, classes())
    view = look(fetching, job)
    go_to(view, "Files")
    assert look(fetching, job) is view
    assert view.tabs.tabText(view.tabs.currentIndex()) == "Files"
    assert len(windows(fetching)) == 1


def test_the_newly_right_are_exactly_these_rows(fetching: AtDesk) -> None:
    view = look(fetching, judged_job(fetching, classes(new_only=7, old_only=4)))
    fetching.press(view, "7 row(s) newly right")
    fetching.until(lambda: view.rows.model.rowCount() == 7)
    fetching.until(lambda: set(row_numbers(view)) == {"red,pear,pear,plum"})
    assert "7 row(s) newly right" in said(view)
    go_to(view, "Verdict")
    fetching.press(view, "4 row(s) newly wrong")
    fetching.until(lambda: set(row_numbers(view)) == {"red,plum,apple,plum"})
    assert view.rows.model.rowCount() == 4
    fetching.press(view, "Show all rows")
    fetching.until(lambda: view.rows.model.rowCount() == 1000)


def test_a_filter_that_was_left_does_not_hide_any_of_them(fetching: AtDesk) -> None:
    view = look(fetching, judged_job(fetching, classes(new_only=7, old_only=4)))
    go_to(view, "Rows")
    fetching.until(view.rows.is_read)
    view.rows.fields.filter_text.setText("apple")
    QTest.keyClick(view.rows.fields.filter_text, Qt.Key.Key_Return)
    fetching.until(lambda: view.rows.model.rowCount() < 1000)
    go_to(view, "Verdict")
    fetching.press(view, "7 row(s) newly right")
    fetching.until(lambda: set(row_numbers(view)) == {"red,pear,pear,plum"})
    assert view.rows.model.rowCount() == 7
    assert view.rows.fields.filter_text.text() == ""


@pytest.fixture
def churn(tmp_path: Path) -> bytes:
    """Results as the practice service writes them, with a matrix of both models and all their rows."""
    from epa_gui.practice.baseline import learn, plain  # noqa: PLC0415
    from epa_gui.practice.results_words import ResultsStyle  # noqa: PLC0415
    from epa_gui.practice.results_zip import Opponent, make_results  # noqa: PLC0415
    from epa_gui.practice.table import Table  # noqa: PLC0415

    rows = [[f"{n % 7}", "abc"[n % 3], "yes" if (n * 7919) % 10 < 3 + (n % 7) // 2 else "no"] for n in range(600)]
    table = Table(("calls", "plan", "churned"), rows)
    learned, judged = learn(table, table)
    return make_results(learned, judged, Opponent(plain(learned)), ResultsStyle(), held_out=False)


def test_a_click_on_a_cell_of_the_matrix_shows_exactly_its_rows(fetching: AtDesk, churn: bytes) -> None:
    view = look(fetching, judged_job(fetching, churn))
    page = go_to(view, "Errors")
    picture = fetching.until(lambda: next(iter(page.findChildren(PictureView)), None))
    fetching.until(picture.canvas.image)
    content = view.results.content if view.results else None
    assert content is not None
    assert content.matrix is not None
    (area,) = [area for area in picture._areas() if area.name == "new"]
    places = [(x / 200, y / 200) for x in range(200) for y in range(200)]
    actual, predicted = content.matrix.labels.index("yes"), content.matrix.labels.index("no")
    x, y = next(
        place
        for place in places
        if (at := area.value_at(*place)) and max(abs(at[1] - actual), abs(at[0] - predicted)) < 0.3
    )
    spot = picture.canvas.rect()
    QTest.mouseClick(
        picture.canvas,
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(x * spot.width()), round(y * spot.height())),
    )
    count = content.matrix.counts[actual][predicted]
    assert count
    fetching.until(lambda: view.rows.model.rowCount() == count)
    columns = list(view.rows.model.columns)
    own, told = columns.index("churned"), columns.index("churned (prediction)")
    fetching.until(
        lambda: {(line.split(",")[own], line.split(",")[told]) for line in row_numbers(view)} == {("yes", "no")}
    )
    assert "Actual “yes”, predicted “no” by the new model" in said(view)
    view.errors.area_clicked.emit("old", float(predicted), float(actual))
    fetching.until(lambda: "Actual “yes”, predicted “no” by the live model" in said(view))
    view.show_live("", ComparedWith.UNKNOWN)
    assert "Actual “yes”, predicted “no” by the previous model" in said(view)


def test_the_figures_of_a_picture_are_one_key_away_and_the_picture_can_be_copied(
    fetching: AtDesk, churn: bytes
) -> None:
    view = look(fetching, judged_job(fetching, churn))
    page = go_to(view, "Metrics")
    (picture,) = page.findChildren(PictureView)
    fetching.until(picture.canvas.image)
    QGuiApplication.clipboard().clear()
    fetching.press(picture, "Copy picture")
    assert QGuiApplication.clipboard().image().width() == picture.canvas.image().width()  # type: ignore[union-attr]
    QTest.keyClick(picture.canvas, Qt.Key.Key_Space)
    table = fetching.field(picture, "Values: Metrics before and after", QTreeView)
    assert table.model().index(0, 0).data() == "AUC"
    assert view.results is not None
    told = [row[-1] for row in measures_table(view.results).rows]
    assert [table.model().index(row, 4).data() for row in range(table.model().rowCount())] == told


def test_a_zip_without_model_or_job_opens_in_a_window_of_its_own(desk: AtDesk, tmp_path: Path) -> None:
    path = tmp_path / "results.zip"
    path.write_bytes(classes())
    desk.drop(path)
    view = window(desk)
    assert view.windowTitle() == "Results of results.zip"
    assert pages(view) == PAGES, "comparing and the trend need a model"
    assert "No clear difference" in texts(view)
    assert not desk.shows_button(view, "Switch model…")
    assert not desk.shows_button(view, "Keep the live model")
    assert desk.jobs() == []


def test_a_zip_named_on_the_command_line_opens_too(desk: AtDesk, tmp_path: Path) -> None:
    path = tmp_path / "結果.zip"
    path.write_bytes(classes())
    desk.window.files_dropped.emit([str(path)])
    assert "No clear difference" in texts(window(desk))


def test_a_zip_dropped_on_a_results_window_opens_another(desk: AtDesk, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(classes())
    desk.drop(tmp_path / "a.zip")
    first = window(desk)
    desk.drop(tmp_path / "b.zip", on=first)
    desk.until(lambda: len([view for view in windows(desk) if view.results]) == 2)
    assert {view.windowTitle() for view in windows(desk)} == {"Results of a.zip", "Results of b.zip"}


def test_the_same_file_dropped_again_is_read_again(
    desk: AtDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QWidget, "raise_", lambda _self: None)
    path = tmp_path / "r.zip"
    path.write_bytes(classes())
    desk.drop(path)
    view = window(desk)
    path.write_bytes(classes(new_only=100, old_only=20))
    desk.drop(path)
    desk.until(lambda: "Clearly better" in texts(view))
    assert windows(desk) == [view]


def test_a_table_dropped_on_a_finished_job_is_looked_at_as_its_results(desk: AtDesk, tmp_path: Path) -> None:
    job = desk.finished_job("November")
    with zipfile.ZipFile(io.BytesIO(results_of(100, 20, 1000))) as archive:
        path = Path(archive.extract("evaluation_raw_data.csv", tmp_path))
    desk.select(job)
    desk.drop(path, on=desk.window.details)
    view = window(desk)
    assert view.windowTitle() == "Results of November – Sales forecast"
    assert "Clearly better" in texts(view)
    assert desk.cell(job, JobColumn.VERDICT) == "Clearly better"


def test_a_dropped_file_that_tells_less_leaves_the_verdict(fetching: AtDesk, tmp_path: Path) -> None:
    job = judged_job(fetching, classes(new_only=100, old_only=20))
    path = tmp_path / "metrics.csv"
    path.write_text("Metric,Value\nAccuracy,0.9\n")
    fetching.select(job)
    fetching.drop(path, on=fetching.window.details)
    view = window(fetching)
    assert "Cannot be told from these files" in texts(view)
    assert fetching.cell(job, JobColumn.VERDICT) == "Clearly better"


def test_results_that_are_not_here_are_fetched_with_progress(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.practice.set_results(job.id, classes(), "r.zip")
    desk.practice.misbehave(Fault.delay(0.5), path="/results/")
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    (view,) = windows(desk)
    desk.until(lambda: "Fetching the results of “November”…" in said(view))
    assert "No clear difference" in texts(window(desk))


def test_fetching_can_be_given_up(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.practice.misbehave(Fault.drip(0.05), times=-1, path="/results/")
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    (view,) = windows(desk)
    desk.press(view, "Cancel")
    desk.until(lambda: not windows(desk))
    desk.until(lambda: job.key not in desk.session.results_fetch.states)
    desk.until(lambda: not [*desk.session.results_fetch.threads])


def test_why_they_cannot_be_fetched_is_said_and_they_can_be_tried_again(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.practice.set_results(job.id, classes(), "r.zip")
    desk.practice.misbehave(Fault.storage_error(403, "AccessDenied", "Not today"), times=-1, path="/results/")
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    (view,) = windows(desk)
    desk.until(view.problem.isVisible)
    happened, means, to_do = (view.problem._happened.text(), view.problem._means.text(), view.problem._to_do.text())
    assert happened
    assert means
    assert to_do
    assert not view.foot.isVisible(), "of results that are not there nothing can be decided"
    desk.practice.behave()
    desk.press(view.problem, "Try again")
    assert "No clear difference" in texts(window(desk))
    assert not view.problem.isVisible()
    assert view.foot.isVisible()


def test_a_copy_that_was_deleted_is_fetched_anew(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.practice.set_results(job.id, classes(), "r.zip")
    desk.save_results(job).unlink()
    assert "No clear difference" in texts(look(desk, job))


def test_fetched_results_that_are_gone_are_fetched_anew(fetching: AtDesk) -> None:
    job = judged_job(fetching, classes())
    path = fetching.session.results_fetch.path_of(job.key)
    assert path is not None
    path.unlink()
    assert "No clear difference" in texts(look(fetching, job))


def test_a_file_that_is_gone_says_so_in_three_parts(desk: AtDesk, tmp_path: Path) -> None:
    desk.window.files_dropped.emit([str(tmp_path / "gone.zip")])
    view = desk.until(lambda: next(iter(windows(desk)), None))
    desk.until(view.problem.isVisible)
    assert "cannot be read" in view.problem._happened.text()
    assert view.problem._means.text()
    assert view.problem._to_do.text()
    assert desk.shows_button(view, "Try again")


@pytest.mark.parametrize("keep", [2000, 40])
def test_a_damaged_archive_says_so_in_three_parts(desk: AtDesk, tmp_path: Path, keep: int) -> None:
    path = tmp_path / "results.zip"
    path.write_bytes(classes()[:keep])
    desk.drop(path)
    view = desk.until(lambda: next(iter(windows(desk)), None))
    desk.until(view.problem.isVisible)
    assert view.problem._happened.text() == "The results cannot be opened"
    assert "incomplete" in view.problem._means.text()
    assert view.problem._to_do.text()


def test_a_job_without_results_says_so(desk: AtDesk) -> None:
    job = desk.running_job("November")
    desk.session._controllers.results_controller.open_job(job.key)
    (view,) = windows(desk)
    assert "This job has no results on this computer, and the service offers none" in said(view)


def test_closing_while_it_reads_and_draws_is_safe(fetching: AtDesk, churn: bytes) -> None:
    job = judged_job(fetching, churn)
    fetching.select(job)
    fetching.press(fetching.window.details, "Look at the results")
    (view,) = windows(fetching)
    view.close()  # while it reads
    view = look(fetching, job)
    controller = fetching.session._controllers.results_controller
    go_to(view, "Errors")
    fetching.until(lambda: [*controller.threads])
    view.close()  # while it draws
    fetching.until(lambda: not controller._leaving)
    fetching.until(lambda: not fetching.window.findChildren(ResultsWindow))


def test_the_program_can_end_while_it_reads_and_draws(
    start: Callable[[], AtDesk], churn: bytes, tmp_path: Path
) -> None:
    desk = start()
    desk.add_model("Churn")
    path = tmp_path / "r.zip"
    path.write_bytes(churn)
    desk.drop(path)
    view = window(desk)
    (tmp_path / "other.zip").write_bytes(churn)
    desk.drop(tmp_path / "other.zip")
    go_to(view, "Errors")
    desk.until(lambda: [*desk.session._controllers.results_controller.threads])  # as the program is left


def test_what_is_read_as_its_window_closes_opens_nothing_and_was_not_looked_at(fetching: AtDesk, churn: bytes) -> None:
    job = judged_job(fetching, churn)
    controller = fetching.session._controllers.results_controller
    controller.open_job(job.key)
    reading = [thread for thread in controller.threads if thread.objectName() == "read results"]
    assert reading
    assert all(thread.wait(30_000) for thread in reading), "what it read is on its way to the window"
    for view in windows(fetching):
        view.close()
    fetching.qtbot.wait(100)
    assert fetching.job(job.key).opened_at is None
    assert [thread.objectName() for thread in controller.threads] == []


def test_two_selected_jobs_are_compared_and_other_rows_are_said(fetching: AtDesk) -> None:
    first = judged_job(fetching, classes(900), "October")
    second = judged_job(fetching, classes(1000, new_only=100, old_only=20), "November")
    fetching.select(first, second)
    fetching.until(fetching.actions.compare_jobs.isEnabled)
    fetching.actions.compare_jobs.trigger()
    view = window(fetching)
    page = view.tabs.currentWidget()
    assert isinstance(page, ComparePage)
    table = fetching.field(page, "Comparison", QTreeView)
    model = table.model()
    lines = {model.index(row, 0).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    assert "Evaluation rows" in lines
    assert "were evaluated on different rows, so their values are not comparable" in said(page)
    this, other = ("October", "November") if "October" in view.windowTitle() else ("November", "October")
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)).strip() for column in (1, 2, 3)]
    assert heads == [other, f"{this} (this job)", "This job minus the other"]
    assert not any("Compared with" in text for text in texts(view.foot)), "it is compared with another one here"
    go_to(view, "Verdict")
    assert any("Compared with" in text for text in texts(view.foot))


def test_the_trend_marks_what_went_into_service(fetching: AtDesk) -> None:
    first = judged_job(fetching, classes(), "October")
    fetching.switch(first)
    second = judged_job(fetching, classes(new_only=100, old_only=20), "November")
    view = look(fetching, second)
    assert "It is not known whether that is the live model, “October”" in said(view), "the job was started elsewhere"
    page = go_to(view, "Trend")
    assert isinstance(page, TrendPage)
    assert page.view is not None
    lines = {row[0]: row[-1] for row in page.view._picture.table.rows}
    assert "Live now or before" in lines["October"]
    assert lines["November"] == "Different evaluation rows"
    assert not page.choice.isVisible(), "accuracy is all that these results tell"
    fetching.switch(second)
    fetching.until(lambda: "This model is live" in said(view))
    view.tabs.setCurrentWidget(page)
    assert {row[0] for row in page.view._picture.table.rows if "Live now or before" in row[-1]} == {
        "October",
        "November",
    }


def test_the_report_is_one_file_and_holds_the_answer_and_the_own_measure(fetching: AtDesk, tmp_path: Path) -> None:
    view = look(fetching, judged_job(fetching, classes()))
    fetching.press(view, "Report…")
    dialog = fetching.until(lambda: next((d for d in view.findChildren(QFileDialog) if d.isVisible()), None))
    path = tmp_path / "report.html"
    dialog.selectFile(str(path))
    fetching.press(dialog, "Save")
    fetching.until(path.exists)
    fetching.until(lambda: "Report saved to “report.html”." in said(view))
    page = path.read_text(encoding="utf-8")
    assert "No clear difference" in page
    assert "<svg" in page
    assert len(page) < 1_000_000
    assert "Live model" in page, "what was live while it was trained is live still"
    assert "Previous model" not in page
    fetching.press(view, "Close")
    assert "Report saved" not in said(view)


def test_what_an_error_costs_is_set_once_kept_and_shown(start: Callable[[], AtDesk], churn: bytes) -> None:
    desk = start()
    desk.add_model("Churn")
    job = judged_job(desk, churn)
    view = look(desk, job)
    desk.press(view, "What an error costs…")
    dialog = desk.until(lambda: next((d for d in view.findChildren(QDialog) if d.isVisible()), None))
    assert dialog.windowTitle() == "What an error costs"
    radio = next(b for b in dialog.findChildren(QRadioButton) if b.text() == "Amount for each kind of prediction")
    radio.click()
    desk.field(dialog, "Amount for actual “yes”, predicted “no”", QDoubleSpinBox).setValue(-50)
    desk.press(dialog, "Save")
    worth = "For 600 row(s), the new model’s predictions are worth"
    desk.until(lambda: worth in said(view))
    view.close()
    assert worth in said(look(desk, job)), "it is kept with the model"


def test_every_control_has_a_name(fetching: AtDesk, churn: bytes) -> None:
    view = look(fetching, judged_job(fetching, churn))
    nameless = []
    for page in pages(view):
        go_to(view, page)
        fetching.qtbot.wait(20)
        for widget in view.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name)
            if not name and isinstance(widget, QAbstractButton | QComboBox | QTreeView | PictureView):
                nameless.append((page, type(widget).__name__, widget.objectName()))
    assert not nameless


def test_it_fits_a_small_screen(fetching: AtDesk, churn: bytes) -> None:
    view = look(fetching, judged_job(fetching, churn))
    view.resize(1024, 700)
    least = view.minimumSizeHint()
    assert least.width() <= 512, "of twice as large letters on such a screen"
    assert least.height() <= 350
