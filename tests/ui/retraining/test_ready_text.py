"""What is known before a file is sent is said as it is, and what is not known is said too."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveKind
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.core.history.deployment import Deployment, LiveApi, Switch, SwitchOutcome
from epa_gui.core.jobs.estimate import Measure
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile
from epa_gui.ui.retraining.form_state import FormState, form_state
from epa_gui.ui.retraining.model_facts import ModelFacts
from epa_gui.ui.retraining.ready_text import evaluation_text, file_text, live_text, ready_facts
from tests.ui.retraining.inspections import COLUMNS, NO_BOM, fixable, inspection, reading

NOW = 1_794_000_000.0  # 6 November 2026
DAY = 86400.0
MODEL = Model("m", "Churn", target="left", key_ends_at=NOW + 20 * DAY, key_end_said="2026-11-26")
FACTS = ModelFacts(NOW, MODEL, measure=Measure(5400.0, 3, 0.0, 0))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Numbers as English has them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


def _fact(name: str, found: Inspection, facts: ModelFacts = FACTS) -> str:
    return next(fact.text for fact in ready_facts(found, facts) if fact.name == name)


def _last(columns: tuple[ColumnProfile, ...] = COLUMNS, rows: int = 290) -> ModelFacts:
    return replace(FACTS, last=Profile("m", "j", NOW - DAY, "October.csv", columns, rows, 1, "", ""))


def test_there_are_four_facts_each_with_something_known() -> None:
    facts = ready_facts(inspection(), FACTS)
    assert [fact.name for fact in facts] == [
        "Compared with the last file",
        "Encoding",
        "Smallest difference",
        "API key",
    ]
    assert all(fact.text for fact in facts)


def test_the_facts_are_told_in_one_manner_each_begins_with_a_capital_and_none_ends_with_a_full_stop() -> None:
    facts = ready_facts(inspection(), FACTS)
    facts += ready_facts(inspection(), replace(FACTS, model=replace(MODEL, key_ends_at=None), last=None))
    facts += ready_facts(inspection(), _last())
    facts += ready_facts(
        inspection(training=replace(reading(), columns=(replace(COLUMNS[0], all_differ=True),))), FACTS
    )
    assert [fact.text for fact in facts if fact.text[0].islower() or fact.text.endswith(".")] == []


def test_while_it_is_read_nothing_is_claimed() -> None:
    assert {fact.text for fact in ready_facts(inspection(is_reading=True), FACTS)} == {"…"}


def test_the_first_file_has_nothing_to_be_compared_with() -> None:
    assert "the first file sent from here" in _fact("Compared with the last file", inspection())


@pytest.mark.parametrize(
    ("rows", "said"),
    [(290, "10 row(s) more (+3 %)"), (300, "the same number of rows"), (400, "100 row(s) fewer (−25 %)")],
)
def test_it_is_compared_with_the_last_file(rows: int, said: str) -> None:
    text = _fact("Compared with the last file", inspection(), _last(rows=rows))
    assert text == f"The same 3 column(s) and types · 2 class(es) as before · {said}"


def test_other_columns_and_classes_are_not_called_the_same() -> None:
    other = (COLUMNS[0], COLUMNS[1], replace(COLUMNS[2], labels=("yes", "no", "maybe")))
    assert "class(es) as before" not in _fact("Compared with the last file", inspection(), _last(other))
    typed = (replace(COLUMNS[0], type=ColumnType.TEXT), *COLUMNS[1:])
    assert "3 column(s), 2 of them as before" in _fact("Compared with the last file", inspection(), _last(typed))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (300, "About 5.1 points of accuracy, by two-fold cross-validation"),
        (500, "About 4.0 points of accuracy, by two-fold cross-validation"),
        (
            12_400,
            ("About 2.5 points of accuracy: each retraining is evaluated on another tenth, about 1,240 row(s)"),
        ),
    ],
)
def test_without_an_evaluation_file_it_says_what_the_service_does(rows: int, said: str) -> None:
    assert said in _fact("Smallest difference", inspection(training=reading(rows)))


def test_with_an_evaluation_file_it_says_the_smallest_difference() -> None:
    found = inspection(evaluation=[])
    assert _fact("Smallest difference", found) == "About 2.8 points of accuracy; a smaller one may be chance"


def test_the_encoding_is_that_of_what_is_sent() -> None:
    assert _fact("Encoding", inspection()) == "UTF-8 with BOM"
    utf_8 = reading(encoding=Encoding.UTF_8)
    assert _fact("Encoding", inspection(mended=[NO_BOM], training=utf_8)) == "UTF-8 without BOM, sent as UTF-8 with BOM"
    fixed = inspection(mended=[fixable(1)], training=reading(encoding=Encoding.ASCII))
    assert _fact("Encoding", fixed) == "ASCII characters only, sent as UTF-8 with BOM", "as every copy is"
    both = inspection(evaluation=[], training=reading(encoding=Encoding.SHIFT_JIS))
    assert _fact("Encoding", both) == "Training file: Shift_JIS, evaluation file: UTF-8 with BOM"


@pytest.mark.parametrize(
    ("changed", "measure", "said", "needs_attention"),
    [
        ({}, FACTS.measure, "; the training takes about 1 h 30 min and should end before that", False),
        ({}, None, "how long the training takes is not known yet", False),
        ({"key_ends_at": None}, FACTS.measure, "Expiry not known", False),
        ({"key_end_said": ""}, FACTS.measure, "Expires about ", False),
        (
            {"key_ends_at": NOW + 600},
            FACTS.measure,
            "but the training takes about 1 h 30 min: renew the key first",
            True,
        ),
        ({"key_ends_at": NOW - DAY}, FACTS.measure, ": enter a new key", True),
    ],
)
def test_the_key_is_measured_against_the_training(
    changed: dict[str, object], measure: Measure | None, said: str, needs_attention: bool
) -> None:
    facts = replace(FACTS, model=replace(MODEL, **changed), measure=measure)  # type: ignore[arg-type]
    fact = ready_facts(inspection(), facts)[-1]
    assert said in fact.text
    assert fact.needs_attention is needs_attention


def test_what_is_live_is_said_as_far_as_it_is_known() -> None:
    switch = Switch("s", "m", "j", "September data", outcome=SwitchOutcome.DONE, at=NOW - DAY, ended_at=NOW - DAY)
    live = replace(FACTS, deployment=Deployment(live=switch), live_title="September data")
    assert live_text(live).startswith("live: September data, since ")
    assert live_text(FACTS) == "live: the original model, or one switched elsewhere"
    unsure = replace(live, deployment=Deployment(live=switch, open=(replace(switch, outcome=None),)))
    assert live_text(unsure) == "live: not known for certain"
    assert live_text(ModelFacts()) == ""


def _api(kind: LiveKind, status: ClassifierStatus = ClassifierStatus.RUNNING, number: int = 1001) -> LiveApi:
    return LiveApi(Classifier("c", number, status), kind, NOW)


@pytest.mark.parametrize(
    ("apis", "said"),
    [
        ((_api(LiveKind.ORIGINAL),), "live: the original model"),
        ((_api(LiveKind.OTHER, number=4711),), "live: model 4711, which is not a job in this list"),
        (
            (_api(LiveKind.ORIGINAL, ClassifierStatus.BUILDING),),
            "live: nothing yet, because the prediction API is being built",
        ),
        ((), "live: nothing, because the model has no prediction API"),
    ],
)
def test_what_the_service_says_is_live_is_said_without_a_doubt(apis: tuple[LiveApi, ...], said: str) -> None:
    assert live_text(replace(FACTS, deployment=Deployment(apis=apis, is_said=True))) == said


def test_below_the_training_file_stands_what_it_holds() -> None:
    text = file_text(inspection(training=reading(12_400)), Role.TRAINING)
    assert text == "12,400 row(s) · 3 column(s) · UTF-8 with BOM · 20 bytes"
    read_so_far = replace(reading(221, is_whole=False), is_over=False)
    assert file_text(inspection(training=read_so_far), Role.TRAINING) == "3 column(s) · UTF-8 with BOM · 20 bytes"
    assert "not read to the end" in file_text(inspection(training=replace(reading(), is_whole=False)), Role.TRAINING)


@pytest.mark.parametrize(
    ("last", "said"),
    [("", "to evaluate the new model on"), ("1000", "the same as last time"), ("7", "not the same as last time")],
)
def test_below_the_evaluation_file_stands_what_it_brings(last: str, said: str) -> None:
    assert said in evaluation_text(inspection(evaluation=[]), replace(FACTS, last_evaluation=last))


def test_without_an_evaluation_file_it_says_what_one_is_good_for() -> None:
    assert "retrainings can be compared" in evaluation_text(inspection(), FACTS)


def test_columns_of_ids_are_a_fact_of_a_file_that_is_all_well() -> None:
    id_column, *others = COLUMNS
    found = inspection(training=replace(reading(), columns=(replace(id_column, all_differ=True), *others)))
    assert form_state(found) is FormState.READY
    assert "Nearly every row has a different value in “id”" in _fact("IDs and names", found)
    predicted = replace(FACTS, model=replace(MODEL, target="id"))
    assert "IDs and names" not in {fact.name for fact in ready_facts(found, predicted)}
