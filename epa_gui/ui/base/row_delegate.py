"""Paints the rows of lists so that they can be read in every style."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from epa_gui.ui.base.row_ink import ink_and_panel, seen_on

Index = QModelIndex | QPersistentModelIndex

_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_INKS = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText, QPalette.ColorRole.WindowText)
_MOST_KEPT = 256
_ICON_SEEN = 3.0
"""The least contrast of a picture that says something. Source: WCAG 2.2, 1.4.11."""


AFTER_FIGURES = "\u00a0\u00a0"
"""Behind what stands on the right: else it touches the words of the next column. Qt leaves out other spaces at the end
of a line."""


def keep_apart(option: QStyleOptionViewItem) -> None:
    """Have nothing touch what stands on the right of its cell."""
    if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
        option.text += AFTER_FIGURES


class RowDelegate(QStyledItemDelegate):
    """Leaves the panel to the style and chooses the text's colour by what that panel looks like.

    Attributes:
        row_height: In heights of the font; `None` for what the style makes of it.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.row_height: float | None = None
        self.view = view
        self._is_by_row = isinstance(view, QTreeView)
        self._palettes: dict[tuple[int, int, object], QPalette] = {}
        self._icons: dict[int, QIcon] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add what can be read."""
        super().initStyleOption(option, index)
        self.add_to(option, index)
        is_current = self.is_current(index)
        if is_current or option.state & _MARKED or option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
            ink, panel = ink_and_panel(option, self.view, is_current=is_current)
            # Not the option's own palette: without the focus, that has another colour than the icons are made in.
            on_accent = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
            is_seen = seen_on(on_accent, panel) >= _ICON_SEEN
            if option.state & QStyle.StateFlag.State_Selected and not is_seen and not option.icon.isNull():
                option.icon = self._icon_as_elsewhere(option.icon)
            option.palette = self._with_ink(option.palette, ink)

    def is_current(self, index: Index) -> bool:
        """Whether the cursor's frame goes round its row."""
        current = self.view.currentIndex()
        is_in_row = index.row() == current.row() and index.parent() == current.parent()
        return self._is_by_row and is_in_row and self.view.hasFocus()

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add to a cell what its model only names; for those who have more to show."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the list wants its rows."""
        size = super().sizeHint(option, index)
        if self.row_height is not None:
            size.setHeight(max(size.height(), int(option.fontMetrics.height() * self.row_height)))
        return size

    def _with_ink(self, palette: QPalette, ink: QColor) -> QPalette:
        """That palette with all text in one colour: each style takes another role of it."""
        key = palette.cacheKey(), ink.rgba(), palette.currentColorGroup()
        made = self._palettes.get(key)
        if made is None:
            if len(self._palettes) >= _MOST_KEPT:
                self._palettes.clear()
            made = self._palettes[key] = QPalette(palette)
            for role in _INKS:
                made.setColor(QPalette.ColorGroup.All, role, ink)
            made.setCurrentColorGroup(palette.currentColorGroup())
        return made

    def _icon_as_elsewhere(self, icon: QIcon) -> QIcon:
        """An icon without its look for selected rows: that is made for the accent colour, which is not behind it."""
        made = self._icons.get(icon.cacheKey())
        if made is None:
            if len(self._icons) >= _MOST_KEPT:
                self._icons.clear()
            made = self._icons[icon.cacheKey()] = QIcon()
            for size in icon.availableSizes():
                picture = icon.pixmap(size)
                made.addPixmap(picture)
                made.addPixmap(picture, QIcon.Mode.Selected)
        return made
