"""Opens a job as a double click and Return do: by what comes next on its way."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.ui.jobs.page_acts import opening_command
from epa_gui.ui.window.dispatcher import Dispatcher
from epa_gui.ui.window.job_page_feed import JobPageFeed
from epa_gui.ui.window.main_window import MainWindow


class JobOpener(QObject):
    """Does the primary act of the job that was opened, if that only opens something; else goes to its page."""

    def __init__(self, window: MainWindow, page_feed: JobPageFeed, dispatcher: Dispatcher) -> None:
        super().__init__(window)
        self._window = window
        self._page_feed = page_feed
        self._dispatcher = dispatcher
        window.table.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        jobs = self._window.table.selected_jobs()
        if len(jobs) != 1:
            return
        self._page_feed.show_selected()  # else the page may be about the job that was selected a moment ago
        command = opening_command(self._page_feed.view_of(jobs[0]))
        if command is not None:
            self._dispatcher.carry_out(command)
        else:
            self._go_to_page()

    def _go_to_page(self) -> None:
        """To the first thing of the job's page that takes the keyboard."""
        page = self._window.details
        for widget in page.findChildren(QWidget):
            takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_keys and widget.isEnabled() and widget.isVisibleTo(page):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
