"""The button beside the filters that says how many jobs need a person, and shows only those."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal, Slot
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
        self._count: int | None = None
        self._text = ""
        self._has_words = True
        self._say_texts()
        self.clicked.connect(self._on_clicked)

    def show_count(self, count: int) -> None:
        """How many jobs of those whose list it is need a person."""
        self._count = count
        if self.icon().isNull():  # not before: the first paint is without it
            self._draw()
        text = self.tr("%n need(s) attention", "", count)
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
        self._say_text()

    def _say_text(self) -> None:
        text = self._text if self._has_words else self._number()
        if self.text() != text:
            self.setText(text)

    def show_words(self, *, are_shown: bool) -> None:
        """Whether to say it in words, or by its picture and the number alone."""
        self._has_words = are_shown
        self._say_text()

    def has_words(self) -> bool:
        """Whether it says it in words now."""
        return self._has_words

    def width_of_words(self) -> int:
        """How much less it takes without them; 0 while it is not shown."""
        if self.isHidden():
            return 0
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self._text) - metrics.horizontalAdvance(self._number())

    def _number(self) -> str:
        return QLocale().toString(self._count or 0)

    def _say_texts(self) -> None:
        self.setToolTip(self.tr("Show only the jobs that need attention"))
        self.setAccessibleDescription(self.toolTip())
        if self._count is not None:
            self.show_count(self._count)

    @Slot(object)
    def follow(self, show: Show) -> None:
        """What is shown was chosen, here or elsewhere."""
        self.setChecked(show is Show.ATTENTION)

    @Slot()
    def _on_clicked(self) -> None:
        self.show_chosen.emit(Show.ATTENTION if self.isChecked() else Show.ALL)

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or letters and words others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_count"):
            self._say_texts()
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and not self.icon().isNull():
            self._draw()

    def _draw(self) -> None:
        side = max(16, em(self))
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("attention"))
