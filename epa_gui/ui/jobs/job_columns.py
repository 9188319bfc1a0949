"""The job list's columns and roles: the one vocabulary of its model, filter, table and delegates."""

from enum import IntEnum, auto

from PySide6.QtCore import QCoreApplication, Qt

translate = QCoreApplication.translate


class JobColumn(IntEnum):
    """The columns, in their first order."""

    NAME = 0
    STANDING = auto()
    MODEL = auto()
    VERDICT = auto()
    STARTED = auto()
    FINISH = auto()
    STATUS = auto()
    IN_SERVICE = auto()
    ELAPSED = auto()
    LAST_CHECKED = auto()
    NEXT_CHECK = auto()
    RESULTS = auto()
    NOTE = auto()


FIRST_COLUMNS = (JobColumn.NAME, JobColumn.STANDING, JobColumn.VERDICT, JobColumn.STARTED, JobColumn.FINISH)
"""What is shown at first; the others on demand, the model also where jobs of several are shown."""


SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""A number or a case-folded string, for the proxy: dates would be sorted wrongly."""
JOB_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `Job` itself, in every cell of its row."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 3
"""In the columns of where it stands and of what is live: the name of an icon, or `None`."""
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 4
"""In the results column: 0 to 1000 while a download runs, -1 while it waits, else `None`."""


def heading(column: JobColumn) -> str:
    """A column's heading."""
    return {
        JobColumn.NAME: translate("JobList", "Job"),
        JobColumn.MODEL: translate("JobList", "Model"),
        JobColumn.STANDING: translate("JobList", "Where it stands"),
        JobColumn.STATUS: translate("JobList", "Status"),
        JobColumn.IN_SERVICE: translate("JobList", "Live"),
        JobColumn.STARTED: translate("JobList", "Started"),
        JobColumn.ELAPSED: translate("JobList", "Elapsed"),
        JobColumn.FINISH: translate("JobList", "Finish"),
        JobColumn.LAST_CHECKED: translate("JobList", "Last checked"),
        JobColumn.NEXT_CHECK: translate("JobList", "Next check"),
        JobColumn.RESULTS: translate("JobList", "Results"),
        JobColumn.VERDICT: translate("JobList", "Verdict"),
        JobColumn.NOTE: translate("JobList", "Note"),
    }[column]
