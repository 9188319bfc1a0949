"""A child process: the program over a data folder, or its peer, a bare window. Tells when it was on screen.

Run by its path and free of everything else here, so that the peer loads nothing but Qt.
"""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget


class FirstPaint(QObject):
    """Tells once when a widget has been painted for the first time since `is_time` holds."""

    def __init__(self, widget: QWidget, name: str, is_time: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._name = name
        self._is_time = is_time
        self._is_painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """See the paint event come, and have an event of our own come right after all that belongs to it."""
        if watched is self._widget and event.type() == QEvent.Type.Paint and not self._is_painted and self._is_time():
            self._is_painted = True
            self._widget.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), 1000)
        return False

    def event(self, event: QEvent) -> bool:
        """The painting is done."""
        if event.type() == QEvent.Type.User:
            said = {"painted": self._name, "at": time.monotonic(), "processor": time.process_time()}
            print(json.dumps(said), flush=True)
            return True
        return super().event(event)


def leave_at_end_of_input(window: QWidget) -> None:
    """Close the window when the parent closes our standard input; costs nothing while it does not."""
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(window.close)


def show_bare_window() -> int:
    """The peer: a main window with an empty table."""
    app = QApplication(["bare window"])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1180, 760)
    FirstPaint(window, "window", lambda: True)
    leave_at_end_of_input(window)
    window.show()
    return app.exec()


def show_program(data_dir: str, jobs: int) -> int:
    """The program, by its own command, with nothing changed but that somebody watches its window."""
    from epa_gui.process.import_hook import remove_import_hook  # noqa: PLC0415  the peer must not load it

    remove_import_hook()  # as the command does before it loads the rest
    from epa_gui import app  # noqa: PLC0415
    from epa_gui.__main__ import main  # noqa: PLC0415
    from epa_gui.ui.window.session import Session, SessionSetup  # noqa: PLC0415

    class WatchedSession(Session):
        def __init__(self, setup: SessionSetup) -> None:
            super().__init__(setup)
            FirstPaint(self.window, "window", lambda: True)
            self.window.first_painted.connect(self._watch_rows)
            leave_at_end_of_input(self.window)

        @Slot()
        def _watch_rows(self) -> None:
            table = self.window.table  # which has it built: not before the window was painted
            FirstPaint(table.viewport(), "rows", lambda: table.model().rowCount() >= jobs)

    vars(app)["Session"] = WatchedSession
    return main(["--data-dir", data_dir, "--language", "en"])


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    sys.exit(show_program(given["data_dir"], given["jobs"]) if given else show_bare_window())
