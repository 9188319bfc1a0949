"""What the values of a column mean as classes: which come late, which are too many."""

from collections.abc import Iterator, Sequence

from epa_gui.core.dataset.column import MORE_CLASSES, MOST_CLASSES, Column
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.first_rows import FIRST_ROWS
from epa_gui.core.dataset.type_inference import EMPTY, TEXT
from epa_gui.core.jobs.profile import ColumnType

CLASSES_OF_A_LIKELY_TARGET = 20
"""Where the column to predict is not known, those of more classes are towns or products: seldom what is predicted, and
often with a rare value that comes late."""

_NAMES_ROW = 1
_EXAMPLES = 5


def about_classes(columns: Sequence[Column], target: str, *, is_at_end: bool) -> Iterator[Finding]:
    """What is to be said of the classes in a training file; `target` is empty if it is not known."""
    for number, column in enumerate(columns, 1):
        if not target or column.name != target:
            continue
        if is_at_end and column.filled > 1 and len(column.classes()) == 1:
            values = tuple(label[:50] for label in column.classes())
            yield Finding(FindingKind.ONE_CLASS, column=number, name=column.name, count=column.filled, values=values)
        if column.different == MORE_CLASSES and _is_mostly_text(column):
            yield Finding(FindingKind.TOO_MANY_CLASSES, column=number, name=column.name, total=MOST_CLASSES)
    yield from late_classes(columns, target)


def _is_mostly_text(column: Column) -> bool:
    """Neither numbers nor dates, however they are written: of these something else is said."""
    kinds = column.first_kinds
    return kinds[TEXT] * 2 > kinds.total() - kinds[EMPTY]


def late_classes(columns: Sequence[Column], target: str) -> Iterator[Finding]:
    """Classes first seen after row 1,000: of the target, or of every text column where the target is not known."""
    for number, column in enumerate(columns, 1):
        if target and column.name != target:
            continue
        classes = column.classes()
        if not target and (column.main_type is not ColumnType.TEXT or len(classes) > CLASSES_OF_A_LIKELY_TARGET):
            continue
        late = {label: row for label, row in classes.items() if row > FIRST_ROWS + _NAMES_ROW}
        if late:
            row = min(late.values())
            examples = tuple(label[:50] for label in list(late)[:_EXAMPLES])
            values = (("target",) if target else ("",)) + examples
            yield Finding(FindingKind.LATE_LABELS, row, number, column.name, len(late), len(classes), values)
