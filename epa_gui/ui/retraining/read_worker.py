"""Reads the files of a new retraining, both at once, and tells what is found as it goes."""

import logging
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.repair import Repair
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.main_thread_priority import MainThreadPriority, short_switch_interval
from epa_gui.ui.base.one_shot_worker import OneShotWorker

if TYPE_CHECKING:
    from epa_gui.core.dataset.check import Reading

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """Files to read.

    Attributes:
        number: Tells this order from earlier ones, whose readings may still be under way.
        files: By what they are for.
        target: The column that is predicted, if known.
        encodings: What to read a file as, where a person said so.
        repairs: What to put right while reading; what is found is found in the copy.
        remembered: What a person said of earlier files of the model, for those that leave a doubt.
    """

    number: int
    files: tuple[tuple[Role, Path], ...]
    target: str = ""
    encodings: Mapping[Role, Encoding] = field(default_factory=dict)
    repairs: Mapping[Role, frozenset[Repair]] = field(default_factory=dict)
    remembered: Encoding | None = None


class ReadWorker(OneShotWorker[ReadOrder, None, int]):
    """One reading of one or two files; one that is stopped tells once more what was read so far, as not whole.

    It reports the order's number, when all is told.

    Signals:
        told: How far the reading of a file is, again and again: the order's number, a `Role` and a `Reading`.

    Attributes:
        way: Held from each telling on; whoever listens lets go when it has been shown.
    """

    told = Signal(int, object, object)

    def __init__(self, order: ReadOrder) -> None:
        super().__init__(order)
        self.way = MainThreadPriority()

    def work(self) -> None:
        """Read a little of each file in turn, so that both show something soon."""
        with short_switch_interval():
            under_way = {role: self._check(role, path) for role, path in self._order.files}
            while under_way:
                for role, readings in list(under_way.items()):
                    reading = next(readings, None)
                    if reading is None:
                        del under_way[role]
                    else:
                        self.way.hold()  # until it has been shown
                        self.told.emit(self._order.number, role, reading)

    def report(self, result: None, problem: Problem | None) -> int:  # noqa: ARG002  what is wrong with a file is told
        """Which reading is over."""
        return self._order.number

    def _has_to_stop(self) -> bool:
        """Asked between the pieces of a file."""
        if not self._stopped.is_set():
            self.way.wait()
        return self._stopped.is_set()

    def _check(self, role: Role, path: Path) -> "Iterator[Reading]":
        # Here, not above: no start of the program should wait for what reads files.
        from epa_gui.core.dataset.check import Reading, check  # noqa: PLC0415

        try:
            yield from check(
                path,
                is_training=role is Role.TRAINING,
                target=self._order.target,
                encoding=self._order.encodings.get(role),
                remembered=self._order.remembered,
                repairs=self._order.repairs.get(role, frozenset()),
                is_stopped=self._has_to_stop,
            )
        except Exception as error:  # noqa: BLE001  this door: whatever a file holds, the window must hear of its end
            # Without its message, which may quote the file.
            trace = "".join(traceback.format_tb(error.__traceback__))
            log.error("a file met something unexpected: %s\n%s", type(error).__name__, trace)  # noqa: TRY400
            finding = Finding(FindingKind.NOT_READ_WHOLE, values=(type(error).__name__,))
            yield Reading(path, findings=(finding,), is_over=True)
