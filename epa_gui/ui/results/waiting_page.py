"""While results are fetched or read: what is done, how far, and a way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.page import em, set_page_margins


class WaitingPage(QWidget):
    """One page of it.

    Signals:
        given_up: What is fetched or read is no longer wanted.
    """

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = LoneText()
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setAccessibleName(self.tr("Reading the results"))
        self._bar.setFixedWidth(em(self, 20))
        self._give_up = QPushButton(self.tr("Cancel"), autoDefault=False)
        self._give_up.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        set_page_margins(column, self)
        column.setSpacing(em(self, 0.6))
        column.addStretch(1)
        self._text.add_to(column)
        for widget in (self._bar, self._give_up):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_waiting(self, text: str, share: int | None = None) -> None:
        """Something is being done.

        Args:
            text: What.
            share: How far, of 1,000; `None` if nobody knows.
        """
        self._text.setText(text)
        self._bar.setMaximum(0 if share is None else 1000)
        self._bar.setValue(share or 0)
        self._bar.show()
        self._give_up.show()

    def show_ended(self) -> None:
        """Nothing is done any more."""
        self._text.setText("")
        self._bar.hide()
        self._give_up.hide()

    def fetched_text(self, text: str, done: int, total: int) -> str:
        """What is fetched, and how much of it is here.

        Args:
            text: What.
            done: Bytes that are here.
            total: Of how many; 0 if nobody knows.
        """
        so_far = formatting.size(done)
        if total:
            so_far = fill(self.tr("{0} of {1}"), so_far, formatting.size(total))
        return fill("{0}\n{1}", text, so_far)
