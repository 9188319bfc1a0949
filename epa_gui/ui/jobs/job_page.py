"""A job's page: where it is on its way, how it stands, and the one thing that comes next; below that the facts."""

import functools
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.job import JobKey, Stage, StatusEntry, TroubleWith
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.core.way.standing import Standing
from epa_gui.ui.base.access_keys import give_access_keys
from epa_gui.ui.base.column_widths import first_width
from epa_gui.ui.base.disclosure import Disclosure
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.key_end_text import key_over_words
from epa_gui.ui.base.page import TITLE, em
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.roomy_menu import make_roomy
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.tinting import ATTENTION, FAILED
from epa_gui.ui.base.usual_texts import moments
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.jobs.facts_part import FactsPart
from epa_gui.ui.jobs.facts_text import fact_texts
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_text import trouble_words
from epa_gui.ui.jobs.page_acts import page_buttons
from epa_gui.ui.jobs.page_buttons import ButtonRow
from epa_gui.ui.jobs.page_frame import LEAST_HEIGHT, PageFrame
from epa_gui.ui.jobs.page_text import failed_words, late_words, state_words
from epa_gui.ui.jobs.predictions_part import PredictionsPart
from epa_gui.ui.jobs.several_part import SeveralPart
from epa_gui.ui.jobs.state_part import StatePart
from epa_gui.ui.jobs.status_history_model import StatusHistoryModel
from epa_gui.ui.jobs.step_text import step_words
from epa_gui.ui.jobs.stepper import Stepper

_TABLES = frozenset({".csv", ".tsv"})
_MOST_ENTRIES_SEEN = 8
_USUAL_HEIGHT = 26
"""Of most pages, in heights of the font."""


class JobPage(QFrame):
    """The selected job.

    Signals:
        command_requested: A button was pressed (a `Command`).
        results_dropped: A table of results was dropped on a finished job (`JobKey`, `Path`).
        other_shown: Another job is shown, or none any more.
    """

    command_requested = Signal(object)
    results_dropped = Signal(object, object)
    other_shown = Signal()

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._view: JobPageView | None = None
        self._tabbed: list[QWidget] = []
        self._first_width = 0
        self._shown_parts: tuple[object, ...] = ()
        self.setAcceptDrops(True)
        self._title = Text(is_bold=True, size=TITLE)
        self._model = SoftText()
        self._unlisted = SoftText()
        self._unlisted.hide()
        self.more = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.stepper = Stepper()
        self._boxed_buttons = ButtonRow()
        self.box = ProblemBox(acts=self._boxed_buttons)
        self.state = StatePart()
        self._buttons = ButtonRow()
        self._frame = PageFrame(
            self._title,
            self._model,
            more=self.more,
            stepper=self.stepper,
            box=self.box,
            boxed=self._boxed_buttons,
            buttons=self._buttons,
        )
        self.predictions = PredictionsPart()
        for row in (self._boxed_buttons, self._buttons, self._frame.foot, self.predictions):
            row.command_requested.connect(self.command_requested)
        self.facts = FactsPart()
        self.history = StatusHistoryModel(clock)
        self._build_history()
        self._pages = QStackedWidget()
        self.several = SeveralPart()
        self._pages.addWidget(self.several)
        self._pages.addWidget(self._something())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._say_texts()

    def _say_texts(self) -> None:
        """All that does not depend on the job."""
        self.setAccessibleName(self.tr("Job details"))
        self._unlisted.show_text(self.tr("Not shown in the list"))
        self.more.setText(self.tr("More"))
        self.more.setMinimumWidth(0)
        self.more.setMinimumWidth(self.more.sizeHint().width() + em(self, 0.8))  # some styles paint the arrow over it
        self.more.setAccessibleDescription(self.tr("Other actions for this job"))
        self._entries.setAccessibleName(self.tr("Status history"))
        self.said.name_it(self.tr("Everything the service said"))
        self.history.say_again()
        self._on_entries()
        before, self._first_width = self._first_width, first_width(self._entries, 0, moments())
        if before in {0, self._entries.columnWidth(0)}:  # as a person left it, it stays
            self._entries.setColumnWidth(0, self._first_width)

    def _build_history(self) -> None:
        self._entries = FlatTree(row_height=1.5)
        self._entries.setModel(self.history)
        self.said = Disclosure("", self._entries)
        for signal in (self.history.modelReset, self.history.rowsInserted):
            signal.connect(self._on_entries)

    def _something(self) -> QWidget:
        self._frame.head.addWidget(self._unlisted, 2, 0, 1, 3)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        column = self._frame.column
        column.addLayout(self._frame.head)
        for part in (self.stepper, self.box, self.state, self._buttons, self.predictions, rule, self.facts):
            column.addWidget(part)
        column.addWidget(self.said, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._entries)
        column.addStretch()
        return self._frame

    def set_more(self, actions: Sequence[QAction]) -> None:
        """What the menu behind *More* offers for the selected job."""
        menu = make_roomy(give_access_keys(QMenu(self.more)))
        menu.addActions(list(actions))
        self.more.setMenu(menu)

    # Showing

    def shown(self) -> JobKey | None:
        """The job whose page is shown."""
        return self._view.job.key if self._view else None

    def show_count(self, count: int, *, is_any_listed: bool = True) -> None:
        """Show no job, since none or several are selected."""
        was_shown, self._view = self.shown(), None
        self.several.show_count(count, is_any_listed=is_any_listed)
        self._pages.setCurrentIndex(0)
        if was_shown is not None:
            self.other_shown.emit()

    def natural_height(self) -> int:
        """How high it is, in pixels, where nothing of it has to be scrolled.

        As high as most pages at least: so nothing around it moves whenever another job is selected.
        """
        usual = em(self, _USUAL_HEIGHT)
        return usual if self._view is None else max(usual, self._frame.full_height())

    def minimumSizeHint(self) -> QSize:
        """What does not fit is scrolled: where the window is low, the page never takes the list's place."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), em(self, LEAST_HEIGHT)))

    def show_listed(self, *, is_listed: bool) -> None:
        """Whether the job can be seen in the list, or only here since a search hides it there."""
        self._unlisted.setVisible(not is_listed)
        self._frame.show_listed(is_listed=is_listed)

    def show_job(self, view: JobPageView) -> None:
        """Show a job as it stands; another one from its top."""
        is_other = view.job.key != self.shown()
        self._view = view
        if is_other:
            self._frame.to_top()
        self._title.show_text(shown(job_title(view.job)))
        self._model.show_text(shown(view.model_name))
        self._model.setVisible(bool(view.model_name))
        self._show_now(view)
        self._pages.setCurrentIndex(1)
        if is_other:
            self.other_shown.emit()

    @Slot()
    def tick(self) -> None:
        """Time has passed: what tells of it is told anew, and nothing else is painted."""
        if self._view is not None and self.isVisible():
            self._show_now(self._view)

    def _show_now(self, view: JobPageView) -> None:
        now = self._clock()
        boxed, below = page_buttons(view, now)
        self._boxed_buttons.show_buttons(boxed)
        self._buttons.show_buttons(below)
        self._frame.foot.show_buttons([*boxed, *below])
        self._order_tabs()
        self.stepper.show_steps(step_words(view, now))
        is_said = self._show_box(view, now)
        self.state.show_state(None if is_said else state_words(view, now), view)
        self.predictions.show_view(view)
        self.facts.show_facts(fact_texts(view, now))
        parts = (view.job.key, boxed, below, is_said, self.box.isHidden())
        is_new, self._shown_parts = parts != self._shown_parts, parts
        self._frame.fit(is_new=is_new)

    def _order_tabs(self) -> None:
        """What comes next is reached first, then what else can be done, and only then the rest of the page."""
        order = [
            *self._boxed_buttons.in_order(),
            *self._buttons.in_order(),
            *self._frame.foot.in_order(),
            self.more,
            self.said,
            self._entries,
        ]
        if order != self._tabbed:
            self._tabbed = order
            for one, following in pairwise(order):
                QWidget.setTabOrder(one, following)

    def _show_box(self, view: JobPageView, now: float) -> bool:
        """Show what is wrong, if something is; whether that tells how the job stands too."""
        trouble = view.trouble
        if trouble is not None and trouble.source is TroubleWith.JOB:
            self.box.show_look(FAILED, "failed")
            self.box.show_words(failed_words(view), trouble.problem.said)
            return True
        is_not_sent = view.standing is Standing.NOT_SENT
        self.box.show_look(*((FAILED, "failed") if is_not_sent else (ATTENTION, "attention")))
        if trouble is not None:
            words = key_over_words(view.key_expired) if view.is_key_over else trouble_words(trouble)
            self.box.show_words(words, trouble.problem.said)
            return False
        if view.late(now):
            self.box.show_words(late_words(view, now))
            return True
        if view.told_key_warning is not None:
            self.box.show_words(view.told_key_warning)
            return False
        self.box.hide()
        return False

    # The status history

    def show_status_history(self, key: JobKey, entries: tuple[StatusEntry, ...]) -> None:
        """Show a job's history, if it still is the one selected."""
        if key == self.shown():
            self.history.show(entries)

    def add_status(self, entry: StatusEntry) -> None:
        """Show one more change."""
        if entry.job == self.shown():
            self.history.add(entry)

    @Slot()
    def _on_entries(self) -> None:
        count = self.history.rowCount()
        self.said.setVisible(count > 0)
        self._entries.setVisible(count > 0 and self.said.isChecked())
        self.said.show_text(
            fill(self.tr("Everything the service said ({0})"), count), fill(self.tr("Status history ({0})"), count)
        )
        rows = max(0, self._entries.sizeHintForRow(0)) * min(count, _MOST_ENTRIES_SEEN)
        height = self._entries.header().sizeHint().height() + rows
        self._entries.setFixedHeight(height + 2 * self._entries.frameWidth() + 2)

    # Keys, drops, colours

    def primary(self) -> QPushButton | None:
        """The one button that does what the page is for now."""
        return self._frame.primary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the primary button, wherever on the page the focus is."""
        primary = self.primary()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and primary is not None:
            primary.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way; in another language whoever shows a job shows it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "state"):
            self.state.repaint_icons()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "several"):
            self._say_texts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Results of the job shown may be dropped here; anything else goes on to the window."""
        if self._dropped(event) is None or not takes_files(event):
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file as the job's results."""
        path = self._dropped(event)
        if path is None or self._view is None or not takes_files(event):
            event.ignore()
            return
        # Later: the program the file comes from waits until this one has taken it.
        QTimer.singleShot(0, self, functools.partial(self.results_dropped.emit, self._view.job.key, path))

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The one table with a name of the service's results that is dragged over a finished job; else `None`.

        The page is most of the window, and a table with any other name is next month's training file.
        """
        files = [Path(file) for file in local_files(event)]
        is_finished = self._view is not None and self._view.job.stage is Stage.FINISHED
        if len(files) != 1 or not is_finished or files[0].suffix.casefold() not in _TABLES:
            return None
        from epa_gui.core.results.recognition import Role, by_name  # noqa: PLC0415  loaded when a table is dragged

        return files[0] if by_name(files[0].name).role not in {Role.NOTHING, Role.DATA} else None
