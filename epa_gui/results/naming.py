"""Names for results: made of the job's name and the link's own file name, and safe on every system."""

import re
from collections.abc import Callable
from pathlib import Path

from epa_gui.jobs.composed import composed

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DATA_SUFFIXES = frozenset({".zip", ".csv", ".tsv", ".txt", ".json", ".xlsx", ".xls", ".pdf", ".gz", ".7z", ".parquet"})
_OPENED_SUFFIXES = _DATA_SUFFIXES - {".xls", ".pdf"}
"""What nothing can run in when it is opened: .xls may hold macros, as .xlsx cannot, and .pdf may hold scripts."""

_LONGEST_BYTES = 180
"""Room for ``.part`` and a number within the 255 bytes most systems allow."""


def suggested_name(job_title: str, link_name: str) -> str:
    """A file name such as ``Sales March - results.zip``; the link's name alone where the job has none of its own.

    Args:
        job_title: The job's name, or its ID.
        link_name: The last part of the link's path; may be empty.
    """
    stem, suffix = _split(link_name)
    title = job_title.strip()
    parts = [stem] if stem.startswith(title) else [title, stem]
    return safe_name(" - ".join(part for part in parts if part), suffix or ".zip")


def safe_name(stem: str, suffix: str = "") -> str:
    """`stem` and `suffix` without what Windows, macOS or Linux refuse in a name, and not too long."""
    # A link's last part may be a megabyte long; what is cut here could never fit.
    stem = _FORBIDDEN.sub("_", stem[: 2 * _LONGEST_BYTES]).strip(" .") or "results"
    suffix = _FORBIDDEN.sub("_", suffix).rstrip(" .")
    if _RESERVED.fullmatch(stem + suffix):
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


def _split(name: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?)(\.tar\.[a-z0-9]{1,4}|\.[A-Za-z0-9]{1,8})?", composed(name), re.DOTALL)
    return (match[1], match[2] or "") if match else ("", "")
