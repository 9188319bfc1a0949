"""Which kind of key a call of the account wants: tried once, and remembered.

The secret key issues three kinds of keys. Which one the lists of models and of prediction APIs want is not documented,
so the likelier one is tried first and the other one after a refusal of the key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.jobs.region import Region


class KeyKind(StrEnum):
    """What a key is issued for. Source: Get API Key API, ``credential_type``."""

    TRAIN = "train"
    DEPLOY = "deploy"
    RETRAIN = "retrain"  # for one model, which has to be named


class AccountCall(StrEnum):
    """A call that is about the whole account. The values are what the memory holds."""

    MODELS = "models"
    CLASSIFIERS = "classifiers"


_LIKELY = {
    AccountCall.MODELS: (KeyKind.TRAIN, KeyKind.DEPLOY),
    AccountCall.CLASSIFIERS: (KeyKind.DEPLOY, KeyKind.TRAIN),
}

_REFUSALS = KEY_KINDS | {ProblemKind.REFUSED, ProblemKind.NOT_THE_SERVICE, ProblemKind.MODEL_ID_REQUIRED}


@dataclass(frozen=True, slots=True)
class NotOffered:
    """This service has no such call: no trouble, only less to show.

    Attributes:
        problem: What it said instead, for whoever wants to know.
    """

    problem: Problem


@dataclass(frozen=True, slots=True)
class KeyKindMemory:
    """Which kind of key a service took for a call.

    Attributes:
        known: The kind, by origin of the service (see `keys.bound_key.origin_of`) and call.
    """

    known: Mapping[tuple[str, AccountCall], KeyKind] = field(default_factory=lambda: MappingProxyType({}))

    def kinds(self, origin: str, call: AccountCall) -> tuple[KeyKind, ...]:
        """The kinds to try, in this order; the second only if the first one's key is refused."""
        first = self.known.get((origin, call))
        likely = _LIKELY[call]
        return likely if first is None else (first, *(kind for kind in likely if kind is not first))

    def after(self, origin: str, call: AccountCall, kind: KeyKind) -> "KeyKindMemory":
        """The memory once a key of this kind was taken."""
        return KeyKindMemory(MappingProxyType({**self.known, (origin, call): kind}))

    def to_json(self) -> str:
        """For the settings."""
        return json.dumps([[origin, call.value, kind.value] for (origin, call), kind in sorted(self.known.items())])

    @classmethod
    def from_json(cls, text: str) -> "KeyKindMemory":
        """From the settings; what cannot be understood is forgotten, which costs one more question."""
        try:
            entries = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        known = {}
        for entry in entries if isinstance(entries, list) else ():
            try:
                origin, call, kind = entry
                known[str(origin), AccountCall(call)] = KeyKind(kind)
            except (TypeError, ValueError):
                continue
        return cls(MappingProxyType(known))


def may_lack_account_calls(region: Region) -> bool:
    """Whether a service may be without the calls of the account: only the Japanese manual lists them."""
    return region not in {Region.JAPAN, Region.PRACTICE}


def is_other_kind_worth_trying(problem: Problem) -> bool:
    """Whether a refusal is one of the key: then a key of the other kind may be taken."""
    return problem.kind in KEY_KINDS


def means_not_offered(problem: Problem, *, may_lack: bool) -> bool:
    """Whether a refusal, once no kind of key is left to try, means that the service has no such call.

    Args:
        problem: The refusal.
        may_lack: Whether the service may be without the call, see `may_lack_account_calls`.
    """
    return may_lack and problem.kind in _REFUSALS
