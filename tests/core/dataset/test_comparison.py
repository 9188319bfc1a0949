"""What is other than in the training file, or than last time."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from epa_gui.core.dataset.comparison import against_last, against_training, nothing_to_learn, without_target
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.core.store.rows import profile_in, profile_values
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import rows

K = FindingKind
Make = Callable[[int], str]


def table(*columns: str, count: int = 200, classes: str = "yes no") -> str:
    """A file with columns of numbers, but for `target`, which has these classes, and `day`."""
    labels = classes.split()

    def row(at: int) -> str:
        made = {"target": labels[at % len(labels)], "day": f"2026-01-{at % 28 + 1:02}"}
        return ",".join(made.get(column, str(at)) for column in columns)

    return rows(count, row, ",".join(columns))


@pytest.fixture
def last(checked: Checked) -> Profile:
    """What was sent last."""
    reading = checked(table("a", "b", "day", "target"))
    return Profile("model", "job", 0.0, "last.csv", reading.columns, reading.rows, reading.size, "sent", reading.sha256)


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        (table("a", "b", "day", "target", count=201), []),
        (table("target", "day", "b", "a"), []),
        (table("a", "day", "target"), [Finding(K.COLUMN_GONE, 1, name="b", count=1, values=("b",))]),
        (table("a", "b", "x", "day", "target", "y"), [Finding(K.COLUMN_NEW, 1, 3, "x", 2, values=("x", "y"))]),
        (
            table("a", "b", "day", "target", classes="yes maybe"),
            [
                Finding(K.LABELS_GONE, 0, 4, "target", 1, values=("", "no")),
                Finding(K.LABELS_NEW, 0, 4, "target", 1, values=("", "maybe")),
            ],
        ),
        (
            table("a", "b", "day", "target", classes="1 2"),
            [Finding(K.TYPE_CHANGED, column=4, name="target", values=("text", "number"))],
        ),
        (table("a", "b", "day", "target", count=99), [Finding(K.ROWS_CHANGED, count=99, total=200)]),
        (table("a", "b", "day", "target", count=100), []),
        (table("a", "b", "day", "target", count=401), [Finding(K.ROWS_CHANGED, count=401, total=200)]),
        (table("a", "b", "day", "target"), [Finding(K.SAME_AS_LAST, values=("last.csv",))]),
    ],
)
def test_what_is_other_than_last_time_is_told(
    checked: Checked, last: Profile, content: str, findings: list[Finding]
) -> None:
    assert list(against_last(checked(content), last)) == findings


def test_a_column_of_another_type_is_told(checked: Checked, last: Profile) -> None:
    content = table("a", "b", "day", "target").replace("2026-01-", "2026")
    (finding,) = against_last(checked(content), last)
    assert finding == Finding(K.TYPE_CHANGED, column=3, name="day", values=("date", "number"))


def test_a_missing_target_is_told_by_itself(checked: Checked, last: Profile) -> None:
    found = list(against_last(checked(table("a", "day")), last, target="target"))
    assert [finding.kind for finding in found] == [K.TARGET_GONE, K.COLUMN_GONE]
    assert found[0].name == "target"
    assert found[1].values == ("b",)


@pytest.mark.parametrize("names", [("a", "day"), ("a", "b", "day"), ("a", "Target", "day"), ("a", "my target")])
def test_a_missing_target_is_told_though_no_file_was_sent_before(checked: Checked, names: tuple[str, ...]) -> None:
    reading = checked(table(*names))
    assert list(without_target(reading, "target", reading.findings)) == [Finding(K.TARGET_GONE, 1, name="target")]


def test_a_target_that_is_there_or_not_known_is_not_missed(checked: Checked) -> None:
    reading = checked(table("a", "target"))
    assert not [*without_target(reading, "target"), *without_target(reading, "")]


@pytest.mark.parametrize(
    "content",
    [
        table("a", "b", "target "),  # its name is to be cleaned
        table("a", "\u200btarget", "b"),
        "Report,,\n" + table("a", "b", "target"),  # the names come later
        table("a", "b", "day").split("\n", 1)[1],  # there are no names at all
    ],
)
def test_a_target_is_not_missed_where_all_names_are_in_doubt(checked: Checked, content: str) -> None:
    reading = checked(content)
    assert reading.findings
    assert not list(without_target(reading, "target", reading.findings))


def test_a_missing_target_is_told_once(checked: Checked, last: Profile) -> None:
    for names in (("a", "day"), ("a", "b", "day", "Target"), ("x", "y")):
        reading = checked(table(*names))
        told = list(against_last(reading, last, target="target"))
        assert {finding.kind for finding in told} & {K.TARGET_GONE, K.NAMES_OTHERWISE, K.OTHER_DATA}
        assert not list(without_target(reading, "target", told))


def test_classes_of_the_target_alone_are_compared_once_it_is_known(checked: Checked, last: Profile) -> None:
    other = checked(table("a", "b", "day", "target", classes="yes maybe"))
    assert list(against_last(other, last, target="b")) == []
    assert [finding.values[0] for finding in against_last(other, last, target="target")] == ["target", "target"]


def test_rows_and_classes_are_compared_at_the_end_only(checked: Checked, last: Profile) -> None:
    other = checked(table("a", "day", "target", count=50, classes="yes maybe"))
    found = list(against_last(replace(other, is_whole=False), last))
    assert [finding.kind for finding in found] == [K.COLUMN_GONE]


def test_a_column_that_is_empty_now_has_not_changed_its_type(checked: Checked, last: Profile) -> None:
    content = rows(200, lambda at: f"{at},,2026-01-01,{'yes' if at % 2 else 'no'}", "a,b,day,target")
    assert list(against_last(checked(content), last)) == []


@pytest.mark.parametrize(
    ("columns", "missing", "extra", "values"),
    [
        (["a", "b"], 0, 0, ()),
        (["b", "a"], 0, 0, ()),
        (["a"], 1, 0, ("b", "")),
        (["a", "b", "c"], 0, 1, ("", "c")),
        (["a", "c"], 1, 1, ("b", "c")),
        (["a", "a"], 1, 1, ("b", "a")),
    ],
)
def test_an_evaluation_file_needs_the_same_columns(
    checked: Checked, columns: list[str], missing: int, extra: int, values: tuple[str, ...]
) -> None:
    training, evaluation = checked(table("a", "b")), checked(table(*columns, count=20), is_training=False)
    expected = [Finding(K.COLUMNS_DIFFER, 1, count=missing, total=extra, values=values)] if values else []
    assert list(against_training(evaluation, training)) == expected


def test_the_same_content_twice_is_told(checked: Checked) -> None:
    training, evaluation = checked(table("a", "b")), checked(table("a", "b"), is_training=False)
    assert list(against_training(evaluation, training)) == [Finding(K.SAME_FILE_TWICE)]


def test_nothing_is_compared_before_there_are_names(checked: Checked, last: Profile) -> None:
    nothing = checked(b"")
    assert list(against_last(nothing, last)) == []
    assert list(against_training(nothing, checked(table("a", "b")))) == []


# What is known of last time, and what is not


def _row_with(make: Make) -> Make:
    return lambda at: f'{at}.5,"{make(at)}"'


def both(checked: Checked, before: Make, now: Make, count: int = 300, target: str = "") -> list[Finding]:
    """What is found in a file beside the one sent last; each has a column `b` made of the row's number."""
    files = [rows(count, _row_with(make), "a,b") for make in (before, now)]
    readings = [checked(content, target=target) for content in files]
    kept = Profile("m", "j", 0.0, "last.csv", readings[0].columns, count, 1, "", "")
    return list(against_last(readings[1], profile_in(dict(zip(NAMES, profile_values(kept), strict=True))), target))


NAMES = ("model", "job", "sent_at", "file_name", "rows", "size", "sha256", "file_sha256", "columns")


def two(at: int) -> str:
    """Two classes."""
    return "yes" if at % 2 else "no"


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (two, lambda at: f"class {at % 150}", [K.LABELS_GONE, K.LABELS_NEW]),
        (two, lambda at: f"class {at % 149}" if at % 3 else "yes", [K.LABELS_GONE, K.LABELS_NEW]),
        (two, lambda at: f"some text about {at}", [K.TARGET_NO_CLASSES]),
        (two, lambda at: f"{at}" + "long " * 50, [K.TARGET_NO_CLASSES]),
        (two, lambda at: f"class {at % 250}", [K.TARGET_NO_CLASSES]),
        (lambda at: f"class {at % 150}", lambda at: f"class {at % 149}", [K.LABELS_GONE]),
        (lambda at: f"class {at % 199}", lambda at: f"class {at % 200}", [K.LABELS_NEW]),
        (lambda at: f"class {at % 200}", lambda at: f"class {at * 7 % 200}", []),
        (lambda at: f"text {at}", lambda at: f"text {at + 1}", []),  # never had classes
        (lambda at: f"{at % 90}", lambda at: f"{at % 190}", []),  # numbers to be predicted are no classes
        (lambda at: f"{at % 90}", lambda at: f"{at}", []),
        (lambda at: f"{at % 2}", lambda at: f"{at % 3}", [K.LABELS_NEW]),
        (lambda at: f"2024-01-{at % 28 + 1:02}", lambda at: f"2024-02-{at % 28 + 1:02}", []),
    ],
)
def test_classes_of_a_known_target_are_compared_up_to_200(
    checked: Checked, before: Make, now: Make, found: list[FindingKind]
) -> None:
    assert [finding.kind for finding in both(checked, before, now, target="b")] == found


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (lambda at: "-" if at == 9 else f"{at}", lambda at: f"{at}", ("text", "number")),
        (lambda at: f"{at}", lambda at: "-" if at == 9 else f"{at}", ("number", "text")),
        (lambda at: f"2024-01-{at % 28 + 1}", lambda at: f"2024/01/{at % 28 + 1}T10:00", ("date", "text")),
        (lambda at: f"2024-01-{at % 28 + 1}", lambda at: "1969-12-31" if at == 5 else "2024-01-01", ("date", "text")),
        (lambda at: f"{at}" if at % 100 < 51 else f"A{at}", lambda at: f"{at}" if at % 100 < 49 else f"A{at}", ()),
        (lambda at: "-" if at == 9 else f"{at}", lambda at: "n/a" if at == 80 else f"{at}", ()),
        (lambda at: f"{at}", lambda at: f"{at}.5", ()),
    ],
)
def test_the_type_that_counts_is_the_one_the_service_sees(
    checked: Checked, before: Make, now: Make, change: tuple[str, ...]
) -> None:
    told = [finding.values for finding in both(checked, before, now) if finding.kind is K.TYPE_CHANGED]
    assert told == ([change] if change else [])


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (lambda at: f"{at:04}", lambda at: f"{at}", K.LEADING_ZEROS_GONE),
        (
            lambda at: f"{at % 28 + 1}/{at % 12 + 1}/2024",
            lambda at: f"{at % 12 + 1}/{at % 28 + 1}/2024",
            K.DAY_ORDER_CHANGED,
        ),
        (lambda at: f"{1990 + at % 30}", lambda at: f"{at}", K.MAY_BE_DATES_CHANGED),
        (lambda at: f"2023{at % 12 + 1:02}", lambda at: f"2024{at % 13 + 1:02}", K.MAY_BE_DATES_CHANGED),
        (lambda at: f"202301{at % 28 + 1:02}", lambda at: f"{20230100 + at % 28 + 10}", K.MAY_BE_DATES_CHANGED),
    ],
)
def test_what_a_spreadsheet_or_a_new_month_does_to_a_column_is_told(
    checked: Checked, before: Make, now: Make, kind: FindingKind
) -> None:
    (finding,) = both(checked, before, now)
    assert (finding.kind, finding.column, finding.name) == (kind, 2, "b")
    assert both(checked, before, before) != [finding]


@pytest.mark.parametrize(
    "make",
    [
        lambda at: f"{at:04}",
        lambda at: f"{at}",
        lambda at: f"{1990 + at % 30}",
        lambda at: f"{at % 28 + 1}/{at % 12 + 1}/2024",
        lambda at: f"{at * 977:,}",
        lambda at: "-" if at % 9 == 0 else f"{at}",
        lambda at: ("yes", "no", "maybe")[at % 3],
    ],
)
def test_the_next_month_of_the_same_is_no_change(checked: Checked, make: Make) -> None:
    assert both(checked, make, lambda at: make(at + 84)) == []


@pytest.mark.parametrize("kind", ["number", "date"])
def test_what_an_earlier_version_did_not_keep_is_not_known(checked: Checked, kind: str) -> None:
    stored = [{"name": "a", "type": "number", "empty": 0, "labels": []}]
    stored += [{"name": "b", "type": kind, "empty": 0, "labels": []}]
    values = ("m", "j", 0.0, "last.csv", 300, 1, "", "", json.dumps(stored))
    last = profile_in(dict(zip(NAMES, values, strict=True)))
    makes: list[Make] = [two, lambda at: f"{at:04}", lambda at: f"text {at}", lambda at: f"{at}/1/2024"]
    for make in makes:
        content = rows(300, _row_with(make), "a,b")
        for target in ("", "b"):
            assert list(against_last(checked(content, target=target), last, target)) == []


def test_a_column_that_was_mostly_text_was_text_also_for_earlier_versions(checked: Checked) -> None:
    columns = (ColumnProfile("a", ColumnType.NUMBER), ColumnProfile("b", ColumnType.TEXT, labels=("no", "yes")))
    last = Profile("m", "j", 0.0, "last.csv", columns, 300, 1, "", "")
    (finding,) = against_last(checked(rows(300, lambda at: f"{at},{at}")), last)
    assert finding.values == ("text", "number")
    (finding,) = against_last(checked(rows(300, lambda at: f"{at},text {at}"), target="b"), last, "b")
    assert finding.kind is K.TARGET_NO_CLASSES
    assert finding.values == ("target", "no", "yes")


@pytest.mark.parametrize(
    ("head", "make", "names"),
    [
        ("customer_id,plan", lambda at: f"C{at:05},{two(at)}", ("customer_id",)),
        ("id,plan", lambda at: f"{at},{two(at)}", ("id",)),
        ("会員番号,plan,name", lambda at: f"{at},{two(at)},Name {at}", ("会員番号", "name")),
        ("price,plan", lambda at: f"{at},{two(at)}", ()),
        ("paid,day", lambda at: f"{at}.5,2024-01-{at % 28 + 1}", ()),
        ("code,plan", lambda at: f"C{at % 90},{two(at)}", ()),
    ],
)
def test_columns_of_ids_are_told(checked: Checked, head: str, make: Make, names: tuple[str, ...]) -> None:
    for count in (300, 3000):
        found = list(nothing_to_learn(checked(rows(count, make, head))))
        assert [finding.values for finding in found] == ([names] if names else [])


def test_the_column_to_predict_is_no_column_of_ids(checked: Checked) -> None:
    reading = checked(rows(300, lambda at: f"N{at},{two(at)},text {at}", "id,plan,answer"), target="answer")
    assert [finding.values for finding in nothing_to_learn(reading, "answer")] == [("id",)]


def test_a_model_for_time_series_takes_no_evaluation_file(checked: Checked) -> None:
    training, evaluation = checked(table("a", "b")), checked(table("a", "b", count=20), is_training=False)
    found = against_training(evaluation, training, is_time_series=True)
    assert [finding.kind for finding in found] == [K.EVALUATION_OF_TIME_SERIES]
    assert list(against_training(evaluation, training)) == []
