"""What is kept of prediction checks: how one is set up, and what came of those around a switch. No row's own fields."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType

from epa_gui.core.account.prediction import Prediction
from epa_gui.core.account.prediction_answer import RowAnswer
from epa_gui.core.account.prediction_comparison import PredictionComparison, compare_predictions
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.jobs.reading import build, parsed, understood_in

_MOST_KEPT = 50


@dataclass(frozen=True, slots=True)
class PredictionSetup:
    """How a model's predictions are checked; the address and the box are the model's own.

    Attributes:
        file: The file with the rows; empty for none.
        rows: How many rows of it are asked about.
        key_hint: The last four characters of the prediction key, if one is kept; empty for none.
        has_key: Whether one is kept.
    """

    file: str = ""
    rows: int = 5
    key_hint: str = ""
    has_key: bool = False

    def to_json(self) -> str:
        """For the settings."""
        return json.dumps(asdict(self))


def setup_from_json(text: str) -> PredictionSetup:
    """From the settings; one that is not understood is made anew."""
    try:
        return build(PredictionSetup, parsed(text))
    except ValueError:
        return PredictionSetup()


@dataclass(frozen=True, slots=True)
class PredictionRecord:
    """The same rows asked before and after one switch.

    Attributes:
        job: The job that was switched to.
        before_at: When they were asked before, seconds since the epoch (UTC).
        after_at: When they were asked after.
        before: One answer for each row.
        after: The same rows, in the same order.
    """

    job: JobKey
    before_at: float
    after_at: float
    before: tuple[RowAnswer, ...]
    after: tuple[RowAnswer, ...]

    def comparison(self) -> PredictionComparison:
        """What changed, the greatest change first."""
        return compare_predictions(
            [answer.prediction for answer in self.before], [answer.prediction for answer in self.after]
        )


@dataclass(frozen=True, slots=True)
class _KeptAnswer:
    value: str | None = None
    names: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    version: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    model: str
    job: str
    before_at: float
    after_at: float
    before: tuple[_KeptAnswer, ...]
    after: tuple[_KeptAnswer, ...]


def records_to_json(records: Iterable[PredictionRecord]) -> str:
    """For the settings; the oldest are left out where there are too many."""
    kept = [
        asdict(
            _Kept(
                record.job.model,
                record.job.id,
                record.before_at,
                record.after_at,
                _kept(record.before),
                _kept(record.after),
            )
        )
        for record in records
    ]
    return json.dumps(kept[-_MOST_KEPT:])


def records_from_json(text: str) -> tuple[PredictionRecord, ...]:
    """From the settings; what is not understood is left out."""
    return tuple(
        PredictionRecord(
            JobKey(kept.model, kept.job), kept.before_at, kept.after_at, _told(kept.before), _told(kept.after)
        )
        for kept in understood_in(_Kept, text)
    )


def _kept(answers: Sequence[RowAnswer]) -> tuple[_KeptAnswer, ...]:
    return tuple(
        _KeptAnswer(
            answer.prediction.value if answer.prediction else None,
            tuple(answer.prediction.probabilities) if answer.prediction else (),
            tuple(answer.prediction.probabilities.values()) if answer.prediction else (),
            answer.prediction.version if answer.prediction else "",
            answer.problem,
        )
        for answer in answers
    )


def _told(kept: Sequence[_KeptAnswer]) -> tuple[RowAnswer, ...]:
    return tuple(
        RowAnswer(
            None
            if answer.value is None
            else Prediction(
                answer.value,
                MappingProxyType(dict(zip(answer.names, answer.shares, strict=False))),
                answer.version,
            ),
            answer.problem,
        )
        for answer in kept
    )
