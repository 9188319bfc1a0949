"""What one room asks of another, or tells it; they do not know each other."""

from PySide6.QtCore import QObject, Slot

from epa_gui.core.history.deployment import Switch
from epa_gui.ui.keys.key_use import KeyUse
from epa_gui.ui.keys.key_warnings import KeyWarnings
from epa_gui.ui.predictions.switch_predictions import SwitchPredictions
from epa_gui.ui.window.drop_controller import DropController
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.model_cards_feed import ModelCardsFeed
from epa_gui.ui.window.notifier import Notifier
from epa_gui.ui.window.room_controllers import RoomControllers
from epa_gui.ui.window.session_services import Services


class RoomConnections(QObject):
    """Connects the rooms once, and stands between two where what one tells is not quite what the other asks."""

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        rooms: RoomControllers,
        *,
        cards: ModelCardsFeed,
        key_use: KeyUse,
        key_warnings: KeyWarnings,
        switch_predictions: SwitchPredictions,
        drops: DropController,
        notifier: Notifier,
    ) -> None:
        super().__init__(window)
        self._rooms = rooms
        self._cards = cards
        self._switch_predictions = switch_predictions
        self._switch_coordinator = services.switch_coordinator
        models, tests = rooms.models, services.key_test
        services.scheduler.ticked.connect(services.key_watch.tick)
        services.scheduler.ticked.connect(rooms.switches.refresh)
        services.key_renewal.failed.connect(key_warnings.note_not_renewed)
        key_use.key_pasted.connect(tests.start)
        tests.accepted.connect(key_use.show_accepted)
        tests.refused.connect(key_use.show_refused)
        key_use.refusal_changed.connect(cards.mark_refused)
        rooms.switches.refusal_changed.connect(cards.mark_refused)
        models.model_added.connect(cards.choose_added)
        rooms.accounts.models_added.connect(self._on_models_added)
        rooms.accounts.single_model_requested.connect(models.open_add)
        for form in (rooms.jobs, rooms.retrainings):
            form.model_requested.connect(models.open_add)
            models.model_added.connect(form.offer_model)
        drops.results_dropped.connect(rooms.results.open_files)
        rooms.results.files_dropped.connect(window.files_dropped)
        services.switch_coordinator.changed.connect(rooms.results.on_live_changed)
        window.details.results_dropped.connect(rooms.results.open_for_job)
        rooms.switches.results_requested.connect(rooms.results.open_job)
        rooms.results.switch_requested.connect(rooms.switches.open_over)
        rooms.results.keep_requested.connect(rooms.jobs.keep_live)
        rooms.switches.save_requested.connect(rooms.saves.ask_where_for)

        # A switch is held up until the rows were asked, and they are asked again when the model runs.
        switch_predictions.released.connect(rooms.switches.carry_out)
        services.switch_coordinator.ended.connect(self._on_switch_answered)
        services.switch_coordinator.seen.connect(switch_predictions.on_running)
        switch_predictions.compared.connect(rooms.comparisons.tell)
        services.switch_coordinator.changed.connect(rooms.comparisons.on_live_changed)
        rooms.comparisons.alarmed.connect(notifier.warn)

    @Slot(object)
    def _on_models_added(self, added: list[str]) -> None:
        """One model is chosen; of several, all that there are stay in view."""
        if len(added) == 1:
            self._cards.choose_added(added[0])
        for model in added:
            for form in (self._rooms.jobs, self._rooms.retrainings):
                form.offer_model(model)

    @Slot(object)
    def _on_switch_answered(self, switch: Switch) -> None:
        """Where nobody can see the prediction API, the service's answer is all there is to wait for."""
        self._switch_predictions.on_ended(switch)
        if self._switch_coordinator.coming(switch.model) is None:
            self._switch_predictions.on_running(switch)
