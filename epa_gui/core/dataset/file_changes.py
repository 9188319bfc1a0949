"""Which of the findings in a file tell why its retraining fails, if it does: what is other than in the one before."""

from collections.abc import Iterable

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.jobs.file_change import FileChange

_FAILING = (
    FindingKind.TARGET_GONE,
    FindingKind.COLUMN_GONE,
    FindingKind.NAMES_OTHERWISE,
    FindingKind.TYPE_CHANGED,
    FindingKind.LABELS_GONE,
    FindingKind.LABELS_NEW,
)
"""What makes retraining fail, the surest first. Source: the manual of the service's console."""

_MOST = 5


def changes_in(findings: Iterable[Finding]) -> tuple[FileChange, ...]:
    """What a job keeps of the comparison with the file sent last: the surest causes of a failure, at most five.

    Args:
        findings: Those that hold for what is sent; what was put right in the copy is none of them.
    """
    told = [finding for finding in findings if finding.kind in _FAILING]
    told.sort(key=lambda finding: _FAILING.index(finding.kind))
    return tuple(FileChange(finding.kind.value, finding.name, finding.values) for finding in told[:_MOST])
