"""The running program with the practice service, and somebody at it: what every scene begins from."""

import contextlib
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import BASE_URLS, Region
from epa_gui.core.keys.key_text import hint
from epa_gui.core.results.pictures.library import library
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Store
from epa_gui.practice import PracticeService
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.session import Session, SessionSetup
from shots.clock import Clock
from shots.finder import Finder
from shots.invented import ENDED_KEYS, LOCKED_KEYS, WRONG_KEYS, Invented, invented
from shots.known_words import KnownWords
from shots.memory_keychain import MemoryKeychain
from shots.waiting import wait
from shots.words import Words

AT_HOME = "/Users/me/Documents"
"""Where the invented person has their files."""


class Desk(Finder):
    """One start of the program over folders of its own.

    Both of the service's addresses are the practice service's here: nothing leaves this computer.

    Args:
        words: Finds controls by name.
        until: When the scene has to be done, by `time.monotonic`.
    """

    def __init__(self, words: Words, until: float, *, at: float | None = None) -> None:
        super().__init__(words, until)
        self._base = Path(tempfile.mkdtemp(prefix="epa-shots-"))
        self.folder = self._base / "data"
        self.files = self._base / "Documents"
        self.files.mkdir()
        self.clock = Clock(at)
        self.keychain = MemoryKeychain()
        self.practice = PracticeService(self._base / "service", clock=self.clock)
        self.practice.start()
        self._addresses = dict(BASE_URLS)
        BASE_URLS.update(dict.fromkeys((Region.GLOBAL, Region.JAPAN), self.practice.url))
        self._session: Session | None = None
        self.made: Invented | None = None
        self._known_words = KnownWords(self.practice, self.files)

    # The program

    @property
    def session(self) -> Session:
        """The program at work."""
        if self._session is None:
            raise RuntimeError("the program has not been started")
        return self._session

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.session.window

    @property
    def actions(self) -> dict[str, QAction]:
        """What can be chosen, by its name in `Actions`."""
        return {
            name: action for name, action in vars(self.session.window.actions_).items() if isinstance(action, QAction)
        }

    def start(self, *, is_practice: bool = False, waits: bool = True) -> None:
        """Start the program over what is in its folder.

        Args:
            is_practice: Whether it is the practice window.
            waits: Whether to wait until the list is open.
        """
        setup = SessionSetup(
            self.folder,
            practice=self.practice if is_practice else None,
            clock=self.clock,
            open_keychain=lambda: self.keychain,
            downloads_folder=lambda: self.files,
        )
        self._session = Session(setup)
        self.session.window.resize(QApplication.instance().property("shots size"))  # type: ignore[union-attr]
        self.session.window.show()
        self.session.start()
        self.session.keys.open()
        self.until(lambda: self.session.keys.name, "the keychain")
        if waits:
            self.until(self.session.repository.is_read, "the list")

    def start_with_list(self, change: Callable[[Invented], None] | None = None) -> Invented:
        """Start with the invented list.

        Args:
            change: Changes it before it is written.
        """
        made = self.made = invented(self.clock(), self._new_id)
        for model in sorted(made.models.values(), key=lambda model: model.id not in ENDED_KEYS):
            is_wrong = model.id in WRONG_KEYS
            key = self.practice.issue_account_key("train") if is_wrong else self.practice.issue_key(model.service_id)
            self.keychain.keep(model.id, key)
            if model.id in ENDED_KEYS:
                self.practice.revoke_keys()  # a key that is there is tried as soon as the program starts
        self.keychain.locked |= LOCKED_KEYS
        if change:
            change(made)
        made.write(self.folder)
        self.start()
        self.until(lambda: self.session.repository.jobs, "the jobs")
        return made

    def start_with_models(self, *names: str, settings: dict[str, object] | None = None) -> list[Model]:
        """Start with models that have no job yet.

        Args:
            names: What they are called; the key of the first never ends.
            settings: What else is kept, by name.
        """
        self.folder.mkdir()
        now = self.clock()
        models = []
        for number, name in enumerate(names):
            service_id = self.practice.model_id + number
            key = self.practice.issue_key(service_id) if number else self.practice.api_key  # that one never ends
            model = Model(f"m{number + 1}", name, Region.GLOBAL, "", hint(key), now, now, service_id=service_id)
            self.keychain.keep(model.id, key)
            models.append(replace(model, target="churned"))
        kept = [Setting(name, json.dumps(value)) for name, value in (settings or {}).items()]
        with contextlib.closing(Store(self.folder / FILE_NAME)) as store:
            store.write([*models, *kept])
        self.start()
        return models

    def restart(self, before: Callable[[], None]) -> None:
        """End the program, let something happen to its folder, and start it again; the list may not open then."""
        self._end_program()
        before()
        self.start(waits=False)

    def _new_id(self, model: Model) -> str:
        return self.practice.start_job(seconds=36_000.0, model_id=model.service_id, filename="customers.csv")

    def close(self) -> None:
        """End the program, and leave nothing behind."""
        try:
            self.practice.stop()  # first, for the program waits a little for answers
            self._end_program()
        finally:
            BASE_URLS.update(self._addresses)
            shutil.rmtree(self._base, ignore_errors=True)

    def _end_program(self) -> None:
        if self._session is None:
            return
        library.wait()
        self.close_dialogs()
        session, self._session = self._session, None
        session.window.may_close = lambda: True
        session.window.close()
        session.close()
        session.window.hide()
        session.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def data(self) -> set[str]:
        """What in the program's windows people, files and the service have called so, not the program."""
        found = {str(self.folder), str(self.files), AT_HOME, self.keychain.name} | self._known_words.of_files()
        return found if self._session is None else found | self._known_words.of_list(self.session.repository)

    # Acting

    def trigger(self, action: str) -> None:
        """Choose something from a menu, as soon as it can be chosen."""
        found = self.actions[action]
        self.until(found.isEnabled, f"the action {action}")
        found.trigger()

    def select(self, key: JobKey) -> None:
        """Select a job, and wait until its page shows."""
        self.session.presenter.select(key)
        self.wait()

    def press(self, parent: QWidget, text: str) -> None:
        """Click a button."""
        QTest.mouseClick(self.button(parent, text), Qt.MouseButton.LeftButton)

    def enter_job(self, form: QWidget, pasted: str, name: str) -> None:
        """Fill in Add job, and press its button."""
        self.field(form, "Job ID", QPlainTextEdit).setPlainText(pasted)
        self.field(form, "Name", QLineEdit).setText(name)
        self.press(form, "Add job")
        self.until(lambda: not form.isVisible(), "the end of Add job")

    def pass_time(self, seconds: float) -> None:
        """Let time pass, the program notice it, and the service answer what it is asked then."""
        self.clock.now += seconds
        self.session.scheduler.tick()
        self.until(lambda: not self.session.scheduler.under_way_count(), "the answers")

    def show_paths_as_at_home(self, parent: QWidget) -> None:
        """Show the paths in its lines as people have them, without this desk's temporary folder."""
        for line in parent.findChildren(QLineEdit):
            if line.text().startswith(str(self.files)):
                was_blocked = line.blockSignals(True)  # noqa: FBT003  Qt's own; for the eye alone
                line.setText(str(Path(AT_HOME) / Path(line.text()).name))
                line.setCursorPosition(0)
                line.blockSignals(was_blocked)

    def job(self, key: JobKey) -> Job:
        """A job as it stands."""
        return self.session.repository.jobs[key]

    def close_dialogs(self) -> None:
        """Close all but the main window."""
        for widget in list(self.windows()):
            if widget is not self.window:
                widget.close()
        wait(1)
