"""Which room does what is chosen from the menus and the toolbar, and with which jobs or model."""

from PySide6.QtCore import QObject, Slot

from epa_gui.ui.account.account_controller import AccountController
from epa_gui.ui.history.history_controller import HistoryController
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.model_controller import ModelController
from epa_gui.ui.predictions.prediction_controller import PredictionController
from epa_gui.ui.results.results_controller import ResultsController
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.switching.switch_controller import SwitchController
from epa_gui.ui.updates.update_controller import UpdateController
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.settings_controller import SettingsController


class ActionRouter(QObject):
    """Tells the rooms what was chosen."""

    def __init__(
        self,
        window: MainWindow,
        *,
        presenter: Presenter,
        accounts: AccountController,
        models: ModelController,
        keys: KeyController,
        jobs: JobController,
        saves: SaveController,
        retrainings: RetrainingController,
        switches: SwitchController,
        results: ResultsController,
        history: HistoryController,
        settings: SettingsController,
        updates: UpdateController,
        predictions: PredictionController,
    ) -> None:
        super().__init__(window)
        self._table = window.table
        self._presenter = presenter
        self._models = models
        self._predictions = predictions
        self._keys = keys
        self._switches = switches
        self._results = results
        self._retrainings = retrainings
        actions = window.actions_
        actions.new_retraining.triggered.connect(retrainings.open_empty)
        actions.add_model.triggered.connect(models.open_add)
        actions.connect_account.triggered.connect(accounts.open)
        actions.prediction_check.triggered.connect(self._on_prediction_check)
        actions.rename_model.triggered.connect(self._on_rename_model)
        actions.remove_model.triggered.connect(self._on_remove_model)
        actions.change_key.triggered.connect(self._on_change_key)
        actions.issue_key.triggered.connect(self._on_issue_key)
        actions.add_job.triggered.connect(jobs.open_add)
        actions.edit_job.triggered.connect(jobs.edit_selected)
        actions.copy_id.triggered.connect(jobs.copy_selected_ids)
        actions.copy_curl.triggered.connect(jobs.copy_selected_commands)
        actions.show_folder.triggered.connect(jobs.show_selected_folder)
        actions.keep_live.triggered.connect(jobs.keep_selected)
        actions.send_again.triggered.connect(self._on_send_again)
        actions.check_now.triggered.connect(jobs.check_selected)
        actions.check_all.triggered.connect(jobs.check_all)
        actions.remove.triggered.connect(jobs.remove_selected)
        actions.undo.triggered.connect(jobs.undo)
        actions.save_results.triggered.connect(saves.save_selected)
        actions.open_results.triggered.connect(self._on_open_results)
        actions.compare_jobs.triggered.connect(self._on_compare)
        actions.switch_model.triggered.connect(self._on_switch_model)
        actions.history.triggered.connect(history.open)
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
