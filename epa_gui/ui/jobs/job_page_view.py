"""What a job's page is given to show: frozen, made anew whenever something it tells of has changed."""

import math
from dataclasses import dataclass, field

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job, JobKey, Trouble, TroubleWith, first_trouble
from epa_gui.core.jobs.problem import KEY_OVER_KINDS, LASTING_KINDS
from epa_gui.core.way.next_act import Ability, Offer, offer_of
from epa_gui.core.way.standing import Standing, standing_of
from epa_gui.ui.base.problem_text import ProblemWords


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
        live_text: The same in words, with since when and why, as it stands below a headline; empty for nothing.
        is_live_said: Whether the service says so; else it is as far as this program knows.
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
        key_warning: That its model's API key ends soon, or has ended, and what that means; `None` for nothing.
        key_expired: That the key ended, in words, where its end is known and past; empty for nothing.
    """

    job: Job
    model_name: str = ""
    live: LiveState = LiveState.NO
    live_text: str = ""
    is_live_said: bool = False
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
    key_warning: ProblemWords | None = None
    key_expired: str = ""

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
        return lateness(self.estimate, now) if self._is_going and not self.is_unseen else 0.0

    @property
    def _is_going(self) -> bool:
        return self.standing in {Standing.TRAINING, Standing.NOT_CHECKED}

    @property
    def is_unseen(self) -> bool:
        """Whether it was going on when it was last seen, and nobody here knows what has come of it since.

        Nobody asks any more until a person does something, or the service says that it may be gone.
        """
        if not self._is_going:
            return False
        problem = self.job.problem
        is_lost = problem is not None and problem.kind in LASTING_KINDS
        return is_lost or (self.job.next_check_at == math.inf and not self.is_checking)

    @property
    def is_unanswered(self) -> bool:
        """Whether it goes on as far as anybody knows, but the last check of it had trouble."""
        trouble = self.trouble
        return self._is_going and trouble is not None and trouble.source is TroubleWith.CHECK

    @property
    def told_key_warning(self) -> ProblemWords | None:
        """What is said of the key's end: only of a job that cannot come to its end without the key."""
        waits_for_results = self.standing is Standing.FINISHED and not self.job.has_file
        needs_key = self._is_going or waits_for_results or self.standing is Standing.UPLOADING
        return self.key_warning if needs_key else None

    @property
    def is_key_over(self) -> bool:
        """Whether the service did not accept the key, and that is because it had ended, as far as is known."""
        problem = self.trouble.problem if self.trouble is not None else None
        return bool(self.key_expired) and problem is not None and problem.kind in KEY_OVER_KINDS

    @property
    def is_kept(self) -> bool:
        """Whether a person decided to keep the live model, and has not switched to this one since."""
        kept_at = self.job.kept_at
        return kept_at is not None and (self.live_since is None or self.live_since < kept_at)

    @property
    def is_past(self) -> bool:
        """Whether another job is live after it, so that its verdict of then is a fact, and no invitation to go back."""
        return self.live is LiveState.WAS_LIVE and self.job.verdict is not None
