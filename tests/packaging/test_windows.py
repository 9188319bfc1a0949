"""Windows' parts, made here from a stand-in payload and opened again. Running them needs Windows."""

import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builder import project, signing, windows

_FILES = {
    "EPA Desktop.exe": b"MZ stand-in" * 1000,
    "_internal/python313.dll": b"\1" * 5000,
    "_internal/PySide6/plugins/platforms/qwindows.dll": b"\2" * 300,
    "_internal/epa_gui/resources/samples/学習 データ $1.csv": "列,値\n".encode(),
}


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    folder = tmp_path / "one folder"
    for name, content in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def unsigned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.COMMAND, raising=False)


@pytest.fixture
def nsis(unsigned: None) -> None:
    if windows.find_makensis() is None:
        pytest.skip("makensis is not installed (Debian: nsis)")


def listed(installer: Path) -> tuple[dict[str, str], dict[str, int | None]]:
    """What 7-Zip finds in it: its properties, and the files with their sizes (unknown for the uninstaller)."""
    seven_zip = shutil.which("7z") or shutil.which("7zz")
    if seven_zip is None:
        pytest.skip("7-Zip is not installed (Debian: p7zip-full)")
    command = [seven_zip, "l", "-slt", "-sccUTF-8", str(installer)]
    names_as_they_are = {**os.environ, "LC_ALL": "C.UTF-8"}
    told = subprocess.run(command, capture_output=True, encoding="utf-8", env=names_as_they_are, check=True).stdout
    head, _, body = told.partition("----------\n")
    entries = [dict(re.findall(r"^(.+?) = ?(.*)$", entry, re.MULTILINE)) for entry in body.split("\n\n")]
    files = {
        entry["Path"].replace("\\", "/"): int(entry["Size"]) if entry["Size"] else None
        for entry in entries
        if "Path" in entry
    }
    return dict(re.findall(r"^(.+?) = (.*)$", head, re.MULTILINE)), files


def said_version(program: Path) -> tuple[tuple[int, ...], dict[str, str]]:
    """A program's version resource: Windows' four numbers, and the texts (of its last language)."""
    content = program.read_bytes()
    fixed = content.index(struct.pack("<I", 0xFEEF04BD))
    high, low = struct.unpack_from("<II", content, fixed + 8)
    texts = {}
    for name in ("ProductName", "FileDescription", "CompanyName", "FileVersion", "ProductVersion"):
        key = f"{name}\0".encode("utf-16-le")
        start = content.index(key, fixed) - 6
        _, length, _ = struct.unpack_from("<HHH", content, start)
        value = start + (6 + len(key) + 3) // 4 * 4
        texts[name] = content[value : value + 2 * length].decode("utf-16-le").rstrip("\0")
    return (high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF), texts


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.12.3rc1", (1, 12, 3, 0)), ("1.2.3.dev4", (1, 2, 3, 0))],
)
def test_a_version_becomes_windows_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert windows.version_numbers(version) == numbers


@pytest.mark.parametrize("version", ["", "latest", "1.70000.0"])
def test_what_windows_cannot_number_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"version|number"):
        windows.version_numbers(version)


def test_the_version_resource_names_the_program_and_its_version() -> None:
    def maker(kind: str) -> Any:
        return lambda *values, **named: SimpleNamespace(kind=kind, values=values, **named)

    kinds = [
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    ]
    resource = eval(windows.version_file("1.2.3rc1"), {kind: maker(kind) for kind in kinds})
    assert resource.ffi.filevers == resource.ffi.prodvers == (1, 2, 3, 0)
    assert resource.ffi.flags == 0x2
    texts = {text.values[0]: text.values[1] for text in resource.kids[0].values[0][0].values[1]}
    assert texts["ProductName"] == texts["FileDescription"] == "EPA Desktop"
    assert texts["ProductVersion"] == texts["FileVersion"] == "1.2.3rc1"
    assert texts["OriginalFilename"] == "EPA Desktop.exe"
    assert texts["CompanyName"] == project.PUBLISHER
    assert "flags=0x0" in windows.version_file("1.2.3")


def test_pyinstaller_keeps_what_the_manifest_says() -> None:
    reason = "PyInstaller is in the extra `build`"
    winmanifest = pytest.importorskip("PyInstaller.utils.win32.winmanifest", reason=reason)
    kept = winmanifest.create_application_manifest(windows.manifest().encode()).decode()
    for promise in ("PerMonitorV2", "longPathAware", "UTF-8", 'level="asInvoker"'):
        assert promise in kept


def test_the_manifest_asks_for_sharp_displays_long_paths_and_no_administrator() -> None:
    root = ET.fromstring(windows.manifest("1.2.3"))
    said = {element.tag.split("}")[1]: (element.text or "").strip() for element in root.iter()}
    assert said["dpiAwareness"] == "PerMonitorV2"
    assert said["longPathAware"] == "true"
    assert said["activeCodePage"] == "UTF-8"
    levels = [element.attrib for element in root.iter() if element.tag.endswith("requestedExecutionLevel")]
    assert levels == [{"level": "asInvoker", "uiAccess": "false"}]
    identity = next(element.attrib for element in root.iter() if element.tag.endswith("assemblyIdentity"))
    assert (identity["name"], identity["version"]) == (project.BUNDLE_ID, "1.2.3.0")
    assert "@" not in windows.manifest()


def test_the_installer_holds_the_whole_program_and_nothing_else(payload: Path, tmp_path: Path, nsis: None) -> None:
    installer = windows.make_installer(payload, tmp_path / "out" / windows.installer_name(), version="1.2.3")
    properties, files = listed(installer)
    assert properties["SubType"] == "NSIS-3 Unicode"
    assert properties["Method"].startswith("LZMA")
    inside = {name: size for name, size in files.items() if not name.startswith("$PLUGINSDIR")}
    program = {f"~new/{name}": len(content) for name, content in _FILES.items()}
    assert inside == {**program, "~new/Uninstall.exe": None}


def test_the_installer_says_what_it_is_and_asks_for_no_rights(payload: Path, tmp_path: Path, nsis: None) -> None:
    installer = windows.make_installer(payload, tmp_path / windows.installer_name(), version="1.2.3rc1")
    numbers, texts = said_version(installer)
    assert numbers == (1, 2, 3, 0)
    assert texts == {
        "ProductName": "EPA Desktop",
        "FileDescription": "EPA Desktop Setup",
        "CompanyName": project.PUBLISHER,
        "FileVersion": "1.2.3rc1",
        "ProductVersion": "1.2.3rc1",
    }
    content = installer.read_bytes()
    assert b'level="asInvoker"' in content
    assert b"dpiAware" in content


def test_the_installer_is_made_for_the_stub_of_64_bit_too(payload: Path, tmp_path: Path, nsis: None) -> None:
    installer = windows.make_installer(payload, tmp_path / windows.installer_name(), target="amd64-unicode")
    content = installer.read_bytes()
    assert struct.unpack_from("<H", content, content.index(b"PE\0\0") + 4)[0] == 0x8664


def test_uninstaller_and_installer_are_both_signed(
    payload: Path, tmp_path: Path, nsis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, signer = tmp_path / "signed.txt", tmp_path / "sign it.py"
    # Stands in for a signature: an entry in the certificate table, which is all that is looked at.
    signer.write_text(
        "import struct, sys\n"
        "content = bytearray(open(sys.argv[2], 'rb').read())\n"
        "start = struct.unpack_from('<I', content, 0x3c)[0] + 24\n"
        "wide = struct.unpack_from('<H', content, start)[0] == 0x20b\n"
        "struct.pack_into('<II', content, start + (112 if wide else 96) + 32, len(content), 8)\n"
        "open(sys.argv[2], 'wb').write(content + bytes(8))\n"
        "open(sys.argv[1], 'a').write(sys.argv[2] + '\\n')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv(signing.COMMAND, f'"{sys.executable}" "{signer}" "{log}" "{{file}}"')
    out = tmp_path / windows.installer_name()
    windows.make_installer(payload, out)
    uninstaller, installer = log.read_text(encoding="utf-8").splitlines()
    assert uninstaller != installer == str(out)
    assert signing.is_signed(out)


def test_a_failing_signature_leaves_no_installer(
    payload: Path, tmp_path: Path, nsis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(signing.COMMAND, f'"{sys.executable}" -c "raise SystemExit(5)" "{{file}}"')
    with pytest.raises(windows.InstallerError, match="ended with 5"):
        windows.make_installer(payload, tmp_path / windows.installer_name())
    assert not (tmp_path / windows.installer_name()).exists()


def test_only_the_programs_own_files_are_ever_taken_away(payload: Path, unsigned: None) -> None:
    script = windows.installer_script(payload)
    taken = script.partition("!macro TAKE_AWAY\n")[2].partition("!macroend")[0]
    files = re.findall(r'Delete "\$INSTDIR\\(.+)"', taken)
    assert {name.replace("$$", "$").replace("\\", "/") for name in files} == set(_FILES)
    folders = re.findall(r'RMDir "\$INSTDIR\\(.+)"', taken)
    assert len(files) + len(folders) == len(taken.splitlines())
    outer_first = [
        folder
        for place, folder in enumerate(folders)
        if any(late.startswith(f"{folder}\\") for late in folders[place:])
    ]
    assert outer_first == []


def test_the_program_is_put_in_place_after_what_it_needs(payload: Path, unsigned: None) -> None:
    script = windows.installer_script(payload)
    assert re.findall(r'^  Push "(.+)"\n  Call MoveIn$', script, re.MULTILINE)[:2] == ["_internal", "EPA Desktop.exe"]


def test_everything_people_read_is_there_in_both_languages() -> None:
    texts = (project.PACKAGING / "windows" / "texts.nsh").read_text(encoding="utf-8")
    script = (project.PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
    said = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', texts, re.MULTILINE)
    names = {name for name, _, _ in said}
    assert {(name, language) for name, language, _ in said} == {
        (name, language) for name in names for language in ("ENGLISH", "JAPANESE")
    }
    assert names == set(re.findall(r"\$\((\w+)\)", script))
    for name, language, text in said:
        assert bool(re.search("[ぁ-んァ-ヶ一-龠]", text)) == (language == "JAPANESE"), name


def test_an_unfinished_payload_makes_no_installer(tmp_path: Path) -> None:
    with pytest.raises(windows.InstallerError, match=r"EPA Desktop\.exe"):
        windows.installer_script(tmp_path)


def test_without_nsis_it_says_what_to_install(payload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "find_makensis", lambda: None)
    with pytest.raises(windows.InstallerError, match="NSIS 3"):
        windows.make_installer(payload, tmp_path / windows.installer_name())


@pytest.mark.parametrize(
    ("said", "version"),
    [("v3.11", (3, 11)), ("v3.08-3+deb12u1", (3, 8)), ("v4.0", (4, 0)), ("v2.51", (2, 51)), ("", ()), ("20.cvs", ())],
)
def test_the_version_of_nsis_is_understood(said: str, version: tuple[int, ...]) -> None:
    assert windows.nsis_version(said) == version


@pytest.mark.parametrize("said", ["v3.10", "v3.08-3+deb12u1", "v2.99", ""])
def test_what_people_get_is_not_made_by_an_old_nsis(
    payload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    if os.name == "nt":
        pytest.skip("the stand-in is a script, which Windows does not start")
    old = tmp_path / "makensis"
    old.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setattr(windows, "find_makensis", lambda: str(old))
    out = tmp_path / windows.installer_name()
    with pytest.raises(windows.InstallerError, match=r"NSIS 3\.11 or newer is needed.*CVE-2025-43715"):
        windows.make_installer(payload, out, oldest_nsis=windows.OLDEST_NSIS)
    old.write_text("#!/bin/sh\necho v3.11-1\nexit 7\n", encoding="utf-8")
    with pytest.raises(windows.InstallerError, match="makensis ended with 7"):
        windows.make_installer(payload, out, oldest_nsis=windows.OLDEST_NSIS)


def test_an_nsis_that_does_not_end_is_an_error(payload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name == "nt":
        pytest.skip("the stand-in is a script, which Windows does not start")
    stuck = tmp_path / "makensis"
    stuck.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    stuck.chmod(0o755)
    monkeypatch.setattr(windows, "find_makensis", lambda: str(stuck))
    monkeypatch.setattr(windows, "_SECONDS", 1)
    with pytest.raises(windows.InstallerError, match="did not end within 1 seconds"):
        windows.make_installer(payload, tmp_path / windows.installer_name())


def test_the_portable_zip_is_the_program_in_a_folder_of_its_name(payload: Path, tmp_path: Path) -> None:
    out = windows.make_portable_zip(payload, tmp_path / "out" / windows.portable_name("1.2.3"))
    assert re.fullmatch(r"epa-desktop-1\.2\.3-windows-\w+-portable\.zip", out.name)
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"EPA Desktop/{name}": content for name, content in _FILES.items()
        }
