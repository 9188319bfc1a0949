"""Labels for texts of more than a line, and for those that hold names, which may be long and without a space."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from epa_gui.core.text.unbroken import as_written, unbroken
from epa_gui.ui.base.line_breaks import breakable


class Paragraph(QLabel):
    """Plain text that wraps, and whose lines end where a reader expects it: see `unbroken`."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this; a screen reader reads it as it was written, unless it was given another name."""
        if self.accessibleName() == self.text():
            self.setAccessibleName(text)
        super().setText(unbroken(text))

    def text(self) -> str:
        """What it shows; where a line must not end is for the eye alone."""
        return as_written(super().text())


class Text(Paragraph):
    """Plain text that wraps anywhere rather than be cut off: names may be 200 characters without a space."""

    def __init__(self, *, is_bold: bool = False, size: float = 1.0) -> None:
        super().__init__()
        self._is_kept_whole = False
        self._told_height = -1
        policy = self.sizePolicy()  # changed, not replaced: it knows that the height depends on the width
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)
        font = self.font()
        font.setBold(is_bold)
        font.setPointSizeF(font.pointSizeF() * size)
        self.setFont(font)

    def show_text(self, text: str) -> None:
        """Show this; nobody can copy the places to break at, or not, since it cannot be selected."""
        if self.accessibleName() == text:
            return
        self.setText(breakable(text))
        self.setAccessibleName(text)
        self._fit_height()

    def keep_whole(self) -> None:
        """Insist on room for all of its lines at the width it has.

        Forms and splitters give a text that wraps less height than it asks for, or far more.
        """
        self._is_kept_whole = True
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._fit_height()

    def _fit_height(self) -> None:
        if self._is_kept_whole and self._told_height != (height := self.minimumSizeHint().height()):
            self._told_height = height
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Not for layouts where it is kept whole: then its hints tell the height."""
        return not self._is_kept_whole and super().hasHeightForWidth()

    def minimumSizeHint(self) -> QSize:
        """Of any width, and as high as all lines."""
        if not self._is_kept_whole:
            return super().minimumSizeHint()
        return QSize(0, max(self.heightForWidth(self.width()), self.fontMetrics().height()) if self.text() else 0)

    def sizeHint(self) -> QSize:
        """The same."""
        return self.minimumSizeHint() if self._is_kept_whole else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()
