"""The start: what is loaded before the window can be seen, and what happens until everything is there."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import FINISHED_STATUS, Job, Saved
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.keys.keychain import Keychain, SessionKeychain
from epa_gui.core.service import redaction
from epa_gui.core.service.redaction import redacted
from epa_gui.core.store.backup import open_list
from epa_gui.ui.window.session import Session, SessionSetup

_CHILD = Path(__file__).with_name("watched_child.py")
_MOST_OF_OURS = 40
"""Modules of this program before the first paint; half a millisecond each, and more on slow disks."""

_NEVER_AT_START = (
    *("requests", "urllib3", "ssl", "hashlib", "socket", "email", "http", "keyring", "truststore"),
    *("sqlite3", "csv", "xml", "html", "json", "pickle", "ctypes", "dataclasses"),
    *("PySide6.QtNetwork", "PySide6.QtDBus", "logging.handlers"),
    *("epa_gui.practice", "epa_gui.core.service", "epa_gui.core.dataset", "epa_gui.core.results", "epa_gui.core.jobs"),
    *("epa_gui.ui.history", "epa_gui.ui.jobs", "epa_gui.ui.keys", "epa_gui.ui.retraining", "epa_gui.ui.switching"),
    *("epa_gui.ui.updates", "epa_gui.ui.base.repository", "epa_gui.ui.window.presenter", "epa_gui.ui.results"),
    *("numpy", "matplotlib", "PIL"),
)
_ONLY_FOR_RESULTS = ("numpy", "matplotlib", "PIL", "contourpy", "kiwisolver", "dateutil", "fontTools", "pyparsing")
"""Half a second to load, and a hundred megabytes: for who opens results, or has some fetched."""

_KEY = "kept-key-that-nobody-may-see-1f3a"


def said_by_child(folder: Path, how: str) -> dict[str, dict[str, Any]]:
    """What a start of the real program told, by event."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3]), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(_CHILD), str(folder), how],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {line["event"]: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """A start whose window is seen."""
    return said_by_child(tmp_path_factory.mktemp("seen"), "seen")


@pytest.fixture(scope="module")
def resting(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """A start over a list with finished jobs, watched until the program rests."""
    folder = tmp_path_factory.mktemp("resting")
    listed = open_list(folder, 1_700_000_000.0)
    note = VerdictNote(Answer.NO_DIFFERENCE, metric="auc", main_metric="auc", new_only=60, old_only=45, rows=1000)
    saved = Saved(str(folder / "results.zip"), 10, 1_700_000_000.0)
    job = Job("job-1", "m1", "October", status=FINISHED_STATUS, next_check_at=math.inf, saved=saved, verdict=note)
    listed.store.write([Model("m1", "Churn", Region.OWN, "https://example.invalid", key_hint="1f3a")])
    listed.store.write([job, replace(job, id="job-2", verdict=None)])
    listed.store.close()
    return said_by_child(folder, "resting")


def belongs_to(module: str, package: str) -> bool:
    """Whether it is that package or within."""
    return module == package or module.startswith(package + ".")


def test_little_is_loaded_before_the_window_can_be_seen(seen: dict[str, dict[str, Any]]) -> None:
    ours = [module for module in seen["painted"]["modules"] if belongs_to(module, "epa_gui")]
    assert len(ours) <= _MOST_OF_OURS, ours


@pytest.mark.parametrize("package", _NEVER_AT_START)
def test_what_the_first_paint_does_not_need_is_loaded_after_it(seen: dict[str, dict[str, Any]], package: str) -> None:
    own = {"json"}  # the child's own, for speaking
    if sys.platform == "win32":
        own.add("ctypes")  # by it Windows is told, before all else, to write no memory image
    assert [module for module in seen["painted"]["modules"] if belongs_to(module, package)] == [] or package in own


def test_the_list_was_looked_for_where_it_is_by_then(seen: dict[str, dict[str, Any]]) -> None:
    """Else the two tests above would pass on a program that never loads these at all."""
    later = seen["ready"]["modules"]
    assert {"sqlite3", "PySide6.QtNetwork", "epa_gui.ui.window.presenter", "epa_gui.ui.base.repository"} <= set(later)


@pytest.mark.parametrize("package", ["keyring", "requests", "ssl", "hashlib", "epa_gui.core.history.html_export"])
def test_what_no_job_needs_yet_is_not_loaded_with_the_list(seen: dict[str, dict[str, Any]], package: str) -> None:
    assert [module for module in seen["ready"]["modules"] if belongs_to(module, package)] == []


@pytest.mark.parametrize("package", _ONLY_FOR_RESULTS)
def test_neither_the_list_nor_a_rest_loads_what_only_results_need(
    resting: dict[str, dict[str, Any]], package: str
) -> None:
    """With finished jobs in the list, of which one has its verdict, and after the program has had time to itself."""
    assert resting["rests"]["jobs"] == 2
    assert [module for module in resting["rests"]["modules"] if belongs_to(module, package)] == []


def test_no_source_is_read_for_modules_that_are_compiled(seen: dict[str, dict[str, Any]]) -> None:
    assert not seen["painted"]["is_hooked"]
    loaded_since = ("presenter.py", "repository.py", "session_controllers.py")
    assert [file for file in seen["ready"]["sources"] if file.endswith(loaded_since)] == []


def test_a_window_that_is_never_seen_begins_to_work_all_the_same(tmp_path: Path) -> None:
    said = said_by_child(tmp_path, "unseen")
    assert "painted" not in said, "the window was seen: this test proves nothing"
    assert "ready" in said


@pytest.fixture(autouse=True)
def _no_key_is_known_from_before() -> Iterator[None]:
    """As in a process of its own."""
    known = set(redaction._secrets)
    redaction._secrets.clear()
    yield
    redaction._secrets.update(known)


class Turns(QObject):
    """Counts the turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    @Slot()
    def _on_turn(self) -> None:
        self.count += 1


class Opened:
    """Keychains that were opened, with one kept key."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> Keychain:
        self.count += 1
        keychain = SessionKeychain()
        keychain.keep("m1", _KEY)
        return keychain


@pytest.fixture
def opened() -> Opened:
    """What the session opens its keychain with."""
    return Opened()


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, opened: Opened) -> Iterator[Session]:
    """A session whose window is on screen, and of which nothing else is there yet; one model is in its list."""
    listed = open_list(tmp_path / "data", 1_700_000_000.0)
    listed.store.write([Model("m1", "Churn", Region.OWN, "https://example.invalid", key_hint="1f3a")])
    listed.store.close()
    session = Session(SessionSetup(tmp_path / "data", open_keychain=opened))
    session.window.show()
    yield session
    for dialog in session.window.findChildren(QDialog):
        dialog.close()
    session.window.close()
    session.close()


def until_started(qtbot: QtBot, session: Session) -> None:
    """Let the session get there in its own time."""
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.begin()


def until_open(qtbot: QtBot, session: Session, title: str) -> QDialog:
    """The dialog of that title, once it is open."""

    def find() -> QDialog | None:
        dialogs = session.window.findChildren(QDialog)
        return next((found for found in dialogs if found.isVisible() and found.windowTitle() == title), None)

    qtbot.waitUntil(lambda: find() is not None, timeout=20_000)
    found = find()
    assert found is not None
    return found


def test_the_window_answers_while_the_rest_is_built(qtbot: QtBot, session: Session) -> None:
    turns = Turns()
    until_started(qtbot, session)
    assert turns.count >= 10


@pytest.mark.parametrize(
    ("choose", "title"),
    [
        (lambda window: window.actions_.add_model, "Add model"),
        (lambda window: window.actions_.settings, "Settings"),
        (lambda window: window.actions_.new_retraining, "New retraining"),
    ],
)
def test_what_is_chosen_before_anybody_can_answer_is_answered_then(
    qtbot: QtBot, session: Session, choose: Callable[[Any], Any], title: str
) -> None:
    choose(session.window).trigger()
    assert session.window.findChildren(QDialog) == []
    session.begin()
    until_open(qtbot, session, title)


def test_what_needs_a_job_or_a_model_is_not_offered_before_there_is_one(qtbot: QtBot, session: Session) -> None:
    actions = session.window.actions_
    needing_one = [actions.check_now, actions.check_all, actions.save_results, actions.remove, actions.switch_model]
    needing_one += [actions.undo, actions.change_key, actions.remove_model]
    assert not any(action.isEnabled() for action in needing_one)
    until_started(qtbot, session)
    qtbot.waitUntil(actions.change_key.isEnabled)  # the only model is the chosen one
    session.repository.add_jobs([Job("job-1", "m1", "October")])
    session.window.table.selectAll()
    qtbot.waitUntil(lambda: actions.check_now.isEnabled() and actions.check_all.isEnabled())


def test_what_is_chosen_once_is_answered_once(qtbot: QtBot, session: Session) -> None:
    session.window.actions_.add_model.trigger()
    until_started(qtbot, session)
    until_open(qtbot, session, "Add model").close()
    session.window.actions_.add_model.trigger()
    open_forms = [form for form in session.window.findChildren(QDialog) if form.isVisible()]
    assert len(open_forms) == 1


@pytest.mark.parametrize(
    ("choose", "title"),
    [
        (lambda window: window.actions_.new_retraining, "New retraining"),
        (lambda window: window.actions_.add_job, "Add job"),
    ],
)
def test_a_form_opened_before_the_list_is_read_offers_its_models_then(
    qtbot: QtBot, session: Session, choose: Callable[[Any], Any], title: str
) -> None:
    choose(session.window).trigger()
    until_started(qtbot, session)
    models = until_open(qtbot, session, title).findChildren(QComboBox)[0]
    assert models.currentText() == "Churn"
    assert models.isEnabled()


def test_no_form_opens_above_another_that_was_asked_for_first(qtbot: QtBot, session: Session) -> None:
    for action in (session.window.actions_.add_job, session.window.actions_.new_retraining):
        action.trigger()
        action.trigger()
    until_started(qtbot, session)
    titles = [form.windowTitle() for form in session.window.findChildren(QDialog) if form.isVisible()]
    assert titles == ["Add job"]


def test_files_dropped_before_anybody_can_take_them_are_taken_then(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    data = tmp_path / "train.csv"
    data.write_text("a,b\n1,2\n" * 30, encoding="utf-8")
    session.window.files_dropped.emit([str(data)])
    session.begin()
    until_open(qtbot, session, "New retraining")


def test_a_search_typed_before_there_is_a_list_holds_for_it(qtbot: QtBot, session: Session) -> None:
    session.window.tool_bar.search.setText("nothing is called so")
    until_started(qtbot, session)
    job = Job("job-1", "m1", "October")
    session.repository.add_jobs([job])
    assert session.window.table.model().rowCount() == 0
    session.window.tool_bar.search.clear()
    assert session.window.table.model().rowCount() == 1


def test_a_window_closed_at_once_begins_nothing(qtbot: QtBot, session: Session) -> None:
    session.begin()
    session.window.close()
    turns = Turns()
    qtbot.waitUntil(lambda: turns.count > 30)
    assert not session.has_started()
    assert "repository" not in vars(session)


def test_the_keychain_is_not_opened_before_there_is_a_reason(qtbot: QtBot, session: Session, opened: Opened) -> None:
    """Its libraries are as large as a third of the program, and it may ask a person who has asked for nothing."""
    until_started(qtbot, session)
    assert opened.count == 0
    assert redacted(_KEY) == _KEY


def test_kept_keys_are_known_before_anybody_has_pasted_one(qtbot: QtBot, session: Session, opened: Opened) -> None:
    until_started(qtbot, session)
    session.window.actions_.add_job.trigger()
    qtbot.waitUntil(lambda: _KEY not in redacted(f"a note with {_KEY} in it"), timeout=20_000)
    assert opened.count == 1


def test_a_form_asked_for_before_the_list_is_read_has_them_known_too(qtbot: QtBot, session: Session) -> None:
    session.window.actions_.add_job.trigger()
    session.begin()
    qtbot.waitUntil(lambda: _KEY not in redacted(f"a note with {_KEY} in it"), timeout=20_000)
