"""People paste keys anywhere: into names, notes, the field of a job's ID. None gets into the list or the record."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service import redaction
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.practice import PracticeService
from tests.gui.at_desk import AtDesk

NewDesk = Callable[[], AtDesk]


@pytest.fixture(autouse=True)
def _no_key_is_known_from_before() -> Iterator[None]:
    """As in a process of its own."""
    known = set(redaction._secrets)
    redaction._secrets.clear()
    yield
    redaction._secrets.update(known)


def _is_written(desk: AtDesk, secret: str) -> bool:
    return secret.encode() in (desk.folder / FILE_NAME).read_bytes()


def test_a_key_pasted_as_a_job_id_is_refused(desk: AtDesk) -> None:
    desk.actions.add_job.trigger()
    form = desk.dialog("Add job")
    desk.field(form, "Job ID", QPlainTextEdit).setPlainText(desk.practice.api_key)
    desk.press(form, "Add job")
    assert isinstance(form, QDialog)
    assert form.isVisible()
    assert "an API key, not a job ID" in desk.said()
    assert desk.rows() == []


def test_a_new_key_typed_as_the_models_name_is_not_written(new_desk: NewDesk, practice: PracticeService) -> None:
    desk = new_desk()
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "Name", QLineEdit).setText(f"Sales {practice.api_key}")
    desk.field(form, "API key", QLineEdit).setText(practice.api_key)
    desk.press(form, "Add model")
    desk.until(lambda: desk.model("Sales ••••"))
    desk.until(lambda: len(desk.history()) >= 2)
    assert [event.model_name for event in desk.history()] == ["Sales ••••"] * len(desk.history())
    desk.close()
    assert not _is_written(desk, practice.api_key)


def test_a_kept_key_that_nothing_has_asked_for_yet_is_not_written(new_desk: NewDesk, practice: PracticeService) -> None:
    first = new_desk()
    first.add_model("Sales")
    job = first.finished_job("October")
    first.close()
    redaction._secrets.clear()

    asked: list[str] = []
    second = new_desk()
    second.session.keys.learned.connect(asked.append)
    second.until(lambda: practice.api_key in asked)
    second.session.repository.change_job(replace(second.job(job.key), name=f"Better {practice.api_key}"))
    second.until(lambda: "Better ••••" in [event.job_name for event in second.history()])
    second.close()
    assert not _is_written(second, practice.api_key)


def test_a_kept_key_that_cannot_be_had_is_no_trouble_before_it_is_needed(desk: AtDesk) -> None:
    missing: list[str] = []
    desk.session.keys.missing.connect(lambda model, _problem: missing.append(model))
    desk.session.keys.learn_kept("nobody", has_secret=True)
    desk.session.keys.key_of("somebody")  # answered after the others
    desk.until(lambda: "somebody" in missing)
    assert missing == ["somebody"]


def test_one_model_with_two_keys_under_two_names_is_told(desk: AtDesk, practice: PracticeService) -> None:
    model = desk.model("Sales forecast")
    assert model is not None
    desk.session.repository.add_model(replace(model, service_id=1001))
    other = desk.add_model("Same", practice.issue_key(1001))
    desk.session.repository.add_model(replace(other, service_id=1001))
    desk.session.keys.put(other.id, practice.issue_key(1001))
    desk.until(lambda: "are the same model" in desk.said())


def test_a_refusal_of_the_key_stays_until_there_is_another_key(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("October")
    refused = replace(desk.job(job.key), switch_problem=Problem(ProblemKind.KEY_INACTIVE))
    desk.session.repository.change_job(refused)
    desk.session.keys.ready.emit(job.model)
    assert desk.job(job.key).switch_problem == Problem(ProblemKind.KEY_INACTIVE)
    desk.session.keys.put(job.model, practice.issue_key(1001))
    assert desk.job(job.key).switch_problem is None
