"""What goes on in the list while the keyboard is elsewhere is heard, once, and nothing by the second."""

import math
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.practice import PracticeService
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.retraining.send_worker import Phase, SendProgress
from tests.gui.at_desk import AtDesk
from tests.gui.test_retraining import training  # noqa: F401  a fixture

SOURCE = Path(__file__).parents[2] / "epa_gui"


@pytest.fixture
def silent(desk: AtDesk) -> AtDesk:
    """A desk at which no notification of the system tells anything."""
    desk.session.repository.change_settings(replace(desk.session.repository.settings, notify=False))
    return desk


def of(heard: list[str], name: str) -> list[str]:
    """What was said of a job."""
    return [said for said in heard if name in said]


# The door


def test_nothing_is_told_by_an_alert_which_most_systems_do_not_speak() -> None:
    """Qt hands alerts on to Windows alone, and there as a sound; announcements are spoken everywhere."""
    doors = {path.name for path in SOURCE.rglob("*.py") if "updateAccessibility(" in path.read_text("utf-8")}
    assert doors == {"announcing.py"}
    alerts = [path.name for path in SOURCE.rglob("*.py") if "QAccessible.Event.Alert" in path.read_text("utf-8")]
    assert alerts == []


def test_what_only_the_eye_needs_is_not_spelled_out(desk: AtDesk, heard: list[str]) -> None:
    label = QLabel("⚠ A\u200bB\nof \u2068name\u2069.\nC", desk.window)
    announce(label)
    assert heard == [], "nobody sees it"
    label.show()
    announce(label)
    assert heard == ["AB, of name. C"]


# Jobs


def test_a_job_that_finishes_is_heard_once(silent: AtDesk, practice: PracticeService, heard: list[str]) -> None:
    job = silent.running_job("November")
    for _ in range(3):
        silent.check_now(job)
        silent.pass_time(1)
    assert of(heard, "November") == [], "that it goes on is no news"
    practice.finish(job.id)
    silent.check_now(job)
    silent.until(lambda: of(heard, "November"))
    silent.check_now(job)
    silent.pass_time(60)
    (said,) = of(heard, "November")
    assert "Sales forecast" in said


def test_a_job_that_fails_is_heard_once_with_the_reason(
    silent: AtDesk, practice: PracticeService, heard: list[str]
) -> None:
    job = silent.running_job("November")
    practice.fail(job.id, "Not enough rows.")
    silent.check_now(job)
    silent.until(lambda: of(heard, "November"))
    silent.check_now(job)
    (said,) = of(heard, "November")
    assert "Not enough rows." in said


def test_a_model_that_goes_live_is_heard_once(silent: AtDesk, heard: list[str]) -> None:
    job = silent.finished_job("November")
    heard.clear()
    silent.switch(job)
    silent.until(lambda: of(heard, "November"))
    silent.qtbot.wait(400)
    assert len(of(heard, "November")) == 1


def test_saved_results_are_heard_once(silent: AtDesk, heard: list[str]) -> None:
    job = silent.finished_job("November")
    heard.clear()
    silent.save_results(job)
    silent.until(lambda: heard)
    silent.qtbot.wait(400)
    assert heard == ["The results of “November” were saved."]


def test_trouble_that_needs_a_person_is_heard_once_and_much_of_it_is_counted(silent: AtDesk, heard: list[str]) -> None:
    jobs = [silent.running_job(name) for name in ("One", "Two", "Three")]
    repository = silent.session.repository
    key_wrong = Problem(ProblemKind.KEY_WRONG)
    heard.clear()
    for _ in range(2):
        repository.change_job(replace(silent.job(jobs[0].key), problem=key_wrong, next_check_at=math.inf))
    silent.until(lambda: of(heard, "One"))
    silent.qtbot.wait(400)
    assert len(heard) == 1
    repository.change_job(replace(silent.job(jobs[0].key), problem=None))
    heard.clear()
    for job in jobs:
        repository.change_job(replace(silent.job(job.key), problem=key_wrong, next_check_at=math.inf))
    silent.until(lambda: heard)
    silent.qtbot.wait(400)
    assert heard == ["3 job(s) need attention"]


def test_trouble_that_may_pass_by_itself_is_not_told(silent: AtDesk, heard: list[str]) -> None:
    job = silent.running_job("November")
    heard.clear()
    passing = Problem(ProblemKind.TIMED_OUT)
    silent.session.repository.change_job(replace(silent.job(job.key), problem=passing))
    silent.qtbot.wait(500)
    assert heard == []


# Uploads


def test_a_file_is_heard_to_be_sent_from_its_first_byte_to_its_last(
    silent: AtDesk,
    training: Path,  # noqa: F811  the fixture
    heard: list[str],
) -> None:
    silent.drop(training)
    form = silent.dialog("New retraining")
    silent.until(lambda: not silent.shows_button(form, "Stop checking"))
    heard.clear()
    silent.name_retraining(form, "November")
    silent.send(form)
    silent.until(lambda: any("was sent" in said for said in heard))
    said = of(heard, "November")
    assert said.count("The file of “November” was sent.") == 1
    assert len(said) == len(set(said))


def test_of_a_long_upload_each_quarter_is_heard(silent: AtDesk, heard: list[str]) -> None:
    job = silent.running_job("November")
    heard.clear()
    for done in range(0, 1001, 3):
        silent.session.uploads.changed.emit(job.key, SendProgress("x", Phase.SENDING, done, 1000, 1.0))
    shares = [f"“November”: {share} % sent" for share in (25, 50, 75)]
    assert heard == ["Sending the file of “November”", *shares]


# What a person does


def test_how_much_a_search_finds_is_heard_once_nobody_types_any_more(silent: AtDesk, heard: list[str]) -> None:
    silent.running_job("November")
    silent.running_job("October")
    search = silent.window.tool_bar.search
    silent.window.activateWindow()
    search.setFocus()
    silent.until(search.hasFocus)
    heard.clear()
    QTest.keyClicks(search, "Nov", delay=20)
    silent.until(lambda: heard)
    assert heard == ["1 hit(s)"]
    QTest.keyClicks(search, "x")
    silent.until(lambda: len(heard) > 1)
    assert heard[1:] == ["No hits"]
    search.clear()
    silent.qtbot.wait(1000)
    assert len(heard) == 2, "nobody looks for anything any more"


def test_what_is_wrong_with_a_form_is_heard(silent: AtDesk, heard: list[str]) -> None:
    silent.actions.rename_model.trigger()
    form = silent.until(lambda: next(iter(_open(silent)), None))
    silent.field(form, "Name", QLineEdit).clear()
    heard.clear()
    form.accept()
    assert len(heard) == 1
    form.reject()


def _open(desk: AtDesk) -> list[QDialog]:

    return [dialog for dialog in desk.window.findChildren(QDialog) if dialog.isVisible()]


def test_another_language_is_heard_once_in_itself(silent: AtDesk, heard: list[str]) -> None:
    heard.clear()
    for _ in range(3):  # Qt tells of each catalogue
        QCoreApplication.sendEvent(silent.window, QEvent(QEvent.Type.LanguageChange))
    silent.until(lambda: heard)
    silent.qtbot.wait(400)
    assert heard == ["The language is now English."]


@pytest.mark.usefixtures("by_one_cell")
def test_every_row_of_the_list_is_a_sentence(silent: AtDesk) -> None:
    silent.running_job("November data")
    table = silent.window.table
    for column in (JobColumn.NAME, JobColumn.STANDING):
        table.setCurrentIndex(table.model().index(0, column))
        said = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert re.match(r"November data, Sales forecast, .*, next check in \d+ second", said), said
