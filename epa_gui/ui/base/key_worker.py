"""Speaks to the keychain in one thread of its own: any call may wait for a person to answer the system."""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import Keychain
from epa_gui.ui.base.threads import Worker

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeyRead:
    """The answer to "what is this model's key?".

    Attributes:
        model: Whose.
        api_key: The key, or `None` if there is none or it cannot be had.
        problem: Why not.
    """

    model: str
    api_key: str | None = field(default=None, repr=False)
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class KeyChange:
    """What came of keeping or deleting a key."""

    model: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Keep:
    model: str
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Load:
    model: str


@dataclass(frozen=True, slots=True)
class _Forget:
    model: str


@dataclass(frozen=True, slots=True)
class _Open:
    """Only find out which keychain there is."""


_Order = _Open | _Keep | _Load | _Forget


class KeyWorker(Worker):
    """Loads, keeps and deletes keys, one after the other.

    The keychain is opened with the first order, for its libraries are as large as a third of the program.

    Signals:
        opened: The keychain was opened: its name, and whether it keeps keys beyond this session.
        loaded: The answer to a question for a key (a `KeyRead`).
        kept: A key was kept, or could not be (a `KeyChange`).
        forgotten: A key was deleted, or could not be (a `KeyChange`).
    """

    opened = Signal(str, bool)
    loaded = Signal(object)
    kept = Signal(object)
    forgotten = Signal(object)

    def __init__(self, open_keychain: Callable[[], Keychain]) -> None:
        super().__init__()
        self._open = open_keychain
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._keychain: Keychain | None = None

    def open(self) -> None:
        """Have it found out which keychain there is; `opened` tells, once."""
        self._orders.put(_Open())

    def load(self, model: str) -> None:
        """Have a key looked up; `loaded` brings it."""
        self._orders.put(_Load(model))

    def keep(self, model: str, api_key: str) -> None:
        """Have a key kept; `kept` tells."""
        self._orders.put(_Keep(model, api_key))

    def forget(self, model: str) -> None:
        """Have a key deleted; `forgotten` tells."""
        self._orders.put(_Forget(model))

    def stop(self) -> None:
        """End after what was ordered."""
        self._orders.put(None)

    def run(self) -> None:
        """Until told to stop."""
        while (order := self._orders.get()) is not None:
            if self._keychain is None:
                self._keychain = self._open()
                self.opened.emit(self._keychain.name, self._keychain.is_lasting)
            if not isinstance(order, _Open):
                self._serve(order, self._keychain)

    def _serve(self, order: _Keep | _Load | _Forget, keychain: Keychain) -> None:
        api_key = problem = None
        try:
            if isinstance(order, _Load):
                api_key = keychain.load(order.model)
                problem = None if api_key else Problem(ProblemKind.KEY_MISSING)
            elif isinstance(order, _Keep):
                keychain.keep(order.model, order.api_key)
            else:
                keychain.forget(order.model)
        except ProblemError as trouble:
            problem = trouble.problem
        if isinstance(order, _Load):
            self.loaded.emit(KeyRead(order.model, api_key, problem))
        elif isinstance(order, _Keep):
            self.kept.emit(KeyChange(order.model, problem))
        else:
            self.forgotten.emit(KeyChange(order.model, problem))
