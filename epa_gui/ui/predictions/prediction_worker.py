"""Asks a prediction API about some rows, one request a row, one after the other; none is ever repeated."""

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from epa_gui.core.account.prediction import PredictionRow
from epa_gui.core.account.prediction_answer import RowAnswer, ends_check
from epa_gui.core.jobs.problem import Problem, ProblemError, StoppedError
from epa_gui.ui.base.one_shot_worker import ServiceWorker

if TYPE_CHECKING:
    from epa_gui.core.service.client import Client


@dataclass(frozen=True, slots=True)
class PredictionOrder:
    """Rows to ask about.

    Attributes:
        id: This program's identity for the check.
        address: The prediction API's address.
        key: Its own key.
        rows: The rows.
        target: The column that is predicted; empty if it is not known.
    """

    id: str
    address: str
    key: str = field(repr=False)
    rows: tuple[PredictionRow, ...] = field(repr=False)
    target: str


@dataclass(frozen=True, slots=True)
class PredictionReport:
    """What came of them.

    Attributes:
        id: Which check.
        answers: One for each row that was asked, in their order.
        problem: A fault of this program that ended it.
    """

    id: str
    answers: tuple[RowAnswer, ...]
    problem: Problem | None = None


class PredictionWorker(ServiceWorker[PredictionOrder, None, PredictionReport]):
    """One check, from its order to its report.

    It reports a `PredictionReport`.

    Signals:
        progressed: One more row was answered, or failed: the check's identity, and all answers until now (a tuple).
    """

    progressed = Signal(str, object)

    def __init__(self, order: PredictionOrder) -> None:
        super().__init__(order)
        self._is_given_up = threading.Event()
        self._answers: tuple[RowAnswer, ...] = ()

    def give_up(self) -> None:
        """Ask about no further row; the one under way, which is counted already, may still be answered."""
        self._is_given_up.set()

    def ask(self, client: "Client") -> None:
        """Row by row, until one fails in a way that all would."""
        for row in self._order.rows:
            self.raise_if_stopped()
            if self._is_given_up.is_set():
                return
            answer = self._answer_to(client, row)
            self._answers = (*self._answers, answer)
            self.progressed.emit(self._order.id, self._answers)
            if answer.problem is not None and ends_check(answer.problem):
                return

    def _answer_to(self, client: "Client", row: PredictionRow) -> RowAnswer:
        order = self._order
        try:
            return RowAnswer(client.predict(order.address, order.key, row, order.target))
        except ProblemError as error:
            if self._stopped.is_set():
                raise StoppedError from error  # it broke because it was cut
            return RowAnswer(problem=error.problem)

    def report(self, result: None, problem: Problem | None) -> PredictionReport:  # noqa: ARG002  it is kept here
        """All that was answered, however it ended."""
        return PredictionReport(self._order.id, self._answers, problem)
