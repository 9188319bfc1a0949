"""What the program is called and where its parts lie: the one place every step of the build asks."""

import ast
import platform
from pathlib import Path

NAME = "EPA Desktop"
ID = "epa-desktop"
BUNDLE_ID = "io.github.epa_desktop.EPADesktop"
PUBLISHER = "EPA Desktop developers"
SUMMARY = "Starts and watches retrainings of Easy Predictive Analytics models, and saves their results"

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
BUILD = ROOT / "build"
SPEC = PACKAGING / f"{ID}.spec"
ICON = ROOT / "resources" / "icons" / f"{ID}.svg"
LICENCE = ROOT / "LICENSE"
CHANGELOG = ROOT / "CHANGELOG.md"
CONSTRAINTS = PACKAGING / "constraints.txt"

BUILD_PYTHON = (3, 13)
"""The Python that releases are built with, and that the constraints are for."""


def machine() -> str:
    """The processor that is built for, as the names of all files say it on every system: ``x86_64`` or ``arm64``."""
    name = platform.machine().lower()
    return {"amd64": "x86_64", "aarch64": "arm64"}.get(name, name)


def version(root: Path = ROOT) -> str:
    """The version written in ``epa_gui/__init__.py``, read and not imported: a build needs no Qt for it.

    Raises:
        ValueError: There is no plain ``__version__ = "..."`` there.
    """
    source = root / "epa_gui" / "__init__.py"
    for statement in ast.parse(source.read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="__version__")], value=ast.Constant(value=str(found))):
                return found
            case _:
                continue
    raise ValueError(f"no __version__ in {source.name}")
