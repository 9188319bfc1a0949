"""Carries out prediction checks: the key from the keychain, then one request a row. Nothing begins one by itself."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from epa_gui.core.account.prediction import PredictionRow
from epa_gui.core.account.prediction_address import clean_prediction_address
from epa_gui.core.account.prediction_answer import RowAnswer, filled
from epa_gui.core.jobs.account import PREDICTION_KEY
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.predictions.prediction_worker import PredictionOrder, PredictionReport, PredictionWorker


@dataclass(frozen=True, slots=True)
class CheckEnd:
    """How a check ended.

    Attributes:
        id: Which.
        model: The model's identity.
        answers: One for each row; those that were not asked are empty.
        problem: Why nothing could be asked at all: there is no key, or no address.
        is_cancelled: Whether somebody gave it up.
    """

    id: str
    model: str
    answers: tuple[RowAnswer, ...]
    problem: Problem | None = None
    is_cancelled: bool = False


@dataclass(slots=True)
class _UnderWay:
    model: str
    rows: tuple[PredictionRow, ...]
    worker: PredictionWorker | None = None
    is_cancelled: bool = False


class PredictionChecks(QObject):
    """The checks under way. Whoever starts one was told to by a person.

    Signals:
        progressed: A check's identity, and the answers it has by now (a tuple).
        ended: A `CheckEnd`; once for each check that was started, but not after `stop`.
    """

    progressed = Signal(str, object)
    ended = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._under_way: dict[str, _UnderWay] = {}
        self.threads = PassingThreads()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        keys.ready.connect(self._on_key_ready)
        keys.missing.connect(self._on_key_missing)

    def start(self, model: str, rows: tuple[PredictionRow, ...]) -> str:
        """Ask about these rows; the check's identity. What follows is signalled, and never before this has returned."""
        check = new_identity()
        self._under_way[check] = _UnderWay(model, rows)
        self._soon.start()
        return check

    def cancel(self, check: str) -> None:
        """Ask about no further row."""
        found = self._under_way.get(check)
        if found is None:
            return
        found.is_cancelled = True
        if found.worker is None:
            self._end(check, ())
        else:
            found.worker.give_up()

    def cut(self, check: str) -> None:
        """Wait for it no more; it is not signalled."""
        found = self._under_way.pop(check, None)
        if found is not None and found.worker is not None:
            found.worker.stop()

    @Slot()
    def stop(self) -> None:
        """Ask nothing more, and end what is being asked."""
        for check in list(self._under_way):
            self.cut(check)

    @Slot()
    def _go_on(self) -> None:
        for check in [each for each, found in self._under_way.items() if found.worker is None]:
            self._begin(check)

    def _begin(self, check: str) -> None:
        """Ask, as soon as the key is known."""
        found = self._under_way[check]
        model = self._repository.models.get(found.model)
        address = clean_prediction_address(model.prediction_address) if model is not None else ""
        if model is None or not address:
            self._end(check, (), Problem(ProblemKind.BAD_ADDRESS))
            return
        key = self._keys.key_of(found.model + PREDICTION_KEY)  # only one that was given for this address
        if key is None:
            return
        worker = PredictionWorker(PredictionOrder(check, address, key, found.rows, model.target))
        worker.progressed.connect(self._on_progress)
        worker.reported.connect(self._on_report)
        found.worker = worker
        self.threads.start(worker, "predictions")

    def _end(self, check: str, answers: tuple[RowAnswer, ...], problem: Problem | None = None) -> None:
        found = self._under_way.pop(check)
        self.ended.emit(
            CheckEnd(check, found.model, filled(answers, len(found.rows)), problem, is_cancelled=found.is_cancelled)
        )

    @Slot(str)
    def _on_key_ready(self, entry: str) -> None:
        if entry.endswith(PREDICTION_KEY):
            self._go_on()

    @Slot(str, object)
    def _on_key_missing(self, entry: str, problem: Problem) -> None:
        for check, found in list(self._under_way.items()):
            if found.worker is None and found.model + PREDICTION_KEY == entry:
                self._end(check, (), problem)

    @Slot(str, object)
    def _on_progress(self, check: str, answers: tuple[RowAnswer, ...]) -> None:
        if check in self._under_way:
            self.progressed.emit(check, answers)

    @Slot(object)
    def _on_report(self, report: PredictionReport) -> None:
        if report.id in self._under_way:
            self._end(report.id, report.answers, None if report.answers else report.problem)
