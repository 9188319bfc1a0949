"""The words of the five steps of a job's way: their names, when each was, and the sentence a screen reader says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.standing import Standing, is_waiting_word, speaks_of_waiting
from epa_gui.core.way.steps import Mark, Step, StepState, steps_of
from epa_gui.ui.base import formatting
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_text import had_ended_before

translate = QCoreApplication.translate


_SWITCHED = frozenset({Standing.SWITCHING, Standing.NOT_CONFIRMED, Standing.PERHAPS_LIVE, Standing.LIVE})
"""By then the results were looked at, or that step was passed by, which is said."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """One step as it is painted and said.

    Attributes:
        mark: How far it is.
        name: What it is called.
        when: What stands below the name; may be empty.
        sentence: What a screen reader says.
        brief: What stands for `when` where there is no room for it.
    """

    mark: Mark
    name: str
    when: str
    sentence: str
    brief: str = ""


def step_words(view: JobPageView, now: float) -> tuple[StepWords, ...]:
    """All five steps of a job, in words."""
    standing = view.standing
    steps = steps_of(view.job, standing, estimate=None if view.is_unseen else view.estimate, live_since=view.live_since)
    return tuple(_words(step, view, standing, now) for step in steps)


def _words(state: StepState, view: JobPageView, standing: Standing, now: float) -> StepWords:
    name, when = _name(state, standing), _when(state, view, standing, now)
    told = (
        when
        or {
            Mark.NEXT: translate("Steps", "not yet"),
            Mark.NOW: translate("Steps", "now"),
            Mark.DONE: translate("Steps", "done"),
            Mark.FAILED: translate("Steps", "failed"),
        }[state.mark]
    )
    sentence = fill(translate("Steps", "{0}, {1}, step {2} of 5"), name, told, int(state.step))
    return StepWords(state.mark, name, when, sentence, _when(state, view, standing, now, is_brief=True))


def _name(state: StepState, standing: Standing) -> str:
    if state.mark is Mark.FAILED:
        not_sent = translate("Steps", "Not sent")
        return not_sent if standing is Standing.NOT_SENT else translate("Steps", "Failed")
    if state.step is Step.SENT and state.mark is Mark.NOW:
        return translate("Steps", "Sending")
    return {
        Step.SENT: translate("Steps", "Sent"),
        Step.TRAINING: translate("Steps", "Training"),
        Step.FINISHED: translate("Steps", "Finished"),
        Step.LOOKED_AT: translate("Steps", "Looked at"),
        Step.LIVE: translate("Steps", "Live"),
    }[state.step]


def _when(state: StepState, view: JobPageView, standing: Standing, now: float, *, is_brief: bool = False) -> str:
    if state.step is Step.LIVE:
        return _live_when(state, view, standing, now, is_brief=is_brief)
    if state.step is Step.TRAINING and state.mark in {Mark.NOW, Mark.DONE}:
        return _training_when(state, view, now, is_brief=is_brief)
    is_passed_by = state.mark is Mark.NEXT and standing in _SWITCHED
    if state.step is Step.LOOKED_AT and (state.mark is Mark.NOW or is_passed_by):
        return translate("Steps", "not yet", "looked at")
    if state.is_about and view.estimate is not None:
        return "" if view.late(now) else formatting.about_when(view.estimate, now)
    if state.at is None:
        return translate("Steps", "started elsewhere") if state.step is Step.SENT and state.mark is Mark.DONE else ""
    moment = _moment(state.at, now, is_brief=is_brief)
    if state.step is Step.FINISHED and had_ended_before(view.job):
        moment = fill(translate("Steps", "before {0}"), moment)
    return fill(translate("Steps", "since {0}"), moment) if state.mark is Mark.NOW else moment


def _moment(at: float, now: float, *, is_brief: bool) -> str:
    return formatting.clock_or_day(at, now) if is_brief else formatting.recent_moment(at, now, is_exact=False)


def _training_when(state: StepState, view: JobPageView, now: float, *, is_brief: bool) -> str:
    """How long it took; since when it goes on; or, where nobody asks any more, when that was known last."""
    if state.mark is Mark.DONE:  # when it began stands before
        return "" if state.seconds is None else formatting.duration(state.seconds)
    at = view.job.checked_at if view.is_unseen else state.at
    if at is None:
        return translate("Steps", "not known") if view.is_unseen else ""
    text = translate("Steps", "since {0}")
    if view.is_unseen:
        text = translate("Steps", "as of {0}") if is_brief else translate("Steps", "when last checked, {0}")
    elif is_waiting_word(view.job.status) and not is_brief:  # what it waits for stands in the line below too
        text = translate("Steps", "in the queue since {0}")
    elif speaks_of_waiting(view.job.status) and not is_brief:
        text = translate("Steps", "waiting since {0}")
    return fill(text, _moment(at, now, is_brief=is_brief))


def _live_when(state: StepState, view: JobPageView, standing: Standing, now: float, *, is_brief: bool) -> str:
    told = {
        Standing.SWITCHING: translate("Steps", "switching…"),
        Standing.NOT_CONFIRMED: translate("Steps", "not confirmed"),
        Standing.PERHAPS_LIVE: translate("Steps", "perhaps"),
    }.get(standing)
    if told is not None:
        return told
    if view.live is LiveState.NOT_ANSWERING:
        return translate("Steps", "API not running")
    if standing is Standing.LIVE:
        if state.at is None:
            return ""
        return fill(translate("Steps", "since {0}"), _moment(state.at, now, is_brief=is_brief))
    if view.live in {LiveState.WAS_LIVE, LiveState.PERHAPS_WAS_LIVE}:
        return (
            translate("Steps", "was live")
            if view.live is LiveState.WAS_LIVE
            else translate("Steps", "perhaps was live")
        )
    return translate("Steps", "not yet", "live") if state.mark is Mark.NOW else ""
