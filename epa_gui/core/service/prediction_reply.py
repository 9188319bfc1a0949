"""Writes the question for one prediction, and reads what a prediction API answers."""

import base64
import binascii
import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from epa_gui.core.account.prediction import Prediction, PredictionRow
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.loose_values import text_of
from epa_gui.core.service.redaction import excerpt
from epa_gui.core.service.reply import Reply, json_in, json_or_none, parts_in, refusal_in

_CODES = {
    "4001030101": ProblemKind.PREDICTION_NOT_FOUND,
    "4001030104": ProblemKind.PREDICTION_BAD_REQUEST,
    "4031030201": ProblemKind.PREDICTION_REFUSED,
    "5031030101": ProblemKind.PREDICTION_NOT_RUNNING,
}
"""Source: Inference API, errors."""

_RESULT = "prediction_valid.csv"
_ROW_NUMBER = re.compile(r"(?:row|line|行)?[ _]?(?:no\.?|number|id|index|番号)?", re.IGNORECASE)
_BY_TRANSPORT = frozenset({ProblemKind.REDIRECTED, ProblemKind.PROXY_FAILED, ProblemKind.TOO_MANY_REQUESTS})
_LONGEST_CELL = 1000


def question_for(row: PredictionRow) -> bytes:
    """The body that asks about one row: neither reasons nor the row's own fields are wanted back.

    Source: Inference API, request body: ``pr`` a header and exactly one row, UTF-8, in Base64; ``ar`` reasons; ``ad``
    repeat the inputs; ``nc`` leave the class out; ``nr`` no row numbers.
    """
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([row.columns, row.fields])
    data = base64.b64encode(written.getvalue().encode("utf-8", "replace")).decode("ascii")
    wishes = {"ar": False, "ad": False, "nc": False, "nr": True}
    inputs: list[dict[str, object]] = [{"name": "pr", "type": "csv", "data": data}]
    inputs += [{"name": name, "type": "boolean", "data": wish} for name, wish in wishes.items()]
    return json.dumps({"inputs": inputs}).encode("ascii")


def prediction_in(reply: Reply, target: str = "") -> Prediction:
    """The prediction in an answer.

    Args:
        reply: The answer.
        target: The name of the column that is predicted, if it is known.

    Raises:
        ProblemError: The reply is a refusal, or no answer with one prediction.
    """
    refusal = _refusal_in(reply)
    if refusal:
        raise ProblemError(refusal)
    body = json_in(reply)
    table = _table_in(body)
    if table is None:
        raise ProblemError(Problem(ProblemKind.UNREADABLE_ANSWER, f"HTTP {reply.code}\n{_outline(body)}"))
    found = _prediction_of(*table, target)
    if found is None:
        raise ProblemError(Problem(ProblemKind.UNREADABLE_ANSWER, excerpt(", ".join(table[0]))))
    return replace(found, version=text_of(body.get("version"), 50))


def _refusal_in(reply: Reply) -> Problem | None:
    refusal = refusal_in(reply)
    if refusal and refusal.kind in _BY_TRANSPORT:
        return refusal
    body = json_or_none(reply)
    if isinstance(body, dict) and "outputs" in body and refusal is None:
        return None  # a number of a prediction may look like the code of an error
    for part in parts_in(body):
        kind = _CODES.get(str(part)) if isinstance(part, str | int) and not isinstance(part, bool) else None
        if kind:
            said = refusal.said if refusal else excerpt(json.dumps(body, ensure_ascii=False))
            return Problem(kind, said)
    return refusal


def _table_in(body: Any) -> tuple[list[str], list[str]] | None:
    """Header and row of the output with the prediction, wherever it stands among the others."""
    outputs = body.get("outputs") if isinstance(body, dict) else None
    named = [one for one in outputs if isinstance(one, dict)] if isinstance(outputs, list) else []
    wanted = [one for one in named if text_of(one.get("name")).rpartition("/")[2].lower() == _RESULT]
    for one in wanted or (named if len(named) == 1 else ()):
        table = _rows_in(one.get("data"))
        if table is not None:
            return table
    return None


def _rows_in(data: Any) -> tuple[list[str], list[str]] | None:
    """Header and row of a CSV in Base64; `None` if it is none, or not of exactly one row."""
    if not isinstance(data, str):
        return None
    try:
        text = base64.b64decode(data, validate=False).decode("utf-8-sig")
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except (binascii.Error, ValueError, csv.Error):
        return None
    if len(rows) != 2 or len(rows[0]) != len(rows[1]):
        return None
    return rows[0], [cell[:_LONGEST_CELL] for cell in rows[1]]


def _prediction_of(header: Sequence[str], cells: Sequence[str], target: str) -> Prediction | None:
    """The value stands under the target's name, or else first, but for a row number; then the probabilities."""
    at = header.index(target) if target and target in header else _first_value(header)
    if at >= len(header):
        return None
    shares = _shares(header[at + 1 :], cells[at + 1 :])
    return Prediction(cells[at], MappingProxyType(shares))


def _first_value(header: Sequence[str]) -> int:
    is_numbered = len(header) > 1 and _ROW_NUMBER.fullmatch(header[0].strip()) is not None
    return 1 if is_numbered else 0


def _shares(header: Sequence[str], cells: Sequence[str]) -> Mapping[str, float]:
    """The probabilities by the heading of their column; other columns are passed over."""
    found = {}
    for name, cell in zip(header, cells, strict=True):
        try:
            share = float(cell)
        except ValueError:
            continue
        if 0 <= share <= 1:
            found[name] = share
    return found


def _outline(body: Any) -> str:
    """The names in an answer, and no value of any: those are somebody's data."""
    if not isinstance(body, dict):
        return type(body).__name__
    outputs = body.get("outputs")
    named = [one.get("name") for one in outputs if isinstance(one, dict)] if isinstance(outputs, list) else []
    return excerpt(", ".join([*map(str, body), *map(str, named)]))
