"""Whether a file that passes as Shift_JIS has letters that look wrong, which ones, and where they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from epa_gui.core.dataset import japanese_letters
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.encoding_candidates import candidates

MOST_SAMPLES = 400
"""Different fields that are kept: more say nothing new."""

_FIELDS_AT_ONCE = 40_000
_LATER_BATCHES = 32
"""So many fields are looked at one after the other; then those of every so many-th batch of rows: it takes no time."""

_SHIFT = "\x0e"
_SHOWN = 3
_LONGEST = 60
_SURE = -1.4
_MEAN = -0.2
"""Doubt begins where all the fields together speak so much against Shift_JIS, and each of them so much. No right file
came near it: half-width kana alone, names, rare kanji, 3 to 30 of them drawn thousands of times."""

_MIXED = -1.0
"""A field that speaks so much against it and is UTF-8 is in doubt by itself: two files may have been joined."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Letters that look wrong.

    Attributes:
        row: Where the first of them is, as a spreadsheet counts.
        column: Its column, from 1.
        samples: Some of the fields, as they were read.
        count: How many different fields look wrong.
        likely: What the file may be written in, the most likely one first.
    """

    row: int
    column: int
    samples: tuple[str, ...]
    count: int
    likely: tuple[Encoding, ...] = ()


class LetterSamples:
    """The different fields with more than ASCII in them, and the place of each."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        self._left = _FIELDS_AT_ONCE
        self._batches = 0
        self._judged: tuple[int, Doubt | None] = (0, None)

    def add(self, rows: Sequence[Sequence[str]], first: int) -> None:
        """Look at some rows.

        Args:
            rows: The fields.
            first: The number of the first of them, as a spreadsheet counts.
        """
        self._batches += 1
        if len(self._places) >= MOST_SAMPLES or (self._left <= 0 and self._batches % _LATER_BATCHES):
            return
        for number, row in enumerate(rows, first):
            self._left -= len(row)
            for column, text in enumerate(row, 1):
                if (
                    (not text.isascii() or _SHIFT in text)
                    and text not in self._places
                    and len(self._places) < MOST_SAMPLES
                ):
                    self._places[text] = (number, column)

    def are_all(self, encoding: Encoding) -> bool:
        """Whether all of them can be read as something else than Shift_JIS."""
        try:
            for text in self._places:
                _bytes(text).decode(encoding.value)
        except UnicodeDecodeError:
            return False
        return True

    def first(self) -> tuple[int, int, tuple[str, ...]]:
        """Row and column of the first field with more than ASCII, and some of these fields; zeros if there is none."""
        if not self._places:
            return 0, 0, ()
        row, column = next(iter(self._places.values()))
        return row, column, tuple(_short(text) for text in list(self._places)[:_SHOWN])

    def doubt(self) -> Doubt | None:
        """What looks wrong in what was read as Shift_JIS; `None` if nothing does."""
        if self._judged[0] != len(self._places):
            self._judged = (len(self._places), self._judge())
        return self._judged[1]

    def _judge(self) -> Doubt | None:
        points = {text: japanese_letters.likeness(text) for text in self._places}
        total = sum(points.values())
        if total < _SURE and total < _MEAN * len(points):
            wrong = [text for text, value in points.items() if value < 0]
        else:
            wrong = [text for text, value in points.items() if value <= _MIXED and _is_utf_8(text)]
            wrong += [text for text in points if text.isascii()]  # they have SO and SI
        if not wrong:
            return None
        row, column = min(self._places[text] for text in wrong)
        in_order = sorted(wrong, key=lambda text: (self._places[text] != (row, column), points[text]))
        likely = candidates([_bytes(text) for text in wrong])
        if all(not text.isascii() and _is_utf_8(text) for text in wrong):
            likely = (Encoding.UTF_8,)
        return Doubt(row, column, tuple(map(_short, in_order[:_SHOWN])), len(wrong), likely)


def _short(text: str) -> str:
    """Without ends of line, which a list of samples cannot show."""
    return " ".join(text.split())[:_LONGEST]


def _bytes(text: str) -> bytes:
    return text.encode(Encoding.SHIFT_JIS.value, "replace")


def _is_utf_8(text: str) -> bool:
    try:
        _bytes(text).decode()
    except UnicodeDecodeError:
        return False
    return True
