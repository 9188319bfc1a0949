"""The installer as an IT department runs it, on Windows: silently, into a folder where others may have put programs."""

import importlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder import project, signing, windows

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="installs and runs programs of Windows")

_UNINSTALL_KEY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{project.NAME}"
_BUSY = 1618


def launcher(path: Path, trace: Path, word: str, seconds: float = 0) -> None:
    """A program that writes down that it was run, and with what."""
    scripts: Any = importlib.import_module("pip._vendor.distlib.scripts")  # it can make programs only on Windows
    script = (
        "import sys, time; from pathlib import Path\n"
        f"with Path({str(trace)!r}).open('a', encoding='utf-8') as file: print({word!r}, *sys.argv[1:], file=file)\n"
        f"time.sleep({seconds} if '--hold' in sys.argv else 0)\n"
    )
    source = path.with_name(f"{path.stem}-source.py")
    source.write_text("#!python\n" + script, encoding="utf-8")
    maker = scripts.ScriptMaker(str(source.parent), str(path.parent / "made"))
    maker.variants = {""}
    (made,) = (Path(name) for name in maker.make(source.name) if name.endswith(".exe"))
    made.replace(path)
    source.unlink()


class Office:
    """A folder with installers of two versions, the folder to install into, and what was run meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.trace = folder / "run.txt"
        self.place = folder / "shared"
        self.place.mkdir()
        self.setups = []
        for version, file in (("1.0.0", "old.txt"), ("1.1.0", "new.txt")):
            payload = folder / version
            (payload / "_internal").mkdir(parents=True)
            (payload / "_internal" / file).write_text(version)
            launcher(payload / windows.PROGRAM, self.trace, "ours", seconds=60)
            out = folder / windows.installer_name(version)
            self.setups.append(windows.make_installer(payload, out, version=version))

    def plant(self, name: str) -> None:
        """As somebody else does who may write to the folder."""
        launcher(self.place.parent / "planted.exe", self.trace, "PLANTED", seconds=60)
        (self.place.parent / "planted.exe").replace(self.place / name)

    def install(self, which: int) -> int:
        """How the installer ended."""
        # /D takes the rest of the line as it is, without quotes.
        command = f'"{self.setups[which]}" /S /D={self.place}'
        return subprocess.run(command, check=False, timeout=120).returncode

    def run(self) -> list[str]:
        """What was run since, each once."""
        if not self.trace.exists():
            return []
        lines = self.trace.read_text(encoding="utf-8").splitlines()
        self.trace.unlink()
        return lines

    def files(self) -> set[str]:
        """What stands in the folder."""
        return {path.relative_to(self.place).as_posix() for path in self.place.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Everything made once; at the end nothing is left, not in the registry either."""
    if windows.find_makensis() is None:
        pytest.skip("makensis is not installed (winget: NSIS.NSIS)")
    if _is_registered():
        pytest.skip(f"{project.NAME} is installed here, and is not to be touched")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(signing.COMMAND, raising=False)
        office = Office(tmp_path_factory.mktemp("office"))
    yield office
    _uninstall(office)


def _is_registered() -> bool:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  there is none elsewhere

        try:
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, _UNINSTALL_KEY).Close()
        except FileNotFoundError:
            return False
    return True


def _uninstall(office: Office) -> None:
    program = office.place / "Uninstall.exe"
    if program.exists():
        subprocess.run([str(program), "/S"], check=False, timeout=120)
    deadline = time.monotonic() + 60
    while _is_registered() or program.exists():
        assert time.monotonic() < deadline, "the uninstaller left something"
        time.sleep(0.1)


def test_what_lies_in_the_folder_is_not_run(office: Office) -> None:
    office.plant("Uninstall.exe")
    office.plant(windows.PROGRAM)
    (office.place / "~new" / "of others").mkdir(parents=True)
    (office.place / "~new" / "of others" / "report.txt").touch()
    assert office.install(0) == 0
    assert office.run() == []
    (aside,) = [name for name in office.files() if name.endswith("/of others/report.txt")]
    assert not aside.startswith("~new")
    assert office.files() == {windows.PROGRAM, "Uninstall.exe", "_internal/old.txt", aside}
    shutil.rmtree(office.place / Path(aside).parts[0])

    # Our own: it knows which files were its own, and takes them away.
    assert office.install(1) == 0
    assert office.files() == {windows.PROGRAM, "Uninstall.exe", "_internal/new.txt"}

    office.plant("Uninstall.exe")
    assert office.install(0) == 0
    assert office.run() == []

    _uninstall(office)
    assert office.run() == []
    assert office.files() <= {"_internal/new.txt"}  # whose uninstaller somebody replaced


@pytest.mark.parametrize(("is_ours", "asked"), [(False, []), (True, ["ours --quit"])])
def test_only_our_own_running_program_is_asked_to_end(office: Office, is_ours: bool, asked: list[str]) -> None:
    if is_ours:
        assert office.install(0) == 0
    else:
        office.place.mkdir(exist_ok=True)
        office.plant(windows.PROGRAM)
    office.run()
    running = subprocess.Popen([str(office.place / windows.PROGRAM), "--hold"])
    try:
        deadline = time.monotonic() + 30
        while not office.trace.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert office.install(1) == _BUSY
        assert office.run()[1:] == asked
    finally:
        running.kill()
        running.wait()
