"""Whether what came is the results file that was offered, and whole: what *Saved* rests on.

======================  =========================================================================================
what came               its proof
======================  =========================================================================================
any file                it is not empty; it is no page and no error of a proxy, a storage or a service, in HTML,
                        XML or JSON; its first bytes are those of the kind that its name says: the link's, or the
                        one that was told beside it
with a length           as many bytes as were promised: `service.download` counts them as they come, still packed
in chunks               the mark of the last chunk
after a resume          each part was called by the same strong ETag, with the same whole length, date and packing,
                        and began where the one before ended (`service.download`); with less it is fetched anew
packed for the way      every layer of gzip goes to its end, with its checksum and nothing behind (`unpacking`)
a zip                   its directory is at the very end, nothing is before it, and every member's checksum is
                        right; or it is told that they were not all tested, and why (`zip_check`)
JSON                    it can be read to its end
no length, no chunks,   the storage, asked for what is behind the last byte, says that there is nothing; or the
no zip, no JSON         file came twice, and alike (`ui.jobs.download_check`)
======================  =========================================================================================

What nobody can tell from outside, and what is not claimed: that the service meant this file and no other, and that a
table holds what it should.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from epa_gui.core.results.error_pages import is_error_json, is_error_xml, is_page, is_xml
from epa_gui.core.results.unpacking import DamagedGzipError, check_gzip
from epa_gui.core.results.zip_check import DamagedZipError, Untested, begins_as_zip, check_zip

_BEGINNING = 1 << 16
_LARGEST_JSON = 1 << 21
_CONTROLS = bytes({*range(32)} - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 50
"""In a text at most every fiftieth byte is a control character: a field may hold one. Of noise every tenth is."""

_LEAST_SHARE_OF_NULS = 10
"""UTF-16 without a mark has at least every tenth byte 0, in any table with commas and digits."""

_WITHOUT_MARK: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
}
"""What a text is in, by which of its first four bytes are 0: these signs are of ASCII, as JSON's and XML's are."""

_UNSEEN = re.compile(r"\A[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]++")
_VALUE_OF_JSON = re.compile(r"[\[{]\s*+[\[{\]}\"']")
"""What no table's heading begins with: so do JSON values, also broken ones, several ones, and Python's."""

_HEAD_OF_HTTP = re.compile(r"HTTP/\d(?:\.\d)? \d{3}\b")
_ERROR_TYPES = frozenset({"application/problem+json", "application/problem+xml"})
"""Source: RFC 9457."""

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/javascript", "application/javascript", "text/css"})


class Kind(Enum):
    """What a file's name says that it is."""

    ZIP = auto()
    JSON = auto()
    TABLE = auto()
    TEXT = auto()
    XML = auto()
    PAGE = auto()
    GZIP = auto()
    PDF = auto()
    SEVEN_ZIP = auto()
    PARQUET = auto()


_SUFFIXES = {
    Kind.ZIP: "zip xlsx docx npz",
    Kind.JSON: "json geojson",
    Kind.TABLE: "csv tsv tab",
    Kind.TEXT: "txt md log jsonl ndjson",
    Kind.XML: "xml pmml svg",
    Kind.PAGE: "html htm xhtml",
    Kind.GZIP: "gz tgz",
    Kind.PDF: "pdf",
    Kind.SEVEN_ZIP: "7z",
    Kind.PARQUET: "parquet",
}
_KINDS_OF_ANSWERS = {"application/json": Kind.JSON, "application/xml": Kind.XML, "text/xml": Kind.XML}
_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_MAGIC = {
    Kind.ZIP: (b"PK\x03\x04", b"PK\x05\x06"),
    Kind.GZIP: (b"\x1f\x8b",),
    Kind.PDF: (b"%PDF-",),
    Kind.SEVEN_ZIP: (b"7z\xbc\xaf\x27\x1c",),
    Kind.PARQUET: (b"PAR1",),
}


class NotResultsError(Exception):
    """What came is something else.

    Attributes:
        text: What it begins with, as text that nobody has looked through for secrets.
    """

    def __init__(self, text: str) -> None:
        super().__init__("not the results")
        self.text = text


class DamagedError(Exception):
    """It is what was offered, but not whole, or not as it was."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What was said of a file before its bytes came.

    Attributes:
        names: Its file names, from the link and the answer, with ``/`` between.
        content_type: As the storage called it; empty if it did not.
        has_version: Whether it came with a strong ETag: a page made by a proxy rarely does.
        is_coded: Whether it is packed in a way this program does not know, so that its bytes tell nothing.
    """

    names: str = ""
    content_type: str = ""
    has_version: bool = False
    is_coded: bool = False

    @property
    def kinds(self) -> set[Kind]:
        """What its names say that it is; empty if they say nothing that is known here."""
        suffixes = {name.strip().lower().rpartition(".")[2] for name in self.names.split("/") if "." in name}
        return {_KINDS[suffix] for suffix in suffixes if suffix in _KINDS}

    @property
    def is_called_page(self) -> bool:
        """Whether its content type is that of a page, or of what belongs to one."""
        return self._media_type in _PAGE_TYPES

    @property
    def is_called_error(self) -> bool:
        """Whether its content type says that it tells of an error."""
        return self._media_type in _ERROR_TYPES

    @property
    def is_called_otherwise(self) -> bool:
        """Whether its content type is that of a page or of an answer, and its names say that it is none."""
        kind = Kind.PAGE if self.is_called_page else _KINDS_OF_ANSWERS.get(self._media_type)
        return self.is_called_error or (kind is not None and kind not in self.kinds)

    @property
    def _media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Proof:
    """What the bytes themselves have shown.

    Attributes:
        shows_its_end: Whether they show that nothing is missing behind them.
        untested: Why not all checksums in them were tested; `None` if all were, or there are none.
    """

    shows_its_end: bool = False
    untested: Untested | None = None


def prove(path: Path, offer: Offer, stopped: Callable[[], bool]) -> Proof:
    """See that a file is what was offered.

    Args:
        path: The file, unpacked from what it was packed in for the way.
        offer: What was said of it.
        stopped: Asked between pieces; once it says so nothing more is looked at.

    Raises:
        NotResultsError: It is a page, an error, nothing at all, or another kind of file than its name says.
        DamagedError: It is cut short or damaged.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if begins_as_zip(beginning):  # whatever it is called: it proves itself
        return _prove_packed(lambda: check_zip(path, stopped))
    text = _text_of(beginning)
    if not beginning.strip() or _is_foreign(text, offer, is_whole=len(beginning) < _BEGINNING):
        raise NotResultsError(text)
    if offer.is_called_error or (offer.is_coded and offer.is_called_otherwise):
        raise NotResultsError(text)
    value = _json_in(path, text, is_named=Kind.JSON in offer.kinds)
    if is_error_json(value):
        raise NotResultsError(text)
    kinds = [kind for kind in offer.kinds if _fits(kind, beginning, text, value, offer)]
    if offer.kinds and not kinds and not offer.is_coded:
        raise NotResultsError(text)
    if Kind.GZIP in kinds:
        inside = _text_of(_beginning_inside(beginning))
        if _is_foreign(inside, replace(offer, names=_names_inside(offer.names)), is_whole=False):
            raise NotResultsError(inside)
        return _prove_packed(lambda: check_gzip(path, stopped))
    if kinds and not all(_ends_well(kind, path, value) for kind in kinds):
        raise DamagedError("it ends too early")
    return Proof(shows_its_end=isinstance(value, dict | list) or bool({Kind.PDF, Kind.PARQUET} & set(kinds)))


def is_named_packed(names: str) -> bool:
    """Whether names, with ``/`` between, say of a file that it is gzip, and nothing else."""
    return Offer(names).kinds == {Kind.GZIP}


def _prove_packed(check: Callable[[], Untested | None]) -> Proof:
    try:
        return Proof(shows_its_end=True, untested=check())
    except (DamagedZipError, DamagedGzipError) as error:
        raise DamagedError(str(error)) from error


def _text_of(beginning: bytes) -> str:
    if beginning.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        encoding = "utf-32"
    elif beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = _WITHOUT_MARK.get(tuple(byte == 0 for byte in beginning[:4]), "utf-8-sig")
    return beginning.decode(encoding, "replace")


def _beginning_inside(beginning: bytes) -> bytes:
    import zlib  # noqa: PLC0415  it is needed for few files

    try:
        return zlib.decompressobj(31).decompress(beginning, _BEGINNING)
    except zlib.error:
        return b""  # which the check of all of it will tell


def _names_inside(names: str) -> str:
    """What is in ``NAME.csv.gz`` is called ``NAME.csv``; what else it is, nobody says."""
    return "/".join(re.sub(r"\.(?:gz|tgz)\s*$", "", name, flags=re.IGNORECASE) for name in names.split("/"))


def _is_foreign(text: str, offer: Offer, *, is_whole: bool) -> bool:
    """Whether it is a page or XML that was not offered, or XML that speaks of an error."""
    kinds = offer.kinds
    text = _UNSEEN.sub("", text)  # browsers pass it over, too
    if is_page(text, is_said=offer.is_called_page, may_be_xml=Kind.XML in kinds):
        # A proxy answers to the name of a page, too: only that the storage knows its version tells them apart.
        return not (Kind.PAGE in kinds and offer.has_version)
    if is_error_xml(text) or _HEAD_OF_HTTP.match(text) or (offer.is_called_page and not kinds):
        return True
    return bool(kinds) and not kinds & {Kind.XML, Kind.PAGE} and is_xml(text, is_whole=is_whole)


_BROKEN = object()
"""In place of a JSON value: it begins as one, and cannot be read as such."""

_UNREAD = object()
"""The same: it is too large or too deep to be read, or there are several values one after another."""


def _json_in(path: Path, text: str, *, is_named: bool) -> Any:
    """The JSON value a file holds; `None` for what does not look like one."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return None
    if path.stat().st_size > (_LARGEST_JSON if is_named else _BEGINNING):
        return _UNREAD
    content = path.read_bytes()
    for encoding in (json.detect_encoding(content), "cp932"):
        try:
            # A number of 5,000 digits is one, too; whether it is one is all that is asked here.
            return json.loads(content.decode(encoding).lstrip("\ufeff"), parse_int=len)
        except UnicodeDecodeError:
            continue
        except json.JSONDecodeError as error:
            return _UNREAD if error.msg.startswith("Extra data") else _BROKEN
        except (RecursionError, MemoryError):
            return _UNREAD
    return _BROKEN


def _fits(kind: Kind, beginning: bytes, text: str, value: Any, offer: Offer) -> bool:
    """Whether a file can be of a kind, by its first bytes."""
    if kind in _MAGIC:
        return beginning.startswith(_MAGIC[kind])
    if kind is Kind.JSON:
        return value is not None
    if kind is Kind.TABLE:
        is_json = isinstance(value, dict | list)
        return _is_text(beginning) and not is_json and _is_table(text, is_doubted=offer.is_called_page)
    return _is_text(beginning)


def _is_text(beginning: bytes) -> bool:
    """Whether there are hardly any control characters, or NULs in every second place, as in UTF-16."""
    if any(beginning.startswith(_MAGIC[kind]) for kind in (Kind.GZIP, Kind.SEVEN_ZIP, Kind.PDF)):
        return False
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    if controls * _MOST_CONTROLS <= len(beginning) or beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    in_one_place = (0 in beginning[::2]) != (0 in beginning[1::2])
    return in_one_place and any(beginning) and beginning.count(0) * _LEAST_SHARE_OF_NULS > len(beginning)


def _is_table(text: str, *, is_doubted: bool) -> bool:
    """Whether it has more than one field, or row; where it is called a page, two rows with as many fields."""
    if _VALUE_OF_JSON.match(text.lstrip("\ufeff \t\r\n")):
        return False
    if not is_doubted:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        # One line of several words is a sentence: a server's "Service Unavailable".
        is_sentence = len(lines) == 1 and len(lines[0].split()) > 1
        return bool(re.search(r"[,;\t|]", text)) or (bool(re.search(r"[\r\n]", text)) and not is_sentence)
    first, second = [*text.splitlines()[:2], "", ""][:2]
    return any(0 < first.count(sign) == second.count(sign) for sign in ",;\t|")


def _ends_well(kind: Kind, path: Path, value: Any) -> bool:
    """Whether a file has the end that files of its kind have, where they have one."""
    if kind is Kind.JSON:
        return value is not _BROKEN and (value is not _UNREAD or _tail(path).rstrip()[-1:] in {b"}", b"]"})
    if kind is Kind.PDF:
        return b"%%EOF" in _tail(path)
    return kind is not Kind.PARQUET or _tail(path).endswith(_MAGIC[Kind.PARQUET])


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-min(file.seek(0, 2), 2048), 2)
        return file.read()
