"""Makes what is sent of the files a person chose: the file itself, a copy of it, or a zip of both files.

Source: Retrain Data Upload, "Training and evaluation file": one deflated zip with ``train_src/`` and ``eval_src/``.
"""

import codecs
import contextlib
import errno
import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from epa_gui.core.dataset.check import MOST_BYTES
from epa_gui.core.dataset.conversion import ChangedMeanwhileError, Conversion, CopyWriter
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.opening import Stamp, open_file, stamp_of
from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.files import windows_error
from epa_gui.core.files.private_files import make_private_folder
from epa_gui.core.files.safe_files import create
from epa_gui.core.files.unicode_names import composed
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.problem import StoppedError as StoppedError  # noqa: PLC0414  raised here, so known here too

PIECE = 1 << 18
_OUT_OF_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ROOM_TO_SPARE = 1 << 20
_ZIP_ROOM_AT_LEAST = 1 << 24
_ZIP64_FROM = 1 << 29
"""Bytes. From 2 GiB on a zip needs the form for large files, and UTF-8 may be three times as large as Shift_JIS."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """One file as it was checked and shown; only exactly that is sent.

    Attributes:
        path: The file.
        sha256: Of its bytes when it was checked, in hexadecimal.
        stamp: Its size and time then.
        conversion: How the copy of it is made that is sent; `None` if it is sent as it is.
    """

    path: Path
    sha256: str
    stamp: Stamp
    conversion: Conversion | None = None

    @property
    def name(self) -> str:
        """The file's own name, composed; bytes in it that are no text are replaced."""
        return composed(self.path.name.encode("utf-8", "replace").decode())


@dataclass(frozen=True, slots=True)
class Copy:
    """One file as it is sent, if that is a copy.

    Attributes:
        size: Its bytes.
        sha256: Of these, in hexadecimal.
    """

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class UploadPayload:
    """What is ready to be sent.

    Attributes:
        path: The file with its bytes.
        size: How many.
        name: What to call it to the service.
        sha256: Of its bytes, in hexadecimal.
        is_temporary: Whether it was made for sending and goes afterwards.
        training_copy: The training file in it, if that is a copy.
        evaluation_copy: The evaluation file in it, if that is a copy.
    """

    path: Path
    size: int
    name: str
    sha256: str
    is_temporary: bool = False
    training_copy: Copy | None = None
    evaluation_copy: Copy | None = None

    def discard(self) -> None:
        """Delete it, if it was made for sending."""
        if self.is_temporary:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)


Told = Callable[[int, int], None]
"""Told the bytes done and the bytes in all, often."""


def payload_of(
    training: Item, evaluation: Item | None, folder: Path, told: Told, is_stopped: Callable[[], bool] = lambda: False
) -> UploadPayload:
    """Make ready what is to be sent.

    Args:
        training: The training file.
        evaluation: The evaluation file, if there is one: then a zip of both is made.
        folder: Where a copy or a zip may be made.
        told: Told how far it is.
        is_stopped: Asked between pieces.

    Raises:
        StoppedError: `is_stopped` said so; nothing is left behind.
        ProblemError: A file changed since it was checked or cannot be read, there is no room, or all is too large.
    """
    if evaluation is None and training.conversion is None:
        _see_that_it_is_the_same(training)
        return _within_limit(UploadPayload(training.path, training.stamp.size, training.name, training.sha256))
    items = [training] if evaluation is None else [training, evaluation]
    made = folder / f"outgoing-{os.getpid()}-{os.urandom(4).hex()}.tmp"
    progress = _Progress(sum(item.stamp.size for item in items), told, is_stopped)
    try:
        make_private_folder(folder)
        _see_that_there_is_room(items, folder)
        if evaluation is None:
            copies = [_copy(training, made, progress)]
            name = training.name
        else:
            copies = _zip({"train_src": training, "eval_src": evaluation}, made, progress)
            name = f"{Path(training.name).stem}.zip"
        payload = UploadPayload(
            made,
            made.stat().st_size,
            name,
            _sha256(made, is_stopped),
            is_temporary=True,
            training_copy=copies[0],
            evaluation_copy=copies[1] if evaluation else None,
        )
        return _within_limit(payload)
    except BaseException as error:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ProblemError(_problem(error, made)) from error
        raise


def clear(folder: Path) -> None:
    """Delete what a killed program left in the folder for copies and zips."""
    with contextlib.suppress(OSError):
        for left in folder.glob("outgoing-*.tmp"):
            left.unlink(missing_ok=True)


class PayloadBody:
    """A payload's bytes on their way out. The last piece is held back until they prove to be those that were shown."""

    def __init__(self, payload: UploadPayload, told: Told, is_stopped: Callable[[], bool]) -> None:
        self._payload = payload
        self._told = told
        self._is_stopped = is_stopped

    def __len__(self) -> int:
        return self._payload.size

    def __iter__(self) -> Iterator[bytes]:
        """The pieces.

        Raises:
            StoppedError: `is_stopped` said so.
            ProblemError: The file is not what it was, or cannot be read on.
        """
        digest, done, held = hashlib.sha256(), 0, b""
        with _opened(self._payload.path) as file:
            while piece := _read(file, self._payload.path):
                if self._is_stopped():
                    raise StoppedError
                digest.update(piece)
                if held:
                    yield held
                    self._told(done, self._payload.size)
                done += len(piece)
                held = piece
                if done > self._payload.size:
                    break
        if digest.hexdigest() != self._payload.sha256:
            raise ProblemError(Problem(ProblemKind.FILE_CHANGED, where=str(self._payload.path)))
        if held:
            yield held
        self._told(done, self._payload.size)


class _Progress:
    def __init__(self, total: int, told: Told, is_stopped: Callable[[], bool]) -> None:
        self._total = total
        self._done = 0
        self._told = told
        self._is_stopped = is_stopped

    def add(self, count: int) -> None:
        if self._is_stopped():
            raise StoppedError
        self._done += count
        self._told(self._done, self._total)


def _within_limit(payload: UploadPayload) -> UploadPayload:
    if payload.size > MOST_BYTES:
        raise ProblemError(Problem(ProblemKind.FILE_TOO_LARGE, where=payload.name))
    return payload


def _see_that_it_is_the_same(item: Item) -> None:
    """A quick look; the bytes themselves are compared while they are sent."""
    try:
        stamp = stamp_of(item.path)
    except (OSError, ValueError) as error:
        raise ProblemError(_not_read(error, item.path)) from error
    if stamp != item.stamp:
        raise ProblemError(Problem(ProblemKind.FILE_CHANGED, where=str(item.path)))


def _see_that_there_is_room(items: list[Item], folder: Path) -> None:
    """A UTF-8 copy is half as large at least, a zip rarely a twentieth: what surely fails fails now."""
    sizes = sum(item.stamp.size for item in items)
    needed = sizes // 2 if len(items) == 1 else min(sizes // 20, _ZIP_ROOM_AT_LEAST)
    with contextlib.suppress(OSError):
        if shutil.disk_usage(folder).free < needed + _ROOM_TO_SPARE:
            raise ProblemError(Problem(ProblemKind.NO_ROOM_TO_PREPARE, where=str(folder)))


def _copy(item: Item, target: Path, progress: _Progress) -> Copy | None:
    with create(target) as made:
        return _write_all(made, item, progress)


def _zip(items: dict[str, Item], target: Path, progress: _Progress) -> list[Copy | None]:
    copies = []
    with (
        create(target) as file,
        io.BufferedRandom(file) as made,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for folder, item in items.items():
            about = zipfile.ZipInfo(f"{folder}/{item.name}", _EARLIEST)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            with archive.open(about, "w", force_zip64=item.stamp.size >= _ZIP64_FROM) as member:
                copies.append(_write_all(member, item, progress))
    return copies


def _write_all(file: IO[bytes], item: Item, progress: _Progress) -> Copy | None:
    """Write a file or the copy of it; what that copy is."""
    if item.conversion is None:
        for piece in _pieces(item, progress):
            _write(file, piece)
        return None
    digest, size = hashlib.sha256(), 0
    for piece in _copied(item, item.conversion, progress):
        digest.update(piece)
        size += len(piece)
        _write(file, piece)
    return Copy(size, digest.hexdigest())


def _write(file: IO[bytes], piece: bytes) -> None:
    view = memoryview(piece)
    while view:
        view = view[file.write(view) :]


def _copied(item: Item, conversion: Conversion, progress: _Progress) -> Iterator[bytes]:
    """The bytes of the copy: UTF-8 with BOM; what was changed must be as much as the check saw.

    Where only the encoding is changed nothing is taken apart, so line ends and quotes stay.
    """
    decoder = codecs.getincrementaldecoder(_codec(conversion.encoding))()
    writer = CopyWriter(conversion) if conversion.takes_apart else None
    yield codecs.BOM_UTF8
    try:
        for piece in _pieces(item, progress):
            text = decoder.decode(piece)
            yield (writer.add(text) if writer else text).encode()
        text = decoder.decode(b"", final=True)
        yield (writer.add(text, is_last=True) if writer else text).encode()
    except (UnicodeError, ChangedMeanwhileError):
        raise ProblemError(Problem(ProblemKind.FILE_CHANGED, where=str(item.path))) from None
    if writer and writer.steps() != _read_along(conversion.steps):
        raise ProblemError(Problem(ProblemKind.FILE_CHANGED, where=str(item.path)))


def _read_along(steps: tuple[CopyStep, ...]) -> tuple[CopyStep, ...]:
    """Those that the check does while it reads, and counts."""
    return tuple(step for step in steps if step.kind != RepairKind.ENCODING)


def _pieces(item: Item, progress: _Progress) -> Iterator[bytes]:
    """The file's bytes; at the end they must prove to be those that were checked."""
    digest, done = hashlib.sha256(), 0
    with _opened(item.path) as file:
        while piece := _read(file, item.path):
            digest.update(piece)
            done += len(piece)
            if done > item.stamp.size:  # it grows, perhaps without end
                break
            progress.add(len(piece))
            yield piece
    if digest.hexdigest() != item.sha256:
        raise ProblemError(Problem(ProblemKind.FILE_CHANGED, where=str(item.path)))


def _codec(encoding: Encoding) -> str:
    return Encoding.UTF_8.value if encoding is Encoding.ASCII else encoding.value


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = open_file(path)
    except (OSError, ValueError) as error:
        raise ProblemError(_not_read(error, path)) from error
    with file:
        yield file


def _read(file: BinaryIO, path: Path) -> bytes:
    try:
        return file.read(PIECE)
    except OSError as error:
        raise ProblemError(_not_read(error, path)) from error


def _not_read(error: OSError | ValueError, path: Path) -> Problem:
    return Problem(ProblemKind.FILE_NOT_READ, getattr(error, "strerror", None) or str(error), str(path))


def _sha256(path: Path, is_stopped: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(PIECE):
            if is_stopped():
                raise StoppedError
            digest.update(piece)
    return digest.hexdigest()


def _problem(error: OSError, made: Path) -> Problem:
    is_full = error.errno in _OUT_OF_ROOM or windows_error.told_number(error) in windows_error.OUT_OF_ROOM
    kind = ProblemKind.NO_ROOM_TO_PREPARE if is_full else ProblemKind.DISK_TROUBLE
    return Problem(kind, error.strerror or str(error), str(made.parent))
