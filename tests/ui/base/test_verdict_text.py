"""The verdict in words: the numbers first, then the doubt, and never more than was found."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.jobs.verdict_note import Answer, Missing, Rule, VerdictNote
from epa_gui.core.results.content import (
    Contradiction,
    ContradictionKind,
    Measure,
    MetricKind,
    PredictionKind,
    ResultsContent,
    Unread,
    UnreadReason,
)
from epa_gui.core.results.judgement import verdict_of
from epa_gui.core.results.significance import Interval
from epa_gui.core.results.value_measure import CellValues, TopHits, ValueChange, ValueObstacle
from epa_gui.process.language import install_language
from epa_gui.ui.base import metric_text, verdict_text
from epa_gui.ui.base.contradiction_text import contradiction_text, unread_text
from epa_gui.ui.base.judging_text import how_it_is_judged
from epa_gui.ui.base.value_text import value_text
from tests.core.results.judged import both_models, matrix, measure, of_classes
from tests.core.results.test_judgement import numbers, scores

ACCURACY, AUC, R2 = MetricKind.ACCURACY, MetricKind.AUC, MetricKind.R_SQUARED


@pytest.fixture(autouse=True)
def _american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


def note_of(content: ResultsContent) -> VerdictNote:
    return verdict_of(content).note()


def test_the_answers_are_these_and_no_others() -> None:
    assert [verdict_text.headline(answer) for answer in Answer] == [
        "Clearly better",
        "Clearly worse",
        "No clear difference",
        "Cannot be told from these files",
    ]


def test_what_is_only_just_clear_is_nowhere_called_clearly_better() -> None:
    just = [verdict_text.headline(answer, is_just=True) for answer in (Answer.BETTER, Answer.WORSE)]
    assert just == ["Better, but only just", "Worse, but only just"]
    short = [verdict_text.short_headline(answer, is_just=True) for answer in (Answer.BETTER, Answer.WORSE)]
    assert short == ["Better, but only just", "Worse, but only just"]


def test_no_chance_is_told_that_nobody_kept() -> None:
    note = VerdictNote(Answer.BETTER, this=0.9, previous=0.8, is_just=True)
    assert verdict_text.doubt_text(note) == "The difference is only just clear."


def test_the_numbers_come_first_and_then_the_doubt() -> None:
    assert verdict_text.numbers_and_doubt(note_of(of_classes(rows=both_models(60, 45, 1000)))) == (
        "Of 1,000 row(s), only the new model was right in 60, only the other in 45."
        " A difference this small can be chance."
    )


@pytest.mark.parametrize(
    ("new_only", "old_only", "rows", "doubt"),
    [
        (165, 120, 3000, "This lead is unlikely to be chance."),
        (120, 165, 3000, "A difference this large is unlikely to be chance."),
        (10, 2, 200, "The difference is only just clear: chance alone would bring one this large in 3.9 of 100 cases."),
        (7, 7, 200, "Neither is ahead."),
        (0, 0, 200, "Neither is ahead."),
    ],
)
def test_the_doubt_is_worded_as_the_rule_has_it(new_only: int, old_only: int, rows: int, doubt: str) -> None:
    assert verdict_text.doubt_text(note_of(of_classes(rows=both_models(new_only, old_only, rows)))) == doubt


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (of_classes(rows=both_models(165, 120, 3000)), "Clearly better: Accuracy 85.5 % → 87.0 %"),
        (of_classes(rows=both_models(10, 2, 200)), "Better, but only just: Accuracy 86.0 % → 90.0 %"),
        (
            of_classes(measure(AUC, 0.8424, 0.8421), kind=PredictionKind.BINARY),
            "Cannot be told from these files: AUC 0.8424 → 0.8421",
        ),
        (ResultsContent(), "Cannot be told from these files"),
    ],
)
def test_one_line_tells_the_answer_and_what_carries_it(content: ResultsContent, told: str) -> None:
    assert verdict_text.one_line(note_of(content)) == told


@pytest.mark.parametrize(
    ("old", "new", "rows", "doubt"),
    [
        (0.912, 0.927, 1000, "With the fewest, the lead would be clear; with the most, it can be chance."),
        (0.912, 0.927, 5000, "Even with the most, the lead is unlikely to be chance."),
        (0.912, 0.915, 1000, "Even with the fewest, a difference this small can be chance."),
    ],
)
def test_totals_are_told_as_what_they_are(old: float, new: float, rows: int, doubt: str) -> None:
    note = note_of(of_classes(measure(ACCURACY, old, new), row_count=rows))
    assert verdict_text.doubt_text(note) == doubt
    assert f"was right in {round(rows * new):,}, the other in {round(rows * old):,}" in verdict_text.numbers_text(note)
    assert "The files do not say in how many only one of them was right: between" in verdict_text.numbers_text(note)


def test_probabilities_and_numbers_are_told_with_their_interval() -> None:
    note = note_of(of_classes(kind=PredictionKind.BINARY, rows=scores(np.random.default_rng(3), 1000, lift_new=2.0)))
    assert verdict_text.numbers_text(note) == (
        "On the same 1,000 row(s), AUC went from 0.738 to 0.905: 0.167 better (95 % interval: 0.145 to 0.189 better)."
    )
    regression = ResultsContent(PredictionKind.REGRESSION, rows=numbers(np.random.default_rng(5), 500, 8, 10))
    assert "R² is calculated from the squared errors, so these were tested." in verdict_text.numbers_text(
        note_of(regression)
    )


def test_what_carries_the_verdict_in_place_of_the_main_metric_is_named() -> None:
    note = note_of(of_classes(measure(AUC, 0.9, 0.7), kind=PredictionKind.BINARY, rows=both_models(165, 120, 3000)))
    assert verdict_text.carrier_text(note) == (
        "The main metric, AUC, cannot be tested with these files. Accuracy can, and decides."
    )
    assert not verdict_text.carrier_text(note_of(of_classes(rows=both_models(165, 120, 3000))))


def test_figures_alone_are_told_with_their_direction_and_no_more() -> None:
    better = note_of(ResultsContent(PredictionKind.REGRESSION, (measure(MetricKind.RMSE, 12.5, 11.25),)))
    assert verdict_text.numbers_and_doubt(better) == (
        "RMSE went from 12.50 to 11.25. RMSE is better for the new model, but it is not known how certain this is."
    )
    assert "evaluation_raw_data.csv" in verdict_text.reasons(better)[-1]
    worse = note_of(of_classes(measure(ACCURACY, 0.8, 0.782)))
    told = "Accuracy is worse for the new model, but it is not known how certain this is."
    assert told in verdict_text.reasons(worse)
    assert told in verdict_text.reasons(worse, has_figures_beside=True), "no sentence goes before it there"


def test_a_time_series_says_why_it_is_not_tested() -> None:
    told = measure(MetricKind.MEDIAN_ERROR_RATIO, 0.1, 0.03, horizon="1ヶ月先")
    note = note_of(ResultsContent(PredictionKind.TIME_SERIES, (told,)))
    assert verdict_text.one_line(note) == (
        "Cannot be told from these files: Median error ratio (1ヶ月先) 10.0 % → 3.0 %"
    )
    assert "The rows of a time series depend on each other" in verdict_text.doubt_text(note)


@pytest.mark.parametrize("missing", [missing for missing in Missing if missing is not Missing.NOTHING])
def test_whatever_is_missing_it_is_said_what_would_tell(missing: Missing) -> None:
    note = VerdictNote(Answer.CANNOT_TELL, Rule.TOTALS, missing=missing)
    assert verdict_text.would_tell_text(missing) in verdict_text.reasons(note)


def test_models_judged_on_different_rows_are_not_set_side_by_side() -> None:
    content = of_classes(matrix=matrix((480, 20), (30, 470)), previous_matrix=matrix((80, 10), (10, 800)))
    note = note_of(content)
    assert "→" not in verdict_text.one_line(note)
    assert "different rows" in verdict_text.doubt_text(note)


def test_it_is_said_how_many_rows_would_show_it_where_so_many_can_be_sent() -> None:
    note = note_of(of_classes(rows=both_models(60, 45, 1000)))
    assert verdict_text.rows_needed_text(note) == (
        "To tell a difference this small from chance, about 3,700 evaluation rows are needed; there are 1,000."
    )
    hopeless = note_of(of_classes(rows=both_models(1001, 1000, 100_000)))
    assert verdict_text.rows_needed_text(hopeless) == (
        "A difference this small cannot be told from chance even with 1,000,000 rows."
    )
    assert not verdict_text.rows_needed_text(note_of(of_classes(rows=both_models(165, 120, 3000))))
    assert "2.9 points or more" in verdict_text.smallest_text(note)


def test_what_a_verdict_keeps_says_the_same_after_a_restart() -> None:
    contents = [
        of_classes(rows=both_models(60, 45, 1000)),
        of_classes(measure(ACCURACY, 0.912, 0.927), row_count=1000),
        ResultsContent(PredictionKind.TIME_SERIES, (measure(MetricKind.MEDIAN_ERROR_RATIO, 0.1, 0.03),)),
        ResultsContent(),
    ]
    for content in contents:
        note = verdict_of(content).note("abc")
        kept = VerdictNote.from_json(note.to_json())
        assert kept == note
        assert verdict_text.reasons(kept) == verdict_text.reasons(note)


def test_what_is_no_verdict_is_refused_and_what_is_newer_is_passed_over() -> None:
    note = note_of(of_classes(rows=both_models(60, 45, 1000)))
    newer = note.to_json().removesuffix("}") + ', "weather": "fine"}'
    assert VerdictNote.from_json(newer) == note
    for text in ("", "[]", "{}", '{"answer": "splendid"}', '{"answer": 1}', "[" * 100_000):
        with pytest.raises(ValueError):  # noqa: PT011  reading tells all of it so
            VerdictNote.from_json(text)
    infinite = replace(note, gain=float("inf"))
    assert VerdictNote.from_json(infinite.to_json()).gain is None


@pytest.mark.parametrize(
    ("told", "change", "meaning"),
    [
        (measure(ACCURACY, 0.85, 0.86), "+1.0 points", "Better, not tested"),
        (measure(MetricKind.RMSE, 12.5, 13.5), "+1.00", "Worse, not tested"),
        (measure(AUC, 0.842, 0.846), "+0.004", "Better, not tested"),
        (measure(MetricKind.RECALL, 0.824, 0.824), "0.0 points", "The same"),
        (measure(MetricKind.COVERAGE, 0.92, 0.99), "+7.0 points", "Farther from 90 %, where it is best; not tested"),
        (measure(MetricKind.COVERAGE, 0.80, 0.88), "+8.0 points", "Closer to 90 %, where it is best; not tested"),
        (measure(AUC, None, 0.8), "", "Nothing to compare with"),
        (Measure("Gini", None, 0.3, 0.2), "+0.1", "It is not known whether higher or lower is better"),
    ],
)
def test_other_measures_are_told_with_their_direction(told: Measure, change: str, meaning: str) -> None:
    assert (metric_text.change_text(told)[: len(change)], metric_text.meaning_text(told)) == (change, meaning)


def test_a_change_is_as_exact_as_the_figures_beside_it() -> None:
    told = measure(MetricKind.RMSE, 1234.44321, 1235.61234)
    figures = metric_text.figures(told.kind, told.previous, told.this, told.previous_text, told.this_text)
    assert (*figures, metric_text.change_text(told)) == ("1,234", "1,236", "+2")


@pytest.mark.parametrize(
    ("kind", "previous", "this", "change"),
    [
        (ACCURACY, "85.87%", "86.12%", "+0.25 points"),
        (ACCURACY, "0.8587", "0.8612", "+0.25 points"),
        (ACCURACY, "86%", "86.5%", "+0.5 points"),
        (AUC, "0.8587", "0.8612", "+0.0025"),
        (MetricKind.RMSE, "12.5", "13", "+0.5"),
    ],
)
def test_a_change_has_the_decimals_of_what_the_file_writes(
    kind: MetricKind, previous: str, this: str, change: str
) -> None:
    now, before = (float(text.removesuffix("%")) / (100 if text.endswith("%") else 1) for text in (this, previous))
    assert metric_text.change_text(Measure("", kind, now, before, this, previous)) == change


def test_figures_are_shown_as_they_were_written_unless_that_hides_the_difference() -> None:
    assert metric_text.figures(ACCURACY, 0.912, 0.927, "91.21%", "92.7%") == ("91.21 %", "92.7 %")
    assert metric_text.figures(ACCURACY, 0.912, 0.927, "0.912", "0.927") == ("0.912", "0.927")
    assert metric_text.figures(ACCURACY, 0.912, 0.927) == ("91.2 %", "92.7 %")
    assert metric_text.figures(AUC, 0.84210001, 0.84620002, "0.84210001", "0.84620002") == ("0.842", "0.846")
    assert metric_text.figures(AUC, 0.84211, 0.84214) == ("0.84211", "0.84214")
    assert metric_text.figures(MetricKind.RMSE, 1234567.0, 1234999.0) == ("1,234,567", "1,234,999")
    assert metric_text.figures(AUC, None, 0.8) == ("–", "0.800")


@pytest.mark.parametrize("kind", [ACCURACY, AUC, MetricKind.R_SQUARED, MetricKind.RMSE])
def test_a_difference_is_that_of_the_two_figures_beside_it(kind: MetricKind) -> None:
    chance = np.random.default_rng(11)
    for previous, this in chance.uniform(0.3, 0.9, (300, 2)):
        shown = [Decimal(text.removesuffix(" %")) for text in metric_text.figures(kind, previous, this)]
        told = metric_text.change_text(Measure("", kind, this, previous)).removesuffix(" points")
        assert Decimal(told.removesuffix(" point").replace("−", "-")) == shown[1] - shown[0], (previous, this)


def test_the_difference_of_the_verdict_is_that_of_its_two_figures() -> None:
    """0.8536 and 0.8991 are 0.0455 apart; who sees 0.854 and 0.899 finds 0.045."""
    note = VerdictNote(
        Answer.BETTER, Rule.PROBABILITIES, "auc", this=0.8991, previous=0.8536, gain=0.0455, rows=9, low=0.03, high=0.06
    )
    assert "0.854 to 0.899: 0.045 better" in verdict_text.numbers_text(note)
    assert verdict_text.shown_gain(note) == pytest.approx(0.045)


@pytest.mark.parametrize(
    ("kind", "low", "high", "told"),
    [
        (AUC, 0.035, 0.057, "0.035 to 0.057 better"),
        (AUC, -0.057, -0.035, "0.035 to 0.057 worse"),
        (AUC, -0.006, 0.012, "0.006 worse to 0.012 better"),
        (ACCURACY, 0.005, 0.035, "0.5 to 3.5 points better"),
        (ACCURACY, -0.005, 0.035, "0.5 points worse to 3.5 points better"),
        (MetricKind.RMSE, 0.7, 1.9, "0.7 to 1.9 better"),
        (AUC, 0.0, 0.02, "no difference to 0.020 better"),
    ],
)
def test_both_ends_of_an_interval_that_are_on_one_side_say_so_once(
    kind: MetricKind, low: float, high: float, told: str
) -> None:
    assert metric_text.interval_text(kind, low, high) == told


@pytest.mark.parametrize(
    ("kind", "gain", "ends", "told"),
    [
        (AUC, 0.046, (0.035, 0.057), ("+0.046", "+0.035～+0.057")),
        (AUC, 0.003, (-0.006, 0.012), ("+0.003", "−0.006～+0.012")),
        (AUC, -0.046, (-0.057, -0.035), ("−0.046", "−0.057～−0.035")),
        (ACCURACY, 0.02, (0.005, 0.035), ("+2.0ポイント", "+0.5～+3.5ポイント")),
        # An error that is lower by so much is better by so much.
        (MetricKind.RMSE, 1.3, (0.7, 1.9), ("−1.300", "−1.9～−0.7")),
        (MetricKind.RMSE, 0.6, (-0.7, 1.9), ("−0.6000", "−1.9～+0.7")),
        (MetricKind.MEDIAN_ERROR_RATIO, 0.012, (0.005, 0.02), ("−1.2ポイント", "−2.0～−0.5ポイント")),
        (MetricKind.MEDIAN_ERROR_RATIO, -0.012, (-0.02, -0.005), ("+1.2ポイント", "+0.5～+2.0ポイント")),
    ],
)
def test_in_japanese_a_gain_is_told_as_the_change_of_the_figure(
    qapp: QCoreApplication, kind: MetricKind, gain: float, ends: tuple[float, float], told: tuple[str, str]
) -> None:
    installed = install_language(qapp, "ja")
    try:
        assert (metric_text.gain_text(kind, gain), metric_text.interval_text(kind, *ends)) == told
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)


def test_figures_that_are_seen_beside_the_sentences_are_not_told_in_them_again() -> None:
    note = note_of(of_classes(kind=PredictionKind.BINARY, rows=scores(np.random.default_rng(3), 1000, lift_new=2.0)))
    beside = "\n".join(verdict_text.reasons(note, has_figures_beside=True))
    assert beside.startswith("Both models were evaluated on the same 1,000 row(s).")
    assert "0.738" not in beside
    alone = note_of(of_classes(measure(AUC, 0.88, 0.9), kind=PredictionKind.BINARY))
    assert "0.9" not in "\n".join(verdict_text.reasons(alone, has_figures_beside=True))
    counted = note_of(of_classes(rows=both_models(165, 120, 3000)))
    assert verdict_text.reasons(counted, has_figures_beside=True) == verdict_text.reasons(counted)


def test_stars_have_their_word() -> None:
    assert [metric_text.stars_text(stars) for stars in (5, 4, 1, 0)] == [
        "★★★★★ very high",
        "★★★★☆ high",
        "★☆☆☆☆ very low",
        "",
    ]
    assert metric_text.stars_sentence(4, 3) == "Prediction accuracy level: 4 of 5 stars, before: 3."


def test_the_page_of_rules_names_every_rule() -> None:
    page = "\n".join(f"{part.title}\n{part.text}" for part in how_it_is_judged())
    for word in (
        "McNemar",
        "Agresti and Min",
        "DeLong",
        "1.96",
        "2.8",
        "Time series",
        "5 of 100",
        "only just",
        "contradict",
    ):
        assert word in page
    assert 300 < len(page.split()) < 800


@pytest.mark.parametrize("kind", list(ContradictionKind))
def test_a_contradiction_tells_both_places_and_both_figures(kind: ContradictionKind) -> None:
    said = Contradiction(kind, "Recall", "metrics.csv", "0.91", "confusion_matrix.csv", "0.90", is_previous=True)
    told = contradiction_text(said)
    assert all(part in told for part in ("metrics.csv", "0.91", "confusion_matrix.csv", "0.90", "previous model"))


@pytest.mark.parametrize("reason", list(UnreadReason))
def test_a_file_that_is_not_used_is_named_with_its_reason(reason: UnreadReason) -> None:
    assert unread_text(Unread("metrics.csv", reason)).startswith("“metrics.csv” is not used: ")
    assert "x, A, B" in unread_text(Unread("metrics.csv", reason, "x, A, B"))


def test_the_business_s_own_measure_is_told_before_and_after() -> None:
    offers = CellValues(("yes", "no"), ((100.0, -50.0), (-10.0, 0.0)), "€")
    change = ValueChange(4200.0, 3400.0, 1000, Interval(-100.0, 1700.0))
    assert value_text(offers, change) == (
        "For 1,000 row(s), the new model’s predictions are worth 4,200 €, the other model’s 3,400 €: 800 € more."
        " That can be chance (95 % interval: 100 € less to 1,700 € more)."
    )
    assert value_text(TopHits("yes", 100), ValueChange(62.0, 55.5, 100)) == (
        "Of the 100 row(s) the new model is surest of, 62 are “yes”; of those the other model is surest of, 55.50 are."
    )
    for obstacle in ValueObstacle:
        assert value_text(offers, obstacle).startswith("Your measure cannot be ")
