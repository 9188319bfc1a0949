"""Trouble as a value: what kind it is, and what was said about it. Its words are in `ui.base.problem_text`."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from epa_gui.core.jobs.reading import build, parsed


class ProblemKind(StrEnum):
    """Every kind of trouble this program can explain. The values are what the database holds."""

    # The service's own refusals (source: the manual's table of errors)
    NO_SUCH_KEY = "no such key"
    KEY_INACTIVE = "key inactive"
    KEY_WRONG = "key wrong"
    JOB_NOT_FOUND = "job not found"
    JOB_DELETED = "job deleted"
    ACCOUNT_DELETED = "account deleted"
    MODEL_DELETED = "model deleted"
    MODEL_ID_REQUIRED = "model ID required"
    PREDICTION_API_DELETED = "prediction API deleted"
    JOB_NOT_FINISHED = "job not finished"
    CONFIGURATION_DELETED = "configuration deleted"
    REFUSED = "refused"
    # What a job itself says
    JOB_FAILED = "job failed"
    # Answers that are none
    TOO_MANY_REQUESTS = "too many requests"
    SERVICE_TROUBLE = "service trouble"
    NOT_THE_SERVICE = "not the service"
    UNREADABLE_ANSWER = "unreadable answer"
    ANSWER_TOO_LARGE = "answer too large"
    REDIRECTED = "redirected"
    # The way there
    NAME_NOT_FOUND = "name not found"
    CONNECTION_REFUSED = "connection refused"
    CONNECTION_LOST = "connection lost"
    TIMED_OUT = "timed out"
    TLS_FAILED = "TLS failed"
    PROXY_FAILED = "proxy failed"
    CERTIFICATES_MISSING = "certificates missing"
    BAD_ADDRESS = "bad address"
    # Storage links
    LINK_EXPIRED = "link expired"
    LINK_REFUSED = "link refused"
    FILE_GONE = "file gone"
    STORAGE_TROUBLE = "storage trouble"
    NO_FILE_YET = "no file yet"
    CUT_SHORT = "cut short"
    DAMAGED_FILE = "damaged file"
    NOT_THE_RESULTS = "not the results"
    RESULTS_TOO_LARGE = "results too large"
    END_NOT_KNOWN = "end not known"
    INTERRUPTED = "interrupted"
    # Checks for updates
    RELEASE_EXPIRED = "release expired"
    CLOCKS_DIFFER = "clocks differ"
    FOREIGN_PAGE = "foreign page"
    # This computer's disk
    DISK_FULL = "disk full"
    FOLDER_READ_ONLY = "folder read-only"
    FOLDER_GONE = "folder gone"
    NAME_REFUSED = "name refused"
    FILE_IN_USE = "file in use"
    FILE_TAKEN = "file taken"
    NOT_OUR_FILE = "not our file"
    DISK_TROUBLE = "disk trouble"
    # Looking at results
    RESULTS_NOT_READ = "results not read"
    RESULTS_HELD = "results held"
    # Sending a file
    FILE_CHANGED = "file changed"
    FILE_NOT_READ = "file not read"
    FILE_TOO_LARGE = "file too large"
    NO_ROOM_TO_PREPARE = "no room to prepare"
    SEND_INTERRUPTED = "send interrupted"
    SEND_UNANSWERED = "send unanswered"
    # Switching
    SWITCH_UNANSWERED = "switch unanswered"
    SWITCH_NOT_RECORDED = "switch not recorded"
    SWITCH_NOT_BEGUN = "switch not begun"
    SWITCH_API_FAILED = "prediction API failed after the switch"
    SWITCH_API_STOPPED = "prediction API stopped after the switch"
    SWITCH_NOT_SEEN = "switch not seen"
    # Predictions (source: Inference API, errors)
    PREDICTION_NOT_FOUND = "prediction API not found"
    PREDICTION_BAD_REQUEST = "prediction request not understood"
    PREDICTION_REFUSED = "prediction refused"  # the key, the address, or this computer's own address
    PREDICTION_NOT_RUNNING = "prediction API not running"
    # Keys
    KEY_MISSING = "key missing"
    KEY_FOR_ANOTHER_ADDRESS = "key for another address"
    KEYCHAIN_LOCKED = "keychain locked"
    KEYCHAIN_ABSENT = "keychain absent"
    KEYCHAIN_TROUBLE = "keychain trouble"
    # The list itself
    LIST_DAMAGED = "list damaged"
    LIST_LOST = "list lost"
    LIST_NOT_SAVED = "list not saved"
    LIST_TOO_NEW = "list too new"
    LIST_IN_USE = "list in use"
    LIST_UNREAD = "list partly unread"
    HISTORY_NOT_READ = "history not read"
    # A fault of this program
    UNEXPECTED = "unexpected"


KEY_KINDS = frozenset(
    {
        ProblemKind.NO_SUCH_KEY,
        ProblemKind.KEY_INACTIVE,
        ProblemKind.KEY_WRONG,
        ProblemKind.KEY_MISSING,
        ProblemKind.KEY_FOR_ANOTHER_ADDRESS,
    }
)
"""A new key is needed: checks of that model stop until there is one."""

KEY_OVER_KINDS = frozenset({ProblemKind.NO_SUCH_KEY, ProblemKind.KEY_INACTIVE})
"""What the service says of a key that has ended."""

NO_KEY_KINDS = frozenset({ProblemKind.KEY_MISSING, ProblemKind.KEY_FOR_ANOTHER_ADDRESS})
"""The keychain has no key that may be used: nothing was sent, and the next look into it may find one."""

LASTING_KINDS = frozenset(
    {
        ProblemKind.JOB_NOT_FOUND,
        ProblemKind.JOB_DELETED,
        ProblemKind.ACCOUNT_DELETED,
        ProblemKind.MODEL_DELETED,
        ProblemKind.CONFIGURATION_DELETED,
        ProblemKind.BAD_ADDRESS,
    }
)
"""Asking again soon changes nothing: rarely, for a day."""

KEYCHAIN_KINDS = frozenset({ProblemKind.KEYCHAIN_LOCKED, ProblemKind.KEYCHAIN_ABSENT, ProblemKind.KEYCHAIN_TROUBLE})

CONNECTION_KINDS = frozenset(
    {
        ProblemKind.NAME_NOT_FOUND,
        ProblemKind.CONNECTION_REFUSED,
        ProblemKind.CONNECTION_LOST,
        ProblemKind.TIMED_OUT,
        ProblemKind.PROXY_FAILED,
    }
)
"""What being offline looks like: worth asking again as soon as the network is back."""


class Remedy(StrEnum):
    """What a click can do about a problem."""

    ENTER_NEW_KEY = "enter new key"
    CHECK_AGAIN = "check again"
    SAVE_AGAIN = "save again"
    LOOK_AGAIN = "look again"
    SAVE_ELSEWHERE = "save elsewhere"
    SHOW_FOLDER = "show folder"
    SEND_AGAIN = "send again"
    FORGET = "forget"
    REMOVE = "remove"
    SWITCH = "switch"
    SWITCH_AGAIN = "switch again"
    DISMISS = "dismiss"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong, once.

    Attributes:
        kind: What it is.
        said: The other side's own words, for "Details"; plain text, shortened, without keys and link signatures.
        where: The host or the path it is about, if one.
        retry_after: Seconds the service asked to wait, if it did.
    """

    kind: ProblemKind
    said: str = ""
    where: str = ""
    retry_after: float | None = None

    def to_json(self) -> str:
        """For the database."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Problem":
        """From the database; a kind a newer version wrote becomes `UNEXPECTED`, with its words kept.

        Raises:
            ValueError: It is no problem as this version knows them.
        """
        fields = parsed(text)
        kind = fields.get("kind") if isinstance(fields, dict) else None
        if isinstance(kind, str) and kind not in list(ProblemKind):
            fields |= {"kind": ProblemKind.UNEXPECTED.value, "said": f"{kind}: {fields.get('said')}"}
        return build(cls, fields)


class StoppedError(Exception):
    """Whoever wanted it does not want it any more."""


class ProblemError(Exception):
    """Carries a `Problem` up to where it is reported."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.value)
        self.problem = problem


_DISK_KINDS_ELSEWHERE = frozenset(
    {
        ProblemKind.DISK_FULL,
        ProblemKind.FOLDER_READ_ONLY,
        ProblemKind.FOLDER_GONE,
        ProblemKind.NAME_REFUSED,
        ProblemKind.FILE_IN_USE,
        ProblemKind.FILE_TAKEN,
        ProblemKind.NOT_OUR_FILE,
        ProblemKind.DISK_TROUBLE,
    }
)


def check_remedy(problem: Problem) -> Remedy:
    """What a click can do about trouble with a check."""
    if problem.kind in KEY_KINDS:
        return Remedy.ENTER_NEW_KEY
    return Remedy.CHECK_AGAIN


def switch_remedy(problem: Problem) -> Remedy:
    """What a click can do about a switch that was not done, or of which nobody knows whether it was."""
    if problem.kind in KEY_KINDS:
        return Remedy.ENTER_NEW_KEY
    if problem.kind in {ProblemKind.JOB_NOT_FINISHED, ProblemKind.JOB_NOT_FOUND, ProblemKind.JOB_DELETED}:
        return Remedy.CHECK_AGAIN
    return Remedy.SWITCH_AGAIN if problem.kind is ProblemKind.SWITCH_UNANSWERED else Remedy.SWITCH


def save_remedy(problem: Problem) -> Remedy:
    """What a click can do about trouble with saving results."""
    if problem.kind in KEY_KINDS:
        return Remedy.ENTER_NEW_KEY
    if problem.kind in _DISK_KINDS_ELSEWHERE:
        return Remedy.SAVE_ELSEWHERE
    return Remedy.SAVE_AGAIN


_FILE_TO_LOOK_AT = frozenset(
    {
        ProblemKind.FILE_IN_USE,
        ProblemKind.NOT_OUR_FILE,
        ProblemKind.RESULTS_NOT_READ,
        ProblemKind.RESULTS_HELD,
    }
)
"""Trouble with a file that people are asked to look at where it is."""


def folder_remedy(problem: Problem) -> Remedy:
    """Whether a click can show the folder of the file that the trouble is about: a button beside the first one."""
    return Remedy.SHOW_FOLDER if problem.kind in _FILE_TO_LOOK_AT and problem.where else Remedy.NONE
