"""The words for the history: what was done in one sentence, and everything that is known of an entry, piece by piece.

An entry that was tampered with, or that a newer version wrote, is shown as far as it goes: nothing here ever raises.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import Outcome
from epa_gui.core.history.event import Act, ActKind, Entry
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.text.foreign_text import fill, shown, shown_lines
from epa_gui.ui.base import formatting
from epa_gui.ui.base.problem_wording import QT_TRANSLATE_NOOP
from epa_gui.ui.history.entry_text import count, detail_label, detail_text, details_of, utc_text

translate = QCoreApplication.translate

_LATEST = 253_402_300_800.0
"""The end of the year 9999."""


class Group(StrEnum):
    """What an act is about, as people look for it. What is about none of these is seen among everything."""

    MODELS = "models and keys"
    JOBS = "jobs"
    RESULTS = "results"
    SWITCHES = "switches"


_GROUPS = {
    ActKind.MODEL_ADDED: Group.MODELS,
    ActKind.MODEL_RENAMED: Group.MODELS,
    ActKind.ADDRESS_CHANGED: Group.MODELS,
    ActKind.TARGET_CHANGED: Group.MODELS,
    ActKind.MODEL_REMOVED: Group.MODELS,
    ActKind.MODEL_RESTORED: Group.MODELS,
    ActKind.KEY_ADDED: Group.MODELS,
    ActKind.KEY_CHANGED: Group.MODELS,
    ActKind.KEY_ISSUED: Group.MODELS,
    ActKind.KEY_REMOVED: Group.MODELS,
    ActKind.SECRET_KEPT: Group.MODELS,
    ActKind.SECRET_REMOVED: Group.MODELS,
    ActKind.JOB_ADOPTED: Group.JOBS,
    ActKind.UPLOAD_BEGUN: Group.JOBS,
    ActKind.JOB_STARTED: Group.JOBS,
    ActKind.UPLOAD_FAILED: Group.JOBS,
    ActKind.JOB_EDITED: Group.JOBS,
    ActKind.STATUS_CHANGED: Group.JOBS,
    ActKind.JOB_REMOVED: Group.JOBS,
    ActKind.JOB_RESTORED: Group.JOBS,
    ActKind.RESULTS_SAVED: Group.RESULTS,
    ActKind.RESULTS_OPENED: Group.RESULTS,
    ActKind.SWITCH_ASKED: Group.SWITCHES,
    ActKind.SWITCH_ENDED: Group.SWITCHES,
}


def group_of(kind: ActKind) -> Group | None:
    """What an act is about; `None` for the list and the history themselves."""
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


def act_sentence(act: Act) -> str:
    """What was done, in one plain sentence on one line."""
    written = _SENTENCES.get(act.kind)
    text = written(act) if written else translate("Act", _PLAIN[act.kind])
    return " ".join(text.split())


def _model_added(act: Act) -> str:
    region = _said(act, "region")
    if not region:
        return fill(translate("Act", "Model “{0}” added"), act.model_name)
    return fill(translate("Act", "Model “{0}” added, region {1}"), act.model_name, region)


def _model_renamed(act: Act) -> str:
    return fill(translate("Act", "Model renamed from “{0}” to “{1}”"), _said(act, "from"), _said(act, "to"))


def _address_changed(act: Act) -> str:
    text = translate("Act", "Service address of “{0}” changed from “{1}” to “{2}”")
    return fill(text, act.model_name, _said(act, "from"), _said(act, "to"))


def _target_changed(act: Act) -> str:
    before, after = _said(act, "from"), _said(act, "to")
    if not after:
        return fill(translate("Act", "Predicted column “{0}” taken back"), before)
    if act.details.get("is_guessed") is True:
        return fill(translate("Act", "Predicted column read from results: “{0}”"), after)
    if not before:
        return fill(translate("Act", "Predicted column set: “{0}”"), after)
    return fill(translate("Act", "Predicted column changed from “{0}” to “{1}”"), before, after)


def _model_removed(act: Act) -> str:
    return fill(translate("Act", "Model “{0}” removed from the list"), act.model_name)


def _model_restored(act: Act) -> str:
    return fill(translate("Act", "Model “{0}” brought back to the list"), act.model_name)


def _key_given(act: Act) -> str:
    key, before = _said(act, "key"), _said(act, "key_before")
    if act.kind is ActKind.KEY_ADDED:
        return fill(translate("Act", "API key added: {0}"), key)
    if act.kind is ActKind.KEY_ISSUED and not before:
        return fill(translate("Act", "New API key issued: {0}"), key)
    if act.kind is ActKind.KEY_ISSUED:
        return fill(translate("Act", "New API key issued: {0} (before: {1})"), key, before)
    return fill(translate("Act", "API key changed: {0} → {1}"), before, key)


def _key_removed(act: Act) -> str:
    return fill(translate("Act", "API key removed: {0}"), _said(act, "key")).rstrip(" :")


def _upload(act: Act) -> str:
    files, rows = _said(act, "file"), act.number("rows")
    if _said(act, "evaluation"):
        files = fill(translate("Act", "{0} and {1}"), files, _said(act, "evaluation"))
    if rows:
        counted = QCoreApplication.translate("Act", "%Ln row(s)", "", count(rows))
        files = fill(translate("Act", "{0} ({1})"), files, counted)
    if act.kind is ActKind.UPLOAD_BEGUN:
        return fill(translate("Act", "Upload begun: {0}"), files)
    return fill(translate("Act", "Started with {0}"), files)


def _upload_failed(act: Act) -> str:
    return fill(translate("Act", "The upload failed: {0}"), _problem_text(act))


def _job_edited(act: Act) -> str:
    before, after = _said(act, "from"), _said(act, "to")
    if before and after:
        text = fill(translate("Act", "Job renamed from “{0}” to “{1}”"), before, after)
    elif after:
        text = fill(translate("Act", "Job named “{0}”"), after)
    elif before:
        text = fill(translate("Act", "Job name “{0}” taken away"), before)
    else:
        return translate("Act", "The job's note changed")
    if act.details.get("note_changed") is True:
        text = fill(translate("Act", "{0}; its note changed"), text)
    return text


def _status_changed(act: Act) -> str:
    before, after = _said(act, "from"), _said(act, "to")
    if before == after:
        return fill(translate("Act", "Status: {0}, with another message"), after)
    if not before:
        return fill(translate("Act", "Status: {0}"), after)
    return fill(translate("Act", "Status: {0} → {1}"), before, after)


def _results(act: Act) -> str:
    name = PurePath(_said(act, "path")).name
    if act.kind is ActKind.RESULTS_SAVED:
        return fill(translate("Act", "Results saved: {0}"), name)
    return fill(translate("Act", "Results opened: {0}"), name)


def _switch_asked(act: Act) -> str:
    before = _said(act, "replaces_name") or _said(act, "replaces")
    # The same words as in the dialog that asks.
    original = translate("Switch", "the original model, or one switched elsewhere")
    before = fill(translate("Act", "“{0}”"), before) if before else original
    if act.details.get("is_back") is True:
        return fill(translate("Act", "Switch back to “{0}” asked for (before: {1})"), act.job_title, before)
    return fill(translate("Act", "Switch to “{0}” asked for (before: {1})"), act.job_title, before)


def _switch_ended(act: Act) -> str:
    job, outcome = act.job_title, act.text("outcome")
    if outcome == Outcome.DONE:
        return fill(translate("Act", "The switch to “{0}” was done"), job)
    if outcome == Outcome.REFUSED:
        return fill(translate("Act", "The switch to “{0}” was refused: {1}"), job, _problem_text(act))
    if outcome == Outcome.NOT_SENT:
        return fill(translate("Act", "The switch to “{0}” was not sent: {1}"), job, _problem_text(act))
    return fill(translate("Act", "The switch to “{0}” is not confirmed"), job)


def _list_restored(act: Act) -> str:
    if act.text("problem") == ProblemKind.LIST_DAMAGED:
        return translate("Act", "The list was damaged: a backup is in use, and what was done after it may be missing")
    if act.text("problem") == ProblemKind.LIST_LOST:
        return translate("Act", "The list was damaged, without a backup: everything done before may be missing")
    return fill(translate("Act", "The list was opened again after damage: {0}"), _problem_text(act))


def _missing(act: Act) -> str:
    """What may have been lost with the list, and how far to trust what is written; empty if nothing was."""
    if act.kind is not ActKind.LIST_RESTORED:
        return ""
    if act.text("problem") == ProblemKind.LIST_LOST:
        return translate("Act", "Everything done before this entry: models, jobs, results saved and switches.")
    return translate(
        "Act",
        "Everything done between the entry before this one and this one: jobs, results saved, and switches. What was"
        " live is not certain until the next switch.",
    )


def _exported(act: Act) -> str:
    name = PurePath(_said(act, "path")).name
    entries = QCoreApplication.translate("Act", "%Ln entries", "", count(act.number("entries") or 0))
    return fill(translate("Act", "History exported: {0} ({1})"), name, entries)


def _unknown(act: Act) -> str:
    kind = _said(act, "kind")
    return fill(translate("Act", "Something this version does not know: {0}"), kind).rstrip(" :")


_SENTENCES: dict[ActKind, Callable[[Act], str]] = {
    ActKind.MODEL_ADDED: _model_added,
    ActKind.MODEL_RENAMED: _model_renamed,
    ActKind.ADDRESS_CHANGED: _address_changed,
    ActKind.TARGET_CHANGED: _target_changed,
    ActKind.MODEL_REMOVED: _model_removed,
    ActKind.MODEL_RESTORED: _model_restored,
    ActKind.KEY_ADDED: _key_given,
    ActKind.KEY_CHANGED: _key_given,
    ActKind.KEY_ISSUED: _key_given,
    ActKind.KEY_REMOVED: _key_removed,
    ActKind.UPLOAD_BEGUN: _upload,
    ActKind.JOB_STARTED: _upload,
    ActKind.UPLOAD_FAILED: _upload_failed,
    ActKind.JOB_EDITED: _job_edited,
    ActKind.STATUS_CHANGED: _status_changed,
    ActKind.RESULTS_SAVED: _results,
    ActKind.RESULTS_OPENED: _results,
    ActKind.SWITCH_ASKED: _switch_asked,
    ActKind.SWITCH_ENDED: _switch_ended,
    ActKind.LIST_RESTORED: _list_restored,
    ActKind.HISTORY_EXPORTED: _exported,
    ActKind.UNKNOWN: _unknown,
}

_PLAIN = {
    ActKind.SECRET_KEPT: QT_TRANSLATE_NOOP("Act", "Secret key kept in the keychain"),
    ActKind.SECRET_REMOVED: QT_TRANSLATE_NOOP("Act", "Secret key removed from the keychain"),
    ActKind.JOB_ADOPTED: QT_TRANSLATE_NOOP("Act", "Job added to the list; it was started elsewhere"),
    ActKind.JOB_REMOVED: QT_TRANSLATE_NOOP("Act", "Job removed from the list"),
    ActKind.JOB_RESTORED: QT_TRANSLATE_NOOP("Act", "Job brought back to the list"),
}


def _said(act: Act, name: str) -> str:
    """A detail as the sentence quotes it, whatever it is."""
    return detail_text(act, name)


def _problem_text(act: Act) -> str:
    """What happened, in words; what is written where it is no problem this version knows."""
    text = _said(act, "problem") or translate("Act", "no cause was written")
    return text[:1].upper() + text[1:].rstrip(".")


# When, and who


def when_text(seconds: float) -> str:
    """A point in time as the list shows it: day and time by this computer's clock; a number that is none stays."""
    return formatting.moment(seconds, 0.0) if abs(seconds) < _LATEST else str(seconds)


def local_text(entry: Entry) -> str:
    """When, by the clock of the computer that wrote it, as written."""
    return entry.local.replace("T", " ", 1)


def facts_of(entry: Entry) -> list[tuple[str, str]]:
    """Everything about an entry, as labels and values; what is not there is left out."""
    act = entry.act
    pairs = [
        (translate("History", "Time here"), local_text(entry)),
        (translate("History", "Time in UTC"), utc_text(act.at)),
        (translate("History", "What was done"), act_sentence(act)),
        (translate("History", "Model"), act.model_name),
        (translate("History", "Job"), act.job_name),
        (translate("History", "Job ID"), act.job),
        (translate("History", "May be missing"), _missing(act)),
        *((detail_label(name), text) for name, text in details_of(act)),
        (translate("History", "Computer user"), entry.author.user),
        (translate("History", "Program version"), entry.author.version),
        (translate("History", "Entry number"), str(entry.number)),
        (translate("History", "Fingerprint"), entry.sha256),
        (translate("History", "Fingerprint of the entry before"), entry.previous),
    ]
    return [(shown(label), shown_lines(text)) for label, text in pairs if text]
