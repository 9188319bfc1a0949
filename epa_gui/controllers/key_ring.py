"""The models' keys in memory while the program runs, and their way into and out of the keychain."""

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.workers.key_worker import KeyChange, KeyRead, KeyWorker

_SECRET = "/secret key"  # noqa: S105  the name of one, not one itself  # nosec B105
"""Ends the name of the keychain entry that holds the secret key for a model."""


class KeyRing(QObject):
    """Knows each key once it was typed or loaded; nobody else asks the keychain.

    Attributes:
        name: The keychain's; empty until it was opened.
        is_lasting: Whether keys outlive the session; `None` until the keychain was opened.

    Signals:
        ready: A model's key is known now (the model's ID).
        replaced: It is another one than before; comes before `ready` (the model's ID).
        missing: It cannot be had (the model's ID and a `Problem`).
        not_kept: The keychain did not take a key that works for this session (the model's ID and a `Problem`).
        forgotten: A removed model's key is deleted (its ID), or could not be: then it is not reported.
        learned: A secret nobody may ever see, for whoever cleans texts.
        keychain_changed: The back end's name and whether keys outlive the session are known.
        secret_ready: The secret key a model's keys are issued with is known now (the model's ID).
        secret_missing: It cannot be had (the model's ID and a `Problem`).
    """

    ready = Signal(str)
    replaced = Signal(str)
    missing = Signal(str, object)
    not_kept = Signal(str, object)
    forgotten = Signal(str)
    learned = Signal(str)
    keychain_changed = Signal()
    secret_ready = Signal(str)
    secret_missing = Signal(str, object)

    def __init__(self, worker: KeyWorker) -> None:
        super().__init__()
        self.name = ""
        self.is_lasting: bool | None = None
        self._keys: dict[str, str] = {}
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
            self._worker.open()

    def key_of(self, model: str) -> str | None:
        """The model's key if it is known; if not, it is asked for, and `ready` or `missing` tells."""
        key = self._keys.get(model)
        if key is None and model not in self._asked:
            self._asked.add(model)
            if model not in self._unasked:
                self._worker.load(model)
        return key

    def learn_kept(self, model: str, *, has_secret: bool) -> None:
        """Have a model's kept keys taken out of every text from now on, before anybody asks for them.

        Nobody waits for that: a key that cannot be had is not reported.
        """
        for name in (model, model + _SECRET) if has_secret else (model,):
            if name not in self._keys and name not in self._asked | self._unasked:
                self._unasked.add(name)
                self._worker.load(name)

    def have_same(self, model: str, other: str) -> bool:
        """Whether two models have one key, as far as it is known without asking the keychain."""
        key = self._keys.get(model)
        return key is not None and key == self._keys.get(other)

    def learn(self, secret: str) -> None:
        """Have a secret that is used, but not kept, taken out of every text from now on."""
        self.learned.emit(secret)

    def put(self, model: str, api_key: str) -> None:
        """Use this key from now on, and have it kept."""
        self._keys[model] = api_key
        self.learned.emit(api_key)
        self._worker.keep(model, api_key)
        self.replaced.emit(model)
        self.ready.emit(model)

    def secret_of(self, model: str) -> str | None:
        """The secret key kept for a model if it is known; if not, `secret_ready` or `secret_missing` tells."""
        return self.key_of(model + _SECRET)

    def put_secret(self, model: str, secret_key: str) -> None:
        """Have the secret key kept with which the model's keys are issued."""
        self._keys[model + _SECRET] = secret_key
        self.learned.emit(secret_key)
        self._worker.keep(model + _SECRET, secret_key)

    def forget_secret(self, model: str) -> None:
        """Have the secret key deleted, but not the model's own."""
        self._keys.pop(model + _SECRET, None)
        self._worker.forget(model + _SECRET)

    def forget(self, model: str) -> None:
        """Have a removed model's keys deleted."""
        self.forget_secret(model)
        self._keys.pop(model, None)
        self._worker.forget(model)

    @Slot(str, bool)
    def _on_opened(self, name: str, is_lasting: bool) -> None:  # noqa: FBT001  a signal's argument
        self.name = name
        self.is_lasting = is_lasting
        self.keychain_changed.emit()

    @Slot(object)
    def _on_loaded(self, read: KeyRead) -> None:
        is_awaited = read.model in self._asked
        self._asked.discard(read.model)
        self._unasked.discard(read.model)
        if read.model in self._keys:
            return
        model, is_secret = read.model.removesuffix(_SECRET), read.model.endswith(_SECRET)
        if read.api_key:
            self._keys[read.model] = read.api_key
            self.learned.emit(read.api_key)
            (self.secret_ready if is_secret else self.ready).emit(model)
        elif is_awaited:
            (self.secret_missing if is_secret else self.missing).emit(model, read.problem)

    @Slot(object)
    def _on_kept(self, change: KeyChange) -> None:
        if change.problem:
            self.not_kept.emit(change.model.removesuffix(_SECRET), change.problem)

    @Slot(object)
    def _on_forgotten(self, change: KeyChange) -> None:
        if change.model.endswith(_SECRET):
            # A model counts as forgotten only when nothing of it is left; its own key is deleted after this one.
            self._left = self._left | {change.model} if change.problem else self._left - {change.model}
        elif not change.problem and change.model + _SECRET not in self._left:
            self.forgotten.emit(change.model)
