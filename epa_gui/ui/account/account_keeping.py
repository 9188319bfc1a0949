"""Keeps an account that was connected, and forgets one: what of it goes into the list, the keychain and the history."""

import json
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Slot

from epa_gui.core.account.account_model import AccountModels
from epa_gui.core.account.listing import models_of
from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.event_diff import shown_key
from epa_gui.core.jobs.account import DEPLOY_KEY, SECRET_KEY, TRAIN_KEY, Account
from epa_gui.core.jobs.region import Region
from epa_gui.core.keys.key_text import hint
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.account_worker import AccountReport
from epa_gui.ui.base.identity import new_identity
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository

_ENDINGS = (SECRET_KEY, TRAIN_KEY, DEPLOY_KEY)

_LEFT = "account keys to delete"
"""The setting that names entries of the keychain that are to be deleted, and may not have been yet."""


class AccountKeeping(QObject):
    """One account for each place of a service."""

    def __init__(self, parent: QObject, repository: Repository, keys: KeyStore, desk: AccountDesk) -> None:
        super().__init__(parent)
        self._repository = repository
        self._keys = keys
        self._desk = desk
        keys.entry_forgotten.connect(self._on_forgotten)
        repository.opened.connect(self._on_opened)

    def account_at(self, region: Region, address: str) -> Account:
        """The account that is connected there, or a new one that is not kept yet."""
        known = (each for each in self._repository.accounts.values() if each.is_at(region, address))
        return next(known, None) or Account(new_identity(), region, address)

    def keep(self, account: Account, secret_key: str, report: AccountReport, *, keeps_secret: bool) -> Account:
        """Keep an account whose secret key the service took; the account as it is kept.

        Args:
            account: As `account_at` gave it.
            secret_key: The secret key; empty for the one that is in the keychain already.
            report: What the service answered.
            keeps_secret: Whether the secret key is to be in the keychain.
        """
        before = self._repository.accounts.get(account.id)
        kept = replace(
            before or account,
            secret_hint=hint(secret_key) if secret_key else account.secret_hint,
            keeps_secret=keeps_secret,
            added_at=account.added_at or self._repository.clock(),
        )
        if not keeps_secret:
            kept = replace(kept, train_key_ends_at=None, deploy_key_ends_at=None)
        if secret_key or before is None or before.keeps_secret != keeps_secret:
            self._repository.put_account(kept, self._event(EventKind.ACCOUNT_CONNECTED, kept, is_kept=keeps_secret))
        if not keeps_secret:
            self._forget_keys(account.id)
        elif secret_key:
            self._note_left(self._left() - {account.id + ending for ending in _ENDINGS})
            self._keys.put_secret(account.id, secret_key)
        if secret_key:
            self._desk.keep(self._repository.accounts[account.id], report)
        return self._repository.accounts[account.id]

    def adopt(self, account: Account, told: AccountModels) -> None:
        """Models in the list that are in the account belong to it now: its secret key issues their keys."""
        numbers = {each.model_id for each in told.models}
        for number, model in models_of(account, self._repository.models.values()).items():
            if number in numbers and model.account != account.id:
                self._repository.add_model(replace(model, account=account.id))

    def forget(self, account: str) -> None:
        """Disconnect: its keys are deleted from the keychain; its models stay, with their own keys."""
        known = self._repository.accounts.get(account)
        if known is not None:
            self._repository.drop_account(account, self._event(EventKind.ACCOUNT_FORGOTTEN, known))
            self._forget_keys(account)

    def _forget_keys(self, account: str) -> None:
        """Noted first: what the keychain does not delete now is tried again at the next start."""
        entries = {account + ending for ending in _ENDINGS}
        self._note_left(self._left() | entries)
        for entry in sorted(entries):
            self._keys.forget_entry(entry)

    def _left(self) -> set[str]:
        try:
            left = json.loads(self._repository.stored.get(_LEFT, "[]"))
        except ValueError:
            return set()
        return {each for each in left if isinstance(each, str)} if isinstance(left, list) else set()

    def _note_left(self, left: set[str]) -> None:
        if left != self._left():
            self._repository.remember(_LEFT, json.dumps(sorted(left)))

    @Slot()
    def _on_opened(self) -> None:
        kept = {entry for account in self._repository.accounts.values() for entry in account.kept_entries()}
        for entry in sorted(self._left() - kept):
            self._keys.forget_entry(entry)

    @Slot(str)
    def _on_forgotten(self, entry: str) -> None:
        if self._keys.is_lasting and entry in self._left():  # else the real keychain was not there to be asked
            self._note_left(self._left() - {entry})

    def _event(self, kind: EventKind, account: Account, *, is_kept: bool | None = None) -> HistoryEvent:
        details: dict[str, Detail] = {
            "region": account.region.value,
            "host": urlsplit(account.address).netloc,
            "key": shown_key(account.secret_hint),
        }
        if is_kept is not None:
            details["is_kept"] = is_kept
        return HistoryEvent(kind, self._repository.clock(), details=details)
