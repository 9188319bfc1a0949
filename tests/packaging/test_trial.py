"""A built program that does not work is not let through."""

import sys
from pathlib import Path

import pytest
from builder import project, trial

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the stand-in is a shell script")

REPORT = '{"keychain": "%s", "versions": {"epa-desktop": "%s"}}'


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for stand-ins of the built program, on a system without a keychain."""
    monkeypatch.setattr(trial, "_KEYCHAIN_PROGRAMS", ("no-such-program",))
    app = tmp_path / project.ID
    app.mkdir()
    return app


def _says(app: Path, line: str, report: str = "", status: int = 0) -> None:
    program = trial.program_in(app)
    program.write_text(
        f"#!/bin/sh\necho '{line}'\n[ -z '{report}' ] || echo '{report}' >\"$3\"\nexit {status}\n", "utf-8"
    )
    program.chmod(0o755)


def test_a_program_that_passes_is_believed(app: Path) -> None:
    _says(app, "self-test passed", REPORT % ("session only", project.version()))
    assert trial.try_out(app)["keychain"] == "session only"


def test_what_a_failing_program_said_is_told(app: Path) -> None:
    _says(app, "FAIL add a model", REPORT % ("x", project.version()), status=1)
    with pytest.raises(trial.TrialFailed, match="FAIL add a model"):
        trial.try_out(app)


def test_a_program_that_leaves_no_report_has_not_passed(app: Path) -> None:
    _says(app, "self-test passed")
    with pytest.raises(trial.TrialFailed, match="self-test passed"):
        trial.try_out(app)


def test_a_program_that_does_not_end_has_not_passed(app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_SECONDS", 1)
    program = trial.program_in(app)
    program.write_text("#!/bin/sh\necho 'ok   add a model'\nexec sleep 30\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(trial.TrialFailed, match=r"did not end within 1 seconds:\nok   add a model"):
        trial.try_out(app)


def test_a_program_of_another_version_is_not_what_was_built(app: Path) -> None:
    _says(app, "self-test passed", REPORT % ("x", "0.0.1"))
    with pytest.raises(trial.TrialFailed, match=r"0\.0\.1"):
        trial.try_out(app)


def test_where_there_is_a_keychain_the_program_has_to_find_it(app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_KEYCHAIN_PROGRAMS", ("sh",))
    wrapper = app.parent / "bin"
    wrapper.mkdir()
    (wrapper / "dbus-run-session").write_text('#!/bin/sh\nshift 4\nexec "$@"\n', "utf-8")
    (wrapper / "dbus-run-session").chmod(0o755)
    monkeypatch.setenv("PATH", str(wrapper), prepend=":")
    _says(app, "self-test passed", REPORT % ("session only", project.version()))
    with pytest.raises(trial.TrialFailed, match="does not find the system's keychain"):
        trial.try_out(app)


def test_no_window_is_not_a_fast_start(app: Path) -> None:
    _says(app, "Segmentation fault")
    with pytest.raises(trial.TrialFailed, match="no window: Segmentation fault"):
        trial.start_ratio(app)
