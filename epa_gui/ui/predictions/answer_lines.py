"""Predictions as lines of a list: of one check, and of the same rows before and after a switch."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.prediction_answer import RowAnswer
from epa_gui.core.account.prediction_comparison import RowChange
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.predictions.line_model import Line
from epa_gui.ui.predictions.prediction_text import prediction_text, probability_text, problem_text, row_text

translate = QCoreApplication.translate


def answer_headings() -> tuple[str, ...]:
    """The columns of one check."""
    return (
        translate("Predictions", "Row"),
        translate("Predictions", "Prediction"),
        translate("Predictions", "Probability"),
        translate("Predictions", "In the file"),
    )


def usual_answers() -> tuple[tuple[str, ...], ...]:
    """What usually stands there."""
    return ("20",), ("1234567.89",), ("0.62",), ("1234567.89",)


def answer_lines(
    answers: tuple[RowAnswer, ...], truths: tuple[str, ...], *, is_running: bool = False
) -> tuple[Line, ...]:
    """Of one check, in the order of the file; while it runs nothing is said yet of rows that will be asked."""
    return tuple(
        Line(
            (
                str(row + 1),
                "" if is_running and not answer.was_asked else row_text(answer),
                probability_text(answer.prediction) if answer.prediction else "",
                shown(truths[row]) if row < len(truths) else "",
            ),
            problem_text(answer.problem).sentence() if answer.problem else "",
            "failed" if answer.problem else "",
        )
        for row, answer in enumerate(answers)
    )


def comparison_headings() -> tuple[str, ...]:
    """The columns of two checks side by side."""
    return (
        translate("Predictions", "Row"),
        translate("Predictions", "Before"),
        translate("Predictions", "After"),
        translate("Predictions", "What changed"),
    )


def usual_comparisons() -> tuple[tuple[str, ...], ...]:
    """What usually stands there."""
    value = "1234567.89"
    return ("20",), (value,), (value,), (translate("Predictions", "different prediction"), "yes: 0.62 → 0.55")


def comparison_lines(record: PredictionRecord) -> tuple[Line, ...]:
    """Before and after: what failed first, then another prediction, then the greatest change of the rest."""
    rows = record.comparison().rows
    failed = [change for change in rows if record.after[change.row].problem is not None]
    return tuple(
        _comparison_line(change, record.before[change.row], record.after[change.row])
        for change in (*failed, *[change for change in rows if change not in failed])
    )


def _comparison_line(change: RowChange, before: RowAnswer, after: RowAnswer) -> Line:
    problem = after.problem or before.problem
    return Line(
        (str(change.row + 1), _side(before), _side(after), _changed(change, after)),
        problem_text(problem).sentence() if problem else "",
        "failed" if after.problem else "attention" if change.is_changed else "",
        at=3,
        is_bold=change.is_changed or after.problem is not None,
    )


def _side(answer: RowAnswer) -> str:
    return prediction_text(answer.prediction) if answer.prediction is not None else "–"


def _changed(change: RowChange, after: RowAnswer) -> str:
    """What changed from one answer to the other, or why that cannot be told."""
    if after.prediction is None:
        return row_text(after)
    if not change.is_answered:
        return ""
    if change.difference is not None:
        return f"{change.difference:+.6g}" if change.difference else translate("Predictions", "the same")
    parts = [translate("Predictions", "different prediction")] if change.is_changed else []
    share = change.probability
    if share is not None and abs(share.difference) >= _LEAST_SEEN:
        text = translate("Predictions", "{0}: {1} → {2}")
        parts.append(fill(text, share.name, f"{share.before:.2f}", f"{share.after:.2f}"))
    return in_line(*parts) or translate("Predictions", "the same")


_LEAST_SEEN = 0.005
"""Of a probability: less cannot be seen with two digits."""
