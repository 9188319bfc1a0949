"""The sentences of Switch model: what it states, what warns, what forbids it, what it asks for."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.account.live import LiveKind
from epa_gui.core.history.deployment import Deployment, Switch
from epa_gui.core.jobs.metric import SIGNIFICANT_DIGITS, Metric
from epa_gui.core.switching.switch_case import SwitchCase, SwitchObstacle, SwitchWarning
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.core.way.against import is_against_live
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import region_name
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.live_text import api_down_text, api_state, building_text, said_at
from epa_gui.ui.base.verdict_text import carrier_name, numbers_and_doubt, one_line, shown_figures

translate = QCoreApplication.translate

LONGEST_REASON = 500
"""Characters."""

_LONGEST_NAME = 60
"""Characters of a name within a sentence; it stands in full beside it."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is, or will be, behind the prediction API.

    Attributes:
        title: Its name.
        more: Since when, or how sure that is.
    """

    title: str
    more: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know before switching.

    Attributes:
        what: What it is.
        means: What it means.
    """

    what: str
    means: str


def headline(case: SwitchCase) -> str:
    """The question that the dialog asks."""
    return fill(
        translate("Switch", "Put “{0}” into service for “{1}”?"), _short(job_title(case.job)), _short(case.model.name)
    )


def live_card(case: SwitchCase) -> Card:
    """What is behind the API now, by the service's word or as far as this program knows."""
    live = case.live
    if case.service.is_said and case.service.is_certain:
        return _said_card(case)
    if case.service.is_restored and not case.service.open:
        known = live.job_title if live else translate("Switch", "the original model, or one switched elsewhere")
        return Card(
            translate("Switch", "Not known for certain"),
            fill(translate("Switch", "{0}, or what was switched to after the backup this list came from"), known),
        )
    if not case.service.is_certain:
        known = _quoted(live) if live else translate("Switch", "the original model, or one switched elsewhere")
        jobs = ", ".join([known, *(_quoted(switch) for switch in case.service.open)])
        return Card(
            translate("Switch", "Not known for certain"),
            fill(translate("Switch", "one of these, since a switch is not confirmed: {0}"), jobs),
        )
    if live is None:
        return Card(translate("Switch", "The original model"), translate("Switch", "or one switched elsewhere"))
    return Card(shown(live.job_title), fill(translate("Switch", "since {0}"), _moment(live.since, case)))


def _said_card(case: SwitchCase) -> Card:
    live, service = case.live, case.service
    parts = [fill(translate("Switch", "since {0}"), _moment(live.since, case))] if live is not None else []
    if len(service.apis) > 1:
        parts.append(fill(translate("Switch", "Prediction APIs: {0}"), len(service.apis)))
    parts += [api_down_text(api) for api in case.apis_down]
    parts.append(said_at(service, case.at))
    title = shown(live.job_title) if live is not None else _not_a_job(service)
    return Card(title, ". ".join(parts))


def _not_a_job(service: Deployment) -> str:
    if service.has_no_api:
        return translate("Switch", "No prediction API")
    if service.is_being_built:
        return building_text()
    other = next((api.classifier.model_id for api in service.apis if api.kind is LiveKind.OTHER), None)
    if other is None:
        return translate("Switch", "The original model")
    return fill(translate("Switch", "Model {0}, which is no job here"), other)


def next_card(case: SwitchCase) -> Card:
    """What will be behind it, and what that does."""
    does = translate("Switch", "From then on, all predictions come from it.")
    return Card(shown(job_title(case.job)), ". ".join(part for part in (_finished(case), does) if part))


def model_text(case: SwitchCase) -> str:
    """The model, and where it is."""
    region = region_name(case.model.region, case.model.address)
    return fill(translate("Switch", "{0} · {1}"), case.model.name, region)


def job_text(case: SwitchCase) -> str:
    """The job by its name and its ID."""
    if not case.job.name:
        return fill(translate("Switch", "ID {0}"), case.job.id)
    return fill(translate("Switch", "{0} · ID {1}"), case.job.name, case.job.id)


def age_text(case: SwitchCase) -> str:
    """How old the job is, and how that is known."""
    if case.finished_at is None:
        return translate("Switch", "Not known")
    when = _moment(case.finished_at, case)
    if case.is_age_a_minimum:
        return fill(
            translate("Switch", "{0} (it was finished when EPA Desktop first looked, {1})"), _finished(case), when
        )
    return fill(translate("Switch", "{0} ({1})"), _finished(case), when)


def results_text(case: SwitchCase) -> str:
    """Whether the results were saved and opened."""
    saved = case.job.saved
    if saved is None:
        return translate("Switch", "Not saved")
    when = _moment(saved.at, case)
    if case.job.opened_at is None:
        return fill(translate("Switch", "Saved {0}, not opened from here"), when)
    return fill(translate("Switch", "Saved {0}, opened {1}"), when, _moment(case.job.opened_at, case))


def verdict_text(case: SwitchCase) -> str:
    """The verdict and its doubt, against what; and what is known of the live job's own figure."""
    if case.verdict is None:
        return _without_verdict(case)
    told = translate("Switch", "{0} (against the previous model)")
    if is_against_live(case.job, case.service):
        told = translate("Switch", "{0} (against the live model)")
    lines = [fill(told, one_line(case.verdict)), numbers_and_doubt(case.verdict), _live_figure(case)]
    return "\n".join(line for line in lines if line)


def _without_verdict(case: SwitchCase) -> str:
    metric = case.metric
    if metric is not None:
        text = translate(
            "Switch", "{0} {1} → {2}; whether that may be chance is not known, since it was not judged here"
        )
        return fill(text, metric.name, *_figures(metric))
    if case.job.saved is None:
        return translate("Switch", "Not known, since the results are not saved")
    return translate("Switch", "Not known: the results were not read here")


def _live_figure(case: SwitchCase) -> str:
    """What is known of the one that is live, unless it is this one."""
    if case.live_job is None or case.live_job.id == case.job.id:
        return ""
    live, mine = case.live_verdict, case.verdict
    if live is None or mine is None or not live.metric or live.metric != mine.metric or live.this is None:
        return translate("Switch", "How it compares with what is live is not known here.")
    text = translate("Switch", "What is live has {0} {1} by its own results, perhaps measured on other data.")
    return fill(text, carrier_name(live), shown_figures(live)[1])


def warning_note(case: SwitchCase, warning: SwitchWarning) -> Note:
    """A warning: what it is, and what it means."""
    return {
        SwitchWarning.NOT_CONFIRMED: _not_confirmed,
        SwitchWarning.API_DOWN: _api_down,
        SwitchWarning.STILL_SWITCHING: _still_switching,
        SwitchWarning.LIVE_ALREADY: _live_already,
        SwitchWarning.VERDICT_WORSE: _verdict_worse,
        SwitchWarning.NOT_SAVED: _not_saved,
        SwitchWarning.NOT_OPENED: _not_opened,
        SwitchWarning.NEWER_FINISHED: _newer_finished,
        SwitchWarning.KEY_ENDS_SOON: _key_ends_soon,
        SwitchWarning.OLD_JOB: _old_job,
    }[warning](case)


def back_note(*, was_live: bool) -> Note:
    """What to know about going back.

    Args:
        was_live: Whether to a job that was live before; else to one that is older than what is live.
    """
    return Note(
        translate("Switch", "This goes back to a job that was live before.")
        if was_live
        else translate("Switch", "This goes back to an earlier job."),
        translate(
            "Switch", "The service's manual does not promise that this works. Try the prediction API afterwards."
        ),
    )


def original_note() -> Note:
    """What to know about the model that was there first."""
    return Note(
        translate("Switch", "The original model cannot be brought back through this API."),
        translate("Switch", "It came from no retraining job, so there is none to switch to."),
    )


def obstacle_text(obstacle: SwitchObstacle) -> str:
    """Why a switch cannot be asked for, and what to do."""
    return {
        SwitchObstacle.SENDING: translate(
            "Switch", "This job's training file is still on the way. Wait until the job reads Finished."
        ),
        SwitchObstacle.NOT_FINISHED: translate(
            "Switch", "This job is not finished. Only a job that reads Finished can go into service."
        ),
        SwitchObstacle.SWITCHING: translate(
            "Switch", "Another switch of this model is under way. Wait until it has ended."
        ),
    }[obstacle]


def reason_hint(case: SwitchCase, reason: str) -> str:
    """What to say of the reason as it stands."""
    if case.needs_reason and not reason:
        return translate("Switch", "Give a reason: this is the first switch of this model. The history keeps it.")
    if len(reason) >= LONGEST_REASON:
        return fill(translate("Switch", "No more than {0} characters fit here."), LONGEST_REASON)
    return translate("Switch", "The history keeps it with the switch.")


def ago(seconds: float) -> str:
    """How long since, in whole minutes, hours or days."""
    minutes, hours, days = (int(seconds // unit) for unit in (60, 3600, 86400))
    if days >= 2:
        return translate("Switch", "%n day(s) ago", "", days)
    if hours:
        return translate("Switch", "%n hour(s) ago", "", hours)
    if minutes:
        return translate("Switch", "%n minute(s) ago", "", minutes)
    return translate("Switch", "just now")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _quoted(switch: Switch) -> str:
    return fill(translate("Switch", "“{0}”"), _short(switch.job_title))


def _moment(seconds: float, case: SwitchCase) -> str:
    return formatting.moment(seconds, case.at, is_exact=False)


def _finished(case: SwitchCase) -> str:
    if case.age is None:
        return ""
    if case.is_age_a_minimum:
        return fill(translate("Switch", "Finished {0} or earlier"), ago(case.age))
    return fill(translate("Switch", "Finished {0}"), ago(case.age))


def _figures(metric: Metric) -> tuple[str, str]:
    """The value before and the new one."""
    return _figure(metric.previous), _figure(metric.this)


def _figure(value: float) -> str:
    shown = float(f"{value:.{SIGNIFICANT_DIGITS}g}")
    if 10**SIGNIFICANT_DIGITS <= abs(shown) < 1e15:  # else Qt would write 1.235e+04
        return QLocale().toString(shown, "f", 0)
    return QLocale().toString(shown, "g", SIGNIFICANT_DIGITS)


def _not_confirmed(case: SwitchCase) -> Note:
    means = translate("Switch", "What is live now is not known for certain. It will be when this switch is done.")
    jobs = [switch.job for switch in case.service.open]
    if not jobs:
        return Note(translate("Switch", "This list came from a backup, so later switches may be missing."), means)
    if jobs == [case.job.id]:
        return Note(
            translate("Switch", "The last switch to this job is not confirmed."),
            translate("Switch", "It may be live already. Sending it again ends in the same place."),
        )
    names = ", ".join(_quoted(switch) for switch in case.service.open)
    if len(jobs) == 1:
        return Note(fill(translate("Switch", "The switch to {0} is not confirmed."), names), means)
    return Note(fill(translate("Switch", "The switches to these are not confirmed: {0}."), names), means)


def _api_down(case: SwitchCase) -> Note:
    down = next(iter(case.apis_down), None)
    state = api_state(down.classifier) if down is not None else ""
    means = translate(
        "Switch", "It gives no predictions, not even after the switch, until it is started in the console."
    )
    if down is None or len(case.service.apis) == 1:
        return Note(fill(translate("Switch", "The model's prediction API does not run: it is {0}."), state), means)
    text = translate("Switch", "One of the model's prediction APIs does not run: {0} is {1}.")
    return Note(fill(text, down.classifier.classifier_id, state), means)


def _still_switching(case: SwitchCase) -> Note:
    coming = _quoted(case.coming) if case.coming is not None else ""
    return Note(
        fill(translate("Switch", "A switch to {0} is still being carried out."), coming),
        translate("Switch", "The service took it, and its model does not run yet. Better wait until it has ended."),
    )


def _live_already(case: SwitchCase) -> Note:
    if case.service.is_said:
        return Note(
            translate("Switch", "This job is live already, as the service says."),
            translate("Switch", "Switching to it again changes nothing."),
        )
    return Note(
        translate("Switch", "This job is live already."),
        translate("Switch", "Switching to it again changes nothing, unless somebody switched elsewhere."),
    )


def _verdict_worse(case: SwitchCase) -> Note:
    is_just = case.verdict is not None and case.verdict.is_just
    if is_against_live(case.job, case.service):
        what = translate("Switch", "By its results this model is clearly worse than the live model.")
        if is_just:
            what = translate("Switch", "By its results this model is worse than the live model, but only just.")
    else:
        what = translate("Switch", "By its results this model is clearly worse than the previous model.")
        if is_just:
            what = translate("Switch", "By its results this model is worse than the previous model, but only just.")
    return Note(what, numbers_and_doubt(case.verdict) if case.verdict else "")


def _not_saved(_case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "The results of this job were never saved."),
        translate("Switch", "So it is not known here whether this model is better. Save them and look first."),
    )


def _not_opened(_case: SwitchCase) -> Note:
    return Note(
        translate("Switch", "The results were never looked at here."),
        translate("Switch", "Look at them before you decide, if you have not done so elsewhere."),
    )


def _newer_finished(case: SwitchCase) -> Note:
    newer = case.newer or case.job
    if case.is_newer_certain and newer.started_at is not None:
        return Note(
            fill(translate("Switch", "A newer job has finished: “{0}”."), _short(job_title(newer))),
            fill(translate("Switch", "It was started {0}, after this one."), _moment(newer.started_at, case)),
        )
    return Note(
        fill(translate("Switch", "A job that may be newer has finished: “{0}”."), _short(job_title(newer))),
        fill(
            translate("Switch", "It was added {0}, after this one; when it was started is not known here."),
            _moment(newer.added_at, case),
        ),
    )


def _key_ends_soon(case: SwitchCase) -> Note:
    end = case.model.key_ends_at or 0.0
    is_about = case.model.key_end_is_about
    when = fill(translate("Switch", "about {0}"), formatting.day(end)) if is_about else _moment(end, case)
    if end <= case.at:
        return Note(
            fill(translate("Switch", "The model's API key ended {0}."), when),
            translate("Switch", "The service will probably refuse the switch. Enter or issue a new key first."),
        )
    return Note(
        fill(translate("Switch", "The model's API key ends {0}."), when),
        translate("Switch", "After that no switch is possible, back neither, until there is a new key."),
    )


def _old_job(case: SwitchCase) -> Note:
    return Note(
        fill(translate("Switch", "This job finished {0}."), ago(case.age or 0.0)),
        translate("Switch", "What it learned from may be out of date."),
    )
