"""The facts of a job: two columns side by side, one where there is no room for two."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.jobs.facts_text import LEFT, RIGHT, WIDE, Fact, fact_names

_ONE_COLUMN_BELOW = 45
"""Heights of the font."""


class FactsPart(QWidget):
    """Names and values; what says nothing is not there. Values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[Fact, tuple[QLabel, QLabel]] = {}
        for fact, name in fact_names().items():
            label, value = _name_label(name, self), _value_label(self)
            label.setBuddy(value)
            value.setAccessibleName(name)
            self._labels[fact] = label, value
        self._arranged: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 0.8))
        self._grid.setVerticalSpacing(em(self, 0.25))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give every fact that is there its place, without a hole where one is not."""
        there = [fact for fact, (_, value) in self._labels.items() if value.text()]
        is_narrow = self.width() < em(self, _ONE_COLUMN_BELOW)
        wanted = (is_narrow, *there)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for label, value in self._labels.values():
            self._grid.removeWidget(label)
            self._grid.removeWidget(value)
        left, right, wide = ([fact for fact in group if fact in there] for group in (LEFT, RIGHT, WIDE))
        if is_narrow:
            wide, left, right = [*left, *right, *wide], [], []
        for column, facts in ((0, left), (2, right)):
            for row, fact in enumerate(facts):
                self._put(fact, row, column, 1)
        for row, fact in enumerate(wide, max(len(left), len(right))):
            self._put(fact, row, 0, 3)
        self._keep_names_wide(is_narrow=is_narrow)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 0 if is_narrow else 2)

    def _keep_names_wide(self, *, is_narrow: bool) -> None:
        """The columns of names are as wide as their longest one, whether or not this job has it: nothing moves."""
        left, right = ([*LEFT, *RIGHT, *WIDE], []) if is_narrow else ([*LEFT, *WIDE], [*RIGHT])
        for column, facts in ((0, left), (2, right)):
            widths = [self._labels[fact][0].sizeHint().width() for fact in facts]
            self._grid.setColumnMinimumWidth(column, max(widths, default=0))

    def _put(self, fact: Fact, row: int, column: int, span: int) -> None:
        label, value = self._labels[fact]
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, column, top | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(value, row, column + 1, 1, span, top)


def _name_label(name: str, parent: QWidget) -> QLabel:
    label = SoftText()
    label.setParent(parent)
    label.setText(name)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.hide()
    return label


def _value_label(parent: QWidget) -> QLabel:
    label = QLabel(parent, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.hide()
    return label
