"""What the invented people call their models, jobs and files: in English, and in Japanese where Japanese is spoken."""

from PySide6.QtWidgets import QApplication

LANGUAGE = "shots language"
"""The application's property that holds the language of the pictures."""

_JAPANESE = {
    "Customer churn": "解約予測",
    "Lead scoring": "資料請求からの成約予測",
    "Spare parts demand for all European warehouses and partners": "欧州の全倉庫および提携先における補修部品の需要予測",
    "Credit risk": "与信リスク",
    "Mail campaign response": "メール配信への反応",
    "February data": "2月分データ",
    "March data": "3月分データ",
    "April data": "4月分データ",
    "May data": "5月分データ",
    "June data": "6月分データ",
    "July data": "7月分データ",
    "August data": "8月分データ",
    "September data": "9月分データ",
    "October data": "10月分データ",
    "November data": "11月分データ",
    "November data, first attempt": "11月分データ(1回目)",
    "November data, west only": "11月分データ(西日本のみ)",
    "November data, all regions": "11月分データ(全国)",
    "Autumn data": "9～11月分データ",
    "Autumn data, second file": "9～11月分データ(追加分)",
    "Autumn campaign leads": "秋のキャンペーン",
    "Trade fair leads only": "展示会のみ",
    "Q3 leads, cleaned": "第3四半期(重複整理後)",
    "Q3 leads, all regions": "第3四半期(全国)",
    "Q2 leads": "第2四半期",
    "Week 30": "第30週",
    "Week 38, test with returns": "第38週(返品を含むテスト)",
    "Week 44": "第44週",
    "Week 45": "第45週",
    "Week 46, all warehouses except those that were closed for stock-taking (corrected and sent again)": (
        "第46週 全倉庫(棚卸しのため休業した倉庫を除き、修正のうえ再送したもの)"
    ),
    "Week 47, all warehouses": "第47週 全倉庫",
    "Week 47, Nordics": "第47週 北欧",
    "Week 47, Iberia": "第47週 スペイン・ポルトガル",
    "Week 47, Benelux": "第47週 ベネルクス",
    "Week 47, Alps": "第47週 スイス・オーストリア",
    "Started in the console": "画面から開始したジョブ",
    "Loans, October": "融資 10月分",
    "Loans, November": "融資 11月分",
    "October mailing": "10月の配信",
    "/Documents/EPA results": "/Documents/再学習結果",
    "support tickets 2026-11.csv": "お問い合わせ 2026-11.csv",
    "customers 2026-11.csv": "顧客 2026-11.csv",
    "customers evaluation.csv": "顧客 評価用.csv",
    "churn 2026-11.csv": "解約 2026-11.csv",
    "Reviewed with the business owners": "事業部門と結果を確認済み",
    "Jobs are checked when the computer wakes up.": "コンピューターのスリープ解除時に、ジョブの状況を確認します。",
    "November": "11月",
    "January 2019": "2019年1月",
}


def called(name: str) -> str:
    """How a name that somebody gave reads in the language of the pictures."""
    app = QApplication.instance()
    speaks_japanese = app is not None and app.property(LANGUAGE) == "ja"
    return _JAPANESE.get(name, name) if speaks_japanese else name
