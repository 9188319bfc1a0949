"""Checks a file before it is sent: one pass, with what is known so far told again and again."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from epa_gui.core.dataset import rules
from epa_gui.core.dataset.column_profile import profile_of
from epa_gui.core.dataset.conversion import FieldRepairs
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.encoding_findings import LetterFacts
from epa_gui.core.dataset.file_type import no_table
from epa_gui.core.dataset.finding import IN_DOUBT, Finding, FindingKind
from epa_gui.core.dataset.opening import NO_STAMP, NotAFileError, Stamp, open_file, stamp_of
from epa_gui.core.dataset.repair import Repair
from epa_gui.core.dataset.source import BEGINNING, PIECE, OtherEncodingError, RowTooLongError, Source
from epa_gui.core.dataset.structure_rules import left_out, with_structure
from epa_gui.core.dataset.table import QuoteNotClosedError, Table
from epa_gui.core.files import windows_error
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.profile import ColumnProfile

__all__ = ["MOST_BYTES", "Reading", "Stamp", "check"]

MOST_BYTES = 5 * 1024**3
"""The most for one PUT. Source: the service's manual."""

_TELL_SECONDS = 0.2
_SHARE_FOR_TELLING = 0.05


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a file, so far or in the end.

    Attributes:
        path: The file.
        done: Bytes read.
        size: Bytes there are.
        rows: Rows of data, without the column names.
        encoding: What it is read as; `ASCII` until something says more.
        delimiter: Between fields; empty before it is known.
        columns: Its shape; `labels` only for columns that can be classes.
        preview: The column names and the first 500 rows, or fewer if they are very wide; long fields are shortened.
        preview_rows: The number of each row of the preview, as a spreadsheet counts: not all rows may have been read.
        findings: What was found, stops first.
        is_over: Whether nothing more will come.
        is_whole: Whether it was read to its end.
        sha256: Of its bytes, once it was read whole; else empty.
        stamp: What it was when it was read.
        repairs: What was put right while reading: columns, preview and findings are those of the copy.
        steps: What that changed so far, one step for each of them.
    """

    path: Path
    done: int = 0
    size: int = 0
    rows: int = 0
    encoding: Encoding = Encoding.ASCII
    delimiter: str = ""
    columns: tuple[ColumnProfile, ...] = ()
    preview: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    preview_rows: tuple[int, ...] = field(default=(), repr=False)
    findings: tuple[Finding, ...] = ()
    is_over: bool = False
    is_whole: bool = False
    sha256: str = ""
    stamp: Stamp = NO_STAMP
    repairs: frozenset[Repair] = frozenset()
    steps: tuple[CopyStep, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether something was found with which the file cannot be sent."""
        return any(finding.stops for finding in self.findings)


def check(
    path: Path,
    *,
    is_training: bool = True,
    target: str = "",
    encoding: Encoding | None = None,
    remembered: Encoding | None = None,
    repairs: Collection[Repair] = (),
    is_stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
    piece: int = PIECE,
) -> Iterator[Reading]:
    """Read a file once and tell what is found: soon for the first time, then several times a second.

    Args:
        path: The file.
        is_training: Whether the rules for the number of rows hold; an evaluation file may be short.
        target: The column that is predicted, if that is known: then only its classes are judged.
        encoding: What to read it as, if a person said so; else it is found out.
        remembered: What a person said of other files like it: taken where the file's own letters leave a doubt.
        repairs: What to put right while reading: what is told is told of the copy, with the rows of the file itself.
        is_stopped: Asked often; ends it, with a last reading that is not whole.
        clock: Seconds, for how often to tell.
        piece: Bytes to read at a time.
    """
    reading = Reading(path)
    try:
        file = open_file(path)
    except (OSError, ValueError) as error:
        yield replace(reading, findings=(_trouble_with_file(error, path, FindingKind.MAY_NOT_READ),), is_over=True)
        return
    with file:
        try:
            one = _Check(file, path, is_training=is_training, target=target, clock=clock, piece=piece)
            for told in one.readings(is_stopped, encoding, repairs, remembered):
                reading = replace(told, repairs=frozenset(repairs))
                yield reading
        except OSError as error:
            trouble = _trouble_with_file(error, path, FindingKind.NOT_READ_WHOLE)
            yield replace(reading, findings=rules.in_order((*reading.findings, trouble)), is_over=True)


def _trouble_with_file(error: Exception, path: Path, kind: FindingKind) -> Finding:
    said = (getattr(error, "strerror", None) or str(error)) or type(error).__name__
    if isinstance(error, OSError) and windows_error.windows_number(error, path, reads=True) in windows_error.IN_USE:
        kind = FindingKind.IN_USE
    elif isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        kind = FindingKind.NOT_THERE
    else:
        with suppress(OSError, ValueError):  # Windows says "permission denied" of folders
            kind = FindingKind.A_FOLDER if path.is_dir() else kind
    if isinstance(error, NotAFileError):
        kind = FindingKind.NOT_A_TABLE
    return Finding(kind, values=(said,))


class _Check:
    """One check of one open file."""

    def __init__(
        self, file: BinaryIO, path: Path, *, is_training: bool, target: str, clock: Callable[[], float], piece: int
    ) -> None:
        self._file = file
        stamp = stamp_of(file)
        self._start = Reading(path, size=stamp.size, stamp=stamp)
        self._is_training = is_training
        self._target = target
        self._clock = clock
        self._piece = piece
        self._tell_at = float("-inf")
        self._repairs: Collection[Repair] = ()
        self._fields = FieldRepairs(())

    def readings(
        self,
        is_stopped: Callable[[], bool],
        encoding: Encoding | None = None,
        repairs: Collection[Repair] = (),
        remembered: Encoding | None = None,
    ) -> Iterator[Reading]:
        """What is known, again and again; the last one is over."""
        self._repairs = repairs
        no_file = no_table(self._file.read(BEGINNING)) if self._start.size else FindingKind.EMPTY
        if no_file:
            yield replace(self._start, findings=(Finding(no_file),), is_over=True)
            return
        again: OtherEncodingError | None = None
        while True:
            size = self._start.size
            source = Source(self._file, size, encoding, again=again, remembered=remembered, piece=self._piece)
            self._fields = FieldRepairs(repairs)
            rewrite = self._fields.rewrite if self._fields.is_needed else None
            table = Table(source, left_out=left_out(repairs), rewrite=rewrite)
            stop: Finding | None = None
            try:
                for _ in table.read():
                    if is_stopped() or (self._is_too_large and table.has_preview):
                        yield replace(self._told(source, table), is_over=True)
                        return
                    if table.has_preview and self._clock() >= self._tell_at:
                        yield self._told_in_time(source, table)
            except RowTooLongError:
                stop = Finding(FindingKind.ROW_TOO_LONG, row=table.next_row)
            except QuoteNotClosedError:
                column, lost = table.open_quote()
                stop = Finding(FindingKind.QUOTE_NOT_CLOSED, table.next_row, column, table.name_of(column), lost)
            if isinstance(source.failure, OtherEncodingError):
                again = source.failure
            elif remembered and _is_better_read_as(remembered, source):
                encoding, again = remembered, None
            else:
                stop = _not_decodable(source, table) if source.failure else stop
                yield self._last(source, table, stop)
                return

    @property
    def _is_too_large(self) -> bool:
        return self._start.size > MOST_BYTES

    def _last(self, source: Source, table: Table, stop: Finding | None) -> Reading:
        has_changed = source.has_grown or stamp_of(self._file) != self._start.stamp
        try:  # another file may have been put in its place: this one is not what will be sent
            has_changed = has_changed or stamp_of(self._start.path) != self._start.stamp
        except (OSError, ValueError):
            has_changed = True
        has_changed = has_changed or (not stop and source.done != self._start.size)
        more = [Finding(FindingKind.CHANGED_WHILE_READ)] if has_changed else []
        more += [stop] if stop else []
        is_whole = not more
        told = self._told(source, table, more, is_at_end=not stop)
        return replace(told, is_over=True, is_whole=is_whole, sha256=source.sha256() if is_whole else "")

    def _told_in_time(self, source: Source, table: Table) -> Reading:
        """What is known so far, and not again before this has been worth its time."""
        began = self._clock()
        told = self._told(source, table)
        now = self._clock()
        self._tell_at = now + max(_TELL_SECONDS, (now - began) / _SHARE_FOR_TELLING)
        return told

    def _told(self, source: Source, table: Table, more: Iterable[Finding] = (), *, is_at_end: bool = False) -> Reading:
        facts = rules.Facts(
            rows=table.rows,
            columns=table.columns,
            width=table.width,
            encoding=source.encoding,
            letters=_letters(source, table),
            has_early_letters=source.has_early_letters,
            has_nuls=source.has_nuls,
            is_training=self._is_training,
            target=self._target,
            is_at_end=is_at_end,
            uneven=table.uneven,
            other_separator=table.layout.other,
            first_nul=table.first_nul,
            delimiter=table.delimiter,
            has_double_ends=source.has_double_ends,
            end_mark=table.end_mark,
            end_mark_column=table.end_mark_column,
        )
        found = with_structure(rules.findings(facts), table, is_at_end=is_at_end, repairs=self._repairs)
        too_large = [Finding(FindingKind.TOO_LARGE)] if self._is_too_large else []
        all_found = [finding.in_file(self._repairs) for finding in (*too_large, *more, *found)]
        if any(finding.kind in IN_DOUBT for finding in all_found):
            all_found = [replace(finding, repair=None) for finding in all_found]
        return replace(
            self._start,
            done=source.done,
            rows=table.rows,
            encoding=source.encoding,
            delimiter=table.delimiter,
            columns=tuple(profile_of(column, self._target) for column in table.columns),
            preview=tuple(table.preview),
            preview_rows=tuple(table.preview_rows),
            findings=rules.in_order(all_found),
            steps=self._fields.steps(table.next_row - 1, self._repairs, table.delimiter),
        )


def _is_better_read_as(remembered: Encoding, source: Source) -> bool:
    """Whether its letters look wrong, and a person knew better of other files like it."""
    return not source.is_chosen and source.samples.doubt() is not None and source.samples.are_all(remembered)


def _not_decodable(source: Source, table: Table) -> Finding:
    row, column = table.broken_at
    name = table.columns[column - 1].name if row > 1 and column <= len(table.columns) else ""
    return Finding(FindingKind.NOT_DECODABLE, row=row, column=column, name=name, values=(source.encoding.value,))


def _letters(source: Source, table: Table) -> LetterFacts:
    row, column, samples = source.samples.first()
    is_unsure = source.guess is not None and source.guess.is_unsure
    has_doubt = source.wants_samples and not is_unsure and not source.is_chosen and not source.damaged
    return LetterFacts(
        guess=source.guess,
        is_broken_off=source.failure is not None,
        doubt=source.samples.doubt() if has_doubt else None,
        damaged=0 if is_unsure else source.damaged,
        first_lost=(0, 0) if is_unsure else table.first_lost,
        first=(row, column),
        samples=samples,
        first_doubled=(0, 0) if is_unsure else table.first_doubled,
        doubled=() if is_unsure else table.doubled,
    )
