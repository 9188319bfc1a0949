"""The practice service's calls about the whole account. Source: the service's Japanese manual."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from epa_gui.practice.account_state import DAY, AccountState
from epa_gui.practice.catalogue import MULTI_CLASS, REGRESSION, Entry, Sample
from epa_gui.practice.exchange import Reply, Request
from epa_gui.practice.live_api import LiveApi, standing_of
from epa_gui.practice.refusals import json_reply
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.state_file import Model

_MOST_ASKED = 30


class AccountApi:
    """Answers Get Model and Get Classifier.

    Args:
        state: Keys and the account.
        account: Models and prediction APIs.
        builder: What the samples predict.
        url: The API's origin, asked for with each list.
    """

    def __init__(
        self, state: ServiceState, account: AccountState, builder: ResultsBuilder, url: Callable[[], str]
    ) -> None:
        self._state = state
        self._account = account
        self._builder = builder
        self._url = url

    def models(self, key: str, request: Request) -> Reply:
        """One page of the models."""
        self._check(key, "train", "deploy")
        offset, asked = _number(request.argument("offset"), 0), _number(request.argument("limit"), _MOST_ASKED)
        limit = min(asked, self._account.switches.page)
        models = self._account.models()
        page = [self._model(model, entry) for model, entry in models[offset : offset + limit]]
        return json_reply({"models": page, "metadata": {"offset": offset, "limit": limit, "total": len(models)}})

    def classifiers(self, key: str) -> Reply:
        """All prediction APIs, each with its own key in clear, as the manual says."""
        self._check(key, "deploy", "train")
        return json_reply({"classifiers": [self._classifier(api) for api in self._account.apis()]})

    def _check(self, key: str, kind: str, other: str) -> None:
        self._state.holder(key, other if self._account.switches.swaps_kinds else kind)
        self._state.check_user()

    def _model(self, model: Model, entry: Entry | None) -> dict[str, Any]:
        made = self._account.began_at - (entry.days if entry else 0) * DAY
        return {
            "model_id": model.id,
            "owner_user_id": 7,
            "target_type": _target_type(entry),
            "name": model.name or (entry.name if entry else None),
            "version": "1.0" if entry and entry.kind else None,
            "config": self._config(entry) if entry else {},
            "is_api_option": bool(entry and entry.api),
            "updated_date": _moment(made + DAY),
            "created_date": _moment(made),
        }

    def _config(self, entry: Entry) -> dict[str, Any]:
        if not entry.target:
            return {}  # nothing was trained yet
        target = entry.target if entry.sample is Sample.NONE else self._builder.sample_target(entry.sample)
        config: dict[str, Any] = {"tc": target, "tt": entry.kind, "tsm": bool(entry.time)}
        if entry.positive:
            config["tv"] = entry.positive
        if entry.time:
            config |= {"tsc": entry.time, "tss": entry.series or None, "tsf": 1, "tst": 3}
        return config

    def _classifier(self, api: LiveApi) -> dict[str, Any]:
        is_built = standing_of(api) != "building"
        address = f"{self._url()}/v1/groups/{self._account.group}/classifiers/{api.id}/inference"
        return {
            "classifier_id": api.id,
            "model_id": api.model_id,
            "status": standing_of(api),
            "api_key": api.key,
            "version": str(api.version),
            "url": address if is_built else None,
            "active": is_built,
            "is_editable": True,
            "create_datetime": _moment(api.made_at),
            "update_datetime": _moment(api.updated_at),
            "rules": [],
        }


def _target_type(entry: Entry | None) -> str | None:
    if entry is None or not entry.target:
        return None
    return {REGRESSION: "number", MULTI_CLASS: "category"}.get(entry.kind, "boolean")


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
