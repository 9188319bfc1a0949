"""Reads a file as text, in pieces that end with a line: bounded memory, whatever the file holds."""

import codecs
import hashlib
import io
from collections.abc import Iterator
from typing import BinaryIO

from epa_gui.core.dataset.encoding import (
    FIRST_BYTES,
    ISO_2022_KINDS,
    KEEPS_ASCII,
    SURE_AT_A_GLANCE,
    Encoding,
    first_guess,
    is_forgiving,
    iso_2022_kind,
)
from epa_gui.core.dataset.encoding_doubt import LetterSamples
from epa_gui.core.dataset.encoding_evidence import NO_SHIFT_JIS, Guess, Words, without_damage

PIECE = 1 << 15
"""Bytes read at a time. Larger ones leave the processor's cache, and everything takes longer (measured)."""

LONGEST_ROW = 1 << 20
"""Characters. Beyond them something is wrong with the file, and memory would not be bounded: a row of a million
characters may be half a million fields, which take eighty times as many bytes."""

BEGINNING = 4096
"""Bytes that tell what kind of file it is."""

_BEFORE_A_PIECE = 200
"""Bytes before a piece that are looked at again, since a word may begin there."""

_OTHER_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NO_LETTER = "\N{REPLACEMENT CHARACTER}"


class RowTooLongError(Exception):
    """A line goes on beyond `LONGEST_ROW`: line ends are missing."""


class NotDecodableError(Exception):
    """The bytes at `offset` are no text in the encoding that was tried."""

    def __init__(self, offset: int) -> None:
        super().__init__(str(offset))
        self.offset = offset


class OtherEncodingError(NotDecodableError):
    """What was read so far cannot be what it was taken for: begin again with this guess, and what led to it."""

    def __init__(self, offset: int, guess: Guess, words: Words) -> None:
        super().__init__(offset)
        self.guess = guess
        self.words = words


class Source:
    """One pass over a file.

    Attributes:
        encoding: What it is read as, so far; `ASCII` until a byte says more.
        is_chosen: Whether a person said so.
        guess: What it was taken for where its bytes are not UTF-8.
        samples: Some of its fields beyond ASCII, where the encoding is no more than likely.
        wants_samples: Whether `samples` are needed.
        damaged: At how many places bytes are no text, though the rest is; each shows as a sign.
        has_lost: Whether it has such signs, from damage or from a program that wrote them.
        done: Bytes read.
        has_early_letters: Whether the first 1,000 bytes hold more than ASCII.
        has_nuls: Whether there are NUL characters.
        has_shifts: Whether letters switch to another set by SO and SI, which no encoding here can read.
        has_double_ends: Whether its first lines end with CR CR LF.
        failure: Why its text broke off, once it did.
    """

    def __init__(
        self,
        file: BinaryIO,
        size: int,
        encoding: Encoding | None = None,
        *,
        again: OtherEncodingError | None = None,
        remembered: Encoding | None = None,
        piece: int = PIECE,
    ) -> None:
        """Begin at the file's start.

        Args:
            file: Open, and not buffered.
            size: Bytes to read at most, and one piece; a file that grows has no end.
            encoding: What a person said that it is to be read as.
            again: Why an earlier pass broke off.
            remembered: What a person said of other files like it: taken where the bytes alone do not tell.
            piece: Bytes to read at a time.
        """
        self._file = file
        self._size = size
        self._asked = encoding
        self._remembered = remembered
        self._piece = piece
        self._hash = hashlib.sha256()
        self._first_letters = b""
        self._tail = b""
        self._decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder(Encoding.UTF_8.value)()
        self._again = again
        self._words = again.words if again else Words()
        self._is_lenient = False
        self.guess: Guess | None = None
        self.encoding = Encoding.ASCII
        self.is_chosen = encoding is not None
        self.samples = LetterSamples()
        self.wants_samples = False
        self.damaged = 0
        self.has_lost = False
        self.done = 0
        self.has_early_letters = False
        self.has_nuls = False
        self.has_shifts = False
        self.has_double_ends = False
        self.failure: NotDecodableError | None = None

    @property
    def has_grown(self) -> bool:
        """Whether there was more to read than there should be."""
        return self.done > self._size

    def sha256(self) -> str:
        """Of the bytes read so far, in hexadecimal."""
        return self._hash.hexdigest()

    def texts(self) -> Iterator[str]:
        """Whole lines, some at a time; what follows the last line end comes last.

        Where bytes are no text, there is a sign for them. Where nothing more can be read, the text ends with one, and
        `failure` says why.

        Raises:
            RowTooLongError: A line does not end.
            OSError: The file cannot be read on.
        """
        carry = ""
        for text in self._decoded():
            whole = carry + text if carry else text
            cut = whole.rfind("\n") + 1
            # A CR at the end may be the first half of a CRLF.
            cut = whole.rfind("\r", cut, len(whole) - 1) + 1 or cut
            carry = whole[cut:]
            if len(carry) > LONGEST_ROW:
                raise RowTooLongError
            if cut:
                yield whole[:cut]
        if carry:
            yield carry

    def _decoded(self) -> Iterator[str]:
        self._decoder = self._first_decoder()
        is_over = False
        while not is_over and self.failure is None:
            piece = self._read()
            is_over = not piece
            if is_over and self.has_grown:
                return
            if self.encoding is Encoding.ASCII and piece:
                if not piece.isascii():
                    self._go_beyond_ascii(piece)
                elif self._asked is None and self._switches(piece):
                    return
            text = self._text_of(piece, is_over=is_over)
            if self._is_lenient:
                text, places = without_damage(text, self.encoding)
                self.damaged += places
            if not self.has_lost and _NO_LETTER in text:
                self.has_lost = True
            if "\0" in text:
                self.has_nuls = True
            yield text

    def _text_of(self, piece: bytes, *, is_over: bool) -> str:
        """The text of a piece, with whatever decoder takes it; up to where nothing does."""
        before = self._decoder.getstate()
        while True:
            text, error = "", None
            try:
                text = self._decoder.decode(piece, is_over)
            except UnicodeDecodeError as caught:
                error = caught
            if error is None and (self._is_lenient or not self._has_holes(text)):
                return text
            decoder = self._other_decoder(piece, before, error)
            if decoder is None:
                return self._until_failure(piece, text, error)
            self._decoder = decoder

    def _first_decoder(self) -> codecs.IncrementalDecoder:
        self._file.seek(0)
        beginning = self._file.read(BEGINNING)
        self._file.seek(0)
        self.has_early_letters = not beginning[:FIRST_BYTES].isascii()
        self.has_double_ends = beginning.count(b"\r\r\n") > 1
        found = first_guess(beginning)
        if self._again is not None:
            return self._decoder_of(self._again.guess)
        # Which of its kind it is, and whether it has a mark, is for the bytes to say.
        kind = next((kinds for kinds in SURE_AT_A_GLANCE if self._asked in kinds and found in kinds), None)
        wanted = self._asked if self._asked and not kind else found
        self.encoding = Encoding.ASCII if wanted in KEEPS_ASCII else wanted
        codec = Encoding.UTF_8 if wanted in KEEPS_ASCII else wanted
        return codecs.getincrementaldecoder(codec.value)()

    def _decoder_of(self, guess: Guess) -> codecs.IncrementalDecoder:
        """The decoder for a guess, from here on."""
        self.guess = guess
        self.encoding = guess.encoding
        self._is_lenient = guess.is_damaged or guess.is_unsure
        self.is_chosen = self.is_chosen or guess.is_remembered
        is_likely = guess.is_unsure or guess.encoding is Encoding.SHIFT_JIS
        self.wants_samples = is_likely and not self.is_chosen
        return codecs.getincrementaldecoder(guess.encoding.value)("surrogateescape" if self._is_lenient else "strict")

    def _read(self) -> bytes:
        piece = b"" if self.has_grown else self._file.read(self._piece)
        self._hash.update(piece)
        self.done += len(piece)
        return piece

    def _go_beyond_ascii(self, piece: bytes) -> None:
        """These are the first bytes beyond ASCII: what was read before reads the same in most encodings."""
        self._first_letters = piece
        if self._asked in KEEPS_ASCII and self._asked not in {Encoding.UTF_8, Encoding.UTF_8_BOM}:
            self.encoding = self._asked
            self._decoder = codecs.getincrementaldecoder(self._asked.value)()
        else:
            self.encoding = Encoding.UTF_8

    def _switches(self, piece: bytes) -> bool:
        """Whether it switches between sets of letters by ESC: then it is to be read as that."""
        if b"\x0e" in piece and b"\x0f" in piece:  # shift out, shift in: half-width kana in seven bits
            self.wants_samples = self.has_shifts = True
        if b"\x1b" not in piece and b"\x1b" not in self._tail:
            self._tail = piece[-3:]
            return False
        seen = self._tail + piece
        self._tail = seen[-3:]
        kind = iso_2022_kind(seen)
        if kind is not None:
            self.failure = OtherEncodingError(self.done - len(piece), Guess(kind), self._words)
        return kind is not None

    def _other_decoder(
        self, piece: bytes, before: tuple[bytes, int], error: UnicodeDecodeError | None
    ) -> codecs.IncrementalDecoder | None:
        """What else to read these bytes with; `None` if nothing can, or all has to be read again."""
        guess = self._guess_again(piece)
        if guess is None:
            return None
        is_new = guess.encoding is not self.encoding
        if is_new and (self._again is not None or (self._first_letters and self._first_letters is not piece)):
            self.failure = OtherEncodingError(self._offset(piece, error), guess, self._words)
            return None
        decoder = self._decoder_of(guess)
        if not is_new:
            decoder.setstate(before)
        return decoder

    def _guess_again(self, piece: bytes) -> Guess | None:
        """What to take these bytes for, which are not what they were taken for; `None` if nothing will do."""
        if self._is_lenient:
            return None
        if self.encoding in ISO_2022_KINDS and not self.is_chosen:
            later = ISO_2022_KINDS[ISO_2022_KINDS.index(self.encoding) + 1 :]
            return Guess(later[0]) if later else None
        if not is_forgiving(self.encoding):
            return None
        if self.is_chosen or self.encoding is Encoding.UTF_8_BOM:
            return Guess(self.encoding, is_damaged=True)
        self._words.add(self._first_letters, is_begun=True, goes_on=True)
        self._look_around(piece)
        guess = self._words.guess({Encoding.SHIFT_JIS} if self.encoding is Encoding.SHIFT_JIS else ())
        is_remembered = guess is not None and guess.is_unsure and self._remembered is not None
        if is_remembered and self._remembered and self._words.are_all(self._remembered):
            return Guess(self._remembered, is_remembered=True)
        return guess

    def _look_around(self, piece: bytes) -> None:
        """Take the words of this piece and of what follows: its first letter may be its last byte."""
        here = self._file.tell()
        start = max(0, self.done - len(piece) - _BEFORE_A_PIECE)
        self._file.seek(start)
        around = self._file.read(_BEFORE_A_PIECE + len(piece) + PIECE)
        self._words.add(around, is_begun=start > 0, goes_on=self._file.tell() < self._size)
        self._file.seek(here)

    def _has_holes(self, text: str) -> bool:
        return self.encoding is Encoding.SHIFT_JIS and NO_SHIFT_JIS.search(text) is not None

    def _offset(self, piece: bytes, error: UnicodeDecodeError | None) -> int:
        return self.done - (len(error.object) - error.start if error else len(piece))

    def _until_failure(self, piece: bytes, text: str, error: UnicodeDecodeError | None) -> str:
        """The good text of a piece that is none as a whole, with a sign at its end."""
        if self.failure is None:
            self.failure = NotDecodableError(self._offset(piece, error))
        if error is not None:
            good = bytes(error.object[: error.start]).decode(error.encoding, "replace").removeprefix("\ufeff")
        else:
            good = NO_SHIFT_JIS.split(text, maxsplit=1)[0]
        return good + _NO_LETTER


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as a file opened with ``newline=""`` gives them: at CR, LF or CRLF."""
    if any(sign in text for sign in _OTHER_LINE_ENDS):
        return list(io.StringIO(text, newline=""))
    return text.splitlines(keepends=True)  # twice as fast, but it knows more line ends than `csv` does
