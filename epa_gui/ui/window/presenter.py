"""Keeps the window showing what the controllers know."""

import json
import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.next_act import Act, Offer
from epa_gui.ui.base import formatting
from epa_gui.ui.base.command import AddJob, ClearSearch, Command, NewRetraining, OpenListAgain, ShowAllJobs
from epa_gui.ui.base.keychain_text import keychain_wait_sentence, keychain_wait_text
from epa_gui.ui.base.message_bar import Message, Topic
from epa_gui.ui.jobs.downloads import Transfer
from epa_gui.ui.jobs.job_filter import JobFilter, Show, counted
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.job_text import TransferState
from epa_gui.ui.retraining.send_worker import Phase, SendProgress
from epa_gui.ui.window.job_page_feed import JobPageFeed
from epa_gui.ui.window.job_sources import JobSources
from epa_gui.ui.window.list_feed import ListFeed
from epa_gui.ui.window.list_text import next_try_text, unopened_words
from epa_gui.ui.window.main_window import MainWindow

_KEYCHAIN_WAIT = Topic("keychain wait")
_GATHER_MS = 100
_REMEMBER_MS = 500
_SLOW_MS = 1000
"""What takes longer than this is said to be going on."""


class Presenter(QObject):
    """One way only: from the controllers to the window."""

    def __init__(
        self,
        window: MainWindow,
        *,
        sources: JobSources,
        jobs: JobListModel,
        list_feed: ListFeed,
        page_feed: JobPageFeed,
        job_filter: JobFilter,
    ) -> None:
        super().__init__(window)
        self._switch_coordinator = sources.switch_coordinator
        self._uploads = sources.uploads
        self._needs = sources.needs
        self._window = window
        self._jobs = jobs
        self._list_feed = list_feed
        self._page_feed = page_feed
        self._filter = job_filter
        self._repository = sources.repository
        self._keys = sources.keys
        self._scheduler = sources.scheduler
        self._downloads = sources.downloads
        self._results_fetch = sources.results_fetch
        self._said_wait = ""
        self._has_shown_jobs = False
        self._refresh = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._refresh.timeout.connect(self.refresh)
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._remember.timeout.connect(self.remember_layout)
        self._next_try = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._next_try.timeout.connect(self._on_not_read_yet)
        self._next_try.start()
        self._connect_controllers()
        self._connect_window()

    def _connect_controllers(self) -> None:
        repository = self._repository
        repository.opened.connect(self._on_opened)
        repository.not_opened.connect(self.refresh)
        repository.job_changed.connect(self._on_job_changed)
        repository.jobs_added.connect(self._refresh_soon)
        repository.jobs_removed.connect(self._refresh_soon)
        repository.models_changed.connect(self._refresh_soon)
        repository.undo_stack.canUndoChanged.connect(self._window.actions_.undo.setEnabled)
        self._window.actions_.undo.setEnabled(False)
        self._scheduler.ticked.connect(self._on_tick)
        self._keys.waiting_changed.connect(self._on_waiting)
        self._downloads.changed.connect(self._on_transfer)
        self._results_fetch.results_fetched.connect(self._on_results_here)
        self._uploads.changed.connect(self._on_upload)
        self._needs.changed.connect(self._refresh_soon)
        self._switch_coordinator.changed.connect(self._refresh_soon)

    def _connect_window(self) -> None:
        window = self._window
        window.tool_bar.show_box.show_chosen.connect(self._on_show_chosen)
        window.sidebar.model_chosen.connect(self._on_model_chosen)
        window.search_changed.connect(self._on_search)
        window.messages.closed.connect(self._on_not_read_yet)
        window.language_changed.connect(self._on_language)
        self._filter.set_words(window.tool_bar.search.text())  # somebody may have been faster
        self._filter.set_show(window.tool_bar.show_box.chosen())
        self._selected_soon = QTimer(self, singleShot=True, interval=0)
        self._selected_soon.timeout.connect(self._enable_actions)
        window.table.selected.connect(self._selected_soon.start)
        window.table.columns_changed.connect(self._remember.start)

    def select(self, key: JobKey) -> None:
        """Show a job, even if the filters hid it."""
        if not self._window.table.select(key):
            self.show_all()
            self._window.table.select(key)

    @Slot(object)
    def show_jobs(self, keys: Sequence[JobKey]) -> None:
        """Show these jobs, or those of them that are there still, even if the filters hide some."""
        there = [key for key in keys if key in self._repository.jobs]
        if there and not self._window.table.select_all_of(there):
            self.show_all()
            self._window.table.select_all_of(there)

    @Slot()
    def show_all(self) -> None:
        """No filter, no search."""
        self._window.tool_bar.search.clear()
        self._window.tool_bar.show_box.choose(Show.ALL)
        self._window.sidebar.show_all()

    def clear_search(self) -> None:
        """No search; the filters stay."""
        self._window.tool_bar.search.clear()

    @Slot()
    def refresh(self) -> None:
        """Everything that counts jobs."""
        jobs, model = self._repository.jobs.values(), self._filter.model
        shown = [job for job in jobs if job.model == model] if model else jobs
        counts = counted(shown, self._needs.count(model or None))
        self._window.tool_bar.show_filter_counts(counts if self._repository.is_read() else None)
        self._window.table.set_has_several_models(has_several=not model and len(self._needs.models()) > 1)
        self._window.show_attention(self._needs.count() if self._repository.is_read() else 0)
        self._show_page()
        self._enable_actions()
        self._show_times(self._repository.clock())
        if jobs and not self._has_shown_jobs:
            self._has_shown_jobs = True
            self._select_something()
            self._page_feed.show_selected()
            self._window.content.share()
            self._window.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_something(self) -> None:
        """The job's page has something to show whenever there is something."""
        if self._filter.rowCount() and not self._window.table.selected_keys():
            self._window.table.selectRow(0)

    def _show_page(self) -> None:
        if not self._repository.is_read():
            self._show_unread_page()
            return
        unread = {row.table for row in self._repository.unread}
        if not self._repository.models and not self._repository.jobs and not unread & {"model", "job"}:
            self._window.show_first_page()
            self._window.show_counts("")
            return
        shown, count = self._filter.rowCount(), len(self._repository.jobs)
        if not count and "job" in unread:
            self._window.show_list(
                self.tr("The jobs in your list cannot be read now; they stay in its file. You can add others."),
                (self.tr("Add job…"), AddJob()),
            )
        elif not count:
            text = self.tr("No jobs yet. Drop a training file here, or add a job started elsewhere.")
            self._window.show_list(text, *self._first_ways())
        elif not shown and self._lone_model():
            text = self.tr("“{0}” has no jobs yet. Drop a training file here, or add a job started elsewhere.")
            self._window.show_list(fill(text, self._lone_model()), *self._first_ways())
        elif not shown and self._filter.is_searched():
            self._window.show_list(self.tr("No job matches the search."), (self.tr("Clear the search"), ClearSearch()))
        elif not shown:
            text = self.tr("No job matches the filters.")
            self._window.show_list(text, (self.tr("Show all jobs"), ShowAllJobs()))
        else:
            self._window.show_list()
        if shown == count:
            self._window.show_counts(self.tr("%n job(s)", "", count))
        else:
            self._window.show_counts(fill(self.tr("{0} of %n job(s) shown", "", count), shown))

    def _first_ways(self) -> tuple[tuple[str, Command], ...]:
        """How a job comes into the list."""
        return (self.tr("New retraining…"), NewRetraining()), (self.tr("Add job…"), AddJob())

    def _lone_model(self) -> str:
        """The name of the chosen model if it has no jobs at all; else empty."""
        model = self._repository.models.get(self._window.sidebar.chosen_model())
        return model.name if model is not None and not self._repository.jobs_of(model.id) else ""

    def _show_unread_page(self) -> None:
        """What is waited for while nobody knows what is in the list, instead of saying that nothing is."""
        read = self._repository.unopened
        self._window.show_counts("")
        if read is None or read.problem is None:
            self._window.show_list(self.tr("Opening your list…"), can_narrow=False)
            return
        # Why, and what can be done, is said once: above, as long as nobody has closed that.
        is_said_above = any(message.ends_with(OpenListAgain()) for message in self._window.messages.messages())
        parts = [] if is_said_above else [unopened_words(read.problem, is_final=read.is_final).sentence()]
        if not read.is_final:
            parts.append(next_try_text(self._repository.next_try_at - self._repository.clock()))
            self._next_try.start()
        parts.append(self.tr("You can add and change things as soon as the list is open."))
        ways = [] if is_said_above or read.is_final else [(self.tr("Try again"), OpenListAgain())]
        self._window.show_list("\n\n".join(parts), *ways, can_narrow=False)

    @Slot()
    def _on_not_read_yet(self) -> None:
        """It takes longer than a moment: say so, and count down to the next try."""
        if not self._repository.is_read():
            self._show_page()

    @Slot()
    def _enable_actions(self) -> None:
        actions = self._window.actions_
        jobs = self._window.table.selected_jobs()
        model = self.chosen_model()
        is_usable = self._repository.is_read()
        actions.new_retraining.setEnabled(is_usable)
        actions.add_model.setEnabled(is_usable)
        actions.connect_account.setEnabled(is_usable)
        actions.add_job.setEnabled(is_usable)
        actions.check_now.setEnabled(bool(jobs or self._window.table.hidden_keys()))  # as on the page that is shown
        for action in (actions.remove, actions.copy_id, actions.copy_curl):
            action.setEnabled(bool(jobs))
        actions.edit_job.setEnabled(len(jobs) == 1)
        actions.check_all.setEnabled(bool(self._repository.jobs))
        actions.save_results.setEnabled(any(job.can_save and job.key not in self._downloads.transfers for job in jobs))
        actions.open_results.setEnabled(len(jobs) == 1 and self._page_feed.can_look_at(jobs[0]))
        why_not = self._why_not_compared(jobs)
        actions.compare_jobs.setEnabled(len(jobs) == 2 and not why_not)
        self._window.details.several.explain(why_not)
        actions.switch_model.setEnabled(len(jobs) == 1 and self._page_feed.can_switch(jobs[0]))
        self._enable_job_actions(jobs)
        actions.history.setEnabled(is_usable)
        actions.name_model(self._repository.models[model].name if model in self._repository.models else "")
        for action in actions.for_a_model():
            action.setEnabled(bool(model))

    def _enable_job_actions(self, jobs: Sequence[Job]) -> None:
        """What the page of one job offers too."""
        actions, job = self._window.actions_, jobs[0] if len(jobs) == 1 else None
        offer = self._page_feed.view_of(job).offer if job is not None else Offer()
        actions.keep_live.setEnabled(Act.KEEP_LIVE in {offer.primary, *offer.beside})
        actions.show_folder.setEnabled(job is not None and job.saved is not None)
        actions.send_again.setEnabled(job is not None and job.upload is not None and not job.is_uploading)

    def _why_not_compared(self, jobs: Sequence[Job]) -> str:
        """Why two selected jobs cannot be compared; empty where they can be, or are not two."""
        if len(jobs) != 2:
            return ""
        if jobs[0].model != jobs[1].model:
            return self.tr("Only jobs of the same model can be compared.")
        if any(self._results_fetch.path_of(job.key) is None for job in jobs):
            return self.tr("Two jobs can be compared when the results of both have been looked at or saved.")
        return ""

    def chosen_model(self) -> str:
        """The model the model menu is about: the one chosen at the side, else the only one, else the selected job's."""
        chosen = self._window.sidebar.chosen_model()
        if chosen:
            return chosen
        if len(self._repository.models) == 1:
            return next(iter(self._repository.models))
        models = {key.model for key in self._window.table.selected_keys()}
        return models.pop() if len(models) == 1 else ""

    def shown_job(self) -> JobKey | None:
        """The job whose page is shown, if one job's is."""
        return self._window.details.shown()

    def _show_times(self, now: float) -> None:
        latest, upcoming = self._scheduler.latest(), self._scheduler.upcoming()
        parts = []
        if latest is not None:
            parts.append(fill(self.tr("Last check of any job {0}"), formatting.recent_moment(latest, now)))
        if self._keys.waits() and upcoming <= now:
            parts.append(keychain_wait_text())
        elif self._scheduler.under_way_count():
            parts.append(self.tr("Checking…"))
        elif math.isfinite(upcoming):
            parts.append(fill(self.tr("Next check in {0}"), formatting.duration(math.ceil(max(0.0, upcoming - now)))))
        elif self._repository.jobs:
            parts.append(self.tr("No check planned"))
        self._window.show_times(self.tr(" · ").join(parts))

    @Slot()
    def _on_language(self) -> None:
        """Say all of it again."""
        self.refresh()
        self._page_feed.refresh()
        self._said_wait = self._wait_message().text if self._said_wait else ""  # the bar has said it again by itself

    @Slot()
    def _refresh_soon(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    @Slot()
    def _on_opened(self) -> None:
        stored = self._repository.stored
        self._window.restore_layout(json.loads(stored.get("layout", "{}")))  # whatever is not that was not read
        columns = json.loads(stored.get("columns", '""'))
        if columns:
            self._window.table.restore_columns(columns)
        self.refresh()

    @Slot()
    def remember_layout(self) -> None:
        """Keep where everything is."""
        if self._repository.is_read():
            self._repository.remember("layout", json.dumps(self._window.layout_state()))
            self._repository.remember("columns", json.dumps(self._window.table.columns_state()))

    @Slot(object, object)
    def _on_job_changed(self, _before: Job, _job: Job) -> None:
        self._refresh_soon()

    @Slot(float)
    def _on_tick(self, now: float) -> None:
        if self._window.isVisible() and not self._window.isMinimized():
            self._jobs.refresh_times(self._window.table.rows_in_view())
            self._show_times(now)
            if self._keys.waits():
                self._list_feed.tell_key_waits()  # others are due by now

    @Slot(object, object)
    def _on_transfer(self, key: JobKey, transfer: Transfer | None) -> None:
        progress = transfer.progress if transfer else None
        state = TransferState(progress.done if progress else None, progress.total if progress else 0)
        self._jobs.set_transfer(key, state if transfer else None)
        if transfer is None or progress is None:
            self._refresh_soon()

    @Slot(object, object)
    def _on_upload(self, key: JobKey, progress: SendProgress | None) -> None:
        if progress is None:
            self._jobs.set_transfer(key, None)
            self._refresh_soon()
        else:
            done = progress.done if progress.phase is Phase.SENDING else None
            self._jobs.set_transfer(key, TransferState(done, progress.total, is_upload=True))

    @Slot(object)
    def _on_show_chosen(self, show: Show) -> None:
        self._filter.set_show(show)
        self.refresh()
        self._select_something()

    @Slot(str)
    def _on_model_chosen(self, model: str) -> None:
        self._filter.set_model(model)
        self.refresh()
        self._select_something()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._filter.set_words(text)
        self._window.table.give_back()
        self._refresh_soon()

    @Slot(object, object)
    def _on_results_here(self, _key: JobKey, _path: object) -> None:
        self._enable_actions()

    @Slot()
    def _on_waiting(self) -> None:
        """The keychain lets people wait, or has answered: wherever something waits for it, that is said."""
        self._show_times(self._repository.clock())
        said, self._said_wait = self._said_wait, self._wait_message().text if self._keys.waits() else ""
        if said != self._said_wait:
            self._window.messages.withdraw(_KEYCHAIN_WAIT)
            if self._said_wait:
                self._window.messages.say(self._wait_message)

    def _wait_message(self) -> Message:
        text = keychain_wait_sentence(self._keys.name, only_keeping=self._keys.only_keeping_waits())
        return Message(text, topic=_KEYCHAIN_WAIT, is_trouble=True)
