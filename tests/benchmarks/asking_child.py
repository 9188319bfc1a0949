"""A child process, the peer of a round: plain threads, a requests session each, and a queue. No window, no records."""

import json
import queue
import sys
import threading
import time
from typing import Any

import requests


def ask_all(given: dict[str, Any]) -> dict[str, Any]:
    """Seconds from the first question to the last answer."""
    numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
    for number in range(given["jobs"]):
        numbers.put(number)
    words: list[str] = []

    def ask() -> None:
        with requests.Session() as session:
            session.trust_env = False
            while True:
                try:
                    number = numbers.get_nowait()
                except queue.Empty:
                    return
                url = f"{given['status_url']}/v1/external/retrain_jobs/00000000-0000-4000-8000-{number:012d}"
                answer = session.get(url, headers={"x-api-key": given["api_key"]}, timeout=30)
                words.append(answer.json()["status"])

    threads = [threading.Thread(target=ask) for _ in range(given["requests_at_once"])]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"seconds": time.monotonic() - began, "answers": len(words)}


if __name__ == "__main__":
    print(json.dumps(ask_all(json.loads(sys.argv[1]))), flush=True)
