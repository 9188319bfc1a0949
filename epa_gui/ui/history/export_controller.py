"""Exports what is looked for in the History window: asks where, has it written, and tells what came of it."""

import functools
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.log import local_text
from epa_gui.core.jobs.problem import Problem, Remedy, folder_remedy, save_remedy
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.file_dialogs import save_dialog
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.history.bar_command import ShowExport
from epa_gui.ui.history.export_text import Extract
from epa_gui.ui.history.export_worker import ExportOrder, ExportReport, ExportWorker
from epa_gui.ui.history.history_model import Filter, HistoryModel
from epa_gui.ui.history.history_text import export_problem_words, exported_text
from epa_gui.ui.history.history_window import HistoryWindow

translate = QCoreApplication.translate


class ExportController(QObject):
    """One export at a time."""

    def __init__(self, view: HistoryWindow, entries: HistoryModel, repository: Repository) -> None:
        super().__init__(view)
        self._view = view
        self._entries = entries
        self._repository = repository
        self._worker: ExportWorker | None = None
        self._held: list[ExportWorker] = []
        self._target = Path()
        self._troubled_file = ""
        self._problem: Problem | None = None
        self.threads = PassingThreads()
        view.export_requested.connect(self._on_export)
        view.problem.remedy_requested.connect(self._on_remedy)
        view.bar.cancelled.connect(self.stop)
        view.table.painting.connect(self._on_painting)
        view.table.painted.connect(self._on_painted)

    def is_under_way(self) -> bool:
        """Whether a file is being written."""
        return self._worker is not None

    @Slot()
    def stop(self) -> None:
        """Give up what is under way; no file is left."""
        if self._worker is not None:
            self._worker.stop()

    @Slot()
    def _on_export(self) -> None:
        if self._worker is not None:
            return
        day = local_text(self._repository.clock())[:10]
        name = fill(translate("HistoryController", "History {0}"), day)
        dialog = save_dialog(self._view, _title, self._folder() / f"{name}.html", _kinds)
        dialog.filterSelected.connect(self._on_type_chosen)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _folder(self) -> Path:
        """Where the last export went, else where documents are."""
        if self._target.name:
            return self._target.parent
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(place) if place else Path.home()

    @Slot(str)
    def _on_type_chosen(self, chosen: str) -> None:
        """The name's ending follows the kind of file."""
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            ending = _ending(chosen)
            dialog.setDefaultSuffix(ending)
            for path in dialog.selectedFiles()[:1]:
                dialog.selectFile(f"{Path(path).stem}.{ending}")

    @Slot(str)
    def _on_file(self, path: str) -> None:
        dialog = self.sender()
        ending = Path(path).suffix.lower().lstrip(".")
        if ending not in {"csv", "html", "htm"}:
            ending = _ending(dialog.selectedNameFilter() if isinstance(dialog, QFileDialog) else "")
        self._export(Path(path), is_csv=ending == "csv")

    def _export(self, path: Path, *, is_csv: bool) -> None:
        if self._worker is not None:
            return
        wanted = self._view.filters.own_filter()  # a timeline looks for one model by itself
        entries = self._entries.found(wanted)
        extract = self._extract(wanted, len(entries))
        order = ExportOrder(path, entries, extract.csv if is_csv else extract.page)
        worker = self._worker = ExportWorker(order)
        worker.progressed.connect(self._on_progress)
        worker.reported.connect(self._on_reported)
        self._target = path
        self._view.problem.hide()
        self._view.show_busy(is_busy=True)
        self._view.bar.wait_for(fill(translate("HistoryController", "Exporting to “{0}”…"), path), can_cancel=True)
        self.threads.start(worker, "export")

    def _extract(self, wanted: Filter, found: int) -> Extract:
        entries = self._entries
        return Extract(
            wanted,
            self._view.filters.own_model_name(),
            found,
            entries.total(),
            entries.newest(),
            entries.model_names() | {model.id: model.name for model in self._repository.models.values()},
            entries.events_by_model(wanted),
            self._repository.clock(),
        )

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        self._view.bar.progress(done, total)

    @Slot(object)
    def _on_reported(self, report: ExportReport) -> None:
        self._worker = None
        if report.entries is not None:
            details: dict[str, Detail] = {"path": str(report.path), "entries": report.entries}
            self._repository.note(HistoryEvent(EventKind.HISTORY_EXPORTED, self._repository.clock(), details=details))
        self._view.show_busy(is_busy=False)
        bar = self._view.bar
        bar.close_note()
        if report.problem is not None:
            self.show_failed(report.problem)
            announce(self._view, self._view.problem.accessibleDescription())
        elif report.entries is None:
            bar.say(_cancelled_text, "info")
        else:
            words = functools.partial(exported_text, report.entries, str(report.path))
            bar.say(words, "finished", _folder_text, ShowExport(report.path))

    def failed(self) -> Problem | None:
        """Why the last export came to nothing, while that can be read."""
        return self._problem if self._view.problem.isVisible() else None

    def show_failed(self, problem: Problem) -> None:
        """Say why an export came to nothing."""
        self._problem, self._troubled_file = problem, problem.where
        folder, words = folder_remedy(problem), export_problem_words(problem)
        self._view.problem.show_problem(problem, save_remedy(problem), folder, words)

    @Slot(object)
    def _on_remedy(self, remedy: Remedy) -> None:
        if remedy is Remedy.SHOW_FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._troubled_file).parent)))
        else:
            self._on_export()

    @Slot()
    def _on_painting(self) -> None:
        if self._worker is not None:
            self._worker.way.hold()
            self._held.append(self._worker)

    @Slot()
    def _on_painted(self) -> None:
        for worker in self._held:
            worker.way.let_go()
        self._held.clear()


def _cancelled_text() -> str:
    return translate("HistoryController", "The export was canceled. No file was created.")


def _folder_text() -> str:
    return translate("HistoryController", "Show in folder")


def _title() -> str:
    return translate("HistoryController", "Export history")


def _kinds() -> list[str]:
    page = translate("HistoryController", "Web page with timelines (*.html)")
    return [page, translate("HistoryController", "CSV for spreadsheets (*.csv)")]


def _ending(file_type: str) -> str:
    """The ending of a file, by what the dialog calls its kind."""
    return "csv" if "*.csv" in file_type else "html"
