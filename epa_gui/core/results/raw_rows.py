"""Reads both models' predictions row by row: 1,000,000 of them, in seconds and in little memory."""

import csv
import io
import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from epa_gui.core.results.byte_columns import Column
from epa_gui.core.results.content import Labels, PredictedRows
from epa_gui.core.results.kept_columns import KeptClasses, KeptShares
from epa_gui.core.results.numbers_read import number_in, written_step
from epa_gui.core.results.raw_batches import Batch, Wanted, batches_of
from epa_gui.core.results.raw_columns import Probabilities, RawColumns, raw_columns_in
from epa_gui.core.results.small_table import NoTableError, TooLongError, decoded, delimiter_of, encoding_of

MOST_ROWS = 5_000_000
_MOST_PROBABILITIES = 8_000_000
"""So many are kept, 8 bytes each: enough for 1,000,000 rows of two classes and two models, and twice that."""

_SAMPLE_BYTES = 1 << 18
_MOST_LABELS = 60_000


class NoRowsError(ValueError):
    """The headings do not say what is where, or no row has what it needs."""


class RowsRead:
    """What was read.

    Attributes:
        rows: The predictions.
        choices: Other columns that may be the target, by their headings: where headings cannot tell them apart.
        step: By how much the last written digit of predicted numbers counts.
    """

    def __init__(self, rows: PredictedRows, choices: Sequence[tuple[str, Labels]], step: float) -> None:
        self.rows = rows
        self.choices = choices
        self.step = step


def read_rows(stream: IO[bytes], file: str, target: str = "", stopped: Callable[[], bool] = bool) -> RowsRead:
    """The predictions in a table.

    Args:
        stream: Its bytes.
        file: Its name.
        target: The column that is predicted, if that is known from elsewhere.
        stopped: Asked between pieces; once it says so, reading ends as if the file did.

    Raises:
        NoRowsError: It does not say which column is what.
        NoTableError, TooLongError: It is no table.
        OSError: It cannot be read.
    """
    beginning = _read_whole(stream, _SAMPLE_BYTES)
    is_cut = len(beginning) == _SAMPLE_BYTES
    encoding = encoding_of(beginning, is_cut=is_cut)
    text = decoded(beginning, is_cut=is_cut)
    delimiter = delimiter_of(text)
    sample = _sample(text, delimiter, is_cut=is_cut)
    if not sample:
        raise NoTableError
    plan = raw_columns_in(sample[0], sample[1:], target)
    if plan is None:
        raise NoRowsError
    reader = _Reader(plan, [heading.strip() for heading in sample[0]])
    wanted = Wanted(encoding, delimiter, len(sample[0]), reader.wanted, reader.numbers)
    for batch in batches_of(stream, beginning, wanted, stopped):
        reader.take(batch)
    return reader.result(file, sample)


def _read_whole(stream: IO[bytes], size: int) -> bytes:
    """So many bytes, unless the stream ends: one that is unpacked may give fewer at a time."""
    found = bytearray()
    while len(found) < size and (piece := stream.read(size - len(found))):
        found += piece
    return bytes(found)


def _sample(text: str, delimiter: str, *, is_cut: bool) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)  # noqa: PERF402  those before an error count
    except csv.Error as error:  # a quotation mark that is never closed makes a field too long
        if not rows:
            raise NoTableError(str(error)) from error
    else:
        rows = rows[:-1] if is_cut else rows
    return [row for row in rows if any(row)]


class _Reader:
    """Takes columns in, batch by batch, and keeps them small.

    Args:
        plan: What is where.
        head: The headings.

    Attributes:
        wanted: Which of them are needed, in their order.
        numbers: Those of these that hold numbers.
    """

    def __init__(self, plan: RawColumns, head: Sequence[str]) -> None:
        self._plan = plan
        self._head = head
        self._words = [*plan.actual, *(place for place in (plan.new, plan.old) if place >= 0)]
        self._likely = [
            (place, model.scale)
            for model in (plan.new_probabilities, plan.old_probabilities)
            for place in model.places
            if place >= 0
        ]
        self.wanted = sorted({*self._words, *(place for place, _ in self._likely)})
        self.numbers = set(self.wanted) if plan.is_numeric else {place for place, _ in self._likely}
        self._names: dict[str, int] = {}
        self._codes = {place: KeptClasses() for place in self._words}
        self._values = {place: array("d") for place in self._words}
        self._shares = {is_old: KeptShares() for is_old in (False, True)}
        self._greatest = {is_old: KeptClasses() for is_old in (False, True)}
        self._places = array("I")
        self._seen = 0
        self._keeps_shares = True

    def take(self, batch: Batch) -> None:
        """Take some rows in."""
        if not batch:
            return
        columns = dict(zip(self.wanted, batch, strict=True))
        count = len(batch[0])
        numbers = {place: _floats(columns[place], scale) for place, scale in self._likely}
        if self._plan.is_numeric:
            numbers |= {place: _floats(columns[place], 1.0) for place in self._words}
        words = {} if self._plan.is_numeric else {place: _stripped(_texts_of(columns[place])) for place in self._words}
        bad = {at for column in numbers.values() for at in _not_numbers(column)}
        bad |= {at for column in words.values() if "" in column for at, text in enumerate(column) if not text}
        bad |= self._headings_in(words)
        kept: Sequence[int] = range(count)
        if bad:
            kept = [at for at in kept if at not in bad]
            numbers = {place: array("d", [column[at] for at in kept]) for place, column in numbers.items()}
            words = {place: tuple([column[at] for at in kept]) for place, column in words.items()}
        self._places.extend(range(self._seen, self._seen + count) if not bad else [self._seen + at for at in kept])
        self._seen += count
        if self._seen > MOST_ROWS:
            raise TooLongError
        for place, column in words.items():
            for name in set(column) - self._names.keys():
                self._code(name)
            self._codes[place].extend(map(self._names.__getitem__, column), len(self._names))
        for place in self._words if self._plan.is_numeric else ():
            self._values[place].extend(numbers[place])
        self._take_shares(numbers)

    def _headings_in(self, words: dict[int, tuple[str, ...]]) -> set[int]:
        """Rows that are the headings once more, as where files were put together."""
        if not words or not all(self._head[place] in column for place, column in words.items()):
            return set()
        rows = zip(*words.values(), strict=True)
        heads = tuple(self._head[place] for place in words)
        return {at for at, row in enumerate(rows) if row == heads}

    def _take_shares(self, numbers: dict[int, "array[float]"]) -> None:
        plan = self._plan
        if self._keeps_shares and len(self._places) * len(self._likely) > _MOST_PROBABILITIES:
            self._keeps_shares = False
            self._shares.clear()
        for model, is_old, place in (
            (plan.new_probabilities, False, plan.new),
            (plan.old_probabilities, True, plan.old),
        ):
            if not model.places:
                continue
            if place < 0:
                columns = _complete([numbers[one] if one >= 0 else None for one in model.places])
                codes = [self._code(name) for name in plan.classes]
                self._greatest[is_old].extend(_greatest(columns, codes), len(self._names))
            if self._keeps_shares:
                self._shares[is_old].extend([numbers[one] if one >= 0 else None for one in model.places])

    def _code(self, name: str) -> int:
        code = self._names.setdefault(name, len(self._names))
        if code >= _MOST_LABELS:
            raise NoRowsError
        return code

    def result(self, file: str, sample: Sequence[Sequence[str]]) -> RowsRead:
        """What was taken in."""
        if not self._places:
            raise NoRowsError
        plan, head = self._plan, sample[0]
        names = tuple(self._names)
        first, *others = plan.actual
        is_whole = self._places[-1] == len(self._places) - 1
        found = PredictedRows(
            file,
            head[first].strip(),
            actual=() if plan.is_numeric else Labels(names, self._codes[first].codes),
            new=self._predicted(plan.new, plan.new_probabilities, names, is_old=False),
            old=self._predicted(plan.old, plan.old_probabilities, names, is_old=True),
            actual_values=self._numbers(first),
            new_values=self._numbers(plan.new),
            old_values=self._numbers(plan.old),
            classes=plan.classes if self._keeps_shares else (),
            new_probabilities=self._shares[False].columns() if self._keeps_shares else (),
            old_probabilities=self._shares[True].columns() if self._keeps_shares else (),
            is_new_by_probability=bool(plan.new_probabilities.places) and plan.new < 0,
            is_old_by_probability=bool(plan.old_probabilities.places) and plan.old < 0,
            places=range(len(self._places)) if is_whole else self._places,
            left_out=self._seen - len(self._places),
        )
        choices = [(head[place].strip(), Labels(names, self._codes[place].codes)) for place in others]
        step = max((written_step(row[plan.new]) for row in sample[1:] if plan.new < len(row)), default=0.0)
        return RowsRead(found, choices, step if plan.is_numeric else 0.0)

    def _predicted(
        self, place: int, model: Probabilities, names: tuple[str, ...], *, is_old: bool
    ) -> "Labels | tuple[str, ...]":
        if self._plan.is_numeric:
            return ()
        if place >= 0:
            return Labels(names, self._codes[place].codes)
        return Labels(names, self._greatest[is_old].codes) if model.places else ()

    def _numbers(self, place: int) -> Sequence[float]:
        return self._values[place] if self._plan.is_numeric and place >= 0 else ()


def _greatest(columns: Sequence["array[float]"], codes: Sequence[int]) -> "array[int] | list[int]":
    """For each row the code of the class with the greatest probability, the first of equal ones."""
    if len(columns) == 2:
        import numpy as np  # noqa: PLC0415  not before results are read

        one, other = (np.frombuffer(column, dtype=np.float64) for column in columns)
        is_small = max(codes) < 256
        found = np.where(other > one, codes[1], codes[0]).astype(np.uint8 if is_small else np.uint16)
        return array("B" if is_small else "H", found.tobytes())
    return [codes[row.index(max(row))] for row in zip(*columns, strict=True)]


def _complete(columns: Sequence["array[float] | None"]) -> list["array[float]"]:
    """With what is missing to 1 in place of the column that is not there; of two, one may be missing."""
    there = next(column for column in columns if column is not None)
    return [column if column is not None else array("d", [1 - value for value in there]) for column in columns]


def _stripped(column: tuple[str, ...]) -> tuple[str, ...]:
    different = set(column)
    if all(text == text.strip() for text in different):
        return column
    plain = {text: text.strip() for text in different}
    return tuple(map(plain.__getitem__, column))


def _texts_of(column: Column) -> tuple[str, ...]:
    return column if isinstance(column, tuple) else tuple(map(str, column))


def _floats(column: Column, scale: float) -> "array[float]":
    """The numbers of a column, NaN for what is none."""
    if isinstance(column, array):
        return column if scale == 1.0 else array("d", [number * scale for number in column])
    joined = ",".join(column)
    if not joined.isascii() or "_" in joined or "%" in joined:
        return _carefully(column, scale)
    try:
        numbers = array("d", map(float, column))
    except ValueError:
        return _carefully(column, scale)
    return numbers if scale == 1.0 else array("d", [number * scale for number in numbers])


def _carefully(column: tuple[str, ...], scale: float) -> "array[float]":
    if all(text.endswith("%") for text in column):
        try:
            return array("d", [float(text[:-1]) / 100 for text in column if "_" not in text])
        except ValueError:
            pass
    found = array("d")
    for text in column:
        number = number_in(text)
        found.append(math.nan if number is None else number if text.endswith(("%", "％")) else number * scale)
    return found


def _not_numbers(column: "array[float]") -> Iterator[int]:
    if not math.isfinite(sum(column)):
        yield from (at for at, number in enumerate(column) if not math.isfinite(number))
