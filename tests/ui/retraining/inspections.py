"""What tests of the form show: readings and findings made by hand, as a check would make them."""

from collections.abc import Iterable
from pathlib import Path

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType

TO_UTF_8 = Repair(RepairKind.ENCODING)
NO_BOM = Finding(FindingKind.NO_BOM, repair=TO_UTF_8)
TWO_NAMES = Finding(FindingKind.DUPLICATE_NAME, 1, 2, "region", 2, values=("2", "11"))
UNREADABLE = Finding(FindingKind.A_ZIP)
COLUMNS = (
    ColumnProfile("id", ColumnType.NUMBER),
    ColumnProfile("region", ColumnType.TEXT, labels=("Kanto", "Chubu")),
    ColumnProfile("left", ColumnType.TEXT, labels=("yes", "no")),
)


def empty_column(number: int, *, is_stop: bool = False) -> Finding:
    """A finding about a column; each is another one."""
    kind = FindingKind.DUPLICATE_NAME if is_stop else FindingKind.MOSTLY_EMPTY
    return Finding(kind, column=number, name=f"column {number}", count=9, total=10, values=("1", "2"))


def fixable(number: int) -> Finding:
    """One that can be put right in the copy."""
    repair = Repair(RepairKind.EMPTY_WORDS, number, words=("-",))
    return Finding(FindingKind.MIXED_TYPES, 2, number, f"column {number}", 3, 9, ("number", "text"), repair)


def reading(rows: int = 300, *, is_whole: bool = True, encoding: Encoding = Encoding.UTF_8_BOM) -> Reading:
    """A file of three columns."""
    preview = (("id", "region", "left"), *((str(n), "Kanto", "yes") for n in range(min(rows, 20))))
    return Reading(
        Path("November.csv"), 10, 20, rows, encoding, ",", COLUMNS, preview, is_over=is_whole, is_whole=is_whole,
        sha256=f"{rows}",
    )  # fmt: skip


def inspection(
    *findings: Finding,
    mended: Iterable[Finding] = (),
    evaluation: Iterable[Finding] | None = None,
    training: Reading | None = None,
    is_reading: bool = False,
) -> Inspection:
    """What is known of a training file, and of an evaluation file where its findings are given."""
    placed = [Placed(Role.TRAINING, finding) for finding in findings]
    placed += [Placed(Role.TRAINING, finding, is_mended=True) for finding in mended]
    readings = {Role.TRAINING: training or reading()}
    if evaluation is not None:
        placed += [Placed(Role.EVALUATION, finding) for finding in evaluation]
        readings[Role.EVALUATION] = reading(1000)
    placed.sort(key=lambda found: not found.finding.stops)
    repairs = frozenset(finding.repair for finding in mended if finding.repair)
    files = {role: Path(f"{role.value}.csv") for role in readings}
    return Inspection(files, readings, tuple(placed), repairs={Role.TRAINING: repairs}, is_reading=is_reading)
