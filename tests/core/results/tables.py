"""Results made by hand, for tests: what they are called and what stands in them is all that is said."""

import io
from collections.abc import Sequence
from typing import IO

from epa_gui.core.results.content import ResultsContent
from epa_gui.core.results.content_reader import read_content
from epa_gui.core.results.members import Member
from epa_gui.core.results.small_table import parsed


class MadeMembers:
    """Files by name; two may have the same one."""

    def __init__(self, *files: tuple[str, bytes | str | Exception]) -> None:
        self._files = files

    def members(self) -> Sequence[Member]:
        return [
            Member(name, 0 if isinstance(content, Exception) else len(content), place)
            for place, (name, content) in enumerate(self._files)
        ]

    def open(self, member: Member) -> IO[bytes]:
        content = self._files[member.place][1]
        if isinstance(content, Exception):
            raise content
        return io.BytesIO(content.encode() if isinstance(content, str) else content)


def content_of(*files: tuple[str, bytes | str | Exception], target: str = "") -> ResultsContent:
    """What these files tell."""
    return read_content(MadeMembers(*files), target)


def table(text: str) -> list[list[str]]:
    """The rows of a table."""
    return parsed(text.encode())
