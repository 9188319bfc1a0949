"""The word for what a repair does, as it stands on a link and on a button."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Placed
from epa_gui.core.dataset.repair import RepairKind

translate = QCoreApplication.translate


def act_word(placed: Placed) -> str:
    """What can be done about a finding in the copy that is sent; empty if only a person can, in the file itself."""
    if placed.finding.repair is None:
        return ""
    if placed.is_mended:
        return translate("Finding", "Undo")
    if is_bom_alone(placed.finding):
        return translate("Finding", "Add the BOM")
    return _repair_word(placed.finding.repair.kind)


def is_bom_alone(finding: Finding) -> bool:
    """Whether the letters are UTF-8 already, so that converting them means no more than a mark at the beginning."""
    return (
        finding.kind is FindingKind.NO_BOM and finding.repair is not None and finding.repair.kind is RepairKind.ENCODING
    )


def _repair_word(kind: RepairKind) -> str:
    match kind:
        case RepairKind.ENCODING:
            return translate("Finding", "Convert to UTF-8")
        case RepairKind.DELIMITER:
            return translate("Finding", "Convert to commas")
        case RepairKind.ROWS | RepairKind.COLUMN:
            return translate("Finding", "Leave out")
        case RepairKind.EMPTY_WORDS:
            return translate("Finding", "Empty them")
    return translate("Finding", "Fix")
