"""Makes a job's results: a zip of CSV files, the same bytes for the same input. Source of the names: service.md."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from epa_gui.practice.baseline import Learned, Value, metrics, truths
from epa_gui.practice.table import MOST_CELLS, MOST_ROWS, Table

# Zip's own beginning of time: a real time would change the file's ETag.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_README = f"""These results come from the practice service built into EPA Desktop.

They were computed from the file you uploaded, but NOT with the method of the real service. The practice service uses
a simple baseline: it takes the last column as the target, looks for the one column that tells most about it, and
answers the mean (or the most frequent class) of the rows that agree in that column. At most the first {MOST_ROWS:,}
rows (and {MOST_CELLS:,} fields) are looked at. A column's contribution is the improvement that column alone brings over
answering the mean (or the most frequent class). Expect the real service to do better.

"""


@dataclass(frozen=True, slots=True)
class _Comparison:
    truth: list[Value]
    this: list[Value]
    previous: list[Value]


def make_results(learned: Learned, evaluation: Table, previous: Learned | None, *, held_out: bool) -> bytes:
    """The zip.

    Args:
        learned: What this job's training found.
        evaluation: The rows it is judged by.
        previous: What the previous job of the model found; None where there is none.
        held_out: Whether the evaluation rows are every fifth of the training file.
    """
    before = _comparable(previous, learned, evaluation)
    against = before or learned.plain
    seen = _Comparison(
        truths(evaluation, is_numeric=learned.is_numeric),
        learned.rule.predict(evaluation),
        against.rule.predict(evaluation),
    )
    readme = _README + _about(learned, held_out=held_out) + _about_previous(previous, before)
    files = {"README.txt": b"\xef\xbb\xbf" + readme.replace("\n", "\r\n").encode()}
    files |= {name: _csv(rows) for name, rows in _tables(learned, against, evaluation, seen).items()}
    return _zip(files)


def _comparable(previous: Learned | None, learned: Learned, evaluation: Table) -> Learned | None:
    """The previous model, if it can be asked about these rows at all."""
    if previous is None or (previous.target, previous.is_numeric) != (learned.target, learned.is_numeric):
        return None
    return previous if previous.rule.column is None or previous.rule.column in evaluation.columns else None


def _about(learned: Learned, *, held_out: bool) -> str:
    kind = "a number" if learned.is_numeric else "a class"
    looked_at = f"“{learned.rule.column}”" if learned.rule.column is not None else "none: no column helped"
    rows = "every fifth row of the training file, held out" if held_out else "the evaluation file"
    return f"Target: “{learned.target}”, as {kind}.\nColumn chosen: {looked_at}.\nEvaluated with: {rows}.\n"


def _about_previous(previous: Learned | None, comparable: Learned | None) -> str:
    if comparable is not None:
        return "“Previous model” is the one of the previous finished job, asked about the same rows.\n"
    why = "there is none" if previous is None else "it predicts from other columns"
    return f"“Previous model” is not the one of a previous job ({why}) but the plain mean or most frequent class.\n"


def _tables(
    learned: Learned, against: Learned, evaluation: Table, seen: _Comparison
) -> dict[str, Iterable[Sequence[object]]]:
    this = metrics(seen.truth, seen.this, is_numeric=learned.is_numeric)
    previous = metrics(seen.truth, seen.previous, is_numeric=learned.is_numeric)
    target = learned.target
    found: dict[str, Iterable[Sequence[object]]] = {
        "metrics.csv": [("metric", "value"), *((name, _text(value)) for name, value in this.items())],
        "metrics_comparison.csv": [
            ("metric", "this model", "previous model"),
            *((name, _text(value), _text(previous[name])) for name, value in this.items()),
        ],
        "analysis_summary.csv": _summary(learned),
        "analysis_summary_previous_model.csv": _summary(against),
        "evaluation_raw_data.csv": [
            (*evaluation.columns, f"{target} (prediction)"),
            *((*row, _text(value)) for row, value in zip(evaluation.rows, seen.this, strict=True)),
        ],
        "evaluation_results_comparison.csv": [
            ("row", target, "this model", "previous model"),
            *(
                (index, *map(_text, values))
                for index, values in enumerate(zip(seen.truth, seen.this, seen.previous, strict=True), 1)
            ),
        ],
    }
    if not learned.is_numeric:
        found["confusion_matrix.csv"] = _confusion(seen.truth, seen.this)
        found["confusion_matrix_previous_model.csv"] = _confusion(seen.truth, seen.previous)
    return found


def _summary(learned: Learned) -> list[Sequence[object]]:
    return [("column", "contribution"), *((name, _text(share)) for name, share in learned.contributions)]


def _confusion(truth: list[Value], predicted: list[Value]) -> list[Sequence[object]]:
    names = sorted({*truth, *predicted}, key=str)
    counts = dict.fromkeys(((one, other) for one in names for other in names), 0)
    for pair in zip(truth, predicted, strict=True):
        counts[pair] += 1
    return [("actual \\ predicted", *names), *((one, *(counts[one, other] for other in names)) for one in names)]


def _text(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.6g}"


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _zip(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _LONG_AGO)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3  # else Windows would write other bytes
            archive.writestr(about, content)
    return written.getvalue()
