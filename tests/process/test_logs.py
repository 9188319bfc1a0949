"""An exception nobody expected is logged without secrets, wherever it arose, and told once."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Slot, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from epa_gui.core.service.redaction import remember_secret
from epa_gui.process.logs import FILE_NAME, Alarm, start_log

SECRET = "api-key-that-nobody-may-see-0001"
LINK = "https://storage.example/results.zip?X-Amz-Signature=abcdef&X-Amz-Date=1"


class Ear(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.threads: list[bool] = []

    @Slot(str)
    def hear(self, details: str) -> None:
        self.heard.append(details)
        self.threads.append(QThread.currentThread() is self.thread())


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    """Somebody who listens to the alarm, with the log in the test's folder."""
    root = logging.getLogger()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook)
    remember_secret(SECRET)
    start_log(tmp_path)
    alarm, ear = Alarm(), Ear()
    alarm.install()
    alarm.raised.connect(ear.hear)
    ear.setProperty("alarm", alarm)
    yield ear
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
    for handler in root.handlers[:]:
        if handler not in handlers:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)


def _fail() -> None:
    raise RuntimeError(f"cannot open {LINK} with {SECRET}")


def _fail_in_thread() -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()


def test_it_is_told_once_and_in_the_main_thread(ear: Ear, qtbot: QtBot) -> None:
    for _ in range(3):
        _fail_in_thread()
    qtbot.waitUntil(lambda: bool(ear.heard))
    qtbot.wait(20)
    assert len(ear.heard) == 1
    assert ear.threads == [True]
    assert "RuntimeError" in ear.heard[0]


def test_neither_log_nor_message_holds_a_key_or_a_signature(ear: Ear, qtbot: QtBot, tmp_path: Path) -> None:
    _fail_in_thread()
    qtbot.waitUntil(lambda: bool(ear.heard))
    log = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "https://storage.example/results.zip" in log
    for text in (log, ear.heard[0]):
        assert SECRET not in text
        assert "abcdef" not in text


def test_a_folder_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    root = logging.getLogger()
    before = root.handlers[:]
    start_log(blocked / "logs")
    qInstallMessageHandler(None)
    assert root.handlers == before
