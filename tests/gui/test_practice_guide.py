"""Practice leads somewhere: what to try, what does it, and that it goes for good."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job
from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.process.resource_files import resource_folder
from epa_gui.ui.base.formatting import recent_moment
from epa_gui.ui.jobs.job_columns import JobColumn
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.window.practice_bar import PracticeBar
from tests.gui.at_desk import AtDesk, Clock

LOOK, SWITCH, SEND = "Look at the results", "Switch the model", "Send new data"


@pytest.fixture
def practice(tmp_path: Path, clock: Clock) -> Iterator[PracticeService]:
    """The practice service with the program's own samples; no job that is sent there fails."""
    samples = resource_folder() / "samples"
    with PracticeService(tmp_path / "service", samples=samples, clock=clock) as service:
        yield service


@pytest.fixture
def new_desk(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Callable[[], AtDesk]]:
    """Opens the practice window; called again, it is the next start over the same data."""
    desks: list[AtDesk] = []

    def start() -> AtDesk:
        desks.append(AtDesk(qtbot, tmp_path, clock, practice, keychain, is_practice=True, fetches_results=True))
        return desks[-1]

    yield start
    for desk in desks:
        desk.close()


def guide(desk: AtDesk) -> PracticeBar:
    """What to try."""
    return desk.until(lambda: next(iter(shown_guides(desk)), None))


def shown_guides(desk: AtDesk) -> list[PracticeBar]:
    """There is one, or none."""
    return [bar for bar in desk.window.findChildren(PracticeBar) if bar.isVisible()]


def step(desk: AtDesk, name: str) -> QAbstractButton:
    """The button of a step, as soon as it can be pressed."""
    button = desk.field(guide(desk), name, QAbstractButton)
    desk.until(button.isEnabled)
    return button


def is_ticked(desk: AtDesk, name: str) -> bool:
    """Whether that step is shown as done, to eyes and to ears."""
    button = desk.field(guide(desk), name, QAbstractButton)
    assert button.icon().isNull() != button.accessibleDescription().startswith("Done.")
    return not button.icon().isNull()


def look(desk: AtDesk) -> None:
    """Look at the results by the guide, and close them."""
    QTest.mouseClick(step(desk, LOOK), Qt.MouseButton.LeftButton)
    window = desk.until(lambda: next((w for w in desk.window.findChildren(ResultsWindow) if w.isVisible()), None))
    desk.until(lambda: any(job.opened_at for job in desk.jobs()))
    window.close()


def switch(desk: AtDesk) -> None:
    """Switch by the guide."""
    QTest.mouseClick(step(desk, SWITCH), Qt.MouseButton.LeftButton)
    dialog = desk.dialog("Switch model")
    desk.field(dialog, "Reason", QLineEdit).setText("Practising")
    desk.confirm_switch(dialog)


def send(desk: AtDesk) -> Job:
    """Send the sample by the guide; its job."""
    QTest.mouseClick(step(desk, SEND), Qt.MouseButton.LeftButton)
    desk.send(desk.dialog("New retraining"))
    return desk.until(lambda: next((job for job in desk.jobs() if job.upload is not None), None))


def test_the_finished_job_is_what_one_sees_first(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.until(lambda: desk.selected() == ["October data"])
    desk.until(lambda: any(job.can_save for job in desk.jobs()))
    desk.qtbot.wait(200)  # longer than the list gathers changes
    assert desk.selected() == ["October data"]


def times_of(desk: AtDesk, name: str) -> tuple[str, str]:
    """What the list says of when a job began, and when it ended or will end, once it has been checked."""
    job = desk.until(lambda: next((job for job in desk.jobs() if job.name == name and job.checked_at), None))
    return desk.cell(job, JobColumn.STARTED), desk.cell(job, JobColumn.FINISH)


def test_the_first_window_says_plainly_when_its_jobs_began_and_ended(
    new_desk: Callable[[], AtDesk], clock: Clock
) -> None:
    desk = new_desk()
    now, before = (recent_moment(at, clock(), is_exact=False) for at in (clock(), clock() - 60))
    for name in ("October data", "November data, first try"):
        assert times_of(desk, name) == (before, now)
    started, finish = times_of(desk, "November data")
    assert (started, finish) == (now, f"about {recent_moment(clock() + 60, clock(), is_exact=False)}")


def test_of_jobs_whose_end_was_missed_it_does_not_say_when_they_ended(
    new_desk: Callable[[], AtDesk], practice: PracticeService, clock: Clock
) -> None:
    practice.seed()
    clock.advance(3 * 24 * 3600)
    now = recent_moment(clock(), clock(), is_exact=False)
    assert times_of(new_desk(), "October data") == (f"before {now}", f"before {now}")


def test_the_page_advises_what_the_guide_goes_on_to(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    look(desk)
    desk.until(lambda: "Clearly better than the live model" in desk.said())
    (primary,) = [b for b in desk.window.details.findChildren(QPushButton) if b.isVisible() and b.isDefault()]
    assert primary.text() == "Switch model…"


def test_what_to_try_looks_at_the_results(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    assert not is_ticked(desk, LOOK)
    look(desk)
    desk.until(lambda: is_ticked(desk, LOOK))
    assert not is_ticked(desk, SWITCH)


def test_what_to_try_switches_the_finished_job_live(new_desk: Callable[[], AtDesk], practice: PracticeService) -> None:
    desk = new_desk()
    switch(desk)
    desk.until(lambda: is_ticked(desk, SWITCH))
    assert practice.live_job() == practice.seed()[0]


def test_what_to_try_sends_a_sample_that_is_ready_and_finishes(
    new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    desk = new_desk()
    QTest.mouseClick(step(desk, SEND), Qt.MouseButton.LeftButton)
    form = desk.dialog("New retraining")
    desk.until(lambda: "Ready to send" in desk.said())
    desk.send(form)
    job = desk.until(lambda: next((job for job in desk.jobs() if job.upload is not None), None))
    desk.until(lambda: is_ticked(desk, SEND))
    desk.until(lambda: desk.job(job.key).upload.arrived_at)  # type: ignore[union-attr]
    desk.pass_time(60)
    desk.until(lambda: desk.job(job.key).can_save)
    desk.until(lambda: desk.job(job.key).verdict is not None)
    assert practice.results_of(job.id)


def test_an_empty_form_offers_the_sample_beside_the_training_file(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    guide(desk)
    desk.actions.new_retraining.trigger()
    form = desk.dialog("New retraining")
    assert not desk.field(form, "Training file", QLineEdit).text()
    desk.press(form, "Use the sample file")
    desk.until(lambda: "Ready to send" in desk.said())
    assert Path(desk.field(form, "Training file", QLineEdit).text()).is_file()
    form.close()


def test_what_was_done_is_ticked_at_the_next_start_too(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    look(desk)
    desk.until(lambda: is_ticked(desk, LOOK))
    desk.session.job_controller.remove_selected()  # what was done stays done without its job
    desk.close()
    again = new_desk()
    assert is_ticked(again, LOOK)
    assert not is_ticked(again, SEND)


def test_it_goes_for_good_when_all_is_done(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    look(desk)
    switch(desk)
    send(desk)
    desk.until(lambda: not shown_guides(desk))
    desk.close()
    again = new_desk()
    again.until(lambda: len(again.jobs()) == 4)
    again.qtbot.wait(100)  # a turn of the event loop would show it
    assert not shown_guides(again)


def test_it_goes_for_good_when_it_is_closed(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.press(guide(desk), "×")
    assert not shown_guides(desk)
    desk.close()
    again = new_desk()
    again.until(lambda: len(again.jobs()) == 3)
    again.qtbot.wait(100)  # a turn of the event loop would show it
    assert not shown_guides(again)


def test_until_a_job_has_finished_the_guide_says_what_it_waits_for(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    step(desk, LOOK)
    desk.select(*[job for job in desk.jobs() if job.can_save])
    desk.actions.remove.trigger()
    button = desk.field(guide(desk), LOOK, QAbstractButton)
    desk.until(lambda: not button.isEnabled())
    assert button.accessibleDescription() == "Possible as soon as a job has finished."
    assert desk.field(guide(desk), SEND, QAbstractButton).isEnabled()


def test_a_used_up_practice_begins_anew_by_its_door(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.until(lambda: len(desk.jobs()) == 3)
    desk.until(desk.actions.remove_model.isEnabled)
    desk.actions.remove_model.trigger()
    desk.press(desk.window, "Try it with practice data")
    desk.until(lambda: len(desk.jobs()) == 3)


def test_a_real_window_has_neither_guide_nor_sample(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> None:
    desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
    desk.add_model("Sales forecast")
    desk.qtbot.wait(100)
    assert not shown_guides(desk)
    desk.actions.new_retraining.trigger()
    form = desk.dialog("New retraining")
    assert not desk.shows_button(form, "Use the sample file")
    form.close()
    desk.close()
