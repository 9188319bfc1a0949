"""Which metric a name means: all spellings seen on screen, those usual in the field, and names that only look alike."""

import pytest

from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.metric_names import metric_named


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (MetricKind.AUC, "AUC;auc;ＡＵＣ;ROC AUC;ROC-AUC;AUROC;分類精度 (AUC);分類精度（AUC）;分類精度(AUC)"),
        (
            MetricKind.ACCURACY,
            "Accuracy;正解率;正答率;精度;正解率 (Accuracy);精度（Accuracy）;Accuracy (%);正解率/Accuracy",
        ),
        (
            MetricKind.PRECISION,
            "Precision;適合率;精度（Precision）;精度(Precision);精度 (適合率);Precision（精度）;precision:",
        ),
        (MetricKind.RECALL, "Recall;再現率;精度 (Recall);再現率(Recall);感度;Sensitivity"),
        (MetricKind.F_SCORE, "F値;F-score;F score;F1;F1-score;F1_score;Fスコア;F値（F1）;f-measure;Ｆ値"),
        (MetricKind.R_SQUARED, "決定係数;R squared;R-squared;R²;R2;R^2;決定係数 (R2);決定係数（R squared）"),
        (MetricKind.MEDIAN_ERROR, "誤差中央値;誤差中央値 MAE(Median);MAE(Median);MAE (Median);誤差の中央値"),
        (
            MetricKind.MEDIAN_ERROR_RATIO,
            "誤差率中央値;誤差率中央値 MAE(Median) Ratio;MAE(Median) Ratio;Median error ratio",
        ),
        (MetricKind.MEAN_ERROR, "誤差平均;誤差平均 MAE(Mean);MAE(Mean);MAE;Mean absolute error;平均絶対誤差"),
        (MetricKind.RMSE, "RMSE;Root mean squared error;rmse"),
        (MetricKind.COVERAGE, "カバー率;Coverage rate;Coverage"),
        (None, "PR AUC;AUPRC;F2;F0.5 score;Adjusted R2;MSE;誤差率平均;Balanced accuracy;error-free rate;予測精度"),
        (
            None,
            "予測精度レベル;分類精度;Weighted F1;Specificity;Log loss;平均;;Accuracy of the training;RMSLE;精度 (MSE)",
        ),
        (None, "A" * 5000),
    ],
)
def test_a_name_means_one_metric_or_none(kind: MetricKind | None, names: str) -> None:
    for name in names.split(";"):
        assert metric_named(name).kind is kind, name


@pytest.mark.parametrize(
    "name", ["平均Precision", "平均適合率", "Average precision", "Macro precision", "Precision (macro)"]
)
def test_an_average_over_classes_is_told_from_the_metric_of_one(name: str) -> None:
    assert metric_named(name) == (MetricKind.PRECISION, "", True)
    assert not metric_named("Precision").is_average
    assert not metric_named("誤差平均").is_average


@pytest.mark.parametrize(
    ("name", "horizon"),
    [
        ("誤差率中央値 (1ヶ月先)", "1ヶ月先"),
        ("1ヶ月先 誤差率中央値", "1ヶ月先"),
        ("1ヶ月先の誤差率中央値", "1ヶ月先"),
        ("誤差率中央値（12か月先）", "12か月先"),
        ("MAE(Median) Ratio 1 Months ahead", "1 Months ahead"),
        ("1 Months ahead: MAE(Median) Ratio", "1 Months ahead"),
        ("MAE(Median) Ratio (3 days ahead)", "3 days ahead"),
        ("誤差率中央値 MAE(Median) Ratio 2日先", "2日先"),
    ],
)
def test_how_far_ahead_is_read_apart_from_the_metric(name: str, horizon: str) -> None:
    assert metric_named(name) == (MetricKind.MEDIAN_ERROR_RATIO, horizon, False)
