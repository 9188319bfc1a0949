"""What answers a person: the controllers of all rooms over one window, connected with what works behind it."""

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.core.jobs.settings import Settings
from epa_gui.ui.account.account_controller import AccountController
from epa_gui.ui.base.shutdown import Shutdown
from epa_gui.ui.history.history_controller import HistoryController
from epa_gui.ui.jobs.job_controller import JobController
from epa_gui.ui.jobs.save_controller import SaveController
from epa_gui.ui.keys.key_controller import KeyController
from epa_gui.ui.keys.key_use import KeyUse
from epa_gui.ui.keys.key_warnings import KeyWarnings
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
from epa_gui.ui.window.room_connections import RoomConnections
from epa_gui.ui.window.room_controllers import RoomControllers
from epa_gui.ui.window.session_services import Services
from epa_gui.ui.window.settings_controller import SettingsController
from epa_gui.ui.window.spoken_news import SpokenNews

if TYPE_CHECKING:
    from epa_gui.ui.window.practice_guide import PracticeGuide
    from epa_gui.ui.window.session import SessionSetup


class Controllers(QObject):
    """All of them; what has threads or can be stopped is registered with `shutdown`.

    Signals:
        language_chosen: Another language was set (``system``, or its code).
    """

    language_chosen = Signal(str)

    def __init__(self, setup: "SessionSetup", window: MainWindow, services: Services, shutdown: Shutdown) -> None:
        super().__init__()
        self._window = window
        self._repository = services.repository
        jobs, job_filter, sources = window.content.jobs, window.content.job_filter, services.job_sources
        list_feed = ListFeed(
            jobs,
            sources=sources,
        )
        page_feed = JobPageFeed(
            window.details,
            window.table,
            sources=sources,
            prediction_book=services.prediction_book,
        )
        self.presenter = Presenter(
            window,
            sources=sources,
            jobs=jobs,
            list_feed=list_feed,
            page_feed=page_feed,
            job_filter=job_filter,
        )
        self.model_cards = ModelCardsFeed(
            window.sidebar,
            sources=sources,
            account_watch=services.account_watch,
        )
        self.key_use = KeyUse(window, repository=services.repository, keys=services.keys, messages=window.messages)
        self.key_controller = KeyController(
            window,
            repository=services.repository,
            keys=services.keys,
            key_use=self.key_use,
            key_issue=services.key_issue,
            key_tests=services.key_tests,
            messages=window.messages,
        )
        self._key_warnings = KeyWarnings(
            window, repository=services.repository, key_watch=services.key_watch, messages=window.messages
        )
        self.model_controller = ModelController(
            window,
            repository=services.repository,
            keys=services.keys,
            key_use=self.key_use,
            key_controller=self.key_controller,
            choices=_choices(setup),
            hint=functools.partial(practice_seed.model_hint, setup.practice) if setup.practice else None,
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
            hint=functools.partial(practice_seed.account_hint, setup.practice) if setup.practice else None,
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
            hint=functools.partial(practice_seed.job_hint, setup.practice) if setup.practice else None,
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
        self._settings_controller.language_chosen.connect(self.language_chosen)
        build = setup.build()
        self.update_controller = shutdown.register(
            UpdateController(
                window, build.update_address, home=build.release_page, built_at=build.built_at, clock=setup.clock
            )
        )
        self.quit_guard = QuitGuard(window, services.downloads, services.uploads, services.switch_coordinator)
        self.notifier = shutdown.register(Notifier(window))
        self._notices = EndingNotices(self.notifier, services.repository, services.results_fetch)
        self._spoken_news = SpokenNews(window, services.repository, services.uploads)
        self._list_trouble = ListTrouble(window, services.repository, window.messages)
        self._message_ends = MessageEnds(window, services.repository, window.table, window.messages)
        rooms = RoomControllers(
            accounts=self.account_controller,
            models=self.model_controller,
            keys=self.key_controller,
            jobs=self.job_controller,
            saves=self._save_controller,
            retrainings=self.retraining_controller,
            switches=self.switch_controller,
            results=self.results_controller,
            comparisons=self.comparison_controller,
            predictions=self.prediction_controller,
            history=self.history_controller,
        )
        self._dispatcher = Dispatcher(
            window,
            rooms=rooms,
            repository=services.repository,
            presenter=self.presenter,
            list_trouble=self._list_trouble,
            scheduler=services.scheduler,
            downloads=services.downloads,
            uploads=services.uploads,
            switch_coordinator=services.switch_coordinator,
        )
        self._job_opener = JobOpener(window, page_feed, self._dispatcher)
        self._action_router = ActionRouter(
            window,
            rooms=rooms,
            presenter=self.presenter,
            settings=self._settings_controller,
            updates=self.update_controller,
        )
        actions = window.actions_
        actions.check_for_updates.setVisible(bool(build.update_address))
        actions.check_for_updates.setEnabled(bool(build.update_address))
        self._connect(services)
        self._room_connections = RoomConnections(
            window,
            services,
            rooms,
            cards=self.model_cards,
            key_use=self.key_use,
            key_warnings=self._key_warnings,
            switch_predictions=self.switch_predictions,
            drops=self._drop_controller,
            notifier=self.notifier,
        )
        self._practice_guide = self._new_practice_guide(services) if setup.practice else None

    def _connect(self, services: Services) -> None:
        window = self._window
        services.repository.settings_changed.connect(self._on_settings_changed)
        services.scheduler.ended.connect(self._on_ended)
        self.notifier.jobs_requested.connect(self.presenter.show_jobs)
        self.notifier.window_requested.connect(window.come_forward)
        for say_again in (
            self.model_cards.refresh,
            self.results_controller.say_again,
            self.history_controller.say_again,
            self.notifier.say_again,
        ):
            window.language_changed.connect(say_again)
        for source in (window, window.messages, window.details):
            source.command_requested.connect(self._dispatcher.carry_out)

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
