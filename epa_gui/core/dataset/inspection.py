"""What is known of the files of a new retraining, taken together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.copy_step import CopyStep

if TYPE_CHECKING:  # loaded when the first file is read, not when the program starts
    from epa_gui.core.dataset.check import Reading


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the file it is about.

    Attributes:
        role: Which file.
        finding: What was found.
        is_mended: Whether its repair was chosen: the copy that is sent has it no more.
    """

    role: Role
    finding: Finding
    is_mended: bool = False


@dataclass(frozen=True)  # without slots: what is told of it is worked out once
class Inspection:
    """What is known of the files, so far or in the end.

    Attributes:
        files: The files that were chosen.
        readings: What was read of them.
        findings: Stops first, then advice; within each the training file's first.
        repairs: What a person chose to put right in the copy of each file.
        encodings: What a person said that a file is to be read as.
        is_reading: Whether more is to come.
    """

    files: Mapping[Role, Path]
    readings: "Mapping[Role, Reading]"
    findings: tuple[Placed, ...] = ()
    repairs: Mapping[Role, frozenset[Repair]] = field(default_factory=dict)
    encodings: Mapping[Role, Encoding] = field(default_factory=dict)
    is_reading: bool = False

    def needed_repairs(self, role: Role) -> frozenset[Repair]:
        """Those of `repairs` that mend something: a file that has been saved as UTF-8 since needs that no more."""
        mended = {found.finding.repair for found in self.findings if found.role is role and found.is_mended}
        return self.repairs.get(role, frozenset()) & mended

    def steps(self, role: Role) -> tuple[CopyStep, ...]:
        """The one list of what the copy of a file differs in from it; empty if it is sent as it is."""
        reading = self.readings.get(role)
        if reading is None or not (self.needed_repairs(role) | reading.repairs):
            return ()
        is_new = reading.encoding is not Encoding.UTF_8_BOM
        return (CopyStep(RepairKind.ENCODING.value),) * is_new + reading.steps

    def offered(self) -> tuple[Placed, ...]:
        """The findings that can be put right in the copy, and are not yet."""
        return tuple(placed for placed in self.findings if placed.finding.repair and not placed.is_mended)

    def stops(self) -> tuple[Placed, ...]:
        """The findings that stand against sending, as the copies are now."""
        return self._parted[0]

    def suggestions(self) -> tuple[Placed, ...]:
        """The findings that do not stand against sending, as the copies are now."""
        return self._parted[1]

    def mended(self) -> tuple[Placed, ...]:
        """The findings that are put right in the copies."""
        return self._parted[2]

    @cached_property
    def _parted(self) -> tuple[tuple[Placed, ...], tuple[Placed, ...], tuple[Placed, ...]]:
        """Stops, suggestions and what is mended: a wide file has thousands, and a form asks often."""
        parts: tuple[list[Placed], list[Placed], list[Placed]] = ([], [], [])
        for placed in self.findings:
            parts[2 if placed.is_mended else not placed.finding.stops].append(placed)
        return tuple(parts[0]), tuple(parts[1]), tuple(parts[2])

    @property
    def is_whole(self) -> bool:
        """Whether there is a training file, and every file was read to its end."""
        is_read = all(role in self.readings and self.readings[role].is_whole for role in self.files)
        return Role.TRAINING in self.files and is_read and not self.is_reading

    @property
    def can_be_overruled(self) -> bool:
        """Whether something stops the files, and nothing that a person may not overrule."""
        stops = self.stops()
        return self.is_whole and bool(stops) and all(placed.finding.can_be_overruled for placed in stops)

    def can_send(self, *, in_spite: bool = False) -> bool:
        """Whether every file was read to its end and nothing stands against sending it.

        Args:
            in_spite: Whether a person said that it is to be sent in spite of what stops it; see `OVERRULABLE`.
        """
        return self.is_whole and (not self.stops() or (in_spite and self.can_be_overruled))
