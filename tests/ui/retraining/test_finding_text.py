"""Every finding can be told to a person."""

import re

import pytest

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.ui.retraining.finding_text import finding_words, place_text, short_place_text

_VALUES = {
    FindingKind.COLUMNS_DIFFER: ("months", "month"),
    FindingKind.LATE_LABELS: ("target", "gold"),
    FindingKind.LABELS_GONE: ("", "gold"),
    FindingKind.LABELS_NEW: ("", "gold"),
}


def _plain(text: str) -> str:
    """Without the marks around what is foreign."""
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_three_parts_with_nothing_left_unsaid(kind: FindingKind) -> None:
    values = _VALUES.get(kind, ("3", "5"))
    words = finding_words(Finding(kind, row=7, column=2, name="plan", count=30, total=60, values=values))
    for part in (words.happened, words.means, words.to_do):
        assert part
        assert not re.search(r"[{}]", part)
    assert words.happened.endswith(".")


def test_a_column_called_like_a_mark_is_shown_as_it_is() -> None:
    words = finding_words(Finding(FindingKind.MOSTLY_EMPTY, column=1, name="{percent}", count=9, total=10))
    assert words.happened == "“{percent}” is empty in 90 % of the rows."


def test_columns_that_differ_are_named() -> None:
    words = finding_words(Finding(FindingKind.COLUMNS_DIFFER, values=("months", "")))
    assert "Only in the training file: months." in _plain(words.means)
    assert "Only in the evaluation file" not in words.means


def test_a_wrong_separator_is_named() -> None:
    words = finding_words(Finding(FindingKind.ONE_COLUMN, row=1, values=(";",)))
    assert "“;”" in words.means
    assert "separated" not in finding_words(Finding(FindingKind.ONE_COLUMN, row=1, values=("",))).means


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (Finding(FindingKind.UNEVEN_ROW, row=12, column=3), "Row 12, column 3"),
        (Finding(FindingKind.MIXED_TYPES, row=12, column=3, name="plan"), "Row 12, column 3 “plan”"),
        (Finding(FindingKind.MOSTLY_EMPTY, column=3, name="plan"), "Column 3 “plan”"),
        (Finding(FindingKind.DUPLICATE_NAME, row=1, column=3, name="plan"), "Column names, column 3"),
        (Finding(FindingKind.COLUMNS_DIFFER, row=1), "Column names"),
        (Finding(FindingKind.NOT_DECODABLE, row=12), "Row 12"),
        (Finding(FindingKind.NO_BOM), ""),
    ],
)
def test_the_place_is_told_as_a_spreadsheet_counts(finding: Finding, text: str) -> None:
    assert place_text(finding) == text


def test_the_field_that_makes_a_column_text_is_named_with_its_row() -> None:
    finding = Finding(FindingKind.MISSING_WORDS, 17, 2, "age", 1, 200, ("number", "-"))
    happened = _plain(finding_words(finding).happened)
    assert happened.startswith("“age” counts as text because of “-” in row 17.")


@pytest.mark.parametrize("name", ["", " ", "\u3000"])
def test_a_column_without_a_name_is_told_by_its_number(name: str) -> None:
    finding = Finding(FindingKind.MOSTLY_EMPTY, column=4, name=name, count=9, total=10)
    assert finding_words(finding).happened == "Column 4 is empty in 90 % of the rows."
    assert place_text(finding) == "Column 4"
    chosen = Finding(FindingKind.TOO_MANY_CLASSES, column=4, name=name, total=200)
    assert finding_words(chosen).happened.startswith("Column 4 has more than 200 ")


@pytest.mark.parametrize(("runs", "text"), [(((1, 1),), "row 1"), (((1, 3),), "from row 1")])
def test_rows_above_the_names_are_told_as_rows(runs: tuple[tuple[int, int], ...], text: str) -> None:
    repair = Repair(RepairKind.ROWS, rows=runs)
    title = Finding(FindingKind.TITLE_LINE, 1, 1, "Sales", runs[0][1], values=("1",), repair=repair)
    assert short_place_text(title) == text
