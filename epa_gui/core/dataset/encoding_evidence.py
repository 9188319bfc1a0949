"""What the words of a piece of a file say about its encoding, where it is not UTF-8 throughout.

Bytes that are wrong at a few places are damage; bytes that are wrong nearly everywhere are another encoding.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from epa_gui.core.dataset import japanese_letters
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.encoding_candidates import candidates

MOST_WORDS = 2000

NO_SHIFT_JIS = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python makes of bytes that stand for nothing in Shift_JIS, but for letters in Western encodings."""

_WORD = re.compile(rb"[\x80-\xff][0-9@-~\x80-\xff]{0,60}")
"""Its second bytes may look like ASCII from the digits on (GB18030, Johab)."""

_BEFORE = re.compile(rb"[0-9@-Z\\^-z]*\Z")
_LETTERS_BEFORE = 12

_FEW_DIFFERENT = 2
"""Damaged words are so many times fewer than whole ones, of those that differ; …"""

_FEW = 4
"""… or so many times, of all: where a column has only two towns, one of them may be damaged."""

_ENOUGH_JAPANESE = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """What bytes are read as that are not UTF-8.

    Attributes:
        encoding: What.
        is_damaged: Whether they are surely that, with a few bytes that are nothing.
        is_unsure: Whether they are neither UTF-8 nor Shift_JIS, so that only a person can tell.
        is_remembered: Whether a person said so of other files like it.
        others: Other encodings that are likely, the most likely one first.
    """

    encoding: Encoding
    is_damaged: bool = False
    is_unsure: bool = False
    is_remembered: bool = False
    others: tuple[Encoding, ...] = ()


class Words:
    """The different words of some pieces that hold more than ASCII, with how often they occur."""

    def __init__(self) -> None:
        self._counts: Counter[bytes] = Counter()

    def add(self, piece: bytes, *, is_begun: bool = False, goes_on: bool = False) -> None:
        """Those of one more piece.

        Args:
            piece: Some bytes of the file.
            is_begun: Whether there are bytes before: then a word at its beginning may be cut, and is left out.
            goes_on: Whether there are bytes after it.
        """
        for found in _WORD.finditer(piece):
            before = _BEFORE.search(piece, max(0, found.start() - _LETTERS_BEFORE), found.start())
            start = before.start() if before else found.start()
            word = piece[start : found.end()]
            is_cut = (is_begun and start == 0) or (goes_on and found.end() == len(piece))
            if not is_cut and (word in self._counts or len(self._counts) < MOST_WORDS):
                self._counts[word] += 1

    def guess(self, tried: Collection[Encoding] = ()) -> Guess | None:
        """What they are, if they are not all UTF-8; `None` if they are no text at all.

        Args:
            tried: What was found not to hold to the file's end.
        """
        if self._are_mostly(_speaks_for_utf_8):
            return Guess(Encoding.UTF_8, is_damaged=True)
        whole = [word for word in self._counts if _is_shift_jis(word)]
        if len(whole) == len(self._counts) and Encoding.SHIFT_JIS not in tried:
            return Guess(Encoding.SHIFT_JIS)
        likeness = sum(japanese_letters.likeness(word.decode(Encoding.SHIFT_JIS.value)) for word in whole)
        if whole and likeness / len(whole) > _ENOUGH_JAPANESE and self._are_mostly(_is_shift_jis):
            return Guess(Encoding.SHIFT_JIS, is_damaged=True)
        likely = candidates(list(self._counts)) or self._western()
        return Guess(likely[0], is_unsure=True, others=likely) if likely else None

    def _western(self) -> tuple[Encoding, ...]:
        """What Western programs write, if that can be read: a sign alone tells too little to be likely."""
        readable = sum(_can_be_read(word, Encoding.WINDOWS_1252) for word in self._counts)
        return (Encoding.WINDOWS_1252,) if readable * 10 >= 9 * len(self._counts) else ()

    def are_all(self, encoding: Encoding) -> bool:
        """Whether all of them can be read so."""
        return all(_can_be_read(word, encoding) for word in self._counts)

    def _are_mostly(self, is_whole: Callable[[bytes], bool]) -> bool:
        whole = Counter({word: count for word, count in self._counts.items() if is_whole(word)})
        others = len(self._counts) - len(whole)
        if len(whole) >= _FEW_DIFFERENT * others:
            return bool(whole)
        return whole.total() >= _FEW * (self._counts.total() - whole.total()) and bool(whole)


def _speaks_for_utf_8(word: bytes) -> bool:
    """Whether it is UTF-8, or was before it was cut, and hardly anything else.

    Letters of three bytes hardly come about by chance. Those of two do: two half-width kana may pass as one.
    """
    letters = word.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= letter <= "\udcff" for letter in letters)
    long_ones = sum(letter >= "\u0800" for letter in letters) - wrong
    if long_ones or wrong:
        return long_ones > wrong
    return not _is_shift_jis(word) or japanese_letters.likeness(word.decode(Encoding.SHIFT_JIS.value)) < 0


def _can_be_read(word: bytes, encoding: Encoding) -> bool:
    try:
        word.decode(encoding.value)
    except UnicodeDecodeError:
        return False
    return True


def _is_shift_jis(word: bytes) -> bool:
    try:
        return not NO_SHIFT_JIS.search(word.decode(Encoding.SHIFT_JIS.value))
    except UnicodeDecodeError:
        return False


_DAMAGE = re.compile("[\udc80-\udcff]+")
_DAMAGE_IN_SHIFT_JIS = re.compile("[\udc80-\udcff\x80\xa0\uf8f0-\uf8f3]+")


def without_damage(text: str, encoding: Encoding) -> tuple[str, int]:
    """A text with one sign at each place where bytes were no text, and how many places there are.

    Args:
        text: Decoded with ``surrogateescape``.
        encoding: From what.
    """
    places = _DAMAGE_IN_SHIFT_JIS if encoding is Encoding.SHIFT_JIS else _DAMAGE
    return places.subn("\N{REPLACEMENT CHARACTER}", text)
