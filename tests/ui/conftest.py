"""Somebody in the main thread who listens to workers."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.problem import ProblemError
from epa_gui.core.service.client import Client
from epa_gui.practice import PracticeService
from epa_gui.process.resource_files import ENGLISH, catalogue_folder
from tests.ui.listening import Listener


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    """The one who listens; workers it started are stopped at the end."""
    listener = Listener(qtbot)
    yield listener
    listener.stop()


@pytest.fixture
def listen(qtbot: QtBot) -> Callable[[], Listener]:
    """Another listener, for another signal of a worker that is started elsewhere."""
    return lambda: Listener(qtbot)


@pytest.fixture
def english_plurals(qapp: QCoreApplication) -> Iterator[None]:
    """With the plural forms of English."""
    plurals = QTranslator()
    assert plurals.load(f"epa_gui_{ENGLISH}", str(catalogue_folder()))
    qapp.installTranslator(plurals)
    yield
    qapp.removeTranslator(plurals)


@pytest.fixture
def fresh_link(practice: PracticeService) -> Iterator[Callable[[str], str]]:
    """Finishes a job and asks for its link; the asking leaves no trace."""
    client = Client()

    def link_of(job_id: str) -> str:
        practice.finish(job_id)
        try:
            link = client.status(practice.url, practice.api_key, job_id, 0.0).download_url
        except ProblemError as trouble:
            raise AssertionError(trouble.problem) from trouble
        practice.forget_requests()
        return link

    yield link_of
    client.close()
