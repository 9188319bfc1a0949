"""Reads an uploaded file as a table: CSV or TSV, or a zip of training and evaluation file. Only the first rows."""

import codecs
import csv
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

MOST_ROWS = 20_000
MOST_CELLS = 500_000
_FEWEST_ROWS = 11
_LONGEST_FIELD = 131_072
_LONGEST_HEADER = 1_000_000  # characters


class UnreadableError(Exception):
    """The uploaded file cannot be trained on; the message is for the person."""


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of text; every row as long as the names."""

    columns: tuple[str, ...]
    rows: list[list[str]]


def read_upload(path: Path) -> tuple[Table, Table | None]:
    """The training table and, if one came with it, the evaluation table; raises UnreadableError."""
    if not zipfile.is_zipfile(path):
        return _checked(_read(lambda: path.open("rb"), "training file"), None)
    try:
        with zipfile.ZipFile(path) as archive:
            training = _member(archive, "train_src/", "training file")
            if training is None:
                raise UnreadableError("The zip holds no file in train_src/.")
            return _checked(training, _member(archive, "eval_src/", "evaluation file"))
    # A zip can be broken in as many ways as zipfile has kinds of exception.
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise UnreadableError(f"The zip cannot be read: {error}") from error


def _member(archive: zipfile.ZipFile, folder: str, what: str) -> Table | None:
    names = [name for name in archive.namelist() if name.startswith(folder) and not name.endswith("/")]
    return _read(lambda: archive.open(names[0]), what) if names else None


def _checked(training: Table, evaluation: Table | None) -> tuple[Table, Table | None]:
    if len(training.rows) < _FEWEST_ROWS:
        raise UnreadableError(f"The training file has {len(training.rows)} rows; at least {_FEWEST_ROWS} are needed.")
    if evaluation is not None and sorted(evaluation.columns) != sorted(training.columns):
        raise UnreadableError("The evaluation file's columns are not those of the training file.")
    if evaluation is not None and evaluation.columns != training.columns:
        order = [evaluation.columns.index(name) for name in training.columns]
        evaluation = Table(training.columns, [[row[place] for place in order] for row in evaluation.rows])
    return training, evaluation


def _read(reopen: Callable[[], IO[bytes]], what: str) -> Table:
    for encoding in _possible_encodings(reopen):
        try:
            with reopen() as file, io.TextIOWrapper(file, encoding, newline="") as text:
                return _parse(text, what)
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise UnreadableError(f"The {what} cannot be read as CSV: {error}.") from error
    raise UnreadableError(f"The {what} is neither UTF-8 nor Shift_JIS.")


def _possible_encodings(reopen: Callable[[], IO[bytes]]) -> tuple[str, ...]:
    with reopen() as file:
        beginning = file.read(3)
    if beginning[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return ()  # Python's cp932 would take these bytes for letters
    return ("utf-8-sig",) if beginning == codecs.BOM_UTF8 else ("utf-8", "cp932")


def _parse(text: io.TextIOWrapper, what: str) -> Table:
    first = text.readline(_LONGEST_HEADER)
    if not first.strip():
        raise UnreadableError(f"The {what} is empty.")
    if len(first) == _LONGEST_HEADER:
        raise UnreadableError(f"The first line of the {what} is too long to be column names.")
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    text.seek(0)
    reader = csv.reader(text, delimiter=delimiter)
    columns = tuple(next(reader))
    _check_columns(columns, what)
    rows = []
    for row in islice(reader, min(MOST_ROWS, MOST_CELLS // len(columns))):
        if not row:
            continue
        if any(len(field) > _LONGEST_FIELD for field in row):
            # The csv module's own limit holds for the whole process, which is not this service's alone.
            raise csv.Error(f"field larger than field limit ({_LONGEST_FIELD})")
        if len(row) != len(columns):
            raise UnreadableError(
                f"Line {reader.line_num} of the {what} has {len(row)} fields, its first line {len(columns)}."
            )
        rows.append(row)
    return Table(columns, rows)


def _check_columns(columns: tuple[str, ...], what: str) -> None:
    if len(columns) < 2:
        raise UnreadableError(f"The {what} has {len(columns)} column; at least 2 are needed.")
    if len(set(columns)) < len(columns):
        raise UnreadableError(f"The {what} has two columns of the same name.")
