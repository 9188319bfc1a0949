"""Writes a data folder as the program itself would have left it."""

import contextlib
import json
import math
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from epa_gui.core.jobs.job import FINISHED_STATUS, Job
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.schedule import JITTER, SLOWEST
from epa_gui.core.jobs.settings import MOST_REQUESTS
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Store

MODEL = "benchmark-model"
HOUR = 3600.0
_LONG_AGO = 30 * 24 * HOUR
"""Since a job ended: the results of those that ended in the last days are fetched at the start."""
_APART = 97.0
"""Seconds between one job's start and the next one's."""


def write_list(
    folder: Path, jobs: Iterable[Job], models: Iterable[Model] = (), requests_at_once: int = MOST_REQUESTS
) -> None:
    """A list with one model of its own, which nobody answers for, and these."""
    folder.mkdir(parents=True)
    now = time.time()
    model = Model(MODEL, "Churn", Region.OWN, "http://127.0.0.1:9", "1234", now, now)
    setting = Setting("requests_at_once", json.dumps(requests_at_once))
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        store.write([model, *models, *jobs, setting])


def finished_jobs(count: int) -> list[Job]:
    """Jobs nobody has to ask about any more."""
    return [
        replace(
            job,
            status=FINISHED_STATUS,
            has_file=True,
            results_name="results.zip",
            service_model_id=4711,
            ended_at=(job.checked_at or 0.0) - _LONG_AGO,
            next_check_at=math.inf,
        )
        for job in waiting_jobs(count)
    ]


def waiting_jobs(count: int, model: str = MODEL) -> list[Job]:
    """Jobs in progress, old enough to be asked about every five minutes only, and asked just now."""
    now = time.time()
    return [_job(number, now - 2 * HOUR - _APART * number, now, model) for number in range(count)]


def _job(number: int, started_at: float, now: float, model: str) -> Job:
    return Job(
        id=f"00000000-0000-4000-8000-{number:012d}",
        model=model,
        name=f"Customers, week {number + 1}",
        added_at=started_at + 5.0,
        started_at=started_at,
        status="job_running",
        status_since=started_at + 5.0,
        checked_at=now,
        asked_at=now,
        next_check_at=now + SLOWEST * (1 + JITTER * (number % 10) / 10),
    )
