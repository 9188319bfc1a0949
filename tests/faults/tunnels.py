"""Passes bytes on from one connection to another."""

import contextlib
import socket

PIECE = 1 << 18


def pass_on(source: socket.socket, target: socket.socket) -> None:
    """Until the one ends, or either is gone."""
    with contextlib.suppress(OSError):
        while piece := source.recv(PIECE):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
