"""The findings of a form in groups, a line each: what stops the files, what is suggested, what is fixed in the copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum, auto
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import Repair
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.joining import labelled, sentences
from epa_gui.ui.base.spoken_rows import SPOKEN_ROLES, SpokenRows, cell_of
from epa_gui.ui.retraining.act_text import act_word, is_bom_alone
from epa_gui.ui.retraining.finding_text import finding_line, finding_words, short_place_text
from epa_gui.ui.retraining.repair_text import repair_text

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
FindingKey = tuple[Role, FindingKind, int, int, str, Repair | None]

ICON_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name of a line's icon."""

_GROUP = 0
"""The internal ID of a group's own line; that of a finding is its group's row, from 1."""


_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FINDING_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
"""Once for all: they are asked for hundreds of times."""


class Group(StrEnum):
    """What the findings are told in."""

    STOPS = "stops"
    SUGGESTIONS = "suggestions"
    FIXED = "fixed"


class FindingColumn(IntEnum):
    """The columns of a line."""

    TEXT = 0
    PLACE = auto()
    ACT = auto()


_COLUMNS = len(FindingColumn)


@dataclass(frozen=True, slots=True)
class _Line:
    """What one finding reads as."""

    text: str
    place: str
    act: str


class FindingTreeModel(SpokenRows, QAbstractItemModel):
    """All findings of an `Inspection`; only what is looked at is put into words."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[tuple[Group, tuple[Placed, ...]]] = []
        self._lines: dict[Placed, _Line] = {}
        self._has_two_files = False

    def show(self, inspection: Inspection) -> bool:
        """Show these; whether other lines are there now, so that a view has to find its place again.

        Where the lines are the same and only their counts grew, no more is painted than has changed.
        """
        found = (
            (Group.STOPS, inspection.stops()),
            (Group.SUGGESTIONS, inspection.suggestions()),
            (Group.FIXED, inspection.mended()),
        )
        groups = [(group, placed) for group, placed in found if placed]
        has_two_files = len(inspection.files) > 1
        if [_keys(group) for group in groups] != [_keys(group) for group in self._groups] or (
            has_two_files != self._has_two_files
        ):
            self.beginResetModel()
            self._groups, self._has_two_files = groups, has_two_files
            self._lines.clear()
            self.endResetModel()
            return True
        before, self._groups = self._groups, groups
        for number, ((_, olds), (_, news)) in enumerate(zip(before, groups, strict=True), 1):
            changed = [row for row, (old, new) in enumerate(zip(olds, news, strict=True)) if old != new]
            for row in changed:
                self._lines.pop(olds[row], None)
            if changed:  # at once: of a wide file there may be a thousand, and a view has few of them on the screen
                first = self.createIndex(changed[0], 0, number)
                self.dataChanged.emit(first, self.createIndex(changed[-1], FindingColumn.ACT, number))
        return False

    def say_again(self) -> None:
        """In the language of now; the lines stay where they are."""
        self._lines.clear()
        last = FindingColumn.ACT
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        for row, (_, findings) in enumerate(self._groups):
            self.dataChanged.emit(self.createIndex(row, 0, _GROUP), self.createIndex(row, last, _GROUP))
            first = self.createIndex(0, 0, row + 1)
            self.dataChanged.emit(first, self.createIndex(len(findings) - 1, last, row + 1))

    # Finding lines

    def placed_at(self, index: Index) -> Placed | None:
        """The finding in a line; `None` for a group's own line."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def group_at(self, index: Index) -> Group | None:
        """The group whose own line this is."""
        return self._groups[index.row()][0] if index.isValid() and index.internalId() == _GROUP else None

    def index_of(self, key: FindingKey, *, is_open: bool) -> QModelIndex:
        """The line of a finding; invalid if it is not there any more, or has gone to the other kind of group.

        Args:
            key: Its `key_of`.
            is_open: Whether it is to be among those that are not fixed.
        """
        for number, (group, findings) in enumerate(self._groups, 1):
            if (group is Group.FIXED) != is_open:
                for row, placed in enumerate(findings):
                    if key_of(placed) == key:
                        return self.createIndex(row, 0, number)
        return QModelIndex()

    def open_index(self, number: int) -> QModelIndex:
        """The line of the finding that has this place, from 0, among those that are not fixed, or of the last one."""
        left, last = number, QModelIndex()
        for group_row, (group, findings) in enumerate(self._groups, 1):
            if group is Group.FIXED:
                break
            if left < len(findings):
                return self.createIndex(left, 0, group_row)
            left -= len(findings)
            last = self.createIndex(len(findings) - 1, 0, group_row)
        return last

    def first_index(self) -> QModelIndex:
        """The line to begin at: the first that stops a file; else the first that a click can fix, or the first."""
        if self._groups and self._groups[0][0] is Group.SUGGESTIONS:
            fixable = (row for row, placed in enumerate(self._groups[0][1]) if placed.finding.repair is not None)
            return self.createIndex(next(fixable, 0), 0, 1)
        return self.open_index(0)

    def open_number(self, index: Index) -> int:
        """The reverse of `open_index`."""
        before = self._groups[: max(0, index.internalId() - 1)]
        return sum(len(findings) for _, findings in before) + index.row()

    def places(self, most: int) -> list[str]:
        """Where the first findings are, for room to be made."""
        found = [placed for _, findings in self._groups for placed in findings]
        return [short_place_text(placed.finding) for placed in found[:most]]

    def acts(self) -> set[str]:
        """What can be done about the findings."""
        found = (placed for _, findings in self._groups for placed in findings)
        one_of_each = {}
        for placed in found:
            repair = placed.finding.repair
            one_of_each[repair and repair.kind, is_bom_alone(placed.finding), placed.is_mended] = placed
        return set(map(act_word, one_of_each.values()))

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The cell there."""
        if not 0 <= column < _COLUMNS:
            return QModelIndex()
        group = parent.row()
        if group < 0:  # not by way of `rowCount`: a view asks for every line when a group is opened
            return self.createIndex(row, column, _GROUP) if 0 <= row < len(self._groups) else QModelIndex()
        if parent.internalId() != _GROUP or parent.column() or not 0 <= row < len(self._groups[group][1]):
            return QModelIndex()
        return self.createIndex(row, column, group + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The group of a finding."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Groups, or the findings of one."""
        if not parent.isValid():
            return len(self._groups)
        is_group = parent.internalId() == _GROUP and parent.column() == 0
        return len(self._groups[parent.row()][1]) if is_group else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The same everywhere."""
        return _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Not on screen; for screen readers."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            translate("FindingTree", "Finding"),
            translate("FindingTree", "Place"),
            translate("FindingTree", "In the copy"),
        )
        return names[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups can be come to and closed, too."""
        if index.internalId() != _GROUP:  # asked first: there may be thousands of findings
            return _FINDING_FLAGS
        return _GROUP_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        placed = self.placed_at(index)
        if placed is None:
            is_text = index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.DisplayRole
            return self._group_text(index) if is_text else None
        if role == Qt.ItemDataRole.DisplayRole:
            line = self._line(placed)
            return (line.text, line.place, line.act)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(finding_words(placed.finding).sentence())
        if role in SPOKEN_ROLES:
            return self.spoken(index, role)
        return _icon(placed) if role == ICON_ROLE and index.column() == FindingColumn.TEXT else None

    def _line(self, placed: Placed) -> _Line:
        line = self._lines.get(placed)
        if line is None:
            text = finding_line(placed.finding)
            if placed.is_mended and placed.finding.repair is not None:  # no fault any more: what is done about it
                text = repair_text(placed.finding.repair, placed.finding)
            if self._has_two_files and placed.role is Role.EVALUATION:
                text = labelled(translate("FindingTree", "Evaluation file"), text)
            line = self._lines[placed] = _Line(text, short_place_text(placed.finding), act_word(placed))
        return line

    def spoken(self, index: Index, role: int) -> str | None:
        """As for all lists; what a finding means and what to do about it is told after its line everywhere."""
        placed = self.placed_at(index)
        if role != Qt.ItemDataRole.AccessibleDescriptionRole or placed is None or index.column() != self.cursor_column:
            return super().spoken(index, role)
        words = finding_words(placed.finding)
        return sentences(words.means, words.to_do)

    def cell_said(self, index: Index) -> str:
        """What weight a finding has is seen by its group and its icon."""
        placed = self.placed_at(index)
        if placed is None:
            return self._group_text(index)
        line = self._line(placed)
        match index.column():
            case FindingColumn.TEXT:
                return labelled(_weight(placed), line.text)
            case FindingColumn.PLACE:
                return line.place
        # Not the act alone: that is what the button is called that does it.
        return cell_of(translate("FindingTree", "In the copy"), line.act)

    def row_said(self, index: Index) -> str:
        """A group has one cell, however many columns there are."""
        return self.cell_said(index) if self.placed_at(index) is None else super().row_said(index)

    def _group_text(self, index: Index) -> str:
        group, findings = self._groups[index.row()]
        count = len(findings)
        match group:
            case Group.STOPS:
                return QCoreApplication.translate("FindingTree", "Stops the file (%Ln)", "", count)
            case Group.SUGGESTIONS:
                return QCoreApplication.translate("FindingTree", "Suggestions (%Ln)", "", count)
        return QCoreApplication.translate("FindingTree", "Fixed in the copy (%Ln)", "", count)


def key_of(placed: Placed) -> FindingKey:
    """What a finding stays the same by, while its counts grow."""
    finding = placed.finding
    return placed.role, finding.kind, finding.row, finding.column, finding.name, finding.repair


def _keys(group: tuple[Group, Sequence[Placed]]) -> tuple[Group, list[FindingKey]]:
    return group[0], [key_of(placed) for placed in group[1]]


def _weight(placed: Placed) -> str:
    if placed.is_mended:
        return translate("FindingTree", "Fixed in the copy")
    return (
        translate("FindingTree", "Stops the file") if placed.finding.stops else translate("FindingTree", "Suggestion")
    )


def _icon(placed: Placed) -> str:
    if placed.is_mended:
        return "finished"
    return "failed" if placed.finding.stops else "attention"
