"""What results say, read: the terms in which everything else speaks of them.

Source: "Results" in what is known of the service. Nothing is guessed: what a file does not tell is `None` or empty.
"""

from dataclasses import dataclass, field
from enum import StrEnum


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
    """

    name: str
    kind: MetricKind | None = None
    this: float | None = None
    previous: float | None = None
    this_text: str = ""
    previous_text: str = ""
    horizon: str = ""
    class_name: str = ""


class Direction(StrEnum):
    """How it is known which side of a matrix is the actual class."""

    TOLD = "told"  # by words in its corner
    WORKED_OUT = "worked out"  # precision and recall come out as in the metrics that way round
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ConfusionMatrix:
    """How often each class was predicted as which.

    Attributes:
        labels: The classes.
        counts: `counts[actual][predicted]`; where the direction is unknown, `counts[row][column]` of the file.
        direction: How it is known which is which.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    direction: Direction = Direction.UNKNOWN

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


@dataclass(frozen=True, slots=True)
class PredictedRows:
    """The predictions of both models, row by row: columns of equal length.

    Attributes:
        file: The name of the file in the results that holds them.
        target: The column that is predicted.
        actual: What was; as written.
        new: What the new model predicted; empty if the file does not tell.
        old: What the previous one predicted; empty if the file does not tell.
        classes: Those of the probabilities.
        new_probabilities, old_probabilities: For each class, one a row; empty where there are none.
        left_out: Rows whose fields are no numbers where numbers are needed, or empty.
    """

    file: str
    target: str
    actual: tuple[str, ...] = field(repr=False)
    new: tuple[str, ...] = field(default=(), repr=False)
    old: tuple[str, ...] = field(default=(), repr=False)
    classes: tuple[str, ...] = ()
    new_probabilities: tuple[tuple[float, ...], ...] = field(default=(), repr=False)
    old_probabilities: tuple[tuple[float, ...], ...] = field(default=(), repr=False)
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of the results that cannot both be right.

    Attributes:
        what: The metric or the figure.
        first_file, first: Where one stands, and as what.
        second_file, second: The other; a value worked out here from that file.
    """

    what: str
    first_file: str
    first: str
    second_file: str
    second: str


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
        unread: Files that should tell something and do not, with the reason in the file reader's words.
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
    unread: tuple[tuple[str, str], ...] = ()
