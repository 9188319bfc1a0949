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
from epa_gui.core.jobs.verdict_note import Rule
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.retraining.read_worker import ReadOrder, ReadWorker

if TYPE_CHECKING:
    from epa_gui.core.dataset.check import Reading
    from epa_gui.core.dataset.opening import Stamp

_FEWEST_COLUMNS = 2
_SHOWING_MS = 15
_FIRST_SHOWING_MS = 60
"""Time to show and paint a reading before the next piece is read; the first one brings the table with it."""


_READ_ALONG = frozenset(RepairKind) - {RepairKind.ENCODING}
"""What changes what is found: the file is read once more, as its copy will be."""

_SHAPES_OTHERS = frozenset({RepairKind.ROWS, RepairKind.DELIMITER, RepairKind.COLUMN})
"""Without these, others may have no meaning any more."""


class FileInspection(QObject):
    """The reading for one form.

    What a person chose to put right is chosen for what was found in a file. Where that file has changed, or is read
    otherwise, it is only proposed: the file is read without it, and what is offered again is chosen again.

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
        self._under_way: set[Role] = set()
        self._has_shown: set[Role] = set()
        self._mended: dict[Role, dict[Repair, Finding]] = {}
        self._proposed: dict[Role, frozenset[Repair]] = {}
        self._chosen_for: dict[Role, Stamp] = {}
        self.threads = PassingThreads()
        self.now = Inspection({}, {})

    def read(self, files: Mapping[Role, Path], model: str) -> None:
        """Read these files from the start; what was being read before is dropped."""
        self._model = model
        same = {role for role, path in files.items() if path == self.now.files.get(role)}
        repairs = {role: chosen for role, chosen in self.now.repairs.items() if role in same}
        encodings = {role: chosen for role, chosen in self.now.encodings.items() if role in same}
        self._mended = {role: found for role, found in self._mended.items() if role in same}
        self._proposed = {role: repairs for role, repairs in self._proposed.items() if role in same}
        self._chosen_for = {role: stamp for role, stamp in self._chosen_for.items() if role in same}
        self.now = Inspection(dict(files), {}, repairs=repairs, encodings=encodings)
        self._read()

    def read_again(self) -> None:
        """Read the same files from the start."""
        self.read(self.now.files, self._model)

    def _read(self) -> None:
        """Read the files as the copies will be; what was read before stays until there is something newer."""
        self._drop()
        files = self.now.files
        self._has_shown = set()
        self._under_way = set(files)
        self.now = replace(self.now, is_reading=bool(files))
        if files:
            self._read_for = self._target()
            self._remembered_then = self._remembered()
            repairs = _while_reading(self.now.repairs)
            worker = ReadWorker(
                ReadOrder(
                    self._number,
                    tuple(files.items()),
                    self._read_for,
                    self.now.encodings,
                    repairs,
                    self._remembered_then,
                )
            )
            worker.told.connect(self._on_told)
            worker.reported.connect(self._on_over)
            self._worker = worker
            self.threads.start(worker, "read files")
        self._tell()

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
        if is_wanted:
            self._choose({role: changed})
            return
        rest = self.now.repairs.get(role, frozenset()) - changed
        proposed = _read_along(rest) if any(repair.kind in _SHAPES_OTHERS for repair in changed) else frozenset()
        self._set(role, rest - proposed, proposed)
        if _read_along(changed):
            self._read()
        else:
            self._tell()

    def repair_all(self) -> None:
        """Put right whatever can be put right in the copies."""
        wanted: dict[Role, frozenset[Repair]] = {}
        for placed in self.now.offered():
            if placed.finding.repair is not None:
                wanted[placed.role] = wanted.get(placed.role, frozenset()) | {placed.finding.repair}
        self._choose(wanted)

    def propose(self, role: Role, repairs: Iterable[Repair]) -> None:
        """Put these things right as far as the file, once it is read, still offers them."""
        self._proposed[role] = self._proposed.get(role, frozenset()) | frozenset(repairs)
        if not self.now.is_reading and role in self.now.readings:
            self._settle()

    def _choose(self, wanted: Mapping[Role, frozenset[Repair]]) -> None:
        has_to_read = False
        for role, repairs in wanted.items():
            self._note_mended(role, repairs)
            self.now = replace(
                self.now,
                repairs={**self.now.repairs, role: self.now.repairs.get(role, frozenset()) | repairs},
            )
            if role in self.now.readings:
                self._chosen_for.setdefault(role, self.now.readings[role].stamp)
            has_to_read = has_to_read or bool(_read_along(repairs))
        if has_to_read:
            self._read()
        else:
            self._tell()  # another encoding alone changes nothing that was found

    def _set(self, role: Role, chosen: frozenset[Repair], proposed: frozenset[Repair]) -> None:
        """What is put right in a file, and what is to be if it is offered again."""
        self.now = replace(self.now, repairs={**self.now.repairs, role: chosen})
        self._proposed[role] = self._proposed.get(role, frozenset()) | proposed
        mended = self._mended.get(role, {})
        self._mended[role] = {repair: finding for repair, finding in mended.items() if repair in chosen}
        if not _read_along(chosen):
            self._chosen_for.pop(role, None)

    def _note_mended(self, role: Role, repairs: frozenset[Repair]) -> None:
        for placed in self.now.findings:
            if placed.role is role and placed.finding.repair in repairs:
                self._mended.setdefault(role, {}).setdefault(placed.finding.repair, placed.finding)

    def choose_encoding(self, role: Role, encoding: Encoding | None) -> None:
        """Read this file as a person says it is written; `None` leaves it to be found out."""
        encodings = {other: chosen for other, chosen in self.now.encodings.items() if other is not role}
        self.now = replace(self.now, encodings={**encodings, role: encoding} if encoding else encodings)
        along = _read_along(self.now.repairs.get(role, frozenset()))
        self._set(role, self.now.repairs.get(role, frozenset()) - along, along)  # other letters, other findings
        self.read_again()

    def cancel(self) -> None:
        """Stop reading; what is known so far stays."""
        if self._worker is not None:
            self._worker.stop()

    def stop(self) -> None:
        """Drop everything."""
        self._drop()
        self._mended, self._proposed, self._chosen_for = {}, {}, {}
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
        is_first = role not in self._has_shown
        self._has_shown.add(role)
        QTimer.singleShot(_FIRST_SHOWING_MS if is_first else _SHOWING_MS, self, self.let_go)
        self.now = replace(self.now, readings={**self.now.readings, role: reading})
        if reading.is_over:
            self._under_way.discard(role)
        if self._under_way:
            self._tell()
        else:
            self._settle()

    def _settle(self) -> None:
        """All was read: choose what was proposed and is offered again; while that changes anything, read once more."""
        self._find()
        has_to_read = False
        for role, reading in self.now.readings.items():
            if not reading.is_whole:
                continue
            chosen = self.now.repairs.get(role, frozenset())
            if _read_along(chosen) and self._chosen_for.get(role, reading.stamp) != reading.stamp:
                self._set(role, chosen - _read_along(chosen), _read_along(chosen))  # it was chosen for other content
                has_to_read = True
                continue
            proposed = self._proposed.pop(role, frozenset())
            offered = {placed.finding.repair for placed in self.now.findings if placed.role is role}
            again = proposed & offered
            if not again:
                continue
            self._note_mended(role, again)
            self._set(role, chosen | again, proposed - again)
            if _read_along(again):
                self._chosen_for[role] = reading.stamp
                has_to_read = True
        if has_to_read:
            self._read()
        else:
            self.now = replace(self.now, is_reading=False)
            self._tell()

    @Slot(object)
    def _on_over(self, number: int) -> None:
        """The worker is let go of: there is nothing to hold up any more."""
        if number == self._number:
            self._worker = None

    def _tell(self) -> None:
        self._find()
        self.changed.emit(self.now)

    def _find(self) -> None:
        found = list(self._placed())
        found += self._notes(found)
        placed = sorted(found, key=lambda one: (not one.finding.stops, one.role is not Role.TRAINING))
        self.now = replace(self.now, findings=tuple(placed))

    def _placed(self) -> Iterator[Placed]:
        from epa_gui.core.dataset.comparison import (  # noqa: PLC0415  not at the start
            against_last,
            against_training,
            without_target,
        )

        training = self.now.readings.get(Role.TRAINING)
        evaluation = self.now.readings.get(Role.EVALUATION)
        last = self._repository.profiles.get(self._model)
        found = [(role, finding) for role, reading in self.now.readings.items() for finding in reading.findings]
        if training and last and not _is_unreadable(training):
            others = against_last(training, last, self._target())
            found += [
                (Role.TRAINING, finding.in_file(training.repairs))
                for finding in others
                if finding.kind is not FindingKind.SAME_AS_LAST or not self._has_failed(last)
            ]
        if training and not _is_unreadable(training):
            told = [finding for role, finding in found if role is Role.TRAINING]
            found += [(Role.TRAINING, finding) for finding in without_target(training, self._target(), told)]
        if training and evaluation and not _is_unreadable(training) and not _is_unreadable(evaluation):
            others = against_training(evaluation, training, self._target(), is_time_series=self._is_time_series())
            found += [(Role.EVALUATION, finding.in_file(evaluation.repairs)) for finding in others]
        there = {(role, finding.repair) for role, finding in found}
        for role in self.now.files:
            chosen = self.now.repairs.get(role, frozenset())
            for repair, finding in self._mended.get(role, {}).items():
                if repair in chosen and (role, repair) not in there:  # read without it: it is found no more
                    yield Placed(role, finding, is_mended=True)
        for role, finding in found:
            yield Placed(role, finding, self._is_mended(role, finding))

    def _is_mended(self, role: Role, finding: Finding) -> bool:
        """A copy is UTF-8 whatever else is put right in it."""
        chosen = self.now.repairs.get(role, frozenset())
        is_encoding = finding.repair is not None and finding.repair.kind is RepairKind.ENCODING
        return finding.repair in chosen or (is_encoding and bool(chosen))

    def _notes(self, found: list[Placed]) -> Iterator[Placed]:
        """What is worth a word beside other things; alone it is one of the facts of a file that is all well."""
        from epa_gui.core.dataset.comparison import nothing_to_learn  # noqa: PLC0415  not at the start

        training = self.now.readings.get(Role.TRAINING)
        is_beside = any(not placed.is_mended for placed in found)
        if is_beside and training and not _is_unreadable(training):
            notes = nothing_to_learn(training, self._target())
            yield from (Placed(Role.TRAINING, finding.in_file(training.repairs)) for finding in notes)

    def _is_time_series(self) -> bool:
        """Whether results of the model tell that it predicts one."""
        verdicts = [job.verdict for job in self._repository.jobs.values() if job.model == self._model]
        return any(verdict.rule is Rule.TIME_SERIES or bool(verdict.horizon) for verdict in verdicts if verdict)

    def _has_failed(self, last: Profile) -> bool:
        """Whether nothing came of the file sent last: then sending it again is what a person should do."""
        job = self._repository.jobs.get(JobKey(last.model, last.job))
        return job is not None and (job.stage is Stage.FAILED or job.send_problem is not None)


def _while_reading(repairs: Mapping[Role, frozenset[Repair]]) -> dict[Role, frozenset[Repair]]:
    return {role: _read_along(chosen) for role, chosen in repairs.items()}


def _read_along(repairs: frozenset[Repair]) -> frozenset[Repair]:
    return frozenset(repair for repair in repairs if repair.kind in _READ_ALONG)


def _is_unreadable(reading: "Reading") -> bool:
    """Whether what was read is no measure for anything: one column, or broken off in the middle."""
    return len(reading.columns) < _FEWEST_COLUMNS or (reading.is_over and not reading.is_whole)
