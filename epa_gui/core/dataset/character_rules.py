"""Rules for what nobody sees: invisible characters, blanks at ends, and names and classes that only look the same."""

from collections.abc import Iterator, Sequence
from itertools import islice

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.invisible import cleaned, cleaned_names, strays_in, visible
from epa_gui.core.dataset.likeness import Pair, alike
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.jobs.profile import ColumnType

_NAMES_ROW = 1
_EXAMPLES = 5
_MOST_ALIKE = 10
_MOST_COLUMNS_ONE_BY_ONE = 5
_SHOWN = 50


def about_names(names: Sequence[str]) -> Iterator[Finding]:
    """Column names with something invisible, and those that look like another one."""
    made = cleaned_names(names)
    changed = [number for number, (one, other) in enumerate(zip(names, made, strict=True), 1) if one != other]
    hidden = [number for number in changed if strays_in(names[number - 1])]
    if changed:
        first = (hidden or changed)[0]
        kind = FindingKind.HIDDEN_IN_NAMES if hidden else FindingKind.BLANKS_IN_NAMES
        yield Finding(
            kind,
            row=_NAMES_ROW,
            column=first,
            name=made[first - 1],
            count=len(changed),
            values=_looks(names[first - 1]),
            repair=Repair(RepairKind.NAMES),
        )
    numbers = {name: number for number, name in enumerate(names, 1)}
    for pair in islice(alike(filter(cleaned, names)), _MOST_ALIKE):
        yield Finding(FindingKind.NAMES_ALIKE, _NAMES_ROW, numbers[pair.other], pair.other, values=pair_values(pair))


def about_fields(columns: Sequence[Column], target: str, *, most_classes: int, is_at_end: bool) -> Iterator[Finding]:
    """Fields with something invisible, and classes that look the same.

    Args:
        columns: The columns.
        target: The one that is predicted; empty if not known.
        most_classes: Of more classes, a column that is not the target is no column of classes.
        is_at_end: Whether all rows were read.
    """
    found = []
    for number, column in enumerate(columns, 1):
        pairs = _classes_alike(column, target, most_classes) if is_at_end else []
        same = [pair for pair in pairs if cleaned(pair.one) == cleaned(pair.other)]
        if pairs:
            repair = Repair(RepairKind.CHARACTERS, number) if same else None
            pair = (same or pairs)[0]
            row = column.classes()[pair.other]
            yield Finding(
                FindingKind.CLASSES_ALIKE,
                row,
                number,
                column.name,
                len(pairs),
                values=pair_values(pair),
                repair=repair,
            )
        if not same and (finding := _hidden(column, number, is_target=column.name == target)):
            found.append(finding)
    if len(found) <= _MOST_COLUMNS_ONE_BY_ONE:
        yield from found
        return
    first = next((one for one in found if one.kind is FindingKind.HIDDEN_IN_FIELDS), found[0])
    yield Finding(
        FindingKind.HIDDEN_IN_COLUMNS,
        first.row,
        first.column,
        first.name,
        len(found),
        values=(first.values[0], *(one.name for one in found[:_EXAMPLES])),
        repair=Repair(RepairKind.CHARACTERS),
    )


def pair_values(pair: Pair) -> tuple[str, ...]:
    """Both texts as they show, and by what they differ."""
    return visible(pair.one, _SHOWN), visible(pair.other, _SHOWN), pair.likeness.value


def names_otherwise(kind: FindingKind, pairs: Sequence[Pair], names: Sequence[str]) -> Iterator[Finding]:
    """Column names that another file writes a little differently.

    Args:
        kind: What to call it.
        pairs: Each name as it is there, and as it is here.
        names: All names here.
    """
    if not pairs:
        return
    made = dict(zip(names, cleaned_names(names), strict=True))
    by_cleaning = [pair for pair in pairs if made[pair.other] == pair.one]
    first = (by_cleaning or pairs)[0]
    repair = Repair(RepairKind.NAMES) if by_cleaning else None
    column = list(names).index(first.other) + 1
    yield Finding(kind, _NAMES_ROW, column, first.one, len(pairs), values=pair_values(first), repair=repair)


def classes_otherwise(pairs: Sequence[Pair], number: int, name: str) -> Iterator[Finding]:
    """Classes of one column that another file writes a little differently: there, and here."""
    if not pairs:
        return
    by_cleaning = [pair for pair in pairs if cleaned(pair.other) == pair.one]
    repair = Repair(RepairKind.CHARACTERS, number) if by_cleaning else None
    values = pair_values((by_cleaning or pairs)[0])
    yield Finding(FindingKind.CLASSES_OTHERWISE, 0, number, name, len(pairs), values=values, repair=repair)


def _classes_alike(column: Column, target: str, most_classes: int) -> list[Pair]:
    is_target = bool(target) and column.name == target
    if column.type is not ColumnType.TEXT or (target and not is_target):
        return []
    classes = column.classes()
    return list(alike(classes)) if is_target or len(classes) <= most_classes else []


def _hidden(column: Column, number: int, *, is_target: bool) -> Finding | None:
    hidden = column.hidden
    if not hidden.row:  # among numbers and dates, what is written otherwise was counted by itself
        first_of_each = {column.examples[kind]: row for kind, row in column.first_rows.items()}
        for text, row in (first_of_each | (column.words or {})).items():
            hidden.look_at_each((text,), row)
    repair = Repair(RepairKind.CHARACTERS, number)
    if hidden.row:
        values = _looks(hidden.example)
        return Finding(FindingKind.HIDDEN_IN_FIELDS, hidden.row, number, column.name, values=values, repair=repair)
    if hidden.blank_row and (is_target or column.type is ColumnType.TEXT):
        values = _looks(hidden.blank_example)
        return Finding(
            FindingKind.BLANKS_IN_FIELDS, hidden.blank_row, number, column.name, values=values, repair=repair
        )
    return None


def _looks(text: str) -> tuple[str, ...]:
    """A text as it shows, and which characters are meant to be seen in it."""
    return (visible(text, _SHOWN), *strays_in(text)[:_EXAMPLES])
