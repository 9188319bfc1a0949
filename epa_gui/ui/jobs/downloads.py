"""Decides about downloads: which run, which wait, and what their reports change."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.files.unicode_names import as_one_file
from epa_gui.core.jobs.job import Job, JobKey, Partial
from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.results.naming import suggested_name
from epa_gui.core.results.results_cache import CachedResults
from epa_gui.ui.base.job_title import file_title
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, DownloadWorker, Progress
from epa_gui.ui.jobs.place_worker import PlaceOrder, PlaceReport, PlaceWorker

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Transfer:
    """A download that was asked for and has not ended.

    Attributes:
        job: Whose results.
        path: The file they become.
        progress: How far it is; `None` while it waits for its turn, its key or its link.
        is_placed: Whether that file is settled; until then another name may be found, as something else has this one.
    """

    job: JobKey
    path: Path
    progress: Progress | None = None
    is_placed: bool = True


class Downloads(QObject):
    """The downloads of this session.

    Attributes:
        transfers: Those that were asked for and have not ended.
        fetched_of: Tells of a job's results as they were fetched for looking: they are copied, not fetched again.

    Signals:
        changed: A job's transfer began, moved on or ended (its `JobKey`, and the `Transfer` or `None`).
    """

    changed = Signal(object, object)

    def __init__(
        self, repository: Repository, keys: KeyStore, scheduler: CheckScheduler, downloads_folder: Callable[[], Path]
    ) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._scheduler = scheduler
        self._system_folder = downloads_folder
        self.fetched_of: Callable[[JobKey], CachedResults | None] = _nothing_fetched
        self.transfers: dict[JobKey, Transfer] = {}
        self._workers: dict[JobKey, DownloadWorker] = {}
        self.threads = PassingThreads()
        self._searches: dict[PlaceOrder, PlaceWorker] = {}
        self._just_saved: set[str] = set()  # since a search for free names began, which may not have seen them
        self._is_stopping = False
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)
        repository.opened.connect(self._on_opened)
        repository.jobs_removed.connect(self._on_jobs_removed)

    def suggested_path(self, job: Job) -> Path:
        """Where to offer to save: the folder last used for the model, named after the job and as the file itself."""
        model = self._repository.models.get(job.model)
        title = file_title(job, model.name if model else "")
        return self.suggested_folder(job.model) / suggested_name(title, job.results_name)

    def suggested_folder(self, model: str) -> Path:
        """The folder last used for the model, else the one in the settings, else the system's for downloads."""
        remembered = json.loads(self._repository.stored.get(f"folder of {model}", '""'))
        for folder in (remembered, self._repository.settings.default_folder):
            if folder:
                return Path(folder)
        return self._system_folder()

    def save(self, key: JobKey, path: Path) -> None:
        """Download a job's results to `path`, now or when others are done."""
        job = self._repository.jobs.get(key)
        if job is None or key in self.transfers:
            return
        if self.is_target(path):
            problem = Problem(ProblemKind.FILE_TAKEN, where=str(path))
            self._repository.change_job(replace(job, save_problem=problem))
            return
        partial = job.partial if job.partial and job.partial.path == str(path) else Partial(str(path))
        for other in self.others_at(key, path):
            if other.partial:  # the part there becomes this job's now, to be written over
                partial = replace(partial, part=other.partial.part, identity=other.partial.identity, etag="", size=0)
                self._repository.change_job(replace(other, partial=None))
        self._repository.change_job(replace(job, partial=partial, save_problem=None))
        self._set(Transfer(key, path))
        self._start_next()

    def save_into(self, keys: Sequence[JobKey], folder: Path) -> None:
        """Download several jobs' results into one folder, each under a name that nothing has there."""
        jobs = [self._repository.jobs[key] for key in keys if key in self._repository.jobs]
        jobs = [job for job in jobs if job.key not in self.transfers]
        for job in jobs:
            self._set(Transfer(job.key, folder / self.suggested_path(job).name, is_placed=False))
        self._place(folder, [job.key for job in jobs])

    def _place(self, folder: Path, keys: Sequence[JobKey]) -> None:
        """Have names found, aside from the window: the folder may be on a drive that sleeps."""
        names = tuple((key, self.transfers[key].path.name) for key in keys)
        if names and not self._is_stopping:
            targets = {as_one_file(str(transfer.path)) for transfer in self.transfers.values() if transfer.is_placed}
            order = PlaceOrder(folder, names, frozenset(targets | self._just_saved))
            worker = self._searches[order] = PlaceWorker(order)
            worker.reported.connect(self._on_placed)
            self.threads.start(worker, "look for free names")

    @Slot(object)
    def _on_placed(self, report: PlaceReport) -> None:
        self._searches.pop(report.order, None)
        folder, places = report.order.folder, dict(report.places)
        again: list[JobKey] = []
        for key, _ in report.order.names:
            transfer = self.transfers.get(key)
            if transfer is None or transfer.is_placed or transfer.path.parent != folder:
                continue  # it was given up meanwhile
            if key not in places:
                partial = self._repository.jobs[key].partial if key in self._repository.jobs else None
                self._end(key, DownloadReport(key, problem=report.problem, partial=partial))
            elif self.is_target(places[key]) or as_one_file(str(places[key])) in self._just_saved:
                again.append(key)  # another download was faster
            else:
                del self.transfers[key]
                self.save(key, places[key])
        self._place(folder, again)
        if not self._searches:
            self._just_saved.clear()

    def is_target(self, path: Path) -> bool:
        """Whether a download is on its way to this file."""
        # Without regard to case, as the disks of Windows and macOS have none, and to composition, as those of macOS.
        return any(transfer.is_placed and _is_same(transfer.path, path) for transfer in self.transfers.values())

    def others_at(self, key: JobKey, path: Path) -> list[Job]:
        """Other jobs whose results, or a part of them, are at this path."""
        return [job for job in self._repository.jobs.values() if job.key != key and _has_file_at(job, path)]

    def cancel(self, key: JobKey) -> None:
        """Give a download up and delete what there is of it."""
        worker = self._workers.get(key)
        if worker is not None:
            worker.cancel()
        elif key in self.transfers and not self.transfers[key].is_placed:
            del self.transfers[key]
            self.changed.emit(key, None)
        elif key in self.transfers and not self._start(self.transfers[key], is_cancelled=True):
            self._end(key, DownloadReport(key))

    def stop(self) -> None:
        """Interrupt all downloads; the next start offers to go on."""
        self._is_stopping = True
        for key in [key for key in self.transfers if key not in self._workers]:
            partial = self._repository.jobs[key].partial if key in self._repository.jobs else None
            self._end(key, DownloadReport(key, problem=Problem(ProblemKind.INTERRUPTED), partial=partial))
        for search in self._searches.values():
            search.stop()
        for worker in self._workers.values():
            worker.stop()

    def _start_next(self) -> None:
        for key, transfer in list(self.transfers.items()):
            if len(self._workers) >= AT_ONCE or self._is_stopping:
                return
            if key not in self._workers and transfer.is_placed:
                self._start(transfer)

    def _start(self, transfer: Transfer, *, is_cancelled: bool = False) -> bool:
        """Have it done by a worker; a cancelled one only clears away. `False` if it cannot begin yet."""
        job = self._repository.jobs.get(transfer.job)
        api_key = self._keys.key_of(job.model) if job else None
        if job is None or api_key is None:
            return False
        address = self._repository.address_of(self._repository.models[job.model])
        link = self._scheduler.link_of(job.key)
        fetched = self.fetched_of(job.key)
        worker = DownloadWorker(DownloadOrder(job.key, address, api_key, transfer.path, link, job.partial, fetched))
        worker.progressed.connect(self._on_progress)
        worker.identified.connect(self._on_identified)
        worker.reported.connect(self._on_report)
        self._workers[job.key] = worker
        if is_cancelled:
            worker.cancel()
        self.threads.start(worker, f"download {transfer.path.name}")
        return True

    def _set(self, transfer: Transfer) -> None:
        self.transfers[transfer.job] = transfer
        self.changed.emit(transfer.job, transfer)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        transfer = self.transfers.get(progress.job)
        if transfer is not None:
            self._set(replace(transfer, progress=progress))

    @Slot(object, object)
    def _on_identified(self, key: JobKey, partial: Partial) -> None:
        """Written down at once: after a power cut it tells how to go on."""
        job = self._repository.jobs.get(key)
        if job is not None:
            self._repository.change_job(replace(job, partial=partial))

    @Slot(object)
    def _on_report(self, report: DownloadReport) -> None:
        self._workers.pop(report.job, None)
        if report.answer:
            self._scheduler.take_in(report.job, report.answer)
        self._end(report.job, report)
        self._start_next()

    def _end(self, key: JobKey, report: DownloadReport) -> None:
        self.transfers.pop(key, None)
        job = self._repository.jobs.get(key)
        if job is not None:
            job = replace(job, save_problem=report.problem, partial=report.partial)
            if report.saved:
                job = replace(job, saved=report.saved, verdict=report.verdict)
            self._repository.change_job(job)
        self.changed.emit(key, None)
        self.learn_target(key.model, report.target)
        if report.saved and job is not None:
            if self._searches:
                self._just_saved.add(as_one_file(report.saved.path))
            folder = str(Path(report.saved.path).parent)
            self._repository.remember(f"folder of {key.model}", json.dumps(folder, ensure_ascii=False))

    def learn_target(self, model: str, target: str) -> None:
        """Results name the column that is predicted: worth keeping, unless a person told another one."""
        known = self._repository.models.get(model)
        if target and known is not None and (not known.target or known.target_is_guessed) and known.target != target:
            self._repository.add_model(replace(known, target=target, target_is_guessed=True))

    @Slot()
    def _on_opened(self) -> None:
        """A download that was under way when the program was killed is offered again."""
        for job in list(self._repository.jobs.values()):
            if job.partial and not job.save_problem:
                self._repository.change_job(replace(job, save_problem=Problem(ProblemKind.INTERRUPTED)))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self.cancel(key)

    @Slot(str)
    def _on_key_ready(self, model: str) -> None:
        for job in self._repository.jobs_of(model):
            if job.save_problem and job.save_problem.kind in KEY_KINDS:
                self._repository.change_job(replace(job, save_problem=None))
        self._start_next()

    @Slot(str, object)
    def _on_key_missing(self, model: str, problem: Problem) -> None:
        for key in [key for key in self.transfers if key.model == model and key not in self._workers]:
            self._end(key, DownloadReport(key, problem=problem, partial=self._repository.jobs[key].partial))


def _nothing_fetched(_job: JobKey) -> CachedResults | None:
    return None


def _is_same(path: Path, other: Path) -> bool:
    return as_one_file(str(path)) == as_one_file(str(other))


def _has_file_at(job: Job, path: Path) -> bool:
    paths = [found.path for found in (job.saved, job.partial) if found]
    return any(_is_same(Path(found), path) for found in paths)
