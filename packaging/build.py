"""Builds the double-clickable program for the system this runs on: ``python packaging/build.py``."""

import argparse
import importlib.util
import os
import subprocess
import sys
import venv
from datetime import UTC, datetime
from pathlib import Path

from builder import (
    contents,
    figures,
    freeze,
    licences,
    linux,
    macos,
    macos_commands,
    project,
    sbom,
    signing,
    trial,
    windows,
)


def main() -> int:
    """Make everything, tell how large it is, and try what was made.

    Returns:
        0 when all went well, 1 when the built program fails its trial, is larger or slower than it may be,
        lacks a module it imports by name, or holds a library whose licence would become its own.
    """
    parser = argparse.ArgumentParser(description=f"Builds {project.NAME} for this system.")
    parser.add_argument("--no-limits", action="store_true", help="tell the figures, but do not fail for them")
    flags = parser.parse_args()
    if importlib.util.find_spec("PyInstaller") is None:
        return _again_with_tools()
    try:
        app = freeze.freeze()
    except freeze.MissingModulesError as failure:
        print(failure, file=sys.stderr)
        return 1
    if refused := contents.gpl_alone(app):
        print(f"under the GPL alone, and this program is not: {', '.join(refused)}", file=sys.stderr)
        return 1
    parts = contents.parts_of(app)
    licences.write_notices(app, parts)
    for name in contents.untold(parts):
        print(f"no licence text was found for {name}", file=sys.stderr)
    try:
        made = [_write_sbom(parts), *_pack(app)]
        measured = _figures(app, made)
        for line in figures.table(figures.by_part(app), measured):
            print(line)
        report = trial.try_out(app)
    except (trial.TrialFailed, macos_commands.MacError, windows.InstallerError, signing.SigningError) as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"self-test of the built program passed; keychain: {report['keychain']}")
    for path in [app, *made]:
        print(path.relative_to(project.ROOT))
    return 0 if flags.no_limits or all(figure.is_within for figure in measured) else 1


def _again_with_tools() -> int:
    """Run this in an environment that has the build's tools, made once below ``build/``."""
    environment = project.BUILD / "environment"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if Path(sys.executable).is_relative_to(environment):
        print("the build's tools could not be installed", file=sys.stderr)
        return 1
    if not python.exists():
        venv.create(environment, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    is_pinned = sys.version_info[:2] == project.BUILD_PYTHON
    pinned = (
        ["--requirement", str(project.CONSTRAINTS), "--require-hashes"] if is_pinned else [f"{project.ROOT}[build]"]
    )
    subprocess.run([*pip, *pinned], check=True)
    return subprocess.run([str(python), *sys.argv], check=False).returncode


def _pack(app: Path) -> list[Path]:
    """What people download, in this system's forms."""
    pack = {"win32": _pack_for_windows, "darwin": _pack_for_macos}.get(sys.platform, _pack_for_linux)
    return pack(app)


def _pack_for_windows(app: Path) -> list[Path]:
    signing.sign_payload(app)
    icon = project.BUILD / f"{project.ID}.ico"
    name = project.DIST / windows.installer_name()
    installer = windows.make_installer(app, name, icon=icon, oldest_nsis=windows.OLDEST_NSIS)
    return [installer, windows.make_portable_zip(app, project.DIST / windows.portable_name())]


def _pack_for_macos(app: Path) -> list[Path]:
    image = project.DIST / macos.disk_image_name()
    for line in macos.package(app, image):
        print(line)
    return [image]


def _pack_for_linux(app: Path) -> list[Path]:
    linux.write_desktop_files(app, datetime.now(UTC).date())
    return [linux.make_archive(app, project.DIST / linux.archive_name())]


def _write_sbom(parts: list[contents.Part]) -> Path:
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    name = f"{project.ID}-{project.version()}-{system}-{project.machine()}.cdx.json"
    return sbom.write_sbom(project.DIST / name, parts, system)


def _figures(app: Path, made: list[Path]) -> list[figures.Figure]:
    measured = [figures.Figure("installed", figures.size_of(app) / figures.MB, "MB", figures.installed_limit())]
    for path in made:
        limit = None if path.suffix == ".json" else figures.archive_limit()
        measured.append(figures.Figure(path.name, figures.size_of(path) / figures.MB, "MB", limit))
    if sys.platform.startswith("linux"):
        ratio = trial.start_ratio(app)
        measured.append(figures.Figure("start to the first window, beside source", ratio, "x", figures.START_LIMIT))
    return measured


if __name__ == "__main__":
    sys.exit(main())
