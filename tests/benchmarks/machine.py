"""What Linux tells about a process, and what the benchmark tells about the machine."""

import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

import PySide6
import requests

import epa_gui

MIB = 1 << 20
_TICKS_A_SECOND = 100
"""Linux's USER_HZ, the same on every processor EPA Desktop is built for."""


def memory_of(pid: int) -> tuple[float, float]:
    """Resident and private memory of a process, MB (10⁶ bytes), as the limits have it."""
    fields = _fields(Path(f"/proc/{pid}/smaps_rollup"))
    return fields["Rss"] * 1024 / 1e6, (fields["Private_Clean"] + fields["Private_Dirty"]) * 1024 / 1e6


def cpu_seconds_of(pid: int) -> float:
    """Processor time a process has used so far, user and system, all threads."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / _TICKS_A_SECOND


def facts() -> dict[str, Any]:
    """Versions and the machine; nothing that names it or its owner."""
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "memory_gb": round(_fields(Path("/proc/meminfo"))["MemTotal"] * 1024 / 1e9, 1),
        "load": [float(load) for load in Path("/proc/loadavg").read_text(encoding="ascii").split()[:3]],
        "python": platform.python_version(),
        "pyside6": PySide6.__version__,
        "requests": requests.__version__,
        "epa_desktop": epa_gui.__version__,
        "platform_plugin": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }


def let_the_disk_rest() -> None:
    """Wait until all is written, so that nobody pays for another's writing."""
    if sys.platform != "win32":
        os.sync()
    time.sleep(0.2)


def _fields(path: Path) -> dict[str, int]:
    """Lines such as ``Rss:   90000 kB`` by their names."""
    lines = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {words[0].rstrip(":"): int(words[1]) for words in lines if len(words) == 3 and words[2] == "kB"}
