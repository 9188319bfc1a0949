"""Which of the files of results is which: by its name first, else by what its headings say.

Source: "Results" in what is known of the service, for the names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.results import headings as says
from epa_gui.core.results.headings import Whose
from epa_gui.core.results.matrix import matrix_in
from epa_gui.core.results.measures import measures_in
from epa_gui.core.results.raw_columns import raw_columns_in
from epa_gui.core.results.summaries import contributions_in, tendency_in


class Role(StrEnum):
    """What a file of results holds."""

    COMPARISON = "metrics_comparison"
    METRICS = "metrics"
    MATRIX = "confusion_matrix"
    CONTRIBUTIONS = "analysis_summary"
    ROWS = "evaluation_raw_data"
    TENDENCY = "evaluation_results_comparison"
    DATA = "model_update"  # what was learned from, and judged on: says nothing of the model
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is.

    Attributes:
        role: What it holds.
        is_previous: Whether it is of the previous model.
        by_name: Its name says so; else its headings do.
    """

    role: Role = Role.NOTHING
    is_previous: bool = False
    by_name: bool = True


_TABLES = (".csv", ".tsv", ".txt")
_PREVIOUS = re.compile(r"(?<![a-z])prev(?:ious)?(?![a-z])|前回|旧モデル")
_NAMES = {
    role: re.compile(rf"(?<![a-z]){role.value.replace('_', '[ _-]*')}(?:[ _-]*(?:all|learn|eval))?(?![a-z])")
    for role in Role
    if role is not Role.NOTHING
}
"""The names of the service's files, the longer before the shorter that it contains; before them and after them may
stand what a person, or a browser, has added."""


def is_table(name: str) -> bool:
    """Whether a file's name is that of a table, and not that of a note some system keeps beside it."""
    folders, file = _parts(name)
    return file.endswith(_TABLES) and not file.startswith("._") and "__macosx" not in folders


def by_name(name: str) -> Recognised:
    """What a file holds by its name, in whatever folder and case; nothing where the name is another."""
    if not is_table(name):
        return Recognised()
    _, file = _parts(name)
    stem = file.rpartition(".")[0]
    role = next((role for role, pattern in _NAMES.items() if pattern.search(stem)), Role.NOTHING)
    return Recognised(role, bool(_PREVIOUS.search(stem)) and role not in {Role.COMPARISON, Role.TENDENCY})


def by_content(table: Sequence[Sequence[str]], name: str) -> Recognised:
    """What a table under another name holds, by its first rows; nothing where they fit more than one role, or none.

    Whose its figures are, where one table is of one model, only its name can say: without the word "previous" in it
    nobody knows, but for the metrics of both.
    """
    is_previous = bool(_PREVIOUS.search(_parts(name)[1]))
    role = _role_of(table, name, Whose.OLD if is_previous else Whose.NEW) if len(table) > 1 else Role.NOTHING
    is_of_both = role in {Role.NOTHING, Role.COMPARISON, Role.TENDENCY, Role.ROWS}
    return Recognised(role, is_previous and not is_of_both, by_name=False)


def _role_of(table: Sequence[Sequence[str]], name: str, owner: Whose) -> Role:
    if matrix_in(table) is not None and _speaks_of_classes(table):
        return Role.MATRIX
    if tendency_in(table) is not None:
        return Role.TENDENCY
    if found := [one for one in measures_in(table, name, alone=owner).measures if one.kind is not None]:
        return Role.COMPARISON if any(one.this_text and one.previous_text for one in found) else Role.METRICS
    if raw_columns_in(table[0], table[1:]) is not None:
        return Role.ROWS
    is_summary = any(map(says.is_contribution_heading, table[0])) and contributions_in(table) is not None
    return Role.CONTRIBUTIONS if is_summary else Role.NOTHING


def _speaks_of_classes(table: Sequence[Sequence[str]]) -> bool:
    """Whether a square of numbers says anywhere that it is one of actual and predicted classes."""
    texts = [*table[0], *(row[0] for row in table)]
    return any(says.is_actual_heading(text) or says.is_predicted_heading(text) for text in texts)


def _parts(name: str) -> tuple[list[str], str]:
    *folders, file = re.split(r"[/\\]", says.folded_name(name))
    return folders, file
