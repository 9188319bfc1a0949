"""The words about accounts and their models."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.account_model import AccountModel, AccountModels, ModelKind
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, Problem, ProblemKind
from epa_gui.core.keys.key_text import Mistaken, clean_key, masked, mistaken
from epa_gui.core.text.foreign_text import fill, shown, shown_lines
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import region_name
from epa_gui.ui.base.key_place_text import key_place_text, secret_key_place_text
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.transfer_text import secret_problem_words

translate = QCoreApplication.translate

_UNCERTAIN = frozenset({ProblemKind.CONNECTION_LOST, ProblemKind.TIMED_OUT, ProblemKind.UNREADABLE_ANSWER})
"""Trouble after which a key may have been issued that never came."""


def account_name(account: Account) -> str:
    """An account as people know it: ``Japan · ••••1f3a``."""
    place = region_name(account.region, account.address)
    return fill(translate("Account", "{0} · {1}"), place, masked(account.secret_hint))


def column_name(name: str) -> str:
    """What a column of the account's models is called, by the name of the `Column`."""
    return {
        "NAME": translate("Account", "Name"),
        "KIND": translate("Account", "Kind"),
        "TARGET": translate("Account", "Column to predict"),
        "UPDATED": translate("Account", "Last updated"),
        "API": translate("Account", "Prediction API"),
        "NOTE": translate("Account", "In this list"),
    }[name]


def unnamed(number: int) -> str:
    """A model without a name."""
    return fill(translate("Account", "Model {0}"), number)


def kind_text(model: AccountModel) -> str:
    """What a model predicts, in words; the service's own where they are not known."""
    word = {
        ModelKind.BINARY: translate("Account", "Two classes"),
        ModelKind.MULTI_CLASS: translate("Account", "Several classes"),
        ModelKind.REGRESSION: translate("Account", "A number"),
        ModelKind.UNKNOWN: shown(model.kind_said),
    }[model.kind]
    if not model.is_time_series:
        return word
    series = translate("Account", "time series")
    return fill(translate("Account", "{0}, {1}"), word, series) if word else series


def updated_text(model: AccountModel) -> str:
    """When a model was changed last; the service's own words where they are not understood."""
    return formatting.day(model.updated_at) if model.updated_at is not None else shown(model.updated_said)


def api_text(has_api: bool | None) -> str:  # noqa: FBT001  it is what is told
    """Whether a model has a prediction API."""
    if has_api is None:
        return ""
    return translate("Account", "Yes") if has_api else translate("Account", "No")


def note_text(state: str, name_here: str, reason: str) -> str:
    """How a model stands to the list here, by the value of its `LineState`."""
    if state in {"listed", "added"}:
        text = translate("Account", "In the list") if state == "listed" else translate("Account", "✓ Added")
        called = (
            translate("Account", "In the list as “{0}”")
            if state == "listed"
            else translate("Account", "✓ Added as “{0}”")
        )
        return fill(called, name_here) if name_here else text
    if state == "failed":
        return fill(translate("Account", "⚠ {0}"), reason.partition("\n")[0])
    return {
        "new": translate("Account", "New in the account"),
        "waiting": translate("Account", "Waiting…"),
        "under way": translate("Account", "Adding…"),
        "maybe issued": translate("Account", "A key may have been issued before; adding it issues another"),
    }.get(state, "")


def spoken_line(cells: Iterable[str]) -> str:
    """A model as a screen reader says it."""
    return ", ".join(cell for cell in cells if cell)


# Connecting


def secret_key_trouble(text: str, *, is_model_key: bool) -> str:
    """What is wrong with what was entered as a secret key; empty for nothing."""
    place = secret_key_place_text()
    if not text:
        return fill(translate("Account", "Paste the secret key. {0}"), place)
    wrong = mistaken(text)
    if wrong is Mistaken.PREDICTION_ADDRESS:
        happened = translate("Account", "This is the address of a prediction API, not the account's secret key.")
    elif wrong is Mistaken.ADDRESS:
        happened = translate("Account", "This is a web address, not the account's secret key.")
    elif is_model_key:
        happened = translate("Account", "This is the API key of one model, not the account's secret key.")
    elif clean_key(text).problem:
        happened = translate(
            "Account", "This cannot be a secret key: it is too long, or has characters that keys do not have."
        )
    else:
        return ""
    return f"{happened}\n{place}"


def refused_text(problem: Problem, *, is_about_secret: bool) -> str:
    """Why an account could not be connected."""
    if problem.kind is ProblemKind.KEY_MISSING:
        return secret_problem_words(problem).sentence()
    if is_about_secret and problem.kind in KEY_KINDS:
        return "\n".join(
            (
                translate("Account", "The service does not know this secret key, or it is no longer active."),
                secret_key_place_text(),
                translate("Account", "A key from a model's “Create API” (API作成) tab does not work here."),
            )
        )
    words = problem_words(problem)
    said = shown_lines(problem.said) if problem.kind is ProblemKind.REFUSED else ""
    nothing = translate("Account", "The account was not connected.")
    try_again = translate("Account", "Try again in a while.") if problem.kind not in CONNECTION_KINDS else ""
    return "\n".join(part for part in (f"{words.happened} {nothing}", said, words.to_do or try_again) if part)


def listing_text(problem: Problem, *, is_about_secret: bool) -> str:
    """Why an account's models could not be had."""
    words = secret_problem_words(problem) if is_about_secret else problem_words(problem)
    nothing = translate("Account", "The account's models could not be looked at.")
    said = shown_lines(problem.said) if problem.kind is ProblemKind.REFUSED else ""
    return "\n".join(part for part in (f"{nothing} {words.happened}", said, words.to_do) if part)


def adding_problem_text(problem: Problem) -> str:
    """Why one model could not be added: first in a line, then more of it."""
    if problem.kind in KEY_KINDS:
        happened = translate("Account", "The service did not issue a key for this model with this secret key.")
        more = shown_lines(problem.said)
    elif problem.kind in _UNCERTAIN:
        happened = problem_words(problem).happened
        more = translate(
            "Account", "Nobody knows whether a key was issued. Trying again issues another one; keys end by themselves."
        )
    else:
        words = secret_problem_words(problem)
        happened, more = words.happened, "\n".join(part for part in (words.means, shown_lines(problem.said)) if part)
    return f"{happened}\n{more}".strip()


def account_line_text(account: Account, told: AccountModels) -> str:
    """Above the account's models: whose they are, how many, and what could not be read."""
    count = len(told.models)
    models = QCoreApplication.translate("Account", "%n model(s) in the account {0}", "", count)
    parts = [fill(models, account_name(account))]
    if told.skipped:
        parts.append(QCoreApplication.translate("Account", "%n entries could not be read", "", told.skipped))
    if not told.is_whole:
        parts.append(translate("Account", "the service has more, which it did not tell"))
    return " · ".join(parts)


def counted_text(shown_count: int, total: int, chosen: int) -> str:
    """Below the models: how many are shown and chosen."""
    text = QCoreApplication.translate("Account", "%n chosen", "", chosen)
    if shown_count == total:
        return text
    return fill(translate("Account", "{0} of {1} shown · {2}"), shown_count, total, text)


def adding_text(number: int, total: int, name: str) -> str:
    """Which model is being added."""
    return fill(translate("Account", "Adding {0} of {1}: {2}"), number, total, name)


def ended_text(added: int, failed: int, untried: int) -> str:
    """What came of adding models."""
    parts = [QCoreApplication.translate("Account", "%n model(s) added", "", added)]
    if failed:
        parts.append(QCoreApplication.translate("Account", "%n could not be added", "", failed))
    if untried:
        parts.append(QCoreApplication.translate("Account", "%n not tried", "", untried))
    return " · ".join(parts)


def no_list_text() -> str:
    """A service that does not tell its models: no trouble, only another way."""
    return translate(
        "Account",
        "This service does not list models. Add a model with its number: the console shows it with the model. The"
        " secret key issues the model's own key.",
    )


def one_model_key_text() -> str:
    """Where the key of a single model is, for those who have no secret key."""
    return key_place_text()


# Settings


def keeping_text(account: Account) -> str:
    """Whether an account's secret key is kept, for Settings."""
    if account.keeps_secret:
        return translate("Account", "The secret key is kept in the keychain.")
    return translate("Account", "The secret key is not kept: keys do not renew themselves.")


def lacking_text(account: Account, now: float) -> str:
    """What this service does not offer, for Settings; empty for nothing."""
    names = {
        AccountCall.MODELS: translate("Account", "models"),
        AccountCall.CLASSIFIERS: translate("Account", "prediction APIs"),
    }
    lacking = [name for call, name in names.items() if account.lacks(call.value, now)]
    if not lacking:
        return ""
    if len(lacking) == 2:
        text = translate(
            "Account",
            "This service does not list models or prediction APIs: models are added with their number, and what is"
            " live is what this program knows of.",
        )
    elif account.lacks(AccountCall.MODELS.value, now):
        text = translate("Account", "This service does not list models: add one with its number.")
    else:
        text = translate(
            "Account", "This service does not list prediction APIs: what is live is what this program knows of."
        )
    return text


# News


def new_models_text(count: int) -> str:
    """There are new models in the account."""
    return QCoreApplication.translate("Account", "%n new model(s) in the account", "", count)


def gone_text() -> str:
    """A model that is in the list, and not in its account."""
    return translate("Account", "Not in the account any more")


def gone_details() -> str:
    """The same in full."""
    return translate(
        "Account",
        "The service does not list this model any more. It may have been deleted in the console. Its jobs stay here.",
    )
