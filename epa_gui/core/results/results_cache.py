"""Results that were fetched for looking, in the program's own folder: bounded, private, and no save of anybody's.

A folder for each job, named by a fingerprint of its identity, holds the file and a note of how it was proved. Neither
holds a link or a key. What has no note was not finished, and goes at the next start.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from epa_gui.core.files.private_files import make_private_folder, private_opener
from epa_gui.core.jobs.job import JobKey, Saved
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.results.naming import suggested_name

MOST_KEPT = 2 << 30
"""Bytes of all results that are kept for looking; one file of more is not fetched."""

RESERVE = 2 << 30
"""Bytes of the disk that are left free for everybody else; of a small disk its tenth part."""

_NOTE = "about.json"
_NAME_LENGTH = 24
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class CachedResults:
    """One job's results as they were fetched for looking.

    Attributes:
        job: Whose.
        saved: The file, as a save is told of: with its size, its hash and how far it was tested.
        target: The column they say is predicted; empty if they do not.
    """

    job: JobKey
    saved: Saved
    target: str = ""


class ResultsCache:
    """The folder. It holds nothing in memory, and is used by one worker at a time.

    Args:
        folder: Made, for this account alone, when something is fetched.
        most: Bytes that are kept.
    """

    def __init__(self, folder: Path, most: int = MOST_KEPT) -> None:
        self.folder = folder
        self.most = most

    def place_of(self, job: JobKey, results_name: str) -> Path:
        """Where a job's results are fetched to, under a name that is safe on every system. Asks no disk."""
        return self.folder / _fingerprint(job) / suggested_name("", results_name or "results.zip")

    def read(self, jobs: Iterable[JobKey]) -> list[CachedResults]:
        """What is there for these jobs, the oldest first. All else in the folder that is this program's is deleted."""
        from epa_gui.core.results.row_table import clear_leftovers  # noqa: PLC0415  rarely needed

        clear_leftovers(self.folder)
        by_name = {_fingerprint(job): job for job in jobs}
        found: list[CachedResults] = []
        for name in _names(self.folder):
            if len(name) != _NAME_LENGTH or not _HEX.issuperset(name):
                continue  # not made here
            cached = self._read_one(by_name[name]) if name in by_name else None
            if cached is not None:
                found.append(cached)
            else:
                _remove(self.folder / name)
        return sorted(found, key=lambda each: each.saved.at)

    def prepare(self, job: JobKey) -> None:
        """Make the folder for a job's results, empty.

        Raises:
            OSError: It cannot be made.
        """
        place = self.folder / _fingerprint(job)
        make_private_folder(self.folder)
        _remove(place)
        make_private_folder(place)

    def has_room_for(self, size: int) -> bool:
        """Whether so many bytes fit on the disk, with something left for everybody else."""
        try:
            usage = shutil.disk_usage(self.folder)
        except OSError:
            return True  # the disk will say what is wrong with it
        return usage.free - size >= min(RESERVE, usage.total // 10)

    def keep(self, cached: CachedResults) -> None:
        """Note how results that were fetched to `place_of` are proved; from then on they count.

        Raises:
            OSError: It cannot be written.
        """
        about = asdict(cached.saved) | {"target": cached.target, "path": Path(cached.saved.path).name}
        path = self.folder / _fingerprint(cached.job) / _NOTE
        with open(path, "w", encoding="utf-8", opener=private_opener) as file:
            json.dump(about, file, ensure_ascii=False)

    def make_room(self, found: Iterable[CachedResults], kept: Collection[JobKey]) -> list[JobKey]:
        """Delete the oldest until no more than `most` bytes are kept; those in `kept` stay.

        Returns:
            Whose results were deleted.
        """
        by_age = sorted(found, key=lambda each: each.saved.at)
        total = sum(each.saved.size for each in by_age)
        gone = []
        for cached in by_age:
            if total <= self.most:
                break
            if cached.job not in kept:
                self.remove(cached.job)
                total -= cached.saved.size
                gone.append(cached.job)
        return gone

    def remove(self, job: JobKey) -> None:
        """Delete a job's results."""
        _remove(self.folder / _fingerprint(job))

    def _read_one(self, job: JobKey) -> CachedResults | None:
        place = self.folder / _fingerprint(job)
        try:
            about = json.loads((place / _NOTE).read_text(encoding="utf-8"))
            target, name, metric = about.pop("target"), about.pop("path"), about.pop("metric")
            path = place / Path(name).name
            saved = Saved(path=str(path), metric=Metric(**metric) if metric else None, **about)
            for each in _names(place):  # parts of downloads that were killed
                if each not in {path.name, _NOTE}:
                    (place / each).unlink()
            is_whole = path.is_file() and not path.is_symlink() and path.stat().st_size == saved.size
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return CachedResults(job, saved, target) if is_whole else None


def _fingerprint(job: JobKey) -> str:
    import hashlib  # noqa: PLC0415  it brings all of OpenSSL, which the window need not wait for

    return hashlib.sha256(f"{job.model}\0{job.id}".encode("utf-8", "surrogatepass")).hexdigest()[:_NAME_LENGTH]


def _names(folder: Path) -> list[str]:
    with contextlib.suppress(OSError):
        return sorted(os.listdir(folder))  # noqa: PTH208  names are all that is wanted
    return []


def _remove(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)  # follows no link; what is open on Windows goes at the next start
