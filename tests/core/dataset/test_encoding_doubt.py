"""Letters that would be read wrongly are never taken in silence, and right ones are never doubted."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import Reading, check
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding, FindingKind
from tests.core.dataset.conftest import Checked, Write
from tests.core.dataset.files import kinds, rows, the_one
from tests.core.dataset.languages import (
    HALF_WIDTH_GOODS,
    HALF_WIDTH_MIXED,
    HALF_WIDTH_NAMES,
    JAPANESE,
    JAPANESE_ODD,
    OTHERS,
    table,
)

K = FindingKind
ASKS = {K.LETTERS_LOOK_WRONG, K.UNSURE_ENCODING, K.DAMAGED_LETTERS, K.NOT_DECODABLE, K.OTHER_ENCODING}
WRITTEN = [(language, codec) for language, (_, codecs) in OTHERS.items() for codec in codecs]


def drawn(words: Sequence[str], count: int, times: int) -> Iterator[list[str]]:
    """So many of them, the same ones every time."""
    chance = random.Random(20_240_401)
    for _ in range(times):
        yield chance.sample(words, min(count, len(words)))


def asked(reading: Reading) -> list[Finding]:
    """What asks a person for the encoding, or says that letters are damaged."""
    return [finding for finding in reading.findings if finding.kind in ASKS]


def read_as(path: Path, encoding: Encoding) -> Reading:
    """The file as a person says it is written."""
    return list(check(path, encoding=encoding))[-1]


def cities(reading: Reading) -> list[str]:
    """What the rows with letters show."""
    return [row[2] for row in reading.preview[41:]]


# Wrong letters


@pytest.mark.parametrize("count", [8, 30])
@pytest.mark.parametrize(("language", "codec"), WRITTEN)
def test_a_file_in_another_encoding_is_not_taken_in_silence(
    checked: Checked, language: str, codec: str, count: int
) -> None:
    for words in drawn(OTHERS[language][0], count, times=5):
        reading = checked(table(words, codec))
        (finding,) = asked(reading)
        assert finding.stops
        assert finding.repair is None, "no copy is made of letters that may be wrong"
        assert not [found for found in reading.findings if found.repair]


@pytest.mark.parametrize(("language", "codec"), WRITTEN)
def test_the_right_encoding_is_among_the_likely_ones(checked: Checked, language: str, codec: str) -> None:
    words = OTHERS[language][0][:30]
    (finding,) = asked(checked(table(words, codec)))
    read = [[word.encode(codec).decode(one.value, "replace") for word in words] for one in finding.encodings[:3]]
    assert words in read


def test_the_samples_are_fields_of_the_file_and_have_their_place(checked: Checked) -> None:
    reading = checked(table(["Móstoles", "León norte"], "cp1252"))
    finding = the_one(reading, K.LETTERS_LOOK_WRONG)
    assert (finding.row, finding.column, finding.name) == (42, 3, "city")
    assert reading.preview[finding.row - 1][finding.column - 1] == finding.values[1]
    assert finding.values[0] == Encoding.WINDOWS_1252.value
    assert len(finding.values) == 3


def test_a_file_that_is_neither_is_shown_in_the_likely_encoding(checked: Checked) -> None:
    reading = checked(table(["Noël", "naïf", "été"], "cp1252"))
    finding = the_one(reading, K.UNSURE_ENCODING)
    assert reading.encoding is Encoding.WINDOWS_1252
    assert set(cities(reading)) == {"Noël", "naïf", "été"}
    assert finding.values == ("cp1252", *[row[2] for row in reading.preview[41:44]])
    assert (finding.row, finding.column) == (42, 3)


def test_rows_of_utf_8_in_a_file_of_shift_jis_are_found(checked: Checked) -> None:
    content = table(JAPANESE[:20], "cp932", plain_rows=0) + "999,joined,東京都,n\r\n".encode()
    finding = the_one(checked(content), K.LETTERS_LOOK_WRONG)
    assert (finding.row, finding.column) == (162, 3)
    assert finding.encodings == (Encoding.UTF_8,)


def test_letters_that_come_very_late_are_judged_too(checked: Checked) -> None:
    content = table(["Móstoles", "León norte", "Málaga"], "cp1252", plain_rows=60_000, rows=60_100)
    assert the_one(checked(content), K.LETTERS_LOOK_WRONG).row == 60_002


def test_kana_switched_in_by_so_and_si_are_not_taken_for_letters(checked: Checked) -> None:
    content = rows(200, lambda at: f"{at},\x0e6@5\x0f" if at > 100 else f"{at},x").encode()
    finding = the_one(checked(content), K.LETTERS_LOOK_WRONG)
    assert (finding.row, finding.column) == (101, 2)


# Right letters

RIGHT = {
    "Japanese": JAPANESE,
    "names and signs": JAPANESE_ODD,
    "half-width names": HALF_WIDTH_NAMES,
    "half-width goods": HALF_WIDTH_GOODS,
    "half-width beside kanji": HALF_WIDTH_MIXED,
    "everything": [*JAPANESE, *JAPANESE_ODD, *HALF_WIDTH_NAMES, *HALF_WIDTH_GOODS, *HALF_WIDTH_MIXED],
}


@pytest.mark.parametrize("count", [1, 3, 8, 30])
@pytest.mark.parametrize("what", RIGHT)
def test_a_right_shift_jis_file_is_never_doubted(checked: Checked, what: str, count: int) -> None:
    for words in drawn(RIGHT[what], count, times=15):
        reading = checked(table(words, "cp932"))
        assert asked(reading) == []
        assert reading.encoding is Encoding.SHIFT_JIS
        assert cities(reading) == [words[number % len(words)] for number in range(40, 160)]


@pytest.mark.parametrize("language", [*OTHERS, *RIGHT])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_right_unicode_file_is_never_doubted(checked: Checked, language: str, codec: str) -> None:
    every = RIGHT.get(language) or OTHERS[language][0]
    for count in (1, 3, 30):
        for words in drawn(every, count, times=3):
            reading = checked(table(words, codec))
            assert asked(reading) == []
            assert cities(reading) == [words[number % len(words)] for number in range(40, 160)]


def test_a_few_letters_of_the_company_s_own_do_not_put_a_file_in_doubt(checked: Checked) -> None:
    words = [*JAPANESE[:20], "\ue000田商店"]
    assert asked(checked(table(words, "cp932"))) == []


# What a person says


def test_what_a_person_chose_is_not_asked_again_and_has_to_be_converted(write: Write) -> None:
    words = ["Móstoles", "León norte"]
    reading = read_as(write(table(words, "cp1252")), Encoding.WINDOWS_1252)
    (finding,) = asked(reading)
    assert finding.kind is K.OTHER_ENCODING
    assert finding.values == ("cp1252",)
    assert finding.stops
    assert finding.repair is not None
    assert set(cities(reading)) == set(words)


def test_shift_jis_may_be_confirmed(write: Write) -> None:
    reading = read_as(write(table(["Móstoles", "León norte"], "cp1252")), Encoding.SHIFT_JIS)
    assert asked(reading) == []
    assert reading.encoding is Encoding.SHIFT_JIS


@pytest.mark.parametrize("words", [["Móstoles", "León norte"], ["Noël", "naïf", "été"]], ids=["passes", "fails"])
def test_what_was_said_of_earlier_files_is_taken_where_there_is_a_doubt(checked: Checked, words: list[str]) -> None:
    reading = checked(table(words, "iso8859-15"), remembered=Encoding.ISO_8859_15)
    assert reading.encoding is Encoding.ISO_8859_15
    assert kinds(reading)[0] is K.OTHER_ENCODING
    assert set(cities(reading)) == set(words)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_and_never_forced_on_a_file_that_is_sure(checked: Checked, write: Write, codec: str) -> None:
    path = write(table(JAPANESE[:9], codec))
    assert checked(path, remembered=Encoding.WINDOWS_1252) == checked(path)


def test_nor_on_one_it_cannot_read(checked: Checked) -> None:
    finding = the_one(checked(table(["Noël", "naïf"], "cp1252"), remembered=Encoding.EUC_JP), K.UNSURE_ENCODING)
    assert finding.values[0] == "cp1252"


@pytest.mark.parametrize("chosen", [Encoding.UTF_8, Encoding.UTF_8_BOM, Encoding.UTF_16, Encoding.UTF_32])
def test_a_kind_is_chosen_and_the_file_says_which_of_it_it_is(write: Write, chosen: Encoding) -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        if codec[:6] == chosen.value[:6]:
            reading = read_as(write(table(JAPANESE[:9], codec)), chosen)
            assert cities(reading)[0] == JAPANESE[40 % 9]
            assert reading.encoding.value == codec


def test_a_wrong_choice_says_where_it_fails(write: Write) -> None:
    reading = read_as(write(table(["München"], "cp1252")), Encoding.UTF_8)
    finding = the_one(reading, K.DAMAGED_LETTERS)
    assert (finding.row, finding.column, finding.count) == (42, 3, 120)


# Signs that come alone in files of Windows

WESTERN = ["it’s {}", "don’t {}", "£{}", "¥{}", "{} m²", "{} °C", "{} €", "“so” {}", "a – {}", "1\xa0{}"]
BESIDE_LATIN = ["iPhone用 {}", "max値 {}", "{} 3ｹ", "1ｺ {}", "･項目{}", "Aｺｰｽ {}", "03ｰ{}", "{}ｶ月", "Web上{}"]


@pytest.mark.parametrize("text", WESTERN)
def test_signs_of_windows_are_not_read_as_japanese(checked: Checked, text: str) -> None:
    reading = checked(rows(200, lambda at: f"{at},{text.format(at)}").encode("cp1252"))
    (finding,) = asked(reading)
    assert finding.stops
    assert finding.encodings[0] is Encoding.WINDOWS_1252
    assert not [found for found in reading.findings if found.repair]


@pytest.mark.parametrize("text", BESIDE_LATIN)
def test_japanese_beside_latin_letters_is_not_doubted(checked: Checked, text: str) -> None:
    assert asked(checked(rows(200, lambda at: f"{at},{text.format(at)}").encode("cp932"))) == []


# The bytes that once went through


@pytest.mark.parametrize(
    ("towns", "likely"),
    [
        ((b"M\xf3stoles", b"Le\xf3n norte"), Encoding.WINDOWS_1252),
        ((b"\xa5x\xa5_",), Encoding.BIG5),
        ((b"\xc3\xcb\xc0\xad",), Encoding.EUC_JP),
        ((b"\xed\xcf\xd3\xcb\xd7\xc1", b"\xf4\xd5\xcc\xc1"), Encoding.KOI8_R),
        ((b"Bogot\xe1 D.C.", b"Medell\xedn"), Encoding.WINDOWS_1252),
    ],
)
def test_even_one_or_two_words_are_enough(checked: Checked, towns: tuple[bytes, ...], likely: Encoding) -> None:
    lines = [b"%d,plain,%s,%s" % (n, towns[n % len(towns)] if n > 40 else b"x", b"ny"[n % 2 :][:1]) for n in range(160)]
    (finding,) = asked(checked(b"\r\n".join([b"id,note,city,left", *lines])))
    assert finding.encodings[0] is likely
    assert finding.repair is None
