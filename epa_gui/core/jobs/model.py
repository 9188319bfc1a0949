"""A model of the service, as this program knows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from epa_gui.core.jobs.region import BASE_URLS, Region, called_address


@dataclass(frozen=True, slots=True)
class Model:
    """One model: its name here and where its service is. The API key is in the keychain, never here.

    Attributes:
        id: This program's own identity for it (a UUID); the keychain entry is named after it.
        name: What the person calls it.
        region: Which service it belongs to.
        address: The base URL for `Region.OWN`; empty for the others.
        key_hint: The last four characters of its API key, all that is ever shown of it.
        key_added_at: When the key was given, seconds since the epoch (UTC).
        added_at: When the model was added, seconds since the epoch (UTC).
        removed_at: When it was removed; it goes for good when the program closes.
        service_id: The service's number for it ("Model ID"), where it was told: needed to issue keys.
        has_secret: Whether the account's secret key is in the keychain, so that a new key is one click.
        key_ends_at: When its API key ends, seconds since the epoch (UTC); `None` if nobody knows.
        key_end_said: The service's own words for that, where it issued the key here.
        target: The column this model predicts; empty if not known.
        target_is_guessed: Whether that was read from results instead of told.
        value_measure: The business's own measure of it as JSON, see `results.value_measure`; empty if none was set.
        encoding: What a person said that its files are written in (Python's name of the codec); taken where a file's
            letters leave a doubt; empty if nobody had to say.
        account: The identity of the `Account` it was taken from, whose secret key issues its keys; empty for none.
        kind: What it predicts, in the service's word (``binary_classification``); empty if not known.
        time_column: The column that holds the time, of a time series; empty for none, or if not known.
        prediction_address: Where its prediction API is asked for predictions; empty if nobody told.
        checks_predictions: Whether a few predictions are asked for around every switch.
    """

    id: str
    name: str
    region: Region = Region.GLOBAL
    address: str = ""
    key_hint: str = ""
    key_added_at: float = 0.0
    added_at: float = 0.0
    removed_at: float | None = None
    service_id: int | None = None
    has_secret: bool = False
    key_ends_at: float | None = None
    key_end_said: str = ""
    target: str = ""
    target_is_guessed: bool = False
    value_measure: str = ""
    encoding: str = ""
    account: str = ""
    kind: str = ""
    time_column: str = ""
    prediction_address: str = ""
    checks_predictions: bool = False

    @property
    def key_end_is_about(self) -> bool:
        """Whether the end is reckoned from the day the key was pasted instead of told by the service."""
        return not self.key_end_said


def service_address(model: Model, practice_address: str = "") -> str:
    """The base URL of the model's service.

    Empty where the practice service is asked for but not running, and for an address that must not be called.
    """
    if model.region is Region.PRACTICE:
        return practice_address
    return BASE_URLS.get(model.region) or called_address(model.address)


def names_in_order(models: Iterable[Model]) -> dict[str, str]:
    """The models' names by identity, in the order of the alphabet."""
    return {model.id: model.name for model in sorted(models, key=lambda model: model.name.casefold())}
