"""Everything about the selected job: what the service said, trouble and its remedy, results, note, history."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job, JobKey, Stage, StatusEntry, Trouble, TroubleWith, first_trouble
from epa_gui.core.jobs.problem import Remedy, check_remedy, folder_remedy, save_remedy, switch_remedy
from epa_gui.core.text.foreign_text import fill, isolated, shown, shown_lines
from epa_gui.ui.base import common_text, formatting
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.command import ApplyRemedy, CancelDownload, CancelSwitch, CancelUpload, Command
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.results_text import untested_word
from epa_gui.ui.base.usual_texts import moments
from epa_gui.ui.jobs.job_text import trouble_words, verdict_tip
from epa_gui.ui.jobs.status_history_model import StatusHistoryModel

_TABLES = frozenset({".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class TransferView:
    """A running download or upload as the pane shows it.

    Attributes:
        path: The file, here.
        done: Bytes there; `None` while it waits.
        total: Bytes in all, or 0 if unknown.
        speed: Bytes a second.
        is_upload: Which way it goes.
    """

    path: str
    done: int | None
    total: int
    speed: float
    is_upload: bool = False


@dataclass(frozen=True, slots=True)
class LiveView:
    """What a job is to its model's prediction API, as the pane shows it.

    Attributes:
        text: In words; empty for nothing.
        can_switch: Whether a switch to it can be asked for.
        is_switching: Whether one is under way.
        can_cancel: Whether that can still be given up.
    """

    text: str = ""
    can_switch: bool = False
    is_switching: bool = False
    can_cancel: bool = False


class DetailsPane(QFrame):
    """The selected job.

    Signals:
        command_requested: A problem's button was pressed, or what is under way is to be given up (a `Command`).
        save_requested, open_requested, switch_requested, edit_requested: A button about the job shown was pressed.
        results_dropped: A table was dropped on a finished job, as its results (`JobKey`, `Path`).
        folder_requested: The folder of its saved results is to be shown (the file's path, a `str`).
    """

    command_requested = Signal(object)
    save_requested = Signal()
    open_requested = Signal()
    switch_requested = Signal()
    folder_requested = Signal(object)
    edit_requested = Signal()
    results_dropped = Signal(object, object)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._job: Job | None = None
        self.setAccessibleName(self.tr("Job details"))
        self.setAcceptDrops(True)
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._title.setFont(font)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._edit = QPushButton(self.tr("Edit…"))
        self._edit.setToolTip(self.tr("Change the job's name and note"))
        self._edit.clicked.connect(self.edit_requested)
        self._problem = ProblemBox()
        self._problem.remedy_requested.connect(self._on_remedy)
        self._facts: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._progress = QProgressBar(maximum=1000, textVisible=True)
        self._progress.setAccessibleName(self.tr("Download progress"))
        self._save = QPushButton(self.tr("Save results…"))
        self._save.clicked.connect(self.save_requested)
        self._open = QPushButton(self.tr("Look at the results"))
        self._open.setToolTip(self.tr("Show whether the new model is better, and everything that rests on"))
        self._open.clicked.connect(self.open_requested)
        self._switch = QPushButton(self.tr("Switch model…"))
        self._switch.clicked.connect(self.switch_requested)
        self._cancelling: Command | None = None
        self._cancel = QPushButton(self.tr("Cancel download"))
        self._cancel.clicked.connect(self._on_cancel)
        self._folder = QPushButton(self.tr("Show in folder"))
        self._folder.clicked.connect(self._on_folder)
        self.history = StatusHistoryModel()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(self._something())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Results of the job shown may be dropped here; anything else goes on to the window."""
        if self._dropped(event) is None or not takes_files(event):
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file as the job's results."""
        path = self._dropped(event)
        if path is None or self._job is None or not takes_files(event):
            event.ignore()
            return
        # Later: the program the file comes from waits until this one has taken it.
        QTimer.singleShot(0, self, functools.partial(self.results_dropped.emit, self._job.key, path))

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The one table that is dragged over a finished job; else `None`."""
        files = [Path(file) for file in local_files(event)]
        is_table = len(files) == 1 and files[0].suffix.casefold() in _TABLES
        return files[0] if is_table and self._job is not None and self._job.stage is Stage.FINISHED else None

    def _nothing(self) -> QWidget:
        self._hint = QLabel(self.tr("Select a job to see its details."), wordWrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return self._hint

    def _something(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._edit, alignment=Qt.AlignmentFlag.AlignTop)
        for row, (name, text) in enumerate(self._fact_names().items()):
            label, value = QLabel(text), self._fact()
            label.setBuddy(value)
            self._facts[name] = label, value
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(value, row, 1)
        buttons = FlowLayout()  # at large text, four in one line are wider than the pane
        for widget in (self._save, self._open, self._folder, self._cancel, self._switch):
            buttons.addWidget(widget)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addLayout(self._grid)
        column.addWidget(self._progress)
        column.addLayout(buttons)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(scroll)
        split.addWidget(self._history_side())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    def _fact_names(self) -> dict[str, str]:
        return {
            "status": self.tr("Status"),
            "waiting": self.tr("Waiting"),
            "message": self.tr("Message"),
            "live": self.tr("In service"),
            "estimate": self.tr("Estimated finish"),
            "model": self.tr("Retrained model"),
            "id": self.tr("Job ID"),
            "sent": self.tr("Sent"),
            "results": self.tr("Results"),
            "verdict": self.tr("Verdict"),
            "note": self.tr("Note"),
        }

    def _history_side(self) -> QWidget:
        heading = QLabel(self.tr("Status history"))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        table = FlatTree(row_height=1.5)
        table.setModel(self.history)
        table.setAccessibleName(self.tr("Status history"))
        table.setColumnWidth(0, first_width(table, 0, moments()))
        heading.setBuddy(table)
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 10, 10, 10)
        layout.addWidget(heading)
        layout.addWidget(table)
        return side

    def _fact(self) -> QLabel:
        label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def shown(self) -> JobKey | None:
        """The job whose details are shown."""
        return self._job.key if self._job else None

    def show_count(self, count: int) -> None:
        """Show no job, since none or several are selected."""
        self._job = None
        self._hint.setText(
            self.tr("%n job(s) selected.", "", count) if count else self.tr("Select a job to see its details.")
        )
        self._pages.setCurrentIndex(0)

    def show_job(
        self,
        job: Job,
        transfer: TransferView | None,
        estimate: Estimate | None = None,
        live: LiveView = LiveView(),
        waiting: str = "",
        *,
        fetched: str = "",
    ) -> None:
        """Show a job as it stands, with what is waited for if something is, and what of its results is here already."""
        self._job = job
        self._title.setText(shown(job_title(job)))
        self._show_fact("status", self._status(job))
        self._show_fact("waiting", waiting)
        self._show_fact("message", job.message)
        self._show_fact("live", live.text)
        self._show_fact("estimate", formatting.estimate_text(estimate, self._clock()) if estimate else "")
        self._show_fact("sent", _sent_text(job))
        self._show_fact("model", str(job.service_model_id) if job.service_model_id is not None else "")
        self._show_fact("id", job.id)
        results = self._results(job, transfer)
        self._show_fact("results", "\n".join(part for part in (results, fetched if not transfer else "") if part))
        self._show_fact("verdict", verdict_tip(job))
        self._show_fact("note", job.note)
        trouble = first_trouble(job, is_switching=live.is_switching)
        remedy, other = _remedies(job, trouble) if trouble else (Remedy.NONE, Remedy.NONE)
        self._problem.show_problem(
            trouble.problem if trouble else None, remedy, other, trouble_words(trouble) if trouble else None
        )
        self._show_transfer(job.key, transfer, is_for_key=bool(waiting))
        if live.is_switching:
            self._show_switching(job.key, live)
        is_offered_above = remedy in {Remedy.SWITCH, Remedy.SWITCH_AGAIN}
        self._switch.setVisible(live.can_switch and transfer is None and not is_offered_above)
        self._open.setVisible(job.saved is not None or job.can_save)
        self._save.setVisible(job.can_save and transfer is None)
        self._folder.setVisible(job.saved is not None and transfer is None)
        self._pages.setCurrentIndex(1)

    def show_status_history(self, key: JobKey, entries: tuple[StatusEntry, ...]) -> None:
        """Show a job's history, if it still is the one selected."""
        if key == self.shown():
            self.history.show(entries)

    def add_status(self, entry: StatusEntry) -> None:
        """Show one more change."""
        if entry.job == self.shown():
            self.history.add(entry)

    def _show_fact(self, name: str, text: str) -> None:
        label, value = self._facts[name]
        text = shown_lines(text)
        if value.text() != text:
            value.setText(text)
            value.setToolTip(formatting.plain_tip(text))
        label.setVisible(bool(text))
        value.setVisible(bool(text))

    def _status(self, job: Job) -> str:
        text = common_text.status_text(job)
        if job.status_since is None:
            return text
        return fill(self.tr("{0}, since {1}"), text, formatting.moment(job.status_since, self._clock()))

    def _results(self, job: Job, transfer: TransferView | None) -> str:
        if transfer and transfer.is_upload:
            return ""
        if transfer:
            return fill(self.tr("Saving to {0}"), transfer.path)
        if job.saved:
            when = formatting.moment(job.saved.at, self._clock())
            size = formatting.size(job.saved.size)
            text = fill(self.tr("Saved {0}: {1} ({2})"), when, job.saved.path, size)
            if job.saved.untested:
                why = untested_word(job.saved.untested)
                text += "\n" + fill(self.tr("Not all checksums in it were tested: {0}."), why)
            return text
        if job.stage is not Stage.FINISHED:
            return ""
        if job.has_file:
            return fill(self.tr("Ready to save: {0}"), job.results_name or self.tr("a file without a name"))
        return self.tr("The service has named no file yet; EPA Desktop goes on asking.")

    def _show_transfer(self, job: JobKey, transfer: TransferView | None, *, is_for_key: bool = False) -> None:
        self._progress.setVisible(transfer is not None)
        self._cancel.setVisible(transfer is not None)
        if transfer is None:
            return
        self._cancel.setText(self.tr("Cancel upload") if transfer.is_upload else self.tr("Cancel download"))
        self._cancelling = CancelUpload(job) if transfer.is_upload else CancelDownload(job)
        name = self.tr("Upload progress") if transfer.is_upload else self.tr("Download progress")
        self._progress.setAccessibleName(name)
        if transfer.done is None or not transfer.total:
            self._progress.setMaximum(0)
            waits = self.tr("Waiting for the keychain…") if is_for_key else self.tr("Waiting for the storage…")
            text = waits if transfer.done is None else formatting.size(transfer.done)
        else:
            self._progress.setMaximum(1000)
            self._progress.setValue(min(1000, transfer.done * 1000 // transfer.total))
            text = self._progress_text(transfer.done, transfer)
        self._progress.setFormat(text)
        self._progress.setAccessibleDescription(text)

    def _show_switching(self, job: JobKey, live: LiveView) -> None:
        """Nobody knows how long it takes: something that moves, and what for."""
        self._progress.setVisible(True)
        self._progress.setMaximum(0)
        text = self.tr("Waiting for the keychain…") if live.can_cancel else self.tr("Waiting for the service…")
        self._cancel.setVisible(live.can_cancel)
        self._cancel.setText(self.tr("Cancel switch"))
        self._cancelling = CancelSwitch(job)
        self._progress.setAccessibleName(self.tr("Switching"))
        self._progress.setFormat(text)
        self._progress.setAccessibleDescription(text)

    def _progress_text(self, done: int, transfer: TransferView) -> str:
        parts = [
            fill(self.tr("{0} of {1}"), formatting.size(done), formatting.size(transfer.total)),
            formatting.speed(transfer.speed),
        ]
        if transfer.speed > 0:
            left = formatting.duration((transfer.total - done) / transfer.speed)
            parts.append(fill(self.tr("{0} left"), left))
        return " · ".join(parts)

    @Slot()
    def _on_cancel(self) -> None:
        if self._cancelling:
            self.command_requested.emit(self._cancelling)

    @Slot(object)
    def _on_remedy(self, remedy: Remedy) -> None:
        if self._job:
            self.command_requested.emit(ApplyRemedy(self._job.key, remedy))

    @Slot()
    def _on_folder(self) -> None:
        if self._job and self._job.saved:
            self.folder_requested.emit(self._job.saved.path)


def _remedies(job: Job, trouble: Trouble) -> tuple[Remedy, Remedy]:
    """What a click can do about a trouble: up to two things."""
    match trouble.source:
        case TroubleWith.SWITCH:
            remedy = switch_remedy(trouble.problem)
            return remedy, Remedy.NONE if remedy is Remedy.SWITCH_AGAIN else Remedy.DISMISS
        case TroubleWith.SAVE:
            return save_remedy(trouble.problem), folder_remedy(trouble.problem)
        case TroubleWith.SEND:
            return Remedy.SEND_AGAIN, Remedy.FORGET
        case TroubleWith.CHECK:
            return check_remedy(trouble.problem), Remedy.NONE
        case TroubleWith.JOB:
            return Remedy.CHECK_AGAIN, Remedy.SEND_AGAIN if job.upload else Remedy.NONE


def _sent_text(job: Job) -> str:
    """The files a job was started with here."""
    if job.upload is None:
        return ""
    names = [PurePath(path).name for path in (job.upload.training, job.upload.evaluation) if path]
    return " + ".join(map(isolated, names))
