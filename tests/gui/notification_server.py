"""A notification server on a session bus of its own, as strict about what it is sent as those of real desktops."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest


class Shown(NamedTuple):
    """A notification as the server got it."""

    number: int
    program: str
    title: str
    body: str
    actions: list[str]


class NotificationServer:
    """Answers `Notify`, keeps what it was sent, and can be clicked at."""

    def __init__(self, address: str) -> None:
        from jeepney import message_bus  # noqa: PLC0415  on Linux alone
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415  as above

        self.shown: list[Shown] = []
        self.refuses = False
        self._count = 0
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import MessageType  # noqa: PLC0415  as above

        while not self._is_over.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Any) -> None:
        from jeepney import HeaderFields, new_error, new_method_return  # noqa: PLC0415  as above

        signature = message.header.fields.get(HeaderFields.signature)
        if self.refuses or signature != "susssasa{sv}i":
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", ("No.",)))
            return
        program, replaced, _, title, body, actions, _, _ = message.body
        number = replaced or 7 + self._count
        self._connection.send(new_method_return(message, "u", (number,)))
        shown = Shown(number, program, title, body, actions)
        if replaced:
            self.shown = [shown if other.number == replaced else other for other in self.shown]
        else:
            self._count += 1
            self.shown.append(shown)

    def click(self, title: str) -> None:
        """Click at the notification of that title."""
        number = next(shown.number for shown in self.shown if shown.title == title)
        self._tell("ActivationToken", "us", (number, "leave to come forward"))
        self._tell("ActionInvoked", "us", (number, "default"))

    def close_one(self, title: str) -> None:
        """Take the notification of that title from the screen, as most do after some seconds."""
        gone = next(shown for shown in self.shown if shown.title == title)
        self.shown = [shown for shown in self.shown if shown is not gone]
        self._tell("NotificationClosed", "uu", (gone.number, 1))

    def click_at_another_program(self) -> None:
        """Every program on the bus hears of it."""
        self._tell("ActionInvoked", "us", (4711, "default"))

    def _tell(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        from jeepney import DBusAddress, new_signal  # noqa: PLC0415  as above

        address = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
        self._connection.send(new_signal(address, member, signature, body))

    def close(self) -> None:
        """Leave the bus."""
        self._is_over.set()
        self._thread.join(10)
        self._connection.close()


@contextmanager
def session_bus() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A session bus: its address and its process; the test is skipped where none can be had."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("not installed: dbus-daemon")
    command = [program, "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    try:
        yield bus.stdout.readline().strip(), bus
    finally:
        bus.terminate()
        bus.wait(10)
        bus.stdout.close()
