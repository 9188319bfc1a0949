"""Builds one window with its controllers and workers over one data folder, and takes it all down again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal, Slot

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.event_diff import shown_key
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.keys.keychain import Keychain, open_keychain
from epa_gui.core.service.redaction import remember_secret
from epa_gui.process.build_info import BuildInfo, build_info
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.key_worker import KeyWorker
from epa_gui.ui.base.message_bar import Message
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.store_worker import StoreWorker
from epa_gui.ui.base.threads import Worker, end_process_if_stuck, start_in_thread, wait_for
from epa_gui.ui.history.history_controller import HistoryController
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.check_worker import CheckPool
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.jobs.estimates import Estimates
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.key_test import KeyTest
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.key_issue import KeyIssue
from epa_gui.ui.keys.key_watch import KeyWatch
from epa_gui.ui.keys.model_controller import ModelController
from epa_gui.ui.retraining.file_inspection import FileInspection
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_controller import SwitchController
from epa_gui.ui.switching.switch_coordinator import SWITCH_SECONDS, SwitchCoordinator
from epa_gui.ui.updates.update_controller import UpdateController
from epa_gui.ui.window import practice_seed
from epa_gui.ui.window.action_router import ActionRouter
from epa_gui.ui.window.dispatcher import Dispatcher
from epa_gui.ui.window.drop_controller import DropController
from epa_gui.ui.window.list_feed import ListFeed
from epa_gui.ui.window.list_trouble import ListTrouble
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.notifier import Notifier
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.quit_guard import QuitGuard
from epa_gui.ui.window.settings_controller import SettingsController

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

    from epa_gui.practice import PracticeService

translate = QCoreApplication.translate

_LEARN_KEYS_MS = 1500
_STOP_REQUESTS_SECONDS = 3.0
_STOP_KEYCHAIN_SECONDS = 5.0
_STOP_STORE_SECONDS = 20.0


def system_downloads_folder() -> Path:
    """The system's folder for downloads."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place) if place else Path.home()


@dataclass(frozen=True, slots=True)
class SessionSetup:
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
    downloads_folder: Callable[[], Path] = field(default=system_downloads_folder)
    switch_seconds: float = SWITCH_SECONDS
    build: Callable[[], BuildInfo] = field(default=build_info)


class Session(QObject):
    """One window at work.

    Signals:
        practice_requested, log_requested, about_requested: A menu item or button was pressed that the program answers.
        ready: The list was read, and its jobs and models are there; once.
    """

    practice_requested = Signal()
    log_requested = Signal()
    about_requested = Signal()
    ready = Signal()

    def __init__(self, setup: SessionSetup) -> None:
        super().__init__()
        self._practice = setup.practice
        self._is_closed = False
        self._store = StoreWorker(setup.folder, setup.clock)
        self._key_worker = KeyWorker(setup.open_keychain)
        self._pool = CheckPool(setup.clock)
        self._forgotten: list[str] = []
        self._lasting_threads: list[tuple[Worker, QThread]] = []
        self.repository = Repository(self._store, setup.clock, setup.practice.url if setup.practice else "")
        self.keys = KeyStore(self._key_worker)
        self.keys.model_of = self.repository.model
        self.scheduler = CheckScheduler(self.repository, self.keys, self._pool)
        self.downloads = Downloads(self.repository, self.keys, self.scheduler, setup.downloads_folder)
        self.estimates = Estimates(self.repository)
        self.uploads = Uploads(self.repository, self.keys, setup.folder / "outgoing")
        self.file_inspection = FileInspection(self.repository)
        self.switch_coordinator = SwitchCoordinator(self.repository, self.keys, setup.switch_seconds)
        self._key_watch = KeyWatch(self.repository, self.estimates.ends_of)
        self._key_issue = KeyIssue(self.repository, self.keys)
        self._key_test = KeyTest(self.repository, self.keys, self._pool)
        job_list = JobListModel(setup.clock)
        list_feed = ListFeed(
            job_list,
            repository=self.repository,
            keys=self.keys,
            scheduler=self.scheduler,
            estimates=self.estimates,
            switch_coordinator=self.switch_coordinator,
        )
        job_filter = JobFilter()
        job_filter.setSourceModel(job_list)
        self.window = MainWindow(job_filter, job_list, setup.clock, is_practice=setup.practice is not None)
        self.presenter = Presenter(
            self.window,
            jobs=job_list,
            list_feed=list_feed,
            job_filter=job_filter,
            repository=self.repository,
            keys=self.keys,
            scheduler=self.scheduler,
            downloads=self.downloads,
            uploads=self.uploads,
            estimates=self.estimates,
            key_watch=self._key_watch,
            switch_coordinator=self.switch_coordinator,
        )
        self.key_controller = KeyController(
            self.window,
            repository=self.repository,
            keys=self.keys,
            key_issue=self._key_issue,
            key_watch=self._key_watch,
            messages=self.window.messages,
        )
        self.model_controller = ModelController(
            self.window,
            repository=self.repository,
            keys=self.keys,
            key_controller=self.key_controller,
            choices=self._choices(setup.service_url),
            hint_text=practice_seed.model_hint(setup.practice) if setup.practice else "",
        )
        self._save_controller = SaveController(self.window, self.repository, self.downloads, self.window.table)
        self.job_controller = JobController(
            self.window,
            repository=self.repository,
            scheduler=self.scheduler,
            live_state_of=self.switch_coordinator.live_state_of,
            table=self.window.table,
            view=self.presenter,
            messages=self.window.messages,
            hint_text=practice_seed.job_hint(setup.practice) if setup.practice else "",
        )
        self.retraining_controller = RetrainingController(
            self.window,
            repository=self.repository,
            file_inspection=self.file_inspection,
            uploads=self.uploads,
            view=self.presenter,
            messages=self.window.messages,
        )
        self._drop_controller = DropController(
            self.window, jobs=self.job_controller, retrainings=self.retraining_controller
        )
        self.switch_controller = SwitchController(
            self.window,
            repository=self.repository,
            switch_coordinator=self.switch_coordinator,
            messages=self.window.messages,
        )
        self.history_controller = HistoryController(self.window, self.repository)
        self._settings_controller = SettingsController(self.window, self.repository, self.keys)
        build = setup.build()
        self._update_controller = UpdateController(
            self.window, build.update_address, home=build.release_page, built_at=build.built_at, clock=setup.clock
        )
        self._quit_guard = QuitGuard(self.window, self.downloads, self.uploads, self.switch_coordinator)
        self._notifier = Notifier(self.window)
        self._list_trouble = ListTrouble(self.window, self.repository, self.window.messages)
        self._dispatcher = Dispatcher(
            self.window,
            repository=self.repository,
            presenter=self.presenter,
            list_trouble=self._list_trouble,
            scheduler=self.scheduler,
            downloads=self.downloads,
            uploads=self.uploads,
            switch_coordinator=self.switch_coordinator,
            jobs=self.job_controller,
            saves=self._save_controller,
            keys=self.key_controller,
            retrainings=self.retraining_controller,
            switches=self.switch_controller,
        )
        self._action_router = ActionRouter(
            self.window,
            presenter=self.presenter,
            models=self.model_controller,
            keys=self.key_controller,
            jobs=self.job_controller,
            saves=self._save_controller,
            retrainings=self.retraining_controller,
            switches=self.switch_controller,
            history=self.history_controller,
            settings=self._settings_controller,
            updates=self._update_controller,
        )
        self._kept = (job_list, job_filter)
        self.window.actions_.check_for_updates.setVisible(bool(build.update_address))
        self.window.actions_.check_for_updates.setEnabled(bool(build.update_address))
        self._connect()
        self._connect_rooms()

    def _connect(self) -> None:
        actions = self.window.actions_
        actions.practice.triggered.connect(self.practice_requested)
        actions.show_log.triggered.connect(self.log_requested)
        actions.about.triggered.connect(self.about_requested)
        actions.practice.setEnabled(self._practice is None)
        self.window.closed.connect(self.history_controller.stop)
        self.window.closed.connect(self.close)
        self.keys.learned.connect(self._on_secret)
        self.keys.forgotten.connect(self._on_forgotten)
        self.repository.settings_changed.connect(self._on_settings_changed)
        self.repository.opened.connect(self._on_opened)
        self.scheduler.ended.connect(self._on_ended)
        self._notifier.job_requested.connect(self.presenter.select)
        self._notifier.window_requested.connect(self.window.come_forward)
        for source in (self.window, self.window.messages, self.window.details):
            source.command_requested.connect(self._dispatcher.carry_out)
        self.window.details.folder_requested.connect(self.job_controller.show_folder)

    def _connect_rooms(self) -> None:
        """What one room asks of another, or tells it; they do not know each other."""
        models, keys, tests = self.model_controller, self.key_controller, self._key_test
        self.scheduler.ticked.connect(self._key_watch.tick)
        self.scheduler.ticked.connect(self.switch_controller.refresh)
        keys.key_pasted.connect(tests.start)
        tests.accepted.connect(keys.show_accepted)
        tests.refused.connect(keys.show_refused)
        keys.refusal_changed.connect(self.presenter.mark_refused)
        self.switch_controller.refusal_changed.connect(self.presenter.mark_refused)
        for form in (self.job_controller, self.retraining_controller):
            form.model_requested.connect(models.open_add)
            models.model_added.connect(form.offer_model)
        self.switch_controller.save_requested.connect(self._save_controller.ask_where_for)

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
        return self._quit_guard.would_ask()

    @Slot()
    def _on_opened(self) -> None:
        for model in self.repository.leftover:
            self.keys.forget(model.id)
        if self._practice:
            practice_seed.seed(self._practice, self.repository, self.keys)
        QTimer.singleShot(_LEARN_KEYS_MS, self, self._on_settled)
        self.ready.emit()

    @Slot()
    def _on_settled(self) -> None:
        """Nobody waits for the keychain now: learn what must never be written down, whoever pastes it anywhere."""
        if self._is_closed:
            return
        for model in self.repository.models.values():
            self.keys.learn_kept(model.id, has_secret=model.has_secret)

    @Slot(str)
    def _on_secret(self, secret: str) -> None:
        remember_secret(secret)

    @Slot(str)
    def _on_forgotten(self, model: str) -> None:
        if not self.keys.is_lasting and model in {leftover.id for leftover in self.repository.leftover}:
            return  # the real keychain was not there to be asked: the next start tries again
        gone = self.repository.gone_model(model)
        if gone is not None:
            details = {"key": shown_key(gone.key_hint)}
            self.repository.note(
                HistoryEvent(EventKind.KEY_REMOVED, self.repository.clock(), gone.id, gone.name, details=details)
            )
        if self._is_closed:
            self._forgotten.append(model)
        elif model not in self.repository.models:
            self._store.forget_removed((model,), with_jobs=False)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        self._notifier.set_on(is_on=settings.notify)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if self.repository.settings.notify:
            self._notifier.tell(job, self.repository.models[job.model].name)

    def tell_unexpected(self, details: str) -> None:
        """Show that something broke inside, once."""
        text = translate(
            "Session",
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
        for controller in (
            self.scheduler,
            self.downloads,
            self.uploads,
            self.file_inspection,
            self._key_issue,
            self.switch_coordinator,
        ):
            controller.stop()
        self.history_controller.stop()
        self._update_controller.stop()
        wait_for(self._passing_threads(), _STOP_REQUESTS_SECONDS)
        QCoreApplication.sendPostedEvents()  # what the downloads and switches reported last goes on record
        self.switch_coordinator.end_all()
        for model in self.repository.removed_models():
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
            *self.downloads.threads,
            *self.uploads.threads,
            *self.file_inspection.threads,
            *self._key_issue.threads,
            *self.switch_coordinator.threads,
            *self._drop_controller.threads,
            *self.switch_controller.threads,
            *self.history_controller.threads,
            *self._update_controller.threads,
        ]
