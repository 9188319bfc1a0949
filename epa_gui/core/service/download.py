"""Fetches what a storage link offers, from any byte on. The API key never comes near this module.

Bytes are counted as they come, packed or not, against what was promised. A rest is joined to what is there only if all
that the storage says of it is what it said of the beginning: a strong ETag, the whole length, the date, the packing.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from epa_gui.core.jobs.job import Partial
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service import storage_headers
from epa_gui.core.service.client import Client, refuse_plain_http
from epa_gui.core.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.core.service.redaction import excerpt, without_secrets
from epa_gui.core.service.storage import refusal_of, without_link

PIECE = 1 << 18
_GZIP_MAGIC = b"\x1f\x8b"
_ZIP_MAGIC = b"PK"


@dataclass(frozen=True, slots=True)
class Stream:
    """A download that has begun.

    Attributes:
        start: The byte of the file the first piece begins with: what was asked for, or 0 if it starts over.
        size: All bytes of the file, or 0 if the storage did not say.
        etag: The storage's name for this version of the file; empty if it gave none that can be relied on.
        pieces: The bytes, in order, as they come: still packed as `coding` says.
        coding: How they are packed for the way, as in `Partial`.
        modified: When this version was made, as the storage says it; empty if it does not.
        names: The file names that link and answer give, with ``/`` between.
        content_type: What the storage calls it; empty if it does not.
        is_framed: Whether the answer itself tells where it ends: by its length, or by the mark of a last chunk.
    """

    start: int
    size: int
    etag: str
    pieces: Iterator[bytes]
    coding: str = ""
    modified: str = ""
    names: str = ""
    content_type: str = ""
    is_framed: bool = True

    def as_partial(self, path: str, part: str, identity: str) -> Partial:
        """What is needed to go on with it later."""
        about = (self.modified, self.coding, self.names, self.content_type)
        return Partial(path, self.etag, self.size, part, identity, *about)


class StartOverError(Exception):
    """The storage will not go on from where the download stopped: the file changed, or it cannot."""


@contextmanager
def opened(
    client: Client, link: str, start: int = 0, etag: str = "", before: Partial | None = None
) -> Iterator[Stream]:
    """The file behind `link`, from byte `start` on if it still is the version named by `etag`.

    Args:
        client: Of this thread.
        link: The storage's.
        start: The byte to go on from.
        etag: The version that what is there is of.
        before: All that was said of what is there; then a rest is believed only if it says the same.

    Raises:
        ProblemError: The link is stale or refused, or the way there failed.
        StartOverError: `start` was given, but the file is another one by now, or is no longer than that, or nobody can
            be sure that what came is its rest; also while the pieces come.
    """
    refuse_plain_http(link)
    headers = {"Accept": "*/*"}
    if start:
        headers |= {"Range": f"bytes={start}-", "If-Match": etag}
    client.guard.deadline, client.guard.answer_seconds = math.inf, 0.0
    try:
        response = client.get(link, headers)
    except NETWORK_ERRORS as error:
        raise ProblemError(problem_of(error, link)) from error
    with response:
        if start and response.status_code in {412, 416}:
            raise StartOverError
        if response.status_code not in {200, 206}:
            raise ProblemError(refusal_of(response, link, client.guard))
        yield _stream(response, start, etag, before, link)


def ends_at(client: Client, link: str, size: int) -> bool:
    """Ask for what is behind a file's last byte; whether the storage says that there is nothing: ``bytes */size``.

    Raises:
        ProblemError: The way there failed.
    """
    refuse_plain_http(link)
    client.guard.deadline, client.guard.answer_seconds = math.inf, 0.0
    try:
        with client.get(link, {"Accept": "*/*", "Range": f"bytes={size}-"}) as response:
            told = response.headers.get("Content-Range", "").strip()
            return response.status_code == 416 and told == f"bytes */{size}"
    except NETWORK_ERRORS as error:
        raise ProblemError(problem_of(error, link)) from error


def _stream(response: requests.Response, start: int, etag: str, before: Partial | None, link: str) -> Stream:
    headers, content_type = response.headers, response.headers.get("Content-Type", "")
    is_chunked = _is_chunked(headers.get("Transfer-Encoding", ""))
    length = None if is_chunked else storage_headers.length_in(headers)
    span = storage_headers.range_in(headers)
    tag, coding, modified = (
        storage_headers.strong_tag_in(headers),
        storage_headers.coding_in(headers),
        headers.get("Last-Modified", ""),
    )
    if response.status_code == 200:
        first, size, count = 0, length or 0, length
        is_whole = "Content-Range" not in headers or span == (0, (length or 0) - 1, length)
        is_believed = is_whole and (not start or _is_same_whole(tag, etag, length, before))
    else:
        first, last, size = span or (-1, -1, 0)
        count = last - first + 1
        is_believed = first == start and (length or 0) <= count and (not start or tag == etag != "")
        if start and before:
            is_dated_alike = not modified or before.modified in {"", modified}
            is_believed = is_believed and is_dated_alike and (before.size or size, before.coding) == (size, coding)
    if not is_believed:
        # Also where a storage that does not know If-Match goes on with another file, or calls a slice the whole of it.
        raise StartOverError
    # All of it is kept in the list, to go on with later; what storage quotes there of a key or a signature is not.
    names = without_secrets(storage_headers.names_in(link, headers))
    about = (without_link(coding, link), without_link(modified, link), names, without_link(content_type, link))
    tag = tag if without_link(tag, link) == tag else ""
    pieces = _pieces(response, count, link, gzip_at_start=not first and coding.startswith("gzip"))
    return Stream(first, size, tag, pieces, *about, is_framed=count is not None or is_chunked)


def _is_chunked(coding: str) -> bool:
    """Whether the body comes in chunks.

    Raises:
        ProblemError: It comes in a coding that is not taken off here: its bytes are not those of the file.
    """
    name = coding.lower()  # not stripped, for the standard library knows no other spelling either
    if name.strip() not in {"", "identity"} and name != "chunked":
        raise ProblemError(Problem(ProblemKind.STORAGE_TROUBLE, excerpt(f"Transfer-Encoding: {coding}")))
    return name == "chunked"


def _is_same_whole(tag: str, etag: str, length: int | None, before: Partial | None) -> bool:
    """Whether a 200 for a question about a rest is the whole file: some storages send the rest alone."""
    if tag != etag or not tag:
        return False
    return before is None or (before.size > 0 and before.size == length)


def _pieces(response: requests.Response, length: int | None, link: str, *, gzip_at_start: bool) -> Iterator[bytes]:
    """The body in pieces.

    Raises:
        ProblemError: The connection ended before `length` bytes had come, or they are not packed as was said.
        StartOverError: More came than was promised.
    """
    count = 0
    beginning = b""
    try:
        # read1, for read waits until a whole piece is there: on a slow line nothing would move for a long time.
        while piece := response.raw.read1(PIECE, decode_content=False):
            count += len(piece)
            if length is not None and count > length:
                raise StartOverError
            if gzip_at_start and len(beginning) < len(_GZIP_MAGIC):
                beginning += piece[: len(_GZIP_MAGIC)]
                _see_that_it_is_packed(beginning, link)
            yield piece
    except NETWORK_ERRORS as error:
        raise ProblemError(problem_of(error, link)) from error
    if length is not None and count != length:
        raise ProblemError(Problem(ProblemKind.CUT_SHORT, f"{count} / {length}"))
    if gzip_at_start and count == 1:
        raise ProblemError(_not_packed(link))


def _see_that_it_is_packed(beginning: bytes, link: str) -> None:
    """A zip may be called gzip by mistake, and proves itself; of anything else the packing is part of its proof."""
    if not any(magic.startswith(beginning[:2]) or beginning.startswith(magic) for magic in (_GZIP_MAGIC, _ZIP_MAGIC)):
        raise ProblemError(_not_packed(link))


def _not_packed(link: str) -> Problem:
    return Problem(ProblemKind.STORAGE_TROUBLE, "Content-Encoding: gzip", urlsplit(link).netloc.rpartition("@")[2])
