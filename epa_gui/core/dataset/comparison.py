"""Compares files: the evaluation file with the training file, and a training file with the one sent last."""

from collections import Counter
from collections.abc import Iterable, Iterator

from epa_gui.core.dataset.character_rules import classes_otherwise, names_otherwise
from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.class_rules import CLASSES_OF_A_LIKELY_TARGET
from epa_gui.core.dataset.column import MORE_CLASSES
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.invisible import cleaned_names
from epa_gui.core.dataset.likeness import likeness, paired
from epa_gui.core.dataset.type_inference import is_date, is_number, kind_of
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile

_EXAMPLES = 5
_MOST_CHANGE = 2.0
"""Half or twice as many rows is worth a word."""


def against_training(
    evaluation: Reading, training: Reading, target: str = "", *, is_time_series: bool = False
) -> Iterator[Finding]:
    """What is wrong with an evaluation file beside its training file: it needs exactly the same column names.

    Args:
        evaluation: The evaluation file, as far as it was read.
        training: The training file.
        target: The column that is predicted, if known: then its classes are compared.
        is_time_series: Whether the model is known to predict a time series: such a one takes no evaluation file.
    """
    if is_time_series:
        yield Finding(FindingKind.EVALUATION_OF_TIME_SERIES)
    if not evaluation.columns or not training.columns:
        return
    wanted = Counter(column.name for column in training.columns)
    there = Counter(column.name for column in evaluation.columns)
    pairs, missing, extra = paired((wanted - there).elements(), (there - wanted).elements())
    yield from names_otherwise(FindingKind.COLUMNS_ALIKE, pairs, [column.name for column in evaluation.columns])
    if missing or extra:
        values = (", ".join(missing[:_EXAMPLES]), ", ".join(extra[:_EXAMPLES]))
        yield Finding(FindingKind.COLUMNS_DIFFER, row=1, count=len(missing), total=len(extra), values=values)
    if evaluation.sha256 and evaluation.sha256 == training.sha256:
        yield Finding(FindingKind.SAME_FILE_TWICE)
    if target and evaluation.is_whole and training.is_whole:
        yield from _not_trained(evaluation, training, target)


def _not_trained(evaluation: Reading, training: Reading, target: str) -> Iterator[Finding]:
    """Classes to be predicted that only the evaluation file has."""
    trained = next((column.labels for column in training.columns if column.name == target), ())
    for number, column in enumerate(evaluation.columns, 1):
        unused = [label for label in trained if label not in column.labels]
        pairs, _, new = paired(unused, [label for label in column.labels if label not in trained])
        if column.name == target:
            yield from classes_otherwise(pairs, number, column.name)
        if column.name == target and trained and new:
            examples = tuple(label[:50] for label in new[:_EXAMPLES])
            yield Finding(
                FindingKind.LABELS_NOT_TRAINED, 0, number, column.name, len(new), values=("target", *examples)
            )


def against_last(training: Reading, last: Profile, target: str = "") -> Iterator[Finding]:
    """What is other than in the file sent last for this model. Each of these can make retraining fail.

    Args:
        training: The new file, as far as it was read; rows and classes are compared once it was read whole.
        last: The profile of the one sent last.
        target: The column that is predicted, if known: then classes of that one only are compared.
    """
    if not training.columns:
        return
    if training.is_whole and training.sha256 == last.file_sha256:
        yield Finding(FindingKind.SAME_AS_LAST, values=(last.file_name,))
        return
    now = {column.name: (number, column) for number, column in enumerate(training.columns, 1)}
    before = {column.name: column for column in last.columns}
    pairs, gone, new = paired(
        [name for name in before if name not in now], [name for name in now if name not in before]
    )
    if not pairs and not now.keys() & before.keys():
        yield Finding(FindingKind.OTHER_DATA, row=1, values=(last.file_name,))
        return
    yield from names_otherwise(FindingKind.NAMES_OTHERWISE, pairs, [column.name for column in training.columns])
    yield from _gone(gone, target)
    if new:
        number = now[new[0]][0]
        yield Finding(FindingKind.COLUMN_NEW, 1, number, new[0], len(new), values=tuple(new[:_EXAMPLES]))
    for name, (number, column) in now.items():
        if name in before:
            yield from _changed(number, column, before[name], target, is_whole=training.is_whole)
    if training.is_whole and not 1 / _MOST_CHANGE <= training.rows / max(1, last.rows) <= _MOST_CHANGE:
        yield Finding(FindingKind.ROWS_CHANGED, count=training.rows, total=last.rows)


def _gone(gone: list[str], target: str) -> Iterator[Finding]:
    if target and target in gone:
        yield Finding(FindingKind.TARGET_GONE, row=1, name=target)
        gone.remove(target)
    if gone:
        yield Finding(FindingKind.COLUMN_GONE, row=1, name=gone[0], count=len(gone), values=tuple(gone[:_EXAMPLES]))


def _changed(
    number: int, column: ColumnProfile, before: ColumnProfile, target: str, *, is_whole: bool
) -> Iterator[Finding]:
    types = (before.type, column.type)
    if ColumnType.EMPTY not in types and _has_changed_type(column, before):
        values = (before.type.value, column.type.value)
        yield Finding(FindingKind.TYPE_CHANGED, column=number, name=column.name, values=values)
        return
    yield from _written_otherwise(number, column, before)
    if is_whole and (column.name == target if target else _may_be_target(column, before)):
        yield from _other_classes(number, column, before, "target" if target else "")


def _has_changed_type(column: ColumnProfile, before: ColumnProfile) -> bool:
    """What most fields were does not tell what the service took the column for, unless most of them were text."""
    is_known = before.is_judged or before.type is ColumnType.TEXT
    return is_known and column.type is not before.type


def _written_otherwise(number: int, column: ColumnProfile, before: ColumnProfile) -> Iterator[Finding]:
    """What has the same type, but may not be taken for the same. What is not known of last time is left alone."""
    is_number = column.type is ColumnType.NUMBER
    if is_number and before.have_leading_zeros and column.have_leading_zeros is False:
        yield Finding(FindingKind.LEADING_ZEROS_GONE, column=number, name=column.name)
    dates = (before.may_be_dates, column.may_be_dates)
    if is_number and None not in dates and dates[0] != dates[1]:
        values = (before.may_be_dates or "", column.may_be_dates or "")
        yield Finding(FindingKind.MAY_BE_DATES_CHANGED, column=number, name=column.name, values=values)
    if before.day_order and column.day_order and before.day_order != column.day_order:
        values = (before.day_order, column.day_order)
        yield Finding(FindingKind.DAY_ORDER_CHANGED, column=number, name=column.name, values=values)


def _may_be_target(column: ColumnProfile, before: ColumnProfile) -> bool:
    """Whether a column has so few classes that it may be the one to predict, where that is not known."""
    if column.type is not ColumnType.TEXT or not 0 < len(before.labels) <= CLASSES_OF_A_LIKELY_TARGET:
        return False
    values = sum(1 for kind in map(kind_of, before.labels) if is_number(kind) or is_date(kind))
    return values * 2 <= len(before.labels)  # else prices or days, written as the service does not read them


def _other_classes(number: int, column: ColumnProfile, before: ColumnProfile, which: str) -> Iterator[Finding]:
    """Classes that came or went; nothing where those of last time, or of now, are not known."""
    if not before.labels or (column.type is ColumnType.NUMBER and len(before.labels) > CLASSES_OF_A_LIKELY_TARGET):
        return  # many different numbers are no classes
    if column.different == MORE_CLASSES:
        if which:
            count = len(before.labels)
            values = (which, *(label[:50] for label in before.labels[:_EXAMPLES]))
            yield Finding(FindingKind.TARGET_NO_CLASSES, 0, number, column.name, count, values=values)
        return
    pairs, gone, new = paired(
        [label for label in before.labels if label not in column.labels],
        [label for label in column.labels if label not in before.labels],
    )
    yield from classes_otherwise(pairs, number, column.name)
    for kind, labels in ((FindingKind.LABELS_GONE, gone), (FindingKind.LABELS_NEW, new)):
        if labels and column.labels:
            examples = tuple(label[:50] for label in labels[:_EXAMPLES])
            yield Finding(kind, 0, number, column.name, len(labels), values=(which, *examples))


_ABOUT_ALL_NAMES = frozenset(
    {
        FindingKind.TITLE_LINE,
        FindingKind.COUNTS_ROW,
        FindingKind.SEPARATOR_LINE,
        FindingKind.NO_NAMES,
        FindingKind.OTHER_DATA,
        FindingKind.LETTERS_LOOK_WRONG,
        FindingKind.UNSURE_ENCODING,
        FindingKind.TARGET_GONE,
    }
)
"""With one of these a name that is missing needs no word of its own."""


def without_target(training: Reading, target: str, told: Iterable[Finding] = ()) -> Iterator[Finding]:
    """That the column to predict is missing, where nothing else that is told says why.

    Args:
        training: The file, as far as it was read.
        target: The column that is predicted; empty if not known.
        told: What is told of it otherwise.
    """
    names = [column.name for column in training.columns]
    if not target or not names or target in names:
        return
    causes = set(_ABOUT_ALL_NAMES)
    if any(likeness(target, name) for name in names):
        causes.add(FindingKind.NAMES_OTHERWISE)
    if target in cleaned_names(names):
        causes |= {FindingKind.HIDDEN_IN_NAMES, FindingKind.BLANKS_IN_NAMES}
    if causes.isdisjoint(finding.kind for finding in told):
        yield Finding(FindingKind.TARGET_GONE, row=1, name=target)


def nothing_to_learn(training: Reading, target: str = "") -> Iterator[Finding]:
    """Columns of IDs and names: worth a word beside other things, but no reason against sending a file as it is.

    Args:
        training: The file, which is judged once it was read whole.
        target: The column that is predicted, if known: of that one something else is said.
    """
    columns = enumerate(training.columns, 1)
    alike = [(number, column.name) for number, column in columns if column.all_differ and column.name != target]
    if alike and training.is_whole:
        names = tuple(name for _, name in alike[:_EXAMPLES])
        number, name = alike[0]
        yield Finding(FindingKind.ALL_DIFFER, 0, number, name, len(alike), values=names)
