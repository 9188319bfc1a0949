"""What is read of the list before the first window."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from epa_gui.core.store.file_name import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Store
from epa_gui.process.language import kept_setting, language_setting, window_place


def keep(folder: Path, name: str, value: str) -> None:
    """Write a setting as the program does."""
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        store.write([Setting(name, value)])


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    keep(tmp_path, "layout", json.dumps({"window": "AdnQywAD", "splitter across": "AA=="}))
    assert language_setting(tmp_path) == "ja"
    assert window_place(tmp_path) == "AdnQywAD"


def test_a_first_start_has_nothing_to_read_and_makes_nothing(tmp_path: Path) -> None:
    assert (language_setting(tmp_path), window_place(tmp_path)) == ("system", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["[]", "{}", '{"window": 1}', "null", "no JSON", "3", '"text"'])
def test_a_layout_that_is_none_is_passed_over(tmp_path: Path, value: str) -> None:
    keep(tmp_path, "layout", value)
    assert window_place(tmp_path) == ""


def test_a_file_that_is_no_list_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 100)
    assert (language_setting(tmp_path), window_place(tmp_path)) == ("system", "")


def test_a_locked_list_is_not_waited_for_long(tmp_path: Path) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept_setting(tmp_path, "language") is None
        other.execute("ROLLBACK")
    assert language_setting(tmp_path) == "ja"
