"""Whether a zip is whole: its directory, and every member's checksum, in bounded memory and time.

Python's own reader unpacks a piece of bzip2 or LZMA at one stroke, however large it becomes (2 kB became 6 GB), and
reads a directory of any length. So members are unpacked here, a little at a time, and what would take too much is not
tested, which is said: of such a member nobody knows more than that it is there.

Source of the format: PKWARE's APPNOTE.TXT 6.3.10.
"""

import struct
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import zipfile

MOST_MEMBERS = 10_000
LONGEST_DIRECTORY = 1 << 22
MOST_UNPACKED = 1 << 30
"""Bytes that are unpacked for the test of a small zip; of a large one `_MOST_SHARE` times its own size."""

_MOST_SHARE = 50
_MOST_SECONDS = 20.0
_BYTES_A_SECOND = 10e6
"""A large zip gets a second more for so many of its bytes."""

_LARGEST_LZMA_MEMORY = 1 << 26
PIECE = 1 << 16
_LONGEST_COMMENT = 0xFFFF
_END = struct.Struct("<4s4H2LH")
_ZIP64_LOCATOR = struct.Struct("<4sLQL")
_ZIP64_END = struct.Struct("<4sQ2H2L4Q")
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")


class DamagedZipError(Exception):
    """It is no whole zip, or a checksum does not match."""


class Untested(StrEnum):
    """Why not all of a zip was tested. The values are what the database holds."""

    PACKING = "packing"
    ENCRYPTED = "encrypted"
    TOO_MANY = "too many members"
    TOO_LARGE = "too large unpacked"
    TOO_LONG = "takes too long"


class _TooMuch(Exception):  # noqa: N818  not an error: an instruction
    """The test has taken all it may."""

    def __init__(self, why: Untested) -> None:
        super().__init__(why)
        self.why = why


def begins_as_zip(beginning: bytes) -> bool:
    """Whether a file's first bytes are those of a zip."""
    return beginning[:4] in _BEGINNINGS


def check_zip(path: Path, stopped: Callable[[], bool]) -> Untested | None:
    """Test a zip as far as that is possible in bounded memory and time.

    Args:
        path: The file.
        stopped: Asked between pieces; once it says so the test ends as if all were well.

    Returns:
        Why not all of it was tested; `None` if all was.

    Raises:
        DamagedZipError: It is no zip, is cut short, has something before or behind it, or a checksum does not match.
        OSError: It cannot be read.
    """
    # Here, not above: loading them takes longer than a window should wait for.
    import lzma  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            count, length = directory_of(file)
            if count > MOST_MEMBERS or length > LONGEST_DIRECTORY:
                return Untested.TOO_MANY
            with zipfile.ZipFile(file) as archive:
                return _test_members(archive, file, stopped)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError, OverflowError) as error:
        raise DamagedZipError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # not the disk: bz2 says so of damaged data
            raise DamagedZipError(str(error)) from error
        raise


def has_small_directory(path: Path) -> bool:
    """Whether a zip's directory can be read without taking much memory; `False` also for what is no zip."""
    try:
        with path.open("rb") as file:
            count, length = directory_of(file)
    except (OSError, ValueError, struct.error, DamagedZipError):
        return False
    return count <= MOST_MEMBERS and length <= LONGEST_DIRECTORY


def directory_of(file: IO[bytes]) -> tuple[int, int]:
    """How many members a zip says it has, and its directory's length in bytes; nothing may be before or behind it.

    Read where and as `zipfile` reads it: a second record that only one of the two heeds could name a directory without
    end, which would be read whole.
    """
    size = file.seek(0, 2)
    tail_at = max(0, size - _END.size - _LONGEST_COMMENT - _ZIP64_LOCATOR.size)
    file.seek(tail_at)
    tail = file.read()
    at = max(0, len(tail) - _END.size)
    if not (tail.startswith(b"PK\x05\x06", at) and tail.endswith(b"\0\0")):
        at = tail.rfind(b"PK\x05\x06")
    if 0 <= at <= len(tail) - _END.size:
        _, _, _, _, count, length, start, comment = _END.unpack_from(tail, at)
        if at + _END.size + comment == len(tail):
            return _checked(file, tail_at + at, count, length, start)
    raise DamagedZipError("no end of a directory at the file's end")


def _checked(file: IO[bytes], end: int, count: int, length: int, start: int) -> tuple[int, int]:
    locator_at = end - _ZIP64_LOCATOR.size
    if locator_at >= 0:  # heeded whenever it is there, also where nothing points to it
        file.seek(locator_at)
        mark, _, place, _ = _ZIP64_LOCATOR.unpack(file.read(_ZIP64_LOCATOR.size))
        if mark == b"PK\x06\x07":
            end = locator_at - _ZIP64_END.size
            file.seek(max(0, end))
            mark, _, _, _, _, _, _, count, length, start = _ZIP64_END.unpack(file.read(_ZIP64_END.size))
            if mark != b"PK\x06\x06" or place != end:
                raise DamagedZipError("something before the beginning, or a damaged directory")
    if start + length != end:
        raise DamagedZipError("something before the beginning, or a damaged directory")
    file.seek(0)
    if not begins_as_zip(file.read(4)):
        raise DamagedZipError("something before the beginning")
    return count, length


def _test_members(archive: "zipfile.ZipFile", file: IO[bytes], stopped: Callable[[], bool]) -> Untested | None:
    members = archive.infolist()
    if members and min(member.header_offset for member in members) != 0:
        raise DamagedZipError("something before the first member")
    if len(members) > MOST_MEMBERS:
        return Untested.TOO_MANY
    size = file.seek(0, 2)
    allowance = _Allowance(size, stopped)
    if sum(member.file_size for member in members) > allowance.unpacked:
        return Untested.TOO_LARGE
    untested = None
    for member in members:
        try:
            _test_member(archive, file, member, allowance)
        except RuntimeError as error:  # NotImplementedError is one
            is_encrypted = bool(member.flag_bits & 0x1) and not isinstance(error, NotImplementedError)
            untested = untested or (Untested.ENCRYPTED if is_encrypted else Untested.PACKING)
        except MemoryError:
            untested = untested or Untested.PACKING
        except _TooMuch as too_much:
            return too_much.why
        if stopped():
            return untested
    return untested


class _Allowance:
    """What a test may still take."""

    def __init__(self, size: int, stopped: Callable[[], bool]) -> None:
        self.unpacked = max(MOST_UNPACKED, _MOST_SHARE * size)
        self.stopped = stopped
        self._deadline = time.monotonic() + _MOST_SECONDS + size / _BYTES_A_SECOND

    def take(self, count: int) -> None:
        """So much was unpacked."""
        self.unpacked -= count
        if self.unpacked < 0:
            raise _TooMuch(Untested.TOO_LARGE)
        if time.monotonic() > self._deadline:
            raise _TooMuch(Untested.TOO_LONG)


def _test_member(archive: "zipfile.ZipFile", file: IO[bytes], member: "zipfile.ZipInfo", allowance: _Allowance) -> None:
    import zlib  # noqa: PLC0415  as above

    archive.open(member).close()  # its local header must name the same member, and say that it can be read
    file.seek(member.header_offset)
    fields = LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size))
    data_at = member.header_offset + LOCAL_HEADER.size + fields[-2] + fields[-1]
    file.seek(data_at)
    unpack = unpacker(member, file)
    left = data_at + member.compress_size - file.tell()
    checksum = count = 0
    while not allowance.stopped():
        piece = b""
        if unpack.needs_input:
            piece = file.read(min(PIECE, left))
            left -= len(piece)
            if not piece and not unpack.eof:
                break
        made = unpack(piece)
        count += len(made)
        if count > member.file_size:
            raise DamagedZipError(f"{member.filename}: longer than its directory says")
        checksum = zlib.crc32(made, checksum)
        allowance.take(len(made))
        if unpack.eof:
            break
    if allowance.stopped():
        return
    if count != member.file_size or checksum != member.CRC:
        raise DamagedZipError(f"{member.filename}: wrong checksum")


def unpacker(member: "zipfile.ZipInfo", file: IO[bytes]) -> "Unpacker":
    """What unpacks a member, once the file stands where its data begin.

    Raises:
        NotImplementedError: It is packed in a way that cannot be unpacked here a little at a time.
    """
    import zipfile  # noqa: PLC0415  as above

    if member.compress_type == zipfile.ZIP_STORED:
        return _Stored()
    if member.compress_type == zipfile.ZIP_DEFLATED:
        return _Deflated()
    if member.compress_type == zipfile.ZIP_BZIP2:
        import bz2  # noqa: PLC0415  as above

        return _Bounded(bz2.BZ2Decompressor())
    if member.compress_type == zipfile.ZIP_LZMA:
        return _Bounded(_lzma_decompressor(file))
    raise NotImplementedError(member.compress_type)


def _lzma_decompressor(file: IO[bytes]) -> Any:
    import lzma  # noqa: PLC0415  as above

    _, length = struct.unpack("<2sH", file.read(4))
    properties = file.read(length)
    if length != 5 or properties[0] >= 9 * 5 * 5:
        raise DamagedZipError("bad LZMA properties")
    rest, lc = divmod(properties[0], 9)
    pb, lp = divmod(rest, 5)
    memory = int.from_bytes(properties[1:], "little")
    if memory > _LARGEST_LZMA_MEMORY:
        raise NotImplementedError("it takes too much memory")
    about = {"id": lzma.FILTER_LZMA1, "dict_size": max(memory, 4096), "lc": lc, "lp": lp, "pb": pb}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[about])


class Unpacker:
    """Takes packed bytes, gives unpacked ones, at most some of them at a time.

    Attributes:
        needs_input: Whether it has nothing more to give without more input.
        eof: Whether the packed bytes said that they end here.
    """

    needs_input = True
    eof = False

    def __call__(self, packed: bytes) -> bytes:
        """The next unpacked bytes, of these packed ones and of what is left from those before."""
        raise NotImplementedError


class _Stored(Unpacker):
    def __call__(self, packed: bytes) -> bytes:
        return packed


class _Deflated(Unpacker):
    def __init__(self) -> None:
        import zlib  # noqa: PLC0415  as above

        self._inner = zlib.decompressobj(-15)

    def __call__(self, packed: bytes) -> bytes:
        made = self._inner.decompress(self._inner.unconsumed_tail + packed, PIECE * 16)
        self.eof = self._inner.eof
        self.needs_input = not self._inner.unconsumed_tail and len(made) < PIECE * 16
        return made


class _Bounded(Unpacker):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, packed: bytes) -> bytes:
        made: bytes = self._inner.decompress(packed, PIECE * 16)
        self.eof, self.needs_input = self._inner.eof, self._inner.needs_input
        return made
