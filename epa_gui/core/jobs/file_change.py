"""What is other in a training file than in the one sent last for its model, as a job keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileChange:
    """One thing that can make a retraining fail.

    Attributes:
        kind: A value of `dataset.finding.FindingKind`; a newer version may know more of them.
        name: The column's name.
        values: What differs: for a type, the one before and the one now; else examples.
    """

    kind: str
    name: str = ""
    values: tuple[str, ...] = ()
