"""What the dates of a column mean: written in several ways, in one the service's manual does not list, out of range."""

from collections.abc import Iterator

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.day_order import DAY_FIRST, MONTH_FIRST, has_order, is_day_first
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.plain_values import is_missing_word, plain_date
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.type_inference import EMPTY, TEXT, is_date, is_listed_date
from epa_gui.core.jobs.profile import ColumnType

_EXAMPLES = 5


def about_dates(column: Column, number: int) -> Iterator[Finding]:
    """What is to be said of a column that holds mostly dates; it has this number in its file, from 1."""
    if column.main_type is not ColumnType.DATE:
        return
    if column.odd_dates:
        row, text = column.first_odd_date
        yield Finding(
            FindingKind.DATE_OUT_OF_RANGE, row, number, column.name, column.odd_dates, column.filled, (text[:50],)
        )
    yield from _several_ways(column, number)
    order = column.order.first
    if len(order) > 1:
        later = max(order, key=order.__getitem__)
        values = (order[DAY_FIRST][1][:50], order[MONTH_FIRST][1][:50])
        yield Finding(FindingKind.DAY_AND_MONTH, order[later][0], number, column.name, values=values)


def _several_ways(column: Column, number: int) -> Iterator[Finding]:
    formats = column.date_formats()
    repair = Repair(RepairKind.DATES, column=number) if _can_be_written_alike(column, formats) else None
    if len(formats) > 1:
        row = column.first_rows[formats[1]]
        examples = tuple(column.examples[kind] for kind in formats[:_EXAMPLES])
        count = sum(column.kinds[kind] for kind in formats[1:])
        yield Finding(FindingKind.DATE_FORMATS, row, number, column.name, count, column.filled, examples, repair)
    elif not is_listed_date(formats[0]):
        row, example = column.first_rows[formats[0]], column.examples[formats[0]][:50]
        yield Finding(
            FindingKind.UNLISTED_DATES, row, number, column.name, column.filled, column.filled, (example,), repair
        )


def _can_be_written_alike(column: Column, formats: list[str]) -> bool:
    """Whether each date says one day for certain, and all of them say as much: a day, or a day and a time."""
    others = {kind for kind, count in column.kinds.items() if count and not is_date(kind) and kind != EMPTY}
    are_missing = others <= {TEXT} and column.words is not None and all(map(is_missing_word, column.words))
    plain = [plain_date(column.examples[kind]) for kind in formats]
    lengths = {len(text) for text in plain if text}
    has_zones = any(kind.endswith("+zone") or (kind.startswith("date|") and not kind.endswith("|")) for kind in formats)
    zones = {kind.endswith("Z") for kind in formats}
    return (
        column.is_known_whole
        and are_missing
        and all(plain)
        and not any(has_order(kind) and not is_day_first(kind) for kind in formats)
        and MONTH_FIRST not in column.order.first
        and len({_says(length) for length in lengths}) == 1
        and not has_zones
        and len(zones) == 1
    )


def _says(length: int) -> str:
    """What so many characters of YYYY-MM-DD hh:mm:ss say."""
    return {7: "month", 10: "day"}.get(length, "time")
