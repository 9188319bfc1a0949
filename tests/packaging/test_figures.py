"""Growth is seen in every build, and too much of it ends the build."""

import os
from pathlib import Path

import pytest
from builder import figures


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Gui.so.6", "Qt libraries"),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", "Qt plugins"),
        ("_internal/PySide6/Qt6Core.dll", "Qt libraries"),
        ("_internal/PySide6/QtCore.abi3.so", "PySide6"),
        ("_internal/PySide6/Qt/translations/qtbase_ja.qm", "Qt translations"),
        ("_internal/libpython3.13.so.1.0", "Python"),
        ("_internal/cryptography/hazmat/bindings/_rust.abi3.so", "cryptography"),
        ("_internal/requests-2.34.2.dist-info/METADATA", "requests"),
        ("_internal/libxcb-cursor.so.0", "other libraries"),
        ("_internal/libcrypto.so.3", "OpenSSL"),
        ("epa-desktop", "the program itself"),
        ("EPA Desktop.exe", "the program itself"),
        ("Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "Qt libraries"),
        ("Contents/MacOS/epa-desktop", "the program itself"),
    ],
)
def test_every_file_is_counted_with_its_part(name: str, part: str) -> None:
    assert figures.part_of(name) == part


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_parts_add_up_to_the_whole_and_links_count_nothing(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "QtCore.abi3.so").write_bytes(b"x" * 700)
    (tmp_path / "epa-desktop").write_bytes(b"x" * 300)
    (tmp_path / "libQt6Core.so.6").symlink_to(tmp_path / "epa-desktop")
    parts = figures.by_part(tmp_path)
    assert parts == {"PySide6": 700, "the program itself": 300}
    assert figures.size_of(tmp_path) == 1000


def test_what_is_over_its_limit_is_said_loudly(tmp_path: Path) -> None:
    within = figures.Figure("installed", 199.9, "MB", 200.0)
    over = figures.Figure("archive", 80.1, "MB", 80.0)
    assert (within.is_within, over.is_within) == (True, False)
    lines = list(figures.table(figures.by_part(tmp_path), [within, over]))
    assert [line.endswith("TOO MUCH") for line in lines] == [False, True]


def test_linux_has_limits() -> None:
    assert (figures.installed_limit("linux"), figures.archive_limit("linux")) == (200.0, 80.0)
