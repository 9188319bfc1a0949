"""NAME.part until it is whole and sound, then NAME; and everything a disk can refuse."""

import errno
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results import part_file
from epa_gui.core.results.part_file import PartFile, disk_problem, is_sound

TEXT = b"metric,value\naccuracy,0.9\n" * 2000


def never() -> bool:
    return False


def zipped(compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("metrics.csv", TEXT)
        archive.writestr("予測.csv", os.urandom(2000))
    return out.getvalue()


def damaged(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def encrypted() -> bytes:
    """A zip whose members say that they need a password."""
    content = bytearray(zipped())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        places = [member.header_offset for member in archive.infolist()]
        central = archive.start_dir
    for place in places:
        content[place + 6] |= 1
    while content[central : central + 4] == b"PK\x01\x02":
        content[central + 8] |= 1
        lengths = [int.from_bytes(content[central + at : central + at + 2], "little") for at in (28, 30, 32)]
        central += 46 + sum(lengths)
    return bytes(content)


def arrived(target: Path, content: bytes) -> PartFile:
    """All bytes are there, and the rest is `finish`."""
    part = PartFile(target)
    part.open(0, len(content))
    part.write(content)
    return part


def trouble_of(event: Callable[[], object]) -> Problem:
    with pytest.raises(ProblemError) as trouble:
        event()
    return trouble.value.problem


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    part = arrived(tmp_path / "r.zip", zipped())
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.zip.part"]
    part.finish(never)
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.zip"]


def test_a_file_that_was_there_is_replaced_at_the_end_and_not_before(tmp_path: Path) -> None:
    target = tmp_path / "r.bin"
    target.write_bytes(b"old")
    part = arrived(target, b"new")
    assert target.read_bytes() == b"old"
    part.finish(never)
    assert target.read_bytes() == b"new"


def test_going_on_drops_what_is_behind_the_place(tmp_path: Path) -> None:
    part = arrived(tmp_path / "r.bin", b"0123456789")
    part.close()
    assert part.size() == 10
    part.open(4, 6)
    part.write(b"ab")
    part.finish(never)
    assert (tmp_path / "r.bin").read_bytes() == b"0123ab"


def test_starting_over_leaves_nothing_of_the_earlier_try(tmp_path: Path) -> None:
    arrived(tmp_path / "r.bin", b"0123456789").close()
    part = arrived(tmp_path / "r.bin", b"ab")
    part.finish(never)
    assert (tmp_path / "r.bin").read_bytes() == b"ab"


def test_of_a_file_that_never_began_there_is_nothing(tmp_path: Path) -> None:
    part = PartFile(tmp_path / "r.bin")
    assert part.size() == 0
    part.discard()
    with pytest.raises(ValueError, match="not open"):
        part.write(b"x")


def test_discarding_deletes_the_part_alone(tmp_path: Path) -> None:
    (tmp_path / "r.bin").write_bytes(b"old")
    arrived(tmp_path / "r.bin", b"new").discard()
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.bin"]
    assert (tmp_path / "r.bin").read_bytes() == b"old"


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"metric,value\n", b"%PDF-1.7", b"\x00" * 100, zipped(), zipped(zipfile.ZIP_STORED), encrypted()],
    ids=["empty", "two bytes", "CSV", "PDF", "NULs", "zip", "stored zip", "encrypted zip"],
)
def test_a_sound_file_passes(tmp_path: Path, content: bytes) -> None:
    arrived(tmp_path / "r.zip", content).finish(never)
    assert (tmp_path / "r.zip").read_bytes() == content


def test_an_empty_zip_passes(tmp_path: Path) -> None:
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    arrived(tmp_path / "r.zip", out.getvalue()).finish(never)
    assert (tmp_path / "r.zip").exists()


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("at", [60, 80, 100])
def test_a_damaged_zip_is_deleted_and_named(tmp_path: Path, compression: int, at: int) -> None:
    part = arrived(tmp_path / "r.zip", damaged(zipped(compression), at))
    problem = trouble_of(lambda: part.finish(never))
    assert problem == Problem(ProblemKind.DAMAGED_FILE, "", str(tmp_path / "r.zip"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_a_zip_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    content = zipped()
    part = arrived(tmp_path / "r.zip", content[: int(len(content) * share) + 4])
    assert trouble_of(lambda: part.finish(never)).kind is ProblemKind.DAMAGED_FILE


def test_a_download_that_is_stopped_is_not_renamed(tmp_path: Path) -> None:
    arrived(tmp_path / "r.zip", zipped()).finish(lambda: True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.zip.part"]


def test_a_part_that_is_gone_is_a_problem_of_the_disk(tmp_path: Path) -> None:
    part = arrived(tmp_path / "r.zip", zipped())
    part.close()  # on Windows nobody can delete it before
    part.path.unlink()
    assert trouble_of(lambda: part.finish(never)).kind is ProblemKind.FOLDER_GONE
    assert trouble_of(lambda: is_sound(part.path, never)).kind is ProblemKind.FOLDER_GONE


def test_a_disk_without_room_is_known_before_anything_is_written(tmp_path: Path) -> None:
    part = PartFile(tmp_path / "r.zip")
    assert trouble_of(lambda: part.open(0, 10**18)) == Problem(ProblemKind.DISK_FULL, "", str(tmp_path / "r.zip"))
    assert list(tmp_path.iterdir()) == []


FILL = """
import resource, sys
from pathlib import Path
from epa_gui.core.jobs.problem import ProblemError
from epa_gui.core.results.part_file import PartFile
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
part = PartFile(Path(sys.argv[1]))
part.open(0, 0)
try:
    part.write(b"x" * 300_000)
except ProblemError as trouble:
    part.close()
    print(trouble.problem.kind.name, part.size())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are a matter of POSIX systems")
def test_a_disk_that_fills_up_keeps_what_fitted(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FILL, str(tmp_path / "r.bin")]
    filled = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert filled.stdout.split() == ["DISK_FULL", "100000"]
    assert (tmp_path / "r.bin.part").stat().st_size == 100_000


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that refuses even root")
def test_a_read_only_folder_is_named() -> None:
    part = PartFile(Path("/sys/kernel/r.zip"))
    problem = trouble_of(lambda: part.open(0, 0))
    assert (problem.kind, problem.where) == (ProblemKind.FOLDER_READ_ONLY, "/sys/kernel/r.zip.part")
    part.discard()


@pytest.mark.parametrize("size", [0, 100])
@pytest.mark.parametrize("folder", ["gone", "a file"])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, folder: str, size: int) -> None:
    (tmp_path / "a file").touch()
    part = PartFile(tmp_path / folder / "r.zip")
    assert trouble_of(lambda: part.open(0, size)).kind is ProblemKind.FOLDER_GONE
    assert part.size() == 0


# 300 bytes where a file system counts bytes, and 100 where it counts characters.
TOO_MANY_BYTES = ["予" * 100] if sys.platform.startswith("linux") else []


@pytest.mark.parametrize("name", ["x" * 251, "nul\x00byte", *TOO_MANY_BYTES])
def test_a_name_the_system_refuses_is_named(tmp_path: Path, name: str) -> None:
    part = PartFile(tmp_path / name)
    assert part.size() == 0
    assert trouble_of(lambda: part.open(0, 0)).kind is ProblemKind.NAME_REFUSED
    part.discard()


def test_a_folder_of_the_same_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "r.zip" / "inside").mkdir(parents=True)
    part = arrived(tmp_path / "r.zip", zipped())
    assert trouble_of(lambda: part.finish(never)).kind in {ProblemKind.NAME_REFUSED, ProblemKind.FOLDER_READ_ONLY}
    assert (tmp_path / "r.zip" / "inside").is_dir()
    assert part.size() > 0


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, ProblemKind.DISK_FULL),
        (errno.EDQUOT, ProblemKind.DISK_FULL),
        (errno.EROFS, ProblemKind.FOLDER_READ_ONLY),
        (errno.EACCES, ProblemKind.FOLDER_READ_ONLY),
        (errno.EBUSY, ProblemKind.FILE_IN_USE),
        (errno.EILSEQ, ProblemKind.NAME_REFUSED),
        (errno.EIO, ProblemKind.DISK_TROUBLE),
    ],
)
def test_the_systems_numbers_are_understood(number: int, kind: ProblemKind) -> None:
    problem = disk_problem(OSError(number, os.strerror(number)), Path("x"))
    assert problem == Problem(kind, os.strerror(number), "x")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (32, ProblemKind.FILE_IN_USE),
        (112, ProblemKind.DISK_FULL),
        (123, ProblemKind.NAME_REFUSED),
        (5, ProblemKind.FOLDER_READ_ONLY),
    ],
)
def test_windows_own_numbers_come_first(number: int, kind: ProblemKind) -> None:
    error = PermissionError(errno.EACCES, "said by Windows")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert disk_problem(error, Path("x")).kind is kind


HELD = Path("/sys/kernel/uevent_seqnum")
needs_a_held_file = pytest.mark.skipif(not HELD.exists(), reason="needs a file nobody can rename")


def held(tmp_path: Path) -> tuple[PartFile, Path]:
    """A part whose file the system will not let go, and the file it is once it does."""
    part = arrived(tmp_path / "r.bin", b"whole")
    ours, part.path = part.path, HELD
    return part, ours


@needs_a_held_file
def test_a_new_file_held_by_a_scanner_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_file, "HOLDS_NEW_FILES", True)
    part, ours = held(tmp_path)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            part.path, part.target = ours, tmp_path / "r.bin"

    part.target = HELD.with_name("other")
    part.finish(never, wait)
    assert waits == [0.25] * 3
    assert (tmp_path / "r.bin").read_bytes() == b"whole"


@needs_a_held_file
def test_a_file_held_for_good_is_given_up_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_file, "HOLDS_NEW_FILES", True)
    part, _ = held(tmp_path)
    part.target = HELD.with_name("other")
    waits: list[float] = []
    assert trouble_of(lambda: part.finish(never, waits.append)).kind is ProblemKind.FOLDER_READ_ONLY
    assert len(waits) == 19


@needs_a_held_file
def test_where_nobody_holds_new_files_a_refusal_is_final(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_file, "HOLDS_NEW_FILES", False)
    part, _ = held(tmp_path)
    part.target = HELD.with_name("other")
    waits: list[float] = []
    assert trouble_of(lambda: part.finish(never, waits.append)).kind is ProblemKind.FOLDER_READ_ONLY
    assert waits == []
