"""What numbers mean that are written otherwise than the service reads them, and whether they can be written anew."""

from collections.abc import Iterator

from epa_gui.core.dataset.class_rules import CLASSES_OF_A_LIKELY_TARGET
from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.invisible import cleaned
from epa_gui.core.dataset.plain_values import is_missing_word
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT, NumberStyle, is_number, kind_of, number_style

_ALIKE = (
    {"commas"},
    {"apostrophes"},
    {"blanks"},
    {"points"},
    {"decimal comma"},
    {"points", "decimal comma"},
    {"blanks", "decimal comma"},
)
"""What may stand in one column without one number being taken for another."""

_MEASURES = ("%", "‰", "¥", "$", "€", "£", "₩", "₹", "元", "A$", "C$", "GBP", "CHF", "CNY", "KRW")
_MORE_MEASURES = ("SEK", "NOK", "DKK", "PLN", "R$", "Rs.", "kr", "zł", "Fr.")
"""Units of numbers only. Others, as in 20s or 65歳, may well be meant as names of classes where they are few."""


def about_written_numbers(column: Column, number: int, delimiter: str) -> Iterator[Finding]:
    """What is to be said of a column of numbers that are not all plain; it has this number in its file, from 1."""
    written = {kind: count for kind, count in column.kinds.items() if count and is_number(kind) and kind != NUMBER}
    styles = {kind: number_style(kind) for kind in written}
    if (
        not written
        or _are_names(column, list(styles.values()))
        or all(is_as_plain(column.examples[kind]) for kind in written)
    ):
        return
    first = max(sorted(written), key=written.__getitem__)
    repair = Repair(RepairKind.NUMBERS, column=number) if _can_be_written_plainly(column, delimiter) else None
    yield Finding(
        _cause(styles[first]),
        min(column.first_rows[kind] for kind in written),
        number,
        column.name,
        sum(written.values()),
        column.looked_at,
        (column.examples[first][:50],),
        repair,
    )


def _are_names(column: Column, styles: list[NumberStyle]) -> bool:
    """(1), (2) are names of things, as are 123 456 789 of one length, and a few such as 20s."""
    has_plain = column.kinds[NUMBER] > 0
    if not has_plain and all(style.negative == "brackets" for style in styles):
        return True
    if not has_plain and {style.grouping for style in styles} == {"blanks"} and not any(style.unit for style in styles):
        return len(column.first.lengths) == 1
    has_units = any(style.unit and style.unit not in {*_MEASURES, *_MORE_MEASURES} for style in styles)
    different = column.different
    return has_units and different is not None and different <= CLASSES_OF_A_LIKELY_TARGET


def is_as_plain(text: str) -> bool:
    """Whether only something invisible keeps a number from being a plain one: that is told by itself."""
    return kind_of(cleaned(text)) == NUMBER


def _cause(style: NumberStyle) -> FindingKind:
    if style.unit:
        return FindingKind.NUMBERS_WITH_UNITS
    if style.grouping in {"decimal comma", "points"}:
        return FindingKind.DECIMAL_COMMAS
    if style.grouping == "commas":
        return FindingKind.GROUPED_NUMBERS
    if style.grouping in {"blanks", "apostrophes"}:
        return FindingKind.NUMBERS_WITH_BLANKS
    return FindingKind.WIDE_DIGITS if style.is_wide else FindingKind.NEGATIVE_MARKS


def _can_be_written_plainly(column: Column, delimiter: str) -> bool:
    """Whether every number means one for certain, and all of them are in the same unit."""
    kinds = {kind for kind, count in column.kinds.items() if count and kind != EMPTY}
    styles = [number_style(kind) for kind in kinds if is_number(kind)]
    others = {kind for kind in kinds if not is_number(kind)}
    groupings = {style.grouping for style in styles} - {"plain"}
    are_missing = others <= {TEXT} and column.words is not None and all(map(is_missing_word, column.words))
    are_alike = len({style.unit for style in styles}) == 1 and (not groupings or groupings in _ALIKE)
    if not column.is_known_whole or not are_missing or not are_alike or all(style.negative for style in styles):
        return False
    has_plain = any(style.grouping == "plain" for style in styles)
    if "points" in groupings and has_plain:
        return False  # 1.234 beside 1.234.567
    if "decimal comma" in groupings and column.has_points and "points" not in groupings:
        return False  # 1.5 beside 1,5; 1.234 beside 1,5
    # Where commas do not separate fields, they may well be decimal ones.
    return "commas" not in groupings or delimiter != ";" or column.has_points
