"""Who carries out what a person chooses from a menu, a button or a message."""

from dataclasses import dataclass

from epa_gui.ui.account.account_controller import AccountController
from epa_gui.ui.history.history_controller import HistoryController
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.model_controller import ModelController
from epa_gui.ui.predictions.comparison_controller import ComparisonController
from epa_gui.ui.predictions.prediction_controller import PredictionController
from epa_gui.ui.results.results_controller import ResultsController
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.switching.switch_controller import SwitchController


@dataclass(frozen=True, slots=True)
class RoomControllers:
    """The controllers of the rooms, by what people do there."""

    accounts: AccountController
    models: ModelController
    keys: KeyController
    jobs: JobController
    saves: SaveController
    retrainings: RetrainingController
    switches: SwitchController
    results: ResultsController
    comparisons: ComparisonController
    predictions: PredictionController
    history: HistoryController
