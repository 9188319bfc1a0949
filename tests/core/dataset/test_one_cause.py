"""One fault is told once, by its cause, and what is offered mends it."""

import pytest

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, the_one

K = FindingKind
HEAD = "id,size,left"


def table(count: int = 120, **odd: str) -> str:
    """A good file in which some rows, called as in ``row_50``, read otherwise."""
    rows = [f"A{at},{at * 7 % 101},{'yn'[at % 2]}" for at in range(2, count + 2)]
    for name, text in odd.items():
        rows[int(name.removeprefix("row_")) - 2] = text
    return "\r\n".join([HEAD, *rows]) + "\r\n"


def mended(reading: Reading, checked: Checked) -> Reading:
    return checked(reading.path, repairs=[finding.repair for finding in reading.findings if finding.repair])


@pytest.mark.parametrize(
    ("odd", "kind"),
    [
        ("A50,5\N{ZERO WIDTH SPACE},y", K.HIDDEN_IN_FIELDS),
        ("A50,\ufeff5,y", K.HIDDEN_IN_FIELDS),
        ("A50,5\N{NO-BREAK SPACE},y", K.HIDDEN_IN_FIELDS),
        ("A50,5\0,y", K.NULS),
        ("A50,5,y\0", K.NULS),
        ('A50,"5\\", inch",y', K.UNEVEN_ROW),
        ("A50, five, y,x", K.UNEVEN_ROW),
    ],
)
def test_a_field_that_is_odd_in_two_ways_is_told_once(checked: Checked, odd: str, kind: FindingKind) -> None:
    reading = checked(table(row_50=odd))
    assert kinds(reading) == [kind]
    assert reading.findings[0].row == 50
    if kind is not K.UNEVEN_ROW:
        assert mended(reading, checked).findings == ()


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}"])
def test_numbers_with_something_invisible_are_not_called_negative(checked: Checked, space: str) -> None:
    reading = checked("\n".join([HEAD, *(f"A{at},{at}{space},{'yn'[at % 2]}" for at in range(120))]))
    assert kinds(reading) == [K.HIDDEN_IN_FIELDS]
    assert mended(reading, checked).columns[1].type == "number"


@pytest.mark.parametrize("count", [120, 5000])
@pytest.mark.parametrize("last", ["A{0},5,y", 'A{0},5,"y"', '"A{0}","5","y"'])
def test_ctrl_z_behind_the_last_value_is_told_as_such(checked: Checked, count: int, last: str) -> None:
    text = table(count=count) + last.format(count + 2) + "\x1a"
    reading = checked(text)
    finding = the_one(reading, K.END_MARK)
    assert kinds(reading) == [K.END_MARK]
    assert (finding.row, finding.column) == (count + 2, 3)
    after = mended(reading, checked)
    assert after.findings == ()
    assert after.rows == count + 1


def test_ctrl_z_within_the_data_is_no_end(checked: Checked) -> None:
    assert K.END_MARK not in kinds(checked(table(row_50="A50,5,y\x1a")))


def test_blanks_behind_each_delimiter_are_told_once_and_taken_out(checked: Checked) -> None:
    rows = [f"A{at}, {at}, {'yn'[at % 2]}" for at in range(120)]
    reading = checked("\n".join(["id, size, left", *rows]))
    assert kinds(reading) == [K.BLANKS_BETWEEN, K.BLANKS_IN_NAMES]
    assert mended(reading, checked).findings == ()
    assert mended(reading, checked).preview[2] == ("A1", "1", "n")


def test_blanks_before_quotes_are_left_to_a_person(checked: Checked) -> None:
    rows = [f'A{at}, "{at}, x", {"yn"[at % 2]}' for at in range(120)]
    reading = checked("\n".join(["id, size, left", *rows]))
    assert the_one(reading, K.BLANKS_BETWEEN).repair is None


@pytest.mark.parametrize("row", [300, 3000])
def test_what_is_odd_about_damaged_letters_comes_of_the_damage(checked: Checked, row: int) -> None:
    rows = [f"{at},東京,{'yn'[at % 2]}" for at in range(2, 4000)]
    content = bytearray("\n".join(["id,city,left", *rows]).encode("utf-8-sig"))
    content[content.index("東".encode(), content.index(f"\n{row},".encode()))] = 0xFF
    reading = checked(bytes(content))
    assert kinds(reading) == [K.DAMAGED_LETTERS]
    assert (reading.findings[0].row, reading.findings[0].column) == (row, 2)


def wrongly(text: str, codec: str) -> str:
    return text.encode().decode(codec)


@pytest.mark.parametrize(
    ("word", "codec"),
    [
        ("Móstoles", "cp1252"),
        ("Müller", "latin-1"),
        ("it’s", "cp1252"),
        ("10 °C", "cp1252"),
        ("Łódź", "latin-1"),
        ("Москва", "latin-1"),
        ("東京", "latin-1"),
        ("こんにちは", "cp932"),
        ("東京", "cp932"),
    ],
)
def test_letters_read_wrongly_before_are_told_with_what_was_meant(checked: Checked, word: str, codec: str) -> None:
    text = table(row_50=f"{wrongly(word, codec)},5,y")
    reading = checked(text)
    finding = the_one(reading, K.DOUBLED_LETTERS)
    assert kinds(reading) == [K.DOUBLED_LETTERS]
    assert (finding.row, finding.column, finding.values) == (50, 1, (wrongly(word, codec), word))
    assert not finding.stops


@pytest.mark.parametrize(
    "word",
    ["SÃO PAULO", "«IRMÃ»", "JOÃO…", "«CAFÉ»", "é…»", "Â", "Ân", "繧", "繝東京", "東京ﾃｽﾄ", "Ñandú", "Ðað", "très"],
)  # fmt: skip
def test_words_of_other_languages_are_let_be(checked: Checked, word: str) -> None:
    assert checked(table(row_50=f"{word},5,y")).findings == ()


@pytest.mark.parametrize("price", ["CHF 1'{0}.50", "CHF {0}", "{0} kr", "R$ {0}", "{0} PLN", "{0} zł"])
def test_money_of_more_countries_is_known(checked: Checked, price: str) -> None:
    rows = [f"A{at},{price.format(at + 100)},{'yn'[at % 2]}" for at in range(120)]
    reading = checked("\n".join([HEAD, *rows]))
    assert the_one(reading, K.NUMBERS_WITH_UNITS).repair == Repair(RepairKind.NUMBERS, 2)
    assert mended(reading, checked).columns[1].type == "number"
