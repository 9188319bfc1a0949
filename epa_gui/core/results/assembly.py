"""Holds together what was read of results, file by file: the kind of prediction, the matrix's direction, the rest."""

from dataclasses import dataclass, field, replace

from epa_gui.core.results.content import (
    Contradiction,
    ContradictionKind,
    Contribution,
    Labels,
    Measure,
    MetricKind,
    PredictedRows,
    PredictionKind,
    ResultsContent,
    Tendency,
    Unread,
    UnreadReason,
)
from epa_gui.core.results.contradictions import Counted, Said, contradictions_in, counted
from epa_gui.core.results.matrix import WrittenMatrix
from epa_gui.core.results.matrix_direction import rows_are_actual
from epa_gui.core.results.metric_names import metric_named
from epa_gui.core.results.raw_rows import RowsRead
from epa_gui.core.results.recomputed import Cells


@dataclass(slots=True)
class FilesRead:
    """What was read so far, file by file.

    Attributes:
        measures: The metrics of all files.
        contradictions: Within these.
        matrices: By whether they are of the previous model, with the file's name.
        contributions: Likewise.
        tendency, tendency_file: Who was right how often, and the file that says so.
        rows: Both models' predictions.
        unread: Files that say nothing.
    """

    measures: list[Measure] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    matrices: dict[bool, tuple[WrittenMatrix, str]] = field(default_factory=dict)
    contributions: dict[bool, tuple[Contribution, ...]] = field(default_factory=dict)
    tendency: Tendency | None = None
    tendency_file: str = ""
    rows: RowsRead | None = None
    unread: list[Unread] = field(default_factory=list)


def assembled(found: FilesRead) -> ResultsContent:
    """Everything that was read, held together."""
    kind = _kind(found)
    rows = _rows(found)
    if rows is not None and kind is PredictionKind.UNKNOWN and rows.actual_values:
        kind = PredictionKind.REGRESSION
    counts = counted(rows)
    matrices = {
        is_previous: matrix.as_known(
            file,
            worked_out=rows_are_actual(matrix, found.measures, _cells(counts, is_previous), is_previous=is_previous),
        )
        for is_previous, (matrix, file) in found.matrices.items()
    }
    disputed = [
        Contradiction(ContradictionKind.DIRECTION, "", file, "", file, "", None, is_previous)
        for is_previous, (matrix, file) in found.matrices.items()
        if matrix.is_contradictory
    ]
    said = Said(
        kind,
        found.measures,
        matrices.get(False),
        matrices.get(True),
        found.tendency,
        found.tendency_file,
        rows,
        found.rows.step if found.rows else 0.0,
    )
    tendency = counts.tendency if counts is not None and counts.tendency is not None else found.tendency
    matrix = matrices.get(False)
    return ResultsContent(
        kind,
        tuple(found.measures),
        matrix,
        matrices.get(True),
        found.contributions.get(False, ()),
        found.contributions.get(True, ()),
        tendency,
        rows,
        matrix.total if matrix else tendency.total if tendency else rows.count if rows else None,
        (*found.contradictions, *disputed, *contradictions_in(said, counts)),
        tuple(found.unread),
    )


def _cells(counts: Counted | None, is_previous: bool) -> Cells | None:  # noqa: FBT001  which of two
    return None if counts is None else counts.old if is_previous else counts.new


def _rows(found: FilesRead) -> PredictedRows | None:
    """The rows; where several columns may be the target, with the one that the metrics come out of."""
    if found.rows is None or not found.rows.choices:
        return found.rows.rows if found.rows else None
    rows = found.rows.rows
    choices = [(rows.target, rows.actual), *found.rows.choices]
    accuracy = next((one for one in found.measures if one.kind is MetricKind.ACCURACY and one.this is not None), None)
    if accuracy is None or not isinstance(rows.new, Labels):
        found.unread.append(Unread(rows.file, UnreadReason.HEADINGS, ", ".join(name for name, _ in choices)))
        return None
    fitting = []
    for name, actual in choices:
        candidate = replace(rows, target=name, actual=actual)
        wrong = contradictions_in(Said(_kind(found), [accuracy], rows=candidate), counted(candidate))
        if not [one for one in wrong if one.kind is ContradictionKind.METRIC and not one.is_previous]:
            fitting.append(candidate)
    if len(fitting) == 1:
        return fitting[0]
    found.unread.append(Unread(rows.file, UnreadReason.HEADINGS, ", ".join(name for name, _ in choices)))
    return None


def _kind(found: FilesRead) -> PredictionKind:
    """What kind of prediction it is, by what the files have in them; unknown where they leave it open."""
    kinds = {one.kind for one in found.measures}
    numbers = {
        *(MetricKind.R_SQUARED, MetricKind.MEDIAN_ERROR, MetricKind.MEDIAN_ERROR_RATIO, MetricKind.MEAN_ERROR),
        MetricKind.RMSE,
    }
    if kinds & numbers:
        is_series = any(one.horizon for one in found.measures)
        is_series = is_series or (MetricKind.COVERAGE in kinds and MetricKind.R_SQUARED not in kinds)
        return PredictionKind.TIME_SERIES if is_series else PredictionKind.REGRESSION
    if any(one.horizon for one in found.measures):
        return PredictionKind.TIME_SERIES
    classes = {len(matrix.labels) for matrix, _ in found.matrices.values()}
    if found.rows is not None and not found.rows.rows.actual_values:
        classes.add(len(found.rows.rows.classes or getattr(found.rows.rows.actual, "names", ())))
    if classes:
        return PredictionKind.BINARY if max(classes) == 2 else PredictionKind.MULTI_CLASS
    if any(metric_named(one.name).is_average for one in found.measures):
        return PredictionKind.MULTI_CLASS
    by_class = {MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE, MetricKind.AUC}
    return PredictionKind.BINARY if kinds & by_class else PredictionKind.UNKNOWN
