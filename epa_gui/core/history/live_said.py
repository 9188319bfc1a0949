"""What is behind a model's prediction APIs by the service's own word, in place of what the history tells. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from epa_gui.core.account.classifier import Classifier
from epa_gui.core.account.live import SWITCH_SECONDS, LiveKind, what_is_live
from epa_gui.core.account.live_progress import LivePhase
from epa_gui.core.history.deployment import Deployment, LiveApi, Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model


def as_said(  # noqa: PLR0917  each is something else that is known
    history: Deployment,
    model: Model,
    told: Iterable[tuple[Classifier, float]],
    jobs: Sequence[Job],
    switches: Sequence[Switch],
    coming: Switch | None = None,
    *,
    is_told_of_none: bool = False,
) -> Deployment:
    """What is behind a model's prediction APIs.

    Where the service says nothing that tells, or what it said is older than a switch that was done since, it is what
    the history says.

    Args:
        history: What the history says.
        model: The model.
        told: Its prediction APIs, each with when the service told of it, seconds since the epoch (UTC).
        jobs: Its jobs.
        switches: Its switches, oldest first.
        coming: The switch that the service took and whose model does not run yet.
        is_told_of_none: Whether no prediction API among `told` means that the model has none.
    """
    apis = tuple(_api(classifier, asked_at, model, jobs, switches) for classifier, asked_at in told)
    if not apis and is_told_of_none and not history.has_been_switched:
        return replace(history, is_said=True)
    if not apis or all(api.kind is LiveKind.UNKNOWN for api in apis):
        return replace(history, apis=apis)
    said_at = min(api.asked_at for api in apis)
    live = history.live
    if live is not None and live.at > said_at and (coming is None or live.id != coming.id):
        return replace(history, apis=apis)
    behind = {api.job for api in apis if api.job}
    newest = max((api for api in apis if api.job), key=_rank, default=None)
    was = {live.job} if live is not None and (coming is None or live.id != coming.id) else set()
    earlier = (history.earlier | was) - behind
    return Deployment(
        None if newest is None else _switch_to(newest, history, model, jobs, switches),
        tuple(switch for switch in history.open if _is_open(switch, said_at, behind)),
        earlier,
        history.perhaps_earlier - behind - earlier,
        apis=apis,
        is_said=True,
    )


def _api(
    classifier: Classifier, asked_at: float, model: Model, jobs: Sequence[Job], switches: Sequence[Switch]
) -> LiveApi:
    live = what_is_live(classifier, model, jobs)
    if live.job is not None:
        return LiveApi(classifier, LiveKind.JOB, asked_at, live.job.id)
    if live.kind is not LiveKind.ORIGINAL:
        return LiveApi(classifier, live.kind, asked_at)
    return LiveApi(classifier, *_by_version(classifier, asked_at, switches))


def _by_version(classifier: Classifier, asked_at: float, switches: Sequence[Switch]) -> tuple[LiveKind, float, str]:
    """What the number of the original model means.

    What a switch does to the number is not documented. A service that keeps it tells the models apart by the version
    alone, and only those that were seen are known.
    """
    for switch in reversed(switches):
        seen = switch.seen
        if seen is None or seen.phase is not LivePhase.RUNNING_NEW:
            continue
        after = next((one for one in seen.after if one.classifier_id == classifier.classifier_id), None)
        if after is not None and after.model_id == classifier.model_id:
            is_the_same = after.version == classifier.version
            return (LiveKind.JOB if is_the_same else LiveKind.UNKNOWN), asked_at, switch.job if is_the_same else ""
    own = [one for one in switches if not one.is_elsewhere and one.outcome is SwitchOutcome.DONE and not one.seen]
    if own and not own[-1].is_to_be_seen and not any(_tells_by_number(switch) for switch in switches):
        return LiveKind.UNKNOWN, asked_at, ""
    return LiveKind.ORIGINAL, asked_at, ""


def _tells_by_number(switch: Switch) -> bool:
    """Whether it was seen that another model has another number."""
    if switch.is_elsewhere:
        return bool(switch.job)
    before = {one.classifier_id: one.model_id for one in switch.before or ()}
    after = switch.seen.after if switch.seen is not None else ()
    return any(before.get(one.classifier_id, one.model_id) != one.model_id for one in after)


def _rank(api: LiveApi) -> tuple[bool, float]:
    """The one that answers, and of these the one changed last, stands for all."""
    return not api.is_down, api.classifier.updated_at or 0.0


def _switch_to(
    api: LiveApi, history: Deployment, model: Model, jobs: Sequence[Job], switches: Sequence[Switch]
) -> Switch:
    """The switch that made it live; one made elsewhere if none is known."""
    if history.live is not None and history.live.job == api.job:
        return history.live
    for switch in reversed(switches):
        if switch.job == api.job and switch.outcome is SwitchOutcome.DONE and not switch.has_come_to_nothing:
            return switch
    name = next((job.name for job in jobs if job.id == api.job), "")
    at = api.classifier.updated_at
    at = api.asked_at if at is None or at > api.asked_at else at
    return Switch(
        "",
        model.id,
        api.job,
        name,
        model.name,
        at,
        outcome=SwitchOutcome.DONE,
        ended_at=at,
        is_elsewhere=True,
        number=api.classifier.model_id,
    )


def _is_open(switch: Switch, said_at: float, behind: set[str]) -> bool:
    """Whether a switch that nobody confirmed may still come to be seen."""
    return switch.job not in behind and said_at - switch.at < SWITCH_SECONDS
