"""The words of the timeline: of its jobs, its switches, of what was live, and of the ticks of its axis."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from epa_gui.core.history.deployment import LiveState, Switch, SwitchOutcome
from epa_gui.core.history.job_bars import Beginning, Ending, JobBar
from epa_gui.core.history.time_axis import TickUnit
from epa_gui.core.history.timeline import Behind, Mark, Span, Timeline
from epa_gui.core.history.timeline_svg import SvgTexts
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.core.text.wrapping import wrapped
from epa_gui.ui.base import formatting
from epa_gui.ui.base.switch_text import switch_problem_words
from epa_gui.ui.history.event_text import event_sentence

translate = QCoreApplication.translate

_LONGEST_TITLE = 60
"""Letters of a job's name within a sentence; all of it stands in the list."""

_TIP_WIDTH = 70


def svg_texts(timeline: Timeline, today: float = 0.0) -> SvgTexts:
    """All words of a drawing, in the person's language. May be called in any thread.

    Args:
        timeline: What is drawn.
        today: Times of this day are told without their date, seconds since the epoch; on no day if left out, as it has
            to be for a page that is kept.
    """
    words = _Words(timeline, today)
    return SvgTexts(
        title=fill(translate("Timeline", "Timeline of “{0}”"), short_title(timeline.model_name)),
        description=words.description(),
        live=translate("Timeline", "Live"),
        switches=translate("Timeline", "Switches"),
        events=translate("Timeline", "Results, keys"),
        jobs=translate("Timeline", "Jobs"),
        tick=tick_label,
        context=tick_context,
        span=words.span,
        span_told=words.span_told,
        job_told=words.job,
        mark_told=words.mark,
        endings=_endings(),
    )


def tick_label(at: float, unit: TickUnit) -> str:
    """What is written at a tick."""
    then, locale = QDateTime.fromSecsSinceEpoch(int(at)), QLocale()
    if unit is TickUnit.TIME:
        return locale.toString(then.time(), "HH:mm")
    if unit is TickUnit.DAY:
        return formatting.day_of_year(then.date())
    if unit is TickUnit.DATE:
        return formatting.day(at)
    if unit is TickUnit.MONTH:
        return locale.standaloneMonthName(then.date().month(), QLocale.FormatType.ShortFormat)
    return fill(translate("Timeline", "{0}", "a year at the axis"), then.toString("yyyy"))


def tick_context(at: float, unit: TickUnit) -> str:
    """What ticks of that kind leave out."""
    if unit is TickUnit.TIME:
        return formatting.day(at)
    return "" if unit is TickUnit.YEAR else tick_label(at, TickUnit.YEAR)


def short_title(title: str) -> str:
    """A name on one line, of a length that a sentence can bear."""
    title = " ".join(title.split())
    return shown(title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…")


def tip(text: str) -> str:
    """A tooltip; Qt wraps none of plain text."""
    return formatting.plain_tip(wrapped(text, _TIP_WIDTH))


def _endings() -> dict[Ending, str]:
    return {
        Ending.GOING: translate("Timeline", "In progress"),
        Ending.FINISHED: translate("Timeline", "Finished"),
        Ending.FAILED: translate("Timeline", "Failed"),
        Ending.NEVER_ARRIVED: translate("Timeline", "Not sent"),
        Ending.UNKNOWN: translate("Timeline", "Removed while in progress"),
    }


class _Words:
    """The sentences about one timeline."""

    def __init__(self, timeline: Timeline, today: float) -> None:
        self._timeline = timeline
        self._today = today
        self._titles = {bar.job: bar.title for bar in timeline.jobs}

    def description(self) -> str:
        count = len(self._timeline.jobs)
        jobs = QCoreApplication.translate("Timeline", "%Ln job(s)", "", count)
        count = sum(1 for mark in self._timeline.marks if mark.switch)
        switches = QCoreApplication.translate("Timeline", "%Ln switch(es)", "", count)
        facts = jobs, switches, self._moment(self._timeline.begins_at), self._moment(self._timeline.ends_at)
        if not self._timeline.spans:
            return fill(translate("Timeline", "{0}, {1}, from {2} to {3}."), *facts)
        text = translate("Timeline", "{0}, {1}, from {2} to {3}. Live at the end: {4}.")
        return fill(text, *facts, self.span(self._timeline.spans[-1]))

    def span(self, span: Span) -> str:
        """In a few words."""
        known = self._known(span)
        if span.service.open:
            return fill(translate("Timeline", "Not confirmed: {0}"), known)
        if span.behind is Behind.NOT_CONFIRMED:
            return fill(translate("Timeline", "Not certain; last known: {0}"), known)
        return known

    def _known(self, span: Span) -> str:
        if span.switch is None:
            return translate("Timeline", "The original model, or one switched elsewhere")
        return self._title(span.switch)

    def span_told(self, span: Span) -> str:
        if span.service.open:
            told = translate("Timeline", "Since {0} it is not confirmed what is live: a switch to “{1}” was sent.")
            return fill(told, self._moment(span.begins_at), self._title(span.service.open[-1]))
        if span.behind is Behind.NOT_CONFIRMED:
            told = translate(
                "Timeline",
                "Since {0} it is not certain what is live: the list came from a backup, so later switches may be"
                " missing. Last known: {1}.",
            )
            return fill(told, self._moment(span.begins_at), self._known(span))
        if span.switch is None:
            told = translate("Timeline", "Live until {0}, as far as this program knows: {1}.")
            return fill(told, self._moment(span.ends_at), self.span(span))
        return fill(translate("Timeline", "{0}: {1}."), self._title(span.switch), self._live(span))

    def job(self, bar: JobBar) -> str:
        parts = [self._begun(bar), self._ended(bar), *self._in_service(bar)]
        if bar.is_removed and bar.ending is not Ending.UNKNOWN:
            parts.append(translate("Timeline", "removed from the list"))
        told = translate("Timeline", "; ", "Between the parts of what is told of a job").join(
            part for part in parts if part
        )
        return fill(translate("Timeline", "{0}: {1}."), short_title(bar.title), told)

    def _begun(self, bar: JobBar) -> str:
        if bar.beginning is Beginning.ADOPTED:
            return fill(translate("Timeline", "added {0} (started elsewhere)"), self._moment(bar.begins_at))
        if bar.beginning is Beginning.BEFORE:
            return fill(translate("Timeline", "on the list before {0}"), self._moment(bar.begins_at))
        if bar.started_at is None:
            return fill(translate("Timeline", "sending started {0}"), self._moment(bar.begins_at))
        return fill(translate("Timeline", "started {0}"), self._moment(bar.started_at))

    def _ended(self, bar: JobBar) -> str:
        if bar.ending is Ending.GOING:
            return _going(bar)
        was_over = bar.beginning is not Beginning.SENT and bar.ends_at == bar.begins_at
        by_then = translate("Timeline", "finished by then")
        told = {
            Ending.FINISHED: by_then if was_over else translate("Timeline", "finished {0}"),
            Ending.FAILED: translate("Timeline", "failed {0} ({1})"),
            Ending.NEVER_ARRIVED: translate("Timeline", "its file did not arrive ({0})"),
            Ending.UNKNOWN: translate("Timeline", "removed {0} while in progress"),
        }[bar.ending]
        return fill(told, self._moment(bar.ends_at, bar.started_at or bar.begins_at), short_title(bar.status))

    def _in_service(self, bar: JobBar) -> list[str]:
        told = [self._live(span) for span in self._timeline.spans_of(bar.job)]
        last = self._timeline.spans[-1].service.of(bar.job) if self._timeline.spans else LiveState.NO
        if last is LiveState.NOT_CONFIRMED:
            told.append(translate("Timeline", "switch not confirmed"))
        elif last is LiveState.PERHAPS_LIVE:
            told.append(translate("Timeline", "may still be live"))
        return told

    def _live(self, span: Span) -> str:
        begins = self._moment(span.begins_at)
        if span.ends_at >= self._timeline.ends_at:
            told = fill(translate("Timeline", "live since {0}"), begins)
        else:
            told = fill(translate("Timeline", "live from {0} to {1}"), begins, self._moment(span.ends_at))
        reason = _one_line(span.switch.reason) if span.switch else ""
        return fill(translate("Timeline", "{0} (reason: {1})"), told, reason) if reason else told

    def mark(self, mark: Mark) -> str:
        """What happened, at the time that is on record, even if it cannot be drawn there."""
        if mark.switch is None:
            return fill(translate("Timeline", "{0}: {1}."), self._moment(mark.event.at), self._happened(mark))
        told = fill(
            translate("Timeline", "{0}: {1}"),
            self._moment(mark.event.at),
            _switch_told(mark.switch, self._title(mark.switch)),
        )
        reason = _one_line(mark.switch.reason)
        return fill(translate("Timeline", "{0} Reason: {1}"), told, reason) if reason else told

    def _happened(self, mark: Mark) -> str:
        told = event_sentence(mark.event)
        if not mark.event.job:
            return told
        return fill(translate("Timeline", "{0} ({1})"), told, short_title(mark.event.job_title))

    def _title(self, switch: Switch) -> str:
        """What its job is called now."""
        return short_title(self._titles.get(switch.job) or switch.job_title)

    def _moment(self, seconds: float, beside: float | None = None) -> str:
        """A point in time; the clock alone if it is on the day of the one it stands beside."""
        return formatting.moment(seconds, self._today if beside is None else beside, is_exact=False)


def _going(bar: JobBar) -> str:
    if bar.may_not_have_arrived:
        return translate("Timeline", "not known whether its file arrived")
    if not bar.status:
        return translate("Timeline", "in progress")
    return fill(translate("Timeline", "in progress ({0})"), short_title(bar.status))


def _elsewhere_told(switch: Switch, title: str) -> str:
    if switch.job:
        return fill(translate("Timeline", "Seen: switched elsewhere to “{0}”."), title)
    return translate("Timeline", "Seen: switched elsewhere to a model that is not a job here.")


def _switch_told(switch: Switch, title: str) -> str:
    if switch.is_elsewhere:
        return _elsewhere_told(switch, title)
    if switch.has_come_to_nothing:
        return fill(
            translate("Timeline", "The service accepted the switch to “{0}”, but the model was not seen running."),
            title,
        )
    if switch.outcome is SwitchOutcome.DONE:
        return fill(translate("Timeline", "Switched to “{0}”."), title)
    if switch.outcome is None:
        return fill(translate("Timeline", "Switch to “{0}” sent; how it ended is not on record."), title)
    told = fill(
        {
            SwitchOutcome.REFUSED: translate("Timeline", "Switch to “{0}” refused."),
            SwitchOutcome.NOT_SENT: translate("Timeline", "Switch to “{0}” not sent."),
            SwitchOutcome.NOT_CONFIRMED: translate("Timeline", "Switch to “{0}” not confirmed."),
        }[switch.outcome],
        title,
    )
    if switch.problem is None:
        return told
    happened = switch_problem_words(switch.problem, switch.outcome).happened
    return fill(translate("Timeline", "{0} {1}", "Two sentences"), told, happened)


def _one_line(text: str) -> str:
    return " ".join(text.split())
