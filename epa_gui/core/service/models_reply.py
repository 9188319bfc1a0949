"""Reads what the service says of the account's models."""

import json
from typing import Any

from epa_gui.core.account.account_model import AccountModel, ModelKind, ModelsPage
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.loose_values import moment_of, text_of, truth_of, whole_number_of
from epa_gui.core.service.not_offered import NotOfferedError, is_not_offered
from epa_gui.core.service.reply import Reply, json_in, known_message, refusal_in, said_in

_KINDS = {kind.value: kind for kind in ModelKind if kind is not ModelKind.UNKNOWN}


def models_page_in(reply: Reply) -> ModelsPage:
    """A page of the account's models. An entry that cannot be read is skipped.

    Source: Get Model API, response body: ``{"models": […], "metadata": {"offset", "limit", "total"}}``.

    Raises:
        NotOfferedError: This service has no such call.
        ProblemError: The reply is another refusal, or no list of models.
    """
    refusal = refusal_in(reply)
    if refusal:
        raise (NotOfferedError if is_not_offered(reply, refusal) else ProblemError)(refusal)
    body = json_in(reply)
    entries = body.get("models") if isinstance(body, dict) else None
    if not isinstance(entries, list):
        raise ProblemError(known_message(body) or Problem(ProblemKind.UNREADABLE_ANSWER, said_in(reply)))
    metadata = body.get("metadata")
    total = whole_number_of(metadata.get("total")) if isinstance(metadata, dict) else None
    models = (_model_in(entry) for entry in entries)
    return ModelsPage(tuple(model for model in models if model is not None), len(entries), total)


def _model_in(entry: Any) -> AccountModel | None:
    number = whole_number_of(entry.get("model_id")) if isinstance(entry, dict) else None
    if number is None:
        return None
    config = _config_in(entry.get("config"))
    kind_said = text_of(config.get("tt")) or text_of(entry.get("target_type"))
    updated_at, updated_said = moment_of(entry.get("updated_date"))
    created_at, created_said = moment_of(entry.get("created_date"))
    return AccountModel(
        model_id=number,
        name=text_of(entry.get("name")),
        kind=_KINDS.get(kind_said.strip().lower(), ModelKind.UNKNOWN),
        kind_said=kind_said,
        target=text_of(config.get("tc")),
        positive_value=text_of(config.get("tv")),
        is_time_series=truth_of(config.get("tsm")) or False,
        time_column=text_of(config.get("tsc")),
        series_column=text_of(config.get("tss")),
        is_api_option=truth_of(entry.get("is_api_option")),
        updated_at=updated_at,
        updated_said=updated_said,
        created_at=created_at,
        created_said=created_said,
    )


def _config_in(value: Any) -> dict[str, Any]:
    """The settings of a training, which may be JSON within JSON."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    return value if isinstance(value, dict) else {}
