"""Two results side by side, whatever model each of them was compared with: where they differ comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.results.content import Measure, MetricKind, ResultsContent
from epa_gui.core.results.contribution_shares import contribution_shares

_LEAST_CHANGE = 1e-9


class Part(StrEnum):
    """What is compared, in the order it is shown."""

    MEASURE = "measure"
    CONTRIBUTION = "contribution"
    COLUMN = "column"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One thing that both results may tell.

    Attributes:
        part: What kind of thing.
        name: Which one: as the files write it.
        first, second: What each tells; shares as fractions of 1; `None` where it tells nothing.
        metric: Of measures: which one; `None` for one nobody here knows.
        first_text, second_text: As the files write them, where they do.
    """

    part: Part
    name: str
    first: float | None
    second: float | None
    metric: MetricKind | None = None
    first_text: str = ""
    second_text: str = ""

    @property
    def differs(self) -> bool:
        """Whether both tell something else, or one of them nothing."""
        if self.first is None or self.second is None:
            return self.first is not self.second
        return abs(self.first - self.second) > _LEAST_CHANGE * max(1.0, abs(self.first), abs(self.second))


class SameRows(StrEnum):
    """Whether both models were judged on the same rows: only then are their figures comparable."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def compared(first: ResultsContent, second: ResultsContent) -> tuple[ComparedLine, ...]:
    """Everything that both tell, the retrained models' own figures: what differs first, then what is the same."""
    lines = (*_measures(first, second), *_contributions(first, second), *_columns(first, second), *_rows(first, second))
    order = list(Part)
    return tuple(sorted(lines, key=lambda line: (not line.differs, order.index(line.part))))


def same_rows(
    first_fingerprint: str, second_fingerprint: str, first: ResultsContent, second: ResultsContent
) -> SameRows:
    """Whether both were judged on the same rows.

    Args:
        first_fingerprint: Of the evaluation file that was sent; empty if there was none, or it is not known.
            Without one the service sets other rows aside each time.
        second_fingerprint: Likewise of the other job.
        first: What its results say.
        second: What the other's say.
    """
    if first.row_count is not None and second.row_count is not None and first.row_count != second.row_count:
        return SameRows.NO
    if first_fingerprint and second_fingerprint:
        return SameRows.YES if first_fingerprint == second_fingerprint else SameRows.NO
    return SameRows.UNKNOWN


def _measures(first: ResultsContent, second: ResultsContent) -> Iterator[ComparedLine]:
    others = {_key(measure): measure for measure in second.measures}
    for measure in first.measures:
        other = others.pop(_key(measure), None)
        yield _measure_line(measure, other)
    for measure in others.values():
        yield _measure_line(None, measure)


def _key(measure: Measure) -> tuple[str, str, str]:
    name = measure.kind.value if measure.kind else measure.name.casefold()
    return name, measure.horizon.casefold(), measure.class_name


def _measure_line(first: Measure | None, second: Measure | None) -> ComparedLine:
    either = first or second
    name = " ".join(part for part in (either.name, either.horizon, either.class_name) if part) if either else ""
    return ComparedLine(
        Part.MEASURE,
        name,
        first.this if first else None,
        second.this if second else None,
        either.kind if either else None,
        first.this_text if first else "",
        second.this_text if second else "",
    )


def _contributions(first: ResultsContent, second: ResultsContent) -> Iterator[ComparedLine]:
    one, two = contribution_shares(first.contributions), contribution_shares(second.contributions)
    both = [column for column in one if column in two]
    for column in sorted(both, key=lambda column: -abs(one[column] - two[column])):
        yield ComparedLine(Part.CONTRIBUTION, column, one[column], two[column])


def _columns(first: ResultsContent, second: ResultsContent) -> Iterator[ComparedLine]:
    """Columns that only one of the models knows."""
    one, two = contribution_shares(first.contributions), contribution_shares(second.contributions)
    if one and two:
        for column in [*one, *two]:
            if (column in one) is not (column in two):
                yield ComparedLine(Part.COLUMN, column, one.get(column), two.get(column))


def _rows(first: ResultsContent, second: ResultsContent) -> Iterator[ComparedLine]:
    if first.row_count is not None or second.row_count is not None:
        counts = [None if count is None else float(count) for count in (first.row_count, second.row_count)]
        yield ComparedLine(Part.ROWS, "", counts[0], counts[1])
