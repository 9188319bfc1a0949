"""What came of asking about one row: a prediction, a problem, or nothing, since it was not asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from epa_gui.core.account.prediction import Prediction
from epa_gui.core.jobs.problem import KEY_KINDS, KEYCHAIN_KINDS, Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What came of one row; neither of both if it was not asked.

    Attributes:
        prediction: What was predicted.
        problem: Why there is no prediction.
    """

    prediction: Prediction | None = None
    problem: Problem | None = None

    @property
    def was_asked(self) -> bool:
        """Whether anybody asked about it."""
        return self.prediction is not None or self.problem is not None


_OF_ONE_ROW = frozenset(
    {
        ProblemKind.PREDICTION_BAD_REQUEST,
        ProblemKind.REFUSED,
        ProblemKind.SERVICE_TROUBLE,
        ProblemKind.UNREADABLE_ANSWER,
        ProblemKind.CONNECTION_LOST,
        ProblemKind.TIMED_OUT,
    }
)
_OF_THE_API = frozenset(
    {
        ProblemKind.PREDICTION_NOT_FOUND,
        ProblemKind.PREDICTION_BAD_REQUEST,
        ProblemKind.PREDICTION_NOT_RUNNING,
        ProblemKind.REFUSED,
        ProblemKind.SERVICE_TROUBLE,
        ProblemKind.UNREADABLE_ANSWER,
    }
)


def ends_check(problem: Problem) -> bool:
    """Whether every further row would meet the same: it is not asked then, for each request is counted."""
    return problem.kind not in _OF_ONE_ROW


def is_said_by_api(problem: Problem) -> bool:
    """Whether the prediction API itself said it to a request that it let in: so others who call it meet it too."""
    return problem.kind in _OF_THE_API


def is_unsent(problem: Problem) -> bool:
    """Whether nothing was asked: for want of a key that may be used, or of an address."""
    return problem.kind in KEY_KINDS | KEYCHAIN_KINDS | {ProblemKind.BAD_ADDRESS}


def filled(answers: Sequence[RowAnswer], count: int) -> tuple[RowAnswer, ...]:
    """One answer for each of `count` rows; those that were not asked stand at the end."""
    return (*answers, *[RowAnswer()] * (count - len(answers)))


def answered_count(answers: Sequence[RowAnswer]) -> int:
    """How many rows have a prediction."""
    return sum(answer.prediction is not None for answer in answers)


def first_problem(answers: Sequence[RowAnswer]) -> Problem | None:
    """The first thing that went wrong."""
    return next((answer.problem for answer in answers if answer.problem is not None), None)
