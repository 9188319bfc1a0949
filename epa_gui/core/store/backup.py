"""Opens the list whatever state it is in: a damaged one is set aside, never deleted, and the last backup used."""

import contextlib
import errno
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path

from epa_gui.core.files import list_file
from epa_gui.core.files.private_files import make_private_folder
from epa_gui.core.files.safe_files import NotOursError, create, identity_of, is_ours
from epa_gui.core.history.event import Author, EventKind, HistoryEvent
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.store.store import Contents, ListTooNewError, Store

FILE_NAME = list_file.FILE_NAME
BACKUPS_KEPT = 3
BACKUP_EVERY = 600.0
"""Seconds between backups while the list changes; one is made at each start as well."""

_RENAMES = 20
_BETWEEN_RENAMES = 0.1
"""Seconds."""

OPENING_PATIENCE = 1.0
"""Seconds to wait at the start for whoever holds the file; then a person is told, and it is tried again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The list, and what a person must be told about how it was found."""

    store: Store
    problem: Problem | None = None
    contents: Contents = field(default_factory=Contents)


def open_list(folder: Path, now: float, author: Author = Author()) -> Opened:  # noqa: B008  it cannot be changed
    """Open the list in `folder`, or the newest backup that is sound, or an empty one.

    Args:
        folder: The data folder; made if it is not there.
        now: Seconds since the epoch, for the name of a damaged file set aside.
        author: Who is at work, for the history.

    Raises:
        ListTooNewError: A newer version of this program wrote it; nothing was touched.
        OSError: The folder cannot be used.
        sqlite3.Error: Not even an empty list can be made there.
    """
    make_private_folder(folder)
    path = folder / FILE_NAME
    if _is_empty(path) and any(_backup(folder / "backups", number).is_file() for number in range(1, BACKUPS_KEPT + 1)):
        # What a power cut leaves, or a kill between setting aside and restoring: SQLite would call it a new list.
        said = "0 bytes"
    else:
        try:
            return _opened(path, author)
        except (ListTooNewError, sqlite3.OperationalError):
            # Locked, read-only or out of room is not damage: the file must stay where it is.
            raise
        except sqlite3.DatabaseError as error:
            said = str(error)
    aside = _set_aside(path, now)
    restored = _restore(folder, path)
    kind = ProblemKind.LIST_DAMAGED if restored else ProblemKind.LIST_LOST
    # The history of a backup ends earlier: that it goes on here has to stand in it.
    return _opened(path, author, Problem(kind, said, str(aside)), now)


def _opened(path: Path, author: Author, problem: Problem | None = None, now: float = 0.0) -> Opened:
    """The list with all that is in it; closed again if that cannot be had."""
    store = Store(path, author, patience=OPENING_PATIENCE)
    try:
        if problem is not None:
            store.write([HistoryEvent(EventKind.LIST_RESTORED, now, details={"problem": problem.kind.value})])
        return Opened(store, problem, store.contents())
    except BaseException:
        store.close()
        raise


def back_up(store: Store, *, replaces_newest: bool = False) -> None:
    """Keep a copy as the newest of three; a copy that fails leaves the older ones as they are.

    Args:
        store: The open list.
        replaces_newest: Whether it takes the place of the newest one, so that the older ones stay a while apart.
    """
    folder = store.path.parent / "backups"
    make_private_folder(folder)
    fresh = folder / "fresh.tmp"
    fresh.unlink(missing_ok=True)  # a link would go, and not what it leads to
    _copy(store, fresh)
    for number in range(BACKUPS_KEPT, 1, -1) if not replaces_newest else ():
        with contextlib.suppress(FileNotFoundError):
            _put(_backup(folder, number - 1), _backup(folder, number))
    _put(fresh, _backup(folder, 1))


def _put(path: Path, place: Path) -> None:
    """Rename over what is there. On Windows whoever reads that keeps it for a moment: an antivirus, a search index."""
    for _ in range(_RENAMES):
        try:
            path.replace(place)
        except PermissionError:
            time.sleep(_BETWEEN_RENAMES)
        else:
            return
    path.replace(place)


def _backup(folder: Path, number: int) -> Path:
    return folder / f"epa-desktop-{number}.sqlite3"


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True


def _set_aside(path: Path, now: float) -> Path:
    """Move the damaged file and its journal out of the way, under a name that says what it is."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(now))
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    with contextlib.suppress(FileNotFoundError):
        path.replace(aside)
    with contextlib.suppress(FileNotFoundError):
        journal = path.with_name(path.name + "-journal")
        journal.replace(aside.with_name(aside.name + "-journal"))
    return aside


def _restore(folder: Path, path: Path) -> bool:
    for number in range(1, BACKUPS_KEPT + 1):
        backup = _backup(folder / "backups", number)
        if not backup.is_file():
            continue
        try:
            store = Store(backup)
        except (sqlite3.Error, ListTooNewError):
            continue
        with contextlib.closing(store):
            _copy(store, path)
        return True
    return False


def _copy(store: Store, path: Path) -> None:
    """Copy the list into a new file of this program's own: SQLite would go through a link that somebody put there."""
    with create(path) as made:
        identity = identity_of(made)
    store.copy_to(path)
    if not is_ours(path, identity):
        raise NotOursError(errno.EPERM, "another file")
