"""A zip is tested in bounded memory and time, and what was not tested is told."""

import bz2
import io
import lzma
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.results import zip_check
from epa_gui.core.results.part_file import is_sound
from epa_gui.core.results.table_file import beginning_of
from epa_gui.core.results.zip_check import DamagedZipError, Untested, check_zip, has_small_directory
from tests.timing import assert_within

METHODS = {"stored": 0, "deflated": 8, "bzip2": 12, "LZMA": 14}


def never() -> bool:
    return False


def zip_of(path: Path, *members: tuple[str, int, bytes, int, int], flags: int = 0) -> Path:
    """A zip put together by hand: name, method, packed bytes, unpacked size and checksum of each member."""
    written, directory = io.BytesIO(), io.BytesIO()
    for name, method, packed, size, checksum in members:
        at, spelled = written.tell(), name.encode()
        head = struct.pack("<5H3L2H", 20, flags, method, 0, 33, checksum, len(packed), size, len(spelled), 0)
        written.write(b"PK\x03\x04" + head + spelled + packed)
        directory.write(b"PK\x01\x02" + struct.pack("<H", 20) + head[:-4] + struct.pack("<2H", len(spelled), 0))
        directory.write(struct.pack("<3H2L", 0, 0, 0, 0, at) + spelled)
    end = struct.pack("<4H2LH", 0, 0, len(members), len(members), directory.tell(), written.tell(), 0)
    path.write_bytes(written.getvalue() + directory.getvalue() + b"PK\x05\x06" + end)
    return path


def zeros(method: int, mib: int) -> tuple[str, int, bytes, int, int]:
    """A member of so many MiB of zeros."""
    piece, checksum, out = bytes(1 << 20), 0, []
    lzma_filter = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20, "lc": 3, "lp": 0, "pb": 2}
    packers: dict[int, Callable[[], Any]] = {
        8: lambda: zlib.compressobj(9, zlib.DEFLATED, -15),
        12: lambda: bz2.BZ2Compressor(9),
        14: lambda: lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[lzma_filter]),
    }
    packer = packers[method]()
    for _ in range(mib):
        out.append(packer.compress(piece))
        checksum = zlib.crc32(piece, checksum)
    out.append(packer.flush())
    head = b"\x09\x04\x05\x00" + bytes([(2 * 5 + 0) * 9 + 3]) + struct.pack("<L", 1 << 20) if method == 14 else b""
    return "zeros.csv", method, head + b"".join(out), mib << 20, checksum


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_packing_that_can_be_read_is_tested(tmp_path: Path, method: int) -> None:
    path = tmp_path / "r.zip"
    content = os.urandom(100_000) + b"metric,value\n" * 300_000
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("a.csv", content)
        archive.writestr("empty.csv", b"")
        archive.mkdir("folder")
        with archive.open("streamed.csv", "w", force_zip64=True) as member:
            member.write(content)
    assert check_zip(path, never) is None
    packed = bytearray(path.read_bytes())
    packed[60_000] ^= 0x10
    path.write_bytes(packed)
    with pytest.raises(DamagedZipError):
        check_zip(path, never)
    assert not is_sound(path, never)


MEMORY = """
import sys, time
from pathlib import Path
try:
    import resource
except ImportError:
    resource = None
from epa_gui.core.results.part_file import is_sound
from epa_gui.core.results.target import target_in
from epa_gui.core.results.zip_check import check_zip
path = Path(sys.argv[1])
import zipfile, zlib, bz2, lzma, csv
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
said = check_zip(path, lambda: False)
assert is_sound(path, lambda: False)
target_in(path)
print(said, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def of_another_process(path: Path) -> tuple[str, float]:
    """What a process of its own says of a zip, and how many MiB it took for it."""
    told = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)], capture_output=True, text=True, check=True, timeout=120
    ).stdout.split()
    return " ".join(told[:-1]), int(told[-1]) / 1024


@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is asked for in the manner of POSIX")
@pytest.mark.parametrize("method", [8, 12, 14])
def test_a_bomb_takes_little_memory(tmp_path: Path, method: int) -> None:
    said, mib = of_another_process(zip_of(tmp_path / "r.zip", zeros(method, 120)))
    assert said == "None", "it is large, but not too large to be tested"
    assert mib < 60


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_very_many_members_take_little_memory(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", *((f"{number}", 0, b"", 0, 0) for number in range(60_000)))
    assert not has_small_directory(path)
    said, mib = of_another_process(path)
    assert said == Untested.TOO_MANY
    assert mib < 30


def test_a_number_of_members_that_lies_does_not_help(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", *((f"{number}", 0, b"", 0, 0) for number in range(20_000)))
    content = bytearray(path.read_bytes())
    content[-14:-10] = struct.pack("<2H", 1, 1)
    path.write_bytes(content)
    assert check_zip(path, never) is Untested.TOO_MANY


@pytest.mark.parametrize("method", [8, 12])
def test_what_becomes_too_large_is_called_not_tested_at_once(tmp_path: Path, method: int) -> None:
    name, _, packed, _, checksum = zeros(method, 1)
    path = zip_of(tmp_path / "r.zip", (name, method, packed, 3 << 30, checksum))
    assert check_zip(path, never) is Untested.TOO_LARGE
    assert_within(1, lambda: check_zip(path, never))


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    name, method, packed, _, checksum = zeros(12, 50)
    path = zip_of(tmp_path / "r.zip", (name, method, packed, 1000, checksum))
    with pytest.raises(DamagedZipError):
        check_zip(path, never)


def test_what_takes_too_long_is_called_not_tested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_check, "_MOST_SECONDS", -1.0)
    assert check_zip(zip_of(tmp_path / "r.zip", zeros(12, 50)), never) is Untested.TOO_LONG


@pytest.mark.parametrize("method", [9, 93, 95, 99], ids=["Deflate64", "Zstandard", "xz", "AE"])
def test_a_packing_nobody_here_knows_is_called_not_tested_and_the_rest_is_tested(tmp_path: Path, method: int) -> None:
    unknown = ("a.csv", method, b"packed", 100, 1)
    path = zip_of(tmp_path / "r.zip", unknown, ("b.csv", 0, b"a,b\n", 4, zlib.crc32(b"a,b\n")))
    assert check_zip(path, never) is Untested.PACKING
    path = zip_of(tmp_path / "r.zip", unknown, ("b.csv", 0, b"a,b\n", 4, 12345))
    with pytest.raises(DamagedZipError):
        check_zip(path, never)


def test_lzma_that_wants_much_memory_is_called_not_tested(tmp_path: Path) -> None:
    packed = b"\x09\x04\x05\x00\x5d\xff\xff\xff\xff" + b"x" * 100
    assert check_zip(zip_of(tmp_path / "r.zip", ("a", 14, packed, 100, 1)), never) is Untested.PACKING


def test_what_is_encrypted_is_called_so(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", ("a.csv", 8, b"x" * 50, 100, 1), flags=1)
    assert check_zip(path, never) is Untested.ENCRYPTED


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
@pytest.mark.parametrize("change", ["before", "behind", "twice", "in between", "cut", "nothing"])
def test_a_zip_with_anything_before_or_behind_is_damaged(tmp_path: Path, method: int, change: str) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("metrics.csv", b"metric,value\n" * 100)
    whole = path.read_bytes()
    at = whole.index(b"PK\x01\x02")
    changed = {
        "before": b"junk" + whole,
        "behind": whole + b"\n",
        "twice": whole + whole,
        "in between": whole[:at] + b"junk" + whole[at:],
        "cut": whole[:at],
        "nothing": b"",
    }
    path.write_bytes(changed[change])
    with pytest.raises(DamagedZipError):
        check_zip(path, never)


def test_a_comment_and_nothing_at_all_inside_are_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.comment = b"made on Monday " * 20
    assert check_zip(path, never) is None


def test_a_stopped_test_ends_soon(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", zeros(8, 300))
    assert_within(1, lambda: check_zip(path, lambda: True))


def test_tables_are_not_looked_for_in_a_directory_without_end(tmp_path: Path) -> None:
    many = ((f"{number}", 0, b"", 0, 0) for number in range(20_000))
    table = ("metrics.csv", 0, b"a,b\n", 4, zlib.crc32(b"a,b\n"))
    assert beginning_of(zip_of(tmp_path / "few.zip", table), "metrics.csv") == b"a,b\n"
    assert beginning_of(zip_of(tmp_path / "many.zip", table, *many), "metrics.csv") == b""
