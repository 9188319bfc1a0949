"""Encodings that tell themselves: ISO-2022, UTF-16 and UTF-32, with a BOM and without."""

import codecs

import pytest

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, rows, the_one
from tests.core.dataset.languages import JAPANESE, table

K = FindingKind


@pytest.mark.parametrize("piece", [1, 2, 5, 1 << 16])
@pytest.mark.parametrize(
    ("codec", "words", "encoding"),
    [
        ("iso2022_jp", JAPANESE[:9], Encoding.ISO_2022_JP),
        ("iso2022_jp_ext", ["ﾔﾏﾀﾞ", "東京都"], Encoding.ISO_2022_JP_EXT),
        ("iso2022_kr", ["서울", "부산"], Encoding.ISO_2022_KR),
    ],
)
def test_iso_2022_is_called_that_and_read(
    checked: Checked, codec: str, words: list[str], encoding: Encoding, piece: int
) -> None:
    reading = checked(table(words, codec), piece=piece)
    finding = the_one(reading, K.OTHER_ENCODING)
    assert reading.encoding is encoding
    assert finding.values == (encoding.value,)
    assert finding.repair == Repair(RepairKind.ENCODING)
    assert {row[2] for row in reading.preview[41:]} == set(words)


def test_signs_of_the_second_kind_may_come_late(checked: Checked) -> None:
    content = table(["東京都"], "iso2022_jp", rows=3000) + "1,x,①②,n\r\n".encode("iso2022_jp_2004")
    reading = checked(content)
    assert reading.encoding is Encoding.ISO_2022_JP_2004
    assert reading.rows == 3001


def test_an_escape_that_switches_nothing_is_let_be(checked: Checked) -> None:
    reading = checked(rows(200, lambda at: f"{at},\x1b[31mred\x1b[0m").encode())
    assert reading.encoding is Encoding.ASCII


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("bom", [True, False], ids=["BOM", "no BOM"])
def test_utf_32_is_called_that_and_read(checked: Checked, codec: str, bom: bool) -> None:
    mark = {"utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE}.get(codec, b"")
    content = (mark if bom else b"") + rows(200, head="a,売上").encode(codec)
    reading = checked(content)
    assert reading.encoding.value.startswith("utf-32")
    assert [column.name for column in reading.columns] == ["a", "売上"]
    assert the_one(reading, K.OTHER_ENCODING).repair == Repair(RepairKind.ENCODING)
    assert K.NULS not in kinds(reading)


def test_utf_16_is_advised_against_as_ever(checked: Checked) -> None:
    assert kinds(checked(rows(200, head="a,売上").encode("utf-16"))) == [K.UTF_16]
