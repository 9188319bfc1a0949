"""An account: what one secret key opens, as this program keeps it. Its keys are in the keychain, never here."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.reading import build, parsed
from epa_gui.core.jobs.region import Region

TRAIN_KEY = "/train key"
DEPLOY_KEY = "/deploy key"
PREDICTION_KEY = "/prediction key"
"""End the names of the keychain's entries beside a model's own: an account's two keys, and one of a prediction API."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account at one service.

    Attributes:
        id: This program's own identity for it; the keychain's entries are named after it.
        region: Which service it belongs to.
        address: The base URL for `Region.OWN`; empty for the others.
        secret_hint: The last four characters of its secret key, all that is ever shown of it.
        keeps_secret: Whether the secret key is in the keychain; else it was used once.
        added_at: When it was connected, seconds since the epoch (UTC).
        train_key_ends_at: When the key ends that was issued for the list of models; `None` if there is none.
        deploy_key_ends_at: The same for the list of prediction APIs.
        not_offered: The calls that the service was found not to offer, by `core.account.key_kind.AccountCall`.
        known_models: The service's numbers of all models that were in the account when it was looked at last; a new
            one is told once.
    """

    id: str
    region: Region = Region.GLOBAL
    address: str = ""
    secret_hint: str = ""
    keeps_secret: bool = False
    added_at: float = 0.0
    train_key_ends_at: float | None = None
    deploy_key_ends_at: float | None = None
    not_offered: tuple[str, ...] = ()
    known_models: tuple[int, ...] = ()

    def as_model(self) -> Model:
        """A model at the same place: where its keys may be sent to."""
        return Model(self.id, "", self.region, self.address)


def accounts_to_json(accounts: Iterable[Account]) -> str:
    """For the settings."""
    return json.dumps([asdict(account) | {"region": account.region.value} for account in accounts])


def accounts_from_json(text: str) -> tuple[Account, ...]:
    """From the settings; one that is not understood is left out, and has to be connected anew."""
    try:
        entries = parsed(text)
    except ValueError:
        return ()
    found = []
    for entry in entries if isinstance(entries, list) else ():
        try:
            found.append(build(Account, entry))
        except ValueError:
            continue
    return tuple(found)
