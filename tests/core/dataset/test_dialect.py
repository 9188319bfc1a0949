"""The delimiter is judged by the records of the beginning, and one that the service does not read can be converted."""

import pytest

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, the_one

K = FindingKind
TO_COMMAS = Repair(RepairKind.DELIMITER)
BOTH = ("yes", "no")


def lines(head: str, row: str, count: int = 120) -> str:
    """So many rows; `{n}` is a number, `{yn}` a class."""
    return "\r\n".join([head, *(row.format(n=at, yn=BOTH[at % 2]) for at in range(count))]) + "\r\n"


@pytest.mark.parametrize(
    ("head", "row", "delimiter", "names"),
    [
        # decimal commas, and a name with a comma
        ("Kunde;Umsatz (EUR, netto);Ziel", "A{n};{n},50;{yn}", ";", ["Kunde", "Umsatz (EUR, netto)", "Ziel"]),
        ("Kunde;Umsatz (EUR, netto)", "A{n};{n},50", ";", ["Kunde", "Umsatz (EUR, netto)"]),
        ("Ort, Land;Preis;Rabatt", "Ulm, DE;{n},5;0,{n}", ";", ["Ort, Land", "Preis", "Rabatt"]),
        ("id;price;left", "{n};1,{n};{yn}", ";", ["id", "price", "left"]),
        ("id;name;left", 'A{n};"Smith, John";{yn}', ";", ["id", "name", "left"]),
        ("id;note;left", 'A{n};"a; b";{yn}', ";", ["id", "note", "left"]),
        ("id|note|left", "A{n}|x, y|{yn}", "|", ["id", "note", "left"]),
        # a tab, whatever the names hold
        ('"Item\ncode"\tprice\tleft', "A{n}\t{n}\t{yn}", "\t", ["Item\ncode", "price", "left"]),
        ('"a,b,c"\tprice', "A{n}\t{n}", "\t", ["a,b,c", "price"]),
        ("Price, yen\tleft", "{n},5\t{yn}", "\t", ["Price, yen", "left"]),
        ("Price, yen\tWeight, kg\tleft", "{n},5\t1,{n}\t{yn}", "\t", ["Price, yen", "Weight, kg", "left"]),
        # a comma, whatever the fields hold
        ('"Item\ncode; a",price', "A{n};x,{n}", ",", ["Item\ncode; a", "price"]),
        ("id,path,left", "A{n},a;b;c;d,{yn}", ",", ["id", "path", "left"]),
        ("id,tags", "A{n},a|b|c|d", ",", ["id", "tags"]),
        ("id,a;b;c", "A{n},x;y;z", ",", ["id", "a;b;c"]),
        ('"a;b;c",left', '"{n};1;2",{yn}', ",", ["a;b;c", "left"]),
    ],
)
def test_the_delimiter_is_judged_by_records(
    checked: Checked, head: str, row: str, delimiter: str, names: list[str]
) -> None:
    reading = checked(lines(head, row))
    assert reading.delimiter == delimiter
    assert [column.name for column in reading.columns] == names
    assert reading.rows == 120
    of_structure = [kind for kind in kinds(reading) if kind is not K.DECIMAL_COMMAS]
    assert of_structure == ([] if delimiter in {",", "\t"} else [K.OTHER_DELIMITER])


@pytest.mark.parametrize("sign", [";", "|"])
def test_a_delimiter_the_service_does_not_read_stops_until_it_is_converted(checked: Checked, sign: str) -> None:
    content = lines("id;price;left", "A{n};{n};{yn}").replace(";", sign).replace("A50", "A50" + sign)
    reading = checked(content)
    finding = the_one(reading, K.OTHER_DELIMITER)
    assert finding.stops
    assert (finding.values, finding.repair) == ((sign,), TO_COMMAS)
    assert kinds(reading) == [K.OTHER_DELIMITER, K.UNEVEN_ROW]  # all else is checked as ever
    converted = checked(reading.path, repairs=[TO_COMMAS])
    assert kinds(converted) == [K.UNEVEN_ROW]
    assert converted.delimiter == sign
    assert converted.columns == reading.columns


@pytest.mark.parametrize(("first", "sign"), [("sep=,", ","), ("SEP=;", ";"), ('"sep=;"', ";"), ("sep=\t", "\t")])
def test_excels_line_that_names_the_delimiter_is_told_and_left_out(checked: Checked, first: str, sign: str) -> None:
    content = f"{first}\r\n" + lines("id;price, EUR;left", "A{n};{n},5;{yn}").replace(";", sign)
    if sign == ",":
        content = f"{first}\r\n" + lines("id,price,left", "A{n},{n},{yn}")
    reading = checked(content)
    finding = the_one(reading, K.SEPARATOR_LINE)
    assert (finding.row, finding.repair) == (1, Repair(RepairKind.ROWS, rows=((1, 1),)))
    assert reading.delimiter == sign
    assert set(kinds(reading)) <= {K.SEPARATOR_LINE, K.OTHER_DELIMITER}
    mended = checked(reading.path, repairs=[found.repair for found in reading.findings])
    assert set(kinds(mended)) <= {K.DECIMAL_COMMAS}
    assert mended.delimiter == sign
    assert [column.name for column in mended.columns][::2] == ["id", "left"]
    assert mended.rows == 120


def test_a_title_does_not_hide_the_delimiter(checked: Checked) -> None:
    reading = checked("Umsatz, netto, 2024\r\n\r\n" + lines("Kunde;Preis;Ziel", "A{n};{n},5;{yn}"))
    assert set(kinds(reading)) == {K.TITLE_LINE, K.OTHER_DELIMITER}
    mended = checked(reading.path, repairs=[found.repair for found in reading.findings])
    assert kinds(mended) == [K.DECIMAL_COMMAS]
    assert (mended.delimiter, mended.rows) == (";", 120)


def test_commas_that_are_not_quoted_do_not_make_another_delimiter_of_what_stands_in_a_field(checked: Checked) -> None:
    rows = [f"{at},{', '.join('abcde'[: at % 4 + 1])},x;y" for at in range(120)]
    reading = checked("\n".join(["id,names,tags", *rows]))
    assert reading.delimiter == ","
    assert kinds(reading) == [K.UNEVEN_ROW]


def test_blanks_behind_delimiters_are_told(checked: Checked) -> None:
    reading = checked(lines("id, note, left", 'A{n}, "b, c", {yn}'))
    finding = the_one(reading, K.BLANKS_BETWEEN)
    assert (finding.row, finding.values, finding.stops) == (1, (",",), False)
    assert K.BLANKS_BETWEEN not in kinds(checked(lines("id,note,left", "A{n}, b,{yn}")))


@pytest.mark.parametrize(
    ("head", "row", "sign"),
    [("id note left", "A{n}  b  {yn}", " "), ("id:left", "A{n}:{yn}", ":"), ("id;b;c", "A{n}", ";"), ("id", "{n}", "")],
)
def test_what_else_seems_to_separate_fields_is_named(checked: Checked, head: str, row: str, sign: str) -> None:
    assert the_one(checked(lines(head, row)), K.ONE_COLUMN).values == (sign,)


@pytest.mark.parametrize("piece", [13, 5000, 1 << 16])
def test_long_names_and_small_pieces_make_no_difference(checked: Checked, piece: int) -> None:
    names = ";".join(f"column number {at}, of many" for at in range(900))
    content = names + "\n" + "".join(";".join(f"{at},{row}" for at in range(900)) + "\n" for row in range(30))
    reading = checked(content, piece=piece, is_training=False)
    assert (reading.delimiter, len(reading.columns), reading.rows) == (";", 900, 30)
