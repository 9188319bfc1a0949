"""What the cards of models say, and what a screen reader says for them."""

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveKind
from epa_gui.core.history.deployment import Deployment, LiveApi, Switch, SwitchOutcome
from epa_gui.core.jobs.estimate import Estimate
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.key_life import KeyWarning
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.way.standing import Standing
from epa_gui.ui.base.formatting import relative_day, rough_duration, spoken_duration
from epa_gui.ui.window import card_text
from epa_gui.ui.window.model_card import ModelCard

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
NOW = datetime(2026, 11, 17, 12, 0).timestamp()  # noqa: DTZ001  noon, as this computer's calendar has it
DONE = Switch("s", "m", "j", at=NOW - 10 * DAY, outcome=SwitchOutcome.DONE, ended_at=NOW - 10 * DAY)

RUNNING = LiveApi(Classifier("c", 1001, ClassifierStatus.RUNNING), LiveKind.ORIGINAL, NOW)
BUILDING = LiveApi(Classifier("d", 1001, ClassifierStatus.BUILDING), LiveKind.ORIGINAL, NOW)


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.parametrize(
    ("service", "verdict", "is_switching", "text", "icon"),
    [
        (Deployment(DONE), Answer.BETTER, False, "Live since 7 Nov · was clearly better", "live"),
        (Deployment(DONE), Answer.WORSE, False, "Live since 7 Nov · was clearly worse", "live"),
        (Deployment(DONE), Answer.NO_DIFFERENCE, False, "Live since 7 Nov · no clear difference", "live"),
        (Deployment(DONE), Answer.CANNOT_TELL, False, "Live since 7 Nov", "live"),
        (Deployment(DONE), None, False, "Live since 7 Nov", "live"),
        (Deployment(), None, False, "Original model is live", ""),
        (Deployment(is_said=True), None, False, "No prediction API", ""),
        (Deployment(apis=(RUNNING,), is_said=True), None, False, "Original model is live", "live"),
        (Deployment(apis=(BUILDING,), is_said=True), None, False, "Prediction API is being built", "in-progress"),
        (Deployment(apis=(RUNNING, BUILDING), is_said=True), None, False, "Original model is live", "live"),
        (Deployment(DONE, (DONE,)), Answer.BETTER, False, "Switch not confirmed", "attention"),
        (Deployment(DONE, is_restored=True), Answer.BETTER, False, "It is not known which model is live", "unknown"),
        (Deployment(DONE), Answer.BETTER, True, "Switching…", "in-progress"),
    ],
)
def test_a_card_says_what_is_live_only_as_far_as_it_is_known(
    service: Deployment, verdict: Answer | None, text: str, icon: str, *, is_switching: bool
) -> None:
    line = card_text.live_line(service, VerdictNote(verdict) if verdict else None, NOW, is_switching=is_switching)
    assert (line.text, line.icon) == (text, icon)


def test_that_only_this_program_says_so_stands_in_the_details() -> None:
    model = Model("m", "Customer churn", key_hint="1f3a")
    details = card_text.details_text(model, Deployment(DONE), "November data", 2, NOW)
    assert details.splitlines() == [
        "Live: November data, as far as this program knows",
        "2 job(s) in progress",
        "Global",
        "••••1f3a",
    ]
    uncertain = card_text.details_text(model, Deployment(DONE, is_restored=True), "November data", 0, NOW)
    assert uncertain.splitlines()[0] == "It is not known which model is live"


def test_the_details_of_a_model_without_a_prediction_api_are_the_service_s_word() -> None:
    details = card_text.details_text(Model("m", "Sales"), Deployment(is_said=True), "", 0, NOW)
    assert details.splitlines()[0] == "No prediction API"


def estimate(left: float) -> Estimate:
    return Estimate(NOW + left, HOUR, 3, is_scaled=False)


@pytest.mark.parametrize(
    ("status", "standing", "left", "texts", "share"),
    [
        (
            "training",
            Standing.TRAINING,
            18 * MINUTE,
            ("Training · about 18 min left", "training, about 18 minute(s) left"),
            34,
        ),
        ("training", Standing.TRAINING, 10.0, ("Training · about 1 min left", "training, about 1 minute(s) left"), 48),
        (
            "training",
            Standing.TRAINING,
            -MINUTE,
            ("Training · should be done about now", "training, should be done about now"),
            48,
        ),
        ("training", Standing.TRAINING, -20 * HOUR, ("20 h later than usual", "20 hour(s) later than usual"), None),
        ("training", Standing.TRAINING, None, ("Training", "training"), None),
        ("in_queue", Standing.TRAINING, HOUR, ("Waiting in the queue", "waiting in the queue"), 0),
        ("in_queue", Standing.TRAINING, None, ("Waiting in the queue", "waiting in the queue"), None),
        ("waiting_for_upload", Standing.TRAINING, None, ("waiting_for_upload", "waiting_for_upload"), None),
        ("sculpting", Standing.TRAINING, None, ("sculpting", "sculpting"), None),
        ("", Standing.NOT_CHECKED, None, ("Not checked yet", "not checked yet"), None),
    ],
)
def test_a_card_says_how_far_a_job_is(
    status: str, standing: Standing, left: float | None, texts: tuple[str, str], share: int | None
) -> None:
    job = Job("j", "m", status=status)
    line = card_text.training_line(job, standing, None if left is None else estimate(left), NOW)
    assert (line.text, line.spoken) == texts
    assert line.share == (None if share is None else share / 48)


def test_a_bar_that_would_look_the_same_is_the_same() -> None:
    job = Job("j", "m", status="training")
    one, other = (card_text.training_line(job, Standing.TRAINING, estimate(1080.0 - n), NOW) for n in (0, 5))
    assert one == other


def test_a_card_says_how_far_an_upload_is() -> None:
    assert card_text.upload_line(43, 100).text == "Uploading… 43 %"
    assert card_text.upload_line(None, 100).text == "Uploading…"
    assert card_text.upload_line(None, 100).share is None


def key(ends: float, *, is_about: bool = False) -> Model:
    return Model("m", "Customer churn", key_ends_at=NOW + ends, key_end_said="" if is_about else "told")


@pytest.mark.parametrize(
    ("model", "warning", "trouble", "text"),
    [
        (key(3 * DAY), KeyWarning.ENDS_SOON, None, "Key expires in 3 day(s)"),
        (key(3 * DAY, is_about=True), KeyWarning.ENDS_SOON, None, "Key expires in about 3 day(s)"),
        (key(DAY), KeyWarning.ENDS_BEFORE_JOB, None, "Key expires tomorrow"),
        (key(HOUR), KeyWarning.ENDS_SOON, None, "Key expires today"),
        (key(-DAY), KeyWarning.ENDED, None, "Key expired yesterday"),
        (key(-DAY), KeyWarning.ENDED, ProblemKind.KEY_WRONG, "Key expired yesterday"),
        (key(-3 * DAY, is_about=True), KeyWarning.ENDED, None, "Key expired around 14 Nov"),
        (key(-30 * DAY), KeyWarning.ENDED, None, "Key expired 18 Oct"),
        (key(3 * DAY), KeyWarning.ENDS_SOON, ProblemKind.KEY_WRONG, "Key not accepted"),
        (key(20 * DAY), None, ProblemKind.NO_SUCH_KEY, "Key not accepted"),
        (key(20 * DAY), None, ProblemKind.KEY_MISSING, "Key missing"),
        (key(20 * DAY), None, ProblemKind.KEY_FOR_ANOTHER_ADDRESS, "Key was entered for another address"),
        (key(20 * DAY), None, None, None),
        (Model("m", "Customer churn"), None, None, None),
    ],
)
def test_a_card_speaks_of_the_key_only_when_it_has_to(
    model: Model, warning: KeyWarning | None, trouble: ProblemKind | None, text: str | None
) -> None:
    line = card_text.key_line(model, warning, trouble, NOW)
    assert (line and line.text) == text


def test_what_was_only_just_clear_is_so_on_the_card_too() -> None:
    note = VerdictNote(Answer.BETTER, is_just=True)
    assert card_text.live_line(Deployment(DONE), note, NOW, is_switching=False).text == (
        "Live since 7 Nov · was better, but only just"
    )


def test_a_screen_reader_says_all_of_a_card() -> None:
    card = ModelCard(
        "m",
        "Customer churn",
        2,
        card_text.live_line(Deployment(DONE), VerdictNote(Answer.BETTER), NOW, is_switching=False),
        card_text.training_line(Job("j", "m", status="training"), Standing.TRAINING, estimate(18 * MINUTE), NOW),
        card_text.key_line(key(-DAY), KeyWarning.ENDED, None, NOW),
    )
    assert card_text.spoken(card) == (
        "Customer churn, 2 need(s) attention, live since 7 Nov, was clearly better, training, about 18 minute(s) left,"
        " key expired yesterday"
    )
    assert card_text.spoken(ModelCard("m", "Loans")) == "Loans"


def test_a_near_day_is_told_as_people_speak_of_it_whatever_the_hour() -> None:
    assert relative_day(NOW + 11 * HOUR, NOW) == "today"
    assert relative_day(NOW + 13 * HOUR, NOW) == "tomorrow"
    assert relative_day(NOW - 13 * HOUR, NOW) == "yesterday"
    assert relative_day(NOW - 13 * HOUR, NOW, is_about=True) == "about yesterday"
    assert relative_day(NOW + 60 * DAY, NOW) == "16 Jan"


@pytest.mark.parametrize(
    ("seconds", "text", "spoken"),
    [
        (5.0, "1 min", "1 minute(s)"),
        (1075.0, "18 min", "18 minute(s)"),
        (HOUR, "1 h", "1 hour(s)"),
        (90 * MINUTE, "1 h 30 min", "1 hour(s) 30 minute(s)"),
        (20.2 * HOUR, "20 h", "20 hour(s)"),
        (71 * HOUR, "3 d", "3 day(s)"),
    ],
)
def test_an_estimate_is_told_no_more_exactly_than_it_is(seconds: float, text: str, spoken: str) -> None:
    assert rough_duration(seconds) == text
    assert spoken_duration(seconds) == spoken
