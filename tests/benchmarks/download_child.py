"""A child process: one download through the program's own worker; tells when it was done and what memory it took."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.service.client import Client
from epa_gui.ui.base.threads import start_in_thread, wait_for
from epa_gui.ui.jobs.download_worker import DownloadOrder, DownloadReport, DownloadWorker, Progress
from tests.benchmarks.own_memory import PeakMemory


class Watch(QObject):
    """Hears what the worker says, in the worker's own thread, at once."""

    def __init__(self) -> None:
        super().__init__()
        self.last_byte_at = 0.0
        self.reported_at = 0.0
        self.hashing_seconds = 0.0
        self.problem = ""

    @Slot(object)
    def on_progress(self, _progress: Progress) -> None:
        """The last one counts."""
        self.last_byte_at = time.monotonic()

    @Slot(object)
    def on_report(self, report: DownloadReport) -> None:
        """It is over: the file got its name when `saved` says so, and its SHA-256 since then."""
        self.reported_at = time.monotonic()
        self.hashing_seconds = time.time() - report.saved.at if report.saved else 0.0
        self.problem = str(report.problem or "")


def download(given: dict[str, Any]) -> dict[str, Any]:
    """Fetch it, as the program would after a check."""
    app = QCoreApplication([])
    client = Client()
    job = given["job"]
    link = client.status(given["url"], given["api_key"], job, time.time()).download_url
    client.close()
    order = DownloadOrder(JobKey("model", job), given["url"], given["api_key"], Path(given["path"]), link)
    worker = DownloadWorker(order)
    watch = Watch()
    worker.progressed.connect(watch.on_progress, Qt.ConnectionType.DirectConnection)
    worker.reported.connect(watch.on_report, Qt.ConnectionType.DirectConnection)
    worker.done.connect(app.quit)
    peak = PeakMemory()
    began = time.monotonic()
    thread = start_in_thread(worker, "download")
    app.exec()
    wait_for([thread], 5)
    return {
        "bytes_seconds": watch.last_byte_at - began,
        "whole_seconds": watch.reported_at - watch.hashing_seconds - began,
        "reported_seconds": watch.reported_at - began,
        "growth_mib": peak.growth() / (1 << 20),
        "problem": watch.problem,
    }


if __name__ == "__main__":
    print(json.dumps(download(json.loads(sys.argv[1]))), flush=True)
