"""Which metric a name means, in English or Japanese. Source: "Results" in what is known of the service."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.headings import folded

_LONGEST = 200


class MetricName(NamedTuple):
    """What a metric's name says.

    Attributes:
        kind: Which it is; `None` for one nobody here knows.
        horizon: How far ahead, as written; empty if it does not say.
        is_average: It is said to be an average over the classes.
    """

    kind: MetricKind | None
    horizon: str = ""
    is_average: bool = False


UNKNOWN_METRIC = MetricName(None)

SHARES = frozenset(
    {
        *(MetricKind.AUC, MetricKind.ACCURACY, MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE),
        MetricKind.COVERAGE,
    }
)
"""Metrics that lie between 0 and 1."""

_SPELLINGS: dict[MetricKind, str] = {
    MetricKind.AUC: (
        r"(?:分類精度|判別精度)?[ (]*(?:roc[ _-]?)?(?:auc|auroc)(?:[ _-]?roc)?\)?|area under (?:the )?roc curve"
    ),
    MetricKind.ACCURACY: r"accuracy|正解率|正答率|精度|(?:分類)?(?:精度|正解率)[ (]+accuracy\)?|accuracy rate",
    MetricKind.PRECISION: r"precision|適合率|精度 ?\(? ?(?:precision|適合率)\)?|positive predictive value|ppv",
    MetricKind.RECALL: r"recall|再現率|感度|sensitivity|true positive rate|tpr",
    MetricKind.F_SCORE: r"f(?:1)?[ _-]?(?:値|スコア|尺度|score|measure|value)|f1|f",
    MetricKind.R_SQUARED: r"決定係数|r ?\^? ?2|r[ _-]?squared?|r2[ _-]?(?:score|値)|coefficient of determination",
    MetricKind.MEDIAN_ERROR_RATIO: (
        r"誤差率(?:の)?中央値|中央誤差率|mae ?\(median\) ?(?:ratio|rate)|median (?:absolute )?(?:percentage )?"
        r"error (?:ratio|rate|percentage)|median absolute percentage error|mdape|median (?:ape|mape)"
    ),
    MetricKind.MEDIAN_ERROR: (
        r"誤差(?:の)?中央値|絶対誤差(?:の)?中央値|中央絶対誤差|mae ?\(median\)|median (?:absolute )?error|medae|mdae"
    ),
    MetricKind.MEAN_ERROR: (
        r"誤差(?:の)?平均値?|平均(?:絶対)?誤差|絶対誤差(?:の)?平均|mae(?: ?\(mean\))?|mean (?:absolute )?error"
    ),
    MetricKind.RMSE: (
        r"rmse|root mean squared? error|二乗平均平方根誤差|2乗平均平方根誤差|平均(?:二|2)乗誤差(?:の)?平方根"
    ),
    MetricKind.COVERAGE: r"カバー率|カバレッジ|coverage(?: rate)?",
}
_AVERAGE = re.compile(r"\b(?:macro|average|averaged|avg|mean)\b[ _.-]*|マクロ|平均|[ _.-]*\b(?:macro|avg)\b")
_AVERAGED = frozenset(
    {MetricKind.ACCURACY, MetricKind.AUC, MetricKind.PRECISION, MetricKind.RECALL, MetricKind.F_SCORE}
)
_TWO_NAMES = (
    re.compile(r"(.+?) ?\((.+)\)"),
    re.compile(r"(.+?) ?[/|:] ?(.+)"),
    re.compile(r"([^\x00-\x7f]+) ?([\x00-\x7f]+)"),  # one Japanese, one English
)
_HORIZON = re.compile(
    r"[0-9]+ ?(?:[ヶケかカヵｹ個]?月|日|週間?|年間?|時間|分|期|ステップ|四半期) ?(?:先|後)(?:の)?"
    r"|(?:[0-9]+(?:st|nd|rd|th)? ?(?:months?|days?|weeks?|years?|hours?|minutes?|quarters?|steps?|periods?|rows?)"
    r"|(?:month|day|week|year|hour|minute|quarter|step|period)s? ?[0-9]+) ?(?:\(s\))? ?ahead(?: of)?"
    r"|horizon ?[0-9]+|\bt ?\+ ?[0-9]+",
    re.IGNORECASE,
)
_VAGUE = "精度"
"""Alone it is the accuracy; beside another name in brackets that one says which precision is meant."""


@lru_cache(1024)
def metric_named(name: str) -> MetricName:
    """Which metric a name means; nothing is guessed from a part of it ("error-free rate" is no error)."""
    if len(name) > _LONGEST:
        return MetricName(None)
    horizon, rest = _without_horizon(unicodedata.normalize("NFKC", name))
    plain = re.sub(r"[\s_]+", " ", folded(rest)).strip(" :")
    kind = _kind(plain)
    if kind is not None:
        return MetricName(kind, horizon)
    bare = _AVERAGE.sub(" ", plain).strip(" ()-:")
    if bare != plain and (kind := _kind(bare)) in _AVERAGED:
        return MetricName(kind, horizon, is_average=True)
    return MetricName(None, horizon)


def _without_horizon(plain: str) -> tuple[str, str]:
    match = _HORIZON.search(plain)
    if not match:
        return "", plain
    rest = plain[: match.start()] + " " + plain[match.end() :]
    rest = re.sub(r"[(\[]\s*[)\]]", " ", rest)
    return match[0].removesuffix("の").removesuffix(" of").strip(), " ".join(rest.strip(" :-/|,()[]").split())


def _kind(plain: str) -> MetricKind | None:
    plain = re.sub(r" ?[(\[] ?%[)\]]$", "", plain)
    candidates = {plain, plain.strip("()")} if "(" not in plain else {plain}
    for known, spelling in _SPELLINGS.items():
        if any(re.fullmatch(spelling, one) for one in candidates):
            return known
    matches = (two.fullmatch(plain) for two in _TWO_NAMES)
    return next((kind for match in matches if match and (kind := _one_of(match[1].strip(), match[2].strip()))), None)


def _one_of(outer: str, inner: str) -> MetricKind | None:
    """What two names for one metric mean together: both the same, or one of them is vague."""
    first, second = _kind(outer), _kind(inner)
    if first is None or second is None:
        return None
    if first is second or inner == _VAGUE:
        return first
    return second if outer == _VAGUE else None
