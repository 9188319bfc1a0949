"""The verdict's page: the answer, its numbers and what they mean, readable whatever the names."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.verdict_note import Answer, Missing, Rule, VerdictNote
from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contradiction,
    ContradictionKind,
    Contribution,
    Direction,
    Measure,
    MetricKind,
    PredictionKind,
    ResultsContent,
    Tendency,
)
from epa_gui.core.results.pictures.figures import MetricBar
from epa_gui.core.results.pictures.gallery import pictures_of
from epa_gui.core.results.value_measure import CellValues
from epa_gui.process.language import install_language
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.measures_table import measure_meaning, measure_name, measures_icons, measures_table
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.verdict_page import VerdictPage

JOB = JobKey("model", "job")


def note(answer: Answer = Answer.BETTER, **more: object) -> VerdictNote:
    told = {"rule": Rule.PROBABILITIES, "metric": "AUC", "rows": 2400, "previous": 0.7, "this": 0.8, "gain": 0.1}
    kind = MetricKind.AUC.value
    return VerdictNote(answer, **{**told, "metric": kind, "main_metric": kind, **more})  # type: ignore[arg-type]


def matrix(labels: tuple[str, ...], counts: tuple[tuple[int, ...], ...]) -> ConfusionMatrix:
    return ConfusionMatrix(labels, counts, Direction.TOLD, "confusion_matrix.csv")


def looked_at(content: ResultsContent, verdict: VerdictNote, job: JobKey | None = JOB) -> LookedAt:
    return LookedAt(Subject(Path("r.zip"), "November", job, "Churn", "churned"), content, verdict)


def labels(page: VerdictPage) -> list[str]:
    """What can be read on it."""
    return [label.text().replace("\u200b", "") for label in page.findChildren(QLabel) if label.isVisible()]


def buttons(page: VerdictPage) -> list[str]:
    return [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]


@pytest.fixture
def japanese(qapp: QCoreApplication) -> Iterator[None]:
    """In Japanese."""
    installed = install_language(qapp, "ja")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.fixture
def page(qtbot: QtBot) -> VerdictPage:
    page = VerdictPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (Answer.BETTER, "Clearly better"),
        (Answer.WORSE, "Clearly worse"),
        (Answer.NO_DIFFERENCE, "No clear difference"),
        (Answer.CANNOT_TELL, "Cannot be told from these files"),
    ],
)
def test_the_answer_is_a_label_of_its_own(page: VerdictPage, answer: Answer, text: str) -> None:
    page.show_results(looked_at(ResultsContent(), note(answer)))
    assert text in labels(page)
    assert page.answer.accessibleName() == text


def test_the_numbers_stand_beside_each_other_with_room_for_what_they_are(page: VerdictPage) -> None:
    page.show_results(looked_at(ResultsContent(), note(stars=4, previous_stars=3, low=0.05, high=0.15)))
    page.grab()
    for first, second in (page._captions, page._stars, page._figures):
        assert first.geometry().right() < second.geometry().left(), "they overlap"
    for caption in page._captions:
        assert caption.fontMetrics().horizontalAdvance(caption.text()) <= caption.width()


def test_the_page_says_what_is_predicted_and_by_which_rule_it_was_judged(page: VerdictPage) -> None:
    page.show_results(looked_at(ResultsContent(), note()))
    assert "November · Churn · Predictions of “churned”" in labels(page)
    assert "DeLong’s test" in page._rule.text()
    assert page._rules.accessibleName() == "How this is judged"


def test_what_the_page_shows_as_numbers_it_does_not_say_in_sentences_too(page: VerdictPage) -> None:
    page.show_results(looked_at(ResultsContent(), note(low=0.05, high=0.15)))
    assert page.reasons.accessibleName().startswith("Both models were evaluated on the same 2400 row(s).")
    assert "0.7" not in page.reasons.text()
    assert page.strip.accessibleDescription() == "0.100 better (95 % interval: 0.05 to 0.15 better)"


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize(
    ("answer", "is_just", "text"),
    [
        (Answer.BETTER, False, "今回のモデルは明らかに良い"),
        (Answer.WORSE, False, "今回のモデルは明らかに悪い"),
        (Answer.BETTER, True, "今回のモデルはわずかに良い"),
        (Answer.WORSE, True, "今回のモデルはわずかに悪い"),
        (Answer.NO_DIFFERENCE, False, "2つのモデルに明らかな差なし"),
        (Answer.CANNOT_TELL, False, "この結果からは判定できません"),
    ],
)
def test_in_japanese_the_headline_says_what_it_is_about(
    page: VerdictPage, answer: Answer, is_just: bool, text: str
) -> None:
    page.show_results(looked_at(ResultsContent(), note(answer, is_just=is_just)))
    assert page.answer.accessibleName() == text


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize(
    ("wrong", "told"), [(240, "10行です (比較対象のモデルでは1行)"), (7, "1行未満です (比較対象のモデルでは1行)")]
)
def test_in_japanese_rows_are_counted_as_rows(page: VerdictPage, wrong: int, told: str) -> None:
    new, old = ((("no", "yes"), ((1276 - false, false), (203, 921))) for false in (wrong, 26))
    page.show_results(looked_at(ResultsContent(matrix=matrix(*new), previous_matrix=matrix(*old)), note()))
    (said,) = [text for text in labels(page) if text.startswith("100行あたり")]
    assert said.endswith(f"「yes」以外の行を誤って「yes」と予測するのは{told}。")


def test_a_few_errors_are_not_told_as_none(page: VerdictPage) -> None:
    """7 of 2,400 are 0.3 of 100."""
    two = matrix(("no", "yes"), ((1269, 7), (500, 624)))
    page.show_results(looked_at(ResultsContent(matrix=two), note()))
    assert any("with fewer than 1 falsely predicted as “yes”" in text for text in labels(page)), labels(page)


def test_the_model_before_has_one_name_on_the_page_the_live_one_where_it_is_that(page: VerdictPage) -> None:
    measures = (Measure("AUC", MetricKind.AUC, 0.8, 0.7),)
    for number, answer in enumerate(Answer):
        note_of = note(answer, new_only=60, old_only=45, rule=Rule.ROWS_OF_CLASSES)
        page.show_compared(is_against_live=bool(number % 2))
        page.show_results(looked_at(ResultsContent(measures=measures), note_of))
        for is_against_live in (True, False):
            page.show_compared(is_against_live=is_against_live)
            name, other = ("live model", "previous model") if is_against_live else ("previous model", "live model")
            assert f"AUC, {name}" in labels(page)
            assert page.measures.model().headerData(1, Qt.Orientation.Horizontal).strip() == name.capitalize()
            said = " ".join(labels(page))
            assert other not in said
            assert "old model" not in said


def test_how_it_is_judged_is_one_click_away(page: VerdictPage) -> None:
    page.show_results(looked_at(ResultsContent(), note()))
    before = len(labels(page))
    page._rules.click()
    assert any("McNemar’s exact test" in text for text in labels(page))
    assert len(labels(page)) > before + 10


def test_more_than_two_classes_can_have_their_costs(page: VerdictPage) -> None:
    """For two, what is found is told by itself; for more there is no such sentence, but the button has to be there."""
    three = matrix(("a", "b", "c"), ((5, 1, 0), (0, 5, 1), (1, 0, 5)))
    page.show_results(looked_at(ResultsContent(matrix=three, previous_matrix=three), note()))
    assert "What an error costs…" in buttons(page)


def test_where_numbers_are_predicted_nobody_is_asked_what_an_error_costs(page: VerdictPage) -> None:
    page.show_results(looked_at(ResultsContent(), note()))
    assert "What an error costs…" not in buttons(page)


def test_a_file_of_no_model_is_not_asked_for_what_is_kept_with_the_model(page: VerdictPage) -> None:
    two = matrix(("no", "yes"), ((50, 10), (10, 30)))
    page.show_results(looked_at(ResultsContent(matrix=two, previous_matrix=two), note(), None))
    assert any("For every 100 rows" in text for text in labels(page))
    assert "What an error costs…" not in buttons(page)


def test_the_own_measure_is_shown_before_and_after(page: VerdictPage) -> None:
    new, old = matrix(("no", "yes"), ((50, 10), (10, 30))), matrix(("no", "yes"), ((45, 15), (15, 25)))
    costs = CellValues(("no", "yes"), ((0.0, -1.0), (-5.0, 0.0)), "€")
    page.show_results(looked_at(ResultsContent(matrix=new, previous_matrix=old), note()), costs)
    assert any("are worth -60 €, the other model’s -90 €" in text for text in labels(page)), labels(page)


def test_only_what_was_judged_has_the_answer_s_mark() -> None:
    measures = (Measure("AUC", MetricKind.AUC, 0.8, 0.7), Measure("Recall", MetricKind.RECALL, 0.6, 0.5))
    results = looked_at(ResultsContent(measures=measures), note())
    assert measures_icons(results) == ("finished", "unknown")
    assert [row[-1] for row in measures_table(results).rows] == ["Clearly better", "Better, not tested"]


def of_rows(new_only: int, old_only: int, *measures: Measure, **more: object) -> ResultsContent:
    """Results that tell in how many rows one model alone was right."""
    tendency = Tendency(2300 - new_only - old_only, new_only, old_only, 100)
    return ResultsContent(PredictionKind.BINARY, measures, tendency=tendency, **more)  # type: ignore[arg-type]


WRONG = "AUC decides, but accuracy fell: 172 rows are newly wrong, 121 newly right."
RIGHT = "AUC decides, but accuracy rose: 172 rows are newly right, 121 newly wrong."


@pytest.mark.parametrize(
    ("answer", "rows", "told"),
    [
        (Answer.NO_DIFFERENCE, (121, 172), WRONG),
        (Answer.BETTER, (121, 172), WRONG),
        (Answer.NO_DIFFERENCE, (172, 121), RIGHT),
        (Answer.WORSE, (172, 121), RIGHT),
        (Answer.WORSE, (121, 172), ""),
        (Answer.BETTER, (172, 121), ""),
        (Answer.NO_DIFFERENCE, (98, 92), ""),
    ],
)
def test_rows_that_clearly_speak_against_the_answer_are_told_beside_it(
    page: VerdictPage, answer: Answer, rows: tuple[int, int], told: str
) -> None:
    page.show_results(looked_at(of_rows(*rows), note(answer)))
    said = [text for text in labels(page) if text.startswith("AUC decides")]
    assert said == ([f"{told} That is unlikely to be chance."] if told else [])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((121, 172), "Accuracy fell: 172 rows are newly wrong, 121 newly right. That is unlikely to be chance."),
        ((172, 121), "Accuracy rose: 172 rows are newly right, 121 newly wrong. That is unlikely to be chance."),
    ],
)
def test_where_nothing_can_be_told_no_metric_is_said_to_decide(
    page: VerdictPage, rows: tuple[int, int], told: str
) -> None:
    """Rows can be clear although two files disagree about the metric that would decide."""
    said = Contradiction(ContradictionKind.METRIC, "AUC", "a.csv", "0.8", "b.csv", "0.7", MetricKind.AUC)
    untold = note(Answer.CANNOT_TELL, missing=Missing.AGREEMENT)
    page.show_results(looked_at(of_rows(*rows, contradictions=(said,)), untold))
    assert told in labels(page)
    assert not any("decides" in text for text in labels(page))


def test_what_speaks_against_the_answer_stands_above_the_table(page: VerdictPage) -> None:
    """With large letters the table fills the window: below it nobody would see why one line of it is red."""
    measures = (
        Measure("AUC", MetricKind.AUC, 0.7, 0.8),
        Measure("Accuracy", MetricKind.ACCURACY, 2128 / 2400, 2179 / 2400),
    )
    page.show_results(looked_at(of_rows(121, 172, *measures), note(Answer.NO_DIFFERENCE)))
    page.grab()
    assert page._notable.isVisible()
    assert page._notable.geometry().bottom() < page.measures.geometry().top()


def test_precision_that_fell_far_is_told_under_a_better_model_as_not_tested(page: VerdictPage) -> None:
    fallen = Measure("Precision", MetricKind.PRECISION, 0.796, 0.9219)
    page.show_results(looked_at(of_rows(172, 121, fallen), note()))
    assert "AUC decides, but precision fell from 92.2 % to 79.6 %, which is not tested." in labels(page)


def test_one_thing_is_notable_the_gravest(page: VerdictPage) -> None:
    fallen = Measure("Recall", MetricKind.RECALL, 0.6, 0.9)
    columns = {
        "contributions": (Contribution("age", 0.8), Contribution("plan", 0.2)),
        "previous_contributions": (Contribution("age", 0.2), Contribution("plan", 0.8)),
    }
    page.show_results(looked_at(of_rows(121, 172, fallen, **columns), note()))
    assert any(text.startswith(WRONG) for text in labels(page))
    assert not any("recall fell" in text or "total contribution" in text for text in labels(page))
    page.show_results(looked_at(of_rows(98, 92, **columns), note()))
    assert sum("total contribution" in text for text in labels(page)) == 1


@pytest.mark.parametrize(
    ("rows", "meaning", "mark"),
    [
        ((121, 172), "Worse, unlikely to be chance", "failed"),
        ((172, 121), "Better, unlikely to be chance", "finished"),
        ((98, 92), "Better, but this can be chance", "info"),
        ((92, 98), "Worse, but this can be chance", "info"),
        ((95, 95), "The same", "info"),
    ],
)
def test_accuracy_is_tested_where_it_is_known_which_model_was_right_how_often(
    rows: tuple[int, int], meaning: str, mark: str
) -> None:
    both_right = 2300 - sum(rows)
    this, previous = ((both_right + alone) / 2400 for alone in rows)
    measures = (
        Measure("AUC", MetricKind.AUC, 0.8, 0.7),
        Measure("Recall", MetricKind.RECALL, 0.6, 0.5),
        Measure("Accuracy", MetricKind.ACCURACY, this, previous),
    )
    results = looked_at(of_rows(*rows, *measures), note())
    assert measures_icons(results) == ("finished", "unknown", mark)
    assert [row[-1] for row in measures_table(results).rows] == ["Clearly better", "Better, not tested", meaning]


@pytest.mark.parametrize(
    ("answer", "is_better"),
    [(Answer.BETTER, True), (Answer.WORSE, False), (Answer.NO_DIFFERENCE, None), (Answer.CANNOT_TELL, None)],
)
def test_the_picture_of_the_metrics_says_the_same_words_as_the_table(answer: Answer, is_better: bool | None) -> None:
    measures = (Measure("AUC", MetricKind.AUC, 0.8, 0.7), Measure("Recall", MetricKind.RECALL, 0.6, 0.5))
    results = looked_at(ResultsContent(measures=measures), note(answer))
    meaning_of = partial(measure_meaning, note=results.verdict)
    picture = pictures_of(results.content, picture_words(), lambda measure: measure.name, meaning_of)[0]
    bars = [bar for bar in picture.figures if isinstance(bar, MetricBar)]  # type: ignore[union-attr]
    in_table = [row[-1] for row in measures_table(results).rows]
    assert [bar.meaning.text for bar in bars] == in_table == [row[-1] for row in picture.table.rows]
    assert [bar.meaning.is_better for bar in bars] == [is_better, None], "only what was tested has a colour"


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("正解率", MetricKind.ACCURACY, "Accuracy 正解率"),
        ("分類精度 (AUC)", MetricKind.AUC, "分類精度 (AUC)"),
        ("R squared", MetricKind.R_SQUARED, "R²"),
        ("Gini", None, "Gini"),
    ],
)
def test_a_measure_is_called_by_its_name_here_and_by_that_of_the_file(
    name: str, kind: MetricKind | None, shown: str
) -> None:
    assert measure_name(Measure(name, kind, 0.8, 0.7)) == shown


def test_long_names_wrap_and_nothing_is_wider_than_the_page(page: VerdictPage) -> None:
    long = "解約するかどうか" * 25
    two = matrix((long, f"{long}2"), ((50, 10), (10, 30)))
    content = ResultsContent(matrix=two, previous_matrix=two, measures=(Measure(long, None, 0.8, 0.7),))
    page.resize(600, 700)
    page.show_results(looked_at(content, note()))
    page.grab()
    inner = page.widget()
    assert inner is not None
    assert inner.width() <= page.viewport().width()


def test_nothing_has_to_be_scrolled_sideways_where_the_window_is_narrow_for_its_letters(
    page: VerdictPage, qtbot: QtBot
) -> None:
    page.show_results(looked_at(ResultsContent(), note(low=0.05, high=0.15, new_only=1234, old_only=1023)))
    page.resize(page.fontMetrics().height() * 19, 500)
    qtbot.waitUntil(lambda: page.viewport().width() < page.fontMetrics().height() * 20)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
