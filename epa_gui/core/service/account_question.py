"""Asks something about the whole account: with the right kind of key, which the secret key issues on the way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from epa_gui.core.account.key_kind import KeyKind, NotOffered, is_other_kind_worth_trying, means_not_offered
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.issued import IssuedKey
from epa_gui.core.service.not_offered import NotOfferedError

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class AccountAnswer(Generic[Said]):
    """What came of a question about the account: exactly one of `said`, `not_offered` and `problem`.

    Attributes:
        said: What the service said.
        not_offered: That it has no such call.
        problem: Why there is no answer.
        is_about_secret: Whether that is trouble with having a key issued: then a refused key is the secret key.
        kind: The kind of key that was taken, to be remembered; `None` if none was.
        issued: Keys that were issued on the way, the newest of each kind; for the keychain.
        refused: The kinds of which the key that was given is of no use any more.
    """

    said: Said | None = None
    not_offered: NotOffered | None = None
    problem: Problem | None = None
    is_about_secret: bool = False
    kind: KeyKind | None = None
    issued: Mapping[KeyKind, IssuedKey] = field(default_factory=dict, repr=False)
    refused: frozenset[KeyKind] = frozenset()


def ask_account(
    ask: Callable[[str], Said],
    issue: Callable[[KeyKind], IssuedKey] | None,
    kinds: Sequence[KeyKind],
    keys: Mapping[KeyKind, str],
    *,
    may_lack: bool,
) -> AccountAnswer[Said]:
    """Ask with a key of the first kind; if that is refused with a fresh one, and if that is, with the next kind.

    At most two questions and one issued key for each kind.

    Args:
        ask: Asks with a key, as `Client.models` does; raises ProblemError.
        issue: Has a key issued, as `Client.issue_key` does; raises ProblemError. `None` without a secret key.
        kinds: From `KeyKindMemory.kinds`.
        keys: Keys that are there already.
        may_lack: From `may_lack_account_calls`.
    """
    at_hand = _KeysAtHand(issue, keys)
    try:
        answer = _asked(ask, kinds, at_hand)
    except NotOfferedError as trouble:
        answer = AccountAnswer(not_offered=NotOffered(trouble.problem))
    except ProblemError as trouble:
        problem, is_about_secret = trouble.problem, isinstance(trouble, _NotIssuedError)
        # That the secret key is refused says nothing of the call, which was not even asked.
        is_unknown = is_about_secret and is_other_kind_worth_trying(problem)
        if means_not_offered(problem, may_lack=may_lack and not is_unknown):
            answer = AccountAnswer(not_offered=NotOffered(problem))
        else:
            answer = AccountAnswer(problem=problem, is_about_secret=is_about_secret)
    return replace(answer, issued=dict(at_hand.issued), refused=frozenset(at_hand.refused))


def _asked(ask: Callable[[str], Said], kinds: Sequence[KeyKind], at_hand: "_KeysAtHand") -> AccountAnswer[Said]:
    """The answer to the first key that is not refused.

    Raises:
        ProblemError: There is none; the last trouble.
    """
    refusal: ProblemError = _NotIssuedError(Problem(ProblemKind.KEY_MISSING))
    for kind in kinds:
        for key in at_hand.of(kind):
            try:
                return AccountAnswer(ask(key), kind=kind)
            except ProblemError as trouble:
                if not is_other_kind_worth_trying(trouble.problem):
                    raise
                refusal = trouble
    raise refusal


class _NotIssuedError(ProblemError):
    """The secret key did not bring a key."""


class _KeysAtHand:
    """The keys to try: of each kind the one that is there, and then a fresh one."""

    def __init__(self, issue: Callable[[KeyKind], IssuedKey] | None, keys: Mapping[KeyKind, str]) -> None:
        self._issue = issue
        self._keys = keys
        self.issued: dict[KeyKind, IssuedKey] = {}
        self.refused: set[KeyKind] = set()

    def of(self, kind: KeyKind) -> Iterator[str]:
        """The keys of a kind, each asked for only once the one before was refused.

        Raises:
            _NotIssuedError: None is issued.
        """
        if self._keys.get(kind):
            yield self._keys[kind]
            self.refused.add(kind)
        if self._issue is None:
            return
        try:
            self.issued[kind] = self._issue(kind)
        except ProblemError as trouble:
            raise _NotIssuedError(trouble.problem) from trouble
        yield self.issued[kind].api_key
