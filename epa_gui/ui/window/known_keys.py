"""What everybody else must know of keys: which secrets are taken out of every text, and that a key was deleted."""

from PySide6.QtCore import QObject, QTimer, Slot

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.core.history.event_diff import shown_key
from epa_gui.core.service.redaction import remember_secret
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.store_worker import StoreWorker

_LEARN_MS = 1500
"""How long after the keychain was opened: first it serves who has had it opened."""


class KnownKeys(QObject):
    """Hears of keys that were learned or deleted, and has kept ones learned in time."""

    def __init__(self, repository: Repository, keys: KeyStore, store: StoreWorker) -> None:
        super().__init__()
        self._repository = repository
        self._keys = keys
        self._store = store
        self._is_closing = False
        self._is_learning = False
        self._forgotten: list[str] = []
        keys.learned.connect(self._on_secret)
        keys.forgotten.connect(self._on_forgotten)
        keys.keychain_changed.connect(self._on_keychain)
        repository.opened.connect(self._on_opened)

    @Slot()
    def learn(self) -> None:
        """Have all kept keys taken out of every text from now on.

        Called when somebody begins to enter something, which may be a key pasted in the wrong place, and soon after the
        keychain was opened for another reason. Not with every start: its libraries are as large as a third of the
        program, and it may ask the person for a password, who has asked for nothing.
        """
        if not self._is_closing:
            self._is_learning = True
            for model in self._repository.models.values():
                has_prediction_key = bool(model.prediction_address)
                self._keys.learn_kept(model.id, has_secret=model.has_secret, has_prediction_key=has_prediction_key)
            for account in self._repository.accounts.values():
                for entry in account.kept_entries():
                    self._keys.learn_kept(entry, has_secret=False)

    def close(self) -> None:
        """The session ends: keys of models that stay removed are deleted now."""
        self._is_closing = True
        for model in self._repository.removed_models():
            self._keys.forget(model)

    def write_down(self) -> None:
        """Once the keychain has done what it was told: those whose keys are gone need not be remembered."""
        self._store.forget_removed(tuple(self._forgotten))

    @Slot()
    def _on_keychain(self) -> None:
        QTimer.singleShot(_LEARN_MS, self, self.learn)

    @Slot()
    def _on_opened(self) -> None:
        for model in self._repository.leftover:
            self._keys.forget(model.id)
        if self._is_learning:
            self.learn()  # somebody was faster than the list

    @Slot(str)
    def _on_secret(self, secret: str) -> None:
        remember_secret(secret)

    @Slot(str)
    def _on_forgotten(self, model: str) -> None:
        if not self._keys.is_lasting and model in {leftover.id for leftover in self._repository.leftover}:
            return  # the real keychain was not there to be asked: the next start tries again
        gone = self._repository.gone_model(model)
        if gone is not None:
            details = {"key": shown_key(gone.key_hint)}
            self._repository.note(
                HistoryEvent(EventKind.KEY_REMOVED, self._repository.clock(), gone.id, gone.name, details=details)
            )
        if self._is_closing:
            self._forgotten.append(model)
        elif model not in self._repository.models:
            self._store.forget_removed((model,), with_jobs=False)
