"""A line that unfolds what is rarely needed."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import em

_FREE_OF_ARROW = 6 / 24
"""How much of its drawing is free before an arrow, whether it points at the text or down."""


class ArrowButton(QToolButton):
    """A flat one with an arrow as high as its letters: that of Qt's Fusion style (6.11) is small beside large ones.

    The arrow begins where the button does, so that it stands in a line with the fields and texts above it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, autoRaise=True)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._is_open = False
        self._draw()

    def point(self, *, is_open: bool) -> None:
        """Down at what is unfolded; else at the text."""
        self._is_open = is_open
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, or light became dark."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange} and hasattr(self, "_is_open"):
            self._draw()

    def sizeHint(self) -> QSize:
        """Without what is free before the arrow."""
        return super().sizeHint() - QSize(self._free(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is behind it, and then its arrow and its words as far left as they can be."""
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        words = QStyleOptionToolButton(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        words.rect = words.rect.translated(-self._free(), 0)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, words)
        painter.end()

    def _free(self) -> int:
        return em(self, _FREE_OF_ARROW)

    def _draw(self) -> None:
        self.setIcon(icon("unfolded" if self._is_open else "folded"))
        self.setIconSize(QSize(em(self), em(self)))


class Disclosure(ArrowButton):
    """A flat button with an arrow; it shows and hides a part. Screen readers hear whether it is checked."""

    def __init__(self, text: str, part: QWidget | None = None) -> None:
        """Unfold a part; without one, whoever listens to `toggled` shows and hides what belongs to it."""
        super().__init__()
        self._part = part
        self._long = self._short = text
        self.setText(text)
        self.setAccessibleName(text)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)  # it may be narrower: it says less then
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)
        self._on_toggled()

    def name_it(self, name: str) -> None:
        """What screen readers say first."""
        self.setAccessibleName(name)

    def show_text(self, text: str, short: str = "") -> None:
        """Show more than its name, which stays what screen readers say first.

        Args:
            text: What it says.
            short: What it says where there is no room for that.
        """
        self._long, self._short = text, short or text
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as all it has to say."""
        return self._size_of(super().sizeHint(), self._long)

    def minimumSizeHint(self) -> QSize:
        """As wide as it has to be to say it in short."""
        return self._size_of(super().sizeHint(), self._short)

    def _size_of(self, now: QSize, text: str) -> QSize:
        more = self.fontMetrics().horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(now.width() + more, now.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more words, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room = not self.isVisible() or self.width() >= self.sizeHint().width()
        wanted = self._long if has_room else self._short
        if self.text() != wanted:
            self.setText(wanted)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """The arrow says that it is open; no need to look pressed as well."""
        super().initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_On

    @Slot()
    def _on_toggled(self) -> None:
        self.point(is_open=self.isChecked())
        if self._part is not None:
            self._part.setVisible(self.isChecked())
