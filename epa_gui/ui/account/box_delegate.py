"""Paints rows that have a box, so that the box can be seen in a selected row too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.tinting import mixed

_State = QStyle.StateFlag
_Role = QPalette.ColorRole

_EDGE_SEEN = 3.0
"""The least contrast of the edge of a box. Source: WCAG 2.2, 1.4.11."""

_EDGE_DARKER = 140
"""Qt's Fusion draws edges so much darker than the window, in percent, which nobody sees where all is dark (Qt 6.11)."""


class BoxDelegate(RowDelegate):
    """The text takes the ink of its panel, the box that of its own paper: white on white would show no mark."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._made: tuple[int, QPalette] | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, then its box once more in the list's own colours."""
        super().paint(painter, option, index)
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        if not box.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            return
        style = self.view.style()
        box.rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, box, self.view)
        box.palette = self._with_seen_edge(self.view.palette())
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:  # its tick tells how things stand
            box.state &= ~_State.State_Enabled
            box.palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
        box.state &= ~(_State.State_HasFocus | _State.State_Selected | _State.State_On | _State.State_Off)
        box.state |= _State.State_On if box.checkState == Qt.CheckState.Checked else _State.State_Off
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self.view)

    def _with_seen_edge(self, palette: QPalette) -> QPalette:
        """That palette with a window's colour from which an edge comes that can be seen on the list's paper."""
        if self._made is None or self._made[0] != palette.cacheKey():
            paper, ink = palette.color(_Role.Base), palette.color(_Role.Text)
            windows = (palette.color(_Role.Window), *(mixed(paper, ink, share / 10) for share in range(1, 11)))
            seen = (window for window in windows if contrast(window.darker(_EDGE_DARKER), paper) >= _EDGE_SEEN)
            made = QPalette(palette)
            made.setColor(_Role.Window, next(seen, ink))
            self._made = palette.cacheKey(), made
        return self._made[1]
