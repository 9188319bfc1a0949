"""A job that ends while nobody looks is told by the system, and a click goes to it."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon, QWidget

from epa_gui.core.jobs.job import Job
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.window import notifier
from tests.gui.at_desk import AtDesk


class Tray(QObject):
    """In place of the system's, which no test computer has: where notifications go in and clicks come out.

    Signals:
        messageClicked: A notification was clicked.
        activated: The icon was clicked (the reason).
    """

    messageClicked = Signal()  # noqa: N815  Qt's
    activated = Signal(object)
    MessageIcon = QSystemTrayIcon.MessageIcon
    isSystemTrayAvailable = staticmethod(lambda: True)  # noqa: N815  Qt's
    there: ClassVar[list["Tray"]] = []

    def __init__(self, _icon: object, parent: QObject) -> None:
        super().__init__(parent)
        self.told: list[tuple[str, str, QSystemTrayIcon.MessageIcon]] = []

    def setToolTip(self, _text: str) -> None:  # noqa: N802  Qt's
        pass

    def show(self) -> None:
        self.there.append(self)

    def hide(self) -> None:
        if self in self.there:  # `monkeypatch` takes its list away before the program ends
            self.there.remove(self)

    def showMessage(self, title: str, text: str, kind: QSystemTrayIcon.MessageIcon) -> None:  # noqa: N802  Qt's
        self.told.append((title, text, kind))


@pytest.fixture
def at_desk(new_desk: Callable[[], AtDesk], monkeypatch: pytest.MonkeyPatch) -> AtDesk:
    monkeypatch.setattr(notifier, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "there", [])
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.until(lambda: Tray.there)
    return desk


@pytest.fixture(autouse=True)
def _windows_stay_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform without a screen has none, and warns."""
    monkeypatch.setattr(QWidget, "raise_", lambda _self: None)


def _end(desk: AtDesk, job: Job, *, why: str = "") -> None:
    if why:
        desk.practice.fail(job.id, why)
    else:
        desk.practice.finish(job.id)
    desk.check_now(job)


def test_it_is_told_how_a_job_has_ended(at_desk: AtDesk) -> None:
    well, badly = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, well)
    _end(at_desk, badly, why="Not enough rows.")
    (tray,) = Tray.there
    at_desk.until(lambda: len(tray.told) == 2)
    icons = QSystemTrayIcon.MessageIcon
    assert tray.told == [
        ("November has finished", "Sales forecast: Finished · job_finished", icons.Information),
        ("December has failed", "Sales forecast: Not enough rows.", icons.Warning),
    ]


def test_a_click_goes_to_the_job(at_desk: AtDesk) -> None:
    ended, other = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, ended)
    at_desk.select(other)
    (tray,) = Tray.there
    tray.messageClicked.emit()
    assert at_desk.selected() == ["November"]


def test_who_wants_none_gets_none(at_desk: AtDesk) -> None:
    job = at_desk.running_job("November")
    at_desk.actions.settings.trigger()
    form = at_desk.dialog("Settings")
    box = at_desk.button(form, "Show a notification when a job finishes or fails")
    assert isinstance(box, QCheckBox)
    box.click()
    at_desk.press(form, "Save settings")
    at_desk.until(lambda: not Tray.there)
    _end(at_desk, job)
    assert at_desk.cell(job, JobColumn.STANDING).startswith("Finished")
    at_desk.actions.settings.trigger()
    again = at_desk.button(at_desk.dialog("Settings"), "Show a notification when a job finishes or fails")
    assert not again.isChecked()
