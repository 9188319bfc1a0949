"""What works behind the window: the list, the keys, checks, transfers, switches. Knows no widget."""

from typing import TYPE_CHECKING

from epa_gui.core.jobs.job import Job
from epa_gui.ui.account.account_watch import AccountWatch
from epa_gui.ui.account.model_adding import ModelAdding
from epa_gui.ui.base.account_desk import AccountDesk
from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.key_worker import KeyWorker
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.shutdown import Shutdown, StopPhase
from epa_gui.ui.base.store_worker import StoreWorker
from epa_gui.ui.base.threads import LastingThread
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.check_worker import CheckPool
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.jobs.estimates import Estimates
from epa_gui.ui.jobs.key_test import KeyTest
from epa_gui.ui.jobs.needs import Needs
from epa_gui.ui.jobs.results_fetch import ResultsFetch
from epa_gui.ui.keys.key_issue import KeyIssue
from epa_gui.ui.keys.key_renewal import KeyRenewal
from epa_gui.ui.keys.key_tests import KeyTests
from epa_gui.ui.keys.key_watch import KeyWatch
from epa_gui.ui.predictions.prediction_book import PredictionBook
from epa_gui.ui.predictions.prediction_checks import PredictionChecks
from epa_gui.ui.retraining.file_inspection import FileInspection
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.live_watch import LiveWatch
from epa_gui.ui.switching.switch_coordinator import SWITCH_SECONDS, SwitchCoordinator
from epa_gui.ui.window.job_sources import JobSources
from epa_gui.ui.window.known_keys import KnownKeys

if TYPE_CHECKING:
    from epa_gui.ui.window.session import SessionSetup


class Services:
    """All of them, over one data folder; what has threads or can be stopped is registered with `shutdown`."""

    def __init__(self, setup: "SessionSetup", shutdown: Shutdown) -> None:
        self.store = StoreWorker(setup.folder, setup.clock)
        self.key_worker = KeyWorker(setup.open_keychain)
        self.lasting = (
            shutdown.register(LastingThread(self.store, "list"), StopPhase.LIST),
            shutdown.register(LastingThread(self.key_worker, "keychain"), StopPhase.KEYCHAIN),
        )
        pool = shutdown.register(CheckPool(setup.clock))
        self.repository = Repository(self.store, setup.clock, setup.practice.url if setup.practice else "")
        self.keys = KeyStore(self.key_worker)
        self.keys.model_of = self.repository.key_owner
        self.scheduler = shutdown.register(CheckScheduler(self.repository, self.keys, pool))
        self.downloads = shutdown.register(
            Downloads(self.repository, self.keys, self.scheduler, setup.downloads_folder)
        )
        self.results_fetch = shutdown.register(
            ResultsFetch(self.repository, self.keys, self.scheduler, self.downloads, folder=setup.folder / "results")
        )
        self.estimates = Estimates(self.repository)
        self.uploads = shutdown.register(Uploads(self.repository, self.keys, setup.folder / "outgoing"))
        self.file_inspection = shutdown.register(FileInspection(self.repository))
        self.key_issue = shutdown.register(KeyIssue(self.repository, self.keys))
        self.key_tests = shutdown.register(KeyTests(self.keys))
        self.account_desk = shutdown.register(AccountDesk(self.repository, self.keys))
        self.live_watch = LiveWatch(self.repository, self.account_desk)
        self.switch_coordinator = shutdown.register(
            SwitchCoordinator(self.repository, self.keys, setup.switch_seconds or SWITCH_SECONDS, watch=self.live_watch)
        )
        self.scheduler.ticked.connect(self.live_watch.tick)
        self.scheduler.ticked.connect(self.switch_coordinator.pass_time)
        self.scheduler.asked_for.connect(self.live_watch.on_check_asked)
        self.needs = Needs(
            self.repository,
            self.estimates,
            live_state_of=self.switch_coordinator.live_state_of,
            deployment_of=self.switch_coordinator.deployment_of,
        )
        self.switch_coordinator.changed.connect(self.needs.on_switched)
        self.scheduler.ticked.connect(self.needs.tick)
        self.account_watch = AccountWatch(self.repository, self.account_desk)
        self.scheduler.ticked.connect(self.account_watch.tick)
        self.model_adding = shutdown.register(ModelAdding(self.repository, self.keys))
        self.key_renewal = KeyRenewal(self.repository, self.key_issue, self._end_of)
        self.key_watch = KeyWatch(self.repository, self.estimates.ends_of, self.key_renewal.will_renew)
        self.key_renewal.changed.connect(self.key_watch.look)
        self.scheduler.ticked.connect(self.key_renewal.tick)
        self.prediction_checks = shutdown.register(PredictionChecks(self.repository, self.keys))
        self.prediction_book = PredictionBook(self.repository, self.keys)
        self.key_test = KeyTest(self.repository, self.keys, pool)
        self.job_sources = JobSources(
            repository=self.repository,
            keys=self.keys,
            scheduler=self.scheduler,
            downloads=self.downloads,
            results_fetch=self.results_fetch,
            uploads=self.uploads,
            estimates=self.estimates,
            needs=self.needs,
            switch_coordinator=self.switch_coordinator,
            key_watch=self.key_watch,
        )
        self.known_keys = KnownKeys(self.repository, self.keys, self.store)

    def _end_of(self, job: Job) -> float | None:
        """When a job in progress will be done, seconds since the epoch; `None` where that cannot be said."""
        estimate = self.estimates.of(job)
        return estimate.ends_at if estimate is not None else None

    def start(self) -> None:
        """Begin to work: read the list, and wait for keys to be asked for."""
        for thread in self.lasting:
            thread.start()

    def has_started(self) -> bool:
        """Whether the list is being read, or was."""
        return all(thread.threads for thread in self.lasting)
