"""What was found in the files: a tree of lines, and below it the one a person is at, explained."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.retraining.act_text import act_word
from epa_gui.ui.retraining.finding_text import finding_line, finding_words, place_text
from epa_gui.ui.retraining.finding_tree import FindingTree

_LEAST_LINES = 3.2
"""The least height of an explanation, in heights of the font: most fit, so that going down the tree moves nothing."""


class FindingExplanation(QWidget):
    """One finding: what it is, what it means, what to do, and buttons for what a click can do.

    Signals:
        act_requested: What can be done in the copy is to be done, or undone.
        show_requested: The preview is to show the place, and take the keyboard.
    """

    act_requested = Signal()
    show_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(is_bold=True)
        self._body = Text()
        for part in (self._title, self._body):
            part.keep_whole()
        self._act = QPushButton(autoDefault=False)
        self._act.clicked.connect(self.act_requested)
        self._show = QPushButton(autoDefault=False)
        speak(self, lambda: self._show.setText(self.tr("Show in preview")))
        self._show.clicked.connect(self.show_requested)
        text = QVBoxLayout()
        text.setSpacing(em(self, GAP / 3))
        text.addWidget(self._title)
        text.addWidget(self._body)
        text.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(em(self, GAP / 2))
        buttons.addWidget(self._act)
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, em(self, GAP), 0, em(self, GAP / 2))
        layout.setSpacing(em(self, 1))
        layout.addLayout(text, 1)
        layout.addLayout(buttons)
        layout.addStrut(em(self, _LEAST_LINES))  # a minimum height would hold for longer texts as well
        speak(self, lambda: self.setAccessibleName(self.tr("Selected finding")))

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self._act, self._show]

    def show_placed(self, placed: Placed | None, *, can_be_shown: bool) -> None:
        """Explain a finding, or none."""
        words = finding_words(placed.finding) if placed else None
        act = act_word(placed) if placed else ""
        self._title.show_text(finding_line(placed.finding) if placed else "")
        self._body.show_text(self._meaning(placed) if placed else "")
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self._show.setVisible(can_be_shown)
        where = place_text(placed.finding) if placed else ""
        self._act.setAccessibleDescription(words.happened if words else "")
        self._show.setAccessibleDescription(fill(self.tr("Show in the preview: {0}"), where))

    def _meaning(self, placed: Placed) -> str:
        words = finding_words(placed.finding)
        if placed.is_mended:
            return self.tr("Fixed in the copy that is sent. Your own file stays as it is.")
        return sentences(words.means, words.to_do)


class FindingList(QWidget):
    """The tree and the explanation.

    Signals:
        repair_requested: A file's `Role`, a `Repair`, and whether it is wanted (`False` takes that back).
        chosen: Another finding is the current one (a `Placed`, or `None`).
        show_requested: A finding's place is to be shown in the preview, which takes the keyboard (its `Placed`).
    """

    repair_requested = Signal(object, object, bool)
    chosen = Signal(object)
    show_requested = Signal(object)

    def __init__(self, is_in_preview: Callable[[Placed], bool], parent: QWidget | None = None) -> None:
        """Begin without findings.

        Args:
            is_in_preview: Tells whether the preview can show the place of a finding.
            parent: Qt's.
        """
        super().__init__(parent)
        self._is_in_preview = is_in_preview
        self.tree = FindingTree()
        self._explanation = FindingExplanation()
        self.tree.chosen.connect(self._on_chosen)
        self.tree.act_requested.connect(self._on_act)
        self._explanation.act_requested.connect(self.tree.act)
        self._explanation.show_requested.connect(self._on_show)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._explanation)

    def show_findings(self, inspection: Inspection) -> None:
        """Show these."""
        self.tree.show_findings(inspection)
        self._explain(self.tree.current())
        has_open = len(inspection.findings) > len(inspection.mended())
        self._explanation.setVisible(has_open)
        self._column.setContentsMargins(0, 0, 0, 0 if has_open else em(self, GAP))

    def say_again(self) -> None:
        """The same in the language of now."""
        self.tree.say_again()
        self._explain(self.tree.current())

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.tree, *self._explanation.controls()]

    def natural_height(self) -> int:
        """The height at which all of it is seen, in pixels."""
        below = self._explanation
        height = self._column.contentsMargins().bottom() if below.isHidden() else below.sizeHint().height()
        return self.tree.natural_height() + height

    def _explain(self, placed: Placed | None) -> None:
        self._explanation.show_placed(placed, can_be_shown=placed is not None and self._is_in_preview(placed))

    @Slot(object)
    def _on_chosen(self, placed: Placed | None) -> None:
        self._explain(placed)
        self.chosen.emit(placed)

    @Slot(object)
    def _on_act(self, placed: Placed) -> None:
        self.repair_requested.emit(placed.role, placed.finding.repair, not placed.is_mended)

    @Slot()
    def _on_show(self) -> None:
        placed = self.tree.current()
        if placed is not None:
            self.show_requested.emit(placed)
