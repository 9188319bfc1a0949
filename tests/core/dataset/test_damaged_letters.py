"""A few wrong bytes are damage: their place is told, the rest is read rightly, and nothing is converted."""

import codecs

import pytest

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import FindingKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, rows, the_one
from tests.core.dataset.languages import JAPANESE

K = FindingKind


def damaged(
    count: int, *bad_rows: int, codec: str = "utf-8", towns: tuple[str, ...] = ("東京", "大阪", "福岡")
) -> bytes:
    """A file whose town has one wrong byte in these rows."""
    lines = rows(count, lambda at: f"{at},{towns[at % len(towns)]},x", "id,town,c").encode(codec).split(b"\n")
    for row in bad_rows:
        at = lines[row - 1].index(b",") + 2
        lines[row - 1] = lines[row - 1][:at] + b"\xff" + lines[row - 1][at + 1 :]
    return b"\n".join(lines)


@pytest.mark.parametrize("towns", [("東京",), ("東京", "大阪", "福岡"), tuple(JAPANESE), ("Málaga", "Köln", "Łódź")])
@pytest.mark.parametrize("count", [300, 4000, 30_000], ids=["a piece", "two pieces", "many pieces"])
@pytest.mark.parametrize("piece", [999, 1 << 16])
def test_one_damaged_byte_is_told_with_its_place(
    checked: Checked, count: int, piece: int, towns: tuple[str, ...]
) -> None:
    row = count - 100
    reading = checked(damaged(count, row, towns=towns), piece=piece)
    finding = the_one(reading, K.DAMAGED_LETTERS)
    assert (finding.row, finding.column, finding.name, finding.values) == (row, 2, "town", ("utf-8",))
    assert reading.encoding is Encoding.UTF_8
    assert reading.rows == count
    assert {town for _, town, _ in reading.preview[1:100]} == set(towns[:99]) | set(towns)
    assert not [found for found in reading.findings if found.repair], "nothing is converted"


def test_the_place_is_shown_in_the_preview(checked: Checked) -> None:
    reading = checked(damaged(300, 40))
    assert "\ufffd" in reading.preview[39][1]


def test_places_are_counted(checked: Checked) -> None:
    finding = the_one(checked(damaged(4000, 77, 78, 3990)), K.DAMAGED_LETTERS)
    assert (finding.row, finding.count) == (77, 3)


@pytest.mark.parametrize("codec", ["utf-8-sig", "cp932"])
def test_whatever_the_encoding_is(checked: Checked, codec: str) -> None:
    reading = checked(damaged(4000, 77, codec=codec, towns=tuple(JAPANESE)))
    finding = the_one(reading, K.DAMAGED_LETTERS)
    assert (finding.row, finding.column, finding.values) == (77, 2, (codec,))
    assert reading.preview[80][1] == JAPANESE[81 % len(JAPANESE)]


def test_letters_cut_at_the_end_of_fields_are_damage(checked: Checked) -> None:
    """Databases cut at so many bytes, whatever letter is there."""
    lines = [b"id,town,c", *[b"%d,%s,x" % (n, JAPANESE[n % 30].encode()[:10]) for n in range(500)]]
    reading = checked(b"\n".join(lines) + b"\n")
    finding = the_one(reading, K.DAMAGED_LETTERS)
    assert finding.column == 2
    assert finding.values == ("utf-8",)


def test_a_file_cut_in_the_middle_of_a_letter(checked: Checked) -> None:
    content = damaged(5000).rstrip(b"\n,x")[:-1]
    finding = the_one(checked(content), K.DAMAGED_LETTERS)
    assert (finding.row, finding.column, finding.count) == (5001, 2, 1)


def test_a_damaged_name_of_a_column(checked: Checked) -> None:
    content = b"id,t\xffwn,c\n" + damaged(300).split(b"\n", 1)[1]
    finding = the_one(checked(content), K.DAMAGED_LETTERS)
    assert (finding.row, finding.column) == (1, 2)


def test_a_row_in_quotes_with_line_ends(checked: Checked) -> None:
    content = 'a,b\n"one\ntwo",東京\n'.encode() * 1 + '"x\ny",大阪\n'.encode() * 200 + b'1,"z\n\xe6\x9d"\n'
    finding = the_one(checked(content), K.DAMAGED_LETTERS)
    assert (finding.row, finding.column) == (203, 2)


def test_signs_that_other_programs_left_are_told(checked: Checked) -> None:
    content = codecs.BOM_UTF8 + rows(200, lambda at: f"{at},M\ufffdnchen" if at == 50 else f"{at},Köln").encode()
    reading = checked(content)
    finding = the_one(reading, K.LOST_LETTERS)
    assert (finding.row, finding.column, finding.name) == (50, 2, "b")
    assert K.DAMAGED_LETTERS not in kinds(reading)
    assert not finding.stops


@pytest.mark.parametrize("text", ["ﾂｱ", "ﾃｱ"])
def test_half_width_kana_that_happen_to_be_utf_8_make_no_damage(checked: Checked, text: str) -> None:
    content = rows(300, lambda at: f"{at},{text if at < 250 else '表示'}").encode("cp932")
    reading = checked(content)
    assert reading.encoding is Encoding.SHIFT_JIS
    assert K.DAMAGED_LETTERS not in kinds(reading)
