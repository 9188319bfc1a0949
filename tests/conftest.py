"""What all tests share: no display needed, no real data folder touched, and a vocabulary to tell stories in."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform.startswith("linux"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(name, None)

os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)  # no test notifies whoever sits at this computer

# ruff: noqa: E402  the platform has to be chosen before Qt is loaded
from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from tests import desktop
from tests.gui.at_desk import AtDesk, Clock


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application as the program makes it, but with dialogs a test can reach and no real data folder."""
    QStandardPaths.setTestModeEnabled(True)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setApplicationName("EPA Desktop")
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Tab comes to buttons too: macOS lets it come to text fields only, unless a person has asked for more."""
    qapp.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
    return qapp


@pytest.fixture(autouse=True)
def _garbage_is_collected_in_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program: see `epa_gui.process.garbage`."""
    gc.disable()
    yield
    if "qtbot" in request.fixturenames:
        gc.collect()


@pytest.fixture(autouse=True)
def _numbers_and_dates_read_alike_everywhere() -> None:
    """Whatever language this computer speaks, and whatever a test before has chosen."""
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def clock() -> Clock:
    """The time, which a test can move on."""
    return Clock()


@pytest.fixture
def practice(tmp_path: Path, clock: Clock) -> Iterator[PracticeService]:
    """The practice service, on the test's clock."""
    with PracticeService(tmp_path / "service", clock=clock) as service:
        yield service


@pytest.fixture
def keychain() -> SessionKeychain:
    """One keychain for every start of the program within a test."""
    return SessionKeychain()


@pytest.fixture
def new_desk(
    qtbot: QtBot, tmp_path: Path, clock: Clock, practice: PracticeService, keychain: SessionKeychain
) -> Iterator[Callable[[], AtDesk]]:
    """Starts the program; called again, it is the next start over the same data."""
    desks: list[AtDesk] = []

    def start() -> AtDesk:
        desk = AtDesk(qtbot, tmp_path, clock, practice, keychain)
        desks.append(desk)
        return desk

    yield start
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(new_desk: Callable[[], AtDesk]) -> AtDesk:
    """Somebody at the window, with one model and its key."""
    at_desk = new_desk()
    at_desk.add_model("Sales forecast")
    return at_desk


@pytest.fixture(scope="session")
def secret_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a session with a real, unlocked Secret Service, for subprocesses."""
    with desktop.session(tmp_path_factory.mktemp("session")) as environment:
        yield environment


@pytest.fixture(scope="session")
def x_display(secret_service: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a session with a keychain and an X display, for subprocesses."""
    with desktop.display(secret_service) as environment:
        yield environment
