"""Opens Results windows, has results read for them, and notes the verdict with the job."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.live_models import LiveModels
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.looked_at import Subject

if TYPE_CHECKING:
    from epa_gui.ui.results.look_worker import Look, LookWorker
    from epa_gui.ui.results.picture_drawer import PictureDrawer
    from epa_gui.ui.results.results_session import ResultsSession


_LEAVING_MS = 50
_ASKING_MS = 300
"""How often it is seen whether a form over a window that is to be made anew was closed."""


class ResultsSource(Protocol):
    """Where the results of jobs are found, whoever fetches them."""

    @property
    def changed(self) -> SignalInstance:
        """How it stands with a job's results has changed (its `JobKey`)."""

    @property
    def results_fetched(self) -> SignalInstance:
        """A job's results are here whole (its `JobKey`, and the `Path`)."""

    @property
    def progressed(self) -> SignalInstance:
        """How far fetching is (the `JobKey`, bytes here, bytes in all or 0)."""

    def path_of(self, key: JobKey) -> Path | None:
        """Where a job's results lie, fetched or saved; `None` if they have to be fetched."""

    def want(self, key: JobKey) -> None:
        """Fetch them for looking, though they may be here as somebody saved them."""

    def give_up(self, key: JobKey) -> None:
        """Nobody waits for them any more."""

    def problem_of(self, key: JobKey) -> Problem | None:
        """Why they could not be fetched, if that was tried last."""

    def hold(self, key: JobKey) -> None:
        """Somebody looks at them: they are kept until `let_go`."""

    def let_go(self, key: JobKey) -> None:
        """Nobody looks at them any more."""


class ResultsController(QObject):
    """One window for each job or file whose results are looked at.

    Signals:
        switch_requested: The dialog for switching to a job is to be opened (its `JobKey`, and the window to open it
            over).
        keep_requested: The live model is kept instead of a job's (its `JobKey`).
        files_dropped: Files were dropped on a window (their paths, a list of `str`).

    Args:
        window: The main window.
        repository: Jobs and models.
        source: Where results are found.
        live_models: What is in service.
        folder: For working files.
    """

    switch_requested = Signal(object, object)
    keep_requested = Signal(object)
    files_dropped = Signal(object)

    def __init__(
        self, window: QWidget, repository: Repository, source: ResultsSource, live_models: LiveModels, folder: Path
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._source = source
        self._live_models = live_models
        self._folder = folder
        self._sessions: dict[str, ResultsSession] = {}
        self._leaving: list[ResultsSession] = []
        self._leave = QTimer(self, interval=_LEAVING_MS)
        self._leave.timeout.connect(self._on_leaving)
        self._outdated: list[str] = []
        self._renew = QTimer(self, singleShot=True, interval=_ASKING_MS)
        self._renew.timeout.connect(self._on_renew)
        self._drawer: PictureDrawer | None = None
        self._reading: dict[JobKey, LookWorker] = {}
        self._threads = PassingThreads()
        self._is_stopping = False
        source.results_fetched.connect(self._on_fetched)
        source.changed.connect(self._on_fetch_changed)
        source.progressed.connect(self._on_progressed)
        repository.jobs_removed.connect(self._on_jobs_removed)

    @property
    def threads(self) -> list[QThread]:
        """Threads that can be told to end at once."""
        drawing = list(self._drawer.threads) if self._drawer is not None else []
        sessions = [thread for session in (*self._sessions.values(), *self._leaving) for thread in session.threads()]
        return [*self._threads, *drawing, *sessions]

    @Slot()
    def stop(self) -> None:
        """Close every window, read and draw nothing any more."""
        self._is_stopping = True
        for worker in self._reading.values():
            worker.stop()
        for session in list(self._sessions.values()):
            session.close()
        if self._drawer is not None:
            self._drawer.stop()

    # Windows

    @Slot(object)
    def open_job(self, key: JobKey) -> None:
        """Look at a job's results; a second time, bring the window forward."""
        job = self._repository.jobs.get(key)
        if job is None:
            return
        session = self._session(f"{key.model}/{key.id}", self._subject_of(job))
        session.come_forward()
        path = self._source.path_of(key)
        if session.has_results():
            return
        if path is not None:
            session.reading.read(path)
        elif job.can_save:
            self._on_fetch_requested(key)
        else:
            session.reading.show_none()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look at results that belong to no job here."""
        for path in paths:
            session = self._session(str(path), Subject(path, path.name))
            session.come_forward()
            session.reading.read(path)

    def open_for_job(self, key: JobKey, path: Path) -> None:
        """Look at a file as the results of a job, whatever the service offered for it."""
        job = self._repository.jobs.get(key)
        if job is not None:
            session = self._session(f"{key.model}/{key.id}", self._subject_of(job))
            session.come_forward()
            session.reading.read(path)

    def compare(self, first: JobKey, second: JobKey) -> None:
        """Open the first one's window with the second one beside it."""
        self.open_job(first)
        session = self._sessions.get(f"{first.model}/{first.id}")
        if session is not None:
            session.compare_with(second)

    def _session(self, name: str, subject: Subject) -> "ResultsSession":
        found = self._sessions.get(name)
        if found is not None:
            return found
        # Here, not above: most starts of the program never show it.
        from epa_gui.core.results.pictures.library import library  # noqa: PLC0415
        from epa_gui.ui.results.picture_drawer import PictureDrawer  # noqa: PLC0415
        from epa_gui.ui.results.results_session import ResultsSession  # noqa: PLC0415

        if self._drawer is None:
            library.keep_fonts_in(self._folder.parent / "fonts")
            self._drawer = PictureDrawer(self, self._repository.clock)
        if subject.job is not None:
            self._source.hold(subject.job)
        session = ResultsSession(
            name,
            subject,
            self._window,
            repository=self._repository,
            source=self._source,
            live_models=self._live_models,
            folder=self._folder,
            drawer=self._drawer,
        )
        session.read_through.connect(self._on_read)
        session.choice.switch_requested.connect(self.switch_requested)
        session.choice.keep_requested.connect(self.keep_requested)
        session.reading.fetch_requested.connect(self._on_fetch_requested)
        session.reading.given_up.connect(self._on_given_up)
        session.files_dropped.connect(self.files_dropped)
        session.closed.connect(self._on_closed)
        self._sessions[name] = session
        return session

    @Slot()
    def say_again(self) -> None:
        """Another language: every window gives way to a new one, as soon as nothing would be lost by that."""
        self._outdated = list(self._sessions)
        self._on_renew()

    @Slot()
    def _on_renew(self) -> None:
        there = [name for name in self._outdated if name in self._sessions]
        self._outdated = [name for name in there if not self._sessions[name].can_give_way()]
        for name in there:
            if name not in self._outdated:
                self._renew_session(name, self._sessions[name])
        if self._outdated:
            self._renew.start()

    def _renew_session(self, name: str, before: "ResultsSession") -> None:
        shown, key = before.shown(), before.job
        job = self._repository.jobs.get(key) if key is not None else None
        if key is not None:
            self._source.hold(key)  # in between nobody would
        before.close()
        session = self._session(name, self._subject_of(job) if job is not None else before.subject)
        session.show_same(shown, self._source.problem_of(key) if key is not None else None)
        if key is not None:
            self._source.let_go(key)

    def _subject_of(self, job: Job) -> Subject:
        model = self._repository.models.get(job.model)
        return Subject(
            Path(),
            job_title(job),
            job.key,
            model.name if model else "",
            model.target if model else "",
        )

    @Slot(str)
    def _on_closed(self, name: str) -> None:
        session = self._sessions.pop(name, None)
        if session is not None:
            if session.job is not None:
                self._source.let_go(session.job)
            self._leaving.append(session)
            self._leave.start()

    @Slot()
    def _on_leaving(self) -> None:
        """Let go of closed windows whose threads have ended: to destroy a running one would end the program."""
        for session in [session for session in self._leaving if session.is_idle()]:
            self._leaving.remove(session)
            session.let_go()
        if not self._leaving:
            self._leave.stop()

    @Slot()
    def on_live_changed(self) -> None:
        """Another model is in service, or may be."""
        for session in self._sessions.values():
            session.on_live_changed()

    @Slot(object)
    def _on_fetch_requested(self, key: JobKey) -> None:
        session = self._sessions.get(f"{key.model}/{key.id}")
        if session is not None:
            session.reading.wait_for_file()
            self._source.want(key)

    @Slot(object)
    def _on_given_up(self, key: JobKey) -> None:
        self._source.give_up(key)

    @Slot(object, object, object)
    def _on_progressed(self, key: JobKey, done: int, total: int) -> None:
        session = self._sessions.get(f"{key.model}/{key.id}")
        if session is not None:
            session.reading.show_fetched(done, total)

    @Slot(object)
    def _on_jobs_removed(self, keys: Sequence[JobKey]) -> None:
        for key in keys:
            worker = self._reading.pop(key, None)
            if worker is not None:
                worker.stop()

    # Verdicts of what was fetched, without a window

    @Slot(object, object)
    def _on_fetched(self, key: JobKey, path: Path) -> None:
        session = self._sessions.get(f"{key.model}/{key.id}")
        if session is not None:
            session.reading.take_fetched(path)
        elif not self._is_stopping and key not in self._reading:
            self._read_quietly(key, path)

    @Slot(object)
    def _on_fetch_changed(self, key: JobKey) -> None:
        session, problem = self._sessions.get(f"{key.model}/{key.id}"), self._source.problem_of(key)
        if session is not None and problem is not None:
            session.reading.show_problem(problem)

    def _read_quietly(self, key: JobKey, path: Path) -> None:
        job = self._repository.jobs.get(key)
        if job is None or job.verdict is not None:
            return
        from epa_gui.ui.results.look_worker import LookOrder, LookWorker  # noqa: PLC0415  loaded with the first results

        subject = replace(self._subject_of(job), path=path)
        worker = LookWorker(LookOrder(0, subject, None))
        worker.reported.connect(self._on_looked)
        self._reading[key] = worker
        self._threads.start(worker, "read results")

    @Slot(object)
    def _on_looked(self, look: "Look") -> None:
        key = look.order.subject.job
        if key is None:
            return
        self._reading.pop(key, None)
        if look.results is not None:
            self._note_verdict(key, look, is_seen=False)

    @Slot(object)
    def _on_read(self, look: "Look") -> None:
        """A window shows them: from now on the job was looked at."""
        if self._drawer is not None:
            self._drawer.get_ready()
        key = look.order.subject.job
        if key is not None and look.results is not None:
            self._note_verdict(key, look, is_seen=True)

    def _note_verdict(self, key: JobKey, look: "Look", *, is_seen: bool) -> None:
        job = self._repository.jobs.get(key)
        if job is None or look.results is None:
            return
        is_dropped = is_seen and look.order.subject.path != self._source.path_of(key)
        verdict = look.results.verdict
        if is_dropped and job.verdict is not None and not verdict.is_told:
            verdict = job.verdict  # a file that somebody dropped on the job, and it tells less
        opened_at = self._repository.clock() if is_seen and job.opened_at is None else job.opened_at
        changed = replace(job, verdict=verdict, opened_at=opened_at)
        if changed != job:
            self._repository.change_job(changed)
