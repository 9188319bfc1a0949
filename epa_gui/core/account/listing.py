"""What a list of the account's models means for those in the list here. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from epa_gui.core.account.account_model import AccountModel, AccountModels
from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.jobs.account import Account, ServiceName
from epa_gui.core.jobs.model import Model

LONGEST_NAME = 120
"""Characters of a model's name here; the service may have longer ones."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A model has another name at the service, and is to be called so here too.

    Attributes:
        model: As it is here.
        name: Its name there now.
    """

    model: Model
    name: str


@dataclass(frozen=True, slots=True)
class AccountNews:
    """What changed in the account since it was looked at last.

    Attributes:
        new: Models that were not there before.
        renamed: Models in the list here that follow their name there.
        gone: Models in the list here that are not in the account any more, told for the first time.
    """

    new: tuple[AccountModel, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    gone: tuple[Model, ...] = ()


def models_of(account: Account, models: Iterable[Model]) -> dict[int, Model]:
    """The models in the list that are in an account, by the service's numbers: taken from it, or at the same place."""
    return {
        model.service_id: model
        for model in models
        if model.service_id is not None and account.is_at(model.region, model.address)
    }


def news_of(account: Account, models: Iterable[Model], told: AccountModels) -> AccountNews:
    """What is new in a list of the account's models; nothing at the first look, when all of it is.

    Args:
        account: As it was before.
        models: Those in the list here.
        told: The account's models.
    """
    there = {each.model_id: each for each in told.models}
    here = models_of(account, models)
    before = {each.number: each.name for each in account.service_names}
    renamed = []
    for number, model in here.items():
        name, old = there[number].name if number in there else "", before.get(number, "")
        if name and old and name != old and model.name in {short_name(old), numbered_name(old, number)}:
            renamed.append(Renamed(model, name))
    gone = [here[number] for number in gone_numbers(account, models, told) if number not in account.gone_models]
    known = set(account.known_models) | set(here)
    new = [each for each in told.models if each.model_id not in known] if account.models_asked_at else []
    return AccountNews(tuple(new), tuple(renamed), tuple(gone))


def gone_numbers(account: Account, models: Iterable[Model], told: AccountModels) -> tuple[int, ...]:
    """The numbers of models in the list here that are not in the account any more.

    Only a list that is whole tells: what could not be read in it may be one of them.
    """
    if not told.is_whole or told.skipped:
        return account.gone_models
    there = {each.model_id for each in told.models}
    return tuple(number for number in models_of(account, models) if number not in there)


def looked_at(account: Account, models: Iterable[Model], told: AccountModels, now: float) -> Account:
    """The account once its models were looked at.

    Args:
        account: As it was before.
        models: Those in the list here.
        told: The account's models.
        now: Seconds since the epoch (UTC).
    """
    models = list(models)
    here = models_of(account, models)
    there = {each.model_id for each in told.models}
    # A model that could not be read this time is not new the next time.
    kept = () if told.is_whole and not told.skipped else account.known_models
    names = {each.number: each for each in account.service_names if each.number in here}
    names |= {
        each.model_id: ServiceName(each.model_id, each.name)
        for each in told.models
        if each.model_id in here and each.name
    }
    return replace(
        account,
        known_models=tuple(sorted(there.union(kept))),
        models_asked_at=now,
        service_names=tuple(names.values()),
        gone_models=gone_numbers(account, models, told),
    )


def has_prediction_api(model: AccountModel, reading: LiveReading | None, numbers: Collection[int]) -> bool | None:
    """Whether a model of the account has a prediction API; `None` if nobody knows.

    Args:
        model: The model.
        reading: The account's prediction APIs, where they can be asked for.
        numbers: The numbers of all the account's models.
    """
    if reading is None:
        return model.is_api_option
    behind = {each.model_id for each in reading.classifiers}
    if model.model_id in behind:
        return True
    # After a switch a prediction API has the number of the retrained model, of which nobody can say whose it was.
    has_strangers = any(number is None or number not in numbers for number in behind)
    return model.is_api_option if has_strangers or reading.skipped else False


def short_name(name: str) -> str:
    """A name of the service as it fits here."""
    return name.strip()[:LONGEST_NAME].rstrip()


def numbered_name(name: str, number: int) -> str:
    """The same with the service's number behind it."""
    end = f" ({number})"
    return name.strip()[: LONGEST_NAME - len(end)].rstrip() + end


def own_name(name: str, number: int, taken: Iterable[str]) -> str:
    """What to call a model here: its name at the service, with its number where another one is called so already."""
    names = {each.casefold() for each in taken}
    short = short_name(name)
    if short.casefold() not in names:
        return short
    wanted, count = numbered_name(name, number), 2
    while wanted.casefold() in names:
        wanted, count = f"{numbered_name(name, number)[: LONGEST_NAME - 4]} {count}", count + 1
    return wanted
