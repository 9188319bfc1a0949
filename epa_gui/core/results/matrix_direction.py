"""Works out which side of a confusion matrix is the actual class, where its words do not say it. Pure."""

from collections.abc import Sequence

from epa_gui.core.results.content import ConfusionMatrix, Direction, Measure, MetricKind
from epa_gui.core.results.contradictions import class_figures_fit
from epa_gui.core.results.matrix import WrittenMatrix
from epa_gui.core.results.recomputed import Cells, cells_of, turned


def rows_are_actual(
    matrix: WrittenMatrix, measures: Sequence[Measure], of_rows: Cells | None, *, is_previous: bool
) -> bool | None:
    """Whether a matrix has the actual classes in its rows; `None` if it may be either way round.

    By the rows, if they come to the same figures one way round; else by precision and recall, which change places when
    the matrix is turned, and fit the metrics only one way round.

    Args:
        matrix: As it is written.
        measures: The metrics.
        of_rows: What the rows come to; `None` without them.
        is_previous: Whether it is of the previous model.
    """
    cells = cells_of(ConfusionMatrix(matrix.labels, matrix.counts, Direction.UNKNOWN))
    if cells == turned(cells):
        return True  # the same both ways
    if of_rows and cells == of_rows:
        return True
    if of_rows and turned(cells) == of_rows:
        return False
    kinds = {MetricKind.PRECISION, MetricKind.RECALL}
    told = [one for one in measures if one.kind in kinds and not one.horizon]
    told = [one for one in told if (one.previous if is_previous else one.this) is not None]
    if not told:
        return None
    is_straight = class_figures_fit(told, measures, cells, is_previous=is_previous)
    is_turned = class_figures_fit(told, measures, turned(cells), is_previous=is_previous)
    return None if is_straight == is_turned else is_straight
