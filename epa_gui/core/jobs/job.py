"""A job: one retraining, what the service said of it last, and what became of its results."""

import functools
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.file_change import FileChange
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.problem import KEY_KINDS, KEYCHAIN_KINDS, LASTING_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import VerdictNote

FINISHED_STATUS = "job_finished"
"""The only documented value of `status`. Source: Retrain Status Check API."""

_FAILING_WORDS = ("fail", "error", "cancel", "abort", "delet", "expire", "reject", "terminat", "stopped")


_NEEDS_A_PERSON = KEY_KINDS | KEYCHAIN_KINDS | LASTING_KINDS


class Stage(StrEnum):
    """What a status means to a person."""

    IN_PROGRESS = "in progress"
    FINISHED = "finished"
    FAILED = "failed"
    NEEDS_ATTENTION = "needs attention"


class JobKey(NamedTuple):
    """A job's identity in this program: rows move, this does not."""

    model: str
    id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service said about one job, once.

    Source: Retrain Status Check API, response body.

    Attributes:
        status: The service's own word, unchanged; only ``job_finished`` is documented.
        asked_at: When it was asked, seconds since the epoch (UTC).
        model_id: The retrained model's number, once there is one.
        message: The service's explanation, if any; plain text, not trusted.
        download_url: A storage link to the results. Goes stale. Never stored, never logged.
    """

    status: str
    asked_at: float
    model_id: int | None = None
    message: str = ""
    download_url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """Results that were saved whole.

    Attributes:
        path: The file.
        size: Its bytes.
        at: When, seconds since the epoch (UTC).
        sha256: Of the file, in hexadecimal; empty if it could not be read again.
        metric: The main measure before and after, as earlier versions kept it; since then `Job.verdict` tells.
        untested: Why not all checksums in it were tested, a value of `results.zip_check.Untested`; empty if all were,
            or it has none.
    """

    path: str
    size: int
    at: float
    sha256: str = ""
    metric: Metric | None = None
    untested: str = ""


@dataclass(frozen=True, slots=True)
class Partial:
    """A download that began and has not ended: enough to go on with it after a restart.

    Attributes:
        path: The file it will become; what is there so far is beside it.
        etag: The storage's name for this version of the file; empty if it gave none, then it starts over.
        size: All bytes of the file as they come, or 0 if not known.
        part: The name of the file with what is there so far; empty for the file's own with ``.part`` behind.
        identity: Which file that was, from `safe_files`; empty if it was not kept.
        modified: When the storage says this version was made, in its words; empty if it does not.
        coding: How often it is packed with gzip for the way, and how else: as ``gzip, gzip, br``; empty for not at all.
        names: The file names the link and the answer gave, with ``/`` between.
        content_type: What the storage calls it; empty if it does not.
        unpacked: The name of a second file that it is being unpacked into, a ``/``, and which file that is.
    """

    path: str
    etag: str = ""
    size: int = 0
    part: str = ""
    identity: str = ""
    modified: str = ""
    coding: str = ""
    names: str = ""
    content_type: str = ""
    unpacked: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """What a job was started with from here.

    Attributes:
        training: The training file as it was chosen.
        evaluation: The evaluation file; empty for none.
        converted: Those of the two of which a copy was sent instead of the file as it is, by `dataset.roles.Role`.
        rows: Rows of the training file, without the column names.
        size: Bytes sent; 0 before that is known.
        sha256: Of the bytes sent, in hexadecimal; empty before that is known.
        arrived_at: When the storage said that it has all of it, seconds since the epoch (UTC); `None` before.
        training_size: Bytes of the training file as it was chosen.
        training_sha256: Of those, in hexadecimal.
        evaluation_size: Bytes of the evaluation file as it was chosen.
        evaluation_sha256: Of those, in hexadecimal.
        training_steps: What the copy of the training file differs in from it.
        training_copy_size: Bytes of that copy; 0 if the file was sent as it is.
        training_copy_sha256: Of those, in hexadecimal.
        evaluation_steps: What the copy of the evaluation file differs in from it.
        evaluation_copy_size: Bytes of that copy; 0 if the file was sent as it is.
        evaluation_copy_sha256: Of those, in hexadecimal.
        overruled: The kinds of findings in spite of which it was sent, because a person said so.
        changes: What in the training file is other than in the one sent last, and can make retraining fail.
    """

    training: str
    evaluation: str = ""
    converted: tuple[str, ...] = ()
    rows: int = 0
    size: int = 0
    sha256: str = ""
    arrived_at: float | None = None
    training_size: int = 0
    training_sha256: str = ""
    evaluation_size: int = 0
    evaluation_sha256: str = ""
    training_steps: tuple[CopyStep, ...] = ()
    training_copy_size: int = 0
    training_copy_sha256: str = ""
    evaluation_steps: tuple[CopyStep, ...] = ()
    evaluation_copy_size: int = 0
    evaluation_copy_sha256: str = ""
    overruled: tuple[str, ...] = ()
    changes: tuple[FileChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One retraining job and all this program knows of it. Times are seconds since the epoch (UTC).

    Attributes:
        id: The service's ``retrain_job_id``.
        model: The identity of the `Model` it belongs to.
        name: The person's own name for it; may be empty.
        note: The person's own note.
        added_at: When it was added to this list.
        started_at: When it was started, where this program knows; `None` for a job started elsewhere.
        status: The service's word, verbatim; empty before the first answer.
        message: The service's explanation.
        service_model_id: The service's number for the retrained model.
        has_file: Whether the last answer offered results.
        results_name: The file's own name, taken from its link.
        status_since: When this status was first seen.
        ended_at: When it was first seen to have ended (finished or failed).
        going_at: When the service last said that it was still going.
        checked_at: When the service last answered about it.
        asked_at: When it was last asked, answered or not.
        next_check_at: When it is asked next; infinity for never.
        failures: How many checks in a row had trouble.
        problem: The trouble of the last check.
        problem_since: When that trouble began.
        saved: The results as they were saved last.
        partial: A download that is not whole yet.
        save_problem: The trouble of the last download.
        removed_at: When it was taken off the list; it goes for good when the program closes.
        upload: What it was started with, if it was started here.
        send_problem: Why that did not arrive.
        opened_at: When its saved results were last opened from here.
        switch_problem: Why it did not go into service when it was last tried, or that nobody knows whether it did.
        verdict: Whether its results say that it is better, and how sure that is; `None` before they were read.
        kept_at: When a person decided to keep the live model instead of this one; `None` for not.
    """

    id: str
    model: str
    name: str = ""
    note: str = ""
    added_at: float = 0.0
    started_at: float | None = None
    status: str = ""
    message: str = ""
    service_model_id: int | None = None
    has_file: bool = False
    results_name: str = ""
    status_since: float | None = None
    ended_at: float | None = None
    going_at: float | None = None
    checked_at: float | None = None
    asked_at: float | None = None
    next_check_at: float = 0.0
    failures: int = 0
    problem: Problem | None = None
    problem_since: float | None = None
    saved: Saved | None = None
    partial: Partial | None = None
    save_problem: Problem | None = None
    removed_at: float | None = None
    upload: Upload | None = None
    send_problem: Problem | None = None
    opened_at: float | None = None
    switch_problem: Problem | None = None
    verdict: VerdictNote | None = None
    kept_at: float | None = None

    @property
    def key(self) -> JobKey:
        """Its identity in this program."""
        return JobKey(self.model, self.id)

    @property
    def title(self) -> str:
        """What tells it from others in logs and tests: its name, or its ID. People see `ui.base.job_title`."""
        return self.name or self.id

    @property
    def stage(self) -> Stage:
        """What its status means; trouble that lasts makes a job still going need attention."""
        stage = stage_of(self.status)
        is_stuck = self.send_problem or (self.problem and self.problem.kind in _NEEDS_A_PERSON)
        if stage is Stage.IN_PROGRESS and is_stuck:
            return Stage.NEEDS_ATTENTION
        return stage

    @property
    def is_uploading(self) -> bool:
        """Whether its file is on the way."""
        return self.upload is not None and self.upload.arrived_at is None and self.send_problem is None

    @property
    def can_save(self) -> bool:
        """Whether there are results to ask for."""
        return self.stage is Stage.FINISHED and self.has_file


@functools.lru_cache(1024)
def stage_of(status: str) -> Stage:
    """What the service's word means. Only ``job_finished`` is documented; a word that speaks of an end is one.

    Every other word counts as still going: it is shown as it came, never as an error.
    """
    if status == FINISHED_STATUS:
        return Stage.FINISHED
    lowered = status.lower()
    if any(word in lowered for word in _FAILING_WORDS):
        return Stage.FAILED
    return Stage.IN_PROGRESS


class TroubleWith(StrEnum):
    """What a job's trouble is with; in the order in which troubles are told, see `first_trouble`."""

    SWITCH = "switch"
    SAVE = "save"
    SEND = "send"
    CHECK = "check"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble of a job.

    Attributes:
        source: What it is with.
        problem: What it is.
    """

    source: TroubleWith
    problem: Problem

    @property
    def needs_a_person(self) -> bool:
        """Whether it stays until a person does something; else the next check may well end it."""
        return self.source is not TroubleWith.CHECK or self.problem.kind in _NEEDS_A_PERSON


def first_trouble(job: Job, *, is_switching: bool = False) -> Trouble | None:
    """The trouble of a job that is told where there is room for one; `None` if nothing is wrong with it.

    The details, the row's tooltip and icon, the sentence a screen reader says and the filter all follow it. What a
    person has to act on first comes first:

    1. A switch: it is the only thing that reaches beyond this list. Whoever overlooks that it was not done, or may have
       been, is wrong about which model answers the business's predictions.
    2. Saving: somebody asked for the results, does not have them, and nothing tries again by itself.
    3. Sending: nothing trains until the file is sent again. Once the job has ended, the file has arrived, or what
       became of the job matters more.
    4. A check: the next one comes by itself, or the person who unlocks the keychain or enters a key brings it on.
    5. The job's own failure: it is in the status already, word for word, and there is nothing to lose by waiting. Last,
       so that a check asked for by a click never seems to have done nothing.

    A key has no place of its own: where it is the key that stops a switch or a save, that is their own trouble. To wait
    for the keychain is no trouble but a wait: it is told beside and after what is wrong.

    Args:
        job: Any job.
        is_switching: Whether a switch to it is under way: what became of the one before does not matter then.
    """
    stage = job.stage
    if job.switch_problem and not is_switching:
        return Trouble(TroubleWith.SWITCH, job.switch_problem)
    if job.save_problem:
        return Trouble(TroubleWith.SAVE, job.save_problem)
    if job.send_problem and stage not in {Stage.FINISHED, Stage.FAILED}:
        return Trouble(TroubleWith.SEND, job.send_problem)
    if job.problem:
        return Trouble(TroubleWith.CHECK, job.problem)
    if stage is Stage.FAILED:
        return Trouble(TroubleWith.JOB, Problem(ProblemKind.JOB_FAILED, job.message or job.status))
    return None


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One change in how a job stood.

    Attributes:
        job: Which job.
        at: When it was seen, seconds since the epoch (UTC).
        status: The service's word then, verbatim.
        message: The service's explanation then.
        problem: The trouble then, if that is what changed.
    """

    job: JobKey
    at: float
    status: str
    message: str = ""
    problem: Problem | None = None
