"""Who is at work is what the system says, and not what a variable says that anybody can set."""

import os
import subprocess
import sys

import pytest

from epa_gui.core.history.computer_user import computer_user

NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME", "USERDOMAIN")


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    before = computer_user()
    for name in NAMES:
        monkeypatch.setenv(name, "mallory")
    assert computer_user() == before
    assert "mallory" not in before
    assert before


def test_nor_has_it_in_a_program_that_was_started_with_it() -> None:
    code = "from epa_gui.core.history.computer_user import computer_user; print(computer_user())"
    environment = os.environ | dict.fromkeys(NAMES, "mallory")
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == computer_user()


@pytest.mark.skipif(os.name == "nt", reason="a user has a number on the others only")
def test_it_is_the_account_s_name() -> None:
    import pwd  # noqa: PLC0415  not on Windows

    if sys.platform != "win32":
        assert computer_user() == pwd.getpwuid(os.getuid()).pw_name


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs to become somebody without a name")
def test_an_account_without_a_name_is_told_by_its_number() -> None:
    code = "import os; from epa_gui.core.history import computer_user as c; os.setuid(54321); print(c.computer_user())"
    environment = os.environ | {"LOGNAME": "mallory"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "54321"


@pytest.mark.skipif(os.name != "nt", reason="only Windows has domains")
def test_windows_tells_the_domain_too() -> None:
    domain, _, user = computer_user().rpartition("\\")
    assert domain
    assert user
