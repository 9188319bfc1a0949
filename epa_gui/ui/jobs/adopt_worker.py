"""Looks into a dropped ``response.json`` for the job it is about."""

from dataclasses import dataclass
from pathlib import Path

from epa_gui.core.jobs.job_reference import NotAJobIdError, job_id_in
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.service.redaction import redacted
from epa_gui.ui.base.one_shot_worker import OneShotWorker

_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class AdoptReport:
    """What a file is about.

    Attributes:
        path: The file.
        job_id: The service's ``retrain_job_id``; empty where there is none, or none that may be kept.
    """

    path: Path
    job_id: str = ""


class AdoptWorker(OneShotWorker[Path, str, AdoptReport]):
    """One file, from its path to its job's ID. The file's text goes nowhere.

    It reports an `AdoptReport`.
    """

    def work(self) -> str:
        """Read the file."""
        try:
            with self._order.open("rb") as file:
                text = file.read(_LARGEST).decode("utf-8-sig", "replace")
            found = job_id_in(text)
        except (OSError, ValueError, NotAJobIdError):
            return ""
        return found if redacted(found) == found else ""  # a key, which must not get into the record

    def report(self, result: str | None, problem: Problem | None) -> AdoptReport:  # noqa: ARG002  no ID tells enough
        """The job's ID, if there is one."""
        return AdoptReport(self._order, result or "")
