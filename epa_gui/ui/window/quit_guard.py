"""Asks before a transfer is cut off by quitting; and stays until a switch has been answered."""

import math

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QSizePolicy, QSpacerItem

from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.page import em, sized
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.main_window import MainWindow

translate = QCoreApplication.translate

_WIDTH = 28
"""Of its boxes, in heights of the font."""

_ICON = 2.0
"""Of their drawings, likewise."""

_SMALL_SCREEN = 1024
"""Pixels; on one that is no wider Qt lets a box take all of it."""


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
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_sending = self._uploads.is_under_way()
        stop = question.addButton("", QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton("", QMessageBox.ButtonRole.RejectRole)
        speak(question, lambda: question.setWindowTitle(translate("QuitGuard", "Quit EPA Desktop?")))
        speak(question, lambda: question.setText(self._question()))
        speak(question, lambda: question.setInformativeText(self._what_it_means()))
        speak(question, lambda: stop.setText(_stop_text(is_sending=is_sending)))
        speak(question, lambda: stay.setText(_stay_text(is_sending=is_sending)))
        _give_headline_and_width(question)
        _give_drawing(question, "attention")
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
        stay = box.addButton("", QMessageBox.ButtonRole.RejectRole)
        speak(box, lambda: box.setWindowTitle(translate("QuitGuard", "A switch is under way")))
        speak(box, lambda: box.setText(translate("QuitGuard", "EPA Desktop quits when the service has answered")))
        speak(box, lambda: box.setInformativeText(self._latest_text()))
        speak(box, lambda: stay.setText(translate("QuitGuard", "Do not quit")))
        _give_headline_and_width(box)
        _give_drawing(box, "info")
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(self._on_waited)
        self._waiting = box
        box.open()

    def _latest_text(self) -> str:
        minutes = max(1, math.ceil(self._switch_coordinator.seconds_left() / 60))
        return self.tr(
            "The service has been asked to switch the model, and has not answered yet. EPA Desktop quits by itself as"
            " soon as the answer is known, in %n min at the latest.",
            "",
            minutes,
        )

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

    def _question(self) -> str:
        if not self._uploads.is_under_way():
            return translate("QuitGuard", "Quit while results are being downloaded?")
        if self._downloads.transfers:
            return translate("QuitGuard", "Quit while a training file is being sent and results are being downloaded?")
        return translate("QuitGuard", "Quit while a training file is being sent?")

    def _what_it_means(self) -> str:
        download = translate("QuitGuard", "The download stops. It can be continued after the next start.")
        if not self._uploads.is_under_way():
            return download
        told = translate("QuitGuard", "Sending stops, and no retraining is started.")
        if self._uploads.has_jobs_under_way():
            told = translate(
                "QuitGuard",
                "Sending stops, and this retraining does not start. After the next start, the file can be"
                " sent again as a new job.",
            )
        return sentences(told, download if self._downloads.transfers else "")

    @Slot()
    def _on_sure(self) -> None:
        self._is_sure = True
        self._window.close()


def _stop_text(*, is_sending: bool) -> str:
    if is_sending:
        return translate("QuitGuard", "Stop sending and quit")
    return translate("QuitGuard", "Stop download and quit")


def _stay_text(*, is_sending: bool) -> str:
    if is_sending:
        return translate("QuitGuard", "Continue sending")
    return translate("QuitGuard", "Continue downloading")


def _is_saving_session() -> bool:
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


def _give_headline_and_width(box: QMessageBox) -> None:
    """One width for all of these, and their first line as a headline; after their words, which lay a box out."""
    label = box.findChild(QLabel, "qt_msgbox_label")
    if label is not None:
        label.setFont(sized(label.font(), 1.0))
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        margins = grid.contentsMargins()
        widest = _widest(box) - margins.left() - margins.right()
        width = QSpacerItem(min(em(box, _WIDTH), widest), 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        grid.addItem(width, grid.rowCount(), 0, 1, grid.columnCount())


def _give_drawing(box: QMessageBox, name: str) -> None:
    """One of ours: those of the Fusion style have their sign cut out, so that it is dark in a dark window."""
    box.setIconPixmap(picture(name, em(box, _ICON)))


def _widest(box: QMessageBox) -> int:
    """Pixels; Qt gives such a box no more, whatever is in it (``QMessageBoxPrivate::updateSize``)."""
    screen = box.screen().availableSize().width()
    return screen if screen <= _SMALL_SCREEN else min(screen - 480, 1000)
