"""Opens results files, and reads what is not a table out of them, aside from the window."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from epa_gui.core.files.internet_mark import mark_as_from_net
from epa_gui.core.files.private_files import make_private_folder
from epa_gui.core.jobs.problem import Problem, ProblemError
from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import Entry, EntryError, Kind, Trouble
from epa_gui.core.results.part_file import PartFile, disk_problem
from epa_gui.core.results.reading_problem import reading_problem
from epa_gui.core.results.row_finder import encoding_of
from epa_gui.core.results.row_table import Unshown
from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.one_shot_worker import OneShotWorker

MOST_TEXT = 1 << 20
"""Bytes of a text that are shown."""

MOST_JSON = 8 << 20
"""Bytes of JSON that are shown as a tree."""

MOST_PICTURE = 32 << 20
MOST_PIXELS = 40_000_000
_WIDEST_SHOWN = 4096
_PICTURE_FORMATS = frozenset({"png", "jpeg", "jpg", "gif", "bmp", "webp"})
_PIECE = 1 << 18
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class OpenWorker(OneShotWorker[Path, Archive, "Opened"]):
    """Opens a results file. It reports an `Opened`."""

    def work(self) -> Archive:
        """List what is in it."""
        try:
            return Archive(self._order)
        except (OSError, ValueError) as error:
            raise ProblemError(reading_problem(error, self._order)) from error

    def report(self, result: Archive | None, problem: Problem | None) -> "Opened":
        """The file."""
        return Opened(self._order, result, problem)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening a results file.

    Attributes:
        path: Which.
        archive: What is in it.
        problem: Why it cannot be opened.
    """

    path: Path
    archive: Archive | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class EntryOrder:
    """One entry to read for showing.

    Attributes:
        archive: What it is in.
        entry: Which.
    """

    archive: Archive
    entry: Entry


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to show of an entry: one of text, value and picture, or why there is none.

    Attributes:
        entry: Which.
        text: A text, tamed for showing.
        value: What JSON holds, with `has_value`.
        has_value: Whether it is JSON that could be read.
        picture: A picture.
        is_cut: Whether that is its beginning only.
        why: Why it is not shown, or not to its end.
    """

    entry: Entry
    text: str = ""
    value: Any = None
    has_value: bool = False
    picture: QImage | None = None
    is_cut: bool = False
    why: Trouble | Unshown | None = None


class EntryWorker(OneShotWorker[EntryOrder, Shown, Shown]):
    """Reads one entry that is no table. It reports a `Shown`."""

    def work(self) -> Shown:
        """Read as much as is shown."""
        entry, archive = self._order.entry, self._order.archive
        try:
            with archive.open(entry) as file:
                match entry.kind:
                    case Kind.JSON:
                        return self._json(entry, file)
                    case Kind.PICTURE:
                        return self._picture(entry, file)
                    case _:
                        return self._text(entry, file)
        except EntryError as error:
            return Shown(entry, why=error.trouble)
        except (OSError, ValueError):
            return Shown(entry, why=Unshown.UNREADABLE)

    def report(self, result: Shown | None, problem: Problem | None) -> Shown:  # noqa: ARG002  told by `why`
        """What there is to show."""
        return result or Shown(self._order.entry, why=Unshown.UNREADABLE)

    def _read(self, file: IO[bytes], most: int) -> bytes:
        pieces, left = [], most
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            self.raise_if_stopped()
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _text(self, entry: Entry, file: IO[bytes]) -> Shown:
        try:
            content = self._read(file, MOST_TEXT + 1)
        except EntryError as error:
            return Shown(entry, why=error.trouble)
        is_cut = len(content) > MOST_TEXT
        return Shown(entry, shown_lines(_decoded(content[:MOST_TEXT]).replace("\0", "␀")), is_cut=is_cut)

    def _json(self, entry: Entry, file: IO[bytes]) -> Shown:
        content = self._read(file, MOST_JSON + 1)
        if len(content) <= MOST_JSON:
            try:
                # Numbers stay as they are written: 0.10 is not 0.1, and a number of 5,000 digits is no error.
                value = json.loads(_decoded(content), parse_float=_Number, parse_int=_Number, parse_constant=_Number)
            except (ValueError, RecursionError):
                pass
            else:
                return Shown(entry, value=value, has_value=True)
        is_cut = len(content) > MOST_TEXT
        text = shown_lines(_decoded(content[:MOST_TEXT]).replace("\0", "␀"))
        return Shown(entry, text, is_cut=is_cut, why=None if is_cut else Unshown.NOT_ITS_KIND)

    def _picture(self, entry: Entry, file: IO[bytes]) -> Shown:
        content = self._read(file, MOST_PICTURE + 1)
        if len(content) > MOST_PICTURE:
            return Shown(entry, why=Unshown.TOO_LARGE)
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        kind = QImageReader.imageFormat(buffer).toStdString()
        buffer.seek(0)
        reader = QImageReader(buffer)
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        size = reader.size()
        if kind not in _PICTURE_FORMATS or not size.isValid():
            return Shown(entry, why=Unshown.NOT_ITS_KIND)
        if size.width() * size.height() > MOST_PIXELS:
            return Shown(entry, why=Unshown.TOO_LARGE)
        if max(size.width(), size.height()) > _WIDEST_SHOWN:
            reader.setScaledSize(size.scaled(QSize(_WIDEST_SHOWN, _WIDEST_SHOWN), Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        return Shown(entry, why=Unshown.NOT_ITS_KIND) if picture.isNull() else Shown(entry, picture=picture)


class _Number(str):
    """A number as JSON writes it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """One entry to copy out.

    Attributes:
        archive: What it is in.
        entry: Which.
        path: The file to make.
        is_to_open: Whether it is to be opened then.
    """

    archive: Archive
    entry: Entry
    path: Path
    is_to_open: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of a copy: neither a problem nor a trouble if all went well.

    Attributes:
        order: What was asked for.
        problem: What the disk said.
        trouble: What is wrong with the entry.
        is_stopped: Whether it was given up.
    """

    order: CopyOrder
    problem: Problem | None = None
    trouble: Trouble | None = None
    is_stopped: bool = False


class CopyWorker(OneShotWorker[CopyOrder, Copied, Copied]):
    """Copies an entry to a file, which has its name only once it is whole. It reports a `Copied`."""

    def work(self) -> Copied:
        """Copy it."""
        order = self._order
        part = PartFile(order.path)
        try:
            if order.is_to_open:
                make_private_folder(order.path.parent)
            with order.archive.open(order.entry) as file:
                part.open(0, order.entry.size)
                while piece := file.read(_PIECE):
                    self.raise_if_stopped()
                    part.write(piece)
            part.keep()
            mark_as_from_net(part.path)
            part.finish(self._stopped.is_set, self._stopped.wait, _as_it_is)
        except EntryError as error:
            part.discard()
            return Copied(order, trouble=error.trouble)
        except OSError as error:
            part.discard()
            raise ProblemError(disk_problem(error, order.path)) from error
        except BaseException:
            part.discard()
            raise
        return Copied(order)

    def report(self, result: Copied | None, problem: Problem | None) -> Copied:
        """How it went."""
        return result or Copied(self._order, problem, is_stopped=problem is None)


def _as_it_is(_path: Path, _stopped: Callable[[], bool]) -> bool:
    """Nothing more is to be proved: each entry's checksum was, while it was read."""
    return True


def _decoded(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    return content.decode(encoding_of(content), "replace")
