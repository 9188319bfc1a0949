"""Finds a secret in a text however it is spelt there: JSON, HTML, percent-encoded, Python's repr, mail, Base64, hex.

Text and secret are read down to the same plain form, a few passes each linear in the text, and are compared in that
form. What is found is given as places in the text as it came, so that nothing else of it changes.
"""

import base64
import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

_SHORTEST = 4
_SHORTEST_ENCODED = 8
"""Shorter ones are looked for as they are only: joined lines, decoded bytes, and words would hold them by chance."""

_MOST_PASSES = 5
"""A link in JSON in an HTML page in a quoted mail takes four."""

_AMPERSANDS = r"&(?:amp;|AMP;|#0{0,8}38;|#[xX]0{0,8}26;)*+"
_ESCAPE = re.compile(
    r"%(?:25)*[c-fC-F][0-9a-fA-F](?:%(?:25)*[89abAB][0-9a-fA-F]){1,3}"  # one character of several bytes
    r"|%(?:25)*(?:[uU]00)?[0-9a-fA-F]{2}"
    r"|(?<!\\)\\++(?:u[0-9a-fA-F]{4}|u\{0{0,6}[0-9a-fA-F]{1,6}\}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|[nrt!-/:-@\[\]-`{-~])?"
    rf"|{_AMPERSANDS}(?:#[0-9]{{1,9}};?|#[xX][0-9a-fA-F]{{1,8}};?|[A-Za-z][A-Za-z0-9]{{1,31}};|lt|gt|quot|amp)?"
    r"|[\r\n\u0085\u2028\u2029]++[ \t]*+"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]++"
)
_QUOTED_PRINTABLE = re.compile(r"=[0-9A-Fa-f]{2}|=[ \t]*+\r?\n")
_MARKS = re.compile(r"[%\\&\x00-\x08\x0a-\x1f\x7f\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]")
_WIDE = {wide: " " if wide == 0xFF0B else chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_HAS_WIDE = re.compile("[\uff01-\uff5e]")
_ESCAPED = {"n": "", "r": "", "t": "\t"}


class _Reading:
    """A text read one step towards its plain form, which remembers where every piece came from."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        pieces: list[str] = []
        self._starts = [0]
        """Where in the result a piece begins that came over unchanged, and below it where it began before."""
        self._sources = [0]
        self._ends = [0]
        """Where, before, the token just in front of that piece ended."""
        at = length = 0
        for token in pattern.finditer(text):
            plain = _plain(token[0])
            if plain == token[0]:
                continue
            pieces += (text[at : token.start()], plain)
            length += token.start() - at
            self._add(length, token.start(), token.end())
            length += len(plain)
            at = token.end()
            self._add(length, at, at)
        pieces.append(text[at:])
        self.text = "".join(pieces)
        self.is_changed = at > 0

    def _add(self, start: int, source: int, end: int) -> None:
        self._starts.append(start)
        self._sources.append(source)
        self._ends.append(end)

    def source_of(self, begin: int, end: int) -> tuple[int, int]:
        """The place before this reading that ``text[begin:end]`` came from, whole tokens."""
        first, last = self._at(begin), self._at(end - 1)
        whole = self._ends[first] > self._sources[first]
        source = self._sources[first] + (0 if whole else begin - self._starts[first])
        if self._ends[last] > self._sources[last]:
            return source, self._ends[last]
        return source, self._sources[last] + end - self._starts[last]

    def _at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


def _plain(token: str) -> str:
    """What an escape stands for; lines joined, and what has no width left out."""
    match token[0]:
        case "%":
            return bytes(int(part[-2:], 16) for part in token.split("%")[1:]).decode("utf-8", "replace")
        case "\\":
            return _unescaped(token)
        case "&":
            name = re.sub(_AMPERSANDS, "", token)
            return html.unescape(f"&{name}") if name else "&"
        case "=" if len(token) == 3 and token[1] not in " \t\r\n":
            return chr(int(token[1:], 16))
        case _:
            return ""


def _unescaped(token: str) -> str:
    rest = token.lstrip("\\")
    if not rest:
        return "\\"
    if rest[0] in "uUx":
        number = int(rest[1:].strip("{}"), 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    return chr(int(rest, 8)) if rest[0] in "0123" else _ESCAPED.get(rest, rest)


def _readings(text: str, *, is_mail: bool = False) -> list[_Reading]:
    """`text` read step by step until nothing is left to read."""
    readings = []
    if is_mail:
        readings.append(_Reading(text, _QUOTED_PRINTABLE))
        text = readings[-1].text
    for _ in range(_MOST_PASSES):
        if not _MARKS.search(text):
            break
        reading = _Reading(text, _ESCAPE)
        if not reading.is_changed:
            break
        readings.append(reading)
        text = reading.text
    return readings


def _folded(text: str) -> str:
    """For comparing, sign by sign: a plus is a blank in a form's spelling, and wide letters are letters."""
    text = text.replace("+", " ").replace("\u00a0", " ")
    return text.translate(_WIDE) if _HAS_WIDE.search(text) else text


def _lowered(text: str) -> str:
    """Without regard to case, sign by sign."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower()[:1] for sign in text)


_MOST_KEPT = 8192
"""Secrets of which it is kept what to look for: an account may have hundreds of models, each with a key."""


def _forms(secret: str) -> tuple[str, ...]:
    """What to look for in a text read to its plain form, longest first."""
    forms = {secret}
    for is_mail in (False, True):
        readings = _readings(secret, is_mail=is_mail)
        if readings:
            forms.add(readings[-1].text)
    return tuple(sorted({_folded(form) for form in forms if len(form.strip()) >= _SHORTEST}, key=len, reverse=True))


def _codes(secret: str) -> tuple[str, ...]:
    """`secret` in Base64, wherever in a longer text it begins, and in hexadecimal."""
    data = secret.encode("utf-8", "replace")
    if len(data) < _SHORTEST_ENCODED:
        return ()
    codes = {data.hex(), data.hex().upper()}
    for shift in range(3):
        first, last = -(-shift * 8 // 6), (shift + len(data)) * 8 // 6
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            codes.add(encode(b"\0" * shift + data).decode()[first:last])
    return tuple(_folded(code) for code in codes)


@lru_cache(maxsize=_MOST_KEPT)
def _looked_for(secret: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    """The length of the shortest spelling of a secret, and all: each with how it is looked for without regard to case.

    The second is empty for those that are so short that case counts.
    """
    spellings = [*_forms(secret), *_codes(secret)]
    looked_for = tuple((each, _lowered(each) if len(each) >= _SHORTEST_ENCODED else "") for each in spellings)
    return min(map(len, spellings), default=0), looked_for


def places(text: str, secrets: Iterable[str]) -> list[tuple[int, int]]:
    """Where in `text` one of `secrets` stands, in any usual spelling: begins and ends, in order and apart.

    The time is proportional to the length of `text`, and to the number of secrets.
    """
    known = [secret for secret in secrets if len(secret) >= _SHORTEST]
    if not known or not text:
        return []
    found: set[tuple[int, int]] = set()
    chains = [[], _readings(text)]
    if "=" in text:
        chains.append(_readings(text, is_mail=True))
    for number, chain in enumerate(chains):
        if number and not chain:
            continue
        read = _folded(chain[-1].text if chain else text)
        for place in _places_in(read, known, only_long=bool(number)):
            for reading in reversed(chain):
                place = reading.source_of(*place)  # noqa: PLW2901  back through what was read, step by step
            found.add(place)
    return _merged(found)


def _places_in(read: str, known: Iterable[str], *, only_long: bool) -> Iterator[tuple[int, int]]:
    """Where in a text that was read to its plain form a secret stands."""
    low = _lowered(read)
    for secret in known:
        shortest, looked_for = _looked_for(secret)
        if len(read) < shortest:
            continue
        for form, low_form in looked_for:
            if only_long and not low_form:
                continue
            for begin in _finds(low, low_form) if low_form else _finds(read, form):
                yield begin, begin + len(form)


def _finds(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def _merged(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(found):
        if merged and begin < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return merged
