"""How many rows a prediction API is asked about, and why a file has none: apart from what reads it, which is slow."""

from dataclasses import dataclass
from enum import StrEnum

MOST_PREDICTION_ROWS = 20
"""Rows at most. Every one is a request that the service counts; a trial allows 100 in all."""

DEFAULT_PREDICTION_ROWS = 5


class RowsFault(StrEnum):
    """Why a file's rows cannot be asked about."""

    NOT_READ = "not read"  # it is not there, or may not be read
    NO_TABLE = "no table"  # a spreadsheet, a zip, a web page
    NO_TEXT = "no text"  # its letters are in no encoding that is known
    NO_NAMES = "no names"  # its first row does not hold column names
    NAMES_CLASH = "names clash"  # two columns have the same name
    NO_ROWS = "no rows"
    UNEVEN = "uneven"  # a row has more or fewer fields than there are names
    ONLY_TARGET = "only target"  # there is no column but the target


@dataclass(frozen=True, slots=True)
class UnevenRow:
    """The first row that has more or fewer fields than there are names.

    Attributes:
        row: Its number, as a spreadsheet counts.
        fields: How many it has.
        names: How many column names there are.
    """

    row: int
    fields: int
    names: int
