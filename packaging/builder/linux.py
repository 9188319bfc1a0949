"""Linux: what a desktop needs to list the program, and the archive people unpack."""

import shutil
import tarfile
from datetime import date
from pathlib import Path

from builder import icons, project

_FOLDER = project.PACKAGING / "linux"
METAINFO = f"{project.BUNDLE_ID}.metainfo.xml"
DESKTOP = f"{project.ID}.desktop"


def archive_name(version: str | None = None) -> str:
    """What the archive is called."""
    return f"{project.ID}-{version or project.version()}-linux-{project.machine()}.tar.gz"


def write_desktop_files(app: Path, day: date) -> None:
    """Put icons, desktop entry, AppStream data and the small installer beside the program, under ``share``.

    Args:
        app: The one-folder program.
        day: The day of the build, for AppStream's list of releases.
    """
    share = app / "share"
    shutil.rmtree(share, ignore_errors=True)
    applications, metainfo, hicolor = share / "applications", share / "metainfo", share / "icons" / "hicolor"
    for folder in (applications, metainfo):
        folder.mkdir(parents=True)
    shutil.copy(_FOLDER / DESKTOP, applications / DESKTOP)
    (metainfo / METAINFO).write_text(metainfo_text(project.version(), day), encoding="utf-8")
    for size in icons.LINUX_SIZES:
        picture = hicolor / f"{size}x{size}" / "apps" / f"{project.ID}.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(icons.png(size))
    drawing = hicolor / "scalable" / "apps" / f"{project.ID}.svg"
    drawing.parent.mkdir(parents=True)
    shutil.copy(project.ICON, drawing)
    for name in ("install.sh", "README.txt"):
        shutil.copy(_FOLDER / name, app / name)
    (app / "install.sh").chmod(0o755)


def metainfo_text(version: str, day: date) -> str:
    """The AppStream data of this version."""
    text = (_FOLDER / "metainfo.xml").read_text(encoding="utf-8")
    kind = "development" if "-" in version else "stable"
    facts = {"ID": project.BUNDLE_ID, "NAME": project.NAME, "PUBLISHER": project.PUBLISHER}
    facts |= {"DESKTOP": DESKTOP, "PROGRAM": project.ID, "VERSION": version, "DATE": day.isoformat(), "KIND": kind}
    for name, fact in facts.items():
        text = text.replace(f"@{name}@", fact)
    return text


def make_archive(app: Path, out: Path) -> Path:
    """Pack the one-folder program as ``tar.gz``: in one folder, links kept, owned by nobody in particular."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(out, "w:gz", compresslevel=9, format=tarfile.PAX_FORMAT) as archive:
        archive.add(app, project.ID, filter=_of_nobody)
    return out


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mode |= 0o644 if entry.isfile() else 0o755
    return entry
