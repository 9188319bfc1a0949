"""A prediction API as the account lists it (the service calls it a classifier), and all of them at one time.

Nothing here can hold a key: those that the service's answer has in clear are dropped while it is read.
"""

from dataclasses import dataclass
from enum import StrEnum


class ClassifierStatus(StrEnum):
    """How a prediction API stands. Source: Get Classifier API, ``status``."""

    BUILDING = "building"
    RUNNING = "running"
    UPDATING = "updating"
    FAILED = "failed"
    TERMINATING = "terminating"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"  # another word, or none: see `Classifier.status_said`


@dataclass(frozen=True, slots=True)
class Classifier:
    """One prediction API. What the service did not say, or not so that it can be understood, is empty or `None`.

    Source: Get Classifier API, response body.

    Attributes:
        classifier_id: The service's name for it; part of its address.
        model_id: The number of the model that is behind it.
        status: How it stands.
        status_said: The service's own word for that.
        version: The service's word for which version it answers with.
        address: Where it is asked for predictions.
        is_active: Whether it is in use.
        created_at: When it was made, seconds since the epoch (UTC).
        created_said: The service's own words for that.
        updated_at: When it was changed last, seconds since the epoch (UTC).
        updated_said: The service's own words for that.
    """

    classifier_id: str
    model_id: int | None = None
    status: ClassifierStatus = ClassifierStatus.UNKNOWN
    status_said: str = ""
    version: str = ""
    address: str | None = None
    is_active: bool | None = None
    created_at: float | None = None
    created_said: str = ""
    updated_at: float | None = None
    updated_said: str = ""


@dataclass(frozen=True, slots=True)
class LiveReading:
    """What the service said of the account's prediction APIs, once.

    Attributes:
        asked_at: When it was asked, seconds since the epoch (UTC).
        classifiers: Those that could be read, in the service's order.
        skipped: How many entries could not be read.
    """

    asked_at: float
    classifiers: tuple[Classifier, ...] = ()
    skipped: int = 0

    def of(self, classifier_id: str) -> Classifier | None:
        """One of them; `None` if it is not there."""
        return next((one for one in self.classifiers if one.classifier_id == classifier_id), None)
