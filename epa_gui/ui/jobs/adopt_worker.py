"""Looks into a dropped ``response.json`` for the job it is about."""

from pathlib import Path

from PySide6.QtCore import Signal

from epa_gui.core.jobs.job_reference import NotAJobIdError, job_id_in
from epa_gui.core.service.redaction import redacted
from epa_gui.ui.base.threads import Worker

_LARGEST = 1 << 20


class AdoptWorker(Worker):
    """One file, from its path to its job's ID, which is empty where there is none. The file's text goes nowhere.

    Signals:
        found: The file's path, and the job's ID or ""; once.
    """

    found = Signal(str, str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def stop(self) -> None:
        """It is over in a moment by itself."""

    def run(self) -> None:
        """Read the file."""
        job_id = ""
        try:
            with self._path.open("rb") as file:
                text = file.read(_LARGEST).decode("utf-8-sig", "replace")
            found = job_id_in(text)
            job_id = found if redacted(found) == found else ""  # a key, which must not get into the record
        except (OSError, ValueError, NotAJobIdError):
            pass
        finally:
            self.found.emit(str(self._path), job_id)
