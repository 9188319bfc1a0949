"""The build goes through its steps in the right order, and says so where what it made is not good enough."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import build
import pytest
from builder import contents, figures, freeze, licences, project, sbom, signing, trial, windows

WITHIN, BEYOND = 1000.0, 0.000001


class Workshop:
    """Stand-ins for every step of a build.

    Attributes:
        steps: What was done, in order.
        limit: MB that may be installed.
        refused: Libraries the built folder holds and must not.
        trouble: What the trial of the built program ends with.
        named: What the installer was asked for by name.
    """

    def __init__(self, folder: Path) -> None:
        self.app = folder / "dist" / "epa-desktop"
        self.app.mkdir(parents=True)
        (self.app / "program").write_bytes(bytes(5000))
        self.steps: list[str] = []
        self.limit = WITHIN
        self.refused: list[str] = []
        self.trouble: Exception | None = None
        self.named: dict[str, Any] = {}

    def step(self, name: str, made: Any = None) -> Callable[..., Any]:
        """Stands in for one step, which makes `made`."""

        def do(*_arguments: Any, **_named: Any) -> Any:
            self.steps.append(name)
            if isinstance(made, Path):
                made.write_bytes(bytes(100))
            return made

        return do

    def try_out(self, _app: Path) -> dict[str, str]:
        """Stands in for the trial."""
        self.steps.append("try")
        if self.trouble:
            raise self.trouble
        return {"keychain": "stand-in"}


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A Windows computer that builds."""
    workshop = Workshop(tmp_path)
    dist = workshop.app.parent
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "DIST", dist)
    monkeypatch.setattr(freeze, "freeze", lambda: workshop.step("freeze")() or workshop.app)
    monkeypatch.setattr(contents, "gpl_alone", lambda _app: workshop.refused)
    monkeypatch.setattr(contents, "parts_of", lambda _app: [])
    monkeypatch.setattr(licences, "write_notices", workshop.step("notices"))
    monkeypatch.setattr(sbom, "write_sbom", workshop.step("sbom", dist / "parts.cdx.json"))
    monkeypatch.setattr(signing, "sign_payload", workshop.step("sign"))
    make = workshop.step("installer", dist / "setup.exe")

    def make_installer(*_arguments: Any, **named: Any) -> Any:
        workshop.named.update(named)
        return make()

    monkeypatch.setattr(windows, "make_installer", make_installer)
    monkeypatch.setattr(windows, "make_portable_zip", workshop.step("zip", dist / "portable.zip"))
    monkeypatch.setattr(figures, "installed_limit", lambda: workshop.limit)
    monkeypatch.setattr(figures, "archive_limit", lambda: None)
    monkeypatch.setattr(trial, "try_out", workshop.try_out)
    return workshop


def test_on_windows_the_whole_payload_is_signed_before_it_is_packed_and_then_tried(workshop: Workshop) -> None:
    assert build.main() == 0
    assert workshop.steps == ["freeze", "notices", "sbom", "sign", "installer", "zip", "try"]


def test_what_people_install_is_made_by_an_nsis_without_known_holes(workshop: Workshop) -> None:
    build.main()
    assert workshop.named["oldest_nsis"] == windows.OLDEST_NSIS == (3, 11)


def test_a_program_without_its_keychain_fails_the_build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacking() -> Path:
        raise freeze.MissingModulesError("not in the built program: keyring.backends.Windows")

    monkeypatch.setattr(freeze, "freeze", lacking)
    assert build.main() == 1
    assert "keyring.backends.Windows" in capsys.readouterr().err
    assert workshop.steps == []


def test_a_program_larger_than_it_may_be_fails_the_build(workshop: Workshop) -> None:
    workshop.limit = BEYOND
    assert build.main() == 1


def test_limits_are_only_told_when_that_is_asked_for(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py", "--no-limits"])
    workshop.limit = BEYOND
    assert build.main() == 0


@pytest.mark.parametrize(
    "trouble", [trial.TrialFailed("no window"), windows.InstallerError("no NSIS"), signing.SigningError("no key")]
)
def test_a_program_that_fails_its_trial_fails_the_build(
    trouble: Exception, workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.trouble = trouble
    assert build.main() == 1
    assert str(trouble) in capsys.readouterr().err


def test_a_library_under_the_gpl_alone_is_not_packed(workshop: Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.refused = ["libreadline.so.8"]
    assert build.main() == 1
    assert workshop.steps == ["freeze"]
    assert "libreadline.so.8" in capsys.readouterr().err


def test_the_trial_lends_the_built_program_nothing_of_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("OF_OTHERS", "1")
    environment = trial._environment(tmp_path)
    assert [name for name in environment if name.startswith("PYTHON")] == []
    assert environment["OF_OTHERS"] == "1"
