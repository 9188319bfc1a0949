"""Draws pictures for all views of the session, one at a time: the library draws no two at once anyway."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.results.picture_worker import Drawn, DrawOrder, DrawWorker, LoadWorker


class PictureDrawer(QObject):
    """Keeps the threads, so that a view can go while its picture is being drawn.

    Attributes:
        clock: What the pictures' words go by, seconds since the epoch.

    Signals:
        drawn: A picture was drawn, or could not be (`Drawn`).
    """

    drawn = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.clock = clock
        self._number = 0
        self._worker: DrawWorker | None = None
        self._loader: LoadWorker | None = None
        self._waiting: dict[str, DrawOrder] = {}
        self._is_stopping = False
        self.threads = PassingThreads()

    def get_ready(self) -> None:
        """Have what draws loaded, and this computer's fonts looked for, while the person still reads the verdict."""
        if self._loader is None and not self._is_stopping:
            self._loader = LoadWorker(None)
            self.threads.start(self._loader, "load what draws pictures")

    def draw(self, view: str, order: DrawOrder) -> int:
        """Have a picture drawn; an earlier order of the same view that has not begun is dropped.

        Args:
            view: Tells the views apart.
            order: What to draw.

        Returns:
            The number that the order has in `drawn`.
        """
        self._number += 1
        self._waiting.pop(view, None)
        self._waiting[view] = replace(order, number=self._number)
        self._begin()
        return self._number

    def forget(self, view: str) -> None:
        """Nobody waits for this view's picture any more."""
        self._waiting.pop(view, None)

    def stop(self) -> None:
        """Draw nothing any more, for good."""
        self._is_stopping = True
        self._waiting.clear()
        for worker in (self._worker, self._loader):
            if worker is not None:
                worker.stop()

    def _begin(self) -> None:
        if self._worker is not None or not self._waiting or self._is_stopping:
            return
        view = next(iter(self._waiting))
        worker = self._worker = DrawWorker(self._waiting.pop(view))
        worker.reported.connect(self._on_drawn)
        self.threads.start(worker, "draw picture")

    @Slot(object)
    def _on_drawn(self, drawn: Drawn) -> None:
        self._worker = None
        self._begin()
        self.drawn.emit(drawn)
