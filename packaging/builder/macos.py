"""Makes the macOS app fit to be given to people: Info.plist, signatures, Apple's notarisation, the disk image.

One app for each kind of processor, built and tried on a Mac of that kind. All wheels are universal2 today (PySide6,
shiboken6, charset-normalizer; seen in the wheels), so one app for both could be built; it would be twice the
download, half of it never tried by any self-test, and would break with the first wheel that is not universal2.

What is not said by the environment is left out, and told: without `IDENTITY` the app is signed for no one (ad hoc, or
Apple silicon would not start it), without credentials of the notary it is not notarised.
"""

import os
import platform
import plistlib
import re
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from builder import macho, project
from builder.macos_commands import (
    AD_HOC,
    IDENTITY,
    NOTARY_KEY,
    NOTARY_MINUTES,
    NOTARY_PROFILE,
    MacError,
    copy_command,
    credentials,
    disk_image_command,
    log_command,
    run,
    sign_command,
    staple_command,
    submit_command,
    verify_commands,
    was_accepted,
    zip_command,
)

_DISK_IMAGE_TRIES = 5
_PAUSE_SECONDS = 5.0
# Longer than notarytool itself waits: before that it sends the file, which takes its time.
_NOTARY_SECONDS = NOTARY_MINUTES * 60 + 600

_TYPES = {
    "CSV": "public.comma-separated-values-text",
    "TSV": "public.tab-separated-values-text",
    "Zip": "public.zip-archive",
    "JSON": "public.json",
}
_FOLDERS = ("NSDesktopFolderUsageDescription", "NSDocumentsFolderUsageDescription", "NSDownloadsFolderUsageDescription")
_FOLDER_REASON = {
    "en": "EPA Desktop reads the training files you choose, and saves results where you want them.",
    "ja": "選択した学習用ファイルの読み込みと、指定した場所への結果の保存に使用します。",
}


# What the app says of itself


def info_plist(version: str | None = None, qt_version: str | None = None) -> dict[str, Any]:
    """What Info.plist says beyond what PyInstaller writes by itself.

    Args:
        version: Instead of the project's, for tests.
        qt_version: Instead of the installed one.
    """
    number = version_number(version or project.version())
    return {
        "CFBundleIdentifier": project.BUNDLE_ID,
        "CFBundleName": project.NAME,
        "CFBundleDisplayName": project.NAME,
        "CFBundleShortVersionString": number,
        "CFBundleVersion": number,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ja"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{name} file",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # can be dropped on the icon; stays out of the way of who owns the type
                "LSItemContentTypes": [kind],
            }
            for name, kind in _TYPES.items()
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": minimum_system(qt_version or version_of("PySide6-Essentials")),
        "NSAppSleepDisabled": True,  # App Nap stretched a timer of 1 s to 8 s
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{project.PUBLISHER}. MIT License. Uses Qt under the LGPL.",
        "NSRequiresAquaSystemAppearance": False,  # follows dark mode
        **dict.fromkeys(_FOLDERS, _FOLDER_REASON["en"]),
    }


def version_number(version: str) -> str:
    """The release's three numbers, which is all Apple takes: ``1.2.0rc1`` is 1.2.0.

    Raises:
        ValueError: It does not begin with a number.
    """
    found = re.match(r"\d+(\.\d+){0,2}", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    return ".".join([*found[0].split("."), "0", "0"][:3])


def minimum_system(qt_version: str) -> str:
    """The oldest macOS that Qt runs on; `check_binaries` holds it against the libraries themselves.

    Measured: PySide6 6.11.3 wants 13, 6.12.0 wants 14.
    """
    major, minor = (int(part) for part in qt_version.split(".")[:2])
    return "14.0" if (major, minor) >= (6, 12) else "13.0"


def entitlements() -> dict[str, bool]:
    """What the hardened runtime has to allow: one thing.

    - ``allow-unsigned-executable-memory``: keyring and truststore reach the keychain and the system's certificates by
      ctypes. Its libffi makes callbacks in memory that is written and then run; without this, importing ctypes fails
      or hangs on Intel, and with Python 3.14 on both (yubioath-flutter #553, PyInstaller #8099, kitty #10190).
    - Not ``disable-library-validation``: every library in the app is signed by the same team as the app.
    - Not ``allow-jit``: Qt's regular expressions ask for it, and go on without.
    - Not ``allow-dyld-environment-variables``: PyInstaller finds its libraries without.
    """
    return {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def write_localised(app: Path) -> None:
    """The words of the system's questions in each language, beside the English ones of Info.plist."""
    for language, reason in _FOLDER_REASON.items():
        folder = app / "Contents" / "Resources" / f"{language}.lproj"
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f'"{name}" = "{reason}";\n' for name in _FOLDERS]
        (folder / "InfoPlist.strings").write_text("".join(lines), encoding="utf-8")


def disk_image_name(version: str | None = None, machine: str | None = None) -> str:
    """The disk image's file name."""
    return f"{project.ID}-{version or project.version()}-macos-{machine or platform.machine()}.dmg"


# What is in it


def programs(app: Path) -> list[Path]:
    """Every program and library in the app, each file once, however many links lead to it."""
    files = (path for path in sorted(app.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if macho.slices(path)]


def check_binaries(app: Path, machine: str) -> list[str]:
    """See that the app runs where Info.plist says.

    Measured: the wheel of PySide6 6.11.3 is for macOS 13, and so says every library of Qt, but its bindings to Python
    say 15. macOS does not hold libraries to that, so it is told and no error.

    Returns:
        What is to be known, one sentence each.

    Raises:
        MacError: A library lacks this processor, or Qt wants a newer macOS.
    """
    with (app / "Contents" / "Info.plist").open("rb") as file:
        promised = plistlib.load(file)["LSMinimumSystemVersion"]
    major, minor = (int(part) for part in promised.split(".")[:2])
    newer: dict[tuple[int, int], list[str]] = {}
    for path in programs(app):
        name = path.relative_to(app)
        ours = [part for part in macho.slices(path) if part.processor == machine]
        if not ours:
            raise MacError(f"{name} is not made for {machine}")
        wanted = ours[0].minimum
        if wanted > (major, minor) and "Qt" in name.parts:
            raise MacError(f"{name} wants macOS {wanted[0]}.{wanted[1]}, and Info.plist promises {promised}")
        if wanted > (major, minor):
            newer.setdefault(wanted, []).append(name.name)
    return [
        f"Info.plist promises macOS {promised}; made for {major}.{minor} by their own word: {', '.join(names)}."
        for (major, minor), names in sorted(newer.items())
    ]


def signing_order(app: Path) -> list[Path]:
    """What is signed, inside out: a signature covers those of what it contains.

    Files, then frameworks, the deepest first; the app, with its main program, last.
    """
    main = app / "Contents" / "MacOS" / project.ID
    files = [path for path in programs(app) if path != main]
    frameworks = [path for path in app.rglob("*.framework") if path.is_dir() and not path.is_symlink()]
    return [*_deepest_first(files), *_deepest_first(frameworks), app]


def _deepest_first(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: (-len(path.parts), path))


# Doing it, on a Mac


def package(app: Path, out: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Sign the app, have it notarised, and make the disk image.

    Args:
        app: ``EPA Desktop.app`` as PyInstaller left it. Changed in place.
        out: The disk image to be made.
        environment: Who signs, and for the notary.

    Returns:
        What is to be known: what was left out for want of an identity or credentials, one sentence each.

    Raises:
        MacError: A step failed.
    """
    identity = environment.get(IDENTITY, "") or AD_HOC
    shown = credentials(environment) if identity != AD_HOC else None
    out.parent.mkdir(parents=True, exist_ok=True)
    write_localised(app)
    notes = check_binaries(app, platform.machine())
    _sign(app, identity)
    if shown is not None:
        _notarise(app, shown)
    for command in verify_commands(app, is_notarised=shown is not None):
        run(command)
    _make_disk_image(app, out)
    if identity != AD_HOC:
        run(sign_command(out, identity))
    if shown is not None:
        _notarise(out, shown)
    return [*notes, *_left_out(identity, shown)]


def _left_out(identity: str, shown: Sequence[str] | None) -> list[str]:
    left_out = []
    if identity == AD_HOC:
        left_out.append(f"Signed for no one: {IDENTITY} is not set. macOS will not open the app without being told to.")
    if shown is None:
        left_out.append(f"Not notarised: neither {NOTARY_PROFILE} nor {NOTARY_KEY[0]} is set, or nothing is signed.")
    return left_out


def _sign(app: Path, identity: str) -> None:
    with tempfile.TemporaryDirectory(prefix="epa-desktop-rights-") as folder:
        rights = Path(folder) / "entitlements.plist"
        rights.write_bytes(plistlib.dumps(entitlements()))
        for path in signing_order(app):
            run(sign_command(path, identity, rights if path == app else None))


def _notarise(path: Path, shown: Sequence[str]) -> None:
    """Have an app or a disk image notarised, and put the ticket in."""
    with tempfile.TemporaryDirectory(prefix="epa-desktop-notary-") as folder:
        file = path
        if path.is_dir():
            file = Path(folder) / f"{path.stem}.zip"
            run(zip_command(path, file))
        accepted, submission = was_accepted(run(submit_command(file, shown), seconds=_NOTARY_SECONDS))
    if not accepted:
        why = run(log_command(submission, shown)) if submission else ""
        raise MacError(f"Apple did not accept {path.name}:\n{why}")
    run(staple_command(path))


def _make_disk_image(app: Path, out: Path) -> None:
    """The app and a link to where it belongs. Tried again: Spotlight and virus scanners hold fresh volumes."""
    with tempfile.TemporaryDirectory(prefix="epa-desktop-disk-") as name:
        folder = Path(name) / project.NAME
        folder.mkdir()
        run(copy_command(app, folder / app.name))
        (folder / "Applications").symlink_to("/Applications")
        for attempt in range(_DISK_IMAGE_TRIES):
            try:
                run(disk_image_command(folder, out))
            except MacError:
                if attempt == _DISK_IMAGE_TRIES - 1:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return
