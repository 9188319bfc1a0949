"""The words for what the service says of prediction APIs: how each stands, since when, and what it answers with."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveKind
from epa_gui.core.account.live_progress import LivePhase, LiveProgress
from epa_gui.core.history.deployment import Deployment, LiveApi
from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.ui.base import formatting

translate = QCoreApplication.translate


_PASSING = frozenset({ClassifierStatus.BUILDING, ClassifierStatus.UPDATING})


def api_state(classifier: Classifier) -> str:
    """How a prediction API stands; the service's own word where it is one that nobody here knows."""
    known = {
        ClassifierStatus.BUILDING: translate("Live", "building"),
        ClassifierStatus.RUNNING: translate("Live", "running"),
        ClassifierStatus.UPDATING: translate("Live", "updating"),
        ClassifierStatus.FAILED: translate("Live", "failed"),
        ClassifierStatus.TERMINATING: translate("Live", "stopping"),
        ClassifierStatus.TERMINATED: translate("Live", "stopped"),
    }.get(classifier.status)
    if known is not None:
        return known
    if not classifier.status_said:
        return translate("Live", "in an unknown state")
    return fill(translate("Live", "“{0}”"), classifier.status_said)


def api_line(api: LiveApi, now: float, title: str | None = None) -> str:
    """A prediction API in a line, with when the service said so.

    Args:
        api: Which one.
        now: Seconds since the epoch (UTC).
        title: What it answers with; left out where that goes without saying.
    """
    one = api.classifier
    state = api_state(one)
    since = formatting.moment(one.updated_at, now, is_exact=False) if one.updated_at is not None else one.updated_said
    if since and one.status not in _PASSING:  # it tells when the last change was done, not when this one began
        state = fill(translate("Live", "{0} since {1}"), state, since)
    if title is not None:
        state = fill(translate("Live", "{0}, with {1}"), state, title)
    return fill(translate("Live", "Prediction API {0}: {1}. {2}."), one.classifier_id, state, _said(api.asked_at, now))


def api_lines(service: Deployment, now: float, title: str = "") -> str:
    """All prediction APIs of a model, a line each; empty where the service tells of none.

    Args:
        service: What is behind them.
        now: Seconds since the epoch (UTC).
        title: What the live job is called.
    """
    if len(service.apis) == 1:
        return api_line(service.apis[0], now)
    live = service.live.job if service.live is not None else ""
    return "\n".join(
        api_line(api, now, _answers_with(api, title if api.job == live else api.job)) for api in service.apis
    )


def said_at(service: Deployment, now: float) -> str:
    """When the service said so, as “Said by the service at 14:02”; empty where it did not."""
    return _said(service.said_at, now) if service.is_said and service.said_at is not None else ""


def api_down_text(api: LiveApi) -> str:
    """That a prediction API does not answer, in few words."""
    return fill(translate("Live", "Prediction API {0}"), api_state(api.classifier))


def building_text() -> str:
    """That a model's prediction API does not answer yet."""
    return translate("Live", "Prediction API is being built")


def not_a_job(service: Deployment) -> str:
    """What is live by the service's word where it is no job of the list."""
    if service.has_no_api:
        return translate("Live", "No prediction API")
    if service.is_being_built:
        return building_text()
    others = [api for api in service.apis if api.kind is LiveKind.OTHER]
    if not others:
        return translate("Live", "Original model is live")
    return fill(translate("Live", "Another model is live: ID {0}"), others[0].classifier.model_id)


def progress_text(progress: LiveProgress) -> str:
    """How far a switch has come that the service took."""
    so_far = taken(progress.seconds)
    if progress.phase is LivePhase.UPDATING:
        text = translate("Live", "The service accepted the switch. The prediction API is updating, {0} so far.")
        return fill(text, so_far)
    text = translate("Live", "The service accepted the switch. The prediction API does not show it yet, {0} so far.")
    return fill(text, so_far)


def taken(seconds: float) -> str:
    """How long a switch takes: to the second for as long as people wait for it."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    if not 1 <= minutes < 60 or not rest:
        return formatting.duration(seconds)
    return fill(translate("Live", "{0} min {1} s"), minutes, rest)


def _answers_with(api: LiveApi, title: str) -> str:
    if api.kind is LiveKind.JOB:
        return fill(translate("Live", "“{0}”"), title)
    if api.kind is LiveKind.ORIGINAL:
        return translate("Live", "the original model")
    if api.kind is LiveKind.OTHER:
        return fill(translate("Live", "model {0}"), isolated(str(api.classifier.model_id)))
    return translate("Live", "a model that the service does not name")


def _said(seconds: float, now: float) -> str:
    return fill(translate("Live", "Said by the service at {0}"), formatting.moment(seconds, now, is_exact=False))
