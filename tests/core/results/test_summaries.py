"""Contributions of columns, and who was right how often: read by headings, whichever way they are laid out."""

import pytest

from epa_gui.core.results.content import Contribution, Tendency
from epa_gui.core.results.summaries import contributions_in, tendency_in
from tests.core.results.tables import table


@pytest.mark.parametrize(
    "text",
    [
        ",前回 正解,前回 不正解\n今回 正解,800,60\n今回 不正解,45,95",
        ",今回 正解,今回 不正解\n前回 正解,800,45\n前回 不正解,60,95",
        ",previous model correct,previous model incorrect\nthis model correct,800,60\nthis model incorrect,45,95",
        ",previous model wrong,previous model right\nnew model wrong,95,45\nnew model right,60,800",
        "今回＼前回,正解,不正解\n正解,800,60\n不正解,45,95",
        "previous \\ this,correct,incorrect\ncorrect,800,45\nincorrect,60,95",
        "今回,前回,件数\n正解,正解,800\n正解,不正解,60\n不正解,正解,45\n不正解,不正解,95",
        "case,count\nboth correct,800\nonly new correct,60\nonly old correct,45\nboth incorrect,95",
        "結果,件数\n両方正解,800\n今回のみ正解,60\n前回のみ正解,45\n両方不正解,95\n合計,1000",
        "case,n\nnew right/old right,800\nnew right/old wrong,60\nnew wrong/old right,45\nnew wrong/old wrong,95",
        ",前回 正解,前回 不正解,合計\n今回 正解,800,60,860\n今回 不正解,45,95,140\n合計,845,155,1000",
    ],
)
def test_who_was_right_is_read_from_words(text: str) -> None:
    assert tendency_in(table(text)) == Tendency(800, 60, 45, 95)


@pytest.mark.parametrize(
    "text",
    [
        "x,A,B\nC,1,2\nD,3,4",
        ",correct,incorrect\ncorrect,800,60\nincorrect,45,95",
        ",previous right,previous wrong\nnew right,80%,6%\nnew wrong,4%,10%",
        ",previous right,previous wrong\nnew right,800,60\nnew wrong,45,x",
        ",new right,previous wrong\nnew right,800,60\nnew wrong,45,95",
        "case,count\nboth correct,800\nboth correct,801\nonly new correct,60\nonly old correct,45\nboth incorrect,95",
        "row,churned,this model,previous model\n1,yes,yes,no\n2,no,no,no",
        "",
    ],
)
def test_and_from_nothing_else(text: str) -> None:
    assert tendency_in(table(text)) is None


def test_of_three_classes_one_alone_heads_no_contributions() -> None:
    written = table("column,a\nage,0.5\nplan,1.2")
    assert contributions_in(written, ("a", "b", "c")) is None
    of_the_positive_one = (Contribution("plan", 1.2, "a"), Contribution("age", 0.5, "a"))
    assert contributions_in(written, ("a", "b")) == of_the_positive_one


@pytest.mark.parametrize(
    "text",
    [
        "column,contribution\nage,0.5\nplan,1.2",
        "項目名,寄与度\nage,50%\nplan,120%",
        "Importance,Feature\n1.2,plan\n.5,age",
        "変数,重要度,順位\nage,0.5,2\nplan,1.2,1",
    ],
)
def test_contributions_are_read_the_largest_first(text: str) -> None:
    assert contributions_in(table(text)) == (Contribution("plan", 1.2), Contribution("age", 0.5))


@pytest.mark.parametrize(
    "text",
    [
        "項目名,クラス,寄与度\nage,yes,1\nage,no,2",
        "列名,yes,no\nage,1,2",
        "feature,contribution to yes,contribution to no\nage,1,2",
    ],
)
def test_contributions_by_class_keep_their_class(text: str) -> None:
    found = contributions_in(table(text), ("yes", "no"))
    assert found == (Contribution("age", 2, "no"), Contribution("age", 1, "yes"))


@pytest.mark.parametrize(
    "text", ["x,A\nage,1", "age,0.5\nplan,1.2", "feature,importance\nage,1\nage,2", "feature,importance\nage,x", ""]
)
def test_what_no_heading_says_is_no_contribution(text: str) -> None:
    assert contributions_in(table(text)) is None


def test_a_broken_score_leaves_out_its_column_alone() -> None:
    assert contributions_in(table("column,score\nage,0.5\nplan,n/a")) == (Contribution("age", 0.5),)
