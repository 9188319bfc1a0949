r"""What a release is made of: checksums, the version's changes, and the release file the program's update check reads.

The release file (``epa-desktop-release.json``, UTF-8 without a byte order mark, at most 64 kB) is one JSON object::

    {
      "format": 1,
      "version": "1.2.0",
      "date": "2026-11-23",
      "expires": "2027-05-22",
      "notes": "### Added\n\n- …",
      "page": "https://…",
      "files": {
        "linux":   [{"ending": "linux-x86_64.tar.gz", "size": 45678901, "sha256": "64 hex digits"}],
        "macos":   […],
        "windows": […]
      },
      "sha256": "64 hex digits"
    }

- ``format``: the integer 1. A reader refuses any other number: what it means is not known yet. Members it does not
  know are ignored, yet they count in the checksum.
- ``version``: three whole numbers without leading zeros, joined by dots, no ``v``; optionally ``-`` and a pre-release
  name of ASCII letters, digits, dots and hyphens (Semantic Versioning 2.0.0). It stands here and nowhere else, so that
  nothing can contradict it; for the same reason a reader refuses an object in which a name stands twice.
- ``date``: the day of the release, ISO 8601, UTC.
- ``expires``: the last day on which it may be believed, likewise. Whoever hands out an old file, to keep people at an
  old version, can do so until then. ``--renew`` writes a later one.
- ``notes``: the version's section of CHANGELOG.md without its heading: Markdown, to be shown as plain text. May be
  empty. Lines end in ``\n``.
- ``page``: where people get releases, an ``https`` address; empty when the build was not told one. Programs take only
  the page that they were built with (``EPA_RELEASE_PAGE``) or one below it.
- ``files``: per system (``linux``, ``macos``, ``windows``; a system without files is absent) a list, sorted by
  ``ending``, which is the file's name behind ``epa-desktop-VERSION-``; ``size`` in bytes; ``sha256`` of the file,
  lower-case hex.
- ``sha256``: lower-case hex SHA-256 of the object without this member, in canonical form, which is in Python
  ``json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")``. There are no
  floating-point numbers in it, so that every JSON library gives the same bytes.

The checksum tells a damaged or half-written file; who made it, only the https address vouches for, and the attestation
of the workflow that drafted the release.
"""

import argparse
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from builder import project

NAME = f"{project.ID}-release.json"
SUMS = "SHA256SUMS"
NOTES = "NOTES.md"
VALID_DAYS = 180
"""How long a release file is believed: long enough to need renewing twice a year only, where nothing is released."""

PAGE_VARIABLE = "EPA_RELEASE_PAGE"
"""The environment's word for the page where people get the release."""

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?")
_SYSTEM = re.compile(r"-(linux|macos|windows)[-.]")
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """One file people download.

    Attributes:
        name: Without folders.
        size: In bytes.
        sha256: Lower-case hex.
    """

    name: str
    size: int
    sha256: str


def measure(path: Path) -> File:
    """Read a file once."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return File(path.name, path.stat().st_size, digest)


def sums(files: Iterable[File]) -> str:
    """The checksums as ``sha256sum --check`` reads them."""
    return "".join(f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda file: file.name))


def changes(changelog: str, version: str) -> str:
    """The version's section of the changelog, without its heading.

    Raises:
        ValueError: There is none, or nothing is in it.
    """
    heading = re.compile(rf"^## \[{re.escape(version)}\].*$", re.MULTILINE)
    found = heading.search(changelog.replace("\r\n", "\n"))
    if found is None:
        raise ValueError(f"CHANGELOG.md has no section for {version}")
    rest = changelog.replace("\r\n", "\n")[found.end() :]
    section = re.split(r"^(?:## |\[[^\]]+\]: )", rest, maxsplit=1, flags=re.MULTILINE)[0].strip()
    if not section:
        raise ValueError(f"CHANGELOG.md says nothing about {version}")
    return section + "\n"


def by_system(files: Iterable[File]) -> dict[str, list[File]]:
    """What people download, for each system, by name; SBOMs and the like belong to none."""
    found: dict[str, list[File]] = {}
    for file in sorted(files, key=lambda file: file.name):
        system = _SYSTEM.search(file.name)
        if system is not None and not file.name.endswith(".json"):
            found.setdefault(system[1], []).append(file)
    return found


def release_file(version: str, day: date, notes: str, page: str, files: Iterable[File]) -> str:
    """The release file, as it is put on the web.

    Raises:
        ValueError: Something in it would be refused by the programs that read it, or a file is of another version.
    """
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version} is no version of the kind 1.2.3")
    if page and not page.startswith("https://"):
        raise ValueError("the release's page is not an https address")
    listed = by_system(files)
    strangers = [
        file.name for some in listed.values() for file in some if not file.name.startswith(_beginning(version))
    ]
    if strangers:
        raise ValueError(f"not of version {version}: {', '.join(strangers)}")
    content = {
        "format": 1,
        "version": version,
        "date": day.isoformat(),
        "expires": _last_day(day).isoformat(),
        "notes": notes,
        "page": page,
        "files": {
            system: [
                {"ending": file.name.removeprefix(_beginning(version)), "size": file.size, "sha256": file.sha256}
                for file in some
            ]
            for system, some in listed.items()
        },
    }
    return _written(content)


def renewed(text: str, today: date) -> str:
    """A release file that was written before, to be believed from today on as long as a new one.

    Raises:
        ValueError: It is damaged, or no release file.
    """
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != 1 or content.get("sha256") != checksum(content):
        raise ValueError("this is no whole release file of the format 1")
    del content["sha256"]
    return _written(content | {"expires": _last_day(today).isoformat()})


def _last_day(day: date) -> date:
    return day + timedelta(days=VALID_DAYS)


def _beginning(version: str) -> str:
    return f"{project.ID}-{version}-"


def _written(content: Mapping[str, object]) -> str:
    text = json.dumps({**content, "sha256": checksum(content)}, ensure_ascii=False, indent=2) + "\n"
    if len(text.encode("utf-8")) > _MOST_BYTES:
        raise ValueError("the release file is larger than programs will read; the changelog section is too long")
    return text


def checksum(content: Mapping[str, object]) -> str:
    """SHA-256 of the canonical form, without the checksum itself."""
    rest = {key: value for key, value in content.items() if key != "sha256"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def make(folder: Path, version: str, day: date, changelog: str, page: str = "") -> list[Path]:
    """Write what a release needs beside the built files: checksums, notes, and the release file.

    Raises:
        ValueError: A file is of another version, nothing is there, or the changelog is silent.
    """
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name not in {NAME, SUMS, NOTES}]
    files = [measure(path) for path in paths]
    strangers = [file.name for file in files if not file.name.startswith(_beginning(version))]
    if strangers:
        raise ValueError(f"not of version {version}: {', '.join(strangers)}")
    if not by_system(files):
        raise ValueError(f"nothing to release in {folder.name}")
    notes = changes(changelog, version)
    made = {NAME: release_file(version, day, notes, page, files), SUMS: sums(files), NOTES: notes}
    for name, text in made.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return [folder / name for name in made]


def check_tag(tag: str, version: str) -> None:
    """A tag names the version it is put on.

    Raises:
        ValueError: It does not.
    """
    if tag != f"v{version}":
        raise ValueError(f"the tag {tag} is not v{version}, which epa_gui/__init__.py says")


def main(arguments: Sequence[str] | None = None) -> int:
    """``python -m builder.release FOLDER [--tag v1.2.3] [--renew]``, with ``packaging`` as the working folder."""
    parser = argparse.ArgumentParser(prog="builder.release", description="Makes a release of built files.")
    parser.add_argument("folder", type=Path, help="where the built files are")
    parser.add_argument("--tag", help="the tag that is released, to be checked against the program's version")
    parser.add_argument("--renew", action="store_true", help="only have the release file there be believed longer")
    flags = parser.parse_args(arguments)
    version = project.version()
    today = datetime.now(UTC).date()
    try:
        if flags.renew:
            path = flags.folder / NAME
            path.write_bytes(renewed(path.read_text(encoding="utf-8"), today).encode("utf-8"))
            print(path.name)
            return 0
        if flags.tag is not None:
            check_tag(flags.tag, version)
        changelog = project.CHANGELOG.read_text(encoding="utf-8")
        page = os.environ.get(PAGE_VARIABLE, "")
        made = make(flags.folder, version, today, changelog, page)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
