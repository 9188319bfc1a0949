"""A child process: answers every status question with "job_running", 100 ms after it came, for many at once.

The practice service spends a thread and a millisecond on each; this one spends so little that it never is what a round
waits for. Any line on its standard input is answered with what it has counted since the last one.
"""

import asyncio
import json
import sys
import threading
from typing import cast

DELAY_SECONDS = 0.1
_counts = {"requests": 0, "connections": 0, "most_at_once": 0}
_under_way = 0


class Conversation(asyncio.Protocol):
    """One kept connection; a client here never sends a question before the last one was answered."""

    def __init__(self) -> None:
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody came."""
        self._transport = cast("asyncio.Transport", transport)
        _counts["connections"] += 1

    def data_received(self, data: bytes) -> None:
        """Take in a question; answer later."""
        global _under_way  # noqa: PLW0603  one server in one process
        self._received += data
        if not self._received.endswith(b"\r\n\r\n"):
            return
        job = self._received.split(b" ", 2)[1].rpartition(b"/")[2].decode("ascii")
        self._received = b""
        _under_way += 1
        _counts["requests"] += 1
        _counts["most_at_once"] = max(_counts["most_at_once"], _under_way)
        asyncio.get_running_loop().call_later(DELAY_SECONDS, self._answer, job)

    def _answer(self, job: str) -> None:
        global _under_way  # noqa: PLW0603  as above
        _under_way -= 1
        body = json.dumps({"status": "job_running", "metadata": {"retrain_job_id": job}}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(head.encode() + body)


def _tell_counts() -> None:
    print(json.dumps(_counts), flush=True)
    _counts.update(requests=0, connections=0, most_at_once=0)


async def serve() -> None:
    """Until the standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Conversation, "127.0.0.1", 0)
    ended = asyncio.Event()

    def listen() -> None:
        for _ in sys.stdin:
            loop.call_soon_threadsafe(_tell_counts)
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=listen, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"}), flush=True)
    await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve())
