"""The History window at work: reads the history into it page by page, keeps it up to date, and verifies it."""

import functools
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from epa_gui.core.history.event import HistoryEntry
from epa_gui.core.history.kept_fingerprint import Finding, Kept, kept_text
from epa_gui.core.history.log import HistoryCheck
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.history.bar_command import BarCommand, ShowEntry, ShowExport

if TYPE_CHECKING:
    from epa_gui.ui.history.export_controller import ExportController
    from epa_gui.ui.history.history_model import HistoryModel
    from epa_gui.ui.history.history_window import HistoryWindow, Shown
    from epa_gui.ui.history.timeline_controller import TimelineController

translate = QCoreApplication.translate

_PIECE = 50
"""Entries that are taken in at a stretch: their texts are made then, and the window must not wait for a whole page."""


_LEAVING_MS = 50
_ASKING_MS = 300
"""How often it is seen whether what keeps the window from being made anew is over."""


class HistoryController(QObject):
    """One window, made when it is first asked for, filled while it is open."""

    def __init__(self, window: QWidget, repository: Repository) -> None:
        super().__init__(window)
        self._main = window
        self._repository = repository
        self._view: HistoryWindow | None = None
        self._entries: HistoryModel | None = None
        self._pages: list[HistoryEntry] = []
        self._is_loading = False
        self._is_verifying = False
        self._copies = False
        self._load_number = 0
        self._exports: ExportController | None = None
        self._timeline: TimelineController | None = None
        self._to_select = 0
        self._leaving: list[tuple[HistoryWindow, ExportController, TimelineController]] = []
        self._leave = QTimer(self, interval=_LEAVING_MS)
        self._leave.timeout.connect(self._on_leaving)
        self._renew = QTimer(self, singleShot=True, interval=_ASKING_MS)
        self._renew.timeout.connect(self.say_again)
        self._taking_in = QTimer(self, singleShot=True, interval=0)
        self._taking_in.timeout.connect(self._on_take_in)
        repository.opened.connect(self._on_list_opened)
        repository.not_opened.connect(self._on_list_opened)
        repository.history_read.connect(self._on_read)
        repository.history_added.connect(self._on_added)
        repository.history_verified.connect(self._on_verified)
        repository.history_failed.connect(self._on_failed)
        repository.models_changed.connect(self._on_models_changed)

    @property
    def threads(self) -> list[QThread]:
        """Threads that can be told to end at once."""
        there = [part for part in (self._exports, self._timeline) if part is not None]
        left = [thread for _, exports, timeline in self._leaving for thread in (*exports.threads, *timeline.threads)]
        return [*left, *(thread for part in there for thread in part.threads)]

    @Slot()
    def open(self) -> None:
        """Show the window; a second time, bring it forward."""
        view = self._view or self._new_view()
        if not view.isVisible():
            self._load()
        view.come_forward()

    @Slot()
    def stop(self) -> None:
        """Give up an export and a timeline, and close the window."""
        if self._exports is not None:
            self._exports.stop()
        if self._view is not None:
            self._view.close()

    @Slot()
    def say_again(self) -> None:
        """Another language: the window gives way to a new one, as soon as nothing would be lost by that."""
        view = self._view
        if view is None or self._exports is None or self._timeline is None:
            return
        if not view.can_give_way() or self._exports.is_under_way():
            self._renew.start()
            return
        shown = view.shown() if view.isVisible() else None
        failed = self._exports.failed()
        view.close()
        self._leaving.append((view, self._exports, self._timeline))
        self._leave.start()
        self._view = self._entries = self._exports = self._timeline = None
        if shown is not None:
            self._reopen(shown, failed)

    def _reopen(self, shown: "Shown", failed: Problem | None) -> None:
        """A new window in the place of the one that has gone."""
        again = self._new_view()
        again.show_same(shown)
        self._to_select = shown.selected
        self._load()
        if failed is not None and self._exports is not None:
            self._exports.show_failed(failed)

    @Slot()
    def _on_leaving(self) -> None:
        """Let go of closed windows whose threads have ended: to destroy a running one would end the program."""
        ended = [left for left in self._leaving if not [*left[1].threads, *left[2].threads]]
        self._leaving = [left for left in self._leaving if left not in ended]
        for view, *_ in ended:
            view.deleteLater()
        if not self._leaving:
            self._leave.stop()

    def _new_view(self) -> "HistoryWindow":
        # Here, not above: most starts of the program never show it.
        from epa_gui.ui.history.export_controller import ExportController  # noqa: PLC0415
        from epa_gui.ui.history.history_model import HistoryModel  # noqa: PLC0415
        from epa_gui.ui.history.history_window import HistoryWindow  # noqa: PLC0415
        from epa_gui.ui.history.timeline_controller import TimelineController  # noqa: PLC0415

        self._entries = HistoryModel()
        view = self._view = HistoryWindow(self._entries, self._repository.clock, self._main)
        view.verify_requested.connect(self._on_verify)
        view.compare_requested.connect(self._on_compare)
        view.copy_requested.connect(self._on_copy)
        view.bar.command_requested.connect(self.carry_out)
        view.closed.connect(self._on_closed)
        self._exports = ExportController(view, self._entries, self._repository)
        self._timeline = TimelineController(view, self._entries, self._repository)
        self._on_models_changed()
        return view

    # Reading

    def _load(self) -> None:
        """Begin with the newest page; what was written meanwhile comes by itself."""
        if self._view is None or self._entries is None:
            return
        self._entries.clear()
        self._load_number += 1
        self._is_loading = self._repository.can_be_used
        self._view.show_loading(is_loading=self._is_loading, can_be_read=self._repository.can_be_used)
        if self._is_loading:
            self._repository.read_history(self._load_number)

    @Slot()
    def _on_list_opened(self) -> None:
        if not self._repository.can_be_used and self._view is not None and self._is_loading:
            self._is_loading = False
            self._view.show_loading(is_loading=False, can_be_read=False)

    @Slot(int, object)
    def _on_read(self, load: int, entries: tuple[HistoryEntry, ...]) -> None:
        if not self._is_loading or load != self._load_number:
            return  # asked for by a window that was closed before it came
        self._pages += entries
        self._taking_in.start()
        if not entries:
            self._is_loading = False

    @Slot()
    def _on_take_in(self) -> None:
        """Take in a little, then let the window work; the next page is asked for when this one is in."""
        if self._entries is None or self._view is None:
            return
        piece, self._pages = self._pages[:_PIECE], self._pages[_PIECE:]
        self._entries.add_page(piece)
        if self._to_select and self._view.come_back_to(self._to_select):
            self._to_select = 0
        if self._pages:
            self._taking_in.start()
        else:
            if self._is_loading:
                self._repository.read_history(self._load_number, self._entries.oldest_number())
            self._on_models_changed()
            self._view.show_loading(is_loading=self._is_loading)
            self._tell_timeline()

    @Slot(object)
    def _on_added(self, entries: tuple[HistoryEntry, ...]) -> None:
        if self._entries is None or self._view is None or not self._view.isVisible():
            return
        self._entries.add_new(entries)
        self._on_models_changed()
        self._view.refresh()
        self._tell_timeline()

    def _tell_timeline(self) -> None:
        if self._timeline is not None:
            self._timeline.take_news(is_whole=not self._is_loading)

    @Slot()
    def _on_closed(self) -> None:
        """Nobody looks: keep nothing in memory, and nothing up to date."""
        self._is_loading = self._is_verifying = False
        self._taking_in.stop()
        self._pages.clear()
        if self._entries is not None:
            self._entries.clear()
        if self._timeline is not None:
            self._timeline.stop()
        if self._view is not None and self._exports is not None and not self._exports.is_under_way():
            self._view.show_busy(is_busy=False)
            self._view.bar.close_note()

    @Slot()
    def _on_models_changed(self) -> None:
        if self._view is not None and self._entries is not None:
            named = {model.id: model.name for model in self._repository.models.values()}
            self._view.filters.show_models(self._entries.model_names() | named)

    # Verifying

    @Slot()
    def _on_verify(self) -> None:
        self._verify()

    @Slot()
    def _on_copy(self) -> None:
        """Copy the last fingerprint once it is known that the history it is of is sound."""
        self._verify(copies=True)

    @Slot()
    def _on_compare(self) -> None:
        if self._view is None:
            return
        from epa_gui.ui.history.fingerprint_dialog import FingerprintDialog  # noqa: PLC0415  loaded when first opened

        dialog = FingerprintDialog(self._view)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    @Slot(object)
    def _on_chosen(self, kept: Kept) -> None:
        self._verify(kept)

    def _verify(self, kept: Kept | None = None, *, copies: bool = False) -> None:
        if self._view is None or self._exports is None or self._is_verifying or self._exports.is_under_way():
            return
        self._is_verifying, self._copies = True, copies
        self._view.show_busy(is_busy=True)
        self._view.problem.hide()
        self._view.bar.wait_for(translate("HistoryController", "Verifying the history…"), can_cancel=False)
        self._repository.verify_history(kept)

    @Slot(object)
    def _on_verified(self, verdict: HistoryCheck) -> None:
        if self._view is None or self._entries is None or not self._is_verifying:
            return
        from epa_gui.ui.history import history_text  # noqa: PLC0415  loaded with the window

        self._is_verifying = False
        self._view.show_busy(is_busy=False)
        found = self._entries.find(verdict.broken_at) if verdict.broken_at else None
        button = functools.partial(_entry_text, found.number) if found else None
        is_well = verdict.broken_at is None
        if verdict.match is not None:
            match = verdict.match
            words = lambda: history_text.match_words(match, verdict, found).sentence()  # noqa: E731  said again later
            is_well &= verdict.match.finding is Finding.UNCHANGED
        elif self._copies and is_well and verdict.entries:
            text = kept_text(verdict.entries, verdict.local, verdict.fingerprint, verdict.begun)
            QGuiApplication.clipboard().setText(text)
            words = functools.partial(history_text.copied_text, verdict)
        else:
            words = lambda: history_text.verdict_words(verdict, found).sentence()  # noqa: E731  as above
        self._view.bar.say(
            words, "finished" if is_well else "attention", button, ShowEntry(found.number) if found else None
        )

    @Slot(int, object)
    def _on_failed(self, load: int, problem: Problem) -> None:
        """A page or, without a load's number, a verdict that will not come."""
        is_awaited = self._is_loading and load == self._load_number if load else self._is_verifying
        if self._view is None or not is_awaited:
            return
        if load:
            self._is_loading = False
            self._view.show_loading(is_loading=False, can_be_read=False)
        else:
            self._is_verifying = False
            self._view.show_busy(is_busy=False)
        self._view.bar.say(lambda: problem_words(problem).sentence(), "attention")

    @Slot(object)
    def carry_out(self, command: BarCommand) -> None:
        """Do what the button beside the window's words says."""
        match command:
            case ShowEntry():
                if self._view is not None:
                    self._view.select(command.number)
            case ShowExport():
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(command.path.parent)))
            case _:
                assert_never(command)


def _entry_text(number: int) -> str:
    return fill(translate("HistoryController", "Show entry {0}"), number)
