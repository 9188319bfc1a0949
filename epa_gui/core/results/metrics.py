"""Reads from results how the retrained model compares with the one before it.

Source: "Results" in the service's manual.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from epa_gui.core.jobs.metric import Metric, is_error, is_score, words_in
from epa_gui.core.results.table_file import beginning_of, rows_in

_COMPARISON = "metrics_comparison.csv"
_MOST_BYTES = 1 << 16
_MOST_ROWS = 500
_LONGEST_NAME = 100

_PREFERRED = tuple(
    frozenset(words.split())
    for words in (
        "auc",
        "auroc",
        "accuracy",
        "f1",
        "f",
        "fmeasure",
        "fscore",
        "r2",
        "rmse",
        "root squared error",
        "root square error",
        "mae",
        "mean absolute error",
        "mean error",
        "mdape",
        "median error rate",
        "median error ratio",
    )
)
"""Words a measure's name must have, the most telling measure first.

For classes AUC, which needs no threshold; then accuracy, which everybody understands; then F. For numbers R², which
needs no unit and, on the same data, says the same as RMSE; then RMSE, MAE and the median error rate.
"""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)?(?:\.[0-9]*)?(?:e[+-]?[0-9]+)?")
_MISLEADING = re.compile("更新|名前")
"""Words with a sign in them that means something else on its own."""

_NAMES = frozenset({"metric", "metrics", "measure", "name", "指標", "評価", "項目", "尺度"})
_THIS = frozenset({"this", "new", "after", "retrained", "updated", "latest", "今回", "新", "後", "この", "本モデル"})
_PREVIOUS = frozenset({"previous", "prior", "before", "old", "earlier", "original", "前", "旧", "古", "元の", "過去"})
_EITHER = frozenset({"current", "present", "現"})
"""The one in service, or the one just made: only the other heading tells."""

_DIFFERENCE = frozenset({"difference", "diff", "change", "delta", "improvement", "差", "変化", "増減", "改善"})


class _Columns(NamedTuple):
    name: int
    this: int
    previous: int


def main_metric_in(results: Path) -> Metric | None:
    """The measure that tells most about a retrained model beside the one before it.

    That is the first one there is of a list of known measures; else the first whose direction is known; else the
    first whose two values are numbers.

    Returns:
        `None` where the results compare nothing, or nobody here can tell which value is whose.
    """
    headings, *rows = rows_in(beginning_of(results, _COMPARISON, _MOST_BYTES))[: _MOST_ROWS + 1] or [[]]
    columns = _columns_of(headings)
    if columns is None:
        return None
    found = [metric for row in rows if (metric := _metric_of(row, columns))]
    return min(found, key=_place, default=None)


def number_in(text: str) -> float | None:
    """The number a field holds, such as ``0.85``, ``85%`` (that is 0.85) or ``1,234.5``; `None` for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("\N{MINUS SIGN}", "-").casefold()
    digits = plain.removesuffix("%").rstrip()
    if not _NUMBER.fullmatch(digits):
        return None
    try:
        value = float(digits.replace(",", ""))
    except ValueError:
        return None
    value = value / 100 if plain != digits else value
    return value if math.isfinite(value) else None


def _place(metric: Metric) -> tuple[int, int]:
    """The smaller, the more it tells; among equals the plain measure goes before its variants."""
    words = words_in(metric.name)
    if not (is_score(metric.name) or is_error(metric.name)):
        return len(_PREFERRED) + 1, 0
    place = next((place for place, wanted in enumerate(_PREFERRED) if wanted <= words), None)
    return (len(_PREFERRED), 0) if place is None else (place, len(words))


def _metric_of(row: Sequence[str], columns: _Columns) -> Metric | None:
    if len(row) <= max(columns):
        return None
    name = " ".join(row[columns.name].split())
    this, previous = number_in(row[columns.this]), number_in(row[columns.previous])
    if not name or len(name) > _LONGEST_NAME or this is None or previous is None:
        return None
    if _is_share(row[columns.this]) != _is_share(row[columns.previous]):
        return None  # nobody can tell what the other one is
    return Metric(name, this, previous)


def _is_share(text: str) -> bool:
    return text.rstrip().endswith(("%", "％"))


def _columns_of(headings: Sequence[str]) -> _Columns | None:
    """Which column is which: by its heading, the last one by elimination; else in the order of the service's manual."""
    folded = [_MISLEADING.sub("", unicodedata.normalize("NFKC", heading).casefold()) for heading in headings]
    if len(folded) < len(_Columns._fields) or any(number_in(heading) is not None for heading in folded):
        return None
    whose = [(_says(heading, _THIS), _says(heading, _PREVIOUS)) for heading in folded]
    name = min(range(len(folded)), key=lambda place: (any(whose[place]), not _says(folded[place], _NAMES)))
    others = [place for place, heading in enumerate(folded) if place != name and not _says(heading, _DIFFERENCE)]
    this = [place for place in others if whose[place] == (True, False)]
    previous = [place for place in others if whose[place] == (False, True)]
    if len(others) == 2:
        if not any(any(whose[place]) or _says(folded[place], _EITHER) for place in others):
            this = others[:1]
        this = this or [place for place in others if place not in previous]
        previous = previous or [place for place in others if place not in this]
    return _Columns(name, this[0], previous[0]) if len(this) == len(previous) == 1 else None


def _says(heading: str, words: frozenset[str]) -> bool:
    """Whether a heading has one of these words: as a whole where words are parted, anywhere in Japanese."""
    parted = set(re.findall(r"[a-z]+", heading))
    return any(word in parted if word.isascii() else word in heading for word in words)
