"""The words for the history: what was done in one sentence, and everything that is known of an entry, piece by piece.

An entry that was tampered with, or that a newer version wrote, is shown as far as it goes: nothing here ever raises.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.history.event import EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.live_text import taken
from epa_gui.ui.base.problem_text import QT_TRANSLATE_NOOP
from epa_gui.ui.history.entry_text import answer_word, count, detail_text

translate = QCoreApplication.translate

_LATEST = 253_402_300_800.0
"""The end of the year 9999."""


class Group(StrEnum):
    """What an event is about, as people look for it. What is about none of these is seen among everything."""

    MODELS = "models and keys"
    JOBS = "jobs"
    RESULTS = "results"
    SWITCHES = "switches"


_GROUPS = {
    EventKind.MODEL_ADDED: Group.MODELS,
    EventKind.MODEL_RENAMED: Group.MODELS,
    EventKind.ADDRESS_CHANGED: Group.MODELS,
    EventKind.TARGET_CHANGED: Group.MODELS,
    EventKind.MODEL_REMOVED: Group.MODELS,
    EventKind.MODEL_RESTORED: Group.MODELS,
    EventKind.KEY_ADDED: Group.MODELS,
    EventKind.KEY_CHANGED: Group.MODELS,
    EventKind.KEY_ISSUED: Group.MODELS,
    EventKind.KEY_REMOVED: Group.MODELS,
    EventKind.SECRET_KEPT: Group.MODELS,
    EventKind.SECRET_REMOVED: Group.MODELS,
    EventKind.ACCOUNT_CONNECTED: Group.MODELS,
    EventKind.ACCOUNT_FORGOTTEN: Group.MODELS,
    EventKind.JOB_ADOPTED: Group.JOBS,
    EventKind.UPLOAD_BEGUN: Group.JOBS,
    EventKind.JOB_STARTED: Group.JOBS,
    EventKind.UPLOAD_FAILED: Group.JOBS,
    EventKind.JOB_EDITED: Group.JOBS,
    EventKind.STATUS_CHANGED: Group.JOBS,
    EventKind.JOB_REMOVED: Group.JOBS,
    EventKind.JOB_RESTORED: Group.JOBS,
    EventKind.RESULTS_SAVED: Group.RESULTS,
    EventKind.RESULTS_JUDGED: Group.RESULTS,
    EventKind.RESULTS_OPENED: Group.RESULTS,
    EventKind.LIVE_KEPT: Group.SWITCHES,
    EventKind.SWITCH_ASKED: Group.SWITCHES,
    EventKind.SWITCH_ENDED: Group.SWITCHES,
    EventKind.PREDICTIONS_CHECKED: Group.SWITCHES,
    EventKind.PREDICTIONS_COMPARED: Group.SWITCHES,
    EventKind.SWITCH_SEEN: Group.SWITCHES,
    EventKind.LIVE_SEEN: Group.SWITCHES,
}


def group_of(kind: EventKind) -> Group | None:
    """What an event is about; `None` for the list and the history themselves."""
    return _GROUPS.get(kind)


def group_word(group: Group | None) -> str:
    """A group as the filter names it; `None` is everything."""
    return {
        None: translate("History", "Everything"),
        Group.MODELS: translate("History", "Models and keys"),
        Group.JOBS: translate("History", "Jobs"),
        Group.RESULTS: translate("History", "Results"),
        Group.SWITCHES: translate("History", "Switches"),
    }[group]


# What was done


def event_sentence(event: HistoryEvent) -> str:
    """What was done, in one plain sentence on one line."""
    written = _SENTENCES.get(event.kind)
    text = written(event) if written else translate("HistoryEvent", _PLAIN[event.kind])
    return " ".join(text.split())


def _model_added(event: HistoryEvent) -> str:
    region = _said(event, "region")
    if not region:
        return fill(translate("HistoryEvent", "Model “{0}” added"), event.model_name)
    return fill(translate("HistoryEvent", "Model “{0}” added, region {1}"), event.model_name, region)


def _model_renamed(event: HistoryEvent) -> str:
    return fill(
        translate("HistoryEvent", "Model renamed from “{0}” to “{1}”"), _said(event, "from"), _said(event, "to")
    )


def _address_changed(event: HistoryEvent) -> str:
    text = translate("HistoryEvent", "Service address of “{0}” changed from “{1}” to “{2}”")
    return fill(text, event.model_name, _said(event, "from"), _said(event, "to"))


def _target_changed(event: HistoryEvent) -> str:
    before, after = _said(event, "from"), _said(event, "to")
    if not after:
        return fill(translate("HistoryEvent", "Column to predict “{0}” removed"), before)
    if event.details.get("is_guessed") is True:
        return fill(translate("HistoryEvent", "Column to predict read from results: “{0}”"), after)
    if not before:
        return fill(translate("HistoryEvent", "Column to predict set: “{0}”"), after)
    return fill(translate("HistoryEvent", "Column to predict changed from “{0}” to “{1}”"), before, after)


def _model_removed(event: HistoryEvent) -> str:
    return fill(translate("HistoryEvent", "Model “{0}” removed from the list"), event.model_name)


def _model_restored(event: HistoryEvent) -> str:
    return fill(translate("HistoryEvent", "Model “{0}” brought back to the list"), event.model_name)


def _key_given(event: HistoryEvent) -> str:
    key, before = _said(event, "key"), _said(event, "key_before")
    if event.kind is EventKind.KEY_ADDED:
        return fill(translate("HistoryEvent", "API key added: {0}"), key)
    if event.kind is EventKind.KEY_ISSUED and not before:
        return fill(translate("HistoryEvent", "New API key issued: {0}"), key)
    if event.kind is EventKind.KEY_ISSUED:
        return fill(translate("HistoryEvent", "New API key issued: {0} (before: {1})"), key, before)
    return fill(translate("HistoryEvent", "API key changed: {0} → {1}"), before, key)


def _key_removed(event: HistoryEvent) -> str:
    return fill(translate("HistoryEvent", "API key removed: {0}"), _said(event, "key")).rstrip(" :")


def _upload(event: HistoryEvent) -> str:
    files, rows = fill(translate("HistoryEvent", "“{0}”"), _said(event, "file")), event.number("rows")
    if _said(event, "evaluation"):
        evaluation = fill(translate("HistoryEvent", "“{0}”"), _said(event, "evaluation"))
        files = fill(translate("HistoryEvent", "{0} and {1}"), files, evaluation)
    if rows:
        number = count(rows)
        files = fill(QCoreApplication.translate("HistoryEvent", "{0} (%Ln row(s))", "", number), files)
    if event.kind is EventKind.UPLOAD_BEGUN:
        return fill(translate("HistoryEvent", "Upload started: {0}"), files)
    return fill(translate("HistoryEvent", "Retraining started with {0}"), files)


def _upload_failed(event: HistoryEvent) -> str:
    return fill(translate("HistoryEvent", "Upload failed: {0}"), _problem_text(event))


def _job_edited(event: HistoryEvent) -> str:
    before, after = _said(event, "from"), _said(event, "to")
    if before and after:
        text = fill(translate("HistoryEvent", "Job renamed from “{0}” to “{1}”"), before, after)
    elif after:
        text = fill(translate("HistoryEvent", "Job named “{0}”"), after)
    elif before:
        text = fill(translate("HistoryEvent", "Job name “{0}” removed"), before)
    else:
        return translate("HistoryEvent", "Note of the job changed")
    if event.details.get("note_changed") is True:
        text = fill(translate("HistoryEvent", "{0}; note changed"), text)
    return text


def _status_changed(event: HistoryEvent) -> str:
    before, after = _said(event, "from"), _said(event, "to")
    if before == after:
        return fill(translate("HistoryEvent", "Status: {0}, with another message"), after)
    if not before:
        return fill(translate("HistoryEvent", "Status: {0}"), after)
    return fill(translate("HistoryEvent", "Status: {0} → {1}"), before, after)


def _results(event: HistoryEvent) -> str:
    name = PurePath(_said(event, "path")).name
    if event.kind is EventKind.RESULTS_SAVED:
        return fill(translate("HistoryEvent", "Results saved: {0}"), name)
    if not name:  # looked at here, without a file of one's own
        return translate("HistoryEvent", "Results opened")
    return fill(translate("HistoryEvent", "Results opened: {0}"), name)


def _judged(event: HistoryEvent) -> str:
    return fill(translate("HistoryEvent", "Verdict: {0}"), answer_word(event))


def _switch_asked(event: HistoryEvent) -> str:
    before = _said(event, "replaces_name") or _said(event, "replaces")
    # The same words as in the dialog that asks.
    original = translate("Switch", "the original model, or one switched elsewhere")
    if event.details.get("is_from_original") is True:  # the service had said so
        original = translate("HistoryEvent", "the original model")
    before = fill(translate("HistoryEvent", "“{0}”"), before) if before else original
    if event.details.get("is_back") is True:
        return fill(translate("HistoryEvent", "Switch back to “{0}” requested (before: {1})"), event.job_title, before)
    return fill(translate("HistoryEvent", "Switch to “{0}” requested (before: {1})"), event.job_title, before)


def _switch_ended(event: HistoryEvent) -> str:
    job, outcome = event.job_title, event.text("outcome")
    if outcome == SwitchOutcome.DONE:
        return fill(translate("HistoryEvent", "Switch to “{0}” done"), job)
    if outcome == SwitchOutcome.REFUSED:
        return fill(translate("HistoryEvent", "Switch to “{0}” not accepted: {1}"), job, _problem_text(event))
    if outcome == SwitchOutcome.NOT_SENT:
        return fill(translate("HistoryEvent", "Switch to “{0}” not sent: {1}"), job, _problem_text(event))
    return fill(translate("HistoryEvent", "Switch to “{0}” not confirmed"), job)


def _predictions(event: HistoryEvent) -> str:
    rows, answered = count(event.number("rows") or 0), count(event.number("answered") or 0)
    if event.kind is EventKind.PREDICTIONS_CHECKED:
        text = QCoreApplication.translate("HistoryEvent", "Prediction check: {0} of %n row(s) answered", "", rows)
        return fill(text, answered)
    told = fill(QCoreApplication.translate("HistoryEvent", "{0} of %n row(s) answered", "", rows), answered)
    changed = count(event.number("changed") or 0)
    others = QCoreApplication.translate("HistoryEvent", "%n prediction(s) changed", "", changed)
    text = translate("HistoryEvent", "Prediction check after the switch to “{0}”: {1}, {2}")
    return fill(text, event.job_title, told, others)


def _switch_seen(event: HistoryEvent) -> str:
    job, seconds, phase = event.job_title, event.number("seconds"), event.text("phase")
    if phase == LivePhase.RUNNING_NEW and seconds is not None:
        text = translate("HistoryEvent", "Seen: “{0}” is live, {1} after the switch was requested")
        return fill(text, job, taken(min(seconds, _LATEST)))
    text = {
        LivePhase.RUNNING_NEW.value: translate("HistoryEvent", "Seen: “{0}” is live"),
        LivePhase.FAILED.value: translate("HistoryEvent", "Seen: the prediction API failed after the switch to “{0}”"),
        LivePhase.STOPPED.value: translate(
            "HistoryEvent", "Seen: the prediction API is stopped after the switch to “{0}”"
        ),
    }.get(phase, translate("HistoryEvent", "Switch to “{0}” not seen at the prediction API within 30 minutes"))
    return fill(text, job)


def _live_seen(event: HistoryEvent) -> str:
    if event.job:
        return fill(translate("HistoryEvent", "Seen: “{0}” is live, switched elsewhere"), event.job_title)
    number = event.number("to_model_id")
    if number is None or number == event.number("from_model_id"):
        version = _said(event, "to_version")
        if not version:
            return translate("HistoryEvent", "Seen: another version is live, changed elsewhere")
        return fill(translate("HistoryEvent", "Seen: another version is live, changed elsewhere ({0})"), version)
    text = translate("HistoryEvent", "Seen: another model is live, switched elsewhere (ID {0})")
    return fill(text, _said(event, "to_model_id"))


def _list_restored(event: HistoryEvent) -> str:
    if event.text("problem") == ProblemKind.LIST_DAMAGED:
        return translate(
            "HistoryEvent", "The list was damaged: a backup is in use, and what was done after it may be missing"
        )
    if event.text("problem") == ProblemKind.LIST_LOST:
        return translate(
            "HistoryEvent", "The list was damaged, without a backup: everything done before may be missing"
        )
    return fill(translate("HistoryEvent", "The list was opened again after damage: {0}"), _problem_text(event))


def _exported(event: HistoryEvent) -> str:
    name = PurePath(_said(event, "path")).name
    entries = count(event.number("entries") or 0)
    return fill(QCoreApplication.translate("HistoryEvent", "History exported: {0} (%Ln entries)", "", entries), name)


def _unknown(event: HistoryEvent) -> str:
    kind = _said(event, "kind")
    return fill(translate("HistoryEvent", "Not known to this version: {0}"), kind).rstrip(" :")


_SENTENCES: dict[EventKind, Callable[[HistoryEvent], str]] = {
    EventKind.MODEL_ADDED: _model_added,
    EventKind.MODEL_RENAMED: _model_renamed,
    EventKind.ADDRESS_CHANGED: _address_changed,
    EventKind.TARGET_CHANGED: _target_changed,
    EventKind.MODEL_REMOVED: _model_removed,
    EventKind.MODEL_RESTORED: _model_restored,
    EventKind.KEY_ADDED: _key_given,
    EventKind.KEY_CHANGED: _key_given,
    EventKind.KEY_ISSUED: _key_given,
    EventKind.KEY_REMOVED: _key_removed,
    EventKind.UPLOAD_BEGUN: _upload,
    EventKind.JOB_STARTED: _upload,
    EventKind.UPLOAD_FAILED: _upload_failed,
    EventKind.JOB_EDITED: _job_edited,
    EventKind.STATUS_CHANGED: _status_changed,
    EventKind.RESULTS_SAVED: _results,
    EventKind.RESULTS_JUDGED: _judged,
    EventKind.RESULTS_OPENED: _results,
    EventKind.SWITCH_ASKED: _switch_asked,
    EventKind.SWITCH_ENDED: _switch_ended,
    EventKind.PREDICTIONS_CHECKED: _predictions,
    EventKind.PREDICTIONS_COMPARED: _predictions,
    EventKind.SWITCH_SEEN: _switch_seen,
    EventKind.LIVE_SEEN: _live_seen,
    EventKind.LIST_RESTORED: _list_restored,
    EventKind.HISTORY_EXPORTED: _exported,
    EventKind.UNKNOWN: _unknown,
}

_PLAIN = {
    EventKind.SECRET_KEPT: QT_TRANSLATE_NOOP("HistoryEvent", "Secret key saved in the keychain"),
    EventKind.SECRET_REMOVED: QT_TRANSLATE_NOOP("HistoryEvent", "Secret key removed from the keychain"),
    EventKind.ACCOUNT_CONNECTED: QT_TRANSLATE_NOOP("HistoryEvent", "Account connected"),
    EventKind.ACCOUNT_FORGOTTEN: QT_TRANSLATE_NOOP("HistoryEvent", "Account disconnected"),
    EventKind.JOB_ADOPTED: QT_TRANSLATE_NOOP("HistoryEvent", "Job added to the list; it was started elsewhere"),
    EventKind.JOB_REMOVED: QT_TRANSLATE_NOOP("HistoryEvent", "Job removed from the list"),
    EventKind.JOB_RESTORED: QT_TRANSLATE_NOOP("HistoryEvent", "Job brought back to the list"),
    EventKind.LIVE_KEPT: QT_TRANSLATE_NOOP("HistoryEvent", "Decided to keep the live model"),
}


def _said(event: HistoryEvent, name: str) -> str:
    """A detail as the sentence quotes it, whatever it is."""
    return detail_text(event, name)


def _problem_text(event: HistoryEvent) -> str:
    """What happened, in words; what is written where it is no problem this version knows."""
    text = _said(event, "problem") or translate("HistoryEvent", "No cause was recorded")
    return text[:1].upper() + text[1:].rstrip(".。")


# When, and who


def when_text(seconds: float) -> str:
    """A point in time as the list shows it: day and time by this computer's clock; a number that is none stays."""
    return formatting.moment(seconds, 0.0) if abs(seconds) < _LATEST else str(seconds)


def local_text(entry: HistoryEntry) -> str:
    """When, by the clock of the computer that wrote it, as written."""
    return entry.local.replace("T", " ", 1)
