"""At the foot of the Results window: what the model is compared with, and what can be done next."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.page import GAP, em, make_primary, set_page_margins
from epa_gui.ui.base.wrapping_text import Text


class ResultsFoot(QWidget):
    """The line with the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        column.addWidget(rule)
        line = QHBoxLayout()
        set_page_margins(line, self)
        line.setSpacing(em(self, GAP))
        column.addLayout(line)
        self._compared = Text()
        self.report = QPushButton(self.tr("Report…"), autoDefault=False)
        self.report.setToolTip(self.tr("Write everything shown here into one HTML file"))
        self.switch = QPushButton(self.tr("Switch model…"), autoDefault=False)
        self.keep = QPushButton(self.tr("Keep the live model"), autoDefault=False)
        line.addWidget(self._compared, 1)
        for button in (self.report, self.switch, self.keep):
            line.addWidget(button)
        self.report.setEnabled(False)
        self.switch.hide()
        self.keep.hide()
        self.show_live("")

    def show_live(self, title: str) -> None:
        """Name the job whose model is in service now; nothing for the original one, or where nobody knows."""
        text = self.tr("Compared with: the model before it")
        if title:
            text = fill(self.tr("Compared with: the model before it. In service now: “{0}”"), title)
        self._compared.show_text(text)

    def show_choice(self, verdict: VerdictNote | None, *, can_switch: bool) -> None:
        """Offer what comes next: to switch where the model is clearly better, else to keep the live one."""
        is_better = verdict is not None and verdict.answer is Answer.BETTER
        self.switch.setVisible(can_switch)
        self.keep.setVisible(can_switch and not is_better)
        if can_switch:
            make_primary(self.switch if is_better else self.keep)
