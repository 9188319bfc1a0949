"""What is found about a file's encoding. Source of the rules: the service's console manual."""

from collections.abc import Iterator
from dataclasses import dataclass

from epa_gui.core.dataset.encoding import READ_BY_THE_SERVICE, UTF_16_KINDS, Encoding
from epa_gui.core.dataset.encoding_doubt import Doubt
from epa_gui.core.dataset.encoding_evidence import Guess
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind

_TO_UTF_8 = Repair(RepairKind.ENCODING)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What is known of a file's letters.

    Attributes:
        guess: What it was taken for where its bytes are not UTF-8.
        doubt: What looks wrong in it.
        is_broken_off: Whether it could not be read to its end.
        damaged: At how many places bytes are no text.
        first_lost: Row and column of the first sign for a letter that was lost, by that or before.
        first: Row and column of the first field beyond ASCII, where the encoding is only likely.
        samples: Some of those fields.
        first_doubled: Row and column of the first field whose letters were read wrongly before.
        doubled: That field, and what it should say.
    """

    guess: Guess | None = None
    doubt: Doubt | None = None
    is_broken_off: bool = False
    damaged: int = 0
    first_lost: tuple[int, int] = (0, 0)
    first: tuple[int, int] = (0, 0)
    samples: tuple[str, ...] = ()
    first_doubled: tuple[int, int] = (0, 0)
    doubled: tuple[str, ...] = ()


def encoding_findings(encoding: Encoding, letters: LetterFacts, *, has_early_letters: bool) -> Iterator[Finding]:
    """What stands in the way of the service's reading the letters rightly.

    A copy in UTF-8 is offered only where it is sure what the letters are: read wrongly, they would be wrong for good.
    """
    if letters.is_broken_off:
        return
    if letters.damaged:
        row, column = letters.first_lost
        values: tuple[str, ...] = (encoding.value,)
        yield Finding(FindingKind.DAMAGED_LETTERS, row, column, count=letters.damaged, values=values)
    elif letters.first_lost[0]:
        yield Finding(FindingKind.LOST_LETTERS, *letters.first_lost)
    if letters.doubled and letters.doubt is None:
        yield Finding(FindingKind.DOUBLED_LETTERS, *letters.first_doubled, values=letters.doubled)
    if letters.doubt is not None:
        yield _looks_wrong(letters.doubt)
    elif letters.guess is not None and letters.guess.is_unsure:
        values = (encoding.value, *letters.samples)
        others = letters.guess.others
        yield Finding(FindingKind.UNSURE_ENCODING, *letters.first, values=values, encodings=others)
    elif not letters.damaged:
        yield from _sure(encoding, has_early_letters=has_early_letters)


def _looks_wrong(doubt: Doubt) -> Finding:
    best = doubt.likely[0].value if doubt.likely else ""
    values = (best, *doubt.samples)
    kind = FindingKind.LETTERS_LOOK_WRONG
    return Finding(kind, doubt.row, doubt.column, count=doubt.count, values=values, encodings=doubt.likely)


def _sure(encoding: Encoding, *, has_early_letters: bool) -> Iterator[Finding]:
    """The service looks at the first 1,000 bytes alone; only a BOM, or Shift_JIS letters among them, tell it enough."""
    if encoding in UTF_16_KINDS:
        yield Finding(FindingKind.UTF_16, repair=_TO_UTF_8)
    elif encoding not in READ_BY_THE_SERVICE:
        yield Finding(FindingKind.OTHER_ENCODING, values=(encoding.value,), repair=_TO_UTF_8)
    elif encoding in {Encoding.UTF_8, Encoding.SHIFT_JIS} and not has_early_letters:
        yield Finding(FindingKind.LATE_LETTERS, values=(encoding.value,), repair=_TO_UTF_8)
    elif encoding is Encoding.UTF_8:
        yield Finding(FindingKind.NO_BOM, repair=_TO_UTF_8)
