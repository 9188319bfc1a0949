"""The models' keys in memory while the program runs, and their way into and out of the keychain.

A key is given out only for the address it was given for: whoever asks for it sends it to where the model is now.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from epa_gui.core.jobs.account import PREDICTION_KEY
from epa_gui.core.jobs.account import SECRET_KEY as _SECRET
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.keys.bound_key import BoundKey, is_safe_unbound, origin_of
from epa_gui.ui.base.key_worker import KeyChange, KeyRead, KeyWorker

_SLOW_MS = 1000
"""A keychain that takes longer is told to be waited for."""


class KeyStore(QObject):
    """Knows each key once it was typed or loaded; nobody else asks the keychain.

    Attributes:
        name: The keychain's; empty until it was opened.
        is_lasting: Whether keys outlive the session; `None` until the keychain was opened.
        model_of: Tells a model as it is now, or `None`.

    Signals:
        ready: A model's key is known now (the model's ID).
        replaced: It is another one than before; comes before `ready` (the model's ID).
        missing: It cannot be had (the model's ID and a `Problem`).
        not_kept: The keychain did not take a key that works for this session (the model's ID and a `Problem`).
        kept: The keychain has taken a key after all, or anew (the model's ID).
        forgotten: A removed model's key is deleted (its ID), or could not be: then it is not reported.
        entry_forgotten: An entry of the keychain is deleted, whosever it was (its name).
        learned: A secret nobody may ever see, for whoever cleans texts.
        keychain_changed: The back end's name and whether keys outlive the session are known.
        secret_ready: The secret key a model's keys are issued with is known now (the model's ID).
        secret_missing: It cannot be had (the model's ID and a `Problem`).
        waiting_changed: The keychain has let somebody wait for more than a second, or has answered; see `waits_for`.
    """

    ready = Signal(str)
    replaced = Signal(str)
    missing = Signal(str, object)
    not_kept = Signal(str, object)
    kept = Signal(str)
    forgotten = Signal(str)
    entry_forgotten = Signal(str)
    learned = Signal(str)
    keychain_changed = Signal()
    secret_ready = Signal(str)
    secret_missing = Signal(str, object)
    waiting_changed = Signal()

    def __init__(self, worker: KeyWorker) -> None:
        super().__init__()
        self.name = ""
        self.is_lasting: bool | None = None
        self.model_of: Callable[[str], Model | None] = lambda _model: None
        self._keys: dict[str, BoundKey] = {}
        self._binding: set[str] = set()
        self._orders: dict[str, float] = {}
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._shown: frozenset[str] = frozenset()
        self._asked: set[str] = set()
        self._unasked: set[str] = set()
        self._left: set[str] = set()
        self._worker = worker
        worker.opened.connect(self._on_opened)
        worker.loaded.connect(self._on_loaded)
        worker.kept.connect(self._on_kept)
        worker.forgotten.connect(self._on_forgotten)

    def open(self) -> None:
        """Find out which keychain there is, if that is not known yet; `keychain_changed` tells."""
        if not self.name:
            self._await("")
            self._worker.open()

    def key_of(self, model: str) -> str | None:
        """The model's key if it is known; if not, it is asked for, and `ready` or `missing` tells."""
        key = self._keys.get(model)
        if key is not None and not self._may_be_used(model, key):
            del self._keys[model]  # its address has changed since
            key = None
        if key is None and model not in self._asked:
            self._asked.add(model)
            self._await(model)
            if model not in self._unasked:
                self._worker.load(model)
        return key

    def _may_be_used(self, name: str, key: BoundKey) -> bool:
        """Whether the key was given for where the model is now."""
        model = self.model_of(name.removesuffix(_SECRET))
        if model is None:
            return True  # there is nowhere to send it to
        return key.is_for(origin_of(model)) or (not key.origin and is_safe_unbound(model))

    def _bound(self, name: str, key: str) -> BoundKey:
        """The key, given for where the model is now."""
        model = self.model_of(name.removesuffix(_SECRET))
        return BoundKey(key, origin_of(model) if model else "")

    def waits_for(self, model: str) -> bool:
        """Whether the model's key has been waited for more than a second, and is not known yet."""
        return model in self._shown and model not in self._keys

    def waits(self) -> bool:
        """Whether anybody waits so, be it only to know which keychain there is."""
        return bool(self._shown)

    def only_keeping_waits(self) -> bool:
        """Whether all that is waited for is that keys are kept, which are in use already."""
        return bool(self._orders) and all(name in self._keys for name in self._orders)

    def _await(self, name: str) -> None:
        """Somebody waits for what was asked of the keychain under this name."""
        self._orders.setdefault(name, time.monotonic())
        if not self._slow.isActive():
            self._slow.start()

    def _has_answered(self, name: str) -> None:
        self._orders.pop(name, None)
        self._show_waiting(self._shown & self._waiting())

    def _waiting(self) -> frozenset[str]:
        """The models somebody waits for, however short; an empty name for the keychain itself."""
        return frozenset(name.removesuffix(_SECRET) for name in self._orders)

    @Slot()
    def _on_slow(self) -> None:
        """The keychain serves one after the other: while it is slow for one, all others wait as well."""
        if not self._orders:
            return
        late = _SLOW_MS / 1000 - (time.monotonic() - min(self._orders.values()))
        if late > 0:
            self._slow.start(max(1, int(late * 1000)))  # that one was answered, and another is waited for
            return
        self._slow.start(_SLOW_MS)
        self._show_waiting(self._waiting())

    def _show_waiting(self, models: frozenset[str]) -> None:
        if models != self._shown:
            self._shown = models
            self.waiting_changed.emit()

    def learn_kept(self, model: str, *, has_secret: bool, has_prediction_key: bool = False) -> None:
        """Have a model's kept keys taken out of every text from now on, before anybody asks for them.

        Nobody waits for that: a key that cannot be had is not reported.
        """
        endings = ("", _SECRET if has_secret else "", PREDICTION_KEY if has_prediction_key else "")
        for name in dict.fromkeys(model + ending for ending in endings):
            if name not in self._keys and name not in self._asked | self._unasked:
                self._unasked.add(name)
                self._worker.load(name)

    def have_same(self, model: str, other: str) -> bool:
        """Whether two models have one key, as far as it is known without asking the keychain."""
        key = self._keys.get(model)
        return key is not None and key == self._keys.get(other)

    def is_secret_key(self, text: str) -> bool:
        """Whether a text is a secret key, as far as that is known without asking the keychain."""
        return any(name.endswith(_SECRET) and key == text for name, key in self._keys.items())

    def is_model_key(self, text: str) -> bool:
        """Whether a text is a model's API key, as far as that is known without asking the keychain."""
        return any("/" not in name and key == text for name, key in self._keys.items())

    def learn(self, secret: str) -> None:
        """Have a secret that is used, but not kept, taken out of every text from now on."""
        self.learned.emit(secret)

    def put(self, model: str, api_key: str) -> None:
        """Use this key from now on, and have it kept."""
        self._keys[model] = key = self._bound(model, api_key)
        self.learned.emit(api_key)
        self._await(model)
        self._worker.keep(model, key)
        self.replaced.emit(model)
        self.ready.emit(model)

    def secret_of(self, model: str) -> str | None:
        """The secret key kept for a model if it is known; if not, `secret_ready` or `secret_missing` tells."""
        return self.key_of(model + _SECRET)

    def put_secret(self, model: str, secret_key: str) -> None:
        """Have the secret key kept with which the model's keys are issued."""
        self._keys[model + _SECRET] = key = self._bound(model, secret_key)
        self.learned.emit(secret_key)
        self._await(model + _SECRET)
        self._worker.keep(model + _SECRET, key)

    def forget_secret(self, model: str) -> None:
        """Have the secret key deleted, but not the model's own."""
        self._keys.pop(model + _SECRET, None)
        self._worker.forget(model + _SECRET)

    def forget_entry(self, name: str) -> None:
        """Have one entry deleted that is no model's own key: an account's, or a prediction API's."""
        self._keys.pop(name, None)
        self._worker.forget(name)

    def forget_prediction_key(self, model: str) -> None:
        """Have the key of a model's prediction API deleted, but not the model's own."""
        self.forget_entry(model + PREDICTION_KEY)

    def forget(self, model: str) -> None:
        """Have a removed model's keys deleted."""
        self.forget_secret(model)
        self.forget_prediction_key(model)
        self._keys.pop(model, None)
        self._worker.forget(model)

    @Slot(str, bool)
    def _on_opened(self, name: str, is_lasting: bool) -> None:  # noqa: FBT001  a signal's argument
        self.name = name
        self.is_lasting = is_lasting
        self._has_answered("")
        self.keychain_changed.emit()

    @Slot(object)
    def _on_loaded(self, read: KeyRead) -> None:
        is_awaited = read.model in self._asked
        self._asked.discard(read.model)
        self._unasked.discard(read.model)
        if is_awaited:
            self._has_answered(read.model)
        if read.model in self._keys:
            return
        model, is_secret = read.model.removesuffix(_SECRET), read.model.endswith(_SECRET)
        problem = self._take(read.model, read.api_key) if read.api_key else read.problem
        if problem is None:
            (self.secret_ready if is_secret else self.ready).emit(model)
        elif is_awaited:
            (self.secret_missing if is_secret else self.missing).emit(model, problem)

    def _take(self, name: str, loaded: str) -> Problem | None:
        """Have a key that the keychain told from now on; why it must not be used, if so."""
        self.learned.emit(loaded)
        key = loaded if isinstance(loaded, BoundKey) else BoundKey(loaded)
        if not self._may_be_used(name, key):
            model = self.model_of(name.removesuffix(_SECRET))
            return Problem(ProblemKind.KEY_FOR_ANOTHER_ADDRESS, where=origin_of(model) if model else "")
        self._keys[name] = key if key.origin else self._bound(name, key)
        if self._keys[name].origin != key.origin:
            self._binding.add(name)  # nobody waits for that: if it fails, the next start tries again
            self._worker.keep(name, self._keys[name])
        return None

    @Slot(object)
    def _on_kept(self, change: KeyChange) -> None:
        self._has_answered(change.model)
        is_only_bound = change.model in self._binding
        self._binding.discard(change.model)
        if change.problem and not is_only_bound:
            self.not_kept.emit(change.model.removesuffix(_SECRET), change.problem)
        elif not change.problem and not change.model.endswith(_SECRET):
            self.kept.emit(change.model)

    @Slot(object)
    def _on_forgotten(self, change: KeyChange) -> None:
        if not change.problem:
            self.entry_forgotten.emit(change.model)
        if change.model.endswith((_SECRET, PREDICTION_KEY)):
            # A model counts as forgotten only when nothing of it is left; its own key is deleted last.
            self._left = self._left | {change.model} if change.problem else self._left - {change.model}
        elif not change.problem and not {change.model + _SECRET, change.model + PREDICTION_KEY} & self._left:
            self.forgotten.emit(change.model)
