"""What was done to the copy of a file that was sent, as a job and the history keep it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from epa_gui.core.jobs.reading import build, parsed


@dataclass(frozen=True, slots=True)
class CopyStep:
    """One thing in which the copy differs from the file.

    Attributes:
        kind: A value of `dataset.repair.RepairKind`; a newer version may know more of them.
        column: In which column of the file, from 1; 0 for all of it.
        name: That column's name; for another delimiter, the one of the file.
        count: How many fields, names or rows it changed; 0 where that is not counted.
        rows: Which rows of the file were left out, as first and last of each run.
        words: The words that became empty fields.
    """

    kind: str
    column: int = 0
    name: str = ""
    count: int = 0
    rows: tuple[tuple[int, ...], ...] = ()
    words: tuple[str, ...] = ()


def to_json(steps: Iterable[CopyStep]) -> str:
    """As the history keeps them: one text, without what says nothing."""
    told = [{name: value for name, value in asdict(step).items() if value} for step in steps]
    return json.dumps(told, ensure_ascii=False) if told else ""


def from_json(text: str) -> tuple[CopyStep, ...]:
    """What the history keeps.

    Raises:
        ValueError: It is not what `to_json` writes.
    """
    told: Any = parsed(text)
    if not isinstance(told, list):
        raise ValueError("no list")  # noqa: TRY004  one error for all of it
    return tuple(build(CopyStep, step) for step in told)
