"""The keychain's own thread: orders in turn, each answered, none with a key in its words."""

from collections.abc import Callable

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import Keychain, SessionKeychain
from epa_gui.ui.base.key_worker import KeyChange, KeyRead, KeyWorker
from epa_gui.ui.base.threads import wait_for
from tests.ui.listening import Listener


class LockedKeychain(SessionKeychain):
    """A system's keychain whose owner says no."""

    name = "locked"
    is_lasting = True

    def load(self, *_: str) -> str | None:
        raise ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "no"))

    def keep(self, *_: str) -> None:
        raise ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "no"))

    def forget(self, *_: str) -> None:
        raise ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "no"))


Start = Callable[[Keychain], KeyWorker]


@pytest.fixture
def start(listener: Listener) -> Start:
    """Starts a worker on a keychain; all it says is heard, in order."""

    def started(keychain: Keychain) -> KeyWorker:
        worker = KeyWorker(lambda: keychain)
        worker.opened.connect(listener.hear_name)
        for signal in (worker.loaded, worker.kept, worker.forgotten):
            signal.connect(listener.hear)
        listener.start(worker)
        return worker

    return started


def test_it_says_which_keychain_it_is_and_whether_it_lasts(start: Start, listener: Listener) -> None:
    start(SessionKeychain()).open()
    assert listener.until_heard() == [("session only", False)]


def test_keys_are_kept_loaded_and_forgotten_in_the_order_of_the_calls(start: Start, listener: Listener) -> None:
    worker = start(SessionKeychain())
    worker.load("m")
    worker.keep("m", "first")
    worker.load("m")
    worker.forget("m")
    worker.load("m")
    missing = KeyRead("m", None, Problem(ProblemKind.KEY_MISSING))
    _, *answers = listener.until_heard(6)
    assert answers == [missing, KeyChange("m"), KeyRead("m", "first"), KeyChange("m"), missing]


def test_a_keychain_that_refuses_is_said_each_time_and_ends_nothing(start: Start, listener: Listener) -> None:
    worker = start(LockedKeychain())
    worker.load("m")
    worker.keep("m", "key")
    worker.forget("m")
    locked = Problem(ProblemKind.KEYCHAIN_LOCKED, "no")
    assert listener.until_heard(4) == [
        ("locked", True),
        KeyRead("m", None, locked),
        KeyChange("m", locked),
        KeyChange("m", locked),
    ]


def test_stopping_waits_for_what_was_ordered(start: Start, listener: Listener) -> None:
    keychain = SessionKeychain()
    worker = start(keychain)
    worker.keep("m", "key")
    worker.stop()
    assert wait_for(listener.threads, 5)
    assert keychain.load("m") == "key"


def test_what_it_says_does_not_show_the_key() -> None:
    assert "s3cret" not in repr(KeyRead("m", "s3cret"))
