"""The practice account's prediction APIs and the list of its models. No HTTP; safe between threads."""

import secrets
import uuid
from dataclasses import dataclass, replace
from typing import Any

from epa_gui.practice.catalogue import BY_ID, CATALOGUE, Entry
from epa_gui.practice.job_lifecycle import Job
from epa_gui.practice.live_api import RUNNING, UPDATE_SECONDS, LiveApi, settled, switched
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.state_file import Model, State

DAY = 86400.0
PREDICTION_LIMIT = 100
"""Requests that a trial allows in all. Source: the service's manual for prediction APIs."""


@dataclass
class AccountSwitches:
    """How the account behaves, until the program ends.

    Attributes:
        lacks_calls: Whether there are no models and classifiers to ask for, as where only the short manual holds.
        swaps_kinds: Whether each of the two calls wants the kind of key that the other one should.
        refuses_source: Whether predictions are not allowed from this computer's address.
        page: The most models told at once, however many are asked for.
        update_seconds: How long a switch takes.
        prediction_limit: How many predictions one API gives in all.
    """

    lacks_calls: bool = False
    swaps_kinds: bool = False
    refuses_source: bool = False
    page: int = 10
    update_seconds: float = UPDATE_SECONDS
    prediction_limit: int = PREDICTION_LIMIT


class AccountState:
    """What of the account is more than jobs. Each change is on disk before the method returns."""

    def __init__(self, state: ServiceState, switches: AccountSwitches) -> None:
        self.switches = switches
        self._state = state
        with state.kept() as kept:
            for entry in CATALOGUE:
                if entry.api and entry.id not in kept.live_apis:
                    kept.live_apis[entry.id] = _new_api(kept, entry)

    def models(self) -> list[tuple[Model, Entry | None]]:
        """The models that were not deleted, by number, with how they were made; None where nobody knows."""
        with self._state.seen() as kept:
            there = sorted((model for model in kept.models.values() if not model.deleted), key=lambda model: model.id)
        return [(model, BY_ID.get(model.id)) for model in there]

    @property
    def began_at(self) -> float:
        """When the account began here, seconds since the epoch."""
        with self._state.seen() as kept:
            return kept.began_at

    @property
    def group(self) -> str:
        """The part of every prediction API's address that is the account's."""
        with self._state.seen() as kept:
            return kept.group

    def apis(self) -> list[LiveApi]:
        """The prediction APIs that were not deleted, as they stand now."""
        with self._state.seen() as kept:
            return [self._settled(kept, owner) for owner in kept.live_apis if _is_there(kept, owner)]

    def api(self, owner: int) -> LiveApi | None:
        """A model's prediction API as it stands now; None where there is none."""
        with self._state.seen() as kept:
            return self._settled(kept, owner) if owner in kept.live_apis and _is_there(kept, owner) else None

    def change_api(self, owner: int, **changes: Any) -> None:
        """Change fields of a model's prediction API; raises KeyError where there is none."""
        with self._state.kept() as kept:
            changed = replace(self._settled(kept, owner), updated_at=self._state.clock(), **changes)
            kept.live_apis[owner] = changed

    def switch(self, job: Job) -> None:
        """A job was put into service: its model answers once the prediction API was updated."""
        with self._state.kept() as kept:
            if job.model_id not in kept.live_apis:  # a model that came into being by being asked for
                kept.live_apis[job.model_id] = _new_api(kept, Entry(job.model_id, "", "", "", days=0, api=RUNNING))
            api = self._settled(kept, job.model_id)
            kept.live_apis[job.model_id] = switched(api, job.id, job.retrained_model_id, self._state.clock())

    def count_call(self, owner: int) -> bool:
        """Count one more prediction; whether it is still allowed."""
        with self._state.kept() as kept:
            api = kept.live_apis[owner]
            if api.calls >= self.switches.prediction_limit:
                return False
            kept.live_apis[owner] = replace(api, calls=api.calls + 1)
            return True

    def _settled(self, kept: State, owner: int) -> LiveApi:
        return settled(kept.live_apis[owner], self._state.clock(), self.switches.update_seconds)


def has_no_api(model_id: int) -> bool:
    """Whether a model was made without a prediction API."""
    return model_id in BY_ID and not BY_ID[model_id].api


def _is_there(kept: State, owner: int) -> bool:
    model = kept.models.get(owner)
    return model is not None and not model.deleted and not model.classifier_deleted


def _new_api(kept: State, entry: Entry) -> LiveApi:
    made_at = kept.began_at - entry.days * DAY / 2
    model = kept.models.get(entry.id)
    live = kept.jobs.get(model.live_job) if model and model.live_job else None  # switched to by an earlier version
    return LiveApi(
        id=str(uuid.uuid4()),
        owner=entry.id,
        key=f"practice-prediction-key-{secrets.token_hex(12)}",
        status=entry.api,
        made_at=made_at,
        updated_at=made_at,
        version=2 if live else 1,
        model_id=live.retrained_model_id if live else entry.id,
        job=live.id if live else None,
    )
