"""What is known of the files of a new retraining, taken together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.roles import Role

if TYPE_CHECKING:  # loaded when the first file is read, not when the program starts
    from epa_gui.core.dataset.check import Reading


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the file it is about.

    Attributes:
        role: Which file.
        finding: What was found.
        is_mended: Whether a copy in UTF-8 mends it, and one will be sent.
    """

    role: Role
    finding: Finding
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is known of the files, so far or in the end.

    Attributes:
        files: The files that were chosen.
        readings: What was read of them.
        findings: Stops first, then advice; within each the training file's first.
        converted: Which files go as UTF-8 with BOM.
        is_reading: Whether more is to come.
    """

    files: Mapping[Role, Path]
    readings: "Mapping[Role, Reading]"
    findings: tuple[Placed, ...] = ()
    converted: frozenset[Role] = frozenset()
    is_reading: bool = False

    @property
    def to_convert(self) -> frozenset[Role]:
        """Those of `converted` that converting mends: one that has been saved as UTF-8 since needs it no more."""
        return frozenset(placed.role for placed in self.findings if placed.is_mended)

    @property
    def can_send(self) -> bool:
        """Whether every file was read to its end and nothing stands against sending it."""
        is_whole = all(role in self.readings and self.readings[role].is_whole for role in self.files)
        has_stops = any(placed.finding.stops and not placed.is_mended for placed in self.findings)
        return Role.TRAINING in self.files and is_whole and not self.is_reading and not has_stops
