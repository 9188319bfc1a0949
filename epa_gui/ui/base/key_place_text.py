"""Where a person finds a key in the service's console. One place says it: there are two that look alike.

The English texts have the console's own names in both of its languages, for people who read English before a Japanese
console; the Japanese ones in Japanese alone. Source: pictures in the service's manual.
"""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def api_tab_name() -> str:
    """The tab of a model in the console with its keys."""
    return translate("KeyPlace", "“Create API” (API作成)")


def key_place_text() -> str:
    """Where a model's API key for retraining is."""
    return translate(
        "KeyPlace",
        "In the console, open the model’s “Create API” (API作成) tab. At the bottom, under “Retrain/Switch model”"
        " (再学習/モデル切り替え), find “Login credentials” (ログインクレデンシャル) and press “Get” (取得).",
    )


def prediction_key_text() -> str:
    """Which key is not the one, although it is the first that meets the eye."""
    return translate(
        "KeyPlace",
        "The large “API KEY” with “Copy” at the top of the “Create API” (API作成) tab is the prediction key, and does"
        " not work for retraining.",
    )


def prediction_place_text() -> str:
    """Where a prediction API's address and its key are: here the big one is the right one."""
    return translate(
        "KeyPlace",
        "In the console, open the model’s “Create API” (API作成) tab. The prediction key is the"
        " large “API KEY” with “Copy” at the top. The prediction address, which ends in"
        " “/inference”, is on the same tab.",
    )


def secret_key_place_text() -> str:
    """Where the account's secret key is."""
    return translate(
        "KeyPlace",
        "In the console, open “Settings” (設定), then “Secret key” (シークレットキー), and press “Create” (作成).",
    )
