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
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from epa_gui.core.keys.keychain import SessionKeychain
from epa_gui.practice import PracticeService
from epa_gui.ui.base import spoken_rows
from tests import desktop
from tests.gui.at_desk import AtDesk, Clock

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
"""How long an example takes says how busy the computer is. What must be fast is measured in `benchmarks`."""


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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: tests of windows wait for a third of their time (measured)."""
    usable = getattr(os, "sched_getaffinity", None)  # Linux alone tells which of them this process may use
    processors = len(usable(0)) if usable is not None else os.cpu_count() or 1
    return max(1, processors * 3 // 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes comes first: at the end all others would wait for it."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Leave what was collected alone from now on: thousands of tests took longer to look through than each to run."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say, whoever has the keyboard."""
    told: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return told


@pytest.fixture
def by_one_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader as those of Windows and macOS: it says the cell with the cursor."""
    monkeypatch.setattr(spoken_rows, "SAYS_CELLS", False)


@pytest.fixture
def by_all_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader as Orca: it says all cells of a row, and then what the one with the cursor is described by."""
    monkeypatch.setattr(spoken_rows, "SAYS_CELLS", True)


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
