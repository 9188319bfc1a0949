"""The words for every finding, each in three parts: what it is and where, what it means, what to do."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.text.foreign_text import fill, isolated
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.retraining import finding_text_general
from epa_gui.ui.retraining.finding_text_characters import CHARACTER_FINDINGS, character_marks
from epa_gui.ui.retraining.finding_text_columns import COLUMN_FINDINGS, order_word
from epa_gui.ui.retraining.finding_text_encoding import ENCODING_FINDINGS, encoding_marks
from epa_gui.ui.retraining.finding_text_structure import STRUCTURE_FINDINGS

translate = QCoreApplication.translate
_MARK = re.compile(r"\{(\w+)\}")
_FINDINGS = {
    **finding_text_general.FINDINGS,
    **ENCODING_FINDINGS,
    **STRUCTURE_FINDINGS,
    **COLUMN_FINDINGS,
    **CHARACTER_FINDINGS,
}
"""One table a room of rules."""


def finding_words(finding: Finding) -> ProblemWords:
    """The three parts of a finding."""
    parts = (_fill(part, finding) for part in _FINDINGS[finding.kind])
    return ProblemWords(*parts)


def place_text(finding: Finding) -> str:
    """Where it is: row and column, as a spreadsheet counts; empty for no one place."""
    row, column = _number(finding.row), _number(finding.column)
    if finding.row == 1:
        where = translate("Finding", "Column names")
        return fill(translate("Finding", "{0}, column {1}"), where, column) if finding.column else where
    if finding.row and finding.column:
        if finding.name:
            return fill(translate("Finding", "Row {0}, column {1} “{2}”"), row, column, finding.name)
        return fill(translate("Finding", "Row {0}, column {1}"), row, column)
    if finding.row:
        return fill(translate("Finding", "Row {0}"), row)
    if finding.column:
        has_name = bool(finding.name.strip())
        text = translate("Finding", "Column {0} “{1}”") if has_name else translate("Finding", "Column {0}")
        return fill(text, column, finding.name)
    return ""


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


def _word(name: str) -> str:
    return order_word(type_word(name))


def _number(number: int) -> str:
    return QLocale().toString(number)


def _fill(text: str, finding: Finding) -> str:
    """Put the finding's numbers and examples in place of their marks."""
    if not text:
        return ""
    values = finding.values
    marks = {
        "count": _number(finding.count),
        "total": _number(finding.total),
        "percent": _number(100 * finding.count // finding.total if finding.total else 0),
        "name": finding.name,
        "row": _number(finding.row),
        "first": _word(values[0]) if values else "",
        "second": _word(values[1]) if len(values) > 1 else "",
        "examples": _listed(values, 0),
        "some": _listed(values, finding.count),
        "labels": _listed(values[1:], finding.count),
        "hint": _separator_hint(finding),
        "lists": _differing(finding),
        "said": values[0] if values else "",
        **character_marks(finding),
        **encoding_marks(finding),
    }
    # In one go: a column may well be called “{count}”.
    text = _without_name(translate("Finding", text), finding)
    return _MARK.sub(lambda found: isolated(marks.get(found[1], found[0])), text).strip()


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
    listed = ", ".join(fill(translate("Finding", "“{0}”"), value) if value else blank for value in values)
    more = count - len(values)
    return fill(translate("Finding", "{0} and {1} more"), listed, _number(more)) if more > 0 and values else listed


def _separator_hint(finding: Finding) -> str:
    if finding.kind is not FindingKind.ONE_COLUMN or not finding.values or not finding.values[0]:
        return ""
    text = translate("Finding", "Its fields seem to be separated by “{0}”, which the service does not read.")
    return fill(text, finding.values[0].replace(" ", translate("Finding", "blanks")))


def _differing(finding: Finding) -> str:
    if finding.kind is not FindingKind.COLUMNS_DIFFER:
        return ""
    missing, extra = finding.values
    parts = []
    if missing:
        parts.append(fill(translate("Finding", "Missing in it: {0}."), missing))
    if extra:
        parts.append(fill(translate("Finding", "Only in it: {0}."), extra))
    return " ".join(parts)
