"""Reads the rows to ask about, away from the main thread: a disk or a network drive may take its time."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from epa_gui.core.jobs.problem import Problem
from epa_gui.ui.base.one_shot_worker import OneShotWorker

if TYPE_CHECKING:
    from epa_gui.core.dataset.prediction_rows import PredictionRows, RowsFault
    from epa_gui.core.dataset.rows_fault import UnevenRow


@dataclass(frozen=True, slots=True)
class RowsOrder:
    """Rows to read.

    Attributes:
        number: Tells this order from earlier ones.
        files: The file, or several, of which the first that is there is read.
        target: The column that is predicted; empty if it is not known.
        most: Rows to read.
        encoding: What a person said that files like it are written in (Python's name); empty if nobody had to.
    """

    number: int
    files: tuple[Path, ...]
    target: str
    most: int
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class RowsReport:
    """What came of it.

    Attributes:
        order: Which.
        file: The file that was read; `None` if none of them is there.
        rows: Its rows.
        fault: Why there are none; `None` for a fault of this program too.
        uneven: The row that is the fault, where it is one.
    """

    order: RowsOrder
    file: Path | None = None
    rows: "PredictionRows | None" = None
    fault: "RowsFault | None" = None
    uneven: "UnevenRow | None" = None


class RowsWorker(OneShotWorker[RowsOrder, RowsReport, RowsReport]):
    """One reading; it reports a `RowsReport`."""

    def work(self) -> RowsReport:
        """Read the first file that is there."""
        from epa_gui.core.dataset.encoding import Encoding  # noqa: PLC0415  no start should wait for what reads files
        from epa_gui.core.dataset.prediction_rows import (  # noqa: PLC0415  as above
            PredictionRowsError,
            RowsFault,
            read_prediction_rows,
        )

        order = self._order
        several = len(order.files) > 1
        file = next((path for path in order.files if not several or _is_there(path)), None)
        if file is None:
            return RowsReport(order)
        try:
            encoding = Encoding(order.encoding) if order.encoding else None
        except ValueError:  # a newer version's
            encoding = None
        try:
            return RowsReport(order, file, read_prediction_rows(file, order.target, order.most, encoding))
        except PredictionRowsError as error:
            is_gone = error.fault is RowsFault.NOT_READ and not _is_there(file)
            return RowsReport(order, None if is_gone else file, fault=error.fault, uneven=error.uneven)

    def report(self, result: RowsReport | None, problem: Problem | None) -> RowsReport:  # noqa: ARG002  it is logged
        """What was read, or nothing."""
        return result or RowsReport(self._order)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
