"""Of all that is found in a file a job keeps what may make its retraining fail: what is other than last time."""

from epa_gui.core.dataset.file_changes import changes_in
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.jobs.file_change import FileChange


def test_the_surest_cause_comes_first_and_what_is_no_cause_is_left_out() -> None:
    found = [
        Finding(FindingKind.NO_BOM),
        Finding(FindingKind.COLUMN_NEW, name="colour"),
        Finding(FindingKind.LABELS_NEW, name="churn", values=("target", "perhaps")),
        Finding(FindingKind.TYPE_CHANGED, name="monthly_fee", values=("number", "text")),
        Finding(FindingKind.COLUMN_GONE, row=1, name="age", values=("age",)),
    ]
    assert changes_in(found) == (
        FileChange("column gone", "age", ("age",)),
        FileChange("type changed", "monthly_fee", ("number", "text")),
        FileChange("labels new", "churn", ("target", "perhaps")),
    )


def test_at_most_five_are_kept() -> None:
    found = [Finding(FindingKind.TYPE_CHANGED, name=f"c{n}", values=("number", "text")) for n in range(9)]
    assert [change.name for change in changes_in(found)] == ["c0", "c1", "c2", "c3", "c4"]
