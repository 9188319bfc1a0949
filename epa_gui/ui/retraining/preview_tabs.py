"""The previews of both files, with what is changed in the copies that are sent."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QWidget

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.page import em
from epa_gui.ui.base.page_tabs import begin_page_tabs
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.retraining.encoding_choice import EncodingChoice
from epa_gui.ui.retraining.preview_pane import PreviewPane
from epa_gui.ui.retraining.repair_text import copy_lines

_GAP = 0.8
"""Between what is told of a file, in heights of the font."""


class PreviewTabs(QTabWidget):
    """A tab for each file.

    Signals:
        painting, painted: The rows of a preview are about to be painted, or have been.
        encoding_chosen: A `Role`, and what that file is to be read as (an `Encoding`), or `None` to have it found out.
    """

    painting = Signal()
    painted = Signal()
    encoding_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        begin_page_tabs(self)
        self.panes = {
            Role.TRAINING: PreviewPane(lambda: self.tr("Training file")),
            Role.EVALUATION: PreviewPane(lambda: self.tr("Evaluation file")),
        }
        for pane in self.panes.values():
            pane.painting.connect(self.painting)
            pane.painted.connect(self.painted)
        self.addTab(self.panes[Role.TRAINING], "")
        self.addTab(self.panes[Role.EVALUATION], "")
        speak(self, lambda: self.setTabText(0, self.tr("Training file")))
        speak(self, lambda: self.setTabText(1, self.tr("Evaluation file")))
        speak(self, lambda: self.tabBar().setAccessibleName(self.tr("Files")))
        self._placed: Placed | None = None
        self._changes = SoftLine()
        self._changes.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._changes.hide()
        self.choices = {role: EncodingChoice() for role in self.panes}
        self.choices[Role.TRAINING].chosen.connect(self._on_training_encoding)
        self.choices[Role.EVALUATION].chosen.connect(self._on_evaluation_encoding)
        corner, self._line = QWidget(), QWidget(self)
        self._line.hide()
        self._beside, self._below = QHBoxLayout(corner), FlowLayout(self._line)
        self._beside.setContentsMargins(0, 0, 0, 2)
        for place in (self._beside, self._below):
            place.setSpacing(em(self, _GAP))
        self.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        self._notes = [self._changes, *(pane.summary for pane in self.panes.values()), *self.choices.values()]
        self._is_beside = True
        for note in self._notes:
            self._beside.addWidget(note)
        self.currentChanged.connect(self._on_tab)
        self._on_tab()

    def show_inspection(self, inspection: Inspection) -> None:
        """Show the files as far as they were read, as the copies will be."""
        for role, pane in self.panes.items():
            reading = inspection.readings.get(role)
            is_reading = role in inspection.files and (reading is None or not reading.is_over)
            findings = list(_open(inspection, role))
            pane.show_reading(reading, findings, is_reading=is_reading)
            # The reasons to doubt stay while a person's choice answers them.
            self.choices[role].show_reading(reading, findings, inspection.encodings.get(role))
        self._on_tab()
        self._mark()  # again, where there are other rows now
        self.setVisible(bool(inspection.files))
        self.setTabVisible(0, Role.TRAINING in inspection.files)
        self.setTabVisible(1, Role.EVALUATION in inspection.files)
        self._show_changes(inspection)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room beside the tabs, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put what is told of the file beside the tabs, or below them where it would be cut off there."""
        shown = [note for note in self._notes if not note.isHidden()]
        needed = sum(note.sizeHint().width() + em(self, _GAP) for note in shown) + self.tabBar().sizeHint().width()
        is_beside = needed <= self.width()
        if is_beside is not self._is_beside:
            self._is_beside = is_beside
            for note in self._notes:
                (self._beside if is_beside else self._below).addWidget(note)
        self._line.setVisible(not is_beside)
        self._line.setMinimumHeight(self._below.heightForWidth(self.width()))  # tabs ask for that of one row alone
        pane = self.currentWidget()
        if not is_beside and isinstance(pane, PreviewPane):
            pane.put_above(self._line)

    def say_again(self, inspection: Inspection) -> None:
        """The same in the language of now."""
        for pane in self.panes.values():
            pane.model.say_again()
        self.show_inspection(inspection)

    def allow_choice(self, *, is_allowed: bool) -> None:
        """Whether another encoding may be chosen now."""
        for choice in self.choices.values():
            choice.box.setEnabled(is_allowed)

    @Slot()
    def _on_tab(self) -> None:
        for role, pane in self.panes.items():
            self.choices[role].setVisible(pane is self.currentWidget())
            pane.show_summary(is_current=pane is self.currentWidget())
        self._arrange()

    @Slot(object)
    def _on_training_encoding(self, encoding: Encoding | None) -> None:
        self.encoding_chosen.emit(Role.TRAINING, encoding)

    @Slot(object)
    def _on_evaluation_encoding(self, encoding: Encoding | None) -> None:
        self.encoding_chosen.emit(Role.EVALUATION, encoding)

    def _show_changes(self, inspection: Inspection) -> None:
        lines = [line for role in inspection.files for line in copy_lines(inspection, role)]
        self._changes.show_text(self._changes_text(inspection))
        self._changes.setToolTip(plain_tip("\n".join(lines)))
        self._changes.setAccessibleDescription("\n".join(lines))
        self._changes.setVisible(bool(self._changes.text()))

    def _changes_text(self, inspection: Inspection) -> str:
        """What the copies differ in, with as many fixes as everywhere else in the form."""
        is_converted = any(
            step.kind == RepairKind.ENCODING for role in inspection.files for step in inspection.steps(role)
        )
        repairs = (placed.finding.repair for placed in inspection.mended())
        fixes = sum(repair is not None and repair.kind is not RepairKind.ENCODING for repair in repairs)
        fixed = self.tr("%Ln fix(es)", "", fixes) if fixes else ""
        if is_converted:
            fixed = fill(self.tr("converted to UTF-8, {0}"), fixed) if fixed else self.tr("converted to UTF-8")
        return fill(self.tr("As it will be sent: {0}"), fixed) if fixed else ""

    def is_in_preview(self, placed: Placed) -> bool:
        """Whether the place of a finding can be shown."""
        return not placed.is_mended and self.panes[placed.role].model.index_of(placed.finding).isValid()

    def show_placed(self, placed: Placed | None) -> None:
        """Scroll to what a finding is about and mark it; the keyboard stays where it is."""
        self._placed = placed if placed is not None and not placed.is_mended else None
        self._mark()
        if self._placed is not None:
            self.setCurrentWidget(self.panes[self._placed.role])

    def _mark(self) -> None:
        for role, pane in self.panes.items():
            pane.mark(self._placed.finding if self._placed is not None and self._placed.role is role else None)

    def take_keyboard(self, placed: Placed) -> None:
        """Go to what a finding is about."""
        self.show_placed(placed)
        self.panes[placed.role].table.setFocus(Qt.FocusReason.OtherFocusReason)


def _open(inspection: Inspection, role: Role) -> Iterator[Finding]:
    return (placed.finding for placed in inspection.findings if placed.role is role and not placed.is_mended)
