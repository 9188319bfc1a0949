"""What is read of the list before the first window."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from epa_gui.core.files.list_file import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Store
from epa_gui.process.language import keep_language, kept_setting, language_setting, window_place


def keep(folder: Path, name: str, value: str) -> None:
    """Write a setting as the program does."""
    with contextlib.closing(Store(folder / FILE_NAME)) as store:
        store.write([Setting(name, value)])


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    keep(tmp_path, "layout", json.dumps({"window": "AdnQywAD", "splitter across": "AA=="}))
    assert language_setting(tmp_path) == "ja"
    assert window_place(tmp_path) == "AdnQywAD"


def test_what_was_chosen_last_comes_before_what_lists_say(tmp_path: Path) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    keep_language(tmp_path, "en")
    assert language_setting(tmp_path) == "en"
    keep_language(tmp_path, "system")
    assert language_setting(tmp_path) == "system"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([FILE_NAME, "epa-desktop-language"])


def test_the_own_list_comes_before_that_of_practice(tmp_path: Path) -> None:
    """As earlier versions spoke it; what was chosen in practice alone, and lost at the next start, holds at last."""
    (tmp_path / "practice").mkdir()
    keep(tmp_path / "practice", "language", json.dumps("ja"))
    assert language_setting(tmp_path, tmp_path / "practice") == "ja"
    keep(tmp_path, "language", json.dumps("en"))
    assert language_setting(tmp_path, tmp_path / "practice") == "en"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../../ja", b"ja" * 5000, b"klingon"])
def test_a_choice_that_is_none_is_passed_over(tmp_path: Path, content: bytes) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    (tmp_path / "epa-desktop-language").write_bytes(content)
    assert language_setting(tmp_path) == "ja"


@pytest.mark.parametrize("nonsense", ["../klingon", "JA", "ja\n", 5, ["ja"], {"ja": True}, ""])
def test_nonsense_in_a_list_is_no_choice(tmp_path: Path, nonsense: object) -> None:
    keep(tmp_path, "language", json.dumps(nonsense))
    assert language_setting(tmp_path) == ""
    (tmp_path / "practice").mkdir()
    keep(tmp_path / "practice", "language", json.dumps("ja"))
    assert language_setting(tmp_path, tmp_path / "practice") == "ja", "the next list is asked"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_a_choice_is_this_persons_alone(tmp_path: Path) -> None:
    keep_language(tmp_path / "new", "ja")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    assert (tmp_path / "new" / "epa-desktop-language").stat().st_mode & 0o077 == 0


def test_a_choice_that_cannot_be_kept_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "epa-desktop-language").mkdir()
    keep_language(tmp_path, "ja")
    assert "the language is not kept" in caplog.text


def test_a_first_start_has_nothing_to_read_and_makes_nothing(tmp_path: Path) -> None:
    assert (language_setting(tmp_path), window_place(tmp_path)) == ("", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["[]", "{}", '{"window": 1}', "null", "no JSON", "3", '"text"'])
def test_a_layout_that_is_none_is_passed_over(tmp_path: Path, value: str) -> None:
    keep(tmp_path, "layout", value)
    assert window_place(tmp_path) == ""


def test_a_file_that_is_no_list_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 100)
    assert (language_setting(tmp_path), window_place(tmp_path)) == ("", "")


def test_a_locked_list_is_not_waited_for_long(tmp_path: Path) -> None:
    keep(tmp_path, "language", json.dumps("ja"))
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept_setting(tmp_path, "language") is None
        other.execute("ROLLBACK")
    assert language_setting(tmp_path) == "ja"


def help_of(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "epa_gui", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_help_speaks_the_language_that_is_asked_for() -> None:
    english, japanese = help_of("--help", "--language", "en"), help_of("--language", "ja", "-h")
    assert english.startswith("usage: epa-gui ")
    assert "open this file, as if it were dropped on the window" in " ".join(english.split())
    assert japanese.startswith("使い方: epa-gui ")
    for flag in ("--practice", "--data-dir DIR", "--service-url URL", "--language {en,ja}", "--quit", "--self-test"):
        assert flag in english
        assert flag in japanese
    flags = re.compile(r"--[a-z-]+|FILE(\.json)?|DIR|URL|epa-gui|EPA Desktop|\{en,ja\}|-h|Prediction One|\W")
    assert not re.search(r"[a-zA-Z]", flags.sub("", japanese)), "nothing of it is English"


def test_help_is_given_even_where_the_language_is_not_known() -> None:
    assert help_of("--help", "--language").startswith("usage: ")
