"""What is live: which prediction API belongs to which model here, and what it answers with. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.account.classifier import Classifier, ClassifierStatus, LiveReading
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model

SWITCH_SECONDS = 30 * 60.0
"""How long a switch may take until it is seen. Source: the console's manual says 5 to 20 minutes for building."""


def classifiers_by_model(
    reading: LiveReading, models: Iterable[Model], jobs: Iterable[Job], memory: Mapping[str, str]
) -> dict[str, tuple[Classifier, ...]]:
    """The prediction APIs of each model, by the model's identity; models without one are not in it.

    A prediction API belongs to the model whose number, or the number of one of whose jobs, it has; if there is none,
    to the one it belonged to before: somebody may have put a model into it that is not known here.

    Args:
        reading: What the service said.
        models: The models at that service (at another one the same numbers mean other models).
        jobs: Any jobs; only those of these models count.
        memory: To which model's identity a prediction API belonged before, by `classifier_id`.
    """
    numbers = _numbers_of(models, jobs)
    found: dict[str, list[Classifier]] = {}
    for classifier in reading.classifiers:
        number = classifier.model_id
        owners = [model for model, own in numbers.items() if number is not None and number in own]
        before = memory.get(classifier.classifier_id, "")
        if not owners and before in numbers:
            owners = [before]
        for owner in owners:
            found.setdefault(owner, []).append(classifier)
    return {model: tuple(classifiers) for model, classifiers in found.items()}


def remembered(memory: Mapping[str, str], by_model: Mapping[str, Sequence[Classifier]]) -> dict[str, str]:
    """The memory after a reading: a prediction API of two models here is remembered for none of them."""
    seen: dict[str, set[str]] = {}
    for model, classifiers in by_model.items():
        for classifier in classifiers:
            seen.setdefault(classifier.classifier_id, set()).add(model)
    return dict(memory) | {name: next(iter(owners)) for name, owners in seen.items() if len(owners) == 1}


class LiveKind(StrEnum):
    """What a prediction API answers with."""

    ORIGINAL = "original"  # the model itself, before any retraining
    JOB = "job"  # a job's retrained model
    OTHER = "other"  # a model that is not known here
    UNKNOWN = "unknown"  # the service did not say


@dataclass(frozen=True, slots=True)
class LiveModel:
    """What a prediction API answers with, as the service says.

    Attributes:
        kind: What it is.
        job: The job, for `LiveKind.JOB`.
        model_id: The service's number of the model; `None` if it did not say.
        is_running: Whether it answers at all.
    """

    kind: LiveKind
    job: Job | None = None
    model_id: int | None = None
    is_running: bool = True


def what_is_live(classifier: Classifier, model: Model, jobs: Iterable[Job]) -> LiveModel:
    """What one of a model's prediction APIs answers with."""
    number = classifier.model_id
    is_running = classifier.status is ClassifierStatus.RUNNING
    if number is None:
        return LiveModel(LiveKind.UNKNOWN, is_running=is_running)
    job = next((job for job in jobs if job.model == model.id and job.service_model_id == number), None)
    if job is not None:
        return LiveModel(LiveKind.JOB, job, number, is_running)
    kind = LiveKind.ORIGINAL if number == model.service_id else LiveKind.OTHER
    return LiveModel(kind, None, number, is_running)


@dataclass(frozen=True, slots=True)
class OwnSwitch:
    """A switch that was asked for here, as far as it may explain what is seen.

    Attributes:
        asked_at: When, seconds since the epoch (UTC).
        model_id: The service's number of the job's model; `None` if it is not known.
    """

    asked_at: float
    model_id: int | None = None


@dataclass(frozen=True, slots=True)
class LiveChange:
    """Something else is live than before, and nobody here did that: seen, not done here.

    Attributes:
        classifier_id: The prediction API.
        from_model_id: The number of the model that was behind it.
        to_model_id: The number of the one that is now.
        from_version: The version that it had, in the service's word.
        to_version: The one that it has now.
        after: When the service was last heard to say the former, seconds since the epoch (UTC).
        seen_at: When it was first heard to say the latter.
        updated_at: When it was changed by the service's own word, if that is understood.
        updated_said: That word.
    """

    classifier_id: str
    from_model_id: int | None
    to_model_id: int | None
    from_version: str
    to_version: str
    after: float
    seen_at: float
    updated_at: float | None = None
    updated_said: str = ""

    def details(self) -> dict[str, str | int | float | None]:
        """As the history keeps it."""
        return {
            "classifier": self.classifier_id,
            "from_model_id": self.from_model_id,
            "to_model_id": self.to_model_id,
            "from_version": self.from_version,
            "to_version": self.to_version,
            "after": self.after,
            "updated_at": self.updated_at,
            "updated_said": self.updated_said,
        }


def changes_seen(
    before: LiveReading, after: LiveReading, own: Mapping[str, Sequence[OwnSwitch]] | None = None
) -> tuple[LiveChange, ...]:
    """What changed between two readings without an act of ours: a switch made elsewhere.

    Args:
        before: The earlier reading.
        after: The later one.
        own: The switches that were asked for here, by `classifier_id`. One may take `SWITCH_SECONDS` to be seen, so
            those since so long before the earlier reading count. If its job's number is known, it explains only a
            change to that number; else any.
    """
    found = []
    for now in after.classifiers:
        then = before.of(now.classifier_id)
        if then is None or not _differ(then, now):
            continue
        acts = (own or {}).get(now.classifier_id, ())
        if any(_explains(act, then, now, before.asked_at, after.asked_at) for act in acts):
            continue
        found.append(
            LiveChange(
                classifier_id=now.classifier_id,
                from_model_id=then.model_id,
                to_model_id=now.model_id,
                from_version=then.version,
                to_version=now.version,
                after=before.asked_at,
                seen_at=after.asked_at,
                updated_at=now.updated_at,
                updated_said=now.updated_said,
            )
        )
    return tuple(found)


def _numbers_of(models: Iterable[Model], jobs: Iterable[Job]) -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = {
        model.id: {model.service_id} if model.service_id is not None else set() for model in models
    }
    for job in jobs:
        if job.model in numbers and job.service_model_id is not None:
            numbers[job.model].add(job.service_model_id)
    return numbers


def _differ(then: Classifier, now: Classifier) -> bool:
    """Whether something else is live; what the service left out once is no change."""
    is_other_model = None not in {then.model_id, now.model_id} and then.model_id != now.model_id
    is_other_version = bool(then.version and now.version) and then.version != now.version
    return is_other_model or is_other_version


def _explains(act: OwnSwitch, then: Classifier, now: Classifier, from_: float, to: float) -> bool:
    if not from_ - SWITCH_SECONDS <= act.asked_at <= to:
        return False
    # A service that keeps the number and counts the version up says nothing of which model it is.
    is_by_version = then.model_id == now.model_id
    return is_by_version or act.model_id is None or now.model_id is None or act.model_id == now.model_id
