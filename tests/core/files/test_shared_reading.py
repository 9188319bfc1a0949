"""A file that somebody looks at stays its owner's: it can be moved, renamed and deleted meanwhile, on Windows too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.files.shared_reading import open_shared
from epa_gui.core.files.windows_error import IN_USE
from tests.held_file import MAY_ALL, MAY_READ, NOTHING, READ, WRITE, held, only_windows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "結果 1.zip"
    path.write_bytes(b"0123456789" * 100_000)
    return path


def test_it_is_read_from_any_place(file: Path) -> None:
    with open_shared(file) as opened:
        assert opened.read(4) == b"0123"
        assert opened.seek(0, 2) == 1_000_000
        opened.seek(999_998)
        assert opened.read() == b"89"


def renamed(path: Path) -> None:
    path.replace(path.with_name("other.zip"))


def moved(path: Path) -> None:
    path.parent.joinpath("old").mkdir()
    path.replace(path.parent / "old" / path.name)


@pytest.mark.parametrize("tidied", [Path.unlink, renamed, moved])
def test_it_can_be_tidied_up_meanwhile_and_is_read_on(file: Path, tidied: Callable[[Path], None]) -> None:
    with open_shared(file) as opened:
        opened.read(5)
        tidied(file)
        assert len(opened.read()) == 999_995
    assert not file.exists()


@pytest.mark.parametrize("name", ["gone.zip", "no folder/gone.zip"])
def test_one_that_is_not_there_is_said_to_be_gone(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        open_shared(tmp_path / name)
    assert raised.value.filename == str(tmp_path / name)
    assert raised.value.strerror


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r".+"):
        open_shared(tmp_path)


def test_a_name_that_nothing_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="null"):
        open_shared(tmp_path / "a\0b")


@only_windows
def test_one_that_another_program_keeps_for_itself_is_in_use(file: Path) -> None:
    with held(file, NOTHING, READ | WRITE), pytest.raises(PermissionError) as raised:
        open_shared(file)
    assert raised.value.winerror in IN_USE  # type: ignore[attr-defined,unused-ignore]  # Windows has it
    with held(file, MAY_READ), open_shared(file) as opened, held(file, MAY_ALL, READ):
        assert opened.read(1) == b"0"
