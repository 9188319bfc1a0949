"""What is said before a switch: every warning where it fits and nowhere else."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveKind
from epa_gui.core.history.deployment import Deployment, LiveApi, Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job, Saved, Upload
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, Measured, Missing, Rule, VerdictNote
from epa_gui.core.switching.switch_case import SwitchCase, SwitchObstacle, SwitchWarning, begun_at, case_of

NOW = 1_795_000_000.0
HOUR = 3600.0
DAY = 86400.0
MODEL = Model("model", "Customer churn")
OLD_FIGURE = Metric("Accuracy", 0.79, 0.812)
BETTER = VerdictNote(
    Answer.BETTER,
    Rule.ROWS_OF_CLASSES,
    "accuracy",
    this=0.853,
    previous=0.812,
    gain=0.041,
    rows=1000,
    new_only=90,
    old_only=49,
    p_least=0.000622,
    p_most=0.000622,
)
WORSE = replace(BETTER, answer=Answer.WORSE, this=0.812, previous=0.853, gain=-0.041, new_only=49, old_only=90)
UNCLEAR = replace(BETTER, answer=Answer.NO_DIFFERENCE, this=0.814, gain=0.002, new_only=51, p_least=0.92, p_most=0.92)
UNKNOWN = VerdictNote(
    Answer.CANNOT_TELL, Rule.FIGURES_ALONE, "accuracy", this=0.7, previous=0.8, gain=-0.1, missing=Missing.ROWS
)


def job_of(id_: str, begun: float = NOW - 5 * HOUR, **known: Any) -> Job:
    """A job that was started here, took an hour, and whose results were saved and opened."""
    plain = Job(
        id_,
        MODEL.id,
        f"{id_} data",
        added_at=begun,
        started_at=begun,
        status="job_finished",
        has_file=True,
        going_at=begun + 60.0,
        ended_at=begun + HOUR,
        status_since=begun + HOUR,
        saved=Saved(f"/results/{id_}.zip", 1, begun + 2 * HOUR, ""),
        verdict=BETTER,
        opened_at=begun + 3 * HOUR,
    )
    return replace(plain, **known)


def adopted(id_: str, added: float, **known: Any) -> Job:
    """A job that was started elsewhere, nobody here knows when."""
    return job_of(id_, added, started_at=None, **known)


def switch_to(job: str, outcome: SwitchOutcome | None = SwitchOutcome.DONE, at: float = NOW - HOUR) -> Switch:
    return Switch(f"to {job}", MODEL.id, job, "its old name", at=at, outcome=outcome, ended_at=at + 1.0)


def service_after(*switches: Switch) -> Deployment:
    service = Deployment()
    for switch in switches:
        service = service.after(switch)
    return service


def case(job: Job, jobs: Iterable[Job] = (), service: Deployment | None = None, model: Model = MODEL) -> SwitchCase:
    return case_of(job, model, [job, *jobs], service or Deployment(), NOW)


def test_a_good_job_that_was_looked_at_warns_of_nothing() -> None:
    found = case(job_of("nov"), [job_of("oct", NOW - 20 * DAY)], service_after(switch_to("oct")))
    assert found.warnings == ()
    assert not found.is_back
    assert found.obstacle is None
    assert found.verdict == BETTER


def test_a_reason_is_needed_for_the_first_switch_of_a_model_only() -> None:
    refused, unknown, done = (
        switch_to("oct", outcome)
        for outcome in (SwitchOutcome.REFUSED, SwitchOutcome.NOT_CONFIRMED, SwitchOutcome.DONE)
    )
    assert case(job_of("nov")).needs_reason
    assert case(job_of("nov"), service=service_after(refused)).needs_reason
    assert not case(job_of("nov"), service=service_after(unknown)).needs_reason
    assert not case(job_of("nov"), service=service_after(done)).needs_reason


@pytest.mark.parametrize(
    ("known", "warning"),
    [
        ({"verdict": WORSE}, SwitchWarning.VERDICT_WORSE),
        ({"saved": None, "verdict": None}, SwitchWarning.NOT_SAVED),
        ({"opened_at": None}, SwitchWarning.NOT_OPENED),
        ({"ended_at": NOW - 30 * DAY - 1.0}, SwitchWarning.OLD_JOB),
    ],
)
def test_a_job_warns_of_what_it_lacks(known: dict[str, Any], warning: SwitchWarning) -> None:
    assert case(job_of("nov", **known)).warnings == (warning,)


@pytest.mark.parametrize(
    "known",
    [
        {"verdict": BETTER},
        {"verdict": UNCLEAR},
        {"verdict": UNKNOWN},
        {"verdict": BETTER, "saved": None},
        {"verdict": None, "saved": Saved("r.zip", 1, NOW, "", OLD_FIGURE)},
        {"ended_at": NOW - 30 * DAY},
        {"ended_at": NOW + 60.0},
    ],
    ids=[
        "better",
        "may be chance",
        "cannot be told",
        "fetched for looking alone",
        "never judged",
        "thirty days old",
        "a clock set back",
    ],
)
def test_a_job_warns_of_nothing_that_is_not_so(known: dict[str, Any]) -> None:
    assert case(job_of("nov", **known)).warnings == ()


def test_a_figure_that_an_earlier_version_kept_counts_until_there_is_a_verdict() -> None:
    saved = Saved("r.zip", 1, NOW, "", OLD_FIGURE)
    assert case(job_of("nov", saved=saved, verdict=None)).metric == OLD_FIGURE
    assert case(job_of("nov", saved=saved)).metric is None
    assert case(job_of("nov", saved=None, verdict=None)).metric is None


@pytest.mark.parametrize(
    ("end", "warns"),
    [(None, False), (NOW + DAY + 1.0, False), (NOW + DAY, True), (NOW, True), (NOW - 9 * DAY, True)],
)
def test_the_key_warns_from_a_day_before_its_end(end: float | None, *, warns: bool) -> None:
    found = case(job_of("nov"), model=replace(MODEL, key_ends_at=end))
    assert (SwitchWarning.KEY_ENDS_SOON in found.warnings) == warns


def test_a_job_that_is_live_says_so() -> None:
    found = case(job_of("nov"), service=service_after(switch_to("nov")))
    assert found.warnings == (SwitchWarning.LIVE_ALREADY,)
    assert not found.is_back


def test_what_may_have_happened_is_the_gravest() -> None:
    service = service_after(switch_to("oct"), switch_to("nov", None))
    again = case(job_of("nov", saved=None, verdict=None), [job_of("oct", NOW - 20 * DAY)], service)
    assert again.warnings == (SwitchWarning.NOT_CONFIRMED, SwitchWarning.NOT_SAVED)
    other = case(job_of("dec", NOW - 4 * HOUR), [job_of("nov"), job_of("oct", NOW - 20 * DAY)], service)
    assert other.warnings == (SwitchWarning.NOT_CONFIRMED,)


def test_warnings_come_gravest_first() -> None:
    service = service_after(switch_to("oct"), switch_to("nov", None))
    job = job_of("nov", NOW - 40 * DAY, verdict=WORSE, opened_at=None)
    model = replace(MODEL, key_ends_at=NOW)
    stopped = LiveApi(Classifier("c", status=ClassifierStatus.TERMINATED), LiveKind.UNKNOWN, NOW)
    found = case(job, [job_of("dec")], replace(service, apis=(stopped,)), model)
    found = replace(found, coming=Switch("s", "model", "oct"), live_job=job_of("oct", verdict=BETTER))
    wanted = [warning for warning in SwitchWarning if warning.name not in {"LIVE_ALREADY", "BEHIND_LIVE", "NOT_SAVED"}]
    assert list(found.warnings) == wanted


# Newer jobs


def test_the_newest_of_the_newer_finished_jobs_is_named() -> None:
    jobs = [job_of("dec", NOW - 3 * HOUR), job_of("jan", NOW - 2 * HOUR), job_of("oct", NOW - 20 * DAY)]
    found = case(job_of("nov"), jobs)
    assert found.newer == jobs[1]
    assert found.is_newer_certain
    assert found.warnings == (SwitchWarning.NEWER_FINISHED,)


@pytest.mark.parametrize(
    "known",
    [
        {"status": "job_running"},
        {"status": "job_failed"},
        {"model": "another"},
        {"removed_at": NOW - 60.0},
        {"started_at": NOW - 5 * HOUR},
    ],
    ids=["still going", "failed", "of another model", "taken off the list", "as old"],
)
def test_only_a_finished_newer_job_of_this_model_in_the_list_counts(known: dict[str, Any]) -> None:
    assert case(job_of("nov"), [job_of("dec", NOW - 3 * HOUR, **known)]).newer is None


def test_going_back_from_a_newer_job_names_it() -> None:
    live = job_of("nov")
    found = case(job_of("oct", NOW - 20 * DAY), [live], service_after(switch_to("nov")))
    assert found.newer is not None
    assert found.newer.id == "nov"
    assert found.is_back
    both = case(job_of("oct", NOW - 20 * DAY), [live, job_of("dec", NOW - HOUR)], service_after(switch_to("nov")))
    assert both.newer is not None
    assert both.newer.id == "dec"


def test_what_the_live_jobs_own_results_say_is_known_where_it_is_another_job() -> None:
    live, mine = job_of("nov", verdict=UNCLEAR), job_of("oct", NOW - 20 * DAY)
    assert case(mine, [live], service_after(switch_to("nov"))).live_verdict == UNCLEAR
    assert case(mine, [live]).live_verdict is None
    assert case(live, [mine], service_after(switch_to("nov"))).live_verdict is None


def back_from(live: VerdictNote | None, verdict: VerdictNote = BETTER) -> SwitchCase:
    """A switch back to October, while November is live."""
    mine = job_of("oct", NOW - 20 * DAY, verdict=verdict)
    return case(mine, [job_of("nov", verdict=live)], service_after(switch_to("nov")))


def test_a_figure_worse_than_that_of_the_live_model_warns_but_is_no_verdict_since_the_rows_may_be_others() -> None:
    found = back_from(of_range(0.853, 0.01), of_range(0.814, 0.01))
    assert SwitchWarning.BEHIND_LIVE in found.warnings
    assert SwitchWarning.VERDICT_WORSE not in found.warnings
    assert found.beside_live is not None
    assert found.beside_live.gain == pytest.approx(0.814 - 0.853)


def of_range(this: float, width: float) -> VerdictNote:
    """Better, with a 95 % interval of its own."""
    return replace(BETTER, this=this, this_low=this - width / 2, this_high=this + width / 2)


@pytest.mark.parametrize(
    ("mine", "live", "warns"),
    [
        (BETTER, BETTER, False),
        (BETTER, UNCLEAR, False),
        (BETTER, None, False),
        (BETTER, replace(BETTER, metric="auc", this=0.99), False),
        (of_range(0.853, 0.01), replace(BETTER, metric="auc", measured=(Measured("accuracy", 0.9, 0.89, 0.91),)), True),
        (replace(BETTER, horizon="1 day"), replace(BETTER, horizon="2 days", this=0.99), False),
        (replace(of_range(3.0, 0.1), metric="rmse"), replace(of_range(5.0, 0.1), metric="rmse"), False),
        (replace(of_range(5.0, 0.1), metric="rmse"), replace(of_range(3.0, 0.1), metric="rmse"), True),
        (of_range(0.85, 0.04), of_range(0.86, 0.04), False),
        (of_range(0.85, 0.04), of_range(0.90, 0.04), True),
    ],
    ids=[
        "the same",
        "higher",
        "never read",
        "another metric",
        "the same metric among others",
        "another horizon",
        "a smaller error",
        "a larger error",
        "may be chance",
        "more than chance",
    ],
)
def test_only_what_is_worse_than_the_live_model_by_the_same_metric_and_not_by_chance_warns(
    mine: VerdictNote, live: VerdictNote | None, warns: bool
) -> None:
    assert (SwitchWarning.BEHIND_LIVE in back_from(live, mine).warnings) is warns


def test_where_nobody_knows_how_exact_the_figures_are_a_worse_one_is_only_perhaps_worse() -> None:
    for mine, live in ((0.8601, 0.8602), (0.5, 0.9)):
        found = back_from(replace(BETTER, this=live), replace(BETTER, this=mine)).warnings
        assert SwitchWarning.BEHIND_LIVE not in found
        assert SwitchWarning.PERHAPS_BEHIND_LIVE in found


@pytest.mark.parametrize(
    ("metric", "mine", "live"),
    [("accuracy", 0.86, 0.86 + 1e-10), ("auc", 0.86, 0.86 + 1e-10), ("coverage", 0.92, 0.88)],
    ids=["a share", "no share", "as far from where it is best"],
)
@pytest.mark.parametrize("width", [None, 0.0], ids=["not known how exact", "exact"])
def test_two_figures_that_are_shown_as_equally_good_do_not_warn(
    metric: str, mine: float, live: float, width: float | None
) -> None:
    notes = [
        replace(BETTER if width is None else of_range(value, width), metric=metric, this=value)
        for value in (live, mine)
    ]
    found = back_from(*notes).warnings
    assert not {SwitchWarning.BEHIND_LIVE, SwitchWarning.PERHAPS_BEHIND_LIVE} & set(found)


def test_where_the_verdict_compares_with_the_live_model_own_figures_of_other_rows_do_not_speak_against_it() -> None:
    live = job_of("oct", NOW - 20 * DAY, verdict=replace(BETTER, this=0.99))
    found = case(job_of("nov"), [live], service_after(switch_to("oct", at=NOW - 10 * DAY)))
    assert found.is_against_live
    assert found.beside_live is None
    assert found.warnings == ()


def test_a_job_from_elsewhere_counts_as_begun_when_it_was_added_however_long_it_went_on() -> None:
    long = adopted("long", NOW - 9 * HOUR, ended_at=NOW - HOUR)
    assert begun_at(long) == NOW - 9 * HOUR
    assert case(job_of("nov"), [long]).newer is None
    found = case(long, [job_of("nov")])
    assert found.newer is not None
    assert found.is_newer_certain


def test_a_job_from_elsewhere_that_was_added_later_is_only_perhaps_newer() -> None:
    found = case(job_of("nov"), [adopted("other", NOW - HOUR)])
    assert found.newer is not None
    assert not found.is_newer_certain


# Going back

_OCT = job_of("oct", NOW - 20 * DAY)
_NOV = job_of("nov")
_LIVE_NOV = service_after(switch_to("oct", at=NOW - 9 * DAY), switch_to("nov"))


@pytest.mark.parametrize(
    ("job", "service", "is_back"),
    [
        (_NOV, Deployment(), False),
        (_NOV, service_after(switch_to("oct")), False),
        (_NOV, _LIVE_NOV, False),
        (_OCT, _LIVE_NOV, True),
        (_OCT, service_after(switch_to("nov")), True),
        (_OCT, service_after(switch_to("oct"), switch_to("nov", None)), True),
        (_NOV, service_after(switch_to("oct"), switch_to("nov", None)), False),
        (_OCT, service_after(switch_to("nov", None)), True),
        (_OCT, service_after(switch_to("gone")), False),
        (_NOV, service_after(switch_to("nov"), switch_to("oct")), True),
    ],
    ids=[
        "the original is live",
        "an older one is live",
        "live itself",
        "live before",
        "older than the live one",
        "live until a switch that is not confirmed",
        "sent again",
        "older than what may be live",
        "what is live is not known here any more",
        "newer, but live before",
    ],
)
def test_going_back_is_known(job: Job, service: Deployment, *, is_back: bool) -> None:
    others = [other for other in (_OCT, _NOV) if other != job]
    assert case(job, others, service).is_back == is_back


# How old


def test_the_age_counts_from_the_end() -> None:
    assert case(job_of("nov", ended_at=NOW - 3 * HOUR)).age == 3 * HOUR
    assert case(job_of("nov", ended_at=None, status_since=NOW - 2 * HOUR)).age == 2 * HOUR
    assert case(job_of("nov", ended_at=None, status_since=None)).age is None
    assert case(job_of("nov", ended_at=NOW + HOUR)).age == 0.0


def test_the_age_of_a_job_nobody_here_saw_going_is_the_least() -> None:
    assert not case(job_of("nov")).is_age_a_minimum
    assert not case(adopted("nov", NOW - 9 * HOUR)).is_age_a_minimum
    assert case(adopted("nov", NOW - 9 * HOUR, going_at=None)).is_age_a_minimum


# What forbids it


@pytest.mark.parametrize(
    ("known", "obstacle"),
    [
        ({}, None),
        ({"status": "job_running"}, SwitchObstacle.NOT_FINISHED),
        ({"status": "job_failed"}, SwitchObstacle.NOT_FINISHED),
        ({"status": ""}, SwitchObstacle.NOT_FINISHED),
        ({"status": "", "upload": Upload("nov.csv")}, SwitchObstacle.SENDING),
        ({"switch_problem": Problem(ProblemKind.SWITCH_UNANSWERED)}, None),
    ],
)
def test_only_a_finished_job_can_go_into_service(known: dict[str, Any], obstacle: SwitchObstacle | None) -> None:
    assert case(job_of("nov", **known)).obstacle is obstacle


def test_one_switch_of_a_model_at_a_time() -> None:
    found = case_of(job_of("nov"), MODEL, [job_of("nov")], Deployment(), NOW, is_switching=True)
    assert found.obstacle is SwitchObstacle.SWITCHING


# Names


def test_jobs_are_called_by_the_names_they_have_today() -> None:
    service = service_after(switch_to("oct"), switch_to("nov", None), switch_to("gone", None))
    found = case(_NOV, [replace(_OCT, name="")], service)
    assert found.live is not None
    assert found.live.job_title == "oct"
    assert [switch.job_title for switch in found.service.open] == ["nov data", "its old name"]
