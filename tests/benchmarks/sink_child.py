"""A child process: names itself as the place for a file, and takes in what is put there as fast as it comes.

Plain sockets, so that it never is what an upload waits for. Any line on its standard input is answered with the bytes
of the bodies that came whole since the last one.
"""

import json
import re
import socket
import sys
import threading

_ROOM = 1 << 22
_JOB = "00000000-0000-4000-8000-000000000000"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_counts = {"puts": 0, "bytes": 0}


def converse(sock: socket.socket, url: str) -> None:
    """Answer one request after the other, until the client leaves."""
    buffer = memoryview(bytearray(_ROOM))
    with sock:
        while head := _head(sock):
            head, _, body = head.partition(b"\r\n\r\n")
            length = int(found[1]) if (found := _LENGTH.search(head)) else 0
            if b"100-continue" in head.lower():
                sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            left = length - len(body)
            while left:
                count = sock.recv_into(buffer, min(left, _ROOM))
                if not count:
                    return
                left -= count
            if head.startswith(b"PUT "):
                _counts["puts"] += 1
                _counts["bytes"] += length
                sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            else:
                place = json.dumps({"retrain_job_id": _JOB, "upload_url": f"{url}/storage/file"}).encode()
                kind = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                sock.sendall(kind + f"Content-Length: {len(place)}\r\n\r\n".encode() + place)


def _head(sock: socket.socket) -> bytes:
    """A request's head, and what came with it; nothing once the client has left."""
    head = b""
    while b"\r\n\r\n" not in head:
        piece = sock.recv(65536)
        if not piece:
            return b""
        head += piece
    return head


def _accept(listener: socket.socket, url: str) -> None:
    while True:
        sock, _ = listener.accept()
        threading.Thread(target=converse, args=(sock, url), daemon=True).start()


def main() -> None:
    """Serve until the standard input ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    threading.Thread(target=_accept, args=(listener, url), daemon=True).start()
    print(json.dumps({"url": url}), flush=True)
    for _ in sys.stdin:
        print(json.dumps(_counts), flush=True)
        _counts.update(puts=0, bytes=0)


if __name__ == "__main__":
    main()
