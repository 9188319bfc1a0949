"""Buttons in a row that goes on below where the window is too narrow for it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets out like words: from left to right (or as the language goes), then in the next line."""

    _items: list[QLayoutItem] = []  # noqa: RUF012  what Qt is told while it ends one that Python has emptied already

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more, after the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up the one at a place, if there is one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Into none: what is left over stays empty."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = max(0, len(sizes) - 1) * self._gap()
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap(self) -> int:
        return max(0, self.spacing())

    def _lay_out(self, rect: QRect, *, moves: bool) -> int:
        """Go through the lines; how high they are together."""
        x, y, line = rect.left(), rect.top(), 0
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > rect.width() and item.hasHeightForWidth():
                size = QSize(rect.width(), item.heightForWidth(rect.width()))
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line + self._gap(), 0
            if moves:
                place = QRect(QPoint(x, y), size.boundedTo(QSize(rect.width(), size.height())))
                item.setGeometry(self._mirrored(direction, rect, place))
            x, line = x + size.width() + self._gap(), max(line, size.height())
        return y + line - rect.top()

    @staticmethod
    def _mirrored(direction: Qt.LayoutDirection, rect: QRect, place: QRect) -> QRect:
        if direction is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(rect.left() + rect.right() - place.right())
        return place
