"""What a job's page tells of the predictions around the switch to it: one line, and a button for the rest."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from epa_gui.core.jobs.job import JobKey
from epa_gui.ui.base.command import ShowPredictions
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.jobs.job_page_view import JobPageView

_ICON = 1.15
"""Heights of the font."""


class PredictionsPart(QWidget):
    """One line, or hidden.

    Signals:
        command_requested: The button was pressed (a `ShowPredictions`).
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: JobKey | None = None
        self._drawing = ""
        self._icon = QLabel()
        self._text = Text()
        self._show = RoomyButton()
        self._show.setAutoDefault(True)
        self._say_texts()
        self._show.clicked.connect(self._on_show)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self, GAP))
        line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)
        line.addWidget(self._show)
        self.hide()

    def _say_texts(self) -> None:
        self._show.setText(self.tr("Show…"))
        self._show.setAccessibleName(self.tr("Show the predictions before and after the switch"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_show"):
            self._say_texts()

    def show_view(self, view: JobPageView) -> None:
        """Show what there is to tell of a job."""
        self._job = view.job.key
        drawing = "failed" if view.predictions_failed else "info"
        if drawing != self._drawing:
            self._drawing = drawing
            self._icon.setPixmap(picture(drawing, em(self, _ICON)))
        self._text.show_text(view.predictions)
        self._show.setVisible(view.can_show_predictions)
        self.setVisible(bool(view.predictions))

    @Slot()
    def _on_show(self) -> None:
        if self._job is not None:
            self.command_requested.emit(ShowPredictions(self._job))
