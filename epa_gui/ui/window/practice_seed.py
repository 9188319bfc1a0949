"""What the practice window has beside a real one: a model and jobs to begin with, and its keys to read off."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.prediction_address import classifier_id_in
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.key_text import hint
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository

if TYPE_CHECKING:
    from epa_gui.practice import PracticeService

translate = QCoreApplication.translate


def model_hint(practice: "PracticeService") -> str:
    """The keys the practice service accepts, for Add model; they are no secret."""
    text = translate("Practising", "The practice service accepts the API key {0}\nSecret key: {1}\nModel ID: {2}")
    return fill(text, practice.api_key, practice.secret_key, practice.model_id)


def account_hint(practice: "PracticeService") -> str:
    """The secret key the practice service accepts, for Connect account; it is no secret."""
    return fill(translate("Practising", "The practice service accepts the secret key {0}"), practice.secret_key)


def prediction_hint(practice: "PracticeService", model: Model) -> tuple[str, str]:
    """For Prediction check: the address of a practice model's prediction API, and a text that tells it and its key."""
    number = model.service_id or practice.model_id
    api = practice.prediction_api(number)
    if api is None:
        return "", translate("Practising", "The practice service has no prediction API for this model.")
    address = practice.prediction_address(number)
    text = translate("Practising", "The practice service’s prediction address is {0}\nPrediction key: {1}")
    return address, fill(text, address, api.key)


def job_hint(practice: "PracticeService") -> str:
    """A job nobody has added yet, for Add job."""
    text = translate("Practising", "A practice job that was started elsewhere: {0}")
    return fill(text, practice.elsewhere)


def finished_job(practice: "PracticeService", repository: Repository) -> JobKey | None:
    """The job of the first three that has finished, while it is in the list."""
    job_id = practice.seed()[0]
    return next((key for key in repository.jobs if key.id == job_id), None)


def seed(practice: "PracticeService", repository: Repository, keys: KeyStore) -> None:
    """A model, its keys, and three jobs in different states; at later starts the keys alone.

    The jobs were started elsewhere, but when is known: this program has them started.
    """
    for model in repository.models.values():
        if model.region is Region.PRACTICE and model.key_hint == hint(practice.api_key):
            _put_keys(practice, keys, model)
    for account in repository.accounts.values():
        if account.region is Region.PRACTICE and account.keeps_secret:
            keys.put_secret(account.id, practice.secret_key)
    for model in list(repository.models.values()):
        _renew_prediction_address(practice, repository, model)
    if repository.models:
        return
    now = repository.clock()
    model = Model(
        new_identity(),
        translate("Practising", "Customer churn"),
        Region.PRACTICE,
        key_hint=hint(practice.api_key),
        key_added_at=now,
        added_at=now,
        service_id=practice.model_id,
        has_secret=True,
    )
    repository.add_model(model)
    _put_keys(practice, keys, model)
    names = (
        translate("Practising", "October data"),
        translate("Practising", "November data"),
        translate("Practising", "November data, first try"),
    )
    is_new = not practice.is_seeded  # of older ones nobody has seen when they ended
    jobs = [(job_id, practice.started_at(job_id) if is_new else None) for job_id in practice.seed()]
    repository.add_jobs(
        Job(job_id, model.id, job_name, added_at=now + number / 1000, started_at=started_at, next_check_at=now)
        for number, ((job_id, started_at), job_name) in enumerate(zip(jobs, names, strict=True))
    )


def _renew_prediction_address(practice: "PracticeService", repository: Repository, model: Model) -> None:
    """The practice service has another port at every start; its prediction API is the same one."""
    kept = classifier_id_in(model.prediction_address)
    address = practice.prediction_address(model.service_id or practice.model_id)
    if model.region is Region.PRACTICE and kept is not None and kept == classifier_id_in(address):
        repository.add_model(replace(model, prediction_address=address))


def _put_keys(practice: "PracticeService", keys: KeyStore, model: Model) -> None:
    keys.put(model.id, practice.api_key)
    keys.put_secret(model.id, practice.secret_key)
