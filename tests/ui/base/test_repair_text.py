"""What a copy differs in is told in one plain line."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from epa_gui.core.dataset.repair import RepairKind, repair_of, step_of
from epa_gui.core.jobs.copy_step import CopyStep, from_json, to_json
from epa_gui.process.resource_files import ENGLISH, catalogue_folder
from epa_gui.ui.base.repair_text import step_text

SHOWN = [
    (CopyStep("encoding"), "Send as UTF-8"),
    (CopyStep("delimiter", name=";"), "Send with commas instead of “;”"),
    (CopyStep("delimiter", name="\t"), "Send with commas instead of tabs"),
    (CopyStep("delimiter"), "Send with commas between the fields"),
    (CopyStep("rows", count=3, rows=((1, 3),)), "Leave out rows 1–3"),
    (CopyStep("rows", count=1, rows=((7, 7),)), "Leave out row 7"),
    (CopyStep("rows", count=3, rows=((1, 2), (9, 9))), "Leave out rows 1–2, 9"),
    (
        CopyStep("rows", count=6, rows=tuple((at, at) for at in range(1, 12, 2))),
        "Leave out 6 rows: 1, 3, 5, 7, 9, …",
    ),
    (CopyStep("names", count=2), "Remove invisible characters and surrounding spaces from column names"),
    (
        CopyStep("characters", 2, "note", 36),
        "Remove invisible characters and surrounding spaces from column “note” (36 fields)",
    ),
    (
        CopyStep("characters", count=1),
        "Remove invisible characters and surrounding spaces from all columns (1 field)",
    ),
    (CopyStep("column", 4, "id"), "Leave out column “id”"),
    (CopyStep("column", 4), "Leave out column 4"),
    (CopyStep("empty words", 2, "months", 36, words=("n/a",)), "Empty 36 fields of column “months” that contain “n/a”"),
    (
        CopyStep("empty words", 2, "months", 1, words=("-", "n/a")),
        "Empty 1 field of column “months” that contains “-”, “n/a”",
    ),
    (CopyStep("numbers", 2, "price", 90), "Write the numbers of column “price” in plain digits (90 fields)"),
    (CopyStep("dates", 2, "day", 90), "Write the dates of column “day” as YYYY-MM-DD (90 fields)"),
    (CopyStep("shuffled"), "shuffled"),
]


@pytest.fixture
def _english(qapp: QCoreApplication) -> Iterator[None]:
    """With the plural forms of English."""
    plurals = QTranslator()
    assert plurals.load(f"epa_gui_{ENGLISH}", str(catalogue_folder()))
    qapp.installTranslator(plurals)
    yield
    qapp.removeTranslator(plurals)


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(("step", "text"), SHOWN)
def test_a_step_is_told(step: CopyStep, text: str) -> None:
    assert step_text(step) == text


def test_every_kind_of_repair_is_told() -> None:
    assert {step.kind for step, _ in SHOWN} >= set(RepairKind)


@pytest.mark.parametrize("step", [step for step, _ in SHOWN])
def test_a_step_is_kept_and_done_again(step: CopyStep) -> None:
    assert from_json(to_json([step])) == (step,)
    repair = repair_of(step)
    assert (repair is None) == (step.kind == "shuffled")
    assert repair is None or step_of(repair, step.name, step.count) == step
