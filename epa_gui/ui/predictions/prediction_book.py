"""What is known of prediction checks beyond one of them: how each model's are set up, and those around switches."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.prediction_record import (
    PredictionRecord,
    PredictionSetup,
    records_from_json,
    records_to_json,
    setup_from_json,
)
from epa_gui.core.jobs.account import PREDICTION_KEY
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.keys.key_text import hint
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.predictions.prediction_text import asked_again_text, record_text

_RECORDS = "prediction comparisons"


@dataclass(frozen=True, slots=True)
class JobPredictions:
    """What a job's page tells of the predictions around the switch to it.

    Attributes:
        text: In words; empty for nothing.
        is_failed: Whether an answer failed after the switch.
        can_show: Whether there is a comparison to show.
        is_asking: Whether the rows are being asked right now.
    """

    text: str = ""
    is_failed: bool = False
    can_show: bool = False
    is_asking: bool = False


class PredictionBook(QObject):
    """Kept as settings; the keys are in the keychain.

    Signals:
        changed: There is something else to tell of a job's predictions (its `JobKey`).
    """

    changed = Signal(object)

    def __init__(self, repository: Repository, keys: KeyStore) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._records: dict[JobKey, PredictionRecord] = {}
        self._asking: dict[JobKey, tuple[int, int]] = {}
        repository.opened.connect(self._on_opened)

    # How a model's predictions are checked

    def setup_of(self, model: str) -> PredictionSetup:
        """How they are."""
        return setup_from_json(self._repository.stored.get(_setup_name(model), "{}"))

    def keep_rows(self, model: str, file: str, rows: int) -> None:
        """Ask about these rows from now on."""
        self._keep(model, replace(self.setup_of(model), file=file, rows=rows))

    def keep_api(self, model: Model, address: str, key: str) -> None:
        """Ask at this address with this key from now on; an empty key leaves the one that is kept."""
        if address != model.prediction_address:
            self._repository.add_model(replace(model, prediction_address=address))
        if key:
            self._keys.put(model.id + PREDICTION_KEY, key)  # bound to the address that the model has by now
            self._keep(model.id, replace(self.setup_of(model.id), key_hint=hint(key), has_key=True))

    def forget_key(self, model: str) -> None:
        """Have the prediction key deleted; without it nothing is asked by itself either."""
        self._keys.forget_prediction_key(model)
        self._keep(model, replace(self.setup_of(model), key_hint="", has_key=False))
        self.check_around_switches(model, is_wanted=False)

    def check_around_switches(self, model: str, *, is_wanted: bool) -> None:
        """Ask before and after each switch of the model, or not."""
        known = self._repository.models.get(model)
        if known is not None and known.checks_predictions is not is_wanted:
            self._repository.add_model(replace(known, checks_predictions=is_wanted))

    def _keep(self, model: str, setup: PredictionSetup) -> None:
        self._repository.remember(_setup_name(model), setup.to_json())

    # Around switches

    def record_of(self, job: JobKey) -> PredictionRecord | None:
        """The last comparison around a switch to a job."""
        return self._records.get(job)

    def add(self, record: PredictionRecord) -> None:
        """Keep a comparison, in place of an earlier one of the same job."""
        self._records.pop(record.job, None)
        self._records[record.job] = record
        self._repository.remember(_RECORDS, records_to_json(self._records.values()))
        self._asking.pop(record.job, None)
        self.changed.emit(record.job)

    def show_asking(self, job: JobKey, done: int, total: int) -> None:
        """The same rows are being asked again; nothing is any more if there are none."""
        if total:
            self._asking[job] = done, total
        else:
            self._asking.pop(job, None)
        self.changed.emit(job)

    def told_of(self, job: JobKey) -> JobPredictions:
        """What a job's page tells."""
        asking, record = self._asking.get(job), self._records.get(job)
        if asking is not None:
            return JobPredictions(asked_again_text(*asking), is_asking=True)
        if record is None:
            return JobPredictions()
        is_failed = any(answer.problem is not None for answer in record.after)
        return JobPredictions(record_text(record, self._repository.clock()), is_failed, can_show=True)

    @Slot()
    def _on_opened(self) -> None:
        self._records = {
            record.job: record for record in records_from_json(self._repository.stored.get(_RECORDS, "[]"))
        }


def _setup_name(model: str) -> str:
    return f"prediction check of {model}"
