"""Reads a confusion matrix, and which side of it is the actual class.

Source: "Results" in what is known of the service: of two classes its rows are the predicted ones, of more the actual
ones, and then it ends in a column "Recall" and a row "Precision". So nothing is taken from its place: the direction is
read from words, or worked out, or not known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from epa_gui.core.results import headings as says
from epa_gui.core.results.content import ConfusionMatrix, Direction, MetricKind
from epa_gui.core.results.metric_names import metric_named
from epa_gui.core.results.numbers_read import count_in, is_share, number_in

MOST_CLASSES = 200
_MOST_FRAME = 3
"""So many rows above, or columns left of, the classes' own names at most."""


@dataclass(frozen=True, slots=True)
class WrittenMatrix:
    """A matrix as a file has it.

    Attributes:
        labels: The classes, in the order of the file's columns.
        counts: `counts[row][column]`, the rows in the columns' order.
        rows_are_actual: What its words say; `None` if they say nothing, or contradict each other.
        is_contradictory: They contradict each other.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    rows_are_actual: bool | None = None
    is_contradictory: bool = False

    @property
    def turned(self) -> tuple[tuple[int, ...], ...]:
        """With rows and columns exchanged."""
        return tuple(zip(*self.counts, strict=True))

    def as_known(self, file: str, *, worked_out: bool | None = None) -> ConfusionMatrix:
        """With the actual classes in its rows, as far as that is known.

        Args:
            file: The name of the file that holds it.
            worked_out: Whether its rows turned out to be the actual classes; `None` if nothing turned out.
        """
        is_actual = self.rows_are_actual if self.rows_are_actual is not None else worked_out
        if is_actual is None:
            return ConfusionMatrix(self.labels, self.counts, Direction.UNKNOWN, file)
        counts = self.counts if is_actual else self.turned
        how = Direction.WORKED_OUT if self.rows_are_actual is None else Direction.TOLD
        return ConfusionMatrix(self.labels, counts, how, file)


def matrix_in(table: Sequence[Sequence[str]]) -> WrittenMatrix | None:
    """The matrix a table holds; `None` if it holds none.

    A table is one if the names above its columns are those beside its rows, in whatever order, margins apart.
    """
    width = max(map(len, table), default=0)
    if not 2 < width <= 2 * MOST_CLASSES or len(table) > 2 * MOST_CLASSES:
        return None
    rows = [[*row, *[""] * (width - len(row))] for row in table]
    frames = ((top, left) for top in range(min(_MOST_FRAME, len(rows))) for left in range(min(_MOST_FRAME, width)))
    return next((found for top, left in frames if (found := _matrix_at(rows, top, left)) is not None), None)


def _matrix_at(rows: Sequence[Sequence[str]], top: int, left: int) -> WrittenMatrix | None:
    across = list(rows[top][left + 1 :])
    down = [row[left] for row in rows[top + 1 :]]
    names_across, role_across = _bare(across)
    names_down, role_down = _bare(down)
    columns = {name: place for place, name in enumerate(names_across) if name in set(names_down) and name}
    lines = {name: place for place, name in enumerate(names_down) if name in columns}
    _drop_totals(columns, lines, rows, (top + 1, left + 1))
    if not 2 <= len(columns) <= MOST_CLASSES or len(columns) != len(lines):
        return None
    extra_across = [text for place, text in enumerate(across) if place not in columns.values() and text]
    extra_down = [text for place, text in enumerate(down) if place not in lines.values() and text]
    if not all(map(_is_margin, [*extra_across, *extra_down])) or _has_double(names_across, names_down, columns):
        return None
    counts = [
        [count_in(rows[top + 1 + lines[row]][left + 1 + columns[column]]) for column in columns] for row in columns
    ]
    if any(count is None for line in counts for count in line):
        return None
    whole = tuple(tuple(count or 0 for count in line) for line in counts)
    corner = [rows[line][place] for line in range(top + 1) for place in range(left + 1)]
    above = [rows[line][place] for line in range(top) for place in range(left + 1, len(rows[0]))]
    beside = [rows[line][place] for line in range(top + 1, len(rows)) for place in range(left)]
    claims = {
        *_claims(role_down, role_across),
        *_claims(_side(" ".join(beside)), _side(" ".join(above))),
        *_corner(corner),
        *_margins(extra_across, extra_down),
    }
    told = claims.pop() if len(claims) == 1 else None
    return WrittenMatrix(tuple(columns), whole, told, bool(claims))


def _bare(texts: Sequence[str]) -> tuple[list[str], bool | None]:
    """The classes' names without a word for "actual" or "predicted" that all of them bear, and whether it is "actual".

    Returns:
        The names, and `True` for actual, `False` for predicted, `None` if they bear no such word.
    """
    for is_actual, pattern in ((True, _ACTUAL), (False, _PREDICTED)):
        stripped = [pattern.sub("", text, count=1).strip(" :=_-()[]/：") if text else "" for text in texts]
        bearing = [text for text in texts if text and not _is_margin(text)]
        if bearing and all(pattern.search(says.folded(text)) for text in bearing):
            kept = [text if _is_margin(text) else short for text, short in zip(texts, stripped, strict=True)]
            if all(short for text, short in zip(texts, kept, strict=True) if text):
                return kept, is_actual
    return list(texts), None


_ACTUAL = re.compile(
    r"actual(?: class| value)?|true(?: class| label)|実際(?:の(?:値|クラス|分類))?|実測値?|実績値?|正解(?:ラベル)?",
    re.IGNORECASE,
)
_PREDICTED = re.compile(r"predicted(?: class| value| as)?|prediction|予測(?:値|結果|クラス|した分類)?", re.IGNORECASE)


def _side(text: str) -> bool | None:
    """`True` if it says actual, `False` if it says predicted, `None` for neither or both."""
    plain = says.folded(text)
    is_actual, is_predicted = bool(_ACTUAL.search(plain)), bool(_PREDICTED.search(plain))
    return None if is_actual == is_predicted else is_actual


def _claims(down: bool | None, across: bool | None) -> Iterator[bool]:  # noqa: FBT001  two answers of `_side`
    """Whether the rows are actual, by what is said of the rows and of the columns."""
    if down is not None:
        yield down
    if across is not None:
        yield not across


def _corner(texts: Sequence[str]) -> Iterator[bool]:
    """Whether the rows are actual, by the corner: "rows / columns", words with arrows, or one word for the rows."""
    text = says.folded(" ".join(text for text in texts if text))
    actual, predicted = _ACTUAL.search(text), _PREDICTED.search(text)
    if actual and predicted:
        told = [*_nearest(text, r"↓|\brows?\b|行", actual, predicted)]
        told += [not side for side in _nearest(text, r"→|\bcolumns?\b|列", actual, predicted)]
        yield from told or [actual.start() < predicted.start()]
    elif actual or predicted:
        yield bool(actual) != bool(re.search(r"→|\bcolumns?\b|列", text))


def _nearest(text: str, mark: str, actual: re.Match[str], predicted: re.Match[str]) -> Iterator[bool]:
    """Whether a mark stands nearer to the word for actual; nothing where there is none, or in the middle of both."""
    for found in re.finditer(mark, text):
        gaps = [
            min(abs(found.start() - word.end()), abs(word.start() - found.end()), key=abs)
            for word in (actual, predicted)
        ]
        if gaps[0] != gaps[1]:
            yield gaps[0] < gaps[1]


def _margins(across: Sequence[str], down: Sequence[str]) -> Iterator[bool]:
    """Whether the rows are actual, by where recall and precision stand: recall is reckoned along the actual class."""
    for texts, of_rows in ((across, True), (down, False)):
        kinds = {metric_named(text).kind for text in texts}
        if (MetricKind.RECALL in kinds) != (MetricKind.PRECISION in kinds):
            yield of_rows == (MetricKind.RECALL in kinds)


def _is_margin(text: str) -> bool:
    known = {MetricKind.RECALL, MetricKind.PRECISION, MetricKind.F_SCORE, MetricKind.ACCURACY}
    return says.is_total(text) or says.is_count_heading(text) or metric_named(text).kind in known


def _drop_totals(
    columns: dict[str, int], lines: dict[str, int], rows: Sequence[Sequence[str]], start: tuple[int, int]
) -> None:
    """Leave out what stands on both sides and is no class: a metric, or a total that is the sum of the others."""
    for name in [name for name in columns if name not in lines]:
        del columns[name]
    for name in [name for name in columns if _is_margin(name)]:
        others = [other for other in columns if other != name]
        if len(others) < 2:
            continue
        line = rows[start[0] + lines[name]]
        cells = [line[start[1] + columns[other]] for other in others]
        sums = [
            sum(number_in(rows[start[0] + lines[row]][start[1] + columns[other]]) or 0 for row in others)
            for other in others
        ]
        is_sum = all(number_in(cell) == total for cell, total in zip(cells, sums, strict=True))
        if is_sum if says.is_total(name) else any(is_share(cell) or count_in(cell) is None for cell in cells):
            del columns[name], lines[name]


def _has_double(across: Sequence[str], down: Sequence[str], columns: dict[str, int]) -> bool:
    """Whether a class is named twice on one side: then nobody knows which is which."""
    return any(across.count(name) > 1 or down.count(name) > 1 for name in columns)
