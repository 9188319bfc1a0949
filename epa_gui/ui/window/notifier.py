"""Tells outside the window that a job finished or failed."""

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.common_text import status_text
from epa_gui.ui.base.icons import application_icon
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.verdict_text import one_line

_IS_FREE_DESKTOP = not sys.platform.startswith(("win", "darwin"))


class Notifier(QObject):
    """The icon beside the clock and its messages; a click goes to the job.

    Signals:
        job_requested: A notification was clicked (the `JobKey` it was about).
        window_requested: A notification or the icon was clicked; the window is to come forward.
    """

    job_requested = Signal(object)
    window_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._last: JobKey | None = None

    def set_on(self, *, is_on: bool) -> None:
        """Have the icon there, or not; systems without a place for it get none."""
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
        """A job has ended."""
        self._last = job.key
        QApplication.alert(self._window)
        if self._tray is None:
            return
        has_finished = job.stage is Stage.FINISHED
        title = self.tr("{0} has finished") if has_finished else self.tr("{0} has failed")
        if has_finished and job.verdict is not None:
            title = self._titles()[job.verdict.answer]
        kind = QSystemTrayIcon.MessageIcon.Information if has_finished else QSystemTrayIcon.MessageIcon.Warning
        said = job.message or status_text(job)
        if has_finished and job.verdict is not None:
            said = one_line(job.verdict)
        text = fill(self.tr("{0}: {1}"), model_name, said)
        # The title is plain everywhere; the body is markup to the notification servers of free desktops.
        self._tray.showMessage(fill(title, job_title(job)), without_markup(text) if _takes_markup() else text, kind)

    def _titles(self) -> dict[Answer, str]:
        return {
            Answer.BETTER: self.tr("{0} finished: clearly better"),
            Answer.WORSE: self.tr("{0} finished: clearly worse"),
            Answer.NO_DIFFERENCE: self.tr("{0} finished: no clear difference"),
            Answer.CANNOT_TELL: self.tr("{0} finished: better or worse cannot be told"),
        }

    @Slot()
    def _on_message_clicked(self) -> None:
        self.window_requested.emit()
        if self._last is not None:
            self.job_requested.emit(self._last)


def without_markup(text: str) -> str:
    """`text` as a notification server shows it letter by letter: it takes the body for markup, with links and pictures.

    Source: Desktop Notifications Specification, "Markup".
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


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
