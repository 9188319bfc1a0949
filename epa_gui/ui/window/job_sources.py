"""Where the window hears how jobs and models stand."""

from dataclasses import dataclass

from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.check_scheduler import CheckScheduler
from epa_gui.ui.jobs.downloads import Downloads
from epa_gui.ui.jobs.estimates import Estimates
from epa_gui.ui.jobs.needs import Needs
from epa_gui.ui.jobs.results_fetch import ResultsFetch
from epa_gui.ui.keys.key_watch import KeyWatch
from epa_gui.ui.retraining.uploads import Uploads
from epa_gui.ui.switching.switch_coordinator import SwitchCoordinator


@dataclass(frozen=True, slots=True)
class JobSources:
    """All that the list, a job's page, the cards and the counts are told by; each takes from it what it shows.

    Attributes:
        repository: The jobs and models.
        keys: Whether something waits for the keychain.
        scheduler: The checks under way, and the time.
        downloads: The results on their way to where somebody wants them.
        results_fetch: The results on their way to be looked at.
        uploads: The files on their way to the service.
        estimates: When a job will be done.
        needs: What a job needs a person for.
        switch_coordinator: What is live, and the switches under way.
        key_watch: Which keys end soon.
    """

    repository: Repository
    keys: KeyStore
    scheduler: CheckScheduler
    downloads: Downloads
    results_fetch: ResultsFetch
    uploads: Uploads
    estimates: Estimates
    needs: Needs
    switch_coordinator: SwitchCoordinator
    key_watch: KeyWatch
