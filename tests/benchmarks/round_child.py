"""A child process: the program's desk and window over 1,000 jobs that fall due together, a download beside them."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.app import new_application
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.keychain import Keychain, SessionKeychain
from epa_gui.ui.base.threads import end_process
from epa_gui.ui.jobs.downloads import Transfer
from epa_gui.ui.window.session import Session, SessionSetup
from tests.benchmarks.main_thread_probe import MainThreadProbe
from tests.benchmarks.stored_jobs import MODEL, waiting_jobs, write_list

_DOWNLOADS = "model-of-the-download"
_DOWNLOAD_AFTER = 3.0
_DUE_AFTER = 5.0
"""Seconds from the start: the window is shown and has settled, the download is well under way."""
_ASLEEP_SECONDS = 400.0
"""What the desk's clock leaps by then, as after a computer's sleep: it makes everything due together."""


class Round(QObject):
    """One round, from the first question to the last answer."""

    def __init__(self, given: dict[str, Any], folder: Path) -> None:
        super().__init__()
        now = time.time()
        self._ahead = 0.0
        self._given = given
        self._folder = folder
        watched = Model("watched", "Watched", Region.OWN, given["status_url"], "1234", now, now)
        downloads_folder = Model(_DOWNLOADS, "Downloads", Region.OWN, given["url"], "5678", now, now)
        self._results = JobKey(_DOWNLOADS, given["job"])
        results = Job(
            given["job"],
            _DOWNLOADS,
            "Results",
            added_at=now - 60,
            status=FINISHED_STATUS,
            has_file=True,
            checked_at=now - 30,
            ended_at=now - 30,
            next_check_at=float("inf"),
        )
        jobs = waiting_jobs(given["jobs"], "watched")
        write_list(folder / "data", [*jobs, results], [watched, downloads_folder], given["requests_at_once"])
        self._left = {job.key for job in jobs}
        self._troubled = 0
        self._began = 0.0
        self._downloaded = 0
        self._done_before = 0
        self._probe = MainThreadProbe()
        self._desk = Session(SessionSetup(folder / "data", clock=self._clock, open_keychain=self._open_keychain))
        self._desk.scheduler.under_way_changed.connect(self._on_first)
        self._desk.repository.job_changed.connect(self._on_changed)
        self._desk.downloads.changed.connect(self._on_transfer)
        self._desk.window.show()
        QTimer.singleShot(0, self._desk, self._desk.start)
        QTimer.singleShot(int(_DOWNLOAD_AFTER * 1000), self, self._download)
        QTimer.singleShot(int(_DUE_AFTER * 1000), self, self._wake_up)

    def _clock(self) -> float:
        return time.time() + self._ahead

    @Slot()
    def _wake_up(self) -> None:
        self._ahead = _ASLEEP_SECONDS

    def _open_keychain(self) -> Keychain:
        keychain = SessionKeychain()
        for model in (MODEL, "watched", _DOWNLOADS):
            keychain.keep(model, self._given["api_key"])
        return keychain

    @Slot()
    def _download(self) -> None:
        self._done_before = 0
        self._desk.downloads.save(self._results, self._folder / "results.bin")

    @Slot(object, object)
    def _on_transfer(self, _key: JobKey, transfer: Transfer | None) -> None:
        done = transfer.progress.done if transfer and transfer.progress else 0
        if self._began and done > self._done_before:
            self._downloaded += done - self._done_before
        self._done_before = max(done, self._done_before)
        if transfer is None:  # it has ended: the next one
            QTimer.singleShot(0, self, self._download)

    @Slot(object)
    def _on_first(self, _key: JobKey) -> None:
        if self._ahead and not self._began:
            self._began = time.monotonic()
            self._probe.begin()

    @Slot(object, object)
    def _on_changed(self, _before: Job, job: Job) -> None:
        if not self._began or job.key not in self._left or (job.asked_at or 0.0) < time.time():
            return
        self._left.discard(job.key)
        self._troubled += job.problem is not None
        if not self._left:
            seconds = time.monotonic() - self._began
            measured = {"seconds": seconds, "troubled": self._troubled, "downloaded_mib": self._downloaded >> 20}
            print(json.dumps(measured | self._probe.end()), flush=True)
            QTimer.singleShot(0, self, self._leave)

    @Slot()
    def _leave(self) -> None:
        self._desk.close()
        end_process(0)
        sys.stdout.flush()
        QTimer.singleShot(0, self._desk.window, self._desk.window.close)


def main() -> int:
    """Show the window, wait for the round, tell, leave."""
    given = json.loads(sys.argv[1])
    app = new_application()
    _round = Round(given, Path(given["folder"]))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
