"""A row of the benchmark's table: what was measured, its limit, and whether it keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median
from typing import Any


class Against(StrEnum):
    """What a limit is held against."""

    MEDIAN = "median"
    WORST = "worst"
    PEER = "times the peer's median"


@dataclass(frozen=True, slots=True)
class Limit:
    """How much it may be at most, or must be at least.

    Attributes:
        bound: The number.
        against: Of what.
        is_least: Whether less than that is too little; else more is too much.
    """

    bound: float
    against: Against = Against.MEDIAN
    is_least: bool = False

    def text(self) -> str:
        """For the table."""
        sign = "≥" if self.is_least else "≤"
        suffix = {Against.MEDIAN: "", Against.WORST: " always", Against.PEER: " × peer"}[self.against]
        return f"{sign} {self.bound:g}{suffix}"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and its peer, from the same runs.

    Attributes:
        name: What it is.
        unit: Of `ours` and `peer`.
        ours: A value a run.
        peer: The peer's, or none where there is no peer.
        limit: What is promised, if anything is.
    """

    name: str
    unit: str
    ours: Sequence[float]
    peer: Sequence[float] = field(default=())
    limit: Limit | None = None

    @property
    def ratio(self) -> float | None:
        """Our median over the peer's."""
        return median(self.ours) / median(self.peer) if self.peer and median(self.peer) else None

    @property
    def is_ok(self) -> bool | None:
        """Whether the limit is kept; `None` where there is none."""
        if self.limit is None:
            return None
        if self.limit.against is Against.PEER:
            measured = self.ratio
        elif self.limit.against is Against.WORST:
            measured = max(self.ours)
        else:
            measured = median(self.ours)
        if measured is None:
            return False
        return measured >= self.limit.bound if self.limit.is_least else measured <= self.limit.bound

    def cells(self) -> list[str]:
        """As the table shows it."""
        verdict = {True: "ok", False: "short", None: ""}[self.is_ok]
        return [
            self.name,
            self.unit,
            _number(median(self.ours)),
            f"{_number(min(self.ours))}–{_number(max(self.ours))}",
            _number(median(self.peer)) if self.peer else "–",
            f"{self.ratio:.2f}" if self.ratio is not None else "–",
            self.limit.text() if self.limit else "–",
            verdict,
        ]

    def as_json(self) -> dict[str, Any]:
        """All of it, raw values first."""
        return {
            "name": self.name,
            "unit": self.unit,
            "ours": list(self.ours),
            "peer": list(self.peer),
            "ours_median": median(self.ours),
            "peer_median": median(self.peer) if self.peer else None,
            "ratio": self.ratio,
            "limit": self.limit.text() if self.limit else None,
            "ok": self.is_ok,
        }


def table(rows: Sequence[Row]) -> str:
    """The rows under their headings, as Markdown, which a note can take over."""
    lines = [["", "unit", "ours", "range", "peer", "ratio", "limit", ""], *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    texts = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([texts[0], rule, *texts[1:]])


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"
