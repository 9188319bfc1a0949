"""What can be done next with a job: one thing first, the others beside it. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, TroubleWith, first_trouble
from epa_gui.core.jobs.problem import KEY_KINDS
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.way.standing import Standing, standing_of


class Act(StrEnum):
    """What a button on a job's page does."""

    CANCEL_UPLOAD = "cancel upload"
    CHECK_NOW = "check now"
    LOOK = "look at the results"
    SWITCH = "switch"
    SWITCH_BACK = "switch back"  # to a job that was live before
    SWITCH_BACK_TO_IT = "switch back to it"  # this job was live before
    KEEP_LIVE = "keep the live model"
    SEND_AGAIN = "send again"
    FIX_AND_SEND_AGAIN = "fix and send again"
    OPEN_USAGE = "open the console's usage page"
    ENTER_KEY = "enter the new key"
    ISSUE_KEY = "issue a new key"


@dataclass(frozen=True, slots=True)
class Offer:
    """The buttons of a job's page.

    Attributes:
        primary: What the page is for now: default; `None` where there is nothing to do but wait.
        beside: What else can be done, in this order.
    """

    primary: Act | None = None
    beside: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Ability:
    """What can be done now, which the job alone does not tell.

    Attributes:
        can_look: Whether its results are here, or can be fetched.
        can_switch: Whether a switch of its model can be asked for.
        can_switch_back: Whether there is an earlier job that was live.
        can_issue_key: Whether the account's secret key is kept, so that a key can be issued at a click.
        knows_fault: Whether the comparison with the last file sent knows why it failed.
    """

    can_look: bool = False
    can_switch: bool = False
    can_switch_back: bool = False
    can_issue_key: bool = False
    knows_fault: bool = False


def offer_of(job: Job, live: LiveState, ability: Ability) -> Offer:
    """What to offer for a job.

    Args:
        job: As it is.
        live: What it is to its model's prediction API.
        ability: What can be done now.
    """
    standing = standing_of(job, live)
    trouble = first_trouble(job, is_switching=standing is Standing.SWITCHING)
    if trouble is not None and trouble.problem.kind in KEY_KINDS and trouble.source is not TroubleWith.JOB:
        return Offer(Act.ISSUE_KEY if ability.can_issue_key else Act.ENTER_KEY)
    if standing is Standing.FAILED:
        return _after_failure(job, ability)
    if live is LiveState.WAS_LIVE and standing in {Standing.FINISHED, Standing.LOOKED_AT}:
        found = _ONCE_LIVE
    elif standing is Standing.FINISHED and not job.has_file and not ability.can_look:
        found = _NO_FILE
    else:
        found = _after_looking(job) if standing is Standing.LOOKED_AT else _OFFERS[standing]
    return _without(_impossible(ability), found)


_OFFERS = {
    Standing.UPLOADING: Offer(beside=(Act.CANCEL_UPLOAD,)),
    Standing.NOT_SENT: Offer(Act.SEND_AGAIN),
    Standing.NOT_CHECKED: Offer(beside=(Act.CHECK_NOW,)),
    Standing.TRAINING: Offer(beside=(Act.CHECK_NOW,)),
    Standing.FINISHED: Offer(Act.LOOK, (Act.SWITCH,)),
    Standing.SWITCHING: Offer(beside=(Act.LOOK, Act.CHECK_NOW)),
    Standing.NOT_CONFIRMED: Offer(beside=(Act.LOOK, Act.CHECK_NOW)),
    Standing.PERHAPS_LIVE: Offer(beside=(Act.LOOK, Act.CHECK_NOW)),
    Standing.LIVE: Offer(beside=(Act.LOOK, Act.SWITCH_BACK)),
}

_NO_FILE = Offer(beside=(Act.CHECK_NOW, Act.SWITCH))
"""Of a job that has finished, of which the service offers no results yet."""

_ONCE_LIVE = Offer(beside=(Act.LOOK, Act.SWITCH_BACK_TO_IT))
"""Of a job with a newer one live after it: to go back is possible, and nothing anybody is led to."""


def _after_failure(job: Job, ability: Ability) -> Offer:
    if job.upload is None:
        return Offer(beside=(Act.CHECK_NOW, Act.OPEN_USAGE))
    return Offer(Act.FIX_AND_SEND_AGAIN if ability.knows_fault else Act.SEND_AGAIN, (Act.OPEN_USAGE,))


def _after_looking(job: Job) -> Offer:
    if job.kept_at is not None:  # it was decided
        return Offer(None, (Act.LOOK, Act.SWITCH))
    if job.verdict is not None and job.verdict.answer is Answer.BETTER:
        return Offer(Act.SWITCH, (Act.KEEP_LIVE, Act.LOOK))
    return Offer(Act.KEEP_LIVE, (Act.LOOK, Act.SWITCH))


def _impossible(ability: Ability) -> set[Act]:
    possible = {
        Act.LOOK: ability.can_look,
        Act.SWITCH: ability.can_switch,
        Act.KEEP_LIVE: ability.can_switch,
        Act.SWITCH_BACK_TO_IT: ability.can_switch,
        Act.SWITCH_BACK: ability.can_switch and ability.can_switch_back,
    }
    return {act for act, can in possible.items() if not can}


def _without(acts: set[Act], offer: Offer) -> Offer:
    primary = None if offer.primary in acts else offer.primary
    return Offer(primary, tuple(act for act in offer.beside if act not in acts))


_OPENING = frozenset({Act.LOOK, Act.SWITCH, Act.SEND_AGAIN, Act.FIX_AND_SEND_AGAIN, Act.ENTER_KEY})
"""What only opens something: to look at, or a form in which nothing has happened yet."""


def opening_of(offer: Offer) -> Act | None:
    """What a double click and Return on a job's row do: its primary act, if that only opens something.

    What is done at once, as keeping the live model or issuing a key, has a button of its own, with its name on it: a
    double click is how people open things, and must decide nothing. There it looks at the results, if that is offered.
    """
    if offer.primary in _OPENING:
        return offer.primary
    return Act.LOOK if Act.LOOK in offer.beside else None
