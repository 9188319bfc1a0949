"""Connects through a SOCKS proxy, by PySocks, with sockets that can be called off while the proxy is asked."""

import socket
from typing import Any

import socks  # type: ignore[import-untyped]

from epa_gui.core.service.interruptible import Interrupt, InterruptibleSocket


class _AskingSocket(socks.socksocket, InterruptibleSocket):  # type: ignore[misc]
    """Asks the proxy for a connection; its reads and writes are those of `InterruptibleSocket`."""


def connected_through(
    options: dict[str, Any], interrupt: Interrupt, target: tuple[str, int], patience: float | None
) -> InterruptibleSocket:
    """A socket that is connected to `target` by a proxy.

    Args:
        options: The proxy, as `urllib3.contrib.socks` describes it to its connections.
        interrupt: What ends the waits.
        target: Host and port. The host is looked up by the proxy if `options` say so, else by this computer.
        patience: Seconds for each step.

    Raises:
        OSError: The proxy is not there, does not speak SOCKS, or says no.
    """
    failure: OSError = OSError("the proxy's name has no address")
    places = socket.getaddrinfo(options["proxy_host"], options["proxy_port"] or 1080, 0, socket.SOCK_STREAM)
    for family, kind, protocol, _, place in places:
        sock = _AskingSocket(family, kind, protocol)
        sock.interrupt = interrupt
        sock.set_proxy(
            options["socks_version"],
            place[0],
            place[1],
            rdns=options["rdns"],
            username=options["username"],
            password=options["password"],
        )
        sock.settimeout(patience)
        try:
            sock.connect(target)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return _plain(sock, interrupt, patience)
        interrupt.raise_if_cut()
    raise failure


def _plain(sock: socket.socket, interrupt: Interrupt, patience: float | None) -> InterruptibleSocket:
    """The same connection without PySocks, whose own reads would wait past every call."""
    plain = InterruptibleSocket(fileno=sock.detach())
    plain.interrupt = interrupt
    plain.settimeout(patience)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    interrupt.hold(plain)
    return plain
