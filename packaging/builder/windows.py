"""What Windows needs: version information, a manifest, an installer for one person, and a portable zip.

The installer is made by NSIS's ``makensis``, which runs on Linux too, so that what people click is tried here.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from builder import icons, project, signing

PROGRAM = f"{project.NAME}.exe"
COPYRIGHT = f"© {project.PUBLISHER}"
# The stub that every distribution of NSIS has; it runs on 64-bit Windows as well.
TARGET = "x86-unicode"

OLDEST_NSIS = (3, 11)
"""Installers of older ones, run by the system's own account, can be made to load another's code (CVE-2025-43715)."""

_FOLDER = project.PACKAGING / "windows"
_PICTURE_SIZE = (328, 628)  # twice NSIS's own, for sharp displays
_PLAIN_PICTURE = r'"${NSISDIR}\Contrib\Graphics\Wizard\nsis3-metro.bmp"'
_SECONDS = 1800
_PRERELEASE = 0x2  # VS_FF_PRERELEASE


class InstallerError(Exception):
    """The installer could not be made. Says why, with what NSIS said."""


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Windows' four numbers of a version; what is not a number, such as ``rc1``, does not fit into them.

    Raises:
        ValueError: It does not begin with a number, or has one above 65,535.
    """
    release = re.match(r"\d+(\.\d+)*", version)
    if release is None:
        raise ValueError(f"not a version: {version}")
    first, second, third, *_ = [*(int(number) for number in release[0].split(".")), 0, 0]
    if max(first, second, third) > 0xFFFF:
        raise ValueError(f"a number too big for Windows: {version}")
    return first, second, third, 0


def version_file(version: str | None = None) -> str:
    """The version resource of the program as PyInstaller reads it (``EXE(version=...)``), as the text of a file."""
    version = version or project.version()
    numbers = version_numbers(version)
    flags = 0 if re.fullmatch(r"[\d.]+", version) else _PRERELEASE
    strings = {
        "CompanyName": project.PUBLISHER,
        "FileDescription": project.NAME,
        "FileVersion": version,
        "InternalName": project.ID,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": PROGRAM,
        "ProductName": project.NAME,
        "ProductVersion": version,
    }
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in strings.items())
    return (
        f"VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags={flags:#x}, OS=0x40004,\n"
        f"    fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        f"  kids=[\n"
        f"    StringFileInfo([StringTable('040904B0', [{structs}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])]),\n"
        f"  ],\n"
        f")\n"
    )


def manifest(version: str | None = None) -> str:
    """The manifest of the program (``EXE(manifest=...)``): sharp displays, long paths, UTF-8, no administrator."""
    text = (_FOLDER / "program.manifest").read_text(encoding="utf-8")
    numbers = ".".join(map(str, version_numbers(version or project.version())))
    return text.replace("@BUNDLE_ID@", project.BUNDLE_ID).replace("@NAME@", project.NAME).replace("@VERSION@", numbers)


def installer_name(version: str | None = None) -> str:
    """What the installer's file is called."""
    return f"{project.ID}-{version or project.version()}-windows-{project.machine()}-setup.exe"


def portable_name(version: str | None = None) -> str:
    """What the portable zip is called."""
    return f"{project.ID}-{version or project.version()}-windows-{project.machine()}-portable.zip"


def installer_script(
    payload: Path,
    out: Path = Path(f"{project.ID}-setup.exe"),
    *,
    picture: Path | None = None,
    icon: Path | None = None,
    version: str | None = None,
    target: str = TARGET,
) -> str:
    """The whole script for ``makensis``: names, the list of the payload's files, then windows/installer.nsi.

    Args:
        payload: The one-folder program, with `PROGRAM` in it.
        out: The installer to be made.
        picture: The bitmap at the side of the first and last page; NSIS's own for `None`.
        icon: The installer's icon; NSIS's own for `None`.
        version: Instead of the project's, for tests.
        target: NSIS's stub.

    Raises:
        InstallerError: There is no program in the payload.
    """
    if not (payload / PROGRAM).is_file():
        raise InstallerError(f"there is no {PROGRAM} in {payload}")
    version = version or project.version()
    names = {
        "NAME": project.NAME,
        "ID": project.ID,
        "PROGRAM": PROGRAM,
        "PUBLISHER": project.PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "VERSION": version,
        "VERSION_NUMBERS": ".".join(map(str, version_numbers(version))),
        "SIZE_KB": str(_size_kb(payload)),
        "OUT": str(out),
    }
    lines = ["Unicode true", f"Target {target}", "SetCompressor /SOLID lzma", "SetCompressorDictSize 32"]
    lines += [f"!define {name} {_quoted(text)}" for name, text in names.items()]
    lines.append(f"!define PICTURE {_quoted(str(picture)) if picture else _PLAIN_PICTURE}")
    if icon is not None:
        lines += [f"!define {name} {_quoted(str(icon))}" for name in ("MUI_ICON", "MUI_UNICON")]
    if signing.sign_command() is not None:
        # The uninstaller exists outside the installer only in this moment.
        signer = Path(signing.__file__)
        lines.append(f"""!uninstfinalize '"{sys.executable}" "{signer}" "%1"' = 0""")
    lines += _lists(payload)
    main = (_FOLDER / "installer.nsi").read_text(encoding="utf-8")
    texts = (_FOLDER / "texts.nsh").read_text(encoding="utf-8")
    return "\n".join(lines) + "\n" + main.replace(";@TEXTS@", texts)


def make_installer(
    payload: Path,
    out: Path,
    *,
    icon: Path | None = None,
    version: str | None = None,
    target: str = TARGET,
    oldest_nsis: tuple[int, ...] = (),
) -> Path:
    """Make the installer from the one-folder program, and sign it if the environment says how.

    Args:
        payload: The one-folder program, already signed.
        out: The file to be made. Not plain ``setup.exe``, into which Windows loads old compatibility code.
        icon: The installer's icon; drawn anew for `None`.
        version: Instead of the project's, for tests.
        target: NSIS's stub.
        oldest_nsis: What has to make it: `OLDEST_NSIS` for what people get. Tests are content with any.

    Returns:
        `out`.

    Raises:
        InstallerError: ``makensis`` is not there, is too old, refuses, or does not end.
        signing.SigningError: It was to be signed and is not.
    """
    program = find_makensis()
    if program is None:
        raise InstallerError(
            "makensis is not installed. It comes with NSIS 3 (Debian: nsis; Windows: winget, NSIS.NSIS)"
        )
    if oldest_nsis:
        _see_that_it_is_new_enough(program, oldest_nsis)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="epa-desktop-installer-") as name:
        folder = Path(name)
        picture = draw_picture(folder / "side.bmp")
        icon = icon.resolve() if icon else icons.write_ico(folder / "setup.ico")
        script = folder / "installer.nsi"
        text = installer_script(payload.resolve(), out, picture=picture, icon=icon, version=version, target=target)
        script.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run(
                [program, "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", str(script)],
                # NSIS 3.08 crashes on names beyond ASCII where the locale is plain C, as in many containers.
                env={**os.environ, "LC_ALL": "C.UTF-8"},
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise InstallerError(f"makensis did not end within {_SECONDS} seconds") from None
    if done.returncode or not out.is_file():
        raise InstallerError(f"makensis ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    try:
        signing.sign(out)
    except signing.SigningError:
        out.unlink()
        raise
    return out


def make_portable_zip(payload: Path, out: Path) -> Path:
    """Pack the one-folder program as it is, in a folder of its name. It keeps its data where the installed one does."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9, strict_timestamps=False) as archive:
        for path in _files(payload):
            archive.write(path, Path(project.NAME) / path.relative_to(payload))
    return out


def find_makensis() -> str | None:
    """NSIS's compiler: on the path, or where its own installer puts it on Windows."""
    found = shutil.which("makensis")
    if found is not None or os.name != "nt":
        return found
    places = [os.environ.get(name) for name in ("ProgramFiles(x86)", "ProgramFiles")]
    programs = [Path(place) / "NSIS" / "makensis.exe" for place in places if place]
    return next((str(program) for program in programs if program.is_file()), None)


def _see_that_it_is_new_enough(program: str, oldest: tuple[int, ...]) -> None:
    done = subprocess.run([program, "-VERSION"], capture_output=True, text=True, errors="replace", check=False)
    said = done.stdout.strip()
    if nsis_version(said) < oldest:
        raise InstallerError(
            f"NSIS {'.'.join(map(str, oldest))} or newer is needed, and this is {said or 'one without a version'}: "
            "installers of older ones, run by the system's own account, can be made to load another's code "
            "(CVE-2025-43715)"
        )


def nsis_version(said: str) -> tuple[int, ...]:
    """The numbers in what ``makensis -VERSION`` says, as ``v3.08-3+deb12u1``: (3, 8); empty if there are none."""
    found = re.match(r"v?(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else ()


def draw_picture(out: Path) -> Path:
    """The picture beside the installer's first and last page: the program's icon on the colours of its own."""
    from PySide6.QtCore import QPointF, QRectF  # noqa: PLC0415  the other steps need no Qt
    from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    width, height = _PICTURE_SIZE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = QLinearGradient(QPointF(0, 0), QPointF(0, height))
    shade.setColorAt(0, QColor("#eaf2fb"))
    shade.setColorAt(1, QColor("#c3d8f0"))
    painter.fillRect(0, 0, width, height, shade)
    side = width * 0.5
    QSvgRenderer(str(project.ICON)).render(painter, QRectF((width - side) / 2, height * 0.16, side, side))
    painter.end()
    if not image.save(str(out)):
        raise InstallerError(f"Qt could not write {out.name}")
    return out


def _lists(payload: Path) -> Iterator[str]:
    """What is unpacked, put in place and taken away: the payload's files, so that nothing of others is touched."""
    files = [path.relative_to(payload) for path in _files(payload)]
    folders = sorted({folder for file in files for folder in file.parents if folder != Path()})
    yield "!macro UNPACK"
    for folder in [Path(), *folders]:
        inside = [file for file in files if file.parent == folder]
        if inside:
            yield f"  SetOutPath {_place('${NEW}', folder)}"
            yield from (f"  File {_quoted(str(payload / file))}" for file in inside)
    yield "!macroend"
    yield "!macro MOVE_IN"
    # The program last: who starts it before has none, and not half of one.
    for top in sorted({file.parts[0] for file in files}, key=lambda name: (name == PROGRAM, name)):
        yield f"  Push {_quoted(top.replace('$', '$$'))}"
        yield "  Call MoveIn"
    yield "!macroend"
    yield "!macro TAKE_AWAY"
    yield from (f"  Delete {_place('$INSTDIR', file)}" for file in files)
    yield from (f"  RMDir {_place('$INSTDIR', folder)}" for folder in reversed(folders))
    yield "!macroend"


def _files(payload: Path) -> list[Path]:
    return sorted(path for path in payload.rglob("*") if path.is_file())


def _size_kb(payload: Path) -> int:
    return sum(path.stat().st_size for path in _files(payload)) // 1024


def _place(root: str, relative: Path) -> str:
    """For the installer, to which a dollar sign begins a variable."""
    inside = "\\".join(part.replace("$", "$$") for part in relative.parts)
    return f'"{root}\\{inside}"' if inside else f'"{root}"'


def _quoted(text: str) -> str:
    """For the compiler, to which a dollar sign in a file's name is one like any other."""
    return f'"{text}"'
