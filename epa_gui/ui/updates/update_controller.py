"""Check for updates: asked only by a person, and only where the build named an address to ask at."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from epa_gui import __version__
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.updates.update_worker import UpdateOrder, UpdateReport, UpdateWorker

if TYPE_CHECKING:
    from epa_gui.ui.updates.update_dialog import UpdateDialog


class UpdateController(QObject):
    """Opens the dialog, asks, and shows what came of it."""

    def __init__(
        self,
        window: QWidget,
        address: str,
        own_version: str = __version__,
        *,
        home: str = "",
        built_at: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._new_order = partial(UpdateOrder, address, home, built_at)
        self._own_version = own_version
        self._dialog: UpdateDialog | None = None
        self._under_way: tuple[UpdateOrder, UpdateWorker] | None = None
        self._is_stopping = False
        self.threads = PassingThreads()

    def stop(self) -> None:
        """Ask no more."""
        self._is_stopping = True
        self._give_up()

    @Slot()
    def open(self) -> None:
        """Open the dialog and ask; a second time, bring it forward."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        from epa_gui.ui.updates.update_dialog import UpdateDialog  # noqa: PLC0415  forms are loaded when first opened

        self._dialog = UpdateDialog(self._own_version, self._window)
        self._dialog.check_requested.connect(self._on_check)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()
        self._on_check()

    @Slot()
    def _on_check(self) -> None:
        if self._dialog is None or self._under_way is not None or self._is_stopping:
            return
        self._dialog.show_asking()
        order = self._new_order()
        worker = UpdateWorker(order, self._clock)
        worker.reported.connect(self._on_report)
        self._under_way = order, worker
        self.threads.start(worker, "updates")

    @Slot(object)
    def _on_report(self, report: UpdateReport) -> None:
        if self._under_way is None or self._under_way[0] is not report.order:
            return  # it was given up meanwhile
        self._under_way = None
        if self._dialog is None:
            return
        if report.release:
            self._dialog.show_release(report.release)
        elif report.problem:
            self._dialog.show_problem(report.problem)

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
        self._give_up()

    def _give_up(self) -> None:
        if self._under_way is not None:
            self._under_way[1].stop()
            self._under_way = None
