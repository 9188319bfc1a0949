"""Sentences about a finding: which of them are said, with which number, and how they follow each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.finding import Finding

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence that a number of the finding decides the form of.

    Attributes:
        text: The sentence, where ``%Ln`` stands for the number.
        number: Which one: how many there are, of how many, how many fields the first row has, or how many more there
            are beside the first.
        least: The sentence is said from so many on.
    """

    text: str
    number: Literal["count", "total", "fields", "others"] = "count"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One or the other, by what the finding is."""

    is_so: Callable[[Finding], bool]
    then: "Part"
    otherwise: "Part" = ()


Part: TypeAlias = "str | Counted | Case | tuple[Part, ...]"
"""One of the three parts of a finding: a sentence, or several."""


def QT_TRANSLATE_NOOP(_context: str, text: str, _comment: str = "", _number: int = 0) -> str:
    """Marks a text for translation; it is translated where it is shown. With a number, it has plural forms."""
    return text


def sentences(part: Part, finding: Finding) -> list[str]:
    """What is said of a finding, translated; the marks in it still stand."""
    match part:
        case str():
            return [translate("Finding", part)]
        case Counted():
            number = _number(part.number, finding)
            return [QCoreApplication.translate("Finding", part.text, "", number)] if number >= part.least else []
        case Case():
            return sentences(part.then if part.is_so(finding) else part.otherwise, finding)
    return [said for one in part for said in sentences(one, finding)]


def is_fixable(finding: Finding) -> bool:
    """Whether it can be fixed in the copy that is sent."""
    return finding.repair is not None


def is_of_the_target(finding: Finding) -> bool:
    """Whether it is known to be about the column to predict."""
    return finding.values[:1] == ("target",)


def has_first(finding: Finding) -> bool:
    """Whether there is something in the first place of what differs."""
    return bool(finding.values and finding.values[0])


def has_second(finding: Finding) -> bool:
    """The same of the second."""
    return len(finding.values) > 1 and bool(finding.values[1])


def _number(name: str, finding: Finding) -> int:
    match name:
        case "total":
            return finding.total
        case "fields":
            return int(finding.values[0])
        case "others":
            return finding.count - 1
    return finding.count
