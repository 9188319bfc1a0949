"""The macOS app: what it says of itself, what it may do, in which order it is signed; read back, not looked at."""

import json
import os
import platform
import plistlib
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from builder import macho, macos, macos_commands, project

PROCESSORS = {"x86_64": 0x01000007, "arm64": 0x0100000C}
IDENTITY = "Developer ID Application: Somebody (TEAM)"
KEY = ["--key", "/k.p8", "--key-id", "ID", "--issuer", "ISS"]


def _thin(processor: str, minimum: tuple[int, int]) -> bytes:
    """A Mach-O file of one processor with one load command, which tells the oldest macOS."""
    version = minimum[0] << 16 | minimum[1] << 8
    command = struct.pack("<6I", 0x32, 24, 1, version, version, 0)
    return struct.pack("<8I", 0xFEEDFACF, PROCESSORS[processor], 0, 6, 1, len(command), 0, 0) + command


def _fat(*parts: tuple[str, tuple[int, int]]) -> bytes:
    head, body = struct.pack(">II", 0xCAFEBABE, len(parts)), b""
    for processor, minimum in parts:
        thin = _thin(processor, minimum)
        head += struct.pack(">5I", PROCESSORS[processor], 0, 8 + 20 * len(parts) + len(body), len(thin), 0)
        body += thin
    return head + body


def _universal(minimum: tuple[int, int] = (13, 0)) -> bytes:
    return _fat(("x86_64", minimum), ("arm64", minimum))


def _put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A bundle as PyInstaller lays it out, as small as can be."""
    if os.name == "nt":
        pytest.skip("a bundle is held together by links, which Windows lets only administrators make")
    app = tmp_path / "dist 配布" / f"{project.NAME}.app"
    contents = app / "Contents"
    _put(contents / "MacOS" / project.ID, _universal())
    _put(contents / "Info.plist", plistlib.dumps(macos.info_plist("1.2.0", "6.11.3")))
    frameworks = contents / "Frameworks"
    _put(frameworks / "libpython3.13.dylib", _universal((11, 0)))
    _put(frameworks / "PySide6" / "QtCore.abi3.so", _universal((15, 0)))
    core = frameworks / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    _put(core / "Versions" / "A" / "QtCore", _universal())
    (core / "Versions" / "Current").symlink_to("A", target_is_directory=True)
    (core / "QtCore").symlink_to("Versions/Current/QtCore")
    _put(contents / "Resources" / "base_library.zip", b"PK\3\4 no program")
    return app


# What it says of itself


def _read_back(plist: dict[str, object]) -> dict[str, object]:
    read: dict[str, object] = plistlib.loads(plistlib.dumps(plist))
    return read


def test_info_plist_says_what_the_system_needs_to_know() -> None:
    told = _read_back(macos.info_plist("1.2.0", "6.11.3"))
    assert told["CFBundleIdentifier"] == project.BUNDLE_ID
    assert told["CFBundleName"] == told["CFBundleDisplayName"] == "EPA Desktop"
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.0"
    assert told["NSRequiresAquaSystemAppearance"] is False
    assert told["NSAppSleepDisabled"] is True
    assert told["NSHighResolutionCapable"] is True
    assert told["CFBundleLocalizations"] == ["en", "ja"]


def test_the_version_is_the_program_s_own() -> None:
    assert macos.info_plist()["CFBundleVersion"] == macos.version_number(project.version())


@pytest.mark.parametrize(
    ("version", "number"), [("1.2.3", "1.2.3"), ("1.2.0rc1", "1.2.0"), ("2", "2.0.0"), ("0.1.0.dev4+local", "0.1.0")]
)
def test_versions_are_three_numbers_as_apple_wants(version: str, number: str) -> None:
    assert macos.version_number(version) == number


def test_what_is_no_version_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        macos.version_number("soon")


@pytest.mark.parametrize(
    ("qt", "system"), [("6.10.2", "13.0"), ("6.11.3", "13.0"), ("6.12.0", "14.0"), ("7.0", "14.0")]
)
def test_the_oldest_macos_is_that_of_the_bundled_qt(qt: str, system: str) -> None:
    assert macos.info_plist("1.0", qt)["LSMinimumSystemVersion"] == system


def test_the_icon_takes_what_the_window_takes_and_owns_none_of_it() -> None:
    types = macos.info_plist("1.0", "6.11.3")["CFBundleDocumentTypes"]
    assert {kind for entry in types for kind in entry["LSItemContentTypes"]} == {
        "public.comma-separated-values-text",
        "public.tab-separated-values-text",
        "public.zip-archive",
        "public.json",
    }
    assert {(entry["CFBundleTypeRole"], entry["LSHandlerRank"]) for entry in types} == {("Viewer", "Alternate")}


def test_the_hardened_runtime_allows_one_thing_only() -> None:
    assert _read_back(dict(macos.entitlements())) == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_system_s_questions_are_asked_in_both_languages(app: Path) -> None:
    macos.write_localised(app)
    resources = app / "Contents" / "Resources"
    told = {
        name: (resources / f"{name}.lproj" / "InfoPlist.strings").read_text(encoding="utf-8") for name in ("en", "ja")
    }
    plist = macos.info_plist("1.0", "6.11.3")
    assert "学習用ファイル" in told["ja"]
    for name in (
        "NSDesktopFolderUsageDescription",
        "NSDocumentsFolderUsageDescription",
        "NSDownloadsFolderUsageDescription",
    ):
        assert f'"{name}" = "{plist[name]}";' in told["en"]
        assert f'"{name}" = "' in told["ja"]


def test_the_disk_image_says_for_which_macs_it_is() -> None:
    assert macos.disk_image_name("1.2.0", "arm64") == "epa-desktop-1.2.0-macos-arm64.dmg"


# What is in it


def test_programs_are_known_by_what_they_are(tmp_path: Path) -> None:
    assert macho.slices(_put(tmp_path / "a", _thin("arm64", (13, 2)))) == [macho.Slice("arm64", (13, 2))]
    both = [macho.Slice("x86_64", (11, 0)), macho.Slice("arm64", (11, 0))]
    assert macho.slices(_put(tmp_path / "b", _universal((11, 0)))) == both


@pytest.mark.parametrize(
    "content", [b"", b"short", b"#!/bin/sh\nexit\n", struct.pack(">II", 0xCAFEBABE, 65) + b"java" * 9]
)
def test_other_files_are_no_programs(tmp_path: Path, content: bytes) -> None:
    assert macho.slices(_put(tmp_path / "file", content)) == []


def test_a_program_cut_short_is_none(tmp_path: Path) -> None:
    assert macho.slices(_put(tmp_path / "file", _thin("arm64", (13, 0))[:40])) == []


def test_every_program_is_found_once(app: Path) -> None:
    assert sorted(path.name for path in macos.programs(app)) == [
        "QtCore",
        "QtCore.abi3.so",
        project.ID,
        "libpython3.13.dylib",
    ]


def test_what_was_made_for_a_newer_macos_is_told(app: Path) -> None:
    (told,) = macos.check_binaries(app, "arm64")
    assert "15.0" in told
    assert "QtCore.abi3.so" in told
    assert "libpython" not in told


def test_a_qt_that_wants_a_newer_macos_than_is_promised_is_refused(app: Path) -> None:
    _put(app / "Contents" / "Frameworks" / "PySide6" / "Qt" / "plugins" / "libqcocoa.dylib", _universal((14, 0)))
    with pytest.raises(
        macos_commands.MacError, match=r"libqcocoa.dylib wants macOS 14\.0, and Info.plist promises 13\.0"
    ):
        macos.check_binaries(app, "arm64")


def test_a_library_for_another_processor_is_refused(app: Path) -> None:
    _put(app / "Contents" / "Frameworks" / "md.so", _thin("x86_64", (11, 0)))
    with pytest.raises(macos_commands.MacError, match=r"md.so is not made for arm64"):
        macos.check_binaries(app, "arm64")


def test_it_is_signed_inside_out(app: Path) -> None:
    inner = app / "Contents" / "Frameworks" / "Outer.framework" / "Versions" / "A" / "Frameworks" / "Inner.framework"
    _put(inner / "Versions" / "A" / "Inner", _universal())
    order = macos.signing_order(app)
    assert order[-1] == app
    for position, path in enumerate(order):
        assert not any(later.is_relative_to(path) for later in order[position + 1 :]), f"{path} came too early"
    assert [path.name for path in order].count("QtCore.framework") == 1
    assert app / "Contents" / "MacOS" / project.ID not in order, "the app's own signature is its"


# The commands


def test_signed_by_somebody_is_hardened_and_stamped_and_only_the_app_has_rights(tmp_path: Path) -> None:
    library = macos_commands.sign_command(tmp_path / "a.dylib", IDENTITY)
    assert library[:4] == ["codesign", "--force", "--sign", IDENTITY]
    assert {"--timestamp", "--options", "runtime"} <= set(library)
    assert "--entitlements" not in library
    assert "--deep" not in library, "would sign libraries with the app's rights"
    of_app = macos_commands.sign_command(tmp_path / "A.app", IDENTITY, tmp_path / "rights.plist")
    assert of_app[of_app.index("--entitlements") + 1] == str(tmp_path / "rights.plist")


def test_signed_by_nobody_is_not_hardened(tmp_path: Path) -> None:
    command = macos_commands.sign_command(tmp_path / "A.app", "-", tmp_path / "rights.plist")
    assert command == ["codesign", "--force", "--sign", "-", str(tmp_path / "A.app")]


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, None),
        ({"EPA_NOTARY_PROFILE": "build"}, ["--keychain-profile", "build"]),
        ({"EPA_NOTARY_KEY": "/k.p8", "EPA_NOTARY_KEY_ID": "ID", "EPA_NOTARY_ISSUER": "ISS"}, KEY),
    ],
)
def test_the_notary_is_shown_what_the_environment_has(environment: dict[str, str], shown: list[str] | None) -> None:
    assert macos_commands.credentials(environment) == shown


def test_half_a_key_is_refused() -> None:
    with pytest.raises(macos_commands.MacError, match="EPA_NOTARY_ISSUER"):
        macos_commands.credentials({"EPA_NOTARY_KEY": "/k.p8"})


@pytest.mark.parametrize("answer", ["", "nonsense", "[]", '{"status": "Invalid"}', '{"status": "In Progress"}'])
def test_only_accepted_is_accepted(answer: str) -> None:
    assert macos_commands.was_accepted(answer)[0] is False


# The whole, with tools that note how they were called


@dataclass(frozen=True, slots=True)
class Mac:
    """A folder of stand-ins for the system's tools."""

    notes: Path
    answer: Path

    def calls(self) -> list[list[str]]:
        lines = self.notes.read_text(encoding="utf-8").splitlines() if self.notes.exists() else []
        return [json.loads(line) for line in lines]

    def named(self, *start: str) -> list[list[str]]:
        return [call for call in self.calls() if call[: len(start)] == list(start)]


_TOOL = """#!{python}
import json, shutil, sys
from pathlib import Path
name, arguments = Path(sys.argv[0]).name, sys.argv[1:]
with open({notes!r}, "a", encoding="utf-8") as notes:
    notes.write(json.dumps([name, *arguments]) + "\\n")
if name == "ditto" and "-c" in arguments:
    Path(arguments[-1]).write_bytes(b"zip")
elif name == "ditto":
    shutil.copytree(*arguments, symlinks=True)
elif name == "hdiutil":
    folder = Path(arguments[arguments.index("-srcfolder") + 1])
    link = folder / "Applications"
    Path(arguments[-1]).write_text(json.dumps([sorted(path.name for path in folder.iterdir()), str(link.readlink())]))
elif arguments[:2] == ["notarytool", "submit"]:
    print(Path({answer!r}).read_text())
elif arguments[:2] == ["notarytool", "log"]:
    print("The signature does not include a secure timestamp.")
"""


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mac:
    if os.name == "nt":
        pytest.skip("the stand-ins for the tools are scripts, which Windows does not start by name")
    mac = Mac(tmp_path / "notes", tmp_path / "answer")
    mac.answer.write_text('{"id": "4711", "status": "Accepted"}')
    for name in ("codesign", "ditto", "hdiutil", "spctl", "xcrun"):
        tool = tmp_path / "tools" / name
        text = _TOOL.format(python=sys.executable, notes=str(mac.notes), answer=str(mac.answer))
        _put(tool, text.encode()).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'tools'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    return mac


def _signed(calls: Sequence[list[str]]) -> list[str]:
    return [Path(call[-1]).name for call in calls if call[:2] == ["codesign", "--force"]]


def test_without_an_identity_there_is_a_disk_image_all_the_same_and_it_is_told(
    mac: Mac, app: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "a.dmg"
    told = "\n".join(macos.package(app, out, {}))
    assert "EPA_MAC_IDENTITY is not set" in told
    assert "Not notarised" in told
    assert json.loads(out.read_text()) == [["Applications", f"{project.NAME}.app"], "/Applications"]
    assert mac.named("xcrun") == []
    assert {call[3] for call in mac.named("codesign", "--force")} == {"-"}
    assert (app / "Contents" / "Resources" / "ja.lproj" / "InfoPlist.strings").is_file()


def test_signed_and_notarised_app_and_disk_image_both_get_their_ticket(mac: Mac, app: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.dmg"
    environment = {"EPA_MAC_IDENTITY": IDENTITY, "EPA_NOTARY_PROFILE": "build"}
    told = "\n".join(macos.package(app, out, environment))
    assert "not set" not in told
    calls = mac.calls()
    assert _signed(calls)[-2:] == [app.name, out.name]
    assert [call[-1] for call in calls if "--entitlements" in call] == [str(app)], "libraries take their program's"
    assert [call[-1] for call in mac.named("xcrun", "stapler")] == [str(app), str(out)]
    steps = [call[:3] for call in calls if call[0] in {"xcrun", "hdiutil", "spctl"}]
    assert steps == [
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
        ["spctl", "--assess", "--type"],
        ["hdiutil", "create", "-volname"],
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
    ]


def test_what_apple_does_not_accept_is_an_error_with_apple_s_reason(mac: Mac, app: Path, tmp_path: Path) -> None:
    mac.answer.write_text('{"id": "4711", "status": "Invalid"}')
    environment = {"EPA_MAC_IDENTITY": IDENTITY, "EPA_NOTARY_PROFILE": "build"}
    with pytest.raises(macos_commands.MacError, match="secure timestamp"):
        macos.package(app, tmp_path / "a.dmg", environment)
    assert mac.named("hdiutil") == []


def test_a_failing_tool_is_an_error_that_does_not_show_how_it_was_called(mac: Mac) -> None:
    with pytest.raises(macos_commands.MacError, match=r"^false ended with 1") as failed:
        macos_commands.run(["false", "--key", "secret"])
    assert "secret" not in str(failed.value)


def test_a_tool_that_does_not_end_is_an_error_that_does_not_show_how_it_was_called(mac: Mac) -> None:
    with pytest.raises(macos_commands.MacError, match=r"^sleep did not end within 0\.1 seconds$") as late:
        macos_commands.run(["sleep", "30.4711"], seconds=0.1)
    assert "4711" not in str(late.value)
    assert late.value.__suppress_context__, "a traceback would show the command"


def test_the_notary_is_waited_for_a_while_and_no_longer(tmp_path: Path) -> None:
    command = macos_commands.submit_command(tmp_path / "a.zip", KEY)
    assert command[command.index("--wait") + 1 :][:2] == ["--timeout", "20m"]


def test_a_missing_tool_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(macos_commands.MacError, match="codesign is not there"):
        macos_commands.run(["codesign", "--version"])
