"""The words for the details of what was done: what each is called, and its value as people or programs write it.

What was tampered with, or what a newer version wrote, is shown as far as it goes: nothing here ever raises.
"""

import json
import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.account.classifier import Classifier
from epa_gui.core.account.kept_reading import classifiers_from_json
from epa_gui.core.account.live_progress import LivePhase
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
    "said": QT_TRANSLATE_NOOP("HistoryEvent", "In the service's own words"),
    "where": QT_TRANSLATE_NOOP("HistoryEvent", "Where"),
    "replaces_name": QT_TRANSLATE_NOOP("HistoryEvent", "Live before"),
    "replaces": QT_TRANSLATE_NOOP("HistoryEvent", "Live before (job ID)"),
    "phase": QT_TRANSLATE_NOOP("HistoryEvent", "Seen at the prediction API"),
    "seconds": QT_TRANSLATE_NOOP("HistoryEvent", "Seconds since the switch was asked for"),
    "live_before": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction APIs before, as the service said"),
    "live_after": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction APIs then, as the service said"),
    "classifier": QT_TRANSLATE_NOOP("HistoryEvent", "Prediction API"),
    "from_model_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model number before"),
    "to_model_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model number now"),
    "from_version": QT_TRANSLATE_NOOP("HistoryEvent", "Version before"),
    "to_version": QT_TRANSLATE_NOOP("HistoryEvent", "Version now"),
    "after": QT_TRANSLATE_NOOP("HistoryEvent", "Last seen before (UTC)"),
    "updated_at": QT_TRANSLATE_NOOP("HistoryEvent", "Changed, by the service's clock (UTC)"),
    "updated_said": QT_TRANSLATE_NOOP("HistoryEvent", "Changed, in the service's own words"),
    "is_back": QT_TRANSLATE_NOOP("HistoryEvent", "Goes back to an earlier job"),
    "is_from_original": QT_TRANSLATE_NOOP("HistoryEvent", "The original model was live, as the service said"),
    "switch": QT_TRANSLATE_NOOP("HistoryEvent", "Number of the switch"),
    "from": QT_TRANSLATE_NOOP("HistoryEvent", "Before"),
    "to": QT_TRANSLATE_NOOP("HistoryEvent", "After"),
    "message": QT_TRANSLATE_NOOP("HistoryEvent", "Message"),
    "note_changed": QT_TRANSLATE_NOOP("HistoryEvent", "Note changed"),
    "is_guessed": QT_TRANSLATE_NOOP("HistoryEvent", "Read from results"),
    "file": QT_TRANSLATE_NOOP("HistoryEvent", "Training file"),
    "rows": QT_TRANSLATE_NOOP("HistoryEvent", "Rows"),
    "answered": QT_TRANSLATE_NOOP("HistoryEvent", "Rows answered"),
    "changed": QT_TRANSLATE_NOOP("HistoryEvent", "Predictions changed"),
    "biggest_change": QT_TRANSLATE_NOOP("HistoryEvent", "Greatest change"),
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
    "in_spite_of": QT_TRANSLATE_NOOP("HistoryEvent", "Sent in spite of"),
    "sent_size": QT_TRANSLATE_NOOP("HistoryEvent", "Sent, as packed: size (bytes)"),
    "sent_sha256": QT_TRANSLATE_NOOP("HistoryEvent", "Sent, as packed: SHA-256"),
    "path": QT_TRANSLATE_NOOP("HistoryEvent", "File"),
    "size": QT_TRANSLATE_NOOP("HistoryEvent", "Size (bytes)"),
    "sha256": QT_TRANSLATE_NOOP("HistoryEvent", "SHA-256"),
    "answer": QT_TRANSLATE_NOOP("HistoryEvent", "Verdict"),
    "is_just": QT_TRANSLATE_NOOP("HistoryEvent", "Only just clear"),
    "missing": QT_TRANSLATE_NOOP("HistoryEvent", "What would tell"),
    "metric": QT_TRANSLATE_NOOP("HistoryEvent", "Measure"),
    "this": QT_TRANSLATE_NOOP("HistoryEvent", "Retrained model"),
    "previous": QT_TRANSLATE_NOOP("HistoryEvent", "Model before it"),
    "judged_rows": QT_TRANSLATE_NOOP("HistoryEvent", "Rows judged on"),
    "new_only": QT_TRANSLATE_NOOP("HistoryEvent", "Rows where the new model alone was right"),
    "old_only": QT_TRANSLATE_NOOP("HistoryEvent", "Rows where the old model alone was right"),
    "chance_least": QT_TRANSLATE_NOOP("HistoryEvent", "Likelihood by chance alone, at least"),
    "chance_most": QT_TRANSLATE_NOOP("HistoryEvent", "Likelihood by chance alone, at most"),
    "rule": QT_TRANSLATE_NOOP("HistoryEvent", "Judged by rule"),
    "untested": QT_TRANSLATE_NOOP("HistoryEvent", "Checksums not tested, because"),
    "region": QT_TRANSLATE_NOOP("HistoryEvent", "Region"),
    "host": QT_TRANSLATE_NOOP("HistoryEvent", "Service address"),
    "service_id": QT_TRANSLATE_NOOP("HistoryEvent", "Model ID"),
    "key": QT_TRANSLATE_NOOP("HistoryEvent", "API key"),
    "key_before": QT_TRANSLATE_NOOP("HistoryEvent", "API key before"),
    "ends_at": QT_TRANSLATE_NOOP("HistoryEvent", "Key ends (UTC)"),
    "ends_said": QT_TRANSLATE_NOOP("HistoryEvent", "Key ends, as the service said"),
    "entries": QT_TRANSLATE_NOOP("HistoryEvent", "Entries"),
    "kind": QT_TRANSLATE_NOOP("HistoryEvent", "Kind, as written"),
    "unreadable": QT_TRANSLATE_NOOP("HistoryEvent", "Details, as written"),
}
"""What to call each detail, in the order in which they are told."""

KNOWN_DETAILS = tuple(_DETAILS)


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
        return translate("HistoryEvent", "yes")
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
        case "file_steps" | "evaluation_steps":
            return _steps_text(value)
        case "problem" if value in set(ProblemKind):
            where = event.text("where") or event.text("file")
            return problem_words(Problem(ProblemKind(value), where=where)).happened
        case "missing" if value in set(Missing):
            return would_tell_text(Missing(value))
        case "live_before" | "live_after":
            return _apis_text(value)
    known = {
        "phase": phase_word,
        "outcome": outcome_word,
        "untested": untested_word,
        "answer": answer_word,
        "metric": _metric_word,
    }
    return known[name](value) if name in known else value


def _metric_word(value: str) -> str:
    """A metric: one that was worked out here by its name, else as the results call it."""
    return metric_name(MetricKind(value)) if value in set(MetricKind) else value


def answer_word(value: str) -> str:
    """A verdict's answer; one nobody here knows stays as it is."""
    return headline(Answer(value)) if value in set(Answer) else value


def _steps_text(value: str) -> str:
    """What a copy differed in, a line each; as it is written where that cannot be read."""
    try:
        return ";\n".join(step_text(step) for step in from_json(value))
    except ValueError:
        return value


def _apis_text(value: str) -> str:
    """Prediction APIs, a line each; as it is written where that cannot be read."""
    apis = classifiers_from_json(value)
    if not apis:
        return "" if value == "[]" else value
    return ";\n".join(_api_text(each) for each in apis)


def _api_text(one: Classifier) -> str:
    number = "–" if one.model_id is None else one.model_id
    changed = one.updated_said or (utc_text(one.updated_at) if one.updated_at is not None else "–")
    text = translate("HistoryEvent", "{0}: {1}, model {2}, version {3}, changed {4}")
    return fill(text, one.classifier_id, api_state(one), number, one.version or "–", changed)


def phase_word(value: str) -> str:
    """What was seen of a switch; a word nobody here knows stays as it is."""
    return {
        LivePhase.RUNNING_NEW.value: translate("HistoryEvent", "it runs with the new model"),
        LivePhase.FAILED.value: translate("HistoryEvent", "failed"),
        LivePhase.STOPPED.value: translate("HistoryEvent", "stopped"),
        LivePhase.NOT_SEEN.value: translate("HistoryEvent", "nothing of the switch within 30 minutes"),
    }.get(value, value)


def outcome_word(value: str) -> str:
    """How a switch ended; a word nobody here knows stays as it is."""
    return {
        SwitchOutcome.DONE.value: translate("HistoryEvent", "done"),
        SwitchOutcome.REFUSED.value: translate("HistoryEvent", "refused; nothing changed"),
        SwitchOutcome.NOT_SENT.value: translate("HistoryEvent", "not sent; nothing changed"),
        SwitchOutcome.NOT_CONFIRMED.value: translate("HistoryEvent", "not confirmed"),
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
