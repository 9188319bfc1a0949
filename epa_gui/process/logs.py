"""The log, without keys and link signatures, and what happens to an exception nobody expected."""

import contextlib
import logging
import stat
import sys
import threading
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TextIO, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from epa_gui import __version__
from epa_gui.core.files.private_files import make_private_folder, private_opener

FILE_NAME = "epa-desktop.log"
_LARGEST = 1_000_000
_KEPT = 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """Formats a record whole, traceback and all, then takes out what must not be kept."""

    def format(self, record: logging.LogRecord) -> str:
        """The line or lines for the file."""
        from epa_gui.core.service.redaction import redacted  # noqa: PLC0415  after the first paint

        return redacted(super().format(record))


class Alarm(QObject):
    """Hears of every exception nobody caught, in any thread, and tells the main thread of each kind once.

    Signals:
        raised: What is to be copied for the makers: version and traceback, nothing secret in it; once for each kind.
    """

    raised = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[tuple[str, int]] = set()

    def install(self) -> None:
        """Listen from now on. Exceptions in slots and in `QThread.run` come to `sys.excepthook` too."""
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Log it, and tell people the first time it happens at that place."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected exception", exc_info=(kind, error, trace))
        frames = traceback.extract_tb(trace)
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else (kind.__name__, 0)
        if place not in self._seen:
            from epa_gui.core.service.redaction import redacted  # noqa: PLC0415  as above

            self._seen.add(place)
            text = "".join(traceback.format_exception(kind, error, trace))
            self.raised.emit(redacted(f"EPA Desktop {__version__}, Python {sys.version.split()[0]}\n{text}"))


def start_log(folder: Path) -> None:
    """Log to a rotating file in `folder`; without one where it cannot be written, for a log must not stop a start."""
    # Here, not above: the window is shown before the log is opened, and this takes a while to load.
    import logging.handlers  # noqa: PLC0415

    class PrivateFileHandler(logging.handlers.RotatingFileHandler):
        """Each new file is for this person alone."""

        def _open(self) -> TextIOWrapper:
            return cast("TextIOWrapper", _opened_private(Path(self.baseFilename)))

    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # urllib3 logs whole links at DEBUG; the formatter would clean them, but they need not be written at all.
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    with contextlib.suppress(OSError):
        make_private_folder(folder)
        handler = PrivateFileHandler(
            folder / FILE_NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", errors="replace"
        )
        handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        root.addHandler(handler)
    qInstallMessageHandler(_on_qt_message)


def catch_crashes(folder: Path) -> TextIO | None:
    """Have a crash of the process itself leave its stacks in `folder`; the file must stay open."""
    import faulthandler  # noqa: PLC0415  after the first paint

    try:
        file = _opened_private(folder / "crash.log")
    except OSError:
        return None
    faulthandler.enable(file)
    return file


def _opened_private(path: Path) -> TextIO:
    """A file to add to. Whatever else is in its place is taken away.

    A link or a second name may lead to a file that is none of ours, and opening a pipe would wait for its reader.
    """
    with contextlib.suppress(FileNotFoundError):
        about = path.lstat()
        if not stat.S_ISDIR(about.st_mode) and not (stat.S_ISREG(about.st_mode) and about.st_nlink == 1):
            path.unlink()
    return open(path, "a", encoding="utf-8", errors="replace", opener=private_opener)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
