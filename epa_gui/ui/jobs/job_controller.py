"""What a person does with jobs: add, edit, check, remove, undo."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import names_in_order
from epa_gui.core.service.curl_command import status_check_command
from epa_gui.core.service.redaction import redacted
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.command import Undo
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.job_view import JobView
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.message import of_job, of_selected
from epa_gui.ui.base.message_bar import Message, MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.speaking import Words
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.job_table import JobTable

if TYPE_CHECKING:
    from epa_gui.ui.jobs.job_dialog import AddJobDialog, EditJobDialog

translate = QCoreApplication.translate

_NOT_LIVE = frozenset({LiveState.NO, LiveState.WAS_LIVE, LiveState.PERHAPS_WAS_LIVE})
"""What a job certainly is not live in: only instead of such a one another model can be kept."""


class JobController(QObject):
    """Opens the forms and carries out what they were given.

    Signals:
        model_requested: The form that adds a job was asked for a model that is not there yet.
    """

    model_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        repository: Repository,
        scheduler: CheckScheduler,
        live_state_of: Callable[[Job], LiveState],
        table: JobTable,
        view: JobView,
        messages: MessageBar,
        hint: Words | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._scheduler = scheduler
        self._live_state_of = live_state_of
        self._table = table
        self._view = view
        self._messages = messages
        self._hint = hint
        self._form: AddJobDialog | None = None
        self._adopted: list[str] = []
        self._edit_form: tuple[JobKey, EditJobDialog] | None = None
        repository.removed.connect(self._on_removed)
        repository.models_changed.connect(self._on_models_changed)

    def adopt(self, job_id: str) -> None:
        """Add a job whose ID was found in a file: at once where only one model can be meant, else by the form."""
        models = list(self._repository.models)
        if len(models) == 1 and self._form is None:
            same = self._repository.same_job(Job(job_id, models[0]))
            if same is not None:
                self._view.select(same.key)
                self._messages.say(functools.partial(_there_message, same))
            else:
                self.add(models[0], job_id, "", "")
                self._messages.say(functools.partial(_added_message, JobKey(models[0], job_id)))
            return
        if self._form is not None:
            self._adopted.append(job_id)  # when this form has done its work
            return
        self._open_add().fill_id(job_id)

    @Slot()
    def open_add(self) -> None:
        """Open the form that adds a job."""
        self._open_add()

    def _open_add(self) -> "AddJobDialog":
        from epa_gui.ui.jobs.job_dialog import AddJobDialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = AddJobDialog(
            names_in_order(self._repository.models.values()),
            self._view.chosen_model(),
            self._same_job,
            holds_key=_holds_key,
            hint=self._hint,
            parent=self._window,
        )
        dialog.accepted.connect(self._on_add_accepted)
        dialog.finished.connect(self._on_form_closed)
        dialog.model_requested.connect(self.model_requested)
        self._form = dialog
        dialog.open()
        return dialog

    def _same_job(self, model: str, job_id: str) -> str:
        """The title of the same job in the list, which is then selected; empty if there is none."""
        same = self._repository.same_job(Job(job_id, model))
        if same is None:
            return ""
        self._view.select(same.key)
        return job_title(same)

    @Slot()
    def _on_form_closed(self) -> None:
        self._form = None
        if self._adopted:
            self.adopt(self._adopted.pop(0))

    @Slot(str)
    def offer_model(self, model: str) -> None:
        """A model was added: choose it in the form, if one is open."""
        if self._form is not None:
            self._form.show_models(names_in_order(self._repository.models.values()), model)

    @Slot()
    def _on_models_changed(self) -> None:
        """The form may have been opened before the list was read."""
        if self._form is not None and not self._form.model():
            self.offer_model(self._view.chosen_model())

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
        self._view.refresh()
        self._view.select(job.key)

    @Slot()
    def edit_selected(self) -> None:
        """Open the form for the selected job's name and note."""
        jobs = self._table.selected_jobs()
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
    def copy_selected_ids(self) -> None:
        """Copy the selected jobs' IDs, each in a line."""
        QGuiApplication.clipboard().setText("\n".join(key.id for key in self._table.selected_keys()))

    @Slot()
    def copy_selected_commands(self) -> None:
        """Copy the manual's command that checks each selected job, a line each, with a placeholder for the key."""
        lines = []
        for key in self._table.selected_keys():
            model = self._repository.models.get(key.model)
            if model is not None:
                lines.append(status_check_command(self._repository.address_of(model), key.id))
        QGuiApplication.clipboard().setText("\n".join(lines))

    @Slot()
    def show_selected_folder(self) -> None:
        """Show the folder with the selected job's saved results."""
        jobs = self._table.selected_jobs()
        if len(jobs) == 1 and jobs[0].saved is not None:
            self.show_folder(jobs[0].saved.path)

    @Slot(object)
    def keep_live(self, key: JobKey) -> None:
        """Note that a person keeps the live model instead of this job's; nothing to note where that one is live."""
        job = self._repository.jobs.get(key)
        if job is not None and self._live_state_of(job) in _NOT_LIVE:
            self._repository.change_job(replace(job, kept_at=self._repository.clock()))

    @Slot()
    def keep_selected(self) -> None:
        """The same, for the selected job."""
        keys = self._table.selected_keys()
        if len(keys) == 1:
            self.keep_live(keys[0])

    @Slot()
    def check_selected(self) -> None:
        """Have the selected jobs checked now; where a search hides them, those whose page is shown still."""
        self._scheduler.check_now(self._table.selected_keys() or self._table.hidden_keys())

    @Slot()
    def check_all(self) -> None:
        """Have all jobs checked now."""
        self._scheduler.check_now(list(self._repository.jobs))

    @Slot()
    def remove_selected(self) -> None:
        """Take the selected jobs from the list."""
        keys = self._table.selected_keys()
        self._table.clearSelection()  # else every row that goes is a change of the selection
        self._repository.remove_jobs(keys)

    @Slot()
    def undo(self) -> None:
        """Bring back what was removed last, and select it."""
        before = set(self._repository.jobs)
        self._repository.undo_stack.undo()
        self._messages.withdraw(Undo())
        self._view.refresh()
        self._view.show_jobs([key for key in self._repository.jobs if key not in before])

    @Slot(object, str)
    def _on_removed(self, jobs: tuple[Job, ...], model: str) -> None:
        """Say how much went, what goes on without it, and offer it back."""
        live_states = [(job_title(job), self._live_state_of(job)) for job in jobs]
        self._messages.say(functools.partial(self._removed_message, jobs, model, live_states))
        self._view.refresh()
        self._table.select_current()

    def _removed_message(
        self, jobs: Sequence[Job], model: str, live_states: Sequence[tuple[str, LiveState]]
    ) -> Message:
        if not model:
            told = [self.tr("Removed %n job(s) from this list. Nothing changes at the service.", "", len(jobs))]
        elif jobs:
            told = [fill(self.tr("Removed the model “{0}” and its %n job(s).", "", len(jobs)), model)]
        else:
            told = [fill(self.tr("Removed the model “{0}”."), model)]
        live = [title for title, standing in live_states if standing is LiveState.LIVE]
        if live:
            told.append(fill(translate("JobController", "“{0}” stays live at the service."), live[0]))
        if any(standing is LiveState.SWITCHING for _, standing in live_states):
            told.append(translate("JobController", "The history will show the result of the switch under way."))
        if any(job.is_uploading for job in jobs):
            told.append(translate("JobController", "The upload of the training file was stopped."))
        return Message(sentences(*told), Undo(), translate("JobController", "Undo"))

    def show_folder(self, path: str) -> None:
        """Show the folder a file is in."""
        self.open_folder(str(Path(path).parent))

    def open_folder(self, folder: str) -> None:
        """Show a folder in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _there_message(job: Job) -> Message:
    text = translate("JobController", "This job is already in the list, as “{0}”. It is selected now.")
    return Message(fill(text, job.title), about=(of_job(job.key), of_selected(job.key)))


def _added_message(job: JobKey) -> Message:
    text = translate("JobController", "Added the job “{0}”. It is being checked now.")
    return Message(fill(text, job.id), about=(of_job(job),))


def _holds_key(text: str) -> bool:
    return redacted(text) != text
