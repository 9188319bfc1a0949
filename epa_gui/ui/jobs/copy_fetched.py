"""Saves results that were fetched for looking before: a copy, whose bytes are proved by their hash."""

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from epa_gui.core.files.internet_mark import mark_as_from_net
from epa_gui.core.jobs.job import Partial, Saved
from epa_gui.core.results.checksum import sha256_of
from epa_gui.core.results.part_file import PartFile
from epa_gui.core.results.results_cache import CachedResults

if TYPE_CHECKING:
    from epa_gui.ui.jobs.fetch import Listener

_PIECE = 1 << 20


def copied(
    fetched: CachedResults, path: Path, partial: Partial | None, stopped: threading.Event, listener: "Listener"
) -> Saved | None:
    """Copy them to `path`; `None` if they are not what was proved any more, or it was stopped: nothing is left then.

    Args:
        fetched: What was proved when it was fetched.
        path: The file to make.
        partial: What an earlier download to it left; written over.
        stopped: Set by whoever gives it up.
        listener: Told how it goes.

    Raises:
        ProblemError: The disk that it is saved to refuses.
    """
    source, part = Path(fetched.saved.path), PartFile(path, partial)
    if not fetched.saved.sha256:
        return None
    size, done = fetched.saved.size, 0
    part.open(0, size)
    listener.tell_identified(Partial(str(path), part=part.path.name, identity=part.identity))
    listener.begin(0)
    is_whole = False
    try:
        try:
            with source.open("rb", buffering=0) as file:
                while not stopped.is_set() and (piece := file.read(_PIECE)):
                    part.write(piece)
                    done += len(piece)
                    listener.tell(done, size)
        except OSError:
            return None  # of the source: what the part raises is a `ProblemError`
        if stopped.is_set() or done != size:
            return None
        listener.tell(done, size, is_last=True)
        part.keep()
        # Read once more: the copy is vouched for, not what was copied.
        if sha256_of(part.path, stopped.is_set) != fetched.saved.sha256:
            return None
        mark_as_from_net(part.path)
        is_whole = part.finish(stopped.is_set, stopped.wait, lambda *_: True)
        saved = fetched.saved
        return Saved(str(path), size, time.time(), saved.sha256, saved.metric, saved.untested) if is_whole else None
    finally:
        if not is_whole:
            part.discard()
