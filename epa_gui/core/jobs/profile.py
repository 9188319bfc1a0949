"""What is remembered of a file that was sent: its shape, never its rows."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnType(StrEnum):
    """What a column's fields are. The values are what the database holds."""

    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """One column.

    Attributes:
        name: Its name.
        type: What the service takes it for.
        empty: How many of its fields are empty.
        labels: Its different values, in the order they first occur, if they are few enough to be classes; else none.
        is_judged: Whether `type` is judged as the service does, by its first rows, where one field may make it text.
            Profiles of earlier versions say what most fields were.
        different: How many different values there are; 201 stands for more and for long texts, `None` for not known.
        have_leading_zeros: Whether it has numbers with zeros before them, as 0012; `None` for not known.
        may_be_dates: How its numbers may be taken for dates, such as ``yyyyMM``; empty for not at all, `None` for not
            known.
        day_order: ``day first`` or ``month first``, where its dates are certain; empty if not, `None` for not known.
        all_differ: Whether nearly every value is another one; `None` for not known.
    """

    name: str
    type: ColumnType
    empty: int = 0
    labels: tuple[str, ...] = ()
    is_judged: bool = False
    different: int | None = None
    have_leading_zeros: bool | None = None
    may_be_dates: str | None = None
    day_order: str | None = None
    all_differ: bool | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One file that was sent as training data.

    Attributes:
        model: The identity of the model it was sent for.
        job: The job it started.
        sent_at: When, seconds since the epoch (UTC).
        file_name: The training file's own name.
        columns: In the file's order.
        rows: Without the column names.
        size: Bytes of the training file.
        sha256: Of the bytes sent, in hexadecimal.
        file_sha256: Of the training file as it was read, in hexadecimal; tells whether a file is the same one again.
    """

    model: str
    job: str
    sent_at: float
    file_name: str
    columns: tuple[ColumnProfile, ...]
    rows: int
    size: int
    sha256: str
    file_sha256: str
