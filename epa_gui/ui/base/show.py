"""Which jobs the list can be narrowed to, by how they stand."""

from enum import StrEnum


class Show(StrEnum):
    """The filters by state."""

    ALL = "all"
    IN_PROGRESS = "in progress"
    FINISHED = "finished"
    ATTENTION = "needs attention"
