"""Words for files and for what was found in them."""

from collections.abc import Callable

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import Finding, FindingKind


def rows(count: int, make: Callable[[int], str] = lambda number: f"{number},x{number % 7}", head: str = "a,b") -> str:
    """A table with so many rows of data; `make` gets each row's number, as a spreadsheet shows it: from 2."""
    return "\n".join([head, *(make(number) for number in range(2, count + 2))]) + "\n"


def kinds(reading: Reading) -> list[FindingKind]:
    """The kinds of all that was found."""
    return [finding.kind for finding in reading.findings]


def the_one(reading: Reading, kind: FindingKind) -> Finding:
    """The only finding of this kind."""
    found = [finding for finding in reading.findings if finding.kind is kind]
    assert len(found) == 1, f"{kind}: {reading.findings}"
    return found[0]
