"""The button beside the filters that says how many jobs need a person, and shows only those."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import em
from epa_gui.ui.base.show import Show


class NeedsButton(QToolButton):
    """Pressed it shows what needs a person, released all jobs.

    Signals:
        show_chosen: Which jobs are to be shown (a `Show`).
    """

    show_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Show only the jobs that need attention"))
        self.setAccessibleDescription(self.toolTip())
        self._draw()
        self.clicked.connect(self._on_clicked)

    def show_count(self, count: int) -> None:
        """How many jobs of those whose list it is need a person."""
        text = self.tr("%n need(s) attention", "", count)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    @Slot(object)
    def follow(self, show: Show) -> None:
        """What is shown was chosen, here or elsewhere."""
        self.setChecked(show is Show.ATTENTION)

    @Slot()
    def _on_clicked(self) -> None:
        self.show_chosen.emit(Show.ATTENTION if self.isChecked() else Show.ALL)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or letters others."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        side = max(16, em(self))
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("attention"))
