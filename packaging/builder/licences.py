"""NOTICES.txt: whose work the program ships, under which licence, and where the source of Qt is."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from builder import project
from builder.contents import Part, roots

NAME = "NOTICES.txt"
_WIDTH = 100

_QT_WORDS = """{program} uses Qt {version} and Qt for Python, copyright (C) The Qt Company Ltd. and other contributors,
under the GNU Lesser General Public License, version 3, whose text is below. They are separate libraries in the
program's folder: you may replace them with versions of your own, also changed ones, and may examine how the program
works with them.
(On macOS sign the program anew afterwards: codesign --force --deep --sign - "{program}.app".)

The exact source code is to be had from The Qt Company:

{sources}

Versions that are not the newest any more move to https://download.qt.io/archive/qt/.
"""


def notices(parts: Sequence[Part]) -> str:
    """The whole text, as people read it."""
    own = project.LICENCE.read_text(encoding="utf-8").strip()
    head = (
        f"{project.NAME} {project.version()}\n\n"
        f"{project.NAME} itself is under the MIT License:\n\n{own}\n\n"
        "It is built with the work of others, with thanks. This is what this copy of the program contains.\n"
    )
    return "\n".join([head, _table(parts), _about_qt(parts), *_texts(parts)])


def write_notices(folder: Path, parts: Sequence[Part]) -> Path:
    """Write the notices where the program looks for them, and where people do.

    Args:
        folder: The one-folder program, or the ``.app``. On macOS to be called before signing.
        parts: What is in it.

    Returns:
        The file the program reads.

    Raises:
        ValueError: The folder holds no resources, so nobody would ever see the notices.
    """
    resources = resources_in(folder)
    text = notices(parts).encode("utf-8")
    (resources / NAME).write_bytes(text)
    if not (folder / "Contents").is_dir():
        (folder / NAME).write_bytes(text)
    return resources / NAME


def resources_in(folder: Path) -> Path:
    """The frozen program's folder of icons and texts.

    Raises:
        ValueError: There is none.
    """
    for root in roots(folder):
        found = root / "epa_gui" / "resources"
        if found.is_dir():
            return found.resolve()
    raise ValueError(f"no resources in {folder.name}")


def _table(parts: Iterable[Part]) -> str:
    rows = [(part.name, part.version, part.licence or "see its text") for part in parts]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"  {name:<{widths[0]}}  {version:<{widths[1]}}  {licence}\n" for name, version, licence in rows)


def _about_qt(parts: Iterable[Part]) -> str:
    with_source = [part for part in parts if part.source]
    qt = next((part for part in with_source if part.name == "Qt"), None)
    if qt is None:
        return ""
    sources = "\n".join(f"  {part.name} {part.version}\n  {part.source}" for part in with_source)
    return _QT_WORDS.format(program=project.NAME, version=qt.version, sources=sources)


def _texts(parts: Iterable[Part]) -> list[str]:
    """Each part's texts; one that stood before is only pointed at, for the GPL is long enough once."""
    seen: dict[str, str] = {}
    pieces: list[str] = []
    for part in parts:
        title = f"{part.name} {part.version}".strip()
        lines = ["=" * _WIDTH, title, "=" * _WIDTH, ""]
        for text in part.texts:
            key = "".join(text.split())
            if key in seen:
                lines.append(f"The same text as above, under {seen[key]}: {text.strip().splitlines()[0].strip()}\n")
            else:
                seen[key] = title
                lines.append(text.strip("\r\n").replace("\r\n", "\n") + "\n")
        if not part.texts:
            lines.append("Its licence text was not found when this was built.\n")
        pieces.append("\n".join(lines))
    return pieces
