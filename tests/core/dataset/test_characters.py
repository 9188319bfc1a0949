"""A check tells what nobody sees in names, classes and fields, where it is, how it looks, and what would mend it."""

import pytest

from epa_gui.core.dataset.comparison import against_last, against_training
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.jobs.profile import Profile
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, rows, the_one

K = FindingKind
NAMES = Repair(RepairKind.NAMES)
ZERO_WIDTH = "\u200b"
TOLD = frozenset(
    {K.HIDDEN_IN_NAMES, K.BLANKS_IN_NAMES, K.NAMES_ALIKE, K.HIDDEN_IN_FIELDS, K.BLANKS_IN_FIELDS, K.HIDDEN_IN_COLUMNS}
    | {K.CLASSES_ALIKE, K.CLASSES_OTHERWISE, K.NAMES_OTHERWISE, K.COLUMNS_ALIKE}
)


def of(column: int) -> Repair:
    return Repair(RepairKind.CHARACTERS, column)


def yes(at: int) -> str:
    return "yes" if at % 2 else "no"


@pytest.mark.parametrize(
    ("head", "finding"),
    [
        ("\ufeffid,left", Finding(K.HIDDEN_IN_NAMES, 1, 1, "id", 1, values=("⟨U+FEFF⟩id", "U+FEFF"), repair=NAMES)),
        ("id,le\u200bft", Finding(K.HIDDEN_IN_NAMES, 1, 2, "left", 1, values=("le⟨U+200B⟩ft", "U+200B"), repair=NAMES)),
        (
            "id ,\u00a0left",
            Finding(K.HIDDEN_IN_NAMES, 1, 2, "left", 2, values=("⟨U+00A0⟩left", "U+00A0"), repair=NAMES),
        ),
        ("id,left ", Finding(K.BLANKS_IN_NAMES, 1, 2, "left", 1, values=("left␣",), repair=NAMES)),
        ("price,price ", Finding(K.NAMES_ALIKE, 1, 2, "price ", values=("price", "price␣", "blanks"))),
        ("テンポ,ﾃﾝﾎﾟ", Finding(K.NAMES_ALIKE, 1, 2, "ﾃﾝﾎﾟ", values=("テンポ", "ﾃﾝﾎﾟ", "width"))),
        ("Price,price", Finding(K.NAMES_ALIKE, 1, 2, "price", values=("Price", "price", "case"))),
        ("id,id\u2060", Finding(K.NAMES_ALIKE, 1, 2, "id\u2060", values=("id", "id⟨U+2060⟩", "characters"))),
    ],
)
def test_names_are_looked_at(checked: Checked, head: str, finding: Finding) -> None:
    reading = checked(rows(120, lambda at: f"{at},{yes(at)}", head))
    assert [found for found in reading.findings if found.kind in TOLD] == [finding]


def test_names_that_cleaning_would_make_the_same_are_not_cleaned(checked: Checked) -> None:
    reading = checked(rows(120, lambda at: f"{at},{at + 1},{yes(at)}", "price,price ,left"))
    assert the_one(reading, K.NAMES_ALIKE).repair is None
    assert K.BLANKS_IN_NAMES not in kinds(reading)


@pytest.mark.parametrize(
    ("field", "kind", "values"),
    [
        ("word\u200b", K.HIDDEN_IN_FIELDS, ("word⟨U+200B⟩", "U+200B")),
        ("\ufeffword", K.HIDDEN_IN_FIELDS, ("⟨U+FEFF⟩word", "U+FEFF")),
        ("soft\u00adhyphen", K.HIDDEN_IN_FIELDS, ("soft⟨U+00AD⟩hyphen", "U+00AD")),
        ("line\x0bbreak", K.HIDDEN_IN_FIELDS, ("line⟨U+000B⟩break", "U+000B")),
        ("word ", K.BLANKS_IN_FIELDS, ("word␣",)),
    ],
)
@pytest.mark.parametrize("many", [True, False], ids=["many values", "few values"])
def test_fields_are_looked_at(
    checked: Checked, field: str, kind: FindingKind, values: tuple[str, ...], *, many: bool
) -> None:
    def row(at: int) -> str:
        return f"{at},{field if at == 151 else f'word {at if many else at % 3}'},{yes(at)}"

    reading = checked(rows(300, row, "id,note,left"))
    found = [finding for finding in reading.findings if finding.kind in TOLD]
    assert found == [Finding(kind, 151, 2, "note", values=values, repair=of(2))]


def test_a_number_with_an_odd_blank_is_told(checked: Checked) -> None:
    odd = "1\u00a0234"
    reading = checked(rows(300, lambda at: f"{at},{odd if at == 200 else 1000 + at},{yes(at)}", "id,price,left"))
    assert the_one(reading, K.HIDDEN_IN_FIELDS).row == 200


@pytest.mark.parametrize("text", ["東京都\u3000千代田区", "👩\u200d👧", "葛\U000e0100城", "می\u200cخواهم", "two words"])
def test_nothing_is_told_of_what_is_meant(checked: Checked, text: str) -> None:
    reading = checked(rows(300, lambda at: f"{at},{text}{at},{yes(at)}", "id,note,left"))
    assert not TOLD.intersection(kinds(reading))


def test_many_columns_are_told_at_once(checked: Checked) -> None:
    reading = checked(rows(120, lambda at: ",".join(f" x{at % 5}" for _ in range(9)), ",".join("abcdefghi")))
    finding = the_one(reading, K.HIDDEN_IN_COLUMNS)
    assert (finding.count, finding.repair) == (9, Repair(RepairKind.CHARACTERS))
    assert K.BLANKS_IN_FIELDS not in kinds(reading)


@pytest.mark.parametrize(
    ("other", "values", "repair"),
    [
        ("yes ", ("yes", "yes␣", "blanks"), of(2)),
        ("yes\u200b", ("yes", "yes⟨U+200B⟩", "characters"), of(2)),
        ("Yes", ("yes", "Yes", "case"), None),
        ("ｙｅｓ", ("yes", "ｙｅｓ", "width"), None),
    ],
)
def test_classes_that_look_the_same_are_told(
    checked: Checked, other: str, values: tuple[str, ...], repair: Repair | None
) -> None:
    reading = checked(rows(120, lambda at: f"{at},{other if at == 50 else yes(at)}", "id,left"), target="left")
    found = [finding for finding in reading.findings if finding.kind in TOLD]
    assert found == [Finding(K.CLASSES_ALIKE, 50, 2, "left", 1, values=values, repair=repair)]


# Compared


@pytest.fixture
def last(checked: Checked) -> Profile:
    """What was sent last."""
    reading = checked(rows(120, lambda at: f"{at},{yes(at)}", "id,left"))
    return Profile("m", "j", 0.0, "last.csv", reading.columns, reading.rows, reading.size, "sent", reading.sha256)


@pytest.mark.parametrize(
    ("head", "values", "repair"),
    [
        ("\ufeffid,left", ("id", "⟨U+FEFF⟩id", "characters"), NAMES),
        ("id ,left", ("id", "id␣", "blanks"), NAMES),
        ("ID,left", ("id", "ID", "case"), None),
        ("ｉｄ,left", ("id", "ｉｄ", "width"), None),
    ],
)
def test_a_name_written_otherwise_is_neither_gone_nor_new(
    checked: Checked, last: Profile, head: str, values: tuple[str, ...], repair: Repair | None
) -> None:
    training = checked(rows(121, lambda at: f"{at},{yes(at)}", head))
    assert list(against_last(training, last)) == [
        Finding(K.NAMES_OTHERWISE, 1, 1, "id", 1, values=values, repair=repair)
    ]
    other = checked(rows(60, lambda at: f"{at},{yes(at)}", "id,left"))
    (found,) = against_training(training, other)
    assert found == Finding(K.COLUMNS_ALIKE, 1, 1, "id", 1, values=values, repair=repair)
    assert found.stops


def test_all_names_written_otherwise_are_not_other_data(checked: Checked, last: Profile) -> None:
    training = checked(rows(121, lambda at: f"{at},{yes(at)}", "ID,LEFT"))
    assert [finding.kind for finding in against_last(training, last)] == [K.NAMES_OTHERWISE]


def test_a_class_written_otherwise_is_neither_gone_nor_new(checked: Checked, last: Profile) -> None:
    training = checked(rows(121, lambda at: f"{at},{yes(at).replace('yes', 'yes ')}", "id,left"))
    finding = Finding(K.CLASSES_OTHERWISE, 0, 2, "left", 1, values=("yes", "yes␣", "blanks"), repair=of(2))
    assert list(against_last(training, last, "left")) == [finding]
    trained = checked(rows(60, lambda at: f"{at},{yes(at)}", "id,left"))
    assert list(against_training(training, trained, "left")) == [finding]


@pytest.mark.parametrize("text", ["word", "語", "word’s"])
def test_what_comes_late_in_a_long_text_column_is_told_too(checked: Checked, text: str) -> None:
    late = 30_000

    def row(at: int) -> str:
        return f"{at},{text} number {at}{ZERO_WIDTH if at == late else ''},{yes(at)}"

    assert the_one(checked(rows(late + 50, row, "id,note,left")), K.HIDDEN_IN_FIELDS).row == late
