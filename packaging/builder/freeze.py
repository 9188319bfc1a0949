"""Freezes the program: PyInstaller on the spec, then what makes it smaller without changing what it does."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from builder import contents, icons, icu, macos, project, release, translations, windows

# The self-test reports their versions.
WITH_METADATA = ("requests", "keyring", "truststore", "matplotlib", "numpy")
# What no import statement of this program names, and PyInstaller therefore does not see: keyring's back ends, which
# `epa_gui.core.keys.keychain` imports by name, and what these ask for by name in turn. By `sys.platform`.
_BY_NAME = {
    "win32": [
        "keyring.backends.Windows",
        "win32ctypes.pywin32.pywintypes",
        "win32ctypes.pywin32.win32cred",
        # `win32ctypes.core` hands on to these by a finder of its own.
        *(f"win32ctypes.core.ctypes.{name}" for name in ("_authentication", "_common", "_dll", "_nl_support")),
        *(f"win32ctypes.core.ctypes.{name}" for name in ("_resource", "_system_information", "_time", "_util")),
    ],
    "darwin": ["keyring.backends.macOS", "keyring.backends.macOS.api"],
    "linux": ["keyring.backends.SecretService", "keyring.backends.kwallet", "secretstorage", "jeepney.io.blocking"],
}


def hidden_imports(system: str = sys.platform) -> list[str]:
    """The modules PyInstaller has to be told of; `require_modules` holds the built program to them."""
    return ["socks", *_BY_NAME.get(system, _BY_NAME["linux"])]  # urllib3 imports it only where a proxy asks for it


HIDDEN_IMPORTS = hidden_imports()

_SOURCES = frozenset({".ts", ".py", ".md"})
"""What lies among the resources, and is what they are made of or from."""


class MissingModulesError(Exception):
    """PyInstaller did not find what it was told of, said so in passing, and went on."""


def shipped_files() -> list[tuple[str, str]]:
    """What lies beside the code: (file, folder in the program), with the build's own note among them."""
    translations.compile_catalogues()
    resources = project.ROOT / "resources"
    files = [
        file for file in sorted(resources.rglob("*")) if file.is_file() and file.suffix not in {".ts", ".py", ".md"}
    ]
    placed = [(str(file), str(Path("epa_gui", "resources", file.parent.relative_to(resources)))) for file in files]
    return [*placed, (str(_write_build_note()), str(Path("epa_gui", "resources")))]


def update_address(environment: Mapping[str, str] = os.environ) -> str:
    """Where the built program looks for a newer version, from ``EPA_UPDATE_ADDRESS``; empty for nowhere.

    Raises:
        ValueError: The program would refuse the address, and show no entry for the check without a word.
    """
    return _plain_address(environment, "EPA_UPDATE_ADDRESS")


def release_page(environment: Mapping[str, str] = os.environ) -> str:
    """The only page, with what is below it, that the built program sends people to, from ``EPA_RELEASE_PAGE``.

    Empty for any page on the host of the update address.

    Raises:
        ValueError: The program would refuse the address.
    """
    return _plain_address(environment, release.PAGE_VARIABLE)


def _plain_address(environment: Mapping[str, str], name: str) -> str:
    address = environment.get(name, "").strip()
    parts = urlsplit(address)
    is_plain = parts.scheme == "https" and parts.hostname and not (parts.query or parts.fragment or "@" in parts.netloc)
    if address and not is_plain:
        raise ValueError(f"{name} has to be a plain https address: no user name, no “?” and no “#”")
    return address


def _write_build_note() -> Path:
    """What the program knows of its own build: see `epa_gui.process.build_info`."""
    note = {
        "update_address": update_address(),
        "release_page": release_page(),
        "built_at": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": _commit(),
    }
    project.BUILD.mkdir(exist_ok=True)
    target = project.BUILD / "build.json"
    target.write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
    return target


def _commit() -> str:
    """What is built; empty outside a checkout, as from a source archive."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "rev-parse", "HEAD"]
    return subprocess.run(command, cwd=project.ROOT, capture_output=True, text=True, check=False).stdout.strip()


def executable_options(system: str = sys.platform) -> dict[str, Any]:
    """What the executable is given beyond its name: icon, version and manifest on Windows, nothing elsewhere."""
    if system != "win32":
        return {}
    version_file, manifest = project.BUILD / "version_info.txt", project.BUILD / "manifest.xml"
    version_file.write_text(windows.version_file(), encoding="utf-8")
    manifest.write_text(windows.manifest(), encoding="utf-8")
    return {
        "icon": str(icons.write_ico(project.BUILD / f"{project.ID}.ico")),
        "version": str(version_file),
        "manifest": str(manifest),
    }


def bundle_options() -> dict[str, Any]:
    """What the macOS bundle is given beyond its name."""
    return {
        "icon": str(icons.write_icns(project.BUILD / f"{project.ID}.icns")),
        "bundle_identifier": project.BUNDLE_ID,
        "version": project.version(),
        "info_plist": macos.info_plist(),
    }


def freeze() -> Path:
    """Build the one-folder program.

    Returns:
        ``dist/epa-desktop``, or ``dist/EPA Desktop.app`` on macOS.

    Raises:
        MissingModulesError: A module that is imported by name is not in it.
    """
    app = project.DIST / (f"{project.NAME}.app" if sys.platform == "darwin" else project.ID)
    for old in (app, project.DIST / project.ID):
        shutil.rmtree(old, ignore_errors=True)
    places = ["--distpath", str(project.DIST), "--workpath", str(project.BUILD)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(project.SPEC)]
    subprocess.run(command, cwd=project.ROOT, check=True)
    require_modules(app, HIDDEN_IMPORTS)
    if app.suffix == ".app":
        shutil.rmtree(project.DIST / project.ID)  # the same once more, as one folder
    if sys.platform == "linux":
        slim(app)
    return app


def require_modules(app: Path, modules: Iterable[str]) -> None:
    """See that they are in the built program, which would otherwise do without a keychain.

    Raises:
        MissingModulesError: Some are not.
    """
    if absent := sorted(set(modules) - contents.frozen_modules(app)):
        raise MissingModulesError(f"imported by name, and not in the built program: {', '.join(absent)}")


def slim(app: Path) -> None:
    """On Linux: take out debugging symbols and unreached ICU data.

    They are 17 MB of libpython's 23, 5 of kiwisolver's 6, 3 of Pillow's 3 and 2 of cryptography's 14.
    """
    program = shutil.which("strip")
    with_symbols = [
        found
        for name in ("libpython*.so*", "lib-dynload/*.so", "_rust.abi3.so", "kiwisolver/_cext.*", "PIL/_imaging.*")
        for found in app.rglob(name)
    ]
    for library in with_symbols if program else []:
        if not library.is_symlink():
            subprocess.run([str(program), "--strip-unneeded", str(library)], check=True)
    for data in app.rglob("libicudata.so.*"):
        if not data.is_symlink():
            try:
                icu.reduce(data)
            except icu.NotAsExpected as reason:
                print(f"{data.name} is left as it is: {reason}")
