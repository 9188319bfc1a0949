"""The build knows the program's names and version from one place."""

import platform
from pathlib import Path

import pytest
from builder import linux, project, windows

import epa_gui


def test_the_version_is_read_without_importing_the_program() -> None:
    assert project.version() == epa_gui.__version__


def test_a_program_without_a_version_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "epa_gui").mkdir()
    (tmp_path / "epa_gui" / "__init__.py").write_text("__version__ = compute()\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no __version__"):
        project.version(tmp_path)


@pytest.mark.parametrize(
    ("told", "name"),
    [("x86_64", "x86_64"), ("AMD64", "x86_64"), ("aarch64", "arm64"), ("ARM64", "arm64"), ("riscv64", "riscv64")],
)
def test_all_files_call_a_processor_the_same(told: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: told)
    assert f"-linux-{name}." in linux.archive_name()
    assert f"-windows-{name}-" in windows.installer_name()
    assert f"-windows-{name}-" in windows.portable_name()
    assert project.machine() == name


def test_every_file_the_build_names_is_there() -> None:
    for path in (project.SPEC, project.ICON, project.LICENCE, project.CHANGELOG, project.CONSTRAINTS):
        assert path.is_file(), path.name


def test_the_desktop_finds_the_window_of_its_entry() -> None:
    """Qt tells the desktop this name; the entry has to be called the same."""
    source = (project.ROOT / "epa_gui" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{project.ID}")' in source
    assert (project.PACKAGING / "linux" / f"{project.ID}.desktop").is_file()
