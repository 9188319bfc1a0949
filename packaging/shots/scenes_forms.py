"""Forms and small windows: models, keys, jobs, settings, about; New retraining with every kind of file."""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QProgressBar, QPushButton, QWidget

from epa_gui import __version__
from epa_gui.core.jobs.job import Job
from epa_gui.ui.window.about_dialog import AboutDialog
from shots.clock import DAY, HOUR
from shots.desk import Desk
from shots.invented import CHURN, LEADS
from shots.names import called
from shots.people import customers, faulty, improvable, large, table
from shots.scene import Scene, Stage


def scenes() -> Iterator[Scene]:
    """All of them."""
    yield Scene("add-model-empty", functools.partial(_form, "add_model"))
    yield Scene("add-model-no-name", _add_model_no_name)
    yield Scene("add-model-name-taken", _add_model_taken)
    yield Scene("add-model-key-refused", _key_refused)
    yield Scene("add-job", functools.partial(_form, "add_job"))
    yield Scene("add-job-understood", _add_job)
    yield Scene("edit-job", functools.partial(_form, "edit_job"))
    yield Scene("change-key", functools.partial(_form, "change_key"))
    yield Scene("rename-model", functools.partial(_form, "rename_model"))
    yield Scene("settings", functools.partial(_form, "settings"))
    yield Scene("about", _about)
    yield Scene("licences", _licences)
    yield Scene("retraining-empty", _retraining_empty)
    yield Scene("retraining-reading", _retraining_reading)
    yield Scene("retraining-all-well", _retraining_well)
    yield Scene("retraining-target-guessed", _retraining_guessed)
    yield Scene("retraining-suggestions", functools.partial(_retraining_file, improvable))
    yield Scene("retraining-problems", functools.partial(_retraining_file, faulty))
    yield Scene("retraining-fixed", _retraining_fixed)
    yield Scene("retraining-no-table", functools.partial(_retraining_file, lambda: b"\x00\x01PK" * 3000))


def _form(action: str, stage: Stage) -> QWidget:
    """A form over the list, as it opens."""
    desk, made = stage.list_desk()
    desk.select(made.states["ready-better"].key)
    desk.trigger(action)
    return desk.dialog()


def _add_model_no_name(stage: Stage) -> QWidget:
    form = _form("add_model", stage)
    stage.list_desk()[0].press(form, "Add model")
    return form


def _add_model_taken(stage: Stage) -> QWidget:
    form = _form("add_model", stage)
    stage.list_desk()[0].field(form, "Name", QLineEdit).setText(called(CHURN))
    stage.list_desk()[0].press(form, "Add model")
    return form


def _key_refused(stage: Stage) -> QWidget:
    """The service does not know the key: said as soon as it was tried, in the form if that is still open."""
    desk = stage.new_desk()
    desk.start_with_models(called(CHURN))
    desk.trigger("add_model")
    form = desk.dialog()
    desk.field(form, "Name", QLineEdit).setText(called(LEADS))
    desk.field(form, "API key", QLineEdit).setText("practice-api-key-0000000000000000")
    desk.press(form, "Add model")
    desk.until(lambda: any(seen.origin == "api" for seen in desk.practice.requests), "the test of the key")
    desk.wait(600)
    return next((w for w in desk.windows() if isinstance(w, QDialog)), desk.window)


def _add_job(stage: Stage) -> QWidget:
    form = _form("add_job", stage)
    pasted = '{"retrain_job_id": "5b0e6c1e-6f4a-4a54-9e5c-0d2f6f0f7a11"}'
    stage.list_desk()[0].field(form, "Job ID", QPlainTextEdit).setPlainText(pasted)
    return form


def _about(stage: Stage) -> QWidget:
    desk, _ = stage.list_desk()
    box = AboutDialog("EPA Desktop", __version__, desk.window)
    box.open()
    return box


def _licences(stage: Stage) -> QWidget:
    desk, _ = stage.list_desk()
    box = _about(stage)
    desk.press(box, "Licenses")
    return desk.until(
        lambda: next((w for w in desk.windows() if isinstance(w, QDialog) and w is not box), None), "licences"
    )


def _retraining(stage: Stage, *files: tuple[str, bytes]) -> tuple[Desk, QDialog]:
    """The form over a model that has finished a job, with files dropped on the window."""
    desk = stage.new_desk()
    (model, _) = desk.start_with_models(called(CHURN), called(LEADS))
    now = desk.clock()
    job = Job(
        "5b0e6c1e-6f4a-4a54-9e5c-0d2f6f0f7a11",
        model.id,
        called("October data"),
        added_at=now - 30 * DAY,
        started_at=now - 30 * DAY,
        status="job_finished",
        status_since=now - 30 * DAY + 1.5 * HOUR,
        ended_at=now - 30 * DAY + 1.5 * HOUR,
        going_at=now - 30 * DAY + 1.5 * HOUR - 30,
        has_file=True,
        next_check_at=float("inf"),
    )
    desk.session.repository.change_settings(replace(desk.session.repository.settings, fetch_results=False))
    desk.session.repository.add_jobs([job])
    paths = []
    for name, content in files:
        paths.append(desk.files / name)
        paths[-1].write_bytes(content)
    if paths:
        desk.session.window.files_dropped.emit([str(path) for path in paths])
    else:
        desk.trigger("new_retraining")
    return desk, desk.titled("New retraining")


def _read(desk: Desk, form: QWidget) -> None:
    """Wait until the files have been read."""
    desk.wait(200)
    desk.until(lambda: not any(bar.isVisible() for bar in form.findChildren(QProgressBar)), "the end of the reading")
    desk.wait(400)
    desk.show_paths_as_at_home(form)


def _retraining_empty(stage: Stage) -> QWidget:
    return _retraining(stage)[1]


def _retraining_reading(stage: Stage) -> QWidget:
    desk, form = _retraining(stage, (called("support tickets 2026-11.csv"), large(40_000)))
    desk.until(lambda: any(bar.isVisible() for bar in form.findChildren(QProgressBar)), "the bar of the reading")
    desk.show_paths_as_at_home(form)
    return form


def _retraining_well(stage: Stage) -> QWidget:
    training = (called("customers 2026-11.csv"), table(customers(12_400, 1)))
    evaluation = (called("customers evaluation.csv"), table(customers(2400, 2)))
    desk, form = _retraining(stage, training, evaluation)
    _read(desk, form)
    return form


def _retraining_guessed(stage: Stage) -> QWidget:
    """What the model predicts was read from its results, and nobody has said so."""
    desk, form = _retraining(stage, (called("customers 2026-11.csv"), table(customers(12_400, 1))))
    repository = desk.session.repository
    model = next(model for model in repository.models.values() if model.name == called(CHURN))
    repository.add_model(replace(model, target_is_guessed=True))
    _read(desk, form)
    return form


def _retraining_file(content: Callable[[], bytes], stage: Stage) -> QWidget:
    desk, form = _retraining(stage, (called("churn 2026-11.csv"), content()))
    _read(desk, form)
    return form


def _retraining_fixed(stage: Stage) -> QWidget:
    """Everything is put right that can be in the copy."""
    desk, form = _retraining(stage, (called("churn 2026-11.csv"), improvable()))
    _read(desk, form)

    def fix() -> QAbstractButton | None:
        buttons = [b for b in form.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
        wanted = [re.escape(text).replace("%Ln", r"[\d.,]+") for text in desk.shown("Fix %Ln in the copy")]
        return next((b for b in buttons if any(re.fullmatch(text, b.text()) for text in wanted)), None)

    desk.until(fix, "the button that fixes").click()
    _read(desk, form)
    return form
