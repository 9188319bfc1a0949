"""Files that nobody else has a hand in: made exclusively, never through a link, and gone on with only as themselves."""

import os
import stat
import sys
from pathlib import Path

import pytest

from epa_gui.core.files.safe_files import NotOursError, create, create_beside, identity_of, is_ours, remove, reopen

needs_links = pytest.mark.skipif(os.name == "nt", reason="links there need a right that few accounts have")


def made(path: Path, content: bytes = b"ours") -> str:
    """The identity of a file that was made here."""
    with create(path) as file:
        file.write(content)
        return identity_of(file)


def test_a_new_file_is_made_and_written_to(tmp_path: Path) -> None:
    made(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"ours"


@pytest.mark.skipif(os.name == "nt", reason="rights there are no matter of a number")
def test_a_new_file_is_for_this_account_alone_unless_told_otherwise(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made(tmp_path / "a")
        create(tmp_path / "b", 0o640).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o640


@pytest.mark.parametrize("what", ["file", "folder", "second name"])
def test_what_is_there_is_not_touched(tmp_path: Path, what: str) -> None:
    path, other = tmp_path / "a", tmp_path / "other"
    other.write_bytes(b"theirs")
    if what == "file":
        path.write_bytes(b"theirs")
    elif what == "folder":
        path.mkdir()
    else:
        os.link(other, path)
    with pytest.raises(FileExistsError):
        create(path)
    assert path.is_dir() if what == "folder" else path.read_bytes() == b"theirs"


@needs_links
@pytest.mark.parametrize("leads", ["to a file", "nowhere"])
def test_a_link_is_not_followed(tmp_path: Path, leads: str) -> None:
    victim, path = tmp_path / "victim", tmp_path / "a"
    if leads == "to a file":
        victim.write_bytes(b"theirs")
    path.symlink_to(victim)
    with pytest.raises(FileExistsError):
        create(path)
    with pytest.raises(NotOursError):
        reopen(path)
    assert not is_ours(path)
    beside, file = create_beside(tmp_path / "a", "part")
    file.close()
    assert beside.name == "a.part"
    assert victim.exists() == (leads == "to a file")


def test_the_first_name_that_nothing_has_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"theirs")
    (tmp_path / "a.2.part").mkdir()
    path, file = create_beside(tmp_path / "a", "part")
    file.close()
    assert path.name == "a.3.part"


def test_a_file_is_gone_on_with_as_it_is(tmp_path: Path) -> None:
    identity = made(tmp_path / "a")
    with reopen(tmp_path / "a", identity) as file:
        assert file.read() == b"ours"
        file.write(b" still")
    assert (tmp_path / "a").read_bytes() == b"ours still"


@pytest.mark.parametrize("what", ["another file", "a second name", "a folder", "nothing"])
def test_another_file_is_not_gone_on_with_and_not_deleted(tmp_path: Path, what: str) -> None:
    path = tmp_path / "a"
    identity = made(path)
    if what == "a second name":
        os.link(path, tmp_path / "b")
    else:
        path.rename(tmp_path / "kept")
    if what == "another file":
        path.write_bytes(b"ours")
    elif what == "a folder":
        path.mkdir()
    with pytest.raises((NotOursError, FileNotFoundError)):
        reopen(path, identity)
    before = sorted(tmp_path.iterdir())
    remove(path, identity)
    assert sorted(tmp_path.iterdir()) == before


def test_the_file_that_was_made_is_deleted(tmp_path: Path) -> None:
    identity = made(tmp_path / "a")
    remove(tmp_path / "a", identity)
    remove(tmp_path / "a", identity)
    assert list(tmp_path.iterdir()) == []


def test_somebody_elses_file_is_not_gone_on_with(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("files there have no number of an owner")
    else:
        if os.geteuid():
            pytest.skip("only root can give files away")
        identity = made(tmp_path / "a")
        os.chown(tmp_path / "a", 12345, -1)
        assert not is_ours(tmp_path / "a")
        assert not is_ours(tmp_path / "a", identity)
