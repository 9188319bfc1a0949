"""What a copy differs in is told in one plain line."""

import pytest

from epa_gui.core.dataset.repair import RepairKind, repair_of, step_of
from epa_gui.core.jobs.copy_step import CopyStep, from_json, to_json
from epa_gui.ui.base.repair_text import step_text

SHOWN = [
    (CopyStep("encoding"), "Converted to UTF-8"),
    (CopyStep("delimiter", name=";"), "Fields separated by commas instead of “;”"),
    (CopyStep("delimiter", name="\t"), "Fields separated by commas instead of tabs"),
    (CopyStep("delimiter"), "Fields separated by commas"),
    (CopyStep("rows", count=3, rows=((1, 3),)), "Rows 1–3 left out"),
    (CopyStep("rows", count=1, rows=((7, 7),)), "Row 7 left out"),
    (CopyStep("rows", count=3, rows=((1, 2), (9, 9))), "Rows 1–2, 9 left out"),
    (
        CopyStep("rows", count=6, rows=tuple((at, at) for at in range(1, 12, 2))),
        "6 rows left out: 1, 3, 5, 7, 9, …",
    ),
    (CopyStep("names", count=2), "Invisible characters and surrounding spaces removed from column names"),
    (
        CopyStep("characters", 2, "note", 36),
        "Invisible characters and surrounding spaces removed from column “note” (36 fields)",
    ),
    (
        CopyStep("characters", count=1),
        "Invisible characters and surrounding spaces removed from all columns (1 field)",
    ),
    (CopyStep("column", 4, "id"), "Column “id” left out"),
    (CopyStep("column", 4), "Column 4 left out"),
    (CopyStep("empty words", 2, "months", 36, words=("n/a",)), "36 fields of column “months” emptied: “n/a”"),
    (
        CopyStep("empty words", 2, "months", 1, words=("-", "n/a")),
        "1 field of column “months” emptied: “-”, “n/a”",
    ),
    (CopyStep("numbers", 2, "price", 90), "Numbers of column “price” written in plain digits (90 fields)"),
    (CopyStep("dates", 2, "day", 90), "Dates of column “day” written as YYYY-MM-DD (90 fields)"),
    (CopyStep("shuffled"), "shuffled"),
]


@pytest.mark.usefixtures("english_plurals")
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
