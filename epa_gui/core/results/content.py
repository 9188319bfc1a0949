"""What results say, read: the terms in which everything else speaks of them.

Source: "Results" in what is known of the service. Nothing is guessed: what a file does not tell is `None` or empty.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import overload


class PredictionKind(StrEnum):
    """What kind of prediction the model makes."""

    BINARY = "binary"
    MULTI_CLASS = "multi-class"
    REGRESSION = "regression"
    TIME_SERIES = "time series"
    UNKNOWN = "unknown"


class MetricKind(StrEnum):
    """The metrics that are known."""

    AUC = "auc"
    ACCURACY = "accuracy"
    PRECISION = "precision"
    RECALL = "recall"
    F_SCORE = "f-score"
    R_SQUARED = "r-squared"
    MEDIAN_ERROR_RATIO = "median error ratio"
    MEDIAN_ERROR = "median error"
    MEAN_ERROR = "mean error"
    RMSE = "rmse"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Measure:
    """One metric of the retrained model, and of the one before it where the files tell that.

    Attributes:
        name: As the file writes it.
        kind: Which metric that is; `None` for one nobody here knows.
        this, previous: The values, shares as fractions of 1; `None` where there is none or it is no number.
        this_text, previous_text: As the file writes them.
        horizon: Of a time series: how far ahead, as the file writes it.
        class_name: The class it is about; empty for all.
        file, previous_file: The names of the files in the results that hold the values.
    """

    name: str
    kind: MetricKind | None = None
    this: float | None = None
    previous: float | None = None
    this_text: str = ""
    previous_text: str = ""
    horizon: str = ""
    class_name: str = ""
    file: str = ""
    previous_file: str = ""


class Direction(StrEnum):
    """How it is known which side of a matrix is the actual class."""

    TOLD = "told"  # by words in its corner, or by where its margins say "Recall" and "Precision"
    WORKED_OUT = "worked out"  # only that way round do the metrics, or the rows, come out as the files have them
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ConfusionMatrix:
    """How often each class was predicted as which.

    Attributes:
        labels: The classes.
        counts: `counts[actual][predicted]`; where the direction is unknown, `counts[row][column]` of the file.
        direction: How it is known which is which.
        file: The name of the file in the results that holds it.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    direction: Direction = Direction.UNKNOWN
    file: str = ""

    @property
    def total(self) -> int:
        """All rows."""
        return sum(map(sum, self.counts))

    @property
    def right(self) -> int:
        """Rows on the diagonal: predicted as they are; the same in both directions."""
        return sum(row[place] for place, row in enumerate(self.counts))


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much a column contributes to the predictions, as the service reckons it; scores may exceed 1."""

    column: str
    score: float
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class Tendency:
    """In how many rows which model was right; the rows themselves may not be there."""

    both_right: int
    new_only: int
    old_only: int
    both_wrong: int

    @property
    def total(self) -> int:
        """All rows."""
        return self.both_right + self.new_only + self.old_only + self.both_wrong


class Labels(Sequence[str]):
    """A column of classes, kept as one small number a row: reads like a tuple of the classes themselves.

    Args:
        names: The different classes.
        codes: For each row the place of its class in `names`.
    """

    __slots__ = ("codes", "names")

    def __init__(self, names: Sequence[str] = (), codes: "array[int] | None" = None) -> None:
        self.names = tuple(names)
        self.codes: array[int] = array("H") if codes is None else codes

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> "Labels": ...

    def __getitem__(self, place: int | slice) -> "str | Labels":
        if isinstance(place, slice):
            return Labels(self.names, self.codes[place])
        return self.names[self.codes[place]]

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return map(self.names.__getitem__, self.codes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(str.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # it may be as long as a file

    def __repr__(self) -> str:
        return f"Labels({len(self)} of {len(self.names)} classes)"


@dataclass(frozen=True, slots=True)
class PredictedRows:
    """The predictions of both models, row by row: columns of equal length, small enough for 1,000,000 rows.

    Of classes `actual`, `new` and `old` are filled, of numbers `actual_values`, `new_values` and `old_values`;
    the other three are empty. What the file does not tell is empty too.

    Attributes:
        file: The name of the file in the results that holds them.
        target: The column that is predicted.
        actual: The class that was.
        new: The class that the new model predicted.
        old: The class that the previous one predicted.
        actual_values, new_values, old_values: Likewise of numbers.
        classes: Those of the probabilities, in their order.
        new_probabilities, old_probabilities: For each of `classes` one column of shares of 1; empty where there are
            none, or where they are too many to be kept (`_MOST_PROBABILITIES` of the reader).
        is_new_by_probability, is_old_by_probability: The file has no column for the predicted class, and it is taken to
            be the one with the greatest probability. Of two classes the service may have used another threshold.
        places: For each row here its place among the rows of the file, from 0: to show it there.
        left_out: Rows of the file that are not here: no actual value, or no number where one is needed.
    """

    file: str
    target: str
    actual: Sequence[str] = field(default=(), repr=False)
    new: Sequence[str] = field(default=(), repr=False)
    old: Sequence[str] = field(default=(), repr=False)
    actual_values: Sequence[float] = field(default=(), repr=False)
    new_values: Sequence[float] = field(default=(), repr=False)
    old_values: Sequence[float] = field(default=(), repr=False)
    classes: tuple[str, ...] = ()
    new_probabilities: tuple[Sequence[float], ...] = field(default=(), repr=False)
    old_probabilities: tuple[Sequence[float], ...] = field(default=(), repr=False)
    is_new_by_probability: bool = False
    is_old_by_probability: bool = False
    places: Sequence[int] = field(default=(), repr=False)
    left_out: int = 0

    @property
    def count(self) -> int:
        """Rows that are here."""
        return len(self.actual) or len(self.actual_values)


class ContradictionKind(StrEnum):
    """What kind of figures do not fit together."""

    METRIC = "metric"  # a metric in two files, or as it is written and as it comes out here
    DIFFERENCE = "difference"  # a column of differences, and the two values beside it
    ROW_COUNT = "row count"  # a matrix, the tendency and the rows speak of different numbers of rows
    MATRIX = "matrix"  # a matrix, and what comes out of the rows
    DIRECTION = "direction"  # which side of a matrix is the actual class
    TENDENCY = "tendency"  # who was right how often, both, one or none of the models, and what comes out of the rows
    RIGHT_COUNT = "right count"  # how many rows one model was right in by the tendency, and by its matrix
    TWICE = "twice"  # two files of one name, or one metric twice, with different figures


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of the results that cannot both be right.

    Attributes:
        kind: What kind of figures it is about.
        what: The metric's or the figure's name, as the files write it; may be empty.
        first_file, first: Where one stands, and as what.
        second_file, second: The other; a value worked out here from that file.
        metric: The metric it is about; `None` if it is about none, or one nobody here knows.
        is_previous: Whether it is about the previous model's figures.
    """

    kind: ContradictionKind
    what: str
    first_file: str
    first: str
    second_file: str
    second: str
    metric: MetricKind | None = None
    is_previous: bool = False


class UnreadReason(StrEnum):
    """Why a file that should tell something does not."""

    UNREADABLE = "unreadable"  # damaged, encrypted, or no text
    NO_TABLE = "no table"
    HEADINGS = "headings"  # nobody here knows them
    WHOSE = "whose"  # they do not say which model a column is of
    TWICE = "twice"  # there are two of this name with different figures: neither is used
    NO_NUMBERS = "no numbers"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that should tell something and does not.

    Attributes:
        file: Its name in the results.
        reason: Why.
        said: What stands there, in the file's own words; may be empty.
    """

    file: str
    reason: UnreadReason
    said: str = ""


@dataclass(frozen=True, slots=True)
class ResultsContent:
    """All that results tell about a new model beside the one before it.

    Attributes:
        kind: What kind of prediction it is.
        measures: In the files' order.
        matrix, previous_matrix: Of the new model, and of the one before it.
        contributions, previous_contributions: Likewise; the largest first.
        tendency: Who was right how often; from the rows where they are there, else from the file that says it.
        rows: Both models' predictions row by row; `None` if they are not there.
        row_count: Rows the new model was judged on; `None` if no file tells.
        contradictions: What does not fit together.
        unread: Files that should tell something and do not.
    """

    kind: PredictionKind = PredictionKind.UNKNOWN
    measures: tuple[Measure, ...] = ()
    matrix: ConfusionMatrix | None = None
    previous_matrix: ConfusionMatrix | None = None
    contributions: tuple[Contribution, ...] = ()
    previous_contributions: tuple[Contribution, ...] = ()
    tendency: Tendency | None = None
    rows: PredictedRows | None = None
    row_count: int | None = None
    contradictions: tuple[Contradiction, ...] = ()
    unread: tuple[Unread, ...] = ()
