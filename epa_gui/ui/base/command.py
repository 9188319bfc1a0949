"""What a person asks for by a button in the main window that belongs to words: a message, a problem, an empty list.

Whoever shows the words says by one of these what the button does. The window's dispatcher is the one place that knows
which room does it; mypy tells there of a command that nobody carries out.
"""

from dataclasses import dataclass

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Remedy


@dataclass(frozen=True, slots=True)
class Undo:
    """Bring back what was removed last."""


@dataclass(frozen=True, slots=True)
class OpenListAgain:
    """Try again to open the list, without waiting for the next try."""


@dataclass(frozen=True, slots=True)
class ShowAllJobs:
    """Take all filters and the search away."""


@dataclass(frozen=True, slots=True)
class ClearSearch:
    """Take the search away; the filters stay."""


@dataclass(frozen=True, slots=True)
class AddJob:
    """Open the form that adds a job."""


@dataclass(frozen=True, slots=True)
class NewRetraining:
    """Open New retraining with nothing in it yet."""


@dataclass(frozen=True, slots=True)
class ShowJob:
    """Select a job, even if the filters hide it."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """Open the form for a model's new key."""

    model: str


@dataclass(frozen=True, slots=True)
class EnterSecretKey:
    """Open the same form with its rows for the account's secret key."""

    model: str


@dataclass(frozen=True, slots=True)
class IssueKey:
    """Have a new key issued: at once where the secret key is kept, else by the form that asks for it."""

    model: str


@dataclass(frozen=True, slots=True)
class CancelUpload:
    """Stop sending a job's training file."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class CancelDownload:
    """Stop saving a job's results."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class CancelSwitch:
    """Give up a switch to a job that still waits for the keychain."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class ShowFolder:
    """Show a folder in the system's own window."""

    folder: str


@dataclass(frozen=True, slots=True)
class ApplyRemedy:
    """Do about a job's problem what its button says."""

    job: JobKey
    remedy: Remedy


@dataclass(frozen=True, slots=True)
class CheckNow:
    """Ask the service now how a job stands."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class LookAtResults:
    """Show a job's results in a window of their own."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class SwitchTo:
    """Open the dialog that asks before a job is switched to; also for one that was live before."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class KeepLive:
    """Note that the live model is kept instead of a job's."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class SendAgain:
    """Open New retraining with the files a job was started with."""

    job: JobKey


@dataclass(frozen=True, slots=True)
class ConnectAccount:
    """Open the form for an account's secret key.

    Attributes:
        account: Which account it is about; empty for a new one.
    """

    account: str = ""


@dataclass(frozen=True, slots=True)
class ShowAccountModels:
    """Show an account's models, with some of them chosen.

    Attributes:
        account: Which account.
        numbers: The service's numbers of those to choose.
    """

    account: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowPredictions:
    """Show the predictions before and after the switch to a job."""

    job: JobKey


Command = (
    Undo
    | OpenListAgain
    | ShowAllJobs
    | ClearSearch
    | AddJob
    | NewRetraining
    | ShowJob
    | ChangeKey
    | EnterSecretKey
    | IssueKey
    | CancelUpload
    | CancelDownload
    | CancelSwitch
    | ShowFolder
    | ApplyRemedy
    | CheckNow
    | LookAtResults
    | SwitchTo
    | KeepLive
    | SendAgain
    | ConnectAccount
    | ShowAccountModels
    | ShowPredictions
)
