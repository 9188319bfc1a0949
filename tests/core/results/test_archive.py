"""A results file is listed and read within limits, and what is wrong in it is named."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, EntryError, Kind, Trouble, kind_of
from epa_gui.core.results.members import Member, Members
from tests.timing import assert_within


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Makes a zip of names and contents."""

    def make(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
        path = tmp_path / "results.zip"
        with zipfile.ZipFile(path, "w", packing) as archive:
            for name, content in members:
                archive.writestr(name, content)
        return path

    return make


def changed(path: Path, *changes: tuple[bytes, int, bytes]) -> Path:
    """Overwrite bytes at a distance behind the last place of a mark."""
    content = bytearray(path.read_bytes())
    for mark, distance, new in changes:
        at = content.rindex(mark) + distance
        content[at : at + len(new)] = new
    path.write_bytes(bytes(content))
    return path


def only(path: Path) -> Entry:
    with Archive(path) as archive:
        assert archive.trouble is None
        (entry,) = archive.entries
        return entry


def read_all(file: IO[bytes], into: io.BytesIO, most: int = 1 << 16) -> None:
    while piece := file.read(most):
        into.write(piece)


def opened_and_read(archive: Archive, place: int) -> None:
    with archive.open(archive.entries[place]) as file:
        read_all(file, io.BytesIO())


def trouble_of_reading(path: Path, place: int = 0) -> Trouble:
    with Archive(path) as archive, pytest.raises(EntryError) as told:
        opened_and_read(archive, place)
    return told.value.trouble


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_in_a_zip_is_listed_and_read(made: Callable[..., Path], packing: int) -> None:
    rows = b"a,b\n" + b"1,2\n" * 100_000
    path = made(("out/metrics.csv", b"x,1\n"), ("out/rows.csv", rows), ("out/", b""), packing=packing)
    with Archive(path) as archive:
        assert [(entry.name, entry.kind, entry.size, entry.troubles) for entry in archive.entries] == [
            ("out/metrics.csv", Kind.TABLE, 4, ()),
            ("out/rows.csv", Kind.TABLE, len(rows), ()),
        ]
        with archive.open(archive.entries[1]) as one, archive.open(archive.entries[0]) as other:
            assert one.read(10) == rows[:10]
            assert other.read() == b"x,1\n"
            assert one.read() == rows[10:]


def test_a_single_file_is_its_own_entry(tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv"
    path.write_bytes(b"a,b\n")
    with Archive(path) as archive, archive.open(archive.entries[0]) as file:
        assert archive.entries == (Entry("metrics.csv", 4, 0, Kind.TABLE, 4),)
        assert file.read() == b"a,b\n"


def test_a_file_that_grows_is_read_as_long_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    with Archive(path) as archive, archive.open(archive.entries[0]) as file:
        with path.open("ab") as more:
            more.write(b"more")
        assert file.read() == b"a,b\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.CSV", Kind.TABLE),
        ("a.tsv", Kind.TABLE),
        ("a.json", Kind.JSON),
        ("a.PNG", Kind.PICTURE),
        ("a.html", Kind.TEXT),
        ("a.exe", Kind.OTHER),
        ("csv", Kind.OTHER),
        ("a.xlsx", Kind.OTHER),
    ],
)
def test_how_an_entry_is_shown_follows_its_name(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


def test_a_japanese_name_is_read_as_it_was_packed_on_windows(made: Callable[..., Path]) -> None:
    stand_in = "A" * len("混同行列.csv".encode("cp932"))
    path = made((stand_in, b"1"))
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), "混同行列.csv".encode("cp932")))
    assert only(path).name == "混同行列.csv"


@pytest.mark.parametrize(
    ("name", "troubles"),
    [
        ("../../evil.csv", (Trouble.OUTSIDE,)),
        ("..\\evil.csv", (Trouble.OUTSIDE,)),
        ("/etc/passwd.csv", (Trouble.OUTSIDE,)),
        ("C:\\evil.csv", (Trouble.OUTSIDE,)),
        ("CON.csv", (Trouble.DEVICE_NAME,)),
        ("folder/nul", (Trouble.DEVICE_NAME,)),
        ("inner.zip", (Trouble.NESTED,)),
        ("inner.tar.gz", (Trouble.NESTED,)),
        ("a..b/normal..csv", ()),
        ("console.csv", ()),
    ],
)
def test_a_name_that_could_harm_is_named_and_its_content_can_be_looked_at(
    made: Callable[..., Path], name: str, troubles: tuple[Trouble, ...]
) -> None:
    path = made((name, b"content"))
    with Archive(path) as archive, archive.open(archive.entries[0]) as file:
        (entry,) = archive.entries
        assert (entry.troubles, file.read()) == (troubles, b"content")
    assert "/" not in entry.file_name
    assert "\\" not in entry.file_name
    assert not entry.file_name.startswith(".")
    assert entry.file_name.lower() not in {"con.csv", "nul"}


def test_a_copy_of_a_program_does_not_get_a_programs_name(made: Callable[..., Path]) -> None:
    assert only(made(("setup.exe", b"MZ"))).file_name == "setup.exe.bin"


def test_a_link_is_named_and_not_followed(made: Callable[..., Path]) -> None:
    link = zipfile.ZipInfo("metrics.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    path = made((link, b"/etc/passwd"))
    assert only(path).troubles == (Trouble.LINK,)
    assert trouble_of_reading(path) is Trouble.LINK


def test_an_encrypted_entry_is_named(made: Callable[..., Path]) -> None:
    path = changed(made(("metrics.csv", b"1")), (b"PK\x01\x02", 8, b"\x01"))
    assert only(path).troubles == (Trouble.ENCRYPTED,)
    assert trouble_of_reading(path) is Trouble.ENCRYPTED


def test_an_unknown_packing_is_named(made: Callable[..., Path]) -> None:
    path = changed(made(("metrics.csv", b"1")), (b"PK\x01\x02", 10, b"\x63"))
    assert only(path).troubles == (Trouble.PACKING,)


def test_a_gigabyte_in_a_megabyte_is_never_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("rows.csv", "w") as member:
        for _ in range(64):
            member.write(bytes(1 << 20))
    path = changed(path, (b"PK\x01\x02", 24, struct.pack("<L", 1 << 30)))

    def look() -> None:
        assert only(path).troubles == (Trouble.TOO_DENSE,)
        assert trouble_of_reading(path) is Trouble.TOO_DENSE

    assert_within(1, look)


@pytest.mark.parametrize(("said", "holds"), [(10, 2000), (3000, 2000), (10, 5 << 20)])
def test_an_entry_that_lies_about_its_size_gives_no_more_than_it_says(
    made: Callable[..., Path], said: int, holds: int
) -> None:
    size = struct.pack("<L", said)
    path = changed(made(("rows.csv", bytes(holds))), (b"PK\x01\x02", 24, size), (b"PK\x03\x04", 22, size))
    with Archive(path) as archive:
        got = io.BytesIO()
        with archive.open(archive.entries[0]) as file, pytest.raises(EntryError) as told:
            read_all(file, got, 1)
        assert told.value.trouble is Trouble.FALSE_SIZE
        assert len(got.getvalue()) <= said


def test_two_headers_that_contradict_each_other_are_told(made: Callable[..., Path]) -> None:
    path = changed(made(("rows.csv", bytes(2000))), (b"PK\x01\x02", 24, struct.pack("<L", 1999)))
    assert trouble_of_reading(path) is Trouble.FALSE_SIZE


def test_a_damaged_entry_is_told_at_its_end_at_the_latest(made: Callable[..., Path]) -> None:
    path = made(("bad.csv", b"good, good, good"), ("good.csv", b"1"), packing=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"good, good", b"good, evil"))
    assert trouble_of_reading(path) is Trouble.DAMAGED
    with Archive(path) as archive, archive.open(archive.entries[1]) as file:
        assert file.read() == b"1"


def test_a_zip_cut_short_says_so(made: Callable[..., Path]) -> None:
    path = made(("rows.csv", os.urandom(5000)))
    path.write_bytes(path.read_bytes()[:3000])
    with Archive(path) as archive:
        assert (archive.trouble, archive.entries) == (Trouble.TRUNCATED, ())


def test_a_zip_with_something_before_it_says_so(made: Callable[..., Path]) -> None:
    path = made(("rows.csv", b"1"))
    path.write_bytes(b"PK\x03\x04" + path.read_bytes())
    with Archive(path) as archive:
        assert archive.trouble is Trouble.DAMAGED


def test_entries_that_share_their_bytes_are_named(made: Callable[..., Path]) -> None:
    path = made(("a.csv", bytes(100)), ("b.csv", bytes(100)), ("c.csv", b"1"), packing=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    content[second + 42 : second + 46] = bytes(4)  # begins where the first does
    path.write_bytes(bytes(content))
    with Archive(path) as archive:
        assert [entry.troubles for entry in archive.entries] == [
            (Trouble.OVERLAPPING,),
            (Trouble.OVERLAPPING,),
            (),
        ]


def test_a_hundred_thousand_entries_are_not_listed(tmp_path: Path) -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + b"a"
    directory = entry * 60_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, len(directory), len(local), 0)
    path = tmp_path / "many.zip"
    path.write_bytes(local + directory + end)
    with Archive(path) as archive:
        assert (archive.trouble, archive.entries) == (Trouble.TOO_MANY, ())


def test_two_entries_of_one_name_are_both_there_and_told(made: Callable[..., Path]) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = made(("metrics.csv", b"1"), ("metrics.csv", b"22"))
    with Archive(path) as archive:
        assert [entry.troubles for entry in archive.entries] == [(Trouble.SAME_NAME,)] * 2
        assert [member.size for member in archive.members()] == [1, 2]
        assert [archive.open(entry).read() for entry in archive.entries] == [b"1", b"22"]


def test_what_is_larger_than_allowed_is_named(made: Callable[..., Path]) -> None:
    with Archive(made(("rows.csv", bytes(1001))), most_unpacked=1000) as archive:
        assert archive.entries[0].troubles == (Trouble.TOO_LARGE,)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_change_of_a_few_bytes_brings_anything_but_named_troubles(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metrics.csv", b"auc,0.9\n" * 20)
        archive.writestr("rows.csv", bytes(300))
    content = bytearray(whole.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed.zip"
    path.write_bytes(bytes(content[: data.draw(st.integers(5, len(content)))]))
    with Archive(path) as opened:
        for entry in opened.entries:
            read = 0
            try:
                with opened.open(entry) as file:
                    while piece := file.read(64):
                        read += len(piece)
            except EntryError:
                pass
            assert read <= entry.size


def test_who_reads_results_takes_it_for_members(made: Callable[..., Path]) -> None:
    with Archive(made(("metrics.csv", b"AUC,0.9"), ("sub/../../x.csv", b"2"))) as archive:
        members: Members = archive
        assert [members.open(member).read() for member in members.members()] == [b"AUC,0.9", b"2"]
        with pytest.raises(OSError, match="damaged"):
            members.open(Member("nowhere.csv", 1, 99))
