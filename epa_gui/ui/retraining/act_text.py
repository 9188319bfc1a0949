"""The word for what a repair does, as it stands on a link and on a button."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.inspection import Placed
from epa_gui.core.dataset.repair import RepairKind

translate = QCoreApplication.translate


def act_word(placed: Placed) -> str:
    """What can be done about a finding in the copy that is sent; empty if only a person can, in the file itself."""
    if placed.finding.repair is None:
        return ""
    return translate("Finding", "Undo") if placed.is_mended else _repair_word(placed.finding.repair.kind)


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
