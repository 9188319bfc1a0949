"""A child process of `test_start`: the real command over a data folder; tells what happens to its window, line by line.

Arguments: the data folder, and ``seen``, ``unseen`` or ``resting``.
"""

import builtins
import json
import linecache
import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from epa_gui import app
from epa_gui.__main__ import main
from epa_gui.ui.window.session import Session, SessionSetup

_REST_MS = 1_500
"""After the list is there: longer than everything waits that is built later."""


def tell(**said: object) -> None:
    """One line for the parent."""
    print(json.dumps(said), flush=True)


class Unseen(QObject):
    """Lets nothing be painted, as a system does with a window that stands minimised or on another desktop."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Take paint events away."""
        return event.type() == QEvent.Type.Paint


class WatchedSession(Session):
    """The program's own, and somebody who looks at it."""

    def __init__(self, setup: SessionSetup) -> None:
        super().__init__(setup)
        if sys.argv[2] == "unseen":
            self._unseen = Unseen(self.window)
        self.window.first_painted.connect(self._on_painted)
        self.ready.connect(self._on_ready)

    @Slot()
    def _on_painted(self) -> None:
        is_hooked = builtins.__import__ is not vars(builtins).get("__orig_import__", builtins.__import__)
        tell(
            event="painted",
            modules=sorted(sys.modules),
            is_hooked=is_hooked,
        )

    @Slot()
    def _on_ready(self) -> None:
        tell(event="ready", modules=sorted(sys.modules), sources=list(linecache.cache))
        if sys.argv[2] == "resting":
            QTimer.singleShot(_REST_MS, self._on_rest)
        else:
            QTimer.singleShot(0, self.window, self.window.close)

    @Slot()
    def _on_rest(self) -> None:
        tell(event="rests", modules=sorted(sys.modules), jobs=len(self.repository.jobs))
        self.window.close()


if __name__ == "__main__":
    vars(app)["Session"] = WatchedSession
    sys.exit(main(["--data-dir", sys.argv[1], "--language", "en"]))
