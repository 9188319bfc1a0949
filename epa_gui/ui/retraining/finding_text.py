"""The words for every finding, each in three parts: what it is and where, what it means, what to do."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.ui.base import joining
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.retraining import finding_text_general
from epa_gui.ui.retraining.finding_sentence import QT_TRANSLATE_NOOP, Part, sentences
from epa_gui.ui.retraining.finding_text_characters import CHARACTER_FINDINGS, character_marks
from epa_gui.ui.retraining.finding_text_columns import COLUMN_FINDINGS
from epa_gui.ui.retraining.finding_text_encoding import ENCODING_FINDINGS, encoding_marks
from epa_gui.ui.retraining.finding_text_structure import STRUCTURE_FINDINGS

translate = QCoreApplication.translate
_MARK = re.compile(r"\{(\w+)\}")
_MOST_NAMES = 5
"""Of columns that differ, so many are named."""

_AND_MORE = QT_TRANSLATE_NOOP("Finding", "{0} and %Ln more", "", 1)
_FINDINGS: dict[FindingKind, tuple[Part, Part, Part]] = {
    **finding_text_general.FINDINGS,
    **ENCODING_FINDINGS,
    **STRUCTURE_FINDINGS,
    **COLUMN_FINDINGS,
    **CHARACTER_FINDINGS,
}
"""One table a room of rules."""


def finding_words(finding: Finding) -> ProblemWords:
    """The three parts of a finding."""
    marks = _marks(finding)
    parts = (_said(part, finding, marks) for part in _FINDINGS[finding.kind])
    return ProblemWords(*parts)


def place_text(finding: Finding) -> str:
    """Where it is: row and column, as a spreadsheet counts; empty for no one place."""
    row, column = _number(finding.row), _number(finding.column)
    if finding.row == 1:
        text = (
            translate("Finding", "Column names, column {1}") if finding.column else translate("Finding", "Column names")
        )
    elif finding.row and finding.column:
        with_name = translate("Finding", "Row {0}, column {1} “{2}”")
        text = with_name if finding.name else translate("Finding", "Row {0}, column {1}")
    elif finding.row:
        text = translate("Finding", "Row {0}")
    elif finding.column:
        with_name = translate("Finding", "Column {1} “{2}”")
        text = with_name if finding.name.strip() else translate("Finding", "Column {1}")
    else:
        return ""
    return fill(text, row, column, finding.name)


def finding_line(finding: Finding) -> str:
    """What a finding is, for a line of its own: without the full stop."""
    return finding_words(finding).happened.removesuffix(".").removesuffix("。")


def short_place_text(finding: Finding) -> str:
    """Where it is, in few words; a column's name stands in the finding's own sentence."""
    row, column = _number(finding.row), _number(finding.column)
    if finding.row > 1 and finding.column:
        return fill(translate("Finding", "row {0}, column {1}"), row, column)
    if finding.row > 1 or (finding.repair is not None and finding.repair.rows):
        text = translate("Finding", "from row {0}") if finding.count > 1 else translate("Finding", "row {0}")
        return fill(text, row)
    if finding.column:
        return fill(translate("Finding", "column {0}"), column)
    return translate("Finding", "column names") if finding.row else translate("Finding", "whole file")


def type_word(name: str) -> str:
    """A column's type as people know it."""
    match name:
        case "number":
            return translate("ColumnType", "number")
        case "date":
            return translate("ColumnType", "date")
        case "text":
            return translate("ColumnType", "text")
        case "empty":
            return translate("ColumnType", "empty")
    return name


def _number(number: int) -> str:
    return QLocale().toString(number)


def _said(part: Part, finding: Finding, marks: dict[str, str]) -> str:
    """One part, with the finding's numbers and examples in place of their marks."""
    said = (_without_name(text, finding) for text in sentences(part, finding))
    # In one go: a column may well be called “{count}”.
    return joining.sentences(*(_MARK.sub(lambda found: isolated(marks.get(found[1], found[0])), text) for text in said))


def _marks(finding: Finding) -> dict[str, str]:
    """What stands for the marks in the texts of a finding."""
    values = finding.values
    first, second = (*values, "", "")[:2]
    return {
        "total": _number(finding.total),
        "percent": _number(100 * finding.count // finding.total if finding.total else 0),
        "name": finding.name,
        "text": finding.name,
        "row": _number(finding.row),
        "said": first,
        "second": second,
        "type": type_word(first),
        "now": type_word(second),
        "examples": _listed(values, 0),
        "some": _listed(values, finding.count),
        "numbers": _with_more(_list_separator().join(values), finding.count - len(values)),
        "labels": _listed(values[1:], finding.count),
        "missing": _with_more(first, finding.count - _MOST_NAMES),
        "extra": _with_more(second, finding.total - _MOST_NAMES),
        **character_marks(finding),
        **encoding_marks(finding),
    }


def _without_name(text: str, finding: Finding) -> str:
    """Where a column has no name, its number."""
    if finding.name.strip() or not finding.column:
        return text
    number = _number(finding.column)
    named = translate("Finding", "“{name}”")
    first = fill(translate("Finding", "Column {0}"), number)
    text = first + text.removeprefix(named) if text.startswith(named) else text
    return text.replace(named, fill(translate("Finding", "column {0}"), number))


def _listed(values: tuple[str, ...], count: int) -> str:
    """Some of `count` values, and that there are more."""
    blank = translate("Finding", "(no name)")
    listed = [fill(translate("Finding", "“{0}”"), value) if value else blank for value in values]
    return _with_more(_list_separator().join(listed), count - len(values))


def _list_separator() -> str:
    return translate("Finding", ", ", "between the items of a list")


def _with_more(listed: str, more: int) -> str:
    """A list, and how many more there are."""
    if not listed or more <= 0:
        return listed
    return fill(QCoreApplication.translate("Finding", _AND_MORE, "", more), listed)
