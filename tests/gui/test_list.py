"""The list itself: adding, removing, finding, remembering."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QSpinBox, QWidget

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import Fault, PracticeService
from epa_gui.ui.base import formatting
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.jobs.job_filter import Show
from epa_gui.ui.jobs.job_list_model import SORT_ROLE, JobColumn
from tests.gui.at_desk import AtDesk
from tests.timing import assert_within


def test_the_same_job_twice_is_refused_by_pointing_at_the_first(desk: AtDesk) -> None:
    job = desk.running_job("First")
    desk.select(desk.running_job("Second"))
    desk.actions.add_job.trigger()
    form = desk.dialog("Add job")
    desk.field(form, "Job ID", QPlainTextEdit).setPlainText(job.id)
    desk.press(form, "Add job")
    assert "This job is already in the list, as “First”." in desk.said()
    assert desk.selected() == ["First"]
    form.reject()


def test_the_response_of_the_manuals_curl_command_is_understood(desk: AtDesk, practice: PracticeService) -> None:
    job_id = practice.start_job()
    pasted = json.dumps({"retrain_job_id": job_id, "upload_url": "https://storage.example/a?X-Amz-Signature=b"})
    assert desk.add_job(pasted).id == job_id


def test_a_text_without_a_job_id_is_refused(desk: AtDesk) -> None:
    desk.actions.add_job.trigger()
    form = desk.dialog("Add job")
    desk.field(form, "Job ID", QPlainTextEdit).setPlainText("please see the mail")
    desk.press(form, "Add job")
    assert "There is no job ID in this text." in desk.said()
    form.reject()


def test_removing_jobs_is_undoable_and_the_service_hears_nothing(desk: AtDesk, practice: PracticeService) -> None:
    jobs = [desk.running_job(name) for name in ("One", "Two")]
    desk.select(*jobs)
    practice.forget_requests()
    desk.actions.remove.trigger()
    assert desk.rows() == []
    assert "Removed 2 job(s)" in desk.said()
    assert practice.requests == []
    desk.press(desk.window.messages, "Undo")
    assert sorted(row[0] for row in desk.rows()) == ["One", "Two"]


def test_everything_is_there_after_a_restart(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    running = desk.running_job("実行中 🚀")
    finished = desk.finished_job("Done")
    saved = desk.save_results(finished)
    desk.actions.settings.trigger()
    form = desk.dialog("Settings")
    desk.field(form, "Check every", QSpinBox).setValue(120)
    desk.press(form, "Save settings")
    desk.choose_column("Elapsed")
    before = {job.key: (job.name, job.status, job.note) for job in desk.jobs()}
    desk.close()

    again = new_desk()
    assert {job.key: (job.name, job.status, job.note) for job in again.jobs()} == before
    again.actions.settings.trigger()
    assert again.field(again.dialog("Settings"), "Check every", QSpinBox).value() == 120
    assert not again.window.table.isColumnHidden(JobColumn.ELAPSED)
    done = again.job(finished.key).saved
    assert done is not None
    assert done.path == str(saved)
    assert again.job(running.key).name == "実行中 🚀"


def test_the_history_of_a_job_survives_a_restart(new_desk: Callable[[], AtDesk], practice: PracticeService) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    job = desk.running_job("Long")
    practice.say(job.id, "nearly_there", "Almost.")
    desk.check_now(job)
    desk.close()
    again = new_desk()
    again.select(again.job(job.key))
    history = again.window.details.history
    again.until(lambda: history.rowCount() == 2)
    assert history.data(history.index(0, 1)) == "nearly_there – Almost."


def test_words_in_the_search_field_narrow_the_list(desk: AtDesk) -> None:
    desk.running_job("November sales")
    desk.running_job("October sales")
    desk.window.tool_bar.search.setText("sales nov")
    desk.until(lambda: [row[0] for row in desk.rows()] == ["November sales"])
    desk.window.tool_bar.search.setText("nothing like it")
    desk.until(lambda: "No job matches" in desk.said())
    desk.press(desk.window, "Clear the search")
    desk.until(lambda: len(desk.rows()) == 2)


def test_a_search_without_hits_keeps_what_is_selected_and_gives_it_back(desk: AtDesk) -> None:
    desk.running_job("October sales")
    chosen = desk.running_job("November sales")
    desk.select(chosen)
    desk.until(lambda: desk.window.details.shown() == chosen.key)
    desk.window.tool_bar.search.setText("nothing like it")
    desk.until(lambda: "No job matches the search." in desk.said())
    assert desk.window.details.shown() == chosen.key, "its page stays"
    desk.until(lambda: "Not shown in the list" in desk.said())
    assert desk.window.table.selected_keys() == [], "nothing is done with what cannot be seen"
    desk.press(desk.window, "Clear the search")
    desk.until(lambda: len(desk.rows()) == 2)
    assert desk.selected() == ["November sales"]
    desk.window.tool_bar.search.setText("october")
    desk.until(lambda: len(desk.rows()) == 1)
    desk.until(lambda: "Not shown in the list" in desk.said())
    assert desk.window.details.shown() == chosen.key, "as with no hits"
    assert not desk.window.table.currentIndex().isValid(), "no row looks as if it were chosen"
    desk.window.tool_bar.search.clear()
    desk.until(lambda: len(desk.rows()) == 2)
    assert desk.selected() == ["November sales"]
    desk.window.tool_bar.search.setText("sales")
    desk.until(lambda: "Not shown in the list" not in desk.said())
    desk.window.table.clearSelection()
    assert desk.window.table.hidden_keys() == [], "who takes the choice back sees that"


def test_a_job_removed_while_a_search_hides_it_is_not_selected(desk: AtDesk) -> None:
    desk.running_job("October sales")
    chosen = desk.running_job("November sales")
    desk.select(chosen)
    desk.window.tool_bar.search.setText("nothing like it")
    desk.until(lambda: not desk.rows())
    desk.session.repository.remove_jobs([chosen.key])
    assert desk.window.table.hidden_keys() == []


def test_what_needs_a_person_is_counted_and_shown_by_one_rule(desk: AtDesk, practice: PracticeService) -> None:
    first, second = desk.finished_job("First"), desk.finished_job("Second")
    running = desk.running_job("Running")
    desk.until(lambda: desk.window.tool_bar.show_box.itemText(3) == "Needs attention (2)")
    desk.window.tool_bar.show_box.choose(Show.ATTENTION)
    assert sorted(row[JobColumn.NAME] for row in desk.rows()) == ["First", "Second"]
    desk.session.repository.change_job(replace(desk.job(second.key), opened_at=desk.clock()))
    assert desk.rows() == [], "whoever has looked at the later one needs not look at the earlier one"
    desk.until(lambda: desk.window.tool_bar.show_box.itemText(3) == "Needs attention (0)")
    practice.misbehave(Fault.service_error("Inactive_credential."), times=-1, path=running.id)
    desk.session.scheduler.check_now([running.key])
    desk.until(lambda: [row[JobColumn.STANDING] for row in desk.rows()] == ["Key not accepted"])
    model = desk.session.repository.models[running.model]
    desk.session.repository.add_model(replace(model, key_ends_at=desk.clock() - 60))
    desk.until(lambda: [row[JobColumn.STANDING] for row in desk.rows()] == ["Key expired"])
    desk.until(lambda: desk.window.tool_bar.show_box.itemText(1) == "In progress (1)")
    assert first.key in desk.session.repository.jobs


def test_the_counts_are_of_the_chosen_model(desk: AtDesk, practice: PracticeService) -> None:
    desk.window.resize(1300, 700)
    desk.finished_job("Mine")
    other = desk.add_model("Other", practice.issue_key(2002))
    desk.running_job("Theirs", model="Other")
    desk.until(lambda: desk.window.tool_bar.show_box.itemText(0) == "All jobs (2)")
    assert not desk.window.table.isColumnHidden(JobColumn.MODEL), "jobs of two models are shown"
    desk.window.sidebar.model_chosen.emit(other.id)
    assert [desk.window.tool_bar.show_box.itemText(row) for row in (0, 3)] == ["All jobs (1)", "Needs attention (0)"]
    assert desk.window.table.isColumnHidden(JobColumn.MODEL)


def test_a_job_far_beyond_its_estimate_comes_under_needs_attention(desk: AtDesk) -> None:
    model = next(iter(desk.session.repository.models))
    now = desk.clock()
    far = now + 3000
    done = Job("done", model, "Done", status="job_finished", has_file=True, next_check_at=far, opened_at=now)
    done = replace(done, started_at=now - 90000, going_at=now - 84610, ended_at=now - 84600)
    going = Job("going", model, "Going", added_at=now, started_at=now, status="job_running", next_check_at=far)
    desk.session.repository.add_jobs([done, going])
    assert desk.cell(going, JobColumn.FINISH).startswith("about ")
    desk.clock.advance(5400 + 60)
    desk.session.presenter._on_tick(desk.clock())
    assert desk.cell(going, JobColumn.FINISH) == "any moment now"
    desk.clock.advance(20 * 3600)
    desk.session._services.needs.tick(desk.clock())
    assert desk.cell(going, JobColumn.FINISH) == "20 h late"
    assert desk.cell(going, JobColumn.STANDING) == "20 h later than usual"
    desk.window.tool_bar.show_box.choose(Show.ATTENTION)
    assert [row[JobColumn.NAME] for row in desk.rows()] == ["Going"]


def test_a_job_without_a_name_is_called_and_saved_by_when_it_was(desk: AtDesk) -> None:
    job = desk.finished_job()
    title = job_title(job)
    assert title.startswith("Job of ")
    assert desk.cell(job, JobColumn.NAME) == title
    desk.select(job)
    desk.until(lambda: title in desk.said())
    when = formatting.sortable_moment(job.added_at)
    saved = desk.save_results(job)
    assert saved.name == f"Sales forecast - job of {when} - retrain_results_sales.zip"
    assert desk.job(job.key).name == "", "nobody has written that"
    assert all(event.job_name == "" for event in desk.history() if event.job)


def test_jobs_are_filtered_by_state_and_by_model(desk: AtDesk, practice: PracticeService) -> None:
    running, finished = desk.running_job("Running"), desk.finished_job("Finished")
    other = desk.add_model("Other", practice.issue_key(2002))
    desk.window.tool_bar.show_box.choose(Show.FINISHED)
    assert [row[0] for row in desk.rows()] == [finished.title]
    desk.window.tool_bar.show_box.choose(Show.IN_PROGRESS)
    assert [row[0] for row in desk.rows()] == [running.title]
    desk.window.tool_bar.show_box.choose(Show.ALL)
    desk.window.sidebar.model_chosen.emit(other.id)
    assert desk.rows() == []
    desk.window.sidebar.model_chosen.emit("")
    assert len(desk.rows()) == 2


def test_every_column_sorts(desk: AtDesk) -> None:
    for name in ("b", "a", "c"):
        desk.running_job(name)
    model = desk.window.table.model()
    for column in JobColumn:
        for order, is_upside_down in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
            desk.window.table.sortByColumn(column, order)
            keys = [model.index(row, column).data(SORT_ROLE) for row in range(model.rowCount())]
            assert keys == sorted(keys, reverse=is_upside_down)
            assert sorted(row[0] for row in desk.rows()) == ["a", "b", "c"]
    desk.window.table.sortByColumn(JobColumn.NAME, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in desk.rows()] == ["c", "b", "a"]


def test_a_click_on_check_now_asks_about_all_selected(desk: AtDesk) -> None:
    jobs = [desk.running_job(str(number)) for number in range(3)]
    before = [desk.status_checks(job) for job in jobs]
    desk.check_now(*jobs)
    assert [desk.status_checks(job) for job in jobs] == [count + 1 for count in before]


def test_the_folder_in_the_settings_is_offered_for_results(desk: AtDesk, tmp_path: Path) -> None:
    job = desk.finished_job("November")
    folder = tmp_path / "結果"
    folder.mkdir()
    desk.actions.settings.trigger()
    form = desk.dialog("Settings")
    desk.field(form, "Folder for results", QLineEdit).setText(f" {folder} ")
    desk.press(form, "Save settings")
    assert desk.save_results(job).parent == folder


def test_quitting_while_a_download_runs_asks_and_escape_does_nothing(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job()
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
    desk.start_saving(job)
    desk.until(lambda: any(desk.downloads_folder.glob("*.part")))
    desk.window.close()
    question = desk.dialog("Quit EPA Desktop?")
    assert isinstance(question, QMessageBox)
    assert question.defaultButton().text() == "Continue downloading"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    desk.select(job)
    assert desk.shows_button(desk.window.details, "Cancel saving")
    desk.window.close()
    desk.press(desk.dialog("Quit EPA Desktop?"), "Stop download and quit")
    assert not desk.window.isVisible()


def test_the_end_of_the_session_is_not_held_up_by_a_download(
    desk: AtDesk, new_desk: Callable[[], AtDesk], practice: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = desk.finished_job()
    practice.misbehave(Fault.drip(0.05, body=True), path="/results/")
    desk.start_saving(job)
    desk.until(lambda: any(desk.downloads_folder.glob("*.part")))
    monkeypatch.setattr(QGuiApplication, "isSavingSession", lambda _: True)
    assert desk.window.close()
    assert not desk.window.isVisible()
    assert desk.no_dialog()
    monkeypatch.undo()
    desk.close()
    again = new_desk()
    assert again.job(job.key).partial, "and the download can go on"


def test_a_download_cut_off_by_quitting_is_offered_again_and_resumes(
    new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    job = desk.finished_job("Big")
    practice.misbehave(Fault.drip(0.02, body=True), path="/results/", times=-1)
    path = desk.start_saving(job)
    part = path.with_name(path.name + ".part")
    desk.until(lambda: part.is_file() and part.stat().st_size > 5)
    desk.session.close()
    assert part.is_file()
    practice.behave()

    again = new_desk()
    problem = again.until(lambda: again.job(job.key).save_problem)
    assert problem.kind is ProblemKind.INTERRUPTED
    again.select(again.job(job.key))
    practice.forget_requests()
    again.press(again.window.details, "Save again")
    again.until(lambda: again.job(job.key).saved)
    assert path.read_bytes() == practice.results_of(job.id)
    assert again.to_storage()[-1]["range"].startswith("bytes=")


def test_a_damaged_list_is_set_aside_and_said(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.running_job("Precious")
    desk.close()
    desk = new_desk()  # its start makes a backup with the job in it
    desk.close()
    (desk.folder / FILE_NAME).write_bytes(b"not a database" * 1000)
    again = new_desk()
    assert "The file with your list was damaged, so the last backup is used instead." in again.said()
    assert [row[0] for row in again.rows()] == ["Precious"]
    assert list(again.folder.glob("*.damaged-*"))


def test_a_list_from_a_newer_version_is_left_alone(new_desk: Callable[[], AtDesk]) -> None:
    import sqlite3  # noqa: PLC0415
    from contextlib import closing  # noqa: PLC0415

    desk = new_desk()
    desk.close()
    with closing(sqlite3.connect(desk.folder / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
    content = (desk.folder / FILE_NAME).read_bytes()
    again = new_desk()
    assert "written by a newer version" in again.said()
    assert not again.actions.add_model.isEnabled()
    assert (desk.folder / FILE_NAME).read_bytes() == content


def test_an_end_is_told_once(desk: AtDesk, practice: PracticeService) -> None:
    told: list[str] = []
    desk.session.scheduler.ended.connect(lambda job: told.append(job.title))
    job = desk.running_job("Told")
    practice.finish(job.id)
    desk.check_now(job)
    desk.check_now(job)
    assert told == ["Told"]


def test_an_unexpected_exception_is_shown_once_with_its_details(desk: AtDesk) -> None:
    desk.session.tell_unexpected("Traceback: something")
    desk.session.tell_unexpected("Traceback: something")
    assert "A problem occurred inside EPA Desktop" in desk.said()
    desk.press(desk.window.messages, "Copy details")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    assert QGuiApplication.clipboard().text() == "Traceback: something"
    desk.window.messages.close_message()
    assert "A problem occurred" not in desk.said()


def test_a_thousand_jobs_are_removed_and_brought_back_in_a_moment(desk: AtDesk) -> None:
    model = next(iter(desk.session.repository.models))
    far = desk.clock() + 3000
    desk.session.repository.add_jobs(
        Job(f"id-{number}", model, f"Job {number}", added_at=desk.clock(), next_check_at=far) for number in range(1000)
    )
    stack = desk.session.repository.undo_stack

    def select_all() -> None:
        if stack.canUndo():
            stack.undo()
        desk.window.table.selectAll()
        desk.actions.remove.setEnabled(True)

    def remove() -> None:
        desk.actions.remove.trigger()
        assert desk.rows() == []

    assert_within(3, remove, before=select_all)  # it took half a minute when every row told of a new selection
    stack.undo()
    assert len(desk.rows()) == 1000


def test_a_clock_set_back_silences_nothing(desk: AtDesk) -> None:
    job = desk.running_job()
    before = desk.status_checks(job)
    desk.pass_time(-3600)
    desk.pass_time(40)
    desk.until(lambda: desk.status_checks(job) > before)


def test_nothing_is_painted_anew_while_the_window_is_minimised(desk: AtDesk) -> None:
    job = desk.running_job("November")
    before = desk.cell(job, JobColumn.ELAPSED)
    changes = QSignalSpy(desk.window.table.model().dataChanged)
    desk.window.showMinimized()
    desk.until(desk.window.isMinimized)
    asked_at = desk.job(job.key).asked_at
    desk.clock.advance(3)  # before the next check
    desk.session.scheduler.tick()
    assert desk.job(job.key).asked_at == asked_at
    assert changes.count() == 0
    desk.window.showNormal()
    desk.until(lambda: not desk.window.isMinimized())
    desk.session.scheduler.tick()
    desk.until(lambda: changes.count() > 0)
    assert desk.cell(job, JobColumn.ELAPSED) != before


# What needs a person, in one look


def test_the_button_in_the_toolbar_shows_only_what_needs_attention_and_all_again(desk: AtDesk) -> None:
    desk.running_job("Running")
    button = desk.window.tool_bar.needs_button
    desk.until(lambda: desk.window.tool_bar.show_box.itemText(0) == "All jobs (1)")
    assert not button.isVisible(), "there is nothing to show"
    desk.finished_job("Finished")
    desk.until(button.isVisible)
    assert (button.text(), button.accessibleName()) == ("1 need(s) attention", "1 need(s) attention")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [row[JobColumn.NAME] for row in desk.rows()] == ["Finished"]
    assert desk.window.tool_bar.show_box.chosen() is Show.ATTENTION
    assert desk.actions.shows[Show.ATTENTION].isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(desk.rows()) == 2
    assert desk.window.tool_bar.show_box.chosen() is Show.ALL


def test_what_is_shown_can_be_chosen_from_the_menu_with_the_keyboard(desk: AtDesk) -> None:
    desk.running_job("Running")
    desk.finished_job("Finished")
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    for key, names in (
        (Qt.Key.Key_4, ["Finished"]),
        (Qt.Key.Key_2, ["Running"]),
        (Qt.Key.Key_3, ["Finished"]),
        (Qt.Key.Key_1, ["Finished", "Running"]),
    ):
        QTest.keyClick(desk.window, key, Qt.KeyboardModifier.ControlModifier)
        assert sorted(row[JobColumn.NAME] for row in desk.rows()) == names
    desk.window.tool_bar.show_box.choose(Show.FINISHED)
    assert desk.actions.shows[Show.FINISHED].isChecked()


def test_a_job_that_a_search_hides_can_be_looked_at_and_nothing_is_done_with_it(desk: AtDesk) -> None:
    chosen = desk.running_job("November sales")
    desk.select(chosen)
    desk.until(desk.actions.remove.isEnabled)
    desk.window.tool_bar.search.setText("nothing like it")
    desk.until(lambda: "Not shown in the list" in desk.said())
    assert desk.window.details.shown() == chosen.key
    acts = (desk.actions.remove, desk.actions.edit_job, desk.actions.copy_id)
    assert not [action.text() for action in acts if action.isEnabled()]
    assert desk.actions.check_now.isEnabled(), "as the page’s own button"
    before = desk.session.repository.jobs[chosen.key].checked_at
    desk.actions.check_now.trigger()
    desk.until(lambda: desk.session.repository.jobs[chosen.key].checked_at != before)
    desk.press(desk.window, "Clear the search")
    desk.until(lambda: all(action.isEnabled() for action in acts))
    desk.until(lambda: "Not shown in the list" not in desk.said())


def test_why_two_jobs_cannot_be_compared_is_said(desk: AtDesk, practice: PracticeService) -> None:
    first, second = desk.running_job("First"), desk.running_job("Second")
    desk.add_model("Another model", practice.issue_key(2002))
    other = desk.running_job("Third", model="Another model")
    desk.session.presenter.show_jobs([first.key, second.key])
    desk.until(lambda: "2 job(s) selected. Two jobs can be compared when the results of both" in desk.said())
    desk.session.presenter.show_jobs([first.key, other.key])
    desk.until(lambda: "2 job(s) selected. Only jobs of the same model can be compared." in desk.said())
    desk.session.presenter.show_jobs([first.key, second.key, other.key])
    desk.until(lambda: "3 job(s) selected." in desk.said())
    assert "compared" not in desk.said()


def test_several_selected_jobs_can_be_removed_from_their_page_and_come_back_selected(desk: AtDesk) -> None:
    for name in ("First", "Second", "Third"):
        desk.running_job(name)
    desk.select(next(job for job in desk.session.repository.jobs.values() if job.name == "Third"))
    desk.session.presenter.show_jobs([key for key, job in desk.session.repository.jobs.items() if job.name != "Third"])
    desk.until(lambda: desk.shows_button(desk.window.details, "Remove from the list"))
    assert not desk.shows_button(desk.window.details, "Compare"), "there is nothing to compare yet"
    desk.press(desk.window.details, "Remove from the list")
    desk.until(lambda: len(desk.rows()) == 1)
    assert desk.selected() == ["Third"]
    desk.press(desk.window.messages, "Undo")
    desk.until(lambda: len(desk.rows()) == 3)
    assert sorted(desk.selected()) == ["First", "Second"]


def test_a_model_without_jobs_offers_new_retraining_first_and_asks_nobody_to_select(desk: AtDesk) -> None:
    desk.until(lambda: "No jobs yet. Drop a training file here" in desk.said())
    assert "Select a job" not in desk.said()
    ways = [desk.button(desk.window.content, text) for text in ("New retraining…", "Add job…")]
    assert ways[0].mapTo(desk.window, QPoint()).x() < ways[1].mapTo(desk.window, QPoint()).x()
    desk.press(desk.window.content, "New retraining…")
    desk.dialog("New retraining").reject()


def test_the_tab_key_goes_from_the_filters_to_the_main_button_of_the_job_and_stops_nowhere_nameless(
    desk: AtDesk,
) -> None:
    desk.window.resize(1024, 700)  # in a narrower one the search is behind the toolbar's end
    desk.select(desk.finished_job("October"))
    desk.until(lambda: desk.window.details.primary() is not None)
    desk.until(desk.window.tool_bar.needs_button.isVisible)
    stops: list[QWidget] = []
    widget: QWidget = desk.window.tool_bar.search
    while True:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain() or desk.window.tool_bar.search
        if widget is desk.window.tool_bar.search:
            break
    names = [stop.accessibleName() or getattr(stop, "text", str)() for stop in stops]
    assert all(names), stops
    primary = desk.window.details.primary()
    assert primary is not None
    order = ["Search jobs", "Show", "Models", "Jobs", primary.text(), "More"]
    assert [name for name in names if name in order] == order
    assert names[-1].startswith("Everything the service said")
