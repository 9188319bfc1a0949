"""What a row of the list is in memory, and what a thing in memory is as a row.

Reading is strict: what is not exactly what this version writes raises `ValueError`.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from epa_gui.core.jobs.job import Job, JobKey, Partial, Saved, StatusEntry, Upload
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.core.jobs.reading import build, parsed
from epa_gui.core.jobs.settings import check_stored
from epa_gui.core.jobs.verdict_note import VerdictNote

MOST_SAID = 300
"""Characters of what is wrong with a row."""

_MODEL_CLAIMS = ("has_secret", "target_is_guessed", "checks_predictions")
_PACKED = ("saved", "partial", "upload")
_PROBLEMS = ("problem", "save_problem", "send_problem", "switch_problem")


@dataclass(frozen=True, slots=True)
class Setting:
    """One value to remember, as JSON text."""

    name: str
    value: str


def setting_in(row: dict[str, Any]) -> Setting:
    """The setting in a row of its table."""
    setting = build(Setting, row)
    check_stored(setting.name, setting.value)
    return setting


def row_of(change: Model | Job | Setting) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """The table, the row and the columns that identify it."""
    if isinstance(change, Setting):
        return "setting", {"name": change.name, "value": change.value}, ("name",)
    if isinstance(change, Model):
        row = asdict(change) | {"region": change.region.value}
        for name in _MODEL_CLAIMS:
            row[name] = int(row[name])
        return "model", row, ("id",)
    row = {name: getattr(change, name) for name in Job.__dataclass_fields__}
    for name in (*_PACKED, *_PROBLEMS):
        row[name] = packed(row[name])
    row["has_file"] = int(change.has_file)
    row["verdict"] = change.verdict.to_json() if change.verdict else None
    return "job", row, ("model", "id")


def model_in(row: dict[str, Any]) -> Model:
    """The model in a row of its table."""
    return build(Model, row | {name: _claim(row[name]) for name in _MODEL_CLAIMS})


def job_in(row: dict[str, Any]) -> Job:
    """The job in a row of its table."""
    unpacked = {name: parsed(row[name]) for name in _PACKED if row[name] is not None}
    problems = {name: _problem(row[name]) for name in _PROBLEMS}
    verdict = VerdictNote.from_json(row["verdict"]) if row["verdict"] is not None else None
    return build(Job, row | unpacked | problems | {"has_file": _claim(row["has_file"]), "verdict": verdict})


def _claim(value: Any) -> bool:
    if value not in {0, 1}:
        raise ValueError(f"neither yes nor no: {value!r}")
    return bool(value)


def status_entry_in(job: JobKey, row: dict[str, Any]) -> StatusEntry | None:
    """One change; a problem that cannot be read is told as it stands there. `None` if nothing can be shown."""
    try:
        problem = _problem(row["problem"])
    except ValueError:
        problem = Problem(ProblemKind.UNEXPECTED, str(row["problem"])[:MOST_SAID])
    try:
        said = {name: row[name] for name in ("at", "status", "message")}
        return build(StatusEntry, said | {"job": job, "problem": problem})
    except ValueError:
        return None


def _problem(text: str | None) -> Problem | None:
    return Problem.from_json(text) if text else None


def profile_values(profile: Profile) -> tuple[Any, ...]:
    """In the order of the table."""
    return (
        profile.model,
        profile.job,
        profile.sent_at,
        # A name on Linux may hold bytes that are no text, which SQLite refuses: they are not worth the profile.
        profile.file_name.encode("utf-8", "replace").decode(),
        profile.rows,
        profile.size,
        profile.sha256,
        profile.file_sha256,
        json.dumps([asdict(column) for column in profile.columns]),
    )


def profile_in(row: dict[str, Any]) -> Profile:
    """The profile in a row of its table."""
    columns = parsed(row["columns"])
    if isinstance(columns, list):
        columns = [_column(column) for column in columns]
    return build(Profile, {name: row[name] for name in row if name != "number"} | {"columns": columns})


def _column(told: Any) -> Any:
    """A newer version knows more types of columns, and more of each; what is needed here is read all the same."""
    if not isinstance(told, dict):
        return told
    known = {name: told[name] for name in ColumnProfile.__dataclass_fields__ if name in told}
    kind = known.get("type")
    return known | {"type": ColumnType.TEXT.value} if isinstance(kind, str) and kind not in list(ColumnType) else known


def packed(value: Problem | Saved | Partial | Upload | None) -> str | None:
    """A part of a job as its column holds it."""
    if isinstance(value, Problem):
        return value.to_json()
    # In ASCII: a path on Linux may hold bytes that are no text, which SQLite refuses and JSON's escapes bring back.
    return json.dumps(asdict(value)) if value else None
