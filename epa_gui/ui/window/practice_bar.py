"""What to try in practice, in a line above the list: three buttons, ticked once that was done."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.close_button import CloseButton
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import GAP, em, sized
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.tinting import INFO, TintedFrame

_DONE = "finished"


class PracticeStep(StrEnum):
    """What there is to try, in this order; the values are what is remembered."""

    LOOK = "look"
    SWITCH = "switch"
    SEND = "send"


class PracticeBar(TintedFrame):
    """One line; at large letters its buttons go on below.

    Signals:
        chosen: A step was asked for (a `PracticeStep`).
        closed: It is not wanted any more.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tint(INFO)
        self._heading = QLabel()
        self._heading.setFont(sized(self._heading.font(), 1.0))
        self._buttons = {step: self._button() for step in PracticeStep}
        row = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(em(self, GAP))
        for button in self._buttons.values():
            flow.addWidget(button)
        self._close = CloseButton("")
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        side, above = em(self, 0.75), em(self, 0.35)
        layout.setContentsMargins(side, above, above, above)
        layout.setSpacing(em(self, GAP))
        layout.addWidget(self._heading)
        layout.addWidget(row, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._close)
        self._say_texts()

    def _say_texts(self) -> None:
        """All but how far it has come."""
        self.setAccessibleName(self.tr("What to try"))
        self._heading.setText(self.tr("What to try:"))
        self._close.name_it(self.tr("Close “What to try”"))
        texts = {
            PracticeStep.LOOK: self.tr("Look at the results"),
            PracticeStep.SWITCH: self.tr("Switch the model"),
            PracticeStep.SEND: self.tr("Send new data"),
        }
        for place, (step, button) in enumerate(self._buttons.items(), 1):
            button.setText(fill(self.tr("{0}  {1}"), place, texts[step]))
            button.setAccessibleName(texts[step])

    def _button(self) -> QPushButton:
        button = RoomyButton()
        button.setAutoDefault(False)
        button.setIconSize(QSize(em(self), em(self)))  # no higher than the letters, so that all stay on one line
        button.clicked.connect(self._on_pressed)
        return button

    @Slot()
    def _on_pressed(self) -> None:
        self.chosen.emit(next(step for step, button in self._buttons.items() if button is self.sender()))

    def show_steps(self, done: set[PracticeStep], waiting: dict[PracticeStep, str]) -> None:
        """Show how far it has come.

        Args:
            done: Those get a tick; they can be done again.
            waiting: What cannot be done now, and why.
        """
        for step, button in self._buttons.items():
            is_done, reason = step in done, waiting.get(step, "")
            button.setIcon(icon(_DONE) if is_done else QIcon())
            button.setEnabled(not reason)
            button.setToolTip(reason)
            parts = [self.tr("Done.") if is_done else "", reason]
            button.setAccessibleDescription("\n".join(part for part in parts if part))

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way: the ticks follow; in another language whoever leads shows it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_close"):
            self._say_texts()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_buttons"):
            for button in self._buttons.values():
                if not button.icon().isNull():
                    button.setIcon(icon(_DONE))
