"""What answers a person: the controllers of all rooms over one window, connected with what works behind it."""

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot

from epa_gui.core.history.deployment import Switch
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.core.jobs.settings import Settings
from epa_gui.ui.account.account_controller import AccountController
from epa_gui.ui.base.shutdown import Shutdown
from epa_gui.ui.history.history_controller import HistoryController
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.model_controller import ModelController
from epa_gui.ui.predictions.comparison_controller import ComparisonController
from epa_gui.ui.predictions.prediction_controller import PredictionController
from epa_gui.ui.predictions.switch_predictions import SwitchPredictions
from epa_gui.ui.results.results_controller import ResultsController
from epa_gui.ui.retraining.retraining_controller import RetrainingController
from epa_gui.ui.switching.switch_controller import SwitchController
from epa_gui.ui.updates.update_controller import UpdateController
from epa_gui.ui.window import practice_seed
from epa_gui.ui.window.action_router import ActionRouter
from epa_gui.ui.window.dispatcher import Dispatcher
from epa_gui.ui.window.drop_controller import DropController
from epa_gui.ui.window.ending_notices import EndingNotices
from epa_gui.ui.window.job_opener import JobOpener
from epa_gui.ui.window.job_page_feed import JobPageFeed
from epa_gui.ui.window.list_feed import ListFeed
from epa_gui.ui.window.list_trouble import ListTrouble
from epa_gui.ui.window.main_window import MainWindow
from epa_gui.ui.window.message_ends import MessageEnds
from epa_gui.ui.window.model_cards_feed import ModelCardsFeed
from epa_gui.ui.window.notifier import Notifier
from epa_gui.ui.window.presenter import Presenter
from epa_gui.ui.window.quit_guard import QuitGuard
from epa_gui.ui.window.session_services import Services
from epa_gui.ui.window.settings_controller import SettingsController

if TYPE_CHECKING:
    from epa_gui.ui.window.practice_guide import PracticeGuide
    from epa_gui.ui.window.session import SessionSetup


class Controllers(QObject):
    """All of them; what has threads or can be stopped is registered with `shutdown`."""

    def __init__(self, setup: "SessionSetup", window: MainWindow, services: Services, shutdown: Shutdown) -> None:
        super().__init__()
        self._window = window
        self._repository = services.repository
        jobs, job_filter = window.content.jobs, window.content.job_filter
        list_feed = ListFeed(
            jobs,
            repository=services.repository,
            keys=services.keys,
            scheduler=services.scheduler,
            estimates=services.estimates,
            needs=services.needs,
            switch_coordinator=services.switch_coordinator,
        )
        page_feed = JobPageFeed(
            window.details,
            window.table,
            repository=services.repository,
            keys=services.keys,
            scheduler=services.scheduler,
            downloads=services.downloads,
            results_fetch=services.results_fetch,
            uploads=services.uploads,
            estimates=services.estimates,
            switch_coordinator=services.switch_coordinator,
            prediction_book=services.prediction_book,
            key_watch=services.key_watch,
        )
        self.presenter = Presenter(
            window,
            jobs=jobs,
            list_feed=list_feed,
            page_feed=page_feed,
            job_filter=job_filter,
            repository=services.repository,
            keys=services.keys,
            scheduler=services.scheduler,
            downloads=services.downloads,
            results_fetch=services.results_fetch,
            uploads=services.uploads,
            needs=services.needs,
            switch_coordinator=services.switch_coordinator,
        )
        self.model_cards = ModelCardsFeed(
            window.sidebar,
            repository=services.repository,
            scheduler=services.scheduler,
            uploads=services.uploads,
            estimates=services.estimates,
            needs=services.needs,
            key_watch=services.key_watch,
            account_watch=services.account_watch,
            switch_coordinator=services.switch_coordinator,
        )
        self.key_controller = KeyController(
            window,
            repository=services.repository,
            keys=services.keys,
            key_issue=services.key_issue,
            key_watch=services.key_watch,
            key_tests=services.key_tests,
            messages=window.messages,
        )
        self.model_controller = ModelController(
            window,
            repository=services.repository,
            keys=services.keys,
            key_controller=self.key_controller,
            choices=_choices(setup),
            hint_text=practice_seed.model_hint(setup.practice) if setup.practice else "",
        )
        self.account_controller = AccountController(
            window,
            repository=services.repository,
            keys=services.keys,
            desk=services.account_desk,
            watch=services.account_watch,
            adding=services.model_adding,
            messages=window.messages,
            choices=_choices(setup),
            first=_first_choice(_choices(setup)),
            hint_text=practice_seed.account_hint(setup.practice) if setup.practice else "",
        )
        self._save_controller = SaveController(window, services.repository, services.downloads, window.table)
        self.job_controller = JobController(
            window,
            repository=services.repository,
            scheduler=services.scheduler,
            live_state_of=services.switch_coordinator.live_state_of,
            table=window.table,
            view=self.presenter,
            messages=window.messages,
            hint_text=practice_seed.job_hint(setup.practice) if setup.practice else "",
        )
        self.retraining_controller = RetrainingController(
            window,
            repository=services.repository,
            file_inspection=services.file_inspection,
            uploads=services.uploads,
            live_models=services.switch_coordinator,
            view=self.presenter,
            messages=window.messages,
            sample=setup.practice.sample_file() if setup.practice else None,
        )
        services.switch_coordinator.changed.connect(self.retraining_controller.on_live_changed)
        self._drop_controller = shutdown.register(
            DropController(window, jobs=self.job_controller, retrainings=self.retraining_controller)
        )
        self.switch_predictions = shutdown.register(
            SwitchPredictions(
                window,
                repository=services.repository,
                checks=services.prediction_checks,
                book=services.prediction_book,
            )
        )
        self.prediction_controller = shutdown.register(
            PredictionController(
                window,
                repository=services.repository,
                keys=services.keys,
                checks=services.prediction_checks,
                book=services.prediction_book,
                practice_of=functools.partial(practice_seed.prediction_hint, setup.practice)
                if setup.practice
                else None,
            )
        )
        self.comparison_controller = ComparisonController(
            window,
            repository=services.repository,
            book=services.prediction_book,
            job_before=services.switch_coordinator.job_replaced_by,
            deployment_of=services.switch_coordinator.deployment_of,
            messages=window.messages,
        )
        self.switch_controller = shutdown.register(
            SwitchController(
                window,
                repository=services.repository,
                switch_coordinator=services.switch_coordinator,
                messages=window.messages,
                gate=self.switch_predictions,
            )
        )
        self.results_controller = shutdown.register(
            ResultsController(
                window,
                services.repository,
                services.results_fetch,
                services.switch_coordinator,
                setup.folder / "results",
            )
        )
        self.history_controller = shutdown.register(HistoryController(window, services.repository))
        self._settings_controller = SettingsController(
            window, services.repository, services.keys, self.account_controller
        )
        build = setup.build()
        self.update_controller = shutdown.register(
            UpdateController(
                window, build.update_address, home=build.release_page, built_at=build.built_at, clock=setup.clock
            )
        )
        self.quit_guard = QuitGuard(window, services.downloads, services.uploads, services.switch_coordinator)
        self.notifier = shutdown.register(Notifier(window))
        self._notices = EndingNotices(self.notifier, services.repository, services.results_fetch)
        self._list_trouble = ListTrouble(window, services.repository, window.messages)
        self._message_ends = MessageEnds(window, services.repository, window.table, window.messages)
        self._dispatcher = Dispatcher(
            window,
            repository=services.repository,
            presenter=self.presenter,
            list_trouble=self._list_trouble,
            scheduler=services.scheduler,
            downloads=services.downloads,
            uploads=services.uploads,
            switch_coordinator=services.switch_coordinator,
            jobs=self.job_controller,
            saves=self._save_controller,
            keys=self.key_controller,
            accounts=self.account_controller,
            retrainings=self.retraining_controller,
            switches=self.switch_controller,
            results=self.results_controller,
            comparisons=self.comparison_controller,
        )
        self._job_opener = JobOpener(window, page_feed, self._dispatcher)
        self._action_router = ActionRouter(
            window,
            presenter=self.presenter,
            accounts=self.account_controller,
            models=self.model_controller,
            keys=self.key_controller,
            jobs=self.job_controller,
            saves=self._save_controller,
            retrainings=self.retraining_controller,
            switches=self.switch_controller,
            results=self.results_controller,
            history=self.history_controller,
            settings=self._settings_controller,
            updates=self.update_controller,
            predictions=self.prediction_controller,
        )
        actions = window.actions_
        actions.check_for_updates.setVisible(bool(build.update_address))
        actions.check_for_updates.setEnabled(bool(build.update_address))
        self._connect(services)
        self._connect_rooms(services)
        self._practice_guide = self._new_practice_guide(services) if setup.practice else None

    def _connect(self, services: Services) -> None:
        window = self._window
        services.repository.settings_changed.connect(self._on_settings_changed)
        services.scheduler.ended.connect(self._on_ended)
        self.notifier.jobs_requested.connect(self.presenter.show_jobs)
        self.notifier.window_requested.connect(window.come_forward)
        for source in (window, window.messages, window.details):
            source.command_requested.connect(self._dispatcher.carry_out)

    def _connect_rooms(self, services: Services) -> None:
        """What one room asks of another, or tells it; they do not know each other."""
        models, keys, tests = self.model_controller, self.key_controller, services.key_test
        services.scheduler.ticked.connect(services.key_watch.tick)
        services.scheduler.ticked.connect(self.switch_controller.refresh)
        services.key_renewal.failed.connect(keys.show_not_renewed)
        keys.key_pasted.connect(tests.start)
        tests.accepted.connect(keys.show_accepted)
        tests.refused.connect(keys.show_refused)
        keys.refusal_changed.connect(self.model_cards.mark_refused)
        self.switch_controller.refusal_changed.connect(self.model_cards.mark_refused)
        models.model_added.connect(self.model_cards.choose_added)
        self.account_controller.models_added.connect(self._on_models_added)
        self.account_controller.single_model_requested.connect(models.open_add)
        for form in (self.job_controller, self.retraining_controller):
            form.model_requested.connect(models.open_add)
            models.model_added.connect(form.offer_model)
        self._drop_controller.results_dropped.connect(self.results_controller.open_files)
        self.results_controller.files_dropped.connect(self._window.files_dropped)
        services.switch_coordinator.changed.connect(self.results_controller.on_live_changed)
        self._window.details.results_dropped.connect(self.results_controller.open_for_job)
        self.switch_controller.results_requested.connect(self.results_controller.open_job)
        self.results_controller.switch_requested.connect(self.switch_controller.open_over)
        self.results_controller.keep_requested.connect(self.job_controller.keep_live)
        self.switch_controller.save_requested.connect(self._save_controller.ask_where_for)

        # A switch is held up until the rows were asked, and they are asked again when the model runs.
        self.switch_predictions.released.connect(self.switch_controller.carry_out)
        self._switch_coordinator = services.switch_coordinator
        services.switch_coordinator.ended.connect(self._on_switch_answered)
        services.switch_coordinator.seen.connect(self.switch_predictions.on_running)
        self.switch_predictions.compared.connect(self.comparison_controller.tell)
        services.switch_coordinator.changed.connect(self.comparison_controller.on_live_changed)
        self.comparison_controller.alarmed.connect(self.notifier.warn)

    @Slot(object)
    def _on_switch_answered(self, switch: Switch) -> None:
        """Where nobody can see the prediction API, the service's answer is all there is to wait for."""
        self.switch_predictions.on_ended(switch)
        if self._switch_coordinator.coming(switch.model) is None:
            self.switch_predictions.on_running(switch)

    def _new_practice_guide(self, services: Services) -> "PracticeGuide":
        from epa_gui.ui.window.practice_guide import PracticeGuide  # noqa: PLC0415  only where people practise

        return PracticeGuide(
            self._window,
            repository=services.repository,
            uploads=services.uploads,
            switch_coordinator=services.switch_coordinator,
            presenter=self.presenter,
            results=self.results_controller,
            switches=self.switch_controller,
            retrainings=self.retraining_controller,
        )

    def begin_practice(self, first: JobKey | None) -> None:
        """Somebody practises, and that job is what there is to look at first."""
        if self._practice_guide is not None:
            self._practice_guide.begin(first)

    @Slot(object)
    def _on_models_added(self, added: list[str]) -> None:
        """One model is chosen; of several, all that there are stay in view."""
        if len(added) == 1:
            self.model_cards.choose_added(added[0])
        for model in added:
            for form in (self.job_controller, self.retraining_controller):
                form.offer_model(model)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        self.notifier.set_on(is_on=settings.notify)

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        self._notices.tell(job)


def _choices(setup: "SessionSetup") -> list[RegionChoice]:
    """What Add model offers; practice and real services never side by side."""
    offered = [RegionChoice(Region.OWN, setup.service_url)] if setup.service_url else []
    if setup.practice:
        return [*offered, RegionChoice(Region.PRACTICE)]
    return [*offered, RegionChoice(Region.GLOBAL), RegionChoice(Region.JAPAN), RegionChoice(Region.OWN)]


def _first_choice(choices: list[RegionChoice]) -> RegionChoice:
    """Where an account most likely is: at the address the program was told, else by the language of the computer."""
    japan = RegionChoice(Region.JAPAN)
    is_japanese = QLocale.system().language() == QLocale.Language.Japanese
    return japan if is_japanese and choices[0] == RegionChoice(Region.GLOBAL) else choices[0]
