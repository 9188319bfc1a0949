"""What is in the rows of a file's beginning, and whether a row above them can be column names."""

import re
from collections.abc import Sequence

from epa_gui.core.dataset.dialect import Record
from epa_gui.core.dataset.type_inference import NUMBER, TEXT, kind_of

_LOOKED_AT = 60
"""Rows below the names that tell what the columns are."""

_FEWEST_BELOW = 5
_LONGEST_NAME = 60
_NEARLY_ALL = 0.95
_MOST = 0.9
_DECIMAL_COMMA = re.compile("[-+]?[0-9]+,[0-9]+")


class Below:
    """What is in the rows below a record, column by column."""

    def __init__(self, records: Sequence[Record], width: int) -> None:
        rows = [record.fields for record in records[:_LOOKED_AT] if record.width == width]
        self.has_enough = len(rows) >= _FEWEST_BELOW
        self.columns = [[field for field in column if field.strip()] for column in zip(*rows, strict=False)]
        self._kinds = [[kind_in(field) for field in column] for column in self.columns]

    def columns_of(self, *, numbers: bool, share: float = _NEARLY_ALL) -> list[int]:
        """The columns of numbers, or those of dates."""
        return [
            at
            for at, kinds in enumerate(self._kinds)
            if kinds
            and sum((kind == NUMBER) if numbers else kind not in {NUMBER, TEXT} for kind in kinds) >= share * len(kinds)
        ]


def can_be_names(fields: Sequence[str]) -> bool:
    """Whether all are short words that differ."""
    return (
        all(field.strip() and not field.startswith(" ") and len(field) <= _LONGEST_NAME for field in fields)
        and len(set(fields)) == len(fields)
        and all(kind_in(field) == TEXT for field in fields)
    )


def is_above_numbers(fields: Sequence[str], below: Below) -> bool:
    """Whether there are words above columns of numbers or dates: then these are surely the names."""
    columns = below.columns_of(numbers=True, share=_MOST) + below.columns_of(numbers=False, share=_MOST)
    words = sum(at < len(fields) and kind_in(fields[at]) == TEXT for at in columns)
    return words > 0 and words * 2 >= len(columns)


def filled_of(fields: Sequence[str]) -> list[str]:
    """Those that are not blank."""
    return [field for field in fields if field.strip()]


def kind_in(field: str) -> str:
    """As the columns are judged, but that numbers may have decimal commas."""
    kind = kind_of(field)
    return NUMBER if kind == TEXT and _DECIMAL_COMMA.fullmatch(field.strip()) else kind


def number_in(field: str) -> float:
    """The number that a field of kind `NUMBER` is."""
    return float(field.replace(",", "."))
