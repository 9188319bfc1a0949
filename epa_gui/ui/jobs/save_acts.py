"""Where results go: the save dialog for one job, a folder for several."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.results.naming import free_path
from epa_gui.ui.base.repository import Records
from epa_gui.ui.jobs.saving import Saving
from epa_gui.ui.window.main_window import MainWindow


class SaveActs(QObject):
    """Asks where, then has it saved."""

    def __init__(self, window: MainWindow, records: Records, saving: Saving) -> None:
        super().__init__(window)
        self._window = window
        self._records = records
        self._saving = saving
        self._wanted: list[JobKey] = []
        window.actions_.save_results.triggered.connect(self._on_save)
        window.details.cancel_wanted.connect(self._on_cancel)

    @Slot()
    def _on_save(self) -> None:
        self.ask_where(self._window.table.selected_keys())

    def ask_where(self, keys: list[JobKey]) -> None:
        """Open the dialog that fits for the jobs among these that have results."""
        jobs = [self._records.jobs[key] for key in keys if key in self._records.jobs]
        jobs = [job for job in jobs if job.can_save and job.key not in self._saving.transfers]
        self._wanted = [job.key for job in jobs]
        if len(jobs) == 1:
            self._ask_for_file(jobs[0])
        elif jobs:
            self._ask_for_folder(jobs)

    def _ask_for_file(self, job: Job) -> None:
        from epa_gui.ui.base.file_dialogs import save_dialog  # noqa: PLC0415  forms are loaded when first opened

        dialog = save_dialog(self._window.form_parent(), self.tr("Save results"), self._saving.suggested_path(job))
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _ask_for_folder(self, jobs: list[Job]) -> None:
        from epa_gui.ui.base.file_dialogs import folder_dialog  # noqa: PLC0415  as above

        folder = self._saving.suggested_folder(jobs[0].model)
        dialog = folder_dialog(self._window, self.tr("Save results of %n job(s) to", "", len(jobs)), folder)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        for key in self._wanted[:1]:
            self._saving.save(key, Path(path))

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        for key in self._wanted:
            job = self._records.jobs.get(key)
            if job is not None:
                name = self._saving.suggested_path(job).name
                self._saving.save(key, free_path(Path(folder), name, self._is_taken))

    def _is_taken(self, path: Path) -> bool:
        try:
            is_there = path.exists()
        except OSError:
            is_there = False  # the download will say what is wrong with it
        return is_there or self._saving.is_target(path)

    def save_again(self, key: JobKey) -> None:
        """Go on with a download that stopped, to the same file; ask where if that is not known."""
        job = self._records.jobs.get(key)
        path = Path(job.partial.path) if job is not None and job.partial else None
        if path is not None and not self._saving.others_at(key, path):
            self._saving.save(key, path)
        else:
            self.ask_where([key])

    @Slot(object)
    def _on_cancel(self, key: JobKey) -> None:
        self._saving.cancel(key)
