"""Forms that stand open while another language is chosen, as in the other main window: they follow where they are.

Each is held against one that was opened in that language and brought to the same point.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QTreeView,
    QWidget,
)

from epa_gui.app import Program
from epa_gui.core.account.prediction import Prediction
from epa_gui.core.account.prediction_answer import RowAnswer
from epa_gui.core.account.prediction_record import PredictionRecord
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.version import Release
from epa_gui.practice import Fault
from epa_gui.ui.account.account_text import adding_problem_text, listing_text
from epa_gui.ui.account.connect_dialog import ConnectDialog
from epa_gui.ui.account.models_dialog import ModelsDialog
from epa_gui.ui.account.number_dialog import NumberDialog
from epa_gui.ui.base.field_trouble import TroubleBox
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.page import em
from epa_gui.ui.history.fingerprint_dialog import FingerprintDialog
from epa_gui.ui.jobs.job_dialog import AddJobDialog, EditJobDialog
from epa_gui.ui.keys.model_dialog import AddModelDialog, ChangeKeyDialog, RenameModelDialog
from epa_gui.ui.predictions.before_dialog import BeforeDialog
from epa_gui.ui.predictions.comparison_dialog import ComparisonDialog
from epa_gui.ui.predictions.prediction_dialog import PredictionDialog
from epa_gui.ui.predictions.prediction_text import problem_text
from epa_gui.ui.results.value_dialog import ValueDialog
from epa_gui.ui.retraining.retraining_dialog import RetrainingDialog
from epa_gui.ui.switching.switch_dialog import SwitchDialog
from epa_gui.ui.updates.update_dialog import UpdateDialog
from epa_gui.ui.window.about_dialog import AboutDialog, NoticesWindow
from epa_gui.ui.window.settings_dialog import SettingsDialog
from tests.gui.at_desk import AtDesk
from tests.gui.test_language import _NUMBER, languages, program, shown, texts_of
from tests.gui.test_prediction_check import rows_file

__all__ = ["languages", "program"]

Open = Callable[[AtDesk, Path], QDialog]


# Opening each, up to the point at which there is most to read


def _act(desk: AtDesk, name: str) -> None:
    action = getattr(desk.actions, name)
    desk.until(action.isEnabled)
    action.trigger()


def _over(desk: AtDesk, form: QDialog) -> QDialog:
    form.show()
    return form


def _row_of(form: FormDialog, place: int) -> QWidget:
    """The field of a row, by its place."""
    item = form.form.itemAt(place, QFormLayout.ItemRole.FieldRole)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    return widget


def settings(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "settings")
    return shown(desk, SettingsDialog)


def settings_with_an_account(desk: AtDesk, _folder: Path) -> QDialog:
    desk.session.repository.put_account(Account("a", Region.PRACTICE, keeps_secret=True))
    return settings(desk, _folder)


def add_job_without_an_id(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_job")
    form = shown(desk, AddJobDialog)
    form.accept()
    return form


def add_job_that_is_there(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_job")
    form = shown(desk, AddJobDialog)
    form.fill_id(f"https://example.invalid/v1/retrain/{desk.jobs()[0].id}")
    form.accept()
    return form


def add_job_with_a_key(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_job")
    form = shown(desk, AddJobDialog)
    form.fill_id("no job at all")
    form.accept()
    return form


def edit_job(desk: AtDesk, _folder: Path) -> QDialog:
    desk.select(desk.jobs()[0])
    _act(desk, "edit_job")
    return shown(desk, EditJobDialog)


def add_model_without_a_name(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_model")
    form = shown(desk, AddModelDialog)
    form.accept()
    return form


def add_model_with_a_bad_address(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_model")
    form = shown(desk, AddModelDialog)
    form._name.setText("Another")
    form._region.setCurrentIndex(form._region.count() - 1)
    form._address.setText("http://example.invalid/")
    form.accept()
    return form


def add_model_with_a_bad_key(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_model")
    form = shown(desk, AddModelDialog)
    form._name.setText("Another")
    form._key.field.setText(" https://example.invalid/key ")
    form.accept()
    return form


def add_model_with_a_refused_key(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "add_model")
    form = shown(desk, AddModelDialog)
    form._name.setText("Another")
    form._key.field.setText("0" * 40)
    form.accept()
    desk.until(form._key.trouble.text)
    return form


def add_model_untested(desk: AtDesk, _folder: Path) -> QDialog:
    desk.practice.misbehave(Fault.service_error("Not now."), times=-1)
    form = add_model_with_a_refused_key(desk, _folder)
    desk.practice.behave()
    return form


def change_key_with_the_secret_key(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "change_key")
    form = shown(desk, ChangeKeyDialog)
    form.issue.open()
    form.issue.button.click()
    form.accept()
    return form


def change_key_for_an_issued_one(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "change_key")
    form = shown(desk, ChangeKeyDialog)
    form.issue.open()
    form.issue.show_issued("k" * 40, "2027-01-31T00:00:00Z")
    return form


def rename_to_nothing(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "rename_model")
    form = shown(desk, RenameModelDialog)
    form._name.clear()
    form.accept()
    return form


def connect_with_a_wrong_key(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "connect_account")
    form = shown(desk, ConnectDialog)
    form._secret.setText(desk.practice.api_key)
    form.accept()
    return form


def connect_while_it_is_asked(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "connect_account")
    form = shown(desk, ConnectDialog)
    form._begin()
    return form


def models_of_an_account(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "connect_account")
    form = shown(desk, ConnectDialog)
    form._secret.setText(desk.practice.secret_key)
    form.accept()
    dialog = shown(desk, ModelsDialog)
    desk.until(lambda: dialog.table.rowCount() > 3)
    desk.until(lambda: all(line.has_api is not None for line in dialog.table.lines()))
    numbers = [line.model.model_id for line in dialog.table.lines() if line.can_be_chosen]
    dialog.table.choose(numbers[:2], is_chosen=True)
    problem = Problem(ProblemKind.TIMED_OUT)
    dialog.show_failed(numbers[0], lambda: adding_problem_text(problem))
    return dialog


def models_that_cannot_be_had(desk: AtDesk, _folder: Path) -> QDialog:
    dialog = _over(desk, ModelsDialog(lambda: "Practice", desk.window))
    assert isinstance(dialog, ModelsDialog)
    dialog.show_asking()
    problem = Problem(ProblemKind.TIMED_OUT)
    dialog.show_no_models(lambda: listing_text(problem, is_about_secret=False), wants_secret=True)
    return dialog


def number_of_a_model(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, NumberDialog(Account("a", Region.PRACTICE), desk.window))
    assert isinstance(form, NumberDialog)
    form.show_added("Churn")
    form.accept()
    form.show_refused(lambda: adding_problem_text(Problem(ProblemKind.TIMED_OUT)))
    return form


def _prediction_form(desk: AtDesk) -> PredictionDialog:
    _act(desk, "prediction_check")
    return shown(desk, PredictionDialog)


def prediction_check_of_nothing(desk: AtDesk, _folder: Path) -> QDialog:
    form = _prediction_form(desk)
    form.accept()
    return form


def prediction_check_with_wrong_rows(desk: AtDesk, folder: Path) -> QDialog:
    path = folder / "empty.csv"
    path.write_bytes(b"")
    form = _prediction_form(desk)
    form.api.address.setText("https://example.invalid/x")
    form.api.key.setText(" a key")
    form._file.setText(str(path))
    form._on_typed()
    desk.until(form._rows_trouble.text)
    form.accept()
    return form


def prediction_check_that_has_ended(desk: AtDesk, folder: Path) -> QDialog:
    file = rows_file(folder)  # first: a form that was open before reads it as it opens
    form = _prediction_form(desk)
    form._file.setText(str(file))
    form._on_typed()
    desk.until(form._rows_hint.text)
    good = RowAnswer(Prediction("yes", {"yes": 0.75, "no": 0.25}))
    bad = RowAnswer(problem=Problem(ProblemKind.TIMED_OUT))
    form.show_end((good, bad, RowAnswer()), ("yes", "no", "no"), is_cancelled=True)
    return form


def prediction_check_that_runs(desk: AtDesk, _folder: Path) -> QDialog:
    form = _prediction_form(desk)
    form.show_running(1, 5)
    return form


def before_a_switch(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, BeforeDialog("November", desk.window))
    assert isinstance(form, BeforeDialog)
    form.show_progress(1, 5)
    return form


def before_a_switch_that_fails(desk: AtDesk, _folder: Path) -> QDialog:
    form = before_a_switch(desk, _folder)
    assert isinstance(form, BeforeDialog)
    problem = Problem(ProblemKind.TIMED_OUT)
    form.show_failed(lambda: problem_text(problem).happened, problem, lambda: problem_text(problem))
    return form


def around_a_switch(desk: AtDesk, _folder: Path) -> QDialog:
    good = RowAnswer(Prediction("yes", {"yes": 0.75, "no": 0.25}))
    other = RowAnswer(Prediction("no", {"yes": 0.25, "no": 0.75}))
    bad = RowAnswer(problem=Problem(ProblemKind.TIMED_OUT))
    now = desk.clock()
    record = PredictionRecord(desk.jobs()[0].key, now - 90, now - 30, (good, good, good), (good, other, bad))
    return _over(desk, ComparisonDialog(record, "November", "Sales forecast", now, desk.window))


def switch_of_a_failed_job(desk: AtDesk, _folder: Path) -> QDialog:
    desk.select(next(job for job in desk.jobs() if job.name == "November"))
    _act(desk, "switch_model")
    return shown(desk, SwitchDialog)


def new_retraining_without_files(desk: AtDesk, _folder: Path) -> QDialog:
    _act(desk, "new_retraining")
    return shown(desk, RetrainingDialog)


def _with_file(desk: AtDesk, folder: Path, text: str) -> RetrainingDialog:
    path = folder / "customers.csv"
    path.write_text(text, encoding="cp932")
    desk.drop(path)
    form = shown(desk, RetrainingDialog)
    desk.until(lambda: form._inspection.files and not form._inspection.is_reading)
    return form


def new_retraining_with_findings(desk: AtDesk, folder: Path) -> QDialog:
    rows = [f"c{n},{'ab'[n % 2]},{'yes' if n % 3 else 'no'}" for n in range(400)]
    form = _with_file(desk, folder, "\n".join(["name,plan,churned", *rows, "x,y", " z ,a,no"]))
    assert form._inspection.stops()
    return form


def new_retraining_that_is_ready(desk: AtDesk, folder: Path) -> QDialog:
    rows = [f"{n % 60 + 1},{'ab'[n % 2]},{'yes' if n % 3 else 'no'}" for n in range(400)]
    form = _with_file(desk, folder, "\n".join(["months,plan,churned", *rows]))
    form.fill("December", "")
    return form


def new_retraining_that_was_refused(desk: AtDesk, folder: Path) -> QDialog:
    form = new_retraining_that_is_ready(desk, folder)
    assert isinstance(form, RetrainingDialog)
    desk.practice.misbehave(Fault.service_error("Not now."), path="/retrain", times=-1)
    desk.until(form.confirm_button.isEnabled)
    form.confirm_button.click()
    desk.until(form._trouble.isVisible)
    desk.practice.behave()
    return form


def an_update(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, UpdateDialog("1.0.0", desk.window))
    assert isinstance(form, UpdateDialog)
    form.show_release(Release("2.0.0", "2026-11-01", "News", "https://example.invalid/"))
    return form


def no_update(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, UpdateDialog("1.0.0", desk.window))
    assert isinstance(form, UpdateDialog)
    form.show_problem(Problem(ProblemKind.TIMED_OUT))
    return form


def asking_for_updates(desk: AtDesk, _folder: Path) -> QDialog:
    return _over(desk, UpdateDialog("1.0.0", desk.window))


def about(desk: AtDesk, _folder: Path) -> QDialog:
    return _over(desk, AboutDialog("EPA Desktop", "1.0", desk.window))


def licences(desk: AtDesk, _folder: Path) -> QDialog:
    return _over(desk, NoticesWindow(desk.window))


def fingerprint_that_is_none(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, FingerprintDialog(desk.window))
    form.accept()
    return form


def what_an_error_costs(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, ValueDialog(("yes", "no"), None, desk.window))
    assert isinstance(form, ValueDialog)
    form._amounts.setChecked(True)
    return form


def what_an_error_costs_of_many(desk: AtDesk, _folder: Path) -> QDialog:
    form = _over(desk, ValueDialog(tuple(map(str, range(12))), None, desk.window))
    assert isinstance(form, ValueDialog)
    form._amounts.setChecked(True)
    return form


def where_results_go(desk: AtDesk, _folder: Path) -> QDialog:
    desk.select(next(job for job in desk.jobs() if job.name == "November"))
    _act(desk, "save_results")
    return shown(desk, QFileDialog)


def quitting_during_a_download(desk: AtDesk, _folder: Path) -> QDialog:
    if not desk.session.downloads.transfers:
        desk.practice.misbehave(Fault.drip(0.05, body=True), path="/results/", times=-1)
        job = next(job for job in desk.jobs() if job.name == "November")
        desk.select(job)
        _act(desk, "save_results")
        dialog = shown(desk, QFileDialog)
        dialog.selectFile(str(desk.downloads_folder / "slow.zip"))
        dialog.accept()
        desk.until(lambda: desk.session.downloads.transfers)
    desk.window.close()
    return shown(desk, QMessageBox)


FORMS: list[Open] = [
    settings,
    settings_with_an_account,
    add_job_without_an_id,
    add_job_that_is_there,
    add_job_with_a_key,
    edit_job,
    add_model_without_a_name,
    add_model_with_a_bad_address,
    add_model_with_a_bad_key,
    add_model_with_a_refused_key,
    add_model_untested,
    change_key_with_the_secret_key,
    change_key_for_an_issued_one,
    rename_to_nothing,
    connect_with_a_wrong_key,
    connect_while_it_is_asked,
    models_of_an_account,
    models_that_cannot_be_had,
    number_of_a_model,
    prediction_check_of_nothing,
    prediction_check_with_wrong_rows,
    prediction_check_that_has_ended,
    prediction_check_that_runs,
    before_a_switch,
    before_a_switch_that_fails,
    around_a_switch,
    switch_of_a_failed_job,
    new_retraining_without_files,
    new_retraining_with_findings,
    new_retraining_that_is_ready,
    new_retraining_that_was_refused,
    an_update,
    no_update,
    asking_for_updates,
    about,
    licences,
    fingerprint_that_is_none,
    what_an_error_costs,
    what_an_error_costs_of_many,
    where_results_go,
    quitting_during_a_download,
]

WORDY = [
    settings_with_an_account,
    connect_with_a_wrong_key,
    change_key_with_the_secret_key,
    prediction_check_that_has_ended,
    before_a_switch_that_fails,
    models_that_cannot_be_had,
    about,
]
"""Some whose buttons say much more in the one language than in the other."""


# Looking


def read(form: QDialog) -> list[str]:
    """All that a person or a screen reader gets from it, part by part; numbers are all alike."""
    parts = [form, *(part for part in form.findChildren(QWidget) if part.isVisible() and part.window() is form)]
    texts = [text for part in parts if not _is_qts_own(form, part) for text in texts_of(part)]
    trees = [part for part in parts if isinstance(part, QTreeView) and not _is_qts_own(form, part)]
    texts += [text for tree in trees for text in _inner_cells(tree)]
    return sorted(_NUMBER.sub("0", text) for text in texts if text)


def _is_qts_own(form: QDialog, part: QWidget) -> bool:
    """Whether it shows files: those of the folder, which Qt reads in its own time."""
    return isinstance(form, QFileDialog) and isinstance(part, QAbstractItemView | QComboBox)


def _inner_cells(view: QTreeView) -> list[str]:
    model = view.model()
    groups = [model.index(row, 0) for row in range(model.rowCount(QModelIndex()))]
    columns = range(model.columnCount(QModelIndex()))
    lines = [model.index(row, at, group) for group in groups for row in range(model.rowCount(group)) for at in columns]
    return [str(line.data(role) or "") for line in lines for role in (0, 3, 11, 12)]


def close(desk: AtDesk, form: QDialog) -> None:
    if isinstance(form, ConnectDialog):
        form._end()
    QDialog.done(form, 0)
    desk.until(desk.no_dialog)


@pytest.fixture
def lived_in(desk: AtDesk) -> AtDesk:
    """A list with a finished job, a failed one, and a model that is chosen."""
    desk.finished_job("November")
    failed = desk.running_job("December")
    desk.practice.fail(failed.id, "12")
    desk.check_now(failed)
    desk.select(desk.jobs()[0])
    return desk


@pytest.mark.parametrize("open_form", FORMS, ids=[form.__name__ for form in FORMS])
def test_an_open_form_follows(
    lived_in: AtDesk, languages: Callable[[str], object], program: Program, tmp_path: Path, open_form: Open
) -> None:
    desk = lived_in
    languages("en")
    form = open_form(desk, tmp_path)
    english, fields = settled(desk, form), entered(form)
    speak(desk, program, "ja")
    japanese = settled(desk, form)
    assert entered(form) == fields, "what was entered stays"
    close(desk, form)
    form = open_form(desk, tmp_path)
    assert difference(japanese, settled(desk, form)) == ([], [])
    speak(desk, program, "en")
    assert difference(settled(desk, form), english) == ([], [])
    assert len({*english} & {*japanese}) < len({*english}) / 2, "most of it is said in words"
    close(desk, form)


@pytest.mark.parametrize("open_form", WORDY, ids=[form.__name__ for form in WORDY])
def test_the_buttons_of_an_open_form_have_room_for_longer_words(
    lived_in: AtDesk, languages: Callable[[str], object], program: Program, tmp_path: Path, open_form: Open
) -> None:
    desk = lived_in
    languages("ja")
    form = open_form(desk, tmp_path)
    settled(desk, form)
    before = _scrolled_aside(form)
    assert _cramped(form) == []
    speak(desk, program, "en")
    settled(desk, form)
    cramped, aside = _cramped(form), _scrolled_aside(form)
    close(desk, form)
    assert (cramped, aside) == ([], before)


def _cramped(form: QDialog) -> list[str]:
    """The buttons whose words touch their edges."""
    return [button.text() for button in form.findChildren(QPushButton) if button.isVisible() and not _has_room(button)]


def _has_room(button: QPushButton) -> bool:
    """Whether its words do not touch its edges."""
    return button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + em(button)


def _scrolled_aside(form: QDialog) -> list[int]:
    """How far what scrolls in it would have to be scrolled to its side."""
    areas = [area for area in form.findChildren(QScrollArea) if area.isVisible()]
    return [area.horizontalScrollBar().maximum() for area in areas]


def speak(desk: AtDesk, program: Program, language: str) -> None:
    """Have it chosen in the other main window."""
    with desk.qtbot.waitSignal(desk.window.language_changed):
        program._on_language(language)


def settled(desk: AtDesk, form: QDialog) -> list[str]:
    """What is read in it once nothing changes any more."""
    said: list[list[str]] = []

    def is_settled() -> bool:
        said.append(read(form))
        desk.qtbot.wait(100)
        return len(said) > 1 and said[-1] == said[-2]

    desk.until(is_settled)
    return said[-1]


def difference(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """What only the one says, and what only the other."""
    return [text for text in one if text not in other], [text for text in other if text not in one]


def entered(form: QDialog) -> list[object]:
    """What stands in its fields."""
    fields = form.findChildren(QWidget)
    values: list[object] = []
    for field in fields:
        if isinstance(field, QLineEdit):
            is_spin = isinstance(field.parentWidget(), QSpinBox)
            values.append(field.text() if not is_spin and not field.isReadOnly() else None)
        elif isinstance(field, QPlainTextEdit):
            values.append(field.toPlainText() if not field.isReadOnly() else None)
        elif isinstance(field, QSpinBox):
            values.append(field.value())
        elif isinstance(field, QComboBox):
            values.append(field.currentIndex())
        elif isinstance(field, QToolButton):
            values.append(field.isChecked())
    return values


def troubles(form: QDialog) -> list[str]:
    """What a form says is wrong."""
    return [box.text() for box in form.findChildren(TroubleBox) if box.isVisible()]


def test_what_was_wrong_and_is_mended_is_not_said_again(
    lived_in: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    """Nor does a new language bring back what a form has stopped saying."""
    languages("en")
    _act(lived_in, "prediction_check")
    form = shown(lived_in, PredictionDialog)
    form.accept()
    assert troubles(form)
    form.api.address.setText("https://example.invalid/")
    assert not troubles(form)
    speak(lived_in, program, "ja")
    settled(lived_in, form)
    assert not troubles(form)
    close(lived_in, form)


def test_settings_that_stood_open_do_not_bring_the_old_language_back(
    lived_in: AtDesk, languages: Callable[[str], object], program: Program
) -> None:
    """They are saved for something else after the language was chosen in the other window."""
    languages("en")
    desk = lived_in
    desk.session.follow_language("en")
    chosen: list[str] = []
    desk.session.language_chosen.connect(chosen.append)
    _act(desk, "settings")
    form = shown(desk, SettingsDialog)
    form._interval.setValue(120)
    speak(desk, program, "ja")
    desk.session.follow_language("ja")
    form.confirm_button.click()
    desk.until(desk.no_dialog)
    kept = desk.session.repository.settings
    assert (kept.language, kept.check_seconds) == ("ja", 120)
    assert kept == replace(kept, language="ja")
    assert chosen == []
