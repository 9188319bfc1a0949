"""No disk holds the window: what is asked of one is asked by a worker."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.jobs import download_worker, downloads
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.jobs.place_worker import PlaceWorker
from tests.gui.at_desk import AtDesk
from tests.gui.disk_watch import disk_calls
from tests.gui.test_history import AtHistory

_OWN_FILES = frozenset({"ui/base/icons.py", "process/build_info.py", "process/resource_files.py"})
"""These read what the program was installed with."""


def foreign(calls: list[str]) -> set[str]:
    """Calls of the program; those of the service are the test's own."""
    return {call for call in calls if call.partition(" ")[0] not in _OWN_FILES and not call.startswith("practice/")}


def save_into(desk: AtDesk, folder: Path, *jobs: Job) -> None:
    """Save several jobs' results into one folder through the dialog."""
    desk.select(*jobs)
    desk.until(desk.actions.save_results.isEnabled)
    desk.actions.save_results.trigger()
    dialog = desk.dialog(f"Save results of {len(jobs)} job(s) to")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.reject()


def drop(desk: AtDesk, *paths: Path) -> None:
    """What Qt does when files are dropped on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, buttons, keys)
    QGuiApplication.sendEvent(desk.window, enter)
    QGuiApplication.sendEvent(desk.window, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def training(tmp_path: Path) -> Path:
    path = tmp_path / "training.csv"
    rows = "".join(f"C{n:05},{n % 60 + 1},{'left' if n % 7 == 0 else 'stayed'}\n" for n in range(300))
    path.write_text(f"customer,months,state\n{rows}", encoding="utf-8-sig")
    return path


def test_the_watch_sees_what_it_is_for(desk: AtDesk, tmp_path: Path) -> None:
    from epa_gui.core.files import safe_files  # noqa: PLC0415  a function of the program that asks the disk

    with disk_calls() as calls:
        (tmp_path / "of the test").exists()
        safe_files.remove(tmp_path / "of the program", "1:1")
    assert calls
    assert all(call.startswith("core/files/safe_files.py") for call in calls)


def test_a_whole_round_never_asks_the_disk_from_the_main_thread(
    new_desk: Callable[[], AtDesk], training: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    answer = tmp_path / "response.json"
    with disk_calls() as calls:
        desk = new_desk()
        desk.add_model("Sales forecast")
        jobs = [desk.finished_job(name) for name in ("One", "Two", "Three")]
        save_into(desk, desk.downloads_folder, *jobs[:2])
        desk.until(lambda: all(desk.job(job.key).saved for job in jobs[:2]))
        desk.save_results(jobs[2])
        desk.select(jobs[0])
        desk.actions.open_results.trigger()
        desk.until(lambda: desk.job(jobs[0].key).opened_at)
        desk.switch(jobs[0])
        answer.write_text(f'{{"retrain_job_id": "{desk.practice.start_job()}"}}', encoding="utf-8")
        drop(desk, answer)
        desk.until(lambda: len(desk.rows()) == 4)
        drop(desk, training)
        form = desk.dialog("New retraining")
        desk.name_retraining(form, "Sent")
        desk.until(lambda: "Ready to send" in desk.said())
        desk.send(form)
        desk.until(lambda: len(desk.rows()) == 5)
        history = AtHistory(desk)
        history.open()
        history.export(tmp_path / "history.csv")
        desk.until((tmp_path / "history.csv").exists)
        desk.actions.settings.trigger()
        desk.dialog("Settings").reject()
        desk.close()
    assert foreign(calls) == set()


class SlowDisk:
    """What was found out about a folder is told only when it may be: as by a network drive that sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_answer, self.asked = threading.Event(), threading.Event()
        disk = self

        class Held(PlaceWorker):
            def work(self) -> tuple[tuple[JobKey, Path], ...]:
                found = super().work()
                disk.asked.set()
                disk.may_answer.wait(10)
                return found

        monkeypatch.setattr(downloads, "PlaceWorker", Held)


@pytest.fixture
def slow_disk(new_desk: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(monkeypatch)
    yield disk
    disk.may_answer.set()


def test_while_a_folder_is_looked_into_the_jobs_say_so_and_the_window_works(
    desk: AtDesk, slow_disk: SlowDisk, tmp_path: Path
) -> None:
    jobs = [desk.finished_job(name) for name in ("One", "Two")]
    save_into(desk, desk.downloads_folder, *jobs)
    desk.until(slow_disk.asked.is_set)
    assert {desk.cell(job, JobColumn.RESULTS) for job in jobs} != {"Ready to save"}
    desk.until(lambda: not desk.actions.save_results.isEnabled())  # they are under way
    third = desk.finished_job("Three")  # the service is asked meanwhile, and the list changes
    path = desk.save_results(third)
    assert path.is_file()
    slow_disk.may_answer.set()
    desk.until(lambda: all(desk.job(job.key).saved for job in jobs))
    assert len(list(desk.downloads_folder.iterdir())) == 3


def test_what_waits_for_its_folder_can_be_cancelled_and_is_as_it_was(desk: AtDesk, slow_disk: SlowDisk) -> None:
    jobs = [desk.finished_job(name) for name in ("One", "Two")]
    save_into(desk, desk.downloads_folder, *jobs)
    desk.until(slow_disk.asked.is_set)
    before = desk.job(jobs[0].key)
    desk.select(jobs[0])
    desk.press(desk.window.details, "Cancel saving")
    assert desk.cell(jobs[0], JobColumn.RESULTS) == "Ready to save"
    slow_disk.may_answer.set()
    desk.until(lambda: desk.job(jobs[1].key).saved)
    assert desk.job(jobs[0].key) == before
    assert len(list(desk.downloads_folder.iterdir())) == 1


def test_what_waits_for_its_folder_when_the_program_ends_is_offered_again(
    new_desk: Callable[[], AtDesk], slow_disk: SlowDisk
) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    jobs = [desk.finished_job(name) for name in ("One", "Two")]
    save_into(desk, desk.downloads_folder, *jobs)
    desk.until(slow_disk.asked.is_set)
    threading.Timer(0.3, slow_disk.may_answer.set).start()
    desk.close()
    assert list(desk.downloads_folder.iterdir()) == []
    again = new_desk()
    for job in jobs:
        assert again.cell(job, JobColumn.RESULTS) not in {"Ready to save", "Saved"}


@pytest.mark.parametrize("is_over", [False, True], ids=["is under way", "is over"])
def test_a_file_that_another_download_took_meanwhile_is_not_written_twice(
    desk: AtDesk, practice: PracticeService, slow_disk: SlowDisk, *, is_over: bool
) -> None:
    jobs = [desk.finished_job(name) for name in ("One", "Two", "Three")]
    save_into(desk, desk.downloads_folder, *jobs[:2])
    desk.until(slow_disk.asked.is_set)
    if not is_over:
        practice.misbehave(Fault.delay(1), path="/results/")
    wanted = desk.start_saving(jobs[2], "One - retrain_results_sales.zip")
    if is_over:
        desk.until(lambda: desk.job(jobs[2].key).saved)
    slow_disk.may_answer.set()
    desk.until(lambda: all(desk.job(job.key).saved for job in jobs))
    assert wanted.read_bytes() == practice.results_of(jobs[2].id)
    assert len(list(desk.downloads_folder.iterdir())) == 3


# Names that differ in case only


def test_jobs_whose_names_differ_in_case_only_get_files_of_their_own(desk: AtDesk) -> None:
    jobs = [desk.finished_job(name) for name in ("sales", "SALES", "Sales")]
    save_into(desk, desk.downloads_folder, *jobs)
    desk.until(lambda: all(desk.job(job.key).saved for job in jobs))
    names = {path.name.casefold() for path in desk.downloads_folder.iterdir()}
    assert len(names) == 3


@pytest.mark.parametrize("other", ["results.zip", "RESULTS.ZIP", "Results.Zip"])
def test_two_downloads_to_names_that_differ_in_case_only_are_not_written_at_once(
    desk: AtDesk, practice: PracticeService, other: str
) -> None:
    first, second = desk.finished_job("First"), desk.finished_job("Second")
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    desk.start_saving(first, "Results.zip")
    desk.start_saving(second, other)
    desk.select(second)
    desk.until(lambda: "The results of another job are being saved to" in desk.said())
    practice.behave()
    assert not desk.job(second.key).saved


def test_a_part_under_a_name_that_differs_in_case_only_becomes_the_new_ones(
    desk: AtDesk, practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_worker, "_WAITS", (0.01,))
    first, second = desk.finished_job("First"), desk.finished_job("Second")
    practice.misbehave(Fault.cut(100), path="/results/")
    practice.misbehave(Fault.storage_error(403, "AccessDenied", "Request has expired"), path="/results/", times=-1)
    desk.start_saving(first, "Results.zip")
    desk.until(lambda: desk.job(first.key).save_problem)
    assert [path.name for path in desk.downloads_folder.iterdir()] == ["Results.zip.part"]
    practice.behave()
    desk.start_saving(second, "RESULTS.zip")
    desk.until(lambda: desk.job(second.key).saved)
    assert [path.name for path in desk.downloads_folder.iterdir()] == ["RESULTS.zip"]
