"""The history's entries in words, for the files it is exported into. All of it may be called in any thread."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.history.csv_export import csv_pieces
from epa_gui.core.history.event import Detail, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.history.html_export import Drawing, PageRow, PageTexts, page_pieces
from epa_gui.core.history.timeline import timeline_of
from epa_gui.core.history.timeline_svg import timeline_svg
from epa_gui.core.service.redaction import redacted
from epa_gui.core.text.foreign_text import fill, isolated, shown, shown_lines
from epa_gui.ui.history.entry_text import KNOWN_DETAILS, detail_label, details_of, utc_text
from epa_gui.ui.history.event_text import event_sentence, group_word, local_text
from epa_gui.ui.history.history_model import Filter
from epa_gui.ui.history.timeline_text import svg_texts

translate = QCoreApplication.translate

_REMEMBERED = 4096
"""Texts of which it is remembered what became of them: names and paths come again and again."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What is exported, as a person looks for it.

    Attributes:
        filter: What was looked for.
        model_name: The name of the model that was looked for; empty for all.
        shown: How many entries fit.
        total: How many there are.
        newest: The last entry of the history, shown or not.
        names: What the models are called, by identity.
        events: Each model among those shown, by its identity, with all about it, oldest first. Gone through for a
            page only, by whoever reads it: in a long history that takes long.
        now: Seconds since the epoch.
    """

    filter: Filter
    model_name: str
    shown: int
    total: int
    newest: HistoryEntry | None
    names: Mapping[str, str]
    events: Iterable[tuple[str, Sequence[HistoryEvent]]]
    now: float

    def csv(self, entries: Iterable[HistoryEntry]) -> Iterator[str]:
        """The text of a CSV file."""
        return csv_pieces(csv_headings(), map(partial(csv_row, clean=_cleaner()), entries))

    def page(self, entries: Iterable[HistoryEntry]) -> Iterator[str]:
        """The text of an HTML page."""
        return page_pieces(self._texts(), self._drawings(), map(partial(page_row, clean=_cleaner()), entries))

    def _drawings(self) -> Iterator[Drawing]:
        clean = _cleaner()
        for model, events in self.events:
            timeline = timeline_of((_without_secrets_in(event, clean) for event in events), model, self.now)
            if not timeline.is_empty:
                yield Drawing(shown(redacted(self.names[model])), timeline_svg(timeline, svg_texts(timeline)))

    def _texts(self) -> PageTexts:
        caption = translate("Export", "Newest first. Times are those of the computer that wrote the entry, and UTC.")
        return PageTexts(
            translate("Export", "en", "The language of this catalogue as HTML names it: en, ja"),
            translate("Export", "History of EPA Desktop"),
            tuple(self._facts()),
            translate(
                "Export",
                "The fingerprint of each entry is calculated from the entry and from the fingerprint before it. Keep"
                " the fingerprint of the last entry where others cannot change it. If the history is rewritten, this"
                " fingerprint changes too, and “Verify against fingerprint…” in the History window shows it.",
            ),
            translate("Export", "Timelines"),
            translate("Export", "Each timeline is drawn from all entries about its model, whatever was searched for."),
            translate("Export", "Entries"),
            caption,
            (
                translate("Export", "No."),
                translate("History", "Time"),
                translate("History", "What was done"),
                translate("History", "Model"),
                translate("History", "Job"),
                translate("History", "User"),
            ),
            translate("Export", "No entries match the search."),
        )

    def _facts(self) -> Iterator[tuple[str, str]]:
        fitting, total = QLocale().toString(self.shown), QLocale().toString(self.total)
        yield translate("Export", "Exported (UTC)"), utc_text(self.now)
        yield translate("Export", "Entries in this file"), fill(translate("Export", "{0} of {1}"), fitting, total)
        if self.filter.model:
            yield translate("History", "Model"), shown(redacted(self.model_name))
        if self.filter.group:
            yield translate("History", "Kind"), group_word(self.filter.group)
        if self.filter.words.strip():
            yield translate("Export", "Searched for"), shown(redacted(self.filter.words.strip()))
        if self.newest:
            yield translate("Export", "Last entry of the history"), str(self.newest.number)
            yield translate("Export", "Its fingerprint"), self.newest.sha256


_CSV_DETAILS = tuple(name for name in KNOWN_DETAILS if name != "kind")


def csv_headings() -> list[str]:
    """The names of the columns."""
    return [
        translate("History", "Entry number"),
        translate("History", "Time in UTC"),
        translate("History", "Local time"),
        translate("History", "Computer user"),
        translate("History", "Program version"),
        translate("History", "What was done"),
        translate("History", "Kind"),
        translate("History", "Model"),
        translate("History", "Job"),
        translate("History", "Job ID"),
        *map(detail_label, _CSV_DETAILS),
        translate("Export", "Other details"),
        translate("Export", "Identifier of the model in this program"),
        translate("History", "Fingerprint of the entry before"),
        translate("History", "Fingerprint"),
    ]


def csv_row(entry: HistoryEntry, clean: Callable[[str], str] = redacted) -> list[str]:
    """An entry's cells, in the order of the headings; `clean` takes secrets out of a text."""
    event = entry.event
    details = dict(details_of(event, for_people=False))
    kind = details.pop("kind", "") if event.kind is EventKind.UNKNOWN else event.kind.value
    when = [str(entry.number), utc_text(event.at)]  # numbers of this program's own making
    cells = [
        local_text(entry),
        entry.author.user,
        entry.author.version,
        event_sentence(event),
        kind,
        event.model_name,
        event.job_name,
        event.job,
        *(details.pop(name, "") for name in _CSV_DETAILS),
    ]
    cells += ["; ".join(f"{isolated(name)}: {isolated(text)}" for name, text in details.items()), event.model]
    return [*when, *_each(clean, cells), entry.previous, entry.sha256]


def page_row(entry: HistoryEntry, clean: Callable[[str], str] = redacted) -> PageRow:
    """An entry as a row of the page; `clean` takes secrets out of a text."""
    event = entry.event
    details = [(shown(detail_label(name)), text) for name, text in details_of(event)]
    what, model, job, job_id, *texts = _each(
        clean, [event_sentence(event), event.model_name, event.job_name, event.job, *(text for _, text in details)]
    )
    told = [(label, text) for (label, _), text in zip(details, texts, strict=True)]
    fingerprint = translate("History", "Fingerprint"), entry.sha256
    return PageRow(
        str(entry.number),
        shown(local_text(entry)),
        utc_text(event.at),
        what,
        (*told, fingerprint),
        model,
        (job, job_id),
        (shown(entry.author.user), shown(entry.author.version)),
    )


def _cleaner() -> Callable[[str], str]:
    """Takes keys and links' signatures out of texts, which a file for others must not hold whatever was written.

    One for each export: a key that becomes known later is taken out of the next.
    """
    return lru_cache(_REMEMBERED)(redacted)


def _each(clean: Callable[[str], str], cells: Iterable[str]) -> list[str]:
    """The cells, each by itself: what one ends with must not blank what the next begins with."""
    return [shown_lines(clean(cell)) if cell else "" for cell in cells]


def _without_secrets_in(event: HistoryEvent, clean: Callable[[str], str]) -> HistoryEvent:
    """The same for an event that is drawn."""
    details: dict[str, Detail] = {
        name: clean(value) if isinstance(value, str) else value for name, value in event.details.items()
    }
    return replace(
        event, model_name=clean(event.model_name), job=clean(event.job), job_name=clean(event.job_name), details=details
    )
