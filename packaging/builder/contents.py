"""What of others is really in a frozen program: wheels, Python, Qt, and the libraries that came along.

A build, once all files are in place, and before anything is signed or packed::

    refused = contents.gpl_alone(program)
    parts = contents.parts_of(program)
    licences.write_notices(program, parts)
    sbom.write_sbom(path, parts, "linux")
    missing = contents.untold(parts)
"""

import functools
import importlib
import importlib.metadata
import platform
import re
import ssl
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.metadata import Distribution
from pathlib import Path
from sqlite3 import sqlite_version
from typing import Any

from builder import project

TEXTS = project.PACKAGING / "licences"
_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
_LICENCE_WITHIN = re.compile(r"(licen[cs]e|copying|notice)([-_]\w+)?(\.txt|\.md)?", re.IGNORECASE)
_SHARED = re.compile(r"(\.so(\.\d+)*|\.dll|\.dylib)$", re.IGNORECASE)
_OF_PYTHON = re.compile(
    r"(\.cpython-[^/]*\.so|\.abi3\.so|\.pyd|(^|/)(lib)?python3[^/]*|lib-dynload/[^/]*)$", re.IGNORECASE
)
_LINES_OF_A_NAME = 120
# GNU Readline and GNU dbm, with Python's modules that are linked to them: whoever ships them ships all under the GPL.
_GPL_ALONE = re.compile(r"(lib|_)?(readline|history|gdbm|gdbm_compat)[.-].*", re.IGNORECASE)


class Kind(StrEnum):
    """Where a part comes from."""

    WHEEL = "wheel"
    RUNTIME = "runtime"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of others that the program ships.

    Attributes:
        name: As its makers call it.
        version: Theirs; empty where nobody can tell.
        licence: An SPDX expression, or the makers' own words, or empty.
        texts: The licence texts, whole.
        kind: Where it comes from.
        source: Where its exact source is to be had; empty where its licence does not ask for that.
        needs: Names of other wheels it needs.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    kind: Kind
    source: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A library that Python or Qt brings along on systems that cannot be asked about it."""

    pattern: str
    name: str
    licence: str
    text: str


_KNOWN = (
    _Known(r"(lib)?(ssl|crypto)[-.\d]", "OpenSSL", "Apache-2.0", "Apache-2.0.txt"),
    _Known(r"(lib)?sqlite3", "SQLite", "blessing", "sqlite.txt"),
    _Known(r"(lib)?ffi", "libffi", "MIT", "libffi.txt"),
    _Known(r"(lib)?lzma", "XZ Utils", "0BSD", "xz.txt"),
    _Known(r"(lib)?bz2", "bzip2", "bzip2-1.0.6", "bzip2.txt"),
    _Known(r"(lib)?expat", "Expat", "MIT", "expat.txt"),
    _Known(r"(libz|zlib1?)\b", "zlib", "Zlib", "zlib.txt"),
    _Known(r"(lib)?icu(data|i18n|uc|dt|in)", "ICU", "Unicode-3.0", "icu.txt"),
    _Known(
        r"(vcruntime|msvcp|concrt|ucrtbase|api-ms-win)", "Microsoft Visual C++ runtime", "Microsoft redistributable", ""
    ),
)


def parts_of(folder: Path, modules: frozenset[str] | None = None) -> list[Part]:
    """What is in a frozen program, by name.

    Args:
        folder: The one-folder program, or the ``.app``.
        modules: Names of the frozen modules; read out of the program's executable if not given.
    """
    if modules is None:
        modules = frozen_modules(folder)
    wheels = list(_wheels_in(folder, modules))
    parts = [_python(), *_bootloader(), *(_of_wheel(wheel, folder) for wheel in wheels)]
    if any(normal(wheel.name) == "pyside6-essentials" for wheel in wheels):
        parts.append(_qt(wheels))
    parts.extend(_libraries(folder, wheels))
    return sorted(parts, key=lambda part: part.name.casefold())


def untold(parts: Iterable[Part]) -> list[str]:
    """Names of parts whose licence text nobody could find."""
    return [part.name for part in parts if not part.texts]


def gpl_alone(folder: Path) -> list[str]:
    """Names of the libraries in a frozen program that only the GPL allows to be shipped, which it must not hold."""
    files = (path for root in roots(folder) for path in root.rglob("*") if _SHARED.search(path.name))
    return sorted({path.name for path in files if _GPL_ALONE.fullmatch(path.name)})


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def roots(folder: Path) -> list[Path]:
    """The folders below which a frozen program lies as it would in ``site-packages``."""
    inner = [folder / "_internal", folder / "Contents" / "Frameworks", folder / "Contents" / "Resources"]
    return [root for root in inner if root.is_dir()] or [folder]


def frozen_modules(folder: Path) -> frozenset[str]:
    """Names of the modules inside the program's executable.

    Raises:
        ValueError: There is no executable of PyInstaller's in the folder.
    """
    readers: Any = importlib.import_module("PyInstaller.archive.readers")
    places = [folder / "Contents" / "MacOS", folder]
    for program in (path for place in places if place.is_dir() for path in sorted(place.iterdir()) if path.is_file()):
        try:
            archive = readers.CArchiveReader(str(program))
        except (readers.ArchiveReadError, OSError, ValueError):
            continue
        packed = [name for name in archive.toc if name.upper().endswith(".PYZ")]
        return frozenset(module for name in packed for module in archive.open_embedded_archive(name).toc)
    raise ValueError(f"no frozen program in {folder.name}")


def _wheels_in(folder: Path, modules: frozenset[str]) -> Iterator[Distribution]:
    """Installed distributions of which a module or a file is in the program, each once."""
    seen = {normal(project.ID)}
    for wheel in importlib.metadata.distributions():
        if normal(wheel.name) in seen:
            continue
        if any(_has(folder, modules, str(file)) for file in _own_files(wheel)):
            seen.add(normal(wheel.name))
            yield wheel


def _own_files(wheel: Distribution) -> Iterator[str]:
    for file in wheel.files or []:
        path = file.as_posix()
        if not path.startswith(("..", "/")) and ".dist-info/" not in path and "__pycache__" not in path:
            yield path


def _has(folder: Path, modules: frozenset[str], path: str) -> bool:
    if path.endswith(".py"):
        return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in modules
    return any((root / path).is_file() for root in roots(folder))


def _of_wheel(wheel: Distribution, folder: Path | None = None) -> Part:
    """With the licences that lie beside what they are about, as of fonts, if the program in `folder` ships that."""
    meta = wheel.metadata
    licence = stated_licence(meta)
    files = [file for file in wheel.files or [] if _is_licence(file.as_posix())]
    if folder is not None:
        within = [file for file in wheel.files or [] if _LICENCE_WITHIN.fullmatch(file.name)]
        files += [file for file in within if file not in files and _has(folder, frozenset(), file.as_posix())]
    texts = [_read(Path(str(file.locate()))) for file in files]
    source = ""
    if not texts and "LGPL-3.0" in licence:
        texts = [_text(name) for name in _QT]
    if normal(wheel.name) in {"pyside6-essentials", "shiboken6"}:
        source = pyside_source(wheel.version)
    needs = tuple(normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in wheel.requires or [])
    return Part(wheel.name, wheel.version, licence, tuple(texts), Kind.WHEEL, source, needs)


def stated_licence(meta: Any) -> str:
    """The licence a wheel names: an SPDX expression if it has one, else its words, else its classifiers."""
    for field in ("License-Expression", "License"):
        said = str(meta.get(field) or "").strip()
        if said and "\n" not in said and len(said) <= _LINES_OF_A_NAME:
            return said
    classifiers = [str(line) for line in meta.get_all("Classifier") or []]
    return " or ".join(line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License ::"))


def _is_licence(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return ".dist-info" in folder and _LICENCE_FILE.search(name) is not None and not name.endswith(".py")


def _python() -> Part:
    stdlib = Path(sysconfig.get_path("stdlib"))
    places = [stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    places.append(Path("/usr/share/doc") / f"python{sys.version_info.major}.{sys.version_info.minor}" / "copyright")
    texts = tuple(_read(place) for place in places if place.is_file())[:1]
    return Part("Python", platform.python_version(), "PSF-2.0", texts, Kind.RUNTIME)


def _bootloader() -> list[Part]:
    """PyInstaller's small starter, which is part of the executable; its licence allows that for any program."""
    try:
        wheel = importlib.metadata.distribution("pyinstaller")
    except importlib.metadata.PackageNotFoundError:
        return []
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return [replace(_of_wheel(wheel), name="PyInstaller bootloader", licence=licence, kind=Kind.RUNTIME, needs=())]


def _qt(wheels: Iterable[Distribution]) -> Part:
    wheel = next(wheel for wheel in wheels if normal(wheel.name) == "pyside6-essentials")
    version = ".".join(wheel.version.split(".")[:3])
    texts = (*(_text(name) for name in _QT), _text("qt-third-party.txt"))
    return Part("Qt", version, "LGPL-3.0-only", texts, Kind.LIBRARY, qt_source(version))


def qt_source(version: str) -> str:
    """Where The Qt Company keeps the source of exactly this Qt."""
    minor = ".".join(version.split(".")[:2])
    name = f"qt-everywhere-src-{version}.tar.xz"
    return f"https://download.qt.io/official_releases/qt/{minor}/{version}/single/{name}"


def pyside_source(version: str) -> str:
    """Where The Qt Company keeps the source of exactly this Qt for Python."""
    name = f"pyside-setup-everywhere-src-{version}.tar.xz"
    return f"https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/{name}"


def _libraries(folder: Path, wheels: Iterable[Distribution]) -> list[Part]:
    """Shared libraries that no wheel brought, and ICU, which Qt's wheel brings."""
    from_wheels = {path.rpartition("/")[2] for wheel in wheels for path in _own_files(wheel)}
    names = sorted({path.name for path in _shared(folder)})
    found: dict[str, Part] = {}
    strangers = {name for name in names if name not in from_wheels}
    debian = _debian_packages(name for name in strangers if ".so" in name)
    for name in names:
        part = debian.get(name) or _known(name)
        if part is None and name in strangers:
            part = Part(name, "", "", (), Kind.LIBRARY)
        if part is not None:
            found.setdefault(part.name, part)
    return list(found.values())


def _shared(folder: Path) -> Iterator[Path]:
    for root in roots(folder):
        for path in root.rglob("*"):
            place = path.relative_to(root).as_posix()
            if _SHARED.search(path.name) and not _OF_PYTHON.search(place) and path.is_file():
                yield path


def _known(name: str) -> Part | None:
    for known in _KNOWN:
        if re.match(known.pattern, name, re.IGNORECASE):
            texts = (_text(known.text),) if known.text else (_MICROSOFT,)
            return Part(known.name, _version_of(known.name, name), known.licence, texts, Kind.LIBRARY)
    return None


_MICROSOFT = """Copyright (c) Microsoft Corporation. All rights reserved.
Distributed under the terms for redistributable files ("Distributable Code") of Microsoft Visual Studio, unchanged.
"""


def _version_of(name: str, file: str) -> str:
    """Asked of the Python that builds, which is the one that is frozen; of ICU the file's name tells."""
    if name == "OpenSSL":
        return ssl.OPENSSL_VERSION.split()[1]
    if name == "ICU":
        return "".join(re.findall(r"\d\d+", file)[:1])
    return {"SQLite": sqlite_version, "zlib": zlib.ZLIB_RUNTIME_VERSION}.get(name, "")


def _debian_packages(names: Iterable[str]) -> Mapping[str, Part]:
    """The packages of a Debian system that brought these libraries, with the copyright files they have to carry."""
    owners: dict[str, str] = {}
    told = [line.partition(": ") for line in _dpkg_query("-S", *(f"*/{name}" for name in sorted(names))).splitlines()]
    # The shortest path is the system's; longer ones are a program's own copies.
    for owner, _, path in sorted(told, key=lambda line: len(line[2])):
        if not owner.startswith("diversion "):
            owners.setdefault(path.rpartition("/")[2], owner.split(":")[0].split(",")[0])
    parts: dict[str, Part] = {}
    for name, owner in owners.items():
        text = Path("/usr/share/doc") / owner / "copyright"
        if text.is_file():
            parts[name] = _debian_part(owner, text)
    return parts


@functools.cache
def _debian_part(owner: str, text: Path) -> Part:
    """With the licences that the file only points at, because every Debian system has them."""
    version = _dpkg_query("-W", "-f", "${Version}\n", owner).partition("\n")[0]
    said = _read(text)
    named = {name.rstrip(".") for name in re.findall(r"/usr/share/common-licenses/([\w.-]+)", said)}
    places = [Path("/usr/share/common-licenses") / name for name in sorted(named)]
    also = [_read(place) for place in places if place.is_file()]
    return Part(owner, version, "", (said, *also), Kind.LIBRARY)


def _dpkg_query(*arguments: str) -> str:
    """Empty where there is no dpkg, or it knows nothing."""
    if len(arguments) < 2:
        return ""
    try:
        command = ["dpkg-query", *arguments]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)
    except OSError:
        return ""
    return done.stdout


def _text(name: str) -> str:
    return _read(TEXTS / name)


def _read(path: Path) -> str:
    """A licence text; somebody's name in an old encoding must not stop a build."""
    return path.read_text(encoding="utf-8", errors="replace")
