"""How large the program has become, part by part, beside what it may be: growth is to be seen in every build."""

import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder import project

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number and its limit.

    Attributes:
        name: What was measured.
        value: In `unit`.
        unit: ``MB`` (a million bytes) or ``x``.
        limit: The most it may be; none for `None`.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_within(self) -> bool:
        """Whether it is no more than it may be."""
        return self.limit is None or self.value <= self.limit


def installed_limit(system: str = sys.platform) -> float | None:
    """MB an installed program may take; promised for Linux only, measured everywhere."""
    return 200.0 if system.startswith("linux") else None


def archive_limit(system: str = sys.platform) -> float | None:
    """MB people download."""
    return 80.0 if system.startswith("linux") else None


_PARTS = {
    "ICU": ("libicu",),
    "Python": ("python3", "libpython", "base_library"),
    "OpenSSL": ("libssl", "libcrypto"),
    "the program itself": (project.ID, project.NAME, "epa_gui"),
    "other libraries": ("lib", "_cffi_backend", "MSVC", "VCRUNTIME", "vcruntime", "ucrtbase", "api-ms"),
    "other texts": ("NOTICES", "README", "install", "share"),
}
START_LIMIT = 1.2
"""How many times as long the built program may take to its first window as the same from source."""


def size_of(path: Path) -> int:
    """Bytes in the files of `path`; links count nothing."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def by_part(app: Path) -> Counter[str]:
    """Bytes of each part of the program."""
    parts: Counter[str] = Counter()
    for file in app.rglob("*"):
        if file.is_file() and not file.is_symlink():
            parts[part_of(file.relative_to(app).as_posix())] += file.stat().st_size
    return parts


def part_of(name: str) -> str:
    """The part of the program a file belongs to: a package, Qt's libraries, plugins or texts, Python, the rest."""
    path = PurePosixPath(name)
    inside = tuple(
        itertools.dropwhile(
            lambda part: part in {"_internal", "Contents", "Frameworks", "Resources", "MacOS"}, path.parts
        )
    )
    first = inside[0]
    if first == "PySide6" and not path.name.startswith("libicu"):
        return _part_of_qt(path.name.lower(), inside)
    for part, beginnings in _PARTS.items():
        if path.name.startswith(beginnings) or first.startswith(beginnings):
            return part
    return first.split("-")[0]


def _part_of_qt(name: str, inside: tuple[str, ...]) -> str:
    for folder in ("plugins", "translations"):
        if folder in inside:
            return f"Qt {folder}"
    return "Qt libraries" if name.startswith(("libqt", "qt6")) or "lib" in inside else "PySide6"


def table(parts: Counter[str], figures: list[Figure]) -> Iterator[str]:
    """Lines for whoever builds: the parts, largest first, then the figures with their limits."""
    for part, size in parts.most_common():
        yield f"{size / MB:8.1f} MB  {part}"
    for figure in figures:
        limit = "" if figure.limit is None else f" (at most {figure.limit:g})"
        verdict = "" if figure.is_within else "  TOO MUCH"
        yield f"{figure.value:8.2f} {figure.unit:<2}  {figure.name}{limit}{verdict}"
