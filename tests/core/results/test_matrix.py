"""A confusion matrix is read with its direction, or without one where nothing tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.results.content import Direction
from epa_gui.core.results.matrix import matrix_in
from tests.core.results.tables import table

BODY = "\nyes,10,2\nno,3,40"
STRAIGHT = ((10, 2), (3, 40))


@pytest.mark.parametrize(
    ("corner", "rows_are_actual"),
    [
        ("actual \\ predicted", True),
        ("Actual/Predicted", True),
        ("predicted/actual", False),
        ("予測＼実際", False),
        ("予測値＼実測値", False),
        ("実際／予測", True),
        ("実際", True),
        ("Actual", True),
        ("予測", False),
        ("True label", True),
        ("↓Predicted →Actual", False),
        ("Predicted → / Actual ↓", True),
        ("→実際 ↓予測", False),
        ("予測→ 実際↓", True),
        ("Actual (rows) / Predicted (columns)", True),
        ("columns: actual; rows: predicted", False),
        ("行:予測 列:実際", False),
        ("", None),
        ("class", None),
        ("クラス", None),
    ],
)
def test_the_direction_is_read_from_the_corners_words(corner: str, rows_are_actual: bool | None) -> None:
    found = matrix_in(table(f"{corner},yes,no{BODY}"))
    assert found is not None
    assert (found.labels, found.counts) == (("yes", "no"), STRAIGHT)
    assert found.rows_are_actual is rows_are_actual
    known = found.as_known("f")
    assert known.counts == (STRAIGHT if rows_are_actual is not False else ((10, 3), (2, 40)))
    assert known.direction is (Direction.UNKNOWN if rows_are_actual is None else Direction.TOLD)


@pytest.mark.parametrize(
    "text",
    [
        ",Actual yes,Actual no\nPredicted yes,10,2\nPredicted no,3,40",
        ",実際:yes,実際:no\n予測:yes,10,2\n予測:no,3,40",
        ",,実際,\n,,yes,no\n予測,yes,10,2\n,no,3,40",
        ",yes,no\nPredicted: yes,10,2\nPredicted: no,3,40",
    ],
)
def test_or_from_words_beside_the_classes(text: str) -> None:
    found = matrix_in(table(text))
    assert found is not None
    assert (found.labels, found.counts, found.rows_are_actual) == (("yes", "no"), STRAIGHT, False)


@pytest.mark.parametrize(
    ("recall", "precision"), [("Recall", "Precision"), ("再現率", "適合率"), ("Recall", "精度（Precision）")]
)
def test_margins_are_no_classes_and_tell_the_direction(recall: str, precision: str) -> None:
    text = f",a,b,c,{recall}\na,1,2,3,16.7%\nb,4,5,6,33%\nc,7,8,9,37%\n{precision},8%,33%,50%,"
    found = matrix_in(table(text))
    assert found is not None
    assert (found.labels, found.rows_are_actual) == (("a", "b", "c"), True)
    assert found.counts == ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    turned = matrix_in(table(text.replace(recall, "?").replace(precision, recall).replace("?", precision)))
    assert turned is not None
    assert turned.rows_are_actual is False


def test_words_that_contradict_each_other_tell_nothing() -> None:
    found = matrix_in(table("actual \\ predicted,a,b,Precision\na,1,2,33%\nb,4,5,55%\nRecall,20%,71%,"))
    assert found is not None
    assert found.rows_are_actual is None
    assert found.is_contradictory


def test_rows_in_another_order_and_totals_are_understood() -> None:
    found = matrix_in(table(",a,b,Total\nb,1,2,3\na,4,5,9\nTotal,5,7,12"))
    assert found is not None
    assert (found.labels, found.counts) == (("a", "b"), ((4, 5), (1, 2)))


@pytest.mark.parametrize(
    "names", [("precision", "recall"), ("n", "y"), ("0", "1"), ("合計", "その他"), ("true", "false")]
)
def test_classes_may_have_any_name(names: tuple[str, str]) -> None:
    first, second = names
    found = matrix_in(table(f",{first},{second}\n{first},5,6\n{second},7,8"))
    assert found is not None
    assert (found.labels, found.counts) == (names, ((5, 6), (7, 8)))


@pytest.mark.parametrize(
    "text",
    [
        ",a,b\na,1,2\nb,4,x",
        ",a,b\na,1,2\nc,4,5",
        ",a,b\na,1.5,2\nb,4,5",
        ",a,b\na,-1,2\nb,4,5",
        ",yes,no\nyes,50%,10%\nno,10%,30%",
        ",a,a\na,1,2\na,3,4",
        "x,A,B\nC,1,2\nD,3,4",
        "a,b\n1,2",
        "",
    ],
)
def test_what_is_no_matrix_of_counts_is_none(text: str) -> None:
    assert matrix_in(table(text)) is None


@given(
    st.lists(
        st.lists(st.sampled_from(["", "a", "b", "1", "2", "Recall", "予測", "x%", "合計"]), max_size=5), max_size=6
    )
)
def test_no_table_raises(rows: list[list[str]]) -> None:
    found = matrix_in(rows)
    assert found is None or len(found.counts) == len(found.labels) >= 2
