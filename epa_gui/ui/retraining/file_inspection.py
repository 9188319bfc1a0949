"""Has the files of a new retraining read, and puts together what is known of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import Repair, RepairKind
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


_READ_ALONG = frozenset(RepairKind) - {RepairKind.ENCODING}
"""What changes what is found: the file is read once more, as its copy will be."""


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
        self._remembered_then: Encoding | None = None
        self._number = 0
        self._worker: ReadWorker | None = None
        self._mended: dict[Role, dict[Repair, Finding]] = {}
        self.threads = PassingThreads()
        self.now = Inspection({}, {})

    def read(self, files: Mapping[Role, Path], model: str) -> None:
        """Read these files from the start; what was being read before is dropped."""
        self._drop()
        self._model = model
        same = {role for role, path in files.items() if path == self.now.files.get(role)}
        repairs = {role: chosen for role, chosen in self.now.repairs.items() if role in same}
        encodings = {role: chosen for role, chosen in self.now.encodings.items() if role in same}
        self._mended = {role: found for role, found in self._mended.items() if role in same}
        self.now = Inspection(dict(files), {}, repairs=repairs, encodings=encodings, is_reading=bool(files))
        if files:
            self._number += 1
            self._read_for = self._target()
            self._remembered_then = self._remembered()
            worker = ReadWorker(
                ReadOrder(
                    self._number,
                    tuple(files.items()),
                    self._read_for,
                    encodings,
                    _while_reading(repairs),
                    self._remembered_then,
                )
            )
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
        has_changed = (self._target(), self._remembered()) != (self._read_for, self._remembered_then)
        if has_changed and self.now.files:
            self.read_again()  # which classes come late depends on it, or what doubtful letters are read as
        else:
            self._tell()

    def repair(self, role: Role, repairs: Iterable[Repair], *, is_wanted: bool = True) -> None:
        """Put these things right in the copy of this file that is sent, or leave them as they are."""
        changed = frozenset(repairs)
        before = self.now.repairs.get(role, frozenset())
        chosen = before | changed if is_wanted else before - changed
        for placed in self.now.findings:
            if placed.role is role and placed.finding.repair in chosen:
                self._mended.setdefault(role, {})[placed.finding.repair] = placed.finding
        self.now = replace(self.now, repairs={**self.now.repairs, role: chosen})
        if _READ_ALONG.isdisjoint(repair.kind for repair in changed):
            self._tell()  # another encoding alone changes nothing that was found
        else:
            self.read_again()

    def repair_all(self) -> None:
        """Put right whatever can be put right in the copies."""
        for role in self.now.files:
            wanted = [placed.finding.repair for placed in self.now.offered() if placed.role is role]
            self.repair(role, [repair for repair in wanted if repair is not None])

    def choose_encoding(self, role: Role, encoding: Encoding | None) -> None:
        """Read this file as a person says it is written; `None` leaves it to be found out."""
        encodings = {other: chosen for other, chosen in self.now.encodings.items() if other is not role}
        self.now = replace(self.now, encodings={**encodings, role: encoding} if encoding else encodings)
        self.read_again()

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

    def _remembered(self) -> Encoding | None:
        known = self._repository.models.get(self._model)
        try:
            return Encoding(known.encoding) if known and known.encoding else None
        except ValueError:  # a later version wrote it
            return None

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
            chosen = self.now.repairs.get(role, frozenset())
            there = {finding.repair for finding in reading.findings}
            for repair, finding in self._mended.get(role, {}).items():
                if repair in chosen and repair not in there:  # read without it: it is found no more
                    yield Placed(role, finding, is_mended=True)
            for finding in reading.findings:
                yield Placed(role, finding, finding.repair in chosen)
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


def _while_reading(repairs: Mapping[Role, frozenset[Repair]]) -> dict[Role, frozenset[Repair]]:
    return {
        role: frozenset(repair for repair in chosen if repair.kind in _READ_ALONG) for role, chosen in repairs.items()
    }


def _is_unreadable(reading: "Reading") -> bool:
    """Whether what was read is no measure for anything: one column, or broken off in the middle."""
    return len(reading.columns) < _FEWEST_COLUMNS or (reading.is_over and not reading.is_whole)
