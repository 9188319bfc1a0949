"""A results file as a list of what is in it, for looking only: nothing in it is written, run or believed.

A zip may be made to harm: by names that lead elsewhere, by sizes that are not true, by a few bytes that become a
gigabyte. So its entries are listed within limits, what is wrong with each is named, and what is read of one never is
more than its directory says and than is allowed. No entry's name is ever used as a path.

Source of the format: PKWARE's APPNOTE.TXT 6.3.10.
"""

import re
import stat
import struct
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from epa_gui.core.files.shared_reading import open_shared
from epa_gui.core.results.archive_entry import NESTED, ONLY_TOLD, SEPARATORS, Entry, EntryError, Trouble, kind_of
from epa_gui.core.results.entry_stream import file_stream, member_stream
from epa_gui.core.results.members import Member
from epa_gui.core.results.naming import RESERVED
from epa_gui.core.results.zip_check import (
    LOCAL_HEADER,
    LONGEST_DIRECTORY,
    MOST_MEMBERS,
    DamagedZipError,
    begins_as_zip,
    directory_of,
)

if TYPE_CHECKING:
    import zipfile
    from types import TracebackType

MOST_UNPACKED = 2 << 30
"""Bytes that one entry may unpack to."""

MOST_RATIO = 200
"""Times its packed size that an entry above `_SMALL` may unpack to: tables of text come to 5 to 30."""

_SMALL = 32 << 20
_MOST_ALL = 8 << 30
"""Bytes that all entries together may unpack to."""

_LONGEST_NAME = 1000
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_DRIVE = re.compile(r"[A-Za-z]:")
_ZIPS_OF_THEIR_OWN = frozenset({".xlsx", ".docx", ".ods", ".npz"})
"""What is a zip inside, and one file to people."""


class Archive:
    """A results file, open for reading: a zip, or one file of another kind as its own single entry. It is `Members`.

    Args:
        path: The file.
        most_unpacked: Bytes that one entry may unpack to.

    Attributes:
        path: As given.
        entries: What is in it, without folders, in its own order.
        trouble: Why nothing of it can be listed; `None` if it can.

    Raises:
        OSError: It cannot be read.
    """

    def __init__(self, path: Path, most_unpacked: int = MOST_UNPACKED) -> None:
        self.path = path
        self.entries: tuple[Entry, ...] = ()
        self.trouble: Trouble | None = None
        self._most = most_unpacked
        self._lock = threading.Lock()
        self._file = open_shared(path)
        self._members: list[zipfile.ZipInfo] = []
        try:
            is_zip = begins_as_zip(self._file.read(4)) and path.suffix.lower() not in _ZIPS_OF_THEIR_OWN
            if is_zip:
                self._list()
            else:
                self.entries = (self._single(),)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; streams that are open then cannot be read on."""
        self._file.close()

    @property
    def is_single(self) -> bool:
        """Whether it is no archive, but its own only entry."""
        return not self._members and len(self.entries) == 1

    def members(self) -> Sequence[Member]:
        """The entries that can be read, for who reads results."""
        return [entry for entry in self.entries if entry.can_be_read]

    def open(self, member: Member) -> IO[bytes]:
        """What an entry holds, from its first byte on, and never more than its `size` bytes.

        Reading raises `EntryError` where its data are damaged, or are more or fewer than it says; at the latest at its
        end. Several may be open at once, in several threads.

        Raises:
            EntryError: It may not be read.
            OSError: The file cannot be read.
        """
        entry = next((entry for entry in self.entries if entry.place == member.place), None)
        if entry is None:
            raise EntryError(Trouble.DAMAGED)
        for trouble in entry.troubles:
            if trouble not in ONLY_TOLD:
                raise EntryError(trouble)
        if self._members:
            return member_stream(self._file, self._lock, self._members[entry.place])
        return file_stream(self._file, self._lock, entry.size)

    def _single(self) -> Entry:
        size, kind = self._file.seek(0, 2), kind_of(self.path.name)
        troubles = [Trouble.NESTED] if self.path.suffix.lower().lstrip(".") in NESTED - {"zip"} else []
        if size > self._most:
            troubles.append(Trouble.TOO_LARGE)
        return Entry(self.path.name, size, 0, kind, size, tuple(troubles))

    def _list(self) -> None:
        # Here, not above: loading it takes longer than a window should wait for.
        import zipfile  # noqa: PLC0415

        try:
            count, length = directory_of(self._file)
            if count > MOST_MEMBERS or length > LONGEST_DIRECTORY:
                self.trouble = Trouble.TOO_MANY
                return
            with zipfile.ZipFile(self._file) as archive:
                self._members = archive.infolist()
                directory_at = archive.start_dir
        except DamagedZipError:
            self.trouble = self._why_not_whole()
        except (zipfile.BadZipFile, struct.error, EOFError, ValueError, OverflowError, NotImplementedError):
            self.trouble = Trouble.DAMAGED
        else:
            self._look_through(directory_at)

    def _why_not_whole(self) -> Trouble:
        """Whether the end is missing, or something else is wrong: the record at a zip's end is there or it is not."""
        size = self._file.seek(0, 2)
        self._file.seek(max(0, size - (1 << 17)))
        return Trouble.DAMAGED if b"PK\x05\x06" in self._file.read() else Trouble.TRUNCATED

    def _look_through(self, directory_at: int) -> None:
        if len(self._members) > MOST_MEMBERS:  # more than it said
            self.trouble, self._members = Trouble.TOO_MANY, []
            return
        names = [_name_of(member) for member in self._members]
        sharing = _overlapping(self._members, directory_at)
        seen: dict[str, int] = {}
        for name in names:
            seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        total, entries = 0, []
        for place, (member, name) in enumerate(zip(self._members, names, strict=True)):
            if name.endswith(("/", "\\")) and not member.file_size:
                continue  # a folder
            total += member.file_size
            troubles = list(_troubles_of(member, name, directory_at, self._most))
            if place in sharing:
                troubles.append(Trouble.OVERLAPPING)
            if total > max(_MOST_ALL, self._most) and Trouble.TOO_LARGE not in troubles:
                troubles.append(Trouble.TOO_LARGE)
            if seen[name.casefold()] > 1:
                troubles.append(Trouble.SAME_NAME)
            size, packed = member.file_size, member.compress_size
            entries.append(Entry(name, size, place, kind_of(name), packed, tuple(troubles)))
        self.entries = tuple(entries)


def _name_of(member: "zipfile.ZipInfo") -> str:
    """A name as whoever packed it meant it: Windows packs Japanese names in its own encoding and says nothing of it."""
    name = member.orig_filename
    if not member.flag_bits & _UTF8_NAME:
        packed = name.encode("cp437", "replace")  # which is how the zip reader decoded it
        for encoding in ("utf-8", "cp932"):
            try:
                name = packed.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…" + name[-16:]


def _troubles_of(member: "zipfile.ZipInfo", name: str, directory_at: int, most: int) -> Iterable[Trouble]:
    """What its entry in the directory tells against it."""
    if member.flag_bits & _ENCRYPTED:
        yield Trouble.ENCRYPTED
    if _is_link(member):
        yield Trouble.LINK
    if member.header_offset + LOCAL_HEADER.size + member.compress_size > directory_at:
        yield Trouble.TRUNCATED
    if member.file_size > most:
        yield Trouble.TOO_LARGE
    if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
        yield Trouble.TOO_DENSE
    if member.compress_type == 0 and member.file_size != member.compress_size:
        yield Trouble.FALSE_SIZE
    if member.compress_type not in {0, 8, 12, 14}:
        yield Trouble.PACKING
    yield from _troubles_of_name(name)


def _troubles_of_name(name: str) -> Iterable[Trouble]:
    parts = SEPARATORS.split(name)
    if ".." in (part.strip() for part in parts) or not parts[0] or _DRIVE.match(name) or "\0" in name:
        yield Trouble.OUTSIDE
    if any(RESERVED.fullmatch(part.strip()) for part in parts):
        yield Trouble.DEVICE_NAME
    if parts[-1].rpartition(".")[2].lower() in NESTED:
        yield Trouble.NESTED


def _is_link(member: "zipfile.ZipInfo") -> bool:
    """Whether it is a link or another thing that is no file; only Unix systems note that."""
    mode = member.external_attr >> 16
    is_unix = member.create_system in {3, 19}  # 19: macOS
    return is_unix and stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}


def _overlapping(members: list["zipfile.ZipInfo"], directory_at: int) -> set[int]:
    """The places of entries that share bytes with others, or with the directory."""
    by_start = sorted(range(len(members)), key=lambda place: members[place].header_offset)
    sharing, end, last = set(), 0, -1
    for place in by_start:
        member = members[place]
        if member.header_offset < end:
            sharing |= {last, place}
        ends_at = member.header_offset + LOCAL_HEADER.size + len(member.orig_filename) + member.compress_size
        if ends_at > end:
            end, last = ends_at, place
    if end > directory_at and last >= 0 and members[last].header_offset < directory_at:
        sharing.add(last)
    return sharing
