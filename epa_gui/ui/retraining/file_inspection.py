"""Has the files of a new retraining read, and puts together what is known of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from epa_gui.core.dataset.finding import CONVERTIBLE, FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.job import JobKey, Stage
from epa_gui.core.jobs.profile import Profile
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.retraining.read_worker import ReadOrder, ReadWorker

if TYPE_CHECKING:
    from epa_gui.core.dataset.check import Reading

_FEWEST_COLUMNS = 2
_SHOWING_MS = 15
_FIRST_SHOWING_MS = 60
"""Time to show and paint a reading before the next piece is read; the first one brings the table with it."""


class FileInspection(QObject):
    """The reading for one form.

    Signals:
        changed: The `Inspection` as it stands.
    """

    changed = Signal(object)

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self._repository = repository
        self._model = ""
        self._read_for = ""
        self._number = 0
        self._worker: ReadWorker | None = None
        self.threads = PassingThreads()
        self.now = Inspection({}, {})

    def read(self, files: Mapping[Role, Path], model: str) -> None:
        """Read these files from the start; what was being read before is dropped."""
        self._drop()
        self._model = model
        same = {role for role in self.now.converted if files.get(role) == self.now.files.get(role)}
        self.now = Inspection(dict(files), {}, converted=frozenset(same), is_reading=bool(files))
        if files:
            self._number += 1
            self._read_for = self._target()
            worker = ReadWorker(ReadOrder(self._number, tuple(files.items()), self._read_for))
            worker.told.connect(self._on_told)
            worker.reported.connect(self._on_over)
            self._worker = worker
            self.threads.start(worker, "read files")
        self._tell()

    def read_again(self) -> None:
        """Read the same files from the start."""
        self.read(self.now.files, self._model)

    def compare_with(self, model: str) -> None:
        """Judge by another model, or by what has become known of this one."""
        self._model = model
        if self._target() != self._read_for and self.now.files:
            self.read_again()  # which classes come late depends on it
        else:
            self._tell()

    def convert(self, role: Role, *, is_wanted: bool) -> None:
        """Send a copy of this file in UTF-8 with BOM, or the file as it is."""
        converted = self.now.converted | {role} if is_wanted else self.now.converted - {role}
        self.now = replace(self.now, converted=converted)
        self._tell()

    def cancel(self) -> None:
        """Stop reading; what is known so far stays."""
        if self._worker is not None:
            self._worker.stop()

    def stop(self) -> None:
        """Drop everything."""
        self._drop()
        self.now = Inspection({}, {})

    def _drop(self) -> None:
        self._number += 1
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _target(self) -> str:
        known = self._repository.models.get(self._model)
        return known.target if known else ""

    @Slot()
    def hold(self) -> None:
        """The window needs the interpreter for a moment: painting a table is hundreds of calls into Python."""
        if self._worker is not None:
            self._worker.way.hold()

    @Slot()
    def let_go(self) -> None:
        """Reading may go on."""
        if self._worker is not None:
            self._worker.way.let_go()

    @Slot(int, object, object)
    def _on_told(self, number: int, role: Role, reading: "Reading") -> None:
        if number != self._number:
            return
        is_first = role not in self.now.readings
        QTimer.singleShot(_FIRST_SHOWING_MS if is_first else _SHOWING_MS, self, self.let_go)
        readings = {**self.now.readings, role: reading}
        is_reading = any(role not in readings or not readings[role].is_over for role in self.now.files)
        self.now = replace(self.now, readings=readings, is_reading=is_reading)
        self._tell()

    @Slot(object)
    def _on_over(self, number: int) -> None:
        """The worker is let go of: there is nothing to hold up any more."""
        if number == self._number:
            self._worker = None

    def _tell(self) -> None:
        placed = sorted(self._placed(), key=lambda found: (not found.finding.stops, found.role is not Role.TRAINING))
        self.now = replace(self.now, findings=tuple(placed))
        self.changed.emit(self.now)

    def _placed(self) -> Iterator[Placed]:
        from epa_gui.core.dataset.comparison import against_last, against_training  # noqa: PLC0415  not at the start

        training = self.now.readings.get(Role.TRAINING)
        evaluation = self.now.readings.get(Role.EVALUATION)
        last = self._repository.profiles.get(self._model)
        for role, reading in self.now.readings.items():
            for finding in reading.findings:
                yield Placed(role, finding, role in self.now.converted and finding.kind in CONVERTIBLE)
        if training and last and not _is_unreadable(training):
            for finding in against_last(training, last, self._target()):
                if finding.kind is not FindingKind.SAME_AS_LAST or not self._has_failed(last):
                    yield Placed(Role.TRAINING, finding)
        if training and evaluation and not _is_unreadable(training) and not _is_unreadable(evaluation):
            for finding in against_training(evaluation, training, self._target()):
                yield Placed(Role.EVALUATION, finding)

    def _has_failed(self, last: Profile) -> bool:
        """Whether nothing came of the file sent last: then sending it again is what a person should do."""
        job = self._repository.jobs.get(JobKey(last.model, last.job))
        return job is not None and (job.stage is Stage.FAILED or job.send_problem is not None)


def _is_unreadable(reading: "Reading") -> bool:
    """Whether what was read is no measure for anything: one column, or broken off in the middle."""
    return len(reading.columns) < _FEWEST_COLUMNS or (reading.is_over and not reading.is_whole)
