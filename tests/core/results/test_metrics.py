"""How a retrained model compares, read from results that tell it; from all others nothing, and no error."""

import io
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.jobs.metric import Metric, MetricChange
from epa_gui.core.results.metrics import main_metric_in
from epa_gui.core.results.numbers_read import number_in
from epa_gui.practice import PracticeService

NAME = "metrics_comparison.csv"
ENGLISH = "metric,this model,previous model"


def zipped(content: bytes | str, name: str = NAME, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Results that hold this table among others."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", how) as archive:
        archive.writestr("metrics.csv", "metric,value\r\nAccuracy,0.1\r\n")
        archive.writestr(name, content)
        archive.writestr("evaluation_raw_data.csv", "a,a (prediction)\r\n")
    return written.getvalue()


def read(folder: Path, content: bytes, name: str = "results.zip") -> Metric | None:
    path = folder / name
    path.write_bytes(content)
    return main_metric_in(path)


def compared(folder: Path, *rows: str, headings: str = ENGLISH) -> Metric | None:
    return read(folder, zipped("\r\n".join([headings, *rows, ""])))


def test_the_main_measure_is_read(tmp_path: Path) -> None:
    assert compared(tmp_path, "Accuracy,0.85,0.83", "Macro F1,0.7,0.71") == Metric("Accuracy", 0.85, 0.83)


def test_what_the_practice_service_offers_is_read(practice: PracticeService, tmp_path: Path) -> None:
    job = practice.start_job()
    practice.finish(job)
    metric = read(tmp_path, practice.results_of(job))
    assert metric is not None
    assert metric.name == "AUC"


@pytest.mark.parametrize(
    ("rows", "main"),
    [
        (["Precision,0.1,0.2", "Accuracy,0.1,0.2", "AUC,0.1,0.2", "F-measure,0.1,0.2"], "AUC"),
        (["F値,0.1,0.2", "Recall,0.1,0.2", "Precision,0.1,0.2", "Accuracy,0.1,0.2"], "Accuracy"),
        (["再現率,0.1,0.2", "F値,0.1,0.2"], "F値"),
        (["平均F値,0.1,0.2", "F値,0.1,0.2"], "F値"),
        (["誤差率中央値,0.1,0.2", "誤差平均,0.1,0.2", "RMSE,0.1,0.2", "決定係数,0.1,0.2"], "決定係数"),
        (["誤差率中央値,0.1,0.2", "誤差平均,0.1,0.2", "RMSE,0.1,0.2"], "RMSE"),
        (["誤差率中央値,0.1,0.2", "誤差平均,0.1,0.2"], "誤差平均"),
        (["カバー率,0.1,0.2", "誤差率中央値,0.1,0.2"], "誤差率中央値"),
        (["Rows,100,90", "Kappa,0.1,0.2", "Precision,0.1,0.2"], "Kappa"),
        (["Rows,100,90", "Lift,0.1,0.2"], "Rows"),
        (["AUC,,0.9", "Accuracy,0.85,0.83"], "Accuracy"),
        (["AUC,NaN,0.9", "Lift,-,-", "Gain,0.5,0.25"], "Gain"),
        (["AUC of the training,0.1,0.2", "Accuracy,0.1,0.2"], "Accuracy"),
        (["", "short", ",0.1,0.2", "AUC,0.1,0.2"], "AUC"),
    ],
)
def test_which_measure_is_the_main_one(tmp_path: Path, rows: list[str], main: str) -> None:
    metric = compared(tmp_path, *rows)
    assert metric is not None
    assert metric.name == main
    if main == "AUC":
        assert (metric.this, metric.previous) == (0.1, 0.2)


@pytest.mark.parametrize("again", ["AUC,0.3,0.2", "AUC,0.1,0.4"])
def test_a_metric_that_stands_there_twice_is_not_the_main_one_unless_both_agree(tmp_path: Path, again: str) -> None:
    assert compared(tmp_path, "AUC,0.1,0.2", again) is None
    assert compared(tmp_path, "AUC,0.1,0.2", "AUC,0.1,0.2") == Metric("AUC", 0.1, 0.2)


@pytest.mark.parametrize("row", ["AUC,85,83", "AUC,1.2,0.8", "Accuracy,-0.1,0.5", "R2,1.5,0.5"])
def test_a_value_that_cannot_be_is_left_out(tmp_path: Path, row: str) -> None:
    assert compared(tmp_path, row) is None


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (ENGLISH, "AUC,0.75,0.5"),
        ("metric,previous model,this model", "AUC,0.5,0.75"),
        ("previous model,this model,metric", "0.5,0.75,AUC"),
        ("metric,current model,previous model", "AUC,0.75,0.5"),
        ("metric,current model,new model", "AUC,0.5,0.75"),
        ("metric,this model,previous model,difference", "AUC,0.75,0.5,0.25"),
        ("metric,change from previous,new,old", "AUC,0.25,0.75,0.5"),
        ("Metric Name,Retrained,Original", "AUC,0.75,0.5"),
        ("指標,今回のモデル,前回のモデル", "AUC,0.75,0.5"),
        ("評価指標,前回のモデル,今回のモデル,前回との差", "AUC,0.5,0.75,0.25"),
        ("評価指標,更新前,更新後", "AUC,0.5,0.75"),
        ("名前,現行モデル,新モデル", "AUC,0.5,0.75"),
        ("前回の評価値,今回の評価値,指標", "0.5,0.75,AUC"),
        ("項目,再学習前,再学習後", "AUC,0.5,0.75"),
    ],
)
def test_whose_value_is_whose_is_told_by_the_headings(tmp_path: Path, headings: str, row: str) -> None:
    assert compared(tmp_path, row, headings=headings) == Metric("AUC", 0.75, 0.5)


@pytest.mark.parametrize(
    "headings",
    [
        "metric,value",
        "metric,A,B,C",
        "metric,new A,new B",
        "metric,current,candidate",
        ",モデル1,モデル2",
        "x,A,B",
        "metric,new and old,old and new",
        "AUC,0.8,0.9",
        "",
    ],
)
def test_where_nobody_can_tell_whose_value_is_whose_nothing_is_said(tmp_path: Path, headings: str) -> None:
    assert compared(tmp_path, "AUC,0.75,0.5,0.25", headings=headings) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_any_encoding_and_either_delimiter_will_do(
    tmp_path: Path, encoding: str, delimiter: str, line_end: str
) -> None:
    rows = [["指標", "今回", "前回"], ["正解率", "0.75", "0.5"]]
    text = line_end.join(delimiter.join(row) for row in rows)
    assert read(tmp_path, zipped(text.encode(encoding))) == Metric("正解率", 0.75, 0.5)


@pytest.mark.parametrize(
    "name", ["out/metrics_comparison.csv", "結果/1/metrics_comparison.csv", "out\\METRICS_COMPARISON.CSV"]
)
def test_it_may_lie_in_any_folder_of_the_zip(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, zipped(f"{ENGLISH}\r\nAUC,0.1,0.2", name)) == Metric("AUC", 0.1, 0.2)


@pytest.mark.parametrize(
    "name", ["metrics_comparison.csv.bak", "my_metrics_comparison.csv", "._metrics_comparison.csv"]
)
def test_another_table_is_not_taken_for_it(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, zipped(f"{ENGLISH}\r\nAUC,0.1,0.2", name)) is None


@pytest.mark.parametrize(
    "name", ["metrics_comparison.csv", "Sales March - metrics_comparison.csv", "metrics_comparison (2).CSV"]
)
def test_the_table_alone_will_do(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"{ENGLISH}\r\nAUC,0.1,0.2".encode(), name) == Metric("AUC", 0.1, 0.2)


@pytest.mark.parametrize("name", ["results.zip", "metrics.csv", "metrics_comparison.zip", "metrics_comparison_old.csv"])
def test_another_file_is_not_taken_for_the_table(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"{ENGLISH}\r\nAUC,0.1,0.2".encode(), name) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.85", 0.85),
        (" 0.85 ", 0.85),
        ("85%", 0.85),
        ("85.5 ％", 0.855),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("-0.2", -0.2),
        ("−0.2", -0.2),
        ("+3", 3),
        (".5", 0.5),
        ("1e-3", 0.001),
        ("1.5E+3", 1500),
        ("０．８５", 0.85),
        *((text, None) for text in ["", "-", "NaN", "nan", "inf", "-Infinity", "1e999", "1_000", "0,85", "0,850"]),
        *((text, None) for text in ["1,23", "12,34,567", "%", ".", "e5", "0x10", "0.85 (±0.1)", "¥100", "1 000", "٣"]),
        *((text, None) for text in ["--1", "1%%", "9" * 5000, "1" + "0" * 400, "N/A", "なし", "\x00"]),
    ],
)
def test_only_numbers_are_numbers(text: str, value: float | None) -> None:
    assert number_in(text) == value


def test_a_share_beside_a_plain_number_is_not_compared(tmp_path: Path) -> None:
    assert compared(tmp_path, "Accuracy,85%,0.83", "Recall,80%,79%") == Metric("Recall", 0.8, 0.79)


def test_a_quoted_name_and_number_are_read(tmp_path: Path) -> None:
    assert compared(tmp_path, '"AUC, macro","1,234.5"," 2 "') == Metric("AUC, macro", 1234.5, 2)


def test_a_name_of_many_lines_becomes_one(tmp_path: Path) -> None:
    metric = compared(tmp_path, '"Error\r\n rate",0.1,0.2')
    assert metric == Metric("Error rate", 0.1, 0.2)
    assert metric.change is MetricChange.BETTER


def test_a_name_nobody_could_read_is_left_out(tmp_path: Path) -> None:
    assert compared(tmp_path, "A" * 5000 + ",0.1,0.2", "Lift,0.1,0.2") == Metric("Lift", 0.1, 0.2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 and then nothing",
        zipped(b""),
        zipped(b"\r\n\r\n"),
        zipped(ENGLISH),
        zipped(b"\x81"),
        zipped(b"\xff\xfe\xff"),
        zipped(f"{ENGLISH}\r\nAUC,0.1,0.2".encode("utf-16-le")),
        zipped(ENGLISH + '\r\n"never closed,0.1,0.2' + "x" * 300_000),
        zipped(b"\x00" * 5000),
        zipped(b"<html>not found</html>"),
    ],
)
def test_results_that_compare_nothing_say_nothing(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) is None


def test_what_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert main_metric_in(tmp_path / "gone.zip") is None
    assert main_metric_in(tmp_path) is None
    assert main_metric_in(tmp_path / ("n" * 5000)) is None
    assert main_metric_in(tmp_path / "\x00") is None
    assert main_metric_in(tmp_path / "no" / NAME) is None


def test_an_encrypted_table_says_nothing(tmp_path: Path) -> None:
    content = zipped(f"{ENGLISH}\r\nAUC,0.1,0.2")
    directory = content.index(b"PK\x01\x02", content.index(NAME.encode()))
    header = content.rindex(b"PK\x03\x04", 0, content.index(NAME.encode()))
    for place in (header + 6, content.index(b"PK\x01\x02", directory + 4) + 8, directory + 8):
        content = content[:place] + struct.pack("<H", 1) + content[place + 2 :]
    assert read(tmp_path, content) is None


def test_a_table_whose_packing_is_damaged_says_nothing(tmp_path: Path) -> None:
    content = bytearray(zipped(f"{ENGLISH}\r\nAUC,0.1,0.2\r\n" * 50))
    start = content.index(NAME.encode()) + len(NAME)
    content[start : start + 20] = b"\xff" * 20
    assert read(tmp_path, bytes(content)) is None


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_table_packed_to_burst_is_not_unpacked(tmp_path: Path, how: int) -> None:
    assert read(tmp_path, zipped(f"{ENGLISH}\r\nAUC,0.1,0.2", how=how)) is None


@pytest.mark.parametrize(
    "line", ["AUC,0.1,0.2\r\n", "x", "\r\n", ",", '"', "Lift,0.1,0.2\r\n", "誤差" * 40 + ",0.1,0.2\n"], ids=range(7)
)
def test_a_huge_table_takes_neither_time_nor_memory(tmp_path: Path, line: str) -> None:
    path = tmp_path / "results.zip"
    path.write_bytes(zipped(f"{ENGLISH}\r\n" + line * (30_000_000 // len(line.encode()))))
    began = time.process_time()
    tracemalloc.start()
    main_metric_in(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - began < 2
    assert most < 8_000_000


def test_a_table_that_goes_on_for_ever_is_read_as_far_as_it_is_looked_at(tmp_path: Path) -> None:
    rows = [f"Lift {number},0.1,0.2" for number in range(10_000)]
    assert compared(tmp_path, *rows) == Metric("Lift 0", 0.1, 0.2)
    assert compared(tmp_path, "Accuracy,0.1,0.2", *rows, "AUC,0.1,0.2") == Metric("Accuracy", 0.1, 0.2)


def test_a_letter_cut_in_two_by_the_limit_does_no_harm(tmp_path: Path) -> None:
    for shift in range(3):
        text = f"指標,今回,前回\r\n正解率,0.75,0.5\r\n{'x' * shift}{'語' * 60_000}"
        assert read(tmp_path, zipped(text.encode())) == Metric("正解率", 0.75, 0.5)


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_damaged_results_never_raise(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    content = bytearray(zipped(f"{ENGLISH}\r\nAUC,0.1,0.2\r\n", how=data.draw(st.sampled_from([0, 8]))))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(content) // 2, len(content)))
    metric = read(tmp_path_factory.getbasetemp(), bytes(content[:end]))
    assert metric is None or isinstance(metric, Metric)


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_no_table_raises(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    for beginning in (b"", ENGLISH.encode() + b"\r\n"):
        metric = read(folder, beginning + content, NAME)
        assert metric is None or (metric.name and len(metric.name) <= 100)
