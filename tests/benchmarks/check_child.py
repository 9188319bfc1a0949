"""A child process: one file read by the program's own worker, in a thread beside a running event loop."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Slot

from epa_gui.app import new_application
from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.threads import start_in_thread, wait_for
from epa_gui.ui.retraining.read_worker import ReadOrder, ReadWorker
from tests.benchmarks.own_memory import PeakMemory

_SETTLE_MS = 2500
"""By then the program has looked at its garbage for the first time, and left alone what its start made."""


class Check(QObject):
    """One reading, heard of in the main thread."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._worker = ReadWorker(ReadOrder(1, ((Role.TRAINING, path),)))
        self._worker.told.connect(self._on_told)
        self._thread = QThread()
        self._peak = PeakMemory()
        self._began = 0.0
        self._times: list[float] = []
        self.said: dict[str, Any] = {}
        QTimer.singleShot(_SETTLE_MS, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._peak = PeakMemory()
        self._began = time.monotonic()
        self._thread = start_in_thread(self._worker, "read files")

    @Slot(int, object, object)
    def _on_told(self, _number: int, _role: Role, reading: Reading) -> None:
        self._times.append(time.monotonic() - self._began)
        self._worker.way.let_go()  # it has been shown, as far as there is anything to show here
        if reading.is_over:
            self.said = {
                "seconds": self._times[-1],
                "first_seconds": self._times[0],
                "told": len(self._times),
                "growth_mb": self._peak.growth() / 1e6,
                "is_whole": reading.is_whole,
                "rows": reading.rows,
                "findings": [finding.kind for finding in reading.findings],
            }
            wait_for([self._thread], 5)
            QCoreApplication.quit()


if __name__ == "__main__":
    app = new_application()
    check = Check(Path(json.loads(sys.argv[1])["path"]))
    app.exec()
    print(json.dumps(check.said), flush=True)
