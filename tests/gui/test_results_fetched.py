"""The results of a job that finishes come by themselves, to be looked at; the person's own save is another matter."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job, JobKey, first_trouble
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.practice.faults import Fault
from epa_gui.ui.jobs.facts_text import Fact
from epa_gui.ui.jobs.results_fetch import FetchPhase
from tests.gui.at_desk import AtDesk, Clock

Start = Callable[[], AtDesk]


class Told(QObject):
    """Who is told that results are here."""

    def __init__(self, desk: AtDesk) -> None:
        super().__init__()
        self.results: list[tuple[JobKey, Path]] = []
        desk.session.results_fetch.results_fetched.connect(self._on_fetched)

    @Slot(object, object)
    def _on_fetched(self, key: JobKey, path: Path) -> None:
        self.results.append((key, path))


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Start]:
    """Starts the program, which fetches results; called again, it is the next start over the same data."""
    desks: list[AtDesk] = []

    def new() -> AtDesk:
        desks.append(AtDesk(qtbot, tmp_path, clock, practice, keychain, fetches_results=True))
        return desks[-1]

    yield new
    for desk in desks:
        desk.close()


@pytest.fixture
def fetching(start: Start) -> AtDesk:
    """Somebody at the window of a program that fetches results."""
    desk = start()
    desk.add_model("Sales forecast")
    return desk


def phase_of(desk: AtDesk, job: Job) -> FetchPhase | None:
    state = desk.session.results_fetch.states.get(job.key)
    return state.phase if state else None


def fetched_job(desk: AtDesk, name: str = "") -> Job:
    job = desk.finished_job(name)
    desk.until(lambda: phase_of(desk, job) is FetchPhase.THERE)
    return desk.job(job.key)


def details(desk: AtDesk, job: Job) -> str:
    """What the job's details say of its results."""
    desk.select(job)
    return desk.window.details.facts.text_of(Fact.RESULTS)


def message(desk: AtDesk) -> str:
    """What the bar above the list says."""
    return "\n".join(label.text() for label in desk.window.messages.findChildren(QLabel))


def test_results_are_here_once_a_job_has_finished(fetching: AtDesk, practice: PracticeService) -> None:
    told = Told(fetching)
    job = fetched_job(fetching)
    ((key, path),) = told.results
    assert key == job.key
    assert path.read_bytes() == practice.results_of(job.id)
    assert path.is_relative_to(fetching.folder / "results")
    assert fetching.session.results_fetch.path_of(job.key) == path
    assert job.saved is None
    assert "The results are downloaded, so you can look at them" in details(fetching, job)
    assert "results" not in message(fetching)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_they_are_private(fetching: AtDesk) -> None:
    fetched_job(fetching)
    places = list((fetching.folder / "results").rglob("*"))
    assert len(places) == 3
    assert all(place.stat().st_mode & 0o077 == 0 for place in places)


def test_neither_a_link_nor_a_key_is_kept_beside_them(fetching: AtDesk, practice: PracticeService) -> None:
    job = fetched_job(fetching)
    link = fetching.session.scheduler.link_of(job.key)
    notes = b"".join(path.read_bytes() for path in (fetching.folder / "results").rglob("*.json"))
    assert notes
    assert practice.api_key.encode() not in notes
    assert link.encode() not in notes
    assert b"http" not in notes


def test_a_save_copies_what_was_fetched_and_asks_the_storage_no_more(
    fetching: AtDesk, practice: PracticeService
) -> None:
    told = Told(fetching)
    job = fetched_job(fetching, "March")
    practice.forget_requests()
    practice.expire_links()
    path = fetching.downloads_folder / "mine.zip"
    fetching.session.downloads.save(job.key, path)
    saved = fetching.until(lambda: fetching.job(job.key).saved)
    assert path.read_bytes() == practice.results_of(job.id)
    assert (saved.path, len(saved.sha256)) == (str(path), 64)
    assert fetching.to_storage() == []
    assert told.results[-1] == (job.key, path)
    assert not list(fetching.downloads_folder.glob("*.part"))


def test_a_copy_that_was_changed_meanwhile_is_fetched_anew(fetching: AtDesk, practice: PracticeService) -> None:
    job = fetched_job(fetching)
    cached = fetching.session.results_fetch.path_of(job.key)
    assert cached is not None
    content = bytearray(cached.read_bytes())
    content[40] ^= 1
    cached.write_bytes(bytes(content))
    practice.forget_requests()
    path = fetching.downloads_folder / "mine.zip"
    fetching.session.downloads.save(job.key, path)
    fetching.until(lambda: fetching.job(job.key).saved)
    assert path.read_bytes() == practice.results_of(job.id)
    assert fetching.to_storage()


def test_what_the_person_saves_is_not_fetched_a_second_time(fetching: AtDesk, practice: PracticeService) -> None:
    told = Told(fetching)
    fetching.until(lambda: fetching.session.results_fetch._was_read)
    fetching.session.results_fetch._was_read = False  # the save is faster
    job = fetching.finished_job()
    path = fetching.downloads_folder / "mine.zip"
    fetching.session.downloads.save(job.key, path)
    fetching.until(lambda: fetching.job(job.key).saved)
    fetching.session.results_fetch._was_read = True
    fetching.session.results_fetch._on_tick(fetching.clock())
    assert phase_of(fetching, job) is None
    assert told.results == [(job.key, path)]
    assert len(fetching.to_storage()) == 1
    assert not list((fetching.folder / "results").glob("*/*"))


def test_nothing_is_fetched_when_that_is_switched_off(fetching: AtDesk, practice: PracticeService) -> None:
    fetching.actions.settings.trigger()
    form = fetching.dialog("Settings")
    box = next(
        box
        for box in form.findChildren(QCheckBox)
        if box.text() == "Download the results for viewing when a job finishes"
    )
    assert box.isChecked()
    assert any("at most 2" in label.text() for label in form.findChildren(QLabel))
    box.setChecked(False)
    fetching.press(form, "Save settings")
    job = fetching.finished_job()
    fetching.qtbot.wait(200)
    assert phase_of(fetching, job) is None
    assert fetching.to_storage() == []
    fetching.session.results_fetch.want(job.key)  # somebody opens them
    fetching.until(lambda: phase_of(fetching, job) is FetchPhase.THERE)


def test_they_are_still_here_after_a_restart(fetching: AtDesk, start: Start, practice: PracticeService) -> None:
    job = fetched_job(fetching)
    path = fetching.session.results_fetch.path_of(job.key)
    assert path is not None
    (path.parent / "results.zip.part").write_bytes(b"left")
    (fetching.folder / "results" / "epa-table-1-0.tmp").write_bytes(b"left")
    fetching.close()
    practice.forget_requests()
    again = start()
    again.until(lambda: phase_of(again, job) is FetchPhase.THERE)
    assert again.session.results_fetch.path_of(job.key) == path
    assert again.to_storage() == []
    assert sorted(each.name for each in (again.folder / "results").rglob("*") if each.is_file()) == sorted(
        ["about.json", path.name]
    )


def test_what_was_on_its_way_at_the_end_is_fetched_at_the_next_start(
    fetching: AtDesk, start: Start, practice: PracticeService
) -> None:
    fetching.session.results_fetch._was_read = False
    job = fetching.finished_job()
    fetching.close()
    again = start()
    again.until(lambda: phase_of(again, job) is FetchPhase.THERE)


def test_they_come_back_with_undo_and_go_for_good_with_the_end(fetching: AtDesk, start: Start) -> None:
    job = fetched_job(fetching)
    path = fetching.session.results_fetch.path_of(job.key)
    assert path is not None
    fetching.session.repository.remove_jobs([job.key])
    assert path.exists()
    fetching.session.repository.undo_stack.undo()
    assert phase_of(fetching, job) is FetchPhase.THERE
    fetching.session.repository.remove_jobs([job.key])
    fetching.close()
    assert not path.exists()


def test_trouble_is_told_in_the_details_alone_and_tried_again(fetching: AtDesk, practice: PracticeService) -> None:
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Not today"), times=-1, path="/results/")
    job = fetching.finished_job()
    fetching.until(lambda: phase_of(fetching, job) is FetchPhase.FAILED, 60)
    words = details(fetching, job)
    assert "The results could not be downloaded for you to look at" in words
    assert "Next try" in words
    assert "results" not in message(fetching)
    assert first_trouble(fetching.job(job.key)) is None
    practice.behave()
    fetching.pass_time(61)
    fetching.until(lambda: phase_of(fetching, job) is FetchPhase.THERE)


def test_what_is_larger_than_the_cache_is_not_fetched_and_that_is_said(
    fetching: AtDesk, practice: PracticeService
) -> None:
    fetching.session.results_fetch._cache.most = 100
    job = fetching.finished_job()
    fetching.until(lambda: phase_of(fetching, job) is FetchPhase.FAILED)
    state = fetching.session.results_fetch.states[job.key]
    assert state.problem is not None
    assert (state.problem.kind, state.next_try_at) == (ProblemKind.RESULTS_TOO_LARGE, None)
    assert "so they are not downloaded automatically" in details(fetching, job)
    assert not list((fetching.folder / "results").glob("*/*"))


def test_the_oldest_go_first_and_what_is_open_stays(fetching: AtDesk, practice: PracticeService) -> None:
    fetch = fetching.session.results_fetch
    first, second = fetched_job(fetching, "first"), fetched_job(fetching, "second")
    sizes = [len(practice.results_of(job.id)) for job in (first, second)]
    fetch._cache.most = sum(sizes) + 10
    fetch.hold(first.key)
    third = fetched_job(fetching, "third")
    fetching.until(lambda: fetch.fetched(second.key) is None)
    assert fetch.path_of(second.key) is None
    assert [phase_of(fetching, job) for job in (first, second, third)] == [FetchPhase.THERE, None, FetchPhase.THERE]
    assert len(list((fetching.folder / "results").iterdir())) == 2
    fetch.let_go(first.key)


def test_a_removed_job_is_not_fetched_on(fetching: AtDesk) -> None:
    job = fetching.finished_job()
    fetching.session.repository.remove_jobs([job.key])
    fetching.until(lambda: fetching.session.results_fetch._worker is None)
    assert job.key not in fetching.session.results_fetch.states
