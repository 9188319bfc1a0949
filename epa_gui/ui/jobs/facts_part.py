"""The facts of a job: two columns side by side, one where there is no room for two."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.jobs.facts_text import LEFT, RIGHT, WIDE, Fact, fact_names

_ONE_COLUMN_BELOW, _LONG_ONES_WIDE_BELOW = 38, 58
"""Heights of the font: with less than the second, what may be long stands below the two columns, as wide as both."""

_APART, _LEAST_VALUE = 0.8, 7
"""What is between names, values and columns, and the room that values have at least, in the same."""

_NARROWEST_VALUE = 3
"""The room that values have in the narrowest page, in the same: a short word, or a part of an ID."""

_LONG = (Fact.RESULTS, Fact.FILES)
_ID_PARTS = (8, 4, 4, 4, 12)
"""Of so many letters, from `_ID_LETTERS`, the service's IDs are made, with a hyphen between them."""
_ID_LETTERS = "0123456789abcdef"


_Groups = tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[Fact, ...], tuple[Fact, ...]]
"""Those above the two columns, in the left one, in the right one, and below both."""


def _groups(*, is_narrow: bool, are_long_wide: bool) -> _Groups:
    if is_narrow:
        in_order = (fact for fact in (*LEFT, *RIGHT, *WIDE) if fact is not Fact.LAST_CHECKED)
        return (Fact.LAST_CHECKED, *in_order), (), (), ()
    if not are_long_wide:
        return (), LEFT, RIGHT, WIDE
    short = tuple(fact for fact in (*RIGHT, *LEFT) if fact not in _LONG and fact is not Fact.ID)
    return (), short[:2], (*short[2:], Fact.ID), (*_LONG, *WIDE)


class FactsPart(QWidget):
    """Names and values; what says nothing is not there. Values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[Fact, tuple[QLabel, QLabel]] = {}
        for fact in fact_names():
            label, value = _name_label(self), _value_label(self)
            label.setBuddy(value)
            self._labels[fact] = label, value
        self._say_names()
        self._arranged: tuple[object, ...] = ()
        self._above, self._left, self._right, self._below = (QGridLayout() for _ in range(4))
        for grid in self._grids():
            grid.setHorizontalSpacing(em(self, _APART))
            grid.setVerticalSpacing(em(self, 0.25))
            grid.setColumnStretch(1, 1)
        beside = QHBoxLayout()
        beside.setSpacing(em(self, _APART))
        for grid, share in ((self._left, 3), (self._right, 2)):
            beside.addLayout(grid, share)
            beside.setAlignment(grid, Qt.AlignmentFlag.AlignTop)  # no row is stretched to the height of the other half
        self._beside = beside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.25))
        for layout in (self._above, beside, self._below):
            column.addLayout(layout)

    def _grids(self) -> tuple[QGridLayout, ...]:
        return self._above, self._left, self._right, self._below

    def _say_names(self) -> None:
        for fact, name in fact_names().items():
            label, value = self._labels[fact]
            label.setText(name)
            value.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: the names need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_below"):
            self._say_names()
            self._arranged = ()
            self._arrange()

    def text_of(self, fact: Fact) -> str:
        """What a fact says now; empty if it is not there."""
        return self._labels[fact][1].text()

    def show_facts(self, texts: Mapping[Fact, str]) -> None:
        """Show these; only what has changed is touched."""
        for fact, told in texts.items():
            label, value = self._labels[fact]
            text = shown_lines(told)
            if value.text() == text:
                continue
            value.setText(text)
            value.setToolTip(plain_tip(text))
            value.setAccessibleDescription(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: two never keep a page from getting so narrow that they become one."""
        width = self._width_of_names() + em(self, _APART + _NARROWEST_VALUE)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give every fact that is there its place, without a hole where one is not."""
        there = [fact for fact, (_, value) in self._labels.items() if value.text()]
        is_narrow = self.width() < max(em(self, _ONE_COLUMN_BELOW), self._width_of_two_columns())
        are_long_wide = self.width() < em(self, _LONG_ONES_WIDE_BELOW)
        wanted = (is_narrow, are_long_wide, *there)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for grid in self._grids():
            for pair in self._labels.values():
                for label in pair:
                    grid.removeWidget(label)
        groups = _groups(is_narrow=is_narrow, are_long_wide=are_long_wide)
        above, left, right, below = ([fact for fact in group if fact in there] for group in groups)
        if not left:
            left, right = right, []
        for grid, facts in zip(self._grids(), (above, left, right, below), strict=True):
            for row, fact in enumerate(facts):
                self._put(fact, grid, row)
        self._keep_names_wide(groups, has_right=bool(right))
        has_id_at_right = Fact.ID in right
        self._right.setColumnMinimumWidth(1, self._width_of_any_id() if has_id_at_right else 0)
        self._beside.setStretch(1, 2 if right else 0)

    def _width_of_names(self) -> int:
        """Pixels in which each name has room, whether or not this job has it."""
        return max(label.sizeHint().width() for label, _ in self._labels.values())

    def _width_of_two_columns(self) -> int:
        """Pixels in which an ID has room beside other values: in some fonts letters are wide for their height."""
        return 2 * self._width_of_names() + self._width_of_any_id() + em(self, 3 * _APART + _LEAST_VALUE)

    def _width_of_any_id(self) -> int:
        """Pixels in which each of the service's IDs has room, whichever letters it has."""
        of_one_letter = ("-".join(letter * count for count in _ID_PARTS) for letter in _ID_LETTERS)
        return max(map(self.fontMetrics().horizontalAdvance, of_one_letter))

    def _keep_names_wide(self, groups: _Groups, *, has_right: bool) -> None:
        """The columns of names are as wide as their longest one, whether or not this job has it: nothing moves."""
        above, left, right, below = groups
        at_left, at_right = ((*above, *left, *below), right) if has_right else ((*above, *left, *right, *below), ())
        for facts, grids in ((at_left, (self._above, self._left, self._below)), (at_right, (self._right,))):
            width = max((self._labels[fact][0].sizeHint().width() for fact in facts), default=0)
            for grid in grids:
                grid.setColumnMinimumWidth(0, width if grid.count() else 0)

    def _put(self, fact: Fact, grid: QGridLayout, row: int) -> None:
        label, value = self._labels[fact]
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label, row, 0, top | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(value, row, 1, top)


def _name_label(parent: QWidget) -> QLabel:
    label = SoftText()
    label.setParent(parent)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.hide()
    return label


def _value_label(parent: QWidget) -> QLabel:
    label = Paragraph(parent=parent)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.hide()
    return label
