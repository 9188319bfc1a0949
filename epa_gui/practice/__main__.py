"""Serves the practice service until interrupted: ``python -m epa_gui.practice [--folder DIR] [--port N]``."""

import argparse
import contextlib
import signal
import sys
import tempfile
import threading
from pathlib import Path

from epa_gui.practice.service import PracticeService

# In a source tree beside the package, in an installed one inside it.
_RESOURCES = [Path(__file__).parents[up] / "resources" / "samples" for up in (2, 1)]


def main(arguments: list[str] | None = None) -> int:
    """Serve; answers the exit code."""
    parser = argparse.ArgumentParser(prog="python -m epa_gui.practice", description="The practice service alone.")
    parser.add_argument("--folder", type=Path, help="where its jobs are kept (default: a temporary folder)")
    parser.add_argument("--port", type=int, default=0, help="the API's port (default: any free one)")
    parser.add_argument("--job-seconds", type=float, default=20.0, help="how long a job takes (default: 20)")
    options = parser.parse_args(arguments)
    with contextlib.ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="epa-practice-")))
        samples = next((place for place in _RESOURCES if place.is_dir()), None)
        service = PracticeService(folder, samples=samples, port=options.port, job_seconds=options.job_seconds)
        stack.enter_context(service)
        _introduce(service)
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stopped.set())
        while not stopped.wait(1):  # in steps: on Windows a wait without end cannot be interrupted
            pass
    return 0


def _introduce(service: PracticeService) -> None:
    finished, going, failed = service.seed()
    lines = {
        "Service address": service.url,
        "API key": service.api_key,
        "Secret key": service.secret_key,
        "Model ID": service.model_id,
        "Finished job": finished,
        "Job in progress": going,
        "Failed job": failed,
        "Job started elsewhere": service.elsewhere,
    }
    for name, value in lines.items():
        print(f"{name}: {value}")  # noqa: T201 - what a person at a terminal started it for
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
