"""Reads from results which column a model predicts, where they name it. Source: "Results" in the service's manual."""

from pathlib import Path

from epa_gui.core.results.table_file import beginning_of, rows_in

_RAW_DATA = "evaluation_raw_data.csv"
_PREDICTION_WORDS = ("predict", "予測")
_MOST_PREDICTIONS = 100
_MOST_HEADINGS = 2000
"""Twice as many columns as a training file may have; what has more would take minutes to look through."""

_LONGEST_HEADING = 1000


def target_in(results: Path) -> str:
    """The predicted column's name, or an empty string: results may name it, or say nothing, or be no zip at all.

    The raw evaluation data hold all columns of the evaluation file, and one more with the prediction, whose heading
    is the predicted column's name with a word for "prediction".
    """
    heading = beginning_of(results, _RAW_DATA).partition(b"\n")[0]
    return _target_among(next(iter(rows_in(heading)), []))


def _target_among(headings: list[str]) -> str:
    headings = [heading for heading in headings[:_MOST_HEADINGS] if len(heading) <= _LONGEST_HEADING]
    predictions = [heading for heading in headings if _is_prediction(heading)]
    found = {
        name
        for other in predictions[:_MOST_PREDICTIONS]
        for name in headings
        if name.strip() and other != name and name in other and _is_prediction(other.replace(name, "", 1))
    }
    return max(found, key=len, default="")


def _is_prediction(rest: str) -> bool:
    return any(word in rest.lower() for word in _PREDICTION_WORDS)
