"""A model as the account lists it: what it predicts, and since when it is there."""

from dataclasses import dataclass
from enum import StrEnum

PAGE = 30
"""Models asked for at a time. Source: Get Model API, ``limit``."""

MOST_PAGES = 100
MOST_MODELS = 3000
"""Where asking ends, whatever the service says how many there are."""


class ModelKind(StrEnum):
    """What a model predicts. Source: Get Model API, ``config.tt``."""

    BINARY = "binary_classification"
    MULTI_CLASS = "multi_classification"
    REGRESSION = "regression"
    UNKNOWN = "unknown"  # another word, or none: see `AccountModel.kind_said`


@dataclass(frozen=True, slots=True)
class AccountModel:
    """One model of the account. What the service did not say, or not so that it can be understood, is empty or `None`.

    Source: Get Model API, response body.

    Attributes:
        model_id: The service's number for it.
        name: What it is called there.
        kind: What it predicts.
        kind_said: The service's own word for that.
        target: The column that it predicts.
        positive_value: Of two classes the one that is looked for.
        is_time_series: Whether it predicts the next values of a series.
        time_column: The column that holds the time.
        series_column: The column that tells one series from the other.
        is_api_option: Whether it may have a prediction API.
        updated_at: When it was changed last, seconds since the epoch (UTC).
        updated_said: The service's own words for that.
        created_at: When it was made, seconds since the epoch (UTC).
        created_said: The service's own words for that.
    """

    model_id: int
    name: str = ""
    kind: ModelKind = ModelKind.UNKNOWN
    kind_said: str = ""
    target: str = ""
    positive_value: str = ""
    is_time_series: bool = False
    time_column: str = ""
    series_column: str = ""
    is_api_option: bool | None = None
    updated_at: float | None = None
    updated_said: str = ""
    created_at: float | None = None
    created_said: str = ""


@dataclass(frozen=True, slots=True)
class ModelsPage:
    """A part of the account's models.

    Attributes:
        models: Those that could be read, in the service's order.
        entries: How many there were on this page, those that could not be read among them.
        total: How many there are in all, if the service said so.
    """

    models: tuple[AccountModel, ...]
    entries: int
    total: int | None = None

    @property
    def skipped(self) -> int:
        """How many could not be read."""
        return self.entries - len(self.models)


@dataclass(frozen=True, slots=True)
class AccountModels:
    """All of the account's models, as far as they were told.

    Attributes:
        models: Each number once, in the service's order.
        skipped: How many entries could not be read.
        total: How many there are, if the service said so.
        is_whole: Whether the service had no more to tell; else asking was ended, because there are too many of them
            (`MOST_MODELS`) or because what it said of the rest made no sense.
    """

    models: tuple[AccountModel, ...] = ()
    skipped: int = 0
    total: int | None = None
    is_whole: bool = True


class ModelsPager:
    """Joins pages, and decides whether to ask for another one: the service's own count is not relied on."""

    def __init__(self) -> None:
        self.offset = 0
        self._pages = 0
        self._models: dict[int, AccountModel] = {}
        self._skipped = 0
        self._total: int | None = None
        self._is_whole = True

    def take(self, page: ModelsPage) -> bool:
        """Add the page that begins at `offset`; whether the next one, at the new `offset`, is to be asked for."""
        self._pages += 1
        before = len(self._models)
        for model in page.models:
            self._models.setdefault(model.model_id, model)
        self._skipped += page.skipped
        self._total = page.total if page.total is not None else self._total
        self.offset += page.entries
        brought_nothing = len(self._models) == before and not page.skipped
        if brought_nothing:  # an empty page, or the same one once more
            self._is_whole = not page.entries and (self._total is None or self.offset >= self._total)
            return False
        if self._total is not None and self.offset >= self._total:
            return False
        self._is_whole = self._pages < MOST_PAGES and self.offset < MOST_MODELS
        return self._is_whole

    def models(self) -> AccountModels:
        """What was told so far."""
        return AccountModels(tuple(self._models.values()), self._skipped, self._total, self._is_whole)
