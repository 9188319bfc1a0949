"""A child process: one upload through the program's own worker; tells how long it took and what memory."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot

import epa_gui.core.service.upload  # noqa: F401  the program has it loaded from its first check on
from epa_gui.core.dataset.check import Stamp
from epa_gui.core.dataset.upload_payload import Item
from epa_gui.ui.base.threads import start_in_thread, wait_for
from epa_gui.ui.retraining.send_worker import Phase, SendOrder, SendProgress, SendReport, SendWorker
from tests.benchmarks.own_memory import PeakMemory


class Watch(QObject):
    """Hears what the worker says, in the worker's own thread, at once."""

    def __init__(self) -> None:
        super().__init__()
        self.began = 0.0
        self.ended = 0.0
        self.problem = ""

    @Slot(object)
    def on_progress(self, progress: SendProgress) -> None:
        """Sending begins when it is spoken of for the first time."""
        if progress.phase is Phase.SENDING and not self.began:
            self.began = time.monotonic()

    @Slot(object)
    def on_report(self, report: SendReport) -> None:
        """It is over."""
        self.ended = time.monotonic()
        self.problem = str(report.problem or "")


def upload(given: dict[str, Any]) -> dict[str, Any]:
    """Send it, as the program would after Send."""
    app = QCoreApplication([])
    path = Path(given["path"])
    about = path.stat()
    item = Item(path, given["sha256"], Stamp(about.st_size, about.st_mtime_ns))
    worker = SendWorker(SendOrder("upload", given["url"], "key", item, None, path.parent))
    watch = Watch()
    worker.progressed.connect(watch.on_progress, Qt.ConnectionType.DirectConnection)
    worker.reported.connect(watch.on_report, Qt.ConnectionType.DirectConnection)
    worker.done.connect(app.quit)
    peak = PeakMemory()
    thread = start_in_thread(worker, "send")
    app.exec()
    wait_for([thread], 5)
    return {"seconds": watch.ended - watch.began, "growth_mb": peak.growth() / 1e6, "problem": watch.problem}


if __name__ == "__main__":
    print(json.dumps(upload(json.loads(sys.argv[1]))), flush=True)
