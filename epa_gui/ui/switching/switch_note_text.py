"""What Switch model wants to be known or done before: warnings, what is not undone, obstacles, and the reason."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.switching.switch_case import SwitchCase, SwitchObstacle, SwitchWarning
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.live_text import api_state
from epa_gui.ui.base.verdict_text import numbers_and_doubt
from epa_gui.ui.switching.beside_live_text import beside_live_text
from epa_gui.ui.switching.switch_naming import dated, listed, quoted, short

translate = QCoreApplication.translate

LONGEST_REASON = 500
"""Characters."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know before switching.

    Attributes:
        what: What it is.
        means: What it means.
    """

    what: str
    means: str


def warning_note(case: SwitchCase, warning: SwitchWarning) -> Note:
    """A warning: what it is, and what it means."""
    return {
        SwitchWarning.NOT_CONFIRMED: _not_confirmed,
        SwitchWarning.API_DOWN: _api_down,
        SwitchWarning.STILL_SWITCHING: _still_switching,
        SwitchWarning.LIVE_ALREADY: _live_already,
        SwitchWarning.VERDICT_WORSE: _verdict_worse,
        SwitchWarning.BEHIND_LIVE: _behind_live,
        SwitchWarning.NOT_SAVED: _not_saved,
        SwitchWarning.NOT_OPENED: _not_opened,
        SwitchWarning.NEWER_FINISHED: _newer_finished,
        SwitchWarning.KEY_ENDS_SOON: _key_ends_soon,
        SwitchWarning.OLD_JOB: _old_job,
        SwitchWarning.PERHAPS_BEHIND_LIVE: _perhaps_behind_live,
    }[warning](case)


def back_note(*, was_live: bool) -> Note:
    """What to know about going back.

    Args:
        was_live: Whether to a job that was live before; else to one that is older than what is live.
    """
    return Note(
        translate("Switch", "This switches back to a job that was live before")
        if was_live
        else translate("Switch", "This switches back to an earlier job"),
        translate(
            "Switch", "The service’s manual does not promise that this works. Try the prediction API afterwards."
        ),
    )


def original_note() -> Note:
    """What to know about the model that was there first."""
    return Note(
        translate("Switch", "The retraining API cannot bring back the original model"),
        translate("Switch", "It does not come from a retraining job, so there is no job to switch to."),
    )


def obstacle_text(obstacle: SwitchObstacle) -> str:
    """Why a switch cannot be asked for, and what to do."""
    return {
        SwitchObstacle.SENDING: translate(
            "Switch", "This job’s training file is still being sent. Wait until the job shows “Finished”."
        ),
        SwitchObstacle.NOT_FINISHED: translate(
            "Switch", "This job is not finished. Only a finished job can become live."
        ),
        SwitchObstacle.SWITCHING: translate(
            "Switch", "Another switch of this model is under way. Wait until it has ended."
        ),
    }[obstacle]


def reason_hint(case: SwitchCase, reason: str) -> str:
    """What to say of the reason as it stands."""
    if case.needs_reason and not reason:
        return translate("Switch", "Enter a reason: this is the first switch of this model. The history keeps it.")
    if len(reason) >= LONGEST_REASON:
        return fill(translate("Switch", "The reason can have at most {0} characters."), LONGEST_REASON)
    return translate("Switch", "The history keeps the reason with the switch.")


def _not_confirmed(case: SwitchCase) -> Note:
    means = translate("Switch", "What is live now is not known for certain. It will be when this switch is done.")
    jobs = [switch.job for switch in case.service.open]
    if not jobs:
        return Note(translate("Switch", "This list came from a backup, so later switches may be missing"), means)
    if jobs == [case.job.id]:
        return Note(
            translate("Switch", "The last switch to this job is not confirmed"),
            translate("Switch", "It may be live already. Switching again should then change nothing."),
        )
    names = listed(case.service.open)
    if len(jobs) == 1:
        return Note(fill(translate("Switch", "The switch to {0} is not confirmed"), names), means)
    return Note(fill(translate("Switch", "The switches to these are not confirmed: {0}"), names), means)


def _api_down(case: SwitchCase) -> Note:
    down = next(iter(case.apis_down), None)
    state = api_state(down.classifier) if down is not None else ""
    means = translate(
        "Switch", "It gives no predictions, not even after the switch, until it is started in the console."
    )
    if down is None or len(case.service.apis) == 1:
        return Note(fill(translate("Switch", "The model’s prediction API is not running: {0}"), state), means)
    text = translate("Switch", "One of the model’s prediction APIs is not running: {0} ({1})")
    return Note(fill(text, down.classifier.classifier_id, state), means)


def _still_switching(case: SwitchCase) -> Note:
    coming = quoted(case.coming) if case.coming is not None else ""
    return Note(
        fill(translate("Switch", "A switch to {0} is still under way"), coming),
        translate(
            "Switch",
            "The service accepted it, and its model does not run yet. It is better to wait until it has ended.",
        ),
    )


def _live_already(case: SwitchCase) -> Note:
    if case.service.is_said:
        return Note(
            translate("Switch", "This job is live already, as the service says"),
            translate("Switch", "Switching to it again should change nothing."),
        )
    return Note(
        translate("Switch", "This job is live already"),
        translate("Switch", "Switching to it again should change nothing, unless the model was switched elsewhere."),
    )


def _verdict_worse(case: SwitchCase) -> Note:
    is_just = case.verdict is not None and case.verdict.is_just
    if case.is_against_live:
        what = translate("Switch", "By its results, clearly worse than the live model")
        if is_just:
            what = translate("Switch", "By its results, worse than the live model, but only just")
    else:
        what = translate("Switch", "By its results, clearly worse than the previous model")
        if is_just:
            what = translate("Switch", "By its results, worse than the previous model, but only just")
    return Note(what, numbers_and_doubt(case.verdict) if case.verdict else "")


def _behind_live(case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "By its own results, worse than the live model"),
        beside_live_text(case),
    )


def _perhaps_behind_live(case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "By its own results, perhaps worse than the live model"),
        beside_live_text(case),
    )


def _not_saved(_case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "The results of this job were never saved"),
        translate(
            "Switch", "It is not known here whether this model is better. Save the results and look at them first."
        ),
    )


def _not_opened(_case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "The results were never looked at here"),
        translate("Switch", "Look at them before you decide, unless you did so elsewhere."),
    )


def _newer_finished(case: SwitchCase) -> Note:
    newer = case.newer or case.job
    if case.is_newer_certain and newer.started_at is not None:
        return Note(
            fill(translate("Switch", "A newer job has finished: “{0}”"), short(job_title(newer))),
            fill(translate("Switch", "It was started later ({0})."), dated(newer.started_at, case)),
        )
    return Note(
        fill(translate("Switch", "“{0}” may be newer"), short(job_title(newer))),
        fill(
            translate("Switch", "It was added later ({0}). When it was started is not known."),
            dated(newer.added_at, case),
        ),
    )


def _key_ends_soon(case: SwitchCase) -> Note:
    end = case.model.key_ends_at or 0.0
    is_about = case.model.key_end_is_about
    when = formatting.recent_day(end, case.at) if is_about else formatting.dated_moment(end, case.at)
    if end <= case.at:
        what = translate("Switch", "The model’s API key expired on {0}")
        if is_about:
            what = translate("Switch", "The model’s API key expired around {0}")
        means = translate("Switch", "The service will probably not accept the switch. Enter or issue a new key first.")
        return Note(fill(what, when), means)
    what = translate("Switch", "The model’s API key expires on {0}")
    if is_about:
        what = translate("Switch", "The model’s API key expires around {0}")
    means = translate("Switch", "After that, no switch is possible until there is a new key, not even a switch back.")
    return Note(fill(what, when), means)


def _old_job(_case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "The data this job was trained on may be out of date"),
        translate("Switch", "At least 30 days have passed since it finished."),
    )
