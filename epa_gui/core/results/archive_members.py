"""The files in an archive, as the reader of results wants them."""

from collections.abc import Sequence
from typing import IO

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.members import Member


class ArchiveMembers:
    """What can be read of an archive; see `members.Members`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def members(self) -> Sequence[Member]:
        """All files, in the archive's order; what cannot be read says so when it is opened."""
        return [Member(entry.name, entry.size, place) for place, entry in enumerate(self._archive.entries)]

    def open(self, member: Member) -> IO[bytes]:
        """One of them.

        Raises:
            OSError: It cannot be read, or not to its end.
        """
        return self._archive.open(self._archive.entries[member.place])
