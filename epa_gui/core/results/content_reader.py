"""Reads results: from named files to what they tell, whatever these are called and however they are written.

Nothing here raises for what stands in a file: one that cannot be read is said to be so, and the others count.
"""

import contextlib
import hashlib
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import IO

from epa_gui.core.results.assembly import FilesRead, assembled
from epa_gui.core.results.content import Contradiction, ContradictionKind, ResultsContent, Unread, UnreadReason
from epa_gui.core.results.headings import Whose
from epa_gui.core.results.matrix import matrix_in
from epa_gui.core.results.measures import measures_in
from epa_gui.core.results.measures_joined import joined
from epa_gui.core.results.members import Member, Members
from epa_gui.core.results.raw_rows import NoRowsError, read_rows
from epa_gui.core.results.recognition import Recognised, Role, by_content, by_name, is_table
from epa_gui.core.results.small_table import NoTableError, TooLongError, parsed, read_table
from epa_gui.core.results.summaries import contributions_in, tendency_in

_MOST_LOOKED_INTO = 60
"""So many files under other names are looked into at most."""

_BEGINNING = 1 << 16
_PIECE = 1 << 20
_TROUBLE = (OSError, EOFError, zlib.error, struct.error, RuntimeError, ValueError, OverflowError, ArithmeticError)
"""What reading a damaged, encrypted or hostile file may raise; a damaged zip has a name of its own."""


def read_content(members: Members, target: str = "", stopped: Callable[[], bool] = bool) -> ResultsContent:
    """What results tell.

    Args:
        members: Their files.
        target: The column that is predicted, if that is known from elsewhere.
        stopped: Asked between files, and between pieces of long ones; once it says so, what was read so far is the
            answer.

    Raises:
        OSError: The files cannot even be listed.
    """
    return _ContentReader(members, target, stopped).read()


class _ContentReader:
    """Reads one results' files; as `read_content`."""

    def __init__(self, members: Members, target: str, stopped: Callable[[], bool]) -> None:
        self._members = members
        self._target = target
        self._stopped = stopped
        self._found = FilesRead()

    def read(self) -> ResultsContent:
        """Read them, in the order of their roles: what one file tells helps to read the next."""
        files = self._recognised()
        for role in [role for role in Role if role not in {Role.DATA, Role.NOTHING}]:
            for is_previous in (False, True):
                same = [member for member, what in files if (what.role, what.is_previous) == (role, is_previous)]
                if same and not self._stopped():
                    self._read_role(same, Recognised(role, is_previous))
        return assembled(self._found)

    def _recognised(self) -> list[tuple[Member, Recognised]]:
        """The files that are something: by their names, and for what none is called by, by their headings."""
        tables = [member for member in self._members.members() if is_table(member.name)]
        named = [(member, by_name(member.name)) for member in tables]
        files = [(member, what) for member, what in named if what.role is not Role.NOTHING]
        taken = {(what.role, what.is_previous) for _, what in files}
        for member in [member for member, what in named if what.role is Role.NOTHING][:_MOST_LOOKED_INTO]:
            with _noted(member, []):  # a file under another name need not be one of these
                with self._members.open(member) as stream:
                    content = stream.read(_BEGINNING)
                whole = content if len(content) < _BEGINNING else content[: content.rfind(b"\n") + 1]
                what = by_content(parsed(whole), member.name)
                if what.role is not Role.NOTHING and (what.role, what.is_previous) not in taken:
                    files.append((member, what))
        return files

    def _read_role(self, same: Sequence[Member], what: Recognised) -> None:
        """Read the file of one role; of several that differ none is used."""
        member, found = same[0], self._found
        if len(same) > 1 and not self._are_alike(same, what.role):
            found.unread += [Unread(one.name, UnreadReason.TWICE) for one in same]
            first, second = same[:2]
            found.contradictions.append(
                Contradiction(ContradictionKind.TWICE, what.role.value, first.name, "", second.name, "")
            )
            return
        with _noted(member, found.unread), self._members.open(member) as stream:
            if what.role is Role.ROWS:
                found.rows = read_rows(stream, member.name, self._target, self._stopped)
                return
            table = read_table(stream)
            reason = self._take(table, member.name, what)
            if reason is not None:
                found.unread.append(Unread(member.name, reason, ", ".join(table[0])[:200] if table else ""))

    def _are_alike(self, same: Sequence[Member], role: Role) -> bool:
        """Whether several files say the same: byte for byte, or at least row for row in whatever order."""
        seen: list[object] = []
        for member in same:
            troubles: list[Unread] = []
            with _noted(member, troubles), self._members.open(member) as stream:
                seen.append(_digest(stream) if role is Role.ROWS else sorted(read_table(stream)))
            if troubles:
                return False
        return all(one == seen[0] for one in seen)

    def _take(self, table: list[list[str]], name: str, what: Recognised) -> UnreadReason | None:
        """Keep what a table says; answers why it says nothing, if so."""
        found = self._found
        if not table:
            return UnreadReason.NO_TABLE
        if what.role in {Role.METRICS, Role.COMPARISON}:
            alone = Whose.OLD if what.is_previous else Whose.NEW
            metrics = measures_in(table, name, alone=Whose.NOBODY if what.role is Role.COMPARISON else alone)
            found.contradictions += metrics.contradictions
            if not metrics.measures:
                return UnreadReason.WHOSE if metrics.is_whose_unknown else UnreadReason.HEADINGS
            found.measures, further = joined(found.measures, metrics.measures)
            found.contradictions += further
        elif what.role is Role.MATRIX:
            matrix = matrix_in(table)
            if matrix is None:
                return UnreadReason.HEADINGS
            found.matrices[what.is_previous] = matrix, name
        elif what.role is Role.CONTRIBUTIONS:
            classes = next((matrix.labels for matrix, _ in found.matrices.values()), ())
            contributions = contributions_in(table, classes)
            if contributions is None:
                return UnreadReason.HEADINGS
            found.contributions[what.is_previous] = contributions
        elif what.role is Role.TENDENCY:
            found.tendency, found.tendency_file = tendency_in(table), name
            return UnreadReason.HEADINGS if found.tendency is None else None
        return None


@contextlib.contextmanager
def _noted(member: Member, unread: list[Unread]) -> Iterator[None]:
    """Notes why a file could not be read, and goes on."""
    from zipfile import BadZipFile  # noqa: PLC0415  loading it takes longer than a window should wait for

    try:
        yield
    except TooLongError:
        unread.append(Unread(member.name, UnreadReason.TOO_LONG))
    except NoTableError as error:
        unread.append(Unread(member.name, UnreadReason.NO_TABLE, str(error)))
    except NoRowsError:
        unread.append(Unread(member.name, UnreadReason.HEADINGS))
    except (BadZipFile, *_TROUBLE) as error:
        unread.append(Unread(member.name, UnreadReason.UNREADABLE, str(error)))


def _digest(stream: IO[bytes]) -> bytes:
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.digest()
