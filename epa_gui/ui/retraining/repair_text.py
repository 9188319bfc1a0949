"""The words for what the copy that is sent differs in: by one repair, and in all."""

from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.repair import Repair, RepairKind, step_of
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.repair_text import step_text


def repair_text(repair: Repair, finding: Finding | None = None, delimiter: str = "") -> str:
    """What a repair has changed, in one line.

    Args:
        repair: What was done, or can be.
        finding: What it puts right, if that is known: it names the column, and may tell how many fields.
        delimiter: What stands between the fields of the file, if that is known.
    """
    if repair.kind is RepairKind.DELIMITER:
        return step_text(step_of(repair, delimiter))
    name = finding.name if finding else ""
    count = finding.count if finding and repair.kind is not RepairKind.NAMES else 0
    return step_text(step_of(repair, name, count))


def copy_lines(inspection: Inspection, role: Role) -> list[str]:
    """All that the copy of a file differs in from it, a line each; empty if the file is sent as it is."""
    return [step_text(step) for step in inspection.steps(role)]
