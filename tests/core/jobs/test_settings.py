"""Settings survive any nonsense in the file."""

import json
from dataclasses import asdict

import pytest

from epa_gui.core.jobs.settings import Settings, settings_from


def test_settings_come_back_as_they_were_stored() -> None:
    settings = Settings(60, "/tmp/results", "ja", notify=False, requests_at_once=2)
    assert settings_from({name: json.dumps(value) for name, value in asdict(settings).items()}) == settings


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"something_else": "1"},
        {"check_seconds": ""},
        {"check_seconds": "{"},
        {"check_seconds": '"60"'},
        {"check_seconds": "60.5"},
        {"check_seconds": "true"},
        {"check_seconds": "null"},
        {"notify": "0"},
        {"notify": "[]"},
        {"default_folder": "7"},
        {"language": '"../klingon"'},
        {"language": "\ufeff"},
        {"requests_at_once": "NaN"},
        {"requests_at_once": "9" * 5000},
    ],
)
def test_nonsense_keeps_the_default(stored: dict[str, str]) -> None:
    assert settings_from(stored) == Settings()


@pytest.mark.parametrize(
    ("stored", "kept"), [("-5", 10), ("0", 10), ("9", 10), ("10", 10), ("600", 600), ("601", 600), ("9" * 30, 600)]
)
def test_the_interval_stays_within_its_limits(stored: str, kept: int) -> None:
    assert settings_from({"check_seconds": stored}).check_seconds == kept


@pytest.mark.parametrize(("stored", "kept"), [("0", 1), ("-1", 1), ("65", 64)])
def test_at_least_one_request_is_allowed_and_not_any_number(stored: str, kept: int) -> None:
    assert settings_from({"requests_at_once": stored}).requests_at_once == kept
