"""Makes a job's results: a zip of CSV files, the same bytes for the same input. Source of the names: service.md."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from epa_gui.practice.baseline import Kind, Learned
from epa_gui.practice.judged import (
    RATIOS,
    SHARES,
    Predictions,
    judged,
    pairs_of,
    precision_of,
    predictions,
    recall_of,
)
from epa_gui.practice.results_words import WORDS, ResultsStyle, Words
from epa_gui.practice.table import MOST_CELLS, MOST_ROWS, Table

# Zip's own beginning of time: a real time would change the file's ETag.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_README = f"""These results come from the practice service built into EPA Desktop.

They were computed from the file you uploaded, but NOT with the method of the real service. The practice service uses
a simple baseline: it takes the last column as the target. Classes are predicted by naive Bayes from the columns that
tell most about them, numbers by the mean of the rows that agree in the one column that tells most, and numbers over
time by the way they go back to their mean. At most the first {MOST_ROWS:,} rows (and {MOST_CELLS:,} fields) are looked
at. A column's contribution is what that column alone tells. Expect the real service to do better.

"""

_HOW_ELSE = {
    "": "“Previous model” is the one that was live, asked about the same rows.\n",
    "original": (
        "“Previous model” is the original one, which stands for the model before any retraining: the same method, "
        "learned from the first third of the rows.\n"
    ),
    "other": (
        "“Previous model” is not the one that was live (it predicts something else, or from other columns) but the "
        "plain mean or most frequent class.\n"
    ),
}

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Opponent:
    """The model that the new one is compared with.

    Attributes:
        learned: What it has learned.
        is_what: Empty if it was live; ``original`` for the one before any retraining; ``other`` for the plain guess.
    """

    learned: Learned
    is_what: str = ""


def make_results(
    learned: Learned, evaluation: Table, against: Opponent, style: ResultsStyle, *, held_out: bool
) -> bytes:
    """The zip.

    Args:
        learned: What this job's training found.
        evaluation: The rows it is judged by.
        against: What it is compared with.
        style: How it is written.
        held_out: Whether the evaluation rows are a part of the training file.
    """
    readme = _README + _about(learned, held_out=held_out) + _HOW_ELSE[against.is_what]
    files = {"README.txt": b"\xef\xbb\xbf" + readme.replace("\n", "\r\n").encode()}
    for name, rows in _Tables(learned, evaluation, against.learned, style).tables():
        files[name] = _csv(rows, style)
    return _zip(files)


def _about(learned: Learned, *, held_out: bool) -> str:
    kind = {
        Kind.BINARY: "one of two classes",
        Kind.MULTI_CLASS: "a class",
        Kind.NUMBER: "a number",
        Kind.SERIES: "a number over time",
    }[learned.kind]
    looked_at = ", ".join(f"“{column}”" for column in learned.columns) or "none: no column helped"
    part = "the last fifth" if learned.kind is Kind.SERIES else "every fifth row"
    rows = f"{part} of the training file, held out" if held_out else "the evaluation file"
    return f"Target: “{learned.target}”, as {kind}.\nColumns looked at: {looked_at}.\nEvaluated with: {rows}.\n"


class _Tables:
    """The tables of one job's results."""

    def __init__(self, learned: Learned, evaluation: Table, against: Learned, style: ResultsStyle) -> None:
        self._learned = learned
        self._against = against
        self._evaluation = evaluation
        self._style = style
        self._words: Words = WORDS[style.language]
        self._new = predictions(learned, evaluation)
        self._old = predictions(against, evaluation)
        self._truth = [row[-1] for row in evaluation.rows]

    def tables(self) -> Iterator[tuple[str, Iterable[Cells]]]:
        """Each with its name."""
        words = self._words
        new = judged(self._learned, self._evaluation, self._new)
        old = judged(self._against, self._evaluation, self._old)
        yield (
            "metrics.csv",
            [(words.metric, words.value), *((self._metric(key), _text(key[0], value)) for key, value in new.items())],
        )
        yield (
            "metrics_comparison.csv",
            [
                ("", words.this, words.previous, words.difference),
                *(
                    (
                        self._metric(key),
                        _text(key[0], value),
                        _text(key[0], old[key]),
                        _difference(key[0], value, old[key]),
                    )
                    for key, value in new.items()
                    if key in old
                ),
            ],
        )
        yield "analysis_summary.csv", self._summary(self._learned)
        yield "analysis_summary_previous_model.csv", self._summary(self._against)
        if self._new.words:
            yield "confusion_matrix.csv", self._confusion(self._new)
            yield "confusion_matrix_previous_model.csv", self._confusion(self._old)
            yield "evaluation_results_comparison.csv", self._tendency()
        if self._style.has_rows:
            yield "evaluation_raw_data.csv", self._rows()

    def _metric(self, key: tuple[str, int]) -> str:
        name, steps = key
        named = self._words.metrics[name]
        return self._words.ahead.format(named, steps) if steps else named

    def _summary(self, learned: Learned) -> list[Cells]:
        contributions = ((name, f"{told:.6g}") for name, told in learned.contributions)
        return [(self._words.column, self._words.contribution), *contributions]

    def _confusion(self, said: Predictions) -> list[Cells]:
        """Of two classes the rows are the predicted ones, of more the actual ones, with recall and precision."""
        names = sorted({*said.classes, *self._truth})
        pairs, words = pairs_of(self._truth, said.words), self._words
        if self._learned.kind is Kind.BINARY:
            corner = words.rows_predicted if self._style.has_corner else ""
            return [(corner, *names), *((row, *(pairs[was, row] for was in names)) for row in names)]
        corner = words.rows_actual if self._style.has_corner else ""
        recalls = [_text("recall", recall_of(pairs, name)) for name in names]
        precisions = [_text("precision", precision_of(pairs, name)) for name in names]
        return [
            (corner, *names, words.recall),
            *(
                (was, *(pairs[was, predicted] for predicted in names), recall)
                for was, recall in zip(names, recalls, strict=True)
            ),
            (words.precision, *precisions, ""),
        ]

    def _tendency(self) -> list[Cells]:
        """In how many rows which model was right."""
        words = self._words
        right = [
            (new == was, old == was)
            for was, new, old in zip(self._truth, self._new.words, self._old.words, strict=True)
        ]
        heads = [text.format(words.previous) for text in (words.right, words.wrong)]
        return [
            ("", *heads),
            *(
                (text.format(words.this), right.count((is_right, True)), right.count((is_right, False)))
                for text, is_right in ((words.right, True), (words.wrong, False))
            ),
        ]

    def _rows(self) -> Iterator[Cells]:
        """Both models' predictions beside the rows themselves; over time from the second row on."""
        words, evaluation = self._words, self._evaluation
        prediction = words.prediction.format(self._learned.target)
        own = [prediction, *(words.probability.format(name) for name in self._new.classes)]
        yield *own, *(words.old_prefix + heading for heading in own), *evaluation.columns
        rows = evaluation.rows[1:] if self._learned.kind is Kind.SERIES else evaluation.rows
        for place, row in enumerate(rows):
            yield *_said(self._new, place), *_said(self._old, place), *row


def _said(said: Predictions, place: int) -> Cells:
    if said.words:
        return said.words[place], *(f"{value:.6f}" for value in said.probabilities[place])
    return (f"{said.numbers[place]:.6g}",)


def _text(name: str, value: float) -> str:
    return f"{value:.2%}" if name in SHARES | RATIOS else f"{value:.6g}"


def _difference(name: str, this: float, previous: float) -> str:
    """The difference of what is written, so that the three of them fit."""
    if name in SHARES | RATIOS:
        return f"{round(this * 100, 2) - round(previous * 100, 2):+.2f}%"
    return f"{float(_text(name, this)) - float(_text(name, previous)):+.6g}"


def _csv(rows: Iterable[Cells], style: ResultsStyle) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=style.delimiter).writerows(rows)
    try:
        return text.getvalue().encode(style.encoding)
    except UnicodeEncodeError:
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
