"""The bytes of one entry of a results file, never more than it says and seen to be whole at its end."""

import errno
import io
import struct
import threading
from typing import IO, TYPE_CHECKING

from epa_gui.core.results.archive_entry import EntryError, Trouble
from epa_gui.core.results.zip_check import LOCAL_HEADER, PIECE, DamagedZipError, Unpacker, unpacker

if TYPE_CHECKING:
    import zipfile


def file_stream(file: IO[bytes], lock: threading.Lock, size: int) -> IO[bytes]:
    """A file that is no archive, up to the length it had when that was asked for.

    Args:
        file: Read by several streams.
        lock: Held while it is.
        size: Bytes.
    """
    return io.BufferedReader(_Single(file, lock, size), PIECE)


def member_stream(file: IO[bytes], lock: threading.Lock, member: "zipfile.ZipInfo") -> IO[bytes]:
    """An entry of a zip, unpacked a little at a time. Reading raises `EntryError` where it is not as it says.

    Args:
        file: The zip, read by several streams.
        lock: Held while it is.
        member: Which entry.

    Raises:
        EntryError: It is not where the directory says, or nobody here can unpack it.
    """
    try:
        return io.BufferedReader(_Member(file, lock, member), PIECE)
    except (DamagedZipError, struct.error, EOFError, ValueError, IndexError) as error:
        raise EntryError(Trouble.DAMAGED) from error
    except NotImplementedError as error:
        raise EntryError(Trouble.PACKING) from error


class _Single(io.RawIOBase):
    """A file that is no archive, up to the length it had."""

    def __init__(self, file: IO[bytes], lock: threading.Lock, size: int) -> None:
        super().__init__()
        self._file, self._lock, self._size, self._at = file, lock, size, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        count = min(len(buffer), self._size - self._at)
        piece = _read(self._file, self._lock, self._at, count)
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


class _Member(io.RawIOBase):
    """An entry of a zip, unpacked a little at a time."""

    def __init__(self, file: IO[bytes], lock: threading.Lock, member: "zipfile.ZipInfo") -> None:
        super().__init__()
        self._file, self._lock, self._member = file, lock, member
        with lock:
            file.seek(member.header_offset)
            fields = LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size))
            (mark, _, flags, packing), (size, name, extra) = fields[:4], fields[-3:]
            if mark != b"PK\x03\x04" or packing != member.compress_type:
                raise DamagedZipError("the entry is not where the directory says")
            if not flags & 0x8 and size not in {member.file_size, 0xFFFFFFFF}:
                raise EntryError(Trouble.FALSE_SIZE)
            data_at = member.header_offset + LOCAL_HEADER.size + name + extra
            file.seek(data_at)
            self._unpack: Unpacker = unpacker(member, file)
            self._at = file.tell()
        self._packed_left = data_at + member.compress_size - self._at
        self._made, self._checksum, self._is_at_end = 0, 0, False
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        if not self._rest and not self._is_at_end:
            self._rest = memoryview(self._next())
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _next(self) -> bytes:
        """The next unpacked bytes; empty at the end, once all was seen to be as the directory says."""
        import lzma  # noqa: PLC0415  as above
        import zlib  # noqa: PLC0415

        made = b""
        while not made and not self._is_at_end:
            piece = self._packed() if self._unpack.needs_input else b""
            was_waiting = self._unpack.needs_input
            try:
                made = self._unpack(piece)
            except (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
                raise EntryError(Trouble.DAMAGED) from error
            self._made += len(made)
            if self._made > self._member.file_size:
                raise EntryError(Trouble.FALSE_SIZE)
            self._checksum = zlib.crc32(made, self._checksum)
            self._is_at_end = self._unpack.eof or (was_waiting and not piece and not made)
        if self._is_at_end:
            self._see_that_it_is_whole()
        return made

    def _packed(self) -> bytes:
        piece = _read(self._file, self._lock, self._at, min(PIECE, self._packed_left))
        self._at += len(piece)
        self._packed_left -= len(piece)
        return piece

    def _see_that_it_is_whole(self) -> None:
        if self._made != self._member.file_size:
            raise EntryError(Trouble.FALSE_SIZE if self._unpack.eof else Trouble.TRUNCATED)
        if self._checksum != self._member.CRC:
            raise EntryError(Trouble.DAMAGED)


def _read(file: IO[bytes], lock: threading.Lock, at: int, count: int) -> bytes:
    """Bytes of a file that several streams read.

    Raises:
        OSError: The disk; or the file was closed meanwhile.
    """
    with lock:
        if file.closed:
            raise OSError(errno.EBADF, "the results were closed")
        file.seek(at)
        return file.read(count)
