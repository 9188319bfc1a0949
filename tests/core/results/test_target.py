"""Which column is predicted, read from results that name it."""

import zipfile
from pathlib import Path

import pytest

from epa_gui.core.results.target import target_in
from tests.timing import assert_within


def _results(folder: Path, heading: bytes, name: str = "evaluation_raw_data.csv") -> Path:
    path = folder / "results.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metrics.csv", "metric,value\r\n")
        archive.writestr(name, heading + b"\r\n1,2\r\n")
    return path


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        (b"id,plan,churned,churned (prediction)", "churned"),
        ("﻿顧客,状態,状態の予測値".encode(), "状態"),
        ("\ufeff状態,状態の予測値".encode(), "状態"),
        ("顧客,状態,状態の予測値".encode("cp932"), "状態"),
        (b"Predicted churned,churned,plan", "churned"),
        (b"id,id_2,id_2 prediction", "id_2"),
        (b"id,plan,churned", ""),
        (b"prediction", ""),
        (b"", ""),
        (b'"never closed', ""),
        (b"\xff\xfe\xff", ""),
        (b"a\ta prediction", "a"),
        (b"a,a prediction" + b",b" * 600_000, ""),
    ],
)
def test_the_heading_of_the_prediction_names_the_target(tmp_path: Path, heading: bytes, target: str) -> None:
    assert target_in(_results(tmp_path, heading)) == target


def test_it_may_lie_in_a_folder(tmp_path: Path) -> None:
    assert target_in(_results(tmp_path, b"a,a prediction", "out/evaluation_raw_data.csv")) == "a"


def test_the_raw_data_alone_will_do(tmp_path: Path) -> None:
    path = tmp_path / "March - evaluation_raw_data.csv"
    path.write_bytes(b"a,a prediction\r\n1,2\r\n")
    assert target_in(path) == "a"


def test_what_is_no_zip_names_nothing(tmp_path: Path) -> None:
    path = tmp_path / "results.zip"
    path.write_bytes(b"a,b\r\n")
    assert target_in(path) == ""
    assert target_in(tmp_path / "gone.zip") == ""


def test_a_damaged_zip_names_nothing(tmp_path: Path) -> None:
    path = _results(tmp_path, b"a,a prediction" * 50)
    whole = bytearray(path.read_bytes())
    whole[80:200] = b"x" * 120
    path.write_bytes(whole)
    assert target_in(path) == ""


@pytest.mark.parametrize(
    "headings", [["predict" + "a" * 4000] * 100 + ["a"] * 300_000, [f"predict{number}" for number in range(80_000)]]
)
def test_a_heading_without_end_is_not_looked_through_for_minutes(tmp_path: Path, headings: list[str]) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("evaluation_raw_data.csv", ",".join(headings))
    assert_within(1, lambda: target_in(path))
