"""Other processes of a benchmark: each speaks JSON, a line at a time, and ends when its standard input does."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_LEAVE_SECONDS = 15.0
_HERE = Path(__file__).resolve().parent


class ChildFailed(Exception):  # noqa: N818  the words of the house: what happened
    """A child ended, or fell silent, before it had said what it was there to say."""


class Child:
    """A running child process.

    Args:
        script: A file beside this one, run by its path as a person would run a program.
        given: What the child finds as JSON in its first argument.
    """

    def __init__(self, script: str, given: Mapping[str, Any] | None = None) -> None:
        environment = os.environ | {"PYTHONPATH": str(_HERE.parents[1]), "PYTHONUNBUFFERED": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is not compiled anew at each start
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._script = script
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, str(_HERE / script), json.dumps(given or {})],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        self.pid = self._process.pid

    def read(self, seconds: float = 60.0) -> dict[str, Any]:
        """The next line it says.

        Raises:
            ChildFailed: It said none in this time.
        """
        if self._process.stdout is None:
            raise ChildFailed(self._script)
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            line = self._process.stdout.readline()
        finally:
            timer.cancel()
        if not line:
            raise ChildFailed(f"{self._script} said nothing more (within {seconds:g} s)")
        said: dict[str, Any] = json.loads(line)
        return said

    def ask(self, **order: Any) -> dict[str, Any]:
        """Give it an order, and have its answer."""
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        return self.read()

    def close(self) -> None:
        """Let it leave; make it leave if it does not."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_LEAVE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
