"""The practice service's predictions: one row at a time, by the model that is live at that moment.

Source: the service's manual for prediction APIs (Inference).
"""

import base64
import binascii
import csv
import io
import json
from dataclasses import dataclass
from typing import Any

from epa_gui.practice.account_state import AccountState
from epa_gui.practice.baseline import Learned
from epa_gui.practice.exchange import Reply, Request
from epa_gui.practice.judged import predictions
from epa_gui.practice.live_api import RUNNING, UPDATING, LiveApi, standing_of
from epa_gui.practice.refusals import PredictionError, json_reply
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.series import Series
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.table import Table

_MOST_BYTES = 1 << 20
_NOT_FOUND = (4001030101, "NOT_FOUND_CLASSIFIER", "The classifier is not found.")
_BAD_REQUEST = (4001030104, "BAD_REQUEST", "The request is not valid.")
_DENIED = (4031030201, "ACCESS_DENIED", "Access is denied.")
_USED_UP = (4031030201, "ACCESS_DENIED", "The number of requests of this trial is used up.")
_NOT_RUNNING = (5031030101, "SERVICE_UNAVAILABLE_ERROR", "The classifier is not running.")


@dataclass(frozen=True, slots=True)
class _Question:
    """One row, and what is wanted beside the prediction."""

    columns: tuple[str, ...]
    fields: list[str]
    repeats_inputs: bool
    leaves_class_out: bool
    leaves_number_out: bool


class InferenceApi:
    """Answers one prediction at a time; raises PredictionError."""

    def __init__(self, state: ServiceState, account: AccountState, builder: ResultsBuilder) -> None:
        self._state = state
        self._account = account
        self._builder = builder

    def answer(self, key: str, group: str, classifier_id: str, request: Request) -> Reply:
        """The prediction for the row in a request."""
        api = next((api for api in self._account.apis() if api.id == classifier_id), None)
        if api is None or group != self._account.group:
            raise PredictionError(*_NOT_FOUND)
        if key != api.key or self._account.switches.refuses_source:
            raise PredictionError(*_DENIED)
        if standing_of(api) not in {RUNNING, UPDATING}:
            raise PredictionError(*_NOT_RUNNING)
        learned = self._builder.answering(api.owner, api.job)
        if learned is None:
            raise PredictionError(*_NOT_RUNNING)
        question = _question_in(request)
        if not self._account.count_call(api.owner):
            raise PredictionError(*_USED_UP)
        return _reply(api, learned, question)


def _reply(api: LiveApi, learned: Learned, question: _Question) -> Reply:
    header, cells = _predicted(learned, question)
    if not question.leaves_number_out:
        header, cells = ["row_number", *header], ["1", *cells]
    if question.repeats_inputs:
        header, cells = [*header, *question.columns], [*cells, *question.fields]
    written = io.StringIO()
    csv.writer(written).writerows([header, cells])
    data = base64.b64encode(("\ufeff" + written.getvalue()).encode()).decode()
    return json_reply({"version": str(api.version), "outputs": [{"name": "prediction_valid.csv", "data": data}]})


def _predicted(learned: Learned, question: _Question) -> tuple[list[str], list[str]]:
    table = Table(question.columns, [question.fields])
    if isinstance(learned.predictor, Series):  # the row before is not known: the next value is near the mean
        return [learned.target], [f"{learned.predictor.ahead(learned.predictor.mean, 1):g}"]
    try:
        said = predictions(learned, table)
    except ValueError:  # a column that the model looks at is not there
        raise PredictionError(*_BAD_REQUEST) from None
    if not said.words:
        return [learned.target], [f"{said.numbers[0]:g}"]
    named = ([], []) if question.leaves_class_out else ([learned.target], [said.words[0]])
    return [*named[0], *said.classes], [*named[1], *(f"{share:.6f}" for share in said.probabilities[0])]


def _question_in(request: Request) -> _Question:
    body = b""
    while len(body) <= _MOST_BYTES and (piece := request.body.read(_MOST_BYTES)):
        body += piece
    try:
        inputs = {one["name"]: one for one in json.loads(body)["inputs"]}
        text = base64.b64decode(inputs["pr"]["data"], validate=True).decode("utf-8-sig")
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error, csv.Error):
        raise PredictionError(*_BAD_REQUEST) from None
    is_one_row = len(rows) == 2 and len(rows[0]) == len(rows[1]) and len(set(rows[0])) == len(rows[0])
    if not is_one_row or inputs["pr"].get("type") != "csv":
        raise PredictionError(*_BAD_REQUEST)
    wishes = [_wish(inputs, name) for name in ("ad", "nc", "nr")]
    return _Question(tuple(rows[0]), rows[1], *wishes)


def _wish(inputs: dict[str, Any], name: str) -> bool:
    value = inputs.get(name, {}).get("data", False)
    if not isinstance(value, bool):
        raise PredictionError(*_BAD_REQUEST)
    return value
