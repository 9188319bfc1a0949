"""The practice service's storage: signed links to put a file and to fetch results, in the manner of S3."""

import contextlib
import hashlib
import re
import uuid
from pathlib import Path
from threading import Lock

from epa_gui.practice.exchange import FileSlice, Reply, Request
from epa_gui.practice.links import LinkCheck
from epa_gui.practice.refusals import StorageError
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.state_file import replace_file
from epa_gui.practice.table import UnreadableError

MOST_BYTES = 5 * 1024**3
_PIECE = 512 * 1024
_HASHED_WHOLE = 64 * 1024**2
_PATH = re.compile(r"/(uploads|results)/([^/]+)/.+", re.DOTALL)
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Storage:
    """Answers requests to the storage's origin."""

    def __init__(self, state: ServiceState, builder: ResultsBuilder) -> None:
        self._state = state
        self._builder = builder
        self._tags = Tags()

    def answer(self, request: Request) -> Reply:
        """The answer to one request, errors included."""
        try:
            self._check_authorisation(request)
            kind, job_id = self._known_path(request)
            if kind == "uploads" and request.method == "PUT":
                return self._take_upload(request, job_id)
            if kind == "results" and request.method in {"GET", "HEAD"}:
                return self._give_results(request, job_id)
        except StorageError as error:
            return error.reply()
        return StorageError(405, "MethodNotAllowed", "The specified method is not allowed.").reply()

    def _check_authorisation(self, request: Request) -> None:
        if "x-api-key" in request.headers:
            raise StorageError(400, "InvalidArgument", "An API key does not belong here.")
        if "authorization" in request.headers:
            raise StorageError(400, "InvalidArgument", "Only one auth mechanism allowed")
        # A link signed for GET is good for HEAD here, so that a client may look before it fetches.
        method = "GET" if request.method == "HEAD" else request.method
        verdict = self._state.judge_link(method, request.path, request.pairs)
        if verdict is LinkCheck.UNSIGNED:
            raise StorageError(403, "AccessDenied", "Access Denied")
        if verdict is LinkCheck.FORGED:
            raise _signature_error()
        if verdict is LinkCheck.EXPIRED:
            raise StorageError(403, "AccessDenied", "Request has expired")

    def _known_path(self, request: Request) -> tuple[str, str]:
        match = _PATH.fullmatch(request.path)
        if match is not None:
            with contextlib.suppress(KeyError):
                if not self._state.job(match[2]).deleted:
                    return match[1], match[2]
        raise _no_such_key()

    def _take_upload(self, request: Request, job_id: str) -> Reply:
        if "content-type" in request.headers:
            raise _signature_error()  # it was not among what was signed
        length = request.body.length
        if length is None:
            raise StorageError(411, "MissingContentLength", "You must provide the Content-Length HTTP header.")
        if length > MOST_BYTES:
            raise StorageError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
        part = self._state.job_folder(job_id) / f"{uuid.uuid4().hex}.part"
        try:
            whole = self._receive(request, length, part)
            # A second upload to the same link arrives, but the job goes on with the first.
            if whole and self._state.job(job_id).started_at is None:
                replace_file(part, training_path(self._state, job_id))
                self._state.begin(job_id, has_file=True)
        finally:
            part.unlink(missing_ok=True)
        if not whole:
            raise StorageError(400, "IncompleteBody", "The request body ended before its Content-Length.")
        return Reply(200, (("ETag", f'"{uuid.uuid4().hex}"'),))

    @staticmethod
    def _receive(request: Request, length: int, path: Path) -> bool:
        """Write the body to `path` in pieces; whether it came whole. A connection that breaks raises OSError."""
        with path.open("wb") as file:
            left = length
            while left and (piece := request.body.read(min(_PIECE, left))):
                file.write(piece)
                left -= len(piece)
        return not left

    def _give_results(self, request: Request, job_id: str) -> Reply:
        if not self._state.standing(job_id).is_finished:
            raise _no_such_key()
        try:
            path = self._builder.results(job_id)
            size = path.stat().st_size
            tag = self._tags.tag(path)
        except (UnreadableError, OSError):
            raise _no_such_key() from None
        if (wanted := request.headers.get("if-match")) is not None and not _matches(wanted, tag):
            raise StorageError(412, "PreconditionFailed", "At least one of the pre-conditions did not hold")
        headers = (("ETag", tag), ("Accept-Ranges", "bytes"), ("Content-Type", "binary/octet-stream"))
        if request.headers.get("if-range", tag) == tag and (asked := request.headers.get("range")):
            span = requested_span(asked, size)
            if span is not None:
                start, length = span
                part = ("Content-Range", f"bytes {start}-{start + length - 1}/{size}")
                return Reply(206, (*headers, part), FileSlice(path, start, length))
        return Reply(200, headers, FileSlice(path, 0, size))


def training_path(state: ServiceState, job_id: str) -> Path:
    """Where a job's uploaded file is."""
    return state.job_folder(job_id) / "training"


def requested_span(asked: str, size: int) -> tuple[int, int] | None:
    """Start and length that a Range header asks for.

    None where the header is to be ignored: malformed, or several ranges at once (as S3 does). Raises StorageError
    for a range outside the file.
    """
    match = _RANGE.fullmatch(asked.strip())
    if match is None or not (match[1] or match[2]) or (match[1] and match[2] and int(match[2]) < int(match[1])):
        return None
    if match[1]:
        start = int(match[1])
        end = min(int(match[2]), size - 1) if match[2] else size - 1
    else:
        start, end = max(0, size - int(match[2])), size - 1
    if start > end:
        outside = (("Content-Range", f"bytes */{size}"),)
        raise StorageError(416, "InvalidRange", "The requested range is not satisfiable", outside)
    return start, end - start + 1


class Tags:
    """Strong ETags of files, reckoned once for each state of a file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[tuple[Path, int, int], str] = {}

    def tag(self, path: Path) -> str:
        """The file's ETag, quoted. Of a big file the ends, size and time stand for the whole."""
        about = path.stat()
        key = (path, about.st_size, about.st_mtime_ns)
        with self._lock:
            if key not in self._known:
                self._known[key] = f'"{_digest(path, about.st_size, about.st_mtime_ns)}"'
            return self._known[key]


def _digest(path: Path, size: int, changed_ns: int) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        if size <= _HASHED_WHOLE:
            digest.update(file.read())
        else:
            digest.update(f"{size} {changed_ns}".encode())
            digest.update(file.read(_PIECE))
            file.seek(-_PIECE, 2)
            digest.update(file.read())
    return digest.hexdigest()


def _matches(wanted: str, tag: str) -> bool:
    return wanted.strip() == "*" or tag in (one.strip() for one in wanted.split(","))


def _signature_error() -> StorageError:
    message = "The request signature we calculated does not match the signature you provided."
    return StorageError(403, "SignatureDoesNotMatch", message)


def _no_such_key() -> StorageError:
    return StorageError(404, "NoSuchKey", "The specified key does not exist.")
