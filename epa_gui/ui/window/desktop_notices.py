"""Notifications of free desktops, each kept by the desktop for itself: a click tells which one it was.

Source: Desktop Notifications Specification 1.3. Not by Qt's own D-Bus: from Python it cannot send the unsigned number
that `Notify` asks for (PySide 6.11), and servers refuse another one.
"""

import contextlib
import logging
import select
import socket
import threading
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal

from epa_gui.ui.base.threads import Worker
from epa_gui.ui.window.notice import Notice

if TYPE_CHECKING:
    from jeepney import DBusAddress
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_NOTIFY = "susssasa{sv}i"
_SHOW = "default"
"""The action of a click on the notification itself."""

_NORMAL, _SERVERS_OWN_TIME = 1, -1
_MOST = 200
"""So many notifications are remembered; the oldest are forgotten first."""


class _Order(NamedTuple):
    """What to show.

    Attributes:
        notice: The notification.
        before: The one in whose place it comes, and only while that is there; `None` for a new one.
    """

    notice: Notice
    before: Notice | None = None


class DesktopNotices(Worker):
    """Hands notifications to the desktop in a thread of its own, and hears which was clicked.

    Signals:
        clicked: One was clicked (its `Notice`, and the desktop's leave to come forward, which may be empty).
        refused: The desktop did not take one (its `Notice`).
        lost: There is no desktop that takes any, or not any more; `unsent` tells what it did not take.
    """

    clicked = Signal(object, str)
    refused = Signal(object)
    lost = Signal()

    def __init__(self, program: str, desktop_file: str, show_text: str) -> None:
        """Speak as this program.

        Args:
            program: Its name, for people.
            desktop_file: The name of its desktop entry, without the ending; of its icon, too.
            show_text: What the action of a click is called.
        """
        super().__init__()
        self._program = program
        self._desktop_file = desktop_file
        self._show_text = show_text
        self._orders: deque[_Order] = deque()
        self._stopped = threading.Event()
        self._ear, self._bell = socket.socketpair()
        self._asked: dict[int, _Order] = {}
        self._shown: dict[int, Notice] = {}
        self._closed: set[int] = set()
        self._leave: dict[int, str] = {}

    # For the main thread

    def call_clicking(self, show_text: str) -> None:
        """Call the action of a click so from now on."""
        self._show_text = show_text

    def show(self, notice: Notice) -> None:
        """Have a notification shown."""
        self._orders.append(_Order(notice))
        self._ring()

    def exchange(self, before: Notice, notice: Notice) -> None:
        """Say it in other words where it is still shown."""
        self._orders.append(_Order(notice, before))
        self._ring()

    def stop(self) -> None:
        """End soon; what is shown stays where it is."""
        self._stopped.set()
        self._ring()

    def _ring(self) -> None:
        with contextlib.suppress(OSError):  # it may have ended
            self._bell.send(b"!")

    def unsent(self) -> list[Notice]:
        """After `lost`: what the desktop has not taken."""
        return [order.notice for order in (*self._asked.values(), *self._orders) if order.before is None]

    # In its own thread

    def run(self) -> None:
        """Speak with the desktop until it is stopped, or hangs up."""
        connection: DBusConnection | None = None
        try:
            connection = self._connect()
            while not self._stopped.is_set():
                self._turn(connection)
        except Exception as error:  # noqa: BLE001  this door: a bus may break off in many ways, and the tray is left
            log.info("no notifications by the desktop: %s: %s", type(error).__name__, error)
        finally:
            if connection is not None:
                connection.close()
            self._ear.close()
            self._bell.close()
            if not self._stopped.is_set():
                self.lost.emit()

    def _connect(self) -> "DBusConnection":
        from jeepney import MatchRule, message_bus  # noqa: PLC0415  on free desktops alone
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415  as above

        connection = open_dbus_connection("SESSION")
        for member in ("ActionInvoked", "ActivationToken", "NotificationClosed"):
            rule = MatchRule(type="signal", sender=_NAME, path=_PATH, interface=_NAME, member=member)
            connection.send(message_bus.AddMatch(rule))
        return connection

    def _turn(self, connection: "DBusConnection") -> None:
        """Wait for an order or a word of the desktop's, and deal with what there is."""
        readable, _, _ = select.select([self._ear, connection.sock], [], [])
        if self._ear in readable:
            self._ear.recv(4096)
        while self._orders:
            self._send(connection, self._orders[0])
            self._orders.popleft()
        if connection.sock in readable:
            self._hear(connection)

    def _send(self, connection: "DBusConnection", order: _Order) -> None:
        from jeepney import new_method_call  # noqa: PLC0415  as above

        notice, number = order.notice, 0
        if order.before is not None:
            number = next((shown for shown, told in self._shown.items() if told is order.before), 0)
            if not number or number in self._closed:
                return
            self._shown[number] = notice
        hints = {"desktop-entry": ("s", self._desktop_file), "urgency": ("y", _NORMAL)}
        actions = [_SHOW, self._show_text]
        body = without_markup(notice.text)
        icon = self._desktop_file
        arguments = (self._program, number, icon, notice.title, body, actions, hints, _SERVERS_OWN_TIME)
        serial = next(connection.outgoing_serial)
        connection.send(new_method_call(_address(), "Notify", _NOTIFY, arguments), serial=serial)
        self._asked[serial] = order

    def _hear(self, connection: "DBusConnection") -> None:
        while True:
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415  as above

        fields = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal and fields.get(HeaderFields.interface) == _NAME:
            self._take_signal(fields.get(HeaderFields.member), message.body)
            return
        order = self._asked.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if order is None:
            return
        if kind is MessageType.method_return and message.body:
            self._shown[message.body[0]] = order.notice
            while len(self._shown) > _MOST:
                oldest = next(iter(self._shown))
                del self._shown[oldest]
                self._closed.discard(oldest)
        elif order.before is None:
            self.refused.emit(order.notice)

    def _take_signal(self, member: str, body: tuple[Any, ...]) -> None:
        """Every program hears of every notification; only our own count."""
        number, said = body[:2]
        notice = self._shown.get(number)
        if notice is None:
            return
        if member == "ActivationToken":
            self._leave[number] = said
        elif member == "ActionInvoked" and said == _SHOW:
            self.clicked.emit(notice, self._leave.pop(number, ""))
        elif member == "NotificationClosed":
            self._closed.add(number)  # some desktops list it all the same, and tell of a click there


def _address() -> "DBusAddress":
    from jeepney import DBusAddress  # noqa: PLC0415  as above

    return DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)


def without_markup(text: str) -> str:
    """`text` as a notification server shows it letter by letter: it takes the body for markup, with links and pictures.

    Source: Desktop Notifications Specification, "Markup".
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
