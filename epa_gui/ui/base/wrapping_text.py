"""Labels for texts of more than a line, and for those that hold names, which may be long and without a space."""

from bisect import bisect_left

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from epa_gui.core.text.unbroken import as_written, unbroken
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.line_breaks import breakable

_MOST_CUTS = 3
"""So many widths a layout asks for while it looks for the one it takes."""

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Paragraph(QLabel):
    """Plain text that wraps, and whose lines end where a reader expects it: see `unbroken`.

    Where it can be selected it is copied as it was written, without the signs that nobody sees.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._written = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this; a screen reader reads it as it was written, unless it was given another name."""
        if self.accessibleName() == self._written:
            self.setAccessibleName(text)
        self._written = text
        super().setText(unbroken(text))

    def text(self) -> str:
        """What it shows, as it was written; where a line must not end is for the eye alone."""
        return self._written

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, whose *Copy* takes out the signs too."""
        if not self.textInteractionFlags() & _SELECTABLE:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(QCoreApplication.translate("Paragraph", "Copy"), self._copy)
        copy.setEnabled(self.hasSelectedText())
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("Paragraph", "Select all"), self._select_all)
        menu.popup(event.globalPos())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_written(self.selectedText()))

    @Slot()
    def _select_all(self) -> None:
        self.setSelection(0, len(super().text()))


class Text(Paragraph):
    """Plain text that wraps anywhere rather than be cut off: names may be 200 characters without a space."""

    def __init__(self, *, is_bold: bool = False, size: float = 1.0) -> None:
        super().__init__()
        self._is_kept_whole = False
        self._most_lines = 0
        self._told_height = -1
        self._cuts: dict[tuple[int, str, str, int], str] = {}
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
        self.setAccessibleName(text)
        self._show_as_room_is()
        self._fit_height()

    def show_lines(self, most: int) -> None:
        """Show so many lines at most, or with 0 all of it: what is cut off then stands in the tooltip."""
        if most != self._most_lines:
            self._most_lines = most
            self._show_as_room_is()
            self.updateGeometry()

    def whole_height(self, width: int) -> int:
        """How high all of its lines are at that width."""
        return _height(self._whole(), self.fontMetrics(), width)

    def whole_lines(self, width: int) -> int:
        """In how many lines all of it is shown at that width."""
        return line_count(self._whole(), self.font(), width)

    def _whole(self) -> str:
        return unbroken(breakable(self.accessibleName()))

    def text(self) -> str:
        """What it shows of what it was told."""
        return as_written(QLabel.text(self))

    def _show_as_room_is(self) -> None:
        told, shown = self.accessibleName(), self._whole()
        if self._most_lines:
            shown = self._cut(self.width())
        if shown != QLabel.text(self):
            QLabel.setText(self, shown)
        if self._most_lines or self.toolTip():
            self.setToolTip(plain_tip(told) if shown != self._whole() else "")

    def heightForWidth(self, width: int) -> int:
        """Of the lines it shows."""
        if not self._most_lines:
            return super().heightForWidth(width)
        return _height(self._cut(width), self.fontMetrics(), width)

    def _cut(self, width: int) -> str:
        """As much of it as its lines hold at that width; layouts ask for it several times in a row."""
        asked = (self._most_lines, self.accessibleName(), self.font().toString(), width)
        if asked not in self._cuts:
            self._cuts = dict(list(self._cuts.items())[-_MOST_CUTS:])
            self._cuts[asked] = cut_after(self._most_lines, asked[1], self.font(), width)
        return self._cuts[asked]

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
        if self._most_lines:
            self._show_as_room_is()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            if self._most_lines:
                self._show_as_room_is()
            self._fit_height()


def cut_after(lines: int, text: str, font: QFont, width: int) -> str:
    """As much of a text as so many lines hold, with an ellipsis where that is not all of it."""

    def is_short(count: int) -> bool:
        return line_count(_begun(text, count), font, width) <= lines

    if is_short(len(text)):
        return _begun(text, len(text))
    return _begun(text, max(0, bisect_left(range(len(text)), 1, key=lambda count: not is_short(count)) - 1))


def _begun(text: str, count: int) -> str:
    """Its first letters, with the places where its lines may end and where they must not."""
    return unbroken(breakable(text if count == len(text) else text[:count].rstrip() + "…"))


def _height(text: str, metrics: QFontMetrics, width: int) -> int:
    room = QRect(0, 0, max(1, width), 2**20)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() if text else 0


def line_count(text: str, font: QFont, width: int) -> int:
    """In how many lines it is shown; counted, since lines of a script that another font shows are higher."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    lines = 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            lines += 1
        layout.endLayout()
    return lines
