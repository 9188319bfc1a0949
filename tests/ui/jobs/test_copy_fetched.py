"""A save of results that were fetched before is a copy, which is proved or is none."""

import hashlib
import threading
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import JobKey, Partial, Saved
from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from epa_gui.core.results.results_cache import CachedResults
from epa_gui.ui.jobs.copy_fetched import copied

CONTENT = bytes(range(256)) * 10_000


class Listener:
    """Hears how it goes, and may stop it."""

    def __init__(self, stop_at: int = 1 << 60) -> None:
        self.stopped = threading.Event()
        self.told: list[int] = []
        self._stop_at = stop_at

    def begin(self, done: int) -> None:
        self.told.append(done)

    def tell(self, done: int, total: int, *, is_last: bool = False) -> None:  # noqa: ARG002
        self.told.append(done)
        assert total == len(CONTENT)
        if done >= self._stop_at:
            self.stopped.set()

    def tell_identified(self, partial: Partial) -> None:
        assert partial.part.endswith(".part")


@pytest.fixture
def fetched(tmp_path: Path) -> CachedResults:
    path = tmp_path / "cache" / "results.zip"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    saved = Saved(str(path), len(CONTENT), 1.0, hashlib.sha256(CONTENT).hexdigest(), untested="encrypted")
    return CachedResults(JobKey("model", "job"), saved, "churned")


def copy_of(fetched: CachedResults, target: Path, listener: Listener) -> Saved | None:
    return copied(fetched, target, None, listener.stopped, listener)


def test_it_is_the_same_file_and_what_is_known_of_it_comes_along(fetched: CachedResults, tmp_path: Path) -> None:
    target, listener = tmp_path / "mine.zip", Listener()
    saved = copy_of(fetched, target, listener)
    assert saved is not None
    assert target.read_bytes() == CONTENT
    assert (saved.path, saved.sha256, saved.untested) == (str(target), fetched.saved.sha256, "encrypted")
    assert saved.at > 1.0
    assert listener.told[0] == 0
    assert listener.told[-1] == len(CONTENT)


@pytest.mark.parametrize("change", ["another byte", "shorter", "gone"])
def test_what_is_not_as_it_was_proved_is_not_saved(fetched: CachedResults, tmp_path: Path, change: str) -> None:
    source = Path(fetched.saved.path)
    if change == "gone":
        source.unlink()
    else:
        source.write_bytes(CONTENT[:-1] + b"\0" if change == "another byte" else CONTENT[:-1])
    assert copy_of(fetched, tmp_path / "mine.zip", Listener()) is None
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_one_that_is_given_up_leaves_nothing(fetched: CachedResults, tmp_path: Path) -> None:
    assert copy_of(fetched, tmp_path / "mine.zip", Listener(stop_at=1 << 20)) is None
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_trouble_with_the_folder_is_told(fetched: CachedResults, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as told:
        copy_of(fetched, tmp_path / "nowhere" / "mine.zip", Listener())
    assert told.value.problem.kind is ProblemKind.FOLDER_GONE
