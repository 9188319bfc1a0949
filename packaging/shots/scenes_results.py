"""Results, comparison, trend, the switch and the history: lived through with the practice service, month by month."""

import functools
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QProgressBar, QTabWidget, QWidget

from epa_gui.core.jobs.job import JobKey
from epa_gui.practice.results_words import ResultsStyle
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.retraining.uploads import Retraining
from shots.clock import AT, DAY, HOUR
from shots.desk import Desk
from shots.invented import CHURN, REASON
from shots.names import called
from shots.people import customers, table, upload
from shots.scene import Scene, Stage

PAGES = ("verdict", "measures", "errors", "columns", "rows", "files", "compare", "trend")
GOOD, POOR, ROWS = 0.02, 0.7, 2400
"""Noise in the training data of a good model and of a poor one; rows that they are judged by."""


def scenes() -> Iterator[Scene]:
    """All of them."""
    for place, page in enumerate(PAGES):
        yield Scene(f"results-better-{page}", functools.partial(_results, (POOR, GOOD), place))
    for answer, noises in (("worse", (GOOD, POOR)), ("no-difference", (0.3, 0.32))):
        for place, page in enumerate(PAGES[:4]):
            yield Scene(f"results-{answer}-{page}", functools.partial(_results, noises, place))
    for place in (0, 1, 4):
        yield Scene(f"results-cannot-tell-{PAGES[place]}", functools.partial(_cannot_tell, place))
    yield Scene("results-sent-verdict", functools.partial(_sent_from_here, 0))
    yield Scene("results-japanese-verdict", functools.partial(_in_japanese, 0))
    yield Scene("results-unreadable", _unreadable)
    yield Scene("switch-plain", functools.partial(_switch, (POOR, GOOD), 1))
    yield Scene("switch-warnings", _switch_with_warnings)
    yield Scene("switch-back", _switch_back)
    yield Scene("switch-done", _switch_done)
    yield Scene("history", functools.partial(_history, 0))
    yield Scene("history-entry", _history_entry)
    yield Scene("history-no-hits", _history_no_hits)
    yield Scene("timeline", functools.partial(_history, 1))
    yield Scene("history-empty", _history_empty)


MONTHS = ("August data", "September data", "October data", "November data")
"""Those whose data was sent, up to the last one that is over; a shorter story begins later."""


def _lived(
    stage: Stage, noises: Sequence[float], style: ResultsStyle | None = None, *, figures_alone: bool = False
) -> tuple[Desk, list[JobKey]]:
    """A desk at which a model was retrained month by month, for scenes that only look."""
    live = functools.partial(_live, noises=noises, style=style or ResultsStyle(), figures_alone=figures_alone)
    return stage.shared(f"lived {noises} {style} {figures_alone}", live, at=_first(noises))


def _lived_alone(stage: Stage, noises: Sequence[float]) -> tuple[Desk, list[JobKey]]:
    """The same, for one scene that goes on with it."""
    desk = stage.new_desk(at=_first(noises))
    return desk, _live(desk, noises, ResultsStyle())


def _first(noises: Sequence[float]) -> float:
    """When the first of these months begins."""
    return AT.timestamp() - 30 * DAY * (len(noises) - 1) - 3 * HOUR


def _live(
    desk: Desk,
    noises: Sequence[float],
    style: ResultsStyle,
    *,
    figures_alone: bool = False,
    sends: Sequence[int] = (),
) -> list[JobKey]:
    """One job a month, the first put into service; each is judged by the same rows against what is live.

    Args:
        desk: Where.
        noises: In the training data of each.
        style: How their results are written.
        figures_alone: Whether these tell nothing of single rows.
        sends: Which of them are sent from here; the others are started elsewhere, and nobody here knows when.
    """
    desk.practice.write_results(style)
    (model,) = desk.start_with_models(called(CHURN))
    repository = desk.session.repository
    evaluation = customers(ROWS, 99)
    keys: list[JobKey] = []
    for number, noise in enumerate(noises):
        training, name = customers(1500, 10 + number, noise=noise), called(MONTHS[number - len(noises)])
        if number in sends:
            key = _send(desk, model.id, name, training, evaluation)
        else:
            sent = upload(training, evaluation)
            key = JobKey(model.id, desk.practice.start_job(sent, filename="customers.csv", seconds=1.4 * HOUR))
        keys.append(key)
        if figures_alone:
            desk.practice.set_results(key.id, _figures_alone(desk.practice.results_of(key.id)), "retrain_results.zip")
        if number not in sends:
            desk.trigger("add_job")
            desk.enter_job(desk.dialog(), key.id, name)
        desk.until(lambda: keys[-1] in repository.jobs and repository.jobs[keys[-1]].checked_at, "the first check")
        desk.pass_time(HOUR)
        desk.pass_time(HOUR / 2)
        desk.until(lambda: repository.jobs[keys[-1]].verdict, "the verdict")
        if number == 0:
            desk.pass_time(HOUR)
            _put_into_service(desk, key)
        if number + 1 < len(noises):
            desk.clock.now = _first(noises) + 30 * DAY * (number + 1)
    desk.clock.now += HOUR
    repository.add_model(replace(repository.models[model.id], key_ends_at=desk.clock() + 21 * DAY))
    return keys


def _send(
    desk: Desk, model: str, name: str, training: Sequence[Sequence[str]], evaluation: Sequence[Sequence[str]]
) -> JobKey:
    """Send both files from here; the job, once they have arrived."""
    from epa_gui.core.dataset.check import check  # noqa: PLC0415  most scenes read no file

    for file, rows in (("customers.csv", training), ("evaluation.csv", evaluation)):
        (desk.files / file).write_bytes(table(rows))
    *_, trains = check(desk.files / "customers.csv")
    *_, evaluates = check(desk.files / "evaluation.csv")
    known, jobs = set(desk.session.repository.jobs), desk.session.repository.jobs
    desk.session.uploads.send(Retraining(new_identity(), model, name, "", trains, evaluates))
    key = desk.until(lambda: next(iter(set(jobs) - known), None), "the job that is sent")
    desk.until(lambda: jobs[key].started_at, "the arrival of its files")
    return key


def _put_into_service(desk: Desk, key: JobKey) -> None:
    coordinator = desk.session.switch_coordinator
    desk.until(lambda: desk.session.keys.key_of(key.model), "the key")
    coordinator.switch(key, called(REASON), is_back=False)
    desk.until(lambda: coordinator.under_way(key.model) is None, "the answer to the switch")
    desk.until(lambda: coordinator.deployment_of(key.model).live, "the switch")


def _look(desk: Desk, key: JobKey, place: int) -> ResultsWindow:
    desk.select(key)
    desk.trigger("open_results")

    def find() -> ResultsWindow | None:
        return next((w for w in desk.windows() if isinstance(w, ResultsWindow) and w.results is not None), None)

    window = desk.until(find, "the results")
    window.findChildren(QTabWidget)[0].setCurrentIndex(place)
    desk.wait()
    desk.until(
        lambda: not desk.is_in_sight(window, "Copy picture", enabled=False), "the pictures, which are drawn aside"
    )
    return window


def _results(noises: Sequence[float], place: int, stage: Stage) -> QWidget:
    needs_more = PAGES[place] in {"compare", "trend"}
    desk, keys = _lived(stage, (noises[0], 0.35, 0.1, noises[1]) if needs_more else noises)
    window = _look(desk, keys[-1], place)
    if PAGES[place] == "compare":
        choice = next(box for box in window.findChildren(QComboBox) if box.isVisible())
        choice.setCurrentIndex(0)
        choice.activated.emit(0)
        bars = window.findChildren(QProgressBar)
        desk.until(lambda: not any(bar.isVisible() for bar in bars), "the other job's results")
    return window


def _cannot_tell(place: int, stage: Stage) -> QWidget:
    """There are figures of both models, and nothing that they could be tested by."""
    desk, keys = _lived(stage, (POOR, GOOD), ResultsStyle(has_rows=False), figures_alone=True)
    return _look(desk, keys[-1], place)


def _sent_from_here(place: int, stage: Stage) -> QWidget:
    """It is known when the training began, so also that its results compare it with the model that is live."""
    noises = (POOR, GOOD)
    live = functools.partial(_live, noises=noises, style=ResultsStyle(), sends=(1,))
    desk, keys = stage.shared("sent from here", live, at=_first(noises))
    return _look(desk, keys[-1], place)


def _figures_alone(results: bytes) -> bytes:
    """The same results without what tells of single rows or classes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(results)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            if "confusion" not in name and "raw_data" not in name and "evaluation_results" not in name:
                after.writestr(name, before.read(name))
    return out.getvalue()


def _in_japanese(place: int, stage: Stage) -> QWidget:
    desk, keys = _lived(stage, (POOR, GOOD), ResultsStyle(language="ja", encoding="cp932"))
    return _look(desk, keys[-1], place)


def _unreadable(stage: Stage) -> QWidget:
    """What comes is no results at all."""
    desk = stage.new_desk()
    made = desk.start_with_list()
    key = made.states["ready-better"].key
    desk.practice.finish(key.id)
    desk.practice.set_results(key.id, b"<html>Sign in</html>", "retrain_results.zip")
    desk.select(key)
    desk.trigger("open_results")
    window = desk.until(lambda: next((w for w in desk.windows() if isinstance(w, ResultsWindow)), None), "the window")
    desk.until(window.problem.isVisible, "what is wrong")
    return window


def _dialog(desk: Desk, key: JobKey) -> QDialog:
    desk.select(key)
    desk.trigger("switch_model")
    dialog = desk.titled("Switch model")
    desk.wait(300)
    return dialog


def _switch(noises: Sequence[float], number: int, stage: Stage) -> QWidget:
    desk, keys = _lived(stage, noises)
    _look(desk, keys[number], 0).close()
    return _dialog(desk, keys[number])


def _switch_with_warnings(stage: Stage) -> QWidget:
    """Worse, not looked at, and another one was sent since."""
    desk, keys = _lived(stage, (GOOD, POOR, 0.3))
    return _dialog(desk, keys[1])


def _switch_back(stage: Stage) -> QWidget:
    desk, keys = _lived_alone(stage, (POOR, GOOD))
    _put_into_service(desk, keys[1])
    desk.pass_time(2 * HOUR)
    return _dialog(desk, keys[0])


def _switch_done(stage: Stage) -> QWidget:
    """What the main window says then."""
    desk, keys = _lived_alone(stage, (POOR, GOOD))
    desk.select(keys[1])
    _put_into_service(desk, keys[1])
    desk.wait(400)
    return desk.window


def _opened_history(stage: Stage, page: int) -> tuple[Desk, HistoryWindow]:
    desk, _ = stage.list_desk()
    desk.trigger("history")
    window = desk.until(lambda: next((w for w in desk.windows() if isinstance(w, HistoryWindow)), None), "the history")
    desk.until(lambda: window.table.model().rowCount(), "its entries")
    window.tabs.setCurrentIndex(page)
    desk.wait(1200)
    return desk, window


def _history(page: int, stage: Stage) -> QWidget:
    return _opened_history(stage, page)[1]


def _history_entry(stage: Stage) -> QWidget:
    desk, window = _opened_history(stage, 0)
    index = window.table.model().index(4, 0)
    flags = window.table.selectionModel().SelectionFlag
    window.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    desk.wait(300)
    return window


def _history_no_hits(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start_with_list()
    desk.trigger("history")
    window = desk.until(lambda: next((w for w in desk.windows() if isinstance(w, HistoryWindow)), None), "the history")
    desk.until(lambda: window.table.model().rowCount(), "its entries")
    field = desk.field(window, "Search history", QLineEdit)
    field.setText(called("January 2019"))
    field.returnPressed.emit()
    desk.until(lambda: not window.table.model().rowCount(), "no entries")
    return window


def _history_empty(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start()
    desk.trigger("history")
    window = desk.until(lambda: next((w for w in desk.windows() if isinstance(w, HistoryWindow)), None), "the history")
    desk.wait(500)
    return window
