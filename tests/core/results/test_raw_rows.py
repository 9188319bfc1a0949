"""Both models' predictions are found by headings and by what fits together, in whatever order the columns stand."""

import contextlib
import csv
import io
import random
from array import array
from dataclasses import dataclass, field

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from epa_gui.core.results.byte_columns import Column, columns_of, fields_of
from epa_gui.core.results.raw_batches import Wanted, batches_of
from epa_gui.core.results.raw_rows import NoRowsError, RowsRead, read_rows
from epa_gui.core.results.small_table import NoTableError, TooLongError

ENGLISH = ("Probability of {}", "{} (prediction)", "(Previous)_{}")
JAPANESE = ("確率：{}", "{}(予測)", "(前回)_{}")
BARE = ("{}", "predicted {}", "（前回）_{}")
OTHER = ("churned_{}", "Predicted class", "previous_{}")
SUFFIXED = ("{} probability", "{}_予測", "{}_previous_model")
STYLES = [ENGLISH, JAPANESE, BARE, OTHER, SUFFIXED]


@dataclass
class Made:
    """A table of rows, and what is true of it."""

    head: list[str]
    rows: list[list[str]]
    actual: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    likely: dict[str, list[float]] = field(default_factory=dict)
    old_likely: dict[str, list[float]] = field(default_factory=dict)

    def text(self, order: list[int] | None = None, delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
        written = io.StringIO(newline="")
        writer = csv.writer(written, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
        for row in [self.head, *self.rows]:
            writer.writerow([row[place] for place in order] if order else row)
        return written.getvalue()


def made(
    seed: int, classes: list[str], style: tuple[str, str, str], count: int = 40, *, has_predictions: bool = True
) -> Made:
    """Rows with data columns that look like what they are not: shares, flags, and a "previous" one."""
    probability, prediction, old = style
    chance = random.Random(seed)
    own = ([prediction.format("churned")] if has_predictions else []) + [probability.format(name) for name in classes]
    head = [
        *own,
        *(old.format(name) for name in own),
        "id",
        "discount",
        "previous_balance",
        "balance",
        "is_member",
        "churned",
    ]
    found = Made(head, [])
    for at in range(count):
        row: list[str] = []
        for said, likely in ((found.new, found.likely), (found.old, found.old_likely)):
            shares = [chance.random() ** 2 + 0.01 for _ in classes]
            written = [round(share / sum(shares), 6) for share in shares]
            written[-1] = round(1 - sum(written[:-1]), 6)
            said.append(classes[written.index(max(written))])
            row += [said[-1]] if has_predictions else []
            row += [f"{share:.6f}" for share in written]
            for name, share in zip(classes, written, strict=True):
                likely.setdefault(name, []).append(float(f"{share:.6f}"))
        found.actual.append(classes[at] if at < len(classes) else chance.choice(classes))
        data = [
            f"C{at}",
            f"{chance.random():.2f}",
            f"{chance.randrange(999)}",
            f"{chance.randrange(999)}",
            "01"[at % 2],
        ]
        found.rows.append([*row, *data, found.actual[-1]])
    return found


def read(content: str | bytes, target: str = "") -> RowsRead:
    return read_rows(io.BytesIO(content.encode() if isinstance(content, str) else content), "rows.csv", target)


def holds(read_: RowsRead, truth: Made) -> None:
    """What was read is what is true."""
    rows = read_.rows
    assert rows.target == "churned"
    assert list(rows.actual) == truth.actual
    assert (list(rows.new), list(rows.old)) == (truth.new, truth.old)
    assert set(rows.classes) == set(truth.likely)
    for name, new, old in zip(rows.classes, rows.new_probabilities, rows.old_probabilities, strict=True):
        assert list(new) == truth.likely[name]
        assert list(old) == truth.old_likely[name]
    assert (rows.left_out, list(rows.places)) == (0, list(range(len(truth.actual))))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "classes", [["no", "yes"], ["はい", "いいえ"], ["a", "b", "c"], ["low", "very low", "high", "very high"]]
)
def test_everything_is_found_in_every_order(style: tuple[str, str, str], classes: list[str]) -> None:
    chance = random.Random(5)
    for seed in range(3):
        truth = made(seed, classes, style)
        order = list(range(len(truth.head)))
        for _ in range(4):
            holds(read(truth.text(order)), truth)
            chance.shuffle(order)


@pytest.mark.parametrize("style", [ENGLISH, JAPANESE, BARE, SUFFIXED])
def test_without_predicted_classes_the_likeliest_stands_for_them_and_that_is_said(style: tuple[str, str, str]) -> None:
    truth = made(1, ["no", "yes"], style, has_predictions=False)
    found = read(truth.text())
    holds(found, truth)
    assert found.rows.is_new_by_probability
    assert found.rows.is_old_by_probability
    assert not read(made(1, ["no", "yes"], style).text()).rows.is_new_by_probability


@given(
    seed=st.integers(0, 999),
    classes=st.lists(
        st.text("abcxyz いろは-,\"'", min_size=1, max_size=6).map(str.strip).filter(bool),
        min_size=2,
        max_size=4,
        unique=True,
    ),
    style=st.sampled_from([ENGLISH, JAPANESE]),
    written=st.tuples(
        st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]),
        st.sampled_from(",\t;"),
        st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    ),
    data=st.data(),
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_classes_are_called_and_however_it_is_written(
    seed: int,
    classes: list[str],
    style: tuple[str, str, str],
    written: tuple[str, str, int],
    data: st.DataObject,
) -> None:
    truth = made(seed, classes, style)
    encoding, delimiter, quoting = written
    order = data.draw(st.permutations(range(len(truth.head))))
    holds(read(truth.text(list(order), delimiter, quoting).encode(encoding)), truth)


def test_numbers_are_found_with_what_both_models_predicted() -> None:
    head = "(前回)_price(予測),size,price,price(予測)"
    rows = read(head + "\n" + "\n".join(f"{at * 1.5},{at % 7},{at * 2},{at * 1.9:.2f}" for at in range(1, 40))).rows
    assert (rows.target, rows.count) == ("price", 39)
    assert list(rows.actual_values) == [at * 2 for at in range(1, 40)]
    assert list(rows.new_values) == [round(at * 1.9, 2) for at in range(1, 40)]
    assert list(rows.old_values) == [at * 1.5 for at in range(1, 40)]
    assert not rows.actual


@pytest.mark.parametrize(
    "head",
    [
        "a,b,c,d",
        "this,that,price,other",
        "prediction,x,y,price",
        "確率,予測,年齢,解約",
        "Probability of no,Probability of yes,age,plan",
        ",,,",
    ],
)
def test_what_headings_do_not_say_is_not_guessed(head: str) -> None:
    rows = "\n".join(f"0.{at % 10},0.{9 - at % 10},{at},{'yes' if at % 3 else 'no'}" for at in range(60))
    with pytest.raises(NoRowsError):
        read(f"{head}\n{rows}")


def test_probabilities_that_do_not_add_up_are_none() -> None:
    truth = made(3, ["no", "yes"], ENGLISH, has_predictions=False)
    for row in truth.rows:
        row[0] = "0.9"
        row[1] = "0.8"
    with pytest.raises(NoRowsError):
        read(truth.text())


def test_two_flags_with_the_same_classes_are_told_apart_by_name_or_both_offered() -> None:
    head = "確率：0,確率：1,member,left"
    lines = [f"0.{at % 10},{1 - at % 10 / 10:.1f},{at % 2},{at // 2 % 2}" for at in range(50)]
    text = "\n".join([head, *lines])
    assert {read(text).rows.target, *(name for name, _ in read(text).choices)} == {"member", "left"}
    assert read(text, "left").rows.target == "left"
    named = text.replace("確率：", "left = ")
    assert (read(named).rows.target, read(named).choices) == ("left", [])


def test_shares_may_be_written_in_per_cent() -> None:
    text = "確率：a,確率：b,c\n" + "\n".join(f"{at % 101}%,{100 - at % 101}%,{'ab'[at % 2]}" for at in range(60))
    assert list(read(text).rows.new_probabilities[0])[:3] == [0.0, 0.01, 0.02]
    plain = read(text.replace("%", "")).rows
    assert list(plain.new_probabilities[0])[:3] == pytest.approx([0.0, 0.01, 0.02])


def test_of_two_classes_one_column_of_probabilities_is_enough() -> None:
    text = "Probability of yes,c\n" + "\n".join(f"0.{at % 10},{'yes' if at % 3 else 'no'}" for at in range(60))
    rows = read(text).rows
    assert rows.classes == ("no", "yes")
    assert [one + other for one, other in zip(*rows.new_probabilities, strict=True)] == [1.0] * 60


@pytest.mark.parametrize("broken", ["", "x", "nan", "inf", "1_0", "0.5.5", "−"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_row_with_a_broken_number_is_left_out_and_the_others_keep_their_places(broken: str, quoting: int) -> None:
    truth = made(2, ["no", "yes"], ENGLISH, count=60)
    truth.rows[7][2] = broken
    truth.rows[9][-1] = ""
    rows = read(truth.text(quoting=quoting)).rows
    kept = [at for at in range(60) if at not in {7, 9}]
    assert (list(rows.places), rows.left_out) == (kept, 2)
    assert list(rows.actual) == [truth.actual[at] for at in kept]
    assert list(rows.new_probabilities[1]) == [truth.likely["yes"][at] for at in kept]


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_row_with_too_many_or_too_few_fields_is_left_out(quoting: int) -> None:
    truth = made(2, ["no", "yes"], ENGLISH, count=60)
    truth.rows[7].append("more")
    truth.rows[8] = truth.rows[8][:-1]
    truth.rows[9] = []
    rows = read(truth.text(quoting=quoting)).rows
    assert list(rows.actual) == [truth.actual[at] for at in range(60) if at not in {7, 8, 9}]
    assert rows.left_out == 2


@pytest.mark.parametrize("at", [5, 9_000])
def test_a_quote_anywhere_changes_nothing_of_the_rest(at: int) -> None:
    truth = made(4, ["no", "yes"], ENGLISH, count=10_000)
    truth.rows[at][-6] = 'a "quoted", name\nof two lines'
    holds(read(truth.text()), truth)


def test_classes_that_no_row_of_the_beginning_has_are_found_by_their_columns() -> None:
    truth = made(6, ["a", "b", "c"], ENGLISH, count=600)
    for at in range(500):
        truth.actual[at] = truth.rows[at][-1] = "ab"[at % 2]
    holds(read(truth.text()), truth)


def test_a_damaged_class_and_headings_in_the_midst_change_nothing_of_the_rest() -> None:
    truth = made(8, ["no", "yes"], ENGLISH, count=200)
    truth.rows[3][-1] = "?"
    truth.rows.insert(50, truth.head)
    rows = read(truth.text()).rows
    assert (rows.count, rows.left_out, rows.classes) == (200, 1, ("no", "yes"))
    assert list(rows.actual)[3] == "?"
    assert list(rows.new_probabilities[0]) == truth.likely["no"]


def test_headings_in_the_midst_are_no_row_where_there_are_no_numbers_either() -> None:
    head = "churned (prediction),churned"
    rows = read("\n".join([head, *["yes,no", "no,no"] * 20, head, *["yes,yes"] * 9])).rows
    assert (rows.count, rows.left_out, set(rows.actual)) == (49, 1, {"yes", "no"})


@given(
    fields=st.lists(
        st.lists(
            st.from_regex(r"[0-9]{0,9}\.?[0-9]{0,9}", fullmatch=True) | st.sampled_from(["", "x", "語", "-1", "1e3"]),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
        max_size=30,
    ),
)
def test_numbers_taken_from_bytes_are_those_of_their_texts(fields: list[list[str]]) -> None:
    lines = "".join(",".join(row) + "\n" for row in fields)
    found = taken(lines)
    assert found is not None
    numbers, words = found
    assert list(words) == [row[2] for row in fields]
    if isinstance(numbers, tuple):
        assert list(numbers) == [row[0] for row in fields]
    else:
        assert list(numbers) == [float(row[0]) for row in fields]
    assert taken(lines + "1,2\n") is None
    assert taken(lines + "1,2\n1,2,3,4\n") is None


def taken(lines: str) -> list[Column] | None:
    """The first of three columns, of numbers, and the last."""
    fields = fields_of(lines.encode(), ",")
    return columns_of(fields, 3, [0, 2], {0}, encoding="utf-8-sig") if fields else None


@pytest.mark.parametrize("number", ["-0.25", "0.12345678901234567", "1.5e-07", "-3", "123456789012345678", "+4", ".5"])
def test_a_number_is_taken_from_bytes_however_it_is_written(number: str) -> None:
    assert taken(f"{number},a,b\n1,a,b\n") == [array("d", [float(number), 1]), ("b", "b")]


@given(rows=st.lists(st.lists(st.text('a,"\n語', max_size=5), min_size=3, max_size=3), min_size=1, max_size=20))
def test_quoted_fields_taken_from_bytes_are_those_of_the_csv_module(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    found = taken(written.getvalue())
    assert found is not None
    assert [*map(tuple, found)] == [tuple(row[0] for row in rows), tuple(row[2] for row in rows)]


@given(lines=st.text('ab,"\n', max_size=60))
@settings(max_examples=300)
def test_whatever_the_quotes_the_fields_are_those_of_the_csv_module(lines: str) -> None:
    read_by_csv = list(csv.reader(io.StringIO(lines, newline="")))
    is_open = list(csv.reader([*(lines + "\n").splitlines(keepends=True), "behind"]))[-1] != ["behind"]
    assume(not is_open)  # such a mark is made up for, which the csv module does not
    assert in_small_pieces(lines, 3) == [(row[0], row[2]) if len(row) == 3 else ("", "") for row in read_by_csv if row]


def in_small_pieces(lines: str, width: int) -> list[tuple[str, ...]]:
    """The first and the last column, of a text below headings that comes two bytes at a time."""
    head = ",".join("h" * width) + "\n"
    wanted = Wanted("utf-8", ",", width, [0, width - 1], ())
    found = batches_of(Trickling(lines.encode()), head.encode(), wanted, bool)
    return [row for batch in found if batch for row in zip(*map(tuple, batch), strict=True)]


class Trickling(io.BytesIO):
    """Bytes of which a few come at a time."""

    def read(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002
        return super().read(2)


@pytest.mark.parametrize("count", [2, 3_000, 700_000])
@pytest.mark.parametrize("line", ['"0.5,yes', '0.5,"yes', '"0.5,0.5"x,"yes', '"'])
def test_a_quotation_mark_that_is_never_closed_breaks_one_row_and_not_all_below(line: str, count: int) -> None:
    lines = ["churned (prediction),churned", *["yes,yes", "no,no"] * 20, line, *["yes,no", "no,no"] * (count // 2)]
    rows = read("\n".join(lines)).rows
    assert (rows.count, rows.left_out) == (40 + count, 1)


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("shift", [0, 1, 2])
def test_japanese_rows_are_read_wherever_the_sample_of_them_ends(mark: str, shift: int) -> None:
    fields = ["はい" if at % 3 else "いいえ" for at in range(9_000)]
    text = f"{mark}解約,解約(予測),備考{'x' * shift}\n" + "".join(f"{one},{one},備考の文字列です\n" for one in fields)
    assert len(text.encode()) > 1 << 18
    assert list(read(text).rows.actual) == fields


@given(content=st.binary(max_size=300) | st.text('abc,\t"\n01.%確率予測(前回)_', max_size=300).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_no_bytes_raise_but_what_is_promised(content: bytes) -> None:
    with contextlib.suppress(NoRowsError, NoTableError, TooLongError):
        assert read(content).rows.count
