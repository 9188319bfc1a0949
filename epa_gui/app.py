"""Builds the program and runs it: application, language, log, and a session for real work, for practice, or both."""

import functools
import logging
from pathlib import Path
from typing import NamedTuple, TextIO

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from epa_gui import __version__
from epa_gui.core.files.private_files import tighten
from epa_gui.core.text.language_code import SYSTEM
from epa_gui.process.garbage import GarbageCollector
from epa_gui.process.instance import Instance
from epa_gui.process.language import install_language, keep_language, language_setting, window_place
from epa_gui.process.logs import Alarm, catch_crashes, start_log
from epa_gui.process.opened_files import Application, OpenedFiles
from epa_gui.process.resource_files import resource_folder
from epa_gui.process.start_refusal import claim_folder
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.window.session import Session, SessionSetup

NAME = "EPA Desktop"
log = logging.getLogger(__name__)

_PRACTICE = "practice"
"""The practice window's data folder, within the real one's."""

_NETWORK_WATCH_MS = 3000
_UNSEEN_MS = 1000
_START_SECONDS = 5.0
"""How long a start waits for a program that is just starting, or just ending."""

_END_SECONDS = 30.0
"""How long a running program that was asked to end may take."""


class Options(NamedTuple):
    """What the command line says.

    Attributes:
        practice: Open the practice service's window instead of the real one.
        data_dir: The data folder; `None` for the system's.
        service_url: An address to offer first in Add model.
        language: ``en``, ``ja``, or empty for the setting.
        files: Files to open, as absolute paths.
    """

    practice: bool = False
    data_dir: Path | None = None
    service_url: str = ""
    language: str = ""
    files: tuple[str, ...] = ()


class Program(QObject):
    """The windows of one process, each a session of its own.

    Attributes:
        language: The language that was chosen for all of them (``system``, or its code).
    """

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._folder = options.data_dir or default_folder()
        self.language = language_setting(self._folder, self._folder / _PRACTICE)
        self._alarm = Alarm()
        self._sessions: list[Session] = []
        self._instances: list[Instance] = []
        self._gatherers: dict[Session, OpenedFiles] = {}
        self._unopened = list(options.files)
        self._practice_session: Session | None = None
        self._left_for_practice: Session | None = None
        self._has_log = False
        self._has_framed = False
        self._crash_log: TextIO | None = None
        self._log_folder = self._folder / "logs"

    def start(self) -> bool:
        """Open the first window; `False` if another program has the folder, and was asked to come forward."""
        folder = self._folder / _PRACTICE if self._options.practice else self._folder
        instance = self._claim(folder, _START_SECONDS)
        if instance is None:
            return False
        self._log_folder = folder / "logs"
        self._alarm.install()
        self._alarm.raised.connect(self._on_unexpected)
        if self._options.practice:
            self._open_practice(instance, folder)
        else:
            self._open_real(instance, folder)
        QTimer.singleShot(_NETWORK_WATCH_MS, self, self._watch_network)
        return True

    def _claim(self, folder: Path, seconds: float = 0.0) -> Instance | None:
        """The claim on the folder; `None` if another program has it, which then was given what there is to open."""
        instance = claim_folder(folder, self._unopened, seconds, is_first_window=not self._sessions)
        if instance is not None:
            self._instances.append(instance)
            tighten(folder)
        return instance

    def _open_real(self, instance: Instance, folder: Path) -> None:
        self._open(Session(SessionSetup(folder, self._options.service_url)), instance)

    def _open_practice(self, instance: Instance, folder: Path) -> None:
        # Here, not above: who has a real account need not pay for loading a web server.
        from epa_gui.core.keys.keychain import open_keychain  # noqa: PLC0415
        from epa_gui.practice import PracticeService  # noqa: PLC0415

        service = PracticeService(folder / "service", samples=resource_folder() / "samples")
        service.start()
        keychain = functools.partial(open_keychain, f"{NAME} practice")
        session = Session(SessionSetup(folder, self._options.service_url, service, open_keychain=keychain))
        session.window.closed.connect(service.stop)
        self._practice_session = session
        self._open(session, instance)

    def _open(self, session: Session, instance: Instance) -> None:
        self._sessions.append(session)
        instance.may_end = self._is_idle
        instance.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        instance.called.connect(session.window.come_forward)
        session.window.closed.connect(instance.release)
        session.window.attention_changed.connect(self._show_badge)
        session.window.closed.connect(self._show_badge, Qt.ConnectionType.QueuedConnection)  # it is hidden by then
        gatherer = OpenedFiles(session)
        gatherer.gathered.connect(session.window.files_dropped)
        instance.files_handed.connect(gatherer.add)
        session.ready.connect(gatherer.hand_on)
        self._gatherers[session] = gatherer
        gatherer.add(self._unopened)
        self._unopened = []
        session.practice_requested.connect(self._on_practice)
        session.practice_chosen.connect(self._on_practice_chosen)
        session.follow_language(self.language)
        session.language_chosen.connect(self._on_language)
        session.log_requested.connect(self._on_log)
        session.about_requested.connect(self._on_about)
        # First what can be seen. A window that nobody sees, such as a minimised one, begins to work all the same.
        session.window.first_painted.connect(self._begin)
        session.window.first_painted.connect(session.begin)
        QTimer.singleShot(_UNSEEN_MS, self, self._begin)
        QTimer.singleShot(_UNSEEN_MS, session, session.begin)
        session.window.restore_place(window_place(session.folder))
        session.window.show()

    @Slot()
    def _begin(self) -> None:
        """Open the log, once."""
        if not self._has_log:
            self._has_log = True
            start_log(self._log_folder)
            self._crash_log = catch_crashes(self._log_folder)
            log.info("EPA Desktop %s starts", __version__)
        QTimer.singleShot(0, self, self._listen)

    @Slot()
    def _frame_controls(self) -> None:
        from epa_gui.ui.base.control_frames import frame_controls  # noqa: PLC0415  the frame has none

        app = QApplication.instance()
        if isinstance(app, QApplication):
            frame_controls(app)

    @Slot()
    def _listen(self) -> None:
        """Hear later programs: in a turn of its own, for what that takes is large."""
        for instance in self._instances:
            instance.listen()
        if not self._has_framed:  # which has all widgets be painted anew
            self._has_framed = True
            self._frame_controls()
            app = QApplication.instance()
            if isinstance(app, Application):
                app.colours_changed.connect(self._frame_controls)

    @Slot()
    def _on_practice(self) -> None:
        """A window of its own for practice, beside the real one, with its own folder."""
        if self._practice_session is not None and self._practice_session.window.isVisible():
            self._practice_session.window.come_forward()
            return
        folder = self._folder / _PRACTICE
        instance = self._claim(folder)
        if instance is not None:
            self._open_practice(instance, folder)

    @Slot()
    def _on_practice_chosen(self) -> None:
        """An empty window that led to practice has done its work; it closes when there is another to be seen."""
        self._left_for_practice = next((one for one in self._sessions if one is not self._practice_session), None)
        self._on_practice()
        practice = self._practice_session
        if practice is not None and practice.window.isVisible():
            practice.window.first_painted.connect(self._on_practice_seen)
            if practice.window.was_painted():
                self._on_practice_seen()

    @Slot()
    def _on_practice_seen(self) -> None:
        from epa_gui.ui.base.form_parent import form_parent  # noqa: PLC0415  is loaded by then

        left, self._left_for_practice = self._left_for_practice, None
        if left is not None and left.is_unused() and not left.is_busy() and form_parent(left.window) is left.window:
            QTimer.singleShot(0, left.window, left.window.close)  # later: it may still be hearing of the click in it

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Do what dropping the file on the window does; on the first one, which is the real one if there are two."""
        session = next((session for session in self._sessions if session.window.isVisible()), None)
        if session is None:
            self._unopened.append(path)  # for the first window, which is still to come
            return
        session.window.come_forward()
        self._gatherers[session].add([path])

    @Slot()
    def _show_badge(self) -> None:
        """How much needs a person, on the program's icon, where the system shows that; practice is not counted."""
        real = [session for session in self._sessions if session is not self._practice_session]
        count = sum(session.window.attention() for session in real if session.window.isVisible())
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.setBadgeNumber(count)

    def _is_idle(self) -> bool:
        """Whether all windows could close without stopping anything, and nobody is in the middle of a form."""
        dialogs = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog))
        is_answering = any(dialog.isModal() and dialog.isVisible() for dialog in dialogs)
        return not is_answering and not any(session.is_busy() for session in self._sessions)

    @Slot()
    def _on_ended(self) -> None:
        log.info("EPA Desktop was asked to end")
        QApplication.closeAllWindows()

    @Slot(str)
    def _on_unexpected(self, details: str) -> None:
        for session in self._sessions:
            if session.window.isVisible():
                session.tell_unexpected(details)
                return

    @Slot(str)
    def _on_language(self, choice: str) -> None:
        """All windows speak it from now on: Qt tells them. Their numbers and days follow, which Qt leaves to us."""
        self.language = choice
        keep_language(self._folder, choice)
        for session in self._sessions:
            session.follow_language(choice)
        app = QApplication.instance()
        if app is not None:
            install_language(app, choice)
            for window in QApplication.topLevelWidgets():
                window.unsetLocale()

    @Slot()
    def _on_log(self) -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415  only here
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415  only here

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    @Slot()
    def _on_about(self) -> None:
        from epa_gui.ui.window.about_dialog import AboutDialog  # noqa: PLC0415  only here

        # On macOS the menu is there without any window in front; a box with no parent would be collected at once.
        shown = next((session.window for session in self._sessions if session.window.isVisible()), None)
        AboutDialog(NAME, __version__, QApplication.activeWindow() or shown).open()

    @Slot()
    def _watch_network(self) -> None:
        from epa_gui.process.network_watch import NetworkWatch  # noqa: PLC0415  after the start, for nobody waits for it

        NetworkWatch(self).online.connect(self._on_online)

    @Slot()
    def _on_online(self) -> None:
        for session in self._sessions:
            if session.has_started():
                session.scheduler.network_is_back()

    @Slot()
    def stop(self) -> None:
        """End all windows' work. Called when the application is about to quit, however that came about."""
        for session in self._sessions:
            session.close()
        for instance in self._instances:
            instance.release()
        log.info("EPA Desktop ends")
        from epa_gui.ui.base.threads import end_process  # noqa: PLC0415  a window needs none before it was painted

        end_process(0)


def default_folder() -> Path:
    """The local (never roaming) application data folder."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415  not where a folder was named

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def end_running(folder: Path | None = None) -> bool:
    """Ask the program that uses a data folder to end, as an installer does; whether none uses it any more.

    Args:
        folder: The data folder; `None` for the system's.
    """
    QCoreApplication.setApplicationName(NAME)
    _app = QCoreApplication([NAME])
    place = folder or default_folder()
    for used in (place / _PRACTICE, place):
        try:
            if used.is_dir() and not Instance(used).end_first(_END_SECONDS):
                return False
        except OSError:  # whoever can write there is not this person's program
            continue
    return True


def new_application() -> Application:
    """The application object with its names."""
    QApplication.setApplicationName(NAME)
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("epa-desktop")
    app = Application([NAME])
    GarbageCollector(app)
    return app


def run(options: Options) -> int:
    """Run until the last window is closed.

    Returns:
        The process's exit code.
    """
    app = new_application()
    app.setWindowIcon(application_icon())
    program = Program(options)
    install_language(app, options.language or program.language or SYSTEM)
    app.file_opened.connect(program.open_file)
    if not program.start():
        return 0
    app.aboutToQuit.connect(program.stop)
    return app.exec()
