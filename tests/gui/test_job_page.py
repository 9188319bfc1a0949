"""The page of the selected job in the real window: each step of its way, and what the program learns meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.file_change import FileChange
from epa_gui.core.jobs.job import Job, Upload
from epa_gui.core.jobs.region import Region
from epa_gui.practice import PracticeService
from epa_gui.ui.jobs.facts_text import Fact
from epa_gui.ui.results.results_window import ResultsWindow
from tests.gui.at_desk import AtDesk
from tests.gui.test_verdict import results_of

HOUR = 3600.0


def said(desk: AtDesk) -> str:
    """What the page says."""
    told = "\n".join(label.text() for label in desk.window.details.findChildren(QLabel) if label.isVisible())
    return told.replace("\u00a0", " ")  # which keeps a number and its unit together


def primary(desk: AtDesk) -> str:
    """The page's one primary button; empty for none."""
    buttons = [button for button in desk.window.details.findChildren(QPushButton) if button.isVisible()]
    found = [button.text() for button in buttons if button.isDefault()]
    assert len(found) <= 1
    return found[0] if found else ""


def looked_at(desk: AtDesk, content: bytes, name: str = "November") -> Job:
    """A job whose results say this, and were looked at; selected."""
    job = desk.finished_job(name)
    desk.practice.set_results(job.id, content, "r.zip")
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    view = desk.until(lambda: next((found for found in windows(desk) if found.results is not None), None))
    desk.until(lambda: desk.job(job.key).opened_at)
    view.close()
    desk.select(job)
    return desk.job(job.key)


def windows(desk: AtDesk) -> list[ResultsWindow]:
    return [found for found in desk.window.findChildren(ResultsWindow) if found.isVisible()]


def test_a_job_is_led_from_its_file_to_being_live_by_one_button_at_a_time(desk: AtDesk) -> None:
    job = desk.running_job("November")
    desk.select(job)
    assert primary(desk) == ""
    desk.practice.set_results(job.id, results_of(120, 45, 1000), "r.zip")
    desk.practice.finish(job.id)
    desk.press(desk.window.details, "Check now")
    desk.until(lambda: primary(desk) == "Look at the results")
    desk.press(desk.window.details, "Look at the results")
    view = desk.until(lambda: next((found for found in windows(desk) if found.results is not None), None))
    view.close()
    desk.until(lambda: primary(desk) == "Switch model…")
    assert "Clearly better than the live model" in said(desk)
    desk.press(desk.window.details, "Switch model…")
    dialog = desk.dialog("Switch model")
    desk.field(dialog, "Reason", QLineEdit).setText("It is better")
    desk.confirm_switch(dialog)
    desk.until(lambda: "Live, as far as this program knows" in said(desk))
    assert primary(desk) == ""
    assert "Reason: “It is better”" in said(desk)


def test_what_is_live_does_not_offer_to_be_switched_to(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.select(job)
    assert desk.actions.switch_model.isEnabled()
    desk.switch(job)
    desk.select(job)
    desk.until(lambda: not desk.actions.switch_model.isEnabled())
    assert not desk.shows_button(desk.window.details, "Switch model…")


def test_switch_back_asks_for_the_job_that_was_live_last_before(desk: AtDesk) -> None:
    first, second, third = (desk.finished_job(name) for name in ("August", "September", "October"))
    for job in (second, first, third):
        desk.switch(job)
    desk.select(third)
    desk.until(lambda: desk.shows_button(desk.window.details, "Switch back…"))
    desk.press(desk.window.details, "Switch back…")
    dialog = desk.dialog("Switch model")
    texts = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "August" in texts
    assert "September" not in texts
    desk.field(dialog, "Reason", QLineEdit).setText("The new one is odd")
    desk.confirm_switch(dialog)
    desk.until(lambda: desk.session.switch_coordinator.under_way(first.model) is None)
    desk.until(lambda: desk.practice.live_job() == first.id)


def test_nothing_is_offered_to_go_back_to_where_nothing_was_live_before(desk: AtDesk) -> None:
    job = desk.finished_job("November")
    desk.switch(job)
    desk.select(job)
    desk.until(lambda: "Live, as far as this program knows" in said(desk))
    assert not desk.shows_button(desk.window.details, "Switch back…")


def test_keeping_the_live_model_is_noted_and_said(desk: AtDesk) -> None:
    job = looked_at(desk, results_of(45, 120, 1000))
    desk.until(lambda: primary(desk) == "Keep the live model")
    desk.press(desk.window.details, "Keep the live model")
    desk.until(lambda: "You kept the live model on " in said(desk))
    assert primary(desk) == ""
    desk.until(lambda: not desk.actions.keep_live.isEnabled())
    desk.until(lambda: [event for event in desk.history() if event.kind is EventKind.LIVE_KEPT])
    assert desk.practice.live_job() is None, "the service hears nothing of it"
    assert desk.job(job.key).kept_at is not None


def test_keeping_it_from_the_results_window_is_the_same(desk: AtDesk) -> None:
    job = looked_at(desk, results_of(45, 120, 1000))
    desk.press(desk.window.details, "Look at the results")
    view = desk.until(lambda: next((found for found in windows(desk) if found.results is not None), None))
    desk.press(view, "Keep the live model")
    assert desk.job(job.key).kept_at is not None
    desk.until(lambda: "You kept the live model on " in said(desk))


def test_a_failure_that_the_comparison_explains_offers_to_fix_the_file(
    desk: AtDesk, practice: PracticeService, tmp_path: Path
) -> None:
    """The first file has numbers where the second has words: once that one fails, the page knows why."""

    def send(name: str, fee: str) -> Job:
        training = tmp_path / name
        rows = (f"{n},{fee if n % 2 else n},{'yes' if n % 3 else 'no'}" for n in range(300))
        training.write_text("\ufeffn,monthly_fee,churn\n" + "\n".join(rows) + "\n", encoding="utf-8")
        desk.session.retraining_controller.open({Role.TRAINING: training})
        form = desk.dialog("New retraining")
        known = set(desk.session.repository.jobs)
        desk.send(form)
        key = desk.until(lambda: next(iter(set(desk.session.repository.jobs) - known), None))
        return desk.until(lambda: desk.job(key) if desk.job(key).status else None)

    first = send("October.csv", "12")
    assert first.upload is not None
    assert first.upload.changes == ()
    second = send("November.csv", "twelve")
    practice.fail(second.id, "The type of a column has changed.")
    desk.check_now(second)
    desk.select(second)
    desk.until(lambda: primary(desk) == "Fix and send again…")
    assert "This retraining ended without a new model: “The type of a column has changed.”" in said(desk)
    assert "The column “monthly_fee” holds text in this file, but held numbers in the file sent last." in said(desk)
    desk.press(desk.window.details, "Fix and send again…")
    form = desk.dialog("New retraining")
    assert desk.field(form, "Training file", QLineEdit).text() == str(tmp_path / "November.csv")
    desk.until(lambda: not desk.session.file_inspection.now.is_reading)
    form.reject()


def test_what_explains_a_failure_is_there_after_a_restart(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    model = desk.add_model("Sales forecast")
    upload = Upload("/x/November.csv", arrived_at=1.0, changes=(FileChange("column gone", "age", ("age",)),))
    job = Job("j", model.id, "November", status="job_failed", upload=upload, next_check_at=desk.clock() + HOUR)
    desk.session.repository.add_jobs([job])
    desk.until(desk.rows)
    desk.close()
    again = new_desk()
    again.select(job)
    again.until(lambda: "This file has no column “age”, but the file sent last had it." in said(again))
    assert primary(again) == "Fix and send again…"


def test_a_command_for_curl_holds_the_address_and_no_key(desk: AtDesk, practice: PracticeService) -> None:
    one, two = desk.running_job("One"), desk.running_job("Two")
    model = desk.session.repository.models[one.model]
    desk.select(one)
    desk.until(desk.actions.copy_curl.isEnabled)
    desk.actions.copy_curl.trigger()
    command = QGuiApplication.clipboard().text()
    url = f"{practice.url}/v1/external/retrain_jobs/{one.id}"
    assert command == f'curl -X GET "{url}" -H "x-api-key: YOUR_API_KEY"'
    desk.session.repository.add_model(replace(model, region=Region.JAPAN, address=""))
    desk.select(one, two)
    desk.actions.copy_curl.trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert all("https://developer-api.predictionone.sony.biz/v1/external/retrain_jobs/" in line for line in lines)
    assert practice.api_key not in command + "".join(lines)
    assert desk.actions.copy_curl in desk.window.table.actions()
    menu = desk.window.details.more.menu()
    assert [action.text() for action in menu.actions()] == [
        "Look at the results",
        "Switch model…",
        "Keep the live model",
        "Check now",
        "Edit job…",
        "Copy job ID",
        "Copy as curl",
        "Show in folder",
        "Save results…",
        "Send again…",
        "Remove from the list",
    ]


class Browser(QObject):
    """What the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile() or url.toString())


def test_show_in_folder_shows_where_the_results_were_saved(desk: AtDesk) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")  # type: ignore[arg-type]  # the stub says bytes
    try:
        job = desk.finished_job("November")
        desk.select(job)
        assert not desk.actions.show_folder.isEnabled(), "nothing is saved"
        path = desk.save_results(job)
        desk.select(job)
        desk.until(desk.actions.show_folder.isEnabled)
        desk.actions.show_folder.trigger()
        assert browser.opened == [str(path.parent)]
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_a_job_that_takes_far_longer_than_usual_is_called_late_as_time_passes(desk: AtDesk) -> None:
    model = next(iter(desk.session.repository.models))
    now = desk.clock()
    past = [
        Job(f"p{n}", model, f"Past {n}", status="job_finished", started_at=now - 9 * HOUR, ended_at=now - 8 * HOUR,
            going_at=now - 8 * HOUR - 60, next_check_at=now + 1e7)
        for n in range(3)
    ]  # fmt: skip
    job_id = desk.practice.start_job(seconds=1e6)
    job = Job(job_id, model, "December", started_at=now, added_at=now, next_check_at=now)
    desk.session.repository.add_jobs([*past, job])
    desk.until(lambda: desk.job(job.key).status)
    desk.select(job)
    desk.until(lambda: " min left" in said(desk))
    desk.pass_time(6 * HOUR)
    desk.until(lambda: "5 h later than usual" in said(desk))
    asked = desk.status_checks(job)
    desk.press(desk.window.details, "Check now")
    desk.until(lambda: desk.status_checks(job) > asked)


def test_the_next_check_counts_down(desk: AtDesk) -> None:
    job = desk.running_job("November")
    desk.session.repository.change_job(replace(desk.job(job.key), next_check_at=desk.clock() + HOUR))
    desk.select(job)
    facts = desk.window.details.facts
    desk.until(lambda: "next check in 59 min" in facts.text_of(Fact.LAST_CHECKED))
    desk.pass_time(600)
    assert "next check in 49 min" in facts.text_of(Fact.LAST_CHECKED), "nothing else but the time has changed"


def test_everything_the_service_said_unfolds(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("November")
    practice.say(job.id, "nearly_there", "Almost.")
    desk.check_now(job)
    desk.select(job)
    page = desk.window.details
    desk.until(lambda: page.said.text() == "Everything the service said (2)")
    assert page.said.accessibleName() == "Everything the service said"
    page.said.click()
    assert page.history.index(0, 1).data() == "nearly_there – Almost."


def test_results_that_are_nowhere_end_in_words_and_not_in_an_error_of_the_system(desk: AtDesk) -> None:
    """A person deleted what was saved: it is fetched again, and shown here."""
    job = desk.finished_job("November")
    path = desk.save_results(job)
    desk.until(lambda: desk.job(job.key).verdict)
    path.unlink()
    desk.select(job)
    desk.press(desk.window.details, "Look at the results")
    view = desk.until(lambda: next((found for found in windows(desk) if found.results is not None), None))
    assert view.results is not None


def test_a_training_file_dropped_on_a_finished_job_starts_a_retraining(desk: AtDesk, tmp_path: Path) -> None:
    """The page is most of the window: only a table with a name of the service's results is taken for results."""
    training = tmp_path / "December.csv"
    training.write_text("n,churn\n" + "".join(f"{n},{'yes' if n % 3 else 'no'}\n" for n in range(300)))
    desk.select(desk.finished_job("November"))
    desk.drop(training, on=desk.window.details)
    form = desk.dialog("New retraining")
    assert desk.field(form, "Training file", QLineEdit).text() == str(training)
    desk.until(lambda: not desk.session.file_inspection.now.is_reading)
    form.reject()


def test_in_a_small_window_the_headline_of_a_trouble_is_seen_without_scrolling(desk: AtDesk) -> None:
    job = desk.running_job("November")
    desk.window.resize(1024, 700)
    desk.practice.fail(job.id, "The type of a column has changed.")
    desk.check_now(job)
    desk.select(job)
    desk.until(lambda: "This retraining ended without a new model" in said(desk))
    headline = next(
        label for label in desk.window.details.findChildren(QLabel) if "ended without a new model" in label.text()
    )
    desk.until(lambda: headline.visibleRegion().boundingRect().height() == headline.height() > 0)
