"""The metrics of both models, whichever way round the table is; what nobody can tell is not told."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.results.content import ContradictionKind, MetricKind
from epa_gui.core.results.headings import Whose
from epa_gui.core.results.measures import FoundMeasures, measures_in
from tests.core.results.tables import table


def read(text: str, alone: Whose = Whose.NOBODY) -> FoundMeasures:
    return measures_in(table(text), "file.csv", alone=alone)


def values(found: FoundMeasures) -> list[tuple[str, float | None, float | None]]:
    return [(one.name, one.this, one.previous) for one in found.measures]


@pytest.mark.parametrize(
    "text",
    [
        ",今回,前回,前回モデルとの比較\n正解率,86.55%,81.28%,+5.27%",
        "指標,前回モデルとの比較,前回,今回\n正解率,+5.27%,81.28%,86.55%",
        "metric,this model,previous model\n正解率,0.8655,0.8128",
        "Metric,Previous,This time,Difference from previous\n正解率,81.28%,86.55%,5.27%",
        "指標,値(今回),値(前回)\n正解率,８６．５５％,８１．２８％",
        "名前,更新前,更新後\n正解率,81.28%,86.55%",
        "metric,current model,new model\n正解率,81.28%,86.55%",
        "metric,current model,previous model\n正解率,86.55%,81.28%",
        "model,正解率\n今回,86.55%\n前回,81.28%",
        "Model,Metric,Value\nNew,正解率,86.55%\nPrevious,正解率,81.28%",
        "metric;newModel;oldModel\n正解率;86.55%;81.28%",
        "今回 (%)\t前回（％）\t指標\n86.55\t81.28\t正解率",
    ],
)
def test_whose_value_is_whose_is_read_from_words_wherever_they_stand(text: str) -> None:
    found = read(text)
    assert values(found) == [("正解率", 0.8655, 0.8128)]
    assert found.measures[0].kind is MetricKind.ACCURACY
    assert not found.contradictions


@pytest.mark.parametrize(
    "headings",
    ["x,A,B", "metric,current,candidate", ",モデル1,モデル2", "metric,new and old,old and new", "a,比較,差分", "AUC,,"],
)
def test_an_unknown_heading_is_not_guessed_by_its_place(headings: str) -> None:
    found = read(f"{headings}\nAUC,0.8,0.9")
    assert not [one for one in found.measures if one.this is not None or one.previous is not None]


def test_beside_an_unknown_heading_the_known_one_still_counts() -> None:
    assert values(read("metric,this model,B\nAUC,0.8,0.9")) == [("AUC", 0.8, None)]


@pytest.mark.parametrize(
    "text", ["metric,value\nAUC,0.8", "AUC,0.8\nAUC,0.8", "指標,値\nAUC,80%", "AUC\n0.8", ",スコア\nAUC,0.8"]
)
def test_a_table_of_one_model_needs_no_word_for_it(text: str) -> None:
    assert values(read(text, Whose.NEW)) == [("AUC", 0.8, None)]
    assert values(read(text, Whose.OLD)) == [("AUC", None, 0.8)]


def test_but_an_unknown_heading_claims_nothing_there_either() -> None:
    found = read("x,A\nAUC,0.8", Whose.NEW)
    assert not found.measures
    assert found.is_whose_unknown


@pytest.mark.parametrize("broken", ["x", "-", "NaN", "0,85", "1.5", "-0.1", "8655", "0.8.5", "∞", "86.55%%"])
def test_a_broken_number_is_kept_as_it_came_and_left_out(broken: str) -> None:
    [measure] = read(
        f"metric,this,previous\nAUC,{broken.replace(',', '.')},0.9"
        if "," not in broken
        else f'metric,this,previous\nAUC,"{broken}",0.9'
    ).measures
    assert measure.this is None
    assert measure.this_text == broken
    assert measure.previous == 0.9


def test_steps_ahead_may_be_rows_columns_or_part_of_the_name() -> None:
    expected = [("1ヶ月先", 0.03, 0.04), ("2ヶ月先", 0.05, 0.06)]
    for text in (
        "指標,今回,前回\n誤差率中央値 (1ヶ月先),3%,4%\n誤差率中央値 (2ヶ月先),5%,6%",
        "誤差率中央値,今回,前回\n1ヶ月先,3%,4%\n2ヶ月先,5%,6%",
        "指標,期間,今回,前回\n誤差率中央値,1ヶ月先,3%,4%\n誤差率中央値,2ヶ月先,5%,6%",
        "モデル,指標,1ヶ月先,2ヶ月先\n今回,誤差率中央値,3%,5%\n前回,誤差率中央値,4%,6%",
    ):
        found = read(text)
        assert [(one.horizon, one.this, one.previous) for one in found.measures] == expected, text
        assert {one.kind for one in found.measures} == {MetricKind.MEDIAN_ERROR_RATIO}


def test_figures_by_class_are_told_apart() -> None:
    found = read("class,precision,recall\nyes,0.8,0.7\nno,0.9,0.6", Whose.NEW)
    assert [(one.class_name, one.kind, one.this) for one in found.measures] == [
        ("yes", MetricKind.PRECISION, 0.8),
        ("yes", MetricKind.RECALL, 0.7),
        ("no", MetricKind.PRECISION, 0.9),
        ("no", MetricKind.RECALL, 0.6),
    ]


def test_a_share_beside_a_plain_number_is_not_compared() -> None:
    assert values(read("metric,this,previous\nAUC,85%,0.83")) == [("AUC", None, None)]


def test_one_metric_twice_with_different_figures_is_told_and_not_used() -> None:
    found = read("metric,this,previous\nAUC,0.8,0.7\nAUC,0.9,0.7")
    assert values(found) == [("AUC", None, 0.7)]
    [told] = found.contradictions
    assert (told.kind, told.first, told.second, told.is_previous) == (ContradictionKind.TWICE, "0.8", "0.9", False)


@pytest.mark.parametrize(
    ("difference", "is_wrong"),
    [
        ("+5.27%", False),
        ("5.27", False),
        ("-5.27%", False),
        ("+5.28%", False),
        ("+5.37%", True),
        ("-", False),
        ("+9%", True),
    ],
)
def test_a_difference_that_is_not_that_of_the_two_values_is_told(difference: str, is_wrong: bool) -> None:
    found = read(f",今回,前回,比較\nAUC,86.55%,81.28%,{difference}")
    assert [one.kind for one in found.contradictions] == [ContradictionKind.DIFFERENCE] * is_wrong


@given(
    st.lists(
        st.sampled_from(
            ["指標", "今回", "前回", "比較", "x", "A", "AUC", "0.8", "80%", "", "nan", "1ヶ月先", "クラス", "値"]
        ),
        max_size=40,
    ),
    st.integers(1, 5),
)
def test_no_table_raises_or_gives_a_value_without_its_text(cells: list[str], width: int) -> None:
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    for alone in (Whose.NOBODY, Whose.NEW):
        for one in measures_in(rows, "f", alone=alone).measures:
            assert one.this is None or one.this_text
            assert one.previous is None or one.previous_text


def test_the_order_of_rows_and_columns_does_not_matter() -> None:
    head = ["指標", "今回", "前回", "差"]
    rows = [["AUC", "0.8", "0.7", "0.1"], ["精度", "0.6", "0.5", "0.1"], ["精度（Precision）", "0.4", "0.3", "0.1"]]
    chance = random.Random(2)
    for _ in range(30):
        order = chance.sample(range(4), 4)
        shuffled = [[row[place] for place in order] for row in [head, *chance.sample(rows, 3)]]
        found = {one.kind: (one.this, one.previous) for one in measures_in(shuffled, "f").measures}
        assert found == {
            MetricKind.AUC: (0.8, 0.7),
            MetricKind.ACCURACY: (0.6, 0.5),
            MetricKind.PRECISION: (0.4, 0.3),
        }
