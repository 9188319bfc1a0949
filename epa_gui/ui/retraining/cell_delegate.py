"""Paints the cells of the data preview: each can be selected by itself, and what was found is marked in place."""

from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.row_delegate import Index, RowDelegate, keep_apart
from epa_gui.ui.retraining.preview_model import ICON_ROLE

_State = QStyle.StateFlag


class CellDelegate(RowDelegate):
    """Paints a selected cell as one with a background of the accent colour.

    The style is not told that it is selected: `windows11` (Qt 6.11) would paint a bar over the first letter of each
    selected cell of a table. This keeps the table, with its row numbers and its selection by cell.
    """

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add the mark, and the selection as a background."""
        name = index.data(ICON_ROLE)
        if name:
            option.icon = icon(name)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if option.state & _State.State_Selected:
            option.backgroundBrush = QBrush(option.palette.color(QPalette.ColorRole.Highlight))
        option.state &= ~(_State.State_Selected | _State.State_MouseOver)
        keep_apart(option)
