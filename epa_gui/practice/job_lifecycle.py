"""What a practice job is, and how it stands at a given moment. Pure."""

from dataclasses import dataclass

FINISHED = "job_finished"
FAILED = "job_failed"
WAITING = "waiting_for_upload"

# Words of our own, by the share of a job's time that has passed: only `job_finished` is documented, so a client
# must cope with words it has never seen.
_COURSE = ((0.05, "job_queued"), (0.20, "data_checking"), (0.70, "training"), (0.90, "evaluating"), (1.0, "exporting"))


@dataclass(frozen=True)
class Job:
    """One practice job, as it is kept.

    Attributes:
        id: The `retrain_job_id`.
        model_id: The model it retrains.
        filename: Name of the uploaded file, as the client gave it.
        seconds: How long it takes.
        started_at: When the upload was whole, seconds since the epoch; None before.
        retrained_model_id: The number of the model it makes.
        has_file: Whether a file of its own was uploaded; else it is trained on the sample.
        said_status: A status pinned from outside; None for the natural course.
        said_message: The message that goes with it.
        withheld: Whether it finishes without a download link.
        deleted: Whether it was deleted.
        results_path: A file given as its results in place of the computed ones.
        results_name: That file's name in the link.
    """

    id: str
    model_id: int
    filename: str
    seconds: float
    started_at: float | None
    retrained_model_id: int
    has_file: bool = False
    said_status: str | None = None
    said_message: str | None = None
    withheld: bool = False
    deleted: bool = False
    results_path: str | None = None
    results_name: str | None = None

    @property
    def name_of_results(self) -> str:
        """The file name at the end of the download link."""
        return self.results_name or f"retrain_results_{self.filename.rpartition('.')[0] or self.filename}.zip"


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How a job stands: its status, and the message that explains it."""

    status: str
    message: str | None = None

    @property
    def is_finished(self) -> bool:
        """Whether there are results."""
        return self.status == FINISHED


def standing(job: Job, now: float) -> JobProgress:
    """How `job` stands at `now`, seconds since the epoch."""
    if job.said_status is not None:
        return JobProgress(job.said_status, job.said_message)
    if job.started_at is None:
        return JobProgress(WAITING)
    share = (now - job.started_at) / job.seconds if job.seconds > 0 else 1.0
    return JobProgress(next((word for until, word in _COURSE if share < until), FINISHED))
