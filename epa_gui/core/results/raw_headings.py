"""The columns of the evaluation rows, each with what its heading says of the models, and some of its values."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from epa_gui.core.results.headings import Whose, whose

_MOST_SAMPLED = 300
_STRAY = 0.02
"""A value in fewer of the sampled rows may be damage."""


@dataclass(frozen=True, slots=True)
class RawColumn:
    """One column: its heading without the mark of the previous model, and what the sampled rows have in it."""

    place: int
    heading: str
    base: str
    is_old: bool
    values: tuple[str, ...] = field(repr=False)

    @property
    def different(self) -> frozenset[str]:
        """Its values that are not empty."""
        return frozenset(value for value in self.values if value)

    @property
    def usual(self) -> frozenset[str]:
        """Those that are not in a few rows only."""
        counts = Counter(value for value in self.values if value)
        return frozenset(value for value, count in counts.items() if count > _STRAY * len(self.values))

    @property
    def bare(self) -> str:
        """The heading without the mark of either model."""
        return THIS.sub("", self.heading)


_STRONG = re.compile(
    r"^[(\[【]\s*(?:前回|旧|previous|prev)(?:\s*(?:モデル|model))?\s*[)\]】][\s_:-]*"
    r"|[\s_:-]*[(\[【]\s*(?:前回|旧|previous|prev)(?:\s*(?:モデル|model))?\s*[)\]】]$"
    r"|^(?:前回モデル|previous[ _]model)(?:'s|の)?[\s_:-]*|[\s_:-]*(?:前回モデル|previous[ _]model)$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"^(?:前回|旧)(?:の)?[\s_:-]*|^(?:previous|prev|old)[\s_:-]+|[\s_:-]+(?:前回|旧|previous|prev|old)$", re.IGNORECASE
)
THIS = re.compile(
    r"^[(\[【]?\s*(?:今回|新|this|new)(?:\s*(?:モデル|model))?\s*[)\]】]?(?:の)?[\s_:-]+"
    r"|[\s_:-]*[(\[【]\s*(?:今回|新|this|new)(?:\s*(?:モデル|model))?\s*[)\]】]$|^今回(?:モデル)?(?:の)?",
    re.IGNORECASE,
)


def columns_in(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[RawColumn]:
    """The columns of a table, by its headings and some of its rows."""
    rows = [row for row in rows[:_MOST_SAMPLED] if len(row) == len(head) and [*row] != [*head]]
    plain = [unicodedata.normalize("NFKC", heading).strip() for heading in head]
    bases = {THIS.sub("", heading) or heading for heading in plain}
    found = []
    for place, heading in enumerate(plain):
        is_old, base = False, THIS.sub("", heading) or heading
        if (match := _STRONG.search(heading)) and (match[0] != heading or _is_models_own(heading)):
            is_old, base = True, _STRONG.sub("", heading, count=1)
        elif (match := _WEAK.search(heading)) and _WEAK.sub("", heading, count=1) in bases:
            is_old, base = True, _WEAK.sub("", heading, count=1)
        values = tuple(row[place].strip() for row in rows)
        found.append(RawColumn(place, heading, base.strip(), is_old, values))
    return found


def _is_models_own(heading: str) -> bool:
    return whose(heading) is Whose.OLD
