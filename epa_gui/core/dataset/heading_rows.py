"""Rows around the column names that fill all columns too: titles above them, units or types below them."""

import re
from collections.abc import Sequence

from epa_gui.core.dataset.dialect import Record
from epa_gui.core.dataset.rows_below import Below, can_be_names, filled_of, is_above_numbers, kind_in
from epa_gui.core.dataset.type_inference import EMPTY, TEXT

COUNT = re.compile(r"\(?[nN] ?[=:] ?[0-9][0-9,. ]*\)?")
_ONE_UNIT = (
    r"(?:[kKmMcdhµμnGT]?(?:m|g|l|L|V|A|W|s|Pa|Hz|bar|J|N|B|Wh|mol|cal)|[km]?m[²³23]|°?[CFK]|deg(?:C|F)?|min|sec|h|hrs?|days?|d"
    r"|years?|yrs?|months?|weeks?|ha|ft|in|lbs?|oz|mph|rpm|ppm|ppb|pcs|psi|t|EUR|[Ee]uro?|USD|JPY|GBP|CHF|CNY|KRW|[€$¥£])"
)
_UNIT = re.compile(
    rf"[(\[].{{1,12}}[)\]]|%|[1-9]?{_ONE_UNIT}(?:[/·*]{_ONE_UNIT})*|千?円|万円|人|件|個|年|歳|台|本|枚|回|日|時間|分|秒"
)
_TYPE = re.compile(
    r"(?:text|string|str|chars?|varchar|character|object|category|categorical|factor|enum|numeric|numbers?|num|int(?:eger)?"
    r"|bigint|smallint|long|short|float|double|real|decimal|date|datetime|time|timestamp|bool(?:ean)?|logical|uuid|id|key"
    r"|nominal|ordinal|continuous|discrete|meta|class|u?int(?:8|16|32|64)|float(?:32|64)|zahl|datum|texte|nombre"
    r"|文字列|文字|テキスト|数値|整数|実数|日付|日時|論理値|真偽値)(?:\(\d+(?:, ?\d+)?\)|\[\w+\])?",
    re.IGNORECASE,
)
_LINE = re.compile(r":?-{2,}:?|={2,}|_{2,}|\*{2,}|~{2,}|—{2,}|─{2,}")
_COMMENT = ("#", "//", "%%", "/*", "※")
_SAID = re.compile(r"[^\d:=][^:=]*[:=].+")
_MISSING = frozenset({"-", "–", "—", "?", ".", "..", "...", "*", "n/a", "na", "nan", "null", "none", "nil", "#n/a"})
_LONGEST = 60
_WIDE = 3
_OTHERS = 2
"""Columns in which a row must be unlike data, where no column of numbers says so by itself."""


# Below the names


def is_no_data(fields: Sequence[str], below: Below) -> bool:
    """Whether a row below the names holds units, types, a line or counts, or other names."""
    filled = filled_of(fields)
    if not below.has_enough or not filled:
        return False
    if all(COUNT.fullmatch(field.strip()) for field in filled):
        return True
    return _is_line(filled, len(fields)) or _are_types(fields, below) or _is_odd(fields, filled, below)


def _is_odd(fields: Sequence[str], filled: Sequence[str], below: Below) -> bool:
    """Whether words stand where only numbers should, or numbers above words alone."""
    numbers = below.columns_of(numbers=True)
    if not numbers and not below.columns_of(numbers=False):
        return len(filled) == len(fields) >= _WIDE and all(field.strip().isdecimal() for field in filled)
    there = [fields[at].strip() for at in numbers if at < len(fields) and fields[at].strip()]
    if not there or any(kind_in(text) != TEXT or text.lower() in _MISSING for text in there):
        return False
    units = sum(_UNIT.fullmatch(text) is not None for text in there)
    is_bare = len(filled) == len(there) and len(filled) * 2 <= len(fields)
    are_all_words = len(there) > 1 and len(there) == len(numbers) and len(set(there)) > 1
    return is_bare or units * 2 >= len(there) or are_all_words or stands_out(fields, below)


def _is_line(filled: Sequence[str], width: int) -> bool:
    """Such as ``--,--,--``, which separates names from data where people read them."""
    return len(filled) == width and all(_LINE.fullmatch(field.strip()) for field in filled)


def _are_types(fields: Sequence[str], below: Below) -> bool:
    """Such as ``text,number,text``, of which none is a value."""
    filled = filled_of(fields)
    is_above_words = len(fields) < _WIDE and not is_above_numbers(fields, below)
    if len(filled) * 2 <= len(fields) or is_above_words or not all(_TYPE.fullmatch(field.strip()) for field in filled):
        return False
    return not any(field in values for field, values in zip(fields, below.columns, strict=False) if field.strip())


def stands_out(fields: Sequence[str], below: Below) -> bool:
    """Whether each column speaks against a row being data as in the rows below, and several do."""
    if not below.has_enough or any(not field.strip() or field.strip().lower() in _MISSING for field in fields):
        return False
    judged = [
        is_like
        for field, column in zip(fields, below.columns, strict=False)
        if (is_like := _is_like(field, column)) is not None
    ]
    return len(judged) >= _OTHERS and not any(judged)


def _is_like(field: str, column: Sequence[str]) -> bool | None:
    """Whether a field may stand in a column, by its values or their digits; `None` if these do not tell."""
    values = set(column)
    if not values:
        return None
    if not any(kind_in(value) == TEXT for value in values):
        return kind_in(field) != TEXT
    if all(any(map(str.isdecimal, value)) for value in values):
        return any(map(str.isdecimal, field))
    return field in values if 1 < len(values) <= len(column) / 4 else None


# Above the names


def full_titles(records: Sequence[Record], width: int) -> int:
    """How many of the first records are titles, though they fill all columns as the names below them do."""
    count = 0
    while count < len(records) - 1 and records[count].width == width and _is_comment(records[count].fields):
        count += 1
    is_marked = count > 0
    count = count or 1
    if count >= len(records) or any(record.width != width for record in records[: count + 1]):
        return 0
    names, below = records[count].fields, Below(records[count + 1 :], width)
    if not below.has_enough or not can_be_names(names) or _is_comment(names) or _is_heading(names, below):
        return 0
    if not is_above_numbers(names, below) and not stands_out(names, below):
        return 0
    return count if is_marked or _is_no_name(records[0].fields, names, below) else 0


def _is_comment(fields: Sequence[str]) -> bool:
    """Whether it begins with a sign that programs put before what is no data; #id may well be a name."""
    return fields[0].lstrip().startswith(_COMMENT)


def _is_heading(fields: Sequence[str], below: Below) -> bool:
    units = sum(_UNIT.fullmatch(field.strip()) is not None for field in fields)
    return units * 2 >= len(fields) or _is_line(fields, len(fields)) or _are_types(fields, below)


def _is_no_name(fields: Sequence[str], names: Sequence[str], below: Below) -> bool:
    """Whether these are surely not the names, beside others that can be: parts of a sentence, or said of the whole."""
    if any(field.startswith(" ") for field in fields[1:]) or any(len(field) > _LONGEST for field in fields):
        return True
    if all(_SAID.fullmatch(field.strip()) for field in fields):
        return True
    if len(set(fields)) < len(filled_of(fields)) == len(names):  # headings of several columns each
        return True
    plain = {*below.columns_of(numbers=True), *below.columns_of(numbers=False)}
    odd = [at for at, field in enumerate(fields) if kind_in(field) not in {TEXT, EMPTY}]
    return bool(odd) and len(odd) < len(fields) and plain.isdisjoint(odd)
