"""What results say beside the metric that carries the verdict, and perhaps against it. Pure.

One metric carries the verdict. AUC asks how well rows are ranked, not how often the predicted class is right: so where
the rows tell that, they are tested too. A second test gives chance a second try, and has half the level.
"""

from dataclasses import dataclass

from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.results.content import Measure, MetricKind, ResultsContent
from epa_gui.core.results.judgement import concerns, measure_of
from epa_gui.core.results.judging_rules import by_tendency, has_both
from epa_gui.core.results.own_interval import range_of
from epa_gui.core.results.significance import LEVEL

SECOND_LEVEL = LEVEL / 2
"""A difference that chance alone makes less often than this is called clear by a second test."""

_LARGE_DROP = 0.05
"""By how much a share has to fall to be worth a word under a verdict that is clearly better."""


@dataclass(frozen=True, slots=True)
class RowTest:
    """McNemar's exact test of the rows, beside a verdict by another metric.

    Attributes:
        answer: Better or worse where that is unlikely to be chance, else no difference.
        new_only, old_only: Rows where that model alone was right.
    """

    answer: Answer
    new_only: int
    old_only: int


def row_test_of(content: ResultsContent, verdict: VerdictNote) -> RowTest | None:
    """How the rows fall where one model alone was right.

    Returns:
        `None` where the verdict is by them already, where nothing tells how many they are, or where that is disputed.
    """
    if content.tendency is None or verdict.metric == MetricKind.ACCURACY:
        return None
    found = by_tendency(content, content.tendency, measure_of(content, MetricKind.ACCURACY))
    if found is None or not found.is_told or any(concerns(said, found) for said in content.contradictions):
        return None
    new_only, old_only, p = found.new_only or 0, found.old_only or 0, found.p_most
    if p is None or p >= SECOND_LEVEL:
        return RowTest(Answer.NO_DIFFERENCE, new_only, old_only)
    return RowTest(Answer.BETTER if new_only > old_only else Answer.WORSE, new_only, old_only)


def fallen_share(content: ResultsContent, verdict: VerdictNote) -> Measure | None:
    """Precision or recall, whichever fell more, where it fell far although the new model is clearly better.

    One that may have fallen by chance, as far as the matrices tell, is passed over.
    """
    if verdict.answer is not Answer.BETTER:
        return None
    kinds = (kind for kind in (MetricKind.PRECISION, MetricKind.RECALL) if kind != verdict.metric)
    fallen = [measure for kind in kinds if (measure := measure_of(content, kind)) and _has_fallen(measure, content)]
    return max(fallen, key=_drop, default=None)


def _has_fallen(measure: Measure, content: ResultsContent) -> bool:
    if _drop(measure) < _LARGE_DROP:
        return False
    new = range_of(measure.kind, measure.this, content.matrix)
    old = range_of(measure.kind, measure.previous, content.previous_matrix)
    return new is None or old is None or new[1] < old[0]


def _drop(measure: Measure) -> float:
    return (measure.previous or 0.0) - (measure.this or 0.0) if has_both(measure) else 0.0
