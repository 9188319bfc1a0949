"""Tells outside the window that a job finished or failed."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from epa_gui.jobs.job import Job, JobKey, Stage
from epa_gui.models.wording import status_text
from epa_gui.views.icons import application_icon


class Notifier(QObject):
    """The icon beside the clock and its messages; a click goes to the job."""

    job_wanted = Signal(object)
    window_wanted = Signal()

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
            self._tray.activated.connect(self.window_wanted)
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
        kind = QSystemTrayIcon.MessageIcon.Information if has_finished else QSystemTrayIcon.MessageIcon.Warning
        text = self.tr("{0}: {1}").format(model_name, job.message or status_text(job))
        self._tray.showMessage(title.format(job.title), text, kind)

    @Slot()
    def _on_message_clicked(self) -> None:
        self.window_wanted.emit()
        if self._last is not None:
            self.job_wanted.emit(self._last)
