"""Tells outside the window that jobs finished or failed; a click goes to the job it was about."""

import functools
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.common_text import status_text
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.base.verdict_text import one_line
from epa_gui.ui.window.desktop_notices import DesktopNotices, without_markup
from epa_gui.ui.window.notice import Notice

_IS_FREE_DESKTOP = not sys.platform.startswith(("win", "darwin"))

_SHOWN_MS = 8000
"""How long a message of the tray icon has the place to itself. It can show one at a time: Windows puts the next in its
place, and no system's click tells which one was meant."""

_TOGETHER_MS = 2000
"""What ends within this time of a notification is told together, where the desktop keeps each for itself."""

_SEEN_SECONDS = 60.0
"""A notification that is older than this is not said again in another language: it may be on no screen any more, and a
desktop would show it as if it were new."""

_SEVERAL = 3
"""So many that wait are told in one."""

_NAMED = 4
"""How many of them are named in it."""


class Notifier(QObject):
    """The notifications, and the icon beside the clock.

    Free desktops keep each notification and tell which was clicked. Windows and macOS show them by the icon, one after
    the other here; a click while one shows goes to its jobs, a later one, in the system's own list of what was missed,
    to all that were told since the last click, for nobody knows which it was.

    Attributes:
        threads: Of what speaks with a free desktop.

    Signals:
        jobs_requested: A notification was clicked (the `JobKey` list it was about).
        window_requested: A notification or the icon was clicked; the window is to come forward.
    """

    jobs_requested = Signal(object)
    window_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_on = False
        self._tray: QSystemTrayIcon | None = None
        self._desktop: DesktopNotices | None = None
        self._waiting: list[Notice] = []
        self._showing: Notice | None = None
        self._on_desktop: list[tuple[float, Notice]] = []
        self._told: list[JobKey] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)
        self.threads = PassingThreads()

    def set_on(self, *, is_on: bool) -> None:
        """Have them shown, and the icon there, or not; systems without a place for it get none."""
        self._is_on = is_on
        if not is_on:
            self.stop()
            self._waiting = []
        elif self._desktop is None and _IS_FREE_DESKTOP and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            file = QGuiApplication.desktopFileName() or "epa-desktop"
            self._desktop = DesktopNotices(QApplication.applicationName(), file, self.tr("Show"))
            self._desktop.clicked.connect(self._on_clicked)
            self._desktop.refused.connect(self._on_refused)
            self._desktop.lost.connect(self._on_lost)
            self.threads.start(self._desktop, "notifications")
        self._show_tray(is_on=is_on)

    @Slot()
    def say_again(self) -> None:
        """Another language: for those that wait and those that can still be seen, too."""
        self._waiting = [notice.again() for notice in self._waiting]
        if self._desktop is not None:
            self._desktop.call_clicking(self.tr("Show"))
            since = time.monotonic() - _SEEN_SECONDS
            seen = [(at, notice, notice.again()) for at, notice in self._on_desktop if at > since]
            self._on_desktop = [(at, again) for at, _, again in seen]
            for _, before, again in seen:
                self._desktop.exchange(before, again)
        elif self._tray is not None and self._showing is not None and self._pause.isActive():
            self._showing = self._showing.again()
            self._show_by_icon(self._tray, self._showing)

    def stop(self) -> None:
        """Speak with the desktop no more."""
        if self._desktop is not None:
            self._desktop.stop()
            self._desktop = None

    def _show_tray(self, *, is_on: bool) -> None:
        if is_on and self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QSystemTrayIcon(application_icon(), self)
            self._tray.setToolTip(QApplication.applicationName())
            self._tray.messageClicked.connect(self._on_message_clicked)
            self._tray.activated.connect(self.window_requested)
            self._tray.show()
        elif not is_on and self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def tell(self, job: Job, model_name: str) -> None:
        """A job has ended; where no notification tells it, a screen reader does, in the window."""
        if self._is_on:
            QApplication.alert(self._window)
        self._waiting.append(self._notice_of(job, model_name))
        self._go_on()

    def _notice_of(self, job: Job, model_name: str) -> Notice:
        has_finished = job.stage is Stage.FINISHED
        title = self.tr("“{0}” has finished") if has_finished else self.tr("“{0}” has failed")
        said = job.message or status_text(job)
        if has_finished and job.verdict is not None:
            note = job.verdict
            title = (self._just_titles() if note.is_just else {}).get(note.answer) or self._titles()[note.answer]
            said = one_line(job.verdict)
        text = fill(self.tr("{0}: {1}"), model_name, said)
        again = functools.partial(self._notice_of, job, model_name)
        return Notice(fill(title, job_title(job)), text, not has_finished, (job.key,), again)

    @Slot(object, object)
    def warn(self, words: Callable[[], tuple[str, str]], job: JobKey) -> None:
        """Something is wrong with what others rely on; told outside the window if people do not look at that.

        Args:
            words: Makes the title and the text.
            job: What a click shows.
        """
        if not self._window.isActiveWindow():
            QApplication.alert(self._window, 0)
            if self._has_place():  # else the message above the list is announced, and that is enough
                self._waiting.insert(0, _warning(words, job))
                self._go_on()

    def _just_titles(self) -> dict[Answer, str]:
        return {
            Answer.BETTER: self.tr("“{0}” finished: better, but only just"),
            Answer.WORSE: self.tr("“{0}” finished: worse, but only just"),
        }

    def _titles(self) -> dict[Answer, str]:
        return {
            Answer.BETTER: self.tr("“{0}” finished: clearly better"),
            Answer.WORSE: self.tr("“{0}” finished: clearly worse"),
            Answer.NO_DIFFERENCE: self.tr("“{0}” finished: no clear difference"),
            Answer.CANNOT_TELL: self.tr("“{0}” finished: better or worse cannot be told"),
        }

    # Showing

    @Slot()
    def _go_on(self) -> None:
        """Show what waits, unless what was shown last shall have the place to itself a little longer."""
        if not self._has_place():
            self._speak()
        if self._pause.isActive() or not self._waiting:
            return
        if len(self._waiting) >= _SEVERAL:
            shown, self._waiting = [self._together(self._waiting)], []
        elif self._desktop is not None:
            shown, self._waiting = self._waiting, []
        else:
            shown, self._waiting = self._waiting[:1], self._waiting[1:]
        for notice in shown:
            self._show(notice)
        self._pause.start(_SHOWN_MS if self._desktop is None else _TOGETHER_MS)

    def _has_place(self) -> bool:
        """Whether anything takes notifications; a screen reader reads those by itself."""
        return self._desktop is not None or self._tray is not None

    def _speak(self) -> None:
        """Have a screen reader say what waits."""
        told, self._waiting = self._waiting, []
        if len(told) >= _SEVERAL:
            told = [self._together(told)]
        for notice in told:
            text = self.tr("{0}. {1}", "a notification, read aloud: its title and its text")
            announce(self._window, fill(text, notice.title, notice.text))

    def _together(self, notices: list[Notice]) -> Notice:
        jobs = tuple(dict.fromkeys(job for notice in notices for job in notice.jobs))
        named = [notice.title for notice in notices[:_NAMED]]
        more = ["…"] if len(notices) > _NAMED else []
        is_warning = any(notice.is_warning for notice in notices)
        count = len(jobs)
        told = self.tr(" · ").join([*named, *more])
        title = self.tr("%n job(s) have ended", "", count)
        return Notice(title, told, is_warning, jobs, functools.partial(self._together_again, notices))

    def _together_again(self, notices: list[Notice]) -> Notice:
        return self._together([notice.again() for notice in notices])

    def _show(self, notice: Notice) -> None:
        if self._desktop is not None:
            self._desktop.show(notice)
            since = time.monotonic() - _SEEN_SECONDS
            self._on_desktop = [told for told in self._on_desktop if told[0] > since]
            self._on_desktop.append((time.monotonic(), notice))
        elif self._tray is not None:
            self._showing = notice
            self._told += [job for job in notice.jobs if job not in self._told]
            self._show_by_icon(self._tray, notice)

    @staticmethod
    def _show_by_icon(tray: QSystemTrayIcon, notice: Notice) -> None:
        icons = QSystemTrayIcon.MessageIcon
        kind = icons.Warning if notice.is_warning else icons.Information
        # The title is plain everywhere; the body is markup to the notification servers of free desktops.
        text = without_markup(notice.text) if _takes_markup() else notice.text
        tray.showMessage(notice.title, text, kind)

    # Clicks

    @Slot(object, str)
    def _on_clicked(self, notice: Notice, leave: str) -> None:
        if leave:
            os.environ["XDG_ACTIVATION_TOKEN"] = leave  # Wayland lets no window come forward without; Qt takes it there
        self.window_requested.emit()
        self.jobs_requested.emit(list(notice.jobs))

    @Slot()
    def _on_message_clicked(self) -> None:
        is_showing = self._showing is not None and self._pause.isActive()
        jobs = list(self._showing.jobs) if self._showing is not None and is_showing else self._told
        self._told = [job for job in self._told if job not in jobs]
        self._showing = None
        self.window_requested.emit()
        if jobs:
            self.jobs_requested.emit(jobs)

    # A desktop that takes none

    @Slot(object)
    def _on_refused(self, notice: Notice) -> None:
        """There may be an icon all the same, whose messages take another way."""
        self.stop()
        self._take_back([notice])

    @Slot()
    def _on_lost(self) -> None:
        if self._desktop is not None:
            unsent = self._desktop.unsent()
            self.stop()
            self._take_back(unsent)

    def _take_back(self, notices: list[Notice]) -> None:
        self._waiting[:0] = notices
        self._pause.stop()
        self._go_on()


def _warning(words: Callable[[], tuple[str, str]], job: JobKey) -> Notice:
    title, text = words()
    return Notice(title, text, is_warning=True, jobs=(job,), again=functools.partial(_warning, words, job))


def _takes_markup() -> bool:
    """Whether messages go to such a server, as Qt decides it; Windows, macOS and Qt's own balloons show plain text."""
    if not _IS_FREE_DESKTOP:
        return False
    try:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  not there on every system
    except ImportError:
        return True
    bus = QDBusConnection.sessionBus()
    return bus.isConnected() and bool(bus.interface().isServiceRegistered("org.kde.StatusNotifierWatcher").value())
