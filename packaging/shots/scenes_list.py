"""The main window: first start, the list, each job's page, what stands above the list, menus."""

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from epa_gui.core.jobs.job import JobKey, first_trouble
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.retraining.uploads import Retraining
from shots.clock import Clock
from shots.desk import Desk
from shots.invented import CHURN, CHURN_JA, DEMAND_JA, LEADS, REASON, Invented, invented
from shots.names import called
from shots.people import large
from shots.scene import Scene, Stage
from shots.slow_storage import SlowStorage

MENUS = ("&File", "&Edit", "&Jobs", "&Model", "&View", "&Help")


def scenes() -> Iterator[Scene]:
    """All of them."""
    yield Scene("first-start", _first_start)
    yield Scene("practice-window", _practice)
    yield Scene("list-models-only", _models_only)
    yield Scene("list-no-hits", _no_hits)
    yield Scene("list-search", _search)
    yield Scene("list-one-model", _one_model)
    yield Scene("list-two-selected", _two_selected)
    yield Scene("list-cannot-be-opened", _held)
    yield Scene("list-damaged", _damaged)
    yield Scene("list-several-warnings", _several_warnings)
    yield Scene("list-undo", _undo)
    yield Scene("main-all-well", _all_well)
    for state in _states():
        yield Scene(f"main-{state}", functools.partial(_page, state))
    yield Scene("main-uploading", _uploading)
    yield Scene("main-switching", _switching)
    yield Scene("main-saving", _saving)
    yield Scene("main-fetching", _fetching)
    yield Scene("quit-sending", _quit_sending)
    yield Scene("quit-switching", _quit_switching)
    for title in MENUS:
        yield Scene(f"menu-{title.strip('&').lower()}", functools.partial(_menu, title))
    yield Scene("menu-of-a-job", _job_menu)
    yield Scene("menu-of-columns", _columns_menu)


def _states() -> list[str]:
    """The states in the invented list, in the order of its models."""
    numbers = iter(range(1000))
    return list(invented(Clock()(), lambda _model: f"id-{next(numbers)}").states)


def _first_start(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start()
    desk.button(desk.window, "Connect your own model")
    return desk.window


def _practice(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start(is_practice=True)
    jobs = desk.session.repository.jobs
    desk.until(lambda: jobs and all(job.checked_at for job in jobs.values()), "the practice jobs")
    desk.until(lambda: any(job.verdict for job in jobs.values()), "the verdict of a practice job")
    desk.select(next(key for key, job in jobs.items() if job.verdict))
    return desk.window


def _models_only(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start_with_models(called(CHURN), called(LEADS))
    return desk.window


def _search_for(stage: Stage, words: str) -> QWidget:
    desk = stage.new_desk()
    desk.start_with_list()
    named = desk.shown("Search jobs")  # with large letters the field is behind the end of the toolbar
    next(line for line in desk.window.findChildren(QLineEdit) if line.accessibleName() in named).setText(words)
    return desk.window


def _no_hits(stage: Stage) -> QWidget:
    return _search_for(stage, called("January 2019"))


def _search(stage: Stage) -> QWidget:
    return _search_for(stage, called("November"))


def _one_model(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start_with_list(functools.partial(_keep_only, names=(CHURN,)))
    return desk.window


def _all_well(stage: Stage) -> QWidget:
    """Nothing needs a person but the results of a job that has finished."""
    desk = stage.new_desk()
    made = desk.start_with_list(functools.partial(_keep_only, names=(CHURN, CHURN_JA, DEMAND_JA)))
    desk.select(made.states["ready-better"].key)
    return desk.window


def _keep_only(made: Invented, names: Sequence[str]) -> None:
    """Leave only these models, and of several only jobs without trouble."""
    made.models = {name: model for name, model in made.models.items() if name in names}
    ids = {model.id for model in made.models.values()}
    may_have_trouble = len(names) == 1
    made.states = {
        name: job
        for name, job in made.states.items()
        if job.model in ids and (may_have_trouble or first_trouble(job) is None)
    }
    made.others = [job for job in made.others if job.model in ids and not may_have_trouble]
    made.switches = [switch for switch in made.switches if switch.model in ids]


def _two_selected(stage: Stage) -> QWidget:
    desk, made = stage.list_desk()
    desk.select(made.states["live"].key)
    table = desk.session.window.table
    flags = table.selectionModel().SelectionFlag
    next_one = table.indexBelow(table.currentIndex())
    table.selectionModel().select(next_one, flags.Select | flags.Rows)
    table.scrollTo(next_one)
    desk.wait()
    return desk.window


def _held(stage: Stage) -> QWidget:
    """Another program holds the file."""
    desk = stage.new_desk()
    desk.start_with_list()
    desk.restart(before=lambda: stage.keep(_locked(desk)))
    desk.until(lambda: desk.session.repository.unopened, "that the list cannot be opened")
    desk.wait(1500)
    return desk.window


@contextlib.contextmanager
def _locked(desk: Desk) -> Iterator[None]:
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


def _damaged(stage: Stage) -> QWidget:
    """The list came back from its backup."""
    desk = stage.new_desk()
    desk.start_with_list()

    def spoil() -> None:
        (desk.folder / FILE_NAME).write_bytes(b"no database at all" * 400)

    desk.restart(before=spoil)
    desk.until(lambda: desk.session.repository.jobs, "the list from its backup")
    return desk.window


def _several_warnings(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    made = desk.start_with_list()
    repository = desk.session.repository
    repository.trouble.emit(Problem(ProblemKind.LIST_NOT_SAVED, "disk I/O error", str(desk.folder)))
    desk.session.tell_unexpected("Traceback (most recent call last):\n  ValueError: example")
    repository.remove_jobs([made.states["failed"].key])
    return desk.window


def _undo(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    made = desk.start_with_list()
    desk.select(made.states["failed"].key)
    desk.trigger("remove")
    desk.wait()
    return desk.window


def _page(state: str, stage: Stage) -> QWidget:
    desk, made = stage.list_desk()
    job = made.states[state]
    if desk.job(job.key).problem != job.problem:  # what the practice service says of keys, it says of all of a model
        desk.session.repository.change_job(job, is_urgent=False)
    desk.select(job.key)
    return desk.window


def _send(stage: Stage) -> tuple[Desk, JobKey]:
    """A file on its way to a storage that has stopped taking it."""
    from epa_gui.core.dataset.check import check  # noqa: PLC0415  most scenes read no file

    desk = stage.new_desk()
    made = desk.start_with_list()
    path = desk.files / called("support tickets 2026-11.csv")
    path.write_bytes(large())
    *_, reading = check(path)
    known = set(desk.session.repository.jobs)
    storage = SlowStorage(takes=reading.size * 2 // 5)
    stage.keep(storage)
    desk.practice.storage_url = storage.url
    model = made.models[CHURN].id
    desk.session.uploads.send(Retraining(new_identity(), model, called("November data, all regions"), "", reading))
    key = desk.until(lambda: next(iter(set(desk.session.repository.jobs) - known), None), "the job that is being sent")
    third = reading.size // 3
    desk.until(lambda: (told := desk.session.uploads.progress_of(key)) and told.done > third, "its progress")
    desk.select(key)
    return desk, key


def _uploading(stage: Stage) -> QWidget:
    desk, _ = _send(stage)
    return desk.window


def _quit_sending(stage: Stage) -> QWidget:
    desk, _ = _send(stage)
    desk.window.close()
    return desk.dialog()


def _switch(stage: Stage) -> Desk:
    desk = stage.new_desk()
    made = desk.start_with_list()
    key = made.states["ready-better"].key
    desk.practice.misbehave(Fault.delay(600.0), path="update_model", times=-1)
    desk.until(lambda: desk.session.keys.key_of(key.model), "the key")
    desk.session.switch_coordinator.switch(key, called(REASON), is_back=False)
    desk.until(desk.session.switch_coordinator.is_on_record, "the switch on record")
    desk.wait(300)
    desk.select(key)
    return desk


def _switching(stage: Stage) -> QWidget:
    return _switch(stage).window


def _quit_switching(stage: Stage) -> QWidget:
    desk = _switch(stage)
    desk.window.close()
    return desk.dialog()


def _slow_results(stage: Stage) -> tuple[Desk, JobKey]:
    desk = stage.new_desk()
    made = desk.start_with_list()
    key = made.states["ready-better"].key
    desk.practice.finish(key.id)
    desk.practice.set_results(key.id, b"PK" + bytes(900_000), "retrain_results.zip")
    desk.practice.misbehave(Fault.delay(600.0), path="/results/", times=-1)
    desk.select(key)
    return desk, key


def _saving(stage: Stage) -> QWidget:
    desk, key = _slow_results(stage)
    desk.session.downloads.save(key, desk.files / f"{called('November data')}.zip")
    desk.until(lambda: key in desk.session.downloads.transfers, "the download")
    desk.wait(500)
    return desk.window


def _fetching(stage: Stage) -> QWidget:
    """The Results window, which waits for the results."""
    desk, _ = _slow_results(stage)
    desk.trigger("open_results")
    window = desk.until(lambda: next((w for w in desk.windows() if w is not desk.window), None), "the Results window")
    desk.wait(500)
    return window


def _menu(title: str, stage: Stage) -> QWidget:
    desk, made = stage.list_desk()
    desk.select(made.states["ready-better"].key)
    return desk.menu(title)


def _popup(desk: Desk, open_it: Callable[[], None]) -> QMenu:
    before = set(desk.windows())
    open_it()

    def find() -> QMenu | None:
        return next((w for w in desk.windows() if isinstance(w, QMenu) and w not in before), None)

    return desk.until(find, "a menu")


def _job_menu(stage: Stage) -> QWidget:
    desk, made = stage.list_desk()
    desk.select(made.states["ready-better"].key)
    table = desk.session.window.table
    return _popup(desk, lambda: table.customContextMenuRequested.emit(table.viewport().rect().center()))


def _columns_menu(stage: Stage) -> QWidget:
    desk, _ = stage.list_desk()
    header = desk.session.window.table.header()
    return _popup(desk, lambda: header.customContextMenuRequested.emit(QPoint(5, 5)))
