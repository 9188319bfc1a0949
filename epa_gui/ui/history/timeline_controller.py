"""The timeline in the History window: reckoned aside for the chosen model, anew only when there is something new."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from epa_gui.core.history.job_bars import Anchor
from epa_gui.core.history.timeline import Timeline
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.job_title import title_of_time
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.history.history_model import HistoryModel
from epa_gui.ui.history.history_window import HistoryWindow
from epa_gui.ui.history.timeline_text import short_title
from epa_gui.ui.history.timeline_worker import TimelineWorker

translate = QCoreApplication.translate

_NEWS_MS = 300
"""How long it waits for more to come before it is drawn anew."""

_PATIENCE_MS = 1000
"""How long it may take before that is said."""

_FRESH_SECONDS = 60.0
"""It ends with the moment it was made: somebody who comes back to it later sees it as of then."""


class _Drawn(NamedTuple):
    """What a timeline was made of: events are only ever added, so their number tells whether there are others."""

    model: str
    events: int
    at: float


class TimelineController(QObject):
    """One timeline at a time; of what is asked for meanwhile only the last."""

    def __init__(self, view: HistoryWindow, entries: HistoryModel, repository: Repository) -> None:
        super().__init__(view)
        self._view = view
        self._entries = entries
        self._repository = repository
        self._worker: TimelineWorker | None = None
        self._drawn: _Drawn | None = None
        self._is_whole = False
        self.threads = PassingThreads()
        self._news = QTimer(self, singleShot=True)
        self._news.timeout.connect(self._draw)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_long)
        view.filter_changed.connect(self._draw)
        view.timeline_requested.connect(self._on_requested)
        view.timeline.opened.connect(self._on_opened)

    def take_news(self, *, is_whole: bool) -> None:
        """Entries have come.

        Args:
            is_whole: Whether the history has been read to its end; until then a model is drawn only once.
        """
        self._is_whole = is_whole
        if not self._news.isActive():
            self._news.start(0 if self._drawn is None else _NEWS_MS)

    @Slot()
    def stop(self) -> None:
        """Nobody looks any more, or all is read anew."""
        self._is_whole = False
        self._news.stop()
        self._give_up()

    def _give_up(self) -> None:
        self._drawn = None
        if self._worker is not None:
            self._worker.stop()

    @Slot()
    def _on_requested(self) -> None:
        if self._drawn is not None and self._repository.clock() - self._drawn.at >= _FRESH_SECONDS:
            self._drawn = None
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """Have it made, unless it is there or under way as it would be now."""
        if not self._view.shows_timeline():
            return
        model = self._model()
        self._view.look_for_one(model)
        if not model:
            self._give_up()
            self._view.show_timeline(None)
            return
        if self._drawn is not None and self._drawn.model == model and not self._is_whole:
            return
        events = self._entries.events_of(model)
        if self._drawn is not None and (self._drawn.model, self._drawn.events) == (model, len(events)):
            return
        if self._worker is not None:  # whose report leads here again
            if self._worker.model != model:
                self._give_up()
            return
        now = self._repository.clock()
        self._drawn = _Drawn(model, len(events), now)
        worker = self._worker = TimelineWorker(model, events, now)
        worker.reported.connect(self._on_reported)
        self._patience.start()
        if not self._view.draws_timeline():
            self._view.show_drawing("")
        self.threads.start(worker, "timeline")

    def _model(self) -> str:
        """The chosen model, or the one of which there is something to tell."""
        return self._view.filters.filter().model or next(iter(self._entries.model_names()), "")

    def _name_of(self, model: str) -> str:
        """What a model is called now, or was called last."""
        if model in self._repository.models:
            return self._repository.models[model].name
        return self._entries.model_names().get(model, "")

    @Slot(object)
    def _on_reported(self, timeline: Timeline | None) -> None:
        self._worker = None
        self._patience.stop()
        if timeline is not None and self._view.isVisible() and timeline.model == self._model():
            self._view.show_timeline(_titled(timeline))
        self._draw()

    @Slot()
    def _on_long(self) -> None:
        """A timeline that is there stays while it is made anew, but not that of another model."""
        if self._worker is not None and not self._view.draws_timeline(self._worker.model):
            text = translate("HistoryController", "Drawing the timeline of “{0}”…")
            self._view.show_drawing(fill(text, short_title(self._name_of(self._worker.model))))

    @Slot(object)
    def _on_opened(self, anchor: Anchor) -> None:
        entry = self._entries.entry_of(*anchor)
        if entry is not None:
            self._view.select(entry.number)


def _titled(timeline: Timeline) -> Timeline:
    """The same with jobs that have no name called as in the list."""
    bars = (
        bar if bar.name else replace(bar, name=title_of_time(bar.started_at or bar.begins_at)) for bar in timeline.jobs
    )
    return replace(timeline, jobs=tuple(bars))
