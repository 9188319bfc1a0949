"""Files opened from outside the window do what dropping them on the window does, whenever they come."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from epa_gui.process.instance import Instance
from epa_gui.process.opened_files import OpenedFiles, each_once
from epa_gui.ui.base.form_parent import form_parent
from tests.gui.at_desk import AtDesk

_NEXT = "The files you opened are handled when you close the open form."


@pytest.fixture
def opened(desk: AtDesk) -> OpenedFiles:
    """What the program puts between the system and the window."""
    opened = OpenedFiles(desk.window)
    opened.gathered.connect(desk.window.files_dropped)
    opened.hand_on()
    return opened


@pytest.fixture
def training(tmp_path: Path) -> Path:
    path = tmp_path / "顧客_学習.csv"
    path.write_text("id,state\n" + "".join(f"{n},{n % 2}\n" for n in range(200)), encoding="utf-8")
    return path


@pytest.fixture
def evaluation(tmp_path: Path, training: Path) -> Path:
    path = tmp_path / "顧客_評価.csv"
    path.write_bytes(training.read_bytes())
    return path


def _shown(desk: AtDesk, field: str) -> str:
    return desk.field(desk.dialog("New retraining"), field, QLineEdit).text()


def test_files_that_arrive_one_by_one_are_told_apart_as_if_dropped_together(
    desk: AtDesk, opened: OpenedFiles, training: Path, evaluation: Path
) -> None:
    opened.add([str(evaluation)])
    opened.add([str(training)])
    assert _shown(desk, "Training file") == str(training)
    assert _shown(desk, "Evaluation file") == str(evaluation)


def test_a_file_opened_twice_in_a_moment_is_one(desk: AtDesk, opened: OpenedFiles, training: Path) -> None:
    opened.add([str(training)])
    opened.add([str(training)])
    assert _shown(desk, "Training file") == str(training)
    assert _shown(desk, "Evaluation file") == ""


def test_a_file_in_two_spellings_is_one_on_a_mac_and_two_elsewhere() -> None:
    paths = ["/d/パ 1.csv", "/d/b.csv", unicodedata.normalize("NFD", "/d/パ 1.csv")]
    assert each_once(paths, "darwin") == paths[:2]
    assert each_once(paths, "linux") == each_once(paths, "win32") == paths
    assert each_once([*paths, *paths], "linux") == paths


def test_files_wait_until_there_is_somebody_to_take_them(qtbot: QtBot) -> None:
    early = OpenedFiles()
    gathered: list[object] = []
    early.gathered.connect(gathered.append)
    early.add(["/a.csv"])
    qtbot.wait(400)
    assert gathered == []
    early.hand_on()
    qtbot.waitUntil(lambda: gathered == [["/a.csv"]])


def test_an_opened_response_json_becomes_a_job(desk: AtDesk, opened: OpenedFiles, tmp_path: Path) -> None:
    job_id = desk.practice.start_job(seconds=3600.0)
    response = tmp_path / "response.json"
    response.write_text(f'{{"retrain_job_id": "{job_id}"}}', encoding="utf-8")
    opened.add([str(response)])
    desk.until(lambda: [job.id for job in desk.jobs()] == [job_id])


def test_they_wait_while_another_form_is_open_and_say_so(desk: AtDesk, opened: OpenedFiles, training: Path) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    opened.add([str(training)])
    desk.until(lambda: _NEXT in desk.said())
    assert form_parent(desk.window) is form, "no other form stands above it"
    form.reject()
    assert _shown(desk, "Training file") == str(training)
    assert _NEXT not in desk.said()


def test_what_comes_while_the_retraining_form_is_open_goes_into_it(
    desk: AtDesk, opened: OpenedFiles, training: Path, evaluation: Path
) -> None:
    opened.add([str(training)])
    assert _shown(desk, "Training file") == str(training)
    opened.add([str(evaluation)])
    desk.until(lambda: _shown(desk, "Evaluation file") == str(evaluation))


def test_a_file_that_is_not_there_is_said_in_the_form(desk: AtDesk, opened: OpenedFiles, tmp_path: Path) -> None:
    opened.add([str(tmp_path / "gone.csv")])
    form = desk.dialog("New retraining")
    desk.until(lambda: "gone.csv" in desk.said() and not desk.shows_button(form, "Stop checking"))
    desk.press(form, "Send")
    assert form.isVisible()
    assert desk.rows() == []


_LATER = """
import sys, json
from pathlib import Path
from epa_gui.process.instance import Instance
print("asks", flush=True)
print(Instance(Path(sys.argv[1])).claim_or_call(json.loads(sys.argv[2]), 20.0))
"""


class Later:
    """A second start over the same folder: another process, for it blocks until it is heard."""

    def __init__(self, folder: Path, files: list[str]) -> None:
        command = [sys.executable, "-c", _LATER, str(folder), json.dumps(files)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "asks\n"

    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def told(self) -> str:
        return self._process.communicate(timeout=20)[0].strip()

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Instance]:
    """The first program, which does not hear yet."""
    instance = Instance(tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Callable[[list[str]], Later]]:
    started: list[Later] = []

    def start(files: list[str]) -> Later:
        later = Later(tmp_path, files)
        started.append(later)
        return later

    yield start
    for later in started:
        later.end()


def test_a_second_start_waits_for_a_first_that_is_just_starting_and_gives_it_its_files(
    qtbot: QtBot, first: Instance, second: Callable[[list[str]], Later]
) -> None:
    files = ["/データ/学習 1.csv", "/x/undecodable-\udce9.csv"]
    handed: list[object] = []
    first.files_handed.connect(handed.append)
    later = second(files)
    qtbot.wait(200)
    first.listen()
    with qtbot.waitSignal(first.called):
        pass
    qtbot.waitUntil(later.has_ended)
    assert later.told() == "False"
    assert handed == [files]


def test_a_second_start_takes_the_place_of_a_first_that_is_just_ending(
    qtbot: QtBot, first: Instance, second: Callable[[list[str]], Later]
) -> None:
    later = second(["/a.csv"])
    qtbot.wait(200)
    first.release()
    qtbot.waitUntil(later.has_ended)
    assert later.told() == "True"


@pytest.mark.parametrize("call", [b"\n", b"[\n", b'{"a": 1}\n', b"[1, null]\n", b"\xff\xfe\n", b"[" * 100_000 + b"\n"])
def test_a_call_that_makes_no_sense_opens_nothing(qtbot: QtBot, first: Instance, call: bytes) -> None:
    first.listen()
    handed: list[object] = []
    first.files_handed.connect(handed.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    socket.write(call)
    with qtbot.waitSignal(first.called):
        pass
    assert handed == []


def test_a_call_without_an_end_is_cut_off(qtbot: QtBot, first: Instance) -> None:
    first.listen()
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * (2 << 20))
