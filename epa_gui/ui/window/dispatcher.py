"""Carries out what is asked for by the buttons that belong to words: which room does what.

mypy holds both lists complete: a new `Command` or `Remedy` that nobody carries out is an error at `assert_never`.
"""

from typing import assert_never

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Remedy
from epa_gui.ui.base.command import (
    AddJob,
    ApplyRemedy,
    CancelDownload,
    CancelSwitch,
    CancelUpload,
    ChangeKey,
    CheckNow,
    ClearSearch,
    Command,
    ConnectAccount,
    EnterSecretKey,
    IssueKey,
    KeepLive,
    LookAtResults,
    NewRetraining,
    OpenListAgain,
    SendAgain,
    ShowAccountModels,
    ShowAllJobs,
    ShowFolder,
    ShowJob,
    ShowPredictions,
    SwitchTo,
    Undo,
)
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.list_trouble import ListTrouble
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.room_controllers import RoomControllers


class Dispatcher(QObject):
    """Knows of each command whom to tell; decides nothing."""

    def __init__(
        self,
        parent: QObject,
        *,
        rooms: RoomControllers,
        repository: Repository,
        presenter: Presenter,
        list_trouble: ListTrouble,
        scheduler: CheckScheduler,
        downloads: Downloads,
        uploads: Uploads,
        switch_coordinator: SwitchCoordinator,
    ) -> None:
        super().__init__(parent)
        self._repository = repository
        self._presenter = presenter
        self._list_trouble = list_trouble
        self._scheduler = scheduler
        self._downloads = downloads
        self._uploads = uploads
        self._switch_coordinator = switch_coordinator
        self._jobs = rooms.jobs
        self._saves = rooms.saves
        self._keys = rooms.keys
        self._accounts = rooms.accounts
        self._retrainings = rooms.retrainings
        self._switches = rooms.switches
        self._results = rooms.results
        self._comparisons = rooms.comparisons

    @Slot(object)
    def carry_out(self, command: Command) -> None:  # noqa: C901, PLR0912  a list of what there is
        """Have it done by the room it belongs to."""
        match command:
            case Undo():
                self._jobs.undo()
            case OpenListAgain():
                self._list_trouble.open_again()
            case ShowAllJobs():
                self._presenter.show_all()
            case ClearSearch():
                self._presenter.clear_search()
            case AddJob():
                self._jobs.open_add()
            case NewRetraining():
                self._retrainings.open_empty()
            case ShowJob():
                self._presenter.select(command.job)
            case ChangeKey():
                self._keys.open_change_key(command.model)
            case EnterSecretKey():
                self._keys.open_change_key(command.model, with_secret=True)
            case IssueKey():
                self._keys.issue_new_key(command.model)
            case CancelUpload():
                self._uploads.cancel_job(command.job)
            case CancelDownload():
                self._downloads.cancel(command.job)
            case CancelSwitch():
                self._switch_coordinator.cancel(command.job)
            case ShowFolder():
                self._jobs.open_folder(command.folder)
            case ApplyRemedy():
                self._apply(command.remedy, command.job)
            case CheckNow():
                self._scheduler.check_now([command.job])
            case LookAtResults():
                self._results.open_job(command.job)
            case SwitchTo():
                self._switches.open(command.job)
            case KeepLive():
                self._jobs.keep_live(command.job)
            case SendAgain():
                self._retrainings.send_again(command.job)
            case ConnectAccount():
                self._accounts.open_form(command.account)
            case ShowAccountModels():
                self._accounts.open_models(command.account, command.numbers)
            case ShowPredictions():
                self._comparisons.show(command.job)
            case _:
                assert_never(command)

    def _apply(self, remedy: Remedy, job: JobKey) -> None:  # noqa: C901  as above
        match remedy:
            case Remedy.ENTER_NEW_KEY:
                self._keys.open_change_key(job.model)
            case Remedy.CHECK_AGAIN:
                self._scheduler.check_now([job])
            case Remedy.SAVE_AGAIN:
                self._saves.save_again(job)
            case Remedy.SAVE_ELSEWHERE:
                self._saves.ask_where([job])
            case Remedy.SHOW_FOLDER:
                self._show_folder_of_trouble(job)
            case Remedy.SEND_AGAIN:
                self._retrainings.send_again(job)
            case Remedy.FORGET | Remedy.REMOVE:
                self._repository.remove_jobs([job])
            case Remedy.SWITCH | Remedy.SWITCH_AGAIN:
                self._switches.open_again(job)
            case Remedy.DISMISS:
                self._switch_coordinator.dismiss(job)
            case Remedy.NONE | Remedy.LOOK_AGAIN:
                pass  # there is no button for it in this window
            case _:
                assert_never(remedy)

    def _show_folder_of_trouble(self, key: JobKey) -> None:
        """Where the file is that a job's results could not be saved to."""
        job = self._repository.jobs.get(key)
        if job is not None and job.save_problem is not None and job.save_problem.where:
            self._jobs.show_folder(job.save_problem.where)
