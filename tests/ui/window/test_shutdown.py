"""The end: whoever has threads, or something to stop, is registered and waited for, in the order that is stated."""

import ast
import gc
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.ui.base.shutdown import Shutdown, StopPhase
from epa_gui.ui.base.threads import PassingThreads, Worker
from epa_gui.ui.retraining.file_inspection import FileInspection
from epa_gui.ui.window.session import Session, SessionSetup

_UI = Path(__file__).resolve().parents[3] / "epa_gui" / "ui"

_BEHIND_ANOTHER = {
    **dict.fromkeys(("ExportController", "TimelineController"), "HistoryController"),
    **dict.fromkeys(
        (
            "ComparePart",
            "EntryFoot",
            "EntryView",
            "FilesPage",
            "PictureDrawer",
            "ReadingPart",
            "ReportController",
            "ResultsSession",
            "TableController",
            "TablePage",
        ),
        "ResultsController",
    ),
}
"""Made when a person asks for them, and stopped by whoever makes them."""


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Callable[[], list[object]]:
    """What there is of the program's own since the session was made that can be stopped, or has threads."""

    def ours() -> list[object]:
        return [found for found in gc.get_objects() if str(type(found).__module__).startswith("epa_gui.ui.")]

    before = ours()  # kept, so that nothing new gets the number of one that has gone

    def since() -> list[object]:
        known = set(map(id, before))
        return [found for found in ours() if id(found) not in known and _can_be_stopped(found)]

    return since


@pytest.fixture
def session(made: Callable[[], list[object]], tmp_path: Path) -> Iterator[Session]:
    """A session with all its parts."""
    session = Session(SessionSetup(tmp_path, open_keychain=SessionKeychain))
    session.start()
    yield session
    session.close()


def _can_be_stopped(found: object) -> bool:
    if isinstance(found, Worker | Shutdown | Session):
        return False
    return callable(getattr(found, "stop", None)) or isinstance(getattr(found, "threads", None), list | PassingThreads)


def test_all_that_can_be_stopped_is_registered(session: Session, made: Callable[[], list[object]]) -> None:
    found = made()
    assert len(found) >= 10, "nothing is found any more"
    assert [type(part).__name__ for part in found if part not in session.shutdown] == []


def test_one_that_was_forgotten_would_be_found(session: Session, made: Callable[[], list[object]]) -> None:
    forgotten = FileInspection(session.repository)
    assert [part for part in made() if part not in session.shutdown] == [forgotten]


def _classes_with_threads() -> Iterator[str]:
    for path in sorted(_UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name not in {"LastingThread", "Shutdown"} and _has_threads(node):
                yield node.name


def _has_threads(node: ast.ClassDef) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef) and part.name == "threads":
            return True
        if isinstance(part, ast.Attribute) and part.attr == "threads" and isinstance(part.ctx, ast.Store):
            return True
    return False


def test_every_class_with_threads_is_registered_or_behind_one_that_is(session: Session) -> None:
    registered = {type(part).__name__ for part in session.shutdown}
    names = set(_classes_with_threads())
    assert len(names) >= 8, "classes are not found any more"
    assert {name for name in names if _BEHIND_ANOTHER.get(name, name) not in registered} == set()


def test_all_threads_behind_a_window_of_results_are_waited_for(
    session: Session, made: Callable[[], list[object]], tmp_path: Path, qtbot: QtBot
) -> None:
    results = tmp_path / "results.zip"
    with zipfile.ZipFile(results, "w") as archive:
        archive.writestr("a.txt", "nothing that is known")
    controller = session._controllers.results_controller
    controller.open_files([results])
    qtbot.waitUntil(lambda: not controller.threads, timeout=30_000)
    mine = [found for found in made() if isinstance(getattr(found, "threads", None), PassingThreads)]
    kept = [found for found in mine if type(found).__module__.startswith("epa_gui.ui.results.")]
    assert {type(found).__name__ for found in kept} >= {
        "EntryFoot",
        "PictureDrawer",
        "ReadingPart",
        "ReportController",
        "TableController",
    }
    waiting = [Waiting() for _ in kept]
    for found, worker in zip(kept, waiting, strict=True):
        vars(found)["threads"].start(worker, type(found).__name__)
    names = {thread.objectName() for thread in controller.threads}
    for worker in waiting:
        worker.stop()
    assert names == {type(found).__name__ for found in kept}


class Waiting(Worker):
    """Works until it is stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._is_over = threading.Event()

    def run(self) -> None:
        """Wait."""
        self._is_over.wait(30)

    def stop(self) -> None:
        """Enough."""
        self._is_over.set()


class Part(QObject):
    """Notes when it is stopped."""

    def __init__(self, name: str, heard: list[str]) -> None:
        super().__init__()
        self._name = name
        self._heard = heard

    def stop(self) -> None:
        """As a controller has it."""
        self._heard.append(self._name)


def test_parts_stop_by_phase_and_within_one_as_they_came() -> None:
    heard: list[str] = []
    shutdown = Shutdown()
    shutdown.register(Part("list", heard), StopPhase.LIST)
    shutdown.register(Part("keychain", heard), StopPhase.KEYCHAIN)
    shutdown.register(Part("checks", heard))
    shutdown.register(Part("downloads", heard))
    for phase in StopPhase:
        assert shutdown.stop(phase, 1.0)
    assert heard == ["checks", "downloads", "keychain", "list"]


def test_what_has_nothing_to_stop_is_refused() -> None:
    with pytest.raises(TypeError, match="QObject has nothing to stop"):
        Shutdown().register(QObject())


class Once(Worker):
    """Ends at once."""

    def run(self) -> None:
        """Nothing to do."""

    def stop(self) -> None:
        """Nothing to do."""


class Busy(QObject):
    """Has threads and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.threads = PassingThreads()


def test_threads_of_who_has_only_these_are_waited_for(qtbot: QtBot) -> None:
    shutdown = Shutdown()
    busy = shutdown.register(Busy())
    busy.threads.start(Once(), "once")
    (thread,) = busy.threads
    assert shutdown.stop(StopPhase.WORK, 10.0)
    assert thread.isFinished()


def test_nothing_runs_any_more_after_the_end(session: Session) -> None:
    session.close()
    threads = [thread for part in session.shutdown for thread in getattr(part, "threads", ())]
    assert len(threads) >= 2
    assert not any(thread.isRunning() for thread in threads)
