"""A vocabulary for tests: somebody at the window of the real program."""

import contextlib
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.core.history.event import HistoryEvent
from epa_gui.core.history.log import entries
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.keychain import Keychain
from epa_gui.core.results.pictures.library import library
from epa_gui.core.service import client
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import PracticeService
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.jobs.job_list_model import JOB_ROLE, JobColumn
from epa_gui.ui.switching.switch_panels import ConfirmButton
from epa_gui.ui.window.model_card import ModelCard
from epa_gui.ui.window.model_card_delegate import CARD_ROLE
from epa_gui.ui.window.session import Session, SessionSetup

_LOADED = client
"""What the first check would load. A thread that loads it cannot be woken, and a slow computer takes seconds for it."""

_W = TypeVar("_W", bound=QWidget)
_T = TypeVar("_T")


class Clock:
    """The time of day, moved on by a test as it likes."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._ahead += seconds


class AtDesk:
    """Acts on widgets as a person does, and looks at what they show."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        clock: Clock,
        practice: PracticeService,
        keychain: Keychain,
        *,
        fetches_results: bool = False,
        is_practice: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self.folder = folder / "data"
        self.practice_folder = folder / "service"
        self.downloads_folder = folder / "Downloads"
        self.downloads_folder.mkdir(exist_ok=True)
        self.clock = clock
        self._pages_ordered = 0
        self.practice = practice
        self.session = Session(
            SessionSetup(
                self.folder,
                practice.url,
                practice=practice if is_practice else None,
                clock=clock,
                open_keychain=lambda: keychain,
                downloads_folder=lambda: self.downloads_folder,
            )
        )
        self.window = self.session.window
        self.actions = self.window.actions_
        self.window.show()
        self.session.start()
        self.session.keys.open()
        self.until(lambda: self.session.repository.is_open and bool(self.session.keys.name))
        repository = self.session.repository
        if repository.can_be_used and repository.settings.fetch_results is not fetches_results:
            # Most stories tell what a person's own save asks the storage for, and nothing else shall ask it meanwhile.
            repository.change_settings(replace(repository.settings, fetch_results=fetches_results))

    def close(self) -> None:
        """Leave the program; what draws pictures is loaded once in a process, however many programs that has seen."""
        library.wait()
        self.session.window.close()
        self.session.close()
        self.session.window.hide()
        for form in self.session.window.findChildren(QDialog):  # one that stays open outlives what it shows
            form.hide()
        # Nothing calls off the loading of a library, and on a busy computer that takes longer than a person waits.
        threads = self._threads()
        assert wait_for(threads, 60), (
            f"never ended: {[thread.objectName() for thread in threads if thread.isRunning()]}"
        )

    # Acting

    def add_model(self, name: str, api_key: str | None = None, *, stays_chosen: bool = False) -> Model:
        """Add a model through its form; it is chosen then, and all models are again unless that is to stay."""
        self.actions.add_model.trigger()
        form = self.dialog("Add model")
        self.field(form, "Name", QLineEdit).setText(name)
        self.field(form, "API key", QLineEdit).setText(api_key or self.practice.api_key)
        self.press(form, "Add model")
        model = self.until(lambda: self.model(name))
        if not stays_chosen:
            self.window.sidebar.choose_model("")  # so that a story goes on with all jobs there are
        return model

    def add_job(self, pasted: str, name: str = "", note: str = "", model: str = "") -> Job:
        """Add a job through its form."""
        known = set(self.session.repository.jobs)
        self.actions.add_job.trigger()
        form = self.dialog("Add job")
        if model:
            self.field(form, "Model", QComboBox).setCurrentText(model)
        self.field(form, "Job ID", QPlainTextEdit).setPlainText(pasted)
        self.field(form, "Name", QLineEdit).setText(name)
        self.field(form, "Note", QPlainTextEdit).setPlainText(note)
        self.press(form, "Add job")
        key = self.until(lambda: next(iter(set(self.session.repository.jobs) - known), None))
        return self.session.repository.jobs[key]

    def finished_job(self, name: str = "") -> Job:
        """Add a job that has finished, and wait until that is seen."""
        job_id = self.practice.start_job(seconds=0.0)
        key = self.add_job(job_id, name).key
        return self.until(lambda: self.job(key) if self.job(key).can_save else None)

    def running_job(self, name: str = "", model: str = "") -> Job:
        """Add a job that goes on for an hour, and wait for its first answer."""
        number = 2002 if model else None
        key = self.add_job(self.practice.start_job(seconds=3600.0, model_id=number), name, model=model).key
        return self.until(lambda: self.job(key) if self.job(key).status else None)

    def select(self, *jobs: Job) -> None:
        """Select rows."""
        self.window.table.clearSelection()
        for job in jobs:
            index = self.window.table.model().index(self._row_of(job), 0)
            flags = self.window.table.selectionModel().SelectionFlag
            self.window.table.selectionModel().select(index, flags.Select | flags.Rows)
            self.window.table.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.qtbot.wait(1)

    def choose_column(self, heading: str) -> None:
        """Choose a column in the menu of columns, or choose it no more."""
        menu = QMenu()
        self.window.table.column_actions(menu)
        next(action for action in menu.actions() if action.text() == heading).trigger()

    def choose_model(self, name: str) -> None:
        """Click a model in the list of models."""
        models = self.model_list()
        rows = self.until(lambda: [at for at, line in enumerate(self.model_lines()) if line.split("\n")[0] == name])
        place = models.visualRect(models.model().index(rows[0], 0)).center()
        QTest.mouseClick(models.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def know_secret(self, model: Model) -> None:
        """Have the account's secret key kept for a model, as after a key was issued from it."""
        self.session.repository.add_model(replace(model, has_secret=True, service_id=self.practice.model_id))
        self.session.keys.put_secret(model.id, self.practice.secret_key)

    def issue_new_key(self, name: str) -> None:
        """Choose a model and "Issue a new key"."""
        self.choose_model(name)
        self.until(self.actions.issue_key.isEnabled)
        self.actions.issue_key.trigger()

    def start_saving(self, job: Job, name: str = "") -> Path:
        """Choose a file in the save dialog; the file's path."""
        self.select(job)
        self.until(self.actions.save_results.isEnabled)
        self.actions.save_results.trigger()
        dialog = self.dialog("Save results")
        assert isinstance(dialog, QFileDialog)
        path = Path(dialog.directory().absolutePath()) / (name or Path(dialog.selectedFiles()[0]).name)
        dialog.selectFile(str(path))
        self.press(dialog, "Save")
        return path

    def save_results(self, job: Job) -> Path:
        """Save a job's results and wait until they are whole."""
        path = self.start_saving(job)
        self.until(lambda: self.job(job.key).saved)
        return path

    def open_switch(self, job: Job) -> QDialog:
        """Open the dialog that asks before a switch."""
        self.select(job)
        self.until(self.actions.switch_model.isEnabled)
        self.actions.switch_model.trigger()
        return self.dialog("Switch model")

    def ask_for_switch(self, job: Job, reason: str = "It is better") -> None:
        """Switch to a job through the dialog, without waiting for what comes of it."""
        dialog = self.open_switch(job)
        self.field(dialog, "Reason", QLineEdit).setText(reason)
        self.confirm_switch(dialog)

    def confirm_switch(self, dialog: QDialog) -> None:
        """Press the acting button, by keyboard, as soon as it takes a press."""
        button = self.button(dialog, "Switch model")
        assert isinstance(button, ConfirmButton)
        before = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)  # so that a thousand actions need not wait for each other
        try:
            self.until(button.wait_is_over)
            QTest.keyClick(button, Qt.Key.Key_Space)
        finally:
            QApplication.setDoubleClickInterval(before)
        self.until(self.no_dialog)

    def switch(self, job: Job, reason: str = "It is better") -> None:
        """Switch to a job and wait until the service has answered, or nothing more will come."""
        self.ask_for_switch(job, reason)
        self.until(lambda: self.session.switch_coordinator.under_way(job.model) is None)

    def history(self) -> list[HistoryEvent]:
        """What the history on the disk holds, oldest first, once all that the program has had written is there."""
        with contextlib.closing(self.connect()) as connection:
            return [entry.event for entry in reversed(entries(connection))]

    def connect(self) -> sqlite3.Connection:
        """Open the list's file beside the program, once all that it has had written is there."""
        if self.session.repository.can_be_used:
            self._until_written()
        return sqlite3.connect(self.folder / FILE_NAME)

    def _until_written(self) -> None:
        """Wait for the store, which does in turn what it is told, until it ends: a page ordered last comes last."""
        self._pages_ordered -= 1  # numbers that no window's load ever has
        order, came = self._pages_ordered, list[int]()
        repository = self.session.repository
        signals = (repository.history_read, repository.history_failed)
        connections = [signal.connect(lambda load, _: came.append(load)) for signal in signals]
        repository.read_history(order)
        self.until(lambda: order in came or all(thread.isFinished() for thread in self._threads("list")))
        for signal, connection in zip(signals, connections, strict=True):
            signal.disconnect(connection)

    def _threads(self, name: str = "") -> list[QThread]:
        """The program's threads of that name, or all."""
        threads = [thread for part in self.session.shutdown for thread in getattr(part, "threads", ())]
        return [thread for thread in threads if name in ("", thread.objectName())]

    def check_now(self, *jobs: Job) -> None:
        """Select jobs, press "Check now", and wait for the answers."""
        self.select(*jobs)
        asked = {job.key: self.job(job.key).asked_at for job in jobs}
        self.clock.advance(0.01)
        self.until(self.actions.check_now.isEnabled)
        self.actions.check_now.trigger()
        self.until(lambda: all(self.job(key).asked_at != at for key, at in asked.items()))

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the program notice it."""
        self.clock.advance(seconds)
        self.session.scheduler.tick()

    def drop(self, *paths: Path, on: QWidget | None = None) -> None:
        """Drag files to the middle of a widget, the window if none is given, and let go of them there.

        As the system does it: its window gets the events, and Qt finds what is under them. Like file managers do, the
        paths come as text too.
        """
        target = on or self.window
        self.until(target.isVisible)
        place = target.mapTo(target.window(), target.rect().center())
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        data.setText("\n".join(map(str, paths)))
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        handle = target.window().windowHandle()
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
        QGuiApplication.sendEvent(handle, enter)
        move = QDragMoveEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
        QGuiApplication.sendEvent(handle, move)
        assert enter.isAccepted(), f"nothing takes files at {target}"
        drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
        QGuiApplication.sendEvent(handle, drop)

    # Looking

    def model(self, name: str) -> Model | None:
        """The model of that name."""
        return next((model for model in self.session.repository.models.values() if model.name == name), None)

    def job(self, key: JobKey) -> Job:
        """A job as it stands."""
        return self.session.repository.jobs[key]

    def jobs(self) -> list[Job]:
        """All jobs as they stand, in the order in which they were added."""
        return list(self.session.repository.jobs.values())

    def selected(self) -> list[str]:
        """The names in the selected rows."""
        rows = self.window.table.selectionModel().selectedRows(JobColumn.NAME)
        return [str(index.data()) for index in rows]

    def rows(self) -> list[list[str]]:
        """What the table shows."""
        table = self.window.table.model()
        return [[str(table.index(row, column).data()) for column in JobColumn] for row in range(table.rowCount())]

    def cell(self, job: Job, column: JobColumn) -> str:
        """What the table shows of a job."""
        return self.rows()[self._row_of(job)][column]

    def _row_of(self, job: Job) -> int:
        table = self.window.table.model()
        keys = [table.index(row, JobColumn.NAME).data(JOB_ROLE).key for row in range(table.rowCount())]
        return keys.index(job.key)

    def model_lines(self) -> list[str]:
        """What the list of models shows and tells in its tooltips, its first line standing for all of them."""
        return ["\n".join(_lines(card)) for card in self.model_cards()]

    def model_list(self) -> QListView:
        """The list of models."""
        return self.field(self.window.sidebar, "Models", QListView)

    def model_cards(self) -> list[ModelCard]:
        """The cards of the list of models, the first standing for all of them."""
        model = self.model_list().model()
        return [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]

    def card(self, name: str) -> ModelCard:
        """The card of a model."""
        return next(card for card in self.model_cards() if card.name == name)

    def chosen_model_line(self) -> str:
        """What the list of models shows where it is chosen."""
        return "\n".join(_lines(self.model_list().currentIndex().data(CARD_ROLE)))

    def all_actions(self) -> list[QAction]:
        """Every action of the window."""
        return [action for action in self.actions.children() if isinstance(action, QAction)]

    def said(self) -> str:
        """All the text a person can read in the window and its forms."""
        texts = []
        for widget in [self.window, *self.window.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                texts.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                texts.append(widget.toPlainText())
        told = "\n".join(texts).replace("\u200b", "")  # where long words may break; nobody sees it
        return told.replace("\u00a0", " ")  # nor that a number stays with its unit

    def until_new_key_is_told(self, name: str) -> None:
        """Wait until it is said that a model has a new key.

        That is there for a moment only: news gives way to news, here to what the service says of the key.
        """
        news = (f"“{name}” has a new key.", f"The service accepts the key of “{name}”.")
        self.until(lambda: any(text in self.said() for text in news))

    def dialog(self, title: str) -> QDialog:
        """The open dialog of that title."""

        def find() -> QDialog | None:
            dialogs = self.window.findChildren(QDialog)
            return next((found for found in dialogs if found.isVisible() and found.windowTitle() == title), None)

        return self.until(find)

    def no_dialog(self) -> bool:
        """Whether nothing stands in the way."""
        return not any(dialog.isVisible() for dialog in self.window.findChildren(QDialog))

    def button(self, parent: QWidget, text: str) -> QAbstractButton:
        """The visible button of that text."""

        def find() -> QAbstractButton | None:
            buttons = parent.findChildren(QAbstractButton)
            return next((b for b in buttons if b.isVisible() and b.text().replace("&", "") == text), None)

        return self.until(find)

    def shows_button(self, parent: QWidget, text: str) -> bool:
        """Whether there is a visible button of that text."""
        buttons = parent.findChildren(QAbstractButton)
        return any(b.isVisible() and b.text().replace("&", "") == text for b in buttons)

    def press(self, parent: QWidget, text: str) -> None:
        """Click a button."""
        QTest.mouseClick(self.button(parent, text), Qt.MouseButton.LeftButton)

    def send(self, form: QWidget) -> None:
        """Press the button that sends the files, as soon as it can be pressed."""

        def find() -> QAbstractButton | None:
            buttons = [b for b in form.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Send ")]
            return next((b for b in buttons if b.isEnabled()), None)

        QTest.mouseClick(self.until(find), Qt.MouseButton.LeftButton)

    def name_retraining(self, form: QWidget, name: str) -> None:
        """Unfold the name and the note of a retraining, and enter a name."""
        fold = self.field(form, "Name and note", QToolButton)
        if not fold.isChecked():
            QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
        self.field(form, "Name", QLineEdit).setText(name)

    def findings(self, form: QWidget) -> list[list[str]]:
        """What the tree of findings shows, a line each: text, place, and what can be done."""
        model = self.field(form, "Findings", QTreeView).model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        lines = [(group, row) for group in groups for row in range(model.rowCount(group))]
        return [[model.index(row, column, group).data() for column in range(3)] for group, row in lines]

    def field(self, parent: QWidget, name: str, kind: type[_W]) -> _W:
        """The visible field of that accessible name."""

        def find() -> _W | None:
            fields = parent.findChildren(kind)
            return next((f for f in fields if f.isVisible() and f.accessibleName() == name), None)

        return self.until(find)

    def until(self, look: Callable[[], _T | None], seconds: float = 30.0) -> _T:
        """Let the program work until `look` finds something."""
        found: list[_T] = []

        def seen() -> bool:
            result = look()
            if result:
                found.append(result)
            return bool(result)

        self.qtbot.waitUntil(seen, timeout=int(seconds * 1000))
        return found[0]

    def to_storage(self) -> list[dict[str, str]]:
        """The headers of every request that reached the storage."""
        return [dict(seen.headers) for seen in self.practice.requests if seen.origin == "storage"]

    def status_checks(self, job: Job) -> int:
        """How often the service was asked about a job."""
        return sum(seen.path.endswith(job.id) for seen in self.practice.requests if seen.origin == "api")


def _lines(card: ModelCard) -> list[str]:
    return [card.name, *(line.text for line in card.lines), *card.details.splitlines()]
