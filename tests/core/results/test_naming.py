"""Names for results that every system takes."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.results.naming import free_path, holds_data, safe_name, suggested_name


@pytest.mark.parametrize(
    ("title", "link_name", "name"),
    [
        ("Sales March", "results.zip", "Sales March - results.zip"),
        ("Sales", "results.tar.gz", "Sales - results.tar.gz"),
        ("", "retrain_results_sales.zip", "retrain_results_sales.zip"),
        ("  ", "results.zip", "results.zip"),
        ("Sales", "", "Sales.zip"),
        ("Sales", "Sales.csv", "Sales.csv"),
        ("Sales", "Sales March.zip", "Sales March.zip"),
        ("", "", "results.zip"),
        ("売上 3月", "結果.zip", "売上 3月 - 結果.zip"),
        ("🚀", "📦.zip", "🚀 - 📦.zip"),
        ("Sales", "no suffix", "Sales - no suffix.zip"),
        ("a/b:c", "d\\e?.zip", "a_b_c - d_e_.zip"),
        ("../../etc", "passwd", "_.._etc - passwd.zip"),
        ("line\nend\x00", "a\tb.zip", "line_end_ - a_b.zip"),
        ("v1.2", "results.zip", "v1.2 - results.zip"),
        ("Sales", "2ad0edcf-9abc-4def-8000-1234567891b0.zip", "Sales.zip"),
        ("Sales", "2AD0EDCF9ABC4DEF80001234567891B0.zip", "Sales.zip"),
        ("", "2ad0edcf-9abc-4def-8000-1234567891b0.zip", "2ad0edcf-9abc-4def-8000-1234567891b0.zip"),
    ],
)
def test_a_name_is_made_of_the_jobs_and_the_links(title: str, link_name: str, name: str) -> None:
    assert suggested_name(title, link_name) == name


def test_the_links_name_is_composed() -> None:
    assert suggested_name("", unicodedata.normalize("NFD", "パラメータ.zip")) == "パラメータ.zip"


@pytest.mark.parametrize("reserved", ["con", "PRN", "aux", "NUL", "com1", "LPT9", "COM¹", "con.old", "nul.tar"])
def test_windows_own_names_are_not_used(reserved: str) -> None:
    assert safe_name(reserved, ".zip") == f"_{reserved}.zip"


@pytest.mark.parametrize("innocent", ["console", "nullify", "com10", "lpt", "my con"])
def test_names_that_only_look_like_windows_own_stay(innocent: str) -> None:
    assert safe_name(innocent, ".zip") == f"{innocent}.zip"


@pytest.mark.parametrize("stem", ["", " ", ".", "..", " . "])
def test_nothing_much_becomes_results(stem: str) -> None:
    assert safe_name(stem, ".zip") == "results.zip"


@pytest.mark.parametrize("stem", ["x" * 1000, "予" * 1000, "🚀" * 1000, "a. " * 1000, "x" * 1_000_000])
def test_a_long_name_is_cut_and_leaves_room_for_part_and_a_number(stem: str) -> None:
    name = safe_name(stem, ".zip")
    assert len(name.encode()) <= 180
    assert len(name.encode()) > 170
    assert name.endswith(".zip")
    assert not name.removesuffix(".zip").endswith((".", " "))


def test_a_safe_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / (suggested_name("売/上:*?" * 100, "結果" * 100 + ".zip") + ".part")
    path.write_text("x")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_free_name_is_counted_up(tmp_path: Path) -> None:
    assert free_path(tmp_path, "a.tar.gz", Path.exists).name == "a.tar.gz"
    for name in ("a.tar.gz", "a (2).tar.gz"):
        (tmp_path / name).touch()
    assert free_path(tmp_path, "a.tar.gz", Path.exists).name == "a (3).tar.gz"


def test_a_free_name_without_a_suffix_is_counted_up_too(tmp_path: Path) -> None:
    (tmp_path / "name").touch()
    assert free_path(tmp_path, "name", Path.exists).name == "name (2)"


@pytest.mark.parametrize(
    ("link_name", "name"),
    [
        ("results\u202evsc.exe", "resultsvsc.exe.bin"),
        ("re\u200bsu\u2066lts.c\ufeffsv", "results.csv"),
        ("results.ex\u200be", "results.exe.bin"),
        ("results.csv.exe", "results.csv.exe.bin"),
        ("results.csv" + " " * 80 + ".scr", "results.csv.scr.bin"),
        ("results.csv\u2800\u3164.com", "results.csv.com.bin"),
        ("results.exe.", "results.exe.bin"),
        ("results.bat . .", "results.bat.bin"),
        ("results.csv.", "results.csv"),
        ("a.csv:x.exe", "a.csv_x.exe.bin"),
        ("a.tar.exe", "a.tar.exe.bin"),
        ("nul .csv", "_nul.csv"),
        ("CONOUT$.csv", "_CONOUT$.csv"),
        ("results.tar.gz", "results.tar.gz"),
        ("results.PARQUET", "results.PARQUET"),
        ("shop.settingcontent-ms", "shop.settingcontent-ms.zip"),
        ("results．exe", "results．exe.zip"),
        ("x" * 100_000 + ".exe", None),
    ],
)
def test_a_link_names_no_file_that_a_system_runs(link_name: str, name: str | None) -> None:
    made = suggested_name("", link_name)
    assert made == name if name else made.endswith("x.exe.bin")


@pytest.mark.parametrize(
    "suffix",
    [
        *("exe", "lnk", "bat", "cmd", "com", "scr", "html", "htm", "url", "scf", "desktop", "command", "iso", "hta"),
        *("jar", "js", "vbs", "ps1", "msi", "app", "dmg", "pkg", "sh", "xll", "xlsm", "docm", "svg", "mht"),
        *("pif", "cpl", "reg", "wsf", "chm", "img", "vhd", "one", "py"),
    ],
)
@pytest.mark.parametrize("spelt", [str.lower, str.upper])
def test_endings_that_are_no_data_get_a_harmless_one(suffix: str, spelt: Callable[[str], str]) -> None:
    assert suggested_name("", f"results.{spelt(suffix)}") == f"results.{spelt(suffix)}.bin"
    assert not holds_data(f"results.{spelt(suffix)}")


def test_a_jobs_name_brings_no_direction_into_a_files_name() -> None:
    assert suggested_name("Sales\u202e\u2067", "r.csv") == "Sales - r.csv"


@pytest.mark.parametrize(
    "sign", ["\u034f", "\u180b", "\u17b4", "\ufe0f", "\U000e0101", "\U000e0041", "\u2066", "\ufeff"]
)
def test_a_name_holds_no_sign_that_nobody_sees(sign: str) -> None:
    assert suggested_name(f"Sa{sign}les", f"r{sign}.e{sign}xe") == "Sales - r.exe.bin"
