"""What a Linux desktop gets: an entry, AppStream data, icons, and an archive anybody can unpack."""

import os
import platform
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path

import pytest
from builder import icons, linux, project
from PySide6.QtGui import QImage


def _needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A stand-in for the frozen program, with all that Linux adds."""
    if platform.system() != "Linux":
        pytest.skip("the folder is for Linux: it has links and a shell script in it")
    app = tmp_path / "EPA デスク トップ $HOME & Co 100%" / project.ID
    (app / "_internal").mkdir(parents=True)
    (app / "_internal" / "libQt6Core.so.6").write_bytes(b"qt")
    (app / "libQt6Core.so").symlink_to("_internal/libQt6Core.so.6")
    program = app / project.ID
    program.write_text('#!/bin/sh\necho started "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    linux.write_desktop_files(app, date(2026, 11, 23))
    return app


@_needs("desktop-file-validate")
def test_the_desktop_entry_is_valid(app: Path) -> None:
    entry = app / "share" / "applications" / linux.DESKTOP
    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@_needs("appstreamcli")
def test_the_appstream_data_are_valid(app: Path) -> None:
    data = app / "share" / "metainfo" / linux.METAINFO
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(data)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_appstream_data_name_the_version_and_its_entry() -> None:
    text = linux.metainfo_text("1.2.3-rc1", date(2026, 11, 23))
    assert '<release version="1.2.3-rc1" date="2026-11-23" type="development"/>' in text
    assert f'<launchable type="desktop-id">{linux.DESKTOP}</launchable>' in text
    assert "@" not in text


@pytest.mark.parametrize("size", icons.LINUX_SIZES)
def test_the_icon_is_there_in_every_size(app: Path, size: int) -> None:
    picture = app / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{project.ID}.png"
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(size // 2, size // 2).alpha() > 0


def test_windows_and_macos_get_icons_qt_can_read_back(tmp_path: Path) -> None:
    ico, icns = icons.write_ico(tmp_path / "a.ico"), icons.write_icns(tmp_path / "a.icns")
    assert QImage(str(ico)).width() >= 16
    assert QImage(str(icns)).width() >= 16


def test_the_archive_has_one_folder_keeps_links_and_belongs_to_nobody(app: Path, tmp_path: Path) -> None:
    packed = linux.make_archive(app, tmp_path / "out" / linux.archive_name("1.2.3"))
    assert packed.name == f"epa-desktop-1.2.3-linux-{project.machine()}.tar.gz"
    with tarfile.open(packed) as archive:
        entries = archive.getmembers()
        archive.extractall(tmp_path / "unpacked", filter="data")
    assert {entry.name.split("/")[0] for entry in entries} == {project.ID}
    assert {(entry.uid, entry.uname) for entry in entries} == {(0, "root")}
    unpacked = tmp_path / "unpacked" / project.ID
    assert (unpacked / "libQt6Core.so").is_symlink()
    assert subprocess.run([unpacked / project.ID, "x"], capture_output=True, check=True).stdout == b"started x\n"


def test_listing_the_program_and_taking_it_out_again_leaves_nothing(app: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run([app / "install.sh"], env=environment, check=True, capture_output=True)
    entry = home / ".local" / "share" / "applications" / linux.DESKTOP
    assert entry.is_file()
    assert (home / ".local" / "bin" / project.ID).resolve() == app / project.ID
    subprocess.run([app / "install.sh", "--remove"], env=environment, check=True, capture_output=True)
    left = [path for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert [path.name for path in left if path.name != "mimeinfo.cache"] == []


@_needs("gio")
def test_the_entry_starts_the_program_whatever_its_folder_is_called(app: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    subprocess.run([app / "install.sh"], env=environment, check=True, capture_output=True)
    (app / project.ID).write_text(f'#!/bin/sh\necho started >"{tmp_path}/seen"\n', encoding="utf-8")
    entry = home / ".local" / "share" / "applications" / linux.DESKTOP
    subprocess.run(["gio", "launch", str(entry)], env=environment, check=True, capture_output=True)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "started\n"
