"""What to call a job: the person's own name for it, or, as most that were started elsewhere have none, when it was."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.job import Job
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting

translate = QCoreApplication.translate


def job_title(job: Job) -> str:
    """The job's name, or "Job of 27 Nov 00:14".

    That title is made anew each time, in the person's locale, and never kept: nobody has written it, and history and
    exports hold what was known. The ID, which tells two jobs of one minute apart, stands in tooltips and on the page.
    """
    return job.name or title_of_time(began_at(job))


def title_of_time(seconds: float) -> str:
    """The title of a job without a name that was started, or added, then; seconds since the epoch."""
    return fill(translate("JobTitle", "Job of {0}"), formatting.lasting_moment(seconds))


def title_sort_key(job: Job) -> str:
    """What titles are sorted by: jobs without a name together, by their time and not by how that is written."""
    if job.name:
        return job.name.casefold()
    return f"{translate('JobTitle', 'Job of {0}').replace('{0}', '').casefold()}{began_at(job):015.3f}"


def file_title(job: Job, model_name: str) -> str:
    """What a file of the job is named after: its name, or "Customer churn - job of 2026-11-27 0014"."""
    if job.name:
        return job.name
    when = formatting.sortable_moment(began_at(job))
    if not model_name:
        return fill(translate("JobTitle", "Job of {0}"), when)
    return fill(translate("JobTitle", "{0} - job of {1}"), model_name, when)


def began_at(job: Job) -> float:
    """When it was started, or, where nobody here knows, when it was added; seconds since the epoch."""
    return job.added_at if job.started_at is None else job.started_at
