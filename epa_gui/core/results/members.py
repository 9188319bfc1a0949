"""What results are made of: named files, wherever they stand. Who reads them need not know whether in a zip."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol


@dataclass(frozen=True, slots=True)
class Member:
    """One file among results.

    Attributes:
        name: As the results call it, with its folders. Two may have the same.
        size: Bytes, as the results say; not to be relied on.
        place: Which of the files it is, from 0.
    """

    name: str
    size: int
    place: int = 0


class Members(Protocol):
    """The files of results, to be read one after the other."""

    def members(self) -> Sequence[Member]:
        """All files; no folders."""

    def open(self, member: Member) -> IO[bytes]:
        """A file's bytes, read as they are asked for, and bounded: what is longer than it should be raises.

        Raises:
            OSError: It cannot be read: damaged, encrypted, too long, gone. So may reading from it.
        """


class UnreadableMemberError(OSError):
    """A file among results cannot be read; the message says why, in the words of who tried."""


class FileMember:
    """A single file that is all the results there are.

    Args:
        path: Where it is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def members(self) -> Sequence[Member]:
        """That file."""
        return (Member(self._path.name, self._path.stat().st_size),)

    def open(self, member: Member) -> IO[bytes]:  # noqa: ARG002  there is only one
        """Its bytes."""
        return self._path.open("rb")


class FolderMembers:
    """The files of a folder and of the folders in it, as when somebody unpacked results.

    Args:
        folder: Where they are.
        most: So many files at most; the rest is not looked at.
    """

    def __init__(self, folder: Path, most: int = 1_000) -> None:
        self._folder = folder
        self._most = most
        self._paths: list[Path] = []

    def members(self) -> Sequence[Member]:
        """The files, by name; links lead nowhere."""
        found = (path for path in sorted(self._folder.rglob("*")) if path.is_file() and not path.is_symlink())
        self._paths = [path for path, _ in zip(found, range(self._most), strict=False)]
        return [
            Member(path.relative_to(self._folder).as_posix(), path.stat().st_size, place)
            for place, path in enumerate(self._paths)
        ]

    def open(self, member: Member) -> IO[bytes]:
        """The file's bytes."""
        return self._paths[member.place].open("rb")


class ZipMembers:
    """The files of a zip, with no more caution than `zipfile` has.

    Args:
        path: Where the zip is.
    """

    def __init__(self, path: Path) -> None:
        # Here, not above: loading it takes longer than a window should wait for.
        import zipfile  # noqa: PLC0415

        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise UnreadableMemberError(str(error)) from error
        self._entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]

    def members(self) -> Sequence[Member]:
        """The files, in the zip's order."""
        return [Member(entry.filename, entry.file_size, place) for place, entry in enumerate(self._entries)]

    def open(self, member: Member) -> IO[bytes]:
        """The file's bytes, unpacked as they are read."""
        import zipfile  # noqa: PLC0415  as above

        try:
            return self._archive.open(self._entries[member.place])
        except (zipfile.BadZipFile, RuntimeError, ValueError) as error:
            raise UnreadableMemberError(str(error)) from error

    def close(self) -> None:
        """Let go of the zip."""
        self._archive.close()
