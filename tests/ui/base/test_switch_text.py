"""The words around a switch: trouble says whether the live model changed, and the dialog's sentences are exact."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.history.deployment import Deployment, LiveState, SwitchOutcome
from epa_gui.core.jobs.job import Saved
from epa_gui.core.jobs.metric import Metric
from epa_gui.core.jobs.problem import KEY_KINDS, KEYCHAIN_KINDS, Problem, ProblemKind, Remedy, switch_remedy
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.switching.switch_case import SwitchCase, SwitchObstacle, SwitchWarning
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.switch_text import in_service_word, switch_problem_words
from epa_gui.ui.switching import switch_fact_text as facts
from epa_gui.ui.switching import switch_note_text as notes
from epa_gui.ui.switching.switch_naming import ago
from tests.core.switching.test_switch_case import (
    BETTER,
    DAY,
    HOUR,
    MODEL,
    NOW,
    UNCLEAR,
    UNKNOWN,
    WORSE,
    adopted,
    case,
    job_of,
    service_after,
    switch_to,
)

ORIGINAL, NOT_CERTAIN = Deployment(), Deployment(is_restored=True)

SURELY_NOT = [
    *KEY_KINDS,
    *KEYCHAIN_KINDS,
    ProblemKind.JOB_NOT_FOUND,
    ProblemKind.JOB_DELETED,
    ProblemKind.JOB_NOT_FINISHED,
    ProblemKind.ACCOUNT_DELETED,
    ProblemKind.MODEL_DELETED,
    ProblemKind.REFUSED,
    ProblemKind.TOO_MANY_REQUESTS,
    ProblemKind.REDIRECTED,
    ProblemKind.NAME_NOT_FOUND,
    ProblemKind.CONNECTION_REFUSED,
    ProblemKind.TLS_FAILED,
    ProblemKind.PROXY_FAILED,
    ProblemKind.CERTIFICATES_MISSING,
    ProblemKind.BAD_ADDRESS,
    ProblemKind.SWITCH_NOT_RECORDED,
]
MAY_COME_AFTER_IT_WAS_DONE = [
    ProblemKind.CONNECTION_LOST,
    ProblemKind.TIMED_OUT,
    ProblemKind.SERVICE_TROUBLE,
    ProblemKind.NOT_THE_SERVICE,
    ProblemKind.UNREADABLE_ANSWER,
    ProblemKind.ANSWER_TOO_LARGE,
    ProblemKind.REFUSED,
    ProblemKind.UNEXPECTED,
]

OCT_JOB = job_of("oct", NOW - 20 * DAY)


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


# Trouble


@pytest.mark.parametrize("outcome", [None, *SwitchOutcome])
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_trouble_with_switching_has_three_parts(kind: ProblemKind, outcome: SwitchOutcome | None) -> None:
    found = switch_problem_words(Problem(kind, where="service.example"), outcome)
    assert found.happened
    assert found.means
    assert found.to_do
    assert "{" not in found.sentence()


@pytest.mark.parametrize("kind", sorted(SURELY_NOT))
def test_where_nothing_was_switched_that_is_what_it_means(kind: ProblemKind) -> None:
    found = switch_problem_words(Problem(kind, where="service.example"))
    assert found.means.startswith("The live model is unchanged")
    for of_checks in ("checks again", "not checked", "by itself"):
        assert of_checks not in found.sentence()


@pytest.mark.parametrize("kind", sorted(MAY_COME_AFTER_IT_WAS_DONE))
def test_where_nobody_knows_it_is_not_said_to_be_unchanged(kind: ProblemKind) -> None:
    problem = Problem(kind, where="service.example")
    open_, not_done = switch_problem_words(problem, SwitchOutcome.NOT_CONFIRMED), switch_problem_words(problem)
    assert "unchanged" not in open_.sentence()
    assert "not known whether the model was switched" in open_.means
    assert "Switch again" in open_.to_do
    assert "unchanged" in not_done.means


def test_an_unanswered_switch_keeps_its_words() -> None:
    problem = Problem(ProblemKind.SWITCH_UNANSWERED)
    assert switch_problem_words(problem) == problem_words(problem)
    assert "not known whether" in switch_problem_words(problem).means


def test_each_refusal_of_the_service_has_a_remedy_of_its_own() -> None:
    kinds = [ProblemKind.PREDICTION_API_DELETED, ProblemKind.JOB_NOT_FINISHED, ProblemKind.JOB_DELETED]
    kinds += [ProblemKind.NO_SUCH_KEY, ProblemKind.TOO_MANY_REQUESTS, ProblemKind.MODEL_DELETED]
    assert len({switch_problem_words(Problem(kind)).to_do for kind in kinds}) == len(kinds)
    assert "Nothing was switched" in switch_problem_words(Problem(ProblemKind.PREDICTION_API_DELETED)).means


@pytest.mark.parametrize("kind", sorted(SURELY_NOT))
def test_the_words_fit_the_button_beside_them(kind: ProblemKind) -> None:
    to_do = switch_problem_words(Problem(kind)).to_do
    remedy = switch_remedy(Problem(kind))
    assert ("new key" in to_do) == (remedy is Remedy.ENTER_NEW_KEY)
    assert ("Check the job again" in to_do) == (remedy is Remedy.CHECK_AGAIN)


def test_what_a_job_is_to_the_api_is_a_word_or_two() -> None:
    said = {in_service: in_service_word(in_service) for in_service in LiveState}
    assert said.pop(LiveState.NO) == ""
    assert said[LiveState.LIVE] == "Live"
    assert said[LiveState.NOT_CONFIRMED] == "Switch not confirmed"
    assert len(set(said.values())) == len(said)


# What the dialog states


def test_the_question_names_what_goes_where() -> None:
    assert facts.headline(case(job_of("nov"))) == "Switch “Customer churn” to “nov data”?"


def test_a_name_cannot_make_the_question_unreadable_and_stands_in_full_beside_it() -> None:
    name = "x" * 200
    found = case(job_of("nov", name=name))
    assert len(facts.headline(found)) < 130
    assert facts.next_card(found).title == name
    assert facts.model_text(case(job_of("nov"), model=replace(MODEL, name=name))) == name
    assert facts.model_text(found) == "", "the question holds all of it"


def test_names_are_never_taken_for_places_to_fill() -> None:
    found = case(job_of("nov", name="{0} {1} {x}"), model=replace(MODEL, name="{1}"))
    assert facts.headline(found) == "Switch “{1}” to “{0} {1} {x}”?"


def test_what_is_live_is_said_as_far_as_it_is_known() -> None:
    oct_, nov = job_of("oct", NOW - 20 * DAY), job_of("nov")
    assert facts.live_card(case(nov)) == facts.Card("The original model", "or one switched elsewhere")
    known = facts.live_card(case(nov, [oct_], service_after(switch_to("oct"))))
    assert known.title == "oct data"
    assert known.more.startswith("Live since ")
    assert known.more.endswith(", as far as this program knows")
    unknown = facts.live_card(case(nov, [oct_], service_after(switch_to("oct"), switch_to("nov", None))))
    assert "Not known" in unknown.title
    assert "“oct data”, “nov data”" in unknown.more
    first = facts.live_card(case(nov, [oct_], service_after(switch_to("nov", None))))
    assert first.more.startswith("The original model, ")


def test_without_a_prediction_api_the_switch_does_not_call_the_original_live() -> None:
    assert facts.live_card(case(job_of("nov"), service=Deployment(is_said=True))) == facts.Card("No prediction API", "")


def test_the_facts_say_where_the_model_is() -> None:
    assert facts.region_text(case(job_of("nov"), model=replace(MODEL, region=Region.JAPAN))) == "Japan"


def test_an_age_that_is_the_least_is_called_so() -> None:
    assert "or earlier" not in facts.next_card(case(job_of("nov"))).more
    assert "or earlier" in facts.next_card(case(adopted("nov", NOW - HOUR, going_at=None))).more
    unknown = facts.next_card(case(job_of("nov", ended_at=None, status_since=None)))
    assert unknown.more.startswith("When it finished is not known.")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "just now"),
        (59.9, "just now"),
        (60.0, "1 minute"),
        (3599.0, "59 minute"),
        (3600.0, "1 hour"),
        (47.9 * HOUR, "47 hour"),
        (2 * DAY, "2 day"),
        (45.9 * DAY, "45 day"),
    ],
)
def test_how_long_ago_is_said_in_whole_units(seconds: float, said: str) -> None:
    assert ago(seconds).startswith(said)


def test_the_results_fact_tells_saved_and_opened_apart() -> None:
    assert facts.results_text(case(job_of("nov", saved=None))) == "Not saved"
    assert "not looked at" in facts.results_text(case(job_of("nov", opened_at=None)))
    assert "not looked at" not in facts.results_text(case(job_of("nov")))


@pytest.mark.parametrize(
    ("verdict", "answer", "doubt"),
    [
        (BETTER, "Clearly better: Accuracy 81.2 % → 85.3 %", "This lead is unlikely to be chance."),
        (UNCLEAR, "No clear difference: Accuracy 81.2 % → 81.4 %", "A difference this small can be chance."),
        (
            UNKNOWN,
            "Cannot be told from these files",  # its sentence holds the figures
            "Accuracy is worse for the new model, but it is not known how certain this is.",
        ),
    ],
    ids=["better", "may be chance", "cannot be told"],
)
@pytest.mark.parametrize("service", [ORIGINAL, NOT_CERTAIN], ids=["original", "not certain"])
def test_the_verdict_is_repeated_with_its_doubt(
    verdict: VerdictNote, answer: str, doubt: str, service: Deployment
) -> None:
    job = job_of("nov", verdict=verdict)
    first, second = facts.verdict_text(replace(case(job), service=service)).split("\n")
    compared = {
        ORIGINAL: f"{answer} (compared with the live model)",
        NOT_CERTAIN: f"When it was trained: {answer} (compared with the previous model)",
    }
    assert first == compared[service]
    assert second.endswith(doubt)


def test_the_numbers_of_a_worse_model_stand_in_the_warning_alone() -> None:
    found = case(job_of("nov", verdict=WORSE))
    assert notes.warning_note(found, SwitchWarning.VERDICT_WORSE).means not in facts.verdict_text(found)
    assert facts.verdict_text(found).startswith("Clearly worse")


def test_what_is_live_is_not_told_as_a_newer_job() -> None:
    found = case(OCT_JOB, [job_of("nov")], service_after(switch_to("nov")))
    assert found.is_back
    assert SwitchWarning.NEWER_FINISHED not in found.warnings
    beside = case(OCT_JOB, [job_of("nov"), job_of("dec", NOW - HOUR)], service_after(switch_to("nov")))
    assert SwitchWarning.NEWER_FINISHED in beside.warnings


def test_a_figure_that_was_never_judged_is_not_called_better_or_worse() -> None:
    saved = Saved("r.zip", 1, NOW, "", Metric("Accuracy", 0.853, 0.812))
    told = facts.verdict_text(case(job_of("nov", verdict=None, saved=saved)))
    assert told.startswith("Accuracy went from 0.812 to 0.853. Whether that may be chance is not known")
    assert "better" not in told


def back_from(live: VerdictNote | None, verdict: VerdictNote) -> SwitchCase:
    """A switch back to October, while November is live."""
    mine = job_of("oct", NOW - 20 * DAY, verdict=verdict)
    return case(mine, [job_of("nov", verdict=live)], service_after(switch_to("nov")))


def test_before_what_a_job_was_when_it_was_trained_stands_what_it_is_beside_the_live_model() -> None:
    first, second, *_ = facts.verdict_text(back_from(UNCLEAR, BETTER)).split("\n")
    assert first == "Accuracy 85.3 %, live model 81.4 %. The two may have been measured on different data."
    assert second.startswith("When it was trained: Clearly better")
    assert second.endswith("(compared with the previous model)")
    first, *_ = facts.verdict_text(back_from(None, UNCLEAR)).split("\n")
    assert first == "How it compares with the live model is not known here."


def test_where_the_verdict_has_the_live_models_figure_it_is_not_told_again_as_that_of_another() -> None:
    found = back_from(replace(UNCLEAR, this=BETTER.previous), BETTER)
    assert facts.verdict_text(found).startswith("When it was trained: Clearly better")
    assert "different data" not in facts.verdict_text(found)


def test_a_job_behind_the_live_model_warns_of_it_with_both_figures_and_the_doubt_whatever_it_was_once() -> None:
    found = back_from(*(replace(BETTER, this=value, this_low=value, this_high=value) for value in (0.899, 0.853)))
    note = notes.warning_note(found, SwitchWarning.BEHIND_LIVE)
    assert note.what == "By its own results, worse than the live model"
    assert note.means == (
        "Accuracy 85.3 %, live model 89.9 %: 4.6 points worse. The two may have been measured on different data."
    )
    assert facts.verdict_text(found).startswith("When it was trained: Clearly better"), "the figures stand in the note"


def test_a_lead_of_the_live_model_that_nobody_knows_to_be_chance_or_not_is_called_so() -> None:
    found = back_from(replace(BETTER, this=0.855), BETTER)
    note = notes.warning_note(found, SwitchWarning.PERHAPS_BEHIND_LIVE)
    assert note.what == "By its own results, perhaps worse than the live model"
    assert note.means == (
        "Accuracy 85.3 %, live model 85.5 %: 0.2 points worse."
        " Whether this is chance is not known, and the data may differ."
    )
    assert facts.verdict_text(found).startswith("When it was trained: Clearly better"), "the figures stand in the note"


def test_a_lead_of_the_live_model_that_may_be_chance_is_called_so_and_does_not_warn() -> None:
    close = [replace(BETTER, this=value, this_low=value - 0.02, this_high=value + 0.02) for value in (0.86, 0.85)]
    first, *_ = facts.verdict_text(back_from(*close)).split("\n")
    assert first == (
        "Accuracy 85.0 %, live model 86.0 %: 1.0 points worse."
        " A difference this small can be chance, and the data may differ."
    )


def test_the_difference_has_no_more_digits_than_the_two_figures_beside_it() -> None:
    errors = [
        replace(BETTER, metric="rmse", this=value, this_low=value - 1, this_high=value + 1) for value in (12.1, 12.3)
    ]
    first, *_ = facts.verdict_text(back_from(*(replace(note, this_text=str(note.this)) for note in errors))).split("\n")
    assert first.startswith("RMSE 12.3, live model 12.1: 0.2 worse.")


def test_beside_a_verdict_against_the_live_model_nothing_is_called_unknown() -> None:
    live = job_of("oct", NOW - 20 * DAY, verdict=None)
    told = facts.verdict_text(case(job_of("nov"), [live], service_after(switch_to("oct", at=NOW - 10 * DAY))))
    assert "(compared with the live model)" in told
    assert "not known" not in told


def test_without_a_verdict_it_is_said_why() -> None:
    assert "not saved" in facts.verdict_text(case(job_of("nov", saved=None, verdict=None)))
    assert "not read here" in facts.verdict_text(case(job_of("nov", saved=Saved("r.zip", 1, NOW), verdict=None)))


def test_a_clearly_worse_model_warns_with_the_numbers() -> None:
    note = notes.warning_note(case(job_of("nov", verdict=WORSE)), SwitchWarning.VERDICT_WORSE)
    assert "clearly worse" in note.what
    assert "A difference this large is unlikely to be chance." in note.means


# What warns


@pytest.mark.parametrize("warning", SwitchWarning)
def test_every_warning_says_what_it_is_and_what_it_means(warning: SwitchWarning) -> None:
    service = service_after(switch_to("oct"), switch_to("nov", None))
    job = job_of("nov", saved=Saved("r.zip", 1, NOW, "", Metric("Accuracy", 0.7, 0.8)))
    model = replace(MODEL, key_ends_at=NOW + HOUR)
    found = replace(case(job, [job_of("dec", NOW - HOUR)], service, model), live_job=OCT_JOB)
    note = notes.warning_note(found, warning)
    assert not note.what.endswith("."), "a title"
    assert note.means.endswith(".")
    for text in (note.what, note.means):
        assert text
        assert "{" not in text
        assert len(text) <= 110


def test_a_newer_job_is_named_and_not_claimed_where_it_is_not_known() -> None:
    certain = notes.warning_note(case(job_of("nov"), [job_of("dec", NOW - HOUR)]), SwitchWarning.NEWER_FINISHED)
    perhaps = notes.warning_note(case(job_of("nov"), [adopted("dec", NOW - HOUR)]), SwitchWarning.NEWER_FINISHED)
    assert certain.what == "A newer job has finished: “dec data”"
    assert "may be newer" in perhaps.what
    assert "“dec data”" in perhaps.what
    for note in (certain, perhaps):
        assert re.search(r"It was (started|added) later \(\w+ \d+ \d\d:\d\d\)\.", note.means), "with its day"


def test_how_long_ago_it_finished_is_told_alike_wherever_it_is_told() -> None:
    found = case(job_of("nov", NOW - 30 * DAY - 2 * HOUR))
    assert SwitchWarning.OLD_JOB in found.warnings
    assert "Finished 30 day" in facts.next_card(found).more
    assert notes.warning_note(found, SwitchWarning.OLD_JOB).means.startswith("At least 30 days")


def test_an_unconfirmed_switch_names_whose() -> None:
    nov, dec = job_of("nov"), job_of("dec", NOW - HOUR)
    service = service_after(switch_to("nov", None))
    own = notes.warning_note(case(nov, [dec], service), SwitchWarning.NOT_CONFIRMED)
    other = notes.warning_note(case(dec, [nov], service), SwitchWarning.NOT_CONFIRMED)
    two = notes.warning_note(case(dec, [nov], service.after(switch_to("dec", None))), SwitchWarning.NOT_CONFIRMED)
    assert "this job" in own.what
    assert "“nov data”" in other.what
    assert "“nov data”, “dec data”" in two.what


@pytest.mark.parametrize(("end", "verb"), [(NOW + HOUR, "expires"), (NOW, "expired"), (NOW - DAY, "expired")])
def test_a_key_that_has_ended_is_told_from_one_that_will(end: float, verb: str) -> None:
    note = notes.warning_note(
        case(job_of("nov"), model=replace(MODEL, key_ends_at=end, key_end_said="soon")), SwitchWarning.KEY_ENDS_SOON
    )
    assert f"API key {verb} on " in note.what
    assert "around" not in note.what


def test_an_end_that_was_only_reckoned_is_called_about() -> None:
    note = notes.warning_note(case(job_of("nov"), model=replace(MODEL, key_ends_at=NOW)), SwitchWarning.KEY_ENDS_SOON)
    assert "expired around " in note.what


def test_the_notes_say_what_the_manual_says_and_no_more() -> None:
    assert notes.original_note().what == "The retraining API cannot bring back the original model"
    assert "does not promise" in notes.back_note(was_live=True).means


@pytest.mark.parametrize("obstacle", SwitchObstacle)
def test_every_obstacle_says_what_to_wait_for(obstacle: SwitchObstacle) -> None:
    assert notes.obstacle_text(obstacle).endswith(".")


def test_a_missing_reason_is_asked_for_only_where_it_is_needed() -> None:
    assert notes.reason_hint(case(job_of("nov")), "").startswith("Enter a reason")
    assert not notes.reason_hint(case(job_of("nov")), "Better").startswith("Enter a reason")
    switched = case(job_of("nov"), service=service_after(switch_to("oct")))
    assert not notes.reason_hint(switched, "").startswith("Enter a reason")
    assert switched.service != Deployment()
