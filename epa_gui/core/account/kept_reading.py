"""What the service said of prediction APIs, as text: for the settings and the history. There is no key to keep."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from epa_gui.core.account.classifier import Classifier, LiveReading
from epa_gui.core.jobs.reading import build, parsed, understood, understood_in

_KEPT = ("classifier_id", "model_id", "status", "status_said", "version", "updated_at", "updated_said")


def classifiers_to_json(classifiers: Iterable[Classifier]) -> str:
    """What tells one state of prediction APIs from another; not where they are, nor when they were made."""
    return json.dumps([_kept(each) for each in classifiers], ensure_ascii=False)


def classifiers_from_json(text: str) -> tuple[Classifier, ...]:
    """What can be understood of it; what cannot is left out."""
    return understood_in(Classifier, text)


def readings_to_json(readings: Mapping[str, LiveReading]) -> str:
    """The newest readings, by account."""
    kept = {
        account: {"asked_at": each.asked_at, "classifiers": [_kept(one) for one in each.classifiers]}
        for account, each in readings.items()
    }
    return json.dumps(kept, ensure_ascii=False)


def readings_from_json(text: str) -> dict[str, LiveReading]:
    """The readings that can be understood; without the others one switch made elsewhere may be missed."""
    try:
        entries = parsed(text)
    except ValueError:
        return {}
    found = {}
    for account, entry in entries.items() if isinstance(entries, dict) else ():
        try:
            asked_at = build(LiveReading, {"asked_at": entry["asked_at"]}).asked_at
            found[account] = LiveReading(asked_at, understood(Classifier, entry["classifiers"]))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def memory_from_json(text: str) -> dict[str, str]:
    """To which model each prediction API belonged, see `live.remembered`; what is not understood is forgotten."""
    try:
        entries = parsed(text)
    except ValueError:
        return {}
    known = entries.items() if isinstance(entries, dict) else ()
    return {name: model for name, model in known if isinstance(name, str) and isinstance(model, str)}


def _kept(classifier: Classifier) -> dict[str, Any]:
    return {name: getattr(classifier, name) for name in _KEPT}
