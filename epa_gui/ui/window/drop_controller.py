"""What becomes of files that are dropped or opened: data start a retraining, a ``response.json`` becomes a job.

Files opened from outside the window may come while a form stands open that has nothing to do with them. They wait:
nothing is lost, and no form opens above another.
"""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog

from epa_gui.core.dataset.roles import roles_of
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.message_bar import Message, Topic
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.jobs.adopt_worker import AdoptReport, AdoptWorker
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.window.main_window import MainWindow

translate = QCoreApplication.translate

_MOST_FILES = 2
_RESULTS = ".zip"
_WAITING = Topic("files waiting")


class DropController(QObject):
    """Tells the files apart and hands them on.

    Signals:
        results_dropped: Results to look at (a list of `Path`).
    """

    results_dropped = Signal(object)

    def __init__(self, window: MainWindow, *, jobs: JobController, retrainings: RetrainingController) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._retrainings = retrainings
        self._waiting: list[list[str]] = []
        self._awaited: QDialog | None = None
        self.threads = PassingThreads()
        window.files_dropped.connect(self._on_dropped)
        retrainings.files_dropped.connect(self._on_dropped)

    @Slot(object)
    def _on_dropped(self, dropped: Sequence[str]) -> None:
        results = [path for path in map(Path, dropped) if path.suffix.casefold() == _RESULTS]
        if results:  # they open in a window of their own, whatever stands open here
            self.results_dropped.emit(results)
        others = [path for path in dropped if Path(path) not in results]
        if others:
            self._waiting.append(others)
        self._go_on()

    @Slot()
    def _on_form_closed(self) -> None:
        self._awaited = None
        QTimer.singleShot(0, self, self._go_on)  # first what the form itself was for

    @Slot()
    def _go_on(self) -> None:
        """Take what waits, unless something is in its way."""
        while self._waiting and self._is_way_clear():
            self._window.messages.withdraw(_WAITING)
            self._take(self._waiting.pop(0))

    def _is_way_clear(self) -> bool:
        if not self._window.actions_.new_retraining.isEnabled():
            return False  # the list cannot be used, which stands above it
        form = form_parent(self._window)
        if not isinstance(form, QDialog) or form.acceptDrops():
            return True
        if form is not self._awaited:
            self._awaited = form
            form.finished.connect(self._on_form_closed)
            self._window.messages.say(_waiting_message)
        return False

    def _take(self, dropped: Sequence[str]) -> None:
        paths = [Path(path) for path in dropped]
        answers = [path for path in paths if path.suffix.lower() == ".json"]
        for path in answers:
            self._look_into(path)
        data = [path for path in paths if path not in answers]
        if len(data) > _MOST_FILES:
            self._say(_too_many_text)
        elif len(data) == 1 and self._retrainings.is_open():
            self._retrainings.add(data[0])
        elif data:
            self._retrainings.open(roles_of(data))

    def _look_into(self, path: Path) -> None:
        worker = AdoptWorker(path)
        worker.reported.connect(self._on_looked_into)
        self.threads.start(worker, "adopt")

    @Slot(object)
    def _on_looked_into(self, report: AdoptReport) -> None:
        if report.job_id:
            self._jobs.adopt(report.job_id)
        else:
            self._say(functools.partial(_no_job_text, report.path.name))

    def _say(self, text: Callable[[], str]) -> None:
        if not self._retrainings.say(text):
            self._window.messages.say(lambda: Message(text()))


def _waiting_message() -> Message:
    text = translate("DropController", "The files you opened are handled when you close the open form.")
    return Message(text, topic=_WAITING)


def _too_many_text() -> str:
    return translate("DropController", "Drop one training file, or a training file and an evaluation file.")


def _no_job_text(file_name: str) -> str:
    text = translate(
        "DropController", "There is no job ID in “{0}”. Drop the response.json saved when a job was started."
    )
    return fill(text, file_name)
