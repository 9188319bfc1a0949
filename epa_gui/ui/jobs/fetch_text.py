"""Words for how fetching a job's results for looking stands."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.results.results_cache import MOST_KEPT
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.jobs.results_fetch import FetchPhase, FetchState

translate = QCoreApplication.translate


def fetch_text(state: FetchState | None, now: float) -> str:
    """One sentence or two for the job's details; empty where there is nothing to tell.

    Args:
        state: How it stands.
        now: Seconds since the epoch.
    """
    if state is None:
        return ""
    match state.phase:
        case FetchPhase.WAITING:
            return translate("FetchText", "Waiting to download the results to look at them.")
        case FetchPhase.RUNNING:
            return translate("FetchText", "Downloading the results to look at them…")
        case FetchPhase.THERE:
            return translate(
                "FetchText",
                "The results are downloaded, so you can look at them. To keep a copy, choose “Save results…” under"
                " “More”.",
            )
        case FetchPhase.FAILED:
            return _failure(state, now)


def _failure(state: FetchState, now: float) -> str:
    if state.problem is None:
        return ""
    if state.problem.kind is ProblemKind.RESULTS_TOO_LARGE:
        text = translate(
            "FetchText",
            "The results are larger than {0}, so they are not downloaded automatically. To save them, choose “Save"
            " results…” under “More”.",
        )
        return fill(text, formatting.size(MOST_KEPT))
    text = fill(
        translate("FetchText", "The results could not be downloaded for you to look at: {0}"),
        problem_words(state.problem).happened,
    )
    if state.next_try_at is None:
        return text
    when = formatting.moment(state.next_try_at, now, is_exact=False)
    return fill(translate("FetchText", "{0} Next try at {1}."), text, when)
