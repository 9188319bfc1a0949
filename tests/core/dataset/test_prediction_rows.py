"""A few whole rows of a file, without the target, however the file is written."""

from pathlib import Path

import pytest

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.prediction_rows import (
    DEFAULT_PREDICTION_ROWS,
    MOST_PREDICTION_ROWS,
    PredictionRowsError,
    RowsFault,
    read_prediction_rows,
)
from epa_gui.core.dataset.rows_fault import UnevenRow

MANY = "id,plan,left\n" + "".join(f"{at},p{at},no\n" for at in range(50))


def written(folder: Path, data: bytes) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("most", "count"),
    [(None, DEFAULT_PREDICTION_ROWS), (1, 1), (20, 20), (0, 1), (500, MOST_PREDICTION_ROWS)],
)
def test_so_many_rows_are_read_and_no_more(tmp_path: Path, most: int | None, count: int) -> None:
    path = written(tmp_path, MANY.encode())
    found = read_prediction_rows(path, "left", most) if most is not None else read_prediction_rows(path, "left")
    assert len(found.rows) == count
    assert found.rows[0].columns == ("id", "plan")
    assert found.rows[-1].fields == (str(count - 1), f"p{count - 1}")
    assert found.truths == ("no",) * count


def test_without_a_target_all_columns_are_sent(tmp_path: Path) -> None:
    path = written(tmp_path, b"a,b\n1,2\n")
    for target in ("", "not there"):
        found = read_prediction_rows(path, target)
        assert (found.rows[0].columns, found.rows[0].fields, found.truths) == (("a", "b"), ("1", "2"), ())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("店,数\n渋谷,1\n梅田,2\n".encode("cp932"), Encoding.SHIFT_JIS),
        ("\ufeff店,数\n渋谷,1\n梅田,2\n".encode(), Encoding.UTF_8_BOM),
        ("店\t数\n渋谷\t1\n梅田\t2\n".encode("utf-16"), Encoding.UTF_16),
        ("店;数\r\n渋谷;1\r\n梅田;2\r\n".encode(), Encoding.UTF_8),
        ("売上一覧,,\n\n店,数,月\n渋谷,1,5\n梅田,2,6\n船橋,3,7\n".encode(), Encoding.UTF_8),
    ],
)
def test_a_file_is_read_whatever_it_is_written_in(tmp_path: Path, data: bytes, encoding: Encoding) -> None:
    found = read_prediction_rows(written(tmp_path, data))
    assert found.rows[0].columns[:2] == ("店", "数")
    assert found.rows[0].fields[:2] == ("渋谷", "1")
    assert found.encoding is encoding


def test_fields_are_whole(tmp_path: Path) -> None:
    long = "x" * 5000
    found = read_prediction_rows(written(tmp_path, f'a,b\n"{long}","1\n2"\n\n3,4\n'.encode()))
    assert [row.fields for row in found.rows] == [(long, "1\n2"), ("3", "4")]


def test_a_long_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = written(tmp_path, MANY.encode() + b"1,2,3\n" * 2_000_000)
    assert len(read_prediction_rows(path, most=20).rows) == 20


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (None, RowsFault.NOT_READ),
        (b"", RowsFault.NO_ROWS),
        (b"\n\n", RowsFault.NO_ROWS),
        (b"a,b\n", RowsFault.NO_ROWS),
        (b"a,b\n,\n", RowsFault.NO_ROWS),
        (b"PK\x03\x04xl/worksheets", RowsFault.NO_TABLE),
        (b"<!DOCTYPE html><html><body>no</body></html>", RowsFault.NO_TABLE),
        (b"a,a\n1,2\n", RowsFault.NAMES_CLASH),
        (b"a,b\n1,2\n1,2,3\n", RowsFault.UNEVEN),
        (b"left\nno\n", RowsFault.ONLY_TARGET),
    ],
)
def test_what_cannot_be_asked_about_has_a_reason(tmp_path: Path, data: bytes | None, fault: RowsFault) -> None:
    path = tmp_path / "nothing.csv" if data is None else written(tmp_path, data)
    with pytest.raises(PredictionRowsError) as trouble:
        read_prediction_rows(path, "left")
    assert trouble.value.fault is fault


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (b"a,b\n1,2\n1,2,3\n", UnevenRow(3, 3, 2)),
        (b'a,b\n"1\n1",2\n\n,\n1\n1,2,3\n', UnevenRow(5, 1, 2)),
        (b"Sales of 2026\n\na,b,c\n1,2,3\n1,2,3\n1,2\n", UnevenRow(6, 2, 3)),
    ],
    ids=["at once", "below a field of two lines and empty rows", "below a title"],
)
def test_a_row_that_does_not_fit_the_names_is_told_as_a_spreadsheet_counts(
    tmp_path: Path, data: bytes, row: UnevenRow
) -> None:
    with pytest.raises(PredictionRowsError) as trouble:
        read_prediction_rows(written(tmp_path, data))
    assert trouble.value.uneven == row
