"""What a person does with jobs: add, edit, check, remove, undo, and the remedies of their problems."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import Remedy
from epa_gui.core.service.redaction import redacted
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.message_bar import Message
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.model_controller import ModelController
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.presenter import Presenter

if TYPE_CHECKING:
    from epa_gui.ui.jobs.job_dialog import AddJobDialog, EditJobDialog

translate = QCoreApplication.translate


class JobController(QObject):
    """Opens the forms and carries out what they were given."""

    def __init__(
        self,
        window: MainWindow,
        *,
        repository: Repository,
        scheduler: CheckScheduler,
        switch_coordinator: SwitchCoordinator,
        presenter: Presenter,
        keys: KeyController,
        models: ModelController,
        saves: SaveController,
        hint_text: str,
    ) -> None:
        super().__init__(window)
        self._switch_coordinator = switch_coordinator
        self._window = window
        self._repository = repository
        self._scheduler = scheduler
        self._presenter = presenter
        self._keys = keys
        self._models = models
        self._saves = saves
        self._hint = hint_text
        self._form: AddJobDialog | None = None
        self._adopted: list[str] = []
        self._edit_form: tuple[JobKey, EditJobDialog] | None = None
        actions = window.actions_
        actions.add_job.triggered.connect(self._on_add)
        actions.edit_job.triggered.connect(self._on_edit)
        actions.copy_id.triggered.connect(self._on_copy_id)
        actions.check_now.triggered.connect(self._on_check_now)
        actions.check_all.triggered.connect(self._on_check_all)
        actions.remove.triggered.connect(self._on_remove)
        actions.undo.triggered.connect(self._on_undo)
        window.empty_button_pressed.connect(self._on_empty_button)
        window.details.remedy_requested.connect(self._on_remedy)
        window.details.folder_requested.connect(self._on_folder)
        window.messages.done.connect(self._on_message)
        repository.removed.connect(self._on_removed)
        models.model_added.connect(self._on_model_added)

    def model_names(self) -> dict[str, str]:
        """The models' names by identity, in the order of the alphabet."""
        models = sorted(self._repository.models.values(), key=lambda model: model.name.casefold())
        return {model.id: model.name for model in models}

    def adopt(self, job_id: str) -> None:
        """Add a job whose ID was found in a file: at once where only one model can be meant, else by the form."""
        models = list(self._repository.models)
        if len(models) == 1 and self._form is None:
            title = self._same_job(models[0], job_id)
            if title:
                text = translate("JobController", "This job is in the list already, as “{0}”. It is selected now.")
                self._window.messages.say(Message(fill(text, title)))
            else:
                self.add(models[0], job_id, "", "")
                text = translate("JobController", "Added the job {0}. It is asked about now.")
                self._window.messages.say(Message(fill(text, job_id)))
            return
        if self._form is not None:
            self._adopted.append(job_id)  # when this form has done its work
            return
        self._open_add().fill_id(job_id)

    @Slot()
    def _on_add(self) -> None:
        self._open_add()

    def _open_add(self) -> "AddJobDialog":
        from epa_gui.ui.jobs.job_dialog import AddJobDialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = AddJobDialog(
            self.model_names(),
            self._presenter.chosen_model(),
            self._same_job,
            holds_key=_holds_key,
            hint=self._hint,
            parent=self._window,
        )
        dialog.accepted.connect(self._on_add_accepted)
        dialog.finished.connect(self._on_form_closed)
        dialog.model_requested.connect(self._models.open_add)
        self._form = dialog
        dialog.open()
        return dialog

    def _same_job(self, model: str, job_id: str) -> str:
        """The title of the same job in the list, which is then selected; empty if there is none."""
        same = self._repository.same_job(Job(job_id, model))
        if same is None:
            return ""
        self._presenter.select(same.key)
        return same.title

    @Slot()
    def _on_form_closed(self) -> None:
        self._form = None
        if self._adopted:
            self.adopt(self._adopted.pop(0))

    @Slot(str)
    def _on_model_added(self, model: str) -> None:
        if self._form is not None:
            self._form.show_models(self.model_names(), model)

    @Slot()
    def _on_add_accepted(self) -> None:
        if self._form is None:
            return
        new = self._form.new_job()
        if new.model in self._repository.models:
            self.add(new.model, new.id, new.name, new.note)

    def add(self, model: str, job_id: str, name: str, note: str) -> None:
        """Add a job, show it, and have it checked at once."""
        now = self._repository.clock()
        job = Job(job_id, model, name, note, added_at=now, next_check_at=now)
        self._repository.add_jobs([job])
        self._presenter.refresh()
        self._presenter.select(job.key)

    @Slot()
    def _on_edit(self) -> None:
        jobs = self._window.table.selected_jobs()
        if len(jobs) != 1:
            return
        from epa_gui.ui.jobs.job_dialog import EditJobDialog  # noqa: PLC0415  as above

        dialog = EditJobDialog(jobs[0].name, jobs[0].note, jobs[0].id, self._window)
        self._edit_form = jobs[0].key, dialog
        dialog.accepted.connect(self._on_edit_accepted)
        dialog.open()

    @Slot()
    def _on_edit_accepted(self) -> None:
        if self._edit_form is None:
            return
        key, form = self._edit_form
        job = self._repository.jobs.get(key)
        if job is not None:
            self._repository.change_job(replace(job, name=form.name(), note=form.note()))

    @Slot()
    def _on_copy_id(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(key.id for key in self._window.table.selected_keys()))

    @Slot()
    def _on_check_now(self) -> None:
        self._scheduler.check_now(self._window.table.selected_keys())

    @Slot()
    def _on_check_all(self) -> None:
        self._scheduler.check_now(list(self._repository.jobs))

    @Slot()
    def _on_remove(self) -> None:
        keys = self._window.table.selected_keys()
        self._window.table.clearSelection()  # else every row that goes is a change of the selection
        self._repository.remove_jobs(keys)

    @Slot()
    def _on_undo(self) -> None:
        self._repository.undo_stack.undo()
        self._window.messages.withdraw("undo")
        self._presenter.refresh()

    @Slot(object, str)
    def _on_removed(self, jobs: tuple[Job, ...], model: str) -> None:
        """Say how much went, what goes on without it, and offer it back."""
        if model:
            text = fill(self.tr("Removed the model “{0}” and %n job(s) of it.", "", len(jobs)), model)
        else:
            text = self.tr("Removed %n job(s) from this list. Nothing changes at the service.", "", len(jobs))
        live_states = [(job.title, self._switch_coordinator.live_state_of(job)) for job in jobs]
        live = [title for title, standing in live_states if standing is LiveState.LIVE]
        if live:
            text += " " + fill(translate("JobController", "“{0}” stays live there."), live[0])
        if any(standing is LiveState.SWITCHING for _, standing in live_states):
            text += " " + translate("JobController", "What comes of the switch under way is in the history.")
        if any(job.is_uploading for job in jobs):
            text += " " + translate("JobController", "Sending the training file was stopped.")
        self._window.messages.say(Message(text, "undo", translate("JobController", "Undo")))
        self._presenter.refresh()
        self._window.table.select_current()

    @Slot(str)
    def _on_message(self, action: str) -> None:
        if action == "undo":
            self._on_undo()

    @Slot()
    def _on_empty_button(self) -> None:
        if not self._repository.is_read():
            self._repository.open_again()
        elif self._repository.jobs:
            self._presenter.show_all()
        else:
            self._window.actions_.add_job.trigger()

    @Slot(object)
    def _on_remedy(self, remedy: Remedy) -> None:
        key = self._window.details.shown()
        if key is None:
            return
        match remedy:
            case Remedy.ENTER_NEW_KEY:
                self._keys.open_change_key(key.model)
            case Remedy.CHECK_AGAIN:
                self._scheduler.check_now([key])
            case Remedy.SAVE_AGAIN:
                self._saves.save_again(key)
            case Remedy.SAVE_ELSEWHERE:
                self._saves.ask_where([key])

    @Slot(object)
    def _on_folder(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def _holds_key(text: str) -> bool:
    return redacted(text) != text
