"""What results tell is read whatever their files are called and however written; the rest is said to be unread."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epa_gui.core.results.content import (
    ConfusionMatrix,
    ContradictionKind,
    Direction,
    MetricKind,
    PredictionKind,
    ResultsContent,
    UnreadReason,
)
from epa_gui.core.results.content_reader import read_content
from epa_gui.core.results.members import FileMember, FolderMembers, UnreadableMemberError, ZipMembers
from epa_gui.practice.baseline import Learned, learn, original
from epa_gui.practice.results_words import ResultsStyle
from epa_gui.practice.results_zip import Opponent, make_results
from epa_gui.practice.table import Table
from tests.core.results.tables import MadeMembers, content_of

STYLES = [
    ResultsStyle("en"),
    ResultsStyle("ja", encoding="cp932"),
    ResultsStyle("ja", encoding="utf-8", delimiter="\t", has_corner=False),
    ResultsStyle("en", encoding="utf-16", has_corner=False),
]


def binary(chance: random.Random) -> Table:
    rows = []
    for at in range(500):
        size, leaves = chance.random(), chance.random() < 0.4
        shade = size + leaves * 0.4
        rows.append([f"C{at}", f"{shade:.3f}", chance.choice("xyz"), "はい" if leaves else "いいえ"])
    return Table(("顧客", "濃さ", "区分", "解約"), rows)


def classes(chance: random.Random) -> Table:
    kinds = {"a": 1.0, "b": 2.0, "c": 3.0}
    rows = [
        [f"{chance.gauss(middle, 0.7):.2f}", chance.choice("rgb"), kind]
        for _ in range(200)
        for kind, middle in kinds.items()
    ]
    return Table(("size", "colour", "kind"), rows)


def numbers(chance: random.Random) -> Table:
    sizes = [chance.uniform(20, 120) for _ in range(400)]
    return Table(("size", "price"), [[f"{size:.1f}", f"{size * 1000 + chance.gauss(0, 9000):.0f}"] for size in sizes])


def series(chance: random.Random) -> Table:
    value, rows = 100.0, []
    for at in range(300):
        value = 100 + 0.8 * (value - 100) + chance.gauss(0, 5)
        rows.append([f"{date(2024, 1, 1) + timedelta(at)}", f"{value:.2f}"])
    return Table(("day", "sales"), rows)


KINDS: dict[PredictionKind, Callable[[random.Random], Table]] = {
    PredictionKind.BINARY: binary,
    PredictionKind.MULTI_CLASS: classes,
    PredictionKind.REGRESSION: numbers,
    PredictionKind.TIME_SERIES: series,
}


def practised(kind: PredictionKind, style: ResultsStyle, seed: int = 1) -> tuple[bytes, Table, Learned, Learned]:
    """Results as the practice service writes them, and what they are made of."""
    table = KINDS[kind](random.Random(seed))
    learned, judged_by = learn(table, None)
    against = original(table, learned.kind)
    assert against is not None
    return (
        make_results(learned, judged_by, Opponent(against, "original"), style, held_out=True),
        judged_by,
        learned,
        against,
    )


def files_in(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def read_zip(content: bytes) -> ResultsContent:
    return read_content(MadeMembers(*files_in(content)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES, ids=repr)
@pytest.mark.parametrize("has_rows", [True, False])
def test_practice_results_read_back_to_the_true_figures(
    kind: PredictionKind, style: ResultsStyle, has_rows: bool
) -> None:
    made, judged_by, learned, against = practised(kind, replace(style, has_rows=has_rows))
    found = read_zip(made)
    assert found.kind is kind
    assert (found.contradictions, found.unread) == ((), ())
    assert all(one.kind is not None and one.this is not None and one.previous is not None for one in found.measures)
    assert [one.column for one in found.contributions] == [name for name, _ in learned.contributions]
    assert [one.column for one in found.previous_contributions] == [name for name, _ in against.contributions]
    assert (found.rows is not None) is has_rows
    actual = [row[-1] for row in judged_by.rows]
    if kind is PredictionKind.BINARY or kind is PredictionKind.MULTI_CLASS:
        assert found.matrix is not None
        assert found.matrix.direction is not Direction.UNKNOWN
        were = dict(zip(found.matrix.labels, map(sum, found.matrix.counts), strict=True))
        assert were == {name: actual.count(name) for name in found.matrix.labels}, "the rows are what was"
        assert found.tendency is not None
        assert found.row_count == found.tendency.total == len(actual)
        accuracy = next(one for one in found.measures if one.kind is MetricKind.ACCURACY)
        right = found.tendency.both_right + found.tendency.new_only
        assert accuracy.this == pytest.approx(right / len(actual), abs=1e-4)
    if found.rows is not None:
        assert found.rows.target == judged_by.columns[-1]
        later = actual[1:] if kind is PredictionKind.TIME_SERIES else actual
        assert [*found.rows.actual] == later or [*found.rows.actual_values] == [float(text) for text in later]


def test_the_newer_model_is_not_mistaken_for_the_older() -> None:
    made, *_ = practised(PredictionKind.BINARY, STYLES[1])
    found = read_zip(made)
    assert found.rows is not None
    assert found.matrix is not None
    assert found.previous_matrix is not None
    for matrix, said in ((found.matrix, found.rows.new), (found.previous_matrix, found.rows.old)):
        pairs = list(zip(found.rows.actual, said, strict=True))
        for actual, line in zip(matrix.labels, matrix.counts, strict=True):
            assert list(line) == [pairs.count((actual, predicted)) for predicted in matrix.labels]


@pytest.mark.parametrize("rename", ["out/2026/{}", "結果\\{}", "March - {}", "retrain_{}", "20261105-{}", "UPPER"])
def test_names_are_known_in_any_folder_and_case_and_with_what_people_add(rename: str) -> None:
    made, *_ = practised(PredictionKind.BINARY, STYLES[0])
    files = [(name.upper() if rename == "UPPER" else rename.format(name), content) for name, content in files_in(made)]
    expected, found = read_zip(made), content_of(*files)
    assert (found.kind, found.unread, found.contradictions) == (expected.kind, (), ())
    assert [one.this for one in found.measures] == [one.this for one in expected.measures]
    assert (found.matrix and found.matrix.counts) == (expected.matrix and expected.matrix.counts)
    assert (found.tendency, found.row_count) == (expected.tendency, expected.row_count)


def test_a_copy_numbered_by_a_browser_is_known_too() -> None:
    text = ",今回,前回\nAUC,0.8,0.7"
    for name in (
        "metrics_comparison (2).csv",
        "metrics_comparison - コピー.csv",
        "metrics-comparison.tsv",
        "METRICS COMPARISON.CSV",
    ):
        assert content_of((name, text)).measures[0].previous == 0.7, name


def test_files_under_other_names_are_known_by_what_they_say() -> None:
    made, *_ = practised(PredictionKind.MULTI_CLASS, STYLES[0])
    names = {
        "metrics_comparison.csv": "a.csv",
        "evaluation_raw_data.csv": "b.csv",
        "evaluation_results_comparison.csv": "c.csv",
    }
    names |= {"confusion_matrix.csv": "d.csv", "confusion_matrix_previous_model.csv": "d (previous).csv"}
    names |= {"analysis_summary.csv": "e.csv", "analysis_summary_previous_model.csv": "前回 e.csv"}
    expected = read_zip(made)
    found = content_of(*((names.get(name, name), content) for name, content in files_in(made)))
    assert (found.kind, found.unread, found.contradictions) == (expected.kind, (), ())
    assert [(one.name, one.this, one.previous) for one in found.measures] == [
        (one.name, one.this, one.previous) for one in expected.measures
    ]
    assert found.matrix is not None
    assert expected.matrix is not None
    assert found.matrix.counts == expected.matrix.counts
    assert (found.tendency, found.contributions, found.previous_contributions) == (
        expected.tendency,
        expected.contributions,
        expected.previous_contributions,
    )


@pytest.mark.parametrize(
    "name",
    [
        "notes.csv",
        "metrics_comparison.csv.bak",
        "__MACOSX/metrics_comparison.csv",
        "._metrics_comparison.csv",
        "biometrics.json",
    ],
)
def test_what_is_none_of_the_files_says_nothing(name: str) -> None:
    assert content_of((name, "a,b\n1,2" if name == "notes.csv" else ",今回,前回\nAUC,0.8,0.7")) == ResultsContent()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("metrics_comparison.csv", "x,A,B\nAUC,0.8,0.9", UnreadReason.WHOSE),
        ("metrics_comparison.csv", "hello", UnreadReason.HEADINGS),
        ("metrics.csv", "", UnreadReason.NO_TABLE),
        ("metrics.csv", b"\x81\x00\xff", UnreadReason.NO_TABLE),
        ("metrics.csv", "metric,value\n" + "x,1\n" * 900_000 * 2, UnreadReason.TOO_LONG),
        ("confusion_matrix.csv", ",a,b\nc,1,2\nd,3,4", UnreadReason.HEADINGS),
        ("analysis_summary.csv", "x,A\nage,1", UnreadReason.HEADINGS),
        ("evaluation_raw_data.csv", "x,A,B\n1,2,3", UnreadReason.HEADINGS),
        ("evaluation_results_comparison.csv", "x,A,B\nC,1,2", UnreadReason.HEADINGS),
        ("evaluation_results_comparison.csv", UnreadableMemberError("encrypted"), UnreadReason.UNREADABLE),
        ("metrics_comparison.csv", zipfile.BadZipFile("bad"), UnreadReason.UNREADABLE),
    ],
)
def test_a_file_that_should_tell_something_and_does_not_is_named(
    name: str, content: object, reason: UnreadReason
) -> None:
    found = content_of((name, content), ("analysis_summary_previous_model.csv", "column,contribution\nage,1"))  # type: ignore[arg-type]
    assert [(one.file, one.reason) for one in found.unread] == [(name, reason)]
    assert found.previous_contributions, "the others still count"


def test_two_entries_of_one_name_with_different_figures_are_told_and_neither_is_used() -> None:
    first, second = "metric,value\nAUC,0.8", "metric,value\nAUC,0.9"
    for names in (("metrics.csv", "metrics.csv"), ("a/metrics.csv", "b/METRICS.csv")):
        found = content_of((names[0], first), (names[1], second))
        assert not found.measures
        assert [(one.file, one.reason) for one in found.unread] == [(name, UnreadReason.TWICE) for name in names]
        assert [one.kind for one in found.contradictions] == [ContradictionKind.TWICE]
        same = content_of((names[0], first), (names[1], first.encode("utf-8-sig")))
        assert [one.this for one in same.measures] == [0.8]
        assert not same.unread


def test_two_files_of_rows_that_differ_are_not_used_either() -> None:
    made, *_ = practised(PredictionKind.REGRESSION, STYLES[0])
    rows = dict(files_in(made))["evaluation_raw_data.csv"]
    assert content_of(("evaluation_raw_data.csv", rows), ("x/evaluation_raw_data.csv", rows)).rows is not None
    assert content_of(("evaluation_raw_data.csv", rows), ("x/evaluation_raw_data.csv", rows[:-9])).rows is None


def test_a_zip_a_folder_and_one_file_tell_the_same(tmp_path: Path) -> None:
    made, *_ = practised(PredictionKind.BINARY, STYLES[0])
    path, folder = tmp_path / "results.zip", tmp_path / "folder"
    path.write_bytes(made)
    for name, content in files_in(made):
        target = folder / "inner" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    packed = ZipMembers(path)
    of_zip, of_folder = read_content(packed), read_content(FolderMembers(folder))
    packed.close()
    assert [one.this for one in of_zip.measures] == [one.this for one in of_folder.measures]
    assert of_zip.tendency == of_folder.tendency
    alone = read_content(FileMember(folder / "inner" / "metrics_comparison.csv"))
    assert [one.previous for one in alone.measures] == [one.previous for one in of_zip.measures]


def test_what_is_no_zip_is_said_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "results.zip").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(OSError, match="zip"):
        ZipMembers(tmp_path / "results.zip")


def test_where_several_columns_may_be_the_target_the_metrics_decide() -> None:
    chance = random.Random(3)
    lines = ["確率：0,確率：1,flag,left"]
    right = 0
    for _ in range(400):
        share, left = chance.random(), chance.random()
        lines.append(f"{1 - share:.4f},{share:.4f},{chance.choice('01')},{int(left < share)}")
        right += (share > 0.5) == (left < share)
    rows = ("evaluation_raw_data.csv", "\n".join(lines))
    found = content_of(rows, ("metrics.csv", f"metric,value\nAccuracy,{right / 400:.4f}"))
    assert found.rows is None, "which class is taken for predicted is itself a guess here"
    assert found.unread[0].said == "flag, left"
    told = content_of(rows, target="left")
    assert told.rows is not None
    assert told.rows.target == "left"


def _without_target(content: bytes, style: ResultsStyle, heading: str | None) -> bytes:
    """The rows without the column that was predicted, which is the last one, or with another heading over it."""
    rows = list(csv.reader(io.StringIO(content.decode(style.encoding), newline=""), delimiter=style.delimiter))
    rows = [row[:-1] for row in rows] if heading is None else [[*rows[0][:-1], heading], *rows[1:]]
    return _written(rows, style)


@pytest.mark.parametrize("kind", [PredictionKind.BINARY, PredictionKind.MULTI_CLASS])
@pytest.mark.parametrize("style", STYLES, ids=repr)
@pytest.mark.parametrize("heading", [None, "今回", "prediction"])
def test_what_was_predicted_is_never_taken_for_what_was(
    kind: PredictionKind, style: ResultsStyle, heading: str | None
) -> None:
    made, *_ = practised(kind, style)
    expected, name = read_zip(made), "evaluation_raw_data.csv"
    files = dict(files_in(made))
    files[name] = _without_target(files[name], style, heading)
    found = content_of(*files.items())
    assert (found.rows, [(one.file, one.reason) for one in found.unread]) == (None, [(name, UnreadReason.HEADINGS)])
    assert (found.tendency, found.contradictions) == (expected.tendency, ())


@pytest.mark.parametrize("kind", [PredictionKind.BINARY, PredictionKind.MULTI_CLASS])
def test_nor_where_nothing_but_its_values_says_that_it_was_predicted(kind: PredictionKind) -> None:
    made, *_ = practised(kind, STYLES[0])
    expected, name = read_zip(made), "evaluation_raw_data.csv"
    files = dict(files_in(made))
    head, rows = _without_target(files[name], STYLES[0], None).decode("utf-8-sig").split("\r\n", 1)
    files[name] = "\r\n".join([",".join(["A", *head.split(",")[1:]]), rows]).encode()
    found = content_of(*files.items())
    assert (found.rows, found.tendency, found.contradictions) == (None, expected.tendency, ())


@pytest.mark.parametrize("heading", ["予測対象", "Demand forecast", "需要予測"])
def test_a_target_may_have_a_word_for_predicting_in_its_own_name(heading: str) -> None:
    rows = [[heading, f"{heading} (forecast)", "Probability of no", "Probability of yes"]]
    rows += [["yes" if at % 3 else "no", "no" if at % 2 else "yes", str(at % 2), str(1 - at % 2)] for at in range(40)]
    found = content_of(("evaluation_raw_data.csv", "\n".join(map(",".join, rows))))
    assert found.rows is not None
    assert (found.rows.target, [*found.rows.actual]) == (heading, [row[0] for row in rows[1:]])


SOME = [PredictionKind.BINARY, PredictionKind.MULTI_CLASS, PredictionKind.REGRESSION]


@given(kind=st.sampled_from(SOME), style=st.sampled_from(STYLES), seed=st.integers(0, 5), data=st.data())
@settings(max_examples=60, deadline=None)
def test_columns_in_any_order_change_nothing(
    kind: PredictionKind, style: ResultsStyle, seed: int, data: st.DataObject
) -> None:
    made, *_ = practised(kind, style, seed)
    expected = read_zip(made)
    files = []
    for name, content in files_in(made):
        if name.startswith(("metrics", "evaluation_raw", "analysis")):
            order = data.draw(st.randoms(use_true_random=False))
            content = _shuffled(content, style, order)  # noqa: PLW2901
        files.append((name, content))
    found = content_of(*files)
    assert (found.contradictions, found.unread, found.kind) == ((), (), expected.kind)
    assert [(one.this, one.previous) for one in found.measures] == [
        (one.this, one.previous) for one in expected.measures
    ]
    assert (found.tendency, found.contributions) == (expected.tendency, expected.contributions)
    assert (found.rows and found.rows.new) == (expected.rows and expected.rows.new)


@given(kind=st.sampled_from(list(KINDS)), style=st.sampled_from(STYLES), data=st.data())
@settings(max_examples=80, deadline=None)
def test_damage_never_raises_and_never_makes_a_figure_up(
    kind: PredictionKind, style: ResultsStyle, data: st.DataObject
) -> None:
    made, *_ = practised(kind, style)
    expected = read_zip(made)
    files = files_in(made)
    place = data.draw(st.integers(1, len(files) - 1))
    name, content = files[place]
    how = data.draw(st.sampled_from(["heading", "column", "double", "field", "cut", "bytes"]))
    files[place] = name, _damaged(content, style, how, data)
    found = content_of(*files)
    if how in {"heading", "column", "double"}:  # no figure was changed, so none may come out otherwise
        true = {(one.kind, one.horizon): one for one in expected.measures}
        for one in found.measures:
            is_known = (one.kind, one.horizon) in true
            assert one.this is None or (is_known and one.this == true[one.kind, one.horizon].this)
            assert one.previous is None or (is_known and one.previous == true[one.kind, one.horizon].previous)
        assert found.tendency in {None, expected.tendency} or how == "double"
        for matrix, known in ((found.matrix, expected.matrix), (found.previous_matrix, expected.previous_matrix)):
            assert matrix is None or matrix.direction is Direction.UNKNOWN or matrix.counts == (known and known.counts)
        if found.rows is not None and expected.rows is not None:
            assert found.rows.actual == expected.rows.actual or how == "double"
            assert not found.rows.new or found.rows.new == expected.rows.new or how == "double"
            assert not found.rows.old or found.rows.old == expected.rows.old or how == "double"
    elif how == "field" and _told(found) != _told(expected) and not found.unread and not found.contradictions:
        assert name.startswith(("analysis", "evaluation_raw", "metrics")), "a changed count shows elsewhere"


def test_a_matrix_that_does_not_say_any_more_what_stands_where_is_read_by_its_rows() -> None:
    """Found by chance: what is damaged is the word in its corner, and no count."""
    style = next(style for style in STYLES if style.has_corner and style.has_rows)
    made, *_ = practised(PredictionKind.BINARY, style)
    expected, name = read_zip(made), "confusion_matrix.csv"
    files = dict(files_in(made))
    rows = list(csv.reader(io.StringIO(files[name].decode(style.encoding), newline=""), delimiter=style.delimiter))
    rows[0][0] = ""
    files[name] = _written(rows, style)
    found = content_of(*files.items())
    assert found.matrix is not None
    assert expected.matrix is not None
    assert (expected.matrix.direction, found.matrix.direction) == (Direction.TOLD, Direction.WORKED_OUT)
    assert _told(found) == _told(expected)


def _told(content: ResultsContent) -> ResultsContent:
    """What results say, whichever way it was found; the rows apart, of which no two are the same."""

    def undirected(matrix: ConfusionMatrix | None) -> ConfusionMatrix | None:
        return matrix and replace(matrix, direction=Direction.UNKNOWN)

    matrix, previous = undirected(content.matrix), undirected(content.previous_matrix)
    return replace(content, rows=None, matrix=matrix, previous_matrix=previous)


def _shuffled(content: bytes, style: ResultsStyle, chance: random.Random) -> bytes:
    rows = list(csv.reader(io.StringIO(content.decode(style.encoding), newline=""), delimiter=style.delimiter))
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    return _written([[row[place] for place in order] for row in rows], style)


def _damaged(content: bytes, style: ResultsStyle, how: str, data: st.DataObject) -> bytes:
    """One table with a heading renamed or dropped, a field damaged, a row doubled, or its end cut off."""
    rows = list(csv.reader(io.StringIO(content.decode(style.encoding), newline=""), delimiter=style.delimiter))
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[row]) - 1))
    if how == "heading":
        rows[0][min(column, len(rows[0]) - 1)] = data.draw(st.sampled_from(["x", "", "A", "今回", "値"]))
    elif how == "column":
        rows = [[text for place, text in enumerate(one) if place != column] for one in rows]
    elif how == "field":
        rows[row][column] = data.draw(st.sampled_from(["", "x", "NaN", "-1", "1e999", "99999", "50%", '"', "\n"]))
    elif how == "double":
        rows.insert(row, rows[row])
    elif how == "cut":
        return _written(rows, style)[: data.draw(st.integers(0, len(content)))]
    else:
        changed = bytearray(content)
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
        return bytes(changed)
    return _written(rows, style)


def _written(rows: list[list[str]], style: ResultsStyle) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=style.delimiter).writerows(rows)
    return text.getvalue().encode(style.encoding)
