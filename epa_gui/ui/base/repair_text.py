"""The words for what the copy that is sent differs in from its file: one line each, before it is done and after."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.jobs.copy_step import CopyStep
from epa_gui.core.text.foreign_text import fill

translate = QCoreApplication.translate

_MOST_RUNS = 5
_MOST_WORDS = 3
_MOST_WHOLE = 2**53


def step_text(step: CopyStep) -> str:
    """One thing the copy differs in; what a newer version knows is told as it stands there."""
    written = _TEXTS.get(step.kind)
    return written(step) if written else step.kind


def _encoding_text(_step: CopyStep) -> str:
    return translate("Repair", "Send as UTF-8")


def _names_text(_step: CopyStep) -> str:
    return translate("Repair", "Remove invisible characters and blanks at the ends from column names")


def _column_text(step: CopyStep) -> str:
    return fill(translate("Repair", "Leave out column {0}"), _column(step))


def _characters_text(step: CopyStep) -> str:
    if not step.column:
        text = translate("Repair", "Remove invisible characters and blanks at the ends from all columns")
        return _with_count(text, step)
    text = translate("Repair", "Remove invisible characters and blanks at the ends from {0}")
    return _with_count(fill(text, _column(step)), step)


def _numbers_text(step: CopyStep) -> str:
    return _with_count(fill(translate("Repair", "Write the numbers of {0} in plain digits"), _column(step)), step)


def _dates_text(step: CopyStep) -> str:
    return _with_count(fill(translate("Repair", "Write the dates of {0} as YYYY-MM-DD"), _column(step)), step)


def _delimiter_text(step: CopyStep) -> str:
    if not step.name:
        return translate("Repair", "Send with commas between the fields")
    if step.name == "\t":
        return translate("Repair", "Send with commas instead of tabs")
    return fill(translate("Repair", "Send with commas instead of “{0}”"), step.name)


def _rows_text(step: CopyStep) -> str:
    runs = [run for run in step.rows if run]
    if len(runs) == 1 and runs[0][0] == runs[0][-1]:
        return fill(translate("Repair", "Leave out row {0}"), _number(runs[0][0]))
    shown = ", ".join(
        _number(run[0]) if run[0] == run[-1] else f"{_number(run[0])}–{_number(run[-1])}" for run in runs[:_MOST_RUNS]
    )
    if len(runs) > _MOST_RUNS:
        return fill(translate("Repair", "Leave out {0} rows: {1}, …"), _number(step.count), shown)
    return fill(translate("Repair", "Leave out rows {0}"), shown)


def _emptied_text(step: CopyStep) -> str:
    words = [fill(translate("Repair", "“{0}”"), word) for word in step.words[:_MOST_WORDS]]
    listed = ", ".join(words) + (", …" if len(step.words) > _MOST_WORDS else "")
    if not step.count:
        return fill(translate("Repair", "Empty the fields of {0} that hold {1}"), _column(step), listed)
    if step.count == 1:
        return fill(translate("Repair", "Empty 1 field of {0} that holds {1}"), _column(step), listed)
    text = translate("Repair", "Empty {0} fields of {1} that hold {2}")
    return fill(text, _number(step.count), _column(step), listed)


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
    if step.count == 1:
        return fill(translate("Repair", "{0} (1 field)"), text)
    return fill(translate("Repair", "{0} ({1} fields)"), text, _number(step.count))


def _column(step: CopyStep) -> str:
    """A column by its name, or by its number if it has none."""
    return fill(translate("Repair", "“{0}”"), step.name) if step.name.strip() else _number(step.column)


def _number(number: int) -> str:
    return QLocale().toString(number) if abs(number) < _MOST_WHOLE else str(number)
