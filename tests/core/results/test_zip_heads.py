"""A zip has no second head that only one of its two readers heeds: its directory is as long as it was found to be."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.results.zip_check import DamagedZipError, check_zip, has_small_directory

MANY = 70_000
END = "<4s4H2LH"
MOST_BYTES = 8_000_000


@pytest.fixture(scope="module")
def large() -> bytes:
    """A zip with very many members, in the form of zip64."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number in range(MANY):
            archive.writestr(str(number), b"")
    return content.getvalue()


def end_of(large: bytes) -> int:
    return large.rfind(b"PK\x05\x06")


def with_small_end(large: bytes) -> bytes:
    """Its last record tells of one member, the one of zip64 before it, to which nothing points, of all."""
    end = end_of(large)
    return large[:end] + struct.pack(END, b"PK\5\6", 0, 0, 1, 1, 100, end - 100, 0)


def with_end_in_comment(large: bytes) -> bytes:
    """A record for one member, whose comment holds another one for all."""
    end = end_of(large) - 76
    _count, length, start = struct.unpack_from("<3Q", large, end + 32)
    inner = struct.pack(END, b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, length, start, 0) + b"x"
    return large[:end] + struct.pack(END, b"PK\5\6", 0, 0, 1, 1, 100, end - 100, len(inner)) + inner


def with_zip64_elsewhere(large: bytes) -> bytes:
    """The place that the locator names has a record for one member, the place before it has the one for all."""
    end = end_of(large)
    small = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 100, end - 76 - 100)
    at = end - 76 - 56
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    return large[:at] + small + large[end - 76 : end - 20] + locator + large[end:]


FORMS = [with_small_end, with_end_in_comment, with_zip64_elsewhere]


@pytest.mark.parametrize("form", FORMS)
def test_a_directory_that_only_one_record_tells_of_is_not_read(
    large: bytes, tmp_path: Path, form: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "r.zip"
    path.write_bytes(form(large))
    assert not has_small_directory(path)
    tracemalloc.start()
    try:
        check_zip(path, lambda: False)
    except DamagedZipError:
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < MOST_BYTES


def test_a_zip64_zip_of_few_members_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a", "b"):
            archive.writestr(name, b"x" * 100)
    content = path.read_bytes()
    end = end_of(content)
    length, start = struct.unpack_from("<2L", content, end + 12)
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, length, start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    last = struct.pack(END, b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 3)
    path.write_bytes(content[:end] + record + locator + last + b"abc")
    assert check_zip(path, lambda: False) is None
