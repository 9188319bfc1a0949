"""What in results does not fit together: every figure that stands in two places, or comes out of another one. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contradiction,
    ContradictionKind,
    Direction,
    Labels,
    Measure,
    MetricKind,
    PredictedRows,
    PredictionKind,
    Tendency,
)
from epa_gui.core.results.metric_names import SHARES, metric_named
from epa_gui.core.results.numbers_read import number_in, written_step
from epa_gui.core.results.recomputed import (
    Cells,
    ClassFigures,
    accuracy_of,
    auc_of,
    averages_of,
    cells_and_tendency,
    cells_of,
    errors_of,
    figures_by_class,
    turned,
)

_BY_CLASS = (MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE)
_MOST = 200
"""So many are told at most: what is so wrong needs no longer list."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the files say, before it is held together.

    Attributes:
        kind: Of what kind the prediction is.
        measures: The metrics.
        matrix, previous_matrix: As they are known.
        tendency, tendency_file: As its file says it, and that file.
        rows: The predictions.
        step: By how much the last written digit of predicted numbers counts.
    """

    kind: PredictionKind
    measures: Sequence[Measure] = ()
    matrix: ConfusionMatrix | None = None
    previous_matrix: ConfusionMatrix | None = None
    tendency: Tendency | None = None
    tendency_file: str = ""
    rows: PredictedRows | None = None
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Counted:
    """What the rows come to: which class was predicted as which by either model, and who was right."""

    new: Cells
    old: Cells
    tendency: Tendency | None


def counted(rows: PredictedRows | None) -> Counted | None:
    """What the rows come to; `None` where there are none, or none with classes."""
    if rows is None or not isinstance(rows.actual, Labels):
        return None
    return Counted(*cells_and_tendency(rows.actual, rows.new, rows.old))


def contradictions_in(said: Said, found: Counted | None) -> tuple[Contradiction, ...]:
    """Every two places that cannot both be right, each with what stands there."""
    everything = (*_counts(said, found), *_metrics(said, found))
    return everything[:_MOST]


def _counts(said: Said, found: Counted | None) -> Iterator[Contradiction]:
    """Where numbers of rows do not fit."""
    places: list[tuple[str, int]] = []
    if said.rows is not None:
        places.append((said.rows.file, said.rows.count + said.rows.left_out))
    places += [(one.file, one.total) for one in (said.matrix, said.previous_matrix) if one is not None]
    if said.tendency is not None:
        places.append((said.tendency_file, said.tendency.total))
    for file, count in places[1:]:
        is_near = said.rows is not None and said.rows.count <= count <= said.rows.count + said.rows.left_out
        if count != places[0][1] and not is_near:
            yield Contradiction(ContradictionKind.ROW_COUNT, "", places[0][0], str(places[0][1]), file, str(count))
    if found is not None and said.rows is not None and not said.rows.left_out:
        for matrix, cells, is_previous, is_guess in (
            (said.matrix, found.new, False, said.rows.is_new_by_probability),
            (said.previous_matrix, found.old, True, said.rows.is_old_by_probability),
        ):
            if matrix is not None and cells and not is_guess and matrix.total == cells.total():
                yield from _of_matrix(matrix, cells, said.rows.file, is_previous=is_previous)
    yield from _of_tendency(said, found)


def _of_matrix(matrix: ConfusionMatrix, cells: Cells, file: str, *, is_previous: bool) -> Iterator[Contradiction]:
    mine = cells_of(matrix)
    if mine == cells or (matrix.direction is Direction.UNKNOWN and turned(mine) == cells):
        return
    if turned(mine) == cells:
        first, second = "rows = actual", "rows = predicted"
        yield Contradiction(ContradictionKind.DIRECTION, "", matrix.file, first, file, second, None, is_previous)
        return
    pairs = sorted(pair for pair in mine.keys() | cells.keys() if mine[pair] != cells[pair])
    for pair in pairs[:10]:
        what = " → ".join(pair)
        first, second = str(mine[pair]), str(cells[pair])
        yield Contradiction(ContradictionKind.MATRIX, what, matrix.file, first, file, second, None, is_previous)


def _of_tendency(said: Said, found: Counted | None) -> Iterator[Contradiction]:
    """Where who was right how often is not what the rows say, or else the matrices."""
    mine, rows = said.tendency, said.rows
    if mine is None:
        return
    is_guess = rows is not None and (rows.is_new_by_probability or rows.is_old_by_probability)
    if found is not None and found.tendency is not None and rows is not None and not rows.left_out and not is_guess:
        if mine != found.tendency and mine.total == found.tendency.total:
            first, second = _text(mine), _text(found.tendency)
            yield Contradiction(ContradictionKind.TENDENCY, "", said.tendency_file, first, rows.file, second)
        return
    for matrix, right, is_previous in (
        (said.matrix, mine.both_right + mine.new_only, False),
        (said.previous_matrix, mine.both_right + mine.old_only, True),
    ):
        if matrix is not None and matrix.total == mine.total and matrix.right != right:
            first, second = str(right), str(matrix.right)
            kind = ContradictionKind.RIGHT_COUNT
            yield Contradiction(kind, "", said.tendency_file, first, matrix.file, second, None, is_previous)


def _text(one: Tendency) -> str:
    return f"{one.both_right} / {one.new_only} / {one.old_only} / {one.both_wrong}"


def _metrics(said: Said, found: Counted | None) -> Iterator[Contradiction]:
    """Where a metric is not what comes out of the rows, the matrix or the tendency."""
    for is_previous in (False, True):
        figures = {
            measure: value
            for measure in said.measures
            if (value := measure.previous if is_previous else measure.this) is not None and not measure.horizon
        }
        checked: list[Measure] = []
        for cells, file in _sources(said, found, is_previous=is_previous):
            for measure, outcome in _of_cells(figures, cells, said, is_previous=is_previous):
                if measure not in checked:
                    checked.append(measure)
                    yield from _metric(measure, outcome, file, is_previous=is_previous)
        if said.rows is not None:
            for measure, outcome in _of_rows(figures, said.rows, said, is_previous=is_previous):
                yield from _metric(measure, outcome, said.rows.file, is_previous=is_previous)


def _sources(said: Said, found: Counted | None, *, is_previous: bool) -> Iterator[tuple[Cells, str]]:
    """What tells which class was predicted as which: the rows first, for these tell the direction too."""
    rows, matrix = said.rows, said.previous_matrix if is_previous else said.matrix
    if found is not None and rows is not None and not rows.left_out:
        cells = found.old if is_previous else found.new
        if cells and not (rows.is_old_by_probability if is_previous else rows.is_new_by_probability):
            yield cells, rows.file
    if matrix is not None:
        yield cells_of(matrix), matrix.file
    if said.tendency is not None:
        tendency = said.tendency
        right = tendency.both_right + (tendency.old_only if is_previous else tendency.new_only)
        yield Cells({("", ""): right, ("", " "): tendency.total - right}), said.tendency_file


Outcome = tuple[float, bool]
"""A figure that comes out, and whether the written one fits it."""


def _of_cells(
    figures: dict[Measure, float], cells: Cells, said: Said, *, is_previous: bool
) -> Iterator[tuple[Measure, Outcome]]:
    """Accuracy, precision, recall and F as they come out of counts."""
    accuracy = accuracy_of(cells)
    for measure, value in figures.items():
        if measure.kind is MetricKind.ACCURACY and not measure.class_name and accuracy is not None:
            yield (
                measure,
                (accuracy, abs(value - accuracy) <= slack_of(measure, said.measures, is_previous=is_previous)),
            )
    matrix = said.previous_matrix if is_previous else said.matrix
    if ("", "") in cells or ("", " ") in cells:
        return  # of the tendency: no classes
    if matrix is not None and cells == cells_of(matrix) and matrix.direction is Direction.UNKNOWN:
        return  # nobody knows which of the two is precision
    yield from _of_classes(figures, cells, said.measures, is_previous=is_previous)


def _of_classes(
    figures: dict[Measure, float], cells: Cells, measures: Sequence[Measure], *, is_previous: bool
) -> Iterator[tuple[Measure, Outcome]]:
    by_class = figures_by_class(cells)
    alone = {measure: value for measure, value in figures.items() if measure.kind in _BY_CLASS}
    for measure, value in alone.items():
        if measure.class_name and measure.kind is not None:
            of_class = next((one.value(measure.kind) for one in by_class if one.name == measure.class_name), None)
            if of_class is not None:
                slack = slack_of(measure, measures, is_previous=is_previous)
                yield measure, (of_class, abs(value - of_class) <= slack)
    overall = {measure: value for measure, value in alone.items() if not measure.class_name}
    slacks = {measure: slack_of(measure, measures, is_previous=is_previous) for measure in overall}
    single = {measure: value for measure, value in overall.items() if not metric_named(measure.name).is_average}
    if len(by_class) == 2 and single:
        # One of both classes is the positive one, and the same for all: the one that most figures fit.
        best = max(
            by_class, key=lambda one: sum(_fits(one, measure, value, slacks) for measure, value in single.items())
        )
        for measure, value in single.items():
            yield measure, (best.value(measure.kind) or 0.0, _fits(best, measure, value, slacks))  # type: ignore[arg-type]
    for measure, value in overall.items():
        if measure.kind is None or (len(by_class) == 2 and measure in single):
            continue
        averages = list(averages_of(cells, measure.kind))
        if averages:
            nearest = min(averages, key=lambda one: abs(one - value))
            yield measure, (averages[0], abs(nearest - value) <= slacks[measure])


def _fits(one: ClassFigures, measure: Measure, value: float, slacks: dict[Measure, float]) -> bool:
    outcome = (one.value(measure.kind) if measure.kind is not None else None) or 0.0
    return abs(outcome - value) <= slacks[measure]


def _of_rows(
    figures: dict[Measure, float], rows: PredictedRows, said: Said, *, is_previous: bool
) -> Iterator[tuple[Measure, Outcome]]:
    """AUC, and the errors of numbers, as they come out of the rows."""
    if rows.left_out or not figures:
        return
    shares = rows.old_probabilities if is_previous else rows.new_probabilities
    predicted = rows.old_values if is_previous else rows.new_values
    spans = {}
    if len(shares) == 2 and isinstance(rows.actual, Labels) and set(rows.actual.names) <= set(rows.classes):
        auc = auc_of(rows.actual, rows.classes[1], shares[1])
        spans = {MetricKind.AUC: auc} if auc is not None else {}
    elif predicted and said.kind is not PredictionKind.TIME_SERIES:
        spans = dict(errors_of(rows.actual_values, predicted, said.step))
    for measure, value in figures.items():
        if measure.kind in spans and not measure.class_name:
            span = spans[measure.kind]
            slack = slack_of(measure, said.measures, is_previous=is_previous)
            yield measure, (span.middle, span.holds(value, slack))


def slack_of(measure: Measure, measures: Sequence[Measure], *, is_previous: bool) -> float:
    """By how much a written figure may differ from the true one: half of its last digit.

    Of shares by the figure with the most digits: who writes 0.8655 writes 0.9 for 0.9000.
    """
    text = measure.previous_text if is_previous else measure.this_text
    step, value = written_step(text), number_in(text) or 0.0
    if measure.kind in SHARES:
        texts = [one for other in measures if other.kind in SHARES for one in (other.this_text, other.previous_text)]
        step = max(min(filter(None, map(written_step, texts)), default=step), 1e-6)
        step = min(step, 0.01)
    # Metrics are written with six significant digits or so: "1.23457e+06" ends in a digit that counts 10.
    return step * 0.51 + abs(value) * 1e-6


def _metric(measure: Measure, outcome: Outcome, file: str, *, is_previous: bool) -> Iterator[Contradiction]:
    value, fits = outcome
    if fits:
        return
    text = measure.previous_text if is_previous else measure.this_text
    first_file = measure.previous_file if is_previous else measure.file
    second = f"{value:.6g}"
    yield Contradiction(
        ContradictionKind.METRIC, measure.name, first_file, text, file, second, measure.kind, is_previous
    )


def class_figures_fit(told: Sequence[Measure], measures: Sequence[Measure], cells: Cells, *, is_previous: bool) -> bool:
    """Whether all of these metrics come out of counts, that way round.

    Args:
        told: Metrics by class, or averages of them, that have a value.
        measures: All metrics, for how exactly they are written.
        cells: The counts.
        is_previous: Whether it is about the previous model's figures.
    """
    figures = {one: value for one in told if (value := one.previous if is_previous else one.this) is not None}
    outcomes = list(_of_classes(figures, cells, measures, is_previous=is_previous))
    return bool(outcomes) and all(fits for _, (_, fits) in outcomes)
