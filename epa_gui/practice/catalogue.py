"""The models of the practice account: their names and what they predict, as somebody's account may hold them.

Source: Get Model API, ``config``: the words of ``tt`` and the short names of the other settings.
"""

from dataclasses import dataclass
from enum import Enum, auto

FIRST_MODEL = 1001

BINARY = "binary_classification"
MULTI_CLASS = "multi_classification"
REGRESSION = "regression"


class Sample(Enum):
    """What a model was trained with."""

    CHURN = auto()  # the program's sample of customers
    SALES = auto()  # the program's sample of shops
    NONE = auto()  # nothing is here: its prediction API cannot run


@dataclass(frozen=True, slots=True)
class Entry:
    """One model, as it was made in the console.

    Attributes:
        id: Its number.
        name: What it is called; a person may have renamed it since.
        kind: What it predicts.
        target: The column it predicts; of a sample that is there, the sample's own last one.
        positive: Of two classes the one that is looked for.
        days: How long ago it was made when the practice account began.
        api: How its prediction API stands; empty for none.
        sample: What it was trained with.
        time: For a time series the column of the time.
        series: For a time series the column that tells the series apart.
    """

    id: int
    name: str
    kind: str
    target: str
    positive: str = ""
    days: int = 100
    api: str = ""
    sample: Sample = Sample.NONE
    time: str = ""
    series: str = ""


CATALOGUE = (
    Entry(1001, "Customer churn", BINARY, "churned", "yes", 210, "running", Sample.CHURN),
    Entry(1002, "Store sales", REGRESSION, "sales_yen", "", 190, "running", Sample.SALES),
    Entry(1003, "解約予測（法人）", BINARY, "churned", "yes", 185, "running", Sample.CHURN),
    Entry(1004, "Invoice paid late", BINARY, "paid_late", "1", 180, "terminated"),
    Entry(1005, "来店客数予測", REGRESSION, "来店客数", "", 176, "failed", time="日付", series="店舗"),
    Entry(1006, "Support ticket routing", MULTI_CLASS, "team", "", 170, "building"),
    Entry(1007, "Mail campaign response", BINARY, "responded", "yes", 161),
    Entry(1008, "需要予測 2025", REGRESSION, "出荷数", "", 155, time="年月", series="商品コード"),
    Entry(1009, "Machine failure within 7 days", BINARY, "failure", "1", 150),
    Entry(1010, "Delivery time", REGRESSION, "minutes", "", 144),
    Entry(1011, "成約予測", BINARY, "成約", "はい", 140, "terminated"),
    Entry(1012, "Quote accepted", BINARY, "accepted", "yes", 132),
    Entry(1013, "Returns by product", MULTI_CLASS, "reason", "", 128),
    Entry(1014, "電力使用量", REGRESSION, "使用量_kWh", "", 121, time="日時"),
    Entry(1015, "Energy demand", REGRESSION, "demand_mwh", "", 117, time="hour", series="region"),
    Entry(1016, "Warranty claims", REGRESSION, "claims", "", 110),
    Entry(1017, "離職予測", BINARY, "離職", "1", 101),
    Entry(1018, "Credit class", MULTI_CLASS, "class", "", 94),
    Entry(1019, "Customer churn (test)", BINARY, "churned", "yes", 88),
    Entry(1020, "問い合わせ分類", MULTI_CLASS, "カテゴリ", "", 76),
    Entry(1021, "Basket value", REGRESSION, "value_eur", "", 63),
    Entry(1022, "Newsletter cancelled", BINARY, "cancelled", "yes", 52),
    Entry(1023, "在庫切れ予測", BINARY, "在庫切れ", "有", 41),
    Entry(1024, "Call volume", REGRESSION, "calls", "", 30, time="date"),
    Entry(1025, "New model", BINARY, "", "", 2),
)

BY_ID = {entry.id: entry for entry in CATALOGUE}
