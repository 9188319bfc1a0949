"""What the button beside the words of the History window's bar does."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """Select the entry of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class ShowExport:
    """Show the folder this file was exported to."""

    path: Path


BarCommand = ShowEntry | ShowExport
