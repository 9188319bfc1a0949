"""What is known of a model before a file is sent for it."""

from dataclasses import dataclass, field

from epa_gui.core.history.deployment import Deployment
from epa_gui.core.jobs.estimate import Measure
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.profile import Profile


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """One model, with what its past tells.

    Attributes:
        now: Seconds since the epoch (UTC), for what today is.
        model: The model; `None` if there is none yet.
        last: The training file that was sent for it last from here.
        last_evaluation: SHA-256 of the evaluation file that was sent last from here; empty if none was.
        measure: What its finished jobs tell of how long the next one takes.
        deployment: What is behind its prediction API.
        live_title: What the live job is called; empty for the original model.
    """

    now: float = 0.0
    model: Model | None = None
    last: Profile | None = None
    last_evaluation: str = ""
    measure: Measure | None = None
    deployment: Deployment = field(default_factory=Deployment)
    live_title: str = ""
