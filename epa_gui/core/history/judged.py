"""What the history keeps of a verdict: the answer, its numbers and its doubt, and which file it is about."""

import math

from epa_gui.core.history.event import Detail
from epa_gui.core.jobs.verdict_note import VerdictNote


def judged(verdict: VerdictNote) -> dict[str, Detail]:
    """The details of an event that tells a verdict; what is not known is left out."""
    told: dict[str, Detail] = {
        "answer": verdict.answer.value,
        "rule": verdict.rule.value,
        "metric": verdict.name or verdict.metric,
        "this": verdict.this,
        "previous": verdict.previous,
        "judged_rows": verdict.rows,
        "new_only": verdict.new_only,
        "old_only": verdict.old_only,
        "chance_least": verdict.p_least,
        "chance_most": verdict.p_most,
        "is_just": verdict.is_just or None,
        "missing": verdict.missing.value,
        "sha256": verdict.sha256,
    }
    return {name: value for name, value in told.items() if _is_known(value)}


def _is_known(value: Detail) -> bool:
    return value is not None and value != "" and not (isinstance(value, float) and not math.isfinite(value))
