"""Has the files of a new retraining read, and puts together what is known of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from epa_gui.controllers.records import Records
from epa_gui.dataset.check import Reading
from epa_gui.dataset.comparison import against_last, against_training
from epa_gui.dataset.finding import CONVERTIBLE
from epa_gui.dataset.inspection import Inspection, Placed
from epa_gui.dataset.roles import Role
from epa_gui.workers.read_worker import ReadOrder, ReadWorker
from epa_gui.workers.threads import start_in_thread


class Inspecting(QObject):
    """The reading for one form.

    Signals:
        changed: The `Inspection` as it stands.
    """

    changed = Signal(object)

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._model = ""
        self._read_for = ""
        self._number = 0
        self._worker: ReadWorker | None = None
        self.threads: list[QThread] = []
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
            self._worker = worker
            self.threads = [thread for thread in self.threads if thread.isRunning()]
            self.threads.append(start_in_thread(worker, "read files"))
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
        known = self._records.models.get(self._model)
        return known.target if known else ""

    @Slot(int, object, object)
    def _on_told(self, number: int, role: Role, reading: Reading) -> None:
        if number != self._number:
            return
        readings = {**self.now.readings, role: reading}
        is_reading = any(role not in readings or not readings[role].is_over for role in self.now.files)
        self.now = replace(self.now, readings=readings, is_reading=is_reading)
        self._tell()

    def _tell(self) -> None:
        placed = sorted(self._placed(), key=lambda found: (not found.finding.stops, found.role is not Role.TRAINING))
        self.now = replace(self.now, findings=tuple(placed))
        self.changed.emit(self.now)

    def _placed(self) -> Iterator[Placed]:
        training = self.now.readings.get(Role.TRAINING)
        evaluation = self.now.readings.get(Role.EVALUATION)
        last = self._records.profiles.get(self._model)
        for role, reading in self.now.readings.items():
            for finding in reading.findings:
                yield Placed(role, finding, role in self.now.converted and finding.kind in CONVERTIBLE)
        if training and last:
            for finding in against_last(training, last, self._target()):
                yield Placed(Role.TRAINING, finding)
        if training and evaluation:
            for finding in against_training(evaluation, training):
                yield Placed(Role.EVALUATION, finding)
