"""Reads a file as text, in pieces that end with a line: bounded memory, whatever the file holds."""

import codecs
import hashlib
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from epa_gui.core.dataset.encoding import FIRST_BYTES, Encoding, first_guess

PIECE = 1 << 16
"""Bytes read at a time. Larger ones leave the processor's cache, and everything takes longer (measured)."""

LONGEST_ROW = 1 << 20
"""Characters. Beyond them something is wrong with the file, and memory would not be bounded: a row of a million
characters may be half a million fields, which take eighty times as many bytes."""

BEGINNING = 4096
"""Bytes that tell what kind of file it is."""

_OTHER_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NO_SHIFT_JIS = re.compile("[\x80\uf8f0-\uf8f3]")
"""What Python makes of bytes that stand for nothing in Shift_JIS, but for letters in Western encodings."""

_NO_LETTER = "\N{REPLACEMENT CHARACTER}"


class RowTooLongError(Exception):
    """A line goes on beyond `LONGEST_ROW`: line ends are missing."""


class NotDecodableError(Exception):
    """The bytes at `offset` are no text in the encoding that was tried."""

    def __init__(self, offset: int) -> None:
        super().__init__(str(offset))
        self.offset = offset


class OtherEncodingError(NotDecodableError):
    """What was read so far cannot be what it was taken for: begin again with `encoding`."""

    def __init__(self, offset: int, encoding: Encoding) -> None:
        super().__init__(offset)
        self.encoding = encoding


class Source:
    """One pass over a file.

    Attributes:
        encoding: What it is read as, so far; `ASCII` until a byte says more.
        done: Bytes read.
        has_early_letters: Whether the first 1,000 bytes hold more than ASCII.
        has_nuls: Whether there are NUL characters.
        failure: Why its text broke off, once it did.
    """

    def __init__(self, file: BinaryIO, size: int, encoding: Encoding | None = None, *, piece: int = PIECE) -> None:
        """Begin at the file's start.

        Args:
            file: Open, and not buffered.
            size: Bytes to read at most, and one piece; a file that grows has no end.
            encoding: What to read it as, if that is known.
            piece: Bytes to read at a time.
        """
        self._file = file
        self._size = size
        self._asked = encoding
        self._piece = piece
        self._hash = hashlib.sha256()
        self.encoding = Encoding.ASCII
        self.done = 0
        self.has_early_letters = False
        self.has_nuls = False
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

        Where bytes are no text, the text ends with a sign for them, and `failure` says why.

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
        decoder = self._first_decoder()
        try:
            while piece := self._read():
                if self.encoding is Encoding.ASCII and not piece.isascii():
                    decoder = self._utf_8_or_shift_jis(piece, decoder)
                text = decoder.decode(piece)
                if self.encoding is Encoding.SHIFT_JIS and (bad := _NO_SHIFT_JIS.search(text)):
                    yield self._until_no_letter(text[: bad.start()], text[bad.start() :])
                    return
                if "\0" in text:
                    self.has_nuls = True
                yield text
            if not self.has_grown:
                yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            yield self._until_failure(error)

    def _first_decoder(self) -> codecs.IncrementalDecoder:
        self._file.seek(0)
        beginning = self._file.read(BEGINNING)
        self._file.seek(0)
        self.has_early_letters = not beginning[:FIRST_BYTES].isascii()
        guess = self._asked or first_guess(beginning)
        self.encoding = Encoding.ASCII if guess is Encoding.UTF_8 else guess
        return codecs.getincrementaldecoder(guess.value)()

    def _read(self) -> bytes:
        piece = b"" if self.has_grown else self._file.read(self._piece)
        self._hash.update(piece)
        self.done += len(piece)
        return piece

    def _utf_8_or_shift_jis(self, piece: bytes, decoder: codecs.IncrementalDecoder) -> codecs.IncrementalDecoder:
        """The first bytes beyond ASCII say which of the two it is; all before read the same in both."""
        self.encoding = Encoding.UTF_8
        try:
            codecs.getincrementaldecoder("utf-8")().decode(piece)
        except UnicodeDecodeError:
            self.encoding = Encoding.SHIFT_JIS
            return codecs.getincrementaldecoder(Encoding.SHIFT_JIS.value)()
        return decoder

    def _until_failure(self, error: UnicodeDecodeError) -> str:
        """The good text of a piece that is none as a whole, with a sign at its end."""
        offset = self.done - len(error.object) + error.start
        if self.encoding is Encoding.UTF_8 and self._asked is None:
            self.failure = OtherEncodingError(offset, Encoding.SHIFT_JIS)
        else:
            self.failure = NotDecodableError(offset)
        return bytes(error.object[: error.start]).decode(error.encoding, "replace").removeprefix("\ufeff") + _NO_LETTER

    def _until_no_letter(self, good: str, rest: str) -> str:
        self.failure = NotDecodableError(self.done - len(rest.encode(Encoding.SHIFT_JIS.value)))
        return good + _NO_LETTER


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as a file opened with ``newline=""`` gives them: at CR, LF or CRLF."""
    if any(sign in text for sign in _OTHER_LINE_ENDS):
        return list(io.StringIO(text, newline=""))
    return text.splitlines(keepends=True)  # twice as fast, but it knows more line ends than `csv` does
