"""The words for what the copy that is sent differs in from its file: one line each, as something done."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import listed

translate = QCoreApplication.translate

_MOST_RUNS = 5
_MOST_WORDS = 3
_MOST_WHOLE = 2**53
_MOST_COUNTED = 2**31 - 1


def step_text(step: CopyStep) -> str:
    """One thing the copy differs in; what a newer version knows is told as it stands there."""
    written = _TEXTS.get(step.kind)
    return written(step) if written else step.kind


def _encoding_text(_step: CopyStep) -> str:
    return translate("Repair", "Converted to UTF-8")


def _names_text(_step: CopyStep) -> str:
    return translate("Repair", "Invisible characters and surrounding spaces removed from column names")


def _column_text(step: CopyStep) -> str:
    return fill(translate("Repair", "Column {0} left out"), _column(step))


def _characters_text(step: CopyStep) -> str:
    if not step.column:
        text = translate("Repair", "Invisible characters and surrounding spaces removed from all columns")
        return _with_count(text, step)
    text = translate("Repair", "Invisible characters and surrounding spaces removed from column {0}")
    return _with_count(fill(text, _column(step)), step)


def _numbers_text(step: CopyStep) -> str:
    text = translate("Repair", "Numbers of column {0} written in plain digits")
    return _with_count(fill(text, _column(step)), step)


def _dates_text(step: CopyStep) -> str:
    return _with_count(fill(translate("Repair", "Dates of column {0} written as YYYY-MM-DD"), _column(step)), step)


def _delimiter_text(step: CopyStep) -> str:
    if not step.name:
        return translate("Repair", "Fields separated by commas")
    if step.name == "\t":
        return translate("Repair", "Fields separated by commas instead of tabs")
    return fill(translate("Repair", "Fields separated by commas instead of “{0}”"), step.name)


def _rows_text(step: CopyStep) -> str:
    runs = [run for run in step.rows if run]
    if len(runs) == 1 and runs[0][0] == runs[0][-1]:
        return fill(translate("Repair", "Row {0} left out"), _number(runs[0][0]))
    rows = listed(*map(_run_text, runs[:_MOST_RUNS]))
    if len(runs) > _MOST_RUNS:
        count = _countable(step)
        text = QCoreApplication.translate("Repair", "%Ln rows left out: {0}, …", "", count)
        return fill(text, rows)
    return fill(translate("Repair", "Rows {0} left out"), rows)


def _run_text(run: tuple[int, ...]) -> str:
    if run[0] == run[-1]:
        return _number(run[0])
    return fill(translate("Repair", "{0}–{1}", "first and last row"), _number(run[0]), _number(run[-1]))


def _emptied_text(step: CopyStep) -> str:
    words = listed(*(fill(translate("Repair", "“{0}”"), word) for word in step.words[:_MOST_WORDS]))
    if len(step.words) > _MOST_WORDS:
        words = fill(translate("Repair", "{0}, …", "some of many values"), words)
    if not step.count:
        return fill(translate("Repair", "Fields of column {0} emptied: {1}"), _column(step), words)
    count = _countable(step)
    text = QCoreApplication.translate("Repair", "%Ln fields of column {0} emptied: {1}", "", count)
    return fill(text, _column(step), words)


_TEXTS: dict[str, Callable[[CopyStep], str]] = {
    RepairKind.ENCODING: _encoding_text,
    RepairKind.DELIMITER: _delimiter_text,
    RepairKind.ROWS: _rows_text,
    RepairKind.NAMES: _names_text,
    RepairKind.CHARACTERS: _characters_text,
    RepairKind.COLUMN: _column_text,
    RepairKind.EMPTY_WORDS: _emptied_text,
    RepairKind.NUMBERS: _numbers_text,
    RepairKind.DATES: _dates_text,
}


def _with_count(text: str, step: CopyStep) -> str:
    """How many fields, if that is known."""
    if not step.count:
        return text
    count = _countable(step)
    return fill(QCoreApplication.translate("Repair", "{0} (%Ln fields)", "", count), text)


def _countable(step: CopyStep) -> int:
    """The count as Qt takes it; a history that somebody changed may hold any number."""
    return max(-_MOST_COUNTED, min(step.count, _MOST_COUNTED))


def _column(step: CopyStep) -> str:
    """A column by its name, or by its number if it has none."""
    return fill(translate("Repair", "“{0}”"), step.name) if step.name.strip() else _number(step.column)


def _number(number: int) -> str:
    return QLocale().toString(number) if abs(number) < _MOST_WHOLE else str(number)
