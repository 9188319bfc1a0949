"""A job's results beside those of another job of its model."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.results.job_comparison import compared, same_rows
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.compare_page import ComparePage
from epa_gui.ui.results.look_worker import Look, LookOrder, LookWorker
from epa_gui.ui.results.looked_at import Subject
from epa_gui.ui.results.results_window import ResultsWindow

if TYPE_CHECKING:
    from epa_gui.ui.results.results_controller import ResultsSource

translate = QCoreApplication.translate


class ComparePart(QObject):
    """Fills the page `Compare`, and reads the other job's results for it.

    Attributes:
        page: What is shown.
        threads: Those that can be told to end at once.
    """

    def __init__(
        self,
        view: ResultsWindow,
        subject: Subject,
        job: JobKey,
        repository: Repository,
        source: "ResultsSource",
    ) -> None:
        super().__init__(view)
        self._view = view
        self._subject = subject
        self._job = job
        self._repository = repository
        self._source = source
        self._worker: LookWorker | None = None
        self._waiting: Look | None = None
        self.threads = PassingThreads()
        self.page = ComparePage(subject.title)
        self.page.other_chosen.connect(self._on_other_chosen)

    def stop(self) -> None:
        """Read nothing any more."""
        if self._worker is not None:
            self._worker.stop()

    def compare_with(self, other: JobKey) -> None:
        """Bring the page to the front, with that job chosen."""
        self.offer_others()
        self._view.tabs.setCurrentWidget(self.page)
        self.page.choose(other)

    def offer_others(self) -> None:
        """Offer the model's other jobs whose results are here, the newest first."""
        others = [job for job in self._repository.jobs_of(self._job.model) if job.key != self._job]
        there = [job for job in others if self._source.path_of(job.key) is not None]
        self.page.show_jobs({job.key: job_title(job) for job in sorted(there, key=_age)})

    def on_results(self) -> None:
        """The job's own results are shown now: another's may wait to be compared with them."""
        if self._waiting is not None:
            self._on_other_look(self._waiting)

    @Slot(object)
    def _on_other_chosen(self, key: JobKey) -> None:
        job, path = self._repository.jobs.get(key), self._source.path_of(key)
        if job is None or path is None:
            return
        self.stop()
        self.page.show_waiting()
        subject = replace(self._subject, path=path, job=key, title=job_title(job))
        worker = self._worker = LookWorker(LookOrder(0, subject, None))
        worker.reported.connect(self._on_other_look)
        self.threads.start(worker, "read other results")

    @Slot(object)
    def _on_other_look(self, look: Look) -> None:
        key = look.order.subject.job
        self._waiting = None
        if key is None or key != self.page.chosen():
            return
        if self._view.results is None:
            self._waiting = look  # it was read before the results it is to be compared with
            return
        if look.results is None:
            text = translate("ComparePart", "The results of “{0}” cannot be read.")
            self.page.show_failed(fill(text, look.order.subject.title))
            return
        first, second = self._view.results.content, look.results.content
        one, two = self._repository.jobs.get(self._job), self._repository.jobs.get(key)
        same = same_rows(_evaluation(one), _evaluation(two), first, second)
        self.page.show_lines(compared(first, second), same, look.order.subject.title)


def _evaluation(job: Job | None) -> str:
    return job.upload.evaluation_sha256 if job and job.upload else ""


def _age(job: Job) -> float:
    return -(job.ended_at or job.started_at or job.added_at)
