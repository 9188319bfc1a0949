"""Where fields end, told from their bytes."""

import csv
import io
import random

import pytest

from epa_gui.core.results.byte_columns import fields_of


@pytest.mark.parametrize("piece", [b'"a",5,', b"a,5,", b'"a\nb",5,', b'"', b'"a'])
def test_a_piece_without_an_end_of_a_line_holds_no_line(piece: bytes) -> None:
    fields = fields_of(piece, ",")
    assert fields is not None
    assert (fields.stop, len(fields.ends)) == (0, 0)


def test_fields_end_where_the_csv_module_parts_them() -> None:
    chance = random.Random(3)
    for columns in (1, 3, 40):
        rows = [["".join(chance.choices('ab,"\n', k=chance.randrange(9))) for _ in range(columns)] for _ in range(60)]
        written = io.StringIO()
        csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        piece = written.getvalue().encode()
        fields = fields_of(piece, ",")
        assert fields is not None
        assert fields.stop == len(piece)
        starts = [0, *(int(end) + 1 for end in fields.ends)]
        parts = [piece[start : int(end)].decode() for start, end in zip(starts, fields.ends, strict=False)]
        assert [part[1:-1].replace('""', '"') for part in parts] == [field for row in rows for field in row]


@pytest.mark.parametrize("piece", [b'a"b"c,d\n', b'"a"b,"c"\n', b'a,"b" \n'])
def test_a_quotation_mark_within_a_field_is_left_to_who_reads_sign_by_sign(piece: bytes) -> None:
    assert fields_of(piece + b'"x",y\n', ",") is None
