"""A job that ends while nobody looks is told by the system, and a click goes to it."""

import functools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QSystemTrayIcon, QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.process.language import install_language
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.window import notifier
from tests.gui.at_desk import AtDesk
from tests.gui.notification_server import NotificationServer, session_bus


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


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message of the icon has the place to itself for a moment only."""
    monkeypatch.setattr(notifier, "_SHOWN_MS", 50)


def _titles(tray: Tray) -> list[str]:
    return [title for title, _, _ in tray.told]


@pytest.mark.usefixtures("quick")
def test_it_is_told_how_a_job_has_ended(at_desk: AtDesk) -> None:
    well, badly = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, well)
    _end(at_desk, badly, why="Not enough rows.")
    (tray,) = Tray.there
    at_desk.until(lambda: len(tray.told) == 2)
    icons = QSystemTrayIcon.MessageIcon
    assert tray.told == [
        ("“November” has finished", "Sales forecast: Finished · job_finished", icons.Information),
        ("“December” has failed", "Sales forecast: Not enough rows.", icons.Warning),
    ]


def test_a_click_goes_to_the_job(at_desk: AtDesk) -> None:
    ended, other = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, ended)
    at_desk.select(other)
    (tray,) = Tray.there
    tray.messageClicked.emit()
    assert at_desk.selected() == ["November"]


def test_a_click_goes_to_the_one_that_shows_while_another_waits(at_desk: AtDesk) -> None:
    first, second = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, first)
    _end(at_desk, second)
    (tray,) = Tray.there
    assert _titles(tray) == ["“November” has finished"], "it has the place to itself"
    tray.messageClicked.emit()
    assert at_desk.selected() == ["November"]


@pytest.mark.usefixtures("quick")
def test_the_next_shows_in_its_turn_and_a_click_goes_to_that(at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, first)
    (tray,) = Tray.there
    tray.messageClicked.emit()
    monkeypatch.setattr(notifier, "_SHOWN_MS", 60_000)
    _end(at_desk, second)
    at_desk.until(lambda: len(tray.told) == 2)
    at_desk.select(first)
    tray.messageClicked.emit()
    assert at_desk.selected() == ["December"]


def test_several_that_end_together_are_told_in_one_and_a_click_shows_all_of_them(
    at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifier, "_SHOWN_MS", 3000)
    jobs = [at_desk.running_job(name) for name in ("October", "November", "December", "January")]
    at_desk.window.tool_bar.search.setText("October")
    at_desk.until(lambda: len(at_desk.rows()) == 1)
    for job in jobs:
        at_desk.practice.finish(job.id)
    at_desk.clock.advance(0.01)
    at_desk.actions.check_all.trigger()
    (tray,) = Tray.there
    at_desk.until(lambda: len(tray.told) == 2)
    first = tray.told[0][0].removesuffix("” has finished").removeprefix("“")
    title, text, _ = tray.told[1]
    assert title == "3 job(s) have ended"
    assert sorted(text.split(" · ")) == sorted(f"“{job.title}” has finished" for job in jobs if job.title != first)
    tray.messageClicked.emit()
    assert sorted(at_desk.selected()) == sorted({"October", "November", "December", "January"} - {first})


@pytest.mark.usefixtures("quick")
def test_a_late_click_shows_all_that_were_told_since_the_last(at_desk: AtDesk) -> None:
    """In the system's list of what was missed there may be several, and no system says which was clicked."""
    seen, first, second = (at_desk.running_job(name) for name in ("October", "November", "December"))
    (tray,) = Tray.there
    _end(at_desk, seen)
    tray.messageClicked.emit()
    _end(at_desk, first)
    at_desk.until(lambda: len(tray.told) == 2)
    _end(at_desk, second)
    at_desk.until(lambda: len(tray.told) == 3)
    at_desk.qtbot.wait(100)
    tray.messageClicked.emit()
    assert sorted(at_desk.selected()) == ["December", "November"]


# On a free desktop, over a real session bus


def _is_free_desktop() -> bool:
    return sys.platform.startswith("linux")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[str]"]:
    if not _is_free_desktop():
        pytest.skip("free desktops alone have one")
    with session_bus() as (address, process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
        yield process


@pytest.fixture
def server(bus: "subprocess.Popen[str]") -> Iterator[NotificationServer]:
    assert bus.poll() is None
    made = NotificationServer(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


def test_a_free_desktop_keeps_each_and_a_click_goes_to_its_own_job(server: NotificationServer, at_desk: AtDesk) -> None:
    first, second = at_desk.running_job("R&D"), at_desk.running_job("December")
    _end(at_desk, first, why="<b>Not</b> enough rows.")
    _end(at_desk, second)
    at_desk.until(lambda: len(server.shown) == 2)
    told = server.shown[0]
    assert (told.program, told.title) == (QApplication.applicationName(), "“R&D” has failed")
    assert told.body == "Sales forecast: &lt;b&gt;Not&lt;/b&gt; enough rows."
    assert told.actions == ["default", "Show"]
    at_desk.select(second)
    asked: list[list[JobKey]] = []
    at_desk.session._controllers.notifier.jobs_requested.connect(asked.append)
    server.click_at_another_program()
    server.click("“R&D” has failed")
    at_desk.until(lambda: at_desk.selected() == ["R&D"])
    assert asked == [[first.key]], "what is clicked of other programs is nothing to this one"
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave to come forward"
    server.click("“December” has finished")
    at_desk.until(lambda: at_desk.selected() == ["December"])
    (tray,) = Tray.there
    assert tray.told == [], "told once"


@pytest.mark.parametrize("why", ["it refuses", "nobody serves", "the bus is gone", "the bus goes meanwhile"])
def test_where_the_desktop_takes_none_the_icon_tells(
    bus: "subprocess.Popen[str]", request: pytest.FixtureRequest, new_desk: Callable[[], AtDesk], why: str
) -> None:
    if why == "it refuses":
        request.getfixturevalue("server").refuses = True
    desk: AtDesk = request.getfixturevalue("at_desk")
    job = desk.running_job("November")
    if why == "the bus is gone":
        bus.terminate()
        bus.wait(10)
    elif why == "the bus goes meanwhile":
        bus.send_signal(signal.Signals["SIGSTOP"])
    _end(desk, job)
    (tray,) = Tray.there
    if why == "the bus goes meanwhile":
        desk.qtbot.wait(100)
        assert tray.told == []
        bus.kill()
    desk.until(lambda: _titles(tray) == ["“November” has finished"])


def test_without_an_icon_a_free_desktop_tells_all_the_same(
    server: NotificationServer, new_desk: Callable[[], AtDesk]
) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    _end(desk, desk.running_job("November"))
    desk.until(lambda: [shown.title for shown in server.shown] == ["“November” has finished"])


# In another language


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], object]]:
    """Speaks a language from now on; afterwards there is none, as in every other test."""
    yield functools.partial(install_language, qapp)
    for translator in qapp.findChildren(QTranslator, "epa language"):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def test_what_shows_and_what_waits_is_said_in_another_language(
    at_desk: AtDesk, speak: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = at_desk.running_job("November"), at_desk.running_job("December")
    _end(at_desk, first)
    _end(at_desk, second, why="Not enough rows.")
    (tray,) = Tray.there
    assert _titles(tray) == ["“November” has finished"]
    speak("ja")
    at_desk.until(lambda: _titles(tray)[1:] == ["「November」が完了しました"])
    monkeypatch.setattr(notifier, "_SHOWN_MS", 50)
    at_desk.session._controllers.notifier._pause.start(0)
    at_desk.until(lambda: _titles(tray)[2:] == ["「December」が失敗しました"])
    at_desk.qtbot.wait(100)
    speak("en")
    at_desk.qtbot.wait(200)
    assert len(tray.told) == 3, "what was shown before is not shown anew"
    tray.messageClicked.emit()
    assert sorted(at_desk.selected()) == ["December", "November"], "each was told once"


def test_a_free_desktop_says_in_another_language_what_is_still_shown(
    server: NotificationServer, at_desk: AtDesk, speak: Callable[[str], object]
) -> None:
    gone, first, second = (at_desk.running_job(name) for name in ("October", "November", "December"))
    _end(at_desk, gone)
    at_desk.until(lambda: len(server.shown) == 1)
    server.close_one("“October” has finished")
    _end(at_desk, first)
    _end(at_desk, second, why="Not enough rows.")
    at_desk.until(lambda: len(server.shown) == 2)
    desktop = at_desk.session._controllers.notifier._desktop
    assert desktop is not None
    at_desk.until(lambda: len(desktop._shown) == 3)  # its answers have come
    numbers = [shown.number for shown in server.shown]
    speak("ja")
    titles = ["「November」が完了しました", "「December」が失敗しました"]
    at_desk.until(lambda: [shown.title for shown in server.shown] == titles)
    assert [shown.number for shown in server.shown] == numbers, "in the place of those before"
    assert server.shown[1].body == "Sales forecast: Not enough rows."
    assert server.shown[1].actions == ["default", "表示"]
    speak("en")
    speak("ja")
    at_desk.until(lambda: [shown.title for shown in server.shown] == titles)
    server.click("「December」が失敗しました")
    at_desk.until(lambda: at_desk.selected() == ["December"])


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
