"""A child process: the program's desk with New retraining open, and a file given to it; as its peer, none."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.app import new_application
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.ui.base.threads import end_process
from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog
from epa_gui.ui.window.session import Session, SessionSetup
from tests.benchmarks.main_thread_probe import MainThreadProbe
from tests.benchmarks.stored_jobs import finished_jobs, write_list
from tests.benchmarks.window_child import FirstPaint

_JOBS = 1000
_OPEN_AFTER_MS = 2500
_GIVE_AFTER_MS = 4000
_IDLE_MS = 5000
_LAST_PAINT_MS = 200


class Form(QObject):
    """A form from its opening to the last finding."""

    def __init__(self, folder: Path, path: Path | None) -> None:
        super().__init__()
        self._path = path
        self._given_at = 0.0
        self._first_at = 0.0
        self._said: dict[str, Any] = {}
        write_list(folder / "data", finished_jobs(_JOBS))
        self._probe = MainThreadProbe()
        self._desk = Session(SessionSetup(folder / "data", open_keychain=SessionKeychain))
        self._desk.file_inspection.changed.connect(self._on_changed)  # after the form, which is told first
        self._desk.window.show()
        QTimer.singleShot(0, self._desk, self._desk.start)
        QTimer.singleShot(_OPEN_AFTER_MS, self, self._open)
        QTimer.singleShot(_GIVE_AFTER_MS, self, self._give)

    @Slot()
    def _open(self) -> None:
        self._desk.window.actions_.new_retraining.trigger()
        (form,) = self._desk.window.findChildren(RetrainingDialog)
        # The findings are painted with it; of their own, a full scroll area paints nothing.
        FirstPaint(form._tabs.panes[Role.TRAINING].table.viewport(), "preview", lambda: self._first_at > 0)

    @Slot()
    def _give(self) -> None:
        self._probe.begin()
        self._given_at = time.monotonic()
        if self._path:
            self._desk.retraining_controller.open({Role.TRAINING: self._path})
        else:
            QTimer.singleShot(_IDLE_MS, self, self._tell)

    @Slot(object)
    def _on_changed(self, inspection: Inspection) -> None:
        reading = inspection.readings.get(Role.TRAINING)
        if reading is None:
            return
        now = time.monotonic()
        if not self._first_at and inspection.findings and reading.preview:
            self._first_at = now
        if reading.is_over and not self._said:
            self._said = {
                "given_at": self._given_at,
                "set_ms": 1000 * (self._first_at - self._given_at),
                "whole_seconds": now - self._given_at,
                "rows": reading.rows,
            }
            QTimer.singleShot(_LAST_PAINT_MS, self, self._tell)

    @Slot()
    def _tell(self) -> None:
        print(json.dumps(self._said | self._probe.end()), flush=True)
        self._desk.close()
        end_process(0)
        sys.stdout.flush()
        QTimer.singleShot(0, self._desk.window, self._desk.window.close)


def main() -> int:
    """Show the window and the form, read, tell, leave."""
    given = json.loads(sys.argv[1])
    app = new_application()
    _form = Form(Path(given["folder"]), Path(given["path"]) if given["path"] else None)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
