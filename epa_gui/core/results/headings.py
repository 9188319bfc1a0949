"""What headings of results say: whose value stands below, whether it is a prediction, a share, a count.

Source: "Results" in what is known of the service: no heading is published, so each has many spellings; a word that is
not here says nothing.
"""

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache

_LONGEST = 300
_MISLEADING = re.compile("更新日時?|更新|名前|事前|直前|前後|新旧")
"""Words with a sign in them that means something else on its own."""


class Whose(Enum):
    """Which model a heading speaks of."""

    NEW = auto()
    OLD = auto()
    EITHER = auto()  # the one in service, or the one just made: only the other heading tells
    DIFFERENCE = auto()
    BOTH = auto()  # it names both, and no difference
    NOBODY = auto()


_NEW = frozenset({"this", "new", "newer", "newest", "after", "retrained", "updated", "latest"})
_OLD = frozenset({"previous", "prev", "prior", "before", "old", "older", "earlier", "original", "former"})
_EITHER = frozenset({"current", "present", "last"})
_NEW_SIGNS = ("今回", "新", "後", "この", "本モデル", "最新", "今期")
_OLD_SIGNS = ("前回", "前", "旧", "古", "元の", "過去", "従来", "以前")
_EITHER_SIGNS = ("現",)
_DIFFERENCE = frozenset(
    {
        *("difference", "differences", "diff", "change", "changes", "changed", "delta", "improvement", "gain"),
        *("comparison", "compared", "comparing", "vs", "versus", "increase", "decrease", "gap"),
    }
)
_DIFFERENCE_SIGNS = ("差", "変化", "増減", "改善", "比較", "対比", "比べ", "δ", "上昇", "伸び")


def folded(text: str) -> str:
    """A heading as it is compared: without regard to case, width and spaces at its ends; words of camels parted."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST])
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", text)
    return " ".join(text.casefold().split())


def words_of(text: str) -> frozenset[str]:
    """Its English words."""
    return frozenset(re.findall(r"[a-z0-9]+", folded(text)))


@lru_cache(4096)
def whose(heading: str) -> Whose:
    """Which model's value stands below a heading."""
    plain = folded(heading)
    words = words_of(plain)
    if words & _DIFFERENCE or any(sign in plain for sign in _DIFFERENCE_SIGNS):
        return Whose.DIFFERENCE
    is_misleading = bool(_MISLEADING.search(plain))
    rest = plain.replace("更新", " ") if re.search("更新[前後]", plain) else _MISLEADING.sub(" ", plain)
    is_new = bool(words & _NEW) or any(sign in rest for sign in _NEW_SIGNS)
    is_old = bool(words & _OLD) or any(sign in rest for sign in _OLD_SIGNS)
    if is_new and is_old:
        return Whose.BOTH
    if is_new or is_old:
        return Whose.NEW if is_new else Whose.OLD
    if words & _EITHER or (not is_misleading and any(sign in rest for sign in _EITHER_SIGNS)):
        return Whose.EITHER
    return Whose.NOBODY


def settled(found: list[Whose]) -> list[Whose]:
    """What several headings say side by side: one that may be either model's is that of the other one not named."""
    if found.count(Whose.EITHER) != 1:
        return found
    others = {one for one in found if one in {Whose.NEW, Whose.OLD}}
    if len(others) != 1:
        return found
    left = Whose.OLD if others == {Whose.NEW} else Whose.NEW
    return [left if one is Whose.EITHER else one for one in found]


def _has(words: frozenset[str], signs: tuple[str, ...], heading: str) -> bool:
    plain = folded(heading)
    return bool(words_of(plain) & words) or any(sign in plain for sign in signs)


_NAME_WORDS = frozenset({"metric", "metrics", "measure", "measures", "name", "indicator", "evaluation", "item"})
_VALUE_WORDS = frozenset({"value", "values", "score", "scores", "result", "results", "model"})


def is_name_heading(heading: str) -> bool:
    """Whether names of metrics stand below."""
    return _has(_NAME_WORDS, ("指標", "評価", "項目", "尺度", "名前", "名称", "メトリ"), heading)


def is_value_heading(heading: str) -> bool:
    """Whether values stand below, whoever's."""
    return _has(_VALUE_WORDS, ("値", "スコア", "結果", "数値", "モデル"), heading) or not heading.strip()


def is_class_heading(heading: str) -> bool:
    """Whether names of classes stand below."""
    return _has(frozenset({"class", "classes", "label", "labels", "category"}), ("クラス", "ラベル", "分類"), heading)


def is_column_heading(heading: str) -> bool:
    """Whether names of columns of the data stand below."""
    words = frozenset({"column", "columns", "feature", "features", "variable", "item", "field", "attribute", "name"})
    return _has(words, ("項目", "列", "変数", "カラム", "特徴", "フィールド"), heading)


def is_contribution_heading(heading: str) -> bool:
    """Whether contributions of columns stand below."""
    words = frozenset({"contribution", "contributions", "importance", "importances", "score", "weight"})
    return _has(words, ("寄与", "重要", "貢献", "影響", "スコア"), heading)


def is_predicted_heading(heading: str) -> bool:
    """Whether it speaks of what was predicted."""
    words = frozenset({"predicted", "prediction", "predictions", "predict", "forecast", "estimated", "estimate"})
    return _has(words, ("予測", "推定", "予想"), heading)


def is_actual_heading(heading: str) -> bool:
    """Whether it speaks of what was."""
    words = frozenset({"actual", "actuals", "truth", "true", "observed", "correct", "real"})
    return _has(words, ("実際", "実測", "実績", "正解", "真値", "真の"), heading)


def is_probability_heading(heading: str) -> bool:
    """Whether it speaks of probabilities."""
    words = frozenset({"probability", "probabilities", "prob", "proba", "likelihood", "confidence"})
    return _has(words, ("確率", "確度", "尤度"), heading)


def is_count_heading(heading: str) -> bool:
    """Whether numbers of rows stand below."""
    words = frozenset({"count", "counts", "rows", "number", "records", "n", "cases", "samples", "total"})
    return _has(words, ("件数", "行数", "数", "個数", "度数"), heading)


def is_total(heading: str) -> bool:
    """Whether a line or a column of totals begins with it."""
    return _has(frozenset({"total", "totals", "sum", "all"}), ("合計", "総計", "計", "全体"), heading)


_RIGHT = frozenset({"correct", "correctly", "right", "hit", "true", "ok", "success"})
_WRONG = frozenset(
    {"incorrect", "incorrectly", "wrong", "wrongly", "miss", "missed", "false", "ng", "error", "failure"}
)
_WRONG_SIGNS = ("不正解", "不的中", "不一致", "誤り", "誤答", "間違", "外れ", "はずれ", "不正確", "×", "✗", "✕")
_RIGHT_SIGNS = ("正解", "正答", "的中", "一致", "当たり", "正しい", "正しく", "○", "〇", "◯", "✓")


def rightness(text: str) -> bool | None:
    """Whether a text says "right" (`True`) or "wrong" (`False`); `None` where it says neither, or both."""
    plain = folded(text)
    words = words_of(plain)
    is_negated = bool(re.search(r"\bnot\s+(?:correct|right)", plain)) or "正しくな" in plain
    is_wrong = bool(words & _WRONG) or any(sign in plain for sign in _WRONG_SIGNS) or is_negated
    rest = plain
    for sign in _WRONG_SIGNS:
        rest = rest.replace(sign, " ")
    is_right = not is_negated and (bool(words & _RIGHT) or any(sign in rest for sign in _RIGHT_SIGNS))
    return None if is_right == is_wrong else is_right


def folded_name(name: str) -> str:
    """A file's name as it is compared."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
