"""What is known before a file is sent, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.joining import labelled
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.retraining.ready_text import Fact


class ReadyFacts(QWidget):
    """The facts, one below the other: what it is about, soft, and what is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[SoftText, QLabel, Text, Text]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 0.75))
        self._grid.setVerticalSpacing(em(self, GAP / 2))
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        while len(self._lines) < len(facts):
            self._add_line()
        for (name, picture, text, room), fact in zip(self._lines, facts, strict=False):
            name.show_text(fact.name)
            text.show_text(fact.text)
            room.show_text(fact.expected)
            text.setAccessibleName(labelled(fact.name, fact.text))
            picture.setVisible(fact.needs_attention)
            name.setMinimumWidth(name.fontMetrics().horizontalAdvance(fact.name) + 2)

    def _add_line(self) -> None:
        name, picture, text, room = SoftText(), QLabel(), Text(), Text()
        name.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        picture.setPixmap(icon("attention").pixmap(QSize(1, 1) * em(self)))
        picture.setAccessibleName(self.tr("Attention"))
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.4))
        line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        policy = room.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # as high as what will stand here, so that nothing below moves then
        room.setSizePolicy(policy)
        room.hide()
        row = len(self._lines)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(room, row, 1)
        self._grid.addLayout(line, row, 1)
        self._lines.append((name, picture, text, room))
