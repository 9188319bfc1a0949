"""What a check changes in a job. Pure: the clock and chance come in."""

from dataclasses import replace

from epa_gui.core.jobs.job import Answer, Job, Stage, StatusEntry, stage_of
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.jobs.schedule import next_check
from epa_gui.core.jobs.settings import Settings


def after_answer(job: Job, answer: Answer, results_name: str, settings: Settings, chance: float) -> Job:
    """The job after the service has answered, with its next check set."""
    now = answer.asked_at
    ended = stage_of(answer.status) is not Stage.IN_PROGRESS
    # A file of which nobody said that it arrived has arrived if its job went on to the end.
    has_arrived = stage_of(answer.status) is Stage.FINISHED and job.upload is not None and not job.upload.arrived_at
    same_end = ended and job.ended_at is not None and stage_of(job.status) is stage_of(answer.status)
    checked = replace(
        job,
        status=answer.status,
        message=answer.message,
        service_model_id=answer.model_id if answer.model_id is not None else job.service_model_id,
        has_file=bool(answer.download_url),
        results_name=results_name or job.results_name,
        status_since=job.status_since if job.status == answer.status else now,
        ended_at=(job.ended_at if same_end else now) if ended else None,
        going_at=job.going_at if ended else now,
        checked_at=now,
        asked_at=now,
        failures=0,
        problem=None,
        problem_since=None,
        upload=replace(job.upload, arrived_at=now) if job.upload and has_arrived else job.upload,
        send_problem=None if has_arrived else job.send_problem,
    )
    return replace(checked, next_check_at=next_check(checked, now, settings, chance))


def after_problem(job: Job, problem: Problem, settings: Settings, now: float, chance: float) -> Job:
    """The job after a check that had trouble; what the service said before stays as it was."""
    same = job.problem is not None and job.problem.kind is problem.kind
    troubled = replace(
        job,
        asked_at=now,
        failures=job.failures + 1,
        problem=problem,
        problem_since=job.problem_since if same else now,
    )
    return replace(troubled, next_check_at=next_check(troubled, now, settings, chance))


def status_entry(before: Job, after: Job, now: float) -> StatusEntry | None:
    """What to add to the job's history: a new status, message or kind of trouble; nothing if all is as it was."""
    kinds = [job.problem.kind if job.problem else None for job in (before, after)]
    same = (before.status, before.message, kinds[0]) == (after.status, after.message, kinds[1])
    first_answer = before.checked_at is None and after.checked_at is not None
    if same and not first_answer:
        return None
    return StatusEntry(after.key, now, after.status, after.message, after.problem)
