"""The cache of fetched results is bounded, private, and forgets what it cannot vouch for."""

import json
import shutil
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import JobKey, Saved
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.results import results_cache
from epa_gui.core.results.results_cache import CachedResults, ResultsCache

JOBS = [JobKey("model", f"job-{number}") for number in range(4)]


@pytest.fixture
def cache(tmp_path: Path) -> ResultsCache:
    return ResultsCache(tmp_path / "results", most=1000)


def fetched(cache: ResultsCache, job: JobKey, size: int = 400, at: float = 1.0) -> CachedResults:
    """As after a fetch."""
    cache.prepare(job)
    path = cache.place_of(job, "results.zip")
    path.write_bytes(b"x" * size)
    made = CachedResults(job, Saved(str(path), size, at, "00" * 32, Metric("AUC", 0.9, 0.8), "encrypted"), "churned")
    cache.keep(made)
    return made


def test_what_was_kept_is_found_again_the_oldest_first(cache: ResultsCache) -> None:
    young, old = fetched(cache, JOBS[0], at=2.0), fetched(cache, JOBS[1], at=1.0)
    assert ResultsCache(cache.folder).read(JOBS) == [old, young]


def test_neither_the_job_nor_the_model_stands_on_the_disk(cache: ResultsCache) -> None:
    fetched(cache, JobKey("model-7a1", "job-9b2"))
    words = "\n".join(
        [*map(str, cache.folder.rglob("*")), *(each.read_text() for each in cache.folder.rglob("*.json"))]
    )
    words = words.replace(str(cache.folder), "")
    assert words
    assert "model-7a1" not in words
    assert "job-9b2" not in words


def test_what_belongs_to_no_job_of_the_list_goes(cache: ResultsCache) -> None:
    fetched(cache, JOBS[0])
    kept = fetched(cache, JOBS[1])
    (cache.folder / "mine").mkdir()
    assert cache.read([JOBS[1]]) == [kept]
    assert sorted(path.name for path in cache.folder.iterdir()) == sorted(["mine", Path(kept.saved.path).parent.name])


def test_what_a_kill_left_goes(cache: ResultsCache) -> None:
    whole, unfinished = fetched(cache, JOBS[0]), fetched(cache, JOBS[1])
    part = Path(whole.saved.path).with_name("results.zip.part")
    part.write_bytes(b"x")
    (Path(unfinished.saved.path).parent / "about.json").unlink()
    assert cache.read(JOBS) == [whole]
    assert not part.exists()
    assert not Path(unfinished.saved.path).exists()


@pytest.mark.parametrize(
    "note", ["", "[]", "{", '{"path": "../../x", "target": "", "metric": null}', '{"path": 5}', "[" * 100_000]
)
def test_a_note_that_cannot_be_believed_is_none(cache: ResultsCache, note: str) -> None:
    made = fetched(cache, JOBS[0])
    (Path(made.saved.path).parent / "about.json").write_text(note)
    assert cache.read(JOBS) == []
    assert not Path(made.saved.path).exists()


def test_a_note_cannot_lead_out_of_the_folder(cache: ResultsCache, tmp_path: Path) -> None:
    made = fetched(cache, JOBS[0], size=5)
    secret = tmp_path / "secret"
    secret.write_bytes(b"abcde")
    note = Path(made.saved.path).parent / "about.json"
    note.write_text(json.dumps(json.loads(note.read_text()) | {"path": "../../secret"}))
    assert cache.read(JOBS) == []
    assert secret.exists()


def test_a_file_of_another_length_is_not_what_was_proved(cache: ResultsCache) -> None:
    made = fetched(cache, JOBS[0])
    with Path(made.saved.path).open("ab") as file:
        file.write(b"more")
    assert cache.read(JOBS) == []


def test_the_oldest_make_room_but_not_those_in_use(cache: ResultsCache) -> None:
    made = [fetched(cache, job, 400, at) for at, job in enumerate(JOBS)]
    assert cache.make_room(made, {JOBS[0]}) == [JOBS[1], JOBS[2]]
    assert [each.job for each in cache.read(JOBS)] == [JOBS[0], JOBS[3]]
    assert cache.make_room(made[:2], set(JOBS)) == []


def test_a_full_disk_is_left_alone(cache: ResultsCache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.prepare(JOBS[0])
    usage = type(shutil.disk_usage(cache.folder))
    total, reserve = 1 << 40, results_cache.RESERVE
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(total, 0, reserve + 10))
    assert cache.has_room_for(10)
    assert not cache.has_room_for(11)


def test_a_name_from_outside_stays_in_its_folder(cache: ResultsCache) -> None:
    for name in ("../../evil.zip", "C:\\evil.zip", "", "a" * 5000 + ".zip", "CON"):
        path = cache.place_of(JOBS[0], name)
        assert path.parent.parent == cache.folder
        assert len(path.name) < 200
