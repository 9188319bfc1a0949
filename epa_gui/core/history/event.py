"""An event: one thing this program or the person at it did, as the history keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Detail = str | int | float | bool | None


class EventKind(StrEnum):
    """Everything the history knows. The values are what the database holds; each line tells the event's details.

    Details common to several: ``key`` and ``key_before`` (as shown on screen, ``••••1f3a``), ``ends_at`` (seconds since
    the epoch, or `None`), ``ends_said`` (the service's own words), ``from`` and ``to``.
    """

    MODEL_ADDED = "model added"  # region, host, service_id
    MODEL_RENAMED = "model renamed"  # from, to
    ADDRESS_CHANGED = "model address changed"  # from, to, region, host
    TARGET_CHANGED = "target changed"  # from, to, is_guessed
    MODEL_REMOVED = "model removed"
    MODEL_RESTORED = "model brought back"
    KEY_ADDED = "key added"  # key, ends_at, ends_said
    KEY_CHANGED = "key changed"  # key, key_before, ends_at, ends_said
    KEY_ISSUED = "key issued"  # key, key_before, ends_at, ends_said
    KEY_REMOVED = "key removed"  # key
    SECRET_KEPT = "secret key kept"  # noqa: S105  a word, not a secret  # nosec B105
    SECRET_REMOVED = "secret key removed"  # noqa: S105  the same  # nosec B105
    ACCOUNT_CONNECTED = "account connected"  # region, host, key; is_kept
    ACCOUNT_FORGOTTEN = "account forgotten"  # region, host, key
    JOB_ADOPTED = "job adopted"
    # file, evaluation, rows; for each file and for what was sent, _size and _sha256; for each file of which a copy was
    # sent, _steps (`jobs.copy_step.to_json`), _copy_size and _copy_sha256
    UPLOAD_BEGUN = "upload begun"
    JOB_STARTED = "job started"  # the same
    UPLOAD_FAILED = "upload failed"  # problem, where
    JOB_EDITED = "job edited"  # from, to (its name), note_changed
    STATUS_CHANGED = "status changed"  # from, to, message
    RESULTS_SAVED = "results saved"  # path, size, sha256; untested, if its checksums were not; and what was judged
    RESULTS_JUDGED = "results judged"  # answer, rule, metric, this, previous, judged_rows, new_only, old_only, is_just,
    # chance_least, chance_most, missing, sha256 (of the file)
    RESULTS_OPENED = "results opened"  # path
    LIVE_KEPT = "live model kept"  # what was judged
    # is_from_original: the service said that the original model was live
    # live_before: what the service said of the prediction APIs (`account.kept_reading`), where it can be asked
    SWITCH_ASKED = "switch asked"  # switch, replaces, replaces_name, reason, is_back, live_before; what was judged
    SWITCH_ENDED = "switch ended"  # switch, outcome, problem, said, where
    PREDICTIONS_CHECKED = "predictions checked"  # rows, answered, problem
    PREDICTIONS_COMPARED = "predictions compared"  # rows, answered, changed, biggest_change, problem
    SWITCH_SEEN = "switch seen"  # switch, phase, seconds, live_before, live_after
    # classifier, from_model_id, to_model_id, from_version, to_version, after, updated_at, updated_said
    LIVE_SEEN = "live change seen"
    JOB_REMOVED = "job removed"
    JOB_RESTORED = "job brought back"
    LIST_RESTORED = "list restored"  # problem
    HISTORY_EXPORTED = "history exported"  # path, entries
    UNKNOWN = "unknown"  # kind, as it stands in the file; nothing writes it


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """Something that was done, not yet written down.

    Attributes:
        kind: What it is.
        at: When, seconds since the epoch (UTC).
        model: The identity of the model it is about; empty for none.
        model_name: What that model was called then.
        job: The service's ``retrain_job_id``; empty for none.
        job_name: What that job was called then; empty if it had no name.
        details: What else there is to know, by the names `EventKind` lists. Never a key, never a link.
    """

    kind: EventKind
    at: float
    model: str = ""
    model_name: str = ""
    job: str = ""
    job_name: str = ""
    details: Mapping[str, Detail] = field(default_factory=dict)

    @property
    def job_title(self) -> str:
        """What to call the job: its name, or its ID where it had none."""
        return self.job_name or self.job

    def text(self, name: str) -> str:
        """A detail that is a text; empty if there is none of that name."""
        value = self.details.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """A detail that is a number; `None` if there is none of that name."""
        value = self.details.get(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class Author:
    """Who is at work.

    Attributes:
        user: The name of the computer's user.
        version: This program's.
    """

    user: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An event as it was written down, with what makes a later change of it visible.

    Attributes:
        number: 1 for the first entry, then one more each.
        event: What was done.
        local: When, by the computer's own clock and calendar: ISO 8601 to the second, with the distance from UTC.
        author: Who was at work.
        previous: The fingerprint of the entry before; empty for the first.
        sha256: This entry's own fingerprint: of all above, in hexadecimal.
    """

    number: int
    event: HistoryEvent
    local: str
    author: Author
    previous: str
    sha256: str
