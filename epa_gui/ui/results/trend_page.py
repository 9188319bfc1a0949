"""One metric over the jobs of a model."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from epa_gui.core.results.pictures.gallery import trend_of
from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.page import set_page_margins
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.trend_points import Trend


class TrendPage(QScrollArea):
    """The picture, of which metric it is, and what its gaps mean."""

    def __init__(self, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._trends: tuple[Trend, ...] = ()
        self._drawn: Trend | None = None
        self._chosen: tuple[str, str] | None = None
        self.view: PictureView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        self._column = QVBoxLayout(page)
        set_page_margins(self._column, page)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Measure"))
        self.choice.activated.connect(self._on_chosen)
        label = QLabel(self.tr("Measure:"))
        label.setBuddy(self.choice)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(self.choice)
        line.addStretch(1)
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setText(self.tr("No job of this model has a figure yet. Figures come when results are fetched."))
        self._note = SoftText()
        self._column.addWidget(self._line)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._note)
        self._line.hide()
        self._note.hide()
        self.setWidget(page)

    def show_trends(self, trends: tuple[Trend, ...]) -> None:
        """Show the jobs by the metric that was chosen here, at first by the first one.

        Args:
            trends: One a metric; that which carries the verdict first.
        """
        if trends == self._trends:
            return
        self._trends = trends
        keys = [(trend.metric, trend.horizon) for trend in trends]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([shown(trend.name) for trend in trends])
            self.choice.setCurrentIndex(keys.index(self._chosen) if self._chosen in keys else 0)
        self._line.setVisible(len(trends) > 1)
        self._show_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        trend = self._trends[self.choice.currentIndex()]
        self._chosen = (trend.metric, trend.horizon)
        self._show_chosen()

    def _show_chosen(self) -> None:
        trend = self._trends[self.choice.currentIndex()] if self._trends else None
        if trend == self._drawn and trend is not None:
            return
        self._drawn = trend
        self.stop()
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        points = trend.points if trend else ()
        has_any = any(point.value is not None for point in points)
        self._empty.setVisible(not has_any)
        self._note.show_text(self._words(has_gaps=any(point.value is None for point in points)))
        self._note.setVisible(has_any)
        if trend is not None and has_any:
            picture = trend_of(points, trend.name, picture_words(), is_share=trend.is_share)
            self.view = PictureView(picture, self._drawer)
            self._column.insertWidget(2, self.view, 1)

    def _words(self, *, has_gaps: bool) -> str:
        told = self.tr(
            "The line breaks where the evaluation data changed: figures on both sides are not comparable. Without"
            " an evaluation file the service sets other rows aside each time. A vertical bar is the range in which the"
            " true value lies with 95 % confidence."
        )
        if not has_gaps:
            return told
        gaps = self.tr("Jobs without a point have no figure for this measure.")
        return f"{told} {gaps}"

    def stop(self) -> None:
        """Draw nothing any more."""
        if self.view is not None:
            self.view.stop()
