"""What the pictures show is what the results say, and a second tool agrees where something is reckoned."""

import random
from array import array

import pytest
from scipy import stats

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contribution,
    Direction,
    Measure,
    MetricKind,
    PredictedRows,
    ResultsContent,
)
from epa_gui.core.results.job_comparison import Part, compared
from epa_gui.core.results.own_interval import range_of, wilson
from epa_gui.core.results.pictures import working_out
from epa_gui.core.results.pictures.figures import Scale

NEW = ConfusionMatrix(("no", "yes"), ((90, 10), (20, 30)), Direction.TOLD)
OLD = ConfusionMatrix(("yes", "no"), ((25, 25), (15, 85)), Direction.TOLD)


def some_rows(count: int, seed: int, *, ties: bool = False, has_old: bool = True) -> PredictedRows:
    """Rows of two classes whose probabilities tell something, for both models."""
    chance = random.Random(seed)
    actual = ["yes" if chance.random() < 0.3 else "no" for _ in range(count)]
    both = []
    for strength in (0.4, 0.2):
        yes = array("d", (chance.random() * (1 - strength) + strength * (label == "yes") for label in actual))
        both.append(array("d", (round(value, 1) for value in yes)) if ties else yes)
    new, old = ((array("d", (1 - value for value in yes)), yes) for yes in both)
    return PredictedRows(
        "evaluation_raw_data.csv",
        "churned",
        actual=actual,
        classes=("no", "yes"),
        new_probabilities=new,
        old_probabilities=old if has_old else (),
    )


@pytest.mark.parametrize("count", [1, 7, 100, 5000])
@pytest.mark.parametrize("share", [0.0, 0.13, 0.5, 0.97, 1.0])
def test_wilsons_interval_is_that_of_scipy(count: int, share: float) -> None:
    hits = round(count * share)
    known = stats.binomtest(hits, count).proportion_ci(method="wilson")
    assert wilson(hits / count, count) == pytest.approx((known.low, known.high), abs=1e-6)


def test_a_metric_has_a_range_where_the_counts_behind_it_are_known() -> None:
    assert range_of(MetricKind.ACCURACY, 0.8, NEW) == wilson(0.8, 150)
    assert range_of(MetricKind.RECALL, 0.6, NEW) == wilson(0.6, 50)
    assert range_of(MetricKind.PRECISION, 0.75, NEW) == wilson(0.75, 40)
    assert range_of(MetricKind.PRECISION, 0.61, NEW) is None  # of neither class
    assert range_of(MetricKind.RMSE, 0.8, NEW) is None
    assert range_of(MetricKind.ACCURACY, 0.8, None) is None
    undirected = ConfusionMatrix(NEW.labels, NEW.counts)
    assert range_of(MetricKind.RECALL, 0.6, undirected) is None
    assert range_of(MetricKind.ACCURACY, 0.8, undirected) == wilson(0.8, 150)


def test_the_range_of_an_auc_holds_the_true_one_about_as_often_as_it_says() -> None:
    chance, held, runs = random.Random(5), 0, 300
    true = stats.norm.cdf(1 / 2**0.5)
    for _ in range(runs):
        first = [chance.gauss(0, 1) for _ in range(60)]
        second = [chance.gauss(1, 1) for _ in range(40)]
        auc = stats.mannwhitneyu(second, first).statistic / 2400
        matrix = ConfusionMatrix(("a", "b"), ((40, 20), (10, 30)), Direction.TOLD)
        low, high = range_of(MetricKind.AUC, auc, matrix) or (0, 0)
        held += low <= true <= high
    assert held / runs >= 0.93


def test_measures_become_bars_and_keep_what_is_missing() -> None:
    measures = (
        Measure("AUC", MetricKind.AUC, 0.86, 0.84),
        Measure("RMSE", MetricKind.RMSE, 11.0, None),
        Measure("odd", None, None, None, this_text="?"),
    )
    bars = working_out.metric_bars(ResultsContent(measures=measures), lambda measure: measure.name.lower())
    assert [(bar.name, bar.old, bar.new, bar.scale) for bar in bars] == [
        ("auc", 0.84, 0.86, Scale.RATIO),
        ("rmse", None, 11.0, Scale.OWN),
    ]


def test_matrices_are_laid_over_each_other_by_their_classes() -> None:
    both = working_out.matrices(ResultsContent(matrix=NEW, previous_matrix=OLD))
    assert both is not None
    assert both.labels == ("no", "yes")
    assert both.new == ((90, 10), (20, 30))
    assert both.old == ((85, 15), (25, 25))


@pytest.mark.parametrize(
    "old",
    [
        None,
        ConfusionMatrix(("no", "maybe"), OLD.counts, Direction.TOLD),
        ConfusionMatrix(OLD.labels, OLD.counts, Direction.UNKNOWN),
    ],
)
def test_matrices_that_do_not_fit_are_not_compared(old: ConfusionMatrix | None) -> None:
    both = working_out.matrices(ResultsContent(matrix=NEW, previous_matrix=old))
    assert both is not None
    assert both.old == ()


def test_errors_by_class_need_to_know_which_side_is_actual() -> None:
    bars = working_out.class_errors(ResultsContent(matrix=NEW, previous_matrix=OLD))
    assert [bar.name for bar in bars] == ["yes", "no"]
    assert [(bar.old, bar.new) for bar in bars] == [pytest.approx((0.5, 0.4)), pytest.approx((0.15, 0.1))]
    assert working_out.class_errors(ResultsContent(matrix=ConfusionMatrix(NEW.labels, NEW.counts))) == ()


def test_the_ten_largest_contributions_before_or_after_are_shown() -> None:
    new = tuple(Contribution(f"c{place}", 1 - place / 20) for place in range(15))
    old = (Contribution("gone", 3.0), Contribution("c14", 0.2))
    bars = working_out.contributions(ResultsContent(contributions=new, previous_contributions=old))
    assert len(bars) == working_out.MOST_CONTRIBUTIONS
    first, second = bars[:2]
    assert (first.name, first.new, second.name, second.old) == ("gone", None, "c0", None)
    assert [first.old, second.new] == pytest.approx([3.0 / 3.2, 1.0 / 9.75])


def test_contributions_of_several_classes_are_taken_together_as_shares_of_all() -> None:
    scores = (Contribution("a", 0.2, "x"), Contribution("a", 0.4, "y"), Contribution("b", -0.2, "x"))
    bars = working_out.contributions(ResultsContent(contributions=scores))
    assert [bar.name for bar in bars] == ["a", "b"]
    assert [bar.new for bar in bars] == pytest.approx([0.75, 0.25])


def test_a_contribution_is_the_same_figure_in_the_picture_and_beside_another_job() -> None:
    scores = (Contribution("a", 0.2, "x"), Contribution("a", 0.4, "y"), Contribution("b", 0.25, "x"))
    content = ResultsContent(contributions=scores)
    compared_with = {line.name: line.first for line in compared(content, content) if line.part is Part.CONTRIBUTION}
    assert {bar.name: bar.new for bar in working_out.contributions(content)} == compared_with


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize("count", [12, 80, 4000])
def test_the_area_under_the_curve_is_that_of_the_rank_test(count: int, ties: bool) -> None:
    rows = some_rows(count, seed=count, ties=ties)
    found = working_out.curves(rows)
    assert found is not None
    roc, precision = found
    place = rows.classes.index(roc.positive)
    for curve, probabilities in ((roc.new, rows.new_probabilities), (roc.old, rows.old_probabilities)):
        pairs = list(zip(rows.actual, probabilities[place], strict=True))
        inside = [value for label, value in pairs if label == roc.positive]
        others = [value for label, value in pairs if label != roc.positive]
        known = stats.mannwhitneyu(inside, others).statistic / (len(inside) * len(others))
        assert curve is not None
        assert curve.area == pytest.approx(known)
        assert (curve.x[0], curve.y[0], curve.x[-1], curve.y[-1]) == pytest.approx((0, 0, 1, 1))
        assert len(curve.x) <= 210
    assert precision.new.x[-1] == pytest.approx(1)
    assert precision.new.y[-1] == pytest.approx(roc.share)
    assert roc.share <= 0.5


def test_one_model_alone_has_its_curve() -> None:
    found = working_out.curves(some_rows(50, 3, has_old=False))
    assert found is not None
    assert found[0].old is None


def test_there_is_no_curve_without_probabilities_or_of_one_class() -> None:
    assert working_out.curves(None) is None
    assert working_out.curves(PredictedRows("f", "t", actual=("a", "b"), new=("a", "a"))) is None
    one = PredictedRows(
        "f", "t", actual=("a", "a"), classes=("a", "b"), new_probabilities=(array("d", [1, 1]), array("d", [0, 0]))
    )
    assert working_out.curves(one) is None


def test_numbers_are_counted_in_squares() -> None:
    chance = random.Random(2)
    actual = array("d", (chance.gauss(100, 20) for _ in range(3000)))
    new = array("d", (value + chance.gauss(0, 5) for value in actual))
    rows = PredictedRows("f", "t", actual_values=actual, new_values=new, old_values=new)
    cloud = working_out.cloud(rows)
    assert cloud is not None
    assert sum(map(sum, cloud.new)) + cloud.outside == 3000
    assert cloud.old == cloud.new
    assert cloud.outside < 3000 * 0.03
    on_the_line = sum(cloud.new[place][place] for place in range(len(cloud.new)))
    assert on_the_line > 3000 * 0.2


@pytest.mark.parametrize("value", [0.0, 7.5])
def test_numbers_that_are_all_alike_have_a_square_too(value: float) -> None:
    same = array("d", [value] * 5)
    cloud = working_out.cloud(PredictedRows("f", "t", actual_values=same, new_values=same))
    assert cloud is not None
    assert sum(map(sum, cloud.new)) == 5
