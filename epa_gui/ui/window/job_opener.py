"""Opens a job as a double click and Return do: by what comes next on its way."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.problem import Remedy
from epa_gui.core.way.next_act import Ability, Act, offer_of, opening_of
from epa_gui.ui.base.command import ApplyRemedy
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator
from epa_gui.ui.window.dispatcher import Dispatcher
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.presenter import Presenter


class JobOpener(QObject):
    """Does the primary act of the job that was opened; where there is none, goes to its page."""

    def __init__(
        self,
        window: MainWindow,
        *,
        repository: Repository,
        presenter: Presenter,
        switch_coordinator: SwitchCoordinator,
        dispatcher: Dispatcher,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._presenter = presenter
        self._switch_coordinator = switch_coordinator
        self._dispatcher = dispatcher
        window.table.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        keys = self._window.table.selected_keys()
        job = self._repository.jobs.get(keys[0]) if len(keys) == 1 else None
        if job is None:
            return
        self._presenter.show_selected()  # else the actions may be about the job that was selected a moment ago
        live = self._switch_coordinator.live_state_of(job)
        self._do(opening_of(offer_of(job, live, self._ability(job))), job.key)

    def _ability(self, job: Job) -> Ability:
        return Ability(can_look=self._presenter.can_look_at(job), can_switch=self._presenter.can_switch(job))

    def _do(self, act: Act | None, key: JobKey) -> None:
        actions = self._window.actions_
        match act:
            case Act.LOOK:
                actions.open_results.trigger()
            case Act.SWITCH:
                actions.switch_model.trigger()
            case Act.SEND_AGAIN | Act.FIX_AND_SEND_AGAIN:
                self._dispatcher.carry_out(ApplyRemedy(key, Remedy.SEND_AGAIN))
            case Act.ENTER_KEY:
                self._dispatcher.carry_out(ApplyRemedy(key, Remedy.ENTER_NEW_KEY))
            case _:
                self._go_to_page()

    def _go_to_page(self) -> None:
        """To the first thing of the job's page that takes the keyboard."""
        page = self._window.details
        for widget in page.findChildren(QWidget):
            takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_keys and widget.isEnabled() and widget.isVisibleTo(page):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
