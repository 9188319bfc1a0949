"""The words about accounts and their models."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.account.account_model import AccountModel, AccountModels, ModelKind
from epa_gui.core.account.key_kind import AccountCall
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.problem import CONNECTION_KINDS, KEY_KINDS, Problem, ProblemKind
from epa_gui.core.keys.key_text import Mistaken, clean_key, masked, mistaken
from epa_gui.core.text.foreign_text import fill, shown, shown_lines
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import region_name
from epa_gui.ui.base.joining import in_line, sentences
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
        "KIND": translate("Account", "Prediction type"),
        "TARGET": translate("Account", "Column to predict"),
        "UPDATED": translate("Account", "Last updated"),
        "API": translate("Account", "Prediction API"),
        "NOTE": translate("Account", "In EPA Desktop"),
    }[name]


def unnamed(number: int) -> str:
    """A model without a name."""
    return fill(translate("Account", "Model {0}"), number)


def kind_text(model: AccountModel) -> str:
    """What a model predicts, in words; the service's own where they are not known."""
    word = {
        ModelKind.BINARY: translate("Account", "Binary classification"),
        ModelKind.MULTI_CLASS: translate("Account", "Multiclass classification"),
        ModelKind.REGRESSION: translate("Account", "Numerical prediction"),
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
        text = (
            translate("Account", "Yes", "the model is in the list here")
            if state == "listed"
            else translate("Account", "✓ Added")
        )
        called = (
            translate("Account", "Yes, as “{0}”") if state == "listed" else translate("Account", "✓ Added as “{0}”")
        )
        return fill(called, name_here) if name_here else text
    if state == "failed":
        return fill(translate("Account", "⚠ {0}"), reason.partition("\n")[0])
    return {
        "new": translate("Account", "New in the account"),
        "waiting": translate("Account", "Waiting…"),
        "under way": translate("Account", "Adding…"),
        "maybe issued": translate("Account", "A key may have been issued before; adding the model issues another"),
    }.get(state, "")


# Connecting


def secret_key_trouble(text: str, *, is_model_key: bool) -> str:
    """What is wrong with what was entered as a secret key; empty for nothing."""
    place = secret_key_place_text()
    if not text:
        return fill(translate("Account", "Paste the secret key. {0}"), place)
    wrong = mistaken(text)
    if wrong is Mistaken.PREDICTION_ADDRESS:
        happened = translate("Account", "This is the address of a prediction API, not the account’s secret key.")
    elif wrong is Mistaken.ADDRESS:
        happened = translate("Account", "This is a web address, not the account’s secret key.")
    elif is_model_key:
        happened = translate("Account", "This is the API key of one model, not the account’s secret key.")
    elif clean_key(text).problem:
        happened = translate(
            "Account", "This is not a secret key. It is too long, or contains characters that keys do not have."
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
                translate("Account", "The secret key was not accepted: it is wrong, or no longer active."),
                secret_key_place_text(),
                translate("Account", "The keys on a model’s “Create API” (API作成) tab do not work here."),
            )
        )
    words = problem_words(problem)
    said = shown_lines(problem.said) if problem.kind is ProblemKind.REFUSED else ""
    nothing = translate("Account", "The account was not connected.")
    try_again = translate("Account", "Try again later.") if problem.kind not in CONNECTION_KINDS else ""
    return "\n".join(filter(None, (sentences(words.happened, nothing), said, words.to_do or try_again)))


def listing_text(problem: Problem, *, is_about_secret: bool) -> str:
    """Why an account's models could not be had."""
    words = secret_problem_words(problem) if is_about_secret else problem_words(problem)
    nothing = translate("Account", "The account’s models cannot be shown.")
    said = shown_lines(problem.said) if problem.kind is ProblemKind.REFUSED else ""
    return "\n".join(filter(None, (sentences(nothing, words.happened), said, words.to_do)))


def adding_problem_text(problem: Problem) -> str:
    """Why one model could not be added: first in a line, then more of it."""
    if problem.kind in KEY_KINDS:
        happened = translate("Account", "The service did not issue a key for this model with this secret key.")
        more = shown_lines(problem.said)
    elif problem.kind in _UNCERTAIN:
        happened = problem_words(problem).happened
        more = translate(
            "Account",
            "It is not known whether a key was issued. Trying again issues another one. Keys expire by themselves.",
        )
    else:
        words = secret_problem_words(problem)
        happened, more = words.happened, "\n".join(part for part in (words.means, shown_lines(problem.said)) if part)
    return f"{happened}\n{more}".strip()


def account_line_text(account: Account, told: AccountModels) -> str:
    """Above the account's models: whose they are, how many, and what could not be read."""
    count, skipped = len(told.models), told.skipped
    models = QCoreApplication.translate("Account", "%n model(s) in the account {0} ({1})", "", count)
    place = region_name(account.region, account.address)
    parts = [fill(models, masked(account.secret_hint), place)]
    if skipped:
        parts.append(QCoreApplication.translate("Account", "%n entries could not be read", "", skipped))
    if not told.is_whole:
        parts.append(translate("Account", "the service did not list all models"))
    return in_line(*parts)


def counted_text(shown_count: int, total: int, chosen: int, listed_count: int) -> str:
    """Below the models: how many are shown, are chosen, and are in the list already."""
    shown_text = fill(translate("Account", "{0} of {1} shown"), shown_count, total) if shown_count != total else ""
    chosen_text = QCoreApplication.translate("Account", "%n chosen", "", chosen)
    there = QCoreApplication.translate("Account", "%n already in EPA Desktop", "", listed_count) if listed_count else ""
    return in_line(*filter(None, (shown_text, chosen_text, there)))


def adding_text(number: int, total: int, name: str) -> str:
    """Which model is being added."""
    return fill(translate("Account", "Adding “{2}”… {0} of {1}"), number, total, name)


def ended_text(added: int, failed: int, untried: int) -> str:
    """What came of adding models."""
    parts = [QCoreApplication.translate("Account", "%n model(s) added", "", added)]
    if failed:
        parts.append(QCoreApplication.translate("Account", "%n could not be added", "", failed))
    if untried:
        parts.append(QCoreApplication.translate("Account", "%n not processed", "", untried))
    return in_line(*parts)


def no_list_text() -> str:
    """A service that does not tell its models: no trouble, only another way."""
    return translate(
        "Account",
        "This service does not list models. Add each model by its ID, which the console shows."
        " The secret key is used to issue the model’s own key.",
    )


def one_model_key_text() -> str:
    """Where the key of a single model is, for those who have no secret key."""
    return key_place_text()


# Settings


def keeping_text(account: Account) -> str:
    """Whether an account's secret key is kept, for Settings."""
    if account.keeps_secret:
        return translate("Account", "The secret key is kept in the keychain.")
    return translate("Account", "The secret key is not kept, so keys do not renew themselves.")


def lacking_text(account: Account, now: float) -> str:
    """What this service does not offer, for Settings; empty for nothing."""
    lacks_models = account.lacks(AccountCall.MODELS.value, now)
    lacks_apis = account.lacks(AccountCall.CLASSIFIERS.value, now)
    if lacks_models and lacks_apis:
        return translate(
            "Account",
            "This service does not list models or prediction APIs. Models are added by their ID. What is live"
            " is shown as far as this program knows.",
        )
    if lacks_models:
        return translate("Account", "This service does not list models. Add them by their ID.")
    if lacks_apis:
        return translate(
            "Account", "This service does not list prediction APIs. What is live is shown as far as this program knows."
        )
    return ""


# News


def new_models_text(count: int) -> str:
    """There are new models in the account."""
    return QCoreApplication.translate("Account", "%n new model(s) in the account", "", count)


def gone_text() -> str:
    """A model that is in the list, and not in its account."""
    return translate("Account", "No longer in the account")


def gone_details() -> str:
    """The same in full."""
    return translate(
        "Account",
        "The service no longer lists this model. It may have been deleted in the console. Its jobs stay here.",
    )
