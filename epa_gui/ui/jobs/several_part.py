"""What stands in place of a job's page while none or several are selected: how many, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.wrapping_text import Paragraph


class SeveralPart(QWidget):
    """A line, and below it a button for each act that is possible with all selected jobs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._is_any_listed = False
        self._why_not = ""
        self._buttons: dict[QAction, QPushButton] = {}
        self._hint = Paragraph()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        self._row.setSpacing(em(self, GAP))
        self._row.addStretch()
        self._row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._hint)
        layout.addLayout(self._row)
        layout.addStretch()

    def set_acts(self, actions: Sequence[QAction]) -> None:
        """What can be done with several jobs, as far as it is possible with those that are selected."""
        for action in actions:
            button = RoomyButton(self, autoDefault=True)
            button.hide()
            button.clicked.connect(action.trigger)
            action.changed.connect(self._show_buttons)
            self._buttons[action] = button
            self._row.insertWidget(self._row.count() - 1, button)
        self._show_buttons()

    def show_count(self, count: int, *, is_any_listed: bool) -> None:
        """Say how many jobs are selected; where there is none to select, nothing."""
        self._count, self._is_any_listed = count, is_any_listed
        self._say_texts()
        self._show_buttons()

    def explain(self, why_not: str) -> None:
        """Say why what people expect there cannot be done, in a sentence; empty for nothing."""
        self._why_not = why_not
        self._say_texts()

    def _say_texts(self) -> None:
        if self._count:
            self._hint.setText(sentences(self.tr("%n job(s) selected.", "", self._count), self._why_not))
        else:
            self._hint.setText(self.tr("Select a job to see its details.") if self._is_any_listed else "")

    def changeEvent(self, event: QEvent) -> None:
        """Another language; the buttons follow their actions."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_row"):
            self._say_texts()

    @Slot()
    def _show_buttons(self) -> None:
        for action, button in self._buttons.items():
            button.setText(action.iconText())  # the text is marked with a letter while a menu shows it
            button.setVisible(self._count > 1 and action.isEnabled())
