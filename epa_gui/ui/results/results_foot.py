"""At the foot of the Results window: what the model is compared with, and what can be done next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.history.against import ComparedWith
from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.page import GAP, em, make_plain, make_primary, set_page_margins
from epa_gui.ui.base.wrapping_text import Text

translate = QCoreApplication.translate

_KEEPING = frozenset({LiveState.NO, LiveState.PERHAPS_WAS_LIVE})
"""Where there is another model that can be kept, and a decision to be made."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to decide about a job.

    Attributes:
        verdict: What its results say; `None` where that is not known.
        live: What it is to its model's prediction API.
        can_switch: Whether a switch to it can be asked for.
        can_go_back: Whether there is an earlier job that was live.
        is_kept: Whether a person has decided to keep the live model instead of it.
    """

    verdict: VerdictNote | None = None
    live: LiveState = LiveState.NO
    can_switch: bool = False
    can_go_back: bool = False
    is_kept: bool = False


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
        line = self._line = QHBoxLayout()
        set_page_margins(line, self)
        line.setSpacing(em(self, GAP))
        column.addLayout(line)
        self._compared = Text()
        policy = self._compared.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the buttons stay where they are
        self._compared.setSizePolicy(policy)
        self._decided = Text(is_bold=True)
        self.report = QPushButton(self.tr("Report…"), autoDefault=False)
        self.report.setToolTip(self.tr("Save the verdict, the metrics and the pictures as one HTML file"))
        self.switch = QPushButton(self.tr("Switch model…"), autoDefault=False)
        self.back = QPushButton(self.tr("Switch back…"), autoDefault=False)
        self.keep = QPushButton(self.tr("Keep the live model"), autoDefault=False)
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.1))
        words.addWidget(self._decided)
        words.addWidget(self._compared)
        line.addLayout(words, 1)
        for button in (self.report, self.switch, self.back, self.keep):
            line.addWidget(button)
        self.report.setEnabled(False)
        for widget in (self.switch, self.back, self.keep, self._decided):
            widget.hide()
        self.show_live("")

    def show_live(self, title: str, compared: ComparedWith = ComparedWith.UNKNOWN) -> None:
        """Say what it is compared with, and whether that is what is live now.

        Args:
            title: The job whose model is in service now; empty for the original one, or where nobody knows.
            compared: What the results compare it with.
        """
        if compared is ComparedWith.LIVE:
            text = self.tr("Compared with: the live model")
            if title:
                text = fill(self.tr("Compared with: the live model, “{0}”"), title)
        else:
            text = self.tr("Compared with: the previous model")
            if title:
                told = self.tr(
                    "Compared with: the previous model. It is not known whether that is the live model, “{0}”."
                )
                if compared is ComparedWith.EARLIER:
                    told = self.tr("Compared with: the previous model. “{0}” became live later.")
                text = fill(told, title)
        self._compared.show_text(text)

    def show_compared(self, is_shown: bool) -> None:  # noqa: FBT001  a claim
        """Whether what it is compared with is said: not beside a comparison with something else."""
        self._compared.setVisible(is_shown)

    def show_choice(self, choice: Choice) -> None:
        """Offer what comes next: to switch where the model is clearly better, else to keep the live one.

        What is live itself, or is on its way to be, is told as such: there is nothing to decide.
        """
        is_better = choice.verdict is not None and choice.verdict.answer is Answer.BETTER
        is_open = choice.can_switch and choice.live in _KEEPING and not choice.is_kept
        is_live = choice.live in {LiveState.LIVE, LiveState.SWITCHING}
        was_live = choice.live is LiveState.WAS_LIVE
        told = _told(choice)
        self._decided.show_text(told)
        self._decided.setVisible(bool(told))
        self.switch.setText(self.tr("Switch back to this job…") if was_live else self.tr("Switch model…"))
        self.switch.setVisible(choice.can_switch and not is_live)
        self.back.setVisible(choice.live is LiveState.LIVE and choice.can_go_back)
        self.keep.setVisible(is_open)
        primary = (self.switch if is_better else self.keep) if is_open else None
        for button in (self.switch, self.keep):
            if button is primary:
                make_primary(button)
            else:
                make_plain(button)
        last = primary or self.keep  # the primary button is always at the same end
        self._line.removeWidget(last)
        self._line.addWidget(last)
        self.setTabOrder(self.switch if last is self.keep else self.keep, last)


def _told(choice: Choice) -> str:
    told = {
        LiveState.LIVE: translate("ResultsFoot", "This model is live"),
        LiveState.SWITCHING: translate("ResultsFoot", "Switching to this model…"),
        LiveState.NOT_CONFIRMED: translate("ResultsFoot", "The switch to this model is not confirmed"),
        LiveState.PERHAPS_LIVE: translate("ResultsFoot", "This model may still be live"),
        LiveState.WAS_LIVE: translate("ResultsFoot", "This model was live before"),
    }.get(choice.live, "")
    return told or (translate("ResultsFoot", "You kept the live model") if choice.is_kept else "")
