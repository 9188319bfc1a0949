"""How the results are written: in which language, in which encoding, and which files there are.

Source: what the service's manual shows of them on screen; the headings of the files are nowhere published.
"""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class ResultsStyle:
    """How results are written.

    Attributes:
        language: Of the headings and the names of the metrics.
        encoding: Of the tables; one that has no sign for a field's letter gives way to UTF-8 with a byte order mark.
        delimiter: Between the fields.
        has_rows: Whether both models' predictions row by row are there; only if asked for, the real service's are.
        has_corner: Whether the corner of a confusion matrix says which side is which.
    """

    language: Language = "en"
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    has_rows: bool = True
    has_corner: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """The headings and names in one language; metrics as `metrics` calls them."""

    this: str
    previous: str
    difference: str
    metric: str
    value: str
    old_prefix: str
    probability: str
    prediction: str
    column: str
    contribution: str
    rows_predicted: str
    rows_actual: str
    recall: str
    precision: str
    right: str
    wrong: str
    ahead: str
    metrics: dict[str, str]


WORDS: dict[Language, Words] = {
    "en": Words(
        "This model",
        "Previous model",
        "Comparison with previous model",
        "Metric",
        "Value",
        "(Previous)_",
        "Probability of {}",
        "{} (prediction)",
        "Column",
        "Contribution",
        "Predicted \\ Actual",
        "Actual \\ Predicted",
        "Recall",
        "Precision",
        "{} correct",
        "{} incorrect",
        "{} ({} Periods ahead)",
        {
            "auc": "AUC",
            "accuracy": "Accuracy",
            "precision": "Precision",
            "recall": "Recall",
            "f": "F-score",
            "mean precision": "Average Precision",
            "mean recall": "Average Recall",
            "mean f": "Average F-score",
            "r2": "R squared",
            "rmse": "RMSE",
            "mean error": "MAE(Mean)",
            "median error": "MAE(Median)",
            "median ratio": "MAE(Median) Ratio",
            "coverage": "Coverage rate",
        },
    ),
    "ja": Words(
        "今回",
        "前回",
        "前回モデルとの比較",
        "指標",
        "値",
        "(前回)_",
        "確率：{}",
        "{}(予測)",
        "項目名",
        "寄与度",
        "予測＼実際",
        "実際＼予測",
        "再現率",
        "適合率",
        "{} 正解",
        "{} 不正解",
        "{} ({}期先)",
        {
            "auc": "分類精度 (AUC)",
            "accuracy": "正解率",
            "precision": "精度（Precision）",
            "recall": "再現率",
            "f": "F値",
            "mean precision": "平均Precision",
            "mean recall": "平均Recall",
            "mean f": "平均F値",
            "r2": "決定係数",
            "rmse": "RMSE",
            "mean error": "誤差平均 MAE(Mean)",
            "median error": "誤差中央値 MAE(Median)",
            "median ratio": "誤差率中央値 MAE(Median) Ratio",
            "coverage": "カバー率",
        },
    ),
}
"""``{}`` stands for a class, a column, a model or a metric, and for the steps ahead after it."""
