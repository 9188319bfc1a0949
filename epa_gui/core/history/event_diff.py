"""What goes into the history when something changes: one place that compares before and after."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.judged import judged
from epa_gui.core.jobs import copy_step
from epa_gui.core.jobs.job import Job, Saved, Upload
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.region import BASE_URLS


def about_model(
    before: Model | None, after: Model, now: float, *, is_key_issued: bool = False
) -> Iterator[HistoryEvent]:
    """What was done to a model.

    Args:
        before: The model as it was; `None` for one that is added.
        after: As it is now.
        now: Seconds since the epoch.
        is_key_issued: Whether its key, if it is a new one, was issued here by the service.
    """

    def event(kind: EventKind, **details: Detail) -> HistoryEvent:
        return HistoryEvent(kind, now, after.id, after.name, details=details)

    if before is None:
        host = _host(after.address)
        yield event(EventKind.MODEL_ADDED, region=after.region.value, host=host, service_id=after.service_id)
    elif before.name != after.name:
        yield event(EventKind.MODEL_RENAMED, **_from_to(before.name, after.name))
    if before is not None:
        yield from about_address(_place(before.region.value, _host(before.address)), after, now)
    yield from _about_key(before, after, event, is_issued=is_key_issued)
    if (before.target if before else "") != after.target:
        told = _from_to(before.target if before else "", after.target)
        yield event(EventKind.TARGET_CHANGED, **told, is_guessed=after.target_is_guessed)


ADDRESS_KINDS = (EventKind.MODEL_ADDED, EventKind.ADDRESS_CHANGED)
"""What tells where a model's service is."""


def told_places(events: Iterable[HistoryEvent]) -> dict[str, str]:
    """Where each model's service was when that was told last.

    Args:
        events: Those of `ADDRESS_KINDS`, oldest first.

    Returns:
        By the model's identity: a host, with its port if it names one; ``practice`` for the practice service.
    """
    return {
        event.model: _place(event.text("region"), event.text("host")) for event in events if event.kind in ADDRESS_KINDS
    }


def about_address(told: str, model: Model, now: float) -> Iterator[HistoryEvent]:
    """That a model's service is elsewhere than was told last, whoever moved it: keys go where the address says.

    Args:
        told: Where it was, as `told_places` has it.
        model: As it is now.
        now: Seconds since the epoch.
    """
    host = _host(model.address)
    place = _place(model.region.value, host)
    if place != told:
        details = _from_to(told, place) | {"region": model.region.value, "host": host}
        yield HistoryEvent(EventKind.ADDRESS_CHANGED, now, model.id, model.name, details=details)


def _place(region: str, host: str) -> str:
    official = {known.value: _host(address) for known, address in BASE_URLS.items()}
    return official.get(region) or host or region


def _host(address: str) -> str:
    """An address that is none has come by other means than this program: it is told as it is."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _about_key(
    before: Model | None, after: Model, event: Callable[..., HistoryEvent], *, is_issued: bool
) -> Iterator[HistoryEvent]:
    had_key = before is not None and bool(before.key_added_at)
    if after.key_added_at and (before is None or before.key_added_at != after.key_added_at):
        details: dict[str, Detail] = {
            "key": shown_key(after.key_hint),
            "ends_at": after.key_ends_at,
            "ends_said": after.key_end_said,
        }
        if before is not None and had_key:
            details["key_before"] = shown_key(before.key_hint)
        pasted = EventKind.KEY_CHANGED if had_key else EventKind.KEY_ADDED
        yield event(EventKind.KEY_ISSUED if is_issued else pasted, **details)
    had_secret = before is not None and before.has_secret
    if after.has_secret and not had_secret:
        yield event(EventKind.SECRET_KEPT)
    elif had_secret and not after.has_secret:
        yield event(EventKind.SECRET_REMOVED)


def about_job(before: Job | None, after: Job, model_name: str, now: float) -> Iterator[HistoryEvent]:
    """What was done with a job, or what became of it.

    Args:
        before: The job as it was; `None` for one that is added.
        after: As it is now.
        model_name: What its model is called.
        now: Seconds since the epoch.
    """

    def event(kind: EventKind, details: Mapping[str, Detail]) -> HistoryEvent:
        return HistoryEvent(kind, now, after.model, model_name, after.id, after.name, details)

    if before is None:
        if after.upload is None:
            yield event(EventKind.JOB_ADOPTED, {})
        else:
            yield event(EventKind.UPLOAD_BEGUN, _sent(after.upload))
        before = Job(after.id, after.model, after.name, after.note)
    if (before.name, before.note) != (after.name, after.note):
        changed = _from_to(before.name, after.name) if before.name != after.name else {}
        yield event(EventKind.JOB_EDITED, {**changed, "note_changed": before.note != after.note})
    if after.upload and after.upload.arrived_at and not (before.upload and before.upload.arrived_at):
        yield event(EventKind.JOB_STARTED, _sent(after.upload))
    if after.send_problem and after.send_problem != before.send_problem:
        problem = after.send_problem
        yield event(EventKind.UPLOAD_FAILED, {"problem": problem.kind.value, "where": problem.where})
    if (before.status, before.message) != (after.status, after.message):
        yield event(EventKind.STATUS_CHANGED, {**_from_to(before.status, after.status), "message": after.message})
    for kind, details in _about_results(before, after):
        yield event(kind, details)


def _about_results(before: Job, after: Job) -> Iterator[tuple[EventKind, dict[str, Detail]]]:
    """What was saved, judged and opened. Results that are saved are judged at once: that is one event."""
    told = judged(after.verdict) if after.verdict and after.verdict != before.verdict else {}
    if after.saved and after.saved != before.saved:
        yield EventKind.RESULTS_SAVED, told | _saved(after.saved)
    elif told:
        yield EventKind.RESULTS_JUDGED, told
    if after.opened_at and after.opened_at != before.opened_at:
        yield EventKind.RESULTS_OPENED, {"path": after.saved.path if after.saved else ""}
    if after.kept_at and after.kept_at != before.kept_at:
        yield EventKind.LIVE_KEPT, judged(after.verdict) if after.verdict else {}


def shown_key(hint: str) -> str:
    """A key as it may be shown."""
    return f"••••{hint}"


def _from_to(before: str, after: str) -> dict[str, Detail]:
    return {"from": before, "to": after}


def _sent(upload: Upload) -> dict[str, Detail]:
    told: dict[str, Detail] = {
        "file": PurePath(upload.training).name,
        "rows": upload.rows,
        "file_size": upload.training_size,
        "file_sha256": upload.training_sha256,
    }
    if upload.training_steps:
        told |= {
            "file_steps": copy_step.to_json(upload.training_steps),
            "file_copy_size": upload.training_copy_size,
            "file_copy_sha256": upload.training_copy_sha256,
        }
    if upload.evaluation:
        told |= {
            "evaluation": PurePath(upload.evaluation).name,
            "evaluation_size": upload.evaluation_size,
            "evaluation_sha256": upload.evaluation_sha256,
        }
    if upload.evaluation_steps:
        told |= {
            "evaluation_steps": copy_step.to_json(upload.evaluation_steps),
            "evaluation_copy_size": upload.evaluation_copy_size,
            "evaluation_copy_sha256": upload.evaluation_copy_sha256,
        }
    if upload.overruled:
        told["in_spite_of"] = ", ".join(upload.overruled)
    return told | {"sent_size": upload.size, "sent_sha256": upload.sha256}


def _saved(saved: Saved) -> dict[str, Detail]:
    told: dict[str, Detail] = {"path": saved.path, "size": saved.size, "sha256": saved.sha256}
    if saved.untested:
        told["untested"] = saved.untested
    return told
