"""What a person can set, and its limits."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from epa_gui.core.jobs.reading import parsed
from epa_gui.core.text.language_code import SYSTEM, is_language_choice

SHORTEST_CHECK = 10
LONGEST_CHECK = 600
MOST_REQUESTS = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """The program's settings.

    Attributes:
        check_seconds: How often a young job is asked about, seconds; 10 to 600.
        default_folder: Where results of a model that never had any saved are offered; empty for the system's choice.
        language: ``system``, or a language such as ``en``, ``ja`` or ``pt_BR``; one that the program does not speak
            counts as the first.
        notify: Whether to show a notification when a job finishes or fails.
        requests_at_once: How many checks may be under way together.
        fetch_results: Whether the results of a job that finishes are fetched by themselves, for looking.
        renew_keys: Whether keys are renewed by themselves before they end, where the account's secret key is kept.
    """

    check_seconds: int = 30
    default_folder: str = ""
    language: str = SYSTEM
    notify: bool = True
    requests_at_once: int = MOST_REQUESTS
    fetch_results: bool = True
    renew_keys: bool = True

    def within_limits(self) -> "Settings":
        """The same with every number inside its limits."""
        return replace(
            self,
            check_seconds=min(LONGEST_CHECK, max(SHORTEST_CHECK, self.check_seconds)),
            requests_at_once=min(64, max(1, self.requests_at_once)),
            language=self.language if is_language_choice(self.language) else SYSTEM,
        )


_OTHERS: dict[str, type] = {"layout": dict, "columns": str, "accounts": list, "practice guide": str}
"""What else is stored under names of its own; everything else is a text or anybody's."""


def check_stored(name: str, text: str) -> None:
    """See that a stored setting is what its name says.

    Raises:
        ValueError: It is no JSON, or of another type.
    """
    value = parsed(text)
    expected = {field.name: type(field.default) for field in fields(Settings)} | _OTHERS
    wanted = str if name.startswith("folder of ") else expected.get(name)
    if wanted is not None and type(value) is not wanted:
        raise ValueError(f"{type(value).__name__} instead of {wanted.__name__}")


def settings_from(stored: Mapping[str, str]) -> Settings:
    """The settings in the stored JSON values; one that is missing or of the wrong type keeps its default."""
    values: dict[str, Any] = {}
    for field in fields(Settings):
        try:
            value = parsed(stored[field.name])
        except (KeyError, ValueError):
            continue
        if type(value) is type(field.default):
            values[field.name] = value
    return Settings(**values).within_limits()
