"""Everything about an entry of the history, as labels and values: what its details show, and what is copied."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate

from epa_gui.core.history.event import EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.text.foreign_text import fill, shown, shown_lines
from epa_gui.ui.base import formatting
from epa_gui.ui.history.entry_text import detail_label, details_of, utc_text
from epa_gui.ui.history.event_text import event_sentence

translate = QCoreApplication.translate


def facts_of(entry: HistoryEntry) -> list[tuple[str, str]]:
    """Everything about an entry, as labels and values; what is not there is left out."""
    event = entry.event
    local, utc = _read_as_a_date(entry.local), _read_as_a_date(utc_text(event.at))
    pairs = [
        (translate("History", "Local time"), local if local != utc else ""),
        (translate("History", "Time in UTC"), utc),
        (translate("History", "What was done"), event_sentence(event)),
        (translate("History", "Model"), event.model_name),
        (translate("History", "Job"), event.job_name),
        (translate("History", "Job ID"), event.job),
        (translate("History", "May be missing"), _missing(event)),
        *((detail_label(name), text) for name, text in details_of(event)),
        (translate("History", "Computer user"), entry.author.user),
        (translate("History", "Program version"), entry.author.version),
        (translate("History", "Entry number"), str(entry.number)),
        (translate("History", "Fingerprint"), entry.sha256),
        (translate("History", "Fingerprint of the entry before"), entry.previous),
    ]
    return [(shown(label), shown_lines(text)) for label, text in pairs if text]


def _read_as_a_date(written: str) -> str:
    """A point in time on record as people here write dates, to the second; what is none stays as it is written."""
    try:
        then = datetime.fromisoformat(written)
    except ValueError:
        return written
    if then.isoformat(timespec="seconds") != written.replace(" ", "T", 1).replace("Z", "+00:00"):
        return written  # it says less than that, or more
    text = f"{formatting.short_date(QDate(then.year, then.month, then.day))} {then:%H:%M:%S}"
    offset = then.strftime("%z")
    if not offset:
        return text
    zone = f"UTC{offset[:3]}:{offset[3:5]}" if then.utcoffset() else "UTC"
    return fill(translate("History", "{0} ({1})", "time and time zone"), text, zone)


def _missing(event: HistoryEvent) -> str:
    """What may have been lost with the list, and how far to trust what is written; empty if nothing was."""
    if event.kind is not EventKind.LIST_RESTORED:
        return ""
    if event.text("problem") == ProblemKind.LIST_LOST:
        return translate("HistoryEvent", "Everything done before this entry: models, jobs, saved results and switches.")
    return translate(
        "HistoryEvent",
        "Everything done between the entry before this one and this one: jobs, saved results and switches. What was"
        " live is not certain until the next switch.",
    )
