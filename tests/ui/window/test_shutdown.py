"""The end: whoever has threads, or something to stop, is registered and waited for, in the order that is stated."""

import ast
import gc
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

_BEHIND_ANOTHER = {"ExportController": "HistoryController", "TimelineController": "HistoryController"}
"""Made when a person asks for them, and stopped by whoever makes them."""


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Callable[[], list[object]]:
    """What there is of the program's own since the session was made that can be stopped, or has threads."""
    before = {id(found) for found in gc.get_objects()}

    def since() -> list[object]:
        new = (found for found in gc.get_objects() if id(found) not in before)
        ours = (found for found in new if type(found).__module__.startswith("epa_gui.ui."))
        return [found for found in ours if _can_be_stopped(found)]

    return since


@pytest.fixture
def session(made: Callable[[], list[object]], tmp_path: Path) -> Iterator[Session]:
    """A session with all its parts."""
    session = Session(SessionSetup(tmp_path, open_keychain=SessionKeychain))
    session.start()
    yield session
    session.close()
    session.end_stuck_process(99)


_IN_NO_SESSION_YET = {"FilesPage", "TablePage"}
"""Pages of the results, which no window shows so far: `FilesPage` has all their threads, and is stopped as one."""


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
    names = set(_classes_with_threads()) - _IN_NO_SESSION_YET
    assert len(names) >= 8, "classes are not found any more"
    assert {name for name in names if _BEHIND_ANOTHER.get(name, name) not in registered} == set()


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
