"""Compares files: the evaluation file with the training file, and a training file with the one sent last."""

from collections import Counter
from collections.abc import Iterator

from epa_gui.core.dataset.character_rules import classes_otherwise, names_otherwise
from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.finding import Finding, FindingKind
from epa_gui.core.dataset.likeness import paired
from epa_gui.core.dataset.rules import CLASSES_OF_A_LIKELY_TARGET
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType, Profile

_EXAMPLES = 5
_MOST_CHANGE = 2.0
"""Half or twice as many rows is worth a word."""


def against_training(evaluation: Reading, training: Reading, target: str = "") -> Iterator[Finding]:
    """What is wrong with an evaluation file beside its training file: it needs exactly the same column names."""
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
    if column.type is not before.type and ColumnType.EMPTY not in types:
        values = (before.type.value, column.type.value)
        yield Finding(FindingKind.TYPE_CHANGED, column=number, name=column.name, values=values)
        return
    is_likely = column.type is ColumnType.TEXT and len(before.labels) <= CLASSES_OF_A_LIKELY_TARGET
    is_compared = column.name == target if target else is_likely
    if not is_whole or not is_compared or not before.labels:
        return
    pairs, gone, new = paired(
        [label for label in before.labels if label not in column.labels],
        [label for label in column.labels if label not in before.labels],
    )
    yield from classes_otherwise(pairs, number, column.name)
    for kind, labels in ((FindingKind.LABELS_GONE, gone), (FindingKind.LABELS_NEW, new)):
        if labels and column.labels:
            examples = tuple(label[:50] for label in labels[:_EXAMPLES])
            which = ("target" if target else "",)
            yield Finding(kind, 0, number, column.name, len(labels), values=which + examples)
