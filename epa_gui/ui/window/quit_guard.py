"""Asks before a transfer is cut off by quitting; and stays until a switch has been answered."""

import math

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.main_window import MainWindow

translate = QCoreApplication.translate


class QuitGuard(QObject):
    """The question, and its answer."""

    def __init__(
        self, window: MainWindow, downloads: Downloads, uploads: Uploads, switch_coordinator: SwitchCoordinator
    ) -> None:
        super().__init__(window)
        self._window = window
        self._downloads = downloads
        self._uploads = uploads
        self._switch_coordinator = switch_coordinator
        self._is_sure = False
        self._waiting: QMessageBox | None = None
        window.may_close = self._may_close
        switch_coordinator.changed.connect(self._on_switched)

    def _may_close(self) -> bool:
        """Whether the window may close now; never asks when the session ends, which a question would block."""
        if self._switch_coordinator.is_on_record() and not _is_saving_session():
            self._wait_for_switch()
            return False
        if not self._is_transferring() or self._is_sure or _is_saving_session():
            return True
        question = QMessageBox(self._window)
        question.setWindowTitle(translate("QuitGuard", "Quit EPA Desktop?"))
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(self._what_runs())
        question.setInformativeText(self._what_it_means())
        is_sending = self._uploads.is_under_way()
        stop_text = translate("QuitGuard", "Stop sending and quit")
        stay_text = translate("QuitGuard", "Go on sending")
        if not is_sending:
            stop_text = translate("QuitGuard", "Stop download and quit")
            stay_text = translate("QuitGuard", "Go on downloading")
        stop = question.addButton(stop_text, QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(stay_text, QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        stop.clicked.connect(self._on_sure)
        question.open()
        return False

    def would_ask(self) -> bool:
        """Whether closing the window now would need a person."""
        return self._switch_coordinator.is_on_record() or self._is_transferring()

    def _is_transferring(self) -> bool:
        return bool(self._downloads.transfers) or self._uploads.is_under_way()

    def _wait_for_switch(self) -> None:
        """Say why the window stays, and that it closes by itself."""
        if self._waiting is not None:
            self._waiting.raise_()
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("QuitGuard", "A switch is under way"))
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(translate("QuitGuard", "The service has been asked to switch the model, and has not answered yet."))
        seconds = math.ceil(self._switch_coordinator.seconds_left())
        told = self.tr("EPA Desktop closes by itself as soon as it knows, in %n second(s) at the latest.", "", seconds)
        box.setInformativeText(told)
        stay = box.addButton(translate("QuitGuard", "Do not quit"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(self._on_waited)
        self._waiting = box
        box.open()

    @Slot()
    def _on_waited(self) -> None:
        self._waiting = None

    @Slot()
    def _on_switched(self) -> None:
        """It has ended: who waited for that may go."""
        if self._waiting is not None and not self._switch_coordinator.is_on_record():
            box, self._waiting = self._waiting, None
            box.close()
            self._window.close()

    def _what_runs(self) -> str:
        if not self._uploads.is_under_way():
            return translate("QuitGuard", "Results are being downloaded.")
        if self._downloads.transfers:
            return translate("QuitGuard", "A training file is being sent, and results are being downloaded.")
        return translate("QuitGuard", "A training file is being sent.")

    def _what_it_means(self) -> str:
        if not self._uploads.is_under_way():
            return translate("QuitGuard", "If you quit now, the download stops. It can go on after the next start.")
        if self._uploads.has_jobs_under_way():
            return translate(
                "QuitGuard", "If you quit now, that stops. The next start offers to go on or to send again."
            )
        return translate("QuitGuard", "If you quit now, that stops, and no retraining is started.")

    @Slot()
    def _on_sure(self) -> None:
        self._is_sure = True
        self._window.close()


def _is_saving_session() -> bool:
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
