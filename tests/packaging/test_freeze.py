"""What a build is told from outside is held to what the built program will take, and what it says to PyInstaller."""

import ast
import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from builder import freeze, icons, macos, project, windows

from epa_gui.core.keys import keychain
from epa_gui.process.build_info import build_info
from epa_gui.ui.window import session


@pytest.mark.parametrize("address", ["", "https://updates.example/release.json", " https://a.example/r.json "])
def test_an_address_the_program_takes_is_built_in(address: str) -> None:
    assert freeze.update_address({"EPA_UPDATE_ADDRESS": address}) == address.strip()


def test_without_one_there_is_no_check_for_updates() -> None:
    assert freeze.update_address({}) == ""


@pytest.mark.parametrize(
    "address",
    [
        "http://updates.example/r.json",
        "updates.example",
        "https://",
        "https://user:secret@updates.example/r.json",
        "https://updates.example/r.json?token=1",
        "https://updates.example/r.json#new",
    ],
)
def test_one_it_would_refuse_ends_the_build(address: str) -> None:
    with pytest.raises(ValueError, match="EPA_UPDATE_ADDRESS"):
        freeze.update_address({"EPA_UPDATE_ADDRESS": address})


def test_the_page_of_releases_is_built_in_and_held_to_the_same() -> None:
    assert freeze.release_page({"EPA_RELEASE_PAGE": " https://a.example/releases "}) == "https://a.example/releases"
    assert freeze.release_page({}) == ""
    with pytest.raises(ValueError, match="EPA_RELEASE_PAGE"):
        freeze.release_page({"EPA_RELEASE_PAGE": "http://a.example/"})


def test_the_note_of_the_build_says_both_addresses(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EPA_UPDATE_ADDRESS", "https://a.example/r.json")
    monkeypatch.setenv("EPA_RELEASE_PAGE", "https://a.example/releases")
    info = build_info(freeze._write_build_note())
    assert (info.update_address, info.release_page) == ("https://a.example/r.json", "https://a.example/releases")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the build writes what it hands to PyInstaller."""
    monkeypatch.setattr(project, "BUILD", tmp_path)
    return tmp_path


def test_the_windows_program_has_its_manifest_its_version_and_its_icon(workplace: Path) -> None:
    given = freeze.executable_options("win32")
    assert sorted(given) == ["icon", "manifest", "version"]
    assert Path(given["manifest"]).read_text(encoding="utf-8") == windows.manifest()
    assert Path(given["version"]).read_text(encoding="utf-8") == windows.version_file()
    assert Path(given["icon"]).read_bytes() == icons.write_ico(workplace / "again.ico").read_bytes()


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_elsewhere_the_executable_is_given_nothing(system: str, workplace: Path) -> None:
    assert freeze.executable_options(system) == {}


def test_the_app_of_macos_has_its_information_and_its_icon(workplace: Path) -> None:
    given = freeze.bundle_options()
    assert given["info_plist"] == macos.info_plist()
    assert given["bundle_identifier"] == project.BUNDLE_ID
    assert given["version"] == project.version()
    assert Path(given["icon"]).read_bytes() == icons.write_icns(workplace / "again.icns").read_bytes()


def _spec_calls() -> dict[str, dict[str | None, str]]:
    """What the spec gives PyInstaller's own: by name, each keyword as it is written; ``None`` is for ``**``."""
    calls = [node for node in ast.walk(ast.parse(project.SPEC.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {
        call.func.id: {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"Analysis", "EXE", "COLLECT", "BUNDLE"}
    }


def test_the_program_opens_no_console_and_is_not_packed_by_upx() -> None:
    """UPX's programs are what antivirus programs take for others."""
    given = _spec_calls()
    assert given["EXE"]["console"] == "False"
    assert {name: given[name]["upx"] for name in ("EXE", "COLLECT")} == {"EXE": "False", "COLLECT": "False"}


def test_what_was_decided_reaches_pyinstaller() -> None:
    given = _spec_calls()
    assert given["EXE"][None] == "freeze.executable_options()"
    assert given["BUNDLE"][None] == "freeze.bundle_options()"
    assert given["Analysis"]["excludes"] == "list(pruning.EXCLUDED_MODULES)"


# What is imported by name

SYSTEMS = ("win32", "darwin", "linux")


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_back_end_of_the_keychain_is_in_the_program_of_its_system(system: str) -> None:
    """A name in a string is nothing PyInstaller sees: the program would keep keys for the session only."""
    wanted = {module for module, _ in keychain._SYSTEM_BACKENDS.get(system, keychain._OTHER_BACKENDS)}
    assert wanted <= set(freeze.hidden_imports(system))


def test_what_the_back_ends_ask_for_by_name_in_turn_is_there_too() -> None:
    """Source: keyring's Windows.py, whose imports fail in silence, and win32ctypes.core, with its finder."""
    asked = {
        "win32ctypes.pywin32.win32cred",
        "win32ctypes.pywin32.pywintypes",
        "win32ctypes.core.ctypes._authentication",
    }
    assert asked <= set(freeze.hidden_imports("win32"))
    assert "keyring.backends.macOS.api" in freeze.hidden_imports("darwin")
    assert {"secretstorage", "jeepney.io.blocking"} <= set(freeze.hidden_imports("linux"))


def test_the_modules_of_this_system_are_installed_where_it_is_built() -> None:
    assert sys.platform in SYSTEMS
    for module in freeze.hidden_imports():
        assert importlib.util.find_spec(module) is not None, module


def test_nothing_else_in_the_program_is_imported_by_name() -> None:
    """Whoever adds such an import adds what it imports to `freeze.hidden_imports`, and its room here."""
    by_name = set()
    for source in (project.ROOT / "epa_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"import_module", "__import__"}:
                by_name.add(source.relative_to(project.ROOT).as_posix())
    # The session's list says in which order modules are loaded that import statements name, too: see the next test.
    assert by_name == {"epa_gui/core/keys/keychain.py", "epa_gui/ui/window/session.py"}


def test_what_the_session_loads_by_name_is_imported_by_a_statement_too() -> None:
    """Else PyInstaller would not see it, and the built program would not start."""
    stated = set()
    for source in (project.ROOT / "epa_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                stated |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    assert set(session._LOADED_APART) <= stated


def test_pyinstaller_is_told_of_them() -> None:
    assert _spec_calls()["Analysis"]["hiddenimports"] == "freeze.HIDDEN_IMPORTS"
    assert freeze.hidden_imports() == freeze.HIDDEN_IMPORTS


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A program with two modules in it, packed as PyInstaller packs."""
    app = tmp_path / "app"
    app.mkdir()
    writers: Any = importlib.import_module("PyInstaller.archive.writers")
    modules = {name: compile("", name, "exec") for name in ("keyring", "keyring.backends.Windows")}
    packed = tmp_path / "PYZ-00.pyz"
    writers.ZlibArchiveWriter(str(packed), [(name, f"{name}.py", "PYMODULE") for name in modules], code_dict=modules)
    writers.CArchiveWriter(str(app / "program"), [("PYZ-00.pyz", str(packed), False, "z")], pylib_name="python")
    return app


def test_a_module_that_is_not_in_the_built_program_is_found_missing(frozen: Path) -> None:
    freeze.require_modules(frozen, ["keyring.backends.Windows", "keyring"])
    with pytest.raises(freeze.MissingModulesError, match=r"not in the built program: a, win32ctypes\.core$"):
        freeze.require_modules(frozen, ["win32ctypes.core", "keyring", "a"])
