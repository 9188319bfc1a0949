"""Opens one file of the results for who reads it in a worker's thread, and lets go of the results with it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import IO

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, EntryError, Trouble


def entry_source(path: Path, name: str) -> Callable[[], IO[bytes]]:
    """What opens a file of the results; each stream it gives holds the results open until it is closed.

    Args:
        path: The results.
        name: The file in them.
    """

    def opened() -> IO[bytes]:
        archive = Archive(path)
        try:
            return io.BufferedReader(_Entry(archive, archive.open(_found(archive, name))))
        except BaseException:
            archive.close()
            raise

    return opened


def _found(archive: Archive, name: str) -> Entry:
    for entry in archive.entries:
        if entry.name == name:
            return entry
    raise EntryError(Trouble.DAMAGED)  # the results have changed since they were read


class _Entry(io.RawIOBase):
    """An entry and the archive it is in, closed together: an open file cannot be replaced on every system."""

    def __init__(self, archive: Archive, stream: IO[bytes]) -> None:
        super().__init__()
        self._archive, self._stream = archive, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        return self._stream.readinto(buffer)  # type: ignore[attr-defined, no-any-return]

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._archive.close()
        super().close()
