"""What the build wrote: read if it is there, as good as nothing if it is not or says nonsense."""

import json
from pathlib import Path
from typing import Any

import pytest

from epa_gui.process.build_info import BuildInfo, build_info


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Where the build writes."""
    return tmp_path / "build.json"


def test_a_source_tree_has_no_address_to_ask_at() -> None:
    assert build_info() == BuildInfo()


def test_what_the_build_wrote_is_read(note: Path) -> None:
    written = {"update_address": "https://d.example/r.json", "built_at": "2026-11-23", "commit": "4f2a"}
    note.write_text(json.dumps(written), encoding="utf-8")
    assert build_info(note) == BuildInfo("https://d.example/r.json", "2026-11-23", "4f2a")


def test_the_page_of_releases_is_read_as_strictly_as_the_address(note: Path) -> None:
    for page, read in (
        ("https://d.example/r/", "https://d.example/r"),
        ("http://d.example", ""),
        ("https://a@d.example", ""),
    ):
        note.write_text(json.dumps({"release_page": page}), encoding="utf-8")
        assert build_info(note).release_page == read


def test_an_empty_address_turns_the_check_off(note: Path) -> None:
    note.write_text('{"update_address": "", "built_at": "2026-11-23"}', encoding="utf-8")
    assert build_info(note) == BuildInfo(built_at="2026-11-23")


@pytest.mark.parametrize(
    "address",
    [
        "http://d.example/r.json",
        "file:///etc/passwd",
        "https://me:pw@d.example/r.json",
        "d.example",
        1,
        None,
        ["https"],
    ],
)
def test_an_address_that_is_not_https_turns_the_check_off(note: Path, address: Any) -> None:
    note.write_text(json.dumps({"update_address": address}), encoding="utf-8")
    assert build_info(note).update_address == ""


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{", b"\xff\xfe", b"[" * 100_000, b'{"commit": ["a"]}'])
def test_a_note_that_says_nonsense_is_as_good_as_none(note: Path, content: bytes) -> None:
    note.write_bytes(content)
    assert build_info(note) == BuildInfo()
