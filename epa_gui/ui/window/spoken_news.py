"""Tells a screen reader what goes on in the list while the keyboard is elsewhere: uploads, saved results, trouble.

What has a message above the list is announced there, and a job that ends by `EndingNotices`: nothing is said twice.
"""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from epa_gui.core.jobs.job import Job, JobKey, Trouble, TroubleWith, first_trouble
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.hits_spoken import HitsSpoken
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.joining import labelled
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.job_text import trouble_words
from epa_gui.ui.retraining.send_worker import Phase, SendProgress
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.window.main_window import MainWindow

_TOGETHER_MS = 300
"""What comes within this time of each other is counted instead, if it is much: one cause troubles many jobs."""

_SEVERAL = 3
_QUARTERS = 4
_TOLD_ELSEWHERE = {TroubleWith.SWITCH, TroubleWith.JOB}
"""By a message above the list, and as the end of a job."""


class SpokenNews(QObject):
    """Says what begins and ends, each once; of an upload each quarter, and nothing by the second."""

    def __init__(self, window: MainWindow, repository: Repository, uploads: Uploads) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._quarters: dict[JobKey, int] = {}
        self._troubles: dict[JobKey, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self._on_soon)
        self._language_soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._language_soon.timeout.connect(self._on_language)
        uploads.changed.connect(self._on_upload)
        repository.job_changed.connect(self._on_job_changed)
        window.language_changed.connect(self._language_soon.start)
        HitsSpoken(window.tool_bar.search, window.content.job_filter.rowCount)

    @Slot(object, object)
    def _on_upload(self, key: JobKey, progress: SendProgress | None) -> None:
        job = self._repository.jobs.get(key)
        if progress is None:
            self._quarters.pop(key, None)
        elif job is not None and progress.phase is Phase.SENDING:
            self._tell_quarter(job, progress)

    def _tell_quarter(self, job: Job, progress: SendProgress) -> None:
        """Each quarter when it is reached; the last one is told as the end."""
        quarter = min(_QUARTERS - 1, _QUARTERS * progress.done // progress.total) if progress.total else 0
        before = self._quarters.get(job.key)
        if before is not None and quarter <= before:
            return
        self._quarters[job.key] = quarter
        if quarter:
            share = formatting.percent(quarter, _QUARTERS)
            self._say(fill(self.tr("“{0}”: {1} sent"), job_title(job), share))
        elif before is None:
            self._say(fill(self.tr("Sending the file of “{0}”"), job_title(job)))

    @Slot(object, object)
    def _on_job_changed(self, before: Job, after: Job) -> None:
        title = job_title(after)
        if before.is_uploading and after.upload is not None and after.upload.arrived_at is not None:
            self._say(fill(self.tr("The file of “{0}” was sent."), title))
        if after.saved is not None and after.saved != before.saved:
            self._say(fill(self.tr("The results of “{0}” were saved."), title))
        trouble = _told(after)
        if trouble is None:
            self._troubles.pop(after.key, None)
        elif trouble != _told(before):
            self._troubles[after.key] = labelled(title, trouble_words(trouble).happened)
            self._soon.start()

    @Slot()
    def _on_soon(self) -> None:
        troubles, self._troubles = list(self._troubles.values()), {}
        if len(troubles) >= _SEVERAL:
            troubles = [self.tr("%n job(s) need attention", "", len(troubles))]
        for told in troubles:
            self._say(told)

    def _say(self, text: str) -> None:
        """In the window somebody is in, which may be a form."""
        announce(QApplication.activeWindow() or self._window, text)

    @Slot()
    def _on_language(self) -> None:
        """In one window alone: the other main window has changed with it."""
        place: QWidget | None = QApplication.activeWindow() or self._window
        while place is not None and place is not self._window:
            place = place.parentWidget()
        if place is self._window:
            self._say(self.tr("The language is now English.", "name the language of the translation"))


def _told(job: Job) -> Trouble | None:
    """What is wrong with a job that a person has to do something about, and hears of nowhere else."""
    trouble = first_trouble(job)
    is_news = trouble is not None and trouble.needs_a_person and trouble.source not in _TOLD_ELSEWHERE
    return trouble if is_news else None
