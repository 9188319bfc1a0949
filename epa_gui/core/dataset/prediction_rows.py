"""Reads a few rows of a file to ask a prediction API about: whole fields, without the target."""

import csv
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from epa_gui.core.account.prediction import PredictionRow
from epa_gui.core.dataset.dialect import Layout, layout_of, sample_of
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.file_type import no_table
from epa_gui.core.dataset.opening import open_file, stamp_of
from epa_gui.core.dataset.rows_fault import DEFAULT_PREDICTION_ROWS, MOST_PREDICTION_ROWS, RowsFault, UnevenRow
from epa_gui.core.dataset.source import BEGINNING, OtherEncodingError, RowTooLongError, Source, lines_of
from epa_gui.core.dataset.structure import beginning_of

__all__ = ["DEFAULT_PREDICTION_ROWS", "MOST_PREDICTION_ROWS", "PredictionRows", "PredictionRowsError", "RowsFault"]

_MOST_CHARACTERS = 2 << 20
_MOST_READINGS = 4


class PredictionRowsError(ValueError):
    """A file of which no row can be asked about.

    Attributes:
        fault: Why.
        uneven: The row, where `fault` is `RowsFault.UNEVEN`; else `None`.
    """

    def __init__(self, fault: RowsFault, uneven: UnevenRow | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.uneven = uneven


@dataclass(frozen=True, slots=True)
class PredictionRows:
    """A few rows of a file.

    Attributes:
        rows: Each as it is asked about; the fields are whole, as they stand in the file.
        truths: What stands in the target's column of each, if that is in the file; else empty.
        encoding: What the file was read as.
    """

    rows: tuple[PredictionRow, ...]
    truths: tuple[str, ...]
    encoding: Encoding


def read_prediction_rows(
    path: Path, target: str = "", most: int = DEFAULT_PREDICTION_ROWS, encoding: Encoding | None = None
) -> PredictionRows:
    """The first rows of a file, read as a training file is: whatever its encoding, its delimiter, and titles above.

    Args:
        path: The file: CSV, or with another delimiter.
        target: The column that is predicted; it is left out of what is asked. Empty if it is not known.
        most: Rows to read, 1 to `MOST_PREDICTION_ROWS`.
        encoding: What a person said that files like it are written in.

    Raises:
        PredictionRowsError: There are none that can be asked about.
    """
    try:
        with open_file(path) as file:
            text, read_as, is_whole = _beginning_text(file, encoding)
    except (OSError, ValueError) as error:
        if isinstance(error, PredictionRowsError):
            raise
        raise PredictionRowsError(RowsFault.NOT_READ) from error
    names, numbered = _table(lines_of(text), min(max(most, 1), MOST_PREDICTION_ROWS), is_whole=is_whole)
    if len(set(names)) < len(names):
        raise PredictionRowsError(RowsFault.NAMES_CLASH)
    uneven = next((UnevenRow(at, len(row), len(names)) for at, row in numbered if len(row) != len(names)), None)
    if uneven is not None:
        raise PredictionRowsError(RowsFault.UNEVEN, uneven)
    rows = [row for _, row in numbered]
    kept = [at for at, name in enumerate(names) if not target or name != target]
    if not kept:
        raise PredictionRowsError(RowsFault.ONLY_TARGET)
    columns = tuple(names[at] for at in kept)
    asked = tuple(PredictionRow(columns, tuple(row[at] for at in kept)) for row in rows)
    truths = tuple(row[names.index(target)] for row in rows) if target in names else ()
    return PredictionRows(asked, truths, read_as)


def _beginning_text(file: BinaryIO, encoding: Encoding | None) -> tuple[str, Encoding, bool]:
    """Enough text for so many rows, what it was read as, and whether that is all of the file."""
    size = stamp_of(file).size
    if not size:
        raise PredictionRowsError(RowsFault.NO_ROWS)
    if no_table(file.read(BEGINNING)):
        raise PredictionRowsError(RowsFault.NO_TABLE)
    again: OtherEncodingError | None = None
    for _ in range(_MOST_READINGS):
        source = Source(file, size, encoding, again=again)
        text, is_whole = "", True
        try:
            for piece in source.texts():
                text += piece
                if len(text) > _MOST_CHARACTERS:
                    is_whole = False
                    break
        except RowTooLongError as error:
            raise PredictionRowsError(RowsFault.NO_TABLE) from error
        if not isinstance(source.failure, OtherEncodingError):
            if source.failure is not None:
                raise PredictionRowsError(RowsFault.NO_TEXT)
            return text, source.encoding, is_whole
        again = source.failure
    raise PredictionRowsError(RowsFault.NO_TEXT)


def _table(lines: list[str], most: int, *, is_whole: bool) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The column names, and the first rows below them that hold anything, each with its number."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise PredictionRowsError(RowsFault.NO_ROWS)
    sample = lines[first : first + (sample_of(lines[first:], is_whole=is_whole) or len(lines))]
    layout = layout_of(sample, first + 1, is_whole=is_whole and len(sample) == len(lines) - first)
    records = csv.reader(lines[first:], delimiter=layout.delimiter)
    try:
        names_at, units_at = _places(layout)
        names = list(next(islice(records, names_at - first - 1, None), []))
        below = enumerate(records, names_at + 1)
        rows = list(islice(((at, row) for at, row in below if at != units_at and any(map(str.strip, row))), most))
    except csv.Error as error:
        raise PredictionRowsError(RowsFault.NO_TABLE) from error
    if not rows:
        raise PredictionRowsError(RowsFault.NO_ROWS)
    return names, rows


def _places(layout: Layout) -> tuple[int, int]:
    """The row of the column names, as a spreadsheet counts, and that of units below them; 0 for none."""
    beginning = beginning_of(layout)
    if not beginning.has_names:
        raise PredictionRowsError(RowsFault.NO_NAMES)
    names = next((record.row for record in layout.records if record.row > beginning.run[1]), 1)
    return names, beginning.below
