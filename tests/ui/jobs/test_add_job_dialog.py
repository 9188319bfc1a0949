"""The form that adds a job."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from epa_gui.ui.jobs.job_dialog import AddJobDialog

JOB = "5b0e6c1e-6f4a-4a54-9e5c-0d2f6f0f7a11"


@pytest.fixture
def form(qtbot: QtBot) -> AddJobDialog:
    made = AddJobDialog({"m": "Customer churn"}, "m", lambda _model, _job: "", holds_key=lambda _text: False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_understood_pushes_the_buttons_down_and_covers_nothing(form: AddJobDialog) -> None:
    QApplication.processEvents()
    form.fill_id(json.dumps({"retrain_job_id": JOB}))
    QApplication.processEvents()
    fields = {field.accessibleName(): field for field in form.findChildren(QPlainTextEdit)}
    note = fields["Note"]
    below = note.mapTo(form, note.rect().bottomLeft()).y()
    buttons = form.findChildren(QDialogButtonBox)[0]
    assert buttons.mapTo(form, buttons.rect().topLeft()).y() > below
    assert buttons.mapTo(form, buttons.rect().bottomLeft()).y() <= form.height()
