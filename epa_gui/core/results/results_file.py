"""What a results file tells, and the verdict on it: from a path on the disk, whatever lies there."""

from collections.abc import Callable
from pathlib import Path

from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_members import ArchiveMembers
from epa_gui.core.results.content import ResultsContent
from epa_gui.core.results.content_reader import read_content
from epa_gui.core.results.judgement import verdict_of


def content_in(path: Path, target: str = "", stopped: Callable[[], bool] = bool) -> ResultsContent:
    """What a results file tells: a zip, or one table by itself.

    Args:
        path: The file.
        target: The column that is predicted, if that is known from elsewhere.
        stopped: Asked again and again; once it says so, what was read so far is the answer.

    Raises:
        OSError: It cannot be opened.
    """
    with Archive(path) as archive:
        return read_content(ArchiveMembers(archive), target, stopped)


def verdict_note_in(
    path: Path, sha256: str = "", target: str = "", stopped: Callable[[], bool] = bool
) -> VerdictNote | None:
    """What is kept of the verdict on a results file.

    Args:
        path: The file.
        sha256: Of it, in hexadecimal.
        target: As `content_in`.
        stopped: As `content_in`.

    Returns:
        `None` if it cannot be opened, or it was stopped: what is half read is not judged.
    """
    try:
        content = content_in(path, target, stopped)
    except OSError:
        return None
    return None if stopped() else verdict_of(content).note(sha256)
