"""Where results go: the save dialog for one job, a folder for several."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.ui.base.form_parent import form_parent
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.jobs.job_table import JobTable


class SaveController(QObject):
    """Asks where, then has it saved."""

    def __init__(self, window: QWidget, repository: Repository, downloads: Downloads, table: JobTable) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._downloads = downloads
        self._table = table
        self._requested: list[JobKey] = []

    @Slot()
    def save_selected(self) -> None:
        """Ask where the results of the selected jobs go."""
        self.ask_where(self._table.selected_keys())

    @Slot(object)
    def ask_where_for(self, key: JobKey) -> None:
        """Open the dialog for one job."""
        self.ask_where([key])

    def ask_where(self, keys: list[JobKey]) -> None:
        """Open the dialog that fits for the jobs among these that have results."""
        jobs = [self._repository.jobs[key] for key in keys if key in self._repository.jobs]
        jobs = [job for job in jobs if job.can_save and job.key not in self._downloads.transfers]
        self._requested = [job.key for job in jobs]
        if len(jobs) == 1:
            self._ask_for_file(jobs[0])
        elif jobs:
            self._ask_for_folder(jobs)

    def _ask_for_file(self, job: Job) -> None:
        from epa_gui.ui.base.file_dialogs import save_dialog  # noqa: PLC0415  forms are loaded when first opened

        path = self._downloads.suggested_path(job)
        dialog = save_dialog(form_parent(self._window), lambda: self.tr("Save results"), path)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _ask_for_folder(self, jobs: list[Job]) -> None:
        from epa_gui.ui.base.file_dialogs import folder_dialog  # noqa: PLC0415  as above

        folder = self._downloads.suggested_folder(jobs[0].model)
        dialog = folder_dialog(self._window, lambda: self.tr("Save results of %n job(s) to", "", len(jobs)), folder)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        for key in self._requested[:1]:
            self._downloads.save(key, Path(path))

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self._downloads.save_into(self._requested, Path(folder))

    def save_again(self, key: JobKey) -> None:
        """Go on with a download that stopped, to the same file; ask where if that is not known."""
        job = self._repository.jobs.get(key)
        path = Path(job.partial.path) if job is not None and job.partial else None
        if path is not None and not self._downloads.others_at(key, path):
            self._downloads.save(key, path)
        else:
            self.ask_where([key])
