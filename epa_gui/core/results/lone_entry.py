"""One file out of results, opened by itself: with it the results are closed again."""

import errno
import io
import os
from pathlib import Path
from typing import IO

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry


def open_entry(path: Path, name: str) -> IO[bytes]:
    """The bytes of the file of that name; see `Archive.open`.

    Args:
        path: The results.
        name: As its `Entry` has it.

    Raises:
        EntryError: It may not be read.
        OSError: The results cannot be read, or hold no such file any more.
    """
    archive = Archive(path)
    try:
        return _LoneEntry(archive, archive.open(_entry_of(archive, name)))
    except BaseException:
        archive.close()
        raise


def _entry_of(archive: Archive, name: str) -> Entry:
    for entry in archive.entries:
        if entry.name == name:
            return entry
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(archive.path))


class _LoneEntry(io.BufferedReader):
    """An entry's bytes."""

    def __init__(self, archive: Archive, stream: IO[bytes]) -> None:
        super().__init__(stream)  # type: ignore[arg-type]  # it has all that is asked of a raw stream
        self._archive = archive

    def close(self) -> None:
        super().close()
        self._archive.close()
