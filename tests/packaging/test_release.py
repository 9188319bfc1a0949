"""A release can be trusted: its checksums fit, its notes are the changelog's, its release file tells damage."""

import hashlib
import json
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from builder import project, release

CHANGELOG = """# Changelog

## [Unreleased]

- Not yet.

## [1.2.0] - 2026-11-23

### Added

- 日本語 and *Markdown*.

## [1.1.0] - 2026-10-01

- Older.

[1.2.0]: an address
"""
DAY = date(2026, 11, 23)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as the builds of three systems leave it."""
    folder = tmp_path / "release"
    folder.mkdir()
    for name in (
        "epa-desktop-1.2.0-windows-x86_64-setup.exe",
        "epa-desktop-1.2.0-windows-x86_64-portable.zip",
        "epa-desktop-1.2.0-windows-x86_64.cdx.json",
        "epa-desktop-1.2.0-macos-arm64.dmg",
        "epa-desktop-1.2.0-linux-x86_64.tar.gz",
        "epa-desktop-1.2.0-linux-x86_64.cdx.json",
    ):
        (folder / name).write_bytes(name.encode() * 1000)
    return folder


def made(built: Path) -> dict[str, object]:
    release.make(built, "1.2.0", DAY, CHANGELOG, "https://example.org/releases")
    content: dict[str, object] = json.loads((built / "epa-desktop-release.json").read_text(encoding="utf-8"))
    return content


def test_the_release_file_has_exactly_what_its_format_promises(built: Path) -> None:
    content = made(built)
    assert {key: content[key] for key in ("format", "version", "date", "page")} == {
        "format": 1,
        "version": "1.2.0",
        "date": "2026-11-23",
        "page": "https://example.org/releases",
    }
    assert content["notes"] == "### Added\n\n- 日本語 and *Markdown*.\n"
    assert set(content) == {"format", "version", "date", "expires", "notes", "page", "files", "sha256"}
    written = (built / "epa-desktop-1.2.0-macos-arm64.dmg").read_bytes()
    sha256 = hashlib.sha256(written).hexdigest()
    files = content["files"]
    assert isinstance(files, dict)
    assert files["macos"] == [{"ending": "macos-arm64.dmg", "size": len(written), "sha256": sha256}]


def test_the_version_stands_there_once(built: Path) -> None:
    made(built)
    text = (built / "epa-desktop-release.json").read_text(encoding="utf-8")
    assert text.count("1.2.0") == 1


def test_it_is_believed_for_half_a_year_and_can_be_renewed_without_changing_anything_else(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = made(built)
    assert first["expires"] == "2027-05-22"
    assert release.main([str(built), "--renew"]) == 0
    again = json.loads((built / "epa-desktop-release.json").read_text(encoding="utf-8"))
    assert again["sha256"] == release.checksum(again)
    today = datetime.now(UTC).date()
    assert abs(date.fromisoformat(again["expires"]) - today - timedelta(days=180)) <= timedelta(days=1)
    assert {**again, "expires": "", "sha256": ""} == {**first, "expires": "", "sha256": ""}


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"format": 1, "sha256": "0"}'])
def test_a_damaged_release_file_is_not_renewed(built: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "epa-desktop-release.json").write_text(text, encoding="utf-8")
    assert release.main([str(built), "--renew"]) == 1
    assert (built / "epa-desktop-release.json").read_text(encoding="utf-8") == text


def test_people_are_offered_programs_and_no_lists_of_parts(built: Path) -> None:
    files = made(built)["files"]
    assert isinstance(files, dict)
    names = {system: [file["ending"] for file in some] for system, some in files.items()}
    assert names == {
        "linux": ["linux-x86_64.tar.gz"],
        "macos": ["macos-arm64.dmg"],
        "windows": ["windows-x86_64-portable.zip", "windows-x86_64-setup.exe"],
    }


def test_the_checksum_is_of_the_form_the_format_describes(built: Path) -> None:
    content = made(built)
    rest = {key: value for key, value in content.items() if key != "sha256"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    assert content["sha256"] == hashlib.sha256(canonical).hexdigest()


@pytest.mark.parametrize("member", ["version", "date", "expires", "notes", "page", "files"])
def test_the_checksum_tells_a_change_of_any_member(built: Path, member: str) -> None:
    content = made(built)
    assert release.checksum(content) == content["sha256"]
    assert release.checksum(content | {member: "9.9.9"}) != content["sha256"]


def test_sha256sum_is_content_with_the_checksums(built: Path) -> None:
    made(built)
    lines = (built / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    assert len(lines) == 6
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("there is no sha256sum here")
    command = [program, "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=built, check=False, capture_output=True).returncode == 0
    (built / "epa-desktop-1.2.0-macos-arm64.dmg").write_bytes(b"damaged")
    assert subprocess.run(command, cwd=built, check=False, capture_output=True).returncode == 1


def test_made_again_it_is_the_same(built: Path) -> None:
    first = made(built)
    assert made(built) == first


def test_a_file_of_another_version_is_not_released(built: Path) -> None:
    (built / "epa-desktop-1.1.0-linux-x86_64.tar.gz").write_bytes(b"old")
    with pytest.raises(ValueError, match=r"not of version 1\.2\.0: epa-desktop-1\.1\.0-linux"):
        made(built)
    assert not (built / "SHA256SUMS").exists()


def test_nothing_is_released_out_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to release"):
        release.make(tmp_path, "1.2.0", DAY, CHANGELOG)


def test_a_version_the_changelog_does_not_know_is_not_released(built: Path) -> None:
    with pytest.raises(ValueError, match=r"no section for 1\.2\.0"):
        release.make(built, "1.2.0", DAY, "# Changelog\n\n## [1.2.0-rc1]\n\n- x\n")
    with pytest.raises(ValueError, match="says nothing"):
        release.make(built, "1.2.0", DAY, "## [1.2.0]\n\n## [1.1.0]\n\n- x\n")


def test_the_last_section_ends_before_the_addresses() -> None:
    assert release.changes(CHANGELOG, "1.1.0") == "- Older.\n"


@pytest.mark.parametrize("version", ["1.2", "v1.2.0", "01.2.0", "1.2.0 ", "1.2.0-"])
def test_a_version_programs_could_not_compare_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match="no version of the kind"):
        release.release_file(version, DAY, "", "", [])


def test_only_an_https_page_gets_into_the_release_file() -> None:
    with pytest.raises(ValueError, match="not an https address"):
        release.release_file("1.2.0", DAY, "", "http://example.org", [])


def test_a_release_file_too_large_to_be_read_is_not_written() -> None:
    with pytest.raises(ValueError, match="larger than programs will read"):
        release.release_file("1.2.0", DAY, "x" * 70_000, "", [])


def test_a_tag_that_is_not_the_programs_version_stops_the_release(capsys: pytest.CaptureFixture[str]) -> None:
    release.check_tag(f"v{project.version()}", project.version())
    assert release.main(["anywhere", "--tag", "v99.0.0"]) == 1
    assert "the tag v99.0.0 is not v" in capsys.readouterr().err
