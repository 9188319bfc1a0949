"""Columns of many different values: counted many fields at once, as runs of one kind."""

import re
from collections.abc import Sequence
from operator import itemgetter

from epa_gui.core.dataset import type_inference
from epa_gui.core.dataset.column_kinds import ColumnKinds, Common, is_odd_date
from epa_gui.core.dataset.day_order import has_order
from epa_gui.core.dataset.first_rows import A_POINT
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT

_NOTHING = re.compile("(?!)")
_MOST_DATES = 10_000
_SHARE_OF_THE_SAME = 0.8
_SHARE_BESIDE_WORDS = 0.1
"""How many fields are to be numbers, or dates, for the others to be worth counting: in general, and where the others
are the same few words again and again."""


class ManyValues(ColumnKinds):
    """Counts fields of which most differ; in a column of texts, once that is clear, only the empty ones."""

    __slots__ = (
        "_has_points",
        "_is_closed",
        "_made",
        "_made_for",
        "_same",
        "_swapped",
    )

    def __init__(self, name: str, common: Common) -> None:
        super().__init__(name, common)
        self._is_closed = False
        self._same: frozenset[str] = frozenset()
        self._swapped: dict[str, str] = {}
        self._has_points = False
        self._made_for = ("", 0)
        self._made: tuple[re.Pattern[str], tuple[str, ...]] = (_NOTHING, ())

    def _add_closed(self, fields: Sequence[str], first_row: int) -> None:
        """Count the empty fields of a column whose other fields have been settled as texts."""
        empty = fields.count("")
        if empty:
            self._note(EMPTY, "", first_row + fields.index(""), empty)
        if self._common.may_hold_strays and not self.hidden.row:
            self.hidden.look("\n".join(fields) + "\n", fields, first_row)

    def _close_unless_alike(self) -> None:
        filled = self._kinds.total() - self._kinds[EMPTY]
        if not filled:
            return
        main, _ = max(((kind, count) for kind, count in self._kinds.items() if kind != EMPTY), key=itemgetter(1))
        numbers = {kind for kind in self._kinds if type_inference.is_number(kind)}
        same = frozenset({main} if type_inference.is_date(main) else numbers)
        share = sum(self._kinds[kind] for kind in same) / filled
        words = self.words or {}
        are_words = bool(words) and all(kind in same or kind in {EMPTY, TEXT} for kind in self._kinds)
        self._same = same
        self._made_for = ("", 0)
        self._is_closed = share < (_SHARE_BESIDE_WORDS if are_words else _SHARE_OF_THE_SAME)
        self._swapped = {}
        if are_words and not self._is_closed:
            usual = self._examples[max(same, key=self._kinds.__getitem__)]
            self._swapped = {word: usual for word in words if "\n" not in word}

    def _add_many(self, fields: Sequence[str], first_row: int) -> None:
        main = self._main_kind(fields, first_row)
        dates = self._common.dates[main] if type_inference.is_date(main) else None
        is_settled = self._first_kinds is not None and self._common.orders[main] <= self.order.first.keys()
        if dates and is_settled and dates.issuperset(fields):
            self._kinds[main] += len(fields)
            self._take_out_empty(main, fields, first_row)
            return
        text = "\n".join(fields) + "\n"
        self._look_for_points(text)
        if self._first_kinds is None:
            self._first.look_at(fields, text)
        elif self._swapped:
            if main == NUMBER and self._add_digits_and_words(fields, text, first_row):
                return
            text = self._without_words(main, fields, text, first_row)
        self._look_for_hidden(text, fields, first_row)
        if not main or text.count("\n") != len(fields):
            self._add_each(fields, first_row)
            return
        if dates is not None and has_order(main):
            self.order.look_at(text, first_row)
        if main == NUMBER and type_inference.are_digits(text, len(fields)):
            self._kinds[main] += len(fields)
        elif self._add_runs(main, text, first_row) and dates is not None and len(dates) < _MOST_DATES:
            dates.update(fields)
            self._common.orders[main].update(self.order.first)
        if text.startswith("\n") or "\n\n" in text:
            self._take_out_empty(main, fields, first_row)

    def _look_for_points(self, text: str) -> None:
        if not self._has_points and "." in text:
            self._has_points = A_POINT.search(text) is not None

    def _look_for_hidden(self, text: str, fields: Sequence[str], first_row: int) -> None:
        """What nobody sees makes a number a text."""
        if TEXT in self._kinds:
            self.hidden.look(text, fields, first_row)

    def _main_kind(self, fields: Sequence[str], first_row: int) -> str:
        """The most frequent kind so far, or that of the first field there is; empty if there is none."""
        kinds = self._kinds
        if self._same and len(self._same) == 1:
            return next(iter(self._same))
        known = self._same or kinds.keys() - {EMPTY}
        if known:
            return max(sorted(known), key=kinds.__getitem__)
        first = next(filter(None, fields), "")
        kind = self._kind_of(first)
        if kind == EMPTY:
            return ""
        self._note(kind, first, first_row + fields.index(first), 0)
        return kind

    def _add_digits_and_words(self, fields: Sequence[str], text: str, first_row: int) -> bool:
        """Count plain numbers and the words that were seen among them; false if there is anything else."""
        words = type_inference.words_among_digits(text, fields, self._swapped)
        if words is None:
            return False
        self._kinds[NUMBER] += len(fields) - words
        self._kinds[TEXT] += words
        if text.startswith("\n") or "\n\n" in text:
            self._take_out_empty(NUMBER, fields, first_row)
        return True

    def _without_words(self, main: str, fields: Sequence[str], text: str, first_row: int) -> str:
        """Count the words that were seen among these fields, and put an ordinary field in place of each."""
        for word, usual in self._swapped.items():
            swapped = "\n" + text
            for _ in range(2):  # of two words in a row, the first time leaves the second one
                swapped = swapped.replace(f"\n{word}\n", f"\n{usual}\n")
            longer = len(usual) - len(word)  # what counts is how much the text has grown: looking at each takes longer
            count = (len(swapped) - 1 - len(text)) // longer if longer else fields.count(word)
            if count:
                self._note(TEXT, "", first_row, count)
                self._kinds[main] -= count
                text = swapped[1:]
        return text

    def _take_out_empty(self, main: str, fields: Sequence[str], first_row: int) -> None:
        """Empty fields were counted with the main kind."""
        empty = fields.count("")
        if empty:
            self._kinds[main] -= empty
            self._note(EMPTY, "", first_row + fields.index(""), empty)

    def _add_runs(self, main: str, text: str, first_row: int) -> bool:
        """Count the lines of a text, as many at once as are of one kind. True if all are of the main one or empty."""
        pattern, kinds = self._pattern(main)
        is_all_main = True
        for run in pattern.finditer(text):
            start, end = run.span()
            if run.lastindex:
                kind = kinds[run.lastindex - 1]
                self._kinds[kind] += text.count("\n", start, end)
                if kind == TEXT and self.words is not None:
                    self._add_words(text[start : end - 1].split("\n"), first_row + text.count("\n", 0, start))
                if end - start == len(text):
                    return run.lastindex == 1
                is_all_main = is_all_main and run.lastindex == 1
            else:
                field = text[start : end - 1]
                kind = self._kind_of(field)
                self._note(kind, field, first_row + text.count("\n", 0, start), 1)
                is_all_main = is_all_main and kind == main and not is_odd_date(field, kind)
        return is_all_main

    def _pattern(self, main: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
        """What finds runs of fields of one kind, and the kinds of its groups; made anew once more kinds are known."""
        key = (main, len(self._kinds))
        if self._made_for != key:
            self._made_for = key
            examples = self._examples
            first = {kind: examples.get(kind, "") for kind in (main, *sorted(self._same - {main}))}
            others = {
                kind: examples.get(kind, "") if type_inference.is_number(kind) and kind != NUMBER else ""
                for kind in self._kinds
                if kind not in first and kind != EMPTY
            }
            self._made = (type_inference.pattern_for_many(first, others), (main, *others))
        return self._made

    def _add_each(self, fields: Sequence[str], first_row: int) -> None:
        for row, field in enumerate(fields, first_row):
            self._note(self._kind_of(field), field, row, 1)
