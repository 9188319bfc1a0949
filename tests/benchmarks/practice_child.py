"""A child process: the practice service, told what to do by lines such as ``{"do": "finish", "with": ["ID"]}``."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from epa_gui.practice import Fault, PracticeService


def obey(practice: PracticeService, order: dict[str, Any]) -> Any:
    """Do one thing; what it answers."""
    match order["do"]:
        case "start_job":
            return practice.start_job(seconds=order.get("seconds"))
        case "set_results":
            return practice.set_results(order["job"], Path(order["path"]))
        case "finish":
            return practice.finish(order["job"])
        case "delay":
            return practice.misbehave(Fault.delay(order["seconds"]), times=-1, path=order.get("path", ""))
        case "behave":
            return practice.behave()
        case unknown:
            raise ValueError(unknown)


def main() -> None:
    """Serve until the standard input ends."""
    with (
        tempfile.TemporaryDirectory(prefix="epa-benchmark-practice-") as folder,
        PracticeService(Path(folder), link_seconds=86400) as practice,
    ):
        print(json.dumps({"url": practice.url, "api_key": practice.api_key}), flush=True)
        for line in sys.stdin:
            print(json.dumps({"answer": obey(practice, json.loads(line))}), flush=True)


if __name__ == "__main__":
    main()
