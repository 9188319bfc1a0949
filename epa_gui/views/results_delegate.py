"""Paints a progress bar in the results column while a download runs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionProgressBar, QStyleOptionViewItem

from epa_gui.models.job_list_model import ICON_ROLE, PROGRESS_ROLE
from epa_gui.views.icons import icon


class ResultsDelegate(QStyledItemDelegate):
    """A bar with the percentage while there is one to show, plain text else."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        progress = index.data(PROGRESS_ROLE)
        if progress is None or progress < 0:
            super().paint(painter, option, index)
            return
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter)
        bar = QStyleOptionProgressBar()
        bar.rect = option.rect.adjusted(4, 4, -4, -4)
        bar.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Horizontal
        bar.palette = option.palette
        bar.fontMetrics = option.fontMetrics
        bar.minimum, bar.maximum, bar.progress = 0, 1000, progress
        bar.text, bar.textVisible = index.data(), True
        style.drawControl(QStyle.ControlElement.CE_ProgressBar, bar, painter)


class IconDelegate(QStyledItemDelegate):
    """Puts the icon the model names before the text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Add the icon the model only names."""
        super().initStyleOption(option, index)
        name = index.data(ICON_ROLE)
        if name:
            option.icon = icon(name)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
