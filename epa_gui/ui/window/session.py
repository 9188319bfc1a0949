"""Builds one window with its controllers and workers over one data folder, and takes it all down again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal, Slot

from epa_gui.core.history.event import Act, ActKind
from epa_gui.core.history.event_diff import shown_key
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.keys.keychain import Keychain, open_keychain
from epa_gui.core.service.redaction import remember_secret
from epa_gui.process.build_info import BuildInfo, build_info
from epa_gui.ui.base.key_store import KeyRing
from epa_gui.ui.base.key_worker import KeyWorker
from epa_gui.ui.base.message_bar import Message
from epa_gui.ui.base.problem_wording import problem_words
from epa_gui.ui.base.repository import Records
from epa_gui.ui.base.store_worker import StoreWorker
from epa_gui.ui.base.threads import Worker, end_process_if_stuck, start_in_thread, wait_for
from epa_gui.ui.history.history_acts import HistoryActs
from epa_gui.ui.jobs.check_worker import CheckPool
from epa_gui.ui.jobs.checking import Checking
from epa_gui.ui.jobs.estimates import Estimates
from epa_gui.ui.jobs.job_acts import JobActs
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.save_acts import SaveActs
from epa_gui.ui.jobs.saving import Saving
from epa_gui.ui.keys.key_acts import KeyActs
from epa_gui.ui.keys.key_issue import KeyIssue
from epa_gui.ui.keys.key_test import KeyTest
from epa_gui.ui.keys.key_watch import KeyWatch
from epa_gui.ui.keys.model_acts import ModelActs
from epa_gui.ui.retraining.inspecting import Inspecting
from epa_gui.ui.retraining.retrain_acts import RetrainActs
from epa_gui.ui.retraining.sending import Sending
from epa_gui.ui.switching.switch_acts import SwitchActs
from epa_gui.ui.switching.switching import SWITCH_SECONDS, Switching
from epa_gui.ui.updates.update_acts import UpdateActs
from epa_gui.ui.window import practice_seed as practising
from epa_gui.ui.window.drop_acts import DropActs
from epa_gui.ui.window.list_wording import unopened_words, unread_words
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.notifier import Notifier
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.quit_guard import Leaving
from epa_gui.ui.window.settings_acts import SettingsActs

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

    from epa_gui.practice import PracticeService

translate = QCoreApplication.translate

_OPEN_AGAIN = "open list again"
_LEARN_KEYS_MS = 1500
_STOP_REQUESTS_SECONDS = 3.0
_STOP_KEYCHAIN_SECONDS = 5.0
_STOP_STORE_SECONDS = 20.0


def downloads_folder() -> Path:
    """The system's folder for downloads."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place) if place else Path.home()


@dataclass(frozen=True, slots=True)
class DeskSetup:
    """What a desk is built over.

    Attributes:
        folder: The data folder.
        service_url: An address to offer first in Add model.
        practice: The running practice service, if this is its window.
        clock: Seconds since the epoch.
        open_keychain: Opens the keychain, in its own thread.
        downloads: Tells the system's folder for downloads.
        switch_seconds: The deadline of a switch.
        build: Tells what the build wrote.
    """

    folder: Path
    service_url: str = ""
    practice: "PracticeService | None" = None
    clock: Callable[[], float] = time.time
    open_keychain: Callable[[], Keychain] = open_keychain
    downloads: Callable[[], Path] = field(default=downloads_folder)
    switch_seconds: float = SWITCH_SECONDS
    build: Callable[[], BuildInfo] = field(default=build_info)


class Desk(QObject):
    """One window at work."""

    practice_wanted = Signal()
    log_wanted = Signal()
    about_wanted = Signal()
    ready = Signal()

    def __init__(self, setup: DeskSetup) -> None:
        super().__init__()
        self._practice = setup.practice
        self._is_closed = False
        self._store = StoreWorker(setup.folder, setup.clock)
        self._key_worker = KeyWorker(setup.open_keychain)
        self._pool = CheckPool(setup.clock)
        self._forgotten: list[str] = []
        self._unopened: Message | None = None
        self._lasting_threads: list[tuple[Worker, QThread]] = []
        self.records = Records(self._store, setup.clock, setup.practice.url if setup.practice else "")
        self.keys = KeyRing(self._key_worker)
        self.keys.model_of = self.records.model
        self.checking = Checking(self.records, self.keys, self._pool)
        self.saving = Saving(self.records, self.keys, self.checking, setup.downloads)
        self.estimates = Estimates(self.records)
        self.sending = Sending(self.records, self.keys, setup.folder / "outgoing")
        self.inspecting = Inspecting(self.records)
        self.switching = Switching(self.records, self.keys, setup.switch_seconds)
        self._key_watch = KeyWatch(self.records, self.checking, self.estimates)
        self._key_issue = KeyIssue(self.records, self.keys)
        self._key_test = KeyTest(self.records, self.keys, self._pool)
        job_list = JobListModel(setup.clock)
        job_list.estimate_of = self.estimates.of
        job_list.standing_of = self.switching.standing_of
        job_filter = JobFilter()
        job_filter.setSourceModel(job_list)
        self.window = MainWindow(job_filter, job_list, setup.clock, is_practice=setup.practice is not None)
        self.presenter = Presenter(
            self.window,
            jobs=job_list,
            job_filter=job_filter,
            records=self.records,
            keys=self.keys,
            checking=self.checking,
            saving=self.saving,
            sending=self.sending,
            estimates=self.estimates,
            key_watch=self._key_watch,
            switching=self.switching,
        )
        self.key_acts = KeyActs(
            self.window,
            records=self.records,
            keys=self.keys,
            key_test=self._key_test,
            key_issue=self._key_issue,
            key_watch=self._key_watch,
            presenter=self.presenter,
        )
        self.model_acts = ModelActs(
            self.window,
            records=self.records,
            keys=self.keys,
            key_acts=self.key_acts,
            presenter=self.presenter,
            choices=self._choices(setup.service_url),
            hint_text=practising.model_hint(setup.practice) if setup.practice else "",
        )
        self._save_acts = SaveActs(self.window, self.records, self.saving)
        self.job_acts = JobActs(
            self.window,
            records=self.records,
            checking=self.checking,
            switching=self.switching,
            presenter=self.presenter,
            keys=self.key_acts,
            models=self.model_acts,
            saves=self._save_acts,
            hint_text=practising.job_hint(setup.practice) if setup.practice else "",
        )
        self.retrain_acts = RetrainActs(
            self.window,
            records=self.records,
            inspecting=self.inspecting,
            sending=self.sending,
            presenter=self.presenter,
            models=self.model_acts,
            jobs=self.job_acts,
        )
        self._drop_acts = DropActs(self.window, jobs=self.job_acts, retrainings=self.retrain_acts)
        self.switch_acts = SwitchActs(
            self.window,
            records=self.records,
            checking=self.checking,
            switching=self.switching,
            presenter=self.presenter,
            saves=self._save_acts,
        )
        self.history_acts = HistoryActs(self.window, self.records)
        self._settings_acts = SettingsActs(self.window, self.records, self.keys)
        build = setup.build()
        self._update_acts = UpdateActs(
            self.window, build.update_address, home=build.release_page, built_at=build.built_at, clock=setup.clock
        )
        self._leaving = Leaving(self.window, self.saving, self.sending, self.switching)
        self._notifier = Notifier(self.window)
        self._kept = (job_list, job_filter)
        self._connect()

    def _connect(self) -> None:
        actions = self.window.actions_
        actions.practice.triggered.connect(self.practice_wanted)
        actions.show_log.triggered.connect(self.log_wanted)
        actions.about.triggered.connect(self.about_wanted)
        actions.practice.setEnabled(self._practice is None)
        self.window.closed.connect(self.close)
        self.keys.learned.connect(self._on_secret)
        self.keys.forgotten.connect(self._on_forgotten)
        self.records.trouble.connect(self._on_trouble)
        self.records.not_opened.connect(self._on_not_opened)
        self.window.messages.acted.connect(self._on_message)
        self.records.saved_again.connect(self._on_saved_again)
        self.records.settings_changed.connect(self._on_settings_changed)
        self.records.opened.connect(self._on_opened)
        self.checking.ended.connect(self._on_ended)
        self._notifier.job_wanted.connect(self.presenter.select)
        self._notifier.window_wanted.connect(self.window.come_forward)

    def _choices(self, service_url: str) -> list[RegionChoice]:
        """What Add model offers; practice and real services never side by side."""
        offered = [RegionChoice(Region.OWN, service_url)] if service_url else []
        if self._practice:
            return [*offered, RegionChoice(Region.PRACTICE)]
        return [*offered, RegionChoice(Region.GLOBAL), RegionChoice(Region.JAPAN), RegionChoice(Region.OWN)]

    @Slot()
    def start(self) -> None:
        """Begin to work, once; the window may be on screen already."""
        if self._lasting_threads or self._is_closed:
            return
        for worker, name in ((self._store, "list"), (self._key_worker, "keychain")):
            self._lasting_threads.append((worker, start_in_thread(worker, name)))

    def has_started(self) -> bool:
        """Whether workers run."""
        return bool(self._lasting_threads) and not self._is_closed

    def is_busy(self) -> bool:
        """Whether something is under way that closing the window would end, or wait for."""
        return self._leaving.would_ask()

    @Slot()
    def _on_opened(self) -> None:
        self.window.messages.withdraw(_OPEN_AGAIN)
        for model in self.records.leftover:
            self.keys.forget(model.id)
        if self._practice:
            practising.seed(self._practice, self.records, self.keys)
        QTimer.singleShot(_LEARN_KEYS_MS, self, self._on_settled)
        self.ready.emit()

    @Slot()
    def _on_settled(self) -> None:
        """Nobody waits for the keychain now: learn what must never be written down, whoever pastes it anywhere."""
        if self._is_closed:
            return
        for model in self.records.models.values():
            self.keys.learn_kept(model.id, has_secret=model.has_secret)

    @Slot(str)
    def _on_secret(self, secret: str) -> None:
        remember_secret(secret)

    @Slot(str)
    def _on_forgotten(self, model: str) -> None:
        if not self.keys.is_lasting and model in {leftover.id for leftover in self.records.leftover}:
            return  # the real keychain was not there to be asked: the next start tries again
        gone = self.records.gone_model(model)
        if gone is not None:
            details = {"key": shown_key(gone.key_hint)}
            self.records.note(Act(ActKind.KEY_REMOVED, self.records.clock(), gone.id, gone.name, details=details))
        if self._is_closed:
            self._forgotten.append(model)
        elif model not in self.records.models:
            self._store.forget_removed((model,), with_jobs=False)

    @Slot(object)
    def _on_trouble(self, problem: Problem) -> None:
        is_partial = problem.kind is ProblemKind.LIST_UNREAD
        words = unread_words(self.records.unread) if is_partial else problem_words(problem)
        self.window.messages.say(Message(words.sentence(), problem.kind.value, details=problem.said, is_trouble=True))

    @Slot()
    def _on_not_opened(self) -> None:
        read = self.records.unopened
        if read is None or read.problem is None:
            return
        text = unopened_words(read.problem, is_final=read.is_final).sentence()
        button = "" if read.is_final else translate("Desk", "Try again")
        message = Message(text, _OPEN_AGAIN, button, read.problem.said, is_trouble=True)
        if message != self._unopened:
            self.window.messages.withdraw(_OPEN_AGAIN)
            self.window.messages.say(message)
        self._unopened = message

    @Slot(str)
    def _on_message(self, action: str) -> None:
        if action == _OPEN_AGAIN:
            self._unopened = None  # the button took the message away: if it is still so, that is said again
            self.records.open_again()

    @Slot()
    def _on_saved_again(self) -> None:
        self.window.messages.withdraw(ProblemKind.LIST_NOT_SAVED.value)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        self._notifier.set_on(is_on=settings.notify)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if self.records.settings.notify:
            self._notifier.tell(job, self.records.models[job.model].name)

    def tell_unexpected(self, details: str) -> None:
        """Show that something broke inside, once."""
        text = translate(
            "Desk",
            "Something unexpected happened inside EPA Desktop. Your list is safe, and checking goes on."
            " If it happens again, send the details to whoever looks after this program.",
        )
        self.window.messages.say(Message(text, details=details, is_trouble=True))

    @Slot()
    def close(self) -> None:
        """Stop everything, in the order in which one thing needs the other; done once."""
        if self._is_closed:
            return
        if self.has_started():
            self.presenter.remember_layout()
        self._is_closed = True
        for controller in (self.checking, self.saving, self.sending, self.inspecting, self._key_issue, self.switching):
            controller.stop()
        self.history_acts.stop()
        self._update_acts.stop()
        wait_for(self._passing_threads(), _STOP_REQUESTS_SECONDS)
        QCoreApplication.sendPostedEvents()  # what the downloads and switches reported last goes on record
        self.switching.end_all()
        for model in self.records.removed_models():
            self.keys.forget(model)
        threads = dict(zip(("list", "keychain"), (thread for _, thread in self._lasting_threads), strict=False))
        self._key_worker.stop()
        if "keychain" in threads:
            wait_for([threads["keychain"]], _STOP_KEYCHAIN_SECONDS)
        QCoreApplication.sendPostedEvents()
        self._store.forget_removed(tuple(self._forgotten))
        self._store.stop()
        if "list" in threads:
            wait_for([threads["list"]], _STOP_STORE_SECONDS)
        self._notifier.set_on(is_on=False)

    def end_stuck_process(self, code: int = 0) -> None:
        """After `close`, at the program's end: leave at once, with this exit code, if a thread cannot be woken."""
        lasting = [thread for _, thread in self._lasting_threads]
        end_process_if_stuck([*self._passing_threads(), *lasting], code)

    def _passing_threads(self) -> list["QThread"]:
        """Threads that can be told to end at once."""
        return [
            *self._pool.threads,
            *self.saving.threads,
            *self.sending.threads,
            *self.inspecting.threads,
            *self._key_issue.threads,
            *self.switching.threads,
            *self._drop_acts.threads,
            *self.switch_acts.threads,
            *self.history_acts.threads,
            *self._update_acts.threads,
        ]
