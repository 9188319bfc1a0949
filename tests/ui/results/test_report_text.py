"""What the report says: everything a person needs who was not there, in the program's language."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from epa_gui.core.results.content import (
    ConfusionMatrix,
    Contradiction,
    ContradictionKind,
    Contribution,
    Direction,
    Measure,
    MetricKind,
    ResultsContent,
)
from epa_gui.core.results.judgement import verdict_of
from epa_gui.core.results.report import page_of
from epa_gui.core.results.value_measure import CellValues
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.report_controller import report_of

LABELS = ("no", "yes")
CONTENT = ResultsContent(
    matrix=ConfusionMatrix(LABELS, ((900, 100), (20, 30)), Direction.TOLD),
    previous_matrix=ConfusionMatrix(LABELS, ((890, 110), (25, 25)), Direction.TOLD),
    contributions=(Contribution("months", 0.9), Contribution("plan", 0.1)),
    previous_contributions=(Contribution("months", 0.4), Contribution("plan", 0.6)),
)


@pytest.fixture
def looked_at(qtbot: QtBot) -> LookedAt:
    return LookedAt(Subject(Path("results.zip"), "November"), CONTENT, verdict_of(CONTENT).note("ab" * 32))


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_the_business_measure_that_was_set_is_in_it(looked_at: LookedAt) -> None:
    measure = CellValues(LABELS, ((0.0, -5.0), (-100.0, 50.0)), "EUR")
    told = " ".join(report_of(looked_at, measure).sentences)
    assert "are worth" in told
    assert "EUR" in told
    assert "For every 100 rows" in " ".join(report_of(looked_at).sentences)


def test_what_stands_out_and_the_fingerprint_are_in_it(looked_at: LookedAt) -> None:
    report = report_of(looked_at)
    assert any("“plan”" in sentence for sentence in report.notable)
    page = page_of(report)
    assert "Also worth knowing" in page
    assert "ab" * 32 in page


def test_the_model_before_is_called_as_on_the_page_of_the_verdict(qtbot: QtBot) -> None:
    said = Contradiction(ContradictionKind.MATRIX, "", "a.csv", "1", "b.csv", "2", is_previous=True)
    content = replace(CONTENT, measures=(Measure("AUC", MetricKind.AUC, 0.8, 0.7),), contradictions=(said,))
    results = LookedAt(Subject(Path("results.zip"), "November"), content, verdict_of(content).note("ab" * 32))
    for is_against_live, name, other in (
        (True, "live model", "previous model"),
        (False, "previous model", "live model"),
    ):
        report = report_of(results, is_against_live=is_against_live)
        assert report.measures.headings[1] == name.capitalize()
        assert any(f"Confusion matrix ({name})" in sentence for sentence in report.notable)
        assert other not in page_of(replace(report, judged=())).casefold()


@pytest.mark.usefixtures("locale")
def test_the_language_is_that_of_the_texts_and_not_that_of_the_numbers(looked_at: LookedAt) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert '<html lang="en">' in page_of(report_of(looked_at))
    assert picture_words().fixed(1234.5, 1) == "1.234,5"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1_234_567.0, "1,234,567"), (12.3456, "12.35"), (0.645, "0.645"), (0.0, "0"), (-250_000.0, "-250,000")],
)
@pytest.mark.usefixtures("locale")
def test_numbers_are_written_as_people_do(qtbot: QtBot, value: float, text: str) -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert picture_words().number(value) == text
