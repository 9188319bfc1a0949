"""Names for results: made of the job's name and the link's own file name, and safe on every system."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from epa_gui.core.files.unicode_names import composed

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_OPENED_SUFFIXES = frozenset({".zip", ".csv", ".tsv", ".txt", ".json", ".xlsx", ".gz", ".7z", ".parquet"})
"""What nothing can run in when it is opened: .xls may hold macros, as .xlsx cannot, and .pdf may hold scripts."""

_KEPT_SUFFIXES = _OPENED_SUFFIXES | {
    *(
        ".arrow",
        ".avro",
        ".feather",
        ".h5",
        ".hdf5",
        ".jsonl",
        ".ndjson",
        ".npy",
        ".npz",
        ".ods",
        ".onnx",
        ".orc",
        ".pdf",
        ".xls",
    ),
    *(".bz2", ".tar", ".tgz", ".xz", ".zst", ".bin", ".dat", ".log", ".md", ".xml", ".yaml", ".yml"),
    *(".jpeg", ".jpg", ".png", ".tif", ".tiff"),
}
"""Endings that no system runs. Any other one, known to us or not, gets ``.bin`` behind it."""

_HARMLESS = ".bin"
_LONGEST_LINK = 1000
_INVISIBLE = frozenset({"Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters and marks without a look of their own (Unicode's Default_Ignorable_Code_Point, and an empty Braille cell)."""

_NO_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}", re.IGNORECASE)
"""A storage's own number for a file: it tells nobody anything beside a name."""

_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Unseen marks that choose between two looks of the letter before them."""

_LONGEST_BYTES = 180
"""Room for ``.part`` and a number within the 255 bytes most systems allow."""


def suggested_name(job_title: str, link_name: str) -> str:
    """A file name such as ``Sales March - results.zip``; of two names where one is no name, the other.

    Args:
        job_title: The job's name, or what it is called without one.
        link_name: The last part of the link's path; may be empty.
    """
    name = _visible(link_name if len(link_name) < _LONGEST_LINK else link_name[:_LONGEST_BYTES] + link_name[-16:])
    stem, suffix = _split(name.rstrip(" ."))
    title = _visible(job_title).strip()
    if title and _NO_NAME.fullmatch(stem):
        stem = ""
    parts = [stem] if stem.startswith(title) else [title, stem]
    return safe_name(" - ".join(part for part in parts if part), suffix or ".zip")


def safe_name(stem: str, suffix: str = "") -> str:
    """`stem` and `suffix` without what Windows, macOS or Linux refuse in a name or do not show, and not too long.

    A suffix that is not one of data gets a harmless one behind it.
    """
    # A link's last part may be a megabyte long; what is cut here could never fit.
    stem = _FORBIDDEN.sub("_", _visible(stem[: 2 * _LONGEST_BYTES])).strip(" .") or "results"
    suffix = _FORBIDDEN.sub("_", _visible(suffix)).rstrip(" .")
    if suffix and not _is_kept(suffix):
        suffix += _HARMLESS
    if RESERVED.fullmatch(stem + suffix):
        stem = f"_{stem}"
    while len((stem + suffix).encode()) > _LONGEST_BYTES and len(stem) > 1:
        stem = stem[:-1].rstrip(" .") or "_"
    return stem + suffix


def holds_data(path: str) -> bool:
    """Whether a file's name is that of data alone, which may be opened with whatever the system has for it.

    What the service calls its file is its own choice: a program, a script or a macro must not be started by a click.
    """
    return Path(path).suffix.lower() in _OPENED_SUFFIXES


def free_path(folder: Path, name: str, is_taken: Callable[[Path], bool]) -> Path:
    """`folder / name`, or the first of ``name (2)``, ``name (3)`` … that is not taken."""
    stem, suffix = _split(name)
    path, number = folder / name, 1
    while is_taken(path):
        number += 1
        path = folder / f"{stem} ({number}){suffix}"
    return path


def _is_kept(suffix: str) -> bool:
    return f".{suffix.rpartition('.')[2]}".lower() in _KEPT_SUFFIXES


def _visible(name: str) -> str:
    """`name` without signs of direction, of no width or of no look, and with single blanks.

    With them ``resultsexe.csv`` can be what a program's name looks like, and an ending can stand far off to the right.
    """
    signs = (
        sign
        for sign in _VARIANTS.sub("", name)
        if unicodedata.category(sign) not in _INVISIBLE and sign not in _BLANK_LETTERS
    )
    return re.sub(r"[^\S\t\n\r\f\v\x1c-\x1f]+", " ", "".join(signs))


def _split(name: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?)(\.tar\.[a-z0-9]{1,4}|\.[A-Za-z0-9]{1,8})?", composed(name), re.DOTALL)
    return (match[1], match[2] or "") if match else ("", "")
