"""The words of prediction checks."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.prediction import Prediction
from epa_gui.core.account.prediction_answer import RowAnswer, answered_count, first_problem, is_unsent
from epa_gui.core.account.prediction_comparison import RowChange
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.dataset.rows_fault import RowsFault, UnevenRow
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.key_place_text import prediction_place_text
from epa_gui.ui.base.problem_text import ProblemWords, problem_words

translate = QCoreApplication.translate

_AS_ELSEWHERE = frozenset(
    {
        ProblemKind.PREDICTION_NOT_FOUND,
        ProblemKind.PREDICTION_BAD_REQUEST,
        ProblemKind.PREDICTION_REFUSED,
        ProblemKind.PREDICTION_NOT_RUNNING,
        ProblemKind.REDIRECTED,
        ProblemKind.TLS_FAILED,
        ProblemKind.NOT_THE_SERVICE,
    }
)
"""What these mean holds here too; of others it is said that something is asked again by itself, which is not so."""


# Rows


def rows_fault_text(fault: RowsFault | None, uneven: UnevenRow | None) -> str:
    """Why a file's rows cannot be asked about, and what to do.

    Args:
        fault: Why; `None` for a file that is not there.
        uneven: The row that is the fault, where it is one.
    """
    if uneven is not None:
        return _uneven_text(uneven)
    texts = {
        RowsFault.NOT_READ: translate(
            "Predictions",
            "This file cannot be read. It may be open in another program, or you may not have permission.",
        ),
        RowsFault.NO_TABLE: translate(
            "Predictions", "This file does not contain a table. Choose a CSV file, not a spreadsheet or a zip file."
        ),
        RowsFault.NO_TEXT: translate(
            "Predictions", "The characters of this file cannot be read. Save it as CSV UTF-8, then choose it again."
        ),
        RowsFault.NO_NAMES: translate(
            "Predictions",
            "The first row of this file does not contain column names. Choose a file that begins with them.",
        ),
        RowsFault.NAMES_CLASH: translate(
            "Predictions", "Two columns of this file have the same name. Rename one of them."
        ),
        RowsFault.NO_ROWS: translate(
            "Predictions", "This file has no rows below the column names. Choose a file with rows to predict."
        ),
        RowsFault.ONLY_TARGET: translate(
            "Predictions",
            "This file contains only the column to predict. Choose a file that has the other columns too.",
        ),
    }
    if fault is None:
        return translate("Predictions", "This file no longer exists. Choose another one.")
    return texts[fault]


def _uneven_text(uneven: UnevenRow) -> str:
    fields = uneven.fields
    text = translate(
        "Predictions", "Row {0} has %n field(s) instead of {1}. Correct the row, or choose fewer rows.", "", fields
    )
    return fill(text, uneven.row, uneven.names)


def rows_text(file: str, count: int, target: str, *, has_truths: bool) -> str:
    """Which rows are asked about."""
    first = translate("Predictions", "The first %n row(s) of “{0}”.", "", count)
    text = fill(first, file)
    if has_truths:
        kept = translate("Predictions", "“{0}” is not sent; its value is shown beside each prediction.")
        text = sentences(text, fill(kept, target))
    return text


def cost_text(count: int) -> str:
    """What a check costs, told before."""
    requests = translate("Predictions", "This check sends %n request(s), one for each row.", "", count)
    kept = translate(
        "Predictions",
        "The service counts every request and stores it for monitoring. A trial API allows 100 in total.",
    )
    return sentences(requests, kept)


def around_text(count: int) -> str:
    """What the box leads to."""
    requests = 2 * count
    return translate(
        "Predictions",
        "The same rows are sent before and after each switch of this model: %n request(s) per switch.",
        "",
        requests,
    )


# While it runs, and what came of it


def row_progress_text(done: int, total: int) -> str:
    """How far a check is: the row that is being asked."""
    return fill(translate("Predictions", "Row {0} of {1}"), min(done + 1, total), total)


def asked_again_text(done: int, total: int) -> str:
    """How far the check after a switch is."""
    return fill(translate("Predictions", "Sending the same rows again: row {0} of {1}"), min(done + 1, total), total)


def answered_text(answered: int, asked: int) -> str:
    """How many rows were answered."""
    return fill(translate("Predictions", "{0} of %n row(s) answered", "", asked), answered)


def summary_text(answers: tuple[RowAnswer, ...], truths: tuple[str, ...]) -> str:
    """What came of a check, on one line."""
    text = answered_text(answered_count(answers), len(answers))
    told = [(answer.prediction, truth) for answer, truth in zip(answers, truths, strict=False) if answer.prediction]
    classes = [(prediction, truth) for prediction, truth in told if prediction.probabilities and truth.strip()]
    if not classes:
        return text
    right = sum(prediction.value.strip() == truth.strip() for prediction, truth in classes)
    return fill(translate("Predictions", "{0}; {1} of {2} as in the file"), text, right, len(classes))


def probability_text(prediction: Prediction) -> str:
    """How likely the predicted class is, 0 to 1; empty for numbers."""
    share = prediction.probability_of(prediction.value)
    if share is None and prediction.probabilities:
        share = max(prediction.probabilities.values())
    return "" if share is None else f"{share:.2f}"


def prediction_text(prediction: Prediction) -> str:
    """“yes 0.62”, or a number."""
    return " ".join(part for part in (shown(prediction.value), probability_text(prediction)) if part)


def change_text(change: RowChange) -> str:
    """“row 3 (yes 0.62 → no 0.55)”; empty where there are not both answers."""
    if change.before is None or change.after is None:
        return ""
    before, after = prediction_text(change.before), prediction_text(change.after)
    return fill(translate("Predictions", "row {0} ({1} → {2})"), change.row + 1, before, after)


def record_text(record: PredictionRecord, now: float) -> str:
    """What came of asking the same rows around a switch and when, on one line: it is read long after.

    Args:
        record: The answers.
        now: Seconds since the epoch (UTC), for what today is.
    """
    compared, problem = record.comparison(), first_problem(record.after)
    when = formatting.moment(record.after_at, now, is_exact=False)
    answered = _answered_around(record, "" if _says_when(problem) else when)
    if problem is not None:
        failed = fill(translate("Predictions", "After the switch: {0}."), answered)
        return sentences(failed, past_problem_text(problem, record.after_at, now).happened)
    if not compared.answered:
        return answered
    return fill(translate("Predictions", "{0}; {1}"), answered, _changed_around(record))


def _answered_around(record: PredictionRecord, when: str) -> str:
    """How many rows were answered after a switch: when, if that is to be told, and how many before, if fewer."""
    asked, before = record.comparison().asked, answered_count(record.before)
    after = answered_count(record.after)
    if before >= asked:
        if not when:
            return answered_text(after, asked)
        return fill(translate("Predictions", "{0} of %n row(s) answered at {1}", "", asked), after, when)
    if not when:
        return fill(translate("Predictions", "{0} of %n row(s) answered ({1} before)", "", asked), after, before)
    text = translate("Predictions", "{0} of %n row(s) answered at {1} ({2} before)", "", asked)
    return fill(text, after, when, before)


def _changed_around(record: PredictionRecord) -> str:
    """How many predictions a switch changed, and which one the most."""
    compared = record.comparison()
    changed, biggest = compared.changed, change_text(compared.rows[0])
    if not changed:
        return translate("Predictions", "no prediction changed")
    if changed == 1:
        return fill(translate("Predictions", "1 prediction changed: {0}"), biggest)
    text = translate("Predictions", "%n prediction(s) changed, most of all {0}", "", changed)
    return fill(text, biggest)


# Problems


def problem_text(problem: Problem) -> ProblemWords:
    """The three parts of why a prediction did not come."""
    words = problem_words(problem)
    if problem.kind in _AS_ELSEWHERE:
        return words
    nothing_sent = translate("Predictions", "Nothing was sent.")
    again = translate("Predictions", "Run the check again. If this continues, contact your administrator.")
    happened, means, to_do = {
        ProblemKind.KEY_MISSING: (
            translate("Predictions", "This computer has no prediction key for this model."),
            nothing_sent,
            prediction_place_text(),
        ),
        ProblemKind.KEY_FOR_ANOTHER_ADDRESS: (
            translate("Predictions", "The saved prediction key was entered for another address."),
            translate(
                "Predictions", "Nothing was sent, so that the key is sent only to the address it was entered for."
            ),
            translate("Predictions", "Open “Prediction check…” and paste the prediction key for this address."),
        ),
        ProblemKind.KEY_WRONG: (
            translate("Predictions", "The prediction key contains characters that keys do not have."),
            nothing_sent,
            prediction_place_text(),
        ),
        ProblemKind.BAD_ADDRESS: (
            translate("Predictions", "The prediction address cannot be used."),
            nothing_sent,
            prediction_place_text(),
        ),
    }.get(
        problem.kind,
        (
            words.happened,
            nothing_sent
            if is_unsent(problem)
            else translate("Predictions", "There is no prediction. EPA Desktop does not repeat a request by itself."),
            again,
        ),
    )
    return ProblemWords(happened, means, to_do)


def past_problem_text(problem: Problem, at: float, now: float) -> ProblemWords:
    """The same, read after it was met.

    Args:
        problem: Why a prediction did not come.
        at: When that was met, seconds since the epoch (UTC).
        now: The same, for what today is.
    """
    words = problem_text(problem)
    if not _says_when(problem):
        return words
    was = translate("Predictions", "At {0}, the prediction API was not running.")
    meant = translate("Predictions", "It was stopped or still being built, and returned no predictions.")
    return replace(words, happened=fill(was, formatting.moment(at, now, is_exact=False)), means=meant)


def _says_when(problem: Problem | None) -> bool:
    """Whether it is a state that ends, so that its own words have to say when it was so."""
    return problem is not None and problem.kind is ProblemKind.PREDICTION_NOT_RUNNING


def row_text(answer: RowAnswer) -> str:
    """What a row's answer was: the prediction, or in words why there is none."""
    if answer.prediction is not None:
        return shown(answer.prediction.value)
    if answer.problem is not None:
        return problem_text(answer.problem).happened
    return translate("Predictions", "Not sent")


def stopped_text(answers: tuple[RowAnswer, ...], *, is_cancelled: bool) -> str:
    """Why some rows were not asked; empty if all were."""
    left = sum(not answer.was_asked for answer in answers)
    if not left:
        return ""
    if is_cancelled:
        return translate("Predictions", "Canceled: %n row(s) not sent.", "", left)
    if first_problem(answers) is None:
        return ""
    return translate("Predictions", "%n row(s) not sent: they would have met the same problem.", "", left)
