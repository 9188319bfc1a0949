"""What a process knows of its own memory: how much more than before it held at its peak."""

from pathlib import Path

_STATUS = Path("/proc/self/status")
_RESET_PEAK = "5"


class PeakMemory:
    """Counts from its making on."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text(_RESET_PEAK, encoding="ascii")
        self._before = _bytes("VmRSS")

    def growth(self) -> int:
        """Bytes that were resident at the peak beyond those that were before."""
        return _bytes("VmHWM") - self._before


def _bytes(name: str) -> int:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))
