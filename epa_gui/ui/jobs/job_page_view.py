"""What a job's page is given to show: frozen, made anew whenever something it tells of has changed."""

import math
from dataclasses import dataclass, field

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job, JobKey, Trouble, first_trouble
from epa_gui.core.way.next_act import Ability, Offer, offer_of
from epa_gui.core.way.standing import Standing, standing_of


@dataclass(frozen=True, slots=True)
class TransferView:
    """A running download or upload as the page shows it.

    Attributes:
        path: The file, here.
        done: Bytes there; `None` while it waits.
        total: Bytes in all, or 0 if unknown.
        speed: Bytes a second.
        is_upload: Which way it goes.
    """

    path: str
    done: int | None
    total: int
    speed: float
    is_upload: bool = False


@dataclass(frozen=True, slots=True)
class JobPageView:
    """One job with all that its page tells of it. Times are seconds since the epoch (UTC).

    Attributes:
        job: As it stands.
        model_name: What its model is called.
        live: What it is to its model's prediction API.
        live_text: The same in words, with since when and why; empty for nothing.
        live_said: What the service says of the prediction APIs, a line each; empty where it does not, or they have
            nothing to do with this job.
        live_since: When it was put into service last; `None` for never.
        is_against_live: Whether its results compare it with the model that is live now, and not with one before that.
        estimate: When it will be done; `None` where nothing can be said.
        transfer: Its download or upload, if one runs.
        waiting: What is waited for, in a sentence; empty for nothing.
        fetched: What of its results is here for looking, in words; empty for nothing.
        is_fetching: Whether its results are being fetched for looking right now.
        ability: What can be done with it now.
        can_cancel_switch: Whether a switch to it is under way that can still be given up.
        is_followed: Whether the service has taken a switch to it, and its model does not run yet.
        back_to: The job that was live before this one, to go back to.
        back_title: What that one is called.
        is_checking: Whether the service is being asked about it right now.
        notifies: Whether a notification comes when it is done.
        predictions: What is told of the predictions around the switch to it; empty for nothing.
        predictions_failed: Whether one of them failed after the switch.
        can_show_predictions: Whether there is more of them to show.
        key_warning: That its model's API key ends soon, or has ended, in words; empty for nothing.
    """

    job: Job
    model_name: str = ""
    live: LiveState = LiveState.NO
    live_text: str = ""
    live_said: str = ""
    live_since: float | None = None
    is_against_live: bool = True
    estimate: Estimate | None = None
    transfer: TransferView | None = None
    waiting: str = ""
    fetched: str = ""
    is_fetching: bool = False
    ability: Ability = field(default_factory=Ability)
    can_cancel_switch: bool = False
    is_followed: bool = False
    back_to: JobKey | None = None
    back_title: str = ""
    is_checking: bool = False
    notifies: bool = True
    predictions: str = ""
    predictions_failed: bool = False
    can_show_predictions: bool = False
    key_warning: str = ""

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return standing_of(self.job, self.live)

    @property
    def trouble(self) -> Trouble | None:
        """What is told to be wrong with it; its failure too."""
        return first_trouble(self.job, is_switching=self.live is LiveState.SWITCHING)

    @property
    def offer(self) -> Offer:
        """Its buttons."""
        return offer_of(self.job, self.live, self.ability)

    def late(self, now: float) -> float:
        """How much longer than usual it has been going, in seconds; 0 while that may be chance, or it is over."""
        is_going = self.standing in {Standing.TRAINING, Standing.NOT_CHECKED}
        return lateness(self.estimate, now) if is_going else 0.0

    @property
    def is_stopped(self) -> bool:
        """Whether it was going on, and is asked about no more until a person does something."""
        is_going = self.standing in {Standing.TRAINING, Standing.NOT_CHECKED}
        return is_going and self.job.next_check_at == math.inf and not self.is_checking

    @property
    def is_kept(self) -> bool:
        """Whether a person decided to keep the live model, and has not switched to this one since."""
        kept_at = self.job.kept_at
        return kept_at is not None and (self.live_since is None or self.live_since < kept_at)
