"""The system's keychain through keyring, and the one kept in memory where there is none.

Only back ends of the system itself are used: Windows' Credential Manager, macOS' Keychain, Secret Service, KWallet.
A file, however it is encrypted, is never one of them.
"""

import importlib
import sys
from typing import Any, Protocol

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.bound_key import BoundKey

_USER = "API key"

_SYSTEM_BACKENDS = {
    "win32": [("keyring.backends.Windows", "WinVaultKeyring")],
    "darwin": [("keyring.backends.macOS", "Keyring")],
}
_OTHER_BACKENDS = [("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring")]

# What the back ends of Linux are made of; a keychain that is not running there is no fault of theirs.
_OTHER_PARTS = ("keyring.backends.SecretService", "secretstorage", "jeepney.io.blocking")


class Keychain(Protocol):
    """Where keys are kept. Every method may take long, for the system may ask the person; raises `ProblemError`.

    A key that is a `BoundKey` comes back as one, with the origin it was given for.
    """

    name: str
    is_lasting: bool

    def load(self, model: str) -> str | None:
        """The model's key, or `None` if there is none."""

    def keep(self, model: str, key: str) -> None:
        """Keep the model's key, in place of any before it."""

    def forget(self, model: str) -> None:
        """Delete the model's key, if there is one."""


class SessionKeychain:
    """Keys for this session only, in this process's memory."""

    name = "session only"
    is_lasting = False

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def load(self, model: str) -> str | None:
        """The key, while the program runs."""
        return self._keys.get(model)

    def keep(self, model: str, key: str) -> None:
        """Keep it while the program runs."""
        self._keys[model] = key

    def forget(self, model: str) -> None:
        """Drop it."""
        self._keys.pop(model, None)


class SystemKeychain:
    """The system's keychain: one entry a key, with a service name of its own.

    A second user name under the same service name would rewrite the first on Windows.
    """

    is_lasting = True

    def __init__(self, backend: Any, prefix: str) -> None:
        self._backend = backend
        self._prefix = prefix
        self.name = f"{type(backend).__module__}.{type(backend).__qualname__}"

    def load(self, model: str) -> str | None:
        """The key the system keeps for this model."""
        try:
            key = self._backend.get_password(self._service(model), _USER)
        except Exception as error:
            raise ProblemError(_problem(error)) from error
        return BoundKey.from_entry(key) if isinstance(key, str) and key else None

    def keep(self, model: str, key: str) -> None:
        """Write it only if it or its origin changed: on macOS a rewrite loses the person's "Always Allow"."""
        kept, wanted = self.load(model), key if isinstance(key, BoundKey) else BoundKey(key)
        if isinstance(kept, BoundKey) and kept.entry() == wanted.entry():
            return
        try:
            self._backend.set_password(self._service(model), _USER, wanted.entry())
        except Exception as error:
            raise ProblemError(_problem(error)) from error

    def forget(self, model: str) -> None:
        """Delete the system's entry."""
        if self.load(model) is None:
            return
        try:
            self._backend.delete_password(self._service(model), _USER)
        except Exception as error:
            raise ProblemError(_problem(error)) from error

    def _service(self, model: str) -> str:
        return f"{self._prefix}/{model}"


def open_keychain(prefix: str = "EPA Desktop") -> Keychain:
    """The system's keychain, or one for this session only where the system has none that works.

    Args:
        prefix: Begins the name of every entry, so that practice and tests keep apart from the real ones.
    """
    for module, name in _SYSTEM_BACKENDS.get(sys.platform, _OTHER_BACKENDS):
        try:
            return SystemKeychain(_backend(module, name), prefix)
        except Exception:  # noqa: BLE001, S112  this door: back ends raise whatever their system raises  # nosec B112
            continue
    return SessionKeychain()


def keychain_fault(system: str = sys.platform) -> str:
    """Why this program cannot use a keychain that has to be there; empty where nothing is amiss.

    Windows and macOS always have one. Elsewhere there may be none, and only a back end that this program lacks is a
    fault: a build that forgot it would keep keys for the session, and nobody would be told.
    """
    try:
        for module, name in _SYSTEM_BACKENDS.get(system, []):
            _backend(module, name)
        for module in () if system in _SYSTEM_BACKENDS else _OTHER_PARTS:
            importlib.import_module(module)
    except Exception as error:  # noqa: BLE001  this door: back ends raise whatever their system raises
        return f"{type(error).__name__}: {error}"
    return ""


def _backend(module: str, name: str) -> Any:
    backend_class = getattr(importlib.import_module(module), name)
    backend_class.priority  # noqa: B018  raises where it cannot work
    return backend_class()


def _problem(error: Exception) -> Problem:
    """Errors of keyring and the systems' own, such as Windows' ``pywintypes.error``, are told apart by name."""
    names = {parent.__name__ for parent in type(error).__mro__}
    said = f"{type(error).__name__}: {error}"
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException", "KeyringDenied"}:
        return Problem(ProblemKind.KEYCHAIN_LOCKED, said)
    if names & {"NoKeyringError", "InitError", "SecretServiceNotAvailableException"}:
        return Problem(ProblemKind.KEYCHAIN_ABSENT, said)
    return Problem(ProblemKind.KEYCHAIN_TROUBLE, said)
