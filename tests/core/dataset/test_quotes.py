"""Quotes that are not as they should be are told with their row, above all where they have swallowed rows."""

import pytest

from epa_gui.core.dataset.finding import FindingKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, the_one

K = FindingKind


def sizes(odd: dict[int, str], count: int = 120, usual: str = "5 inch") -> str:
    """Rows of which some have another size."""
    rows = [f"{at},{odd.get(at, usual)},{at % 31},{'yes' if at % 3 else 'no'}" for at in range(count)]
    return "\r\n".join(["id,size,price,left", *rows]) + "\r\n"


@pytest.mark.parametrize("piece", [50, 1 << 16])
@pytest.mark.parametrize(
    ("odd", "row", "lost", "fields"),
    [
        ({20: '"5 inch', 90: '"5 inch'}, 22, 70, 1),  # what only a lenient reader takes
        ({20: '"5 inch', 90: '5 inch"'}, 22, 70, 1),  # what every reader takes
        ({20: '"5 inch', 24: '"5 inch', 60: '"5 inch', 67: '"5 inch'}, 22, 11, 2),
        ({20: '"5 inch', 21: '"5 inch'}, 22, 1, 1),
        ({20: '"5 inch', 23: '5 inch"'}, 22, 3, 1),
    ],
)
def test_swallowed_rows_are_counted(
    checked: Checked, odd: dict[int, str], row: int, lost: int, fields: int, *, piece: int
) -> None:
    reading = checked(sizes(odd, 240), piece=piece)
    finding = the_one(reading, K.SWALLOWED_ROWS)
    assert kinds(reading) == [K.SWALLOWED_ROWS]
    assert finding.stops
    assert (finding.row, finding.column, finding.name) == (row, 2, "size")
    assert (finding.count, finding.total) == (lost, fields)
    assert finding.values[0].startswith("5 inch")
    assert reading.rows == 240 - lost


def test_rows_with_quoted_fields_are_known_within_a_field(checked: Checked) -> None:
    reading = checked(sizes({20: '"5 inch'}, usual='"5 in, or so"'))
    assert kinds(reading) == [K.SWALLOWED_ROWS]
    finding = reading.findings[0]
    assert (finding.row, finding.column, finding.count) == (22, 2, 1)


def test_one_field_with_very_many_line_breaks_is_told(checked: Checked) -> None:
    block = "\n".join(f"line {at}" for at in range(40))
    reading = checked(sizes({7: f'"{block}"'}))
    finding = the_one(reading, K.SWALLOWED_ROWS)
    assert (finding.row, finding.column, finding.count, finding.total) == (9, 2, 39, 1)
    both = checked(sizes({7: f'"{block}"', 9: '"two\nlines"'}))
    assert both.findings == ()  # here texts have lines


def test_comments_with_lines_and_commas_are_no_rows(checked: Checked) -> None:
    comment = '"Well,\nyes, we came\nby train, then bus, then boat, and on foot\nall was ""fine"", thanks"'
    assert checked(sizes(dict.fromkeys(range(0, 120, 3), comment))).findings == ()
    address = '"12 Main Street\nSpringfield, IL, 62701\nUSA"'
    assert checked(sizes({}, usual=address)).findings == ()


@pytest.mark.parametrize("stray", ['"5" inch', '"5"" inch" wide', '"" inch'])
def test_stray_quotes_are_told_with_their_first_row(checked: Checked, stray: str) -> None:
    reading = checked(sizes({20: stray, 30: stray}))
    finding = the_one(reading, K.STRAY_QUOTES)
    assert kinds(reading) == [K.STRAY_QUOTES]
    assert not finding.stops
    assert (finding.row, finding.count) == (22, 2)
    assert stray in finding.values[0]


def test_quotes_behind_backslashes_are_told_as_such(checked: Checked) -> None:
    reading = checked(sizes({}, usual='"5 \\"inch\\" wide"'))
    finding = the_one(reading, K.BACKSLASH_QUOTES)
    assert kinds(reading) == [K.BACKSLASH_QUOTES]
    assert (finding.row, finding.count) == (2, 120)


@pytest.mark.parametrize("good", ['5" inch', '"5"" inch"', '""', '"C:\\"', "'5 inch'", '"a, b"'])
def test_good_quotes_are_let_be(checked: Checked, good: str) -> None:
    assert checked(sizes(dict.fromkeys(range(0, 120, 2), good))).findings == ()


@pytest.mark.parametrize("piece", [9, 700, 1 << 16])
def test_what_is_told_of_quotes_does_not_depend_on_pieces(checked: Checked, piece: int) -> None:
    odd = {5: '"5 inch', 40: '"5 inch', 60: '"5" x', 61: '"a\nb"', 62: '"a \\"b\\""', 70: '"5" x'}
    reading = checked(sizes(odd), piece=piece)
    found = {(finding.kind, finding.row, finding.count) for finding in reading.findings}
    # Those below row 7 have become one with it.
    assert found == {
        (K.SWALLOWED_ROWS, 7, 35),
        (K.FEW_ROWS, 0, 85),
        (K.BACKSLASH_QUOTES, 29, 1),
        (K.STRAY_QUOTES, 27, 2),
    }
