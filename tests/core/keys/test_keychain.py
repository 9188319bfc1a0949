"""The system's keychain and nothing else; without one, this session's memory."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import keyring.backend
import pytest
from keyring import errors

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain, SystemKeychain, keychain_fault, open_keychain
from tests import desktop


class Backend:
    """A system's keychain that notes what is asked of it, and refuses when told."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []
        self.refusal: Exception | None = None

    def _note(self, what: str) -> None:
        self.asked.append(what)
        if self.refusal:
            raise self.refusal

    def get_password(self, service: str, user: str) -> str | None:
        self._note("get")
        return self.entries.get((service, user))

    def set_password(self, service: str, user: str, key: str) -> None:
        self._note("set")
        self.entries[service, user] = key

    def delete_password(self, service: str, user: str) -> None:
        self._note("delete")
        del self.entries[service, user]


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def keychain(backend: Backend) -> SystemKeychain:
    return SystemKeychain(backend, "EPA Desktop")


def test_a_key_is_kept_loaded_and_forgotten(keychain: SystemKeychain) -> None:
    assert keychain.load("m") is None
    keychain.keep("m", "first")
    assert keychain.load("m") == "first"
    keychain.keep("m", "second")
    assert keychain.load("m") == "second"
    keychain.forget("m")
    assert keychain.load("m") is None


def test_every_model_has_an_entry_with_a_service_name_of_its_own(keychain: SystemKeychain, backend: Backend) -> None:
    keychain.keep("a", "1")
    keychain.keep("b", "2")
    assert backend.entries == {("EPA Desktop/a", "API key"): "1", ("EPA Desktop/b", "API key"): "2"}


def test_only_a_changed_key_is_written(keychain: SystemKeychain, backend: Backend) -> None:
    keychain.keep("m", "key")
    keychain.keep("m", "key")
    assert backend.asked.count("set") == 1


def test_forgetting_what_is_not_there_deletes_nothing(keychain: SystemKeychain, backend: Backend) -> None:
    keychain.forget("m")
    assert "delete" not in backend.asked


def test_an_empty_entry_is_no_key(keychain: SystemKeychain, backend: Backend) -> None:
    backend.entries["EPA Desktop/m", "API key"] = ""
    assert keychain.load("m") is None


class WindowsError(Exception):
    """As Windows' ``pywintypes.error``: no kind of keyring's errors at all."""


class LockedException(Exception):  # noqa: N818  secretstorage's name
    """As secretstorage's."""


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (errors.KeyringLocked("locked"), ProblemKind.KEYCHAIN_LOCKED),
        (LockedException("locked"), ProblemKind.KEYCHAIN_LOCKED),
        (errors.NoKeyringError("none"), ProblemKind.KEYCHAIN_ABSENT),
        (errors.InitError("cannot begin"), ProblemKind.KEYCHAIN_ABSENT),
        (errors.KeyringError("something"), ProblemKind.KEYCHAIN_TROUBLE),
        (errors.PasswordSetError("no"), ProblemKind.KEYCHAIN_TROUBLE),
        (WindowsError(8, "CredRead", "Not enough memory"), ProblemKind.KEYCHAIN_TROUBLE),
        (OSError("the bus is gone"), ProblemKind.KEYCHAIN_TROUBLE),
        (TypeError("a fault of a back end"), ProblemKind.KEYCHAIN_TROUBLE),
    ],
)
@pytest.mark.parametrize("event", ["load", "keep", "forget"])
def test_whatever_the_system_raises_becomes_trouble_with_a_name(
    keychain: SystemKeychain, backend: Backend, event: str, refusal: Exception, kind: ProblemKind
) -> None:
    backend.refusal = refusal
    arguments = ("m", "s3cret-key") if event == "keep" else ("m",)
    with pytest.raises(ProblemError) as trouble:
        getattr(keychain, event)(*arguments)
    assert trouble.value.problem == Problem(kind, f"{type(refusal).__name__}: {refusal}")
    assert "s3cret-key" not in trouble.value.problem.said


@pytest.mark.parametrize("event", ["set_password", "delete_password"])
def test_a_refusal_to_write_becomes_trouble_too(event: str) -> None:
    class Refusing(Backend):
        def set_password(self, *_: str) -> None:
            raise errors.KeyringLocked("not now")

        def delete_password(self, *_: str) -> None:
            raise errors.KeyringLocked("not now")

    backend = Refusing()
    backend.entries["p/m", "API key"] = "old"
    keychain = SystemKeychain(backend, "p")
    with pytest.raises(ProblemError) as trouble:
        keychain.keep("m", "new") if event == "set_password" else keychain.forget("m")
    assert trouble.value.problem.kind is ProblemKind.KEYCHAIN_LOCKED
    assert keychain.load("m") == "old"


def test_the_keychain_of_this_session_keeps_keys_while_it_lives() -> None:
    keychain = SessionKeychain()
    keychain.keep("m", "key")
    assert keychain.load("m") == "key"
    keychain.forget("m")
    keychain.forget("m")
    assert keychain.load("m") is None
    assert not keychain.is_lasting
    assert SessionKeychain().load("m") is None


class FileKeyring(keyring.backend.KeyringBackend):
    """A file somebody configured as a keychain: not the system's, however high it ranks."""

    priority = 1000

    def get_password(self, *_: str) -> str:
        return "from a file"

    def set_password(self, *_: str) -> None:
        raise AssertionError("a key must not be written to a file")


def test_a_back_end_that_is_not_the_systems_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    before: Any = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())  # type: ignore[no-untyped-call]
    try:
        assert "FileKeyring" not in open_keychain("test").name
    finally:
        keyring.set_keyring(before)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a keychain")
@pytest.mark.parametrize("configured", ["null.Keyring", "fail.Keyring", "chainer.ChainerBackend"])
def test_without_a_system_keychain_keys_stay_for_this_session_whatever_is_configured(configured: str) -> None:
    opened = run_in(
        {"PYTHON_KEYRING_BACKEND": f"keyring.backends.{configured}", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
        """
        from epa_gui.core.keys.keychain import open_keychain
        keychain = open_keychain("test")
        print(keychain.name, keychain.is_lasting)
        """,
    )
    assert opened == ["session", "only", "False"]


def test_with_all_its_parts_no_fault_is_found() -> None:
    """Not even where there is no keychain: on Linux that is the system's affair."""
    assert keychain_fault() == ""


PARTS = {
    "win32": ["keyring.backends.Windows", "win32ctypes.core.ctypes._authentication"],
    "darwin": ["keyring.backends.macOS", "keyring.backends.macOS.api"],
}.get(sys.platform, ["keyring.backends.SecretService", "secretstorage", "jeepney.io.blocking"])


@pytest.mark.parametrize("part", PARTS)
def test_a_program_that_lacks_a_part_of_the_back_end_says_so(part: str) -> None:
    said = run_in(
        dict(os.environ),
        f"""
        import sys
        sys.modules[{part!r}] = None
        from epa_gui.core.keys.keychain import keychain_fault, open_keychain
        print(open_keychain("test").is_lasting, bool(keychain_fault()), keychain_fault())
        """,
    )
    assert said[:2] == ["False", "True"]


@pytest.mark.parametrize("system", sorted({"win32", "darwin"} - {sys.platform}))
def test_windows_and_macos_always_have_one(system: str) -> None:
    """Their back ends refuse to work here, which is what a broken one does there."""
    assert keychain_fault(system)


@pytest.mark.desktop
def test_the_real_secret_service_keeps_a_key_past_the_end_of_a_program(secret_service: dict[str, str]) -> None:
    kept = run_in(
        secret_service | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},  # whatever else is configured
        """
        from epa_gui.core.keys.keychain import open_keychain
        keychain = open_keychain("EPA Desktop test")
        keychain.keep("m", "first")
        keychain.keep("m", "a key of 1,200 characters".ljust(1200, "="))
        keychain.keep("other", "another")
        print(keychain.name, keychain.is_lasting)
        """,
    )
    assert kept == ["keyring.backends.SecretService.Keyring", "True"]
    loaded = run_in(
        secret_service,
        """
        from epa_gui.core.keys.keychain import open_keychain
        keychain = open_keychain("EPA Desktop test")
        print(len(keychain.load("m")), keychain.load("other"), keychain.load("nobody"))
        keychain.forget("m")
        keychain.forget("nobody")
        print(keychain.load("m"), keychain.load("other"), open_keychain("another prefix").load("other"))
        """,
    )
    assert loaded == ["1200", "another", "None", "None", "another", "None"]


@pytest.mark.desktop
def test_a_real_secret_service_that_is_locked_and_not_opened_says_so(tmp_path: Path) -> None:
    program = """
        import secretstorage
        from epa_gui.core.jobs.problem import ProblemError
        from epa_gui.core.keys.keychain import open_keychain

        keychain = open_keychain("EPA Desktop test")
        keychain.keep("m", "key")
        secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
        for act in (lambda: keychain.load("m"), lambda: keychain.keep("m", "new"), lambda: keychain.forget("m")):
            try:
                print("done:", act())
            except ProblemError as trouble:
                print(trouble.problem.kind.name)
        """
    with desktop.session(tmp_path) as environment:  # of its own: the others' stays open
        assert run_in(environment, program) == ["KEYCHAIN_LOCKED"] * 3


def run_in(environment: dict[str, str], program: str) -> list[str]:
    """The words a program printed that ran in this environment."""
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()
