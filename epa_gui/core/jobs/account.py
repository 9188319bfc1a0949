"""An account: what one secret key opens, as this program keeps it. Its keys are in the keychain, never here."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.reading import understood_in
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.said_time import DAY

SECRET_KEY = "/secret key"  # noqa: S105  the end of a name, not a secret  # nosec B105
TRAIN_KEY = "/train key"
DEPLOY_KEY = "/deploy key"
PREDICTION_KEY = "/prediction key"
"""End the names of the keychain's entries beside a model's own: secret keys, an account's two keys, and the one of a
prediction API.
"""

NOT_OFFERED_SECONDS = DAY
"""How long a call counts as not offered: a company's proxy may have answered in the service's place."""


@dataclass(frozen=True, slots=True)
class ServiceName:
    """What the service called a model of the account that is in the list.

    Attributes:
        number: The service's number for it.
        name: Its name there, when the account was looked at last.
    """

    number: int
    name: str


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
        not_offered_at: When each of those was found not to be offered, seconds since the epoch (UTC).
        known_models: The service's numbers of all models that were in the account when it was looked at last; a new
            one is told once.
        models_asked_at: When that was, seconds since the epoch (UTC); 0 for never.
        service_names: What the service called those of them that are in the list: who renamed one here keeps that name.
        gone_models: The numbers of models that are in the list and were not in the account any more.
        issuing: The numbers of models that keys are being issued for to add them. One that is still there at the next
            start may have had a key issued that was never kept.
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
    not_offered_at: tuple[float, ...] = ()
    known_models: tuple[int, ...] = ()
    models_asked_at: float = 0.0
    service_names: tuple[ServiceName, ...] = ()
    gone_models: tuple[int, ...] = ()
    issuing: tuple[int, ...] = ()

    def as_model(self) -> Model:
        """A model at the same place: where its keys may be sent to."""
        return Model(self.id, "", self.region, self.address)

    def kept_entries(self) -> tuple[str, ...]:
        """The names of its entries in the keychain."""
        there = {
            SECRET_KEY: self.keeps_secret,
            TRAIN_KEY: self.train_key_ends_at is not None,
            DEPLOY_KEY: self.deploy_key_ends_at is not None,
        }
        return tuple(self.id + ending for ending, is_there in there.items() if is_there)

    def is_at(self, region: Region, address: str) -> bool:
        """Whether it is an account of the service there."""
        return (self.region, self.address) == (region, address)

    def lacks(self, call: str, now: float) -> bool:
        """Whether the service was found lately not to offer a call."""
        return any(each == call and 0 <= now - at < NOT_OFFERED_SECONDS for each, at in self._lacking())

    def with_lack(self, call: str, now: float) -> "Account":
        """The account once a call was found not to be offered."""
        return self._with_lacking([*(each for each in self._lacking() if each[0] != call), (call, now)])

    def without_lack(self, call: str) -> "Account":
        """The account once a call was answered."""
        return self._with_lacking([each for each in self._lacking() if each[0] != call])

    def _lacking(self) -> list[tuple[str, float]]:
        """An earlier version did not note when: long ago."""
        times = (*self.not_offered_at, *(0.0 for _ in self.not_offered))
        return list(zip(self.not_offered, times, strict=False))

    def _with_lacking(self, lacking: list[tuple[str, float]]) -> "Account":
        return replace(
            self, not_offered=tuple(call for call, _ in lacking), not_offered_at=tuple(at for _, at in lacking)
        )


def secret_owner(model: Model, accounts: Mapping[str, Account]) -> str:
    """Under whose identity the secret key is kept that issues a model's keys; empty for none.

    The account's comes first. It is used for a model at the account's own place alone: it goes to where the model is.
    """
    account = accounts.get(model.account)
    if account is not None and account.keeps_secret and account.is_at(model.region, model.address):
        return account.id
    return model.id if model.has_secret else ""


def is_secret_of_account(model: Model, accounts: Mapping[str, Account]) -> bool:
    """Whether it is its account's secret key that issues a model's keys: then none is kept for the model itself."""
    return secret_owner(model, accounts) not in {"", model.id}


def accounts_to_json(accounts: Iterable[Account]) -> str:
    """For the settings."""
    return json.dumps([asdict(account) | {"region": account.region.value} for account in accounts])


def accounts_from_json(text: str) -> tuple[Account, ...]:
    """From the settings; one that is not understood is left out, and has to be connected anew."""
    return understood_in(Account, text)
