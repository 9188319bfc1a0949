"""Paints the rows of the job list: icons, and how far a transfer is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from epa_gui.ui.base.accent import row_accent
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.row_delegate import Index, RowDelegate
from epa_gui.ui.base.row_ink import ink_and_panel
from epa_gui.ui.jobs.job_list_model import ICON_ROLE, PROGRESS_ROLE

_BAR = 0.18
"""Height of the bar, in heights of the font."""


class ResultsDelegate(RowDelegate):
    """A bar below the percentage while there is one to show.

    Not the style's own bar: its text stands half on the accent colour, and cannot always be read there.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        progress = index.data(PROGRESS_ROLE)
        if progress is None or progress < 0:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        ink, panel = ink_and_panel(shown, self.view, is_current=self.is_current(index))
        height = max(2.0, option.fontMetrics.height() * _BAR)
        room = QRectF(option.rect).adjusted(height, 0.0, -height, 0.0)
        bar = QRectF(room.left(), room.bottom() - 1.5 * height, room.width(), height)
        rest = QColor(ink)
        rest.setAlphaF(0.2)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(bar, rest)
        bar.setWidth(bar.width() * progress / 1000)
        painter.fillRect(bar, row_accent(option, ink, panel))
        painter.restore()


class IconDelegate(RowDelegate):
    """Puts the icon the model names before the text."""

    def add_to(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add the icon the model only names."""
        name = index.data(ICON_ROLE)
        if name:
            option.icon = icon(name)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
