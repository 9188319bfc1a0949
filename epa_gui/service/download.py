"""Fetches what a storage link offers, from any byte on. The API key never comes near this module."""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import requests

from epa_gui.jobs.problem import Problem, ProblemKind, Trouble
from epa_gui.service.client import Client, refuse_plain_http
from epa_gui.service.failure import NETWORK_ERRORS, problem_of
from epa_gui.service.storage import refusal_of

PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Stream:
    """A download that has begun.

    Attributes:
        start: The byte of the file the first piece begins with: what was asked for, or 0 if it starts over.
        size: All bytes of the file, or 0 if the storage did not say.
        etag: The storage's name for this version of the file; empty if it gave none that can be relied on.
        pieces: The bytes, in order.
    """

    start: int
    size: int
    etag: str
    pieces: Iterator[bytes]


class StartOver(Exception):  # noqa: N818  not an error: an instruction
    """The storage will not go on from where the download stopped: the file changed, or it cannot."""


@contextmanager
def opened(client: Client, link: str, start: int = 0, etag: str = "") -> Iterator[Stream]:
    """The file behind `link`, from byte `start` on if it still is the version named by `etag`.

    Raises:
        Trouble: The link is stale or refused, or the way there failed.
        StartOver: `start` was given, but the file is another one by now, or is no longer than that.
    """
    refuse_plain_http(link)
    headers = {"Accept": "*/*"}
    if start:
        headers |= {"Range": f"bytes={start}-", "If-Match": etag}
    client.leash.deadline, client.leash.answer_seconds = math.inf, 0.0
    try:
        response = client.get(link, headers)
    except NETWORK_ERRORS as error:
        raise Trouble(problem_of(error, link)) from error
    with response:
        if start and response.status_code in {412, 416}:
            raise StartOver
        if response.status_code not in {200, 206}:
            raise Trouble(refusal_of(response, link, client.leash))
        yield _stream(response, start, etag, link)


def _stream(response: requests.Response, start: int, etag: str, link: str) -> Stream:
    length = _number(response.headers.get("Content-Length"))
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        # What it unpacks to has no length to be checked against, so a cut would go unseen.
        raise Trouble(Problem(ProblemKind.STORAGE_TROUBLE, "Content-Encoding", response.url.split("/")[2]))
    tag = response.headers.get("ETag", "")
    tag = tag if tag.startswith('"') else ""
    if response.status_code == 200:
        return Stream(0, length, tag, _pieces(response, length, link))
    match = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", response.headers.get("Content-Range", "").strip())
    if not match or int(match[1]) != start or (tag and tag != etag):
        raise StartOver  # the last: a storage that does not know If-Match goes on with another file
    return Stream(start, int(match[3]), tag, _pieces(response, int(match[2]) - start + 1, link))


def _pieces(response: requests.Response, length: int, link: str) -> Iterator[bytes]:
    """The body in pieces.

    Raises:
        Trouble: The connection ended before `length` bytes had come.
    """
    count = 0
    try:
        # read1, for read waits until a whole piece is there: on a slow line nothing would move for a long time.
        while piece := response.raw.read1(PIECE, decode_content=False):
            count += len(piece)
            yield piece
    except NETWORK_ERRORS as error:
        raise Trouble(problem_of(error, link)) from error
    if length and count != length:
        raise Trouble(Problem(ProblemKind.CUT_SHORT, f"{count} / {length}"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
