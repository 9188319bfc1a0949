"""The words for the details of what was done: what each is called, and its value as people or programs write it.

What was tampered with, or what a newer version wrote, is shown as far as it goes: nothing here ever raises.
"""

import json
import math
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.account.classifier import Classifier
from epa_gui.core.account.kept_reading import classifiers_from_json
from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.history.event import HistoryEvent
from epa_gui.core.jobs.copy_step import from_json
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.verdict_note import Answer, Missing
from epa_gui.core.results.content import MetricKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import region_name
from epa_gui.ui.base.live_text import api_state
from epa_gui.ui.base.metric_text import metric_name
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP, problem_words
from epa_gui.ui.base.repair_text import step_text
from epa_gui.ui.base.results_text import untested_word
from epa_gui.ui.base.verdict_text import headline, would_tell_text

translate = QCoreApplication.translate

_MOST_COUNTED = 2**31 - 1
"""The largest number Qt has plural forms for."""

_MOST_WHOLE = 2**53
_SIZES = frozenset({"size", "file_size", "file_copy_size", "evaluation_size", "evaluation_copy_size", "sent_size"})
_NOT_ZERO = _SIZES | {"rows", "entries"}
"""Zero means that it was not known."""

_MOMENTS = frozenset({"ends_at", "after", "updated_at"})
_NUMBERS_OF_MODELS = frozenset({"service_id", "from_model_id", "to_model_id"})

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_DETAILS = {
    "reason": QT_TRANSLATE_NOOP("HistoryEvent", "Reason"),
    "outcome": QT_TRANSLATE_NOOP("HistoryEvent", "Outcome"),
    "problem": QT_TRANSLATE_NOOP("HistoryEvent", "Problem"),
    "said": QT_TRANSLATE_NOOP("HistoryEvent", "In the service’s own words"),
    "where": QT_TRANSLATE_NOOP("HistoryEvent", "Where"),
    "replaces_name": QT_TRANSLATE_NOOP("HistoryEvent", "Live before"),
    "replaces": QT_TRANSLATE_NOOP("HistoryEvent", "Live before (job ID)"),
    "phase": QT_TRANSLATE_NOOP("HistoryEvent", "Seen at the prediction API"),
    "seconds": QT_TRANSLATE_NOOP("HistoryEvent", "Seconds since the switch was requested"),
    "live_before": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction APIs before the switch, as the service said"),
    "live_after": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction APIs after the switch, as the service said"),
    "classifier": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction API"),
    "from_model_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model ID before"),
    "to_model_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model ID after"),
    "from_version": QT_TRANSLATE_NOOP("HistoryEvent", "Version before"),
    "to_version": QT_TRANSLATE_NOOP("HistoryEvent", "Version after"),
    "after": QT_TRANSLATE_NOOP("HistoryEvent", "Last seen before the change (UTC)"),
    "updated_at": QT_TRANSLATE_NOOP("HistoryEvent", "Changed, by the service’s clock (UTC)"),
    "updated_said": QT_TRANSLATE_NOOP("HistoryEvent", "Changed, in the service’s own words"),
    "is_back": QT_TRANSLATE_NOOP("HistoryEvent", "Switches back to an earlier job"),
    "is_from_original": QT_TRANSLATE_NOOP("HistoryEvent", "The original model was live, as the service said"),
    "switch": QT_TRANSLATE_NOOP("HistoryEvent", "Switch ID"),
    "from": QT_TRANSLATE_NOOP("HistoryEvent", "Before"),
    "to": QT_TRANSLATE_NOOP("HistoryEvent", "After"),
    "message": QT_TRANSLATE_NOOP("HistoryEvent", "Message"),
    "note_changed": QT_TRANSLATE_NOOP("HistoryEvent", "Note changed"),
    "is_guessed": QT_TRANSLATE_NOOP("HistoryEvent", "Read from results"),
    "file": QT_TRANSLATE_NOOP("HistoryEvent", "Training file"),
    "rows": QT_TRANSLATE_NOOP("HistoryEvent", "Rows"),
    "answered": QT_TRANSLATE_NOOP("HistoryEvent", "Rows answered"),
    "changed": QT_TRANSLATE_NOOP("HistoryEvent", "Predictions changed"),
    "biggest_change": QT_TRANSLATE_NOOP("HistoryEvent", "Largest change"),
    "file_size": QT_TRANSLATE_NOOP("HistoryEvent", "Training file: size (bytes)"),
    "file_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Training file: SHA-256"),
    "file_steps": QT_TRANSLATE_NOOP("HistoryEvent", "Training file: changed in the copy that was sent"),
    "file_copy_size": QT_TRANSLATE_NOOP("HistoryEvent", "Training file: size of the copy (bytes)"),
    "file_copy_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Training file: SHA-256 of the copy"),
    "evaluation": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file"),
    "evaluation_size": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file: size (bytes)"),
    "evaluation_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file: SHA-256"),
    "evaluation_steps": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file: changed in the copy that was sent"),
    "evaluation_copy_size": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file: size of the copy (bytes)"),
    "evaluation_copy_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation file: SHA-256 of the copy"),
    "in_spite_of": QT_TRANSLATE_NOOP("HistoryEvent", "Sent without fixing"),
    "sent_size": QT_TRANSLATE_NOOP("HistoryEvent", "Uploaded file: size (bytes)"),
    "sent_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Uploaded file: SHA-256"),
    "path": QT_TRANSLATE_NOOP("HistoryEvent", "File"),
    "size": QT_TRANSLATE_NOOP("HistoryEvent", "Size (bytes)"),
    "sha256": QT_TRANSLATE_NOOP("HistoryEvent", "SHA-256"),
    "answer": QT_TRANSLATE_NOOP("HistoryEvent", "Verdict"),
    "is_just": QT_TRANSLATE_NOOP("HistoryEvent", "Clear, but only just"),
    "missing": QT_TRANSLATE_NOOP("HistoryEvent", "Needed for a verdict"),
    "metric": QT_TRANSLATE_NOOP("HistoryEvent", "Metric"),
    "this": QT_TRANSLATE_NOOP("HistoryEvent", "Value of the retrained model"),
    "previous": QT_TRANSLATE_NOOP("HistoryEvent", "Value of the previous model"),
    "judged_rows": QT_TRANSLATE_NOOP("HistoryEvent", "Evaluation rows"),
    "new_only": QT_TRANSLATE_NOOP("HistoryEvent", "Rows where the new model alone was right"),
    "old_only": QT_TRANSLATE_NOOP("HistoryEvent", "Rows where the previous model alone was right"),
    "chance_least": QT_TRANSLATE_NOOP("HistoryEvent", "Probability by chance alone, at least"),
    "chance_most": QT_TRANSLATE_NOOP("HistoryEvent", "Probability by chance alone, at most"),
    "rule": QT_TRANSLATE_NOOP("HistoryEvent", "Rule of the verdict"),
    "untested": QT_TRANSLATE_NOOP("HistoryEvent", "Why checksums were not tested"),
    "region": QT_TRANSLATE_NOOP("HistoryEvent", "Region"),
    "host": QT_TRANSLATE_NOOP("HistoryEvent", "Service address"),
    "service_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model ID"),
    "key": QT_TRANSLATE_NOOP("HistoryEvent", "API key"),
    "key_before": QT_TRANSLATE_NOOP("HistoryEvent", "API key before"),
    "ends_at": QT_TRANSLATE_NOOP("HistoryEvent", "Key expires (UTC)"),
    "ends_said": QT_TRANSLATE_NOOP("HistoryEvent", "Key expires, as the service said"),
    "entries": QT_TRANSLATE_NOOP("HistoryEvent", "Entries"),
    "kind": QT_TRANSLATE_NOOP("HistoryEvent", "Kind, as written"),
    "unreadable": QT_TRANSLATE_NOOP("HistoryEvent", "Details, as written"),
}
"""What to call each detail, in the order in which they are told."""

KNOWN_DETAILS = tuple(_DETAILS)

_OVERRULED: dict[str, str] = {
    FindingKind.ONE_COLUMN: QT_TRANSLATE_NOOP("HistoryEvent", "Only one column"),
    FindingKind.TITLE_LINE: QT_TRANSLATE_NOOP("HistoryEvent", "A line above the column names"),
    FindingKind.DUPLICATE_NAME: QT_TRANSLATE_NOOP("HistoryEvent", "Columns with the same name"),
    FindingKind.BLANK_NAMES: QT_TRANSLATE_NOOP("HistoryEvent", "Columns without a name"),
    FindingKind.UNEVEN_ROW: QT_TRANSLATE_NOOP("HistoryEvent", "Rows with too many or too few fields"),
    FindingKind.BLANK_LINES: QT_TRANSLATE_NOOP("HistoryEvent", "Blank lines"),
    FindingKind.END_MARK: QT_TRANSLATE_NOOP("HistoryEvent", "Ctrl-Z at the end of the file"),
    FindingKind.TOO_FEW_ROWS: QT_TRANSLATE_NOOP("HistoryEvent", "Too few rows"),
    FindingKind.COLUMNS_DIFFER: QT_TRANSLATE_NOOP("HistoryEvent", "Other columns in the evaluation file"),
    FindingKind.COLUMNS_ALIKE: QT_TRANSLATE_NOOP("HistoryEvent", "Column names that only look alike"),
    FindingKind.SAME_FILE_TWICE: QT_TRANSLATE_NOOP("HistoryEvent", "The same content in both files"),
    FindingKind.COUNTS_ROW: QT_TRANSLATE_NOOP("HistoryEvent", "Counts instead of column names"),
    FindingKind.NO_NAMES: QT_TRANSLATE_NOOP("HistoryEvent", "No column names"),
    FindingKind.REPEATED_NAMES: QT_TRANSLATE_NOOP("HistoryEvent", "Column names repeated further down"),
    FindingKind.FOOTER: QT_TRANSLATE_NOOP("HistoryEvent", "Lines below the data"),
    FindingKind.SWALLOWED_ROWS: QT_TRANSLATE_NOOP("HistoryEvent", "Rows inside a quoted field"),
}
"""What a person may send a file in spite of, by the words that the history holds."""

_BETWEEN_KINDS = ", "


def detail_label(name: str) -> str:
    """What to call a detail; a name nobody here knows stays as it is."""
    return translate("HistoryEvent", _DETAILS[name]) if name in _DETAILS else name or "…"


def details_of(event: HistoryEvent, *, for_people: bool = True) -> Iterator[tuple[str, str]]:
    """An event's details that say anything, by name: the known ones in their order, then others.

    Args:
        event: Whose.
        for_people: Whether numbers are written as people write them, or plainly, for other programs.
    """
    others = [name for name in event.details if name not in _DETAILS]
    for name in (*KNOWN_DETAILS, *others):
        text = detail_text(event, name, for_people=for_people)
        if text:
            yield name, text


def detail_text(event: HistoryEvent, name: str, *, for_people: bool = True) -> str:
    """A detail's value in words, whatever it is; empty if it says nothing."""
    value: object = event.details.get(name)  # of any type where it was tampered with
    if value is True:
        return translate("HistoryEvent", "Yes")
    if isinstance(value, str):
        return _word(event, name, value)
    if value is None or value is False or (name in _NOT_ZERO and not value):
        return ""
    if not isinstance(value, int | float):
        return _as_json(value)
    if name in _MOMENTS:
        return utc_text(value)
    return _number(name, value) if for_people else _plain_number(value)


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return "…"


def _word(event: HistoryEvent, name: str, value: str) -> str:
    """A text, in words where it is one of the program's own values."""
    match name:
        case "region" if value in set(Region):
            return "" if value == Region.OWN else region_name(Region(value))
        case "problem" if value in set(ProblemKind):
            where = event.text("where") or event.text("file")
            return problem_words(Problem(ProblemKind(value), where=where)).happened
        case "missing" if value in set(Missing):
            return would_tell_text(Missing(value))
        case "answer":
            return answer_word(event)
    known = {
        "file_steps": _steps_text,
        "evaluation_steps": _steps_text,
        "in_spite_of": _overruled_text,
        "live_before": _apis_text,
        "live_after": _apis_text,
        "phase": phase_word,
        "outcome": outcome_word,
        "untested": untested_word,
        "metric": _metric_word,
    }
    return known[name](value) if name in known else value


def _metric_word(value: str) -> str:
    """A metric: one that was worked out here by its name, else as the results call it."""
    return metric_name(MetricKind(value)) if value in set(MetricKind) else value


def answer_word(event: HistoryEvent) -> str:
    """A verdict's answer; one nobody here knows stays as it is."""
    value = event.text("answer")
    return headline(Answer(value), is_just=event.details.get("is_just") is True) if value in set(Answer) else value


def _overruled_text(value: str) -> str:
    """What a person sent a file in spite of; a word nobody here knows stays as it is."""
    words = value.split(_BETWEEN_KINDS)
    told = (translate("HistoryEvent", _OVERRULED[word]) if word in _OVERRULED else word for word in words)
    return translate("HistoryEvent", ", ", "Between the parts of a list").join(told)


def _lines(lines: Iterable[str]) -> str:
    """Lines of a detail, so that they stay apart where they are shown as one."""
    return translate("HistoryEvent", ";\n", "Between the lines of a list").join(lines)


def _steps_text(value: str) -> str:
    """What a copy differed in, a line each; as it is written where that cannot be read."""
    try:
        return _lines(step_text(step) for step in from_json(value))
    except ValueError:
        return value


def _apis_text(value: str) -> str:
    """Prediction APIs, a line each; as it is written where that cannot be read."""
    apis = classifiers_from_json(value)
    if not apis:
        return "" if value == "[]" else value
    return _lines(_api_text(each) for each in apis)


def _api_text(one: Classifier) -> str:
    number = "–" if one.model_id is None else one.model_id
    changed = one.updated_said or (utc_text(one.updated_at) if one.updated_at is not None else "–")
    text = translate("HistoryEvent", "{0}: {1}, model ID {2}, version {3}, changed {4}")
    return fill(text, one.classifier_id, api_state(one), number, one.version or "–", changed)


def phase_word(value: str) -> str:
    """What was seen of a switch; a word nobody here knows stays as it is."""
    return {
        LivePhase.RUNNING_NEW.value: translate("HistoryEvent", "Running with the new model"),
        LivePhase.FAILED.value: translate("HistoryEvent", "Failed"),
        LivePhase.STOPPED.value: translate("HistoryEvent", "Stopped"),
        LivePhase.NOT_SEEN.value: translate("HistoryEvent", "Switch not seen within 30 minutes"),
    }.get(value, value)


def outcome_word(value: str) -> str:
    """How a switch ended; a word nobody here knows stays as it is."""
    return {
        SwitchOutcome.DONE.value: translate("HistoryEvent", "Done"),
        SwitchOutcome.REFUSED.value: translate("HistoryEvent", "Not accepted; nothing changed"),
        SwitchOutcome.NOT_SENT.value: translate("HistoryEvent", "Not sent; nothing changed"),
        SwitchOutcome.NOT_CONFIRMED.value: translate("HistoryEvent", "Switch not confirmed"),
    }.get(value, value)


def _number(name: str, value: float) -> str:
    whole = _whole(value)
    if whole is None:
        return str(value)
    if whole != value:
        return QLocale().toString(float(value), "g", 6)
    if name in _NUMBERS_OF_MODELS:
        return str(whole)
    if name in _SIZES:
        text = translate("HistoryEvent", "{0} ({1})")
        return fill(text, QLocale().toString(whole), formatting.size(whole)) if whole >= 1024 else str(whole)
    return QLocale().toString(whole)


def _plain_number(value: float) -> str:
    whole = _whole(value)
    return str(whole if whole == value else value)


def _whole(value: float) -> int | None:
    """A number as a count; `None` if it is none, or too large for Qt."""
    return int(value) if abs(value) < _MOST_WHOLE else None


def count(value: float) -> int:
    """A number for which Qt has plural forms."""
    return max(0, min(_whole(value) or 0, _MOST_COUNTED))


def utc_text(seconds: float) -> str:
    """A point in time in UTC, to the second: ``2026-11-23 00:30:00Z``; a number that is none stays as it is."""
    try:
        return (_EPOCH + timedelta(seconds=math.floor(seconds))).strftime("%Y-%m-%d %H:%M:%SZ")
    except (OverflowError, ValueError):
        return str(seconds)
