"""The practice service's memory: what is kept in state.json, read and written whole."""

import json
import os
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from epa_gui.practice.catalogue import CATALOGUE, FIRST_MODEL
from epa_gui.practice.job_lifecycle import Job
from epa_gui.practice.live_api import LiveApi

_OLD_KEY = "practice-api-key-1f3a"


@dataclass(frozen=True)
class Credential:
    """An API key that was issued.

    Attributes:
        key: It.
        model_id: The model it is for; 0 for one that is about the whole account.
        ends_at: Until when it is good, seconds since the epoch; None for a key that does not expire.
        revoked: Whether it is good no more.
        kind: What it was issued for: ``retrain``, ``train`` or ``deploy``.
    """

    key: str
    model_id: int
    ends_at: float | None = None
    revoked: bool = False
    kind: str = "retrain"


@dataclass(frozen=True)
class Model:
    """A model, what was deleted of it, the job that was last put into service, and a name it was given since."""

    id: int
    deleted: bool = False
    classifier_deleted: bool = False
    configuration_deleted: bool = False
    live_job: str | None = None
    name: str | None = None


def _new_api_key() -> str:
    """Another one for each folder; its last letters, all that is ever shown of a key, are those of the pictures."""
    return f"practice-api-key-{secrets.token_hex(16)}1f3a"


def _new_secret_key() -> str:
    return f"practice-secret-key-{secrets.token_hex(16)}7c2e"


@dataclass
class State:
    """Everything that is kept. `jobs` are in the order they came into being, `live_apis` by their model's number."""

    api_key: str = field(default_factory=_new_api_key)
    secret_key: str = field(default_factory=_new_secret_key)
    link_secret: str = field(default_factory=lambda: secrets.token_hex(32))
    link_generation: int = 0
    user_deleted: bool = False
    next_model_id: int = FIRST_MODEL + 1_000
    seeded: list[str] = field(default_factory=list)
    credentials: dict[str, Credential] = field(default_factory=dict)
    models: dict[int, Model] = field(default_factory=lambda: {FIRST_MODEL: Model(FIRST_MODEL)})
    jobs: dict[str, Job] = field(default_factory=dict)
    live_apis: dict[int, LiveApi] = field(default_factory=dict)
    group: str = field(default_factory=lambda: secrets.token_hex(4))
    began_at: float = 0.0

    def __post_init__(self) -> None:
        """The first key is one of the first model's, and the account's models are there."""
        for entry in CATALOGUE:
            self.models.setdefault(entry.id, Model(entry.id))
        self.credentials.setdefault(self.api_key, Credential(self.api_key, FIRST_MODEL))


def load(path: Path) -> State:
    """The state kept in `path`; a new one where there is none. A damaged file is set aside."""
    try:
        return _from_json(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return State()
    except (ValueError, TypeError, KeyError, AttributeError):
        replace_file(path, path.with_suffix(".damaged"))
        return State()


def save(path: Path, state: State) -> None:
    """Write `state` to `path`, whole or not at all."""
    kept = vars(state) | {
        "credentials": [vars(credential) for credential in state.credentials.values()],
        "models": [vars(model) for model in state.models.values()],
        "jobs": [vars(job) for job in state.jobs.values()],
        "live_apis": [vars(api) for api in state.live_apis.values()],
    }
    part = path.with_suffix(".part")
    part.write_text(json.dumps(kept), encoding="utf-8")
    replace_file(part, path)


def replace_file(source: Path, target: Path) -> None:
    """Rename over `target`, trying again for half a second: on Windows an antivirus may be reading it."""
    for _ in range(9):
        try:
            os.replace(source, target)  # noqa: PTH105 - the same call, and tests count on its atomicity by name
        except PermissionError:
            time.sleep(0.05)
        else:
            return
    source.replace(target)


def _from_json(kept: dict[str, Any]) -> State:
    lists = {
        # The first version's key, the same in every folder, opens nothing any more.
        "credentials": {item["key"]: Credential(**item) for item in kept["credentials"] if item["key"] != _OLD_KEY},
        "models": {item["id"]: Model(**item) for item in kept["models"]},
        # In an earlier version some jobs were to fail by chance.
        "jobs": {
            item["id"]: Job(**{name: value for name, value in item.items() if name != "failing"})
            for item in kept["jobs"]
        },
        "live_apis": {item["owner"]: LiveApi(**item) for item in kept.get("live_apis", [])},
    }
    return State(**(kept | lists))
