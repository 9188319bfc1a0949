"""One window at work: its frame first, all else in slices once it can be seen; and the order in which it all ends."""

import importlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from epa_gui.core.text.language_code import SYSTEM
from epa_gui.ui.window.early_input import EarlyInput
from epa_gui.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from epa_gui.core.keys.keychain import Keychain
    from epa_gui.practice import PracticeService
    from epa_gui.process.build_info import BuildInfo
    from epa_gui.ui.base.key_store import KeyStore
    from epa_gui.ui.base.repository import Repository
    from epa_gui.ui.base.shutdown import Shutdown
    from epa_gui.ui.history.history_controller import HistoryController
    from epa_gui.ui.jobs.check_scheduler import CheckScheduler
    from epa_gui.ui.jobs.downloads import Downloads
    from epa_gui.ui.jobs.estimates import Estimates
    from epa_gui.ui.jobs.job_controller import JobController
    from epa_gui.ui.jobs.results_fetch import ResultsFetch
    from epa_gui.ui.keys.key_controller import KeyController
    from epa_gui.ui.keys.key_use import KeyUse
    from epa_gui.ui.keys.model_controller import ModelController
    from epa_gui.ui.retraining.file_inspection import FileInspection
    from epa_gui.ui.retraining.retraining_controller import RetrainingController
    from epa_gui.ui.retraining.uploads import Uploads
    from epa_gui.ui.switching.switch_controller import SwitchController
    from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
    from epa_gui.ui.updates.update_controller import UpdateController
    from epa_gui.ui.window.presenter import Presenter
    from epa_gui.ui.window.session_controllers import Controllers
    from epa_gui.ui.window.session_services import Services

translate = QCoreApplication.translate

_STOP_REQUESTS_SECONDS = 3.0
_STOP_KEYCHAIN_SECONDS = 5.0
_STOP_STORE_SECONDS = 20.0

_LOADED_APART = (
    "epa_gui.core.jobs.job",
    "epa_gui.core.history.event",
    "epa_gui.ui.base.common_text",
    "epa_gui.ui.jobs.job_list_model",
    "epa_gui.ui.jobs.job_table",
    "epa_gui.ui.jobs.job_page",
    "epa_gui.ui.window.content",
    "epa_gui.core.store.store",
    "epa_gui.ui.base.store_worker",
    "epa_gui.ui.base.repository",
    "epa_gui.ui.base.key_store",
    "epa_gui.ui.jobs.check_scheduler",
    "epa_gui.ui.jobs.download_worker",
    "epa_gui.ui.jobs.downloads",
    "epa_gui.ui.jobs.results_fetch",
    "epa_gui.ui.retraining.uploads",
    "epa_gui.ui.switching.switch_coordinator",
    "epa_gui.ui.window.session_services",
    "epa_gui.ui.keys.key_controller",
    "epa_gui.ui.jobs.job_controller",
    "epa_gui.ui.window.presenter",
    "epa_gui.ui.window.dispatcher",
)
"""What is loaded right after the first paint, in this order, each in a turn of the event loop of its own.

Each takes less than 50 ms on a computer that needs 0.3 s to load Qt, so that the window answers in between.
"""


def system_downloads_folder() -> Path:
    """The system's folder for downloads."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415  nobody asks before results are saved

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place) if place else Path.home()


def system_keychain() -> "Keychain":
    """The system's keychain, or one for this session only."""
    from epa_gui.core.keys.keychain import open_keychain  # noqa: PLC0415  after the first paint

    return open_keychain()


def this_build() -> "BuildInfo":
    """What the build wrote beside the program."""
    from epa_gui.process.build_info import build_info  # noqa: PLC0415  after the first paint

    return build_info()


class SessionSetup(NamedTuple):
    """What a session is built over. No dataclass, for loading these takes as long as loading the window.

    Attributes:
        folder: The data folder.
        service_url: An address to offer first in Add model.
        practice: The running practice service, if this is its window.
        clock: Seconds since the epoch.
        open_keychain: Opens the keychain, in its own thread.
        downloads_folder: Tells the system's folder for downloads.
        switch_seconds: The deadline of a switch; 0 for the usual one.
        build: Tells what the build wrote.
    """

    folder: Path
    service_url: str = ""
    practice: "PracticeService | None" = None
    clock: Callable[[], float] = time.time
    open_keychain: "Callable[[], Keychain]" = system_keychain
    downloads_folder: Callable[[], Path] = system_downloads_folder
    switch_seconds: float = 0.0
    build: "Callable[[], BuildInfo]" = this_build


class Session(QObject):
    """One window at work.

    The window's frame is there at once. All else is built by `begin` in slices, or at once by `start`, or by whoever
    asks for a part of it. What a person does before is kept until there is somebody to answer.

    Signals:
        practice_requested, log_requested, about_requested: A menu item or button was pressed that the program answers.
        practice_chosen: Practice was chosen on the first page, in place of this window.
        ready: The list was read, and its jobs and models are there; once.
        language_chosen: Another language was set (``system``, or its code).
    """

    practice_requested = Signal()
    practice_chosen = Signal()
    log_requested = Signal()
    about_requested = Signal()
    ready = Signal()
    language_chosen = Signal(str)

    repository: "Repository"
    keys: "KeyStore"
    scheduler: "CheckScheduler"
    downloads: "Downloads"
    results_fetch: "ResultsFetch"
    estimates: "Estimates"
    uploads: "Uploads"
    file_inspection: "FileInspection"
    switch_coordinator: "SwitchCoordinator"
    presenter: "Presenter"
    key_use: "KeyUse"
    key_controller: "KeyController"
    model_controller: "ModelController"
    job_controller: "JobController"
    retraining_controller: "RetrainingController"
    switch_controller: "SwitchController"
    history_controller: "HistoryController"
    shutdown: "Shutdown"
    _update_controller: "UpdateController"
    _services: "Services"
    _controllers: "Controllers"

    def __init__(self, setup: SessionSetup) -> None:
        super().__init__()
        self._setup = setup
        self.folder = setup.folder
        self._has_begun = False
        self._is_built = False
        self._is_closed = False
        self._language = ""
        self.window = MainWindow(setup.clock, is_practice=setup.practice is not None)
        self.window.actions_.practice.setEnabled(setup.practice is None)
        self.window.closed.connect(self.close)
        self._early = EarlyInput(self.window)
        self._steps = self._build()

    def _build(self) -> Iterator[None]:
        """Build all that the first paint does not need; at each `yield` the event loop may run.

        Most of the time goes into loading, so each of the larger rooms is loaded in a slice of its own. Nothing that
        was built works yet: that begins when all is connected.
        """
        for module in _LOADED_APART:
            importlib.import_module(module)
            yield
        _ = self.window.content
        yield
        from epa_gui.ui.base.shutdown import Shutdown  # noqa: PLC0415  after the first paint, as all below
        from epa_gui.ui.window.session_services import Services  # noqa: PLC0415

        self.shutdown = Shutdown()
        services = self._services = Services(self._setup, self.shutdown)
        self.repository, self.keys, self.scheduler = services.repository, services.keys, services.scheduler
        self.downloads, self.estimates, self.uploads = services.downloads, services.estimates, services.uploads
        self.results_fetch = services.results_fetch
        self.file_inspection, self.switch_coordinator = services.file_inspection, services.switch_coordinator
        yield
        from epa_gui.ui.window.session_controllers import Controllers  # noqa: PLC0415

        yield
        controllers = self._controllers = Controllers(self._setup, self.window, services, self.shutdown)
        self.presenter = controllers.presenter
        self.key_use, self.key_controller = controllers.key_use, controllers.key_controller
        self.model_controller, self.job_controller = controllers.model_controller, controllers.job_controller
        self.retraining_controller = controllers.retraining_controller
        self.switch_controller = controllers.switch_controller
        self.history_controller = controllers.history_controller
        self._update_controller = controllers.update_controller
        self._connect()
        self._is_built = True
        self._early.hand_on()

    def _connect(self) -> None:
        actions = self.window.actions_
        actions.practice.triggered.connect(self.practice_requested)
        # In practice itself it brings back what was removed.
        self.window.practice_chosen.connect(self._begin_practice if self._setup.practice else self.practice_chosen)
        actions.show_log.triggered.connect(self.log_requested)
        actions.about.triggered.connect(self.about_requested)
        for action in actions.answered_by_session():
            action.triggered.connect(self._services.known_keys.learn)
        self.window.files_dropped.connect(self._services.known_keys.learn)
        self.repository.opened.connect(self._on_opened)
        self._controllers.language_chosen.connect(self.language_chosen)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A part that is not there yet: whoever asks for it has all of them built now."""
            if name in Session.__annotations__ and not self._is_built:
                self._build_rest()
                return getattr(self, name)
            raise AttributeError(name)

    def _build_rest(self) -> None:
        for _ in self._steps:
            pass

    @Slot()
    def begin(self) -> None:
        """Build what is missing, in slices, then start; the window may be on screen already."""
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._is_closed or self.has_started():
            return
        if self._is_built:
            self.start()
        else:
            next(self._steps, None)
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def start(self) -> None:
        """Begin to work, once, with whatever has to be built for that."""
        if not self._is_closed:
            self._build_rest()
            self._services.start()

    def has_started(self) -> bool:
        """Whether workers run."""
        return self._is_built and not self._is_closed and self._services.has_started()

    def is_unused(self) -> bool:
        """Whether the list was read and holds nothing, and nothing of it stayed unread."""
        if not self.has_started():
            return False
        repository = self.repository
        return repository.is_read() and not (repository.models or repository.jobs or repository.unread)

    def is_busy(self) -> bool:
        """Whether something is under way that closing the window would end, or wait for."""
        return self._is_built and self._controllers.quit_guard.would_ask()

    @Slot()
    def _on_opened(self) -> None:
        if self._is_closed:  # the list was read too late
            return
        if self._setup.practice:
            self._begin_practice()
        self._take_language()
        self.ready.emit()

    def follow_language(self, choice: str) -> None:
        """The program speaks this language, whichever window it was chosen in: so say this window's settings.

        Args:
            choice: ``system``, or its code.
        """
        self._language = choice
        if not self._is_closed and self._is_built and self.repository.is_read():
            self._take_language()

    def _take_language(self) -> None:
        from dataclasses import replace  # noqa: PLC0415  is loaded by then, and was not for the frame

        settings = self.repository.settings
        if not self._language and settings.language != SYSTEM:  # the list could not be read when the program started
            self._language = settings.language
            self.language_chosen.emit(settings.language)
        elif self._language and settings.language != self._language:
            self.repository.change_settings(replace(settings, language=self._language))

    @Slot()
    def _begin_practice(self) -> None:
        practice = self._setup.practice
        if practice is None:
            return
        from epa_gui.ui.window import practice_seed  # noqa: PLC0415  only there

        practice_seed.seed(practice, self.repository, self.keys)
        self._controllers.begin_practice(practice_seed.finished_job(practice, self.repository))

    def tell_unexpected(self, details: str) -> None:
        """Show that something broke inside, once."""
        from epa_gui.ui.base.message_bar import Message  # noqa: PLC0415  rarely needed

        def message() -> Message:
            text = translate(
                "Session",
                "A problem occurred inside EPA Desktop. Your list is safe, and checking continues. If"
                " this happens again, contact support and include the details.",
            )
            return Message(text, details=details, is_trouble=True, is_about_all=True)

        self.window.messages.say(message)

    @Slot()
    def close(self) -> None:
        """Stop everything that registered, phase by phase, for each may give work to the next; done once."""
        if self._is_closed:
            return
        was_working = self.has_started()
        self._is_closed = True
        if not self._is_built:
            return
        from epa_gui.ui.base.shutdown import StopPhase  # noqa: PLC0415  is loaded by then

        if was_working:
            self.presenter.remember_layout()
        self.shutdown.stop(StopPhase.WORK, _STOP_REQUESTS_SECONDS)
        QCoreApplication.sendPostedEvents()  # what the downloads and switches reported last goes on record
        self.switch_coordinator.end_all()
        self._services.known_keys.close()
        self.shutdown.stop(StopPhase.KEYCHAIN, _STOP_KEYCHAIN_SECONDS)
        QCoreApplication.sendPostedEvents()
        self._services.known_keys.write_down()
        self.shutdown.stop(StopPhase.LIST, _STOP_STORE_SECONDS)
        self._controllers.notifier.set_on(is_on=False)
