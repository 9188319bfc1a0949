"""Files from the net are marked so: for Windows in a stream, for macOS in an attribute, and never with their link."""

import ctypes
import os
import re
import sys
import uuid
from pathlib import Path

import pytest

from epa_gui.core.files import internet_mark
from epa_gui.core.files.internet_mark import (
    QUARANTINE,
    ZONE,
    mark_as_from_net,
    quarantine_value,
    write_quarantine,
    write_zone,
)
from epa_gui.core.results.naming import holds_data

IDENTITY = uuid.UUID("3b929263-c6f4-49b3-bac1-bcb229ffe7d6")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "予測 results.zip.part"
    path.write_bytes(b"PK")
    return path


def test_the_zone_is_the_internet_and_says_nothing_of_the_link(file: Path) -> None:
    if os.name == "nt":
        pytest.skip("a Windows without streams would make a file of this")
    assert write_zone(file)
    assert file.read_bytes() == b"PK"
    assert Path(f"{file}:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n" == ZONE


def test_the_quarantine_is_of_the_form_macos_reads() -> None:
    value = quarantine_value(1_480_007_228.9, IDENTITY)
    assert value == b"0083;58371e3c;EPA Desktop;3B929263-C6F4-49B3-BAC1-BCB229FFE7D6"
    assert re.fullmatch(rb"[0-9a-f]{4};[0-9a-f]{8};[^;]+;[0-9A-F-]{36}", quarantine_value(1.0, uuid.uuid4()))


@pytest.mark.parametrize(("answer", "is_done"), [(0, True), (-1, False)])
def test_the_attribute_is_set_as_macos_wants_it(file: Path, answer: int, is_done: bool) -> None:
    given: list[object] = []

    def noted(*arguments: object) -> int:
        given.extend(arguments)
        return answer

    text, number = ctypes.c_char_p, ctypes.c_int
    setxattr = ctypes.CFUNCTYPE(number, text, text, text, ctypes.c_size_t, ctypes.c_uint32, number)(noted)
    value = quarantine_value(1.0, IDENTITY)
    assert write_quarantine(file, value, setxattr) is is_done
    assert given == [str(file).encode(), QUARANTINE.encode(), value, len(value), 0, 0]


@pytest.mark.skipif(sys.platform != "darwin", reason="only macOS has this attribute")
def test_macos_keeps_the_attribute(file: Path) -> None:
    import subprocess  # noqa: PLC0415  only there

    assert mark_as_from_net(file)
    command = ["xattr", "-p", QUARANTINE, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("0083;")


@pytest.mark.skipif(os.name != "nt", reason="only Windows has streams")
def test_windows_keeps_the_stream_through_a_renaming_where_the_volume_has_streams(file: Path) -> None:
    if not internet_mark._holds_streams(file):
        assert not mark_as_from_net(file)
        assert [path.name for path in file.parent.iterdir()] == [file.name]
        return
    assert mark_as_from_net(file)
    whole = file.replace(file.with_suffix(""))
    with open(f"{whole}:Zone.Identifier", "rb") as stream:  # noqa: PTH123  a path of pathlib's own has no streams
        assert stream.read() == ZONE


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems have marks")
def test_linux_has_no_mark_and_the_link_is_not_kept_in_its_stead(file: Path) -> None:
    assert not mark_as_from_net(file)
    if sys.platform == "linux":
        assert os.listxattr(file) == []
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("name", ["gone/results.zip", "\0", "x" * 5000])
def test_what_cannot_be_marked_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(internet_mark, "MARK", write_zone)
    assert not mark_as_from_net(tmp_path / name)


@pytest.mark.parametrize("name", ["a.zip", "a.CSV", "a.tsv", "a.txt", "a.json", "a.xlsx", "a.gz", "a.7z", "a.parquet"])
def test_what_nothing_can_run_in_is_opened_by_a_click(name: str) -> None:
    assert holds_data(f"/somewhere/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "a.xls",
        "a.XLS",
        "a.xlsm",
        "a.xlsb",
        "a.xltm",
        "a.docm",
        "a.pdf",
        "a.slk",
        "a.iqy",
        "a.html",
        "a.svg",
        "a.exe",
        "a.lnk",
        "a.csv.exe",
        "a.zip.bat",
        "a.url",
        "a.desktop",
        "a.iso",
        "a",
        "a.csv ",
        "a.csv.",
    ],
)
def test_what_something_might_run_in_is_shown_in_its_folder(name: str) -> None:
    assert not holds_data(f"/somewhere/{name}")
