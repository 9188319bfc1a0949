"""Which room does what is chosen from the menus and the toolbar, and with which jobs or model."""

from PySide6.QtCore import QObject, Slot

from epa_gui.ui.updates.update_controller import UpdateController
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.room_controllers import RoomControllers
from epa_gui.ui.window.settings_controller import SettingsController


class ActionRouter(QObject):
    """Tells the rooms what was chosen."""

    def __init__(
        self,
        window: MainWindow,
        *,
        rooms: RoomControllers,
        presenter: Presenter,
        settings: SettingsController,
        updates: UpdateController,
    ) -> None:
        super().__init__(window)
        self._table = window.table
        self._presenter = presenter
        self._models = rooms.models
        self._predictions = rooms.predictions
        self._keys = rooms.keys
        self._switches = rooms.switches
        self._results = rooms.results
        self._retrainings = rooms.retrainings
        actions = window.actions_
        actions.new_retraining.triggered.connect(rooms.retrainings.open_empty)
        actions.add_model.triggered.connect(rooms.models.open_add)
        actions.connect_account.triggered.connect(rooms.accounts.open)
        actions.prediction_check.triggered.connect(self._on_prediction_check)
        actions.rename_model.triggered.connect(self._on_rename_model)
        actions.remove_model.triggered.connect(self._on_remove_model)
        actions.change_key.triggered.connect(self._on_change_key)
        actions.issue_key.triggered.connect(self._on_issue_key)
        actions.add_job.triggered.connect(rooms.jobs.open_add)
        actions.edit_job.triggered.connect(rooms.jobs.edit_selected)
        actions.copy_id.triggered.connect(rooms.jobs.copy_selected_ids)
        actions.copy_curl.triggered.connect(rooms.jobs.copy_selected_commands)
        actions.show_folder.triggered.connect(rooms.jobs.show_selected_folder)
        actions.keep_live.triggered.connect(rooms.jobs.keep_selected)
        actions.send_again.triggered.connect(self._on_send_again)
        actions.check_now.triggered.connect(rooms.jobs.check_selected)
        actions.check_all.triggered.connect(rooms.jobs.check_all)
        actions.remove.triggered.connect(rooms.jobs.remove_selected)
        actions.undo.triggered.connect(rooms.jobs.undo)
        actions.save_results.triggered.connect(rooms.saves.save_selected)
        actions.open_results.triggered.connect(self._on_open_results)
        actions.compare_jobs.triggered.connect(self._on_compare)
        actions.switch_model.triggered.connect(self._on_switch_model)
        actions.history.triggered.connect(rooms.history.open)
        actions.settings.triggered.connect(settings.open)
        actions.check_for_updates.triggered.connect(updates.open)

    @Slot()
    def _on_prediction_check(self) -> None:
        self._predictions.open(self._presenter.chosen_model())

    @Slot()
    def _on_rename_model(self) -> None:
        self._models.open_rename(self._presenter.chosen_model())

    @Slot()
    def _on_remove_model(self) -> None:
        self._models.remove(self._presenter.chosen_model())

    @Slot()
    def _on_change_key(self) -> None:
        self._keys.open_change_key(self._presenter.chosen_model())

    @Slot()
    def _on_issue_key(self) -> None:
        self._keys.issue_new_key(self._presenter.chosen_model())

    @Slot()
    def _on_open_results(self) -> None:
        keys = self._table.selected_keys()
        if len(keys) == 1:
            self._results.open_job(keys[0])

    @Slot()
    def _on_compare(self) -> None:
        keys = self._table.selected_keys()
        if len(keys) == 2:
            self._results.compare(*keys)

    @Slot()
    def _on_switch_model(self) -> None:
        keys = self._table.selected_keys()
        if len(keys) == 1:
            self._switches.open(keys[0])

    @Slot()
    def _on_send_again(self) -> None:
        keys = self._table.selected_keys()
        if len(keys) == 1:
            self._retrainings.send_again(keys[0])
